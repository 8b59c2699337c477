"""The line a reader types into."""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Static

from ...text import one_line


class SearchInput(Input):
    """Every character is text; the arrows move through the results, Enter and Esc leave."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move('up')", show=False),
        Binding("down", "move('down')", show=False),
        Binding("pageup", "move('page-up')", show=False),
        Binding("pagedown", "move('page-down')", show=False),
        Binding("escape", "leave", show=False),
    ]

    class Move(Message):
        """The results' cursor should move."""

        def __init__(self, where: str) -> None:
            super().__init__()
            self.where = where

    class Leave(Message):
        """The reader goes back out of the line."""

    def _on_paste(self, event: events.Paste) -> None:
        """What is pasted becomes one line without anything that a terminal would obey."""
        event.prevent_default()
        event.stop()
        self.replace(one_line(event.text), *self.selection)

    def action_move(self, where: str) -> None:
        self.post_message(self.Move(where))

    def action_leave(self) -> None:
        self.post_message(self.Leave())


class SearchLine(Horizontal):
    """The sign, the field, and what the search has to say."""

    PLACEHOLDER = "Search: a word, a name, a borough…"

    def compose(self) -> ComposeResult:
        yield Static(Content(" / "), id="search-sign")
        yield SearchInput(placeholder=self.PLACEHOLDER, id="search", compact=True, select_on_focus=False)
        yield Static(id="search-state")

    def say(self, text: str) -> None:
        """Put a word to the right of the field."""
        self.query_one("#search-state", Static).update(Content(text))
