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


ALL = 1000
"""As many offers as there may be: the list says how many it does not show."""
_MOST = 8
"""Offers that are shown where there are more."""
_EDGE = 1
"""Cells of the edge, to the right and below."""
_BELOW = 2
"""Rows that the list leaves free: its edge and the keys."""


class Completions(Widget):
    """Offers, the first of which Tab takes; the arrows go into the list where there are several."""

    def __init__(self, take: Callable[[Completion], None]) -> None:
        """Args:
        take: called with an offer that was clicked.
        """
        super().__init__(id="completions")
        self._take = take
        self._all: tuple[Completion, ...] = ()
        self.offers: tuple[Completion, ...] = ()
        """Those that are shown."""
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
        if tuple(offers) == self._all and self.display == bool(offers):
            return
        width, height = self.app.size
        room = min(_MOST + 1, max(2, height - row - _BELOW))
        self._all, self.entered = tuple(offers), None
        self.offers = self._all if len(offers) <= room else self._all[: room - 1]
        self.display = bool(offers)
        self._column = column
        self.styles.width = min(width, column + completions_width(self.offers, self._more) + _EDGE)
        rows = len(self.offers) + bool(self._more)
        # One row has none below: it would lie on the titles of the panes.
        self.set_class(rows > 1, "-several")
        self.styles.height = rows + _EDGE if rows > 1 else 1
        self.styles.margin = (row, 0, 0, 0)
        self.refresh()

    @property
    def _more(self) -> int:
        """How many offers are not shown."""
        return len(self._all) - len(self.offers)

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
        lines = completion_lines(self.offers, self.size.width, self._column, self.entered, self._more)
        line = lines[y] if y < len(lines) else Content("")
        return Strip(line.render_segments(style), line.cell_length).adjust_cell_length(
            self.size.width, style.rich_style
        )

    def on_click(self, event: events.Click) -> None:
        if event.y < len(self.offers):
            self._take(self.offers[event.y])
