"""What a search found is what is marked, brought into view and copied, in every layout."""

from __future__ import annotations

import pytest

from spotlight_tui import Collection
from spotlight_tui.exports import cards

from .invented import HARBOUR
from .outside import Clipboard
from .terminal import opened


@pytest.mark.parametrize("size", [(120, 40), (100, 30), (80, 24), (60, 20)])
@pytest.mark.parametrize("keys", [["enter", "y"], ["escape", "y"]])
@pytest.mark.parametrize(
    ("query", "text"),
    [
        ('"what keeps me here"', cards.quotation(HARBOUR.quotes[1], HARBOUR)),
        ("listen", cards.quotation(HARBOUR.quotes[2], HARBOUR)),
        ('"agency share"', cards.figure(HARBOUR.figures[1], HARBOUR)),
    ],
)
async def test_what_was_found_is_what_is_copied(
    invented: Collection, copies: Clipboard, size: tuple[int, int], keys: list[str], query: str, text: str
) -> None:
    async with opened(invented, size) as t:
        await t.search(query)
        await t.press(*keys)
    assert copies.texts == [text]


@pytest.mark.parametrize("size", [(100, 30), (80, 24), (60, 20)])
async def test_enter_brings_what_was_found_into_view(invented: Collection, size: tuple[int, int]) -> None:
    async with opened(invented, size) as t:
        await t.search("listen")
        await t.press("enter")
        assert "They listen to us now" in " ".join(line for line in t.lines("#detail") if line.startswith("▌"))


async def test_the_message_goes_when_a_search_shows_another(invented: Collection, copies: Clipboard) -> None:
    async with opened(invented) as t:
        await t.press("c")
        assert "Copied contact card of Ada Marsh" in t.key_line
        await t.search("lantern rooms")
        assert "Copied" not in t.key_line


async def test_the_key_says_that_a_figure_was_found(invented: Collection) -> None:
    async with opened(invented) as t:
        await t.search('"agency share"')
        await t.press("enter")
        assert "y Copy figure" in t.key_line
