"""The last line of the screen: what can be done now; for a moment, what has just been done."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len
from textual import events
from textual.content import Content
from textual.strip import Strip
from textual.timer import Timer
from textual.widget import Widget

from ...text import one_line
from ..actions import BY_ID, Action
from ..messages import Pressed

NOTICE_SECONDS = 6.0


class KeyLine(Widget):
    """Keys drop from the right where the screen is narrow; `? Keys` stays."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._actions: tuple[Action, ...] = ()
        self._notice: tuple[str, str, str] | None = None
        self._timer: Timer | None = None

    def offer(self, ids: Sequence[str]) -> None:
        """Show these actions, the first ones first."""
        actions = tuple(BY_ID[id_] for id_ in ids)
        if actions != self._actions:
            self._actions = actions
            self.refresh()

    def tell(self, head: str, text: str, good: bool = True) -> None:
        """Show a notice for a few seconds."""
        self._notice = (head, one_line(text), "$good" if good else "$warn")
        if self._timer:
            self._timer.stop()
        self._timer = self.set_timer(NOTICE_SECONDS, self.clear)
        self.refresh()

    @property
    def notice(self) -> str:
        """What is told at the moment."""
        return " ".join(self._notice[:2]) if self._notice else ""

    def clear(self) -> None:
        """Take the notice away."""
        self._notice = None
        self.refresh()

    def _placed(self) -> list[tuple[int, Action]]:
        """The actions that fit, each with its column."""
        width = self.size.width
        keep = [action for action in self._actions if action.id == "help"]
        reserved = sum(_width(action) for action in keep)
        placed, at = [], 1
        for action in self._actions:
            if action.id == "help":
                continue
            if at + _width(action) + reserved > width + 3:
                break
            placed.append((at, action))
            at += _width(action)
        return placed + [(at, action) for action in keep]

    def render_line(self, y: int) -> Strip:
        style = self.visual_style
        if self._notice:
            head, text, colour = self._notice
            line = Content.assemble(("▌", colour), " ", (head, f"bold {colour}"), "  ", text)
            line = line.truncate(self.size.width, ellipsis=True)
        else:
            line = Content("")
            for at, action in self._placed():
                line = line.pad_right(max(0, at - line.cell_length))
                line = Content.assemble(line, (action.shown, "bold $accent"), " ", (action.label, "$muted"))
        strip = Strip(line.render_segments(style), line.cell_length)
        return strip.adjust_cell_length(self.size.width, style.rich_style)

    def on_click(self, event: events.Click) -> None:
        if self._notice:
            self.clear()
            return
        for at, action in self._placed():
            if at <= event.x < at + _width(action) - 2:
                self.post_message(Pressed(action.id))


def _width(action: Action) -> int:
    return cell_len(action.shown) + 1 + cell_len(action.label) + 3
