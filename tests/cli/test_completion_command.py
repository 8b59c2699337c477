"""Completion in shells: of commands, and of what the collection has."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from command_line import call, process


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
@pytest.mark.skipif(sys.platform == "win32", reason="shells of POSIX")
def test_a_script_for_each_shell(shell: str) -> None:
    result = call("completion", shell)
    assert result.exit_code == 0
    assert f"_SPOTLIGHT_TUI_COMPLETE={shell}_complete" in result.stdout
    assert call("completion", "cmd").exit_code == 2


def completed(line: str, **more: str) -> list[str]:
    words = line.split(" ")
    result = process(COMP_WORDS=line, COMP_CWORD=str(len(words) - 1), _SPOTLIGHT_TUI_COMPLETE="bash_complete", **more)
    assert result.stderr == b""
    return [row.split(",", 1)[1] for row in result.stdout.decode().splitlines() if row]


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("spotlight-tui se", "search"),
        ("spotlight-tui show sutton-b", "sutton-better-together"),
        ("spotlight-tui list --category work", "workforce"),
        ("spotlight-tui list --theme over", "overseas-recruitment"),
        ("spotlight-tui list --authority tower", "Tower Hamlets"),
        ("spotlight-tui figures --measure turn", "turnover"),
        ("spotlight-tui quotes --format js", "json"),
    ],
)
def test_what_the_collection_has_is_completed(line: str, value: str) -> None:
    assert value in completed(line)


def test_without_a_collection_completion_is_quiet(tmp_path: Path) -> None:
    assert completed("spotlight-tui show sut", SPOTLIGHT_DB=str(tmp_path / "none.db")) == []
