"""What tells a person in a line: a name, a role, an e-mail address, a telephone number."""

from __future__ import annotations

import re

from .vocabulary import NOT_IN_NAMES, ROLES

_LOCAL = re.compile(r"[\w%+][\w.%+'’-]*\Z")
_DOMAIN = re.compile(r"[^\W_][\w-]*(?:\.[\w-]*\w)+")
_LONGEST_LOCAL = 64
_LONGEST_DOMAIN = 255

PHONE = re.compile(r"(?<![\w.])(?:\+44\s?(?:\(0\)\s?)?|\(?0)\d(?:[\s()-]{0,2}\d){7,10}(?!\d)")

_SHORTENED = re.compile(r"\b(?:Ltd|Co|Inc)\.$")

TITLES = frozenset(("dr", "mr", "mrs", "ms", "miss", "cllr", "councillor", "prof", "professor", "rev", "sir", "dame"))
_PARTICLES = frozenset(("de", "da", "del", "der", "di", "la", "le", "van", "von", "bin", "al", "el", "ul", "st"))

_NAME_WORD = re.compile(r"[^\W\d_][^\W\d_'’.-]*(?:['’.-][^\W\d_]*)*")
_ORGANISATION = re.compile(
    r"\b(?:Ltd|Limited|CIC|LLP|plc|PLC|University|College|Charity|Trust|Foundation|Council|Borough of|NHS|Police|"
    r"Alliance|Consulting|Consultancy|Institute|Association|Hospital)\b",
)


def emails(text: str) -> list[tuple[int, int]]:
    """Where e-mail addresses begin and end in `text`."""
    found: list[tuple[int, int]] = []
    at = text.find("@")
    while at >= 0:
        floor = max(found[-1][1] if found else 0, at - _LONGEST_LOCAL)
        local = _LOCAL.search(text[floor:at])
        domain = _DOMAIN.match(text[at + 1 : at + 1 + _LONGEST_DOMAIN])
        if local and domain:
            found.append((floor + local.start(), at + 1 + domain.end()))
        at = text.find("@", at + 1)
    return found


def is_name(text: str) -> bool:
    """Whether `text` reads like a person's name: two to five capitalised words, none of them of the trade."""
    words = [word for word in text.replace("‑", "-").split() if word.lower().strip(".") not in TITLES]
    if not 2 <= len(words) <= 5 or len(text) > 60:
        return False
    for word in words:
        if word.lower() in _PARTICLES:
            continue
        if not _NAME_WORD.fullmatch(word) or not word[0].isupper() or word.lower().replace("’", "'") in NOT_IN_NAMES:
            return False
    long = [word for word in words if len(word) > 1]
    return not all(word.isupper() for word in long) or len(long) == len(words) == 2


def has_role(text: str) -> bool:
    """Whether a word of `text` is what a person is by profession."""
    return any(word.strip("().,:;/&").lower() in ROLES for word in re.split(r"[\s/&-]+", text[:200]))


def is_organisation(text: str) -> bool:
    """Whether `text` is called like an organisation."""
    return _ORGANISATION.search(text) is not None


def without_stop(text: str) -> str:
    """`text` without the full stop at its end, which Ltd. keeps."""
    text = text.strip()
    return text if _SHORTENED.search(text) else text.rstrip(".").rstrip()
