"""The signs that an initiative is known by: its words, themes and measures, and who else has them."""

from __future__ import annotations

from dataclasses import dataclass

from .tally import heaviest
from .vocabulary import positions_of

ELSEWHERE = 0.4
"""How much a word counts that the other has in its account only, not in title, keywords, summary or the like."""


@dataclass(frozen=True, slots=True)
class Sign:
    """A thing that stands for an initiative: a word, a theme or a measure."""

    key: str
    """A stem, or an id."""
    shown: str
    weight: float
    everybody: int
    """Those that have it: bit n for the initiative at position n."""
    head: int
    """Those that have it in a place that says what they are about."""
    forms: tuple[tuple[str, str], ...] = ()
    """Of a word: the forms in which it is written here, the commonest first, each with its character in the strings."""

    def worth(self, position: int) -> float:
        """How much it counts that another has it."""
        if self.head >> position & 1:
            return self.weight
        return self.weight * ELSEWHERE if self.everybody >> position & 1 else 0.0


@dataclass(frozen=True, slots=True)
class Signs:
    words: tuple[Sign, ...]
    themes: tuple[Sign, ...]
    measures: tuple[Sign, ...]

    @property
    def all(self) -> tuple[Sign, ...]:
        return (*self.words, *self.themes, *self.measures)


def scores_of(signs: Signs, most: int | None) -> dict[int, float]:
    """How much of the signs the others have, by position: the nearest `most`."""
    weights = [(sign.head, sign.weight) for sign in signs.all]
    weights += [(sign.everybody & ~sign.head, sign.weight * ELSEWHERE) for sign in signs.all]
    near = positions_of(heaviest(weights, most))
    scores = {position: sum(sign.worth(position) for sign in signs.all) for position in near}
    best = sorted(near, key=lambda position: (-round(scores[position], 6), position))
    return {position: scores[position] for position in best[:most]}
