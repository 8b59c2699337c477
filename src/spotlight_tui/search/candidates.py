"""Which initiatives answer at all, by sets of them; of many, which are worth being read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from .query import Query, Way
from .ranking import STRONG, Score, rarity
from .vocabulary import Vocabulary, positions_of

ENOUGH = 0.39
"""How much of a query's weight an initiative must have to be an answer without all of its words."""

QUOTED = 3.3
"""What words must tell that stand together as in the query, for a half-remembered quotation to be an answer."""

SAID = 0.7
"""How well a way must say a term to count towards how rare it is."""

_LONG, _RARE = 5, 60
"""Words of a long query; initiatives that have two terms which are rare together."""

_SUBSETS = 8
"""Terms by which sets are combined; of more, those that tell most."""


class Candidates:
    """The initiatives that have enough of a query."""

    def __init__(self, vocabulary: Vocabulary, query: Query) -> None:
        self._vocabulary = vocabulary
        self._query = query
        self._stems = {stem for term in query.terms for stem in term.stems}
        self.having = vocabulary.having(self._stems)
        """Which initiatives have each stem of the query."""
        self.by_way = self._by_way(self.having)
        """Which have each way to say each term; of several words, all of them, wherever they stand."""
        self._having = _strong(self.by_way)
        every = vocabulary.initiatives
        self.weights = tuple(
            max(rarity(self._typed(ways, having).bit_count(), every), 0.02) * term.share
            for term, ways, having in zip(query.terms, self.by_way, self._having, strict=True)
        )
        """How much each term tells."""

    def _by_way(self, having: Mapping[str, int]) -> list[list[tuple[Way, int]]]:
        """Each term's ways with the initiatives that have them; the words of a name share its ways."""
        sets: dict[int, int] = {}
        for way in (way for term in self._query.terms for way in term.ways):
            if id(way) not in sets:
                sets[id(way)] = way_set(way, having)
        return [[(way, sets[id(way)]) for way in term.ways] for term in self._query.terms]

    @staticmethod
    def _typed(ways: Sequence[tuple[Way, int]], having: int) -> int:
        """Those that have a term as it was typed; where none has, those that have it in any way."""
        return union(found for way, found in ways if way.quality >= SAID and len(way.places) == 1) or having

    def is_answer(self, score: Score) -> bool:
        """Whether what was scored has enough of the query."""
        return score.every or score.covered >= ENOUGH or score.quoted >= QUOTED

    def best(self, allowed: int, most: int | None) -> tuple[list[int], int]:
        """Those to read, in the collection's order, and the set of the others that answer for certain.

        Args:
            allowed: those that fulfil the conditions.
            most: how many to read; None for all.
        """
        every = allowed
        for having in self._having:
            every &= having
        found = (every | self._enough()) & allowed
        if not every:
            found |= self._remembered() & allowed
        if most is None or found.bit_count() <= most:
            return positions_of(found), 0
        chosen: dict[int, None] = {}
        for tier in self._tiers(every, found):
            chosen.update(dict.fromkeys(positions_of(tier, most)))
            if len(chosen) >= most:
                break
        read = sorted(list(chosen)[:most])
        certain = allowed
        for ways in self.by_way:
            certain &= union(having for way, having in ways if way.quality >= STRONG and len(way.places) == 1)
        return read, certain & ~union(1 << position for position in read)

    def _remembered(self) -> int:
        """Those that have two rare neighbouring terms of a long query: it may be a quotation, half remembered."""
        if len(self._query.sequence) < _LONG:
            return 0
        pairs = [a & b for a, b in zip(self._having, self._having[1:], strict=False)]
        return union(pair for pair in pairs if pair.bit_count() <= _RARE)

    def _tiers(self, every: int, found: int) -> Iterable[int]:
        """Sets of those found, the likeliest best first."""
        titles = _strong(self._by_way(self._vocabulary.having_in_title(self._stems)))
        heads = _strong(self._by_way(self._vocabulary.having_in_head(self._stems)))
        order = sorted(range(len(self.weights)), key=lambda n: -self.weights[n])
        yield _common(titles) & every
        yield _common(heads) & every
        for n in order:
            yield titles[n] & every
        for n in order:
            yield heads[n] & every
        yield every
        for n in order:
            yield titles[n] & found
        for n in order:
            yield heads[n] & found
        yield found

    def _enough(self) -> int:
        """Those with enough of the query's weight, whatever words they lack."""
        needed = ENOUGH * sum(self.weights)
        pairs = sorted(zip(self.weights, self._having, strict=True), reverse=True)[:_SUBSETS]
        found = 0

        def go_on(n: int, weight: float, common: int) -> None:
            nonlocal found
            if weight >= needed:
                found |= common
                return
            if n == len(pairs) or not common or weight + sum(pair[0] for pair in pairs[n:]) < needed:
                return
            go_on(n + 1, weight + pairs[n][0], common & pairs[n][1])
            go_on(n + 1, weight, common)

        go_on(0, 0.0, -1)
        return found if found >= 0 else 0


def _strong(by_way: Sequence[Sequence[tuple[Way, int]]]) -> list[int]:
    """The initiatives that have each term, in a way that says it well."""
    return [union(having for way, having in ways if way.quality >= STRONG) for ways in by_way]


def union(sets: Iterable[int]) -> int:
    """What any of several sets has."""
    found = 0
    for positions in sets:
        found |= positions
    return found


def _common(sets: Sequence[int]) -> int:
    found = -1
    for positions in sets:
        found &= positions
    return found


def way_set(way: Way, having: Mapping[str, int]) -> int:
    """The initiatives that have all words of a way."""
    found = -1
    for place in way.places:
        found &= having.get(place[0].stem, 0) if len(place) == 1 else union(having.get(w.stem, 0) for w in place)
        if not found:
            return 0
    return found
