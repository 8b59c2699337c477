"""Whether the reader's collection is what the bundle and the reader's imports make."""

from __future__ import annotations

import zlib
from pathlib import Path

from ..database.schema import VERSION

_MARK = "collection.made-from"
UNFINISHED = "unfinished\n"
"""What the mark says while the collection is changed."""


def kept_files(folder: Path) -> list[Path]:
    """The files that hold imports and corrections, imports oldest first."""
    corrections = folder / "corrections.json"
    return [*sorted((folder / "imports").glob("*.json")), *([corrections] if corrections.is_file() else [])]


def made_from(folder: Path, bundle: Path) -> str:
    """What the collection in `folder` would be made from now: changes whenever one of the files does."""
    content = bundle.read_bytes()
    lines = [f"bundle {len(content)} {zlib.crc32(content)}"]
    for path in kept_files(folder):
        about = path.stat()
        lines.append(f"{path.name} {about.st_size} {about.st_mtime_ns}")
    return "\n".join(lines) + "\n"


def is_fresh(folder: Path, bundle: Path) -> bool:
    """Whether nothing is to be done: the collection is made from what is there, or there are no imports."""
    database = folder / "collection.db"
    if is_unfinished(folder):
        return False
    if not any((folder / "imports").glob("*.json")):
        return not database.exists() or not mark(folder).exists()
    try:
        return _format(database) == VERSION and mark(folder).read_text(encoding="utf-8") == made_from(folder, bundle)
    except (OSError, ValueError):
        return False


def _format(database: Path) -> int:
    """The `user_version` of a file, as it stands in the head of every SQLite file."""
    with database.open("rb") as file:
        return int.from_bytes(file.read(64)[60:], "big")


def is_unfinished(folder: Path) -> bool:
    """Whether a change of the collection was broken off."""
    try:
        return mark(folder).read_text(encoding="utf-8") == UNFINISHED
    except (OSError, ValueError):
        return False


def mark(folder: Path) -> Path:
    """The file that says what the collection was made from."""
    return folder / _MARK
