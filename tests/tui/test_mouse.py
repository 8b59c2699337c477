"""The mouse alone does what the keys do; only typing needs keys."""

from __future__ import annotations

import pytest

from spotlight_tui import Collection
from spotlight_tui.clipboard import Copied

from .outside import Clipboard
from .terminal import Terminal, flat, opened

SIZES = [(120, 40), (80, 24)]


@pytest.mark.parametrize("size", [*SIZES, (60, 20)])
async def test_the_field_takes_a_click_and_what_is_typed(collection: Collection, size: tuple[int, int]) -> None:
    async with opened(collection, size) as t:
        await t.click("Search: a word", "SearchLine")
        assert t.focused == "search"
        await t.type("hong kong")
        assert "1 found" in t.text("SearchLine")


@pytest.mark.parametrize("size", SIZES)
async def test_a_click_on_a_result_shows_it(collection: Collection, size: tuple[int, int]) -> None:
    hits = collection.search("supervision").hits
    async with opened(collection, size) as t:
        await t.search("supervision")
        for place in (2, 1):
            title = flat(hits[place].title)[:15]
            await t.click(title, "#results")
            assert t.cursor_line.startswith(title)
            assert t.text("#detail").startswith(flat(hits[place].title)[:40])
            assert t.focused == "results"


@pytest.mark.parametrize("line", [0, 1, 2])
async def test_every_line_of_a_result_is_the_result(collection: Collection, line: int) -> None:
    hits = collection.search("supervision").hits
    async with opened(collection, (80, 24)) as t:
        await t.search("supervision")
        column, row = t.where(flat(hits[2].title)[:15], "#results")
        await t.click_at((column, row + line))
        assert t.cursor_line.startswith(flat(hits[2].title)[:15])


async def test_a_double_click_reads_a_result_and_so_does_a_second_click(collection: Collection) -> None:
    title = flat(collection.search("supervision").hits[1].title)[:15]
    async with opened(collection, (80, 24)) as t:
        await t.search("supervision")
        await t.click(title, "#results", times=2)
        assert t.focused == "detail"
        await t.press("escape")
        await t.click(title, "#results")
        assert t.focused == "detail"


@pytest.mark.parametrize("label", ["Authorities", "Related reading", "Workforce", "Categories"])
async def test_a_click_opens_and_closes_a_branch(collection: Collection, label: str) -> None:
    async with opened(collection) as t:
        open_now = f"▼ {label} " in t.text("#tree")
        for _ in range(2):
            await t.click(label, "#tree")
            open_now = not open_now
            assert t.cursor_line.startswith(f"{'▼' if open_now else '►'} {label} ")


async def test_a_click_on_a_leaf_shows_it_and_a_double_click_reads_it(collection: Collection) -> None:
    async with opened(collection) as t:
        await t.click("Career Conv", "#tree")
        assert t.cursor_line.startswith("Barnet Career Conv")
        assert t.text("#detail").startswith("Career Conversations")
        assert t.focused == "tree"
        await t.click("Agency to", "#tree", times=2)
        assert t.text("#detail").startswith("Agency to Permanent")
        assert t.focused == "detail"


async def test_a_click_lands_on_the_row_under_it_after_scrolling(collection: Collection) -> None:
    async with opened(collection, (80, 24)) as t:
        await t.wheel("#tree", 2)
        assert "Categories" not in t.text("#tree")
        await t.click("Hounslow", "#tree")
        assert t.cursor_line.startswith("Hounslow")
        assert t.lines("#detail")[0].startswith("─ Hounslow ·")


async def test_on_a_narrow_screen_one_click_opens_and_the_key_line_leads_back(collection: Collection) -> None:
    async with opened(collection, (60, 20)) as t:
        await t.click("Career Conv", "#tree")
        assert t.text("#detail").startswith("Career Conversations")
        assert not t.is_visible("#tree")
        await t.click("Back", "#keys")
        assert t.is_visible("#tree")
        assert t.cursor_line.startswith("Barnet Career Conv")


