"""The rows of text on a page of a PDF, as the library calls back for each piece of it."""

from __future__ import annotations

import codecs
import math
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

from pypdf.generic import ArrayObject, TextStringObject

from ...records import Link
from .common import SAVE_AGAIN, Clock, Unreadable, tidy, web_address, without_bullet
from .pdf_fonts import Fonts
from .pdf_tags import ARTIFACT, Block

MOST_OPERATORS = 300_000
"""Of all pages; a page of 17 submissions on 36 sheets has 22,000."""
MOST_LINKS_OF_A_PAGE = 500
MOST_DOTS_OF_A_PAGE = 500
LONGEST_LABEL = 500
LONGEST_MEANT = 1_000

_SHOWS_TEXT = frozenset((b"Tj", b"TJ", b"'", b'"'))
_ENDS_PATH = frozenset((b"n", b"f", b"F", b"f*", b"S", b"s", b"B", b"B*", b"b", b"b*"))
_FONT_IS_BOLD = re.compile(r"bold|black|heavy", re.I)
_NUMBERED = re.compile(r"\d{1,2}[.)] \S")
_SENTENCE_END = re.compile(r"[.!?:;…][\"'”’)\]]*$")
_LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"})


@dataclass(slots=True)
class Row:
    """Places and widths are in points, from the lower left."""

    page: int
    x: float
    y: float
    """Of the beginning of its base line."""
    size: float
    block: Block | None
    font: Any
    """Of its beginning, as the document describes it."""
    text: str = ""
    end: float = 0
    first_word: float = 0
    """How wide it is, with the space before it."""
    bold: bool = True
    labelled: bool = False
    """Whether it begins with bold words and a colon, and goes on in another font."""
    dotted: bool = False
    """Whether the sign of an item of a list is drawn before it, which is no text."""
    pieces: list[tuple[float, float, str]] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)

    @property
    def is_item(self) -> bool:
        text = tidy(self.text)
        return self.dotted or without_bullet(text)[1] or text in ("•", "o")

    @property
    def is_numbered(self) -> bool:
        return bool(_NUMBERED.match(tidy(self.text)))

    @property
    def ends_sentence(self) -> bool:
        return bool(_SENTENCE_END.search(self.text.rstrip()))

    @property
    def goes_on(self) -> bool:
        """Whether it begins as no line begins."""
        first = self.text.split(maxsplit=1)[0]
        return first[0].islower() and "@" not in first


class Steps:
    """Counts the operators of all pages."""

    def __init__(self) -> None:
        self._left = MOST_OPERATORS

    def take(self) -> None:
        self._left -= 1
        if self._left < 0:
            raise Unreadable(f"draws more than pages of text could; {SAVE_AGAIN}")


@dataclass(slots=True)
class _Mark:
    """A marked passage."""

    block: Block | None
    meant: str | None = None
    """What its text is, where it is drawn as another."""


