"""Query → hits: what has all the words before what has some, each in the order of SQLite's bm25 with field weights."""

from __future__ import annotations

import json
import math

from ..database.reader import Reader
from ..database.schema import SEARCH_FIELDS
from ..text import words_of
from .excerpts import Excerpts
from .lexicon import Lexicon
from .query import Query, Term, read
from .results import Hit, Results

_WEIGHTS = ", ".join(str(weight) for weight in SEARCH_FIELDS.values())
_ENOUGH = 0.45
"""How much of a query's weight an initiative must have to be found without all of its words."""

_PASSAGES = """
WITH asked AS (SELECT value AS id FROM json_each(?))
SELECT initiative, field, CAST(text AS TEXT) FROM (
  SELECT id AS initiative, 'summary' AS field, 1 AS part, 0 AS position, summary AS text FROM initiatives
  UNION ALL SELECT initiative, 'account', 2, position, body FROM sections
  UNION ALL SELECT initiative, 'quotes', 3, position, text || coalesce(' – ' || speaker, '') FROM quotes
  UNION ALL SELECT initiative, 'figures', 4, position, label || ': ' || value FROM figures
  UNION ALL SELECT initiative, 'contacts', 5, position,
      name || coalesce(', ' || role, '') || coalesce(', ' || email, '') FROM contacts
  UNION ALL SELECT initiative, 'partners', 6, position, name FROM partners
  UNION ALL SELECT id, 'team', 7, 0, team FROM initiatives
  UNION ALL SELECT id, 'full_text', 8, 0, full_text FROM initiatives
) WHERE initiative IN asked AND text IS NOT NULL ORDER BY initiative, part, position
"""


class Engine:
    """Searches one open collection."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._lexicon = Lexicon(reader)

    def search(self, typed: str, limit: int | None = 20, exact: bool = False) -> Results:
        """The initiatives and signposts that answer a query, best first.

        Args:
            typed: any text.
            limit: how many hits to make; None for all.
            exact: forgive no typing mistake.
        """
        query = read(typed, self._lexicon, exact)
        if not query.terms:
            return Results(query.typed, query.read_as)
        having = {term: self._having("initiative_search", term.expression) for term in query.terms}
        ranked = self._ranked(query, having)
        rows = {position: row for position, *row in self._cards([position for position, _ in ranked])}
        ranked = [(position, score) for position, score in ranked if position in rows]
        ids = tuple(rows[position][0] for position, _ in ranked)
        shown = ranked if limit is None else ranked[:limit]
        hits = self._hits(shown, rows, _weights(query, having))
        signposts = self._signposts(query)
        room = None if limit is None else max(0, limit - len(hits))
        lit = frozenset().union(*(term.lit for term in query.terms))
        return Results(
            query.typed,
            query.read_as,
            query.corrections,
            (),
            len(ids) + len(signposts),
            (*hits, *signposts[:room]),
            lit,
            ids,
        )

    def _having(self, table: str, expression: str) -> frozenset[int]:
        if not expression:
            return frozenset()
        sql = f"SELECT rowid FROM {table} WHERE {table} MATCH ?"
        return frozenset(row[0] for row in self._reader.rows(sql, [expression]))

    def _ranked(self, query: Query, having: dict[Term, frozenset[int]]) -> list[tuple[int, float]]:
        """Positions and scores of the initiatives found."""
        any_of = " OR ".join(term.expression for term in query.terms if term.expression)
        if not any_of:
            return []
        found = self._reader.rows(
            f"""SELECT rowid, -bm25(initiative_search, {_WEIGHTS})
                FROM initiative_search WHERE initiative_search MATCH ?""",
            [any_of],
        )
        tells = {term: _tells(len(positions)) for term, positions in having.items()}
        whole = sum(tells.values())
        titles = self._titled(query)
        scored = []
        for position, relevance in found:
            covered = sum(tells[term] for term, positions in having.items() if position in positions) / whole
            every = covered > 0.999
            if every or covered >= _ENOUGH:
                scored.append(((position in titles, every, covered * relevance), position))
        scored.sort(key=lambda entry: (*(-float(part) for part in entry[0]), entry[1]))
        top = max((relevance for (_, _, relevance), _ in scored), default=0.0) or 1.0
        return [
            (position, round(titled + every + relevance / top, 4)) for (titled, every, relevance), position in scored
        ]

    def _titled(self, query: Query) -> frozenset[int]:
        """Initiatives whose whole title was typed."""
        words = words_of(query.read_as)
        phrase = '"' + " ".join(words) + '"'
        candidates = self._having("initiative_search", f"title: {phrase}")
        return frozenset(position for position, _, title, *_ in self._cards(candidates) if words_of(title) == words)

    def _cards(self, positions: frozenset[int] | list[int]) -> list[tuple[int, str, str]]:
        sql = """SELECT position, CAST(id AS TEXT), coalesce(CAST(title AS TEXT), '')
                 FROM initiatives WHERE position IN (SELECT value FROM json_each(?)) AND id IS NOT NULL"""
        return [(row[0], row[1], row[2]) for row in self._reader.rows(sql, [json.dumps(list(positions))])]

    def _hits(
        self, ranked: list[tuple[int, float]], rows: dict[int, list[str]], weights: dict[str, float]
    ) -> list[Hit]:
        ids = json.dumps([rows[position][0] for position, _ in ranked])
        passages: dict[str, list[tuple[str, str]]] = {}
        for initiative, field, text in self._reader.rows(_PASSAGES, [ids]):
            passages.setdefault(initiative, []).append((field, text))
        authorities: dict[str, list[str]] = {}
        for initiative, name in self._reader.rows(
            """SELECT initiative, CAST(authority AS TEXT) FROM initiative_authorities
               WHERE authority NOTNULL AND initiative IN (SELECT value FROM json_each(?))
               ORDER BY initiative, position""",
            [ids],
        ):
            authorities.setdefault(initiative, []).append(name)
        hits = []
        excerpts = Excerpts(weights)
        for position, score in ranked:
            id_, title = rows[position]
            field, text = excerpts.best(passages.get(id_, []))
            hits.append(Hit("initiative", id_, title, tuple(authorities.get(id_, [])), score, field, text))
        return hits

    def _signposts(self, query: Query) -> list[Hit]:
        """Work named elsewhere that has every word of the query."""
        if not all(term.expression for term in query.terms):
            return []
        sql = """SELECT CAST(s.id AS TEXT), CAST(s.title AS TEXT), CAST(c.name AS TEXT),
                   -bm25(signpost_search, 4.0, 4.0, 1.0)
                 FROM signpost_search JOIN signposts s ON s.position = signpost_search.rowid
                 JOIN categories c ON c.id = s.category
                 WHERE signpost_search MATCH ? ORDER BY 4 DESC, s.position"""
        found = self._reader.rows(sql, [" AND ".join(term.expression for term in query.terms)])
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


def _tells(documents: int) -> float:
    """How much a word tells that stands in so many initiatives; most where it stands in none."""
    return 1.0 / math.log2(documents + 2) if documents else 1.0


def _weights(query: Query, having: dict[Term, frozenset[int]]) -> dict[str, float]:
    """The words to mark in excerpts; a word typed tells more than one it merely finds."""
    weights: dict[str, float] = {}
    for term in query.terms:
        share = _tells(len(having[term]))
        for word in term.lit:
            weights[word] = max(weights.get(word, 0.0), share + (0.05 if word == term.typed else 0.0))
    return weights
