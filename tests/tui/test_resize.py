"""Other sizes while one reads: the focus, the cursor and the place in the text stay."""

from __future__ import annotations

import pytest

from spotlight_tui import Collection

from .terminal import opened
from .test_layout import straight

WAY = [(80, 24), (200, 50), (60, 20), (40, 12), (20, 5), (79, 24), (160, 45), (119, 30)]
"""Each kind of layout, and back from it."""


@pytest.mark.parametrize("first", [(120, 40), (60, 20)])
async def test_reading_goes_on_at_the_same_place(collection: Collection, first: tuple[int, int]) -> None:
    async with opened(collection, first) as t:
        await t.search("brent conference")
        await t.press("enter")
        if t.focused == "results":
            await t.press("enter")
        await t.press("4")
        before = t.lines("#detail")
        assert before[1].strip().startswith("4 What changed")
        for size in WAY:
            await t.resize(*size)
            straight(t)
            assert t.focused == "detail", size
            assert t.lines("#detail")[1].strip().startswith("4 What changed"), size
        await t.resize(*first)
        assert t.lines("#detail") == before


async def test_the_middle_of_a_section_stays_in_view(collection: Collection) -> None:
    async with opened(collection, (120, 40)) as t:
        await t.search("brent conference")
        await t.press("enter", "enter", "4", *"jjjjj")
        text = t.lines("#detail")[3][4:24].strip()
        for size in ((80, 24), (60, 20), (160, 45)):
            await t.resize(*size)
            assert text in t.text("#detail"), size


async def test_the_field_keeps_the_focus_and_the_cursor_its_result(collection: Collection) -> None:
    async with opened(collection, (60, 20)) as t:
        await t.search("supervision")
        await t.press(*["down"] * 6)
        title = t.cursor_line[:12]
        for size in WAY:
            await t.resize(*size)
            straight(t)
            assert t.focused == "search", size
            assert t.cursor_line[:12] == title, size
        await t.type("s")
        assert t.focused == "search"


async def test_the_tree_keeps_its_cursor_in_view(collection: Collection) -> None:
    async with opened(collection, (120, 40)) as t:
        await t.press("G", "k", "k")
        for size in WAY:
            await t.resize(*size)
            straight(t)
            assert t.focused == "tree", size
            assert t.cursor_line.startswith("► Themes"), size


@pytest.mark.parametrize(("pane", "tabs"), [("quotes", 2), ("figures", 3)])
async def test_the_focus_of_a_pane_that_goes_is_with_the_text(collection: Collection, pane: str, tabs: int) -> None:
    async with opened(collection, (120, 40)) as t:
        await t.press(*["tab"] * tabs)
        assert t.focused == pane
        for size in ((80, 24), (60, 20)):
            await t.resize(*size)
            assert t.focused == "detail", size
            assert t.is_visible("#detail"), size


async def test_reading_goes_on_where_there_is_room_for_one_pane_only(collection: Collection) -> None:
    async with opened(collection, (120, 40)) as t:
        await t.press("tab")
        assert t.focused == "detail"
        await t.resize(60, 20)
        assert t.focused == "detail"
        assert t.is_visible("#detail")
        await t.press("escape")
        assert t.focused == "tree"
        assert t.is_visible("#tree")


async def test_the_focus_of_a_tree_that_goes_is_with_the_results(collection: Collection) -> None:
    async with opened(collection, (120, 40)) as t:
        await t.search("supervision")
        await t.press("tab", "tab")
        assert t.focused == "tree"
        await t.resize(80, 24)
        assert t.focused == "results"
        assert t.is_visible("#results")


async def test_a_list_in_focus_is_seen_where_there_is_room_for_one_pane_only(collection: Collection) -> None:
    """Also after the text was read before."""
    async with opened(collection, (120, 40)) as t:
        await t.press("enter")
        await t.press("shift+tab")
        assert t.focused == "tree"
        await t.resize(60, 20)
        assert t.is_visible("#tree")
        assert t.focused == "tree"


async def test_dialogs_take_other_sizes(collection: Collection) -> None:
    async with opened(collection, (120, 40)) as t:
        await t.press("?")
        for size in WAY:
            await t.resize(*size)
            assert t.is_visible("#help-page")
            assert len(t.lines()) == size[1]
        await t.press("escape")
        straight(t)
