"""The import screen: the way there, which page, from where, and what is said of one that cannot be read."""

from __future__ import annotations

import os
import shutil
import sys
import threading
from pathlib import Path

import pytest

from spotlight_tui import Collection
from spotlight_tui.records import SpotlightError
from spotlight_tui.sources import documents as documents_of
from spotlight_tui.sources.imports import Imports
from spotlight_tui.tui.screens.importing import ImportScreen
from spotlight_tui.tui.screens.paste import PasteScreen
from spotlight_tui.tui.screens.question import QuestionScreen
from spotlight_tui.tui.screens.work_screen import WorkScreen

from .importing import (
    FIRST,
    PAGE,
    PAGES,
    Opened,
    Review,
    before,
    folder,
    gate,
    go_to_empty,
    import_page,
    program,
    screen,
)
from .terminal import PATIENCE, opened, unsafe

__all__ = ["before", "folder", "gate", "program"]


# The way there


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (60, 20)])
async def test_an_empty_category_says_how_to_bring_its_page_in(program: Opened, size: tuple[int, int]) -> None:
    async with program(size) as t:
        address = await go_to_empty(t)
        if size[0] < 80:
            await t.press("enter")
        page = t.text("#detail")
        assert address in page.replace(" ", "")
        for said in ("open the page in the browser", "Ctrl+S", "Ctrl+C", "i import its page"):
            assert said in page
        assert "i Import" in t.key_line


@pytest.mark.parametrize("way", ["i", "enter", "click"])
async def test_from_an_empty_category_the_import_names_its_page(program: Opened, way: str) -> None:
    async with program() as t:
        address = await go_to_empty(t)
        if way == "click":
            await t.click("import its page")
        else:
            await t.press("tab", way) if way == "enter" else await t.press(way)
        assert screen(t) is ImportScreen
        assert "Save the page of category 1" in t.text()
        assert address in t.text().replace(" ", "")


async def test_a_signpost_leads_there_too(program: Opened) -> None:
    async with program() as t:
        await t.search("fair schools")
        await t.press("enter", "enter")
        assert "Its submission is not in this collection" in t.text("#detail")
        await t.press("enter")
        assert "Save the page of category" in t.text()


async def test_another_file_is_not_imported_into(collection: Collection) -> None:
    async with opened(collection) as t:  # SPOTLIGHT_DB names it
        assert "Import" not in t.key_line
        for key in "iE":
            await t.press(key)
            assert len(t.app.screen_stack) == 1
            said = t.text("#keys")
            assert "your own collection" in said
            assert "another file" in said
            assert str(collection.path) in said.replace(" ", "")
            await t.click("Not here")


@pytest.mark.parametrize("size", [(200, 50), (120, 40), (80, 24), (60, 20)])
async def test_three_ways_are_named(program: Opened, before: None, size: tuple[int, int]) -> None:
    async with program(size) as t:
        await t.press("i")
        shown = t.text()
        for said in ("Choose the saved page", "Part of a name, a path, or an https:// address", "Paste the text"):
            assert said in shown
        assert "gardens.txt · 3 submissions" in t.text("#kept")
        assert "U take it back" in t.text("#kept")
        keys = t.text("#import-keys")
        assert keys.startswith("Esc Back Enter Choose / Type p Paste")
        assert keys.endswith("? Keys")


@pytest.mark.parametrize("size", [(120, 40), (20, 5)])
async def test_esc_leaves_and_what_was_typed_is_there_again(program: Opened, size: tuple[int, int]) -> None:
    async with program(size) as t:
        before = t.lines()
        await t.press("i", "/")
        await t.type("kit")
        await t.press("escape", "p")
        await t.paste(PAGE)
        await t.press("escape", "escape")
        assert t.lines() == before
        await t.press("i")
        assert " kit " in t.text("#place-line") + " "
        if size[1] > 5:
            assert "55 lines kept" in t.text("#paste-line")


# The list and the field


async def test_the_list_shows_pages_and_folders_only(program: Opened) -> None:
    async with program() as t:
        await t.press("i")
        files = t.text("#files")
        assert "gardens.txt" in files and "older" in files
        assert "holiday" not in files
        assert "4 kB today" in files
        await t.press("G", "enter")
        assert "kitchens.html" in t.text("#files")
        await t.press("backspace")
        assert t.lines("#files")[3].startswith("▌► older")


