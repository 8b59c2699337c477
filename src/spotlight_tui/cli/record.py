"""A whole record as lines for people."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from ..collection import Collection
from ..exports.acronyms import unexplained
from ..exports.cards import NOT_RATED, about, attribution, import_said
from ..records import Acronym, Contact, ImportNote, Initiative
from .output import QUIET, STRONG, TITLE, Paper, bold_marked

_BULLET = re.compile(r"^\s*[-*] ")
_TITLE = re.compile(r"^#{1,6}\s+")


@dataclass(frozen=True)
class Names:
    """What ids and acronyms stand for."""

    categories: Mapping[str, str]
    themes: Mapping[str, str]
    acronyms: Sequence[Acronym]
    import_of: Callable[[str], ImportNote | None]
    """From where and when an initiative was imported."""

    @classmethod
    def of(cls, collection: Collection) -> Names:
        return cls(
            {category.id: category.name for category in collection.categories},
            {theme.id: theme.name for theme in collection.themes},
            collection.acronyms,
            collection.import_of,
        )


def write_record(out: Paper, initiative: Initiative, names: Names) -> None:
    """Title, authorities, summary, contacts, account, quotations, figures, and where all of it comes from."""
    out.line((initiative.title, TITLE))
    out.line(", ".join(initiative.authorities))
    out.line((_category(initiative, names), QUIET))
    if initiative.summary:
        out.gap()
        out.line(initiative.summary)
    if initiative.contacts:
        _heading(out, "Contact" if len(initiative.contacts) == 1 else "Contacts")
        for number, contact in enumerate(initiative.contacts):
            if number:
                out.gap()
            for line in contact_lines(contact):
                out.line(line)
    if not (initiative.full_text and initiative.origin == "imported"):  # its sections stand in its full text
        for section in initiative.sections:
            _heading(out, section.heading)
            _write_text(out, section.body)
    if initiative.full_text:
        _heading(out, "Full text, as published")
        _write_text(out, initiative.full_text)
    if initiative.quotes:
        _heading(out, "Quotations")
        for number, quote in enumerate(initiative.quotes):
            if number:
                out.gap()
            out.line(f"“{quote.text}”")
            out.line((attribution(quote), QUIET), first="– ")
    if initiative.figures:
        _heading(out, "Figures")
        for figure in initiative.figures:
            out.line(f"{figure.label}: ", (figure.value, STRONG), *_after(about(figure)), first="- ")
    out.gap()
    _write_foot(out, initiative, names)


def _category(initiative: Initiative, names: Names) -> str:
    ids = [initiative.category] if initiative.category else []
    said = ", also ".join(names.categories.get(id_, id_) for id_ in [*ids, *initiative.also_in]) or "Related reading"
    return said + (" (imported)" if initiative.origin == "imported" else "")


def _heading(out: Paper, text: str) -> None:
    out.gap()
    out.line((text, TITLE))


def _write_text(out: Paper, markdown: str) -> None:
    """Headings, paragraphs and bullets; single new lines inside a paragraph are spaces."""
    for number, paragraph in enumerate(part for part in re.split(r"\n\s*\n", markdown) if part.strip()):
        if number:
            out.gap()
        title = _TITLE.match(paragraph)
        if title:
            out.line((" ".join(paragraph[title.end() :].split()), STRONG))
            continue
        for text in _items(paragraph):
            bullet = _BULLET.match(text)
            out.line(*bold_marked(text[bullet.end() :] if bullet else text), first="- " if bullet else "")


def _items(paragraph: str) -> Iterator[str]:
    item: list[str] = []
    for line in paragraph.splitlines():
        if item and _BULLET.match(line):
            yield " ".join(item)
            item = []
        item.append(line if not item else line.strip())
    yield " ".join(item)


def contact_lines(contact: Contact) -> list[str]:
    """A contact, one thing a line."""
    parts = (contact.name, contact.role, contact.organisation, contact.email, contact.phone)
    return [part for part in parts if part]


def _after(text: str) -> list[str]:
    return [f" ({text})"] if text else []


def _write_foot(out: Paper, initiative: Initiative, names: Names) -> None:
    if initiative.team:
        out.field("Team", initiative.team)
    for label, values in (
        ("Partners", initiative.partners),
        ("Themes", [names.themes.get(theme, theme) for theme in initiative.themes]),
    ):
        if values:
            out.field(label, "; ".join(values))
    for label, links in (("Link", initiative.links), ("Video", initiative.videos)):
        for link in links:
            out.field(label, f"{link.label}, {link.url or 'address not in the source'}")
    for note in initiative.notes:
        out.field("Note", note)
    for short, long in unexplained(names.acronyms, initiative).items():
        out.field(short, long)
    source = initiative.source
    read = f"read on {source.read_on}" if source.read_on else None
    parts = (source.publisher, source.title, source.published, read)
    out.field("Source", ", ".join(part for part in parts if part) or "not known")
    if source.url:
        out.field("Page", source.url)
    imported = names.import_of(initiative.id)
    if imported:
        out.field("Imported", import_said(imported, initiative))
    out.field("Id", initiative.id)
    out.line((NOT_RATED, QUIET))
