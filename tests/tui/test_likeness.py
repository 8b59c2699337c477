"""More like this, and others with this contact, partner or theme."""

from __future__ import annotations

import pytest

from spotlight_tui import Collection
from spotlight_tui.tui.screens.others import OthersScreen

from .terminal import Terminal, flat, opened, widest

WIDE, NORMAL, MEDIUM, NARROW = (200, 50), (120, 40), (80, 24), (60, 20)
SIZES = [WIDE, NORMAL, MEDIUM, NARROW]
CAREER = "barnet-career-conversations"


async def on_career(t: Terminal) -> None:
    """Stand on Career Conversations, found by a search."""
    await t.search("career conversations")
    await t.press("enter")
    if t.app.screen.has_class("-narrow"):
        await t.press("escape")


@pytest.mark.parametrize("size", SIZES)
async def test_l_shows_what_is_like_it_and_why(collection: Collection, size: tuple[int, int]) -> None:
    found = collection.like(CAREER)
    async with opened(collection, size) as t:
        await on_career(t)
        await t.press("l")
        assert "More like Career Conversations" in t.lines("#alike")[0]
        assert t.focused == "alike"
        assert not t.is_visible("#results")
        said = t.text("#alike")
        assert flat(found[0].title)[:20] in said
        assert said.count("Both: ") >= 2
        assert flat(found[0].why)[:24] in said
        assert widest(t.lines()) <= size[0]
        if t.is_visible("#detail"):
            assert t.text("#detail").startswith(flat(found[0].title)[:30])


@pytest.mark.parametrize("size", [NORMAL, MEDIUM])
async def test_the_text_follows_the_arrows_and_enter_goes_there(collection: Collection, size: tuple[int, int]) -> None:
    found = collection.like(CAREER)
    async with opened(collection, size) as t:
        await on_career(t)
        await t.press("l", "j")
        assert t.text("#detail").startswith(flat(found[1].title)[:30])
        await t.press("]")
        assert t.text("#detail").startswith(flat(found[2].title)[:30])
        await t.press("[", "enter")
        assert t.focused == "detail"
        assert t.text("#detail").startswith(flat(found[1].title)[:30])
        await t.press("escape")
        assert t.focused == "alike"


@pytest.mark.parametrize("size", SIZES)
async def test_esc_goes_back_to_the_results(collection: Collection, size: tuple[int, int]) -> None:
    async with opened(collection, size) as t:
        await on_career(t)
        before = t.lines()[:-1]
        await t.press("l", "j", "escape")
        assert t.lines()[:-1] == before
        assert t.focused == "results"
        await t.press("escape")
        assert t.lines("SearchLine")[0].strip().startswith("/ Search") or t.focused == "tree"


@pytest.mark.parametrize("size", SIZES)
async def test_esc_goes_back_to_the_tree(collection: Collection, size: tuple[int, int]) -> None:
    async with opened(collection, size) as t:
        await t.press("j")
        before = t.lines()
        await t.press("l")
        assert t.is_visible("#alike")
        await t.press("escape")
        assert t.lines() == before
        assert t.focused == "tree"


@pytest.mark.parametrize("size", [NORMAL, NARROW])
async def test_esc_goes_back_to_the_place_in_the_text(collection: Collection, size: tuple[int, int]) -> None:
    async with opened(collection, size) as t:
        await t.press("enter", "space")
        before = t.lines("#detail")
        await t.press("l")
        assert t.focused == "alike"
        await t.press("escape")
        assert t.focused == "detail"
        assert t.lines("#detail") == before


async def test_one_goes_on_from_like_to_like_and_back_step_by_step(collection: Collection) -> None:
    first = collection.like(CAREER)
    second = collection.like(first[1].id)
    async with opened(collection) as t:
        await on_career(t)
        await t.press("l", "j", "l")
        assert t.lines("#alike")[0].startswith(f"─ More like {first[1].title}"[:30])
        assert t.text("#detail").startswith(flat(second[0].title)[:20])
        await t.press("escape")
        assert "More like Career Conversations" in t.lines("#alike")[0]
        assert t.cursor_line[:20] == flat(first[1].title)[:20]
        await t.press("escape")
        assert t.focused == "results"


