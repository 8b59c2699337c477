"""A submission's heading: the authorities before the first dash, the title after it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from ...authority_names import bare, by_bare_name, plain
from ...records import Authority
from ...text import Finder, fold

DASH = re.compile(r"\s[–—-](?:\s|$)")
"""What parts authorities and title, where the line is printed with care."""

_NUMBER = re.compile(r"\d{1,3}[.)]\s+")
_GLUED = re.compile(r"[–—-]\s|\s[–—-]|[–—:]")
_GLUED_TRIED = 4
_PARTS = re.compile(r"(\s*,\s*(?:and\b|&)\s*|\s*[,;/&+()]\s*|\s+and\s+|\s+with\s+)", re.I)
_LONGEST_AUTHORITIES = 300
"""Characters. Fourteen boroughs fit."""
_SHARED = {
    "bi-borough": ("Westminster", "Kensington and Chelsea"),
    "tri-borough": ("Westminster", "Kensington and Chelsea", "Hammersmith and Fulham"),
}


class AuthorityNames:
    """Reads the authorities that stand before the dash of a heading."""

    def __init__(self, authorities: Sequence[Authority]) -> None:
        self._names = by_bare_name(authorities)
        self._serves = {authority.name: authority.serves for authority in authorities}
        self._plain = {fold(authority.name): authority.name for authority in authorities}
        self._finder = Finder(self._plain)

    def find(self, name: str) -> tuple[str, ...]:
        """The plain names of the authorities that one name stands for; empty where it is none."""
        asked = bare(name)
        if asked == "london":
            # Bare, the City is called so; a page that says London means all of it.
            return (self._names[asked],) if "city" in name.casefold() and asked in self._names else ()
        shared = _SHARED.get(asked.removeprefix("the ").replace(" ", "-").removesuffix("s"))
        if shared:
            return shared
        known = self._names.get(asked) or self._names.get(asked.removesuffix(" london"))
        return (known,) if known else ()

    def read(self, text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The authorities that `text` names, in its order, and those of them that are not known, as written."""
        text = text.strip()
        whole = self.find(text)
        if whole or len(text) > _LONGEST_AUTHORITIES:
            return (whole, ()) if whole else ((text[:_LONGEST_AUTHORITIES],), (text[:_LONGEST_AUTHORITIES],))
        pieces = _PARTS.split(text)
        found: list[str] = []
        unknown: list[str] = []
        index, joined = 0, ""
        while index < len(pieces):
            names, end = self._longest(pieces, index)
            if names:
                joined = _keep(joined, found, unknown)
                found += names
            else:
                mark = pieces[index - 1].strip().lower() if index else ""
                if mark not in ("and", "&", "with"):
                    joined = _keep(joined, found, unknown)
                joined += (pieces[index - 1] if joined else "") + pieces[index]
            index = end + 1
        _keep(joined, found, unknown)
        return tuple(dict.fromkeys(found)), tuple(dict.fromkeys(unknown))

    def _longest(self, pieces: list[str], start: int) -> tuple[tuple[str, ...], int]:
        """What the most pieces from `start` name together, and the index after them."""
        for end in range(min(len(pieces), start + 5), start, -2):
            names = self.find("".join(pieces[start:end]))
            if names:
                return names, end
        return (), start + 1

    def others_in(self, text: str, own: Iterable[str]) -> list[str]:
        """The authorities that a text names, where none of them is one of `own` or served by one."""
        named = list(dict.fromkeys(self._plain[name] for _, _, name in self._finder.places(text)))
        ours = {served for name in own for served in (name, *self._serves.get(name, ()))}
        return [] if ours.intersection(named) else named

    def all_known(self, text: str) -> bool:
        """Whether `text` is nothing but authorities that are known."""
        found, unknown = self.read(text)
        return bool(found) and not unknown

    def any_known(self, text: str) -> bool:
        found, unknown = self.read(text)
        return len(found) > len(unknown)


def _keep(name: str, found: list[str], unknown: list[str]) -> str:
    """Take an authority that is not known; the next one begins empty."""
    name = plain(name).strip(" .")
    if name:
        found.append(name)
        unknown.append(name)
    return ""


def split(text: str) -> tuple[str, str] | None:
    """What stands before and after the first dash of a heading; None where there is none."""
    number = _NUMBER.match(text)
    text = text[number.end() :] if number else text
    dash = DASH.search(text)
    if dash is None or not text[: dash.start()].strip():
        return None
    return text[: dash.start()].strip(), text[dash.end() :].strip()


def split_glued(text: str, names: AuthorityNames) -> tuple[str, str] | None:
    """The same where the dash is glued to a word, or is a colon: only behind authorities that are known."""
    for tried, mark in enumerate(_GLUED.finditer(text[:_LONGEST_AUTHORITIES])):
        if tried == _GLUED_TRIED:
            break
        before = text[: mark.start()].strip()
        if before and names.all_known(before):
            return before, text[mark.end() :].strip(" –—-:")
    return None
