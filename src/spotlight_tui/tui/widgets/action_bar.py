"""The one thing that a screen leads to, as a line to press, and beside it how things stand."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len
from textual import events
from textual.content import Content
from textual.strip import Strip
from textual.widget import Widget

from ..messages import Pressed


class ActionBar(Widget):
    """A button of one line; a click on it, or on a problem beside it, is the action."""

    def __init__(self, action: str, key: str, labels: Sequence[str], *, id: str | None = None) -> None:
        """Args:
        action: the id of the action.
        key: its key.
        labels: what it does, the longest first: the first that has room is shown.
        """
        super().__init__(id=id)
        self._action = action
        self._key = key
        self._labels = labels
        self._said: tuple[str, ...] = ()
        self._ready = True
        self._problem = False

    def say(self, *texts: str, ready: bool = True, problem: bool = False) -> None:
        """Say how things stand in the first of the texts that has room; not `ready`, there is no button."""
        self._said, self._ready, self._problem = texts, ready, problem
        self.refresh()

    def _button(self) -> Content:
        if not self._ready:
            return Content("")
        room = self.size.width - len(self._key) - 4
        label = next((label for label in self._labels if cell_len(label) <= room), self._labels[-1])
        return Content.styled(f" {self._key}  {label} ", "bold reverse $accent")

    def render_line(self, y: int) -> Strip:
        style, width = self.visual_style, self.size.width
        button = self._button()
        room = width - button.cell_length - 3
        text = next((text for text in self._said if cell_len(text) <= room), "")
        if self._problem and not text and self._said:
            text = self._said[-1]
        said = Content.styled(text, "bold $warn" if self._problem else "$muted").truncate(max(1, room), ellipsis=True)
        line = Content.assemble(" ", button, "  " if button else "", said)
        return Strip(line.render_segments(style), line.cell_length).adjust_cell_length(width, style.rich_style)

    def on_click(self, event: events.Click) -> None:
        if self._ready and event.x <= self._button().cell_length:
            self.post_message(Pressed(self._action))
        elif self._problem:
            self.post_message(Pressed("problem"))
