"""Changing the reader's own collection under the screen: nobody reads it meanwhile, and it is opened anew."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar, cast

from ..collection import Collection
from ..progress import Progress
from ..records import SpotlightError

if TYPE_CHECKING:
    from ..sources.imports import Imports
    from .app import SpotlightApp
    from .screens.browse import BrowseScreen
    from .work import Outcome

T = TypeVar("T")


@dataclass(frozen=True)
class Arrival:
    """With what a main screen begins that takes the place of another."""

    id: str | None = None
    """The initiative to stand on."""
    open: frozenset[tuple[str, ...]] = frozenset()
    """The branches of the tree that are open."""
    query: str = ""
    reading: bool = False
    """Whether the text is in focus, not the list."""
    news: tuple[str, str, bool] | None = None
    """Head and text of the notice, and whether it is good."""
    then: Callable[[BrowseScreen], None] | None = None
    """What is done next."""


def change(
    app: SpotlightApp,
    title: str,
    do: Callable[[Imports, Progress], T],
    done: Callable[[T, Collection], Arrival],
    failed: Callable[[str], Arrival],
    *,
    can_stop: bool = True,
) -> None:
    """Change the reader's collection, and put a fresh main screen in the place of the old one.

    The old collection is closed before, because Windows replaces no file that is open; it is opened again whatever
    comes of the change.

    Args:
        title: what is done.
        do: does it, in a thread.
        done: called with what came of it and with the collection that is open now.
        failed: called with why it failed, or was stopped.
    """
    from .screens.browse import BrowseScreen
    from .screens.reading_screen import STOPPED
    from .screens.work_screen import WorkScreen

    def run(progress: Progress) -> tuple[Collection, Outcome[T]]:
        app.collection.close()
        outcome = _outcome(do, progress)
        collection = Collection.open()
        collection.look_over()
        return collection, outcome

    def ended(outcome: Outcome[tuple[Collection, Outcome[T]]]) -> None:
        if outcome.value is None:
            app.exit(return_code=1, message=outcome.error)
            return
        app.collection, inner = outcome.value
        reason = STOPPED if inner.stopped else inner.error
        arrival = failed(reason) if reason else done(cast("T", inner.value), app.collection)
        app.switch_screen(BrowseScreen(app.collection, app.size, arrival))

    async def begin() -> None:
        while not isinstance(app.screen, BrowseScreen):
            await app.pop_screen()
        screen = WorkScreen(title, run, ended, stop="in order" if can_stop else "never", at_once=False)
        await app.switch_screen(screen)  # whatever read the old collection is gone then
        screen.begin()

    app.run_worker(begin(), group="change")


def _outcome(do: Callable[[Imports, Progress], T], progress: Progress) -> Outcome[T]:
    from ..sources.imports import Imports
    from .work import Outcome, Stopped

    try:
        return Outcome(do(Imports.of_reader(), progress))
    except Stopped:
        return Outcome(stopped=True)
    except SpotlightError as error:
        return Outcome(error=str(error))
