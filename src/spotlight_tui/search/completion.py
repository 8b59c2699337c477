"""What is being typed → how it may go on: the names of the query language's fields, and the values there are."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from heapq import nsmallest

from ..authority_names import bare
from ..database import lists
from ..database.reader import Reader, as_text
from ..text import fold, one_line
from .syntax import FIELDS

_NAMES = {
    "borough": ("only one borough", "leave a borough out"),
    "category": ("only one category", "leave a category out"),
    "theme": ("only one theme", "leave a theme out"),
    "partner": ("only with one partner", "leave a partner out"),
    "contact": ("only one person, by name or address", "leave a person out"),
    "in": ("look only in quotes, figures, contacts or titles", ""),
    "has": (
        "only with quotes, figures, a contact, a full text",
        "only without quotes, figures, a contact, a full text",
    ),
    "figure": ("only with a figure of a size, such as >20%", "only without a figure of a size, such as >20%"),
    "authority": ("only one borough", "leave a borough out"),
}
"""The fields' names, those that help most first, and what each does; then what it does behind a minus, if anything."""

_PLACES = {
    "quotes": "look only in what people said",
    "figures": "look only in the figures",
    "contacts": "look only in names and addresses",
    "title": "look only in the titles",
}
_PARTS = {
    "quotes": "quotations",
    "figures": "figures",
    "contact": "a person to ask",
    "fulltext": "the page’s full text",
}
_SIGNS = {">": "more than", "<": "less than", "=": "just"}

_SHORTEST = 2
"""Letters from which a word is taken for the beginning of a field's name; no two names begin with the same two."""

_MARKS = '"“”„‟«»＂'
"""Quotation marks, as `syntax` reads them."""
_TOKEN = re.compile(
    rf"(?:^|(?<=\s))(?P<minus>-?)(?:(?P<name>[^\W\d_]{{2,12}}):(?P<value>[^\s{_MARKS}]*)|(?P<begun>\w+))$"
)
_OPENED = re.compile(rf"(?:^|(?<=\s))(?P<minus>-?)(?P<name>[^\W\d_]{{2,12}}):[{_MARKS}](?P<value>[^{_MARKS}]*)$")
_SIZE = re.compile(r"(?P<sign>[<>=≥≤]{0,2})(?P<pound>£?)(?P<number>\d[\d,.]*[km]?)?(?P<percent>%?)")


@dataclass(frozen=True, slots=True)
class Completion:
    """One way in which a query may go on."""

    text: str
    """The whole line, when this is taken."""
    label: str
    explanation: str
    """A few words."""
    cursor: int
    """Where the cursor stands in the line then."""


@dataclass(frozen=True, slots=True)
class _Value:
    """What may stand behind a field's name."""

    key: str
    """As it is put into the line."""
    label: str
    initiatives: int


@dataclass(frozen=True, slots=True)
class _Place:
    """What is being typed, and where it stands in the line."""

    start: int
    end: int
    minus: str
    name: str
    """As typed before the colon; empty where there is none."""
    value: str
    """As typed so far, behind the colon or without one."""


