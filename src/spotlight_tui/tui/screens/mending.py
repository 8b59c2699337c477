"""What the screens on which a record is mended share: its fields, its text, and how one moves between them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar, TypeVar

from textual import on
from textual.binding import BindingType
from textual.content import Content
from textual.getters import query_one
from textual.screen import Screen
from textual.widget import Widget

from ...text import one_line
from ..actions import BY_ID, MEND_ACTIONS, Action, bindings
from ..messages import Pressed
from ..widgets.action_bar import ActionBar
from ..widgets.key_line import KeyLine
from ..widgets.page import Page
from ..widgets.pane_title import PaneTitle
from ..widgets.passage import PassagePage
from ..widgets.record_form import RecordForm
from ..widgets.rows import Rows

T = TypeVar("T")

MOVING = [BY_ID[id_] for id_ in ("down", "up", "first", "last", "page", "page-back")]
_SAID_BY_OTHERS = ("look", "take-in", "fields", "leave-field")
"""Actions whose key another action's line in help tells already."""
GENERAL = [BY_ID[id_] for id_ in ("help", "palette", "theme")]


class MendingScreen(Screen[T]):
    """Fields beside the text that they were read from; where there is no room for both, one in place of the other."""

    CSS_PATH = "mending.tcss"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (80, "-medium"), (120, "-normal"), (160, "-wide")]
    VERTICAL_BREAKPOINTS = [(0, "-low"), (30, "-tall")]
    BINDINGS: ClassVar[list[BindingType]] = bindings([*MEND_ACTIONS, *MOVING, *GENERAL])
    OWN_ACTIONS: ClassVar[Sequence[Action]] = ()
    """What can be done on this screen alone."""
    FOLLOWS_FIELD: ClassVar[bool] = True
    """Whether the text is turned to where a field was read from."""

    form = query_one("#mend-form", RecordForm)
    form_title = query_one("#mend-form-title", PaneTitle)
    passage = query_one("#mend-passage", PassagePage)
    bar = query_one("#mend-bar", ActionBar)
    key_line = query_one("#mend-keys", KeyLine)

    def __init__(self) -> None:
        super().__init__()
        self._came_from: Widget | None = None
        """What had the focus before the text."""

    def on_compose(self) -> None:
        """The layout for this terminal from the first, so that it need not be made twice."""
        columns, rows = self.app.size
        self.add_class(
            *self._get_breakpoint_classes(columns, self.HORIZONTAL_BREAKPOINTS),
            *self._get_breakpoint_classes(rows, self.VERTICAL_BREAKPOINTS),
            update=False,
        )

    # For the screens

    def mended_something(self) -> str | None:
        """What would be lost by leaving, in a sentence; None where nothing."""
        return None

    def rest(self) -> None:
        """Give the focus to what letters are keys for."""

    def offer_keys(self) -> None:
        """The key line says what can be done now."""

    def leave(self) -> None:
        """Leave with nothing."""
        self.dismiss(None)

    # What is shown

    def title_pane(self, pane: Widget, title: str) -> None:
        pane.border_title = Content(f" {one_line(title)} ")

    @on(RecordForm.Entered)
    def light_up(self, message: RecordForm.Entered) -> None:
        message.stop()
        self.passage.light(message.phrases, self.FOLLOWS_FIELD)
        self.offer_keys()

    # Moving between field, text and list

    def on_resize(self) -> None:
        self.call_after_refresh(self._look_at_focus)

    def on_descendant_focus(self) -> None:
        self._look_at_focus()
        self._show_focus()
        self.offer_keys()

    def on_descendant_blur(self) -> None:
        self._show_focus()

    def _show_focus(self) -> None:
        self.form_title.set_active(self.form.entered is not None)

    def _look_at_focus(self) -> None:
        """Where there is room for one thing only, it is the one that has the focus."""
        if self.focused is self.passage:
            self.make_room("reading")
        elif self._is_in_record(self.focused):
            self.make_room("mending")

    def make_room(self, what: str) -> None:
        """Let `reading` or `mending` take the place of the others where there is no room beside; neither, the list."""
        self.update_classes({"mending": what == "mending", "reading": what == "reading"})

    def _is_in_record(self, widget: Widget | None) -> bool:
        return widget is not None and self.form in widget.ancestors

    def action_passage(self) -> None:
        """Go to the text, or from it back to where one was."""
        if self.focused is self.passage:
            self._back_from_passage()
            return
        self._came_from = self.focused
        self.make_room("reading")
        self.set_focus(self.passage)

    def action_fields(self) -> None:
        self.action_passage()

    def _back_from_passage(self) -> None:
        before, self._came_from = self._came_from, None
        if before is None or before not in self.walk_children():
            self.make_room("")
            self.rest()
        else:
            self.make_room("mending" if self._is_in_record(before) else "")
            self.set_focus(before)

    def action_step_back(self) -> None:
        """From the text to the field, from the field to the list, then out."""
        if self.focused is self.passage:
            self._back_from_passage()
        elif self._is_in_record(self.focused):
            self.rest()
        else:
            self.ask_to_leave()

    def action_leave_field(self) -> None:
        self.action_step_back()

    def ask_to_leave(self) -> None:
        """Leave; asked first where something would be lost."""
        self._ask(self.leave)

    def quit_or_ask(self) -> None:
        """Leave the program; asked first where something would be lost."""
        self._ask(self.app.exit)

    def _ask(self, go: Callable[[], None]) -> None:
        lost = self.mended_something()
        if lost is None:
            go()
            return
        from .question import QuestionScreen

        def answered(yes: bool | None) -> None:
            if yes:
                go()

        self.app.push_screen(QuestionScreen("Leave without keeping what you mended?", Content(lost)), answered)

    # Keys

    def keys_in_form(self) -> list[str]:
        """What can be done in the field that has the focus."""
        draft, name, keys = self.form.draft, self.form.entered, []
        if self.form.list_entered:
            keys.append("take-in" if self.form.is_taken_out() else "take-out")
        keys += ["leave-field", "next-field", "passage"]
        if draft and name and draft.is_mended(name):
            keys.append("put-back")
        return [*keys, "help"]

    @on(Pressed)
    async def do_pressed(self, message: Pressed) -> None:
        message.stop()
        await self.run_action(message.action.replace("-", "_"))

    def action_next_field(self) -> None:
        self.focus_next()

    def action_put_back(self) -> None:
        self.form.put_back()

    def action_take_out(self) -> None:
        self.form.take_out()
        self.offer_keys()

    def action_take_in(self) -> None:
        self.action_take_out()

    def _moved(self, step: int) -> None:
        things = self.form.list_entered
        if things is not None:
            things.move_mark(step)
        elif isinstance(self.focused, (Rows, Page)):
            self.focused.move(step)
        else:
            self.form.scroll_relative(y=step, animate=False, immediate=True)

    def action_down(self) -> None:
        self._moved(1)

    def action_up(self) -> None:
        self._moved(-1)

    def _turned(self, step: int) -> None:
        if isinstance(self.focused, (Rows, PassagePage)) or self.form.list_entered is None:
            if isinstance(self.focused, (Rows, Page)):
                self.focused.page(step)
            else:
                self.form.scroll_relative(y=step * max(1, self.form.size.height - 1), animate=False, immediate=True)

    def action_page(self) -> None:
        self._turned(1)

    def action_page_back(self) -> None:
        self._turned(-1)

    def _ended(self, last: bool) -> None:
        things = self.form.list_entered
        if things is not None and things.items:
            things.mark(things.items[-1 if last else 0])
        elif isinstance(self.focused, (Rows, Page)):
            self.focused.ends(last)

    def action_first(self) -> None:
        self._ended(False)

    def action_last(self) -> None:
        self._ended(True)

    def action_help(self) -> None:
        from .help import HelpScreen

        actions = [*self.OWN_ACTIONS, *MEND_ACTIONS, *MOVING, *GENERAL]
        self.app.push_screen(HelpScreen([action for action in actions if action.id not in _SAID_BY_OTHERS]))

    def action_palette(self) -> None:
        self.app.action_command_palette()

    def action_theme(self) -> None:
        from ..themes import COLOURS

        names = list(COLOURS)
        here = names.index(self.app.theme) if self.app.theme in names else -1
        self.app.theme = names[(here + 1) % len(names)]
        self.key_line.tell("Colours", COLOURS[self.app.theme])
