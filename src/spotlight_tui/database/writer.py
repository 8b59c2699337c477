"""Contents → a file, whole or not at all. The same contents give the same bytes with the same SQLite."""

from __future__ import annotations

import os
import sqlite3
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

import sqlite_utils

from ..paths import put_in_place
from ..progress import Progress, no_progress
from ..records import Contents, Initiative, SpotlightError
from .index import index
from .schema import APPLICATION_ID, INDEXES, TABLES, VERSION
from .thesaurus import concept_rows
from .views import VIEWS, column_description

Row = dict[str, Any]


def write(contents: Contents, path: Path, progress: Progress = no_progress) -> None:
    """Put a database of `contents` at `path`, in place of what was there.

    Where `progress` raises, or anything else goes wrong, what was there stays.

    Raises:
        SpotlightError: there is no room for it.
    """
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    os.close(handle)
    made = Path(name)
    try:
        _fill(contents, name, progress)
        made.chmod(0o644)
        with made.open("rb+") as file:
            os.fsync(file.fileno())
        put_in_place(made, path)
    except sqlite3.Error as error:
        raise SpotlightError(f"{path} cannot be written ({error}): make room there, and try again.") from error
    finally:
        made.unlink(missing_ok=True)


def _fill(contents: Contents, name: str, progress: Progress) -> None:
    connection = sqlite3.connect(name)
    try:
        connection.execute("PRAGMA page_size = 4096")
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {VERSION}")
        database = sqlite_utils.Database(connection)
        for table in TABLES:
            database.table(table.name).create(
                {column: kind for column, (kind, _) in table.columns.items()},
                pk=table.key,
                foreign_keys=table.foreign_keys,
                not_null=set(table.required),
            )
        for view, (_, sql) in VIEWS.items():
            database.create_view(view, sql)
        connection.executescript(INDEXES)
        for number, (table_name, rows) in enumerate(_rows(contents)):
            progress("Writing the tables", number, len(TABLES))
            database.table(table_name).insert_all(rows)
        for column in ("authority", "theme", "name", "measure"):
            for table in TABLES:
                if column in table.columns and table.key == ("initiative", "position"):
                    database.table(table.name).create_index([column])
        index(contents, connection, progress)
        database.table("descriptions").insert_all(_descriptions(database))
        connection.commit()
        broken = connection.execute("PRAGMA foreign_key_check").fetchall()
        if broken:
            raise ValueError(f"rows that point to nothing: {broken[:5]}")
        connection.execute("VACUUM")
    finally:
        connection.close()


def _rows(contents: Contents) -> Iterator[tuple[str, list[Row]]]:
    """The rows of each table, in the tables' order."""
    publisher = contents.publisher
    yield "publisher", [{"name": publisher.name, "url": publisher.url}]
    yield (
        "publisher_contacts",
        [
            {"position": n, "name": c.name, "role": c.role, "email": c.email}
            for n, c in enumerate(publisher.contacts, 1)
        ],
    )
    yield "categories", [_less(asdict(category), "initiatives") for category in contents.categories]
    yield "authorities", [{"name": a.name, "position": n} for n, a in enumerate(contents.authorities, 1)]
    yield (
        "authority_aliases",
        [{"alias": alias, "authority": a.name} for a in contents.authorities for alias in a.aliases],
    )
    yield (
        "authority_serves",
        [
            {"authority": a.name, "position": n, "serves": name}
            for a in contents.authorities
            for n, name in enumerate(a.serves, 1)
        ],
    )
    yield "themes", _numbered(contents.themes)
    yield "measures", _numbered(contents.measures)
    yield "acronyms", [asdict(acronym) for acronym in contents.acronyms]
    yield "spellings", [asdict(spelling) for spelling in contents.spellings]
    yield from concept_rows(contents)
    yield from _initiative_rows(contents.initiatives)
    yield "imports", [_less(asdict(note), "lines") | _lines(note.lines) for note in contents.imports]
    yield (
        "signposts",
        [
            {"id": s.id, "position": n, "title": s.title, "category": s.category}
            for n, s in enumerate(contents.signposts, 1)
        ],
    )
    yield (
        "signpost_authorities",
        [
            {"signpost": s.id, "position": n, "authority": name}
            for s in contents.signposts
            for n, name in enumerate(s.authorities, 1)
        ],
    )


def _initiative_rows(initiatives: tuple[Initiative, ...]) -> Iterator[tuple[str, list[Row]]]:
    sources: dict[tuple[Any, ...], Row] = {}
    records: list[Row] = []
    parts: dict[str, list[Row]] = {name: [] for name in _parts(Initiative("", ""))}
    for position, initiative in enumerate(initiatives, 1):
        row = _less(asdict(initiative.source), "lines")
        source = sources.setdefault(tuple(row.values()), {"id": len(sources) + 1, **row})
        records.append(
            {
                "id": initiative.id,
                "position": position,
                "title": initiative.title,
                "category": initiative.category,
                "summary": initiative.summary,
                "team": initiative.team,
                "full_text": initiative.full_text,
                "source": source["id"],
                **_lines(initiative.source.lines),
                "origin": initiative.origin,
            }
        )
        for name, rows in _parts(initiative).items():
            parts[name] += [{"initiative": initiative.id, "position": n, **row} for n, row in enumerate(rows, 1)]
    yield "sources", list(sources.values())
    yield "initiatives", records
    yield from parts.items()


def _lines(lines: tuple[int, int] | None) -> Row:
    first, last = lines or (None, None)
    return {"first_line": first, "last_line": last}


def _parts(initiative: Initiative) -> dict[str, list[Row]]:
    return {
        "initiative_authorities": [{"authority": name} for name in initiative.authorities],
        "also_in": [{"category": name} for name in initiative.also_in],
        "sections": [asdict(section) for section in initiative.sections],
        "keywords": [{"keyword": keyword} for keyword in initiative.keywords],
        "contacts": [asdict(contact) for contact in initiative.contacts],
        "partners": [{"name": name} for name in initiative.partners],
        "initiative_themes": [{"theme": name} for name in initiative.themes],
        "quotes": [asdict(quote) for quote in initiative.quotes],
        "figures": [asdict(figure) for figure in initiative.figures],
        "links": [asdict(link) | {"video": 0} for link in initiative.links]
        + [asdict(link) | {"video": 1} for link in initiative.videos],
        "notes": [{"note": note} for note in initiative.notes],
    }


def _descriptions(database: sqlite_utils.Database) -> Iterator[Row]:
    for table in TABLES:
        yield {"name": table.name, "column": "", "description": table.description}
        for column, (_, description) in table.columns.items():
            yield {"name": table.name, "column": column, "description": description}
    for view, (description, _) in VIEWS.items():
        yield {"name": view, "column": "", "description": description}
        for shown in database.view(view).columns:
            yield {"name": view, "column": shown.name, "description": column_description(view, shown.name)}


def _numbered(things: Iterable[Any]) -> list[Row]:
    return [{"position": n, **asdict(thing)} for n, thing in enumerate(things, 1)]


def _less(row: Row, *names: str) -> Row:
    return {name: value for name, value in row.items() if name not in names}
