"""The first line of the screen: what this is and how much is in it."""

from __future__ import annotations

from textual.content import Content
from textual.strip import Strip
from textual.widget import Widget

_NAME = "Practice Spotlight"
_ABOUT = "London’s children’s services"


class Masthead(Widget):
    """The name to the left, the counts to the right, and between them, where there is room, whose practice it is."""

    def __init__(self, counts: str) -> None:
        super().__init__(id="masthead")
        self._counts = counts

    def render_line(self, y: int) -> Strip:
        width, style = self.size.width, self.visual_style
        line = Content.assemble(" ", (_NAME, "bold"))
        room = width - line.cell_length - len(self._counts) - 2
        about = f"   {_ABOUT}" if room > len(_ABOUT) + 4 else ""
        line = Content.assemble(
            line, (about, "$muted"), " " * max(1, room - len(about)), " ", (self._counts, "$muted"), " "
        )
        return Strip(line.render_segments(style), line.cell_length).adjust_cell_length(width, style.rich_style)
