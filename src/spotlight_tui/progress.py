"""How long work says how far it is, and how it is stopped."""

from __future__ import annotations

from collections.abc import Callable

Progress = Callable[[str, int, int], None]
"""Called with what is being done, how much of it is done, and of how much; 0 of 0 where nobody knows.

It may raise to stop the work, which then leaves everything as it was.
"""


def no_progress(what: str, done: int, of: int) -> None:
    """Tell nobody, and go on."""
