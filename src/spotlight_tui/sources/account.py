"""The account of an import: what was found in each document, and what became of each initiative."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from .importer import Reading
from .merging import Change

KINDS = {
    "new": "New",
    "joined": "Came with the program, keeps its own account",
    "updated": "Updated",
    "unchanged": "Unchanged",
}
"""What can become of an initiative, in the order of an account, and the words for it."""


def once(changes: Iterable[Change]) -> list[Change]:
    """One change for each initiative, where several documents tell of it."""
    found: dict[str, Change] = {}
    for change in changes:
        before = found.get(change.id)
        if before is None or before.kind == "unchanged":
            found[change.id] = change
        elif change.kind != "unchanged":
            found[change.id] = replace(before, details=(*before.details, *change.details))
    return list(found.values())


def found_in(reading: Reading) -> list[str]:
    """What was found in a document, as `17 submissions`."""
    initiatives = reading.contents.initiatives
    parts = (
        ("submission", len(initiatives)),
        ("contact", sum(len(i.contacts) for i in initiatives)),
        ("quotation", sum(len(i.quotes) for i in initiatives)),
        ("figure", sum(len(i.figures) for i in initiatives)),
    )
    return [counted(number, name) for name, number in parts]


def counted(number: int, name: str) -> str:
    """A number of things, as `1 contact` or `2 contacts`."""
    return f"1 {name}" if number == 1 else f"{number:,} {name}s"


def category_of(reading: Reading) -> str | None:
    """The category that a page says it is of."""
    return next((category.name for category in reading.contents.categories), None) if reading.text else None
