"""The people under Key Contact."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from ...records import Contact
from .doubts import quoted
from .people import PHONE, emails, has_role, is_name, is_organisation, without_stop

Warn = Callable[[str], None]
IsOwn = Callable[[str], bool]

_SEPARATOR = re.compile(r"\s+[–—-]\s*|\s*[–—]\s+|-\s+|\s*,\s*|\s*:\s+|\s*\|\s*|\s*\((?=[^()]{3,200}\)\s*$)")
_NEXT_PERSON = re.compile(r"\s+(?:and|&)\s+|\s*/\s*|,\s+|\.\s+", re.I)
_NAMES_APART = re.compile(r"\s+(?:and|&)\s+|\s*/\s*|\s*,\s+", re.I)
_EDGES = " \t–—-,;:|/<>[]("
_NOBODY = re.compile(r"(?:tbc|tba|n/?a|none|not applicable|to be confirmed)\W*$", re.I)
_GOES_ON = re.compile(r"(?:\b(?:and|of|for|the|in)|[&/,–—-])$", re.I)
_CALL_SIGN = re.compile(r"\b(?:tel(?:ephone)?|phone|mobile|mob|e-?mail|mailto)\b(?:\s+no\b)?\s*[.:]*", re.I)
_LABEL = re.compile(r"\b(?:name|role|job title|position)\s*:\s*", re.I)
_REQUEST = re.compile(r"^(?:please\s+)?(?:contact|e-?mail|call|write to)\s+|\s+(?:on|at|via|by)$", re.I)
_BROKEN_EMAIL = re.compile(r"(?:[\w.%+-]{1,64}\s)?\S{0,64}@\s?\S{0,255}")
_AFTER_EMAIL = re.compile(r"\s*[>\])]?\s*\([^()@]{1,100}\)")
_BEFORE_BRACKET = re.compile(r"\s[–—-]\s+(?=\()")
_ROLE_SIGN = re.compile(r"\s[–—|-]\s|:\s")
_NOTHING = re.compile(r"\(\s*\)|<\s*>|\[\s*\]")
_JOINS = re.compile(r"^\W*(?:and\b)?\W*", re.I)
_LONGEST_NAME = 80
_LONGEST_ENTRY = 1500


def read(lines: Sequence[str], own: IsOwn, warn: Warn) -> tuple[tuple[Contact, ...], list[str]]:
    """The contacts that the lines of the field name, and what of them names none.

    Args:
        own: whether an organisation is the authority itself, and so part of the role.
    """
    contacts: list[Contact] = []
    rest: list[str] = []
    for entry in _entries(lines):
        if _NOBODY.match(entry):
            continue
        people = _several(entry, own, warn) if len(entry) <= _LONGEST_ENTRY else []
        contacts += people
        if people and _has_broken_email(entry):
            rest.append(entry)
            warn(f"An e-mail address is broken in {quoted(entry)}.")
        if not people:
            rest.append(entry)
            warn(f"No contact could be read from {quoted(entry)}: it was put into the text.")
    return tuple(dict.fromkeys(contacts)), rest


def _entries(lines: Sequence[str]) -> list[str]:
    """One text for each contact, or for several that stand on one line."""
    entries: list[str] = []
    for line in lines:
        if len(line) > _LONGEST_ENTRY:
            entries.append(line)
            continue
        for part in filter(None, map(str.strip, _LABEL.sub("", line).split(";"))):
            if entries and _belongs(entries[-1], part):
                spaced = _GOES_ON.search(entries[-1]) or _SEPARATOR.search(entries[-1])
                entries[-1] += (" " if spaced or _is_reach(part) else " – ") + part
            else:
                entries.append(part)
    return entries


def _belongs(before: str, part: str) -> bool:
    """Whether a part goes on with the contact before it: how to reach them, a role, a line that was wrapped."""
    if _is_reach(part):
        return True
    if emails(before) or PHONE.search(before):
        return False
    return _GOES_ON.search(before) is not None or not is_name(_first(part))


def _is_reach(part: str) -> bool:
    """Whether a part is nothing but an e-mail address or a telephone number."""
    return not re.search(r"[^\W_]{2}", _words(part)) and _words(part) != part


def _words(text: str) -> str:
    """A text without its e-mail addresses and telephone number."""
    for start, end in reversed(emails(text)):
        text = text[:start] + text[end:]
    text = _NOTHING.sub("", _CALL_SIGN.sub("", PHONE.sub("", text, count=1))).strip(_EDGES)
    return without_stop(_REQUEST.sub("", _BEFORE_BRACKET.sub(" ", text)))


def _has_broken_email(entry: str) -> bool:
    return entry.count("@") > len(emails(entry))


def _first(text: str) -> str:
    """What stands before the first separator."""
    return _SEPARATOR.split(text.strip(_EDGES), maxsplit=1)[0].strip(_EDGES)


def _several(entry: str, own: IsOwn, warn: Warn) -> list[Contact]:
    """The contacts of one text: cut behind each e-mail address, or where the next name begins."""
    places = emails(entry)
    if len(places) > 1:
        ends = [_behind(entry, end) for _, end in places[:-1]]
        parts = [entry[a:b] for a, b in zip([0, *ends], [*ends, len(entry)], strict=True)]
        addresses = [entry[start:end] for start, end in places]
        if not all(re.search(r"[^\W_]{2}", _JOINS.sub("", _words(part))) for part in parts):
            return _shared(entry, addresses, own, warn)
        return [contact for part in parts for contact in _several(_JOINS.sub("", part), own, warn)]
    for mark in _NEXT_PERSON.finditer(entry) if not _names(_words(entry)) else ():
        left, right = entry[: mark.start()], entry[mark.end() :]
        if (
            _begins_person(right, sure=not mark[0].startswith((",", ".")))
            and is_name(_first(left))
            and left != _first(left)
        ):
            return [*_several(left, own, warn), *_several(right, own, warn)]
    return _one(entry, [entry[start:end] for start, end in places], own, warn)


def _behind(entry: str, end: int) -> int:
    """Where what belongs to an e-mail address ends: behind the remark in brackets that may follow it."""
    remark = _AFTER_EMAIL.match(entry, end)
    return remark.end() if remark else end


def _names(text: str) -> list[str]:
    """The people who stand together before one role: A, B and C – Practice Leads; none where it is not so."""
    head = _ROLE_SIGN.split(text, maxsplit=1)[0]
    names = _NAMES_APART.split(head)
    last = head[: -len(names[-1])].rstrip().lower()
    return names if last.endswith((" and", "&", "/")) and all(map(is_name, names)) else []


def _begins_person(text: str, sure: bool) -> bool:
    """Whether a text begins with a name and a role."""
    pieces = _SEPARATOR.split(text, maxsplit=2)
    return len(pieces) > 1 and is_name(pieces[0]) and (sure or has_role(pieces[1]))


def _shared(entry: str, addresses: list[str], own: IsOwn, warn: Warn) -> list[Contact]:
    """Contacts whose names stand together, and their e-mail addresses after them."""
    people = _one(_words(entry), [], own, warn)
    if len(people) == len(addresses):
        return [Contact(p.name, p.role, a, p.phone, p.organisation) for p, a in zip(people, addresses, strict=True)]
    warn(f"Whose e-mail address is whose is not clear in {quoted(entry)}.")
    left = iter(addresses)
    named = [Contact(p.name, p.role, next(left, None), p.phone, p.organisation) for p in people]
    return named + [Contact(address, email=address) for address in left]


def _one(entry: str, addresses: list[str], own: IsOwn, warn: Warn) -> list[Contact]:
    """One contact, or several who share role and e-mail address; none where there is no name."""
    phone = PHONE.search(entry)
    email = addresses[0] if addresses else None
    text = _words(entry)
    if "@" in text:
        text = _BROKEN_EMAIL.sub("", text).strip(_EDGES)
    together = _names(text)
    if together:
        shared = text[text.rfind(together[-1]) + len(together[-1]) :].strip(_EDGES)
        return _together(together, shared or None, email, warn)
    name, role, organisation = _name_and_role(text, own)
    if not name:
        if email:
            warn(f"The contact {email} has no name.")
        return [Contact(email, role, email, phone and phone[0])] if email else []
    if len(name) > _LONGEST_NAME or len(name.split()) > 8 or (name[0].islower() and not email):
        return []
    return [Contact(name, role, email, phone[0].strip() if phone else None, organisation)]


def _together(names: list[str], role: str | None, email: str | None, warn: Warn) -> list[Contact]:
    """People who share a role; an only e-mail address is that of the one whose name it holds."""
    owner = names[0]
    if email:
        local = email.partition("@")[0].lower()
        owner = next((n for n in names if n.split()[-1].lower() in local or n.split()[0].lower() in local), names[0])
        warn(f"One e-mail address for {' and '.join(names)}: taken as that of {owner}.")
    return [Contact(name, role, email if name == owner else None) for name in names]


def _without_separator(text: str) -> tuple[str, str | None]:
    """A name, and the role that follows it at once."""
    words = text.split()
    for count in range(2, min(len(words), 6)):
        if has_role(words[count]) and is_name(" ".join(words[:count])):
            return " ".join(words[:count]), " ".join(words[count:])
    return text, None


def _name_and_role(text: str, own: IsOwn) -> tuple[str, str | None, str | None]:
    """Name, role and organisation, as printed."""
    separator = _SEPARATOR.search(text)
    if separator is None:
        return *_without_separator(text.strip()), None
    name, role = text[: separator.start()].strip(_EDGES), text[separator.end() :].strip(_EDGES)
    if separator[0].strip() == "(" and role.endswith(")") and role.count(")") > role.count("("):
        role = role[:-1].strip()
    if has_role(name) and not is_name(name) and is_name(_first(role)):
        person = _first(role)
        name, role = person, ", ".join(filter(None, (name, role[len(person) :].strip(_EDGES))))
    head, comma, last = role.rpartition(", ")
    if comma and is_organisation(last) and not has_role(last) and not own(last):
        return name, head.strip(_EDGES), last
    return name, role or None, None
