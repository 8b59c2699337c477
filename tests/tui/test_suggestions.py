"""Nothing or little was found: which words stop it, and what else to look for."""

from __future__ import annotations

from dataclasses import replace

import pytest

from spotlight_tui import Collection
from spotlight_tui.search.results import Results, Suggestion

from .terminal import Terminal, opened, widest

NORMAL, WIDE, NARROW = (120, 40), (200, 50), (60, 20)
OFFERED = (Suggestion("supervision", 2, "Nothing here has the other word"), Suggestion("harbour", 1, "It is near"))


@pytest.fixture(autouse=True)
def suggesting(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two suggestions for whatever asks for a zeppelin or for lanterns."""
    search = Collection.search

    def suggest(self: Collection, query: str, limit: int | None = 20, exact: bool = False) -> Results:
        if "zeppelin" in query:
            return Results(query, query, suggestions=OFFERED, missing=("zeppelin",))
        if "airship" in query:
            return Results(query, query, missing=("airship",))
        results = search(self, query, limit, exact)
        return replace(results, suggestions=OFFERED) if "lantern" in query else results

    monkeypatch.setattr(Collection, "search", suggest)


def field(t: Terminal) -> str:
    """What stands in the search line."""
    return t.widget("#search").value  # type: ignore[attr-defined, no-any-return]


@pytest.mark.parametrize("size", [NORMAL, WIDE, NARROW, (40, 12)])
async def test_what_stops_it_and_what_to_take_instead(invented: Collection, size: tuple[int, int]) -> None:
    async with opened(invented, size) as t:
        await t.search("zeppelin rides")
        said = t.text("#nothing")
        assert "Nothing found for “zeppelin rides”. Nothing here has “zeppelin”." in said
        assert "“supervision”" in said
        assert "Nothing here has the other word" in said
        assert widest(t.lines()) <= size[0]
        assert "↑ ↓ Choose" in t.key_line


async def test_without_suggestions_the_text_still_helps(invented: Collection) -> None:
    async with opened(invented) as t:
        await t.search("airship rides")
        said = t.text("#nothing")
        assert "Nothing here has “airship”." in said
        assert "Try fewer words" in said
        assert "Esc clears the search line" in said
        await t.press("down", "enter")
        assert t.focused == "search"


@pytest.mark.parametrize("size", [NORMAL, NARROW])
async def test_enter_puts_a_row_into_the_line_and_runs_it(invented: Collection, size: tuple[int, int]) -> None:
    async with opened(invented, size) as t:
        await t.search("zeppelin rides")
        await t.press("enter")
        assert t.focused == "suggestions"
        assert "Enter Open" in t.key_line
        await t.press("enter")
        assert field(t) == "supervision"
        assert t.focused == "search"
        assert "2 found" in t.text("SearchLine")
        assert not t.is_visible("#nothing")


async def test_a_row_that_the_arrows_reached_is_taken_from_the_line(invented: Collection) -> None:
    async with opened(invented) as t:
        await t.search("zeppelin rides")
        await t.press("down", "enter")
        assert field(t) == "harbour"
        assert t.cursor_line == "Harbour Way – a place to stay and to grow"[: len(t.cursor_line) - 1] + "…"


async def test_enter_before_the_answer_takes_nothing_unasked(invented: Collection) -> None:
    async with opened(invented) as t:
        await t.press("/")
        for key in (*"zeppelin", "enter"):
            t.send(key)
        await t.settle()
        assert field(t) == "zeppelin"
        assert t.focused == "suggestions"
        await t.press("escape")
        assert field(t) == ""


@pytest.mark.parametrize("query", ["zeppelin", "lantern"])
async def test_one_click_takes_a_row(invented: Collection, query: str) -> None:
    async with opened(invented) as t:
        await t.search(query)
        await t.click("“harbour”")
        assert field(t) == "harbour"
        assert "found" in t.text("SearchLine")


async def test_where_little_was_found_the_rows_follow_the_results(invented: Collection) -> None:
    async with opened(invented) as t:
        await t.search("lantern")
        total = invented.search("lantern").total
        shown = t.text("#results")
        assert shown.index("Lantern Rooms") < shown.index("Or look for") < shown.index("“supervision”")
        await t.press(*["down"] * total)
        assert t.cursor_line.startswith("“supervision”")
        assert t.text("#detail").startswith("Lantern Rooms")
        await t.press("enter")
        assert field(t) == "supervision"


async def test_a_suggestion_with_markup_is_only_text(invented: Collection, monkeypatch: pytest.MonkeyPatch) -> None:
    bad = "[@click=app.quit]x[/] \x1b[31m"
    answer = Results("q", "q", suggestions=(Suggestion(bad, 1, bad),), missing=(bad,))
    monkeypatch.setattr(Collection, "search", lambda self, query, limit=20, exact=False: replace(answer, query=query))
    async with opened(invented) as t:
        await t.search("q")
        assert "[@click=app.quit]x[/]" in t.text("#nothing")
        assert "\x1b" not in "".join(t.lines())
