"""What a search answers, in the shape of the JSON contract."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal


@dataclass(frozen=True, slots=True)
class Correction:
    """A word that the collection does not have, and the words searched in its place."""

    typed: str
    used: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """What was typed, and what it was taken to mean as well."""

    typed: str
    used: str


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Another query to try."""

    query: str
    total: int
    why: str


@dataclass(frozen=True, slots=True)
class Hit:
    kind: Literal["initiative", "signpost"]
    id: str
    title: str
    authorities: tuple[str, ...]
    score: float
    """Higher is better; comparable within one answer only."""
    field: str
    """Where the passage of the excerpt stands."""
    excerpt: str
    """The passage that answers, the words found between ** and **."""
    part: int | None = None
    """Which quotation, figure or contact of the initiative the passage is, from 0. Not part of the JSON."""


@dataclass(frozen=True)
class Results:
    query: str
    read_as: str
    corrections: tuple[Correction, ...] = ()
    suggestions: tuple[Suggestion, ...] = ()
    total: int = 0
    """Signposts included."""
    hits: tuple[Hit, ...] = ()
    lit: frozenset[str] = field(default=frozenset(), repr=False)
    """The written words and phrases, folded, that the query found: to be lit up. Not part of the JSON."""
    readings: tuple[Reading, ...] = ()
    """What was understood beyond the words themselves, where hits were found by it. Not part of the JSON."""
    missing: tuple[str, ...] = ()
    """Words that nothing in the collection has. Not part of the JSON."""
    all_ids: Callable[[], tuple[str, ...]] = field(default=tuple, repr=False, compare=False)

    @cached_property
    def ids(self) -> tuple[str, ...]:
        """Every initiative found, best first, beyond the hits asked for. Not part of the JSON."""
        return self.all_ids()
