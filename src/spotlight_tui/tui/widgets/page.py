"""A page of text: lines laid out once for a width, drawn as they come into view, selectable with the mouse."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual import events
from textual.content import Content
from textual.geometry import Region, Size
from textual.scroll_view import ScrollView
from textual.selection import Selection
from textual.strip import Strip
from textual.style import Style

from ..messages import Pressed
from ..present.flow import CARD, Line

Layout = Callable[[int], list[Line]]
"""Gives the lines of a page for a width in cells."""


class Page(ScrollView, can_focus=True, inherit_bindings=False):
    """Shows what a layout makes; of its items (quotations, figures) one is marked."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"page--surface"}

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._layout: Layout | None = None
        self._wanted: str | None = None
        """The name of a line to go to, asked for before there were any."""
        self._then: Callable[[], None] | None = None
        """What is to be done as soon as there are lines."""
        self._laid_for = 0
        self._lines: list[Line] = []
        self._strips: dict[tuple[int, bool], Strip] = {}
        self.marked: int | None = None
        """The number of the marked item."""
        self.mark_follows = False
        """Whether scrolling marks the first item in view."""

    # What is shown

    def show(self, layout: Layout | None, keep_place: bool = False, marked: int | None = None) -> None:
        """Show another page from its beginning, or the same one again where it stood.

        Args:
            layout: what makes the page.
            keep_place: whether it is the same page.
            marked: the item to mark, in place of the first.
        """
        self._layout = layout
        self._laid_for = 0
        if not keep_place:
            self._lines = []
            self._then = None
            self.marked = marked
            self.scroll_to(0, 0, animate=False, immediate=True)
        self._lay_out()
        if not keep_place and marked:
            self.mark(marked)

    def _lay_out(self) -> None:
        width = self.scrollable_content_region.width - 1
        if width <= 0 or width == self._laid_for:
            return
        place = self._place()
        self._laid_for = width
        self._lines = self._layout(width) if self._layout else []
        self._strips.clear()
        items = self.items
        if self.marked not in items:
            self.marked = items[0] if items else None
        self.virtual_size = Size(width, len(self._lines))
        self._return_to(place)
        self.refresh()
        if self._wanted:
            self.call_after_refresh(self.go_to_anchor, self._wanted)
        if self._then and self._lines:
            self.call_after_refresh(self._then)
            self._then = None

    def once_laid_out(self, do: Callable[[], None]) -> None:
        """Do something with the lines: now, or on a page that was hidden as soon as there are any."""
        if self._lines:
            do()
        else:
            self._then = do

    def _marks(self) -> list[int]:
        """The lines that stand for the same thing at every width: the first, the anchors, the one after the last."""
        return [0, *(n for n, line in enumerate(self._lines) if line.anchor), len(self._lines)]

    def _place(self) -> tuple[int, float] | None:
        """How far the text is read: the last mark over the top line, and the share of the way to the next."""
        top = round(self.scroll_y)
        if not self._lines or not top:
            return None
        marks = self._marks()
        number = max(n for n, line in enumerate(marks[:-1]) if line <= top)
        return number, (top - marks[number]) / max(1, marks[number + 1] - marks[number])

    def _return_to(self, place: tuple[int, float] | None) -> None:
        marks = self._marks()
        if place is None or place[0] + 1 >= len(marks):
            return
        number, share = place
        top = marks[number] + share * (marks[number + 1] - marks[number])
        self.scroll_to(y=round(top), animate=False, immediate=True)

    def on_resize(self) -> None:
        self._lay_out()

    def render_lines(self, crop: Region) -> list[Strip]:
        self._lay_out()  # at the first paint the width is known, and no resize has been told yet
        return super().render_lines(crop)

    @property
    def lines(self) -> list[Line]:
        return self._lines

    def anchor_line(self, name: str) -> int | None:
        """The line a name stands for."""
        return next((n for n, line in enumerate(self._lines) if line.anchor == name), None)

    def go_to_anchor(self, name: str) -> None:
        """Bring a named line to the top; on a page that is hidden, as soon as it is laid out."""
        at = self.anchor_line(name)
        self._wanted = name if at is None else None
        if at is not None:
            self.scroll_to(y=at, animate=False, immediate=True, force=True)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        super().watch_scroll_y(old_value, new_value)
        if self.mark_follows:
            self.mark_in_view()

    # The marked item

    @property
    def items(self) -> list[int]:
        return sorted({line.item for line in self._lines if line.item is not None})

    def mark(self, item: int) -> None:
        """Mark an item and bring it into view."""
        if item not in self.items:
            return
        self.marked = item
        at = [n for n, line in enumerate(self._lines) if line.item == item]
        top, height = round(self.scroll_y), self.size.height
        if at[0] < top or at[-1] - at[0] >= height:
            self.scroll_to(y=at[0], animate=False, immediate=True, force=True)
        elif at[-1] >= top + height:
            self.scroll_to(y=at[-1] - height + 1, animate=False, immediate=True, force=True)
        self._strips.clear()
        self.refresh()

    def mean(self, item: int) -> None:
        """Mark an item where it stands; on a page that is not laid out yet it is marked from the beginning."""
        if not self._lines or item in self.items:
            self.marked = item
            self._strips.clear()
            self.refresh()

    def mark_in_view(self) -> None:
        """Mark the first item in view, so that what a reader looks at is what is copied."""
        top = round(self.scroll_y)
        seen = {line.item for line in self._lines[top : top + self.size.height] if line.item is not None}
        if seen and self.marked not in seen:
            self.marked = min(seen)
            self._strips.clear()
            self.refresh()

    # Drawing

    def notify_style_update(self) -> None:
        super().notify_style_update()
        self._strips.clear()

    def render_line(self, y: int) -> Strip:
        at = y + round(self.scroll_y)
        width = self.size.width
        style = self.visual_style
        if at >= len(self._lines):
            return Strip.blank(width, style.rich_style)
        line = self._lines[at]
        marked = line.item is not None and line.item == self.marked
        selection = self.text_selection
        strip = self._strips.get((at, marked)) if selection is None else None
        if strip is None:
            strip = self._strip(line, at, marked, style, width, selection)
            if selection is None:
                self._strips[at, marked] = strip
        return strip

    def _strip(self, line: Line, at: int, marked: bool, style: Style, width: int, selection: Selection | None) -> Strip:
        content = line.content
        span = selection.get_span(at) if selection else None
        if span:
            start, end = span
            selected = Style.from_styles(self.screen.get_component_styles("screen--selection"))
            content = content.stylize(selected, start, len(content) if end == -1 else end)
        if line.surface:
            style = style + self.get_visual_style("page--surface", partial=True)
        text = Strip(content.render_segments(style), content.cell_length).apply_offsets(0, at)
        sign = Content.styled("▌", "$accent" if self.has_focus else "$rule") if marked else Content(" ")
        margin = Strip(sign.render_segments(self.visual_style), 1)
        end = min(width - 2, 76) + 1 if line.surface else width
        whole = Strip.join([margin, text]).extend_cell_length(end, style.rich_style)
        return whole.adjust_cell_length(width, self.visual_style.rich_style)

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        text = selection.extract("\n".join(line.content.plain for line in self._lines))
        return text.replace(CARD, ""), "\n"

    def selection_updated(self, selection: Selection | None) -> None:
        self._strips.clear()
        self.refresh()

    def watch_has_focus(self, focus: bool) -> None:
        super().watch_has_focus(focus)
        self._strips.clear()
        self.refresh()

    # Keys and mouse

    def on_click(self, event: events.Click) -> None:
        at = event.get_content_offset_capture(self).y + round(self.scroll_y)
        if not 0 <= at < len(self._lines) or self.screen.get_selected_text():
            return
        line = self._lines[at]
        if line.item is not None:
            self.mark(line.item)
        column = event.get_content_offset_capture(self).x - 1
        action = next((name for start, end, name in line.parts if start <= column < end), line.action)
        if action:
            self.post_message(Pressed(action))

    def move(self, step: int) -> None:
        """Scroll by lines."""
        self.scroll_to(y=self.scroll_y + step, animate=False, immediate=True)

    def move_mark(self, step: int) -> None:
        """Mark the next or previous item."""
        items = self.items
        if items:
            at = items.index(self.marked) if self.marked in items else 0
            self.mark(items[max(0, min(len(items) - 1, at + step))])

    def page(self, step: int) -> None:
        """Turn pages, one line of the last staying in view."""
        self.move(step * max(1, self.size.height - 1))

    def ends(self, last: bool) -> None:
        """Go to the beginning or the end."""
        self.scroll_to(y=self.max_scroll_y if last else 0, animate=False, immediate=True)
