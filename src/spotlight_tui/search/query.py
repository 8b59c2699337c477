"""A query as it is searched for: terms, each with all the ways in which a text may say it."""

from __future__ import annotations

from dataclasses import dataclass, field

from .results import Correction, Reading
from .syntax import Typed
from .vocabulary import Written


@dataclass(frozen=True, slots=True)
class Way:
    """One way to say a term: a word, or words that follow each other."""

    places: tuple[tuple[Written, ...], ...]
    """For each word of it the forms that it may have."""
    quality: float
    """How well it says what was typed; 1 is just that."""
    reading: Reading | None = None
    """What was read for what, where it is not evident."""
    loose: bool = False
    """Of several words: one other may stand between two of them."""
    beginning: str = ""
    """Of words that begin so: what they begin with."""


@dataclass(frozen=True, slots=True)
class Term:
    """One word typed, with the ways to say it, the best first; none where the collection has nothing like it."""

    typed: str
    ways: tuple[Way, ...] = ()
    share: float = 1.0
    """How much it counts beside its rarity: less for an everyday word of questions."""

    @property
    def stems(self) -> frozenset[str]:
        return frozenset(written.stem for way in self.ways for place in way.places for written in place)


@dataclass(frozen=True, slots=True)
class Query:
    typed: Typed
    terms: tuple[Term, ...] = ()
    sequence: tuple[tuple[Written, ...], ...] = ()
    """The words in the order typed, with those that carry little; for each the forms it may have."""
    order: tuple[str, ...] = ()
    """The same words as they are looked up."""
    corrections: tuple[Correction, ...] = field(default=())
    title: str = ""
    """The string of words that a title is whose words these are; empty where the collection lacks one."""
