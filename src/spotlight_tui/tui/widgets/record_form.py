"""The fields of a record, to be mended."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual import on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.geometry import Region, Size
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget
from textual.widgets import Select, TextArea

from ...records import Category
from ..present.reviewing import figure_items, quote_items
from .page import Layout
from .record_draft import RecordDraft, label_of
from .record_field import Field, FieldChoice, FieldList, FieldText, PutBack

Head = Callable[[int], list[Content]]
"""Gives what stands over the fields, for a width in cells."""

_ONE_A_LINE = ("one a line",)
_CONTACT = (
    "one a line: name; role; e-mail; phone; organisation",
    "name; role; e-mail; phone; organisation",
    "name; role; e-mail; phone",
)
_TAKE_OUT = ("x takes one out",)
_NO_CATEGORY = "None: related reading"


class FormHead(Widget):
    """What is said of the record over its fields."""

    def __init__(self) -> None:
        super().__init__(id="form-head")
        self._head: Head | None = None
        self._lines: list[Content] = []
        self._made_for = 0

    def say(self, head: Head) -> None:
        self._head = head
        self._made_for = 0
        self.refresh(layout=True)

    def _made(self, width: int) -> list[Content]:
        if width != self._made_for:
            self._made_for = width
            self._lines = self._head(width) if self._head and width > 0 else []
        return self._lines

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        return len(self._made(width))

    def render_line(self, y: int) -> Strip:
        lines, style, width = self._made(self.size.width), self.visual_style, self.size.width
        line = lines[y] if y < len(lines) else Content("")
        return Strip(line.render_segments(style), line.cell_length).adjust_cell_length(width, style.rich_style)


class RecordForm(VerticalScroll, can_focus=False, inherit_bindings=False):
    """Shows a draft and writes into it what a reader types."""

    class Mended(Message):
        """Something in the draft is another now."""

    class Entered(Message):
        """A field, or another thing of its list, is what the reader looks at."""

        def __init__(self, phrases: Sequence[str]) -> None:
            super().__init__()
            self.phrases = phrases
            """What was read of it."""

    def __init__(self, categories: Sequence[Category], *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._categories = [(category.name or category.id, category.id) for category in categories]
        self.draft: RecordDraft | None = None

    def compose(self) -> ComposeResult:
        yield FormHead()
        yield Field("title", FieldText("title", True))
        yield Field("authorities", FieldText("authorities", False), _ONE_A_LINE)
        yield Field("category", FieldChoice("category", [*self._categories, (_NO_CATEGORY, "")]))
        yield Field("summary", FieldText("summary", False))
        yield Field("contacts", FieldText("contacts", False), _CONTACT)
        yield Field("team", FieldText("team", True))
        yield Field("partners", FieldText("partners", False), _ONE_A_LINE)
        yield Field("quotes", FieldList("quotes"), _TAKE_OUT)
        yield Field("figures", FieldList("figures"), _TAKE_OUT)

    # What is shown

    def show(self, draft: RecordDraft, head: Head) -> None:
        """Show another draft from its beginning."""
        self.draft = draft
        self.query_one(FormHead).say(head)
        for name in draft.texts:
            self._fill(name)
        for name in draft.out:
            things = getattr(draft.initiative, name)
            field = self._field(name)
            field.display = bool(things)
            field.label.label = f"{label_of(name)} {len(things)}"
            self._list(name).show_items(self._items(draft, name))
        self._say_states()
        self.scroll_to(y=0, animate=False, immediate=True)

    def _items(self, draft: RecordDraft, name: str) -> Layout:
        if name == "quotes":
            return lambda width: quote_items(draft.initiative.quotes, draft.out[name], width)
        return lambda width: figure_items(draft.initiative.figures, draft.out[name], width)

    def _fill(self, name: str) -> None:
        editor = self._field(name).editor
        if self.draft and isinstance(editor, (FieldText, FieldChoice)):
            editor.fill(self.draft.texts[name])

    def _field(self, name: str) -> Field:
        return self.query_one(f"#field-{name}", Field)

    def _list(self, name: str) -> FieldList:
        return self.query_one(f"#edit-{name}", FieldList)

    def _say_states(self) -> None:
        draft = self.draft
        if draft is None:
            return
        mended = draft.mended
        for field in self.query(Field):
            name = field.field
            problem = draft.problem(name) if name in mended else None
            field.label.say(name in mended, problem, draft.notice(name))

    # What the reader does

    @property
    def entered(self) -> str | None:
        """The field that has the focus."""
        within = self.screen.focused
        for widget in within.ancestors_with_self if within else ():
            if isinstance(widget, Field):
                return widget.field
        return None

    @property
    def list_entered(self) -> FieldList | None:
        """The list of quotations or figures that has the focus."""
        focused = self.screen.focused
        return focused if isinstance(focused, FieldList) else None

    def go_to(self, name: str) -> None:
        """Go into a field at once: what is typed next is meant for it."""
        self.screen.set_focus(self._field(name).editor)

    def put_back(self, name: str | None = None) -> None:
        """Let a field hold what was read: this one, or the one that has the focus."""
        name = name or self.entered
        if self.draft is None or name is None or name not in self.draft.mended:
            return
        self.draft.put_back(name)
        editor = self._field(name).editor
        if isinstance(editor, FieldText):
            editor.put(self.draft.texts[name])
        elif isinstance(editor, FieldList):
            editor.show_items(self._items(self.draft, name), keep_place=True)
        else:
            self._fill(name)
        self._changed()

    def take_out(self) -> None:
        """Take the marked quotation or figure out, or put it back."""
        page = self.list_entered
        if self.draft is None or page is None or page.marked is None:
            return
        self.draft.out[page.field] ^= {page.marked}
        page.show_items(self._items(self.draft, page.field), keep_place=True)
        self._changed()

    def is_taken_out(self) -> bool:
        """Whether the marked quotation or figure is taken out."""
        page = self.list_entered
        return bool(self.draft and page and page.marked in self.draft.out[page.field])

    def _changed(self) -> None:
        self._say_states()
        self.post_message(self.Mended())

    @on(PutBack)
    def _put_back_asked(self, message: PutBack) -> None:
        message.stop()
        self.put_back(message.name)

    @on(TextArea.Changed)
    def _typed(self, message: TextArea.Changed) -> None:
        message.stop()
        if isinstance(message.text_area, FieldText):
            self._holds(message.text_area.field, message.text_area.text)

    @on(Select.Changed)
    def _chosen(self, message: Select.Changed) -> None:
        message.stop()
        if isinstance(message.select, FieldChoice) and isinstance(message.select.value, str):
            self._holds(message.select.field, message.select.value)

    def _holds(self, name: str, text: str) -> None:
        """Note what a field holds now, which is what the draft has where it was only filled."""
        if self.draft and self.draft.texts[name] != text:
            self.draft.texts[name] = text
            self._changed()

    # Where the reader looks

    def on_descendant_focus(self) -> None:
        self._tell_entered()
        self.call_after_refresh(self._bring_focused)

    def watch_virtual_size(self) -> None:
        """The fields are laid out anew."""
        self.call_after_refresh(self._bring_focused)

    def _bring_focused(self) -> None:
        """Bring what the reader is at into view, with the row above it, which may be its name."""
        focused = self.screen.focused
        if isinstance(focused, FieldText):
            self._bring(focused, focused.cursor_row - 1, 2)
        elif isinstance(focused, FieldList):
            first, number = focused.rows_of(focused.marked or 0)
            self._bring(focused, first - 1, number + 1)
        elif isinstance(focused, FieldChoice):
            self._bring(focused, -1, 2)

    @on(FieldList.Marked)
    def _marked(self, message: FieldList.Marked) -> None:
        message.stop()
        self._bring_focused()
        self._tell_entered()

    @on(TextArea.SelectionChanged)
    def _cursor_moved(self, message: TextArea.SelectionChanged) -> None:
        message.stop()
        self._bring_focused()

    def _bring(self, editor: FieldText | FieldChoice | FieldList, row: int, rows: int) -> None:
        """Scroll so far that rows of an editor are in view."""
        top = self._field(editor.field).virtual_region.y + editor.virtual_region.y + row
        self.scroll_to_region(Region(0, top, 1, rows), animate=False, immediate=True, x_axis=False)

    def _tell_entered(self) -> None:
        name, page = self.entered, self.list_entered
        if self.draft and name:
            self.post_message(self.Entered(self.draft.phrases(name, page.marked if page else None)))
