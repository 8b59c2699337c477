"""The forms in which a sentence states a figure: changes, ratios, ranges, money, shares, counts."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from .counted import KNOWN_UNITS, TIMES, noun, noun_before, subject_of
from .masks import MASK
from .numbers import NUMBER, SCALES, SPELLED, value_of
from .vocabulary import STOPS

_N = f"({NUMBER})"
_EITHER = f"({NUMBER}|{SPELLED})"
_FREE = r"(?<![\w.,:/£-])"
_PERCENT = r"\s?(?:%|per\s?cent\b)"
_BETWEEN = r"[^%.;£\d]{0,60}?"
_HEDGES = r"(?:(?:just|only|under|over|around|about|nearly|almost|approximately)\s+){0,2}"
_SCALE = r"(?:\s?(million|billion|thousand|bn|m|k)\b)?"
_FRACTION = (
    r"half(?![\s-](?:terms?|days?|an?|way|hour)\b)|(?:a|one)[\s-](?:third|quarter|fifth)|"
    r"(?:two|three)[\s-](?:thirds|quarters|fifths)"
)

_SIZE_OF_CHANGE = re.compile(
    r"\s*(?:percentage\s+points?\s+)?(increase|rise|growth|improvement|decrease|reduction|fall|drop|decline)\b", re.I
)
_BY = re.compile(
    r"\b(?:(?:increas|r[io]se|gr[eo]w|improv|decreas|reduc|f[ae]ll|drop|declin|cut)\w*\s+(?:by|of)|down|up)\s+$", re.I
)
_EVERY = re.compile(r"\b(?:every|each)\s+$", re.I)
_NAMED_ALREADY = re.compile(r"\b(?:the|these|those|all|our|both)\s+$", re.I)
_OF_THESE = re.compile(r"\s+of\s+(?:these|those|them|whom|which|our|their|its)(?=\s)", re.I)
_GOES_ON = re.compile(
    r"(\s+of\s+(?:these|those|them|whom|which))?\s+(?:were|are|have|had|went|came|remain|made)\b", re.I
)
_NO_CHANGE = re.compile(r"\b(?:rang\w+|ages?|aged|varying|anywhere|between|by)\s*$", re.I)
_COMPARED = re.compile(r"\b(?:compared|opposed|relative|similar|close|equal|due|thanks)\s+(?:to|→)\s", re.I)
_CHANGED = re.compile(
    r"\b(?:r[io]se[ns]?|rising|increas\w+|gr[eo]w\w*|f[ae]ll\w*|dropp?\w*|reduc\w+|decreas\w+|declin\w+|improv\w+|"
    r"went|gone|moved|came|up|down)\b",
    re.I,
)
_RATE_OF_WHAT = re.compile(r"\s+(?:of\s+)?(?:the|our|all|these|their)\s+", re.I)
_OF = re.compile(r"\s+(?:of\s+)?", re.I)
_WORD = re.compile(r"\s*([\w’'-]+)")
_MOST_WORDS = 5


@dataclass(frozen=True, slots=True)
class Found:
    """A figure in a sentence: where it stands and what it says."""

    start: int
    end: int
    unit: str | None = None
    before: float | None = None
    after: float | None = None
    note: str | None = None
    sized: bool = False
    """Whether it is the size of a change, not what there was before or after."""
    bare: bool = False
    """Whether nothing is said of what is counted."""
    goes_on: bool = False
    """Whether a number goes on with what the figure before it counted: 212 children came, 31 of these …"""


Reader = Callable[["re.Match[str]", str], "Found | None"]


def _scaled(number: str, scale: str | None) -> float:
    value = value_of(number) * SCALES.get((scale or "").lower(), 1)
    rounded = round(value, 4)
    return int(rounded) if rounded == int(rounded) else rounded


def _behind(match: re.Match[str], text: str, characters: int) -> str:
    """What stands before a match."""
    return text[max(0, match.start() - characters) : match.start()]


def _refused(match: re.Match[str], text: str) -> bool:
    return _NO_CHANGE.search(_behind(match, text, 20)) is not None or _COMPARED.search(match[0]) is not None


def _told(match: re.Match[str], text: str) -> bool:
    """Whether the words before a match say that something changed."""
    return _CHANGED.search(_behind(match, text, 80)) is not None


def _percent_change(match: re.Match[str], text: str) -> Found | None:
    if _refused(match, text):
        return None
    before, after = (value_of(group) for group in match.groups() if group)
    if "→" in match[0] or match[0].lower().startswith("from") or _told(match, text):
        return Found(*match.span(), "percent", before, after)
    return Found(*match.span(), "percent") if len(match[0].split()) <= 3 else None


def _percent_back(match: re.Match[str], text: str) -> Found:
    return Found(*match.span(), "percent", value_of(match[2]), value_of(match[1]))


def _money_change(match: re.Match[str], text: str) -> Found | None:
    if _refused(match, text):
        return None
    return Found(*match.span(), "pounds", _scaled(match[1], match[2] or match[4]), _scaled(match[3], match[4]))


def _count_change(match: re.Match[str], text: str) -> Found | None:
    if _refused(match, text):
        return None
    counted = noun(text, match.end(3))
    middle = noun(text, match.end(1))
    middle = middle if middle and middle[0] <= match.start(3) else None
    told = _told(match, text)
    if counted is None and middle is None and not told and MASK not in match[2]:
        return None
    end, unit = counted or (match.end(), middle[1] if middle else subject_of(text[: match.start()]) if told else None)
    if unit in TIMES and not told:
        return Found(match.start(), end, unit)
    return Found(match.start(), end, unit, value_of(match[1]), value_of(match[3]))


def _count_back(match: re.Match[str], text: str) -> Found | None:
    counted = noun(text, match.end(1)) or noun(text, match.end(2))
    return Found(*match.span(), counted[1], value_of(match[2]), value_of(match[1])) if counted else None


def _ratio(match: re.Match[str], text: str) -> Found | None:
    part = 1 if match[1].lower() == "one" else value_of(match[1])
    if part >= value_of(match[4]):
        return None
    counted = noun(text, match.end())
    if match[2]:  # one child in four, which is not one worker in four schools
        return None if counted and counted[1] in KNOWN_UNITS else Found(*match.span())
    if match[3].lower() == "of" and counted is None and not (match[1][0].isdigit() and match[4][0].isdigit()):
        return None
    of = _RATE_OF_WHAT.match(text, match.end())
    counted = counted or (noun(text, of.end() - 1) if of else None)
    return Found(match.start(), counted[0] if counted else match.end(), counted[1] if counted else None)


def _fraction(match: re.Match[str], text: str) -> Found:
    """A fraction, with what it is of: half of our families, a quarter of the borough."""
    start, end = match.span(match.lastindex or 0)
    sized = match[0].lower().startswith("by")
    of = _RATE_OF_WHAT.match(text, end) or _OF.match(text, end)
    counted = noun(text, of.end() - 1) if of and not sized else None
    note = "the size of a change" if sized else None
    if counted:
        return Found(start, counted[0], counted[1], note=note, sized=sized)
    last = of.end() - 1 if of and of[0].strip() else end
    for _ in range(_MOST_WORDS if last > end else 0):
        word = _WORD.match(text, last)
        if word is None or word[1].lower() in STOPS:
            break
        last = word.end()
    return Found(start, last, note=note, sized=sized)


def _range(match: re.Match[str], text: str) -> Found | None:
    percent = match[3] or match[6]
    if percent:
        return Found(*match.span(), "percent")
    counted = noun(text, match.end())
    return Found(match.start(), counted[0], counted[1]) if counted else None


def _money(match: re.Match[str], text: str) -> Found | None:
    if _EVERY.search(_behind(match, text, 10)):
        return None
    return Found(*match.span(), "pounds", None, _scaled(match[1], match[2]), "over" if match[3] else None)


def _share(match: re.Match[str], text: str) -> Found:
    behind = _SIZE_OF_CHANGE.match(text, match.end())
    changed = behind or _BY.search(_behind(match, text, 30))
    start = match.start() - (text[match.start() - 1 : match.start()] in ("+", "-", "−"))
    note = "over" if match[2] else "the size of a change" if changed else None
    end = behind.end() if behind else match.end()
    return Found(start, end, "percent", None, value_of(match[1]), note, sized=bool(changed or match[3]))


def _rate(match: re.Match[str], text: str) -> Found:
    return Found(*match.span(), None, None, value_of(match[1]), match[2])


def _large(match: re.Match[str], text: str) -> Found:
    counted = noun(text, match.end())
    end, unit = counted or (match.end(), noun_before(text, match.start()))
    return Found(match.start(), end, unit, None, _scaled(match[1], match[2]))


def _times(match: re.Match[str], text: str) -> Found | None:
    more = re.match(rf"\s+(?:(?:more|less|as|higher|lower)\s+\w+|{MASK})", text[match.end() : match.end() + 40])
    if match[2]:
        return Found(*match.span(), "times", None, 2)
    if more is None:
        return None
    end = match.end() if more[0].endswith(MASK) else match.end() + more.end()
    return Found(match.start(), end, "times", None, value_of(match[1]))


def _count(match: re.Match[str], text: str) -> Found | None:
    of = _OF_THESE.match(text, match.end())
    spelled = not match[1][0].isdigit()
    if spelled and _NAMED_ALREADY.search(_behind(match, text, 10)):
        return None
    counted = noun(text, of.end() if of else match.end(), spelled)
    note = "over" if match[2] else None
    if counted:
        return Found(match.start(), counted[0], counted[1], None, value_of(match[1]), note)
    goes_on = _GOES_ON.match(text, match.end())
    if spelled and goes_on is None:
        return None
    if goes_on and goes_on[1]:
        return Found(match.start(), goes_on.end(1), None, None, value_of(match[1]), note, goes_on=True)
    return Found(*match.span(), None, None, value_of(match[1]), note, bare=True, goes_on=goes_on is not None)


def _tally(match: re.Match[str], text: str) -> Found:
    return Found(0, match.end(), None, None, value_of(match[1]))


@dataclass(frozen=True, slots=True)
class Form:
    signs: tuple[str, ...]
    """One of which stands, in lower case, in every sentence that has this form."""
    pattern: re.Pattern[str]
    read: Reader


def _form(signs: tuple[str, ...], pattern: str, read: Reader) -> Form:
    return Form(signs, re.compile(pattern, re.I), read)


_SHARES = ("%", "cent")

FORMS = (
    _form(
        _SHARES,
        rf"(?:from\s+)?{_HEDGES}{_N}{_PERCENT}{_BETWEEN}\s(?:to|→)\s+{_HEDGES}{_N}{_PERCENT}|from\s+{_N}\s+to\s+{_N}{_PERCENT}",
        _percent_change,
    ),
    _form(
        _SHARES,
        rf"{_FREE}{_N}{_PERCENT}[^%.;£\d]{{0,80}}?"
        rf"(?:\((?:vs\.?|versus|(?:up\s+|down\s+)?from)\s+|\b(?:up|down)\s+from\s+|\((?=[^)]{{0,12}}\sin\s{MASK}))"
        rf"{_N}{_PERCENT}(?:\s+in\s+{MASK}{{4,9}})?\)?",
        _percent_back,
    ),
    _form(("£",), rf"from\s+£\s?{_N}{_SCALE}{_BETWEEN}\s+to\s+£\s?{_N}{_SCALE}", _money_change),
    _form(("from",), rf"from\s+{_EITHER}\s+((?:[A-Za-z{MASK}-]+\s+){{0,4}}?)to\s+{_EITHER}(?![\w%-])", _count_change),
    _form(
        ("instead of", "rather than", "from"),
        rf"{_FREE}{_N}\s+(?:[A-Za-z-]+\s+){{0,3}}?(?:[a-z]+,\s+)?"
        rf"(?:instead\s+of|rather\s+than|(?:up|down)\s+from|\((?:up\s+|down\s+)?from)\s+{_N}(?![\w%.,]*[\w%])\)?",
        _count_back,
    ),
    _form(
        (" in ", " of "),
        rf"\b(one|{NUMBER}|{SPELLED})\s+((?<=\bone\s)[a-z]+\s+)?"
        rf"(in(?:\s+every)?|out\s+of(?:\s+the)?|of(?:\s+(?:the|our)(?:\s+(?:first|last))?)?)\s+{_EITHER}\b(?!%)",
        _ratio,
    ),
    _form(
        ("half", "third", "quarter", "fifth"),
        rf"\b(?:by|to|than|over|nearly|almost|about|around)\s+(?:(?:nearly|almost|about|around|over)\s+)?({_FRACTION})\b|"
        rf"\b({_FRACTION})\s+of\b(?!\s+(?:them|these|those)\b)",
        _fraction,
    ),
    _form(
        ("-", "–", " to ", "between"),
        rf"(?<![\w.,-]){_N}\s?(?:[–-]|to)\s?{_N}(?![\d.])({_PERCENT})?|between\s+{_N}\s+and\s+{_N}({_PERCENT})?",
        _range,
    ),
    _form(("£",), rf"£\s?{_N}{_SCALE}(\+)?", _money),
    _form(_SHARES, rf"(?<![\w.,]){_N}(?:{_PERCENT}(\+)?|[\s-](percentage[\s-]points?))", _share),
    _form((" per ",), rf"{_FREE}{_N}(?:\s+(?:fewer|more|less|higher|lower))?\s+(per\s+{NUMBER}\s+\w+)", _rate),
    _form(("illion", "thousand"), rf"{_FREE}{_N}\s?(million|billion|thousand)\b", _large),
    _form(("times", "twice"), rf"{_FREE}{_EITHER}\s+times\b|\b(twice)\s+as\s+\w+", _times),
    _form((" – ", " — ", " - ", ":"), rf"^[^\d.!?]{{3,80}}(?:\s[–—-]|\s?:)\s*{_N}$", _tally),
    _form(("",), rf"{_FREE}{_EITHER}(\+)?(?![\w:%]|,\d|\.\d)", _count),
)
"""Each form a figure has, those first that hold others."""
