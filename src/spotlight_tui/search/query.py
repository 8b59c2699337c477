"""What was typed → the terms to look for. Any text at all is a query; nothing of it is ever an operator."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..text import fold, one_line, words_of
from .lexicon import Lexicon
from .results import Correction
from .spelling import other_spellings

_LONGEST = 64
"""Words of a query that are read; nobody types more, and each costs a look-up."""

_CHUNK = re.compile(r"[^\W_]+(?:&[^\W_]+)*")
"""A word, or words with nothing but & between them, such as A&E, which are looked for together."""

_LITTLE = frozenset(
    words_of(
        """
        a about an and any are as at be been by can did do does for from had has have how i if in is it its
        me my no not of on or our so some such than that the their them there these they this to was we were
        what when where which who why will with you your
        """
    )
)
"""Words that carry little: left out where there are others."""


@dataclass(frozen=True, slots=True)
class Term:
    """One thing to look for, however it is written."""

    typed: str
    expression: str
    """For MATCH; made of quoted words only. Empty where the collection has nothing like it."""
    lit: frozenset[str]
    """The written words that it finds."""


@dataclass(frozen=True, slots=True)
class Query:
    typed: str
    read_as: str
    terms: tuple[Term, ...]
    corrections: tuple[Correction, ...]


def read(typed: str, lexicon: Lexicon, exact: bool = False) -> Query:
    """Read a query. With `exact` no word is forgiven."""
    half_typed = typed[-1:].isalnum()
    typed = one_line(typed)
    words = [" ".join(words_of(chunk)) for chunk in _CHUNK.findall(fold(typed))][:_LONGEST]
    terms: list[Term] = []
    corrections: list[Correction] = []
    at = 0
    while at < len(words):
        long = _long_form_at(words, at, lexicon)
        if long:
            terms.append(_long_form(long, lexicon))
            at += len(long)
            continue
        last = half_typed and at == len(words) - 1
        if " " in words[at]:
            term, correction = _together(words[at], lexicon), None
        else:
            term, correction = _word(words[at], last, exact, lexicon)
        terms.append(term)
        if correction:
            corrections.append(correction)
        at += 1
    telling = [term for term in terms if term.typed not in _LITTLE]
    read_as = {correction.typed: correction.used[0] for correction in corrections}
    return Query(
        typed,
        " ".join(read_as.get(word, word) for word in words) if corrections else typed,
        tuple(dict.fromkeys(telling or terms)),
        tuple(dict.fromkeys(corrections)),
    )


def _quoted(*words: str) -> str:
    """Words as one FTS5 phrase; they hold letters and digits only, so nothing in them needs escaping."""
    return '"' + " ".join(words) + '"'


def _long_form_at(words: list[str], at: int, lexicon: Lexicon) -> tuple[str, ...] | None:
    fitting = (long for long in lexicon.long_forms if tuple(words[at : at + len(long)]) == long)
    return max(fitting, key=len, default=None)


def _long_form(words: tuple[str, ...], lexicon: Lexicon) -> Term:
    short = lexicon.long_forms[words]
    every = " AND ".join(_quoted(word) for word in words if word not in _LITTLE)
    lit = frozenset({short}).union(*(lexicon.forms(word) for word in words if word not in _LITTLE))
    return Term(" ".join(words), f"(({every}) OR {_quoted(short)})", lit)


def _together(words: str, lexicon: Lexicon) -> Term:
    """Words that stand for something together only; too short to be lit up one by one."""
    longs = lexicon.acronyms.get(words, [])
    expression = " OR ".join([_quoted(words), *(_quoted(*long) for long in longs)])
    lit = frozenset(form for long in longs for word in long if word not in _LITTLE for form in lexicon.forms(word))
    return Term(words, f"({expression})", lit)


def _word(word: str, last: bool, exact: bool, lexicon: Lexicon) -> tuple[Term, Correction | None]:
    forms = lexicon.forms(word)
    parts = [_quoted(word)] if forms else []
    lit = set(forms)
    if last and len(word) > 1:
        completions = lexicon.completions(word)
        parts += [_quoted(other) for other in completions if other not in forms]
        lit.update(completions)
    for other in other_spellings(word):
        spelt = lexicon.forms(other) - lit
        if spelt:
            parts.append(_quoted(other))
            lit |= spelt
    for long in lexicon.acronyms.get(word, []):
        parts.append(_quoted(*long))
        lit.update(*(lexicon.forms(other) for other in long if other not in _LITTLE))
    correction = None
    if not parts and not exact:
        meant = lexicon.meant_by(word)
        if meant:
            correction = Correction(word, tuple(meant))
            parts = [_quoted(other) for other in meant]
            lit.update(*(lexicon.forms(other) for other in meant))
    expression = f"({' OR '.join(parts)})" if parts else ""
    return Term(word, expression, frozenset(lit)), correction
