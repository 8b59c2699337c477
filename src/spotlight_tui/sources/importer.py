"""Files, folders, addresses and pasted text → what they say: records not yet laid upon the collection."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from ..progress import Progress, no_progress
from ..records import Contents, Initiative, SpotlightError
from ..text import one_line
from .collection_json import read_collection
from .documents import read_address, read_document, read_pasted
from .lines import Document
from .merging import Brought
from .page import asked_category, read_page

READ_ENDINGS = (".txt", ".text", ".md", ".html", ".htm", ".xhtml", ".mhtml", ".mht", ".webarchive", ".docx", ".pdf")
"""What a folder is looked through for, beside `.json`."""
_ENDINGS = frozenset((*READ_ENDINGS, ".json"))
_MOST_FILES = 1000
"""Files of a folder that are read."""
_LARGEST = 250_000_000
"""Bytes of an exported collection that are read; ten thousand records have a third of it."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something that was not understood, or not surely."""

    document: str
    line: int | None
    message: str


@dataclass(frozen=True, slots=True)
class Reading:
    """What one document says."""

    name: str
    contents: Contents
    """Its initiatives, and of everything else only what they refer to."""
    doubts: tuple[Doubt, ...] = ()
    text: Document | None = None
    """The lines of a page, to lay the records beside."""

    @property
    def brought(self) -> Brought:
        return Brought(self.contents, has_ids=self.text is None)


@dataclass(frozen=True, slots=True)
class Failure:
    """Something that could not be read at all."""

    name: str
    message: str


def read_places(
    places: Sequence[str],
    known: Contents,
    today: str,
    category: str | None = None,
    progress: Progress = no_progress,
) -> tuple[list[Reading], list[Failure]]:
    """Read files, folders and web addresses.

    Args:
        known: the collection they are to be laid upon: its authorities, categories and measures.
        today: the day of reading, ISO.
        category: id, number or name of the category that the pages are of, whatever they say.
        progress: told before each of them; where it raises, reading stops.

    Raises:
        SpotlightError: there is no such category.
    """
    if category is not None:
        asked_category(category, known.categories)
    readings: list[Reading] = []
    failures: list[Failure] = []
    jobs = list(_jobs(places, failures, progress))
    for number, (name, read) in enumerate(jobs):
        progress(f"Reading {name}", number, len(jobs))
        try:
            readings.append(_reading(read(), known, today, category))
        except SpotlightError as error:
            failures.append(Failure(name, str(error)))
    return readings, failures


def read_text(text: str, known: Contents, today: str, category: str | None = None) -> Reading:
    """Read text that was pasted: a page, or an exported collection.

    Raises:
        SpotlightError: there is nothing in it, or no such category.
    """
    if _is_json(text):
        return _reading(_exported(text, "The pasted text"), known, today, category)
    return _reading(read_pasted(text), known, today, category)


Job = tuple[str, Callable[[], "Document | Reading"]]


def _jobs(places: Sequence[str], failures: list[Failure], progress: Progress) -> Iterator[Job]:
    for place in places:
        if "://" in place:
            yield one_line(place), partial(read_address, place)
            continue
        path = Path(place)
        with suppress(RuntimeError):  # there is no such user: the name stands for itself
            path = path.expanduser()
        for file in _files(path, failures, progress):
            yield one_line(file.name), partial(_of_file, file)


def _files(path: Path, failures: list[Failure], progress: Progress) -> Iterable[Path]:
    """The file, or those of a folder that an import reads, oldest first, so that a page's newest state is the last.

    What a browser saves beside a page is left out.
    """
    name = one_line(str(path))
    try:
        if not path.is_dir():
            return [path]
        found = []
        for folder, inside, files in os.walk(path):
            progress(f"Looking through {one_line(folder)}", 0, 0)
            inside[:] = sorted(each for each in inside if not each.startswith(".") and not each.endswith("_files"))
            found += [Path(folder, file) for file in sorted(files) if _is_read(file)]
            if len(found) > _MOST_FILES:
                failures.append(
                    Failure(name, f"{name} holds more than {_MOST_FILES} documents: name a smaller folder.")
                )
                return []
        found.sort(key=lambda file: (file.stat().st_mtime_ns, str(file)))
    except (OSError, ValueError) as error:
        failures.append(Failure(name, f"{name} cannot be read ({error}): check the path."))
        return []
    if not found:
        failures.append(Failure(name, f"{name} holds no page: save pages there as text, HTML, Word or PDF."))
    return found


def _is_read(name: str) -> bool:
    return not name.startswith((".", "~$")) and Path(name).suffix.lower() in _ENDINGS


def _of_file(path: Path) -> Document | Reading:
    if path.suffix.lower() != ".json":
        return read_document(path)
    name = one_line(path.name)
    try:
        if path.exists() and not path.is_file():
            raise SpotlightError(f"{name} is no ordinary file: choose another.")
        if path.stat().st_size > _LARGEST:
            raise SpotlightError(f"{name} is larger than {_LARGEST // 1_000_000} MB: export fewer initiatives.")
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise SpotlightError(f"{name} is not UTF-8: export the collection again.") from error
    except OSError as error:
        raise SpotlightError(f"{name} cannot be opened ({error.strerror or error}): check the path.") from error
    return _exported(text, name)


def _is_json(text: str) -> bool:
    return text.lstrip("\ufeff \t\r\n").startswith("{") and '"spotlight-collection"' in text[:2000]


def _exported(text: str, name: str) -> Reading:
    contents = read_collection(text, name)
    doubts = []
    if not contents.initiatives:
        doubts.append(Doubt(name, None, "There is no initiative in it."))
    return Reading(name, contents, tuple(doubts))


def _reading(read: Document | Reading, known: Contents, today: str, category: str | None) -> Reading:
    if isinstance(read, Reading):
        return read
    page = read_page(read, known, category)
    initiatives = tuple(replace(i, source=replace(i.source, read_on=today)) for i in page.initiatives)
    doubts = [Doubt(read.name, None, message) for message in read.warnings]
    doubts += [Doubt(read.name, warning.line, warning.message) for warning in page.warnings]
    contents = Contents(
        known.publisher,
        (page.category,) if page.category else (),
        tuple(a for a in known.authorities if any(a.name in i.authorities for i in initiatives)),
        measures=tuple(m for m in known.measures if any(_has_measure(i, m.id) for i in initiatives)),
        initiatives=initiatives,
    )
    return Reading(read.name, contents, tuple(doubts), read)


def _has_measure(initiative: Initiative, measure: str) -> bool:
    return any(figure.measure == measure for figure in initiative.figures)
