"""Browsing: branches that open and close, their counts, and what they lead to."""

from __future__ import annotations

from itertools import takewhile

import pytest
from rich.segment import Segment

from spotlight_tui import Collection
from spotlight_tui.tui.themes import tokens

from .terminal import Terminal, flat, opened

TALL = (120, 90)


def rows(t: Terminal) -> list[str]:
    """The rows of the tree in view, without the margin and the scroll bar."""
    return [line[1:-1].rstrip() for line in t.lines("#tree")[1:]]


def named(row: str, label: str) -> bool:
    return row.lstrip(" ►▼□").startswith(label)


async def go_to(t: Terminal, label: str) -> None:
    """Put the cursor on the last row in view that begins so."""
    here = next(n for n, line in enumerate(t.lines("#tree")[1:]) if line.startswith("▌"))
    there = max(n for n, row in enumerate(rows(t)) if named(row, label))
    await t.type(("j" if there > here else "k") * abs(there - here))
    assert named(t.cursor_line, label)


def children(t: Terminal, label: str) -> list[str]:
    """The rows below the last branch of that name, up to the next row that stands no deeper."""

    def depth(row: str) -> int:
        return len(row) - len(row.lstrip())

    at = max(n for n, row in enumerate(rows(t)) if named(row, label))
    below = takewhile(lambda row: depth(row) > depth(rows(t)[at]), rows(t)[at + 1 :])
    return [flat(row) for row in below]


async def test_at_first_the_first_initiative_is_shown_and_named(collection: Collection) -> None:
    first = collection.listings(category="workforce")[0]
    async with opened(collection) as t:
        assert t.focused == "tree"
        assert t.text("#detail").startswith(flat(first.title))
        assert first.title[:15] in t.cursor_line


async def test_counts_are_those_of_the_collection(collection: Collection) -> None:
    async with opened(collection, TALL) as t:
        counts, held = t.counts(), collection.branch("category")
        assert counts["Categories"] == str(len(collection.categories))
        for category in collection.categories:
            assert counts[category.short_name] == str(held.get(category.id) or "–")
        for root, kind in (("Authorities", "authority"), ("Themes", "theme"), ("Partners", "partner")):
            assert counts[root] == str(len(collection.branch(kind))), root
        assert counts["Related reading"] == "4"


@pytest.mark.parametrize("kind", ["authority", "theme", "partner"])
async def test_the_branches_of_a_root_have_their_counts(invented: Collection, kind: str) -> None:
    root = {"authority": "Authorities", "theme": "Themes", "partner": "Partners"}[kind]
    names = {theme.id: theme.name for theme in invented.themes}
    async with opened(invented, TALL) as t:
        await go_to(t, root)
        await t.press("enter")
        counts = t.counts()
        for name, count in invented.branch(kind).items():
            assert counts[names.get(name, name)] == str(count)
        if kind == "authority":
            assert counts["Westfold"] == "–"


@pytest.mark.parametrize(("open_with", "close_with"), [("enter", "enter"), ("right", "left"), ("enter", "left")])
async def test_a_branch_opens_and_closes(collection: Collection, open_with: str, close_with: str) -> None:
    async with opened(collection, TALL) as t:
        await go_to(t, "Related reading")
        assert t.cursor_line.startswith("► Related reading")
        assert children(t, "Related reading") == []
        await t.press(open_with)
        assert t.cursor_line.startswith("▼ Related reading")
        leaves = [flat(listing.title)[:4] for listing in collection.listings(category="related")]
        assert len(leaves) == 4
        shown = children(t, "Related reading")
        assert len(shown) == 4
        for leaf, row in zip(leaves, shown, strict=True):
            assert leaf in row
        await t.press(close_with)
        assert t.cursor_line.startswith("► Related reading")
        assert children(t, "Related reading") == []


async def test_the_left_arrow_goes_from_a_leaf_to_its_branch(collection: Collection) -> None:
    async with opened(collection) as t:
        await t.press("left")
        assert t.cursor_line.startswith("▼ Workforce")
        await t.press("left")
        assert t.cursor_line.startswith("► Workforce")
        await t.press("left")
        assert t.cursor_line.startswith("▼ Categories")
        await t.press("left", "left")
        assert t.cursor_line.startswith("► Categories")


@pytest.mark.parametrize("key", ["j", "down"])
async def test_the_cursor_moves_through_a_tree_longer_than_the_screen(collection: Collection, key: str) -> None:
    """The arrows move the cursor; they do not merely scroll."""
    async with opened(collection, (80, 24)) as t:
        seen = [t.cursor_line]
        while len(seen) < 15:
            await t.press(key)
            seen.append(t.cursor_line)
        assert len(set(seen)) == len(seen)
        for _ in range(20):
            t.send(key)
        await t.settle()
        assert t.cursor_line == "► Related reading ········ 4"


@pytest.mark.parametrize(("end", "begin"), [("G", "g"), ("end", "home")])
async def test_the_ends_of_the_tree(collection: Collection, end: str, begin: str) -> None:
    async with opened(collection, (80, 24)) as t:
        await t.press(end)
        assert t.cursor_line.startswith("► Related reading")
        await t.press(begin)
        assert t.cursor_line.startswith("▼ Categories")


