"""Which parts of a web page stand around the page and are not of it."""

from __future__ import annotations

import re

from . import html_tags as tags

OF_THE_PAGE = 0
FORM = 1
"""Some sites put the whole page into a form."""
AROUND = 2

_BANNER = re.compile(r"cookie|gdpr|onetrust|cmplz|\bcky-|usercentrics|didomi|consent-(?:banner|bar|modal|popup)", re.I)


def place_of(tag: str, attributes: dict[str, str], place: int, inside: bool) -> tuple[int, bool]:
    """How surely an element stands around the page, and whether it stands inside the page's own part.

    What is hidden may be an accordion of the page, so `hidden` and `display: none` say nothing.

    Args:
        place, inside: the same of the element around it.
    """
    part = tags.ROLES.get(attributes.get("role", "").lower(), tag)
    if part in tags.CONTENT:
        return OF_THE_PAGE, True
    if part in tags.AROUND or (part in tags.AROUND_UNLESS_INSIDE and not inside):
        return AROUND, inside
    if tag in tags.MAY_BE_BANNER and _BANNER.search(f"{attributes.get('id', '')} {attributes.get('class', '')}"[:1000]):
        return AROUND, inside
    if part == "form":
        return max(place, FORM), inside
    return place, inside
