"""The text that a record was read from, beside its fields."""

from __future__ import annotations

from collections.abc import Iterable

from ..present.flow import NONE, Words
from ..present.passages import anchor, is_lit, words_of
from .page import Layout, Page


class PassagePage(Page):
    """Lights up what a field was read from, and goes there."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._words: Words = NONE
        self._text: Layout | None = None

    @property
    def words(self) -> Words:
        """What is lit up."""
        return self._words

    def show_text(self, text: Layout) -> None:
        """Show another text from its beginning; it asks for `words` when it is laid out."""
        self._words = NONE
        self._text = text
        self.show(text)

    def light(self, phrases: Iterable[str | None], bring: bool = True) -> None:
        """Light up phrases, and bring the first of them into view where that is asked for."""
        words = words_of(phrases)
        if words == self._words or self._text is None:
            return
        self._words = words
        self.show(self._text, keep_place=True)
        if bring:
            self.call_after_refresh(self._bring_lit)

    def _bring_lit(self) -> None:
        rows = [number for number, line in enumerate(self.lines) if is_lit(line)]
        top = round(self.scroll_y)
        if rows and not any(top <= row < top + self.size.height for row in rows):
            self.scroll_to(y=max(0, rows[0] - 1), animate=False, immediate=True)

    def go_to_line(self, number: int) -> None:
        """Bring a line of the document to the top."""
        self.go_to_anchor(anchor(number))
