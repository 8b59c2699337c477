"""What is different between two states of an initiative, in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from ..records import Contact, Initiative

_PLAIN = (
    ("title", "title"),
    ("authorities", "authorities"),
    ("category", "category"),
    ("summary", "summary"),
    ("team", "team"),
    ("partners", "partners"),
    ("sections", "account"),
    ("quotes", "quotations"),
    ("figures", "figures"),
    ("links", "links"),
    ("videos", "videos"),
    ("keywords", "keywords"),
    ("themes", "themes"),
    ("notes", "notes"),
)


def differences(old: Initiative, new: Initiative) -> Iterator[str]:
    """One phrase for each thing that changed; where it was read from and when is not one of them."""
    yield from (f"new contact {_named(contact)}" for contact in new.contacts if contact not in old.contacts)
    yield from (f"contact gone: {_named(contact)}" for contact in old.contacts if contact not in new.contacts)
    if old.contacts != new.contacts and sorted(map(repr, old.contacts)) == sorted(map(repr, new.contacts)):
        yield "contacts in another order"
    for field, label in _PLAIN:
        if getattr(old, field) != getattr(new, field):
            yield f"{label} changed"
    yield from _in_text(old.full_text, new.full_text)
    yield from (f"also in {category}" for category in new.also_in if category not in old.also_in)


def _in_text(old: str | None, new: str | None) -> Iterator[str]:
    if old == new:
        return
    if not old:
        yield "full text added"
        return
    before, after = _paragraphs(old), _paragraphs(new)
    added, gone = (after - before).total(), (before - after).total()
    if added:
        yield f"{_number(added)} added" if not gone else f"{_number(added)} added or changed"
    if gone > added:
        yield f"{_number(gone - added)} taken out"
    if not added and not gone:
        yield "paragraphs in another order"


def _number(paragraphs: int) -> str:
    return "1 paragraph" if paragraphs == 1 else f"{paragraphs} paragraphs"


def _paragraphs(text: str | None) -> Counter[str]:
    return Counter(part.strip() for part in (text or "").split("\n\n") if part.strip())


def _named(contact: Contact) -> str:
    return f"{contact.name}, {contact.email}" if contact.email else contact.name
