"""What a query finds, before passages are made of it."""

from __future__ import annotations

from dataclasses import dataclass

from .candidates import Candidates
from .corrected import read_as
from .query import Query
from .ranking import Score, Text
from .results import Correction, Reading
from .vocabulary import positions_of

_FIRST = 10
"""Hits whose readings are told."""


@dataclass(frozen=True, slots=True)
class Found:
    """The initiatives that answer."""

    query: Query
    ranked: tuple[tuple[Text, Score], ...]
    """Best first."""
    rest: int
    """Found as well, but not read, where very many are: the bits of a number."""
    candidates: Candidates
    corrections: tuple[Correction, ...]

    @property
    def total(self) -> int:
        return len(self.ranked) + self.rest.bit_count()

    @property
    def read_as(self) -> str:
        """The query with the likeliest words in place of those mistyped."""
        return read_as(self.query.typed.text, self.corrections)

    @property
    def positions(self) -> list[int]:
        """Those in order, and the others after them."""
        return [text.position for text, _ in self.ranked] + positions_of(self.rest)

    @property
    def readings(self) -> tuple[Reading, ...]:
        """What was understood beyond the words, where the first hit or most of the next say it so; one a word."""
        readings: dict[str, Reading] = {}
        first = [score.ways for _, score in self.ranked[:_FIRST]]
        for ways in zip(*first, strict=True):
            read = [way.reading for way in ways if way and way.reading]
            if read and ((ways[0] and ways[0].reading) or len(read) * 2 > len(ways)):
                readings.setdefault(read[0].typed, read[0])
        return tuple(readings.values())
