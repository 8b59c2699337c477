"""The committed database is what its files say, and says itself what it is."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from spotlight_tui.database.packing import unpacked
from spotlight_tui.database.schema import TABLES, VERSION
from spotlight_tui.database.views import VIEWS
from spotlight_tui.database.writer import write
from spotlight_tui.sources.records_folder import read_folder

ROOT = Path(__file__).resolve().parents[2]
SEARCH = ("initiative_search", "signpost_search")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database built from the files as they are now."""
    path = tmp_path_factory.mktemp("built") / "spotlight.db"
    write(read_folder(ROOT / "data"), path)
    return path


@pytest.fixture(scope="module")
def fresh(built: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(built)) as connection:
        yield connection


@pytest.fixture(scope="module")
def committed(bundle: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(f"{bundle.as_uri()}?mode=ro", uri=True)) as connection:
        yield connection


def rows(connection: sqlite3.Connection, sql: str) -> list[tuple[Any, ...]]:
    return connection.execute(sql).fetchall()


def parts(connection: sqlite3.Connection) -> dict[str, str]:
    """Tables, views and indexes with their SQL; the search index's own tables differ between versions of SQLite."""
    names = " AND ".join(f"name NOT LIKE '{table}\\_%' ESCAPE '\\'" for table in SEARCH)
    return dict(connection.execute(f"SELECT type || ' ' || name, sql FROM sqlite_master WHERE {names}"))


@pytest.mark.parametrize("name", [*(table.name for table in TABLES), *VIEWS])
def test_each_table_and_view_is_what_the_files_say(
    name: str, fresh: sqlite3.Connection, committed: sqlite3.Connection
) -> None:
    expected, there = (rows(connection, f'SELECT * FROM "{name}"') for connection in (fresh, committed))
    if name == "stems":  # another zlib deflates otherwise
        expected, there = ([(*row[:2], *map(unpacked, row[2:])) for row in found] for found in (expected, there))

    assert there == expected, f"`{name}` in data/spotlight.db is out of date: run scripts/build_database.py"


@pytest.mark.parametrize("table", SEARCH)
def test_the_search_index_is_what_the_files_say(
    table: str, fresh: sqlite3.Connection, committed: sqlite3.Connection
) -> None:
    indexed = []
    for connection in (fresh, committed):
        connection.execute(f"CREATE VIRTUAL TABLE temp.{table}_terms USING fts5vocab(main, {table}, instance)")
        indexed.append(rows(connection, f"SELECT term, doc, col, offset FROM temp.{table}_terms ORDER BY 1, 2, 3, 4"))

    assert indexed[0], table
    assert indexed[0] == indexed[1], f"`{table}` in data/spotlight.db is out of date: run scripts/build_database.py"


def test_there_is_nothing_else_in_it(fresh: sqlite3.Connection, committed: sqlite3.Connection) -> None:
    assert parts(committed) == parts(fresh)
    assert {f"table {table.name}" for table in TABLES} | {f"view {view}" for view in VIEWS} <= parts(fresh).keys()


def test_the_same_files_give_the_same_bytes(built: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.db"
    done = subprocess.run(
        [sys.executable, str(ROOT / "scripts" / "build_database.py"), "-o", str(other)],
        env={**os.environ, "PYTHONPATH": str(ROOT / "src"), "PYTHONHASHSEED": "77", "PYTHONUTF8": "1"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )

    assert (done.returncode, done.stderr) == (0, "")
    assert f"built {other}" in done.stdout
    assert other.read_bytes() == built.read_bytes()


def test_it_says_what_it_is(committed: sqlite3.Connection) -> None:
    (application,) = rows(committed, "PRAGMA application_id")[0]

    assert application.to_bytes(4, "big") == b"SPLT"
    assert rows(committed, "PRAGMA user_version") == [(VERSION,)]


def test_it_is_sound(committed: sqlite3.Connection) -> None:
    assert rows(committed, "PRAGMA integrity_check") == [("ok",)]


def test_every_reference_is_declared_and_holds(committed: sqlite3.Connection) -> None:
    declared = {
        (table.name, column, other)
        for table in TABLES
        for _, _, other, column, *_ in rows(committed, f"PRAGMA foreign_key_list({table.name})")
    }

    assert ("quotes", "initiative", "initiatives") in declared
    assert ("figures", "measure", "measures") in declared
    assert declared == {(table.name, column, other) for table in TABLES for column, other, _ in table.foreign_keys}
    assert rows(committed, "PRAGMA foreign_key_check") == []


def test_every_table_view_and_column_is_described(committed: sqlite3.Connection) -> None:
    names = [name.split(" ")[1] for name in parts(committed) if name.startswith(("table ", "view "))]
    shown = {
        (name, column)
        for name in names
        if name not in SEARCH
        for column in ("", *(row[1] for row in rows(committed, f'PRAGMA table_info("{name}")')))
    }
    described = {(name, column): text for name, column, text in rows(committed, "SELECT * FROM descriptions")}

    assert described.keys() == shown
    assert all(text.strip() for text in described.values())


def test_any_sqlite_finds_words_in_it(committed: sqlite3.Connection) -> None:
    sql = """SELECT i.id FROM initiative_search JOIN initiatives i ON i.position = initiative_search.rowid
             WHERE initiative_search MATCH ? ORDER BY rank"""
    found = [row[0] for row in committed.execute(sql, ["title: mentored"])]

    assert sorted(found) == sorted(
        row[0] for row in rows(committed, "SELECT id FROM initiatives WHERE title LIKE '%mentor%'")
    )
    assert found
