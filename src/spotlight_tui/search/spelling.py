"""British and American spellings of the same word."""

from __future__ import annotations

from ..database.reader import Reader

_BEFORE = 3
"""Letters before an ending: what is shorter, as *four*, ends so by chance."""


class Spellings:
    """The pairs of a collection, read when the first word is looked up."""

    def __init__(self, reader: Reader) -> None:
        self._words: dict[str, list[str]] = {}
        self._endings: dict[str, list[str]] = {}
        self._to_british: dict[str, list[str]] = {}
        self._endings_to_british: dict[str, list[str]] = {}
        for spelling in reader.spellings():
            british = self._endings_to_british if spelling.ending else self._to_british
            british.setdefault(spelling.american, []).append(spelling.british)
            pairs = self._endings if spelling.ending else self._words
            pairs.setdefault(spelling.british, []).append(spelling.american)
            pairs.setdefault(spelling.american, []).append(spelling.british)
        self._longest = max(map(len, self._endings), default=0)

    def british(self, word: str) -> list[str]:
        """How a word spelt the American way may be spelt in Britain; most of these are no words at all."""
        found = list(self._to_british.get(word, []))
        for length in range(1, min(self._longest, len(word) - _BEFORE) + 1):
            for ending in self._endings_to_british.get(word[-length:], []):
                found.append(word[:-length] + ending)
        return found

    def others(self, word: str) -> list[str]:
        """How else `word` may be spelt; most of these are no words at all, so look them up before use."""
        found = list(self._words.get(word, []))
        for length in range(1, min(self._longest, len(word) - _BEFORE) + 1):
            for ending in self._endings.get(word[-length:], []):
                found.append(word[:-length] + ending)
        return list(dict.fromkeys(found))
