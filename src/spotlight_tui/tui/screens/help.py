"""What each key does, from the registry."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen

from ..actions import ACTIONS, Action, help_rows
from ..messages import Pressed
from ..present.flow import Line, wrap
from ..widgets.key_line import KeyLine
from ..widgets.page import Page

_KEYS = 10
"""Cells of the column of keys."""

_TYPED = 18
"""Cells of the column of queries."""

_LANGUAGE = (
    ("agency permanent", "Both words, in any order; what has all of them comes first."),
    ('"grow your own"', "These words one after the other, as they stand."),
    ("-locum", "Without this word; a minus also stands before a phrase or a name with a colon."),
    ("borough:sutton", "This borough only. In the same way: category: theme: partner: contact:"),
    ("in:quotes", "Look only in what people said. Also in:figures, in:contacts, in:title."),
    ("has:figures", "Only what has figures. Also has:quotes, has:contact, has:fulltext."),
    ("figure:>20%", "Only with a figure of that size: > < or =, with % or £ or neither."),
    ("bor", "A list under the line offers how it may go on: Tab takes the first, ↓ goes into it, Esc closes it."),
)
"""What can be typed into the search line, and what it means."""

_NOTES = (
    "In the search line every character is text: ↑ and ↓ move through what was found, Enter goes to it, and from there"
    " letters are commands. So: type, Enter, c.",
    "A screen reader reads no full-screen program well. Every feature is also a command that prints plain text:"
    " spotlight-tui --help.",
)


def help_lines(width: int, actions: Sequence[Action] = ACTIONS) -> list[Line]:
    """The keys under their headings."""
    lines: list[Line] = []
    for group, of_group in help_rows(actions):
        lines.append(Line(Content.styled(group, "bold $accent")))
        for action in of_group:
            key = Content.styled(action.shown, "bold")
            lines += [Line(line) for line in wrap(Content(action.help), width, key, _KEYS)]
        lines.append(Line(Content("")))
    if actions is ACTIONS:
        lines.append(Line(Content.styled("In the search line", "bold $accent")))
        for typed, means in _LANGUAGE:
            lines += [Line(line) for line in wrap(Content(means), width, Content.styled(typed, "bold"), _TYPED)]
        lines.append(Line(Content("")))
    for note in _NOTES:
        lines += [Line(line) for line in wrap(Content.styled(note, "$muted"), width)]
        lines.append(Line(Content("")))
    return lines


class HelpScreen(ModalScreen[None]):
    """The keys, over the screen they are for."""

    VERTICAL_BREAKPOINTS = [(0, "-low"), (30, "-tall")]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,question_mark,f1,enter", "close", "Back"),
        Binding("j,down", "scroll(1)", show=False),
        Binding("k,up", "scroll(-1)", show=False),
        Binding("space,pagedown", "turn(1)", show=False),
        Binding("b,pageup", "turn(-1)", show=False),
        Binding("g,home", "ends(False)", show=False),
        Binding("G,end", "ends(True)", show=False),
    ]

    def __init__(self, actions: Sequence[Action] = ACTIONS) -> None:
        super().__init__()
        self._actions = actions

    def compose(self) -> ComposeResult:
        with Vertical(id="help-box"):
            yield Page(id="help-page")
            yield KeyLine(id="help-keys")

    def on_mount(self) -> None:
        self.query_one(Page).show(lambda width: help_lines(width, self._actions))
        self.query_one(KeyLine).offer(["close", "page", "page-back"])

    def on_pressed(self, message: Pressed) -> None:
        message.stop()
        if message.action == "close":
            self.dismiss()
        else:
            self.query_one(Page).page(1 if message.action == "page" else -1)

    def on_click(self, event: events.Click) -> None:
        if event.widget is self:
            self.dismiss()

    def action_close(self) -> None:
        self.dismiss()

    def action_scroll(self, step: int) -> None:
        self.query_one(Page).move(step)

    def action_turn(self, step: int) -> None:
        self.query_one(Page).page(step)

    def action_ends(self, last: bool) -> None:
        self.query_one(Page).ends(last)
