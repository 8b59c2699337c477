"""A Word file (.docx) to lines."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import Any

import docx
from docx.document import Document as WordDocument
from lxml import etree  # type: ignore[import-untyped]

from ...records import Link
from ..lines import Document
from .common import SAVE_AGAIN, Clock, Draft, Lines, Unreadable, tidy, too_much, web_address
from .word_styles import ParagraphStyle, Styles, is_on, qualified, value_of

MOST_XML = 12_000_000
"""Bytes of the parts that are read; a page of 20 submissions has one million."""
MOST_ELEMENTS = 500_000
"""Of the text; a page of 20 submissions has some ten thousand."""
MOST_PARTS = 10_000

_END_OF_ZIP, _WIDE_ZIP = b"PK\x05\x06", b"PK\x06\x07"
_LONGEST_COMMENT = 65_535
_ENCRYPTED = 1
_OTHERS = (("xl/", "an Excel file"), ("ppt/", "a PowerPoint file"), ("content.xml", "an OpenDocument file"))

_PARAGRAPH, _RUN, _TEXT, _LINK = (qualified(name) for name in ("p", "r", "t", "hyperlink"))
_ROW, _CELL, _TABLE = (qualified(name) for name in ("tr", "tc", "tbl"))
_BREAKS = {qualified("br"): "\n", qualified("cr"): "\n", qualified("tab"): "\t", qualified("noBreakHyphen"): "-"}
_TWICE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_PASSED_OVER = {_TWICE, *(qualified(name) for name in ("pPr", "rPr", "del", "moveFrom", "sectPr", "tblPr"))}
"""What is there a second time for older programs, what was struck out, and what is no text."""


def read_word(name: str, data: bytes, clock: Clock) -> Document:
    """Paragraphs, tables and text boxes in the order of the document."""
    _check_directory(data)
    try:
        return _Reader(docx.Document(_without_pictures(data)), clock).read(name)
    except Unreadable:
        raise
    # The libraries for zip and XML let many kinds of error through from a file that is damaged on purpose.
    except Exception as error:
        reason = tidy(str(error))[:100] or type(error).__name__
        raise Unreadable(f"is a damaged Word file ({reason}); open it in Word and save it again") from error


def _check_directory(data: bytes) -> None:
    """The library reads the whole list of parts, however long."""
    end = data.rfind(_END_OF_ZIP, max(0, len(data) - _LONGEST_COMMENT - 22))
    directory = int.from_bytes(data[end + 12 : end + 16], "little")
    if end >= 0 and (directory > MOST_PARTS * 100 or _WIDE_ZIP in data[max(0, end - 20) : end]):
        raise Unreadable(f"has more parts than a Word file could; {SAVE_AGAIN}")


def _without_pictures(data: bytes) -> io.BytesIO:
    """The package with its XML, but with whatever else is in it left empty: nothing else can fill the memory."""
    light = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as package, zipfile.ZipFile(light, "w") as kept:
        parts = {part.filename: part for part in package.infolist()}
        if not any(name.startswith("word/") for name in parts):
            kind = next((kind for start, kind in _OTHERS if any(name.startswith(start) for name in parts)), "")
            raise Unreadable(f"is {kind or 'a zip file, but no Word file (.docx)'}; {SAVE_AGAIN}")
        read = {name for name in parts if name.lower().endswith((".xml", ".rels"))}
        if sum(parts[name].file_size for name in read) > MOST_XML:
            raise Unreadable(f"would inflate to more than a Word file of submissions could hold; {SAVE_AGAIN}")
        if any(part.flag_bits & _ENCRYPTED for part in parts.values()):
            raise Unreadable("has a password; open it in Word and save it as .docx without one")
        for name, part in parts.items():
            kept.writestr(name, package.read(part) if name in read else b"")
    light.seek(0)
    return light


class _Paragraph:
    """What is gathered of a paragraph while its runs are met."""

    def __init__(self, style: ParagraphStyle) -> None:
        self.style = style
        self.pieces: list[tuple[str, bool, Any]] = []

    def drafts(self, addresses: dict[Any, str]) -> Iterator[Draft]:
        """A line for each line of the paragraph; only its first is the item of a list."""
        line: list[tuple[str, bool, Any]] = []
        first = True
        for piece in [*self.pieces, ("\n", False, None)]:
            if piece[0] != "\n":
                line.append(piece)
                continue
            written = [bold for text, bold, _ in line if text.strip()]
            if written:
                yield Draft(
                    "".join(text for text, _, _ in line),
                    self.style.heading,
                    self.style.bullet and first,
                    all(written),
                    tuple(_links(line, addresses)),
                )
                first = False
            line = []


class _Reader:
    def __init__(self, word: WordDocument, clock: Clock) -> None:
        self._word = word
        self._clock = clock
        self._styles = Styles(word.styles.element)
        self._lines = Lines(clock)
        self._paragraphs: list[_Paragraph] = []
        self._bold = False
        self._links: list[Any] = []
        self._addresses: dict[Any, str] = {}

    def read(self, name: str) -> Document:
        body = self._word.element.body
        walk = etree.iterwalk(body, events=("start", "end"))
        for steps, (event, element) in enumerate(walk):
            self._clock.check()
            if steps > 2 * MOST_ELEMENTS:
                raise too_much()
            if event == "end":
                self._end(element)
            elif element.tag in _PASSED_OVER:
                walk.skip_subtree()
            else:
                self._start(element)
        title = self._word.core_properties.title
        return self._lines.document(name, title="" if title == "Word Document" else title)

    def _start(self, element: Any) -> None:
        tag = element.tag
        if tag == _PARAGRAPH:
            self._paragraphs.append(_Paragraph(self._styles.of_paragraph(element)))
        elif tag == _RUN:
            self._bold = self._is_bold(element)
        elif tag == _TEXT or tag in _BREAKS:
            self._write(_BREAKS.get(tag) or element.text or "")
        elif tag == _LINK:
            self._begin_link(element)
        elif tag == _TABLE:
            self._lines.end_row(joined=False)
        elif tag == _ROW:
            self._lines.begin_row()
        elif tag == _CELL:
            self._lines.begin_cell()

    def _end(self, element: Any) -> None:
        tag = element.tag
        if tag == _PARAGRAPH:
            for draft in self._paragraphs.pop().drafts(self._addresses):
                self._lines.add(draft)
        elif tag == _LINK:
            self._links.pop()
        elif tag == _ROW:
            self._lines.end_row()

    def _write(self, text: str) -> None:
        if self._paragraphs:
            self._paragraphs[-1].pieces.append((text, self._bold, self._links[-1] if self._links else None))

    def _is_bold(self, run: Any) -> bool:
        properties = run.find(qualified("rPr"))
        default = self._paragraphs[-1].style.bold if self._paragraphs else False
        if properties is None:
            return default
        own = properties.find(qualified("b"))
        if own is not None:
            return is_on(own)
        style = value_of(properties.find(qualified("rStyle")))
        return self._styles.is_bold(style) if style else default

    def _begin_link(self, element: Any) -> None:
        relation = self._word.part.rels.get(
            element.get("{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id")
        )
        address = web_address(relation.target_ref) if relation is not None and relation.is_external else None
        if address:
            self._addresses[element] = address
        self._links.append(element if address else None)


def _links(line: list[tuple[str, bool, Any]], addresses: dict[Any, str]) -> Iterator[Link]:
    labels: dict[Any, str] = {}
    for text, _, link in line:
        if link is not None:
            labels[link] = labels.get(link, "") + text
    for link, label in labels.items():
        if tidy(label):
            yield Link(tidy(label), addresses[link])
