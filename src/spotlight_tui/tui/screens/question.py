"""A question before something is undone, and a sentence that has to be read before one goes on."""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from ..actions import BY_ID, bindings
from ..messages import Pressed
from ..widgets.key_line import KeyLine


class _Dialog(ModalScreen[bool]):
    """A text and keys."""

    CSS_PATH = "importing.tcss"
    VERTICAL_BREAKPOINTS = [(0, "-low"), (30, "-tall")]
    _KEYS: ClassVar[list[str]]

    def __init__(self, title: str, text: Content) -> None:
        super().__init__()
        self._title = title
        self._text = text

    def compose(self) -> ComposeResult:
        with Vertical(id="question-box", classes="dialog"):
            yield Static(Content.styled(self._title, "bold"), id="question-title")
            yield Static(self._text, id="question-text")
            yield KeyLine(id="question-keys")

    def on_mount(self) -> None:
        self.query_one(KeyLine).offer(self._KEYS)

    def on_pressed(self, message: Pressed) -> None:
        message.stop()
        self.dismiss(message.action == "yes")

    def on_click(self, event: events.Click) -> None:
        if event.widget is self:
            self.dismiss(False)

    def action_yes(self) -> None:
        self.dismiss(True)

    def action_no(self) -> None:
        self.dismiss(False)


class QuestionScreen(_Dialog):
    """Asks; only a clear yes is one."""

    _KEYS = ["yes", "no"]
    BINDINGS: ClassVar[list[BindingType]] = bindings([BY_ID["yes"], BY_ID["no"]])


class TellScreen(_Dialog):
    """Tells."""

    _KEYS = ["close"]
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,enter,q", "no", show=False)]
