"""What an import changes: what is there afterwards, and what is taken back, taken out and mended."""

from __future__ import annotations

import time
from dataclasses import replace
from pathlib import Path

import platformdirs
import pytest
from textual import events

from spotlight_tui import Collection, paths
from spotlight_tui.database.writer import write
from spotlight_tui.records import SpotlightError
from spotlight_tui.sources import imports as imports_of
from spotlight_tui.sources.corrections import Fields
from spotlight_tui.sources.imports import Imports
from spotlight_tui.tui.messages import CopyDone
from spotlight_tui.tui.screens import reviewing
from spotlight_tui.tui.screens.editing import EditScreen
from spotlight_tui.tui.screens.importing import ImportScreen
from spotlight_tui.tui.widgets.masthead import Masthead

from .importing import (
    FIRST,
    REAL_REVIEW,
    Gate,
    Opened,
    Review,
    before,
    folder,
    gate,
    import_page,
    program,
    screen,
)
from .terminal import PATIENCE, opened

__all__ = ["before", "folder", "gate", "program"]


# Importing


@pytest.mark.parametrize("size", [(120, 40), (60, 20)])
async def test_what_was_imported_is_there_and_the_first_of_it_chosen(program: Opened, size: tuple[int, int]) -> None:
    async with program(size) as t:
        old = t.app.collection
        await import_page(t)
        assert t.app.collection is not old
        assert t.text("#keys") == "Imported 3 submissions"
        assert "Allotment Sat" in t.cursor_line
        assert t.browse.initiative and t.browse.initiative.id == FIRST
        assert len(t.app.screen_stack) == 1
        await t.search("bicycle workshop")
        assert "1 found" in t.text("SearchLine")
    with pytest.raises(SpotlightError):
        old.counts()


async def test_it_goes_through_the_review(program: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reviewing, "ReviewScreen", REAL_REVIEW)
    async with program() as t:
        await t.press("i", "enter")
        assert "Check what was read" in t.text()
        await t.press("escape")
        assert screen(t) is ImportScreen
        await t.press("enter", "A")
        assert t.text("#keys") == "Imported 3 submissions"


async def test_importing_again_brings_nothing_new(program: Opened, before: None) -> None:
    async with program() as t:
        await import_page(t)
        assert t.text("#keys") == "Nothing is new Your collection has all of it already."
        assert len(Imports.of_reader().kept()) == 1


async def test_the_old_collection_is_closed_while_the_new_one_is_written(program: Opened, gate: Gate) -> None:
    """On Windows no file is replaced that is open; nothing that comes late in the meantime does harm."""
    async with program() as t:
        old = t.app.collection
        await t.press("i", "enter")
        t.send("A")
        await t.until(gate.reached.is_set, "the writing")
        with pytest.raises(SpotlightError):
            old.counts()
        t.app.post_message(CopyDone("a late copy", "text", None, ("tmux buffer",), False, True))
        t.app._driver.send_message(events.Paste("late"))  # type: ignore[union-attr]
        for size in ((60, 20), (20, 5), (120, 40)):
            t.app._driver._size = size  # type: ignore[union-attr]
            await t.pilot.resize_terminal(*size)
        await t.until(lambda: "Writing the tables" in t.text() and "1 of 2" in t.text(), "how far it is")
        gate.open.set()
        await t.settle()
        await t.until(lambda: "a late copy" in t.text("#keys"), "what came late")
        assert t.browse.initiative and t.browse.initiative.id == FIRST


async def test_writing_is_stopped_and_the_review_is_there_again(program: Opened, gate: Gate) -> None:
    async with program() as t:
        await t.press("i", "enter")
        t.send("A")
        await t.until(gate.reached.is_set, "the writing")
        t.send("escape")
        await t.until(lambda: "Your import was not kept" in t.text(), "the stop")
        await t.settle()
        assert "Stopped. Nothing was changed." in t.text()
        await t.press("enter")
        assert screen(t) is Review
        assert not Imports.of_reader().kept()
        assert all(listing.origin == "bundled" for listing in t.app.collection.listings())
        gate.open.set()
        await t.press("A")
        assert "Imported 3 submissions" in t.text("#keys")


async def test_leaving_the_program_stops_the_writing(program: Opened, gate: Gate) -> None:
    async with program() as t:
        await t.press("i", "enter")
        t.send("A")
        await t.until(gate.reached.is_set, "the writing")
        t.send("ctrl+q")
        await t.until(lambda: not t.app.is_running, "the end")
    late = time.monotonic() + PATIENCE
    while Imports.of_reader().kept():
        assert time.monotonic() < late
        time.sleep(0.01)
    assert not gate.open.is_set()


