"""A PDF to lines: its rows of text page by page, put together to paragraphs."""

from __future__ import annotations

import logging
from contextlib import suppress
from typing import Any

import pypdf
from pypdf.errors import DependencyError

from ..lines import Document
from .common import SAVE_AGAIN, Clock, Lines, Unreadable, tidy, web_address
from .pdf_fonts import Fonts
from .pdf_limits import CONFIGURATION, Reader, Watch
from .pdf_page import PageRows, Row, Steps
from .pdf_paragraphs import address_in_foot, drafts_of
from .pdf_tags import tagged_blocks

MOST_PAGES = 150
MOST_DAMAGED = 3
"""Pages."""

_END = b"%%EOF"

# Without a handler Python prints the library's warnings into the middle of the screen.
logging.getLogger("pypdf").addHandler(logging.NullHandler())


def read_pdf(name: str, data: bytes) -> Document:
    """Paragraphs in the order in which the PDF draws them."""
    watch = Watch()
    try:
        with pypdf.apply_configuration(**CONFIGURATION):
            return _read(name, Reader(_to_its_end(data), watch), watch)
    except Unreadable:
        raise
    # The library lets many kinds of error through from a file that is damaged on purpose.
    except Exception as error:
        watch.check()
        raise _damaged(tidy(str(error))[:100] or type(error).__name__) from error


def _to_its_end(data: bytes) -> bytes:
    """`data` without what follows a PDF: the library looks for the end line by line, backwards."""
    end = data.rfind(_END)
    if end < 0:
        raise _damaged("its end is missing")
    return data[: end + len(_END) + 1]


def _damaged(reason: str) -> Unreadable:
    return Unreadable(f"is a damaged PDF ({reason}); {SAVE_AGAIN}")


def _read(name: str, reader: Reader, clock: Clock) -> Document:
    if reader.is_encrypted and not _unlocked(reader):
        raise Unreadable("is a PDF with a password; print it to a new PDF without one, and import that")
    count = len(reader.pages)
    if count > MOST_PAGES:
        raise Unreadable(f"has {count} pages; print at most {MOST_PAGES} of them to a new PDF, and import that")
    rows, warnings = _rows(reader, clock)
    if not rows:
        raise _damaged("no page could be read") if warnings else _pictures()
    lines = Lines(clock)
    for draft in drafts_of(rows, clock):
        lines.add(draft)
    address = web_address(address_in_foot(rows) or "")
    return lines.document(name, address=address, title=_title(reader), warnings=tuple(warnings))


def _rows(reader: Reader, clock: Clock) -> tuple[list[Row], list[str]]:
    """Of all pages, and a warning for each page that could not be read."""
    blocks, fonts, steps = tagged_blocks(reader, clock), Fonts(), Steps()
    rows: list[Row] = []
    warnings: list[str] = []
    for number, page in enumerate(reader.pages):
        try:
            rows += PageRows(number, blocks, fonts, clock, steps).of(page)
        except Unreadable:
            raise
        except Exception as error:
            clock.check()
            warnings.append(f"Page {number + 1} could not be read.")
            if len(warnings) > MOST_DAMAGED:
                raise _damaged("many pages cannot be read") from error
    return rows, warnings


def _unlocked(reader: Any) -> bool:
    """Whether it opens without a password; one that only forbids printing does."""
    try:
        return bool(reader.decrypt(""))
    except DependencyError:
        return False


def _pictures() -> Unreadable:
    return Unreadable(f"holds no text, only pictures of it; {SAVE_AGAIN}")


def _title(reader: Any) -> str | None:
    # It may be damaged where the text is not.
    with suppress(Exception):
        title = reader.metadata.title
        return title if isinstance(title, str) else None
    return None
