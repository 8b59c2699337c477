"""A file → records. Opened for reading only, and every text cleaned as it comes out: the file may be anybody's."""

from __future__ import annotations

import json
import math
import sqlite3
import threading
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import fields
from functools import cache
from pathlib import Path
from typing import Any, TypeVar, cast

from ..records import (
    Acronym,
    Authority,
    Category,
    Concept,
    Contact,
    Contents,
    Figure,
    ImportNote,
    Initiative,
    Link,
    Measure,
    Publisher,
    Quote,
    Section,
    Signpost,
    Source,
    Spelling,
    SpotlightError,
    Theme,
)
from ..text import clean, one_line
from .schema import APPLICATION_ID, TABLES, VERSION

Row = tuple[Any, ...]
T = TypeVar("T")


class Reader:
    """An open collection file. Threads may share it: statements take turns.

    Raises:
        SpotlightError: where there is no file, or it is not a sound collection of this program's version.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._lock = threading.Lock()
        try:
            if not path.is_file():
                raise SpotlightError(
                    f"There is no collection at {self._name}: check the path given with --db or SPOTLIGHT_DB."
                )
            self._connection = sqlite3.connect(
                _read_only(path), uri=True, check_same_thread=False, isolation_level=None
            )
        except (OSError, sqlite3.Error) as error:
            reason = getattr(error, "strerror", None) or error
            raise SpotlightError(f"{self._name} cannot be opened ({reason}): choose another file.") from error
        self._connection.text_factory = lambda raw: clean(raw.decode("utf-8", "replace"))
        try:
            self._recognise()
        except BaseException:
            self._connection.close()
            raise

    @property
    def _name(self) -> str:
        """The path for a message, in one line whatever it holds."""
        return one_line(str(self.path))

    def _recognise(self) -> None:
        (application,) = self.row("PRAGMA application_id") or (0,)
        (version,) = self.row("PRAGMA user_version") or (0,)
        if application != APPLICATION_ID:
            raise SpotlightError(f"{self._name} is not a Practice Spotlight collection: choose another file.")
        if version != VERSION:
            older = "an older" if version < VERSION else "a newer"
            raise SpotlightError(
                f"{self._name} was made by {older} spotlight-tui (format {version}, this one reads {VERSION}):"
                " use the program that made it, or build the file again."
            )
        there = {name for (name,) in self.rows("SELECT name FROM sqlite_master")}
        if not there >= {table.name for table in TABLES}:
            raise SpotlightError(
                f"{self._name} lacks a part of the collection: choose another file, or build it again."
            )
        self._connection.execute("PRAGMA trusted_schema = OFF")
        self._connection.execute("PRAGMA query_only = ON")

    def close(self) -> None:
        with self._lock:  # another thread may be in the midst of a statement
            self._connection.close()

    def rows(self, sql: str, parameters: Sequence[object] = ()) -> list[Row]:
        """The rows of a statement.

        Raises:
            SpotlightError: where the file is damaged, or is no collection after all.
        """
        try:
            with self._lock:
                return self._connection.execute(sql, parameters).fetchall()
        except (sqlite3.Error, UnicodeDecodeError) as error:  # the latter where SQLite's message quotes the damage
            reason = one_line(str(error)) if isinstance(error, sqlite3.Error) else "damaged"
            raise SpotlightError(
                f"{self._name} cannot be read ({reason}): choose another file, or install spotlight-tui again."
            ) from error

    def row(self, sql: str, parameters: Sequence[object] = ()) -> Row | None:
        """The first row of a statement."""
        return next(iter(self.rows(sql, parameters)), None)

    def _of(self, table: str, columns: str, ids: Sequence[str]) -> dict[str, list[Row]]:
        """The rows of a table of parts for each of the initiatives `ids`, in their order."""
        found: dict[str, list[Row]] = defaultdict(list)
        sql = f"SELECT initiative, {columns} FROM {table} WHERE initiative IN {_LISTED} ORDER BY initiative, position"
        for initiative, *rest in self.rows(sql, [json.dumps(ids)]):
            found[initiative].append(tuple(rest))
        return found

    def ids(self) -> list[str]:
        """The initiatives' ids, in the collection's order."""
        return [str(row[0]) for row in self.rows("SELECT id FROM initiatives ORDER BY position")]

    def initiatives(self, ids: Iterable[str]) -> list[Initiative]:
        """The initiatives with these ids, in the order asked for; unknown ids are left out."""
        asked = list(ids)
        authorities = self._of("initiative_authorities", "authority", asked)
        also_in = self._of("also_in", "category", asked)
        sections = self._of("sections", "heading, body", asked)
        keywords = self._of("keywords", "keyword", asked)
        contacts = self._of("contacts", "name, role, email, phone, organisation", asked)
        partners = self._of("partners", "name", asked)
        themes = self._of("initiative_themes", "theme", asked)
        quotes = self._of("quotes", "text, speaker, date, kind, context", asked)
        figures = self._of("figures", "label, measure, value, unit, before, after, period, note", asked)
        links = self._of("links", "video, label, url", asked)
        notes = self._of("notes", "note", asked)
        found = {}
        for row in self.rows(
            f"""SELECT i.id, i.title, i.category, i.summary, i.team, i.full_text, i.origin, s.publisher, s.title, s.url,
                  s.published, s.read_on, s.document, i.first_line, i.last_line
                FROM initiatives i LEFT JOIN sources s ON s.id = i.source WHERE i.id IN {_LISTED}""",
            [json.dumps(asked)],
        ):
            id_, title, category, summary, team, full_text, origin, *source, first, last = row
            found[id_] = Initiative(
                id=id_,
                title=as_text(title) or "",
                authorities=_first(authorities[id_]),
                category=as_text(category),
                also_in=_first(also_in[id_]),
                summary=as_text(summary) or "",
                sections=tuple(fitted(Section, part) for part in sections[id_]),
                keywords=_first(keywords[id_]),
                contacts=tuple(fitted(Contact, part) for part in contacts[id_]),
                team=as_text(team),
                partners=_first(partners[id_]),
                themes=_first(themes[id_]),
                quotes=tuple(fitted(Quote, part) for part in quotes[id_]),
                figures=tuple(fitted(Figure, part) for part in figures[id_]),
                links=tuple(fitted(Link, rest) for video, *rest in links[id_] if not video),
                videos=tuple(fitted(Link, rest) for video, *rest in links[id_] if video),
                notes=_first(notes[id_]),
                full_text=as_text(full_text),
                source=_source(source, first, last),
                origin="imported" if origin == "imported" else "bundled",
            )
        return [found[id_] for id_ in asked if id_ in found]

    def categories(self) -> tuple[Category, ...]:
        return tuple(
            fitted(Category, row)
            for row in self.rows(
                """SELECT id, number, name, short_name, description, sponsor, source_url,
                     (SELECT count(*) FROM initiatives i WHERE i.category = c.id)
                       + (SELECT count(*) FROM also_in a WHERE a.category = c.id)
                   FROM categories c ORDER BY number"""
            )
        )

    def authorities(self) -> tuple[Authority, ...]:
        aliases, serves = defaultdict(list), defaultdict(list)
        for alias, name in self.rows("SELECT alias, authority FROM authority_aliases ORDER BY rowid"):
            aliases[name].append(alias)
        for served, name in self.rows("SELECT serves, authority FROM authority_serves ORDER BY authority, position"):
            serves[name].append(served)
        return tuple(
            Authority(as_text(name) or "", _texts(aliases[name]), _texts(serves[name]))
            for (name,) in self.rows("SELECT name FROM authorities ORDER BY position")
        )

    def themes(self) -> tuple[Theme, ...]:
        return tuple(
            fitted(Theme, row) for row in self.rows("SELECT id, name, description FROM themes ORDER BY position")
        )

    def measures(self) -> tuple[Measure, ...]:
        sql = "SELECT id, name, unit, description FROM measures ORDER BY position"
        return tuple(fitted(Measure, row) for row in self.rows(sql))

    def acronyms(self) -> tuple[Acronym, ...]:
        return tuple(fitted(Acronym, row) for row in self.rows("SELECT short, long FROM acronyms ORDER BY rowid"))

    def thesaurus(self) -> tuple[Concept, ...]:
        """The concepts, without what the acronyms add to them."""
        names: dict[tuple[str, str], list[str]] = defaultdict(list)
        for concept, kind, name in self.rows(
            "SELECT concept, kind, name FROM concept_names ORDER BY concept, position"
        ):
            names[concept, kind].append(name)
        for concept, kind, other in self.rows(
            "SELECT concept, kind, other FROM concept_links ORDER BY concept, position"
        ):
            names[concept, kind].append(other)
        kinds = ("entry", "plain", "broader", "related")
        return tuple(
            Concept(as_text(term) or "", *(_texts(names[term, kind]) for kind in kinds))
            for (term,) in self.rows("SELECT term FROM concepts ORDER BY position")
            if (term, "term") in names  # else it came of an acronym alone
        )

    def spellings(self) -> tuple[Spelling, ...]:
        return tuple(
            Spelling(as_text(british) or "", as_text(american) or "", bool(ending))
            for british, american, ending in self.rows("SELECT british, american, ending FROM spellings ORDER BY rowid")
        )

    def signposts(self) -> tuple[Signpost, ...]:
        authorities = defaultdict(list)
        for signpost, name in self.rows(
            "SELECT signpost, authority FROM signpost_authorities ORDER BY signpost, position"
        ):
            authorities[signpost].append(name)
        return tuple(
            fitted(Signpost, (id_, _texts(authorities[id_]), title, category, url))
            for id_, title, category, url in self.rows(
                """SELECT s.id, s.title, s.category, c.source_url
                   FROM signposts s LEFT JOIN categories c ON c.id = s.category ORDER BY s.position"""
            )
        )

    def imports(self, id_: str | None = None) -> tuple[ImportNote, ...]:
        """From where and when initiatives were imported; of one, or of all."""
        chosen = "" if id_ is None else "WHERE initiative = ?"
        return tuple(
            fitted(ImportNote, (*row, _lines(first, last)))
            for *row, first, last in self.rows(
                f"SELECT initiative, at, document, url, first_line, last_line FROM imports {chosen} ORDER BY rowid",
                [] if id_ is None else [id_],
            )
        )

    def publisher(self) -> Publisher:
        name, url = self.row("SELECT name, url FROM publisher") or ("", None)
        contacts = self.rows("SELECT name, role, email FROM publisher_contacts ORDER BY position")
        return fitted(Publisher, (name, url, tuple(fitted(Contact, row) for row in contacts)))

    def contents(self) -> Contents:
        """Everything, for an export."""
        return Contents(
            publisher=self.publisher(),
            categories=self.categories(),
            authorities=self.authorities(),
            themes=self.themes(),
            measures=self.measures(),
            acronyms=self.acronyms(),
            signposts=self.signposts(),
            initiatives=tuple(self.initiatives(self.ids())),
            imports=self.imports(),
            thesaurus=self.thesaurus(),
            spellings=self.spellings(),
            everyday_words=_first(self.rows("SELECT word FROM words WHERE everyday = 1 ORDER BY word")),
        )


def _read_only(path: Path) -> str:
    """The address by which SQLite opens a file for reading; a share of another machine has no host in it."""
    address = path.resolve().as_uri()
    if not address.startswith("file:///"):
        address = address.replace("file://", "file:////", 1)
    return f"{address}?mode=ro"


_LISTED = "(SELECT value FROM json_each(?))"


def _first(rows: list[Row]) -> tuple[str, ...]:
    return _texts(row[0] for row in rows)


def _texts(values: Iterable[object]) -> tuple[str, ...]:
    return tuple(as_text(value) or "" for value in values)


def _source(row: list[Any], first: object, last: object) -> Source:
    return fitted(Source, (*row, _lines(first, last)))


def _lines(first: object, last: object) -> tuple[int, int] | None:
    return (first, last) if isinstance(first, int) and isinstance(last, int) else None


def as_text(value: object) -> str | None:
    """A stored value as text; a file of another's making may hold what is none."""
    if value is None or isinstance(value, str):
        return value
    return clean(value.decode("utf-8", "replace") if isinstance(value, bytes) else str(value))


def _number(value: object) -> float | None:
    """A stored number, whole where it is whole; None for what is no number."""
    if not isinstance(value, (int, float)) or not math.isfinite(value):
        return None
    return int(value) if float(value).is_integer() else float(value)


_FITTING: dict[str, Callable[[object], Any]] = {
    "str": lambda value: as_text(value) or "",
    "str | None": as_text,
    "int": lambda value: value if isinstance(value, int) else 0,
    "float | None": _number,
}
"""By a field's type: what becomes of a stored value."""


@cache
def _fits(kind: Any) -> tuple[Callable[[object], Any] | None, ...]:
    return tuple(_FITTING.get(str(field.type)) for field in fields(kind))


def fitted(kind: type[T], row: Iterable[object]) -> T:
    """A record from a row, every text and number of it of the type that its field has."""
    return kind(*(fit(value) if fit else value for fit, value in zip(_fits(cast(Any, kind)), row, strict=False)))
