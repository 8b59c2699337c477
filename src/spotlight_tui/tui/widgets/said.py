"""One line on what a search read for what was typed."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content
from textual.strip import Strip
from textual.widget import Widget

from ..messages import Pressed
from ..present.answers import fitted


class Said(Widget):
    """Shows as many sentences as have room; a click insists on what was typed."""

    def __init__(self) -> None:
        super().__init__(id="said")
        self._said: Sequence[Content] = ()

    def say(self, said: Sequence[Content]) -> None:
        """Show these sentences."""
        self._said = said
        self.set_class(not said, "-empty")
        self.refresh()

    def render_line(self, y: int) -> Strip:
        style = self.visual_style
        line = fitted(self._said, self.size.width)
        strip = Strip(line.render_segments(style), line.cell_length)
        return strip.adjust_cell_length(self.size.width, style.rich_style)

    def on_click(self) -> None:
        self.post_message(Pressed("insist"))
