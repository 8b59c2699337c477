"""A Practice Spotlight page read from lines: its category, its introduction and its submissions."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ...records import Category, Contents, Initiative
from ..lines import Document, TextLine
from . import account
from .category import asked_category, category_of
from .doubts import Doubts, PageWarning
from .headings import AuthorityNames
from .reader import Reader
from .submissions import cut, is_foot, tidied

__all__ = ["Page", "PageWarning", "asked_category", "read_page"]

_BEGINS = re.compile(r"\W*(?:introduction to the submissions|sponsored by)\b", re.I)
_START = 100
_LONGEST_INTRODUCTION = 1000
"""Lines."""
_DESCRIPTION = re.compile(r"this category\s", re.I)


@dataclass(frozen=True, slots=True)
class Page:
    """What a page says."""

    category: Category | None
    initiatives: tuple[Initiative, ...]
    warnings: tuple[PageWarning, ...]
    """What was not understood or is doubtful, by line."""
    introduction: str
    """What stands above the submissions, as Markdown."""


def read_page(document: Document, known: Contents, category: str | None = None) -> Page:
    """Read a Practice Spotlight page.

    Args:
        known: the authorities, categories and measures there are, and the publisher.
        category: id, number or name of the page's category, whatever the page says.

    Raises:
        SpotlightError: there is no such category.
    """
    doubts = Doubts()
    names = AuthorityNames(known.authorities)
    above, passages = cut(tidied(document.lines), names, doubts)
    found = category_of(document, above, known.categories, category, doubts)
    if not passages:
        doubts.add(1, "No submission was found: none has a heading with a dash and Summary of project under it.")
    reader = Reader(document, known, names, found, doubts)
    initiatives = tuple([reader.read(passage) for passage in passages])
    return Page(found, initiatives, doubts.in_order(), _introduction(above))


def _introduction(above: Sequence[TextLine]) -> str:
    """What the page says of its submissions, without the site's menus above it."""
    marks = [index for index, line in enumerate(above) if _BEGINS.match(line.text[:_START])]
    described = [line for line in above[: marks[0] if marks else 0] if _DESCRIPTION.match(line.text)]
    text = above[marks[-1] + 1 :] if marks else above
    lines = [line for line in (*described, *text[:_LONGEST_INTRODUCTION]) if not is_foot(line)]
    return account.markdown(account.blocks(lines, lambda text: False))