async def test_a_category_without_submissions_says_what_is_known_of_it(collection: Collection) -> None:
    empty = next(c for c in collection.categories if not c.initiatives)
    signposts = [s for s in collection.signposts if s.category == empty.id]
    async with opened(collection, TALL) as t:
        await go_to(t, empty.short_name)
        assert t.cursor_line.startswith("□")
        assert t.lines("#detail")[0].startswith(f"─ {empty.short_name} ")
        page = t.text("#detail")
        assert empty.sponsor and f"Sponsor {empty.sponsor}" in page
        assert "Nothing of category" in page
        assert empty.source_url and empty.source_url[:40] in page
        for signpost in signposts:
            assert f"□ {' · '.join(signpost.authorities)}" in page
        await t.press("enter")
        shown = children(t, empty.short_name)
        assert len(shown) == len(signposts)
        assert all(row.startswith("□ ") for row in shown)


async def test_signposts_and_empty_branches_are_grey(invented: Collection) -> None:
    faint = tokens("spotlight-dark")["faint"]

    def grey(segment: Segment) -> bool:
        colour = segment.style.color if segment.style else None
        return bool(colour and colour.triplet and colour.triplet.hex == faint)

    async with opened(invented, TALL) as t:
        await go_to(t, "Equity")
        await t.press("enter", "g")
        found = " ".join(t.runs(grey, "#tree"))
        for text in ("Equity", "□ ", "Fair schools"):
            assert text in found
        assert "Workforce" not in found
        assert "SEND" not in found


async def test_a_signpost_tells_where_it_stands_and_that_it_is_not_here(invented: Collection) -> None:
    async with opened(invented, TALL) as t:
        await go_to(t, "Equity")
        await t.press("enter", "j")
        assert t.lines("#detail")[0].startswith("─ Westfold · Equity ")
        page = t.text("#detail")
        assert page.startswith("Fair schools")
        assert "is not in this collection" in page
        assert "https://example.org/1" in page
        await t.press("j")
        assert t.text("#detail").startswith("Named under Racial equity")


async def test_an_authority_has_its_records_and_then_its_signposts(invented: Collection) -> None:
    async with opened(invented, TALL) as t:
        await go_to(t, "Authorities")
        await t.press("enter")
        await go_to(t, "Saltmere")
        await t.press("enter")
        below = children(t, "Saltmere")
        assert len(below) == 2
        assert below[0].startswith("Communication for all")
        assert below[1].startswith("□ Racial equity")


async def test_a_record_in_two_categories_stands_in_both(invented: Collection) -> None:
    async with opened(invented, TALL) as t:
        await go_to(t, "SEND")
        await t.press("enter")
        below = children(t, "SEND")
        assert below[0] == "Eastvale +1 Lantern Rooms"
        assert below[1].startswith("□ Westfold")
        assert "Eastvale +1 Lantern Rooms" in children(t, "Workforce")


async def test_a_query_leaves_only_what_it_found(invented: Collection) -> None:
    async with opened(invented, (160, 45)) as t:
        await t.search("harbour")
        assert len(children(t, "Workforce")) == 1
        assert t.counts()["Equity"] == "0"


async def test_enter_on_a_record_reads_it(collection: Collection) -> None:
    async with opened(collection, (60, 20)) as t:
        assert not t.is_visible("#detail")
        await t.press("j", "enter")
        assert not t.is_visible("#tree")
        assert t.focused == "detail"
        assert t.text("#detail").startswith(flat(collection.listings(category="workforce")[1].title))


@pytest.mark.parametrize("size", [(160, 45), (120, 40)])
async def test_b_goes_to_browse_and_back(collection: Collection, size: tuple[int, int]) -> None:
    async with opened(collection, size) as t:
        await t.search("supervision")
        await t.press("enter")
        assert t.focused == "results"
        await t.press("B")
        assert t.focused == "tree"
        assert t.is_visible("#results")
        await t.press("B")
        assert t.focused == "results"


@pytest.mark.parametrize("size", [(119, 30), (79, 24)])
async def test_b_puts_browse_in_the_place_of_the_results(collection: Collection, size: tuple[int, int]) -> None:
    async with opened(collection, size) as t:
        await t.search("supervision")
        await t.press("escape")
        assert t.is_visible("#results") and not t.is_visible("#tree")
        await t.press("B")
        assert t.is_visible("#tree") and not t.is_visible("#results")
        assert t.focused == "tree"
        await t.press("escape")
        assert t.is_visible("#results") and not t.is_visible("#tree")
        assert t.focused == "results"
        assert "supervision" in t.text("SearchLine")


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (60, 20)])
async def test_after_b_a_search_shows_its_results(collection: Collection, size: tuple[int, int]) -> None:
    async with opened(collection, size) as t:
        await t.press("B")
        await t.search("hong kong")
        assert t.is_visible("#results")
        assert t.cursor_line.startswith("Hong Kong")


async def test_b_while_reading_shows_the_tree(collection: Collection) -> None:
    async with opened(collection, (60, 20)) as t:
        await t.press("enter")
        assert not t.is_visible("#tree")
        await t.press("B")
        assert t.is_visible("#tree")
        assert t.focused == "tree"
