"""The invented page of tests/pages/documents: what a reader of any format should find in it."""

from __future__ import annotations

from pathlib import Path

from spotlight_tui import SpotlightError
from spotlight_tui.sources.documents import read_document
from spotlight_tui.sources.lines import Document, TextLine

FOLDER = Path(__file__).resolve().parents[2] / "pages" / "documents"
LIVE = FOLDER / "live.html"
SAVED_IN_ONE_FILE = FOLDER / "saved-by-chromium.mhtml"
COPIED = FOLDER / "copied-from-chromium.txt"
PRINTED = FOLDER / "printed-by-chromium.pdf"
WORD = FOLDER / "converted-by-libreoffice.docx"
PDF = FOLDER / "converted-by-libreoffice.pdf"

ADDRESS = "https://practice.example/10-gardens-kitchens-and-workshops/"
TITLE = "10. Gardens, kitchens & workshops – Invented Practice"
MAIL = "Orla.Pennyfeather@merton.example"
VIDEO = "A Saturday in May"

LINES = (FOLDER / "lines.txt").read_text("utf-8").splitlines()
"""The page's own lines, without the video's."""
BULLETS = LINES[16:20]
NUMBERED = LINES[38:40]
HEADINGS = {
    "10. Gardens, kitchens & workshops": 1,
    "Introduction to the submissions in this category": 2,
    "LB of Merton – Allotment Saturdays": 3,
    "Evidence of impact": 4,
    "For other authorities": 4,
    "LB of Bexley – The Soup Kitchen Table": 3,
    "LB of Camden – Mended: A Bicycle Workshop for Care Leavers": 3,
}


def as_printed(line: str) -> str:
    """A line without what the programs write in their own ways: the cells of a table, the numbers of a list."""
    return " ".join(line.replace("|", " ").replace("1. ", "").replace("2. ", "").split())


EXPECTED = [as_printed(line) for line in LINES]


def printed(document: Document) -> list[str]:
    """Its lines, to be held against `EXPECTED`."""
    return [as_printed(line) for line in texts(document)]


def texts(document: Document) -> list[str]:
    """Its lines that are not blank."""
    return [line.text for line in document.lines if line.text]


def line_of(document: Document, beginning: str) -> TextLine:
    """The one line that begins so."""
    (line,) = (line for line in document.lines if line.text.startswith(beginning))
    return line


def read_bytes(data: bytes, folder: Path, name: str = "page.txt") -> Document:
    """What is read of a file with this content."""
    path = folder / name
    path.write_bytes(data)
    return read_document(path)


def told(data: bytes, folder: Path, name: str = "page.txt") -> str:
    """The one line that is said of a file with this content, which cannot be read."""
    try:
        read_bytes(data, folder, name)
    except SpotlightError as error:
        message = str(error)
        assert message.startswith(f"{name} ") and message.endswith(".") and message.isprintable(), message
        return message
    raise AssertionError("was read")
