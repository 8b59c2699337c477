"""The list of what a search found."""

from __future__ import annotations

from collections.abc import Mapping

from textual.content import Content

from ...search.results import Hit, Results
from ..messages import Chosen, Highlighted
from ..present.flow import NONE, Words
from ..present.lists import hit_row, signposts_row
from .rows import Rows


class ResultList(Rows):
    """Initiatives in their order, then the signposts under a line of their own."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.row_height = 4
        self._hits: list[Hit | None] = []
        self._contacts: Mapping[str, str | None] = {}
        self._words: Words = NONE

    def show(self, results: Results, contacts: Mapping[str, str | None]) -> None:
        """Show another answer; the cursor stays with the initiative it was on where that was not the first.

        Args:
            results: the answer.
            contacts: the first contact's name by the id of an initiative.
        """
        kept = self.hit.id if self.hit and self.cursor else None
        found: list[Hit | None] = [hit for hit in results.hits if hit.kind == "initiative"]
        signposts = [hit for hit in results.hits if hit.kind == "signpost"]
        if signposts:
            found += [None, *signposts]
        self._hits = found
        self._contacts = contacts
        self._words = results.lit
        self.cursor = next((n for n, hit in enumerate(found) if hit and hit.id == kept), 0)
        self.rows_changed()

    @property
    def hit(self) -> Hit | None:
        """What the cursor stands on."""
        return self._hits[self.cursor] if self.cursor < len(self._hits) else None

    @property
    def ids(self) -> list[str]:
        """The initiatives in the list, in order."""
        return [hit.id for hit in self._hits if hit and hit.kind == "initiative"]

    def set_low(self, low: bool) -> None:
        """On a low screen rows have no blank line between them."""
        height = 3 if low else 4
        if height != self.row_height:
            self.row_height = height
            self.rows_changed()

    def row_count(self) -> int:
        return len(self._hits)

    def selectable(self, index: int) -> bool:
        return self._hits[index] is not None

    def row(self, index: int, width: int) -> list[Content]:
        hit = self._hits[index]
        return hit_row(hit, self._contacts.get(hit.id), self._words) if hit else signposts_row()

    def cursor_moved(self) -> None:
        if self.hit:
            self.post_message(Highlighted(self.hit.kind, self.hit.id))

    def row_chosen(self) -> None:
        if self.hit:
            self.post_message(Chosen(self.hit.kind, self.hit.id))
