"""Esc: one step back at a time, and never out of the program."""

from __future__ import annotations

import re

import pytest

from spotlight_tui import Collection

from .terminal import Terminal, opened

SIZES = [(120, 40), (80, 24), (60, 20)]


async def stays(t: Terminal) -> None:
    """Esc does nothing more."""
    before = t.lines()
    for _ in range(3):
        await t.press("escape")
    assert t.lines() == before
    assert t.app.is_running


@pytest.mark.parametrize("size", SIZES)
async def test_esc_goes_from_the_detail_to_the_list_to_no_query(collection: Collection, size: tuple[int, int]) -> None:
    async with opened(collection, size) as t:
        await t.search("supervision")
        await t.press("down", "enter")
        if t.focused == "results":
            await t.press("enter")
        assert t.focused == "detail"
        found = t.text("#detail")[:40]

        await t.press("escape")
        assert t.focused == "results"
        assert t.cursor_line[:20] == found[:20]
        assert re.search(r"\d+ found", t.text("SearchLine"))

        await t.press("escape")
        assert t.focused == "tree"
        assert not t.is_visible("#results")
        assert "supervision" not in t.lines("SearchLine")[0]
        await stays(t)


@pytest.mark.parametrize("size", [(120, 40), (60, 20)])
async def test_esc_in_the_field_goes_to_the_list_and_keeps_the_query(
    collection: Collection, size: tuple[int, int]
) -> None:
    async with opened(collection, size) as t:
        await t.search("supervision")
        await t.press("escape")
        assert t.focused == "results"
        assert "supervision" in t.lines("SearchLine")[0]
        await t.press("/")
        assert t.focused == "search"
        await t.press("end")  # the query is selected: typing at once would take its place
        await t.type(" groups")
        assert " supervision groups " in t.lines("SearchLine")[0]


async def test_esc_in_the_empty_field_goes_to_the_tree(collection: Collection) -> None:
    async with opened(collection) as t:
        await t.press("/", "escape")
        assert t.focused == "tree"
        await stays(t)


async def test_esc_where_nothing_was_found_clears_the_query(collection: Collection) -> None:
    async with opened(collection) as t:
        await t.search("zeppelin")
        await t.press("escape")
        assert t.focused == "tree"
        assert "zeppelin" not in t.text()
        await stays(t)


@pytest.mark.parametrize("size", SIZES)
async def test_without_a_query_what_was_found_stays_where_it_was(collection: Collection, size: tuple[int, int]) -> None:
    async with opened(collection, size) as t:
        await t.search("hong kong")
        await t.press("enter", "2")
        place = t.lines("#detail")[1:3] if t.is_visible("#detail") else None
        await t.press("escape", "escape", "escape")
        assert t.cursor_line.startswith("Sutton Hong Kong")
        await t.press("enter")
        assert t.focused == "detail"
        assert place is None or "2 What they did" in t.text("#detail")
        assert t.lit() == []


async def test_deleting_the_query_goes_back_to_browsing(collection: Collection) -> None:
    async with opened(collection) as t:
        await t.search("hong kong")
        await t.press("ctrl+u")
        assert t.focused == "search"
        assert not t.is_visible("#results")
        assert t.text("#detail").startswith("Hong Kong Social Workers")
        assert t.counts()["Workforce"] == str(collection.branch("category")["workforce"])


@pytest.mark.parametrize("dialog", ["?", ":", "o"])
async def test_esc_closes_a_dialog_and_nothing_else(collection: Collection, dialog: str) -> None:
    async with opened(collection) as t:
        await t.search("supervision")
        await t.press("escape")
        before = t.lines()
        await t.press(dialog)
        assert len(t.app.screen_stack) == 2
        await t.press("escape")
        assert len(t.app.screen_stack) == 1
        assert t.lines() == before


@pytest.mark.parametrize("key", ["q", "ctrl+q"])
async def test_only_q_and_ctrl_q_leave(collection: Collection, key: str) -> None:
    async with opened(collection) as t:
        t.send(key)
        await t.until(lambda: not t.app.is_running, "the end")


async def test_q_is_a_letter_in_the_field(collection: Collection) -> None:
    async with opened(collection) as t:
        await t.search("q")
        assert t.app.is_running
        assert " q " in t.lines("SearchLine")[0]
