"""The list of what a search found."""

from __future__ import annotations

from collections.abc import Mapping

from textual.content import Content

from ...search.results import Hit, Results, Suggestion
from ..messages import Chosen, Highlighted, Tried
from ..present.answers import suggestion_row, suggestions_row
from ..present.flow import NONE, Words
from ..present.lists import hit_row, signposts_row
from .rows import Rows

_SIGNPOSTS, _SUGGESTIONS = "signposts", "suggestions"
"""The lines that stand over what follows the initiatives."""


class ResultList(Rows):
    """Initiatives in their order, then the signposts and other queries to try, each under a line of their own."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.row_height = 4
        self._entries: list[Hit | Suggestion | str] = []
        self._contacts: Mapping[str, str | None] = {}
        self._words: Words = NONE
        self._query = ""

    def show(self, results: Results, contacts: Mapping[str, str | None]) -> None:
        """Show another answer; while a query is refined, the cursor stays with what the reader moved it to.

        Args:
            results: the answer.
            contacts: the first contact's name by the id of an initiative.
        """
        kept = self.hit if self.cursor and _refines(self._query, results.query) else None
        above = self.cursor * self.row_height - round(self.scroll_y)
        found: list[Hit | Suggestion | str] = [hit for hit in results.hits if hit.kind == "initiative"]
        signposts = [hit for hit in results.hits if hit.kind == "signpost"]
        if signposts:
            found += [_SIGNPOSTS, *signposts]
        if found and results.suggestions:
            found += [_SUGGESTIONS, *results.suggestions]
        self._entries, self._contacts, self._words, self._query = found, contacts, results.lit, results.query
        places = (n for n, entry in enumerate(found) if kept and isinstance(entry, Hit) and entry.id == kept.id)
        self.cursor = next(places, 0)
        self.rows_changed()
        if self.cursor:
            self.scroll_to(y=self.cursor * self.row_height - above, animate=False, immediate=True)

    def forget(self) -> None:
        """No query stands any more: the next begins at its first result."""
        self._query, self.cursor = "", 0

    @property
    def hit(self) -> Hit | None:
        """What was found that the cursor stands on."""
        entry = self._entry
        return entry if isinstance(entry, Hit) else None

    @property
    def suggestion(self) -> Suggestion | None:
        """The other query that the cursor stands on."""
        entry = self._entry
        return entry if isinstance(entry, Suggestion) else None

    @property
    def _entry(self) -> Hit | Suggestion | str | None:
        return self._entries[self.cursor] if self.cursor < len(self._entries) else None

    def hit_of(self, id_: str) -> Hit | None:
        """How an initiative was found."""
        hits = (entry for entry in self._entries if isinstance(entry, Hit))
        return next((hit for hit in hits if hit.kind == "initiative" and hit.id == id_), None)

    @property
    def ids(self) -> list[str]:
        """The initiatives in the list, in order."""
        return [entry.id for entry in self._entries if isinstance(entry, Hit) and entry.kind == "initiative"]

    def set_low(self, low: bool) -> None:
        """On a low screen rows have no blank line between them."""
        height = 3 if low else 4
        if height != self.row_height:
            self.row_height = height
            self.rows_changed()

    def row_count(self) -> int:
        return len(self._entries)

    def selectable(self, index: int) -> bool:
        return not isinstance(self._entries[index], str)

    def is_branch(self, index: int) -> bool:
        return isinstance(self._entries[index], Suggestion)  # it is no page that could be looked at before

    def row(self, index: int, width: int) -> list[Content]:
        entry = self._entries[index]
        if isinstance(entry, Hit):
            return hit_row(entry, self._contacts.get(entry.id), self._words)
        if isinstance(entry, Suggestion):
            return suggestion_row(entry, width)
        return signposts_row() if entry == _SIGNPOSTS else suggestions_row()

    def cursor_moved(self) -> None:
        if self.hit:
            self.post_message(Highlighted(self.hit.kind, self.hit.id))

    def row_chosen(self) -> None:
        if self.hit:
            self.post_message(Chosen(self.hit.kind, self.hit.id))
        elif self.suggestion:
            self.post_message(Tried(self.suggestion.query))


def _refines(before: str, now: str) -> bool:
    """Whether one query is the other with more behind it."""
    return bool(before) and (now.startswith(before) or before.startswith(now))
