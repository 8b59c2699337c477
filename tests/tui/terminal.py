"""A terminal for tests: it shows the screen as plain lines, and takes keys and the mouse."""

from __future__ import annotations

import asyncio
import os
import re
import time
from collections.abc import AsyncIterator, Callable, Iterable
from contextlib import asynccontextmanager
from unittest.mock import patch

from rich.cells import cell_len
from rich.segment import Segment
from textual import events
from textual._compositor import Compositor
from textual._context import visible_screen_stack
from textual.driver import Driver
from textual.drivers.headless_driver import HeadlessDriver
from textual.geometry import Size
from textual.keys import _character_to_key
from textual.pilot import Pilot
from textual.screen import Screen
from textual.strip import Strip
from textual.widget import Widget

from spotlight_tui import Collection
from spotlight_tui.tui.app import SpotlightApp
from spotlight_tui.tui.screens.browse import BrowseScreen
from spotlight_tui.tui.themes import tokens

PATIENCE = 8.0
"""Seconds after which something that has not come is held not to come at all."""


class Terminal:
    """The app in a terminal of a size: what it shows, and what a reader does with it."""

    def __init__(self, app: SpotlightApp, pilot: Pilot[None]) -> None:
        self.app = app
        self.pilot = pilot
        self._painted: list[Strip] | None = None
        """The screen as it was looked at last, until something is done."""

    # What is seen

    def lines(self, selector: str | None = None) -> list[str]:
        """The screen as it is painted, or the part of it where a widget stands."""
        return [strip.text for strip in self.strips(selector)]

    def text(self, selector: str | None = None) -> str:
        """What can be read there, in one line: every run of white space and of marks in the margin as one space."""
        strips = self.strips(selector, inside=True)
        return flat(" ".join(strip.text for strip in strips).replace("▌", " "))

    def lit(self, selector: str | None = None) -> list[str]:
        """The texts that are lit up as found, each as one piece for a line."""
        background = tokens(self.app.theme)["hit-bg"]
        return self.runs(lambda segment: _background(segment) == background, selector)

    def runs(self, fits: Callable[[Segment], bool], selector: str | None = None) -> list[str]:
        """The pieces of lines whose style fits; neighbours are one piece."""
        found = []
        for strip in self.strips(selector):
            piece = ""
            for segment in [*strip, Segment("\n")]:
                if segment.text != "\n" and fits(segment):
                    piece += segment.text
                elif piece:
                    found.append(piece)
                    piece = ""
        return found

    def strips(self, selector: str | None = None, inside: bool = False) -> list[Strip]:
        """The part of the screen where a widget stands; `inside` its border and scroll bar."""
        if self._painted is None:
            self._painted = self.app.screen._compositor.render_strips()
        strips = self._painted
        if selector is None:
            return strips
        widget = self.widget(selector)
        if not self.is_visible(selector):
            return []
        region = widget.scrollable_content_region if inside else widget.region
        return [strip.crop(region.x, region.right) for strip in strips[region.y : region.bottom]]

    def widget(self, selector: str) -> Widget:
        return self.app.screen.query_one(selector)

    def is_visible(self, selector: str) -> bool:
        """Whether a widget is on the screen now."""
        return any(widget in self.app.screen._compositor.visible_widgets for widget in self.app.screen.query(selector))

    def where(self, text: str, selector: str | None = None) -> tuple[int, int]:
        """The cell (column, row) at which a text begins."""
        origin = self.widget(selector).region.offset if selector else (0, 0)
        for row, line in enumerate(self.lines(selector)):
            if text in line:
                return origin[0] + cell_len(line[: line.index(text)]), origin[1] + row
        raise AssertionError(f"{text!r} is not on the screen:\n" + "\n".join(self.lines(selector)))

    def counts(self) -> dict[str, str]:
        """The branches in view in the tree, each with what stands behind its leaders."""
        found = (re.match(r"[▌ ]\s*(?:[►▼□] )?(.+?) ·* ([\d–]+)\s*\W?$", line) for line in self.lines("#tree"))
        return {match[1].strip(): match[2] for match in found if match}

    @property
    def focused(self) -> str | None:
        """The id of what has the focus."""
        return self.app.focused.id if self.app.focused else None

    @property
    def cursor_line(self) -> str:
        """The first line of the row that the cursor of the list in use stands on."""
        rows = self.strips(f"#{self.browse.list_in_use.id}", inside=True)
        return flat(next((row.text[1:] for row in rows if row.text.startswith("▌")), ""))

    @property
    def browse(self) -> BrowseScreen:
        """The main screen, whatever stands over it."""
        return next(screen for screen in self.app.screen_stack if isinstance(screen, BrowseScreen))

    @property
    def key_line(self) -> str:
        return " ".join(self.lines("#keys")[0].split()) if self.is_visible("#keys") else ""

    # What is done

    async def press(self, *keys: str) -> None:
        """Press keys: a character stands for its key, others go by Textual's name."""
        for key in keys:
            self.send(key)
            await self._quiet()
        await self.settle()

    async def type(self, text: str) -> None:
        """Type into what has the focus, faster than anything is answered."""
        for letter in text:
            self.send(letter)
        await self.settle()

    def send(self, key: str) -> None:
        """Press a key and wait for nothing."""
        character = key if len(key) == 1 else None
        self._driver.send_message(events.Key(_character_to_key(key) if character else key, character))

    async def search(self, query: str) -> None:
        """Go to the search line and type."""
        await self.press("/")
        await self.type(query)

    async def paste(self, text: str) -> None:
        self._driver.send_message(events.Paste(text))
        await self.settle()

    async def click(self, text: str, selector: str | None = None, times: int = 1) -> None:
        """Click on the first letter of a text."""
        await self.click_at(self.where(text, selector), times)

    async def click_at(self, cell: tuple[int, int], times: int = 1) -> None:
        """Click on a cell (column, row), not so soon after another click that both would be a double click."""
        self.app._click_chain_last_offset = None
        for _ in range(times):
            self._mouse(events.MouseDown, cell)
            self._mouse(events.MouseUp, cell)
        await self.settle()

    async def drag(self, begin: tuple[int, int], end: tuple[int, int]) -> None:
        """Press the button at one cell, and let it go at another."""
        for kind, cell in ((events.MouseDown, begin), (events.MouseMove, end), (events.MouseUp, end)):
            self._mouse(kind, cell)
            await self.settle()

    async def wheel(self, selector: str, steps: int) -> None:
        """Turn the wheel over a widget, down or up."""
        region = self.widget(selector).region
        cell = region.x + region.width // 2, region.y + region.height // 2
        for _ in range(abs(steps)):
            self._mouse(events.MouseScrollDown if steps > 0 else events.MouseScrollUp, cell)
            await self.settle()

    def _mouse(self, kind: Callable[..., events.MouseEvent], cell: tuple[int, int]) -> None:
        column, row = cell
        self._driver.send_message(kind(None, column, row, 0, 0, 1, False, False, False, column, row))

    @property
    def _driver(self) -> Driver:
        driver = self.app._driver
        assert driver is not None
        return driver

    async def resize(self, width: int, height: int) -> None:
        assert isinstance(self._driver, HeadlessDriver)
        self._driver._size = size = Size(width, height)
        self._driver.send_message(events.Resize(size, size))
        await self.until(lambda: self.app.screen._compositor.size == size, "the new size")
        await self.settle()

    async def settle(self) -> None:
        """Wait until every worker has answered, every message is read, and what came of it is painted."""
        late = time.monotonic() + PATIENCE
        while time.monotonic() < late:
            await self._quiet()
            self._painted = self.app.screen._compositor.render_strips()
            await self.pilot._wait_for_screen()
            screen = self.app.screen
            if not (self._unread() or screen._layout_required or screen._dirty_widgets):
                return

    async def _quiet(self) -> None:
        """Wait until nothing is under way."""
        quiet = 0
        late = time.monotonic() + PATIENCE
        while quiet < 2 and time.monotonic() < late:
            await self.until(lambda: all(worker.is_finished for worker in self.app.workers), "the workers' end")
            await self.pilot._wait_for_screen()
            self.app.screen._on_timer_update()
            quiet = 0 if self._unread() else quiet + 1
            await asyncio.sleep(0)

    def _unread(self) -> bool:
        """Whether a message waits to be read."""
        return any(pump.message_queue_size for pump in (self.app, *self.app.screen.walk_children(with_self=True)))

    async def read(self) -> None:
        """Wait until every key is read, whatever the workers are at."""
        for _ in range(3):
            await self.pilot._wait_for_screen()

    async def until(self, holds: Callable[[], bool], what: str) -> None:
        """Wait for something to hold.

        Raises:
            AssertionError: it did not in good time.
        """
        late = time.monotonic() + PATIENCE
        while not holds():
            if time.monotonic() > late:
                raise AssertionError(f"{what}: not within {PATIENCE:.0f} s\n" + "\n".join(self.lines()))
            await asyncio.sleep(0.005)
            self._painted = None


