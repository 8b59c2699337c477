"""Work that is only named on pages not imported: found by its title, authorities and page."""

from __future__ import annotations

import json

from ..database.reader import Reader
from .query import Query, Term, Way
from .ranking import STRONG
from .results import Hit

_WAYS = 16
"""Ways to say a term that are looked for, the best first."""


class Signposts:
    """Searches the signposts of one open collection."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    def matching(self, query: Query) -> list[Hit]:
        """Work named elsewhere that has every word of the query."""
        expressions = [_expression(term) for term in query.terms]
        if not expressions or not all(expressions):
            return []
        sql = """SELECT CAST(s.id AS TEXT), CAST(s.title AS TEXT), CAST(c.name AS TEXT),
                   -bm25(signpost_search, 4.0, 4.0, 1.0)
                 FROM signpost_search JOIN signposts s ON s.position = signpost_search.rowid
                 JOIN categories c ON c.id = s.category
                 WHERE signpost_search MATCH ? ORDER BY 4 DESC, s.position"""
        found = self._reader.rows(sql, [" AND ".join(expressions)])
        names: dict[str, list[str]] = {}
        for signpost, name in self._reader.rows(
            """SELECT signpost, CAST(authority AS TEXT) FROM signpost_authorities
               WHERE authority NOTNULL AND signpost IN (SELECT value FROM json_each(?)) ORDER BY signpost, position""",
            [json.dumps([row[0] for row in found])],
        ):
            names.setdefault(signpost, []).append(name)
        return [
            Hit(
                "signpost",
                id_,
                title or category or "",
                tuple(names.get(id_, [])),
                round(score, 3),
                "title",
                f"Named on the page {category or id_}; not in this collection",
            )
            for id_, title, category, score in found
        ]


def _expression(term: Term) -> str:
    """A term for FTS5, made of quoted words only; empty where it has no way near enough."""
    ways = [way for way in term.ways if way.quality >= STRONG][:_WAYS]
    return f"({' OR '.join(_phrase(way) for way in ways)})" if ways else ""


def _phrase(way: Way) -> str:
    if way.beginning:
        return f'"{way.beginning}"*'
    if len(way.places) == 1:
        return " OR ".join(f'"{written.word}"' for written in way.places[0])
    return '"' + " ".join(place[0].word for place in way.places) + '"'
