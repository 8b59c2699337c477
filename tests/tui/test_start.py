"""The start: what is loaded before the first picture, and what only when it is needed."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import spotlight_tui

SOURCES = Path(spotlight_tui.__file__).parent.parent

LATE = (
    "spotlight_tui.search.engine",
    "spotlight_tui.search.query",
    "spotlight_tui.database.writer",
    "spotlight_tui.tui.screens.help",
    "spotlight_tui.tui.screens.text_dialog",
    "rapidfuzz",
    "yaml",
    "sqlite_utils",
    "pyperclip",
    "click",
    "textual.widgets._markdown",
    "textual.widgets._text_area",
)

IMPORTED = f"""
import sys
import spotlight_tui.tui.app
print(*(name for name in {LATE!r} if name in sys.modules))
"""

PAINTED = f"""
import asyncio, sys
from spotlight_tui import Collection
from spotlight_tui.tui.app import SpotlightApp

async def main():
    with Collection.open(sys.argv[1]) as collection:
        app = SpotlightApp(collection)
        async with app.run_test(size=(120, 40)) as pilot:
            await pilot.pause()
            screen = "".join(strip.text for strip in app.screen._compositor.render_strips())
            assert "Workforce" in screen and "? Keys" in screen, screen
            print(*(name for name in {LATE!r} if name in sys.modules))
            await pilot.press("slash", "h", "o", "n", "g")
            for _ in range(400):
                if "found" in "".join(strip.text for strip in app.screen._compositor.render_strips()):
                    break
                await pilot.pause(0.01)
            print("spotlight_tui.search.engine" in sys.modules)

asyncio.run(main())
"""


def run(code: str, *arguments: str) -> list[str]:
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments],
        env={**os.environ, "PYTHONPATH": str(SOURCES)},
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=60,
    )
    assert not done.returncode, done.stderr
    return done.stdout.splitlines()


def test_every_name_below_is_a_module() -> None:
    """So that none is missing only because it has another name now."""
    (missing,) = run(
        f"""
import importlib.util
print(*(name for name in {LATE!r} if importlib.util.find_spec(name) is None))
"""
    )
    assert missing == ""


def test_importing_the_app_loads_nothing_that_can_wait() -> None:
    (loaded,) = run(IMPORTED)
    assert loaded == ""


def test_the_screen_is_painted_before_search_is_loaded(bundle: Path) -> None:
    loaded, searching = run(PAINTED, str(bundle))
    assert loaded == ""
    assert searching == "True"
