"""Text laid out in lines: wrapped, hung, lit up."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from rich.cells import cell_len
from textual.content import Content

from ...text import Finder, clean, one_line

Words = frozenset[str]
NONE: Words = frozenset()

CARD = "▌ "
"""Stands before the lines of a card; it is no part of the text."""
LIT = "bold $hit-fg on $hit-bg"
MEASURE = 76
"""Text is never wider than this many cells."""

_BOLD = re.compile(r"\*\*(.+?)\*\*")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a page."""

    content: Content
    item: int | None = None
    """The markable thing it belongs to: a quotation or a figure, by its number on the page."""
    action: str | None = None
    """The action that a click on it stands for."""
    parts: tuple[tuple[int, int, str], ...] = ()
    """Columns from and to, and the action that a click between them stands for."""
    anchor: str | None = None
    """A name under which the line can be jumped to."""
    surface: bool = False
    """Whether it stands on the surface of a card."""


def plain(text: str, style: str = "") -> Content:
    """A text of the data, cleaned, never read as markup."""
    return Content.styled(clean(text), style) if style else Content(clean(text))


def single(text: str, style: str = "", words: Words = NONE) -> Content:
    """A text of the data for a place that has one line only."""
    return lit(one_line(text), words, style)


def lit(text: str, words: Words, style: str = "") -> Content:
    """A text of the data with the words that were found lit up, neighbours in one."""
    content = plain(text, style)
    if not words:
        return content
    for start, end in _finder(words).runs(content.plain):
        content = content.stylize(LIT, start, end)
    return content


def best_of(texts: Iterable[str], words: Words) -> int | None:
    """The number of the text with most of the words found; None where none has any."""
    if not words:
        return None
    found = [len({word for _, _, word in _finder(words).places(text)}) for text in texts]
    return found.index(max(found)) if any(found) else None


@lru_cache(maxsize=4)
def _finder(words: Words) -> Finder:
    return Finder(words)


def marked(excerpt: str, style: str = "") -> Content:
    """An excerpt whose found words stand between ** and **."""
    parts = []
    for number, part in enumerate(one_line(excerpt).split("**")):
        parts.append((part, LIT if number % 2 else style))
    return Content.assemble(*parts)


def inline(markdown: str, words: Words) -> Content:
    """A paragraph with its **bold** words bold and the words found lit up."""
    at, parts = 0, []
    for match in _BOLD.finditer(markdown):
        parts += [lit(markdown[at : match.start()], words), lit(match[1], words, "bold")]
        at = match.end()
    parts.append(lit(markdown[at:], words))
    return Content("").join(parts)


HEADING = "#"
"""The sign of a heading among paragraphs."""

_HEADING = re.compile(r"#{1,6}\s+")


def paragraphs(markdown: str) -> Iterable[tuple[str, str]]:
    """The paragraphs of a text, each with the sign that hangs before it: `•` or nothing; `#` tells a heading."""
    for block in re.split(r"\n\s*\n", clean(markdown)):
        open_paragraph: list[str] = []
        sign = ""
        for line in block.splitlines():
            bullet = re.match(r"\s*[-*•]\s+(.*)", line)
            heading = _HEADING.match(line) if not open_paragraph else None
            if heading:
                yield HEADING, line[heading.end() :].strip()
            elif bullet:
                if open_paragraph:
                    yield sign, " ".join(open_paragraph)
                sign, open_paragraph = "•", [bullet[1]]
            elif line.strip():
                open_paragraph.append(line.strip())
        if open_paragraph:
            yield sign, " ".join(open_paragraph)


def wrap(content: Content, width: int, first: Content | str = "", indent: int = 0) -> list[Content]:
    """`content` in lines of `width` cells: `first` before the first one, `indent` cells before the others."""
    begin = first if isinstance(first, Content) else Content(first)
    begin = begin.pad_right(max(0, indent - begin.cell_length))
    room = max(8, min(width, MEASURE + indent) - indent)
    lines = content.wrap(room) or [Content("")]
    rest = Content(" " * indent)
    return [Content("").join([begin if not n else rest, line.rstrip()]) for n, line in enumerate(lines)]


def address(email: str, width: int, words: Words = NONE) -> list[Content]:
    """An e-mail address in one line, or where it is too long broken after the @ and nowhere else if that helps."""
    email, style = one_line(email), "underline $river"
    parts = [email]
    if cell_len(email) > width and "@" in email:
        name, domain = email.split("@", 1)
        parts = [f"{name}@", domain]
    return [line for part in parts for line in lit(part, words, style).wrap(max(8, width))]


def ellipsis(content: Content, width: int) -> Content:
    """`content` cut to `width` cells, with an ellipsis where something was cut."""
    return content.truncate(max(1, width), ellipsis=True)