class Completer:
    """Completes queries over one open collection; its names are read when they are first needed."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._values: dict[str, _Index] = {}

    def complete(self, typed: str, cursor: int | None = None, limit: int = 8) -> tuple[Completion, ...]:
        """What may be meant by the word before the cursor, likeliest first; nothing for a plain word.

        Args:
            typed: the line.
            cursor: where in it; at its end if not given.
            limit: how many at most.
        """
        at = len(typed) if cursor is None else max(0, min(cursor, len(typed)))
        place = _place(typed, at)
        if place is None:
            return ()
        if not place.name:
            return tuple(_name_offers(typed, place))[:limit]
        kind = fold(place.name)
        if kind in FIELDS:
            return self._value_offers(typed, place, FIELDS[kind], limit)
        if kind == "figure":
            return tuple(_sizes(typed, place))[:limit]
        if kind == "has":
            sign = "without" if place.minus else "with"
            return tuple(_of_few(typed, place, {part: f"only {sign} {said}" for part, said in _PARTS.items()}))[:limit]
        return tuple(_of_few(typed, place, _PLACES))[:limit] if kind == "in" and not place.minus else ()

    def _value_offers(self, typed: str, place: _Place, kind: str, limit: int) -> tuple[Completion, ...]:
        if kind not in self._values:
            self._values[kind] = _Index(self._read(kind))
        found = self._values[kind].beginning(fold(one_line(place.value)), limit)
        return tuple(_offer(typed, place, value.key, value.label, _count(value.initiatives)) for value in found)

    def _read(self, kind: str) -> Iterable[tuple[_Value, tuple[str, ...]]]:
        """The values of a kind that have initiatives, with the names by which each may be meant."""
        if kind == "borough":
            yield from self._boroughs()
            return
        named: list[tuple[str, str, tuple[str, ...]]]
        if kind == "category":
            counts = lists.branch(self._reader, "category")
            named = [(c.id, c.short_name, (c.short_name, c.name, c.id)) for c in self._reader.categories()]
            named.append(("related", "Related reading", ("Related reading",)))
            counts["related"] = counts.get("", 0)
        elif kind == "theme":
            counts = lists.branch(self._reader, "theme")
            named = [(t.id, t.name, (t.name, t.id)) for t in self._reader.themes()]
        else:
            counts = lists.branch(self._reader, "partner") if kind == "partner" else self._people()
            named = [(name, name, (name,)) for name in counts]
        for key, name, names in named:
            if counts.get(key) and one_line(key):
                yield _Value(one_line(key), one_line(name) or one_line(key), counts[key]), names

    def _people(self) -> dict[str, int]:
        rows = self._reader.rows("SELECT name, count(DISTINCT initiative) FROM contacts GROUP BY name ORDER BY name")
        return {name: int(count) for stored, count in rows if (name := as_text(stored))}

    def _boroughs(self) -> Iterable[tuple[_Value, tuple[str, ...]]]:
        """Authorities that have work, and those they serve: what is asked for a borough finds who serves it too."""
        having: dict[str, set[str]] = {}
        for stored, initiative in self._reader.rows("SELECT authority, initiative FROM initiative_authorities"):
            having.setdefault(as_text(stored) or "", set()).add(str(initiative))
        names: dict[str, tuple[str, ...]] = {}
        found = {name: set(initiatives) for name, initiatives in having.items()}
        for authority in self._reader.authorities():
            names[authority.name] = authority.aliases
            for served in authority.serves:
                found.setdefault(served, set()).update(having.get(authority.name, ()))
        for name, initiatives in sorted(found.items()):
            if initiatives and one_line(name):
                yield _Value(one_line(name), one_line(name), len(initiatives)), (name, bare(name), *names.get(name, ()))


class _Index:
    """Finds values by the beginning of their names, or of a word in them."""

    def __init__(self, values: Iterable[tuple[_Value, tuple[str, ...]]]) -> None:
        self._values: list[_Value] = []
        entries: list[tuple[str, bool, int]] = []
        for number, (value, names) in enumerate(values):
            self._values.append(value)
            for name in dict.fromkeys(fold(one_line(name)) for name in names):
                entries += [(name[m.start() :], m.start() > 0, number) for m in re.finditer(r"\w+", name)]
        self._entries = sorted(entries)

    def beginning(self, begun: str, limit: int) -> list[_Value]:
        """The values meant by a beginning: whole names before words in them, those with most initiatives first."""
        inside: dict[int, bool] = {}
        at = bisect_left(self._entries, (begun, False, 0))
        while at < len(self._entries) and self._entries[at][0].startswith(begun):
            _, later, number = self._entries[at]
            inside[number] = inside.get(number, True) and later
            at += 1
        order = (
            (later, -self._values[number].initiatives, number)
            for number, later in inside.items()
            if fold(self._values[number].key) != begun
        )
        return [self._values[number] for _, _, number in nsmallest(limit, order)]


def _place(typed: str, at: int) -> _Place | None:
    """The word or the value that ends at the cursor; None within a word, or within a phrase."""
    before, after = typed[:at], typed[at:]
    marks = sum(before.count(mark) for mark in _MARKS)
    if marks % 2:
        match, closing = _OPENED.search(before), bool(after) and after[0] in _MARKS
        end = at + closing
    else:
        match, end = _TOKEN.search(before), at
    if match is None or (typed[end:] and not typed[end].isspace()):
        return None
    groups: Mapping[str, str | None] = match.groupdict()
    value = groups["value"]
    return _Place(match.start(), end, groups["minus"] or "", groups["name"] or "", value or groups.get("begun") or "")


def _name_offers(typed: str, place: _Place) -> Iterable[Completion]:
    begun = fold(place.value)
    if len(begun) < _SHORTEST:
        return
    for name, (only, left_out) in _NAMES.items():
        said = left_out if place.minus else only
        if said and name.startswith(begun):
            yield _put(typed, place, f"{place.minus}{name}:", f"{place.minus}{name}:", said)


def _of_few(typed: str, place: _Place, known: Mapping[str, str]) -> Iterable[Completion]:
    """The values of a field that has few, each with what it does."""
    begun = fold(place.value)
    for name, explanation in known.items():
        if name.startswith(begun) and name != begun:
            yield _offer(typed, place, name, name, explanation)


def _sizes(typed: str, place: _Place) -> Iterable[Completion]:
    """Comparisons, then units for the number that has been typed."""
    size = _SIZE.fullmatch(place.value)
    if size is None or size["percent"] or (size["pound"] and size["number"]):
        return
    head = f"{place.minus}{place.name}:"
    if not place.value:
        for sign, said in _SIGNS.items():
            yield _put(typed, place, f"{head}{sign}", sign, f"{said} … such as {sign}20%, {sign}£600k")
    elif size["number"]:
        said = f"{_SIGNS.get(size['sign'], 'just')} {size['number']}"
        percent, pounds = f"{size['sign']}{size['number']}%", f"{size['sign']}£{size['number']}"
        if not size["number"].endswith(("k", "m")):
            yield _offer(typed, place, percent, percent, f"{said} per cent")
        yield _offer(typed, place, pounds, pounds, f"{_SIGNS.get(size['sign'], 'just')} £{size['number']}")


def _offer(typed: str, place: _Place, value: str, label: str, explanation: str) -> Completion:
    """A value behind its field's name, in quotation marks where it needs them; after it another word may begin."""
    bare_value = " ".join(value.translate({ord(mark): " " for mark in _MARKS}).split())
    shown = f'"{bare_value}"' if " " in bare_value else bare_value
    gap = "" if typed[place.end :] else " "
    return _put(typed, place, f"{place.minus}{place.name}:{shown}{gap}", label, explanation)


def _put(typed: str, place: _Place, piece: str, label: str, explanation: str) -> Completion:
    before = typed[: place.start] + piece
    return Completion(before + typed[place.end :], label, explanation, len(before))


def _count(initiatives: int) -> str:
    return f"{initiatives:,} initiative{'' if initiatives == 1 else 's'}"
