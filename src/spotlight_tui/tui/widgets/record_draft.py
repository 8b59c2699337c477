"""A record's fields as texts that a reader mends, and back to fields."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from ... import authority_names
from ...records import Authority, Category, Figure, Initiative, Quote
from ...sources.corrections import Fields, contact_fields, contact_line, is_address, plain_authority
from ...sources.kept import plain
from ...text import clean, one_line

LISTS = ("authorities", "contacts", "partners")
"""The fields of which each line is one thing."""
_PARTS = 5
"""Things that a contact's line may hold."""
_SENTENCE_END = re.compile(r"(?<=[.!?…])\s+")
_WORDS = 2
"""Spaces in the shortest sentence that is looked for by itself."""


def label_of(name: str) -> str:
    """A field's name for the reader."""
    return "Quotations" if name == "quotes" else name.capitalize()


@dataclass(frozen=True, slots=True)
class Known:
    """What the collection has names for."""

    categories: Sequence[Category]
    authorities: Sequence[Authority]


class RecordDraft:
    """What was read of a record, and what a reader made of it."""

    def __init__(self, initiative: Initiative, known: Known) -> None:
        self.initiative = initiative
        self._known = known
        self._contacts = {one_line(contact_line(each)): plain(each) for each in initiative.contacts}
        self.read = {
            "title": one_line(initiative.title),
            "authorities": _lines(initiative.authorities),
            "category": initiative.category or "",
            "summary": clean(initiative.summary).strip(),
            "contacts": "\n".join(self._contacts),
            "team": clean(initiative.team or "").strip(),
            "partners": _lines(initiative.partners),
        }
        """The texts as they were read, by their fields."""
        self.texts = dict(self.read)
        """The texts as they stand now."""
        self.out: dict[str, set[int]] = {"quotes": set(), "figures": set()}
        """The numbers of the quotations and figures that were taken out."""

    @property
    def mended(self) -> list[str]:
        """The fields that are not as they were read."""
        texts = [name for name, text in self.texts.items() if _told(name, text) != _told(name, self.read[name])]
        return texts + [name for name, out in self.out.items() if out]

    @property
    def problems(self) -> dict[str, str]:
        """What cannot stand as it is, by its field."""
        return {name: said for name in self.mended if (said := self.problem(name))}

    def is_mended(self, name: str) -> bool:
        return name in self.mended

    def problem(self, name: str) -> str | None:
        """Why what stands in a field cannot be taken."""
        text = self.texts.get(name, "")
        if name == "title" and not one_line(text):
            return "cannot be empty"
        if name == "authorities" and not _told(name, text):
            return "cannot be empty"
        if name == "category" and text and text not in {category.id for category in self._known.categories}:
            return "the collection has no such category"
        if name == "contacts":
            for number, line in enumerate(clean(text).split("\n"), 1):
                parts = [part.strip() for part in line.split(";")]
                if not one_line(line) or one_line(line) in self._contacts:
                    continue
                if not parts[0]:
                    return f"line {number} has no name"
                if len(parts) > _PARTS:
                    return f"line {number} has too many parts"
                if not is_address(parts[2] if len(parts) > 2 else ""):
                    return f"line {number}: the e-mail address has no @, or nothing on one side of it"
                if "@" in parts[0] + (parts[1] if len(parts) > 1 else ""):
                    return f"line {number}: the address comes third, name; role; e-mail"
        return None

    def notice(self, name: str) -> str | None:
        """What a reader should know of a field that can stand."""
        if name != "authorities" or not self.is_mended(name):
            return None
        known = authority_names.by_bare_name(self._known.authorities)
        for line in _told(name, self.texts[name]):
            if authority_names.bare(line) not in known:
                return f"{line} is not known; it is kept as written"
        return None

    def put_back(self, name: str) -> None:
        """Make a field what was read."""
        if name in self.out:
            self.out[name].clear()
        else:
            self.texts[name] = self.read[name]

    def fields(self) -> Fields:
        """The corrections: the fields that were mended, in the shape of the JSON."""
        return {name: self._field(name) for name in self.mended}

    def _field(self, name: str) -> Any:
        if name in self.out:
            things = getattr(self.initiative, name)
            return [plain(thing) for number, thing in enumerate(things) if number not in self.out[name]]
        told = _told(name, self.texts[name])
        if name == "authorities":
            own = {one_line(each): each for each in self.initiative.authorities}
            return [own.get(line) or plain_authority(line, self._known.authorities) for line in told]
        if name == "contacts":
            return [self._contacts.get(line) or contact_fields(line) for line in told]
        if name in LISTS:
            return list(told)
        return told or (None if name in ("team", "category") else "")

    def phrases(self, name: str, number: int | None = None) -> list[str]:
        """What was read of a field, in the pieces in which a page may have it; of a list the one with this number."""
        things: Sequence[Any] = getattr(self.initiative, name, ())
        if name in self.out:
            chosen = [things[number]] if number is not None and number < len(things) else []
            return [part for thing in chosen for part in _pieces(thing)]
        if name == "contacts":
            return [part for contact in things for part in (contact.name, contact.role, contact.email, contact.phone)]
        if name == "category":
            return []
        return self.read[name].split("\n")


def _lines(things: Iterable[str]) -> str:
    return "\n".join(filter(None, map(one_line, things)))


def _pieces(thing: Quote | Figure) -> list[str]:
    """A quotation whole and by its sentences, which a page may have on lines of their own; a figure by its numbers."""
    if isinstance(thing, Figure):
        return [thing.value, *(part for part in thing.value.split(" to ") if any(map(str.isdigit, part)))]
    whole = [part.strip() for part in thing.text.split("[…]")]
    return [*whole, *(part for text in whole for part in _SENTENCE_END.split(text) if part.count(" ") >= _WORDS)]


def _told(name: str, text: str) -> Any:
    """What a text says, whatever the white space in it."""
    if name in LISTS:
        return [line for line in map(one_line, clean(text).split("\n")) if line]
    return one_line(text) if name == "title" else clean(text).strip()
