"""Lists and counts of what a collection holds: what it takes to browse, without reading whole records."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ..records import Counts, Listing
from ..text import clean
from .reader import Reader, as_text, fitted

_BRANCHES = {
    "category": (
        "(SELECT id AS initiative, coalesce(category, '') AS category FROM initiatives"
        " UNION SELECT initiative, category FROM also_in)",
        "category",
    ),
    "authority": ("initiative_authorities", "authority"),
    "theme": ("initiative_themes", "theme"),
    "partner": ("partners", "name"),
}
"""Table and column of each kind of branch; related reading is the category ''."""


@dataclass(frozen=True)
class Filter:
    """What initiatives must have to be listed; what is None does not matter."""

    category: str | None = None
    """A category's id, or '' for related reading."""
    authorities: Sequence[str] | None = None
    """Plain names, one of them."""
    theme: str | None = None
    partners: Sequence[str] | None = None
    """Names as they stand, one of them."""
    ids: Sequence[str] | None = None

    def _conditions(self) -> Iterable[tuple[str, object]]:
        listed = "IN (SELECT value FROM json_each(?))"
        if self.category is not None:
            sql = "SELECT coalesce(i.category, '') UNION SELECT a.category FROM also_in a WHERE a.initiative = i.id"
            yield f"? IN ({sql})", self.category
        if self.authorities is not None:
            sql = f"i.id IN (SELECT initiative FROM initiative_authorities WHERE authority {listed})"
            yield sql, json.dumps([*self.authorities])
        if self.theme is not None:
            yield "i.id IN (SELECT initiative FROM initiative_themes WHERE theme = ?)", self.theme
        if self.partners is not None:
            yield f"i.id IN (SELECT initiative FROM partners WHERE name {listed})", json.dumps([*self.partners])
        if self.ids is not None:
            yield f"i.id {listed}", json.dumps([*self.ids])

    def where(self) -> tuple[str, list[object]]:
        """The WHERE clause and its parameters."""
        conditions = list(self._conditions())
        clause = "WHERE " + " AND ".join(sql for sql, _ in conditions) if conditions else ""
        return clause, [parameter for _, parameter in conditions]


def listings(reader: Reader, wanted: Filter) -> list[Listing]:
    """The initiatives that fit, in the collection's order."""
    where, parameters = wanted.where()
    rows = reader.rows(
        f"""SELECT i.id, i.title, i.category, i.origin,
              (SELECT json_group_array(CAST(authority AS TEXT)) FROM (SELECT authority FROM initiative_authorities a
                 WHERE a.initiative = i.id ORDER BY a.position)),
              (SELECT name FROM contacts k WHERE k.initiative = i.id ORDER BY k.position LIMIT 1)
            FROM initiatives i {where} ORDER BY i.position""",
        parameters,
    )
    return [
        # SQLite writes a control character as an escape, which becomes one again only here.
        fitted(Listing, (id_, title, tuple(clean(str(name)) for name in json.loads(names)), category, origin, contact))
        for id_, title, category, origin, names, contact in rows
    ]


def counts(reader: Reader) -> Counts:
    """How many initiatives, authorities and submissions there are."""
    row = reader.row(
        """SELECT (SELECT count(*) FROM initiatives),
             (SELECT count(DISTINCT authority) FROM initiative_authorities),
             (SELECT count(*) FROM initiatives WHERE category IS NOT NULL)"""
    )
    return Counts(*(row or (0, 0, 0)))


def branch(reader: Reader, kind: str, ids: Sequence[str] | None = None) -> dict[str, int]:
    """How many initiatives stand under each entry of a kind: `category`, `authority`, `theme` or `partner`."""
    table, column = _BRANCHES[kind]
    where, parameters = "", list[object]()
    if ids is not None:
        where, parameters = "WHERE initiative IN (SELECT value FROM json_each(?))", [json.dumps([*ids])]
    sql = f"SELECT {column}, count(DISTINCT initiative) FROM {table} {where} GROUP BY 1 ORDER BY 1"
    return {as_text(name) or "": number for name, number in reader.rows(sql, parameters)}
