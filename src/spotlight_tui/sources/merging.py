"""What an import brings, laid upon what is there: new, joined with it, or the same with changes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable
from dataclasses import dataclass, replace

from ..progress import Progress, no_progress
from ..records import Contents, ImportNote, Initiative
from .changes import differences
from .likeness import Works, alike, related, title_words
from .references import with_names, with_tables
from .retelling import told_again, told_elsewhere


@dataclass(frozen=True, slots=True)
class Brought:
    """What one document says, or what an earlier import kept of it."""

    contents: Contents
    has_ids: bool = False
    """Whether its ids are a collection's own; those that a page's reader gave may mean something else there."""
    kept: bool = False
    """Whether it was imported before: its ids are those that were given here."""
    at: str = ""
    """When it was imported, ISO with zone; empty for what has not been yet."""


@dataclass(frozen=True, slots=True)
class Change:
    """What became of one initiative of an import."""

    id: str
    title: str
    authorities: tuple[str, ...]
    kind: str
    """new, joined (with one that came with the program), updated or unchanged."""
    details: tuple[str, ...] = ()
    """What is different now, in words."""


@dataclass(frozen=True, slots=True)
class Merged:
    contents: Contents
    changes: tuple[Change, ...]
    """One for each initiative that was brought, in that order."""
    warnings: tuple[str, ...] = ()


def merge(base: Contents, documents: Iterable[Brought], progress: Progress = no_progress) -> Merged:
    """Lay the initiatives of `documents` upon `base`.

    A bundled initiative keeps its own account and gains the full text; an imported one is replaced by its newer self;
    what another category's page tells again is also in that category.
    Themes, measures, authorities and categories that `base` does not know are kept, with a warning.
    """
    documents = tuple(documents)
    held = {initiative.id: initiative for initiative in base.initiatives}
    notes = {note.initiative: note for note in base.imports}
    works = Works(base.initiatives, (*(a for d in documents for a in d.contents.authorities), *base.authorities))
    free = FreeIds(held)
    number = sum(len(document.contents.initiatives) for document in documents)
    changes: list[Change] = []
    for document in documents:
        own: set[str] = set()
        for new in document.contents.initiatives:
            if len(changes) % 100 == 0:
                progress("Comparing with the collection", len(changes), number)
            id_ = _id_of(new, document, works, held, own) or free.give(new.id)
            change, held[id_] = _change(held.get(id_), new, id_)
            changes.append(change)
            own.add(id_)
            works.put(held[id_])
            if change.kind != "unchanged":
                notes[id_] = _note(id_, new, document.at)
    said = {name for d in documents if not d.has_ids for i in d.contents.initiatives for name in i.authorities}
    by_pages = [d.contents.categories for d in documents if d.kept or not d.has_ids]
    tables, warnings = with_tables(base, [document.contents for document in documents], held.values(), said)
    tables = with_names(tables, [category for categories in by_pages for category in categories])
    counts = Counter(category for i in held.values() for category in (i.category, *i.also_in))
    contents = replace(
        tables,
        initiatives=tuple(held.values()),
        categories=tuple(replace(category, initiatives=counts[category.id]) for category in tables.categories),
        imports=tuple(notes.values()),
    )
    return Merged(contents, tuple(changes), tuple(warnings))


def _id_of(new: Initiative, document: Brought, works: Works, held: dict[str, Initiative], own: set[str]) -> str | None:
    """The id of the work that an initiative tells of; None for work that is not there."""
    if new.id in held and works.share_authority(new.id, new):
        if document.kept:
            return new.id
        words, known = title_words(new.title), title_words(held[new.id].title)
        if document.has_ids and new.id not in own and (alike(words, known) or related(words, known)):
            return new.id
    return works.same_as(new, own)


class FreeIds:
    """Gives ids that nothing has yet."""

    def __init__(self, taken: Container[str]) -> None:
        self._taken = taken
        self._last: dict[str, int] = {}

    def give(self, wanted: str) -> str:
        """The id that is wanted, with a number where it is taken."""
        number, free = self._last.get(wanted, 1), wanted
        while free in self._taken:
            number += 1
            end = f"-{number}"
            free = wanted[: 60 - len(end)].rstrip("-") + end
        self._last[wanted] = number
        return free


def _change(old: Initiative | None, new: Initiative, id_: str) -> tuple[Change, Initiative]:
    if old is None:
        made = replace(new, id=id_, origin="imported", also_in=_also_in(new.category, new.also_in))
        return Change(id_, made.title, made.authorities, "new"), made
    made = _joined(old, new)
    details = tuple(differences(old, made))
    kind = "unchanged" if not details else "joined" if old.origin == "bundled" else "updated"
    return Change(id_, made.title, made.authorities, kind, details), made if details else old


def _joined(old: Initiative, new: Initiative) -> Initiative:
    category = old.category or (new.category if old.origin == "imported" else None)
    also_in = _also_in(category, [*old.also_in, new.category, *new.also_in])
    elsewhere = new.category not in (None, category)
    full_text = told_elsewhere(old, new) if elsewhere else told_again(old.full_text, new.full_text)
    if old.origin == "bundled" or elsewhere:
        return replace(old, full_text=full_text, also_in=also_in)
    return replace(new, id=old.id, category=category, also_in=also_in, full_text=full_text, origin="imported")


def _also_in(category: str | None, others: Iterable[str | None]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(other for other in others if other and other != category))


def _note(id_: str, new: Initiative, at: str) -> ImportNote:
    source = new.source
    return ImportNote(id_, at, source.document, source.url, source.lines)
