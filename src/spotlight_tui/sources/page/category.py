"""Which of the nine categories a page is of."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from urllib.parse import urlsplit

from ...records import Category, SpotlightError
from ...text import fold, words_of
from ..lines import Document, TextLine
from .doubts import Doubts, quoted

_SPONSOR = re.compile(r"\W*sponsored\s+by\b\s*:?\s*(?:the\s+)?", re.I)
_NUMBER = re.compile(r"\W*(\d{1,2})[.:)]?\s+(?=\S)")
_STATE = re.compile(r"[\s–—(-]+(?:live|draft)\)?\s*$", re.I)
_NOT_TOLD = (
    "The page does not tell which category it is of: what was read will stand under Related reading, unless you say"
    " the category with --category."
)
_LONGEST = 200
_MOST_LINES = 2000


def category_of(
    document: Document,
    before: Sequence[TextLine],
    categories: Sequence[Category],
    asked: str | None,
    doubts: Doubts,
) -> Category | None:
    """The category: asked for, by the sponsor, by heading or title, by the address.

    Args:
        before: the lines before the first submission.

    Raises:
        SpotlightError: there is no category `asked`.
    """
    before = before[:_MOST_LINES]
    wanted = None if asked is None else asked_category(asked, categories)
    signs = (
        ("sponsor", _by_sponsor(before, categories, doubts)),
        ("heading", _by_heading(document, before, categories)),
        ("address", _by_address(document, categories)),
    )
    found = wanted or next((category for _, category in signs if category), None)
    if found is None:
        doubts.add(1, _NOT_TOLD)
        return None
    for sign, category in signs:
        if category and category != found:
            doubts.add(
                1, f"By its {sign} the page is of {quoted(category.name)}; it was taken as {quoted(found.name)}."
            )
    return _with_own_name(found, before)


def _with_own_name(category: Category, before: Sequence[TextLine]) -> Category:
    """The category by the name that its page's heading gives it, behind its number."""
    for line in before:
        number = _NUMBER.match(line.text) if 0 < line.heading <= 2 and len(line.text) <= _LONGEST else None
        if number and int(number[1]) == category.number:
            name = _STATE.sub("", line.text[number.end() :]).strip(" :–-")
            return replace(category, name=name) if name else category
    return category


def asked_category(asked: str, categories: Sequence[Category]) -> Category:
    """The category that a reader names by its id, number or name.

    Raises:
        SpotlightError: there is none.
    """
    for category in categories:
        if fold(asked) in map(fold, (category.id, str(category.number), category.name, category.short_name)):
            return category
    known = ", ".join(category.id for category in categories)
    raise SpotlightError(f"There is no category {asked!r}: choose one of {known}.")


def _by_sponsor(before: Sequence[TextLine], categories: Sequence[Category], doubts: Doubts) -> Category | None:
    filled = [line for line in before if line.text]
    for place, line in enumerate(filled):
        label = _SPONSOR.match(line.text) if len(line.text) <= _LONGEST else None
        if label is None:
            continue
        sponsor = line.text[label.end() :] or (filled[place + 1].text if filled[place + 1 :] else "")
        asked = _plain(sponsor)
        found = [c for c in categories if c.sponsor and _plain(c.sponsor) == asked]
        found = found or [c for c in categories if c.sponsor and _within(_plain(c.sponsor), asked)]
        if len(found) == 1:
            return found[0]
        doubts.add(line.number, f"The sponsor {quoted(sponsor)} belongs to no category that is known.")
    return None


def _by_heading(document: Document, before: Sequence[TextLine], categories: Sequence[Category]) -> Category | None:
    """By a heading or the document's title, or by the only line that is a category's name."""
    titles = [*(line.text for line in before if 0 < line.heading <= 2), document.title or ""]
    for text in titles:
        named = [c for c in categories if _within(_plain(c.name), _plain(text))]
        if len(named) == 1:
            return named[0]
    numbers = [number[1] for text in titles if (number := _NUMBER.match(text[:_LONGEST]))]
    lines = {_plain(_STATE.sub("", _NUMBER.sub("", line.text))) for line in before if len(line.text) <= _LONGEST}
    named = [c for c in categories if str(c.number) in numbers] or [c for c in categories if _plain(c.name) in lines]
    return named[0] if len(named) == 1 else None


def _by_address(document: Document, categories: Sequence[Category]) -> Category | None:
    if not document.address:
        return None
    asked = _address(document.address)
    return next((c for c in categories if c.source_url and asked and _address(c.source_url) == asked), None)


def _address(url: str) -> str:
    """What of an address says which page it is: the last part of its path without its state, or its number."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    page = re.search(r"(?:^|&)p=(\d+)", parts.query)
    host = parts.netloc.lower().removeprefix("www.")
    name = parts.path.rstrip("/").rpartition("/")[2].lower()
    return f"{host}?{page[1]}" if page else f"{host}/{re.sub(r'-(?:live|draft)$', '', name)}" if name else ""


def _plain(text: str) -> str:
    """Words that can be compared, a space around each."""
    return " ".join(["", *words_of(text.replace("&", " and ")), ""]) if len(text) <= _LONGEST else ""


def _within(one: str, other: str) -> bool:
    """Whether one run of words holds the other, of which there are two at least."""
    short, long = sorted((one, other), key=len)
    return len(short.split()) > 1 and short in long
