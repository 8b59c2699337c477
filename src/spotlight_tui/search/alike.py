"""What *more like this* answers: an initiative like another, and what both have."""

from __future__ import annotations

from dataclasses import dataclass

from ..records import Listing
from ..text import one_line

_TOLD = (3, 2, 3)
"""Themes, measures and words that the explanation names at most."""


@dataclass(frozen=True, slots=True)
class Alike:
    """An initiative like another."""

    listing: Listing
    score: float
    """The share of what the other is about, as far as not it alone speaks of it; from 0 to 1."""
    themes: tuple[str, ...] = ()
    """The names of the themes that both have, the rarest first."""
    measures: tuple[str, ...] = ()
    """The names of the measures of which both have figures."""
    words: tuple[str, ...] = ()
    """Keywords that both have, and rare words that both use."""

    @property
    def id(self) -> str:
        return self.listing.id

    @property
    def title(self) -> str:
        return self.listing.title

    @property
    def why(self) -> str:
        """What both have, in one line."""
        names = (self.themes, self.measures, self.words)
        themes, measures, words = (some[:most] for some, most in zip(names, _TOLD, strict=True))
        parts = (
            ", ".join(map(_inside, themes)),
            f"figures on {', '.join(map(_inside, measures))}" if measures else "",
            ", ".join(f"“{word}”" for word in words),
        )
        return one_line(f"Both: {'; '.join(filter(None, parts))}")


def _inside(name: str) -> str:
    """A name as it stands inside a sentence."""
    return name if name[1:2].isupper() else name[:1].lower() + name[1:]
