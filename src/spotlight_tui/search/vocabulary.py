"""The collection's words, looked up as needed: what is written how, what has the same stem, which initiative has it."""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import cached_property
from typing import NamedTuple

from ..database.packing import unpacked
from ..database.reader import Reader
from ..database.schema import LAST_CODE
from ..database.stemmer import Stemmer


class Written(NamedTuple):
    """A word as texts have it."""

    word: str
    stem: str
    documents: int
    """How many initiatives and signposts have it; 0 for one that only the thesaurus or an acronym has."""
    code: int
    """The character that stands for it in the strings of words; 0 where no initiative has it."""
    everyday: int
    """1 for an everyday word, which tells little of what somebody looks for."""


_SELECTED = f"""CAST(word AS TEXT), coalesce(CAST(stem AS TEXT), ''), coalesce(CAST(documents AS INTEGER), 0),
                min(max(coalesce(CAST(code AS INTEGER), 0), 0), {LAST_CODE}), coalesce(CAST(everyday AS INTEGER), 0)"""
_COLUMNS = f"SELECT {_SELECTED} FROM words"


_REMEMBERED = 20_000
"""Stems that are kept."""


class Vocabulary:
    """The words of one open collection."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._by_length: dict[int, dict[str, int]] = {}
        self._stems: dict[str, str] = {}

    @cached_property
    def _stemmer(self) -> Stemmer:
        return Stemmer()

    @cached_property
    def initiatives(self) -> int:
        """How many initiatives there are."""
        row = self._reader.row("SELECT max(0, max(CAST(position AS INTEGER))) FROM word_strings")
        return row[0] or 0 if row else 0

    def stems(self, words: Iterable[str]) -> dict[str, str]:
        """Each word's stem; remembered, for the next keystroke asks for most of them again."""
        remembered = self._stems  # another thread may begin a new one
        found = {word: remembered.get(word, "") for word in words}
        unknown = [word for word, stem in found.items() if not stem]
        if unknown:
            stems = self._stemmer.stems(unknown)
            found |= stems
            if len(remembered) > _REMEMBERED:
                self._stems = stems
            else:
                remembered.update(stems)
        return found

    def known(self, words: Iterable[str]) -> dict[str, Written]:
        """Those of `words` that there are."""
        return {row.word: row for row in self._rows("word IN (SELECT value FROM json_each(?))", json.dumps([*words]))}

    def with_stems(self, stems: Iterable[str]) -> dict[str, list[Written]]:
        """The words of each stem, the commonest first."""
        found: dict[str, list[Written]] = {}
        for row in self._rows(
            "stem IN (SELECT value FROM json_each(?)) ORDER BY documents DESC, word",
            json.dumps([*dict.fromkeys(stems)]),
        ):
            found.setdefault(row.stem, []).append(row)
        return found

    def beginning(self, beginning: str, limit: int) -> list[Written]:
        """Words of initiatives and signposts that begin so, those in most first."""
        return self._rows(
            "word >= ? AND word < ? AND documents > 0 ORDER BY documents DESC, word LIMIT ?",
            beginning,
            beginning + "\U0010ffff",
            limit,
        )

    def related(self, roots: Iterable[str]) -> dict[str, list[Written]]:
        """The words of initiatives of each root."""
        sql = f"""SELECT CAST(root AS TEXT), {_SELECTED} FROM words
                 WHERE root IN (SELECT value FROM json_each(?)) AND code > 0 ORDER BY documents DESC, word"""
        found: dict[str, list[Written]] = {}
        for root, *rest in self._reader.rows(sql, [json.dumps([*dict.fromkeys(roots)])]):
            if rest[0]:
                found.setdefault(root, []).append(Written(*rest))
        return found

    def sounding(self, sound: str) -> list[str]:
        """Words with this Metaphone key."""
        return [row.word for row in self._rows("sound = ?", sound)] if sound else []

    def of_length(self, length: int) -> dict[str, int]:
        """Words of so many letters, with how many initiatives and signposts have each; read once."""
        found = self._by_length.get(length)
        if found is None:
            found = {row.word: row.documents for row in self._rows("length(word) = ? ORDER BY word", length)}
            self._by_length[length] = found
        return found

    def count_having(self, stems: Iterable[str]) -> dict[str, int]:
        """How many initiatives have each stem."""
        sql = """SELECT CAST(stem AS TEXT), coalesce(CAST(initiatives AS INTEGER), 0) FROM stems
                 WHERE stem IN (SELECT value FROM json_each(?))"""
        return dict(self._reader.rows(sql, [json.dumps([*dict.fromkeys(stems)])]))

    def having(self, stems: Iterable[str]) -> dict[str, int]:
        """Which initiatives have each stem: bit n for the one at position n."""
        return self._bits("anywhere", stems)

    def having_in_head(self, stems: Iterable[str]) -> dict[str, int]:
        """Which have it in title, authorities, people, keywords, partners or summary."""
        return self._bits("head", stems)

    def having_in_title(self, stems: Iterable[str]) -> dict[str, int]:
        """Which have it in the title."""
        return self._bits("title", stems)

    def _bits(self, column: str, stems: Iterable[str]) -> dict[str, int]:
        sql = f"SELECT CAST(stem AS TEXT), {column} FROM stems WHERE stem IN (SELECT value FROM json_each(?))"
        rows = self._reader.rows(sql, [json.dumps([*dict.fromkeys(stems)])])
        return {stem: unpacked(packed) for stem, packed in rows if packed}

    def _rows(self, where: str, *parameters: object) -> list[Written]:
        """Words there are; in a file of another's making there may be none in a row."""
        return [Written(*row) for row in self._reader.rows(f"{_COLUMNS} WHERE {where}", parameters) if row[0]]


_LARGEST = 1 << 23
"""Positions are below this: no collection has so many initiatives."""


def positions_of(bits: int, most: int | None = None) -> list[int]:
    """The positions in a set of them, in order, or the first `most`."""
    if bits <= 0:
        return []
    digits = bin(bits)[:1:-1]
    found: list[int] = []
    at = digits.find("1")
    while at >= 0 and (most is None or len(found) < most):
        found.append(at)
        at = digits.find("1", at + 1)
    return found


def bits_of(positions: Iterable[object]) -> int:
    """A set of positions as the bits of a number."""
    bits = bytearray()
    for position in positions:
        if not isinstance(position, int) or not 0 <= position < _LARGEST:
            continue
        place, bit = divmod(position, 8)
        if place >= len(bits):
            bits.extend(bytes(place + 1 - len(bits)))
        bits[place] |= 1 << bit
    return int.from_bytes(bits, "little")