@asynccontextmanager
async def opened(
    collection: Collection, size: tuple[int, int] = (120, 40), theme: str | None = None
) -> AsyncIterator[Terminal]:
    """The program in a terminal of `size`: columns and rows."""
    known = patch.dict(os.environ, COLUMNS=str(size[0]), LINES=str(size[1]))
    with known, patch.object(Compositor, "render_update", _skip):
        app = SpotlightApp(collection)
        app.animation_level = "none"
        async with app.run_test(size=size) as pilot:
            if theme:
                app.theme = theme
            terminal = Terminal(app, pilot)
            await terminal.settle()
            yield terminal


def _skip(compositor: Compositor, full: bool = False, screen_stack: list[Screen[object]] | None = None) -> None:
    """Paint nothing that nobody looks at; half the time of the tests goes into it."""
    visible_screen_stack.set(screen_stack or [])
    compositor._dirty_regions.clear()


def _background(segment: Segment) -> str | None:
    colour = segment.style.bgcolor if segment.style else None
    return colour.triplet.hex if colour and colour.triplet else None


def flat(text: str) -> str:
    """A text with every run of white space as one space."""
    return " ".join(text.split())


def widest(lines: Iterable[str]) -> int:
    """The cells of the widest line, blanks at its end left out."""
    return max((cell_len(line.rstrip()) for line in lines), default=0)


def unsafe(text: str) -> list[str]:
    """The characters of a text that a terminal would obey, or that make a text look like another."""
    return re.findall(
        "[\x00-\x1f\x7f-\x9f\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2028\u2029\u2060\u2066-\u2069\ufeff"
        "\ud800-\udfff\U000e0000-\U000e007f]",
        text,
    )
