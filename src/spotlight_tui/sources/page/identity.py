"""The id of a submission: its first authority and its title, in kebab-case."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ...text import fold
from .vocabulary import SMALL

_LONGEST = 60
_LONGEST_READ = 400


class Ids:
    """Gives ids, each once."""

    def __init__(self, taken: Iterable[str] = ()) -> None:
        self._given = set(taken)
        self._last: dict[str, int] = {}

    def give(self, authority: str, title: str) -> str:
        """The id for a submission, with a number where another has the same."""
        own, named = _kebab(authority), _kebab(title)
        repeated = own and f"{named}-".startswith(f"{own}-")
        wanted = "-".join(filter(None, (None if repeated else own, named))) or "submission"
        given = _cut(wanted, _LONGEST)
        number = self._last.get(given, 1)
        result = given
        while result in self._given:
            number += 1
            end = f"-{number}"
            result = _cut(wanted, _LONGEST - len(end)) + end
        self._last[given] = number
        self._given.add(result)
        return result


def _kebab(text: str) -> str:
    folded = fold(text[:_LONGEST_READ].replace("&", " and ")).replace("'", "")
    return re.sub(r"[^a-z0-9]+", "-", folded).strip("-")


def _cut(kebab: str, longest: int) -> str:
    """The words that fit, without small ones at the end."""
    if len(kebab) <= longest:
        return kebab
    words = kebab[: longest + 1].split("-")[:-1] or [kebab[:longest]]
    while len(words) > 2 and words[-1] in SMALL:
        words.pop()
    return "-".join(words)
