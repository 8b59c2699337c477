"""Others with this: the contacts, partners and themes that an initiative shares, to be chosen from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from ...collection import Collection
from ...records import Initiative
from ...text import one_line, words_of
from ..actions import OTHERS_ACTIONS, bindings
from ..messages import Pressed
from ..present.alike import kind_row, other_row
from ..present.flow import single
from ..widgets.key_line import KeyLine
from ..widgets.rows import Rows


@dataclass(frozen=True, slots=True)
class Shared:
    """A contact, partner or theme that others have too."""

    kind: str
    """Contacts, Partners or Themes."""
    name: str
    query: str
    """What finds all who have it."""
    others: tuple[str, ...]
    """Their ids, but for the initiative itself."""


def shared_by(collection: Collection, record: Initiative) -> list[Shared]:
    """What an initiative shares with others."""
    themes = {theme.id: theme.name for theme in collection.themes}
    asked = [("Contacts", contact.name, f"contact:{_quoted(contact.name)}") for contact in record.contacts]
    asked += [("Partners", partner, f"partner:{_quoted(partner)}") for partner in record.partners]
    asked += [("Themes", themes.get(theme, theme), f"theme:{_quoted(theme)}") for theme in record.themes]
    found = []
    for kind, name, query in dict.fromkeys(asked):
        if words_of(name):
            ids = collection.search(query, limit=1, exact=True).ids
            others = tuple(id_ for id_ in ids if id_ != record.id)
            if others:
                found.append(Shared(kind, name, query, others))
    return found


def _quoted(name: str) -> str:
    """A name as it stands behind a colon in a query."""
    value = one_line(name.translate(_NO_QUOTATION_MARKS))
    return f'"{value}"' if " " in value else value


_NO_QUOTATION_MARKS = str.maketrans(dict.fromkeys('"“”„‟«»＂', " "))


class SharedList(Rows):
    """Contacts, partners and themes under their names."""

    def __init__(self, shared: Sequence[Shared], *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.click_opens = True
        self._entries: list[Shared | str] = []
        for one in shared:
            if not any(isinstance(entry, Shared) and entry.kind == one.kind for entry in self._entries):
                self._entries.append(one.kind)
            self._entries.append(one)

    def row_count(self) -> int:
        return len(self._entries)

    def selectable(self, index: int) -> bool:
        return isinstance(self._entries[index], Shared)

    def row(self, index: int, width: int) -> list[Content]:
        entry = self._entries[index]
        return [kind_row(entry) if isinstance(entry, str) else other_row(entry.name, len(entry.others), width)]

    def row_chosen(self) -> None:
        entry = self._entries[self.cursor]
        if isinstance(entry, Shared):
            self.screen.dismiss(entry)


class OthersScreen(ModalScreen["Shared | None"]):
    """Asks whom the reader wants to see."""

    VERTICAL_BREAKPOINTS = [(0, "-low"), (30, "-tall")]
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings(OTHERS_ACTIONS),
        Binding("escape,q,w", "close", show=False),
        Binding("j,down", "move(1)", show=False),
        Binding("k,up", "move(-1)", show=False),
        Binding("space,pagedown", "turn(1)", show=False),
        Binding("b,pageup", "turn(-1)", show=False),
        Binding("g,home", "ends(False)", show=False),
        Binding("G,end", "ends(True)", show=False),
    ]

    def __init__(self, title: str, shared: Sequence[Shared]) -> None:
        super().__init__()
        self._title = title
        self._shared = shared

    def compose(self) -> ComposeResult:
        with Vertical(id="others-box"):
            yield Static(single(f"What others share with {self._title}", "bold"), id="others-title")
            yield SharedList(self._shared, id="others-list")
            yield KeyLine(id="others-keys")

    def on_mount(self) -> None:
        rows = self.query_one(SharedList)
        rows.rows_changed()
        rows.focus()
        self.query_one(KeyLine).offer(["show-others", "close"])

    def on_pressed(self, message: Pressed) -> None:
        message.stop()
        if message.action == "show-others":
            self.action_show_others()
        else:
            self.dismiss()

    def on_click(self, event: events.Click) -> None:
        if event.widget is self:
            self.dismiss()

    def action_show_others(self) -> None:
        self.query_one(SharedList).row_chosen()

    def action_close(self) -> None:
        self.dismiss()

    def action_move(self, step: int) -> None:
        self.query_one(SharedList).move(step)

    def action_turn(self, step: int) -> None:
        self.query_one(SharedList).page(step)

    def action_ends(self, last: bool) -> None:
        self.query_one(SharedList).ends(last)
