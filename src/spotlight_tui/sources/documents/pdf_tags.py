"""What a tagged PDF says of its own structure: which text is a paragraph, a heading, an item of a list, a cell.

ISO 32000-1, 14.7 and 14.8; Chromium, Edge and Word tag what they print, Firefox and Safari mostly do not.
"""

from __future__ import annotations

import itertools
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from pypdf.generic import DictionaryObject

from .common import Clock

_HEADINGS = {"/H": 1, "/Title": 1} | {f"/H{level}": level for level in range(1, 7)}
_OWN_BLOCK = frozenset(("/P", "/BlockQuote", "/Caption", "/TOCI", "/Note", "/Div", "/TD", "/TH"))
_DEEPEST_ROLE = 5


@dataclass(frozen=True, slots=True, eq=False)
class Block:
    heading: int = 0
    bullet: bool = False
    row: int = 0
    """The row of a table it is a cell of; 0 for none."""


ARTIFACT = Block()
"""What is printed on a page and is not of the text, such as its number."""


def tagged_blocks(reader: Any, clock: Clock) -> dict[tuple[int, int], Block]:
    """The block of each marked passage, by the number of its page and its own; empty for a PDF without tags."""
    # The tags may be damaged where the text is not.
    with suppress(Exception):
        tree = reader.root_object["/StructTreeRoot"]
        pages = {page.indirect_reference.idnum: number for number, page in enumerate(reader.pages)}
        roles = tree.get("/RoleMap", DictionaryObject()).get_object()
        return _Walk(pages, roles, clock).over(tree.get("/K"))
    return {}


class _Walk:
    def __init__(self, pages: dict[int, int], roles: Any, clock: Clock) -> None:
        self._pages = pages
        self._roles = roles
        self._clock = clock
        self._row_numbers = itertools.count(1)

    def over(self, tree: Any) -> dict[tuple[int, int], Block]:
        found: dict[tuple[int, int], Block] = {}
        seen: set[int] = set()
        waiting: list[tuple[Any, int, Block | None]] = [(tree, -1, None)]
        while waiting:
            self._clock.check()
            item, page, block = waiting.pop()
            number = getattr(item, "idnum", None)
            if number is not None:
                if number in seen:
                    continue
                seen.add(number)
                item = item.get_object()
            if isinstance(item, int):
                if block:
                    found[page, item] = block
            elif isinstance(item, list):
                waiting.extend((kid, page, block) for kid in item)
            elif isinstance(item, dict):
                waiting.append(self._below(item, page, block))
        return found

    def _below(self, element: Any, page: int, block: Block | None) -> tuple[Any, int, Block | None]:
        reference = element.raw_get("/Pg") if "/Pg" in element else None
        page = self._pages.get(getattr(reference, "idnum", -1), page)
        if isinstance(element.get("/MCID"), int):
            return element["/MCID"], page, block
        return element.raw_get("/K") if "/K" in element else None, page, self._block(element, block)

    def _block(self, item: Any, around: Block | None) -> Block | None:
        role = self._role(item.get("/S"))
        row = around.row if around else 0
        if role in _HEADINGS:
            return Block(_HEADINGS[role], row=row)
        if role == "/LI":
            return Block(bullet=True, row=row)
        if role == "/TR":
            return Block(row=next(self._row_numbers))
        if role in _OWN_BLOCK and not (around and (around.bullet or around.heading)):
            return Block(row=row)
        return around

    def _role(self, name: Any) -> str:
        for _ in range(_DEEPEST_ROLE):
            if name not in self._roles:
                break
            name = self._roles[name]
        return str(name)
