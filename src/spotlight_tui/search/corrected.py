"""A query as it was read: with the likeliest words in place of those mistyped."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from .results import Correction


def read_as(typed: str, corrections: Iterable[Correction]) -> str:
    """A query with its corrections; what stands in quotation marks stays as it is."""
    parts = re.split(r'("[^"]*")', typed)
    for correction in corrections:
        words = r"\s+".join(re.escape(word) for word in correction.typed.split())
        used = correction.used[0]
        value = f'"{used}"' if " " in used else used
        for n in range(0, len(parts), 2):
            parts[n] = re.sub(rf"(?<=:){words}(?!\w)", _as_it_is(value), parts[n], flags=re.I)
            parts[n] = re.sub(rf"(?<!\w){words}(?!\w)", _as_it_is(used), parts[n], flags=re.I)
    return "".join(parts)


def _as_it_is(text: str) -> Callable[[re.Match[str]], str]:
    """A replacement in which no sign has a meaning."""
    return lambda _: text
