"""How the search line may go on: offered under it, taken with Tab, in nobody's way."""

from __future__ import annotations

import pytest

from spotlight_tui import Collection
from spotlight_tui.tui.widgets.search_line import SearchLine

from .terminal import Terminal, opened, widest

NORMAL, MEDIUM, NARROW = (120, 40), (80, 24), (60, 20)
LIST = "#completions"


def field(t: Terminal) -> str:
    """What stands in the search line."""
    return t.widget("#search").value  # type: ignore[attr-defined, no-any-return]


def offered(t: Terminal) -> list[str]:
    """The rows of the list."""
    return [strip.text.strip("▌ ") for strip in t.strips(LIST, inside=True)]


@pytest.mark.parametrize("size", [NORMAL, MEDIUM, NARROW])
async def test_a_beginning_of_a_field_is_offered_and_taken(invented: Collection, size: tuple[int, int]) -> None:
    async with opened(invented, size) as t:
        await t.search("supervision bor")
        assert offered(t) == ["borough:  only one borough  Tab"]
        await t.press("tab")
        assert field(t) == "supervision borough:"
        assert t.focused == "search"
        assert [row.split()[0] for row in offered(t)] == ["Eastvale", "Northmoor", "Saltmere"]
        await t.type("no")
        await t.press("tab")
        assert field(t) == "supervision borough:Northmoor "
        assert not t.is_visible(LIST)
        assert "2 found" in t.text("SearchLine")


async def test_the_list_stands_under_the_words_and_moves_nothing(collection: Collection) -> None:
    async with opened(collection) as t:
        await t.search("zz")
        await t.press("ctrl+u")
        await t.type("b")
        before = t.where("Browse", "#tree"), t.where("Results", "#results")
        await t.type("or")
        assert (t.where("Browse", "#tree"), t.where("Results", "#results")) == before
        (column, row), (field_column, field_row) = t.where("borough:", LIST), t.where("bor", "SearchLine")
        assert (column, row) == (field_column, field_row + 1)


@pytest.mark.parametrize("size", [NORMAL, MEDIUM, NARROW, (200, 50), (40, 12), (20, 6)])
async def test_the_list_fits(collection: Collection, size: tuple[int, int]) -> None:
    async with opened(collection, size) as t:
        await t.search("partner:")
        assert widest(t.lines()) <= size[0]
        assert len(t.lines()) == size[1]
        await t.resize(90, 30)
        assert not t.is_visible(LIST)


async def test_faster_than_the_list(invented: Collection, monkeypatch: pytest.MonkeyPatch) -> None:
    """Tab right behind the letters takes what they begin, whether it has been offered yet or not."""
    monkeypatch.setattr(SearchLine, "offer", lambda self, offers: None)
    async with opened(invented) as t:
        await t.press("/")
        for key in (*"bor", "tab", *"nor", "tab"):
            t.send(key)
            await t.read()
        await t.settle()
        assert field(t) == "borough:Northmoor "


async def test_right_at_the_end_takes_it_and_elsewhere_moves(invented: Collection) -> None:
    async with opened(invented) as t:
        await t.search("bor")
        await t.press("left", "right")
        assert field(t) == "bor"
        await t.press("right")
        assert field(t) == "borough:"


async def test_a_plain_word_is_not_disturbed(invented: Collection) -> None:
    async with opened(invented, MEDIUM) as t:
        await t.search("contact")
        assert offered(t) == ["contact:  only one person, by name or address  Tab"]
        await t.type(" har")
        assert not t.is_visible(LIST)
        assert field(t) == "contact har"
        await t.press("tab")
        assert t.focused != "search"


@pytest.mark.parametrize("word", ["figure", "in", "has"])
async def test_with_an_offer_the_arrows_move_the_results_and_enter_goes_there(
    collection: Collection, word: str
) -> None:
    async with opened(collection) as t:
        await t.search(f"staff supervision {word}")
        assert t.is_visible(LIST)
        first = t.cursor_line
        await t.press("down")
        assert t.cursor_line != first
        await t.press("enter")
        assert t.focused == "results"
        assert not t.is_visible(LIST)
        assert field(t) == f"staff supervision {word}"


async def test_with_several_offers_the_arrows_go_into_the_list_and_out_again(invented: Collection) -> None:
    async with opened(invented) as t:
        await t.search("supervision borough:")
        await t.press("down", "down")
        assert t.lines(LIST)[1].lstrip().startswith("▌Northmoor")
        await t.press("enter")
        assert field(t) == "supervision borough:Northmoor "
        assert t.focused == "search"
        await t.press("ctrl+u")
        await t.type("borough:")
        await t.press("down", "up")
        assert "▌" not in t.text(LIST)
        await t.press("enter")
        assert field(t) == "borough:"


async def test_esc_closes_the_list_first(invented: Collection) -> None:
    async with opened(invented) as t:
        await t.search("bor")
        await t.press("escape")
        assert not t.is_visible(LIST)
        assert t.focused == "search"
        await t.type("o")
        assert not t.is_visible(LIST)
        await t.type(" the")
        assert offered(t) == ["theme:  only one theme  Tab"]
        await t.press("escape", "escape")
        assert t.focused != "search"


async def test_a_click_takes_an_offer(invented: Collection) -> None:
    async with opened(invented) as t:
        await t.search("borough:")
        await t.click("Saltmere", LIST)
        assert field(t) == "borough:Saltmere "
        assert t.focused == "search"
        assert "1 found" in t.text("SearchLine")


async def test_leaving_the_line_closes_the_list(collection: Collection) -> None:
    async with opened(collection) as t:
        await t.search("bor")
        await t.click_at((10, 12))
        assert t.focused == "results"
        assert not t.is_visible(LIST)


@pytest.mark.parametrize(("size", "told"), [(NORMAL, "figure:>20%"), (MEDIUM, "borough:…"), (NARROW, "borough:…")])
async def test_a_reader_who_never_heard_of_fields_finds_them(
    collection: Collection, size: tuple[int, int], told: str
) -> None:
    async with opened(collection, size) as t:
        assert told in t.lines("SearchLine")[0]
        await t.press("?")
        text = ""
        for _ in range(12):
            text += t.text()
            await t.press("space")
        for example in ("borough:sutton", '"grow your own"', "-locum", "in:quotes", "has:figures", "figure:>20%"):
            assert example in text, example


async def test_what_was_closed_is_offered_again_when_the_word_is_begun_anew(invented: Collection) -> None:
    async with opened(invented) as t:
        await t.search("bor")
        await t.press("escape", "escape", "escape")
        await t.search("bor")
        assert t.is_visible(LIST)
        await t.press("escape")
        assert not t.is_visible(LIST)
        await t.press("ctrl+u")
        await t.type("bor")
        assert t.is_visible(LIST)


@pytest.mark.parametrize("size", [NORMAL, MEDIUM, NARROW])
async def test_the_list_has_an_edge_and_says_how_many_more_there_are(
    collection: Collection, size: tuple[int, int]
) -> None:
    count = len(collection.complete("borough:", limit=1000))
    async with opened(collection, size) as t:
        await t.search("borough:")
        *rows, edge = t.lines(LIST)
        assert all(row.endswith("│") for row in rows)
        assert edge.endswith("─┘") and not edge.strip("─┘")
        assert rows[-1].strip(" │") == f"and {count - len(rows) + 1} more: type on"
        await t.type("sut")
        assert "more" not in t.text(LIST)
