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
_READ_IN_A_SECOND = 15
"""Characters."""
_MOST_LINES = 4


class KeyLine(Widget):
    """Keys drop from the right where the screen is narrow; `? Keys` stays."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._actions: tuple[Action, ...] = ()
        self._notice: tuple[str, str, str] | None = None
        self._timer: Timer | None = None
        self._whole = False
        """Whether the notice may take more than one line."""

    def offer(self, ids: Sequence[str]) -> None:
        """Show these actions, the first ones first."""
        actions = tuple(BY_ID[id_] for id_ in ids)
        if actions != self._actions:
            self._actions = actions
            self.refresh()

    def tell(self, head: str, text: str, good: bool = True, whole: bool = False) -> None:
        """Show a notice for a few seconds.

        Args:
            whole: whether it takes more lines where one has no room for it, and more time.
        """
        self._notice = (head, one_line(text), "$good" if good else "$warn")
        self._whole = whole
        if self._timer:
            self._timer.stop()
        seconds = max(NOTICE_SECONDS, len(text) / _READ_IN_A_SECOND) if whole else NOTICE_SECONDS
        self._timer = self.set_timer(seconds, self.clear)
        self._fit()
        self.refresh()

    def _fit(self) -> None:
        """As high as the notice needs, one line without one."""
        lines = min(_MOST_LINES, len(self._told(self.app.size.width))) if self._notice and self._whole else 1
        self.styles.height = lines

    def on_resize(self) -> None:
        self._fit()

    @property
    def notice(self) -> str:
        """What is told at the moment."""
        return " ".join(self._notice[:2]) if self._notice else ""

    def forget(self) -> None:
        """Take a notice away that was about what is shown no longer; news of the collection stays."""
        if not self._whole:
            self.clear()

    def clear(self) -> None:
        """Take the notice away."""
        self._notice = None
        self._fit()
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

    def _told(self, width: int) -> list[Content]:
        """The notice in lines."""
        if self._notice is None:
            return []
        head, text, colour = self._notice
        line = Content.assemble(("▌", colour), " ", (head, f"bold {colour}"), "  ", text)
        if not self._whole:
            return [line.truncate(width, ellipsis=True)]
        line = Content.assemble((head, f"bold {colour}"), "  ", text)
        lines = [Content.assemble(("▌", colour), " ", part) for part in line.wrap(max(8, width - 3))]
        if len(lines) > _MOST_LINES:
            lines[_MOST_LINES - 1] = lines[_MOST_LINES - 1].rstrip().append("…")
        return lines

    def render_line(self, y: int) -> Strip:
        style = self.visual_style
        if self._notice:
            told = self._told(self.size.width)
            line = told[y] if y < len(told) else Content("")
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
