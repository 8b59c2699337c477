"""Records as JSON, CSV and Markdown."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, replace
from typing import Any

from ..records import Contents, Initiative
from .cards import markdown

FORMAT, VERSION = "spotlight-collection", 1

_RISKY = ("=", "+", "-", "@", "\t", "\r")
"""A cell that begins with one of these would be read as a formula by a spreadsheet."""


def collection_json(contents: Contents) -> str:
    """The whole collection as the one document of the contract."""
    return as_json(collection_document(contents))


def collection_document(contents: Contents) -> dict[str, Any]:
    """The same before it is text."""
    shown = replace(contents, imports=(), thesaurus=(), spellings=(), everyday_words=())  # which take long to copy
    document: dict[str, Any] = {"format": FORMAT, "version": VERSION, **asdict(shown)}
    for name in ("imports", "thesaurus", "spellings", "everyday_words"):
        del document[name]
    contacts = contents.publisher.contacts
    document["publisher"]["contacts"] = [{"name": c.name, "role": c.role, "email": c.email} for c in contacts]
    return document


def as_json(thing: object) -> str:
    """JSON for people and programs: UTF-8, two spaces, one new line at the end."""
    return json.dumps(thing, ensure_ascii=False, indent=2) + "\n"


def as_csv(header: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """CSV that a spreadsheet opens without running anything in it."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(header)
    for row in rows:
        writer.writerow([_cell(value) for value in row])
    return out.getvalue()


def _cell(value: object) -> object:
    if isinstance(value, str) and (value.startswith(_RISKY) or value.lstrip().startswith(_RISKY)):
        return "'" + value
    return "" if value is None else value


def parts_csv(header: Sequence[str], parts: Iterable[Mapping[str, object]]) -> str:
    """One row a quotation, figure or contact; several values in a cell are parted by semicolons."""
    rows = ([part[name] for name in header] for part in parts)
    return as_csv(header, ([_joined(value) for value in row] for row in rows))


def _joined(value: object) -> object:
    return "; ".join(map(str, value)) if isinstance(value, (tuple, list)) else value


def initiatives_csv(initiatives: Iterable[Initiative]) -> str:
    """One row an initiative."""
    header = [
        "id",
        "title",
        "authorities",
        "category",
        "also_in",
        "summary",
        "contact",
        "role",
        "email",
        "phone",
        "team",
        "partners",
        "themes",
        "keywords",
        "quotes",
        "figures",
        "publisher",
        "source_title",
        "source_url",
        "published",
        "read_on",
        "origin",
    ]
    rows = []
    for i in initiatives:
        contact = i.contacts[0] if i.contacts else None
        rows.append(
            [
                i.id,
                i.title,
                "; ".join(i.authorities),
                i.category,
                "; ".join(i.also_in),
                i.summary,
                contact and contact.name,
                contact and contact.role,
                contact and contact.email,
                contact and contact.phone,
                i.team,
                "; ".join(i.partners),
                "; ".join(i.themes),
                "; ".join(i.keywords),
                len(i.quotes),
                len(i.figures),
                i.source.publisher,
                i.source.title,
                i.source.url,
                i.source.published,
                i.source.read_on,
                i.origin,
            ]
        )
    return as_csv(header, rows)


def initiatives_markdown(initiatives: Iterable[Initiative], names: dict[str, str]) -> str:
    """Every record, one after the other."""
    return "\n---\n\n".join(markdown(initiative, names) for initiative in initiatives)
