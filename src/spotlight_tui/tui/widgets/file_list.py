"""The list of files and folders to choose a page from."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from textual.content import Content
from textual.message import Message

from ..folders import MOST_ROWS, Entry, Folder
from ..present.flow import plain
from ..present.importing import file_row
from .rows import Rows


class FileList(Rows):
    """Shows what a worker found in a folder."""

    class Chosen(Message):
        """Enter or a second click on an entry."""

        def __init__(self, entry: Entry) -> None:
            super().__init__()
            self.entry = entry

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._entries: list[Entry] = []
        self._note: Content | None = Content("Looking…")
        self._now = datetime.now()
        self.folder: Folder | None = None
        """What is listed; None before the first folder is."""

    def show(self, folder: Folder, onto: Path | None = None) -> None:
        """List a folder; the cursor goes to `onto`, else to the first page."""
        self.folder = folder
        self._entries = list(folder.entries)
        self._now = datetime.now()
        self._note = self._said(folder)
        wanted = folder.exact.path if folder.exact else onto
        places = [number for number, entry in enumerate(self._entries) if entry.path == wanted]
        places += [number for number, entry in enumerate(self._entries) if entry.kind != "above"]
        self.cursor = places[0] if places else 0
        self.rows_changed()

    def wait(self) -> None:
        """Another folder takes its time."""
        self._entries, self._note = [], Content("Looking…")
        self.rows_changed()

    def _said(self, folder: Folder) -> Content | None:
        if folder.problem:
            return plain(folder.problem, "$warn")
        if folder.more:
            return Content.styled(f"More than {MOST_ROWS} are here: type a part of the name.", "italic $faint")
        if all(entry.kind == "above" for entry in folder.entries):
            said = "Nothing here is named so." if folder.typed else "No page here that can be read."
            return Content.styled(said, "italic $faint")
        return None

    @property
    def entry(self) -> Entry | None:
        """What the cursor stands on."""
        return self._entries[self.cursor] if self.cursor < len(self._entries) else None

    def row_count(self) -> int:
        return len(self._entries) + bool(self._note)

    def selectable(self, index: int) -> bool:
        return index < len(self._entries)

    def is_branch(self, index: int) -> bool:
        return self._entries[index].kind != "file"

    def row(self, index: int, width: int) -> list[Content]:
        if index < len(self._entries):
            return [file_row(self._entries[index], width, self._now)]
        return [Content.assemble("  ", self._note or "")]

    def row_chosen(self) -> None:
        if self.entry:
            self.post_message(self.Chosen(self.entry))