async def test_keys_pressed_at_once_mean_what_the_cursor_is_on(collection: Collection) -> None:
    found = collection.like(CAREER)
    async with opened(collection) as t:
        await on_career(t)
        await t.press("l")
        await t.type("jl")
        assert t.lines("#alike")[0].startswith(f"─ More like {found[1].title}"[:30])


async def test_whoever_types_searches_instead(collection: Collection) -> None:
    async with opened(collection) as t:
        await t.press("l", "/")
        await t.type("supervision")
        assert not t.is_visible("#alike")
        assert "Results" in t.lines("#results")[0]
        await t.press("enter", "escape")
        assert t.focused == "tree"
        assert not t.is_visible("#results")


@pytest.mark.parametrize("size", [NORMAL, MEDIUM])
async def test_the_search_line_is_left_for_the_list(collection: Collection, size: tuple[int, int]) -> None:
    async with opened(collection, size) as t:
        for key in ("enter", "escape"):
            await t.press("l", "/", key)
            assert t.focused == "alike"
            await t.press("escape")


async def test_what_is_unlike_all_others_says_so(invented: Collection) -> None:
    async with opened(invented) as t:
        await t.search("mentor")
        await t.press("enter", "l")
        assert "No other initiative in this collection is like A quiet start." in t.text("#keys")
        assert t.focused == "results"
        assert not t.app.screen.query("#alike")


async def test_nothing_is_like_a_category(invented: Collection) -> None:
    async with opened(invented) as t:
        await t.press("g", "j", "l")
        assert "No initiative is shown" in t.text("#keys")
        await t.press("w")
        assert "No initiative is shown" in t.text("#keys")


async def test_a_smaller_terminal_keeps_the_list(collection: Collection) -> None:
    async with opened(collection) as t:
        await t.press("l", "j")
        line = t.cursor_line[:20]
        for size in (MEDIUM, NARROW, WIDE):
            await t.resize(*size)
            assert t.focused == "alike"
            assert t.cursor_line[:20] == line
            assert widest(t.lines()) <= size[0]


async def test_the_mouse_opens_what_is_alike(collection: Collection) -> None:
    found = collection.like(CAREER)
    async with opened(collection, WIDE) as t:
        await on_career(t)
        await t.click("More like this", "#keys")
        await t.click(found[1].title[:12], "#alike")
        assert t.text("#detail").startswith(flat(found[1].title)[:30])
        await t.click(found[1].title[:12], "#alike")
        assert t.focused == "detail"


# Others with this


@pytest.mark.parametrize("size", SIZES)
async def test_w_lists_what_others_have_too(invented: Collection, size: tuple[int, int]) -> None:
    async with opened(invented, size) as t:
        await t.search("harbour")
        await t.press("enter", "w")
        said = t.text("#others-box")
        assert said.startswith("What others share with Harbour Way")
        assert "Themes" in said and "Supervision" in said
        assert "Retention" not in said  # nobody else has it
        assert "Contacts" not in said and "Partners" not in said
        assert "Enter Show them" in said and "Esc Back" in said
        assert widest(t.lines()) <= size[0]


@pytest.mark.parametrize("size", [NORMAL, NARROW])
async def test_enter_shows_the_others(invented: Collection, size: tuple[int, int]) -> None:
    async with opened(invented, size) as t:
        await t.search("harbour")
        await t.press("enter", "w", "enter")
        assert "theme:supervision" in t.lines("SearchLine")[0]
        assert "Results 2" in t.lines("#results")[0]
        assert t.focused == "results"
        assert t.cursor_line.startswith("Lantern Rooms")


