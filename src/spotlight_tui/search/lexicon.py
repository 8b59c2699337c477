"""The collection's words: which there are, which belong together, and which one a mistyped word was meant to be."""

from __future__ import annotations

from functools import cached_property

from ..database.reader import Reader
from ..database.stemmer import Stemmer
from ..text import words_of

_EDITS = ((7, 2), (4, 1))
"""From how many letters a word may hold how many mistakes."""

Words = tuple[str, ...]


class Lexicon:
    """Looked up in the database as needed; holds acronyms and, once a word was mistyped, the list of words."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    @cached_property
    def _stemmer(self) -> Stemmer:
        return Stemmer()

    @cached_property
    def acronyms(self) -> dict[str, list[Words]]:
        """Short form → the words of its long forms."""
        found: dict[str, list[Words]] = {}
        for acronym in self._reader.acronyms():
            found.setdefault(" ".join(words_of(acronym.short)), []).append(tuple(words_of(acronym.long)))
        return found

    @cached_property
    def long_forms(self) -> dict[Words, str]:
        """The words of a long form → its short form."""
        return {long: short for short, longs in self.acronyms.items() for long in longs if len(long) > 1}

    def forms(self, word: str) -> frozenset[str]:
        """The written words of the collection that `word` finds: those with its stem."""
        stem = self._stemmer.stem(word)
        return frozenset(str(row[0]) for row in self._reader.rows("SELECT word FROM words WHERE stem = ?", [stem]))

    def completions(self, beginning: str, limit: int = 40) -> list[str]:
        """Words that begin so, those in most initiatives first."""
        sql = "SELECT word FROM words WHERE word >= ? AND word < ? ORDER BY documents DESC, word LIMIT ?"
        return [str(row[0]) for row in self._reader.rows(sql, [beginning, beginning + "\U0010ffff", limit])]

    @cached_property
    def _vocabulary(self) -> dict[int, dict[str, int]]:
        """Length of a word → the words of that length, with the number of initiatives that have them."""
        found: dict[int, dict[str, int]] = {}
        sql = """SELECT CAST(word AS TEXT), CAST(documents AS INTEGER) FROM words
                 WHERE word NOTNULL AND documents NOTNULL ORDER BY word"""
        for word, documents in self._reader.rows(sql):
            found.setdefault(len(word), {})[word] = documents
        return found

    def meant_by(self, word: str) -> list[str]:
        """The words that `word` was most likely meant to be: those fewest mistakes away, the commonest first.

        A mistake is a letter left out, put in, changed, or swapped with its neighbour (the optimal string alignment
        distance): none in words under 4 letters, 1 up to 6, 2 from 7. Words with a digit are never changed.
        """
        allowed = next((edits for length, edits in _EDITS if len(word) >= length), 0)
        if not allowed or not word.isalpha():
            return []
        from rapidfuzz import process  # only a mistake needs it
        from rapidfuzz.distance import OSA

        near: list[tuple[int, bool, int, str]] = []
        for length in range(len(word) - allowed, len(word) + allowed + 1):
            words = self._vocabulary.get(length, {})
            for other, distance, _ in process.extract(
                word, list(words), scorer=OSA.distance, score_cutoff=allowed, limit=None
            ):
                near.append((int(distance), other[0] != word[0], -words[other], other))
        near.sort()
        nearest = [other for distance, start, _, other in near if (distance, start) == near[0][:2]]
        by_stem = {self._stemmer.stem(other): other for other in reversed(nearest)}
        return [other for other in nearest if other in by_stem.values()][:4]
