"""What was typed → words, phrases and conditions. Any text is a query; what is no sign of the language is words."""

from __future__ import annotations

import operator
import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from ..numbers import Number, numbers_in
from ..text import fold, one_line, words_of

LONGEST = 64
"""Words of a query that are read; nobody types more, and each costs a look-up."""

_LONGEST_WORD = 64
"""Letters of a word that are read."""

FIELDS = {"borough": "borough", "authority": "borough", "category": "category", "theme": "theme"} | {
    "partner": "partner",
    "contact": "contact",
}
"""The names of conditions, and what each asks."""

PLACES = {"quotes": "quotes", "figures": "figures", "contacts": "people", "title": "title"}
"""Where `in:` may look, and the searched field that it is."""

PARTS = {"quotes": "quotes", "figures": "figures", "contact": "contact", "fulltext": "fulltext"}
"""What an initiative may have."""

_SINGULAR = {"quote": "quotes", "figure": "figures", "contact": "contacts", "contacts": "contact", "titles": "title"}

_QUOTATION_MARKS = str.maketrans(dict.fromkeys("“”„‟«»＂", '"'))

_PIECE = re.compile(
    r"""\s*(?P<minus>-(?=[^\s-]))?(?:(?P<field>[^\W\d_]{2,12}):(?=[^\s/]))?(?:"(?P<phrase>[^"]*)"|(?P<word>\S+))""",
    re.X,
)
_CHUNK = re.compile(r"[^\W_]+(?:&[^\W_]+)*")
"""A word, or words with nothing but & between them, such as A&E, which are looked for together."""

_COMPARISON = re.compile(r"(?P<sign>>=|<=|=>|=<|[<>=≥≤]?)(?P<number>.+)")
_SIGNS: dict[str, Callable[[Decimal, Decimal], bool]] = {
    **dict.fromkeys((">=", "=>", "≥"), operator.ge),
    **dict.fromkeys(("<=", "=<", "≤"), operator.le),
    ">": operator.gt,
    "<": operator.lt,
    "=": operator.eq,
    "": operator.eq,
}


@dataclass(frozen=True, slots=True)
class Word:
    """A word typed; several with nothing but & between them are one."""

    text: str
    """Folded."""
    half_typed: bool = False
    """Nothing follows it: it may go on."""
    number: Number | None = None


@dataclass(frozen=True, slots=True)
class Comparison:
    """`figure:>20%`"""

    holds: Callable[[Decimal, Decimal], bool]
    number: Decimal
    unit: str
    """`percent`, `pounds` or empty."""


@dataclass(frozen=True, slots=True)
class Condition:
    """What an initiative must have, or must not."""

    kind: str
    """`borough`, `category`, `theme`, `partner`, `contact`, `has`, `figure`, `phrase` or `word`."""
    value: str
    """Folded."""
    typed: str
    """As it stands in the query."""
    negated: bool = False
    comparison: Comparison | None = None
    numbers: tuple[Number, ...] = ()
    """Of a word: the numbers in it."""


@dataclass(frozen=True, slots=True)
class Typed:
    """A query, taken apart."""

    text: str
    """In one line, as typed."""
    words: tuple[Word, ...] = ()
    conditions: tuple[Condition, ...] = ()
    places: tuple[str, ...] = ()
    """The searched fields to look in; none for all."""
    unknown_fields: tuple[tuple[str, str], ...] = ()
    """Names before a colon that are no field's, with what followed."""


def take_apart(typed: str) -> Typed:
    """The words and conditions of a query."""
    half_typed = typed[-1:].isalnum()
    text = one_line(typed).translate(_QUOTATION_MARKS)
    words: list[Word] = []
    conditions: list[Condition] = []
    places: list[str] = []
    unknown: list[tuple[str, str]] = []
    at = 0
    while at < len(text):
        piece = _PIECE.match(text, at)
        if piece is None:
            break
        at = piece.end()
        shown = piece[0].strip()
        value = piece["phrase"] if piece["phrase"] is not None else piece["word"]
        name = (piece["field"] or "").lower()
        if name:
            place = _named(value, PLACES) if name == "in" and not piece["minus"] else None
            condition = _condition(name, value, shown, bool(piece["minus"]))
            if place or condition:
                places += [PLACES[place]] if place else []
                conditions += [condition] if condition else []
                continue
            if name not in FIELDS and name != "figure":
                unknown.append((name, value))
            words += _words(f"{name} {value}")
        elif piece["phrase"] is not None or piece["minus"]:
            found = words_of(value)[:LONGEST]
            kind = "phrase" if len(found) > 1 or piece["phrase"] is not None else "word"
            if found:
                numbers = () if kind == "phrase" else tuple(numbers_in(value))
                conditions.append(Condition(kind, " ".join(found), shown, bool(piece["minus"]), numbers=numbers))
        else:
            end = _number_end(text, piece.start("word"), at)
            words += _words(text[piece.start("word") : end])
            at = end
    words = words[:LONGEST]
    if half_typed and words and not text.endswith('"') and piece and not piece["field"] and not piece["minus"]:
        last = words[-1]
        if " " not in last.text:
            words[-1] = Word(last.text, True, last.number)
    return Typed(text, tuple(words), tuple(conditions), tuple(dict.fromkeys(places)), tuple(unknown))


def _number_end(text: str, start: int, end: int) -> int:
    """Where a piece ends, when a number that begins in it goes on: `9 per cent`, `1.2 million`."""
    longest = end
    for number in numbers_in(text[start : end + 20]):
        if start + number.start < end:
            longest = max(longest, start + number.end)
    return longest


def _words(piece: str) -> list[Word]:
    found: list[Word] = []
    at = 0
    for number in numbers_in(piece):
        found += _plain(piece[at : number.start])
        text = " ".join(words_of(piece[number.start : number.end]))
        found.append(Word(text, False, number))
        at = number.end
    return found + _plain(piece[at:])


def _plain(piece: str) -> list[Word]:
    return [Word(" ".join(words_of(chunk[:_LONGEST_WORD]))) for chunk in _CHUNK.findall(fold(piece))]


def _named(value: str, names: dict[str, str]) -> str | None:
    folded = fold(value).replace("-", "").replace(" ", "")
    for name in (folded, _SINGULAR.get(folded, "")):
        if name in names:
            return name
    return None


def _condition(name: str, value: str, shown: str, negated: bool) -> Condition | None:
    if name in FIELDS and words_of(value):
        return Condition(FIELDS[name], fold(one_line(value)), shown, negated)
    if name == "has":
        part = _named(value, PARTS)
        return Condition("has", part, shown, negated) if part else None
    if name == "figure":
        comparison = _comparison(value)
        return Condition("figure", fold(value), shown, negated, comparison) if comparison else None
    return None


def _comparison(value: str) -> Comparison | None:
    match = _COMPARISON.fullmatch(value.strip())
    found = numbers_in(match["number"]) if match else []
    if match is None or len(found) != 1:
        return None
    return Comparison(_SIGNS[match["sign"]], found[0].value, found[0].unit)
