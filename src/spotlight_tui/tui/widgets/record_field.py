"""One field of a record: its name, what is said of it, and where it is mended."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from rich.cells import cell_len
from rich.text import Text
from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget
from textual.widgets import Select, TextArea

from ...text import clean, one_line
from .page import Layout, Page
from .record_draft import label_of

PUT_BACK = ("F4 Put back", "F4", "")
"""How a field is put back, the longest first."""


class PutBack(Message):
    """What was read is to stand in a field again."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.name = name


class FieldLabel(Widget):
    """The name of a field, whether it was mended or cannot stand, and to the right how to put it back."""

    def __init__(self, name: str, hints: Sequence[str] = ()) -> None:
        """Args:
        name: of the field.
        hints: what stands beside it where there is room, the longest first.
        """
        super().__init__(classes="field--label")
        self.field = name
        self.label = label_of(name)
        self._hints = (*hints, "")
        self.active = False
        """Whether its field has the focus."""
        self._said: tuple[str, str] | None = None
        self._mended = False

    def say(self, mended: bool, problem: str | None, notice: str | None) -> None:
        """Say how the field stands."""
        said: tuple[str, str] | None = ("mended", "$good") if mended else None
        if problem:
            said = f"× {problem}", "bold $warn"
        elif notice:
            said = notice, "$warn"
        if (said, mended) != (self._said, self._mended):
            self._said, self._mended = said, mended
            self.refresh()

    @property
    def _put_back(self) -> str:
        """The words to put it back, as many as leave room for what is said."""
        said = cell_len(self._said[0]) if self._said else 0
        room = self.size.width - cell_len(self.label) - said - 6
        return next(words for words in PUT_BACK if cell_len(words) <= room or not words) if self._mended else ""

    def render_line(self, y: int) -> Strip:
        style, width = self.visual_style, self.size.width
        name = Content.styled(self.label, "bold $accent" if self.active else "$muted")
        if self.active:
            name = Content.styled(f" {self.label} ", "bold reverse $accent")
        words = self._put_back
        end = width - cell_len(words)
        room = end - name.cell_length - 3
        if self._said:
            said = Content.styled(*self._said).truncate(max(1, room), ellipsis=True)
        else:
            hint = next((hint for hint in self._hints if cell_len(hint) <= room), "")
            said = Content.styled(hint, "$faint")
        line = Content.assemble(name, "  ", said).truncate(max(1, end))
        if words:
            line = line.pad_right(max(0, end - line.cell_length))
            line = Content.assemble(line, (words[:2], "bold $accent"), (words[2:], "$muted"))
        return Strip(line.render_segments(style), line.cell_length).adjust_cell_length(width, style.rich_style)

    def on_click(self, event: events.Click) -> None:
        if event.x >= self.size.width - cell_len(self._put_back):
            self.post_message(PutBack(self.field))
        elif isinstance(self.parent, Field):
            self.parent.editor.focus()


class Field(Vertical):
    """The label and below it the editor."""

    def __init__(self, name: str, editor: Widget, hints: Sequence[str] = ()) -> None:
        super().__init__(id=f"field-{name}", classes="field")
        self.field = name
        self.label = FieldLabel(name, hints)
        self.editor = editor

    def compose(self) -> ComposeResult:
        yield self.label
        yield self.editor

    def on_descendant_focus(self) -> None:
        self.label.active = True
        self.label.refresh()

    def on_descendant_blur(self) -> None:
        self.label.active = False
        self.label.refresh()


class FieldText(TextArea):
    """A text that is as high as it needs to be; letters are text, Tab goes to the next field."""

    def __init__(self, name: str, one_line_only: bool) -> None:
        """Args:
        name: of the field.
        one_line_only: whether Enter goes on to the next field, and no new line can be pasted.
        """
        super().__init__(id=f"edit-{name}", compact=True, highlight_cursor_line=False, max_checkpoints=100)
        self.field = name
        self._one_line_only = one_line_only

    async def _on_key(self, event: events.Key) -> None:
        if event.key == "enter" and self._one_line_only:
            event.prevent_default()
            event.stop()
            self.screen.focus_next()

    async def _on_paste(self, event: events.Paste) -> None:
        event.prevent_default()
        event.stop()
        text = one_line(event.text) if self._one_line_only else clean(event.text).replace("\t", " ")
        if result := self._replace_via_keyboard(text, *self.selection):
            self.move_cursor(result.end_location)

    @property
    def cursor_row(self) -> int:
        """The row of the cursor, as the text is wrapped."""
        return self.wrapped_document.location_to_offset(self.cursor_location).y

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As high as it will be once it has this width, so that the fields need not be laid out twice."""
        if width != self.scrollable_content_region.width:
            self.wrapped_document.wrap(max(0, width - 1), tab_width=self.indent_width)
        return max(1, self.wrapped_document.height)

    def fill(self, text: str) -> None:
        """Let it hold the text of another record."""
        if text != self.text:
            self.load_text(text)
        else:
            self.history.clear()
            self.move_cursor((0, 0))

    def put(self, text: str) -> None:
        """Let it hold another text, which can be undone."""
        self.replace(text, (0, 0), self.document.end)
        self.move_cursor((0, 0))


class FieldChoice(Select[str]):
    """One of a few names."""

    def __init__(self, name: str, options: Sequence[tuple[str, str]]) -> None:
        """Args:
        name: of the field.
        options: the names to choose among, each with what it stands for.
        """
        self.field = name
        self._given = [(Text(one_line(label)), value) for label, value in options]
        super().__init__(self._given, allow_blank=False, compact=True, id=f"edit-{name}")

    def fill(self, value: str) -> None:
        """Choose a value; one that is none of the options is shown as it is."""
        if value not in (known for _, known in self._given):
            self.set_options([*self._given, (Text(f"{one_line(value)} (not known)"), value)])
        self.value = value


class FieldList(Page):
    """Things of which one is marked, to be taken out or put back: as high as they need."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter,space", "screen.take_out", show=False)]

    class Marked(Message):
        """Another thing is marked."""

        def __init__(self, page: FieldList) -> None:
            super().__init__()
            self.page = page

    def __init__(self, name: str) -> None:
        super().__init__(id=f"edit-{name}")
        self.field = name
        self._heights: dict[int, int] = {}

    def show_items(self, layout: Layout, keep_place: bool = False) -> None:
        """Show other things, or the same ones as they are now."""
        self._heights.clear()
        self.show(layout, keep_place)
        self.refresh(layout=True)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        height = self._heights.get(width)
        if height is None:
            height = self._heights[width] = len(self._layout(width - 1)) if self._layout and width > 1 else 0
        return height

    def mark(self, item: int) -> None:
        super().mark(item)
        self.post_message(self.Marked(self))

    def rows_of(self, item: int) -> tuple[int, int]:
        """The first row of a thing and how many it has."""
        rows = [number for number, line in enumerate(self.lines) if line.item == item]
        return (rows[0], len(rows)) if rows else (0, 1)
