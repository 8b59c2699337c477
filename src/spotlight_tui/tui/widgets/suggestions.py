"""Nothing was found: why, and what finds something."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from ..messages import Pressed, Tried
from ..present.answers import nothing_found, suggestion_row
from .rows import Rows

if TYPE_CHECKING:
    from ...search.results import Results, Suggestion


class SuggestionList(Rows):
    """Other queries to take."""

    row_height = 3

    def __init__(self) -> None:
        super().__init__(id="suggestions")
        self._suggestions: tuple[Suggestion, ...] = ()
        self.click_opens = True

    def show(self, suggestions: tuple[Suggestion, ...], low: bool) -> None:
        """Show queries; on a low screen without blank rows between them."""
        if suggestions != self._suggestions:
            self.cursor = 0
        self._suggestions, self.row_height = suggestions, 2 if low else 3
        self.rows_changed()

    def row_count(self) -> int:
        return len(self._suggestions)

    def row(self, index: int, width: int) -> list[Content]:
        return suggestion_row(self._suggestions[index], width)

    def row_chosen(self) -> None:
        if self._suggestions:
            self.post_message(Tried(self._suggestions[self.cursor].query))


class _Why(Static):
    """A click on it does what Esc does."""

    def on_click(self) -> None:
        self.post_message(Pressed("leave"))


class NothingFound(Vertical):
    """Stands in the place of the results."""

    def __init__(self) -> None:
        super().__init__(id="nothing")
        self.border_title = " Results 0 "
        self._why = _Why(id="nothing-why")
        self.list = SuggestionList()

    def compose(self) -> ComposeResult:
        yield self._why
        yield self.list

    def show(self, results: Results, submissions: int, low: bool) -> None:
        """Tell of an answer without hits.

        Args:
            results: the answer.
            submissions: how many of the publisher's the collection holds.
            low: whether the screen is.
        """
        self._why.update(nothing_found(results, submissions))
        self.list.show(results.suggestions, low)
        self.set_class(not results.suggestions, "-bare")
