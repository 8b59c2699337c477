"""While long work is under way: what is done, how far it is, and how to stop it."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import ClassVar, Generic, TypeVar, cast

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.strip import Strip
from textual.widget import Widget
from textual.widgets import Static

from ...progress import Progress
from ..actions import BY_ID, bindings
from ..messages import Pressed, Progressed, Worked
from ..present.flow import ellipsis, single
from ..widgets.key_line import KeyLine
from ..work import Outcome, Work

T = TypeVar("T")

_LONG = 2
"""Seconds after which it is said how long it has taken."""


class WorkBar(Widget):
    """What is done in one line, and a bar below it where it is known how far that is."""

    def __init__(self) -> None:
        super().__init__(id="work-bar")
        self._began = time.monotonic()
        self._what, self._done, self._of = "", 0, 0

    def on_mount(self) -> None:
        self.set_interval(1, self.refresh)

    def say(self, what: str, done: int = 0, of: int = 0) -> None:
        self._what, self._done, self._of = what, done, of
        self.refresh()

    def render_line(self, y: int) -> Strip:
        width = self.size.width
        line = ellipsis(single(self._what), width) if not y else self._bar(width)
        strip = Strip(line.render_segments(self.visual_style), line.cell_length)
        return strip.adjust_cell_length(width, self.visual_style.rich_style)

    def _bar(self, width: int) -> Content:
        seconds = int(time.monotonic() - self._began)
        about = f"{self._done} of {self._of}  " if self._of else ""
        about += f"{seconds} s" if seconds >= _LONG else ""
        room = max(0, min(40, width - 18))
        filled = min(room, room * self._done // self._of) if self._of else 0
        bar = ("▄" * filled, "$river"), ("·" * (room - filled) if self._of else "", "$rule")
        return Content.assemble(*bar, "  " if self._of else "", (about.strip(), "$muted"))


class WorkScreen(ModalScreen[None], Generic[T]):
    """Does work in a thread, and hands over how it ended; what becomes of the screen is then others' matter."""

    CSS_PATH = "importing.tcss"
    VERTICAL_BREAKPOINTS = [(0, "-low"), (30, "-tall")]
    BINDINGS: ClassVar[list[BindingType]] = bindings([BY_ID["stop"]])

    def __init__(
        self,
        title: str,
        do: Callable[[Progress], T],
        ended: Callable[[Outcome[T]], object],
        *,
        stop: str = "at once",
        at_once: bool = True,
    ) -> None:
        """Args:
        title: what is done.
        do: does it; it may run on for a while after it was stopped `at once`.
        ended: called with how it ended.
        stop: how it can be stopped: `at once`, without waiting for it; `in order`; or `never`.
        at_once: whether it begins when the screen is there.
        """
        super().__init__()
        self._title = title
        self._work = Work(do)
        self._ended = ended
        self._stop = stop
        self._at_once = at_once
        self._has_ended = False

    def compose(self) -> ComposeResult:
        with Vertical(id="work-box", classes="dialog"):
            yield Static(single(self._title, "bold"), id="work-title")
            yield WorkBar()
            yield KeyLine(id="work-keys")

    def on_mount(self) -> None:
        self.query_one(KeyLine).offer([] if self._stop == "never" else ["stop"])
        if self._at_once:
            self.begin()

    def begin(self) -> None:
        """Begin the work."""
        self.run_worker(self._run, thread=True, exclusive=True, group="work")

    def _run(self) -> None:
        outcome = self._work.run(lambda what, done, of: self.post_message(Progressed(what, done, of)))
        self.post_message(Worked(cast("Outcome[object]", outcome)))

    def on_unmount(self) -> None:
        self._work.stop()  # the program is left: nothing should keep it

    @on(Progressed)
    def tell_progress(self, message: Progressed) -> None:
        if not self._work.is_stopping:
            self.query_one(WorkBar).say(message.what, message.done, message.of)

    @on(Worked)
    def end(self, message: Worked) -> None:
        self._hand_over(cast("Outcome[T]", message.outcome))

    def _hand_over(self, outcome: Outcome[T]) -> None:
        if not self._has_ended:
            self._has_ended = True
            self._ended(outcome)

    def on_pressed(self, message: Pressed) -> None:
        message.stop()
        self.action_stop()

    def action_stop(self) -> None:
        if self._stop == "never":
            return
        self._work.stop()
        if self._stop == "at once":
            self._hand_over(Outcome(stopped=True))
        else:
            self.query_one(WorkBar).say("Stopping…")
