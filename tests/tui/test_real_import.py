"""The real thing: an import in tmux, and a terminal that is given back whatever ends the program."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from tools import needs

from . import test_real_terminal as real
from .test_real_terminal import PROMPT, Tmux, given_back, leave, until

pytestmark = pytest.mark.xdist_group("real terminal")

start_tmux = real.start_tmux
PAGE = Path(__file__).parent.parent / "pages" / "documents" / "lines.txt"


@pytest.fixture
def tmux(start_tmux: Callable[..., Tmux], tmp_path: Path) -> Tmux:
    """A terminal of a reader who has saved a page."""
    (tmp_path / "Downloads").mkdir()
    shutil.copy(PAGE, tmp_path / "Downloads" / "gardens.txt")
    return start_tmux()


def program(tmux: Tmux) -> int:
    """The program's process."""
    needs("pgrep")
    shell = tmux.run("display-message", "-p", "#{pane_pid}").strip()
    return int(subprocess.run(["pgrep", "-P", shell], capture_output=True, encoding="utf-8", check=True).stdout)


def test_a_saved_page_and_a_pasted_one_are_imported_and_taken_back(tmux: Tmux, tmp_path: Path) -> None:
    tmux.open("env -u SPOTLIGHT_DB")
    tmux.type("i")
    tmux.shows("gardens.txt", "Part of a name", "Paste the text")
    tmux.press("Enter")
    tmux.shows("Add to the collection", "3 new")
    tmux.type("A")
    tmux.shows("Imported  3 submissions", "Orla Pennyfeather")
    assert (tmp_path / "data" / "spotlight-tui" / "collection.db").exists()

    tmux.type("i")
    tmux.shows("Imported before 1")
    tmux.run("load-buffer", str(PAGE))
    tmux.run("paste-buffer", "-p")
    tmux.shows("55 lines")
    tmux.press("Enter")
    tmux.shows("Nothing is new")
    tmux.press("Escape")
    tmux.shows("Read it")
    tmux.press("Escape")
    tmux.shows("55 lines kept")
    tmux.type("U")
    tmux.shows("Take back the import of gardens.txt")
    tmux.type("y")
    tmux.shows("Taken back")
    assert not (tmp_path / "data" / "spotlight-tui" / "collection.db").exists()
    leave(tmux)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
@pytest.mark.parametrize("on_import", [False, True])
def test_the_terminal_is_given_back_after_a_signal(tmux: Tmux, number: signal.Signals, on_import: bool) -> None:
    tmux.open("env -u SPOTLIGHT_DB")
    if on_import:
        tmux.type("i")
        tmux.shows("gardens.txt")
    os.kill(program(tmux), number)
    until(lambda: tmux.screen().rstrip().endswith(PROMPT), tmux.screen)
    tmux.type("echo status $?")
    tmux.press("Enter")
    tmux.shows(f"status {128 + number}")
    given_back(tmux)
