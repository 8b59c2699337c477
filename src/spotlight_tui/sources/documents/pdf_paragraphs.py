"""Rows of text on pages, put together to paragraphs: a page breaks a line where it is full, not where a text does."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from ...records import Link
from .common import Clock, Draft, tidy, without_bullet
from .pdf_tags import ARTIFACT, Block
from .pdf_words import Words

_NUMBERED = re.compile(r"\d{1,2}[.)] \S")
_SENTENCE_END = re.compile(r"[.!?:;…][\"'”’)\]]*$")
BROWSER_FOOT = re.compile(r"(https?://\S{1,500}) ?\d{1,4} ?/ ?\d{1,4}")
_BROWSER_HEAD = re.compile(r"\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}, \d{1,2}:\d{2}.*")
"""What browsers print above and below each page."""
_EDGE_ROWS = 2

_CLASSES = {
    0.24: "ijlI.,:;'’‘|!",
    0.3: 'ftr()[]-“”"/ ',
    0.5: "ckszvxy–",
    0.7: "wABCDEFGHKNOPQRSTUVXYZ&",
    0.86: "mMW@%—…",
}
_WIDTHS = {character: width for width, characters in _CLASSES.items() for character in characters}
"""About how wide a character is, as a share of the size; fonts differ, but all of a text is in one."""


@dataclass(slots=True)
class Row:
    page: int
    x: float
    y: float
    """Of the beginning of its base line, in points from the lower left."""
    size: float
    block: Block | None
    text: str = ""
    bold: bool = True
    pieces: list[tuple[float, float, str]] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)

    @property
    def end(self) -> float:
        """About where it ends."""
        return self.x + width(self.text.rstrip(), self.size) * (1.05 if self.bold else 1)

    @property
    def is_item(self) -> bool:
        text = tidy(self.text)
        return without_bullet(text)[1] or bool(_NUMBERED.match(text)) or text in ("•", "o")


def width(text: str, size: float) -> float:
    return sum(_WIDTHS.get(character, 0.55) for character in text) * size


def drafts_of(rows: list[Row], clock: Clock) -> Iterator[Draft]:
    """A line for each paragraph."""
    rows = _without_edges(rows)
    joins = _Joins(rows)
    words = Words([row.text for row in rows])
    paragraph: list[Row] = []
    for row in rows:
        clock.check()
        if paragraph and not joins.belong(paragraph, row):
            yield _draft(paragraph, words)
            paragraph = []
        paragraph.append(row)
    if paragraph:
        yield _draft(paragraph, words)


def _without_edges(rows: list[Row]) -> list[Row]:
    """Without what is printed on every page above and below its text."""
    pages: dict[int, list[Row]] = {}
    for row in rows:
        pages.setdefault(row.page, []).append(row)
    edges = []
    for page in pages.values():
        page.sort(key=lambda row: -row.y)
        edges += _set_apart(page) + _set_apart(page[::-1])
    counts = Counter(_edge(row) for row in edges)
    often = max(1, len(pages) // 2)
    dropped = {id(row) for row in edges if counts[_edge(row)] > often or _is_browsers(tidy(row.text))}
    kept = [row for row in rows if id(row) not in dropped and row.block is not ARTIFACT]
    return kept or rows


def _set_apart(page: list[Row]) -> list[Row]:
    """The first rows where white space parts them from the others."""
    for count in range(_EDGE_ROWS, 0, -1):
        if len(page) <= count or abs(page[count - 1].y - page[count].y) > 1.8 * page[count].size:
            return page[:count]
    return []


def _is_browsers(text: str) -> bool:
    return bool(BROWSER_FOOT.fullmatch(text) or _BROWSER_HEAD.fullmatch(text))


def _edge(row: Row) -> tuple[str, int]:
    return re.sub(r"\d+", "#", tidy(row.text)), round(row.y / 4)


class _Joins:
    """Decides whether a row goes on with the paragraph before it."""

    def __init__(self, rows: list[Row]) -> None:
        gaps: dict[int, Counter[int]] = {}
        ends: dict[int, list[float]] = {}
        for above, below in pairwise(rows):
            gap = above.y - below.y
            if above.page == below.page and _size(above) == _size(below) and 0 < gap < 2.5 * above.size:
                gaps.setdefault(_size(above), Counter())[round(gap * 2)] += 1
        for row in rows:
            ends.setdefault(_size(row), []).append(row.end)
        self._pitches = {size: _pitch(found) for size, found in gaps.items()}
        self._ends = {size: _margin(found) for size, found in ends.items() if len(found) > 3}
        self._end = _margin([row.end for row in rows])

    def belong(self, paragraph: list[Row], below: Row) -> bool:
        above = paragraph[-1]
        if below.is_item or _size(above) != _size(below):
            return False
        if above.block and below.block:
            return above.block is below.block and not self._has_room(above, below, 0.25)
        if above.page != below.page or below.y >= above.y:
            return not self._has_room(above, below) and not _ends_and_begins(above, below)
        if above.y - below.y > 1.2 * self._pitches.get(_size(above), above.size * 1.3):
            return False
        least, most = _margins(paragraph)
        return least <= below.x <= most and not self._has_room(above, below)

    def _has_room(self, above: Row, below: Row, share: float = 0.05) -> bool:
        """Whether the first word of `below` would have stood at the end of `above`: then its break is meant.

        Args:
            share: of the line's width, that must be left over.
        """
        end = self._ends.get(_size(above), self._end)
        word = below.text.strip().split(" ", 1)[0]
        return above.end + width(f" {word}", below.size) < end - share * (end - above.x)


def _margins(paragraph: list[Row]) -> tuple[float, float]:
    """Between where and where its next row may begin: its first may be indented, or hang."""
    first, last = paragraph[0], paragraph[-1]
    if first.is_item:
        text = first.pieces[1][0] if len(first.pieces) > 1 else first.x + 2.5 * first.size
        return first.x - first.size / 2, text + first.size / 2
    least = first.x - 4 * first.size if len(paragraph) == 1 else min(first.x, last.x) - first.size / 2
    return least, first.x + first.size / 2


def _pitch(gaps: Counter[int]) -> float:
    """The distance of rows within a paragraph: the smallest of the usual ones.

    Args:
        gaps: how often each was met, in half points.
    """
    usual = max(gaps.values()) / 5
    return min(gap for gap, count in gaps.items() if count >= usual) / 2


def _margin(ends: list[float]) -> float:
    """About where full rows end: most of those that come near the furthest do."""
    long = sorted(end for end in ends if end > max(ends) * 0.85)
    return long[len(long) * 4 // 5]


def _size(row: Row) -> int:
    return round(row.size * 4)


def _ends_and_begins(above: Row, below: Row) -> bool:
    return bool(_SENTENCE_END.search(above.text.rstrip())) and not below.text.lstrip()[:1].islower()


def _draft(rows: list[Row], words: Words) -> Draft:
    text = ""
    for row in rows:
        text = words.continued(text, row.text)
    block = rows[0].block
    return Draft(
        text,
        block.heading if block else 0,
        block.bullet if block else False,
        all(row.bold for row in rows),
        tuple(_merged([link for row in rows for link in row.links])),
    )


def _merged(links: list[Link]) -> list[Link]:
    """A link that was broken over two rows is one."""
    merged: list[Link] = []
    for link in links:
        if merged and merged[-1].url == link.url and merged[-1].label != link.label:
            merged[-1] = Link(f"{merged[-1].label} {link.label}", link.url)
        elif link not in merged[-1:]:
            merged.append(link)
    return merged
