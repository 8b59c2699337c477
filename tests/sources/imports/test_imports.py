"""The reader's own collection: added to, taken back, made again, mended."""

from __future__ import annotations

import sqlite3
import threading
from dataclasses import replace
from pathlib import Path

import pytest

from spotlight_tui.collection import Collection
from spotlight_tui.database.writer import write
from spotlight_tui.records import Contact, Initiative, SpotlightError
from spotlight_tui.sources.imports import Imports

from .invented_collection import CONTENTS, KETTLE, a_reader, exported, page, told

AT = "2026-03-04T10:00:00+00:00"
NIGHT, DAY = told("Night Desk"), told("Day Desk")


@pytest.fixture
def reader(tmp_path: Path) -> Imports:
    return a_reader(tmp_path)


def ids(imports: Imports) -> list[str]:
    """The ids that the collection in use has."""
    path = imports.database if imports.database.exists() else imports.folder.parent / "bundle.db"
    with Collection.open(path) as collection:
        return [listing.id for listing in collection.listings()]


def initiative(imports: Imports, id_: str) -> Initiative:
    with Collection.open(imports.database) as collection:
        return collection.initiative(id_)


def test_an_import_is_in_the_collection_and_can_be_found(reader: Imports) -> None:
    reader.add([page(NIGHT)], AT, ["saved.html"])
    with Collection.open(reader.database) as collection:
        assert collection.search("night desk").ids[0] == "camden-night-desk"
        assert collection.initiative("camden-night-desk").full_text == NIGHT.full_text
        assert (note := collection.import_of("camden-night-desk")) and note.at == AT


def test_the_bundle_is_never_touched(reader: Imports, tmp_path: Path) -> None:
    before = (tmp_path / "bundle.db").read_bytes()
    reader.add([page(NIGHT, told("Kettle Club", category="workforce"))], AT, ["saved.html"])
    assert (tmp_path / "bundle.db").read_bytes() == before


def test_a_preview_writes_nothing(reader: Imports) -> None:
    merged = reader.preview([page(NIGHT)])
    assert [change.kind for change in merged.changes] == ["new"]
    assert not reader.folder.exists()


def test_an_import_that_changes_nothing_is_not_kept(reader: Imports) -> None:
    reader.add([page(NIGHT)], AT, ["saved.html"])
    reader.add([page(NIGHT)], "2026-03-05T10:00:00+00:00", ["saved.html"])
    assert [(kept.at, kept.origin) for kept in reader.kept()] == [(AT, ("saved.html",))]


def test_the_last_import_is_taken_back_first(reader: Imports) -> None:
    reader.add([page(NIGHT)], AT, ["one.html"])
    reader.add([page(DAY)], AT, ["two.html"])
    taken = reader.undo()
    assert taken and taken.origin == ("two.html",)
    assert ids(reader) == ["camden-kettle-club", "camden-night-desk"]
    assert reader.undo()
    assert ids(reader) == ["camden-kettle-club"]
    assert reader.undo() is None