@pytest.mark.parametrize("key", ["escape", "q", "w"])
async def test_the_list_of_what_is_shared_closes(invented: Collection, key: str) -> None:
    async with opened(invented) as t:
        await t.press("w", key)
        assert len(t.app.screen_stack) == 1
        assert t.focused == "tree"


async def test_a_partner_with_a_comma_and_brackets_finds_the_others(collection: Collection) -> None:
    async with opened(collection) as t:
        await t.search("masterclasses")
        await t.press("enter", "w")
        assert "University of Kent" in t.text("#others-box")
        await t.click("University of Kent", "#others-list")
        assert 'partner:"University of Kent"' in t.lines("SearchLine")[0]
        assert t.cursor_line.startswith("Best mentoring initiative")


async def test_what_nobody_shares_is_said(invented: Collection) -> None:
    async with opened(invented) as t:
        await t.search("mentor")
        await t.press("enter", "w")
        assert "names no contact and no partner" in t.text("#keys")
        await t.search("communication for all")
        await t.press("enter", "w")
        assert "No other initiative has a contact, a partner or a theme of" in t.text("#keys")
        assert not isinstance(t.app.screen, OthersScreen)


async def test_a_click_on_the_themes_asks_for_the_others(invented: Collection) -> None:
    async with opened(invented) as t:
        await t.press("enter", "G")
        await t.click("Retention · Supervision", "#detail")
        assert isinstance(t.app.screen, OthersScreen)
        await t.click_at((0, 0))
        assert len(t.app.screen_stack) == 1


async def test_the_palette_knows_both(collection: Collection) -> None:
    async with opened(collection, (120, 80)) as t:
        offered = [command.title for command in t.app.get_system_commands(t.app.screen)]
    assert "Find: More like this" in offered
    assert "Find: Others with this" in offered


async def test_titles_are_never_markup(hostile_likes: Collection) -> None:
    async with opened(hostile_likes) as t:
        await t.press("l")
        assert "[@click=app.quit]" in t.lines("#alike")[0]
        assert "[/] twin" in t.text("#alike")
        await t.press("escape", "w")
        assert "[bold]team[/]" in t.text("#others-box")


@pytest.fixture
def hostile_likes(tmp_path_factory: pytest.TempPathFactory) -> Collection:
    """Two that share what would be markup."""
    from dataclasses import replace

    from spotlight_tui.database.writer import write

    from .invented import CONTENTS, HARBOUR

    partners = ('[bold]team[/] “quoted" \x1b]52;c;eA==\x07',)
    one = replace(HARBOUR, title="[@click=app.quit]one[/]", partners=partners)
    other = replace(HARBOUR, id="twin", title="[/] twin", partners=partners, keywords=("[red]harbour",))
    path = tmp_path_factory.mktemp("hostile") / "likes.db"
    write(replace(CONTENTS, initiatives=(one, other, *CONTENTS.initiatives[1:])), path)
    return Collection.open(path)


@pytest.mark.parametrize("size", SIZES)
async def test_esc_goes_from_the_others_back_to_the_search_before(invented: Collection, size: tuple[int, int]) -> None:
    async with opened(invented, size) as t:
        await t.search("supervision")
        await t.press("escape", "g")
        first = t.cursor_line
        await t.press("w", "enter")
        assert "theme:supervision" in t.lines("SearchLine")[0]
        await t.press("escape")
        assert " supervision " in t.lines("SearchLine")[0]
        assert t.focused == "results" and t.cursor_line == first
        await t.press("escape")
        assert t.focused == "tree" and "supervision" not in t.lines("SearchLine")[0]


async def test_esc_goes_from_the_others_back_to_the_tree(invented: Collection) -> None:
    async with opened(invented) as t:
        before = t.cursor_line
        await t.press("w", "enter")
        assert t.cursor_line.startswith("Lantern Rooms")
        await t.press("escape")
        assert t.focused == "tree" and t.cursor_line == before
        assert t.text("#detail").startswith("Harbour Way")
