"""The line for a part of a file's name, a path or a web address."""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from ..folders import place_of
from .search_line import SearchInput

LONG = 300
"""Characters from which what is pasted is no path and no address."""


def is_page(text: str) -> bool:
    """Whether what was pasted is the text of a page, not where one is."""
    return len(text) > LONG or "\n" in text.strip()


class PlaceInput(SearchInput):
    """Typing goes into the list; Tab fills in what its cursor stands on."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("tab", "complete", show=False)]

    class Complete(Message):
        """What the list's cursor stands on should be filled in."""

    def _on_paste(self, event: events.Paste) -> None:
        if is_page(event.text):
            event.prevent_default()  # the screen takes the text of a page
            return
        event.prevent_default()
        event.stop()
        self.replace(place_of(event.text), *self.selection)

    def action_complete(self) -> None:
        self.post_message(self.Complete())


class PlaceLine(Horizontal):
    """The sign and the field."""

    def compose(self) -> ComposeResult:
        yield Static(Content(" / "), id="place-sign")
        yield PlaceInput(id="place", compact=True, select_on_focus=False)
