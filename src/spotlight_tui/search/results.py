"""What a search answers, in the shape of the JSON contract."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal


@dataclass(frozen=True, slots=True)
class Correction:
    """A word that the collection does not have, and the words searched in its place."""

    typed: str
    used: tuple[str, ...]


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


@dataclass(frozen=True, slots=True)
class Results:
    query: str
    read_as: str
    corrections: tuple[Correction, ...] = ()
    suggestions: tuple[Suggestion, ...] = ()
    total: int = 0
    """Signposts included."""
    hits: tuple[Hit, ...] = ()
    lit: frozenset[str] = field(default=frozenset(), repr=False)
    """The written words, folded, that the query found: to be lit up wherever they stand. Not part of the JSON."""
    ids: tuple[str, ...] = field(default=(), repr=False)
    """Every initiative found, best first, beyond the hits asked for. Not part of the JSON."""
