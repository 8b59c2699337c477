"""Records as plain text to paste: a contact card, a quotation or a figure with its citation, a whole record."""

from __future__ import annotations

from collections.abc import Iterable

from ..records import Contact, Figure, ImportNote, Initiative, Quote

NOT_RATED = "As published by the authority; not rated."


def attribution(quote: Quote) -> str:
    """Who said a quotation, and when."""
    return ", ".join(part for part in (quote.speaker or "speaker not named", quote.date) if part)


def about(figure: Figure) -> str:
    """The time a figure speaks of, and what is to be noted of it."""
    return "; ".join(part for part in (figure.period, figure.note) if part)


def citation(initiative: Initiative) -> str:
    """Where something stands: authority, title, publisher, page, day it was read."""
    source = initiative.source
    parts = [
        f"{', '.join(initiative.authorities)}: {initiative.title}",
        source.publisher,
        source.title if source.title != initiative.title else None,
        source.published,
        source.url,
        f"read on {source.read_on}" if source.read_on else None,
    ]
    return ", ".join(part for part in parts if part)


def import_said(note: ImportNote, initiative: Initiative) -> str:
    """When an initiative, or the full text of one that came with the program, was imported, and from what."""
    when = note.at[:16].replace("T", " ")
    lines = f"lines {note.lines[0]}–{note.lines[1]}" if note.lines else None
    of = "full text, " if initiative.origin == "bundled" else ""
    return ", ".join(part for part in (f"{of}{when}" if when else of.rstrip(", "), note.document, lines) if part)


def contact_card(contact: Contact, initiative: Initiative) -> str:
    """Name, role, organisation, address and phone, a line each."""
    organisation = contact.organisation or ", ".join(initiative.authorities)
    lines = [contact.name, contact.role, organisation, contact.email, contact.phone]
    return "\n".join(line for line in lines if line)


def contact_cards(initiative: Initiative) -> str:
    """The cards of all contacts of an initiative."""
    return "\n\n".join(contact_card(contact, initiative) for contact in initiative.contacts)


def quotation(quote: Quote, initiative: Initiative) -> str:
    """A quotation within quotation marks, its speaker, and its citation."""
    return f"“{quote.text}”\n– {attribution(quote)}. {citation(initiative)}"


def figure(figure: Figure, initiative: Initiative) -> str:
    """A figure as the source prints it, what it counts, and its citation."""
    return f"{_figure(figure)}\n– {citation(initiative)}"


def _figure(figure: Figure, strong: str = "") -> str:
    more = about(figure)
    return f"{figure.label}: {strong}{figure.value}{strong}{f' ({more})' if more else ''}"


def markdown(initiative: Initiative, names: dict[str, str] | None = None) -> str:
    """A whole record as Markdown.

    Args:
        initiative: the record.
        names: of themes and categories, by id.
    """
    return "\n".join(_markdown(initiative, names or {})).strip() + "\n"


def _markdown(initiative: Initiative, names: dict[str, str]) -> Iterable[str]:
    yield f"# {initiative.title}\n"
    yield f"{', '.join(initiative.authorities)}\n"
    if initiative.summary:
        yield f"{initiative.summary}\n"
    if initiative.contacts:
        yield "## Contact\n"
        for contact in initiative.contacts:
            parts = (f"**{contact.name}**", contact.role, contact.organisation, contact.email, contact.phone)
            yield "- " + ", ".join(part for part in parts if part)
        yield ""
    for section in initiative.sections:
        yield f"## {section.heading}\n\n{section.body}\n"
    if initiative.full_text:
        yield f"## Full text\n\n{initiative.full_text}\n"
    if initiative.quotes:
        yield "## Quotes\n"
        for quote in initiative.quotes:
            context = f" ({quote.context})" if quote.context else ""
            yield f"> “{quote.text}”\n>\n> – {attribution(quote)}{context}\n"
    if initiative.figures:
        yield "## Figures\n"
        for entry in initiative.figures:
            yield f"- {_figure(entry, '**')}"
        yield ""
    for name, values in (
        ("Team", [initiative.team] if initiative.team else []),
        ("Partners", initiative.partners),
        ("Themes", [names.get(theme, theme) for theme in initiative.themes]),
        ("Also in", [names.get(category, category) for category in initiative.also_in]),
    ):
        if values:
            yield f"**{name}:** {' · '.join(values)}\n"
    for link in (*initiative.links, *initiative.videos):
        yield f"- {link.label}: {link.url or 'address not in the source'}"
    if initiative.links or initiative.videos:
        yield ""
    for note in initiative.notes:
        yield f"*Note: {note}*\n"
    yield f"Source: {citation(initiative)}. {NOT_RATED}"
