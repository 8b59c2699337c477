"""A text to be selected by hand, where the program cannot be sure of a clipboard or a desktop."""

from __future__ import annotations

from itertools import count
from pathlib import Path
from typing import ClassVar

from platformdirs import user_documents_path
from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static, TextArea

from ...text import clean
from ..messages import Pressed
from ..widgets.key_line import KeyLine


class TextDialog(ModalScreen[None]):
    """Says why the text stands here, and shows it."""

    VERTICAL_BREAKPOINTS = [(0, "-low"), (30, "-tall")]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,enter", "close", "Back"),
        Binding("w", "write", "Write to a file"),
    ]

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
            yield KeyLine(id="text-keys")

    def on_mount(self) -> None:
        self.query_one(KeyLine).offer(["close", "write-file"])
        area = self.query_one(TextArea)
        area.select_all()
        area.focus()

    def on_pressed(self, message: Pressed) -> None:
        message.stop()
        if message.action == "close":
            self.dismiss()
        else:
            self.action_write()

    def on_click(self, event: events.Click) -> None:
        if event.widget is self:
            self.dismiss()

    def action_write(self) -> None:
        """Write the text to a new file in the reader's documents."""
        folder = next((path for path in (user_documents_path(), Path.home()) if path.is_dir()), Path.cwd())
        paths = (folder / f"spotlight{f'-{number}' if number else ''}.txt" for number in count())
        path = next(path for path in paths if not path.exists())
        try:
            path.write_text(self._text + "\n", encoding="utf-8")
        except OSError as error:
            said = f"It cannot be written to {path} ({error.strerror})."
        else:
            said = f"Written to {path}."
        self.query_one(KeyLine).tell("File", said, good=path.exists())

    def action_close(self) -> None:
        self.dismiss()
