"""What an import understood and did, as lines for people and as the document of the contract."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from ..sources.account import KINDS, category_of, found_in, once
from .output import QUIET, STRONG, TITLE, Paper

if TYPE_CHECKING:
    from ..sources.importer import Failure, Reading
    from ..sources.merging import Change, Merged

_MOST = 200
"""Doubts that are printed; `--json` has all of them."""


def write_report(out: Paper, readings: Sequence[Reading], merged: Merged, dry_run: bool) -> None:
    """What was found in each document, what became of it, and what is doubtful."""
    for reading in readings:
        _write_found(out, reading)
    said = set()
    all_changes = once(merged.changes)
    for kind, label in KINDS.items():
        changes = [change for change in all_changes if change.kind == kind]
        if not changes:
            continue
        said.add(kind)
        out.gap()
        out.line((f"{label} ({len(changes)})", TITLE))
        for change in changes:
            _write_change(out, change)
    _write_doubts(out, readings, merged.warnings)
    out.gap()
    if not merged.changes:
        out.line("Nothing was found to import.")
    elif dry_run:
        out.line("Nothing was changed: this was a dry run.")
    elif said == {"unchanged"}:
        out.line("Nothing is new: the collection has all of it already.")
    else:
        out.line("Your collection has it now. Take it back with: spotlight-tui import --undo")


def _write_found(out: Paper, reading: Reading) -> None:
    out.line((reading.name, TITLE))
    category = category_of(reading)
    if category:
        out.line(f"Category: {category}")
    out.line("Found: " + ", ".join(found_in(reading)))


def _write_change(out: Paper, change: Change) -> None:
    out.line(", ".join(change.authorities), ": " if change.authorities else "", (change.title, STRONG), first="- ")
    out.line((change.id, QUIET), first="  ")
    for detail in change.details:
        out.line(detail, first="  ")


def _write_doubts(out: Paper, readings: Sequence[Reading], warnings: Iterable[str]) -> None:
    doubts = [*_doubts(readings), *((None, warning) for warning in warnings)]
    if not doubts:
        return
    out.gap()
    out.line((f"Doubtful, or not understood ({len(doubts)})", TITLE))
    for line, message in doubts[:_MOST]:
        out.line(f"line {line}: {message}" if line else message, first="- ")
    if len(doubts) > _MOST:
        out.line(f"and {len(doubts) - _MOST} more: --json has them all", first="- ")


def _doubts(readings: Sequence[Reading]) -> Iterator[tuple[int | None, str]]:
    for reading in readings:
        for doubt in reading.doubts:
            yield doubt.line, doubt.message if len(readings) == 1 else f"{reading.name}: {doubt.message}"


def as_document(readings: Sequence[Reading], merged: Merged, failures: Sequence[Failure]) -> dict[str, Any]:
    """What the documents themselves say, in the shape of an export, with what is doubtful and what changes."""
    from ..exports.tables import collection_document
    from ..sources.kept import as_one

    contents = as_one([reading.contents for reading in readings], merged.contents.publisher)
    warnings = [{"line": line, "message": message} for line, message in _doubts(readings)]
    warnings += [{"line": None, "message": message} for message in merged.warnings]
    warnings += [{"line": None, "message": failure.message} for failure in failures]
    changes = [
        {
            "id": change.id,
            "title": change.title,
            "authorities": change.authorities,
            "change": change.kind,
            "details": change.details,
        }
        for change in once(merged.changes)
    ]
    return {**collection_document(contents), "warnings": warnings, "changes": changes}
