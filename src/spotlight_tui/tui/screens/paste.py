"""A field to paste the text of a page into."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, cast

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.getters import query_one
from textual.timer import Timer

from ...collection import Collection
from ...records import Category
from ...text import clean
from ..actions import BY_ID, bindings
from ..messages import Pressed
from ..present.counts import number
from ..present.flow import Line, plain, wrap
from ..widgets.key_line import KeyLine
from ..widgets.page import Page
from .reading_screen import ReadingScreen

if TYPE_CHECKING:
    from ..app import SpotlightApp

_SHOWN = 60
"""Lines of the text that are shown."""
_LONGEST = 2000
"""Characters of a line that are shown."""

_ABOUT = (
    "In the browser select the whole page (Ctrl+A), copy it (Ctrl+C), and paste it here, as your terminal pastes:"
    " mostly Ctrl+V, Ctrl+Shift+V, Cmd+V, or the right mouse button."
)


def pasted_lines(text: str, width: int) -> list[Line]:
    """How a pasted text begins, and how much there is of it."""
    if not text:
        return [Line(Content.styled("Nothing yet.", "italic $faint"))]
    lines: list[Line] = []
    parts = text.split("\n", _SHOWN)
    for part in parts[:_SHOWN]:
        lines += [Line(line) for line in wrap(plain(part[:_LONGEST]), width)]
    if len(parts) > _SHOWN:
        more = number(parts[_SHOWN].count("\n") + 1, "line")
        lines += [Line(Content("")), Line(Content.styled(f"… and {more} more", "$muted"))]
    return lines


class PasteScreen(ReadingScreen):
    """Takes a paste whole; where a terminal sends it key by key, that too."""

    TITLE_SHOWN = "Paste the text of a page"
    AUTO_FOCUS = "#pasted"
    BINDINGS: ClassVar[list[BindingType]] = bindings([BY_ID["read-typed"], BY_ID["empty-pasted"]])

    page = query_one("#pasted", Page)

    def __init__(self, collection: Collection, category: Category | None, text: str = "") -> None:
        super().__init__(collection, category)
        self._new = text
        self._parts: list[str] = []
        """What has come since it was looked at last."""
        self._keyed = False
        """Whether the text comes key by key: then Enter is a part of it."""
        self._is_old = False
        """Whether the text has been read already: another one takes its place then."""
        self._timer: Timer | None = None

    @property
    def _app(self) -> SpotlightApp:
        return cast("SpotlightApp", self.app)

    def compose(self) -> ComposeResult:
        yield from self.head(Content.styled(_ABOUT, "$muted"))
        yield Page(id="pasted")
        yield from self.foot()
        yield KeyLine(id="paste-keys")

    def on_mount(self) -> None:
        if self._new:
            self._app.typed.pasted = ""
            self._take(self._new)
        else:
            self._show()

    def _take(self, text: str) -> None:
        self._parts.append(text)
        self.say("")
        if self._timer is None:  # key by key it would be laid out again and again
            self._timer = self.set_timer(0.05, self._show)

    def _text(self) -> str:
        """What was pasted so far."""
        if self._parts:
            self._app.typed.pasted += clean("".join(self._parts))
            self._parts.clear()
        return self._app.typed.pasted

    def _show(self) -> None:
        self._timer = None
        text = self._text()
        self.page.border_title = f" {number(text.count(chr(10)) + 1, 'line')} " if text else " The text "
        self.page.show(lambda width: pasted_lines(text, width), keep_place=True)
        read = "read-typed" if self._keyed else "read-pasted"
        self.query_one(KeyLine).offer([read, "empty-pasted", "close"] if text else ["close"])

    def on_paste(self, event: events.Paste) -> None:
        event.stop()
        if self._is_old:
            self.action_empty_pasted()
        self._keyed = False
        self._take(f"\n{event.text}" if self._text() else event.text)

    def on_key(self, event: events.Key) -> None:
        moves = {"down": 1, "up": -1}
        if event.key == "escape":
            self._leave()
        elif event.key in moves:
            self.page.move(moves[event.key])
        elif event.key in ("pagedown", "pageup"):
            self.page.page(1 if event.key == "pagedown" else -1)
        elif event.key == "enter" and not self._keyed:
            self.action_read_typed()
        elif event.key in ("enter", "tab"):
            self._take("\n" if event.key == "enter" else "\t")
        elif event.character and event.is_printable:
            if self._is_old:
                self.action_empty_pasted()
            self._keyed = True
            self._take(event.character)
        else:
            return
        event.stop()
        event.prevent_default()

    @on(Pressed)
    async def do_pressed(self, message: Pressed) -> None:
        message.stop()
        if message.action == "close":
            self._leave()
        elif message.action == "empty-pasted":
            self.action_empty_pasted()
        else:
            self.action_read_typed()

    def _leave(self) -> None:
        self._text()  # it is kept, and there again when the reader comes back
        self.dismiss(None)

    def action_read_typed(self) -> None:
        text = self._text()
        if text.strip():
            self._is_old = True
            self.read("the pasted text", pasted=text)
        else:
            self.say("Nothing was pasted yet.")

    def action_empty_pasted(self) -> None:
        self._parts.clear()
        self._app.typed.pasted = ""
        self._keyed = self._is_old = False
        self._show()