async def test_what_was_mended_survives_a_failure(program: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    add, failures = Imports.add, [SpotlightError("The disk is full: make room.")]

    def failing(*args: object, **named: object) -> object:
        if failures:
            raise failures.pop()
        return add(*args, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(imports_of.Imports, "add", failing)
    mended: dict[str, Fields] = {FIRST: {"title": "Allotment Sundays"}}
    async with program() as t:
        await t.press("i", "enter")
        review = t.app.screen
        assert isinstance(review, Review)
        review.dismiss(mended)
        await t.settle()
        assert "The disk is full: make room." in t.text()
        await t.press("escape")
        assert screen(t) is Review and "Allotment Sund" in t.text()
        t.app.screen.dismiss({})
        await t.settle()
        assert t.app.collection.initiative(FIRST).title == "Allotment Sundays"


async def test_a_submission_that_came_with_the_program_is_chosen_where_nothing_is_new(program: Opened) -> None:
    async with program() as t:
        (contents,) = [t.app.collection.contents()]
        first = next(i for i in contents.initiatives if i.category)
        with_text = replace(first, full_text="A text.")
        from spotlight_tui.exports.tables import collection_json

        exported = collection_json(replace(contents, initiatives=(with_text,)))
        (Path(platformdirs.user_downloads_path()) / "other.json").write_text(exported, encoding="utf-8")
        await t.press("i", "/")
        await t.type("other.json")
        await t.press("enter", "A")
        assert "Imported the full text of 1 that came with the program" in t.text("#keys")
        assert t.browse.initiative and t.browse.initiative.id == first.id


# Taking back, taking out, mending


@pytest.mark.parametrize("answer", ["y", "escape"])
async def test_the_last_import_is_taken_back_after_a_question(program: Opened, before: None, answer: str) -> None:
    async with program() as t:
        await t.press("i", "U")
        assert "Take back the import of gardens.txt" in t.text()
        assert "with 3 submissions?" in t.text()
        await t.press(answer)
        if answer == "y":
            assert "Taken back the import of gardens.txt" in t.text("#keys")
            assert t.app.collection.path == paths.bundled_database()
        else:
            assert screen(t) is ImportScreen
            assert Imports.of_reader().kept()


async def test_the_palette_imports_and_takes_back(program: Opened) -> None:
    async def command(words: str) -> None:
        await t.press(":")
        await t.type(words)
        await t.until(lambda: f"Your collection: {words}" in t.text(), "the command")
        await t.press("enter")

    async with program() as t:
        await command("Take the last import back")
        await t.until(lambda: "There is no import to take back." in t.text("#keys"), "the notice")
        await command("Import")
        await t.until(lambda: screen(t) is ImportScreen, "the screen")
        await t.press("enter", "A")
        assert t.text("#keys") == "Imported 3 submissions"
        await command("Take the last import back")
        await t.until(lambda: "Take back the import of gardens.txt" in t.text(), "the question")
        await t.click("Yes")
        assert "Taken back" in t.text("#keys")


async def test_one_record_is_taken_out(program: Opened, before: None) -> None:
    async with program() as t:
        count = t.app.collection.counts().initiatives
        await t.search("allotment")
        await t.press("enter")
        await t.app.run_action("screen.remove")
        await t.settle()
        assert "“Allotment Saturdays” of Merton" in t.text()
        await t.press("y")
        assert "Taken out Allotment Saturdays" in t.text("#keys")
        assert [i.id for i in Imports.of_reader().kept()[0].contents.initiatives][0] != FIRST
        assert t.app.collection.counts().initiatives == count - 1


async def test_an_imported_record_is_mended_where_it_was_found(program: Opened, before: None) -> None:
    async with program() as t:
        await t.search("allotment")
        await t.press("enter")
        assert "E Edit" in t.key_line
        await t.press("E")
        assert screen(t) is EditScreen
        t.app.screen.dismiss({"team": "Orchard Team"})
        await t.settle()
        assert "Changed team changed." in t.text("#keys")
        assert t.browse.initiative and t.browse.initiative.team == "Orchard Team"
        assert " allotment " in t.text("SearchLine")
        assert t.focused == "results"


async def test_a_change_that_could_not_be_kept_is_there_again(
    program: Opened, before: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    correct, failures = Imports.correct, [SpotlightError("The disk is full: make room.")]

    def failing(*args: object, **named: object) -> object:
        if failures:
            raise failures.pop()
        return correct(*args, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(imports_of.Imports, "correct", failing)
    async with program() as t:
        await t.search("allotment")
        await t.press("enter", "E")
        t.app.screen.dismiss({"title": "Allotment Sundays"})
        await t.settle()
        assert "The disk is full: make room." in t.text()
        await t.press("escape")
        assert screen(t) is EditScreen and "Allotment Sundays" in t.text()
        t.app.screen.dismiss({"team": "Orchard Team"})
        await t.settle()
        made = t.app.collection.initiative(FIRST)
        assert (made.title, made.team) == ("Allotment Sundays", "Orchard Team")


async def test_what_came_with_the_program_is_not_mended(program: Opened) -> None:
    async with program() as t:
        assert "Edit" not in t.key_line
        await t.press("E")
        assert "This came with the program" in t.text("#keys")
        assert "Ask the publisher" in t.text("#keys")


# What else is said


async def test_what_is_to_be_known_of_the_collection_is_said_once(bundle: Path) -> None:
    collection = Collection.open(bundle)
    collection.notice = "Your imports could not be laid upon this version's collection. " + "Make room. " * 8
    async with opened(collection, (80, 24)) as t:
        assert "could not be laid upon" in t.text("#keys")
        assert t.text("#keys").count("Make room.") == 8
        await t.click("Your imports", "#keys")
        assert t.key_line.startswith("/ Search")
        assert len(t.lines("#keys")) == 1
    collection.close()


async def test_more_submissions_than_there_were(tmp_path: Path, invented: Collection) -> None:
    contents = invented.contents()
    one = next(i for i in contents.initiatives if i.category)
    many = tuple(replace(one, id=f"one-{number}") for number in range(130))
    write(replace(contents, initiatives=many), tmp_path / "many.db")
    with Collection.open(tmp_path / "many.db") as collection:
        async with opened(collection, (120, 40)) as t:
            assert "130 submissions" in t.lines()[0] and " of 112" not in t.text()
            assert isinstance(t.widget("#masthead"), Masthead)
        async with opened(collection, (60, 20)) as t:
            assert "130 submissions" in t.lines()[0]
            await t.search("zeppelin")
            assert "holds 130 submissions" in t.text()
