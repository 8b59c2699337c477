"""What the readers of every format share: the limits, the one error, and the gathering of lines."""

from __future__ import annotations

import re
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from urllib.parse import unquote, urljoin, urlsplit

from ...records import Link, SpotlightError
from ...text import one_line
from ..lines import Document, TextLine

MOST_BYTES = 30_000_000
"""Of a file. A page saved with its pictures inside has some ten million."""
MOST_TEXT = 10_000_000
"""Characters. The nine pages of Practice Spotlight have about one million together."""
MOST_LINES = 50_000
"""The nine pages have about ten thousand together."""
LONGEST = 8.0
"""Seconds for the reading of a document. A real page as PDF of 44 sheets takes 2."""

SAVE_AGAIN = "save the page as a web page, text, Word (.docx) or PDF, and import that"

_LONGEST_ADDRESS = 2_000
_BULLET = re.compile(r"(?:[•·◦▪▫●○■□‣⁃∙\uf0a7\uf0b7\uf0d8] ?|[-*] )(?=\S)")
_BREAKS = str.maketrans(dict.fromkeys("\x0b\x0c\x1c\x1d\x1e\x1f\x85\u2028\u2029", " "))
_LONG_CELL = 200


class Unreadable(SpotlightError):
    """What is wrong with a document and what to do; said after its name."""


class Clock:
    """The time a document may take, of this thread's own: a busy machine makes no document unreadable."""

    def __init__(self, seconds: float = LONGEST) -> None:
        self._end = time.thread_time() + seconds

    def check(self) -> None:
        if time.thread_time() > self._end:
            raise Unreadable(f"takes too long to read; {SAVE_AGAIN}")


@dataclass(frozen=True, slots=True)
class Draft:
    """A line before it has a number."""

    text: str
    heading: int = 0
    bullet: bool = False
    bold: bool = False
    links: tuple[Link, ...] = ()
    furniture: int = 0
    """How surely it stands around the page and is not of it; 0 is of it."""


class Lines:
    """Gathers the lines of a document; those of a table's row become one where they are short."""

    def __init__(self, clock: Clock) -> None:
        self.drafts: list[Draft] = []
        self._clock = clock
        self._row: list[list[Draft]] | None = None
        self._length = 0
        self._count = 0

    def add(self, draft: Draft) -> None:
        self._clock.check()
        self._length += len(draft.text)
        self._count += 1
        if self._length > MOST_TEXT or self._count > MOST_LINES:
            raise too_much()
        text, bullet = without_bullet(tidy(draft.text))
        if not text:
            return
        plain = not draft.heading
        draft = replace(draft, text=text, bullet=(draft.bullet or bullet) and plain, bold=draft.bold and plain)
        if self._row is None:
            self.drafts.append(draft)
        else:
            self._row[-1].append(draft)

    def begin_row(self) -> None:
        self.end_row()
        self._row = [[]]

    def begin_cell(self) -> None:
        if self._row is not None:
            self._row.append([])

    def end_row(self, *, joined: bool = True) -> None:
        """Of a table that only arranges a page (`joined` false), and of one whose cells hold paragraphs, the lines
        stay apart."""
        if self._row is None:
            return
        cells = [cell for cell in self._row if cell]
        self._row = None
        long = sum(len(draft.text) > _LONG_CELL for cell in cells for draft in cell)
        if joined and len(cells) > 1 and long < 2 and all(len(cell) == 1 for cell in cells):
            self.drafts.append(_joined([cell[0] for cell in cells]))
        else:
            self.drafts.extend(draft for cell in cells for draft in cell)

    def document(
        self,
        name: str,
        drafts: Sequence[Draft] | None = None,
        *,
        address: str | None = None,
        title: str | None = None,
        warnings: tuple[str, ...] = (),
    ) -> Document:
        """The document of `drafts`, or of all that were added."""
        self.end_row()
        lines = tuple(
            TextLine(number, draft.text, draft.heading, draft.bullet, draft.bold, draft.links)
            for number, draft in enumerate(self.drafts if drafts is None else drafts, 1)
        )
        return Document(name, lines, address, tidy(title or "") or None, warnings)


def too_much() -> Unreadable:
    return Unreadable(f"holds more text than a page of submissions could; {SAVE_AGAIN}")


def tidy(text: str) -> str:
    """`text` cleaned, in one line; what separates lines separates words."""
    return one_line(text.translate(_BREAKS)) if text else ""


def without_bullet(text: str) -> tuple[str, bool]:
    """A tidied line without the sign of a list item before it, and whether there was one."""
    sign = _BULLET.match(text)
    return (text[sign.end() :], True) if sign else (text, False)


def web_address(written: str, base: str | None = None) -> str | None:
    """The address that a link means, if it leads to a web page or a mailbox."""
    written = tidy(written).replace(" ", "%20")
    if not written or written.startswith("#") or len(written) > _LONGEST_ADDRESS:
        return None
    try:
        address = urljoin(base, written) if base else written
        parts = urlsplit(address)
        if parts.scheme == "mailto":
            return f"mailto:{tidy(unquote(parts.path))}" if "@" in unquote(parts.path) else None
        return address if parts.scheme in ("http", "https") and parts.hostname else None
    except ValueError:
        return None


def _joined(cells: list[Draft]) -> Draft:
    return Draft(
        " | ".join(cell.text for cell in cells),
        bold=all(cell.bold for cell in cells),
        links=tuple(link for cell in cells for link in cell.links),
        furniture=max(cell.furniture for cell in cells),
    )