@pytest.mark.parametrize("size", [*SIZES, (60, 20)])
async def test_a_click_on_the_card_copies(invented: Collection, copies: Clipboard, size: tuple[int, int]) -> None:
    async with opened(invented, size) as t:
        if size[0] < 80:
            await t.press("enter")
        await t.click("Principal Social Worker", "#detail")
        assert t.key_line.startswith("▌ Copied contact card of Ada Marsh")
        await t.click("ben.quill@", "#detail")
        assert t.key_line.startswith("▌ Copied Ada.Marsh@northmoor.example")
    assert [text.splitlines()[0] for text in copies.texts] == [
        "Ada Marsh",
        "Ada.Marsh@northmoor.example, ben.quill@quay.example",
    ]


async def test_a_click_on_text_copies_nothing(invented: Collection, copies: Clipboard) -> None:
    async with opened(invented) as t:
        await t.click("1 Why", "#detail")
        await t.click("A centre for staff", "#detail")
        column, row = t.where("1 Why", "#detail")
        await t.click_at((column, row - 1))
        assert "Copied" not in t.text()
        assert t.focused == "detail"
    assert copies.texts == []


async def test_a_click_on_the_source_opens_it(invented: Collection, addresses: list[str]) -> None:
    async with opened(invented, (120, 80)) as t:
        await t.click("https://example.org/4", "#detail")
    assert addresses == ["https://example.org/4"]


@pytest.mark.parametrize(("text", "place"), [("They listen", 2), ("Supervision is", 1)])
async def test_a_click_marks_a_quotation(invented: Collection, copies: Clipboard, text: str, place: int) -> None:
    async with opened(invented) as t:
        await t.click(text, "#quotes")
        assert [line for line in t.lines("#quotes") if line.startswith("▌")][0].startswith(f"▌“ {text}")
        await t.click("Copy quote", "#keys")
    assert copies.texts[0].startswith(f"“{text}")


async def test_the_items_of_the_key_line_are_buttons(
    invented: Collection, copies: Clipboard, addresses: list[str]
) -> None:
    async with opened(invented, (160, 45)) as t:
        for label in ("Copy contact", "Address", "Copy quote", "Copy record"):
            await t.click(label, "#keys")
            assert t.key_line.startswith("▌ Copied")
            await t.click("Copied", "#keys")  # the notice goes
            assert "Copied" not in t.text()
        assert len(copies.texts) == 4
        await t.click("m Write", "#keys")
        await t.click("Handed over", "#keys")
        await t.click("Open page", "#keys")
        await t.click("Handed over", "#keys")
        assert [address[:10] for address in addresses] == ["mailto:Ada", "https://ex"]
        await t.click("Search", "#keys")
        assert t.focused == "search"
        await t.click("? Keys", "#keys")
        assert t.is_visible("#help-page")
        first = t.text("#help-page")
        await t.click("Space Page", "#help-keys")
        assert t.text("#help-page") != first
        await t.click("Esc Back", "#help-keys")
        assert not t.is_visible("#help-page")
        await t.press("escape")
        await t.click("Commands", "#keys")
        assert len(t.app.screen_stack) == 2


@pytest.mark.parametrize("dialog", ["help", "text"])
async def test_a_click_beside_a_dialog_closes_it(invented: Collection, copies: Clipboard, dialog: str) -> None:
    copies.answer = Copied((), ask_terminal=True, sure=False)
    async with opened(invented) as t:
        await t.press("?" if dialog == "help" else "c")
        await t.click_at((60, 20))
        assert len(t.app.screen_stack) == 2
        await t.click_at((2, 2))
        assert len(t.app.screen_stack) == 1


