"""Searching as one types: what is found, what follows it, and what is said about it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from threading import Event

import pytest

from spotlight_tui import Collection
from spotlight_tui.search.results import Reading, Results

from .outside import Clipboard
from .terminal import PATIENCE, flat, opened

WIDE, NORMAL, MEDIUM, NARROW = (160, 45), (120, 40), (80, 24), (60, 20)


def title(collection: Collection, place: int, query: str) -> str:
    """The title of the hit at a place, as it stands on the screen."""
    return flat(collection.search(query).hits[place].title)


async def test_every_letter_brings_another_answer(collection: Collection) -> None:
    async with opened(collection) as t:
        await t.press("/")
        for end in range(1, len("retention") + 1):
            typed = "retention"[:end]
            await t.press(typed[-1])
            total = collection.search(typed).total
            assert f"{total} found" in t.lines("SearchLine")[0], typed
            assert f" Results {total} " in t.text()


async def test_results_tell_title_authority_contact_and_excerpt(invented: Collection) -> None:
    async with opened(invented) as t:
        await t.search("harbour")
        rows = [line[1:].strip() for line in t.lines("#results")[1:4]]
        assert rows[0].startswith("Harbour Way")
        assert rows[1] == "Northmoor · Ada Marsh"
        assert "harbour" in rows[2].lower()


@pytest.mark.parametrize("size", [WIDE, MEDIUM])
async def test_the_detail_follows_the_arrows_while_the_field_keeps_the_focus(
    collection: Collection, size: tuple[int, int]
) -> None:
    async with opened(collection, size) as t:
        await t.search("supervision")
        for key, place in (("down", 1), ("down", 2), ("up", 1), ("up", 0), ("up", 0)):
            await t.press(key)
            assert t.text("#detail").startswith(title(collection, place, "supervision"))
            assert t.focused == "search"


async def test_page_down_in_the_field_moves_the_cursor_by_what_is_in_view(collection: Collection) -> None:
    async with opened(collection, MEDIUM) as t:
        await t.search("supervision")
        first = t.cursor_line
        await t.press("pagedown")
        assert t.cursor_line != first
        assert [line for line in t.lines("#results") if line.startswith("▌")] == t.lines("#results")[-3:]
        assert t.focused == "search"
        await t.press("pageup")
        assert t.cursor_line == first


async def test_every_character_is_text_in_the_field(collection: Collection, copies: Clipboard) -> None:
    typed = "cey Yq1?:B][/mou"
    async with opened(collection) as t:
        await t.search(typed)
        assert typed in t.lines("SearchLine")[0]
        assert t.focused == "search"
        assert len(t.app.screen_stack) == 1
    assert copies.texts == []


@pytest.mark.parametrize("size", [NORMAL, NARROW])
async def test_type_enter_c(collection: Collection, copies: Clipboard, size: tuple[int, int]) -> None:
    async with opened(collection, size) as t:
        await t.search("hong kong")
        await t.press("enter")
        assert t.focused == ("detail" if size == NARROW else "results")
        await t.press("c")
        assert "Copied contact card of Michael Radley" in t.text()
    assert len(copies.texts) == 1
    assert copies.texts[0].startswith("Michael Radley\n")


class Slow:
    """Holds answers back until they are let go."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.given: list[str] = []
        self._gates: defaultdict[str, Event] = defaultdict(Event)
        self._search = Collection.search

    def search(self, collection: Collection, query: str, limit: int | None = 20, exact: bool = False) -> Results:
        self.asked.append(query)
        self._gates[query].wait(PATIENCE)
        results = self._search(collection, query, limit, exact)
        self.given.append(query)
        return results

    def let_go(self, query: str) -> None:
        self._gates[query].set()


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> Iterator[Slow]:
    slow = Slow()
    monkeypatch.setattr(Collection, "search", lambda *args, **named: slow.search(*args, **named))
    yield slow
    for query in slow.asked:
        slow.let_go(query)


@pytest.mark.parametrize("size", [WIDE, NORMAL, MEDIUM, NARROW])
async def test_enter_before_the_answer_still_goes_to_the_result(
    collection: Collection, copies: Clipboard, slow: Slow, size: tuple[int, int]
) -> None:
    async with opened(collection, size) as t:
        await t.press("/")
        t.send("k")
        await t.until(lambda: slow.asked == ["k"], "the search")
        t.send("enter")
        await t.read()
        assert t.focused == "search"
        slow.let_go("k")
        await t.settle()
        assert t.focused == ("detail" if size == NARROW else "results")
        await t.press("e")
    assert len(copies.texts) == 1


