"""Cleaning of text from outside, and folding of text for search."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

_UNSAFE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2028\u2029\u2060"
    "\u2066-\u2069\ufeff\ud800-\udfff\U000e0000-\U000e007f]"
)
"""Control characters, invisible and direction-changing ones, and lone surrogates: what could drive a terminal,
or make a text look like another."""

_APOSTROPHES = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "´": "'"})


def clean(text: str) -> str:
    """`text` without what a terminal would obey; new lines and tabs stay."""
    if text.isascii() and text.isprintable():
        return text
    return _UNSAFE.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def one_line(text: str) -> str:
    """`text` cleaned, with every run of white space as one space."""
    return " ".join(clean(text).split())


_MAY_COMBINE = re.compile("[\u0300-\u1fff\u20d0-\U0010ffff]+")
"""Where combining characters are: not among Latin letters, and not among the dashes and quotation marks of a text."""


def _without_combining(match: re.Match[str]) -> str:
    return "".join(c for c in match[0] if not unicodedata.combining(c))


def fold(text: str) -> str:
    """`text` in lower case without accents, with straight apostrophes: equal for what search holds to be equal."""
    if not text.isascii():
        text = unicodedata.normalize("NFKD", text.translate(_APOSTROPHES))
        text = _MAY_COMBINE.sub(_without_combining, text)
    return text.casefold().replace("`", "'")


_WORD = re.compile(r"[^\W_]+")


def words_of(text: str) -> list[str]:
    """The words of `text` as search knows them: folded, cut at whatever is neither letter nor digit."""
    return _WORD.findall(fold(text))


class _Letters(dict[int, str]):
    """Each letter folded to one letter, worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        folded = fold(chr(code))
        self[code] = letter = folded if len(folded) == 1 else chr(code)
        return letter


_LETTERS = _Letters()


class Finder:
    """Finds words of a set in texts, whatever their case and accents."""

    def __init__(self, words: Iterable[str]) -> None:
        """Args:
        words: folded, as `words_of` gives them.
        """
        alternatives = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True) if word)
        self._pattern = re.compile(f"(?<![^\\W_])(?:{alternatives})(?![^\\W_])") if alternatives else None

    def places(self, text: str) -> list[tuple[int, int, str]]:
        """Where a word of the set begins and ends in `text`, with the word, folded."""
        if self._pattern is None:
            return []
        folded = text.lower() if text.isascii() else text.translate(_LETTERS)
        return [(match.start(), match.end(), match[0]) for match in self._pattern.finditer(folded)]

    def runs(self, text: str) -> list[tuple[int, int]]:
        """The same places, neighbours with only a space between them taken as one."""
        return join_neighbours(text, [(start, end) for start, end, _ in self.places(text)])


def join_neighbours(text: str, places: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Places in a text, those with only a space between them taken as one."""
    runs: list[tuple[int, int]] = []
    for start, end in places:
        if runs and text[runs[-1][1] : start] == " ":
            runs[-1] = (runs[-1][0], end)
        else:
            runs.append((start, end))
    return runs
