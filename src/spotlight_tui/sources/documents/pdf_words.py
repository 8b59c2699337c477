"""Makes words whole that a page broke at the end of a row."""

from __future__ import annotations

import re
from itertools import pairwise

_BROKEN_WORD = re.compile(r"\b(\w{0,40}[^\W\d_])-$")
_FIRST_WORD = _WORD = re.compile(r"\w+")
_COMPOUND = re.compile(r"\b\w{1,40}-\w{1,40}\b")
_GOES_ON = re.compile(r"[\w?=&]-$|_$")
_SUSPENDED = re.compile(r"(?:and|or|to)\b")
"""As in "pre- and post-"."""
_SOFT_HYPHEN = "\u00ad"


class Words:
    """The words of a document, which tell how a broken one is to be made whole.

    A hyphen at the end of a row may be the page's or the word's own.
    """

    def __init__(self, rows: list[str]) -> None:
        self._whole: set[str] = set()
        self._compound: set[str] = set()
        for row in rows:
            self._whole.update(_WORD.findall(row.lower()))
            self._compound.update(_COMPOUND.findall(row.lower()))
        broken = [_broken(above.rstrip(), below.lstrip()) for above, below in pairwise(rows)]
        self._hyphenates = sum(halves[0] + halves[1] in self._whole for halves in broken if halves) > 1

    def continued(self, text: str, more: str) -> str:
        """`text` and the row below it."""
        more = more.lstrip()
        if text.endswith(_SOFT_HYPHEN):
            return text[:-1] + more
        if text.endswith("/"):
            return text + more
        if not _GOES_ON.search(text) or _SUSPENDED.match(more) or _starts_mailbox(text, more):
            return f"{text} {more}"
        halves = _broken(text, more)
        if not halves:
            return text + more
        begun, ended = halves
        own = f"{begun}-{ended}" in self._compound or not (begun + ended in self._whole or self._hyphenates)
        return text + more if own else text[:-1] + more


def _broken(text: str, more: str) -> tuple[str, str] | None:
    begun, ended = _BROKEN_WORD.search(text[-60:]), _FIRST_WORD.match(more)
    return (begun[1].lower(), ended[0].lower()) if begun and ended and ended[0][0].islower() else None


def _starts_mailbox(text: str, more: str) -> bool:
    """Whether the hyphen is a dash between a role and an e-mail address, glued to the role."""
    return "@" in more.split(" ", 1)[0] and "." not in text.rsplit(" ", 1)[-1]
