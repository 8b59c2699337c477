"""The registry of actions, and what is made from it: bindings, the key line, help, the palette."""

from __future__ import annotations

import pytest
from rich.cells import cell_len
from textual.binding import Binding

from spotlight_tui import Collection
from spotlight_tui.tui.actions import ACTIONS, Action, bindings
from spotlight_tui.tui.screens.browse import BrowseScreen
from spotlight_tui.tui.screens.help import HelpScreen
from spotlight_tui.tui.screens.text_dialog import TextDialog
from spotlight_tui.tui.themes import COLOURS
from spotlight_tui.tui.widgets.search_line import SearchInput

from .outside import Clipboard
from .terminal import flat, opened

FORBIDDEN = {"f10", "f11", *(f"ctrl+{letter}" for letter in "szhijmwtnba"), "ctrl+left_square_bracket"}
"""Eaten by terminals, or the same to them as Enter, Tab and Esc."""


def keys_of(made: object) -> list[str]:
    assert isinstance(made, Binding)
    return made.key.split(",")


def test_ids_are_unique() -> None:
    ids = [action.id for action in ACTIONS]
    assert len(ids) == len(set(ids))
    bound = [made.id for made in bindings() if isinstance(made, Binding)]
    assert None not in bound
    assert len(bound) == len(set(bound))


def test_no_key_has_two_actions() -> None:
    keys = [key for action in ACTIONS for key in action.keys.split(",") if key]
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize("action", [action for action in ACTIONS if action.keys], ids=lambda action: action.id)
def test_every_action_with_keys_is_bound_to_a_method_of_the_screen(action: Action) -> None:
    bound = {key: made for made in bindings() if isinstance(made, Binding) for key in keys_of(made)}
    for key in action.keys.split(","):
        name = bound[key].action.split("(")[0]
        assert name == action.id.replace("-", "_")
        assert callable(getattr(BrowseScreen, f"action_{name}")), name
        assert bound[key].tooltip == action.help


def test_every_action_of_the_palette_has_a_method() -> None:
    for action in ACTIONS:
        if action.in_palette:
            assert callable(getattr(BrowseScreen, f"action_{action.id.replace('-', '_')}")), action.id


@pytest.mark.parametrize("owner", [BrowseScreen, HelpScreen, TextDialog, SearchInput])
def test_no_key_is_bound_that_terminals_eat(owner: type[BrowseScreen]) -> None:
    bound = {key for made in owner.BINDINGS for key in keys_of(made)}
    assert bound
    assert not bound & FORBIDDEN
    assert not [key for key in bound if key.startswith("alt+")]


def test_every_ctrl_key_has_another_beside_it() -> None:
    for action in ACTIONS:
        keys = action.keys.split(",")
        assert not action.keys or any(not key.startswith("ctrl+") for key in keys), action.id


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (60, 20)])
async def test_help_shows_every_action(collection: Collection, size: tuple[int, int]) -> None:
    async with opened(collection, size) as t:
        await t.press("?")
        pages = [""]
        while t.text("#help-page") != pages[-1]:
            pages.append(t.text("#help-page"))
            await t.press("space")
        assert "Esc Back" in t.text("#help-keys")
        # Pages share a line.
        said = flat(" ".join(pages))
        for action in ACTIONS:
            if action.shown and action.id not in ("close", "write-file", "copy-figure"):  # said by others
                assert f"{action.shown} {action.help}"[:45] in said, action.id
            assert action.group in said


async def test_help_moves_with_its_keys(collection: Collection) -> None:
    async with opened(collection, (80, 24)) as t:
        await t.press("?")
        first = t.text("#help-page")
        for down, up in (
            ("j", "k"),
            ("down", "up"),
            ("space", "b"),
            ("pagedown", "pageup"),
            ("G", "g"),
            ("end", "home"),
        ):
            await t.press(down)
            assert t.text("#help-page") != first, down
            await t.press(up)
            assert t.text("#help-page") == first, up


@pytest.mark.parametrize("key", ["escape", "q", "?", "f1", "enter"])
async def test_help_closes(collection: Collection, key: str) -> None:
    async with opened(collection, (80, 24)) as t:
        await t.press("f1")
        assert t.is_visible("#help-page")
        await t.press(key)
        assert len(t.app.screen_stack) == 1
        assert t.app.is_running


@pytest.mark.parametrize("width", [120, 80, 60, 40, 20])
async def test_the_key_line_fits_and_keeps_help(collection: Collection, width: int) -> None:
    async with opened(collection, (width, 24)) as t:
        seen = []
        for keys in ("", "gj", ["/", *"hong kong"], ["enter"], ["escape", "escape", "/", *"zeppelin"]):
            await t.press(*keys)
            line = t.lines("#keys")[0]
            assert cell_len(line) == width
            assert line.rstrip().endswith("? Keys")
            assert {*line.strip().split("   ")} <= {f"{action.shown} {action.label}" for action in ACTIONS}
            seen.append(line)
        assert len(set(seen)) == 5 or width < 60


async def test_the_key_line_offers_what_can_be_done(invented: Collection) -> None:
    async with opened(invented, (160, 45)) as t:
        for offered in ("c Copy contact", "e Address", "y Copy quote", "Y Copy record", "m Write", "o Open page"):
            assert offered in t.key_line
        await t.search("mentor")
        assert t.key_line == "↑ ↓ Choose Enter Go to it Esc Leave ? Keys"
        await t.press("enter")
        assert "Copy contact" not in t.key_line  # no contact
        assert "Open page" not in t.key_line  # no address
        assert "y Copy quote" in t.key_line
        await t.press("escape", "g", "j")
        assert t.key_line == "/ Search o Open page : Commands ? Keys"


@pytest.mark.parametrize("key", [":", "ctrl+p"])
async def test_the_palette_finds_a_command_and_does_it(invented: Collection, copies: Clipboard, key: str) -> None:
    async with opened(invented, (80, 24)) as t:
        await t.press(key)
        await t.type("copy record")
        await t.until(lambda: "Copy and write: Copy record" in t.text(), "the command")
        await t.press("enter")
        await t.until(lambda: t.key_line.startswith("▌ Copied the record Harbour Way"), "the copy")
    assert copies.texts[0].startswith("# Harbour Way")


async def test_the_palette_offers_every_command(collection: Collection) -> None:
    async with opened(collection, (120, 80)) as t:
        offered = {command.title: command.help for command in t.app.get_system_commands(t.app.screen)}
    wanted = {f"{action.group}: {action.label}": action.help for action in ACTIONS if action.in_palette}
    assert offered == wanted
    assert len(wanted) > 10


async def test_t_goes_through_the_colours_and_says_which(collection: Collection) -> None:
    async with opened(collection, (80, 24)) as t:
        seen = [t.app.theme]
        for _ in COLOURS:
            await t.press("t")
            assert COLOURS[t.app.theme][:30] in t.key_line
            seen.append(t.app.theme)
    assert seen[0] == seen[-1] == "spotlight-dark"
    assert set(seen) == set(COLOURS)


async def test_any_theme_is_chosen_with_the_palette(collection: Collection) -> None:
    async with opened(collection, (80, 24)) as t:
        await t.press(":")
        await t.type("all colours")
        await t.until(lambda: "The program: All colours" in t.text(), "the command")
        await t.press("enter")
        await t.until(lambda: "Search for themes" in t.text(), "the themes")
        await t.type("dracula")
        await t.until(lambda: t.text().count("dracula") == 2, "the theme below the field")
        await t.press("enter")
        await t.until(lambda: t.app.theme == "dracula" and len(t.app.screen_stack) == 1, "the choice")
