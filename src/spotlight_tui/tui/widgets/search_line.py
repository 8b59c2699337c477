"""The line a reader types into."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len
from textual import events, on
from textual.actions import SkipAction
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Input, Static

from ...text import one_line
from .completions import Completions

if TYPE_CHECKING:
    from ...search.completion import Completion

_BESIDE = 12
"""Cells of the line that neither the text nor what is said of it takes: sign, margins, room to type on."""

Completing = Callable[[str, int], Sequence["Completion"]]
"""Says how a line may go on at a cursor."""


class SearchInput(Input):
    """Every character is text; the arrows move through the results, Enter and Esc leave, Tab takes what is offered."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move('up')", show=False),
        Binding("down", "move('down')", show=False),
        Binding("pageup", "move('page-up')", show=False),
        Binding("pagedown", "move('page-down')", show=False),
        Binding("tab", "take", show=False),
        Binding("escape", "leave", show=False),
    ]

    class Move(Message):
        """The results' cursor should move."""

        def __init__(self, where: str) -> None:
            super().__init__()
            self.where = where

    class Leave(Message):
        """The reader goes back out of the line."""

    def _on_paste(self, event: events.Paste) -> None:
        """What is pasted becomes one line without anything that a terminal would obey."""
        event.prevent_default()
        event.stop()
        self.replace(one_line(event.text), *self.selection)

    def action_move(self, where: str) -> None:
        self.post_message(self.Move(where))

    def action_leave(self) -> None:
        self.post_message(self.Leave())

    def action_take(self) -> None:
        if not (isinstance(self.parent, SearchLine) and self.parent.take()):
            raise SkipAction  # Tab goes to the next pane

    def action_cursor_right(self, select: bool = False) -> None:
        at_end = self.cursor_at_end and self.selection.is_empty
        if select or not at_end or not (isinstance(self.parent, SearchLine) and self.parent.take()):
            super().action_cursor_right(select)


class SearchLine(Horizontal):
    """The sign, the field, what the search has to say; and under it, while there is something, how it may go on."""

    PLACEHOLDERS = (
        (100, "Search: a word, a name, “a phrase”, borough:… category:… figure:>20% has:quotes"),
        (70, "Search: a word, a name, “a phrase”, borough:…"),
        (0, "Search: a word, a name, borough:…"),
    )
    """What stands in the empty field, by the columns of the terminal that it takes."""

    def __init__(self) -> None:
        super().__init__()
        self.completing: Completing | None = None
        self._list: Completions | None = None
        self._offered_for: tuple[str, int] | None = None
        self._put_off: str | None = None
        """What stood before the cursor when the reader closed the list; it stays so while the word is typed on."""

    def compose(self) -> ComposeResult:
        yield Static(Content(" / "), id="search-sign")
        yield SearchInput(placeholder=self._placeholder(), id="search", compact=True, select_on_focus=False)
        yield Static(id="search-state")

    def _placeholder(self) -> str:
        return next(text for columns, text in self.PLACEHOLDERS if self.app.size.width >= columns)

    def on_resize(self) -> None:
        self._input.placeholder = self._placeholder()
        self.close()

    @property
    def _input(self) -> SearchInput:
        return self.query_one(SearchInput)

    def say(self, text: str, before: Content | None = None) -> bool:
        """Put a word to the right of the field.

        Args:
            text: the word.
            before: what stands before it, where it has room beside what is typed.

        Returns:
            Whether all of it had room.
        """
        said = Content.assemble(before, "  ", text) if before else Content(text)
        room = self.app.size.width - cell_len(self._input.value) - _BESIDE
        fits = before is None or said.cell_length <= room
        self.query_one("#search-state", Static).update(said if fits else Content(text))
        return fits

    # What is offered

    @property
    def offering(self) -> bool:
        """Whether the list is open."""
        return bool(self._list and self._list.display)

    def offer(self, offers: Sequence[Completion]) -> None:
        """Show how the line may go on, unless the reader closed the list."""
        field = self._input
        self._offered_for = (field.value, field.cursor_position)
        if self._is_put_off or not field.has_focus:
            offers = ()
        if self._list is None:
            if not offers or not isinstance(self.parent, Widget):
                return
            self._list = Completions(self._put)
            self.parent.mount(self._list)
        self._list.offer(offers, field.content_region.x, self.region.bottom)

    @property
    def _is_put_off(self) -> bool:
        before = self._input.value[: self._input.cursor_position]
        put_off = self._put_off
        return put_off is not None and before.startswith(put_off) and before.count(" ") == put_off.count(" ")

    def close(self) -> None:
        """Take the list away."""
        if self._list:
            self._list.offer(())

    def take(self) -> bool:
        """Take what is offered; whether there is anything."""
        field = self._input
        here = (field.value, field.cursor_position)
        if here == self._offered_for:
            chosen = self._list.chosen if self._list and self.offering else None
        elif self._is_put_off or self.completing is None:
            return False
        else:  # typed faster than was looked for
            chosen = next(iter(self.completing(*here)), None)
        if chosen:
            self._put(chosen)
        return chosen is not None

    def _put(self, offer: Completion) -> None:
        self.close()
        self._input.value = offer.text
        self._input.cursor_position = offer.cursor

    @on(SearchInput.Move)
    def move_in_list(self, message: SearchInput.Move) -> None:
        step = {"up": -1, "down": 1}.get(message.where, 0)
        if step and self._list and self.offering and self._list.move(step):
            message.stop()

    @on(SearchInput.Leave)
    def close_first(self, message: SearchInput.Leave) -> None:
        if self.offering:
            self._put_off = self._input.value[: self._input.cursor_position]
            self.close()
            message.stop()

    @on(Input.Submitted)
    def take_entered(self, message: Input.Submitted) -> None:
        if self._list and self.offering and self._list.entered is not None and self.take():
            message.stop()
        else:
            self.close()

    @on(Input.Changed)
    def forget_closing(self) -> None:
        if not self._is_put_off:
            self._put_off = None

    @on(Input.Blurred)
    def close_when_left(self) -> None:
        self._put_off = None
        self.close()
