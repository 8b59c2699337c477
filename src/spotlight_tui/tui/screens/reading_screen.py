"""What the screens of an import share: reading, and the review of what was read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from ...collection import Collection
from ...records import Category
from ..present.flow import plain
from ..reading import Read, read
from ..work import Outcome
from .work_screen import WorkScreen

if TYPE_CHECKING:
    from ...sources.corrections import Fields

TAKE_BACK = "take back"
"""The reader wants the last import taken back."""

STOPPED = "Stopped. Nothing was changed."

Result = Read | str | None
"""What was read and accepted, TAKE_BACK, or nothing."""


class ReadingScreen(Screen[Result]):
    """A screen from which documents are read; dismissed with what was accepted of them."""

    CSS_PATH = "importing.tcss"
    HORIZONTAL_BREAKPOINTS = [(0, "-stacked"), (110, "-beside")]
    VERTICAL_BREAKPOINTS = [(0, "-tiny"), (12, "-low"), (30, "-tall")]
    TITLE_SHOWN: ClassVar[str]

    def __init__(self, collection: Collection, category: Category | None) -> None:
        """Args:
        collection: the one that is read; the imports are laid upon the reader's own.
        category: the one that the reader came from.
        """
        super().__init__()
        self.collection = collection
        self.category = category

    def head(self, about: Content) -> ComposeResult:
        """The title, and what to do."""
        yield Static(Content(self.TITLE_SHOWN), classes="reading-title")
        yield Static(about, classes="reading-about")

    def foot(self) -> ComposeResult:
        """Room for what went wrong, at the end, where it pushes nothing away that is looked at."""
        yield Static(classes="reading-said -empty")

    def say(self, text: str) -> None:
        """Say what went wrong, until the next thing is done; an empty text takes it away."""
        said = self.query_one(".reading-said", Static)
        said.update(plain(text))
        said.set_class(not text, "-empty")

    def read(self, what: str, places: Sequence[str] = (), pasted: str | None = None) -> None:
        """Read files and addresses, or a pasted text, and show what was understood."""
        self.say("")
        category = self.category

        def ended(outcome: Outcome[Read]) -> None:
            self.call_later(self._was_read, outcome)  # what this screen opens next answers to this screen

        self.app.push_screen(
            WorkScreen(f"Reading {what}", lambda progress: read(places, pasted, category, progress), ended)
        )

    def _was_read(self, outcome: Outcome[Read]) -> None:
        self.app.pop_screen()
        if outcome.value:
            self.review(outcome.value)
        else:
            self.say(STOPPED if outcome.stopped else outcome.error or "")

    def review(self, found: Read) -> None:
        """Show what was read beside its text; what is accepted is the end of this screen."""
        from .reviewing import ReviewScreen

        def reviewed(corrections: Mapping[str, Fields] | None) -> None:
            if corrections is not None:
                self.dismiss(found.mended(corrections))

        self.app.push_screen(ReviewScreen(found.readings, found.merged, self.collection), reviewed)
