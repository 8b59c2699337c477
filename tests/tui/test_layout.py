"""How the screen is divided at each size, and that nothing breaks out of its place."""

from __future__ import annotations

import re

import pytest
from rich.cells import cell_len

from spotlight_tui import Collection
from spotlight_tui.tui.present.detail import HUNG

from .terminal import Terminal, flat, opened, unsafe, widest

SIZES = [(200, 50), (160, 45), (120, 40), (119, 30), (80, 24), (79, 24), (60, 20), (40, 12), (20, 5)]
PANES = ("tree", "results", "detail", "aside")


def straight(t: Terminal) -> None:
    """Every line is as wide as the screen, and every pane's name stands in an unbroken rule."""
    width, height = t.app.size
    lines = t.lines()
    assert len(lines) == height
    for line in lines:
        assert cell_len(line) == width, line
        assert not unsafe(line), line
    for pane in ("#tree", "#results", "#detail", "#quotes", "#figures"):
        if t.is_visible(pane):
            rule = t.lines(pane)[0]
            assert re.fullmatch(r"─ [^─]+[ …]─*", rule), rule


def shown(t: Terminal) -> dict[str, int]:
    """The panes that can be seen, with their widths."""
    return {pane: t.widget(f"#{pane}").region.width for pane in PANES if t.is_visible(f"#{pane}")}


@pytest.mark.parametrize("size", SIZES)
async def test_every_size_paints(collection: Collection, size: tuple[int, int]) -> None:
    """Idle, while searching, while reading, with nothing found, and with help over it."""
    async with opened(collection, size) as t:
        straight(t)
        assert t.cursor_line
        await t.search("supervision")
        straight(t)
        assert "found" in t.text("SearchLine")
        assert t.cursor_line
        await t.press("enter")
        if t.focused == "results":
            await t.press("enter")
        assert t.focused == "detail"
        straight(t)
        await t.press("space")
        straight(t)
        await t.press("?")
        straight(t)
        await t.press("escape", "escape", "escape")
        await t.search("zeppelin")
        straight(t)
        await t.press("ctrl+u", "escape", "g", "down")
        straight(t)


@pytest.mark.parametrize(
    ("size", "idle", "searching"),
    [
        ((160, 45), {"tree": 38, "aside": 48}, {"tree": 32, "results": 46, "aside": 42}),
        ((120, 40), {"tree": 34, "aside": 34}, {"tree": 42, "results": 42, "aside": 34}),
        ((159, 40), {"tree": 34, "aside": 34}, {"tree": 42, "results": 42, "aside": 34}),
        ((80, 24), {"tree": 30}, {"results": 34}),
    ],
)
async def test_the_panes_and_their_widths(
    collection: Collection, size: tuple[int, int], idle: dict[str, int], searching: dict[str, int]
) -> None:
    """Detail has the rest, less the gutters."""
    async with opened(collection, size) as t:
        for panes in (idle, searching):
            found = shown(t)
            detail = found.pop("detail")
            assert found == panes
            left, right = t.widget("#detail").region.x, t.widget("#detail").region.right
            assert left == t.widget("#left").region.right + 2
            assert right == (t.widget("#aside").region.x - 2 if "aside" in panes else size[0])
            assert detail == right - left
            await t.search("supervision")


@pytest.mark.parametrize("size", [(79, 24), (20, 5)])
async def test_below_80_columns_one_pane_at_a_time(collection: Collection, size: tuple[int, int]) -> None:
    async with opened(collection, size) as t:
        assert shown(t) == {"tree": size[0]}
        await t.press("enter")
        assert shown(t) == {"detail": size[0]}
        await t.search("supervision")
        assert shown(t) == {"results": size[0]}
        await t.press("enter")
        assert shown(t) == {"detail": size[0]}


