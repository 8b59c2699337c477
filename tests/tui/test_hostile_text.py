"""Text from outside is only ever text: it is no markup, no action, no command to the terminal, and breaks no line."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from rich.cells import cell_len

from spotlight_tui import Collection
from spotlight_tui.clipboard import Copied
from spotlight_tui.database.writer import write

from .hostile import TEXTS, hostile
from .outside import Clipboard
from .terminal import Terminal, opened, unsafe


@pytest.fixture(scope="module")
def foreign(tmp_path_factory: pytest.TempPathFactory, collection: Collection) -> Iterator[Collection]:
    """The bundled collection with something hostile in every text."""
    path = tmp_path_factory.mktemp("foreign") / "foreign.db"
    write(hostile(collection.contents()), path)
    with Collection.open(path) as made:
        yield made


def sound(t: Terminal) -> None:
    """The frame is whole, and nothing in it is a command, a link or an action."""
    width, height = t.app.size
    assert len(t.lines()) == height
    for strip in t.strips():
        assert not unsafe(strip.text), strip.text
        assert cell_len(strip.text) == width, strip.text
        for segment in strip:
            assert segment.style is None or segment.style.link is None, segment
            meta = segment.style.meta if segment.style else {}
            assert "@click" not in meta, segment
    assert t.app.is_running


def test_every_kind_of_text_is_in_it(collection: Collection) -> None:
    """So that the tests below test something."""
    said = repr(hostile(collection.contents()))
    for text in TEXTS:
        assert repr(text)[1:-1] in said


@pytest.mark.parametrize("size", [(160, 45), (60, 20), (20, 5)])
async def test_every_record_can_be_read(foreign: Collection, size: tuple[int, int]) -> None:
    async with opened(foreign, size) as t:
        for listing in foreign.listings():
            t.browse.follow("initiative", listing.id)
            t.browse.read()
            await t.settle()
            sound(t)
            await t.press("G")
            sound(t)


@pytest.mark.parametrize("size", [(120, 40), (60, 20)])
async def test_every_branch_can_be_opened(foreign: Collection, size: tuple[int, int]) -> None:
    async with opened(foreign, size) as t:
        await t.press("g", "left")
        for root in range(5):
            await t.press("g", *"j" * root, "right")
            sound(t)
            for _ in range(6):
                await t.press("j", "right")
                sound(t)
            await t.press("g", *"j" * root, "left")


@pytest.mark.parametrize("size", [(120, 40), (60, 20)])
async def test_what_was_found_can_be_read(foreign: Collection, size: tuple[int, int]) -> None:
    async with opened(foreign, size) as t:
        await t.search("supervision")
        sound(t)
        assert "found" in t.text("SearchLine")
        for _ in range(8):
            await t.press("down")
            sound(t)
        await t.press("enter")
        sound(t)


@pytest.mark.parametrize("sure", [True, False])
async def test_every_way_of_copying(foreign: Collection, copies: Clipboard, to_terminal: list[str], sure: bool) -> None:
    copies.answer = Copied(("X clipboard (xclip)",) if sure else (), ask_terminal=not sure, sure=sure)
    async with opened(foreign, (120, 40)) as t:
        for number, listing in enumerate(foreign.listings()[::3]):
            t.browse.follow("initiative", listing.id)
            for key in "ey" if number else "ceyYmou":
                await t.press(key)
                sound(t)
                if len(t.app.screen_stack) > 1:
                    await t.press("escape")
    assert len(copies.texts) > 15
    for text in copies.texts:
        assert not unsafe(text.replace("\n", "").replace("\t", ""))
    for text in to_terminal:
        if not text.startswith("\x1b]22;"):  # the shape of the pointer
            assert not unsafe(text.removeprefix("\x1b]52;c;").removesuffix("\a"))


async def test_text_that_looks_like_an_action_does_nothing_when_clicked(foreign: Collection) -> None:
    async with opened(foreign, (120, 40)) as t:
        clicked = 0
        for listing in foreign.listings():
            t.browse.follow("initiative", listing.id)
            await t.settle()
            if "[@click=app.quit]quit" in t.text("#detail"):
                row = next(n for n, line in enumerate(t.lines("#detail")) if "quit]quit" in line)
                column, row = t.where("quit]quit", "#detail")
                await t.click_at((column + 6, row))
                clicked += 1
                assert t.app.is_running
                while len(t.app.screen_stack) > 1:
                    await t.press("escape")
        assert clicked


QUERIES = (
    "[/]",
    "[@click=app.quit]x[/]",
    '"',
    '"""" OR "',
    "AND OR NOT NEAR(a b)",
    "supervision AND",
    "title:supervision",
    "^s* -supervision +a",
    "'; DROP TABLE initiatives; --",
    "(((",
    "\\",
    "%_*?",
    "💥 漢字",
    "w" * 3000,
    "\x1b]52;c;aGk=\x07\x1b[2J supervision",
    "supervision \u202e\u2066\u200b\x9b31m",
    "supervision\nwith\tanother line\r\n",
    "\n\nsupervision",
    "\x00",
)


async def test_any_query_can_be_pasted(collection: Collection) -> None:
    async with opened(collection, (80, 24)) as t:
        await t.press("/")
        for query in QUERIES:
            await t.press("ctrl+u")
            await t.paste(query)
            sound(t)
            assert t.focused == "search", query
            assert query == "\x00" or "found" in t.text("SearchLine"), query
        await t.press("enter", "escape", "escape", "escape")
        sound(t)
        await t.search("hong kong")
        assert "1 found" in t.text("SearchLine")


@pytest.mark.parametrize("query", ["super\x1b\x9bvis\u200bion\u202e", "\n supervision\r\n"])
async def test_what_is_pasted_is_cleaned_before_it_is_looked_for(collection: Collection, query: str) -> None:
    async with opened(collection, (80, 24)) as t:
        await t.press("/")
        await t.paste(query)
        assert re.match(r"/ supervision \d+ found", t.text("SearchLine"))


async def test_pasting_takes_the_place_of_what_is_selected(collection: Collection) -> None:
    async with opened(collection, (80, 24)) as t:
        await t.search("supervision")
        await t.press("escape", "/")
        await t.paste("hong\u200b kong")
        assert "1 found" in t.text("SearchLine")
