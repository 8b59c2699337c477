"""The lines of a submission that are headings inside it, which most documents show by their form alone."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from ..lines import TextLine
from .sections import section_of
from .speakers import is_speaker_line
from .vocabulary import LEADS_IN, VERBS

_NUMBERED = re.compile(r"(?:\d{1,2}[.)]|\(\d{1,2}\))\s+[A-Z‘“]")
_NO_START = re.compile(r"source\s*:|pages?\s+\d|https?:|see\b|video\b|link\b", re.I)
_NO_END = (".", ",", ";", "!", "…", "”", '"', "’", "'", "–", "-", "☺")
_QUOTED = re.compile(r"^[“\"«]|[.!?][”’\"']|”|[.!?…]\s*\(|^‘(?:[^’\s]+\s+){4}")
"""What begins, ends or holds a quotation, or ends with who says it."""
_COUNT_AT_END = re.compile(r"[–—:-]\s*\d+%?$")
_TEXT_ENDS = (".", "!", "?", "…", ":", ";", ")", "”", "’", '"', "'")
_QUOTATION_ENDS = ("”", '"', "’", "'")
_GOES_ON = frozenset(("a", "an", "and", "of", "or", "our", "the"))
_LONGEST = 100
_MOST_WORDS = 14
_MOST_WORDS_BEFORE_COLON = 9
_LONGEST_MARKED = 200
_SURELY_TEXT = 250
_MOST_IN_A_ROW = 2
"""Short lines one after another of which the last may be a heading; of more they are a list."""


def subheadings(lines: Sequence[TextLine], is_authority: Callable[[str], bool]) -> list[bool]:
    """Of each line, none of which is blank, whether it is a heading."""
    like: list[bool] = []
    before = ""
    for line in lines:
        speaks = before.endswith(_QUOTATION_ENDS) and is_speaker_line(line.text)
        like.append(not speaks and _has_form(line) and not is_authority(line.text))
        before = line.text
    return [
        _is_marked(line) or (like[place] and place + 1 < len(lines) and _stands_over_text(lines, like, place))
        for place, line in enumerate(lines)
    ]


def _is_marked(line: TextLine) -> bool:
    """Whether the document itself says that a line is a heading, and it can be one."""
    return line.heading > 0 and len(line.text) <= _LONGEST_MARKED and not _QUOTED.search(line.text)


def _has_form(line: TextLine) -> bool:
    """Whether a line is short, capitalised and without the end of a sentence."""
    text = line.text
    if line.bullet:
        return section_of(text) is not None
    if len(text) > _LONGEST or "@" in text or " | " in text or text.endswith(_NO_END):
        return False
    if _QUOTED.search(text) or _NO_START.match(text) or _COUNT_AT_END.search(text):
        return False
    if not (text[0].isupper() or text[0] == "‘" or _NUMBERED.match(text)):
        return False
    words = text.rstrip(" :?").split()
    if words and words[-1].lower() in _GOES_ON:
        return False
    if text.endswith(":"):
        clause = words and (words[-1].lower() in LEADS_IN or any(word in VERBS for word in words))
        return 0 < len(words) <= _MOST_WORDS_BEFORE_COLON and not clause
    return 0 < len(words) <= _MOST_WORDS


def _stands_over_text(lines: Sequence[TextLine], like: Sequence[bool], place: int) -> bool:
    """Whether a line of that form, which is not the last, has text under it and is not one of a list."""
    line, below = lines[place], lines[place + 1]
    if not line.bullet and section_of(line.text) and not section_of(below.text):
        return True
    if line.bold and not below.bold:
        return True
    first = place
    while first and like[first - 1] and place - first < _MOST_IN_A_ROW:
        first -= 1
    last = place
    while last + 1 < len(like) and like[last + 1] and last - first < _MOST_IN_A_ROW:
        last += 1
    return last - first < _MOST_IN_A_ROW and last + 1 < len(lines) and _is_text(lines[last + 1])


def _is_text(line: TextLine) -> bool:
    if line.bullet:
        return True
    ends = line.text.endswith(_TEXT_ENDS) or len(line.text) > _SURELY_TEXT
    return ends and not line.text[0].islower()
