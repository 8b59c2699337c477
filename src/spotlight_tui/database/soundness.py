"""Whether a file is whole, and whether its index for search agrees with its records."""

from __future__ import annotations

import struct
from collections.abc import Iterator

from .packing import bytes_of, unpacked
from .reader import Reader, Row
from .schema import ENTRY_END, HEAD_FIELDS, LAST_CODE, SEARCH_FIELDS

_STARTS = struct.Struct(f"<{len(SEARCH_FIELDS)}I")
_SHARE = 500
"""Initiatives whose words are read at a time."""


def check(reader: Reader) -> str:
    """`ok`, or what is wrong with the file.

    Raises:
        SpotlightError: a part of it is missing, or cannot be read.
    """
    row = reader.row("PRAGMA quick_check")
    if row != ("ok",):
        return str(row[0]) if row else "no answer"
    wrong = _wrong_with_index(reader)
    return f"its index for search {wrong}: build the collection again" if wrong else "ok"


def _wrong_with_index(reader: Reader) -> str | None:
    for index, records in (("initiative_search", "initiatives"), ("signpost_search", "signposts")):
        reader.row(f"SELECT rowid FROM {index} WHERE {index} MATCH 'a'")
        if reader.row(f"SELECT count(*) FROM {index}") != reader.row(f"SELECT count(*) FROM {records}"):
            return f"does not hold the {records} there are"
    positions = "SELECT position FROM {} ORDER BY position"
    if reader.rows(positions.format("word_strings")) != reader.rows(positions.format("initiatives")):
        return "does not hold the words of the initiatives there are"
    return None if _agrees(reader) else "does not agree with itself"


def _agrees(reader: Reader) -> bool:
    """Whether the sets of each stem are what the words of the initiatives say."""
    stems = {chr(code): stem for code, stem in _codes(reader)}
    if chr(LAST_CODE) in stems:
        return True  # it stands for many words, so that nothing can be said
    having: dict[str, tuple[list[int], list[int], list[int]]] = {}
    for position, fields, words in _strings(reader):
        text = (words or b"").decode("utf-8", "replace")
        if len(fields or b"") != _STARTS.size:
            return False
        starts = _STARTS.unpack(fields)
        for part, end in enumerate((len(text), starts[HEAD_FIELDS], starts[1])):
            letters = set(text[:end]) - {ENTRY_END}
            if not letters <= stems.keys():
                return False
            for stem in {stems[letter] for letter in letters}:
                having.setdefault(stem, ([], [], []))[part].append(position)
    stored = {stem: rest for stem, *rest in reader.rows("SELECT stem, initiatives, anywhere, head, title FROM stems")}
    return stored.keys() == having.keys() and all(
        [len(parts[0]), *(int.from_bytes(bytes_of(part), "little") for part in parts)]
        == [stored[stem][0], *map(unpacked, stored[stem][1:])]
        for stem, parts in having.items()
    )


def _codes(reader: Reader) -> list[Row]:
    """The characters that stand for words, and the words' stems."""
    sql = "SELECT CAST(code AS INTEGER), CAST(stem AS TEXT) FROM words WHERE CAST(code AS INTEGER) BETWEEN 1 AND ?"
    return reader.rows(sql, [LAST_CODE])


def _strings(reader: Reader) -> Iterator[Row]:
    """The words of every initiative."""
    sql = """SELECT position, CAST(fields AS BLOB), CAST(words AS BLOB) FROM word_strings
             WHERE position > ? ORDER BY position LIMIT ?"""
    last = 0
    while rows := reader.rows(sql, [last, _SHARE]):
        yield from rows
        last = rows[-1][0]
