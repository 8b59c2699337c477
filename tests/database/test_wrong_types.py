"""A foreign file with the wrong kind of value in any column: text is text, or the error is told; nothing crashes."""

from __future__ import annotations

import json
import random
import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path

import pytest
from made import CONTENTS

from spotlight_tui import Collection, SpotlightError
from spotlight_tui.database.packing import packed
from spotlight_tui.database.schema import TABLES
from spotlight_tui.database.search_tables import SEARCH_TABLES
from spotlight_tui.database.table import Table
from spotlight_tui.database.views import VIEWS
from spotlight_tui.database.writer import write
from spotlight_tui.exports.tables import collection_json, initiatives_csv, initiatives_markdown

WRONG: tuple[object, ...] = (None, b"\x00\xff\x1b", float("inf"), -(2**63), 'text (*"')

QUERIES = (
    "apples at",
    "hedgr orchrd",
    "where fruit grows",
    "wood colour harv",
    '"of apples" -plum',
    "in:quotes apples theme:growth",
    "figure:>3 £1.2m",
)


@pytest.fixture(scope="module")
def untyped(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A collection whose tables take any value in any column, as nobody's schema keeps them from it."""
    path = tmp_path_factory.mktemp("untyped") / "foreign.db"
    write(CONTENTS, path)
    with closing(sqlite3.connect(path)) as connection:
        for view in VIEWS:
            connection.execute(f"DROP VIEW {view}")
        for table in TABLES:
            columns = ", ".join(f'"{column}"' for column in table.columns)
            connection.execute(f"CREATE TABLE kept ({columns})")
            connection.execute(f"INSERT INTO kept SELECT * FROM {table.name}")
            connection.execute(f"DROP TABLE {table.name}")
            connection.execute(f"ALTER TABLE kept RENAME TO {table.name}")
        connection.commit()
    return path


def use(path: Path) -> None:
    """All that is done with a collection."""
    with Collection.open(path) as collection:
        contents = collection.contents()
        json.loads(collection_json(contents), parse_constant=lambda name: pytest.fail(f"{name} is no JSON"))
        initiatives_csv(contents.initiatives)
        initiatives_markdown(contents.initiatives, {})
        calls: list[Callable[[], object]] = [
            lambda: collection.listings(category="send"),
            lambda: collection.listings(authority="Sutton"),
            lambda: collection.listings(theme="growth"),
            lambda: collection.listings(partner="college"),
            lambda: collection.figures("trees"),
            lambda: collection.complete("partner:k"),
            lambda: collection.like("sutton-orchard"),
            collection.check,
        ]
        for call in calls:
            with suppress(SpotlightError):
                call()
        for kind in ("category", "authority", "theme", "partner"):
            collection.branch(kind)
        collection.quotes()
        collection.contacts()
        collection.counts()
        for query in QUERIES:
            with suppress(SpotlightError):
                collection.search(query).ids  # noqa: B018


def test_without_types_it_is_the_same_collection(untyped: Path) -> None:
    use(untyped)
    with Collection.open(untyped) as collection:
        assert collection.contents() == CONTENTS
        assert collection.search("apples").total == 1


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_nothing_crashes(table: Table, untyped: Path) -> None:
    for column in table.columns:
        for value in WRONG:
            with closing(sqlite3.connect(untyped)) as connection:
                connection.execute(f"CREATE TABLE kept AS SELECT rowid, * FROM {table.name}")
                connection.execute(f'UPDATE {table.name} SET "{column}" = ?', [value])
                connection.commit()
                try:
                    use(untyped)
                finally:
                    restore = f'(SELECT "{column}" FROM kept WHERE kept.rowid = {table.name}.rowid)'
                    connection.execute(f'UPDATE {table.name} SET "{column}" = {restore}')
                    connection.execute("DROP TABLE kept")
                    connection.commit()


ODD = (*WRONG, b"", "", "apples", -1, 1, 0xD800, 0x110000, 2**62, b"\xff" * 48, packed([1]), packed(range(5000)))


@pytest.mark.parametrize("seed", range(12))
def test_odd_values_in_some_rows_crash_no_search(seed: int, untyped: Path, tmp_path: Path) -> None:
    chance = random.Random(seed)
    path = tmp_path / "odd.db"
    path.write_bytes(untyped.read_bytes())
    with closing(sqlite3.connect(path)) as connection:
        for _ in range(chance.choice([2, 10, 40])):
            table = chance.choice(SEARCH_TABLES)
            sql = f'UPDATE {table.name} SET "{chance.choice([*table.columns])}" = ? WHERE rowid * ? % 7 < 2'
            connection.execute(sql, [chance.choice(ODD), chance.randrange(1, 7)])
        connection.commit()

    use(path)
