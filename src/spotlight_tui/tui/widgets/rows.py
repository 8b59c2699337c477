"""A list of rows of one height: only what is in view is drawn, so its length costs nothing."""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.content import Content
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

from ..present.flow import ellipsis


class Rows(ScrollView, can_focus=True, inherit_bindings=False):
    """The base of the tree and of the results: subclasses say how many rows there are and what stands in one."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"rows--cursor"}
    row_height = 1

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self.cursor = 0
        """The row the cursor stands on."""
        self.click_opens = False
        """Whether one click opens a row, where what it would show beside has no room."""
        self._memo: dict[tuple[int, int, bool], list[Strip]] = {}

    # For subclasses

    def row_count(self) -> int:
        """How many rows there are."""
        return 0

    def row(self, index: int, width: int) -> list[Content]:
        """The lines of a row, at most `row_height`; longer ones are cut with an ellipsis."""
        return []

    def selectable(self, index: int) -> bool:
        """Whether the cursor may stand on a row."""
        return True

    def is_branch(self, index: int) -> bool:
        """Whether a row opens and closes: one click does that."""
        return False

    def cursor_moved(self) -> None:
        """The cursor stands on another row."""

    def row_chosen(self) -> None:
        """Enter, or a second click on the row under the cursor."""

    # What is shown

    def rows_changed(self) -> None:
        """The rows are others now; the cursor keeps within them."""
        self.cursor = max(0, min(self.cursor, self.row_count() - 1))
        if self.row_count() and not self.selectable(self.cursor):
            self.cursor = self._nearest(self.cursor, 1)
        self._memo.clear()
        width = self.scrollable_content_region.width
        self.virtual_size = Size(width, self.row_count() * self.row_height)
        self._into_view()
        self.refresh()

    def on_resize(self) -> None:
        self.rows_changed()
        self.call_after_refresh(self._into_view)  # what can be scrolled is known only then

    def notify_style_update(self) -> None:
        super().notify_style_update()
        self._memo.clear()

    def watch_has_focus(self, focus: bool) -> None:
        super().watch_has_focus(focus)
        self._memo.clear()
        self.refresh()

    def render_line(self, y: int) -> Strip:
        width = self.size.width
        index, line = divmod(y + round(self.scroll_y), self.row_height)
        if index >= self.row_count():
            return Strip.blank(width, self.visual_style.rich_style)
        key = (index, width, index == self.cursor)
        strips = self._memo.get(key)
        if strips is None:
            strips = self._memo[key] = self._strips(index, width)
        return strips[line]

    def _strips(self, index: int, width: int) -> list[Strip]:
        style = self.visual_style
        here = index == self.cursor
        if here:
            style = style + self.get_visual_style("rows--cursor", partial=True)
        sign = Content.styled("▌" if here else " ", "$accent" if self.has_focus else "$rule")
        strips = []
        lines = self.row(index, width - 2)[: self.row_height]
        for content in lines + [Content("")] * (self.row_height - len(lines)):
            if here and self.has_focus:
                content = content.stylize_before("bold")
            text = ellipsis(content, width - 2)
            line = Content.assemble(sign, text)
            strips.append(
                Strip(line.render_segments(style), line.cell_length).adjust_cell_length(width, style.rich_style)
            )
        return strips

    # Moving

    def _nearest(self, index: int, step: int) -> int:
        """The selectable row at or after `index` in a direction, else the cursor's."""
        count = self.row_count()
        while 0 <= index < count and not self.selectable(index):
            index += step
        return index if 0 <= index < count else self.cursor

    def _into_view(self) -> None:
        top, height = round(self.scroll_y), max(1, self.size.height)
        first = self.cursor * self.row_height
        if first < top or self.row_height > height:
            self.scroll_to(y=first, animate=False, immediate=True)
        elif first + self.row_height > top + height:
            self.scroll_to(y=first + self.row_height - height, animate=False, immediate=True)

    def move_to(self, index: int, step: int = 1) -> None:
        """Put the cursor on a row, or on the next that can take it."""
        count = self.row_count()
        if not count:
            return
        index = self._nearest(max(0, min(index, count - 1)), step)
        if index != self.cursor:
            self.cursor = index
            self.refresh()
            self._into_view()
            self.cursor_moved()

    def move(self, step: int) -> None:
        """Move the cursor by rows."""
        self.move_to(self.cursor + step, 1 if step > 0 else -1)

    def page(self, step: int) -> None:
        """Move the cursor by what fits in view."""
        self.move(step * max(1, self.size.height // self.row_height - 1))

    def ends(self, last: bool) -> None:
        """Move the cursor to the first or last row."""
        self.move_to(self.row_count() - 1 if last else 0, -1 if last else 1)

    def on_click(self, event: events.Click) -> None:
        index = (event.get_content_offset_capture(self).y + round(self.scroll_y)) // self.row_height
        if 0 <= index < self.row_count() and self.selectable(index):
            again = index == self.cursor
            self.move_to(index)
            at_once = self.click_opens or self.is_branch(index)
            if at_once == (event.chain == 1) or (again and event.chain == 1):
                self.row_chosen()
