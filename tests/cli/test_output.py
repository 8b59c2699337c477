"""How lines are laid out for a terminal."""

from __future__ import annotations

import io

import pytest
from rich.console import Console

from spotlight_tui.cli.output import Terminal, bold_marked


def written(width: int, terminal: bool = False) -> tuple[Terminal, io.StringIO]:
    out = io.StringIO()
    return Terminal(
        Console(file=out, width=width, force_terminal=terminal, color_system=None, emoji=False, markup=False), width
    ), out


def test_lines_are_broken_between_words_and_hung() -> None:
    paper, out = written(20)
    paper.line("one two three ", ("four five six", "bold"), " seven", first="- ")
    assert out.getvalue() == "- one two three four\n  five six seven\n"


def test_an_address_stays_whole() -> None:
    paper, out = written(20)
    paper.line("see https://example.org/a/long/address here")
    assert out.getvalue().splitlines() == ["see", "https://example.org/a/long/address", "here"]


def test_wide_characters_count_as_two() -> None:
    paper, out = written(12)
    paper.line("你好世界 你好世界")
    assert out.getvalue().splitlines() == ["你好世界", "你好世界"]


@pytest.mark.parametrize("width", [1, 5, 40, 59, 60, 80, 200])
def test_a_row_fits_any_width(width: int) -> None:
    paper, out = written(width)
    paper.row("Kingston upon Thames, Richmond upon Thames", [["a b c " * 20], [""], ["id"]], [])
    lines = out.getvalue().splitlines()
    assert max(map(len, lines)) <= max(min(width, 80), 12)
    assert lines[0].startswith("Kingston")
    assert ("a b c" in lines[0]) == (width >= 60)


@pytest.mark.parametrize("text", ["[/", "[bold]x[/bold]", "[@click=app.quit]x", ":smile:", "\\[x]", "[link=x]y"])
def test_data_is_never_markup(text: str) -> None:
    paper, out = written(80, terminal=True)
    paper.line(text)
    paper.row(text, [[text]], [])
    paper.field(text, text)
    assert out.getvalue().count(text) == 5


def test_bold_words() -> None:
    assert bold_marked("a **b c** d") == ["a ", ("b c", "bold"), " d"]
    assert bold_marked("2 ** 3") == ["2 ** 3"]
