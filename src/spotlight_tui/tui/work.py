"""Long work in a thread: how it ended, and how it is stopped. Nothing here knows the screen."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from ..progress import Progress
from ..records import SpotlightError

T = TypeVar("T")

_PAUSE = 0.05
"""Seconds between two words of how far it is."""


class Stopped(Exception):
    """The reader has stopped the work."""


@dataclass(frozen=True, slots=True)
class Outcome(Generic[T]):
    """How work ended: with something, with an error to tell, or stopped."""

    value: T | None = None
    error: str | None = None
    stopped: bool = False


class Work(Generic[T]):
    """Work that can be stopped from another thread."""

    def __init__(self, do: Callable[[Progress], T]) -> None:
        self._do = do
        self._stop = threading.Event()

    def stop(self) -> None:
        """Ask it to end at the next word of how far it is."""
        self._stop.set()

    @property
    def is_stopping(self) -> bool:
        return self._stop.is_set()

    def run(self, tell: Callable[[str, int, int], object]) -> Outcome[T]:
        """Do it, in this thread.

        Args:
            tell: told how far it is, not more often than a reader can see.
        """
        last = (0.0, "")

        def progress(what: str, done: int, of: int) -> None:
            nonlocal last
            if self._stop.is_set():
                raise Stopped
            now = time.monotonic()
            if what != last[1] or now - last[0] > _PAUSE:
                last = (now, what)
                tell(what, done, of)

        try:
            return Outcome(self._do(progress))
        except Stopped:
            return Outcome(stopped=True)
        except SpotlightError as error:
            return Outcome(error=str(error))
