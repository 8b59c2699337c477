"""Searching as one types, and the tree that follows what was found."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from textual import on, work
from textual.content import Content
from textual.getters import query_one
from textual.widget import Widget
from textual.widgets import Input, Static
from textual.worker import get_current_worker

from ...collection import Collection
from ...records import SpotlightError
from ...text import one_line
from ..messages import Failed, Found, Pressed
from ..present.counts import held
from ..present.flow import NONE
from ..widgets.category_tree import CategoryTree
from ..widgets.results import ResultList
from ..widgets.rows import Rows
from ..widgets.search_line import SearchInput, SearchLine
from .outgoing import OutgoingScreen
from .record_screen import AIRY_FROM

if TYPE_CHECKING:
    from ...search.results import Results

_MOST = 200
"""Hits of a search that are listed; the tree counts all."""


class Note(Static):
    """A text over the panes; a click on it does what its key does."""

    def on_click(self) -> None:
        self.post_message(Pressed("insist" if self.id == "forgiven" else "leave"))


class SearchingScreen(OutgoingScreen):
    """A record's screen with a search line, its results, and the tree to browse by."""

    category_tree = query_one("#tree", CategoryTree)
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

    @property
    def forgiven(self) -> bool:
        """Whether what is shown was found by another word than was typed."""
        return bool(self._found and self._found.corrections)

    @property
    def list_in_use(self) -> Rows:
        """The list a reader chooses from at the moment."""
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
            self._search(event.value, False)
        else:
            self._end_search()

    @work(thread=True, exclusive=True, group="search")
    def _search(self, query: str, exact: bool) -> None:
        began = time.perf_counter()
        try:
            results = self.collection.search(query, limit=_MOST, exact=exact)
        except SpotlightError as error:
            self.post_message(Failed(str(error)))
            return
        if not get_current_worker().is_cancelled:
            self.post_message(Found(results, (time.perf_counter() - began) * 1000))

    @on(Found)
    def show_found(self, message: Found) -> None:
        results = message.results
        if results.query != self.query_text:
            return  # an answer to what is typed no longer
        self._found = results
        self.words = results.lit
        contacts = {listing.id: listing.contact for listing in self.collection.listings(ids=results.ids)}
        self.results.show(results, contacts)
        self.results.border_title = f" Results {results.total} "
        self.add_class("searching")
        self.remove_class("reading", "browsing")
        self.set_class(not results.total, "nothing")
        self.search_line.say(f"{results.total} found · {message.milliseconds:.0f} ms")
        self._say_forgiven(results if results.total else None)
        self.category_tree.narrow(results.ids)
        if results.total:
            self._show_hit()
        else:
            self._say_nothing()
        if self._go_when_found:
            self._go_when_found = False
            self.leave_for_result()
        self.offer_keys()

    def _show_hit(self) -> None:
        hit = self.results.hit
        if hit is None:
            return
        if hit.kind == "initiative" and self.initiative and self.initiative.id == hit.id:
            self.show(self.initiative, keep_place=True)  # other words are lit up now
        else:
            self.follow(hit.kind, hit.id)

    def _say_forgiven(self, results: Results | None) -> None:
        said = Content("")
        for correction in results.corrections if results else ():
            used = "” or “".join(correction.used)
            said = Content.assemble(
                said,
                "  " if said else "",
                "Showing “",
                (used, "bold"),
                "” for “",
                (correction.typed, "$muted"),
                "”.",
            )
        self._note("forgiven", said, after=self.search_line)

    def _say_nothing(self) -> None:
        self.shown, self.aside.display = False, False
        self._note(
            "nothing",
            Content.assemble(
                ("Nothing found", "bold"),
                " for “",
                (self.query_text, "bold"),
                "”.\n\nTry fewer words, another word for the same thing, or a borough’s name. This collection holds"
                f" {held(self.collection.counts().submissions)}.\n\n",
                ("Esc", "bold $accent"),
                (" clears the search line and shows everything again.", "$muted"),
            ),
            after=self.results,
        ).border_title = " Results 0 "

    def action_insist(self) -> None:
        if self._found and self._found.corrections:
            self._search(self._typed, True)

    def _note(self, id_: str, text: Content, after: Widget) -> Static:
        """A text that stands there for a while; made when it is first needed."""
        notes = self.query(f"#{id_}").results(Note)
        note = next(iter(notes), None)
        if note is None:
            note = Note(text, id=id_)
            after.parent.mount(note, after=after)  # type: ignore[union-attr]
        note.update(text)
        note.set_class(not text, "-empty")
        return note

    def _end_search(self) -> None:
        self._found = None
        self.words = NONE
        self.remove_class("searching", "nothing", "browsing", "reading")
        self._say_forgiven(None)
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

    @on(Input.Submitted, "#search")
    def leave_for_result(self) -> None:
        if not self.query_text:
            self.category_tree.focus()
        elif self._found is None or self._found.query != self.query_text:
            self._go_when_found = True
        elif self._found.total:
            self.list_in_use.focus()
            if self.has_class("-narrow"):
                self.read()

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