async def test_while_typing_the_key_line_moves_and_goes(collection: Collection) -> None:
    hits = collection.search("supervision").hits
    async with opened(collection) as t:
        await t.search("supervision")
        await t.click("Choose", "#keys")
        assert t.text("#detail").startswith(flat(hits[1].title)[:40])
        assert t.focused == "search"
        await t.click("Leave", "#keys")
        assert t.focused == "results"
        await t.press("/")
        await t.click("Go to it", "#keys")
        assert t.focused == "results"


async def test_between_the_items_of_the_key_line_is_nothing(invented: Collection, copies: Clipboard) -> None:
    async with opened(invented) as t:
        column, row = t.where("   e Address", "#keys")
        await t.click_at((column + 1, row))
        assert "Copied" not in t.text()
    assert copies.texts == []


@pytest.mark.parametrize("pane", ["#tree", "#results", "#detail", "#quotes", "#figures"])
async def test_the_wheel_scrolls_every_pane(collection: Collection, pane: str) -> None:
    async with opened(collection, (160, 24)) as t:
        await t.search("supervision")
        cursor = t.cursor_line
        before = t.lines(pane)
        await t.wheel(pane, 2)
        assert t.lines(pane) != before
        await t.wheel(pane, -2)
        assert [line.replace("▌", " ") for line in t.lines(pane)] == [line.replace("▌", " ") for line in before]
        assert t.cursor_line == cursor
        assert t.focused == "search"


async def drag_over(t: Terminal, selector: str, begin: str, end: str) -> None:
    """Drag from the beginning of one text to the last letter of another."""
    column, row = t.where(end, selector)
    await t.drag(t.where(begin, selector), (column + len(end) - 1, row))


async def test_text_selected_with_the_mouse_goes_through_our_clipboard(invented: Collection, copies: Clipboard) -> None:
    async with opened(invented) as t:
        await drag_over(t, "#detail", "Harbour Way", "place")
        assert t.app.screen.get_selected_text() == "Harbour Way – a place"
        assert copies.texts == []
        await t.press("ctrl+c")
        assert t.key_line == "▌ Copied selected text · X clipboard (xclip)"
    assert copies.texts == ["Harbour Way – a place"]


async def test_what_is_selected_is_seen(invented: Collection) -> None:
    async with opened(invented) as t:
        title, text = t.strips("#detail")[1], t.lines("#detail")[1]
        await drag_over(t, "#detail", "Harbour Way", "place")
        assert t.strips("#detail")[1] != title
        assert t.lines("#detail")[1] == text
        await t.click("1 Why", "#detail")
        assert t.app.screen.get_selected_text() is None
        assert t.strips("#detail")[1] == title


async def test_lines_of_a_card_are_selected_without_the_bar_before_them(
    invented: Collection, copies: Clipboard
) -> None:
    async with opened(invented) as t:
        await drag_over(t, "#detail", "Ada Marsh", "Social Worker")
        await t.press("ctrl+c")
        assert "Copied" in t.key_line
    assert copies.texts == ["Ada Marsh\nPrincipal Social Worker"]


async def test_a_drag_over_the_card_does_not_click_it(invented: Collection, copies: Clipboard) -> None:
    async with opened(invented) as t:
        await drag_over(t, "#detail", "Ada.Marsh", "northmoor.example")
        assert t.app.screen.get_selected_text() == "Ada.Marsh@northmoor.example"
        assert "Copied" not in t.text()
    assert copies.texts == []


async def test_quotations_are_selected_without_their_mark(invented: Collection, copies: Clipboard) -> None:
    async with opened(invented) as t:
        await t.click("They listen", "#quotes")
        await drag_over(t, "#quotes", "They listen", "us now")
        await t.press("ctrl+c")
    assert copies.texts == ["They listen to us now"]


async def test_after_scrolling_the_selection_is_what_is_seen(collection: Collection, copies: Clipboard) -> None:
    async with opened(collection, (80, 24)) as t:
        await t.wheel("#detail", 5)
        text = t.lines("#detail")[8][1:20].strip()
        assert text
        await drag_over(t, "#detail", text, text)
        await t.press("ctrl+c")
    assert copies.texts == [text]
