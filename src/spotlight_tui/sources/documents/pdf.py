"""A PDF to lines: its rows of text page by page, put together to paragraphs."""

from __future__ import annotations

import io
import itertools
import logging
import math
import re
from collections.abc import Iterator
from typing import Any

from ...records import Link
from ..lines import Document
from .common import SAVE_AGAIN, Clock, Lines, Unreadable, tidy, web_address
from .pdf_paragraphs import BROWSER_FOOT, Row, drafts_of
from .pdf_tags import ARTIFACT, Block, tagged_blocks

MOST_PAGES = 500
MOST_IN_A_STREAM = 5_000_000
"""Bytes inflated; a full page of text has 30,000."""
MOST_PARTS_OF_A_STREAM = 200_000
"""Operators and operands; a full page of text has some thousand."""
MOST_OPERATORS = 300_000
"""Of all pages; a page of 17 submissions on 36 sheets has 22,000."""
MOST_DAMAGED = 3
"""Pages."""
MOST_LINKS_OF_A_PAGE = 500
LONGEST_LABEL = 500

_END = b"%%EOF"
_SHOWS_TEXT = frozenset((b"Tj", b"TJ", b"'", b'"'))
_FONT_IS_BOLD = re.compile(r"bold|black|heavy", re.I)
_LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"})

# Without a handler Python prints the library's warnings into the middle of the screen.
logging.getLogger("pypdf").addHandler(logging.NullHandler())


def read_pdf(name: str, data: bytes, clock: Clock) -> Document:
    """Paragraphs in the order in which the PDF draws them."""
    import pypdf

    limits: dict[str, Any] = {
        "zlib_maximum_output_length": MOST_IN_A_STREAM,
        "lzw_maximum_output_length": MOST_IN_A_STREAM,
        "run_length_maximum_output_length": MOST_IN_A_STREAM,
        "array_based_stream_maximum_output_length": MOST_IN_A_STREAM,
        "stream_parsing_work_maximum_count": MOST_PARTS_OF_A_STREAM,
    }
    try:
        with pypdf.apply_configuration(**limits):
            return _read(name, pypdf.PdfReader(io.BytesIO(_to_its_end(data))), clock)
    except Unreadable:
        raise
    # The library lets many kinds of error through from a file that is damaged on purpose.
    except Exception as error:
        raise _damaged(tidy(str(error))[:100] or type(error).__name__) from error


def _to_its_end(data: bytes) -> bytes:
    """`data` without what follows a PDF: the library looks for the end line by line, backwards."""
    end = data.rfind(_END)
    if end < 0:
        raise _damaged("its end is missing")
    return data[: end + len(_END) + 1]


def _damaged(reason: str) -> Unreadable:
    return Unreadable(f"is a damaged PDF ({reason}); {SAVE_AGAIN}")


def _read(name: str, reader: Any, clock: Clock) -> Document:
    if reader.is_encrypted and not _unlocked(reader):
        raise Unreadable("is a PDF with a password; print it to a new PDF without one, and import that")
    count = len(reader.pages)
    if count > MOST_PAGES:
        raise Unreadable(f"has {count} pages; print at most {MOST_PAGES} of them to a new PDF, and import that")
    blocks = tagged_blocks(reader, clock)
    rows: list[Row] = []
    warnings: list[str] = []
    steps = itertools.count()
    for number, page in enumerate(reader.pages):
        try:
            rows += _Page(page, number, blocks, clock, steps).rows()
        except Unreadable:
            raise
        except Exception as error:
            clock.check()
            warnings.append(f"Page {number + 1} could not be read.")
            if len(warnings) > MOST_DAMAGED:
                raise _damaged("many pages cannot be read") from error
    if not rows:
        raise _damaged("no page could be read") if warnings else _pictures()
    lines = Lines(clock)
    for draft in drafts_of(rows, clock):
        lines.add(draft)
    address = next((found[1] for row in rows if (found := BROWSER_FOOT.fullmatch(tidy(row.text)))), None)
    return lines.document(name, address=web_address(address or ""), title=_title(reader), warnings=tuple(warnings))


def _unlocked(reader: Any) -> bool:
    """Whether it opens without a password; one that only forbids printing does."""
    from pypdf.errors import DependencyError

    try:
        return bool(reader.decrypt(""))
    except DependencyError:
        return False


def _pictures() -> Unreadable:
    return Unreadable(f"holds no text, only pictures of it; {SAVE_AGAIN}")


def _title(reader: Any) -> str | None:
    title = reader.metadata.title if reader.metadata else None
    return title if isinstance(title, str) else None


class _Page:
    """Gathers the rows of a page, as the library calls back for each piece of text."""

    def __init__(
        self, page: Any, number: int, blocks: dict[tuple[int, int], Block], clock: Clock, steps: Iterator[int]
    ) -> None:
        self._page = page
        self._number = number
        self._blocks = blocks
        self._clock = clock
        self._steps = steps
        self._marks: list[Block | None] = []
        self._shown: Block | None = None
        self._rows: list[Row] = []
        self._row: Row | None = None

    def rows(self) -> list[Row]:
        self._page.extract_text(visitor_operand_before=self._before, visitor_text=self._text)
        self._clock.check()
        rows = [row for row in self._rows if row.text.strip()]
        self._add_links(rows)
        return rows

    def _before(self, operator: bytes, operands: Any, _cm: Any, _tm: Any) -> None:
        self._clock.check()
        if next(self._steps) > MOST_OPERATORS:
            raise Unreadable(f"draws more than pages of text could; {SAVE_AGAIN}")
        if operator in _SHOWS_TEXT:
            self._shown = next((mark for mark in reversed(self._marks[-20:]) if mark), None)
        elif operator in (b"BDC", b"BMC"):
            self._marks.append(self._block(operands))
        elif operator == b"EMC" and self._marks:
            self._marks.pop()

    def _block(self, operands: Any) -> Block | None:
        if not self._blocks:
            return None
        properties = operands[1] if len(operands) > 1 else None
        number = properties.get("/MCID") if isinstance(properties, dict) else None
        if isinstance(number, int):
            return self._blocks.get((self._number, number))
        return ARTIFACT if operands and operands[0] == "/Artifact" else None

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
            row = self._row = Row(self._number, x, y, abs(size) * scale, block)
            self._rows.append(row)
        row.block = row.block or block
        row.bold = row.bold and bool(_FONT_IS_BOLD.search(str(font.get("/BaseFont", "")) if font else ""))
        row.pieces.append((x, y, text))
        row.text += text

    def _add_links(self, rows: list[Row]) -> None:
        annotations = self._page.get("/Annots")
        for reference in (annotations.get_object() if annotations else [])[:MOST_LINKS_OF_A_PAGE]:
            annotation = reference.get_object()
            action = annotation.get("/A")
            written = action.get_object().get("/URI") if action else None
            url = web_address(str(written)) if written else None
            if url:
                left, bottom, right, top = (float(number) for number in annotation["/Rect"].get_object())
                self._link(rows, url, (left - 1, bottom - 1, right, top))

    def _link(self, rows: list[Row], url: str, place: tuple[float, float, float, float]) -> None:
        left, bottom, right, top = place
        for row in rows:
            self._clock.check()
            if bottom <= row.y <= top:
                inside = (text for x, y, text in row.pieces if left <= x < right and bottom <= y <= top)
                link = Link(tidy("".join(inside))[:LONGEST_LABEL], url)
                if link.label and link not in row.links:
                    row.links.append(link)
