"""What the reader corrected in imported initiatives: kept apart, so that importing a page again undoes none."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from .. import authority_names
from ..records import Authority, Contact, Contents, Initiative, SpotlightError
from .collection_json import read_initiative
from .kept import as_json, plain, write_whole

FORMAT, VERSION = "spotlight-corrections", 1

FIELDS = (
    "title",
    "authorities",
    "category",
    "summary",
    "contacts",
    "team",
    "partners",
    "themes",
    "keywords",
    "quotes",
    "figures",
)
"""What a reader can correct; the full text stays as the page has it."""

Fields = Mapping[str, Any]
"""Fields of an initiative in the shape of the JSON, with what they are to be."""


def read_corrections(path: Path) -> dict[str, Fields]:
    """The corrections by the initiatives' ids; none where there is no file.

    Raises:
        SpotlightError: the file cannot be read, or is none of ours.
    """
    if not path.exists():
        return {}
    try:
        document = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError) as error:
        raise SpotlightError(f"{path} cannot be read ({error}): mend it, or move it away.") from error
    known = isinstance(document, dict) and document.get("format") == FORMAT and document.get("version") == VERSION
    found = document.get("corrections") if known else None
    if not isinstance(found, dict):
        raise SpotlightError(f"{path} does not hold corrections of this program: move it away.")
    return {id_: only_known(fields) for id_, fields in found.items() if isinstance(fields, dict)}


def write_corrections(path: Path, corrections: Mapping[str, Fields]) -> None:
    """Keep the corrections, whole or not at all."""
    if corrections:
        write_whole(path, as_json({"format": FORMAT, "version": VERSION, "corrections": dict(corrections)}))
    else:
        path.unlink(missing_ok=True)


def only_known(fields: Fields) -> Fields:
    """The fields that can be corrected."""
    return {name: fields[name] for name in FIELDS if name in fields}


def corrected(initiative: Initiative, fields: Fields) -> Initiative:
    """The initiative with its corrections; it never loses its title."""
    made = read_initiative({**plain(initiative), **only_known(fields)})
    also_in = tuple(category for category in made.also_in if category != made.category)
    return replace(made, title=made.title or initiative.title, also_in=also_in)


def with_corrections(contents: Contents, corrections: Mapping[str, Fields]) -> Contents:
    """All initiatives with their corrections; what came with the program has none."""
    return replace(
        contents,
        initiatives=tuple(
            corrected(initiative, corrections[initiative.id])
            if initiative.id in corrections and initiative.origin == "imported"
            else initiative
            for initiative in contents.initiatives
        ),
    )


def plain_authority(name: str, authorities: Iterable[Authority]) -> str:
    """The plain name of an authority however it is written; one that is not known stays as written.

    Raises:
        SpotlightError: there is no name in it.
    """
    found = authority_names.find(name, authorities) or " ".join(name.split())
    if not found:
        raise SpotlightError("An authority has no name: give one, such as Tower Hamlets.")
    return found


def is_address(text: str) -> bool:
    """Whether a text can be an e-mail address, or is none at all."""
    name, at, domain = text.partition("@")
    return not text or bool(name and at and "." in domain.strip(".") and " " not in text)


def contact_fields(text: str) -> dict[str, str | None]:
    """A contact from one line of `name; role; e-mail; phone; organisation`, of which only the name has to be there.

    Raises:
        SpotlightError: there is no name in it, the address is none, or there are more than five things.
    """
    parts = [part.strip() or None for part in text.split(";")]
    parts += [None] * (len(_OF_CONTACT) - len(parts))
    misplaced = any("@" in (part or "") for part in parts[:2])
    if not parts[0] or misplaced or not is_address(parts[2] or "") or len(parts) > len(_OF_CONTACT):
        raise SpotlightError(f"{text!r} is no contact: write name; role; e-mail; phone; organisation.")
    return dict(zip(_OF_CONTACT, parts, strict=True))


def contact_line(contact: Contact) -> str:
    """A contact as such a line."""
    parts = [(getattr(contact, name) or "").replace(";", ",") for name in _OF_CONTACT]
    return "; ".join(parts).rstrip("; ")


_OF_CONTACT = ("name", "role", "email", "phone", "organisation")
