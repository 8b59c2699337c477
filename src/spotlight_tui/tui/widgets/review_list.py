"""The list of a review: documents, records by what becomes of them, doubts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from textual.content import Content
from textual.message import Message

from ...sources.account import KINDS
from ..present.reviewing import document_row, document_rows, doubt_row, heading_rows, record_row
from ..present.understood import Understood
from .rows import Rows

_BLANK = Content("")
_LOW = 12
"""Rows from which headings have a blank one before them."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What a row stands for."""

    kind: str
    """document, record, doubt, or text for what only stands there."""
    key: str = ""
    """The number of the document or doubt, the id of the record."""
    content: Content = _BLANK


class ReviewList(Rows):
    """Everything that was understood of an import, a row for each thing."""

    class Moved(Message):
        """The cursor stands on another row."""

        def __init__(self, entry: Entry) -> None:
            super().__init__()
            self.entry = entry

        def can_replace(self, message: Message) -> bool:
            """While one record is laid out, the cursor may have gone past others."""
            return isinstance(message, ReviewList.Moved)

    class Opened(Message):
        """Enter or a double click on it."""

        def __init__(self, entry: Entry) -> None:
            super().__init__()
            self.entry = entry

    def __init__(self, understood: Understood, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._understood = understood
        self._entries: list[Entry] = []
        self._built_for = 0
        self.states: Mapping[str, tuple[str, str]] = {}
        """What stands to the right of records, with its style, by their ids."""

    def on_resize(self) -> None:
        width = self.scrollable_content_region.width - 2
        if width == self._built_for or width <= 0:
            return
        kept = self.entry
        self._built_for = width
        self._entries = list(self._made(width))
        self.cursor = self._place(kept.kind, kept.key) if kept else self._nearest(0, 1)
        if kept is None:
            self.cursor_moved()

    def _made(self, width: int) -> Iterator[Entry]:
        understood = self._understood
        if understood.several:
            yield from self._heading("Documents", len(understood.readings), width, is_first=True)
        for number, reading in enumerate(understood.readings):
            rows = [document_row(reading, width)] if understood.several else document_rows(reading, width)
            for row, content in enumerate(rows):
                yield Entry("text" if row else "document", str(number), content)
        for kind, label in KINDS.items():
            records = understood.group(kind)
            if records:
                yield from self._heading(label, len(records), width)
                yield from (Entry("record", record.id) for record in records)
        if understood.doubts:
            yield from self._heading("Doubtful, or not understood", len(understood.doubts), width)
            yield from (Entry("doubt", str(number)) for number in range(len(understood.doubts)))

    def _heading(self, label: str, count: int, width: int, is_first: bool = False) -> Iterator[Entry]:
        if not is_first and self.size.height > _LOW:
            yield Entry("text")
        yield from (Entry("text", content=content) for content in heading_rows(label, count, width))

    def _place(self, kind: str, key: str) -> int:
        return next((n for n, entry in enumerate(self._entries) if (entry.kind, entry.key) == (kind, key)), 0)

    # What is under the cursor

    @property
    def entry(self) -> Entry | None:
        return self._entries[self.cursor] if self.cursor < len(self._entries) else None

    def go_to(self, kind: str, key: str) -> None:
        """Put the cursor on a document, a record or a doubt."""
        self.move_to(self._place(kind, key))

    def step(self, step: int) -> None:
        """Put the cursor on the next or previous record."""
        at = self.cursor + step
        while 0 <= at < len(self._entries) and self._entries[at].kind != "record":
            at += step
        if 0 <= at < len(self._entries):
            self.move_to(at)

    def show_states(self, states: Mapping[str, tuple[str, str]]) -> None:
        """Show what was done to records."""
        self.states = states
        self._memo.clear()
        self.refresh()

    # Rows

    def row_count(self) -> int:
        return len(self._entries)

    def selectable(self, index: int) -> bool:
        return self._entries[index].kind != "text"

    def row(self, index: int, width: int) -> list[Content]:
        entry = self._entries[index]
        if entry.kind == "record":
            return [record_row(self._understood.records[entry.key], self.states.get(entry.key), width)]
        if entry.kind == "doubt":
            doubt, _ = self._understood.doubts[int(entry.key)]
            return [doubt_row(doubt)]
        return [entry.content]

    def cursor_moved(self) -> None:
        if self.entry:
            self.post_message(self.Moved(self.entry))

    def row_chosen(self) -> None:
        if self.entry:
            self.post_message(self.Opened(self.entry))
