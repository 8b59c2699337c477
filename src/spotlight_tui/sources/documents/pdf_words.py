"""Makes words whole that a page broke at the end of a row."""

from __future__ import annotations

import re
from itertools import pairwise

_BROKEN_WORD = re.compile(r"\b(\w{0,40}[^\W\d_])[-‐]$")
_FIRST_WORD = _WORD = re.compile(r"\w+")
_COMPOUND = re.compile(r"\b\w{1,40}-\w{1,40}\b")
_GOES_ON = re.compile(r"[\w?=&][-‐]$|_$")
_SUSPENDED = re.compile(r"(?:and|or|to)\b")
"""As in "pre- and post-"."""
_SOFT_HYPHEN = "\u00ad"
_SOFTLY_BROKEN = re.compile("\u00ad[-‐]?$")


class Words:
    """The words of a document, which tell how a broken one is to be made whole.

    A hyphen at the end of a row may be the page's or the word's own.
    """

    def __init__(self, rows: list[str]) -> None:
        self._whole: set[str] = set()
        self._compound: set[str] = set()
        for row in (row.replace(_SOFT_HYPHEN, "") for row in rows):
            self._whole.update(_WORD.findall(row.lower()))
            self._compound.update(_COMPOUND.findall(row.lower()))
        broken = [halves for above, below in pairwise(rows) if (halves := _broken(above.rstrip(), below.lstrip()))]
        split = [
            begun for begun, ended in broken if begun + ended in self._whole and not self._is_compound(begun, ended)
        ]
        self._hyphenates = len(split) > max(1, len(broken) // 3)

    def continued(self, text: str, more: str) -> str:
        """`text` and the row below it."""
        text, more = text.rstrip(), more.lstrip()
        if softly := _SOFTLY_BROKEN.search(text):
            return text[: softly.start()] + more
        if text.endswith("/"):
            return text + more
        if not _GOES_ON.search(text) or _SUSPENDED.match(more) or _starts_mailbox(text, more):
            return f"{text} {more}"
        halves = _broken(text, more)
        if not halves:
            return text + more
        begun, ended = halves
        own = self._is_compound(begun, ended) or not (begun + ended in self._whole or self._hyphenates)
        return text + more if own else text[:-1] + more

    def _is_compound(self, begun: str, ended: str) -> bool:
        return f"{begun}-{ended}" in self._compound


def _broken(text: str, more: str) -> tuple[str, str] | None:
    begun, ended = _BROKEN_WORD.search(text[-60:]), _FIRST_WORD.match(more)
    return (begun[1].lower(), ended[0].lower()) if begun and ended and ended[0][0].islower() else None


def _starts_mailbox(text: str, more: str) -> bool:
    """Whether the hyphen is a dash between a role and an e-mail address, glued to the role."""
    return "@" in more.split(" ", 1)[0] and "." not in text.rsplit(" ", 1)[-1]
