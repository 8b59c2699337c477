"""Hits: the initiatives found, with title, authorities and the passage that answers."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping

from ..database.reader import Reader
from .conditions import Conditions
from .excerpts import Excerpts, Passage
from .found import Found
from .lighting import signs_of
from .ranking import Score, Text
from .results import Hit
from .vocabulary import Vocabulary


class Hits:
    """Makes the hits of answers from one open collection."""

    def __init__(self, reader: Reader, vocabulary: Vocabulary, conditions: Conditions) -> None:
        self._reader = reader
        self._vocabulary = vocabulary
        self._conditions = conditions

    def ids(self, found: Found) -> tuple[str, ...]:
        """The ids of all that was found, best first."""
        positions = found.positions
        ids = self._identities(positions)
        return tuple(ids[position][0] for position in positions if position in ids)

    def made(self, found: Found, shown: Iterable[tuple[Text, Score]], lit: Mapping[str, float]) -> list[Hit]:
        """Hits for some of those found.

        Args:
            found: what the query finds.
            shown: those to make hits of.
            lit: the words to mark in their passages.
        """
        shown = list(shown)
        cards = self._identities(text.position for text, _ in shown)
        authorities = self._authorities(id_ for id_, _ in cards.values())
        places = found.query.typed.places
        excerpts = Excerpts(
            self._reader, signs_of(found.query, found.candidates, self._vocabulary, [t.position for t, _ in shown]), lit
        )
        hits = []
        for text, score in shown:
            if text.position not in cards:
                continue
            id_, title = cards[text.position]
            asked = self._figure(found, id_) if not score.ways else None
            passage, excerpt = excerpts.best(id_, text.within(places) if places else text, score.ways, asked)
            part = passage.part if passage.field in ("quotes", "figures", "contacts") else None
            value = round(score.titled + score.every + score.value, 4)
            hits.append(
                Hit("initiative", id_, title, tuple(authorities.get(id_, [])), value, passage.field, excerpt, part)
            )
        return hits

    def _figure(self, found: Found, id_: str) -> Passage | None:
        """The figure of an initiative that a query without words asked for."""
        for condition in found.query.typed.conditions:
            if condition.comparison and not condition.negated:
                part = self._conditions.figure_of(id_, condition.comparison)
                return None if part is None else Passage("figures", part)
        return None

    def _identities(self, positions: Iterable[int]) -> dict[int, tuple[str, str]]:
        """Ids and titles by position."""
        sql = """SELECT position, CAST(id AS TEXT), coalesce(CAST(title AS TEXT), '') FROM initiatives
                 WHERE position IN (SELECT value FROM json_each(?)) AND id IS NOT NULL"""
        return {row[0]: (row[1], row[2]) for row in self._reader.rows(sql, [json.dumps(list(positions))])}

    def _authorities(self, ids: Iterable[str]) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for initiative, name in self._reader.rows(
            """SELECT initiative, CAST(authority AS TEXT) FROM initiative_authorities
               WHERE authority NOTNULL AND initiative IN (SELECT value FROM json_each(?))
               ORDER BY initiative, position""",
            [json.dumps(list(ids))],
        ):
            found.setdefault(initiative, []).append(name)
        return found