class PageRows:
    """Gathers the rows of a page."""

    def __init__(self, number: int, blocks: dict[tuple[int, int], Block], fonts: Fonts, clock: Clock, steps: Steps):
        self._number = number
        self._blocks = blocks
        self._fonts = fonts
        self._clock = clock
        self._steps = steps
        self._marks: list[_Mark] = []
        self._shown: Block | None = None
        self._rows: list[Row] = []
        self._row: Row | None = None
        self._path: list[tuple[float, float]] = []
        self._dots: list[tuple[float, float]] = []

    def of(self, page: Any) -> list[Row]:
        page.extract_text(visitor_operand_before=self._before, visitor_text=self._text)
        self._clock.check()
        rows = [row for row in self._rows if row.text.strip()]
        by_height = _ByHeight(rows)
        self._add_dots(by_height)
        self._add_links(page, by_height)
        for row in rows:
            row.first_word = row.size * self._fonts.width(row.font, " " + row.text.split(maxsplit=1)[0])
        return rows

    def _before(self, operator: bytes, operands: Any, cm: list[float], _tm: Any) -> None:
        self._clock.check()
        self._steps.take()
        if operator in _SHOWS_TEXT:
            self._shown = next((mark.block for mark in reversed(self._marks[-20:]) if mark.block), None)
            self._put_right(operands)
        elif operator in (b"BDC", b"BMC"):
            self._marks.append(self._mark(operands))
        elif operator == b"EMC" and self._marks:
            self._marks.pop()
        else:
            self._draw(operator, operands, cm)

    def _mark(self, operands: Any) -> _Mark:
        properties = operands[1] if len(operands) > 1 else None
        properties = properties if isinstance(properties, dict) else {}
        number = properties.get("/MCID")
        if self._blocks and isinstance(number, int):
            return _Mark(self._blocks.get((self._number, number)))
        artifact = self._blocks and operands and operands[0] == "/Artifact"
        return _Mark(ARTIFACT if artifact else None, _decoded(properties.get("/ActualText")))

    def _put_right(self, operands: Any) -> None:
        """Browsers draw a soft hyphen as a space, and say in `ActualText` what it is (ISO 32000-1, 14.9.4)."""
        mark = self._marks[-1] if self._marks else None
        if mark and mark.meant is not None and operands:
            meant = TextStringObject(mark.meant[:LONGEST_MEANT])
            operands[-1] = ArrayObject([meant]) if isinstance(operands[-1], list) else meant
            mark.meant = ""

    def _draw(self, operator: bytes, operands: Any, cm: list[float]) -> None:
        if operator == b"c" and len(operands) == 6:
            numbers = [float(number) for number in operands]
            for x, y in zip(numbers[::2], numbers[1::2], strict=True):
                self._path.append((x * cm[0] + y * cm[2] + cm[4], x * cm[1] + y * cm[3] + cm[5]))
        elif operator in _ENDS_PATH:
            self._add_dot()
            self._path = []

    def _add_dot(self) -> None:
        if len(self._path) < 4 or len(self._dots) == MOST_DOTS_OF_A_PAGE:
            return
        (left, right), (bottom, top) = ((min(numbers), max(numbers)) for numbers in zip(*self._path, strict=True))
        if 1 < right - left < 8 and abs((right - left) - (top - bottom)) < 1:
            self._dots.append(((left + right) / 2, (bottom + top) / 2))

    def _text(self, text: str, cm: list[float], tm: list[float], font: Any, size: float) -> None:
        self._clock.check()
        for count, part in enumerate(text.translate(_LIGATURES).split("\n")):
            if count:
                self._row = None
            if part.strip():
                self._add(part, cm, tm, font, size)
            elif part and self._row:
                self._row.text += " "

    def _add(self, text: str, cm: list[float], tm: list[float], font: Any, size: float) -> None:
        block = self._shown
        row = self._row
        if row and row.block and block and row.block is not block:
            if row.block.row and row.block.row == block.row:
                row.text += " | "
                row.block = block
            else:
                row = None
        x = tm[4] * cm[0] + tm[5] * cm[2] + cm[4]
        y = tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
        if not row:
            scale = math.hypot(tm[2] * cm[0] + tm[3] * cm[2], tm[2] * cm[1] + tm[3] * cm[3])
            row = self._row = Row(self._number, x, y, abs(size) * scale, block, font)
            self._rows.append(row)
        row.block = row.block or block
        bold = bool(_FONT_IS_BOLD.search(str(font.get("/BaseFont", "")) if font else ""))
        row.labelled = row.labelled or (row.bold and not bold and row.text.rstrip().endswith(":"))
        row.bold = row.bold and bold
        row.end = x + row.size * self._fonts.width(font, text.rstrip())
        row.pieces.append((x, y, text))
        row.text += text

    def _add_dots(self, rows: _ByHeight) -> None:
        """Browsers draw the signs of a list."""
        for x, y in self._dots:
            for row in rows.between(y - 20, y):
                self._clock.check()
                if y < row.y + 0.8 * row.size and 0 < row.x - x < 2.5 * row.size:
                    row.dotted = True

    def _add_links(self, page: Any, rows: _ByHeight) -> None:
        for url, place in _links_of(page):
            for row in rows.between(place[1], place[3]):
                self._clock.check()
                _add_link(row, url, place)


def _links_of(page: Any) -> Iterator[tuple[str, tuple[float, float, float, float]]]:
    """The addresses that a page leads to, and from where: left, bottom, right, top."""
    for reference in _annotations(page)[:MOST_LINKS_OF_A_PAGE]:
        # A link may be damaged where the text is not; and most annotations are none.
        with suppress(Exception):
            annotation = reference.get_object()
            url = web_address(str(annotation["/A"]["/URI"]))
            if url:
                left, bottom, right, top = (float(number) for number in annotation["/Rect"])
                yield url, (left - 1, bottom - 1, right, top + 1)


def _annotations(page: Any) -> list[Any]:
    with suppress(Exception):
        return list(page["/Annots"])
    return []


def _add_link(row: Row, url: str, place: tuple[float, float, float, float]) -> None:
    left, bottom, right, top = place
    inside = (text for x, y, text in row.pieces if left <= x < right and bottom <= y <= top)
    link = Link(tidy("".join(inside))[:LONGEST_LABEL], url)
    if link.label and link not in row.links:
        row.links.append(link)


def _decoded(written: Any) -> str | None:
    if not isinstance(written, bytes):
        return None
    return written.decode("utf-16" if written.startswith(codecs.BOM_UTF16_BE) else "latin-1", "replace")


class _ByHeight:
    """Rows of a page, found by where they stand."""

    def __init__(self, rows: list[Row]) -> None:
        self._rows = sorted(rows, key=lambda row: row.y)
        self._heights = [row.y for row in self._rows]

    def between(self, bottom: float, top: float) -> list[Row]:
        return self._rows[bisect_left(self._heights, bottom) : bisect_right(self._heights, top)]
