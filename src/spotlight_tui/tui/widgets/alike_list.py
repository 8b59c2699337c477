"""The list of what is like an initiative, each with what both have."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from ...search.alike import Alike
from ...text import one_line
from ..messages import Chosen, Highlighted
from ..present.alike import alike_row
from .rows import Rows

_AIRY, _LOW = 5, 4


class AlikeList(Rows):
    """Stands in the place of the results while it is asked for."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.row_height = _AIRY
        self.to = ""
        """The title of what they are like."""
        self.found: Sequence[Alike] = ()

    def show(self, to: str, found: Sequence[Alike], cursor: int = 0) -> None:
        """Show what is like something, the cursor on one of them."""
        self.to, self.found, self.cursor = to, found, cursor
        self.border_title = Content(f" More like {one_line(to)} ")
        self.rows_changed()

    def set_low(self, low: bool) -> None:
        """On a low screen rows have no blank line between them."""
        height = _LOW if low else _AIRY
        if height != self.row_height:
            self.row_height = height
            self.rows_changed()

    @property
    def ids(self) -> list[str]:
        return [alike.id for alike in self.found]

    def row_count(self) -> int:
        return len(self.found)

    def row(self, index: int, width: int) -> list[Content]:
        return alike_row(self.found[index], width)

    def cursor_moved(self) -> None:
        if self.cursor < len(self.found):
            self.post_message(Highlighted("initiative", self.found[self.cursor].id))

    def row_chosen(self) -> None:
        if self.cursor < len(self.found):
            self.post_message(Chosen("initiative", self.found[self.cursor].id))
