"""Pages that were read, and the screens on which they are mended, over the invented collection."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from typing import Any
from unittest.mock import patch

from textual.screen import Screen

from spotlight_tui import Collection
from spotlight_tui.records import Contents, Initiative
from spotlight_tui.sources.importer import Reading, read_text
from spotlight_tui.sources.merging import Merged, merge
from spotlight_tui.tui.app import SpotlightApp
from spotlight_tui.tui.screens.editing import EditScreen
from spotlight_tui.tui.screens.reviewing import ReviewScreen

from .invented import CONTENTS
from .terminal import Terminal, opened

_QUIET = 12
"""Turns of the loop without a message to read, after which a key is held to be dealt with."""

TODAY = "2026-11-22"

TIDE = """\
Eastvale – Tide Tables

Summary of project: Rotas follow the tides, and 9 of 12 teams are full.

Key Contact: Nell Wade – Rota Lead – nell.wade@eastvale.example

Team: Rota team

Main Submission:

Nobody waits for a shift any more.

“The tide comes in, and so do we.” (Social worker, June 2024)

“I can plan my week at last.” (Senior practitioner)
"""
HARBOUR_AGAIN = """\
Northmoor – Harbour Way – a place to stay and to grow

Summary of project: A centre for staff.

Key Contact: Ada Marsh – Principal Social Worker – Ada.Marsh@northmoor.example

Main Submission:

The whole text of Harbour Way, as the page has it.
"""
WARDROBE = """\
Narnia – The Wardrobe

Summary of project: Coats are lent to whoever is cold.

Key Contact: Digory Plum – Caretaker – d.plum@narnia.example

Main Submission:

There is a coat for everybody.
"""


async def go(t: Terminal, *keys: str) -> None:
    """Press keys, each as soon as the one before it is dealt with, and then wait for what comes of them."""
    for key in keys:
        t.send(key)
        quiet = 0
        while quiet < _QUIET:
            await asyncio.sleep(0)
            quiet = 0 if t._unread() else quiet + 1
    await t.settle()


END = "\nPractice Spotlight Navigation Panel:\n"

Answers = list[Any]


def read(*pages: str, base: Contents = CONTENTS, category: str | None = "workforce") -> tuple[list[Reading], Merged]:
    """What these pages say, laid upon a collection."""
    readings = [read_text(page, base, TODAY, category) for page in pages]
    return readings, merge(base, [reading.brought for reading in readings])


@asynccontextmanager
async def reviewed(
    collection: Collection, readings: Sequence[Reading], merged: Merged, size: tuple[int, int] = (120, 29)
) -> AsyncIterator[tuple[Terminal, Answers]]:
    """The review in a terminal, and what it was dismissed with."""
    async with _alone(collection, ReviewScreen(readings, merged, collection), size) as opened_:
        yield opened_


@asynccontextmanager
async def edited(
    collection: Collection, initiative: Initiative, size: tuple[int, int] = (120, 29)
) -> AsyncIterator[tuple[Terminal, Answers]]:
    """The edit screen in a terminal, and what it was dismissed with."""
    async with _alone(collection, EditScreen(initiative, collection), size) as opened_:
        yield opened_


@asynccontextmanager
async def _alone(
    collection: Collection, screen: Screen[Any], size: tuple[int, int]
) -> AsyncIterator[tuple[Terminal, Answers]]:
    """A screen over an empty one: the main screen takes time, and nothing of it is looked at here."""
    answers: Answers = []
    with patch.object(SpotlightApp, "get_default_screen", lambda app: Screen()):
        async with opened(collection, size) as t:
            t.app.push_screen(screen, answers.append)
            await t.settle()
            yield t, answers