def test_a_file_that_a_reader_puts_there_is_not_taken_away(
    reader: Imports, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SPOTLIGHT_DB")
    monkeypatch.setattr("spotlight_tui.paths.user_data", lambda: reader.folder)
    monkeypatch.setattr("spotlight_tui.paths.bundled_database", lambda: tmp_path / "bundle.db")
    reader.add([page(NIGHT)], AT, ["one.html"])
    reader.undo()
    write(replace(CONTENTS, initiatives=(replace(KETTLE, title="Theirs"),)), reader.database)
    with Collection.open() as collection:
        assert [listing.title for listing in collection.listings()] == ["Theirs"]


def test_taking_back_an_update_brings_the_older_state_back(reader: Imports) -> None:
    reader.add([page(NIGHT)], AT, ["one.html"])
    reader.add([page(replace(NIGHT, summary="Newer."))], AT, ["two.html"])
    assert initiative(reader, "camden-night-desk").summary == "Newer."
    reader.undo()
    assert initiative(reader, "camden-night-desk").summary == NIGHT.summary


def test_what_is_removed_leaves_every_file(reader: Imports) -> None:
    spoken = replace(NIGHT, contacts=(Contact("Quentin Unforgettable"),))
    reader.add([page(NIGHT, DAY)], AT, ["one.html"])
    reader.add([page(spoken)], AT, ["two.html"])
    assert [each.contacts for each in reader.remove("camden-night-desk")] == [spoken.contacts]
    assert ids(reader) == ["camden-kettle-club", "camden-day-desk"]
    kept = b"".join(path.read_bytes() for path in reader.folder.rglob("*") if path.is_file())
    assert b"Unforgettable" not in kept
    assert b"Day Desk" in kept


def test_an_id_stays_when_another_is_removed(reader: Imports) -> None:
    long = "camden-" + "x" * 53
    reader.add([page(told("One", id=long), told("Two", id=long))], AT, ["one.html"])
    second = next(i for i in reader.contents().initiatives if i.title == "Two").id
    reader.remove(long)
    assert [i.id for i in reader.contents().initiatives if i.title == "Two"] == [second]


def test_what_came_with_the_program_cannot_be_removed(reader: Imports) -> None:
    with pytest.raises(SpotlightError, match="came with the program"):
        reader.remove("camden-kettle-club")
    with pytest.raises(SpotlightError, match="There is no initiative"):
        reader.remove("nothing")


def test_a_newer_bundle_keeps_every_import(reader: Imports, tmp_path: Path) -> None:
    reader.add([page(NIGHT, told("Kettle Club", category="workforce"))], AT, ["one.html"])
    newer = replace(KETTLE, summary="Better words.")
    bundled = told("Day Desk", origin="bundled")
    write(replace(CONTENTS, initiatives=(newer, bundled)), tmp_path / "bundle.db")
    reader.rebuild()
    assert ids(reader) == ["camden-kettle-club", "camden-day-desk", "camden-night-desk"]
    kettle = initiative(reader, "camden-kettle-club")
    assert kettle.summary == "Better words."
    assert kettle.full_text


def test_opening_makes_the_collection_anew_for_a_newer_bundle(
    reader: Imports, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SPOTLIGHT_DB")
    monkeypatch.setattr("spotlight_tui.paths.user_data", lambda: reader.folder)
    monkeypatch.setattr("spotlight_tui.paths.bundled_database", lambda: tmp_path / "bundle.db")
    reader.add([page(NIGHT)], AT, ["one.html"])
    write(replace(CONTENTS, initiatives=(replace(KETTLE, title="Renamed"),)), tmp_path / "bundle.db")
    with Collection.open() as collection:
        assert [listing.title for listing in collection.listings()] == ["Renamed", "Night Desk"]
        assert collection.notice is None


@pytest.mark.parametrize("damage", ["", "{", "[]", '{"format": "other"}', "\x00\x01"])
def test_a_damaged_import_is_told_and_what_was_there_is_still_read(
    reader: Imports, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, damage: str
) -> None:
    monkeypatch.delenv("SPOTLIGHT_DB")
    monkeypatch.setattr("spotlight_tui.paths.user_data", lambda: reader.folder)
    monkeypatch.setattr("spotlight_tui.paths.bundled_database", lambda: tmp_path / "bundle.db")
    reader.add([page(NIGHT)], AT, ["one.html"])
    reader.kept()[0].path.write_text(damage)
    with Collection.open() as collection:
        assert "camden-night-desk" in [listing.id for listing in collection.listings()]
        assert collection.notice and reader.folder.name in collection.notice
    reader.database.unlink()
    with Collection.open() as collection:
        assert [listing.id for listing in collection.listings()] == ["camden-kettle-club"]


def test_a_lost_collection_is_made_again(reader: Imports) -> None:
    reader.add([page(NIGHT)], AT, ["one.html"])
    before = reader.database.read_bytes()
    reader.database.unlink()
    reader.rebuild()
    assert reader.database.read_bytes() == before


def test_a_correction_stays_when_the_page_is_imported_again(reader: Imports) -> None:
    reader.add([page(NIGHT)], AT, ["one.html"])
    reader.correct("camden-night-desk", {"title": "The Night Desk", "team": "Nights"})
    reader.correct("camden-night-desk", {"contacts": [{"name": "Bea"}]})
    merged = reader.add([page(replace(NIGHT, summary="Newer."))], AT, ["one.html"])
    assert [change.details for change in merged.changes] == [("summary changed",)]
    night = initiative(reader, "camden-night-desk")
    assert (night.title, night.team, night.contacts, night.summary) == (
        "The Night Desk",
        "Nights",
        (Contact("Bea"),),
        "Newer.",
    )
    assert ids(reader).count("camden-night-desk") == 1


def test_corrections_made_in_a_preview_come_with_the_import(reader: Imports) -> None:
    preview = reader.preview([page(NIGHT)])
    reader.add([page(NIGHT)], AT, ["one.html"], {preview.changes[0].id: {"category": "workforce", "summary": "Mine."}})
    night = initiative(reader, "camden-night-desk")
    assert (night.category, night.summary) == ("workforce", "Mine.")


def test_a_correction_with_an_import_leaves_the_earlier_ones(reader: Imports) -> None:
    reader.add([page(NIGHT)], AT, ["one.html"])
    reader.correct("camden-night-desk", {"title": "The Night Desk"})
    reader.add([page(replace(NIGHT, summary="Newer."))], AT, ["one.html"], {"camden-night-desk": {"team": "Nights"}})
    night = initiative(reader, "camden-night-desk")
    assert (night.title, night.team, night.summary) == ("The Night Desk", "Nights", "Newer.")


def test_a_correction_may_name_what_is_not_known(reader: Imports) -> None:
    reader.add([page(NIGHT)], AT, ["one.html"])
    night = reader.correct("camden-night-desk", {"authorities": ["Narnia"], "category": "magic"})
    assert initiative(reader, "camden-night-desk") == night
    assert (night.authorities, night.category) == (("Narnia",), "magic")


def test_what_came_with_the_program_cannot_be_edited(reader: Imports) -> None:
    with pytest.raises(SpotlightError, match="came with the program"):
        reader.correct("camden-kettle-club", {"title": "Mine"})


def test_a_title_cannot_be_taken_away(reader: Imports) -> None:
    reader.add([page(NIGHT)], AT, ["one.html"])
    assert reader.correct("camden-night-desk", {"title": " "}).title == "Night Desk"


def test_a_category_that_it_was_also_in_is_its_own_now(reader: Imports) -> None:
    reader.add([page(NIGHT), page(replace(NIGHT, category="workforce"))], AT, ["one.html"])
    night = reader.correct("camden-night-desk", {"category": "workforce"})
    assert (night.category, night.also_in) == ("workforce", ())


def test_corrections_go_with_what_they_corrected(reader: Imports) -> None:
    reader.add([page(NIGHT)], AT, ["one.html"])
    reader.correct("camden-night-desk", {"contacts": [{"name": "Quentin Unforgettable"}]})
    reader.undo()
    assert not any(b"Unforgettable" in path.read_bytes() for path in reader.folder.rglob("*") if path.is_file())


def test_what_cannot_be_finished_is_made_anew(reader: Imports, monkeypatch: pytest.MonkeyPatch) -> None:
    reader.add([page(DAY)], AT, ["one.html"])

    def broken(*_: object) -> str:
        raise OSError("no room")

    with monkeypatch.context() as patch:
        patch.setattr("spotlight_tui.sources.imports.made_from", broken)
        with pytest.raises(SpotlightError, match="no room"):
            reader.add([page(NIGHT)], AT, ["two.html"])
    reader.rebuild()
    titles = {i.title for kept in reader.kept() for i in kept.contents.initiatives}
    assert titles == {"Day Desk", "Night Desk"}
    assert ids(reader) == ["camden-kettle-club", "camden-day-desk", "camden-night-desk"]


@pytest.mark.parametrize("work", ["add", "undo", "remove", "correct"])
def test_a_database_that_cannot_be_written_changes_nothing(
    reader: Imports, monkeypatch: pytest.MonkeyPatch, work: str
) -> None:
    reader.add([page(DAY, NIGHT)], AT, ["one.html"])
    reader.add([page(told("Third"))], AT, ["two.html"])
    reader.correct("camden-day-desk", {"team": "Days"})
    before = {path: path.read_bytes() for path in reader.folder.rglob("*") if path.is_file()}

    def full(*_: object) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr("spotlight_tui.database.writer._fill", full)
    with pytest.raises(SpotlightError, match="disk is full"):
        if work == "add":
            reader.add([page(told("Fourth"))], AT, ["three.html"], {"camden-day-desk": {"team": "Nights"}})
        elif work == "undo":
            reader.undo()
        elif work == "remove":
            reader.remove("camden-day-desk", "camden-night-desk")
        else:
            reader.correct("camden-day-desk", {"team": "Nights"})
    assert {path: path.read_bytes() for path in reader.folder.rglob("*") if path.is_file()} == before


def test_of_several_to_remove_none_is_where_one_is_not_there(reader: Imports) -> None:
    reader.add([page(DAY, NIGHT)], AT, ["one.html"])
    with pytest.raises(SpotlightError, match="There is no initiative"):
        reader.remove("camden-day-desk", "nothing")
    assert "camden-day-desk" in ids(reader)


class Stopped(Exception):
    """What the reader does."""


@pytest.mark.parametrize("step", ["Comparing", "Keeping", "Writing", "Indexing"])
def test_an_import_that_is_stopped_leaves_everything_as_it_was(reader: Imports, step: str) -> None:
    reader.add([page(DAY)], AT, ["one.html"])
    before = {path: path.read_bytes() for path in reader.folder.rglob("*") if path.is_file()}

    def stop(what: str, done: int, of: int) -> None:
        if what.startswith(step):
            raise Stopped

    with pytest.raises(Stopped):
        reader.add([page(NIGHT)], AT, ["two.html"], {"camden-day-desk": {"team": "Days"}}, stop)
    assert {path: path.read_bytes() for path in reader.folder.rglob("*") if path.is_file()} == before


@pytest.mark.parametrize("step", ["Writing", "Indexing"])
def test_a_correction_that_is_stopped_leaves_everything_as_it_was(reader: Imports, step: str) -> None:
    reader.add([page(DAY)], AT, ["one.html"])
    reader.correct("camden-day-desk", {"team": "Days"})
    before = {path: path.read_bytes() for path in reader.folder.rglob("*") if path.is_file()}

    def stop(what: str, done: int, of: int) -> None:
        if what.startswith(step):
            raise Stopped

    with pytest.raises(Stopped):
        reader.correct("camden-day-desk", {"team": "Nights"}, stop)
    assert {path: path.read_bytes() for path in reader.folder.rglob("*") if path.is_file()} == before


def test_two_at_once_wait_for_each_other(reader: Imports) -> None:
    works = [told(f"Desk number {number}") for number in range(8)]
    threads = [
        threading.Thread(
            target=Imports(reader.folder, reader.folder.parent / "bundle.db").add, args=([page(w)], AT, [])
        )
        for w in works
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert sorted(ids(reader)) == sorted(["camden-kettle-club", *(work.id for work in works)])
    assert len(reader.kept()) == 8


def test_a_folder_that_cannot_be_written_is_told(reader: Imports) -> None:
    reader.folder.write_text("a file where the folder should be")
    with pytest.raises(SpotlightError, match="cannot be written"):
        reader.add([page(NIGHT)], AT, ["one.html"])


def test_an_export_of_the_whole_collection_brings_nothing_new(reader: Imports) -> None:
    reader.add([page(NIGHT, told("Kettle Club", category="workforce"))], AT, ["one.html"])
    contents = reader.contents()
    again = exported(*contents.initiatives, categories=contents.categories, authorities=contents.authorities)
    merged = reader.add([again], AT, ["export.json"])
    assert {change.kind for change in merged.changes} == {"unchanged"}
    assert len(reader.kept()) == 1
