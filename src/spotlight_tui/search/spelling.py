"""British and American spellings of the same word."""

from __future__ import annotations

import re

_PAIRS = (
    (r"is(e|es|ed|ing|er|ers|ation|ations|ational)$", r"iz\1"),
    (r"iz(e|es|ed|ing|er|ers|ation|ations|ational)$", r"is\1"),
    (r"ys(e|es|ed|ing)$", r"yz\1"),
    (r"yz(e|es|ed|ing)$", r"ys\1"),
    (r"our(s|ed|ing|al|ally|ful|hood|hoods|able)?$", r"or\1"),
    (r"or(s|ed|ing|al|ally|ful|hood|hoods|able)?$", r"our\1"),
    (r"programme(s?)$", r"program\1"),
    (r"program(s?)$", r"programme\1"),
    (r"centre(s|d?)$", r"center\1"),
    (r"center(s?)$", r"centre\1"),
    (r"ll(ed|ing|er|ers|or|ors)$", r"l\1"),
    (r"l(ed|ing|er|ers|or|ors)$", r"ll\1"),
    (r"ence(s?)$", r"ense\1"),
    (r"ense(s?)$", r"ence\1"),
    (r"paed", "ped"),
    (r"ped", "paed"),
    (r"judgement", "judgment"),
    (r"judgment", "judgement"),
)


def other_spellings(word: str) -> list[str]:
    """How else `word` may be spelt; most of these are no words at all, so look them up before use."""
    found = (re.sub(pattern, other, word) for pattern, other in _PAIRS if re.search(pattern, word))
    return list(dict.fromkeys(other for other in found if other != word))
