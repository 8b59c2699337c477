"""The full text of work that several pages tell of: each page's text stands in it once."""

from __future__ import annotations

import re

from ..records import Contact, Initiative
from ..text import words_of

_ELSEWHERE = re.compile(r"\n*^## Also published under ([^\n]+)\n*", re.M)


def told_again(old: str | None, new: str | None) -> str | None:
    """The text with a newer state of its own page; what other pages say of the work stays."""
    own, others = _parted(old)
    return _joined(new or own, others)


def told_elsewhere(old: Initiative, new: Initiative) -> str | None:
    """The text of `old` with what a page of another category says of the same work, if it says it otherwise.

    Whom it names beside the contacts there are stands in that text: the record's own are those of its own page.
    """
    own, others = _parted(old.full_text)
    known = {contact.name.casefold() for contact in old.contacts}
    more = [f"- {_line(contact)}" for contact in new.contacts if contact.name.casefold() not in known]
    told = new.full_text or ""
    if words_of(told) == words_of(own or ""):
        told = ""
    others.pop(new.category or "", None)
    if told or more:
        others[new.category or ""] = "\n\n".join(filter(None, (told, "\n".join(more))))
    return _joined(own, others)


def _line(contact: Contact) -> str:
    parts = (contact.name, contact.role, contact.organisation, contact.email, contact.phone)
    return ", ".join(part for part in parts if part)


def _parted(text: str | None) -> tuple[str | None, dict[str, str]]:
    """The page's own text, and by category what others say."""
    if text is None:
        return None, {}
    own, *rest = _ELSEWHERE.split(text)
    return own or None, dict(zip(rest[::2], rest[1::2], strict=True))


def _joined(own: str | None, others: dict[str, str]) -> str | None:
    parts = [own or "", *(f"## Also published under {category}\n\n{told}" for category, told in others.items())]
    return "\n\n".join(part for part in parts if part) or None