async def test_a_late_answer_to_an_old_query_is_dropped(collection: Collection, slow: Slow) -> None:
    async with opened(collection) as t:
        await t.press("/")
        t.send("a")
        await t.until(lambda: "a" in slow.asked, "the search")
        t.send("s")
        await t.until(lambda: "as" in slow.asked, "the search")
        slow.let_go("as")
        await t.settle()
        shown, said = t.lines("#results"), t.text("SearchLine")
        assert said.startswith("/ as ")
        slow.let_go("a")
        await t.until(lambda: "a" in slow.given, "the late answer")
        await t.settle()
        assert (t.lines("#results"), t.text("SearchLine")) == (shown, said)


async def test_an_answer_that_comes_after_the_query_was_cleared_is_dropped(collection: Collection, slow: Slow) -> None:
    async with opened(collection) as t:
        before = t.lines("#tree")
        await t.press("/")
        t.send("a")
        await t.until(lambda: "a" in slow.asked, "the search")
        t.send("backspace")
        slow.let_go("a")
        await t.until(lambda: "a" in slow.given, "the late answer")
        await t.settle()
        assert not t.is_visible("#results")
        assert [line.strip("▌ ") for line in t.lines("#tree")] == [line.strip("▌ ") for line in before]


async def test_a_forgiven_word_is_said(collection: Collection) -> None:
    async with opened(collection) as t:
        await t.search("superviison")
        assert "Showing “supervision” for “superviison”." in t.text()
        assert f"{collection.search('superviison').total} found" in t.text()
        await t.press("ctrl+u")
        await t.type("supervision")
        assert "Showing" not in t.text()


@pytest.mark.parametrize("way", ["key", "click"])
async def test_a_reader_can_insist_on_what_was_typed(collection: Collection, way: str) -> None:
    async with opened(collection) as t:
        await t.search("superviison")
        await t.press("escape")
        assert "! As typed" in t.key_line
        await (t.press("!") if way == "key" else t.click("Showing"))
        assert "Nothing found for “superviison”." in t.text()
        assert "Showing" not in t.text()


async def test_going_back_to_the_field_selects_the_query(collection: Collection) -> None:
    """So that another can be typed at once, and `End` goes on with this one."""
    async with opened(collection) as t:
        await t.search("supervision")
        await t.press("escape")
        await t.search("hong kong")
        assert "1 found" in t.text("SearchLine")
        await t.press("escape", "/", "end")
        await t.type(" interns")
        assert " hong kong interns " in t.lines("SearchLine")[0]


@pytest.mark.parametrize("size", [NORMAL, NARROW, (40, 12)])
async def test_nothing_found_says_so_and_what_to_do(collection: Collection, size: tuple[int, int]) -> None:
    async with opened(collection, size) as t:
        await t.search("zeppelin")
        assert "0 found" in t.text("SearchLine")
        assert "Nothing found for “zeppelin”." in t.text("#nothing")
        assert "Try fewer words" in t.text("#nothing")


async def test_after_nothing_was_found_the_screen_is_usable(collection: Collection, copies: Clipboard) -> None:
    async with opened(collection) as t:
        await t.search("zeppelin")
        assert not t.is_visible("#detail")
        await t.press("enter", "down", "up")
        assert t.focused == "search"
        await t.press("ctrl+u")
        await t.type("hong kong")
        assert "Nothing found" not in t.text()
        assert t.cursor_line.startswith("Hong Kong Social Workers")
        await t.press("enter", "e")
    assert copies.texts == ["michael.radley@sutton.gov.uk"]


async def test_what_was_found_is_lit_up_wherever_it_stands(invented: Collection) -> None:
    async with opened(invented, NORMAL) as t:
        assert t.lit() == []
        await t.search("harbour")
        title, excerpt = t.lit("#results")[0], t.lit("#results")[1:]
        assert title == "Harbour"
        assert excerpt and {word.lower() for word in excerpt} == {"harbour"}
        assert t.lit("#detail") == ["Harbour", "Harbour"]  # the title, and the account's first word
        assert t.lit("#quotes") == ["harbour"]
        await t.press("escape", "escape")
        assert t.lit() == []


async def test_neighbouring_words_are_lit_up_as_one_and_figures_too(invented: Collection) -> None:
    async with opened(invented, NORMAL) as t:
        await t.search("social workers")
        assert "social workers" in t.lit("#figures")


async def test_the_counts_of_the_tree_follow_the_query(collection: Collection) -> None:
    async with opened(collection, WIDE) as t:
        await t.search("supervision")
        ids = collection.search("supervision", limit=None).ids
        counts = t.counts()
        by_category = collection.branch("category", ids)
        for category in collection.categories:
            assert counts[category.short_name] == str(by_category.get(category.id, 0)), category.short_name
        assert counts["Related reading"] == str(by_category[""])
        for root, kind in (("Authorities", "authority"), ("Themes", "theme"), ("Partners", "partner")):
            assert counts[root] == str(len(collection.branch(kind, ids))), root


