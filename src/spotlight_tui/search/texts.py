"""The strings of words, read from the file."""

from __future__ import annotations

import json
import struct
from collections.abc import Iterable
from functools import cached_property

from ..database.reader import Reader
from ..database.schema import SEARCH_FIELDS
from .ranking import Text
from .vocabulary import bits_of

_FIELDS = struct.Struct(f"<{len(SEARCH_FIELDS)}I")


class Texts:
    """The words of a collection's initiatives, in order."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    @cached_property
    def every(self) -> int:
        """The positions of all initiatives, as the bits of a number."""
        return bits_of(row[0] for row in self._reader.rows("SELECT position FROM initiatives"))

    def at(self, positions: Iterable[int]) -> list[Text]:
        """The words of these initiatives, in the collection's order; what is damaged is left out."""
        rows = self._reader.rows(
            """SELECT position, CAST(fields AS BLOB), CAST(words AS BLOB) FROM word_strings
               WHERE position IN (SELECT value FROM json_each(?)) ORDER BY position""",
            [json.dumps(list(positions))],
        )
        return [
            Text(position, words.decode("utf-8", "replace"), _FIELDS.unpack(fields))
            for position, fields, words in rows
            if isinstance(position, int) and words is not None and fields and len(fields) == _FIELDS.size
        ]
