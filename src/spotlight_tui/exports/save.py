"""Putting an export where the reader wants it: whole, or not at all."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from ..records import SpotlightError


def save(content: bytes, path: Path, replace: bool = False) -> None:
    """Write a file beside its place and move it there, so that nobody ever sees half of it.

    Args:
        content: what it holds.
        path: its place; a link is followed.
        replace: whether an existing file may be replaced.

    Raises:
        SpotlightError: it cannot be written there, or there is one already.
    """
    try:
        path = path.expanduser().resolve()
        if path.is_dir():
            raise SpotlightError(f"{path} is a folder: name a file in it.")
        if path.exists() and not path.is_file():
            raise SpotlightError(f"{path} is no ordinary file: name another one.")
        if path.exists() and not replace:
            raise SpotlightError(f"{path} exists: name another file, or replace it with --force.")
        if not path.parent.is_dir():
            raise SpotlightError(f"There is no folder {path.parent}: make it first, or name another one.")
        _put(content, path)
    except (OSError, ValueError, RuntimeError) as error:
        reason = getattr(error, "strerror", None) or error
        raise SpotlightError(f"{path} cannot be written ({reason}): name another place.") from error


def _put(content: bytes, path: Path) -> None:
    beside = path.with_name(f".spotlight-{os.getpid()}.part")
    try:
        with beside.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    finally:
        with suppress(OSError):
            beside.unlink()
