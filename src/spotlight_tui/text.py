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


_GAP = 3
"""Characters that may stand between two words of a phrase: a space, a hyphen, a comma and a space."""


class Finder:
    """Finds words and phrases of a set in texts, whatever their case and accents."""

    def __init__(self, words: Iterable[str]) -> None:
        """Args:
        words: folded; of several words, such as a phrase or an address, all are found one after the other.
        """
        self._singles = set()
        self._phrases: dict[str, list[tuple[list[str], str]]] = {}
        for phrase in words:
            first, *rest = _WORD.findall(phrase) or [""]
            if rest:
                self._phrases.setdefault(first, []).append((rest, phrase))
            elif first:
                self._singles.add(first)
        for phrases in self._phrases.values():
            phrases.sort(key=lambda entry: (-len(entry[0]), entry[1]))
        self._firsts = self._singles | self._phrases.keys()

    def places(self, text: str) -> list[tuple[int, int, str]]:
        """Where a word or phrase of the set begins and ends in `text`, with it as it stands in the set."""
        if not self._firsts:
            return []
        folded = text.lower() if text.isascii() else text.translate(_LETTERS)
        found: list[tuple[int, int, str]] = []
        end = 0
        for match in _WORD.finditer(folded):
            word = match[0]
            if word not in self._firsts or match.start() < end:
                continue
            for rest, phrase in self._phrases.get(word, ()):
                end = _end_of(rest, folded, match.end())
                if end:
                    found.append((match.start(), end, phrase))
                    break
            else:
                if word in self._singles:
                    found.append((match.start(), match.end(), word))
        return found

    def runs(self, text: str) -> list[tuple[int, int]]:
        """The same places, neighbours with only a space between them taken as one."""
        return join_neighbours(text, [(start, end) for start, end, _ in self.places(text)])


def _end_of(words: Iterable[str], text: str, at: int) -> int:
    """Where words end that follow each other from a place on; 0 where they do not stand there."""
    for word in words:
        match = _WORD.search(text, at, at + _GAP + len(word) + 1)
        if match is None or match[0] != word or match.start() - at > _GAP:
            return 0
        at = match.end()
    return at


def join_neighbours(text: str, places: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Places in a text, those with only a space between them taken as one."""
    runs: list[tuple[int, int]] = []
    for start, end in places:
        if runs and text[runs[-1][1] : start] == " ":
            runs[-1] = (runs[-1][0], end)
        else:
            runs.append((start, end))
    return runs
