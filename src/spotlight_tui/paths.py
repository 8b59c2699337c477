"""Where files live on each platform."""

from __future__ import annotations

import os
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


def database(chosen: str | os.PathLike[str] | None = None) -> Path:
    """The database to read: the one chosen, else SPOTLIGHT_DB, else the reader's own, else the bundled one."""
    named = chosen or os.environ.get("SPOTLIGHT_DB")
    if named:
        path = Path(named)
        with suppress(RuntimeError):  # there is no such user: the name stands for itself
            path = path.expanduser()
        return path
    own = user_data() / "collection.db"
    return own if own.exists() else bundled_database()
