"""Rows of the tree and of the results."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from ...search.results import Hit
from .flow import Words, ellipsis, marked, single

_WHERE = {"quotes": "in a quotation", "figures": "in a figure", "contacts": "in a contact"}
"""What a row says of a passage that has a place of its own."""


def names(authorities: Sequence[str]) -> str:
    return " · ".join(authorities)


def hit_row(hit: Hit, contact: str | None, words: Words) -> list[Content]:
    """What a search found: title, authorities and first contact, excerpt."""
    if hit.kind == "signpost":
        return [
            Content.assemble(("□ ", "$faint"), single(hit.title, "italic $faint", words)),
            Content.assemble("  ", single(names(hit.authorities), "italic $river", words)),
            Content.assemble("  ", single(hit.excerpt, "$muted")),
        ]
    who = single(names(hit.authorities), "$river", words)
    if hit.part is not None and hit.field in _WHERE:
        who = Content.assemble(who, (f" · {_WHERE[hit.field]}", "$muted"))
    if contact:
        who = Content.assemble(who, (" · ", "$muted"), single(contact, "$muted", words))
    return [single(hit.title, "bold", words), who, marked(hit.excerpt, "$muted")]


def signposts_row() -> list[Content]:
    """What stands over the signposts among the results."""
    return [Content(""), Content.styled("Named on other pages, not in this collection", "italic $faint")]


def initiative_row(depth: int, author: str, title: str) -> Content:
    """An initiative in the tree; without the authority where the branch is one."""
    return Content.assemble("  " * (depth + 1), *_author(author, "$river"), single(title))


def signpost_row(depth: int, author: str, title: str) -> Content:
    """Work that is only named, in the tree."""
    return Content.assemble(
        "  " * depth, ("□ ", "$faint"), *_author(author, "italic $river"), single(title, "italic $faint")
    )


def _author(author: str, style: str) -> list[Content]:
    return [single(author, style), Content("  ")] if author else []


def branch_row(
    width: int, depth: int, label: str, count: int, is_root: bool, opens: bool, is_open: bool, filtered: bool
) -> Content:
    """A branch of the tree: its sign, its name, and its count to the right behind leaders."""
    empty = not count
    style = "bold" if is_root and not empty else "italic $faint" if empty else ""
    if empty and not filtered:
        sign = ("▼ " if is_open else "□ ", "$faint")
    else:
        sign = ("▼ " if is_open else "► " if opens else "  ", "$faint" if empty else "$accent")
    number = "–" if empty and not filtered else str(count)
    left = Content.assemble("  " * depth, sign, single(label, style))
    left = Content.assemble(ellipsis(left, width - len(number) - 2), " ")
    leaders = max(0, width - left.cell_length - len(number) - 1)
    weight = "$faint" if empty else "bold" if is_root else "$muted"
    return Content.assemble(left, ("·" * leaders, "$rule"), " ", (number, weight))
