"""What a number in a sentence counts."""

from __future__ import annotations

import re

from .vocabulary import PEOPLE, STOPS, VAGUE

_SINGULAR = {
    unit: f"{unit}s" for unit in ("minute", "hour", "day", "week", "month", "year", "session", "credit", "place")
}
_UNITS = {
    **dict.fromkeys(PEOPLE, "people"),
    **dict.fromkeys(("boroughs", "authorities", "las", "councils"), "authorities"),
    **dict.fromkeys(("1:1s", "1-1s"), "meetings"),
    **{unit: unit for unit in (*_SINGULAR.values(), "children", "schools", "families")},
    "prus": "schools",
    "pru": "schools",
}
KNOWN_UNITS = frozenset(_UNITS.values())
TIMES = frozenset(("seconds", "minutes", "hours", "days", "weeks", "months", "years"))
_SCHOOLS = frozenset(("primary", "secondary", "pru", "nursery", "special"))
_NO_PLURAL = ("ss", "us", "is", "'s", "’s", "ous")
_WORD = re.compile(r"\s*([“”‘’\"]*)([^\W\d_][\w’'&/-]*|\d:\ds)([“”‘’\"]*)(,?)")
_QUOTED_WORDS = re.compile(r"\s*[“‘\"][^“”‘’\"]{1,40}[”’\"]")
_FULL_TIME = re.compile(r"\s*\((?:FTE|WTE)\)")
_BEFORE_BRACKET = re.compile(r"([^\W\d_]+)\s\((?:of\s)?$")
_CHANGING = re.compile(
    r"\s(?:(?:has|have|had|was|were)\s+)?(?:r[io]se[ns]?|increased?|gr[eo]wn?|f[ae]ll(?:en|s)?|dropped|reduced?|decreased?|"
    r"declined?|went|gone|improved?|doubled|halved|moved|came)\s+(?:\w+ly\s+|down\s+|up\s+)?$",
    re.I,
)
_CLAUSE = re.compile(r"[,;:.(–]\s?")
_BESIDE = re.compile(r"\b(?:on|in|at|for|across|among|amongst|from|with|by|to|since|between)\s", re.I)
_MOST_WORDS = 6
_LONGEST_SUBJECT = 100


def noun(text: str, start: int, spelled: bool = False) -> tuple[int, str] | None:
    """Where what is counted from `start` on ends, and its unit; None where nothing is.

    Args:
        spelled: the number is a word, so that what is counted must be something definite.
    """
    single = re.match(rf"[\s-]({'|'.join(_SINGULAR)})(?![\w’'])", text[start : start + 20])
    if single:
        return start + single.end(), _SINGULAR[single[1]]
    quoted = _FULL_TIME.match(text, start) or _QUOTED_WORDS.match(text, start)
    start = quoted.end() if quoted else start
    found: tuple[int, str] | None = None
    for _ in range(_MOST_WORDS):
        match = _WORD.match(text, start)
        if match is None:
            break
        word = match[2].lower()
        if word in STOPS or (found and word not in _UNITS):
            break
        unit = unit_of(word)
        if unit and not (spelled and word in VAGUE):
            found = match.end(2), unit
        elif word in _SCHOOLS and (match[4] or re.match(r"\s*(?:,|and\b|$)", text[match.end() :])):
            return match.end(2), "schools"
        start = match.end()
        if found and (match[3] or match[4]):
            break
    return found


def noun_before(text: str, start: int) -> str | None:
    """The unit of a number that stands in brackets behind what it counts: plans (18)."""
    word = _BEFORE_BRACKET.search(text[max(0, start - 40) : start])
    return unit_of(word[1].lower()) if word else None


def subject_of(text: str) -> str | None:
    """The unit of what a text ends by saying that it rose or fell: the number of children in care fell → children."""
    text = text[-_LONGEST_SUBJECT:]
    verb = _CHANGING.search(text)
    if verb is None:
        return None
    parts = _BESIDE.split(_CLAUSE.split(text[: verb.start()])[-1])
    units = [unit_of(word.lower()) for word in next(filter(str.strip, parts), "").split()]
    return next(filter(None, reversed(units)), None)


def unit_of(word: str) -> str | None:
    """The unit for a plural noun; None where the word is none."""
    if word in _UNITS:
        return _UNITS[word]
    tail = re.split(r"[/-]", word)[-1]
    if tail in _UNITS:
        return _UNITS[tail]
    return word if len(word) > 3 and word.endswith("s") and not word.endswith(_NO_PLURAL) else None