async def test_the_newest_page_is_the_first(program: Opened, folder: Path) -> None:
    for age, name in enumerate(("c.html", "a.html", "b.txt")):
        (folder / name).write_text("x")
        os.utime(folder / name, (2e9 - age, 2e9 - age))
    async with program() as t:
        await t.press("i")
        names = [line.split()[0] for line in t.lines("#files")[2:6] if line.strip("▌ ")]
        assert [name.strip("▌") or "c.html" for name in names] == ["c.html", "a.html", "b.txt", "gardens.txt"]


async def test_a_huge_folder_is_cut_and_says_so(program: Opened, folder: Path) -> None:
    for number in range(1100):
        (folder / f"page-{number:04}.txt").touch()
    async with program((80, 24)) as t:
        await t.press("i", "G", "down")
        await t.wheel("#files", 2)
        assert "More than 1000 are here: type a part of the name." in t.text("#files")
        await t.press("/")
        await t.type("page-0007")
        assert "page-0007.txt" in t.text("#files")


async def test_a_folder_that_cannot_be_opened_says_so(program: Opened, folder: Path) -> None:
    async with program() as t:
        await t.press("i", "/")
        await t.type(f"{folder}/nowhere/")
        assert "cannot be opened" in t.text("#files")
        await t.press("enter")
        assert "There is no page at" in t.text()
        assert f"{folder}/nowhere/" in t.text("#place-line")


async def test_typing_filters_and_enter_takes_what_is_left(program: Opened) -> None:
    async with program() as t:
        await t.press("i", "/")
        await t.type("OLD")
        assert "gardens" not in t.text("#files")
        await t.press("enter")
        assert "kitchens.html" in t.text("#files")
        assert t.text("#place-line").startswith("/ Part of a name")


async def test_tab_fills_in_what_the_cursor_stands_on(program: Opened, folder: Path) -> None:
    async with program() as t:
        await t.press("i", "/")
        await t.type(f"{folder}/ol")
        await t.press("tab")
        assert f"{folder}/older/" in t.text("#place-line")
        await t.press("tab", "enter")
        assert screen(t) is Review


@pytest.mark.parametrize("written", ["{}", '"{}"', "file://{}"])
async def test_a_path_is_taken_as_it_was_pasted(program: Opened, folder: Path, written: str) -> None:
    async with program() as t:
        await t.press("i")
        await t.paste(written.format(folder / "gardens.txt") + "\n")
        await t.press("enter")
        assert screen(t) is Review


