"""The name of a pane that has no border of its own."""

from __future__ import annotations

from textual.content import Content
from textual.strip import Strip
from textual.widget import Widget

from ..present.flow import single


class PaneTitle(Widget):
    """A rule with the name in it, in reverse while the pane has the focus.

    As the border of a pane with many widgets, each of them would be styled anew whenever the focus comes or goes.
    """

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._title = Content("")
        self._active = False

    def say(self, title: str) -> None:
        self._title = single(title)
        self.refresh()

    def set_active(self, active: bool) -> None:
        """Show that the pane has the focus, or has it no more."""
        if active != self._active:
            self._active = active
            self.refresh()

    def render_line(self, y: int) -> Strip:
        style, width = self.visual_style, self.size.width
        rule, name = ("$accent", "bold reverse $accent") if self._active else ("$rule", "$muted")
        title = self._title.truncate(max(1, width - 4), ellipsis=True)
        line = Content.assemble(("─", rule), Content.assemble(" ", title, " ").stylize_before(name))
        line = Content.assemble(line, ("─" * max(0, width - line.cell_length), rule))
        return Strip(line.render_segments(style), line.cell_length).adjust_cell_length(width, style.rich_style)