async def test_signposts_stand_last_under_a_line_of_their_own(collection: Collection) -> None:
    async with opened(collection) as t:
        await t.search("racial equity sutton")
        signposts = [hit for hit in collection.search("racial equity sutton").hits if hit.kind == "signpost"]
        assert signposts
        await t.press(*["pagedown"] * 12)
        lines = [line.strip("▌ ") for line in t.lines("#results")]
        assert t.cursor_line == f"□ {signposts[-1].title}"
        assert "Its submission is not in this collection" in t.text("#detail")
        await t.press(*["up"] * (len(signposts) - 1))
        lines = [line.strip("▌ ") for line in t.lines("#results")]
        assert any(line.startswith("Named on other pages") for line in lines)


@pytest.mark.parametrize("size", [WIDE, NORMAL, MEDIUM, NARROW])
async def test_what_was_understood_is_said_in_one_line(
    collection: Collection, monkeypatch: pytest.MonkeyPatch, size: tuple[int, int]
) -> None:
    search, reading = Collection.search, Reading("locum", "agency worker")

    def search_and_read(self: Collection, query: str, limit: int | None = 20, exact: bool = False) -> Results:
        return replace(search(self, query, limit, exact), readings=(reading,) if query == "locum" else ())

    monkeypatch.setattr(Collection, "search", search_and_read)
    async with opened(collection, size) as t:
        await t.search("locu")
        row = t.where("Results")[1]
        assert "is read also as" not in t.text()
        await t.type("m")
        assert "“locum” is read also as agency worker." in t.text()
        assert t.where("Results")[1] == row  # nothing moves for it
        await t.type("s")
        assert "is read also as" not in t.text()


async def test_words_that_nothing_has_are_named_beside_what_was_found(
    invented: Collection, monkeypatch: pytest.MonkeyPatch
) -> None:
    search = Collection.search
    monkeypatch.setattr(Collection, "search", lambda *args, **named: replace(search(*args, **named), missing=("ode",)))
    async with opened(invented) as t:
        await t.search("harbour")
        assert "Nothing here has “ode”." in t.text()


async def test_while_a_query_is_refined_the_list_stays_where_the_reader_is(collection: Collection) -> None:
    async with opened(collection) as t:
        await t.search("superv")
        await t.press("down", "down")
        chosen, shown = t.cursor_line, t.text("#detail")[:60]
        row = next(n for n, line in enumerate(t.lines("#results")) if line.startswith("▌"))
        for letter in "ision":
            await t.type(letter)
            assert t.cursor_line == chosen
            assert t.text("#detail")[:60] == shown
            assert t.lines("#results")[row].startswith("▌") or row > 4 * 3
        await t.press("ctrl+u")
        await t.type("supervision")
        assert t.cursor_line == title(collection, 0, "supervision")[: len(t.cursor_line) - 1] + "…"


@pytest.mark.parametrize(
    ("query", "where", "pane", "marked"),
    [
        ("listen to us", "in a quotation", "#quotes", "They listen to us now"),
        ("groups office", "in a figure", "#figures", "6 groups"),
    ],
)
async def test_a_hit_opens_where_it_is(invented: Collection, query: str, where: str, pane: str, marked: str) -> None:
    async with opened(invented) as t:
        await t.search(query)
        assert invented.search(query).hits[0].part == 2
        assert f"Northmoor · {where} · Ada Marsh" in t.text("#results")
        assert any(line.startswith("▌") and marked in line for line in t.lines(pane))
    async with opened(invented, NARROW) as t:
        await t.search(query)
        await t.press("enter")
        assert t.focused == "detail"
        assert any(line.startswith("▌") and marked in line for line in t.lines("#detail"))
        await t.press("g", "escape", "enter")
        assert any(line.startswith("▌") and marked in line for line in t.lines("#detail"))


async def test_a_contact_that_was_found_is_brought_into_view(invented: Collection) -> None:
    async with opened(invented, (60, 16)) as t:
        await t.search("contact:quill quill")
        assert "in a contact" in t.text("#results")
        await t.press("enter")
        assert "Ben Quill" in t.text("#detail")


@pytest.mark.parametrize("query", ["   ", ""])
async def test_blanks_are_no_query(collection: Collection, query: str) -> None:
    async with opened(collection) as t:
        await t.search(query)
        assert t.is_visible("#tree")
        assert not t.is_visible("#results")
        assert "found" not in t.text("SearchLine")
