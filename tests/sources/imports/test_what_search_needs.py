"""A reader's own collection is searched as the bundle is: by its thesaurus, spellings, everyday words and acronyms."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from spotlight_tui.collection import Collection
from spotlight_tui.database.reader import Reader
from spotlight_tui.database.schema import VERSION
from spotlight_tui.records import Acronym, Concept, Contents, Spelling
from spotlight_tui.sources.freshness import is_fresh, mark
from spotlight_tui.sources.imports import Imports

from .invented_collection import CONTENTS, a_reader, exported, page, told

AT = "2026-03-04T10:00:00+00:00"
FOR_SEARCH = replace(
    CONTENTS,
    acronyms=(Acronym("TC", "Tea club"), Acronym("KC", "Kettle circle")),
    thesaurus=(
        Concept("tea club", ("brew group",), ("people who drink tea",), ("club",), ("desk",)),
        Concept("club", plain=("circle of friends",)),
        Concept("desk", ("work table",), broader=("furniture",)),
        Concept("furniture"),
    ),
    spellings=(Spelling("ise", "ize", ending=True), Spelling("centre", "center")),
    everyday_words=("about", "people", "who"),
)


@pytest.fixture
def reader(tmp_path: Path) -> Imports:
    return a_reader(tmp_path, FOR_SEARCH)


def held(path: Path) -> Contents:
    with closing(Reader(path)) as opened:
        return opened.contents()


def search_tables(contents: Contents) -> tuple[object, ...]:
    return contents.thesaurus, contents.spellings, contents.everyday_words, contents.acronyms


def test_they_stay_through_every_change(reader: Imports) -> None:
    reader.add([page(told("Night Desk"))], AT, ["one.html"])
    assert search_tables(held(reader.database)) == search_tables(FOR_SEARCH)
    reader.add([exported(told("Day Desk"))], "2026-03-05T10:00:00+00:00", ["export.json"])
    reader.correct("camden-day-desk", {"summary": "Corrected."})
    assert search_tables(held(reader.database)) == search_tables(FOR_SEARCH)
    mark(reader.folder).unlink()
    reader.rebuild()
    assert search_tables(held(reader.database)) == search_tables(FOR_SEARCH)
    reader.undo()
    assert search_tables(held(reader.database)) == search_tables(FOR_SEARCH)


def test_what_is_imported_is_found_by_other_names(reader: Imports) -> None:
    reader.add([page(told("Night Desk"))], AT, ["one.html"])
    with Collection.open(reader.database) as collection:
        assert collection.search("night work table").ids[0] == "camden-night-desk"
        assert collection.check() == "ok"


def test_an_acronym_that_an_export_brings_is_no_entry_of_the_thesaurus(reader: Imports) -> None:
    brought = exported(told("Night Desk"), acronyms=(Acronym("WT", "work tables"), Acronym("TC", "Other")))
    reader.add([brought], AT, ["export.json"])

    contents = held(reader.database)

    assert contents.thesaurus == FOR_SEARCH.thesaurus
    assert set(contents.acronyms) == {*FOR_SEARCH.acronyms, Acronym("WT", "work tables")}


@pytest.mark.parametrize("marked", ["as made from another bundle", "as made from this one"])
def test_a_collection_of_an_older_format_is_made_anew(
    reader: Imports, marked: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reader.add([page(told("Night Desk"))], AT, ["one.html"])
    with closing(sqlite3.connect(reader.database)) as connection:
        for table in ("concept_links", "concept_names", "concepts", "spellings", "stems", "word_strings"):
            connection.execute(f"DROP TABLE {table}")
        connection.execute(f"PRAGMA user_version = {VERSION - 1}")
        connection.commit()
    if marked == "as made from another bundle":
        mark(reader.folder).write_text("bundle 1 2\n", encoding="utf-8")
    assert not is_fresh(reader.folder, tmp_path / "bundle.db")
    monkeypatch.delenv("SPOTLIGHT_DB")
    monkeypatch.setattr("spotlight_tui.paths.user_data", lambda: reader.folder)
    monkeypatch.setattr("spotlight_tui.paths.bundled_database", lambda: tmp_path / "bundle.db")

    with Collection.open() as collection:
        assert (collection.path, collection.notice) == (reader.database, None)
        assert collection.search("night desk").ids[0] == "camden-night-desk"
        assert collection.check() == "ok"
