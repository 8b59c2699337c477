"""One import as it is kept: a file with what was read, in the shape of an export, and when it was."""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Container, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, fields, is_dataclass, replace
from pathlib import Path
from typing import Any, TypeVar

from ..paths import put_in_place
from ..records import Contents, Publisher, SpotlightError
from ..text import clean
from .collection_json import FORMAT, VERSION, read_collection
from .merging import Brought, Change

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Kept:
    """One import."""

    path: Path
    at: str
    """When, ISO with date, time and zone."""
    origin: tuple[str, ...]
    """What was imported: names of files, addresses."""
    contents: Contents

    @property
    def brought(self) -> Brought:
        return Brought(self.contents, has_ids=True, kept=True, at=self.at)


def read_kept(path: Path) -> Kept:
    """An import that was kept.

    Raises:
        SpotlightError: the file cannot be read, or is none of ours.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, ValueError) as error:
        raise SpotlightError(f"{path} cannot be read ({error}): move it out of that folder.") from error
    contents = read_collection(text, str(path))
    about = json.loads(text).get("import")
    about = about if isinstance(about, dict) else {}
    origin = about.get("from")
    return Kept(
        path,
        clean(str(about.get("at") or "")),
        tuple(clean(str(name)) for name in origin) if isinstance(origin, list) else (),
        contents,
    )


def write_kept(kept: Kept) -> None:
    """Write an import to its place, whole or not at all."""
    document = {"format": FORMAT, "version": VERSION, "import": {"at": kept.at, "from": kept.origin}}
    write_whole(kept.path, as_json(document | plain(kept.contents)))


def as_json(thing: object) -> str:
    """JSON in one line: laid out for people, ten thousand records would take three times as long."""
    return json.dumps(thing, ensure_ascii=False) + "\n"


def plain(thing: Any) -> Any:
    """A record as dictionaries and lists; quicker than `dataclasses.asdict`, which copies every text."""
    if is_dataclass(thing):
        return {field.name: plain(getattr(thing, field.name)) for field in fields(thing)}
    return [plain(part) for part in thing] if isinstance(thing, tuple) else thing


def write_whole(path: Path, text: str) -> None:
    """Write a file beside its place and move it there."""
    beside = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with beside.open("w", encoding="utf-8", errors="replace", newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        put_in_place(beside, path)
    finally:
        with suppress(OSError):
            beside.unlink()


def next_path(folder: Path, at: str) -> Path:
    """Where the next import is kept; names sort in the order of imports."""
    last = max((int(path.name[:6]) for path in folder.glob("*.json") if path.name[:6].isdecimal()), default=0)
    return folder / f"{last + 1:06}-{at[:10]}.json"


def as_held(documents: Sequence[Brought], changes: Sequence[Change], categories: Container[str]) -> Contents:
    """The documents of one import as one, each initiative with the id under which it is held now.

    Args:
        categories: those that were known before; what another collection calls them does not count here.
    """
    documents = [_without(document, categories) if document.has_ids else document for document in documents]
    one = as_one([document.contents for document in documents], documents[0].contents.publisher)
    pairs = zip(one.initiatives, changes, strict=True)
    return replace(one, initiatives=tuple(replace(each, id=change.id) for each, change in pairs))


def _without(document: Brought, categories: Container[str]) -> Brought:
    unknown = tuple(category for category in document.contents.categories if category.id not in categories)
    return replace(document, contents=replace(document.contents, categories=unknown))


def as_one(parts: Sequence[Contents], publisher: Publisher) -> Contents:
    """Several documents as one."""
    initiatives = tuple(initiative for part in parts for initiative in part.initiatives)
    counts = Counter(category for i in initiatives for category in (i.category, *i.also_in))
    return Contents(
        publisher,
        tuple(replace(category, initiatives=counts[category.id]) for category in _once(parts, "categories")),
        _once(parts, "authorities"),
        _once(parts, "themes"),
        _once(parts, "measures"),
        tuple({acronym: None for part in parts for acronym in part.acronyms}),
        _once(parts, "signposts"),
        initiatives,
    )


def _once(parts: Iterable[Contents], name: str) -> tuple[Any, ...]:
    """What one of several documents says of each category, authority, theme or measure: the last that does."""
    things = (thing for part in parts for thing in getattr(part, name))
    return tuple({getattr(thing, "id", None) or thing.name: thing for thing in things}.values())
