"""Choosing a page to import: by its file in a folder, or by what is typed."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, cast

from textual import on
from textual.content import Content
from textual.getters import query_one
from textual.timer import Timer
from textual.widgets import Input
from textual.worker import get_current_worker

from ...collection import Collection
from ...records import Category
from ...text import one_line
from ..folders import is_address, look, place_of, shown_path
from ..messages import Listed
from ..reading import Typed
from ..widgets.file_list import FileList
from ..widgets.place_line import PlaceInput
from .reading_screen import ReadingScreen

if TYPE_CHECKING:
    from ..app import SpotlightApp

_SLOW = 0.2
"""Seconds after which it is said that a folder is being looked through."""


class ChoosingScreen(ReadingScreen):
    """A list of files, and a field that what is typed into chooses from it or names another place."""

    files = query_one("#files", FileList)
    place = query_one("#place", PlaceInput)

    def __init__(self, collection: Collection, category: Category | None) -> None:
        super().__init__(collection, category)
        self._choose_when_listed = False
        """Enter was pressed before the folder was looked through."""
        self._slow: Timer | None = None
        """Says that a folder takes its time."""

    @property
    def typed(self) -> Typed:
        """What the reader chose and typed so far."""
        return cast("SpotlightApp", self.app).typed

    def offer_keys(self) -> None:
        """Another thing is shown: other keys may do something now."""

    def begin_choosing(self) -> None:
        """Show what was typed before, and the folder it was typed in."""
        self.place.placeholder = "Part of a name, a path, or an https:// address"
        with self.prevent(Input.Changed):
            self.place.value = self.typed.place
        self.list_folder(self.typed.folder)

    # The list of files

    def list_folder(self, folder: Path | None, onto: Path | None = None) -> None:
        """Look a folder through, or the one that what is typed names, without waiting for it."""
        typed = self.place.value
        if self._slow:
            self._slow.stop()
        self._slow = self.set_timer(_SLOW, self.files.wait)
        self.run_worker(lambda: self._look(folder, typed, onto), thread=True, exclusive=True, group="files")

    def _look(self, folder: Path | None, typed: str, onto: Path | None) -> None:
        from ...sources.importer import READ_ENDINGS

        endings = (*READ_ENDINGS, ".json")
        worker = get_current_worker()
        found = look(folder, typed, lambda name: name.lower().endswith(endings), lambda: worker.is_cancelled)
        if not worker.is_cancelled:
            self.post_message(Listed(found, onto))

    @on(Listed)
    def show_folder(self, message: Listed) -> None:
        folder = message.folder
        if folder.typed != self.place.value:
            return  # an answer to what is typed no longer
        if self._slow:
            self._slow.stop()
        self.files.show(folder, message.onto)
        if not folder.typed:
            self.typed.folder = folder.path
        self.title_files()
        self.offer_keys()
        if self._choose_when_listed:
            self._choose_when_listed = False
            self.choose_typed()

    def title_files(self) -> None:
        """Name the folder over its list, its end where there is no room for all of it."""
        path = shown_path(self.files.folder.path) if self.files.folder else ""
        room = self.size.width - 30
        if len(path) > room:
            path = f"…{path[-max(8, room) :]}"
        self.files.border_title = Content(f" Choose the saved page  {path} ")

    @on(FileList.Chosen)
    def open_entry(self, message: FileList.Chosen) -> None:
        entry = message.entry
        if entry.kind == "file":
            self.read(entry.name, [str(entry.path)])
            return
        came_from = self.files.folder.path if self.files.folder and entry.kind == "above" else None
        self.go_to_folder(entry.path, came_from)

    def go_to_folder(self, folder: Path, onto: Path | None = None) -> None:
        """List another folder, whatever was typed."""
        self.say("")
        with self.prevent(Input.Changed):
            self.place.value = self.typed.place = ""
        self.files.focus()
        self.list_folder(folder, onto)

    # The field

    @on(Input.Changed, "#place")
    def place_typed(self) -> None:
        self._choose_when_listed = False
        self.typed.place = self.place.value
        self.list_folder(self.typed.folder)
        self.offer_keys()

    @on(Input.Submitted, "#place")
    def place_submitted(self) -> None:
        typed = self.place.value
        if not typed.strip():
            self.files.focus()
        elif is_address(place_of(typed)):
            self.read(one_line(place_of(typed)), [place_of(typed)])
        elif self.files.folder is None or self.files.folder.typed != typed:
            self._choose_when_listed = True
        else:
            self.choose_typed()

    def choose_typed(self) -> None:
        """Take what was typed: the file or folder of that name, else what the cursor stands on."""
        folder, entry = self.files.folder, self.files.entry
        if folder and folder.exact and folder.exact.path not in [each.path for each in folder.entries]:
            self.post_message(FileList.Chosen(folder.exact))
        elif entry and entry.kind != "above":
            self.files.row_chosen()
        else:
            self.say(f"There is no page at {one_line(self.place.value)}: check the path, or choose a file.")

    @on(PlaceInput.Complete)
    def complete_place(self) -> None:
        entry, folder = self.files.entry, self.files.folder
        if not self.place.value:
            self.files.focus()
        elif entry and folder and entry.kind != "above":
            ending = "/" if entry.kind == "folder" else ""
            self.place.value = f"{entry.path}{ending}"
            self.place.cursor_position = len(self.place.value)

    @on(PlaceInput.Move)
    def move_entry(self, message: PlaceInput.Move) -> None:
        {
            "up": lambda: self.files.move(-1),
            "down": lambda: self.files.move(1),
            "page-up": lambda: self.files.page(-1),
            "page-down": lambda: self.files.page(1),
        }[message.where]()

    @on(PlaceInput.Leave)
    def leave_place(self) -> None:
        self.files.focus()
