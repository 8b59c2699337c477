"""A text to be selected by hand, where the program cannot be sure of a clipboard or a desktop."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static, TextArea

from ...text import clean


class TextDialog(ModalScreen[None]):
    """Says why the text stands here, and shows it."""

    VERTICAL_BREAKPOINTS = [(0, "-low"), (30, "-tall")]
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,q,enter", "close", "Back")]

    def __init__(self, why: str, text: str) -> None:
        super().__init__()
        self._why = why
        self._text = clean(text)

    def compose(self) -> ComposeResult:
        with Vertical(id="text-box"):
            yield Static(Content(self._why), id="text-why")
            yield TextArea(
                self._text, read_only=True, soft_wrap=True, show_line_numbers=False, id="text-area", compact=True
            )
            keys = "Select with Shift and the mouse, as your terminal does, and copy with its own key.   Esc back"
            yield Static(Content(keys), id="text-keys")

    def on_mount(self) -> None:
        area = self.query_one(TextArea)
        area.select_all()
        area.focus()

    def action_close(self) -> None:
        self.dismiss()
