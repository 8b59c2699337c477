"""Contacts as vCards for an address book."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ..records import Contact

_LONGEST = 75
"""Octets of a line, without its end (RFC 6350, section 3.2)."""


def vcards(contacts: Iterable[tuple[Contact, Sequence[str], str]]) -> str:
    """One card a person, as vCard 4.0 (RFC 6350), with what they may be asked about as its note.

    Args:
        contacts: a contact, the authorities and the title of the initiative that names them; the same person
            named by several gets one card.
    """
    titles: dict[tuple[Contact, tuple[str, ...]], list[str]] = {}
    for contact, authorities, title in contacts:
        titles.setdefault((contact, tuple(authorities)), []).append(title)
    return "".join(_card(contact, authorities, about) for (contact, authorities), about in titles.items())


def _card(contact: Contact, authorities: Sequence[str], about: Sequence[str]) -> str:
    values = (
        ("FN", contact.name),
        ("ORG", contact.organisation or ", ".join(authorities)),
        ("TITLE", contact.role),
        ("EMAIL;TYPE=work", contact.email),
        ("TEL;TYPE=work", contact.phone),
        ("NOTE", f"Practice Spotlight: {'; '.join(about)}"),
    )
    lines = [f"{name}:{_escaped(value)}" for name, value in values if value]
    return "".join(_folded(line) + "\r\n" for line in ("BEGIN:VCARD", "VERSION:4.0", *lines, "END:VCARD"))


def _escaped(text: str) -> str:
    """A text value (RFC 6350, section 3.4); a semicolon would part the components of ORG."""
    text = text.replace("\\", "\\\\").replace(",", "\\,").replace(";", "\\;")
    return "\\n".join(text.splitlines())


def _folded(line: str) -> str:
    """A line broken into as many as its length needs, never inside a character."""
    pieces, room = [""], _LONGEST
    for character in line:
        size = len(character.encode())
        if size > room:
            pieces.append("")
            room = _LONGEST - 1
        pieces[-1] += character
        room -= size
    return "\r\n ".join(pieces)