async def test_between_120_and_159_columns_browse_stands_below_the_results(collection: Collection) -> None:
    async with opened(collection, (120, 40)) as t:
        await t.search("supervision")
        results, tree = t.widget("#results").region, t.widget("#tree").region
        assert tree.height == 14
        assert (tree.x, tree.y) == (results.x, results.bottom)
        assert tree.bottom == t.widget("#keys").region.y


@pytest.mark.parametrize(("height", "rows"), [(29, 3), (30, 4)])
async def test_a_low_screen_has_no_title_and_rows_of_three(collection: Collection, height: int, rows: int) -> None:
    low = height < 30
    async with opened(collection, (120, height)) as t:
        assert ("Practice Spotlight" in t.lines()[0]) != low
        held = f"{collection.counts().submissions} of 112 submissions"
        assert held in t.text("SearchLine" if low else "#masthead")
        assert (t.lines()[1 if low else 2].strip() == "") != low
        await t.search("supervision")
        assert len([line for line in t.lines("#results") if line.startswith("▌")]) == rows
        assert "submissions" not in t.text("SearchLine")


async def test_the_title_tells_what_is_in_the_collection(collection: Collection) -> None:
    counts = collection.counts()
    async with opened(collection) as t:
        assert (
            f"{counts.initiatives} initiatives · {counts.authorities} authorities"
            f" · {counts.submissions} of 112 submissions" in t.lines()[0]
        )


@pytest.mark.parametrize("width", [400, 160, 79])
async def test_text_is_never_wider_than_76(collection: Collection, width: int) -> None:
    """Headings hang in a margin of their own, bullets and quotation marks in two cells."""
    async with opened(collection, (width, 60)) as t:
        await t.press("enter")
        hung = t.widget("#detail").region.width >= 83
        pages = set()
        while (page := tuple(line[1:-1] for line in t.lines("#detail")[1:])) not in pages:
            pages.add(page)
            for line in page:
                body = line[HUNG:] if hung and line[:HUNG].strip() and line[HUNG - 1] == " " else line
                assert widest([body.lstrip(" •“")]) <= 76, line
                assert widest([line]) <= 76 + (HUNG + 2 if hung else 2), line
            await t.press("space")
        assert len(pages) > 1 or width > 300
        if hung:
            assert any(line.startswith("1 Why            W") for page in pages for line in page)


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (60, 20), (20, 5)])
async def test_long_titles_end_in_an_ellipsis(invented: Collection, size: tuple[int, int]) -> None:
    async with opened(invented, size) as t:
        await t.press("j", "j")
        assert t.cursor_line.startswith("Saltmere")
        assert t.cursor_line.endswith("…")
        straight(t)
        await t.search("therapists")
        assert t.cursor_line.startswith("Communic")
        assert t.cursor_line.endswith("…")
        straight(t)


async def test_a_long_address_breaks_after_the_at_only(invented: Collection) -> None:
    async with opened(invented, (120, 40)) as t:
        await t.press("j", "j")
        lines = [flat(line.replace("▌", "")) for line in t.lines("#detail")]
        assert "a.very.long.name.indeed.of.somebody@" in lines
        at = lines.index("a.very.long.name.indeed.of.somebody@")
        assert "".join(lines[at + 1 : at + 3]).startswith("children-and-families.saltmere.example")


async def test_quotes_take_at_most_55_per_cent(collection: Collection) -> None:
    async with opened(collection, (120, 40)) as t:
        await t.search("brent conference")
        whole, quotes, figures = (t.widget(pane).region.height for pane in ("#aside", "#quotes", "#figures"))
        assert quotes == int(whole * 0.55)
        assert figures > 10


async def test_an_empty_pane_is_not_there(invented: Collection) -> None:
    async with opened(invented) as t:
        assert t.is_visible("#quotes") and t.is_visible("#figures")
        await t.search("therapists")
        assert not t.is_visible("#quotes")
        assert t.is_visible("#figures")
        await t.press("ctrl+u")
        await t.type("lantern rooms")
        assert shown(t) == {"tree": 42, "results": 42, "detail": 120 - 42 - 4}
