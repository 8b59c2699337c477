"""Where files live on each platform."""

from __future__ import annotations

import os
import sys
import time
from contextlib import suppress
from pathlib import Path

from platformdirs import user_data_path

_PACKAGE = Path(__file__).resolve().parent


def bundled_database() -> Path:
    """The collection that came with the program: inside the package, or in the checkout the package runs from."""
    installed = _PACKAGE / "spotlight.db"
    return installed if installed.exists() else _PACKAGE.parent.parent / "data" / "spotlight.db"


def user_data() -> Path:
    """The folder for the reader's own files; it need not exist."""
    return Path(user_data_path("spotlight-tui", appauthor=False))


def chosen(path: str | os.PathLike[str] | None = None) -> Path | None:
    """The database that was named: by `path`, else by SPOTLIGHT_DB; None where neither names one."""
    named = path or os.environ.get("SPOTLIGHT_DB")
    if not named:
        return None
    place = Path(named)
    with suppress(RuntimeError):  # there is no such user: the name stands for itself
        place = place.expanduser()
    return place


def database(path: str | os.PathLike[str] | None = None) -> Path:
    """The database to read: the one that was named, else the reader's own, else the bundled one."""
    named = chosen(path)
    if named:
        return named
    own = user_data() / "collection.db"
    return own if own.exists() else bundled_database()


def put_in_place(made: Path, place: Path) -> None:
    """Put a file in the place of another, at once.

    Windows refuses while anybody has the other open, as an indexer does for a moment: it is tried again for a while.
    """
    for wait in _WAITS if sys.platform == "win32" else ():
        try:
            made.replace(place)
        except PermissionError:
            time.sleep(wait)
        else:
            return
    made.replace(place)


_WAITS = (0.05, 0.1, 0.2, 0.4, 0.8)
"""Seconds."""
