"""Reading documents and comparing them with the collection, for the screens of an import; runs in a thread."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timezone
from pathlib import Path
from typing import TYPE_CHECKING

from ..progress import Progress
from ..records import Category, SpotlightError

if TYPE_CHECKING:
    from ..sources.corrections import Fields
    from ..sources.importer import Failure, Reading
    from ..sources.imports import Imports
    from ..sources.merging import Merged


@dataclass
class Typed:
    """What a reader chose and typed on the import screen: it is there again when they come back."""

    folder: Path | None = None
    place: str = ""
    pasted: str = ""


@dataclass(frozen=True)
class Read:
    """What documents say, and what became of it so far."""

    readings: Sequence[Reading]
    merged: Merged
    corrections: Mapping[str, Fields] = field(default_factory=dict)
    """What the reader mended in it, by the ids of `merged`."""
    as_read: Sequence[Reading] = ()
    """The readings without what was mended, where something was: by them a page is known when it comes again."""

    def mended(self, corrections: Mapping[str, Fields]) -> Read:
        """The same with what the reader mended laid upon it, so that it is to be seen when it is looked at again."""
        from ..sources.corrections import corrected, with_corrections

        ids: Iterator[str] = iter([change.id for change in self.merged.changes])
        readings = []
        for reading in self.readings:
            named = [(initiative, next(ids)) for initiative in reading.contents.initiatives]
            made = tuple(corrected(i, corrections[id_]) if id_ in corrections else i for i, id_ in named)
            readings.append(replace(reading, contents=replace(reading.contents, initiatives=made)))
        merged = replace(self.merged, contents=with_corrections(self.merged.contents, corrections))
        together = {
            id_: {**self.corrections.get(id_, {}), **corrections.get(id_, {})}
            for id_ in (*self.corrections, *corrections)
        }
        return Read(readings, merged, together, self.as_read or self.readings)


def read(places: Sequence[str], pasted: str | None, category: Category | None, progress: Progress) -> Read:
    """Read files and addresses, or text that was pasted, and compare it with the collection.

    Args:
        category: the one that the reader came from; it counts where a single page does not say its own.

    Raises:
        SpotlightError: there is nothing to import in it.
    """
    from ..sources.imports import Imports

    progress("Looking at your collection", 0, 0)
    imports = Imports.of_reader()
    known, today = imports.contents(), date.today().isoformat()

    def once(category_id: str | None) -> tuple[list[Reading], list[Failure]]:
        from ..sources.importer import read_places, read_text

        if pasted is None:
            return read_places(places, known, today, category_id, progress)
        progress("Reading the pasted text", 0, 0)
        return [read_text(pasted, known, today, category_id)], []

    readings, failures = once(None)
    if category and len(readings) == 1 and readings[0].text and not readings[0].contents.categories:
        readings, failures = once(category.id)
    _refuse_nothing(readings, failures)
    merged = imports.preview([reading.brought for reading in readings], progress)
    # A document that could not be read is no reason to leave the others; the report says so of it.
    warnings = (*(failure.message for failure in failures), *merged.warnings)
    return Read(readings, replace(merged, warnings=warnings))


def _refuse_nothing(readings: Sequence[Reading], failures: Sequence[Failure]) -> None:
    if any(reading.contents.initiatives for reading in readings):
        return
    if failures:
        more = f" So it is with {len(failures) - 1} more." if len(failures) > 1 else ""
        raise SpotlightError(f"{failures[0].message}{more}")
    name = readings[0].name if len(readings) == 1 else "these documents"
    raise SpotlightError(
        f"In {name} there is no submission that is understood: save or copy the whole page of a category, from its"
        " title to its end, and try again."
    )


def add(read: Read, imports: Imports, progress: Progress) -> Merged:
    """Keep what was read.

    Raises:
        SpotlightError: it cannot be written.
    """
    at = datetime.now(timezone.utc).astimezone().isoformat(timespec="seconds")
    documents = [reading.brought for reading in read.as_read or read.readings]
    return imports.add(documents, at, [reading.name for reading in read.readings], read.corrections, progress)
