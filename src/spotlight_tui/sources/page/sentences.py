"""A paragraph cut into its sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator

_END = re.compile(r"[.!?][”’\"')]{0,3}\s+(?=[“‘\"'(–—]?\s?[A-Z0-9])")
_ABBREVIATION = re.compile(r"(?:\b(?:vs|e\.g|i\.e|approx|no|dr|st|mr|mrs|ms|ltd|etc)\.|\b[A-Z]\.)$", re.I)


def sentences(text: str) -> Iterator[str]:
    """The sentences of a paragraph."""
    start = 0
    for end in _END.finditer(text):
        if not _ABBREVIATION.search(text[max(start, end.start() - 8) : end.start() + 1]):
            yield text[start : end.end()].strip()
            start = end.end()
    if text[start:].strip():
        yield text[start:].strip()
