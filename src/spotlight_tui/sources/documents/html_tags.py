"""The elements of web pages, by what they mean for lines."""

from __future__ import annotations


def _tags(names: str) -> frozenset[str]:
    return frozenset(names.split())


UNSEEN = _tags("audio canvas datalist iframe math noscript object script select style svg template textarea video")
"""Elements whose text no reader sees."""
NESTING = UNSEEN | _tags("article aside details dialog div footer form header main nav section")
"""Elements whose beginning and end are followed; what else is left open does no harm."""
HEADINGS = {f"h{level}": level for level in range(1, 7)}
ENDS_HEADING = _tags("article blockquote li ol p section table ul") | frozenset(HEADINGS)
"""Elements no heading goes on into, though its own end may be missing."""
BREAKS = (
    ENDS_HEADING
    | NESTING
    | _tags("address body br button caption center dd dl dt fieldset figcaption figure head hr html legend option pre")
    | _tags("summary tbody td tfoot th thead title tr")
)
"""Elements that begin and end a line."""

CONTENT = _tags("main article")
AROUND = _tags("nav dialog")
AROUND_UNLESS_INSIDE = _tags("header footer")
"""Of the site, or else of an article."""
ROLES = {
    "main": "main",
    "navigation": "nav",
    "search": "nav",
    "dialog": "dialog",
    "alertdialog": "dialog",
    "banner": "header",
    "contentinfo": "footer",
}
"""What an element says it is, as the element that would be it (WAI-ARIA)."""
MAY_BE_BANNER = _tags("div section aside dialog")
