"""More like this, and others with this contact, partner or theme."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from textual import on, work
from textual.containers import Vertical
from textual.message import Message
from textual.widgets import Input
from textual.worker import get_current_worker

from ...collection import Collection
from ...records import Initiative, SpotlightError
from ...text import one_line
from ..changing import Arrival
from ..messages import Failed
from ..widgets.alike_list import AlikeList
from ..widgets.page import Page
from ..widgets.rows import Rows
from .collecting import CollectingScreen
from .record_screen import AIRY_FROM

if TYPE_CHECKING:
    from ...search.alike import Alike
    from .others import Shared


@dataclass(frozen=True)
class _Place:
    """Where a reader was who asked for more like something."""

    record: Initiative
    reading: bool
    browsing: bool
    top: float
    """How far the text was read."""
    to: str
    """The title of what was asked about before, where a list was shown already."""
    found: Sequence[Alike]
    """What is like that."""
    cursor: int


@dataclass(frozen=True)
class _Asked:
    """What was searched for when a reader asked who else has something."""

    record: str
    """The id of what was asked about."""
    before: str
    after: str
    """The query that finds the others."""


class LikenessScreen(CollectingScreen):
    """A screen from which a reader goes on to what is like an initiative, or shares something with it."""

    class Compared(Message):
        """What is like an initiative has been found."""

        def __init__(self, record: Initiative, found: Sequence[Alike]) -> None:
            super().__init__()
            self.record = record
            self.found = found

    class Counted(Message):
        """What an initiative shares with others has been found."""

        def __init__(self, record: Initiative, shared: Sequence[Shared]) -> None:
            super().__init__()
            self.record = record
            self.shared = shared

    def __init__(self, collection: Collection, classes: str | None = None, arrival: Arrival | None = None) -> None:
        super().__init__(collection, classes, arrival)
        self._alike: AlikeList | None = None
        """Made when it is first asked for."""
        self._places: list[_Place] = []
        """The way back, the last step at the end."""
        self._asked: list[_Asked] = []
        """The same for the queries that found others."""

    @property
    def shows_alike(self) -> bool:
        """Whether what is like an initiative stands in the place of the results."""
        return bool(self._places)

    @property
    def list_in_use(self) -> Rows:
        return self._alike if self._alike and self._places else super().list_in_use

    def on_resize(self) -> None:
        if self._alike:
            self._fit_alike(self._alike)

    def _fit_alike(self, rows: AlikeList) -> None:
        width, height = self.app.size
        rows.set_low(height < AIRY_FROM)
        rows.click_opens = width < 80

    @property
    def _meant(self) -> Initiative | None:
        """What is shown, or is about to be: keys may come faster than the text follows the cursor."""
        rows, key = self.focused, None
        hit, node = self.results.hit, self.category_tree.node
        if rows is self.results and hit:
            key = hit.id if hit.kind == "initiative" else None
        elif rows is self.category_tree and node:
            key = node.key if node.kind == "initiative" else None
        elif self._alike and rows is self._alike and self._alike.found:
            key = self._alike.ids[self._alike.cursor]
        if key:
            self.follow("initiative", key)
        return self._record

    # More like this

    def action_like(self) -> None:
        record = self._meant
        if record:
            self._compare(record)

    @work(thread=True, exclusive=True, group="like")
    def _compare(self, record: Initiative) -> None:
        try:
            found = self.collection.like(record.id)
        except SpotlightError as error:
            self.post_message(Failed(str(error)))
            return
        if not get_current_worker().is_cancelled:
            self.post_message(self.Compared(record, found))

    @on(Compared)
    async def show_alike(self, message: Compared) -> None:
        record, found = message.record, message.found
        if record is not self.initiative:
            return  # the reader has gone on
        if not found:
            text = f"No other initiative in this collection is like {record.title}."
            self.key_line.tell("Nothing alike", text, good=False, whole=True)
            return
        rows = await self._alike_list()
        self._places.append(self._place(record, rows))
        rows.show(record.title, found)
        self.add_class("searching", "alike")
        self.remove_class("reading", "browsing")
        self.follow("initiative", found[0].id)
        rows.focus()
        self.offer_keys()

    async def _alike_list(self) -> AlikeList:
        if self._alike is None:
            self._alike = AlikeList(id="alike")
            self._fit_alike(self._alike)
            await self.query_one("#left", Vertical).mount(self._alike, after=self.results)
        return self._alike

    def _place(self, record: Initiative, rows: AlikeList) -> _Place:
        reading, browsing = isinstance(self.focused, Page), self.has_class("browsing")
        return _Place(record, reading, browsing, self.detail.scroll_y, rows.to, rows.found, rows.cursor)

    def leave_alike(self) -> None:
        """Go back to where the reader was before what is shown was asked for."""
        place = self._places.pop()
        if self._places and self._alike:
            self._alike.show(place.to, place.found, place.cursor)
        else:
            self._end_alike()
        self.set_class(place.browsing, "browsing")
        if place.record is not self.initiative:
            self.show(place.record)
        # The page is laid out for its own width again before it is scrolled.
        back = partial(self.detail.scroll_to, y=place.top, animate=False, immediate=True)
        self.call_after_refresh(self.detail.call_later, back)
        if place.reading:
            self.read()
        else:
            self.remove_class("reading")
            (self.category_tree if place.browsing else self.list_in_use).focus()
        self.offer_keys()

    def _end_alike(self) -> None:
        self._places.clear()
        self.remove_class("alike")
        self.set_class(bool(self.query_text), "searching")

    @on(Input.Changed, "#search")
    def search_instead(self, event: Input.Changed) -> None:
        """Whoever types looks for something else."""
        if self._places and one_line(event.value) != self.query_text:
            self._end_alike()
        if self._asked and event.value != self._asked[-1].after:
            self._asked.clear()

    def clear_query(self) -> None:
        """Go back to what was searched for before the others of something; from anything else to the tree."""
        if not self._asked:
            super().clear_query()
            return
        asked = self._asked.pop()
        if asked.before:
            self._to_choose = asked.record
            self.search_input.value = asked.before
            self.list_in_use.focus()
        else:
            self.follow("initiative", asked.record)
            super().clear_query()

    @on(Input.Submitted, "#search")
    def leave_for_alike(self, event: Input.Submitted) -> None:
        """Enter in the search line leaves it for the list that is shown."""
        if self._places:
            event.prevent_default()
            self.list_in_use.focus()

    # Others with this

    def action_others(self) -> None:
        record = self._meant
        if record and (record.contacts or record.partners or record.themes):
            self._count_others(record)
        elif record:
            self._tell_missing("The source names no contact and no partner, and it has no theme.")

    @work(thread=True, exclusive=True, group="others")
    def _count_others(self, record: Initiative) -> None:
        from .others import shared_by

        try:
            shared = shared_by(self.collection, record)
        except SpotlightError as error:
            self.post_message(Failed(str(error)))
            return
        if not get_current_worker().is_cancelled:
            self.post_message(self.Counted(record, shared))

    @on(Counted)
    def ask_which(self, message: Counted) -> None:
        if message.record is not self.initiative or self.app.screen is not self:
            return
        if not message.shared:
            text = f"No other initiative has a contact, a partner or a theme of {message.record.title}."
            self.key_line.tell("No others", text, good=False, whole=True)
            return
        from .others import OthersScreen

        self.app.push_screen(OthersScreen(message.record.title, message.shared), self._show_others)

    def _show_others(self, chosen: Shared | None) -> None:
        """Put into the search line what finds them, and stand on the first that is another."""
        if chosen is None:
            return
        self._to_choose = chosen.others[0]
        if self.search_input.value == chosen.query:
            self._end_alike()
            self.results.focus()
        elif self.initiative:
            self._asked.append(_Asked(self.initiative.id, self.search_input.value, chosen.query))
        self.search_input.value = chosen.query
