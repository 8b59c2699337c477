"""What an import understood, record by record, each with its passage and what is doubtful in it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from ...records import Initiative
from ...sources.account import KINDS, once
from ...sources.importer import Doubt, Reading
from ...sources.lines import TextLine
from ...sources.merging import Change, Merged

_ON_SCREEN = {"unless you say the category with --category": "unless you choose the category among its fields"}
"""What a doubt says to those who use the command line, in words for the screen."""


@dataclass(frozen=True, slots=True)
class Passage:
    """Where a document tells of a record."""

    document: str
    lines: tuple[TextLine, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    text: str | None = None
    """In place of lines: the full text, Markdown, of what came without a page."""


@dataclass(frozen=True, slots=True)
class Record:
    """One initiative of an import."""

    change: Change
    initiative: Initiative
    """As the collection will have it."""
    places: tuple[tuple[Reading, Initiative], ...]
    """What each document says of it."""
    doubts: tuple[Doubt, ...]

    @property
    def id(self) -> str:
        return self.change.id

    @property
    def locked(self) -> bool:
        """Whether it came with the program."""
        return self.initiative.origin == "bundled"

    def passages(self) -> list[Passage]:
        """Its text in each document."""
        return [_passage(reading, told, self.doubts) for reading, told in self.places]


class Understood:
    """What was read, in the order in which a review shows it."""

    def __init__(self, readings: Sequence[Reading], merged: Merged) -> None:
        self.readings = tuple(readings)
        self.several = len(self.readings) > 1
        """Whether doubts need the name of their document."""
        told = [(reading, initiative) for reading in readings for initiative in reading.contents.initiatives]
        places: dict[str, list[tuple[Reading, Initiative]]] = {}
        for change, place in zip(merged.changes, told, strict=True):
            places.setdefault(change.id, []).append(place)
        self._doubts_of: dict[str, list[Doubt]] = {}
        self.doubts = [*self._placed(told, merged), *((Doubt("", None, text), None) for text in merged.warnings)]
        """Everything doubtful, each with the id of the record in whose lines it is."""
        held = {initiative.id: initiative for initiative in merged.contents.initiatives}
        changes = once(merged.changes)
        self.records = {
            change.id: Record(
                change,
                held[change.id],
                tuple(places[change.id]),
                tuple(self._doubts_of.get(change.id, ())),
            )
            for kind in KINDS
            for change in changes
            if change.kind == kind
        }
        """The records by id, grouped by what became of them."""

    def _placed(self, told: Iterable[tuple[Reading, Initiative]], merged: Merged) -> Iterator[tuple[Doubt, str | None]]:
        spans: dict[int, list[tuple[int, int, str]]] = {}
        for change, (reading, initiative) in zip(merged.changes, told, strict=True):
            if initiative.source.lines:
                spans.setdefault(id(reading), []).append((*initiative.source.lines, change.id))
        for reading in self.readings:
            known = sorted(spans.get(id(reading), ()))
            for doubt in reading.doubts:
                id_ = _at(known, doubt.line) if reading.text else None
                if id_:
                    self._doubts_of.setdefault(id_, []).append(doubt)
                yield doubt, id_

    def group(self, kind: str) -> list[Record]:
        """The records of which this became."""
        return [record for record in self.records.values() if record.change.kind == kind]

    @property
    def only_unchanged(self) -> bool:
        """Whether the collection has all of it already."""
        return all(record.change.kind == "unchanged" for record in self.records.values())


def left_over(reading: Reading, most: int) -> tuple[list[TextLine], int]:
    """The lines of a page that belong to no record, at most so many of them, and how many there are."""
    if reading.text is None:
        return [], 0
    spans = sorted(i.source.lines for i in reading.contents.initiatives if i.source.lines)
    starts = [first for first, _ in spans]

    def free(line: TextLine) -> bool:
        at = bisect_right(starts, line.number) - 1
        return bool(line.text) and (at < 0 or spans[at][1] < line.number)

    lines = [line for line in reading.text.lines if free(line)]
    return list(islice(lines, most)), len(lines)


def around(reading: Reading, number: int, lines: int) -> Passage:
    """A line of a page with so many before and after it."""
    return Passage(reading.name, _lines(reading, number - lines, number + lines), reading.doubts)


def _passage(reading: Reading, told: Initiative, doubts: Sequence[Doubt]) -> Passage:
    if reading.text is None or told.source.lines is None:
        return Passage(reading.name, text=told.full_text or "")
    own = tuple(doubt for doubt in doubts if doubt.document == reading.name)
    return Passage(reading.name, _lines(reading, *told.source.lines), own)


def _lines(reading: Reading, first: int, last: int) -> tuple[TextLine, ...]:
    lines = reading.text.lines if reading.text else ()
    begin = bisect_left(lines, first, key=_number)
    return lines[begin : bisect_right(lines, last, key=_number)]


def _number(line: TextLine) -> int:
    return line.number


def _at(spans: Sequence[tuple[int, int, str]], line: int | None) -> str | None:
    """Whose lines a line is one of."""
    if line is None:
        return None
    at = bisect_right(spans, line, key=lambda span: span[0]) - 1
    return spans[at][2] if at >= 0 and line <= spans[at][1] else None


def message_of(doubt: Doubt) -> str:
    """What is doubtful, in words for the screen."""
    message = doubt.message
    for said, instead in _ON_SCREEN.items():
        message = message.replace(said, instead)
    return message
