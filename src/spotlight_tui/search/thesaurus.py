"""What else people call a thing: the names of concepts, the narrower, the broader and the related ones."""

from __future__ import annotations

import json
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass

from ..database.reader import Reader

LONGEST_NAME = 7
"""Words of a name that are looked for in a query."""

SAME, NARROWER, BROADER, RELATED = 0.76, 0.75, 0.45, 0.25
"""How well a name says another: of the same concept, of a kind of it, of what it is a kind of, of one beside it."""


@dataclass(frozen=True, slots=True)
class Name:
    """A name by which a concept may be found."""

    stems: tuple[str, ...]
    name: str
    quality: float
    kind: str
    """`term`, `entry`, `plain`, `acronym` or `long form`."""


@dataclass(frozen=True, slots=True)
class Match:
    """A concept's name in a query."""

    start: int
    end: int
    concept: str
    names: tuple[Name, ...]
    """The other names that it stands for, the nearest first."""
    inner: bool = False
    """It is part of a longer name in the query."""


class Thesaurus:
    """Looks up concepts in the database."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    def matches(self, stems: Sequence[str], common: Container[int] = (), exact: bool = False) -> list[Match]:
        """The names of concepts among the words of a query, longest first, none half across another.

        Args:
            stems: the query's words in order, as stems; an empty one for what belongs to no name.
            exact: only acronyms and what they stand for, which are the same to anybody.
            common: places of words that so many initiatives have that nothing but other names of the same is wanted.
        """
        runs: dict[str, list[tuple[int, int]]] = {}
        for start in range(len(stems)):
            for end in range(start + 1, min(start + LONGEST_NAME, len(stems)) + 1):
                if not stems[end - 1]:
                    break
                runs.setdefault(" ".join(stems[start:end]), []).append((start, end))
        rows = self._reader.rows(
            f"""SELECT CAST(stems AS TEXT), CAST(concept AS TEXT), CAST(kind AS TEXT) FROM concept_names
                WHERE stems IN {_LISTED} AND concept NOTNULL""",
            [json.dumps(list(runs))],
        )
        outer: list[range] = []
        found: list[tuple[range, str, str, bool]] = []
        places = [(range(start, end), key, concept) for key, concept, _ in rows for start, end in runs.get(key, ())]
        for place, key, concept in sorted(places, key=lambda entry: (-len(entry[0]), entry[0].start)):
            over = [other for other in outer if other.start < place.stop and place.start < other.stop]
            inner = any(other.start <= place.start and place.stop <= other.stop for other in over)
            if over and not inner:
                continue
            if not over:
                outer.append(place)
            found.append((place, key, concept, inner))
        kinds = {key: kind for key, _, kind in rows}
        wide = {concept for place, _, concept, _ in found if len(place) > 1 or place.start not in common}
        names = self._names([concept for _, _, concept, _ in found], wide)
        return [
            Match(
                place.start,
                place.stop,
                concept,
                tuple(
                    n for n in names[concept] if " ".join(n.stems) != key and (not exact or _same(kinds.get(key), n))
                ),
                inner,
            )
            for place, key, concept, inner in found
        ]

    def _names(self, concepts: Iterable[str], wide: Container[str]) -> dict[str, list[Name]]:
        """All names for each concept, its own and, where it is among `wide`, those of concepts beside it."""
        own = list(dict.fromkeys(concepts))
        asked = [concept for concept in own if concept in wide]
        near: dict[str, dict[str, float]] = {concept: {concept: SAME} for concept in own}

        def add(concept: str, other: str, quality: float) -> None:
            near[concept][other] = max(quality, near[concept].get(other, 0.0))

        for concept, other in self._links("concept", "broader", asked):
            add(concept, other, BROADER)
        narrower = self._links("other", "broader", asked)
        for other, concept in narrower:
            add(concept, other, NARROWER)
        above = dict(narrower)
        for other, middle in self._links("other", "broader", list(above)):
            add(above[middle], other, NARROWER * 0.9)
        for concept, other in self._links("concept", "related", asked):
            add(concept, other, RELATED)
        for other, concept in self._links("other", "related", asked):
            add(concept, other, RELATED)
        rows = self._reader.rows(
            f"""SELECT concept, stems, name, CAST(kind AS TEXT) FROM concept_names
                WHERE concept IN {_LISTED} AND stems NOTNULL ORDER BY concept, position""",
            [json.dumps([*{other for others in near.values() for other in others}])],
        )
        found: dict[str, list[Name]] = {concept: [] for concept in own}
        for other, stems, name, kind in rows:
            for concept in own:
                quality = near[concept].get(other, 0.0)
                if quality > NARROWER * 0.8 or (quality and kind != "plain"):
                    found[concept].append(Name(tuple(str(stems).split()), str(name), quality, kind or ""))
        for names in found.values():
            names.sort(key=lambda name: -name.quality)
        return found

    def _links(self, side: str, kind: str, concepts: list[str]) -> list[tuple[str, str]]:
        """Pairs of concept and other, where the one named by `side` is among `concepts`."""
        rows = self._reader.rows(
            f"""SELECT CAST(concept AS TEXT), CAST(other AS TEXT) FROM concept_links
                WHERE {side} IN {_LISTED} AND kind = ? AND concept NOTNULL AND other NOTNULL ORDER BY rowid""",
            [json.dumps(concepts), kind],
        )
        return [(row[0], row[1]) for row in rows]


_LISTED = "(SELECT value FROM json_each(?))"


def _same(kind: str | None, name: Name) -> bool:
    """Whether a name of a kind and another are an acronym and its long form."""
    kinds = {kind, name.kind}
    return name.quality >= SAME and "acronym" in kinds and kinds <= {"acronym", "long form", "term"}
