"""The main screen: a switchboard between the search line, the lists and the pages."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.widget import Widget

from ...collection import Collection
from ...records import HEADINGS
from ..actions import bindings
from ..changing import Arrival
from ..messages import Chosen, Highlighted, Pressed
from ..present.counts import held
from ..themes import COLOURS
from ..widgets.alike_list import AlikeList
from ..widgets.category_tree import CategoryTree
from ..widgets.key_line import KeyLine
from ..widgets.masthead import Masthead
from ..widgets.page import Page
from ..widgets.results import ResultList
from ..widgets.rows import Rows
from ..widgets.search_line import SearchLine
from .likeness import LikenessScreen
from .record_screen import AIRY_FROM


class BrowseScreen(LikenessScreen):
    """Search, browse, read, copy."""

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (80, "-medium"), (120, "-normal"), (160, "-wide")]
    VERTICAL_BREAKPOINTS = [(0, "-low"), (30, "-tall")]
    AUTO_FOCUS = "#tree"
    BINDINGS: ClassVar[list[BindingType]] = bindings()

    def __init__(self, collection: Collection, size: tuple[int, int], arrival: Arrival | None = None) -> None:
        """Args:
        collection: what is shown.
        size: of the terminal, as far as it is known before the first paint: the layout need not be made twice then.
        arrival: what it begins with where it takes the place of another.
        """
        columns, rows = size
        classes = {
            *self._get_breakpoint_classes(columns, self.HORIZONTAL_BREAKPOINTS),
            *self._get_breakpoint_classes(rows, self.VERTICAL_BREAKPOINTS),
        }
        super().__init__(collection, " ".join(classes), arrival)
        self._in_focus: Widget | None = None

    def _pop_result_callback(self) -> None:
        # Textual gives an app's first screen none, and yet takes one away when another takes its place.
        if self._result_callbacks:
            super()._pop_result_callback()

    def compose(self) -> ComposeResult:
        counts = self.collection.counts()
        initiatives = f"{counts.initiatives} initiatives · {counts.authorities} authorities"
        yield Masthead(f"{initiatives} · {held(counts.submissions)}")
        yield SearchLine()
        with Horizontal(id="panes"):
            with Vertical(id="left"):
                yield CategoryTree(self.collection, id="tree")
                yield ResultList(id="results")
            yield Page(id="detail")
            with Vertical(id="aside"):
                yield Page(id="quotes")
                yield Page(id="figures")
        yield KeyLine(id="keys")

    def on_mount(self) -> None:
        self.category_tree.border_title = " Browse "
        self.detail.mark_follows = True
        self.state_when_idle()
        self.arrive()
        self.show_node()
        self.offer_keys()

    def on_resize(self) -> None:
        width, height = self.app.size
        self.results.set_low(height < AIRY_FROM)
        for rows in (self.category_tree, self.results):
            rows.click_opens = width < 80
        if not self.query_text:
            self.state_when_idle()
        self.call_after_refresh(self.fit)
        self.call_after_refresh(self._keep_focus)

    def _keep_focus(self) -> None:
        """Where the pane in focus has no room any more, its place is taken by the one that has what it had."""
        last = self._in_focus
        if last is None or all(part.display for part in last.ancestors_with_self if isinstance(part, Widget)):
            if isinstance(last, Page):
                self.add_class("reading")
            return
        if isinstance(last, Page):
            self.read()
        else:
            self.list_in_use.focus()

    # What is shown

    @on(Highlighted)
    def follow_cursor(self, message: Highlighted) -> None:
        self.follow(message.kind, message.key)

    @on(Chosen)
    def open_chosen(self, message: Chosen) -> None:
        self.follow(message.kind, message.key)
        self.read()

    # Keys

    def on_descendant_focus(self) -> None:
        self._in_focus = self.focused
        self.set_class(isinstance(self.focused, Page), "reading")
        self.offer_keys()

    def offer_keys(self) -> None:
        """The key line says what can be done now."""
        if self.focused is self.search_input:
            keys = ["result-next", "result-go", "leave", "help"] if self.list_in_use.row_count() else ["leave", "help"]
        elif self.has_class("nothing"):
            keys = ["choose", "search", "back", "palette", "help"]
        else:
            keys = ["search"]
            if self.forgiven:
                keys.append("insist")
            record = self.initiative
            if record and record.contacts:
                keys += ["copy-card", "copy-address"]
            if self.can_import and record and record.origin == "imported":
                keys.append("edit")
            if record and (record.quotes or record.figures):
                figures = self._marked_page(record) is self.figures or not record.quotes
                keys.append("copy-figure" if figures else "copy-passage")
            if record:
                keys.append("copy-record")
            if record and record.contacts:
                keys.append("write")
            if self.address:
                keys.append("open-source")
            if self.can_import:
                keys.insert(1 if self.category_shown else len(keys), "import")
            if record:
                keys.append("like")
            if self.query_text or self.shows_alike or self.has_class("reading"):
                keys.insert(0 if self.has_class("-narrow") else 1, "back")
            if record and record.contacts and self.has_class("-narrow"):
                keys.remove("search")
                keys.insert(keys.index("copy-card") + 1, "search")
            keys += ["palette", "help"]
        self.key_line.offer(keys)

    @on(Pressed)
    async def do_pressed(self, message: Pressed) -> None:
        await self.run_action(message.action.replace("-", "_"))

    def action_search(self) -> None:
        self.remove_class("reading")
        self.search_input.focus()
        self.search_input.select_all()

    def action_browse(self) -> None:
        if self.query_text and self.has_class("browsing"):
            self.remove_class("browsing")
            self.list_in_use.focus()
            return
        self.remove_class("reading")
        self.add_class("browsing")
        self.category_tree.focus()

    def action_back(self) -> None:
        focused = self.focused
        if isinstance(focused, Page):
            self.remove_class("reading")
            (self.category_tree if self.has_class("browsing") else self.list_in_use).focus()
        elif self.has_class("browsing"):
            self.remove_class("browsing")
            self.list_in_use.focus()
        elif self.shows_alike:
            self.leave_alike()
        elif self.query_text:
            self.clear_query()

    def action_choose(self) -> None:
        node = self.category_tree.node
        if self.focused is self.category_tree and node and node.kind == "category" and not node.opens:
            self.read()  # nothing is below it: its page says how to bring something in
        elif isinstance(self.focused, Rows):
            self.focused.row_chosen()
        elif self.focused is self.detail and self.category_shown:
            self.action_import()

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
        page = self.focused
        if isinstance(page, (Page, Rows)):
            page.ends(last)
        if page in (self.quotes, self.figures) and isinstance(page, Page) and page.items:
            page.mark(page.items[-1 if last else 0])

    def action_section(self, digit: int) -> None:
        if self.initiative is None:
            return
        if HEADINGS[digit - 1] not in (section.heading for section in self.initiative.sections):
            self.key_line.tell("Not here", f"This account has no section {digit}.", good=False)
            return
        if self.has_class("-narrow"):
            self.read()
        self.detail.go_to_anchor(f"section-{digit}")

    def action_next(self) -> None:
        self._step(1)

    def action_previous(self) -> None:
        self._step(-1)

    def _step(self, step: int) -> None:
        """Show the next initiative of the list."""
        rows = self.list_in_use
        listed = rows if isinstance(rows, (ResultList, AlikeList)) else None
        ids: Sequence[str] = listed.ids if listed else self.category_tree.ids
        if not self.initiative or self.initiative.id not in ids:
            return
        at = list(ids).index(self.initiative.id) + step
        if 0 <= at < len(ids):
            if listed:
                listed.move_to(at)
            else:
                self.category_tree.go_to(ids[at])
            self.follow("initiative", ids[at])

    def action_help(self) -> None:
        from .help import HelpScreen

        self.app.push_screen(HelpScreen())

    def action_palette(self) -> None:
        self.app.action_command_palette()

    def action_theme(self) -> None:
        names = list(COLOURS)
        here = names.index(self.app.theme) if self.app.theme in names else -1
        self.app.theme = names[(here + 1) % len(names)]
        self.key_line.tell("Colours", COLOURS[self.app.theme])

    def action_themes(self) -> None:
        self.app.action_change_theme()

    def action_quit(self) -> None:
        self.app.exit()
