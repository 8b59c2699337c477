"""Reading a record: its page, its sections, and the way to the next one."""

from __future__ import annotations

import pytest

from spotlight_tui import Collection
from spotlight_tui.records import HEADINGS

from .invented import HARBOUR
from .terminal import Terminal, flat, opened


async def whole(t: Terminal, selector: str) -> str:
    """All that can be read in a pane, page by page."""
    pages = [t.text(selector)]
    while True:
        await t.press("space")
        page = t.text(selector)
        if page == pages[-1]:
            return flat(" ".join(pages))
        pages.append(page)


@pytest.mark.parametrize("size", [(120, 70), (80, 24), (60, 20)])
async def test_the_page_holds_all_that_the_record_holds(invented: Collection, size: tuple[int, int]) -> None:
    async with opened(invented, size) as t:
        await t.press("enter")
        page = await whole(t, "#detail")
        if size[0] >= 120:
            await t.press("tab")
            page += await whole(t, "#quotes")
            await t.press("tab")
            page += await whole(t, "#figures")
        for text in (
            "Harbour Way – a place to stay and to grow",
            "A centre for staff where supervision",
            "Ada Marsh",
            "Principal Social Worker",
            "Ada.Marsh@northmoor.example",
            "Ben Quill",
            "Quay Trust",
            "020 7946 0000",
            "• Supervision: a practitioner leads groups of six.",
            "“ I have found my harbour”",
            "Newly qualified social worker",
            "May 2024",
            "at the summer forum",
            "Turnover of social workers",
            "24%",
            "→ 12%",
            "6 groups",
            "one for each office",
            "Harbour team",
            "University of Saltmere · Quay Trust",
            "Retention · Supervision",
            "The page has no date.",
            "read on 2026-11-21",
            "https://example.org/4",
        ):
            assert text in page, text
        assert "**" not in page


async def test_the_pane_is_named_after_authorities_and_category(invented: Collection) -> None:
    async with opened(invented) as t:
        assert t.lines("#detail")[0].startswith("─ Northmoor · Workforce ─")
        await t.press("j")
        assert t.lines("#detail")[0].startswith("─ Eastvale · Northmoor · Workforce ─")


async def test_a_missing_section_leaves_its_number_out(invented: Collection) -> None:
    async with opened(invented, (120, 70)) as t:
        page = t.text("#detail")
        for digit, heading in enumerate(HEADINGS, 1):
            held = heading in [section.heading for section in HARBOUR.sections]
            assert (f" {digit} {heading} " in page) == held
        assert "6 For others" in page


async def test_an_acronym_is_explained_where_it_first_stands(invented: Collection) -> None:
    async with opened(invented, (120, 70)) as t:
        assert "the DSL (Designated Safeguarding Lead) of every school" in t.text("#detail")


async def test_bars_have_one_scale_for_each_unit(invented: Collection) -> None:
    async with opened(invented, (120, 70)) as t:
        lengths = [line.count("▄") for line in t.lines("#figures") if "▄" in line]
    longest = lengths[0]
    assert longest > 20
    expected = [longest * value / 24 for value in (24, 12, 18, 9)]
    assert all(abs(length - wanted) <= 1 for length, wanted in zip(lengths, expected, strict=True))


async def test_related_reading_says_so_and_names_no_contact(invented: Collection) -> None:
    async with opened(invented) as t:
        await t.search("mentor")
        assert t.lines("#detail")[0].startswith("─ Eastvale · Related reading ")
        assert "copy card" not in t.text("#detail")
        assert "speaker not named" in t.text("#quotes")


@pytest.mark.parametrize("size", [(160, 45), (120, 40), (80, 24)])
async def test_digits_go_to_sections(collection: Collection, size: tuple[int, int]) -> None:
    async with opened(collection, size) as t:
        for digit in (4, 2, 1):
            await t.press(str(digit))
            assert t.lines("#detail")[1].strip().startswith(f"{digit} {HEADINGS[digit - 1]}")
        assert t.focused == "tree"


async def test_digits_go_to_sections_from_the_list_of_a_narrow_screen(collection: Collection) -> None:
    async with opened(collection, (60, 20)) as t:
        await t.press("3")
        assert t.is_visible("#detail")
        assert t.lines("#detail")[1].strip().startswith("3 How it runs")
        await t.press("2")
        assert t.lines("#detail")[1].strip().startswith("2 What they did")


