"""Searching as one types, and the tree that follows what was found."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from textual import on, work
from textual.containers import Vertical
from textual.content import Content
from textual.getters import query_one
from textual.widgets import Input
from textual.worker import get_current_worker

from ...collection import Collection
from ...records import SpotlightError
from ...text import one_line
from ..messages import Chosen, Counted, Failed, Found, Offered, Tried
from ..present.answers import sentences
from ..present.counts import held
from ..present.flow import NONE
from ..widgets.branches import Branches, Path
from ..widgets.category_tree import CategoryTree
from ..widgets.completions import ALL
from ..widgets.results import ResultList
from ..widgets.rows import Rows
from ..widgets.said import Said
from ..widgets.search_line import SearchInput, SearchLine
from ..widgets.suggestions import NothingFound
from .pinpointing import PinpointingScreen
from .record_screen import AIRY_FROM

if TYPE_CHECKING:
    from ...search.results import Hit, Results

_MOST = 200
"""Hits of a search that are listed; the tree counts all."""


class SearchingScreen(PinpointingScreen):
    """A record's screen with a search line, its results, and the tree to browse by."""

    category_tree = query_one("#tree", CategoryTree)
    left = query_one("#left", Vertical)
    results = query_one("#results", ResultList)
    search_line = query_one(SearchLine)
    search_input = query_one("#search", SearchInput)

    def __init__(self, collection: Collection, classes: str | None = None) -> None:
        super().__init__(collection, classes)
        self.query_text = ""
        """What is searched for; nothing where all is shown."""
        self._found: Results | None = None
        self._typed = ""
        """The same with its spaces: one at the end says that the last word is whole."""
        self._go_when_found = False
        """Enter was pressed before the answer came."""
        self._took = ""
        """How many were found in what time."""
        self._said: Said | None = None
        self._nothing: NothingFound | None = None

    def on_mount(self) -> None:
        self.search_line.completing = self.collection.complete

    def on_resize(self) -> None:
        if self._found:
            self._say_read(self._found)
        if self._nothing and self._found and not self._found.total:
            self._say_nothing(self._found)

    @property
    def forgiven(self) -> bool:
        """Whether what is shown was found by another word than was typed."""
        return bool(self._found and (self._found.corrections or self._found.readings))

    @property
    def list_in_use(self) -> Rows:
        """The list a reader chooses from at the moment."""
        if self._nothing and self.has_class("nothing"):
            return self._nothing.list
        return self.results if self.query_text and self.results.display else self.category_tree

    def show_node(self) -> None:
        """Show what the tree's cursor stands on."""
        node = self.category_tree.node
        if node:
            self.follow(node.kind, node.key)

    def read(self) -> None:
        """Go to the detail pane; on a narrow screen it takes the place of the list."""
        self.add_class("reading")
        self.detail.focus()
        self.detail.mark_in_view()

    def state_when_idle(self) -> None:
        """Without a title row the search line says what is in the collection."""
        low = self.app.size.height < AIRY_FROM and not self.query_text
        self.search_line.say(held(self.collection.counts().submissions, self.app.size.width >= 80) if low else "")

    @on(Input.Changed, "#search")
    def query_changed(self, event: Input.Changed) -> None:
        query = one_line(event.value)
        if event.value == self._typed:
            return
        self._typed, self.query_text = event.value, query
        self._go_when_found = False
        if query:
            self.remove_class("browsing")
            self._look_for(event.value, exact=False)
        else:
            self._end_search()

    def _look_for(self, query: str, exact: bool) -> None:
        self._search(query, exact, self.search_input.cursor_position, self.category_tree.open_branches)

    @work(thread=True, exclusive=True, group="search")
    def _search(self, query: str, exact: bool, cursor: int, open_: frozenset[Path]) -> None:
        """Everything that an answer takes is looked up here: the screen only shows it."""
        worker = get_current_worker()
        try:
            self.post_message(Offered(query, self.collection.complete(query, cursor, limit=ALL)))
            began = time.perf_counter()
            results = self.collection.search(query, limit=_MOST, exact=exact)
            milliseconds = (time.perf_counter() - began) * 1000
            if worker.is_cancelled:
                return
            shown = [hit.id for hit in results.hits if hit.kind == "initiative"]
            contacts = {listing.id: listing.contact for listing in self.collection.listings(ids=shown)}
            self.post_message(Found(results, milliseconds, contacts))
            branches = Branches(self.collection, results.ids)
            for _ in branches.load(open_):
                if worker.is_cancelled:
                    return
            self.post_message(Counted(results.query, branches))
        except SpotlightError as error:
            self.post_message(Failed(str(error)))

    @on(Offered)
    def show_offered(self, message: Offered) -> None:
        if message.typed == self.search_input.value:
            self.search_line.offer(message.offers)

    @on(Found)
    def show_found(self, message: Found) -> None:
        results = message.results
        if results.query != self.query_text:
            return  # an answer to what is typed no longer
        self._found = results
        self.words = results.lit
        self.results.show(results, message.contacts)
        self.add_class("searching")
        self.remove_class("reading", "browsing")
        self.set_class(not results.total, "nothing")
        self._took = f"{results.total} found · {message.milliseconds:.0f} ms"
        self._say_read(results)
        if results.total:
            self._show_hit()
        else:
            self._say_nothing(results)
        if self._go_when_found:
            self._go_when_found = False
            self._leave_line()
        self.offer_keys()

    @on(Counted)
    def show_counted(self, message: Counted) -> None:
        if message.query == self.query_text:
            self.category_tree.narrow(message.branches.ids, message.branches)

    def _show_hit(self) -> None:
        hit = self.results.hit
        if hit is None:
            return
        if hit.kind == "initiative" and self.initiative and self.initiative.id == hit.id:
            self.show(self.initiative, keep_place=True)  # other words are lit up now
        else:
            self.key_line.forget()
            self.follow(hit.kind, hit.id)

    def _say_read(self, results: Results | None) -> None:
        """Say in one line how much was found, and in another what was read for what was typed.

        On a low screen the other line is there for what was forgiven alone: the list would jump about under it.
        """
        said = sentences(results) if results and results.total else []
        beside = None
        if results:
            title = Content(f" Results {results.total} ")
            if said and not results.corrections and self.app.size.height < AIRY_FROM:
                beside, said = said[0], []
            if not self.search_line.say(self._took, beside) and beside:
                title = Content.assemble(title, "· ", beside, " ")
            self.results.border_title = title
        self.set_class(bool(said), "said")
        if self._said is None:
            if not said:
                return
            self._said = Said()
            self.mount(self._said, after=self.search_line)
        self._said.say(said)

    def _say_nothing(self, results: Results) -> None:
        self.shown, self.aside.display = False, False
        if self._nothing is None:
            self._nothing = NothingFound()
            self.left.mount(self._nothing, after=self.results)
        self._nothing.show(results, self.collection.counts().submissions, self.app.size.height < AIRY_FROM)

    def action_insist(self) -> None:
        if self.forgiven:
            self._look_for(self._typed, exact=True)

    def _end_search(self) -> None:
        self._found = None
        self.words = NONE
        self.results.forget()
        self.remove_class("searching", "nothing", "browsing", "reading")
        self._say_read(None)
        self.state_when_idle()
        shown = self.initiative
        self.category_tree.narrow(None)
        if shown:
            self.category_tree.go_to(shown.id)
            self.show(shown, keep_place=True)
        else:
            self.show_node()

    @on(Failed)
    def tell_failure(self, message: Failed) -> None:
        self.key_line.tell("Failed", message.text, good=False)

    @on(SearchInput.Move)
    def move_result(self, message: SearchInput.Move) -> None:
        rows = self.list_in_use
        {
            "up": lambda: rows.move(-1),
            "down": lambda: rows.move(1),
            "page-up": lambda: rows.page(-1),
            "page-down": lambda: rows.page(1),
        }[message.where]()

    @on(Tried)
    def try_other(self, message: Tried) -> None:
        """Put another query into the line, as if the reader had typed it."""
        self.search_input.focus()
        self.search_input.value = message.query
        self.search_input.cursor_position = len(message.query)

    @on(Input.Submitted, "#search")
    def leave_for_result(self) -> None:
        if not self.query_text:
            self.category_tree.focus()
        elif self._found is None or self._found.query != self.query_text:
            self._go_when_found = True
        elif self.list_in_use.cursor if self.has_class("nothing") else self.results.suggestion:
            self.list_in_use.row_chosen()  # the reader moved to it
        else:
            self._leave_line()

    def _leave_line(self) -> None:
        """Go to what was found, or to what else may be tried."""
        rows = self.list_in_use
        if not rows.row_count():
            return
        rows.focus()
        if self.has_class("-narrow") and not self.has_class("nothing"):
            self.read()
        self.open_where_found()

    def action_result_go(self) -> None:
        self.leave_for_result()

    def action_result_next(self) -> None:
        self.list_in_use.move(1)

    def action_leave(self) -> None:
        self.leave_search()

    @on(SearchInput.Leave)
    def leave_search(self) -> None:
        if self.has_class("nothing"):
            self.clear_query()
        else:
            self.list_in_use.focus()

    def clear_query(self) -> None:
        self.search_input.value = ""
        self.category_tree.focus()

    def hit_of(self, id_: str) -> Hit | None:
        return self.results.hit_of(id_) if self.query_text else None

    @on(Chosen)
    def open_where_found(self) -> None:
        """Bring the quotation, figure or contact that was found into view."""
        hit = self.results.hit
        if hit and self.list_in_use is self.results:
            self.call_after_refresh(self.to_part, hit)
