"""Rows of text on pages, put together to paragraphs: a page breaks a line where it is full, not where a text does."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from ...records import Link
from .common import Clock, Draft, tidy
from .pdf_page import Row
from .pdf_tags import ARTIFACT
from .pdf_words import Words

_BROWSER_FOOT = re.compile(r"([a-z]+://\S{1,500}) ?\d{1,4} ?/ ?\d{1,4}")
_BROWSER_HEAD = re.compile(r"\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}, \d{1,2}:\d{2}.*")
"""What browsers print above and below each page."""
_EDGE_ROWS = 2


def address_in_foot(rows: list[Row]) -> str | None:
    """The address that a browser printed below its pages."""
    return next((found[1] for row in rows if (found := _BROWSER_FOOT.fullmatch(tidy(row.text)))), None)


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
    outermost, apart = [], {}
    for page in pages.values():
        page.sort(key=lambda row: -row.y)
        outermost += page[:_EDGE_ROWS] + page[-_EDGE_ROWS:]
        apart.update({id(row): row for row in _set_apart(page) + _set_apart(page[::-1])})
    counts = Counter(_edge(row) for row in apart.values())
    often = max(1, len(pages) // 2)
    dropped = {number for number, row in apart.items() if counts[_edge(row)] > often}
    dropped.update(id(row) for row in outermost if _is_browsers(tidy(row.text)))
    kept = [row for row in rows if id(row) not in dropped and row.block is not ARTIFACT]
    return kept or rows


def _set_apart(page: list[Row]) -> list[Row]:
    """The first rows where white space parts them from the others."""
    for count in range(_EDGE_ROWS, 0, -1):
        if len(page) <= count or abs(page[count - 1].y - page[count].y) > 1.8 * page[count].size:
            return page[:count]
    return []


def _is_browsers(text: str) -> bool:
    return bool(_BROWSER_FOOT.fullmatch(text) or _BROWSER_HEAD.fullmatch(text))


def _edge(row: Row) -> tuple[str, int]:
    return re.sub(r"\d+", "#", tidy(row.text)), round(row.y / 4)


class _Joins:
    """Decides whether a row goes on with the paragraph before it."""

    def __init__(self, rows: list[Row]) -> None:
        gaps: dict[int, Counter[int]] = {}
        for above, below in pairwise(rows):
            gap = above.y - below.y
            if above.page == below.page and _size(above) == _size(below) and 0 < gap < 2.5 * above.size:
                gaps.setdefault(_size(above), Counter())[round(gap * 2)] += 1
        self._pitches = {size: _pitch(found) for size, found in gaps.items()}
        self._margin = _furthest_end(rows)

    def belong(self, paragraph: list[Row], below: Row) -> bool:
        above = paragraph[-1]
        if below.is_item or below.labelled or _size(above) != _size(below) or self._is_broken(above, below):
            return False
        if above.block and below.block:
            return above.block is below.block
        if above.page != below.page or below.y >= above.y:
            return below.goes_on or not above.ends_sentence
        if above.y - below.y > 1.2 * self._pitches.get(_size(above), above.size * 1.3):
            return False
        least, most = _begins_between(paragraph)
        return least <= below.x <= most

    def _is_broken(self, above: Row, below: Row) -> bool:
        """Whether there is a break that is meant: a page breaks where the next word has no room."""
        if above.ends_sentence and below.is_numbered:
            return True
        room, width = self._margin - above.end, self._margin - above.x
        if below.goes_on and not above.ends_sentence and room < 0.25 * width:
            return False
        return room - below.first_word > 0.01 * width


def _furthest_end(rows: list[Row]) -> float:
    """Where full rows end; an address that cannot be broken may stand out."""
    ends = sorted(row.end for row in rows)
    return ends[len(ends) * 99 // 100]


def _begins_between(paragraph: list[Row]) -> tuple[float, float]:
    """Where the next row of a paragraph may begin: its first may be indented, or hang."""
    first, last = paragraph[0], paragraph[-1]
    if first.is_item and not first.dotted:
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


def _size(row: Row) -> int:
    return round(row.size * 4)


def _draft(rows: list[Row], words: Words) -> Draft:
    text = ""
    for row in rows:
        text = words.continued(text, row.text)
    block = rows[0].block
    return Draft(
        text,
        block.heading if block else 0,
        rows[0].dotted or bool(block and block.bullet),
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