@pytest.mark.parametrize("size", [(120, 40), (60, 20)])
async def test_a_section_that_is_not_there_is_said(invented: Collection, size: tuple[int, int]) -> None:
    async with opened(invented, size) as t:
        before = t.lines()[:-1]
        await t.press("5")
        assert "This account has no section 5." in t.key_line
        assert t.lines()[:-1] == before


@pytest.mark.parametrize("size", [(120, 40), (80, 24)])
async def test_brackets_go_through_the_branch(collection: Collection, size: tuple[int, int]) -> None:
    held = [flat(listing.title)[:40] for listing in collection.listings(category="workforce")]
    async with opened(collection, size) as t:
        await t.press("[")
        assert t.text("#detail").startswith(held[0])
        for place in (1, 2):
            await t.press("]")
            assert t.text("#detail").startswith(held[place])
            assert t.cursor_line
        await t.press("[")
        assert t.text("#detail").startswith(held[1])


async def test_brackets_go_through_what_was_found_while_reading(collection: Collection) -> None:
    found = [flat(hit.title)[:40] for hit in collection.search("supervision").hits]
    async with opened(collection, (60, 20)) as t:
        await t.search("supervision")
        await t.press("enter", "G", "]")
        assert t.focused == "detail"
        assert t.text("#detail").startswith(found[1])
        await t.press("[", "[")
        assert t.text("#detail").startswith(found[0])
        await t.press("]", "escape")
        assert found[1].startswith(t.cursor_line[:30])


@pytest.mark.parametrize(
    "keys", [("j", "k"), ("down", "up"), ("space", "b"), ("pagedown", "pageup"), ("G", "g"), ("end", "home")]
)
async def test_the_text_moves_down_and_up_again(collection: Collection, keys: tuple[str, str]) -> None:
    async with opened(collection, (60, 20)) as t:
        await t.press("enter")
        before = t.lines("#detail")
        await t.press(keys[0])
        moved = t.lines("#detail")
        assert moved != before
        if keys[0] in ("j", "down"):
            assert [line[:-1] for line in moved[1:-1]] == [line[:-1] for line in before[2:]]
        await t.press(keys[1])
        assert t.lines("#detail") == before


async def test_space_turns_pages_from_the_list_too(collection: Collection) -> None:
    async with opened(collection) as t:
        cursor, before = t.cursor_line, t.text("#detail")
        await t.press("space")
        assert t.text("#detail") != before
        assert t.cursor_line == cursor


async def test_tab_goes_through_the_panes_that_are_there(invented: Collection) -> None:
    async with opened(invented) as t:
        order = [t.focused]
        for _ in range(5):
            await t.press("tab")
            order.append(t.focused)
        assert order == ["tree", "detail", "quotes", "figures", "search", "tree"]
        await t.press("shift+tab")
        assert t.focused == "search"
        await t.press("tab", "j")  # a record without quotations and figures
        await t.press("tab", "tab")
        assert t.focused == "search"


async def test_the_pane_in_focus_has_its_name_in_reverse(invented: Collection) -> None:
    def reverse(t: Terminal) -> list[str]:
        found = t.runs(
            lambda segment: bool(segment.style and segment.style.reverse and segment.text.strip(" ▁▂▃▄▅▆▇█"))
        )
        return [text.strip() for text in found]

    async with opened(invented) as t:
        for name in ("Browse", "Northmoor · Workforce", "Quotes 3", "Figures 3", "/"):
            assert reverse(t) == [name]
            await t.press("tab")


@pytest.mark.parametrize("first", ["eastvale-quiet", "eastvale-lantern"])
async def test_the_first_quotation_is_marked_whatever_was_read_before(invented: Collection, first: str) -> None:
    """Also where the pane was not there before, because the record before had no quotation."""
    async with opened(invented) as t:
        await t.search("lantern rooms" if first == "eastvale-lantern" else "mentor")
        await t.press("ctrl+u")
        await t.type("harbour way")
        quotes = t.lines("#quotes")
        assert quotes[1].startswith("▌“ I have found")
        assert not quotes[5].startswith("▌")
        assert t.lines("#figures")[1].startswith("▌Turnover")
