"""How the search line may go on, in a small list over the panes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from textual import events
from textual.content import Content
from textual.strip import Strip
from textual.widget import Widget

from ..present.answers import completion_lines, completions_width

if TYPE_CHECKING:
    from ...search.completion import Completion


class Completions(Widget):
    """Offers, the first of which Tab takes; the arrows go into the list where there are several."""

    def __init__(self, take: Callable[[Completion], None]) -> None:
        """Args:
        take: called with an offer that was clicked.
        """
        super().__init__(id="completions")
        self._take = take
        self.offers: tuple[Completion, ...] = ()
        self.entered: int | None = None
        """The offer that the reader moved to."""
        self._column = 0
        self.display = False

    def offer(self, offers: Sequence[Completion], column: int = 0, row: int = 0) -> None:
        """Show offers; none closes the list.

        Args:
            offers: the ways to go on.
            column: of the terminal, where the text of the line begins.
            row: of the terminal, where the list begins.
        """
        if tuple(offers) == self.offers and self.display == bool(offers):
            return
        self.offers, self.entered = tuple(offers), None
        self.display = bool(offers)
        self._column = column
        self.styles.width = min(self.app.size.width, column + completions_width(offers))
        self.styles.height = max(1, len(offers))
        self.styles.margin = (row, 0, 0, 0)
        self.refresh()

    def move(self, step: int) -> bool:
        """Move in the list; whether the list takes the step, or leaves it to what lies under it."""
        if len(self.offers) < 2 or (self.entered is None and step < 0):
            return False
        at = -1 if self.entered is None else self.entered
        at = min(at + step, len(self.offers) - 1)
        self.entered = at if at >= 0 else None
        self.refresh()
        return True

    @property
    def chosen(self) -> Completion | None:
        """The offer that Tab takes."""
        return self.offers[self.entered or 0] if self.offers else None

    def render_line(self, y: int) -> Strip:
        style = self.visual_style
        lines = completion_lines(self.offers, self.size.width, self._column, self.entered) if self.offers else []
        line = lines[y] if y < len(lines) else Content("")
        return Strip(line.render_segments(style), line.cell_length).adjust_cell_length(
            self.size.width, style.rich_style
        )

    def on_click(self, event: events.Click) -> None:
        if event.y < len(self.offers):
            self._take(self.offers[event.y])
