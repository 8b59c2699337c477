"""The file as other programs open it, without anything of ours."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
import sqlite_utils
from datasette.app import Datasette  # type: ignore[import-untyped]

from spotlight_tui.database.schema import TABLES
from spotlight_tui.database.views import VIEWS


@pytest.fixture(scope="module")
def counts(bundle: Path) -> dict[str, int]:
    """How many rows each table and view has."""
    with closing(sqlite3.connect(bundle)) as connection:
        names = [*(table.name for table in TABLES), *VIEWS]
        return {name: connection.execute(f"SELECT count(*) FROM {name}").fetchone()[0] for name in names}


async def test_datasette_shows_tables_and_views(bundle: Path) -> None:
    datasette = Datasette([str(bundle)])

    answer = await datasette.client.get("/spotlight.json")

    assert answer.status_code == 200
    assert {view["name"] for view in answer.json()["views"]} == VIEWS.keys()
    assert {table.name for table in TABLES} <= {table["name"] for table in answer.json()["tables"]}


async def test_datasette_serves_every_view(bundle: Path, counts: dict[str, int]) -> None:
    datasette = Datasette([str(bundle)])
    for view in VIEWS:
        answer = await datasette.client.get(f"/spotlight/{view}.json?_size=max&_shape=array")

        assert answer.status_code == 200, view
        assert len(answer.json()) == counts[view] > 0, view


async def test_datasette_follows_references(bundle: Path) -> None:
    datasette = Datasette([str(bundle)])

    answer = await datasette.client.get("/spotlight/quotes.json?_labels=on&_size=1")

    assert answer.json()["rows"][0]["initiative"]["label"]


async def test_datasette_searches(bundle: Path) -> None:
    datasette = Datasette([str(bundle)])
    sql = "select+rowid+from+initiative_search+where+initiative_search+match+'title:academy'"

    answer = await datasette.client.get(f"/spotlight.json?sql={sql}&_shape=array")

    assert len(answer.json()) == 2


async def test_datasette_leaves_the_file_as_it_is(bundle: Path, tmp_path: Path) -> None:
    path = tmp_path / "spotlight.db"
    path.write_bytes(bundle.read_bytes())

    await Datasette([str(path)]).client.get("/spotlight/initiative_list.json")

    assert path.read_bytes() == bundle.read_bytes()


def test_sqlite_utils_opens_it(bundle: Path, counts: dict[str, int]) -> None:
    with closing(sqlite3.connect(bundle)) as connection:
        database = sqlite_utils.Database(connection)

        assert {table.name for table in TABLES} <= set(database.table_names())
        assert {name: database.view(name).count for name in VIEWS} == {name: counts[name] for name in VIEWS}
        assert database.table("initiatives").get("sutton-therapeutic-hub")["title"] == "Therapeutic Hub"
        assert {key.other_table for key in database.table("figures").foreign_keys} == {"initiatives", "measures"}
