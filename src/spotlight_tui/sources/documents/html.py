"""A saved web page, with everything around it, to lines."""

from __future__ import annotations

import re

from ..lines import Document
from .common import Clock, Draft, too_much
from .furniture import AROUND, FORM, OF_THE_PAGE
from .html_page import Page

MOST_REFERENCES = 1_000_000
"""Such as `&amp;`, of which the library puts a whole text right at once."""

_CHARSET = re.compile(rb"""(?:<meta[^>]*?\bcharset|<\?xml[^>]*?\bencoding)\s*=\s*["']?\s*([\w:.-]+)""", re.I)
_TAG_BEGINS = re.compile(r"<[a-zA-Z/!?]")
_PICTURE = re.compile(r"""=\s*(?:"[^"<>]{5000,}"|'[^'<>]{5000,}')""")
"""A value too long for an address: a picture, or the points of a drawing."""
_LONG_NUMBER = re.compile(r"&#[0-9]{9,};?")
"""Of no character; Python refuses to work it out, and older ones take as long as they like for it."""


def charset_in(data: bytes) -> str | None:
    """What a page says of its own encoding."""
    said = _CHARSET.search(data[:4096])
    return said[1].decode("ascii", "replace") if said else None


def read_html(
    name: str, text: str, clock: Clock, *, address: str | None = None, warnings: tuple[str, ...] = ()
) -> Document:
    """A page's own lines; of a page without any, those around it."""
    if text.count("&") > MOST_REFERENCES:
        raise too_much()
    page = Page(clock, address)
    page.feed(_closed(_LONG_NUMBER.sub("\ufffd", _PICTURE.sub('=""', text))))
    page.close()
    page.end_line()
    page.lines.end_row()
    return page.lines.document(name, _own(page.lines.drafts), address=page.address, title=page.title, warnings=warnings)


def _closed(text: str) -> str:
    """`text` without a comment or a tag that never ends, as browsers take it.

    An older Python begins anew at each `<` of it, and reads on to the end of the text each time
    (python/cpython#135462).
    """
    comment = text.find("<!--", text.rfind("-->") + 1)
    if comment >= 0:
        text = text[:comment]
    tag = _TAG_BEGINS.search(text, text.rfind(">") + 1)
    return text[: tag.start()] if tag else text


def _own(drafts: list[Draft]) -> list[Draft]:
    amounts = {place: sum(len(d.text) for d in drafts if d.furniture == place) for place in (OF_THE_PAGE, FORM, AROUND)}
    furthest = FORM if amounts[FORM] > 5 * amounts[OF_THE_PAGE] else OF_THE_PAGE if amounts[OF_THE_PAGE] else AROUND
    return [draft for draft in drafts if draft.furniture <= furthest]
