"""The names that pages and people give to an authority, and the plain one that the collection has for it."""

from __future__ import annotations

from collections.abc import Iterable

from .records import Authority
from .text import fold

_BEFORE = (
    "the ",
    "london boroughs of ",
    "london borough of ",
    "royal borough of ",
    "borough of ",
    "city of ",
    "lbs of ",
    "lb of ",
    "rb of ",
    "lb ",
    "rb ",
)
_AFTER = (" borough council", " city council", " council", " borough")


def bare(name: str) -> str:
    """An authority's name, folded, without what pages put around it: LB of, Royal Borough of, Council."""
    folded = " ".join(fold(name).replace("&", " and ").split())
    for form in _BEFORE:
        folded = folded.removeprefix(form)
    for form in _AFTER:
        folded = folded.removesuffix(form)
    return folded


def by_bare_name(authorities: Iterable[Authority]) -> dict[str, str]:
    """The plain name of each authority by each of its names and aliases, bare."""
    names: dict[str, str] = {}
    for authority in authorities:
        for name in (authority.name, *authority.aliases):
            names.setdefault(bare(name), authority.name)
    return names


def find(name: str, authorities: Iterable[Authority]) -> str | None:
    """The plain name of the authority that is called `name`, or None."""
    return by_bare_name(authorities).get(bare(name))


def plain(name: str) -> str:
    """`name` as written, without LB of, Royal Borough of, Council and the like around it."""
    words = name.strip()
    for form in _BEFORE:
        if fold(words).startswith(form):
            words = words[len(form) :].strip()
    for form in _AFTER:
        if fold(words).endswith(form):
            words = words[: -len(form)].strip()
    return words
