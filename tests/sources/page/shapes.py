"""The shapes in which the same page comes, made from its wide text."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise

_FIELD = re.compile(r"(?m)^(Summary of project|Key Contact|Team|Partners|Main Submission):? +(?=\S)")
_EMAIL = re.compile(r"\s*[–-]?\s*\S+@\S+$")


def as_it_is(text: str) -> str:
    return text


def with_windows_ends(text: str) -> str:
    return text.replace("\n", "\r\n")


def with_old_mac_ends(text: str) -> str:
    return text.replace("\n", "\r")


def with_hyphens(text: str) -> str:
    return text.replace(" – ", " - ")


def with_long_dashes(text: str) -> str:
    return text.replace(" – ", " — ")


def labels_alone(text: str) -> str:
    """Each label on a line of its own, what it labels on the next."""
    return _FIELD.sub(r"\1:\n", text)


def labels_alone_without_colon(text: str) -> str:
    return _FIELD.sub(r"\1\n\n", text)


def _in_headings(name: str, change: Callable[[str], str]) -> Callable[[str], str]:
    def changed(text: str) -> str:
        lines = text.split("\n")
        filled = [index for index, line in enumerate(lines) if line.strip()]
        for index, below in pairwise(filled):
            if lines[below].startswith("Summary of project"):
                lines[index] = change(lines[index])
        return "\n".join(lines)

    changed.__name__ = name
    return changed


def _in_contacts(name: str, change: Callable[[str], str]) -> Callable[[str], str]:
    def changed(text: str) -> str:
        return "\n".join(change(line) if line.startswith("Key Contact") else line for line in text.split("\n"))

    changed.__name__ = name
    return changed


def _by_council(heading: str) -> str:
    authorities, dash, title = heading.partition(" – ")
    return re.sub(r"[LR]B of ([^,]+)", r"\1 Council", authorities) + dash + title


with_london_borough = _in_headings(
    "with_london_borough",
    lambda line: re.sub(r"\bRB of\b", "Royal Borough of", re.sub(r"\bLB of\b", "London Borough of", line)),
)
with_lb = _in_headings("with_lb", lambda line: re.sub(r"\b([LR]B) of ", r"\1 ", line))
with_council = _in_headings("with_council", _by_council)
headings_glued = _in_headings("headings_glued", lambda line: line.replace(" – ", "– ", 1))
dashes_glued_to_the_next_word = _in_contacts("dashes_glued_to_the_next_word", lambda line: line.replace(" – ", " –"))
dashes_glued_to_the_last_word = _in_contacts("dashes_glued_to_the_last_word", lambda line: line.replace(" – ", "- "))
contacts_without_email = _in_contacts("contacts_without_email", lambda line: _EMAIL.sub("", line).replace(" – ", ", "))

SAME = (
    as_it_is,
    with_windows_ends,
    with_old_mac_ends,
    with_london_borough,
    with_lb,
    with_council,
    labels_alone,
    labels_alone_without_colon,
    dashes_glued_to_the_next_word,
    dashes_glued_to_the_last_word,
    headings_glued,
)
"""Those in which every field reads as it does in the page's own shape."""
