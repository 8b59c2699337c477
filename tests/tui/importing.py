"""A reader who imports: pages saved in a folder, and what stands in place of the review and of a slow disk."""

from __future__ import annotations

import shutil
import threading
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path

import platformdirs
import pytest
from textual.app import ComposeResult
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from spotlight_tui import Collection, paths
from spotlight_tui.database.writer import write
from spotlight_tui.progress import Progress
from spotlight_tui.sources.corrections import Fields
from spotlight_tui.sources.importer import Reading, read_places
from spotlight_tui.sources.imports import Imports
from spotlight_tui.sources.merging import Merged
from spotlight_tui.tui.screens import reviewing

from .terminal import Terminal, opened

PAGES = Path(__file__).parent.parent / "pages" / "documents"
PAGE = (PAGES / "lines.txt").read_text(encoding="utf-8")
FIRST = "merton-allotment-saturdays"
REAL_REVIEW = reviewing.ReviewScreen
Corrections = dict[str, Fields] | None
Opened = Callable[..., AbstractAsyncContextManager[Terminal]]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where the reader's browser saves pages: one of them, another file, and a folder with one more page."""
    downloads = tmp_path / "Downloads"
    (downloads / "older").mkdir(parents=True)
    shutil.copy(PAGES / "lines.txt", downloads / "gardens.txt")
    shutil.copy(PAGES / "live.html", downloads / "older" / "kitchens.html")
    (downloads / "holiday.png").write_bytes(b"\x89PNG")
    return downloads


class Review(Screen[Corrections]):
    """In place of the review, which has tests of its own: shows what it is given, and mends nothing."""

    BINDINGS = [("A", "accept"), ("escape", "go_back")]

    def __init__(self, readings: Sequence[Reading], merged: Merged, collection: Collection) -> None:
        super().__init__()
        self.readings, self.merged = readings, merged
        assert collection.counts().initiatives

    def compose(self) -> ComposeResult:
        initiatives = [i for reading in self.readings for i in reading.contents.initiatives]
        names = [reading.name for reading in self.readings]
        said = [*names, *(i.title for i in initiatives), *self.merged.warnings]
        yield Static(Content("\n".join(said)))

    def action_accept(self) -> None:
        self.dismiss({})

    def action_go_back(self) -> None:
        self.dismiss(None)


@pytest.fixture
def program(folder: Path, invented: Collection, monkeypatch: pytest.MonkeyPatch) -> Opened:
    """The program on the reader's own collection."""
    monkeypatch.delenv("SPOTLIGHT_DB")
    monkeypatch.setattr(paths, "bundled_database", lambda: invented.path)
    monkeypatch.setattr(reviewing, "ReviewScreen", Review)
    monkeypatch.setattr(platformdirs, "user_downloads_path", lambda: folder)

    @asynccontextmanager
    async def start(size: tuple[int, int] = (100, 30)) -> AsyncIterator[Terminal]:
        async with opened(Collection.open(), size) as t:
            yield t
            t.app.collection.close()

    return start


@pytest.fixture
def before(program: Opened) -> None:
    """The page has been imported before."""
    imports = Imports.of_reader()
    readings, _ = read_places([str(PAGES / "lines.txt")], imports.contents(), "2026-11-01")
    imports.add([readings[0].brought], "2026-11-01T12:00:00+00:00", ["gardens.txt"])


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch) -> Iterator[Gate]:
    """Holds what is written until it is let through."""
    gate = Gate()
    monkeypatch.setattr("spotlight_tui.database.writer.write", gate.write)
    yield gate
    gate.open.set()


class Gate:
    """A disk that waits to be told that it may be written."""

    def __init__(self) -> None:
        self.reached, self.open = threading.Event(), threading.Event()

    def write(self, contents: object, path: Path, progress: Progress) -> None:
        self.reached.set()
        while not self.open.wait(0.01):
            progress("Writing the tables", 1, 2)
        write(contents, path, progress)  # type: ignore[arg-type]


def screen(t: Terminal) -> object:
    return type(t.app.screen)


async def import_page(t: Terminal) -> None:
    """Import the page in the reader's downloads."""
    await t.press("i", "enter")
    assert screen(t) is Review, t.lines()
    await t.press("A")


async def go_to_empty(t: Terminal) -> str:
    """Go to a category that holds nothing; gives its address."""
    category = next(c for c in t.app.collection.categories if not c.initiatives)
    await t.press("g", *["j"] * category.number)
    assert category.source_url
    return category.source_url