async def test_an_address_is_fetched(program: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def fetch(url: str) -> object:
        asked.append(url)
        return documents_of.read_pasted(PAGE)

    monkeypatch.setattr("spotlight_tui.sources.importer.read_address", fetch)
    async with program() as t:
        await t.press("i", "/")
        await t.type("www.example.org/9")
        await t.press("enter")
        assert asked == ["https://www.example.org/9"]
        assert screen(t) is Review


async def test_all_that_is_listed_is_one_import(program: Opened, folder: Path) -> None:
    shutil.copy(PAGES / "live.html", folder / "again.html")
    async with program() as t:
        await t.press("i", "A")
        assert screen(t) is Review
        assert "gardens.txt" in t.text() and "again.html" in t.text()


async def test_with_the_mouse_alone(program: Opened) -> None:
    async with program() as t:
        await t.press("g", "j")
        await t.click("Import", "#keys")
        await t.click("► older", "#files")
        assert "kitchens.html" in t.text("#files")
        await t.click("..", "#files")
        await t.click("Paste the text")
        assert screen(t) is PasteScreen
        await t.click("Back", "#paste-keys")
        await t.click("gardens.txt", "#files", times=2)
        assert screen(t) is Review


# Pasting


@pytest.mark.parametrize("first", [["i"], ["i", "p"], ["i", "/"]])
async def test_a_pasted_page_is_read(program: Opened, first: list[str]) -> None:
    async with program() as t:
        await t.press(*first)
        await t.paste(PAGE.replace("\n", "\r"))
        await t.until(lambda: "55 lines" in t.text() and "Allotment Saturdays" in t.text(), "the text")
        await t.press("enter")
        assert screen(t) is Review
        assert "pasted text" in t.text()


async def test_after_one_was_read_another_paste_takes_its_place(program: Opened) -> None:
    async with program() as t:
        await t.press("i", "p")
        await t.paste("Half of\na page")
        await t.paste("and the rest")
        await t.press("enter")
        assert t.app.typed.pasted == "Half of\na page\nand the rest"
        assert "no submission that is understood" in t.text()
        await t.paste(PAGE)
        await t.press("enter")
        assert screen(t) is Review


async def test_a_terminal_that_pastes_key_by_key(program: Opened) -> None:
    async with program() as t:
        await t.press("i", "p")
        for letter in "LB of Merton\n\tq":
            t.send({"\n": "enter", "\t": "tab"}.get(letter, letter))
        await t.settle()
        await t.until(lambda: "2 lines" in t.text(), "the text")
        assert t.app.typed.pasted == "LB of Merton\n\tq"
        assert t.lines()[-1].split("   ")[0].strip() == "Ctrl+R Read it"
        await t.press("ctrl+r")
        assert "In pasted text there is no submission that is understood" in t.text()
        assert t.app.typed.pasted == "LB of Merton\n\tq"
        await t.press("delete")
        assert "Nothing yet." in t.text()


# Reading


async def test_a_failure_is_said_and_the_reader_is_where_they_were(program: Opened, folder: Path) -> None:
    (folder / "old.docx").write_bytes(b"\xd0\xcf\x11\xe0")
    async with program() as t:
        await t.press("i", "/")
        await t.type("old.docx")
        await t.press("enter")
        assert "old.docx is an old Word file" in t.text()
        assert "save it as .docx" in t.text()
        assert " old.docx " in t.text("#place-line") + " "
        assert t.focused == "place"


async def test_reading_is_stopped_at_once(program: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    begun, end = threading.Event(), threading.Event()

    def slow(self: Imports) -> object:
        begun.set()
        end.wait(PATIENCE)
        raise SpotlightError("too late to be told")

    monkeypatch.setattr(Imports, "contents", slow)
    async with program() as t:
        await t.press("i")
        t.send("enter")
        await t.until(lambda: screen(t) is WorkScreen and begun.is_set(), "the work")
        await t.until(lambda: "Looking at your collection" in t.text(), "what is done")
        t.send("escape")
        await t.until(lambda: screen(t) is ImportScreen, "the stop")
        end.set()
        await t.settle()
        assert "Stopped. Nothing was changed." in t.text()
        assert "too late" not in t.text()


@pytest.mark.parametrize(("title", "expected"), [("10. Gardens", "equity"), ("4. The workforce", "workforce")])
async def test_the_page_says_its_category_else_the_one_counts_that_one_came_from(
    program: Opened, folder: Path, title: str, expected: str
) -> None:
    page = PAGE.split("\n", 1)[1]
    (folder / "gardens.txt").write_text(f"{title}\n{page}", encoding="utf-8")
    async with program() as t:
        await go_to_empty(t)
        await import_page(t)
        assert t.app.collection.initiative(FIRST).category == expected


@pytest.mark.skipif(sys.platform == "win32", reason="such names are not allowed there")
async def test_names_of_files_are_never_markup_nor_commands(program: Opened, folder: Path) -> None:
    name = "[bold]x[@click=app.quit]\x1b]52;c;aGk=\x07 [b] $accent.txt"
    (folder / name).write_text(PAGE, encoding="utf-8")
    shown = "[bold]x[@click=app.quit]]52;c;aGk= [b] $accent.txt"
    async with program((120, 30)) as t:
        await t.press("i")
        assert shown in t.text("#files")
        await t.press("/")
        await t.type("[bold]")
        await t.press("enter")
        assert screen(t) is Review and shown in t.text()
        await t.press("A", "i")
        assert shown in t.text("#kept")
        await t.press("U")
        assert shown in t.text()
        assert not any(unsafe(line) for line in t.lines())


def test_the_screens_of_an_import_bind_no_key_that_terminals_eat() -> None:
    from .test_keys import FORBIDDEN, keys_of

    for owner in (ImportScreen, PasteScreen, WorkScreen, QuestionScreen):
        bound = {key for made in owner.BINDINGS if not isinstance(made, tuple) for key in keys_of(made)}
        assert bound and not bound & FORBIDDEN
