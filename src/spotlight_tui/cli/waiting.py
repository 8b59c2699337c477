"""Saying how far long work is, on standard error and only to somebody who sits there."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from ..progress import Progress, no_progress

if TYPE_CHECKING:
    from rich.progress import Progress as Bar


@contextmanager
def progress_shown() -> Iterator[Progress]:
    """A line that says what is done and how far it is, and is gone when it is done."""
    if sys.stderr is None or not sys.stderr.isatty():
        yield no_progress
        return
    bar: Bar | None = None

    def show(what: str, done: int, of: int) -> None:
        nonlocal bar
        if bar is None:
            bar = _bar()  # most commands never wait, and none of them loads what draws this
            bar.add_task(what, total=None)
            bar.start()
        bar.update(bar.task_ids[0], description=what, completed=done, total=of or None)

    try:
        yield show
    finally:
        if bar is not None:
            bar.stop()


def _bar() -> Bar:
    from rich.console import Console
    from rich.progress import BarColumn, TaskProgressColumn, TextColumn
    from rich.progress import Progress as Bar

    words = TextColumn("{task.description}", markup=False)  # the name of a file is no markup
    return Bar(words, BarColumn(), TaskProgressColumn(), console=Console(stderr=True), transient=True)
