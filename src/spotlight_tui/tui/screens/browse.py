"""The main screen: a switchboard between the search line, the lists and the pages."""

from __future__ import annotations

import time
from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.getters import query_one
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Input, Static
from textual.worker import get_current_worker

from ...collection import Collection
from ...records import SUBMISSIONS, Initiative, Signpost, SpotlightError
from ...text import one_line
from ..actions import bindings
from ..messages import Chosen, CopyDone, Failed, Found, Highlighted, Pressed
from ..present.detail import DetailPage, category_lines, names, signpost_lines
from ..present.figures import figure_lines
from ..present.flow import NONE, Words
from ..present.quotes import quote_lines
from ..widgets.category_tree import CategoryTree
from ..widgets.key_line import KeyLine
from ..widgets.page import Layout, Page
from ..widgets.results import ResultList
from ..widgets.rows import Rows
from ..widgets.search_line import SearchInput, SearchLine
from .contact_actions import ContactActions

if TYPE_CHECKING:
    from ...search.results import Results

_MOST = 200
"""Hits of a search that are listed; the tree counts all."""


class BrowseScreen(ContactActions, Screen[None]):
    """Search, browse, read, copy."""

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (80, "-medium"), (120, "-normal"), (160, "-wide")]
    VERTICAL_BREAKPOINTS = [(0, "-low"), (30, "-tall")]
    AUTO_FOCUS = "#tree"
    BINDINGS: ClassVar[list[BindingType]] = bindings(
        [
            "search",
            "browse",
            "back",
            "choose",
            "down",
            "up",
            "first",
            "last",
            "page",
            "page-back",
            "next",
            "previous",
            "section",
            "copy-card",
            "copy-address",
            "copy-passage",
            "copy-record",
            "write",
            "open-source",
            "update-request",
            "help",
            "palette",
            "theme",
            "quit",
        ]
    )

    category_tree = query_one("#tree", CategoryTree)
    results = query_one("#results", ResultList)
    detail = query_one("#detail", Page)
    quotes = query_one("#quotes", Page)
    figures = query_one("#figures", Page)
    aside = query_one("#aside", Vertical)
    search_line = query_one(SearchLine)
    search_input = query_one("#search", SearchInput)
    key_line = query_one(KeyLine)

    def __init__(self, collection: Collection) -> None:
        super().__init__()
        self.collection = collection
        self.initiative: Initiative | None = None
        self.address: str | None = None
        """The web page of what is shown."""
        self._words: Words = NONE
        self._query = ""
        self._found: Results | None = None
        self._go_when_found = False
        """Enter was pressed before the answer came."""

    def compose(self) -> ComposeResult:
        counts = self.collection.counts()
        held = f"{counts.submissions} of {SUBMISSIONS} submissions"
        with Horizontal(id="masthead"):
            yield Static(Content.styled("Practice Spotlight", "bold"), id="masthead-title")
            yield Static(Content("London’s children’s services"), id="masthead-about")
            all_counts = f"{counts.initiatives} initiatives · {counts.authorities} authorities · {held}"
            yield Static(Content(all_counts), id="masthead-counts")
        yield SearchLine()
        yield Static(id="forgiven")
        with Horizontal(id="panes"):
            with Vertical(id="left"):
                yield CategoryTree(self.collection, id="tree")
                yield ResultList(id="results")
                yield Static(id="nothing")
            with Vertical(id="main"):
                yield Page(id="detail")
            with Vertical(id="aside"):
                yield Page(id="quotes")
                yield Page(id="figures")
        yield KeyLine(id="keys")

    def on_mount(self) -> None:
        self.category_tree.border_title = " Browse "
        self._state_when_idle()
        self._show_node()
        self._offer_keys()

    def _state_when_idle(self) -> None:
        """Without a title row the search line says what is in the collection."""
        counts = self.collection.counts()
        low = self.size.height < 30
        self.search_line.say(f"{counts.submissions} of {SUBMISSIONS} submissions" if low and not self._query else "")

    def on_resize(self) -> None:
        self.results.set_low(self.size.height < 30)
        if not self._query:
            self._state_when_idle()
        self.call_after_refresh(self._show_again)

    # What is shown

    @property
    def _has_aside(self) -> bool:
        return self.size.width >= 120

    @property
    def _list(self) -> Rows:
        """The list a reader chooses from at the moment."""
        return self.results if self._query and self.results.display else self.category_tree

    def _show_again(self) -> None:
        """Lay the page out for another width, where it stood."""
        if self.initiative:
            self._show(self.initiative, keep_place=True)

    def show_initiative(self, id_: str) -> None:
        """Show a record in the detail pane and beside it."""
        if self.initiative is None or self.initiative.id != id_:
            self._show(self.collection.initiative(id_))

    def _show(self, initiative: Initiative, keep_place: bool = False) -> None:
        self.initiative = initiative
        self.address = initiative.source.url
        collection, words, beside = self.collection, self._words, self._has_aside
        airy = self.size.height >= 30
        category = next((c.short_name for c in collection.categories if c.id == initiative.category), None)
        self._title(self.detail, f"{names(initiative.authorities)} · {category or 'Related reading'}")
        self.detail.show(
            lambda width: DetailPage(initiative, width, words, collection.acronyms, collection.themes, airy).lines(
                with_aside=not beside
            ),
            keep_place,
        )
        for page, name, made in (
            (self.quotes, "Quotes", initiative.quotes),
            (self.figures, "Figures", initiative.figures),
        ):
            page.set_class(not made, "-empty")
            page.border_title = f" {name} {len(made)} "
        self.aside.display = beside and bool(initiative.quotes or initiative.figures)
        self.quotes.show(lambda width: quote_lines(initiative.quotes, width, words), keep_place)
        self.figures.show(lambda width: figure_lines(initiative.figures, width, words), keep_place)
        self._offer_keys()

    def _title(self, page: Page, title: str) -> None:
        page.border_title = Content(f" {one_line(title)} ")

    def _show_other(self, title: str, layout: Layout) -> None:
        """Show a page that is no initiative."""
        self.initiative = None
        self._title(self.detail, title)
        self.detail.show(layout)
        self.aside.display = False
        self._offer_keys()

    def _show_category(self, id_: str) -> None:
        category = next(c for c in self.collection.categories if c.id == id_)
        signposts = [s for s in self.collection.signposts if s.category == id_]
        self.address = category.source_url
        self._show_other(category.short_name, lambda width: category_lines(category, signposts, width))

    def _show_signpost(self, id_: str) -> None:
        signpost: Signpost = next(s for s in self.collection.signposts if s.id == id_)
        category = next(c for c in self.collection.categories if c.id == signpost.category)
        self.address = signpost.url
        title = f"{names(signpost.authorities)} · {category.short_name}"
        self._show_other(title, lambda width: signpost_lines(signpost, category, width))

    def _show_node(self) -> None:
        node = self.category_tree.node
        if node:
            self._follow(node.kind, node.key)

    def _follow(self, kind: str, key: str) -> None:
        if kind == "initiative":
            self.show_initiative(key)
        elif kind == "category":
            self._show_category(key)
        elif kind == "signpost":
            self._show_signpost(key)

    @on(Highlighted)
    def follow_cursor(self, message: Highlighted) -> None:
        self._follow(message.kind, message.key)

    @on(Chosen)
    def open_chosen(self, message: Chosen) -> None:
        self._follow(message.kind, message.key)
        self._read()

    def _read(self) -> None:
        """Go to the detail pane; on a narrow screen it takes the place of the list."""
        self.add_class("reading")
        self.detail.focus()
        if not self._has_aside:
            self.detail.mark_in_view()

    # Searching

    @on(Input.Changed, "#search")
    def query_changed(self, event: Input.Changed) -> None:
        query = one_line(event.value)
        if query == self._query:
            return
        self._query = query
        self._go_when_found = False
        if query:
            self._search(event.value)
        else:
            self._end_search()

    @work(thread=True, exclusive=True, group="search")
    def _search(self, query: str) -> None:
        began = time.perf_counter()
        try:
            results = self.collection.search(query, limit=_MOST)
        except SpotlightError as error:
            self.post_message(Failed(str(error)))
            return
        if not get_current_worker().is_cancelled:
            self.post_message(Found(results, (time.perf_counter() - began) * 1000))

    @on(Found)
    def show_found(self, message: Found) -> None:
        results = message.results
        if results.query != self._query:
            return  # an answer to what is typed no longer
        self._found = results
        self._words = results.lit
        contacts = {listing.id: listing.contact for listing in self.collection.listings(ids=results.ids)}
        self.results.show(results, contacts)
        self.results.border_title = f" Results {results.total} "
        self.add_class("searching")
        self.remove_class("reading")
        self.set_class(not results.total, "nothing")
        self.search_line.say(f"{results.total} found · {message.milliseconds:.0f} ms")
        self._say_forgiven(results)
        self.category_tree.narrow(results.ids if results.ids or not results.total else [])
        if results.total:
            self._show_hit()
        else:
            self._say_nothing()
        if self._go_when_found:
            self._go_when_found = False
            self.leave_for_result()
        self._offer_keys()

    def _show_hit(self) -> None:
        hit = self.results.hit
        if hit is None:
            return
        if hit.kind == "initiative" and self.initiative and self.initiative.id == hit.id:
            self._show(self.initiative, keep_place=True)  # other words are lit up now
        else:
            self._follow(hit.kind, hit.id)

    def _say_forgiven(self, results: Results) -> None:
        said = Content("")
        for correction in results.corrections:
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
        forgiven = self.query_one("#forgiven", Static)
        forgiven.update(said)
        forgiven.set_class(bool(said), "-said")

    def _say_nothing(self) -> None:
        nothing = self.query_one("#nothing", Static)
        nothing.border_title = " Results 0 "
        nothing.update(
            Content.assemble(
                ("Nothing found", "bold"),
                " for “",
                (self._query, "bold"),
                "”.\n\nTry fewer words, another word for the same thing, or a borough’s name. This collection holds"
                f" {self.collection.counts().submissions} of {SUBMISSIONS} submissions.\n\n",
                ("Esc", "bold $accent"),
                (" clears the search line and shows everything again.", "$muted"),
            )
        )

    def _end_search(self) -> None:
        self._found = None
        self._words = NONE
        self.remove_class("searching", "nothing", "browsing", "reading")
        self.query_one("#forgiven", Static).remove_class("-said")
        self._state_when_idle()
        shown = self.initiative
        self.category_tree.narrow(None)
        if shown:
            self.category_tree.go_to(shown.id)
            self._show(shown, keep_place=True)
        else:
            self._show_node()

    @on(Failed)
    def tell_failure(self, message: Failed) -> None:
        self.key_line.tell("Failed", message.text, good=False)

    @on(SearchInput.Move)
    def move_result(self, message: SearchInput.Move) -> None:
        rows = self._list
        {
            "up": lambda: rows.move(-1),
            "down": lambda: rows.move(1),
            "page-up": lambda: rows.page(-1),
            "page-down": lambda: rows.page(1),
        }[message.where]()

    @on(Input.Submitted, "#search")
    def leave_for_result(self) -> None:
        if not self._query:
            self.category_tree.focus()
        elif self._found is None or self._found.query != self._query:
            self._go_when_found = True
        elif self._found.total:
            self._list.focus()
            if self.has_class("-narrow"):
                self._read()

    def action_result_go(self) -> None:
        self.leave_for_result()

    def action_result_next(self) -> None:
        self._list.move(1)

    def action_leave(self) -> None:
        self.leave_search()

    @on(SearchInput.Leave)
    def leave_search(self) -> None:
        self._list.focus() if not self.has_class("nothing") else self._clear_query()

    def _clear_query(self) -> None:
        self.search_input.value = ""
        self.category_tree.focus()

    # Keys

    def on_descendant_focus(self) -> None:
        self._offer_keys()

    def _offer_keys(self) -> None:
        """The key line says what can be done now."""
        if not self.is_mounted:
            return
        if self.focused is self.search_input:
            keys = ["result-next", "result-go", "leave", "help"]
        else:
            keys = ["search"]
            record = self.initiative
            if record and record.contacts:
                keys += ["copy-card", "copy-address"]
            if record and (record.quotes or record.figures):
                keys.append("copy-passage")
            if record:
                keys.append("copy-record")
            if record and record.contacts:
                keys.append("write")
            if self.address:
                keys.append("open-source")
            if self._query or self.has_class("reading"):
                keys.insert(1, "back")
            keys += ["palette", "help"]
        self.key_line.offer(keys)

    @on(Pressed)
    async def do_pressed(self, message: Pressed) -> None:
        await self.run_action(message.action.replace("-", "_"))

    def action_search(self) -> None:
        self.remove_class("reading")
        self.search_input.focus()

    def action_browse(self) -> None:
        if self._query and self.has_class("browsing"):
            self.remove_class("browsing")
            self._list.focus()
            return
        self.remove_class("reading")
        self.add_class("browsing")
        self.category_tree.focus()

    def action_back(self) -> None:
        focused = self.focused
        if isinstance(focused, Page):
            self.remove_class("reading")
            (self.category_tree if self.has_class("browsing") else self._list).focus()
        elif self.has_class("browsing"):
            self.remove_class("browsing")
            self._list.focus()
        elif self._query:
            self._clear_query()

    def action_choose(self) -> None:
        if isinstance(self.focused, Rows):
            self.focused.row_chosen()

    def _moved(self, widget: Widget | None, step: int) -> None:
        if widget in (self.quotes, self.figures) and isinstance(widget, Page):
            widget.move_mark(step)
        elif isinstance(widget, Rows):
            widget.move(step)
        else:
            self.detail.move(step)
            self.detail.mark_in_view()

    def action_down(self) -> None:
        self._moved(self.focused, 1)

    def action_up(self) -> None:
        self._moved(self.focused, -1)

    def action_page(self) -> None:
        self._turned(1)

    def action_page_back(self) -> None:
        self._turned(-1)

    def _turned(self, step: int) -> None:
        page = self.focused if isinstance(self.focused, Page) else self.detail
        page.page(step)
        page.mark_in_view()

    def action_first(self) -> None:
        self._ends(False)

    def action_last(self) -> None:
        self._ends(True)

    def _ends(self, last: bool) -> None:
        if isinstance(self.focused, (Page, Rows)):
            self.focused.ends(last)

    def action_section(self, digit: int) -> None:
        if self.initiative and not self.detail.go_to_anchor(f"section-{digit}"):
            self.key_line.tell("Not here", f"This account has no section {digit}.", good=False)
        elif self.has_class("-narrow"):
            self._read()

    def action_next(self) -> None:
        self._step(1)

    def action_previous(self) -> None:
        self._step(-1)

    def _step(self, step: int) -> None:
        """Show the next initiative of the list."""
        ids: Sequence[str] = self.results.ids if self._list is self.results else self.category_tree.ids
        if not self.initiative or self.initiative.id not in ids:
            return
        at = list(ids).index(self.initiative.id) + step
        if 0 <= at < len(ids):
            if self._list is self.results:
                self.results.move_to(at)
            else:
                self.category_tree.go_to(ids[at])
            self.show_initiative(ids[at])

    def action_help(self) -> None:
        from .help import HelpScreen

        self.app.push_screen(HelpScreen())

    def action_palette(self) -> None:
        self.app.action_command_palette()

    def action_theme(self) -> None:
        self.app.action_change_theme()

    def action_quit(self) -> None:
        self.app.exit()

    @on(CopyDone)
    def tell_copied(self, message: CopyDone) -> None:
        self.copy_done(message)
