"""What stands in a folder that an import could read; nothing here knows the screen."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit
from urllib.request import url2pathname

from ..text import clean, fold, one_line

MOST_ROWS = 1000
"""Files, and folders, that are listed; what is typed chooses among all."""
_MOST_LOOKED_AT = 200_000
"""Entries of a folder that are looked at."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A row of the list of files."""

    kind: str
    """above, folder or file."""
    path: Path
    size: int = 0
    changed: float = 0.0
    """When it was written last, seconds since 1970."""

    @property
    def name(self) -> str:
        return ".." if self.kind == "above" else self.path.name


@dataclass(frozen=True, slots=True)
class Folder:
    """A folder as it is listed."""

    path: Path
    typed: str
    """What was typed when it was asked for."""
    entries: tuple[Entry, ...] = ()
    more: bool = False
    """Whether there is more than is listed."""
    exact: Entry | None = None
    """The file or folder that what was typed names as it stands."""
    problem: str | None = None
    """Why it cannot be listed."""

    @property
    def files(self) -> list[Path]:
        return [entry.path for entry in self.entries if entry.kind == "file"]


def first_folder() -> Path:
    """Where a browser saves pages."""
    from platformdirs import user_downloads_path

    for path in (user_downloads_path, Path.home):
        try:
            folder = path()
            if folder.is_dir():
                return folder
        except (OSError, RuntimeError):
            continue
    return Path.cwd()


def place_of(text: str) -> str:
    """A path or address as it was typed, pasted or dropped, as it is meant: without what terminals put around it."""
    text = clean(text).strip()
    if len(text) > 1 and text[0] == text[-1] and text[0] in "\"'":
        text = text[1:-1]
    if text.startswith("file://"):
        parts = urlsplit(text)
        return url2pathname(parts.path) if sys.platform == "win32" else unquote(parts.path)
    if text.startswith("www."):
        return f"https://{text}"
    if sys.platform != "win32" and "\\" in text and not os.path.lexists(text):
        text = re.sub(r"\\(.)", r"\1", text)  # a file dropped on the window comes with its blanks escaped
    return text


def shown_path(path: Path) -> str:
    """A path in one line, the reader's own folder as ~."""
    try:
        return one_line(f"~{os.sep}{path.relative_to(Path.home())}" if path != Path.home() else "~")
    except (RuntimeError, ValueError):
        return one_line(str(path))


def is_address(place: str) -> bool:
    return "://" in place


def is_path(place: str) -> bool:
    """Whether a text is the beginning of a path, not a part of a name."""
    return place.startswith("~") or "/" in place or (sys.platform == "win32" and ("\\" in place or place[1:2] == ":"))


def look(folder: Path | None, typed: str, readable: Callable[[str], bool], stopped: Callable[[], bool]) -> Folder:
    """The folder to list for what is typed: the one at hand, or the one that a path begins with.

    Args:
        folder: the one at hand; None for where a browser saves pages.
        readable: tells of a file's name whether an import reads such.
        stopped: tells whether nobody waits any more.
    """
    folder = folder or first_folder()
    place = place_of(typed)
    if not place or is_address(place):
        return _listed(folder, typed, "", readable, stopped)
    exact = None
    part = place
    try:
        whole = folder / Path(place).expanduser()
        if whole.exists() and place not in (".", ".."):
            exact = Entry("folder" if whole.is_dir() else "file", whole)
        if is_path(place):
            ends = place.endswith(("/", os.sep)) or place == "~"
            folder, part = (whole, "") if ends else (whole.parent, whole.name)
    except (OSError, ValueError, RuntimeError):
        pass  # no path at all: it is a part of a name
    found = _listed(folder, typed, part, readable, stopped)
    return Folder(found.path, typed, found.entries, found.more, exact, found.problem)


def _listed(
    folder: Path, typed: str, part: str, readable: Callable[[str], bool], stopped: Callable[[], bool]
) -> Folder:
    """A folder's pages, the newest first, then its folders by name."""
    try:
        folder = folder.absolute()
        found, more = [], False
        for number, entry in enumerate(_entries(folder, fold(part), readable)):
            if stopped() or number == _MOST_LOOKED_AT:
                more = True
                break
            if entry:
                found.append(entry)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        return Folder(folder, typed, _above(folder), problem=one_line(f"This folder cannot be opened ({reason})."))
    files = sorted((e for e in found if e.kind == "file"), key=lambda e: e.changed, reverse=True)
    folders = sorted((e for e in found if e.kind == "folder"), key=lambda e: fold(e.name))
    more = more or len(files) > MOST_ROWS or len(folders) > MOST_ROWS
    return Folder(folder, typed, (*_above(folder), *files[:MOST_ROWS], *folders[:MOST_ROWS]), more)


def _above(folder: Path) -> tuple[Entry, ...]:
    return () if folder.parent == folder else (Entry("above", folder.parent),)


def _entries(folder: Path, part: str, readable: Callable[[str], bool]) -> Iterator[Entry | None]:
    """What is in a folder; None for what is not listed."""
    with os.scandir(folder) as entries:
        for entry in entries:
            name = entry.name
            # What a browser saves beside a page is no page.
            if name.startswith((".", "~$")) or name.endswith("_files") or part not in fold(name):
                yield None
                continue
            try:
                if entry.is_dir():
                    yield Entry("folder", Path(entry.path))
                elif readable(name):
                    about = entry.stat()
                    yield Entry("file", Path(entry.path), about.st_size, about.st_mtime)
                else:
                    yield None
            except OSError:
                yield None  # a link to nowhere
