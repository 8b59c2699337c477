"""Colours: text can be read in each of our themes, also with 256 colours and with none."""

from __future__ import annotations

from collections.abc import Callable
from itertools import product

import pytest
from rich.color import Color, ColorSystem
from rich.color_triplet import ColorTriplet
from rich.segment import Segment

from spotlight_tui import Collection
from spotlight_tui.tui.themes import own_themes, tokens

from .terminal import Terminal, opened

OURS = ["spotlight-dark", "spotlight-light", "spotlight-contrast"]
TEXT = ["foreground", "muted", "faint", "accent", "river", "good", "warn"]
BEHIND = ["background", "surface", "panel", "cursor-row"]
GREYS = ["background", "surface", "panel", "rule", "bar", "foreground", "muted", "faint"]
OWN_GLYPHS = set("─▌▄■□►▼·…×→←↑↓≈•“”’–*|")
"""Of one's own: all in WGL4, one cell each."""


def luminance(colour: ColorTriplet) -> float:
    """Relative luminance (WCAG 2.2)."""
    parts = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour.normalized)
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), parts, strict=True))


def contrast(one: ColorTriplet, other: ColorTriplet) -> float:
    """Contrast ratio (WCAG 2.2): 1 to 21."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def true(colour: str) -> ColorTriplet:
    return Color.parse(colour).get_truecolor()


def of_256(colour: str) -> ColorTriplet:
    """What is left of a colour where there are 256."""
    return Color.parse(colour).downgrade(ColorSystem.EIGHT_BIT).get_truecolor()


@pytest.mark.parametrize("seen", [true, of_256])
@pytest.mark.parametrize("theme", OURS)
def test_every_text_colour_can_be_read_on_everything_behind_it(theme: str, seen: Callable[[str], ColorTriplet]) -> None:
    colours = {name: seen(colour) for name, colour in tokens(theme).items()}
    for text, behind in product(TEXT, BEHIND):
        assert contrast(colours[text], colours[behind]) >= 4.5, (text, behind)
    assert contrast(colours["hit-fg"], colours["hit-bg"]) >= 4.5
    assert contrast(colours["bar"], colours["background"]) >= 3
    assert contrast(colours["river"], colours["background"]) >= 3  # the other bar


@pytest.mark.parametrize("theme", OURS)
def test_greys_stay_grey_with_256_colours(theme: str) -> None:
    for name in GREYS:
        assert len(set(of_256(tokens(theme)[name]))) == 1 or name == "cursor-row", name


def test_the_computation_is_right() -> None:
    assert contrast(true("#000000"), true("#ffffff")) == pytest.approx(21)
    assert contrast(true("#777777"), true("#ffffff")) == pytest.approx(4.48, abs=0.01)


async def scenes(t: Terminal) -> list[list[Segment]]:
    """What is painted while one looks, searches and copies."""
    painted: list[list[Segment]] = []

    def take() -> None:
        painted.extend([*strip] for strip in t.strips())

    take()
    await t.search("supervision")
    take()
    await t.press("enter", "c")
    assert "Copied" in t.text()
    take()
    await t.press("escape", "g", "j")
    take()
    return painted


@pytest.mark.parametrize("theme", OURS)
async def test_all_that_is_painted_can_be_read(collection: Collection, theme: str) -> None:
    async with opened(collection, (160, 45), theme) as t:
        checked = 0
        for line in await scenes(t):
            for segment in line:
                if not any(letter.isalnum() for letter in segment.text):
                    continue
                assert segment.style and segment.style.color and segment.style.bgcolor, segment
                colours = segment.style.color.get_truecolor(), segment.style.bgcolor.get_truecolor()
                assert contrast(*colours) >= 4.5, segment
                assert not segment.style.dim, segment
                checked += 1
        assert checked > 500


async def test_our_own_glyphs_are_all_in_wgl4(invented: Collection) -> None:
    """What the records hold is theirs; the invented ones hold but these two."""
    async with opened(invented, (160, 45)) as t:
        painted = "".join(segment.text for line in await scenes(t) for segment in line)
    scroll_bar = set("▁▂▃▄▅▆▇█")
    assert {letter for letter in painted if not letter.isascii()} - scroll_bar <= OWN_GLYPHS


async def test_every_theme_there_is_can_be_chosen(collection: Collection) -> None:
    names = list(tokens("spotlight-dark"))
    async with opened(collection, (60, 20)) as t:
        before = t.text("#tree")
        themes = list(t.app.available_themes)
        assert len(themes) >= 20
        assert {theme.name for theme in own_themes()} == set(OURS) <= {*themes}
        frames = set()
        for theme in themes:
            t.app.theme = theme
            await t.settle()
            missing = [name for name in names if not t.app.theme_variables.get(name)]
            assert not missing, theme
            assert t.text("#tree") == before, theme
            frames.add(str(t.strips()[5]._segments))
        assert len(frames) >= len(themes) - 3


async def test_without_colour_everything_is_grey_and_hits_are_bold(
    invented: Collection, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with opened(invented, (120, 40)) as t:
        await t.search("harbour")
        for strip in t.strips():
            for segment in strip:
                for colour in (segment.style.color, segment.style.bgcolor) if segment.style else ():
                    assert colour is None or len(set(colour.get_truecolor())) == 1, segment
        bold = t.runs(lambda segment: bool(segment.style and segment.style.bold), "#quotes")
        assert "harbour" in bold
        assert t.cursor_line.startswith("Harbour Way")
