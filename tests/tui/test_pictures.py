"""A few pictures of the screen: whatever changes in them was meant to, or it is a defect.

After a change that was meant: `pytest tests/tui/test_pictures.py --snapshot-update`.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from types import SimpleNamespace

import pytest
from textual import _doc
from textual.pilot import Pilot

from spotlight_tui import Collection
from spotlight_tui.tui.app import SpotlightApp
from spotlight_tui.tui.screens import searching

from .terminal import Terminal

SCENES = {
    "main": ((120, 40), []),
    "search": ((80, 24), ["/", *"harbour"]),
    "read": ((60, 20), ["/", *"harbour", "enter"]),
    "help": ((80, 24), ["?"]),
}


@pytest.fixture(autouse=True)
def alike(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same files with every version of the plugin and of syrupy, which name and number them differently."""
    monkeypatch.setattr("pytest_textual_snapshot.SVGImageExtension.file_extension", "svg", raising=False)
    take = _doc.take_svg_screenshot
    monkeypatch.setattr(_doc, "take_svg_screenshot", lambda **named: re.sub(r"terminal-\d+", "terminal", take(**named)))


@pytest.mark.parametrize("scene", SCENES)
def test_picture(
    invented: Collection, snap_compare: Callable[..., bool], monkeypatch: pytest.MonkeyPatch, scene: str
) -> None:
    # How long a search took is shown.
    monkeypatch.setattr(searching, "time", SimpleNamespace(**{**vars(time), "perf_counter": lambda: 1.0}))
    size, keys = SCENES[scene]
    monkeypatch.setenv("COLUMNS", str(size[0]))
    monkeypatch.setenv("LINES", str(size[1]))
    app = SpotlightApp(invented)

    async def go(pilot: Pilot[None]) -> None:
        terminal = Terminal(app, pilot)
        await terminal.settle()
        await terminal.press(*keys)

    assert snap_compare(app, terminal_size=size, run_before=go)
