"""A collection in which every text holds what a screen or a terminal could take for something else."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from typing import TypeVar
from zlib import crc32

from spotlight_tui.records import Contents

T = TypeVar("T")

TEXTS = (
    "[/]",
    "[/b",
    "[bold",
    "[@click=app.quit]quit[/]",
    "[@click=screen.copy_card]copy[/][link=https://evil.example]here[/link]",
    "\\[red]\\",
    "$name ${name} {0} %s ** ** **",
    "\x1b]52;c;aGk=\x07",
    "\x1b[2J\x1b[1;1H\x1b[?1049l",
    "\x9b31m\x9d0;title\x9c",
    "\x00\x08\x7f\r\x85",
    "\u202eabc\u2066def\u2069",
    "\u200b\u200d\ufeff\u00ad\u2028\U000e0041",
    "漢字と한글ａｂｃ",
    "👩‍👩‍👧‍👦🇬🇧😀",
    "e\u0301\u0327\u0308" * 3,
    "w" * 5000,
    "a\nb\r\nc\rd\te\x0bf",
    "",
)

_KEPT = {"id", "category", "also_in", "themes", "measure", "kind", "origin"}
"""Fields that join records, and so stay as they are."""

_MAY_BE_EMPTY = {"title", "summary", "text", "label", "value", "heading", "body", "speaker", "role", "team", "note"}


def hostile(contents: Contents) -> Contents:
    """The same collection, before every text one of `TEXTS`, always the same before the same."""
    return _hostile(contents, "")


def _hostile(thing: T, name: str) -> T:
    if name in _KEPT:
        return thing
    if isinstance(thing, str):
        before = TEXTS[crc32(thing.encode()) % len(TEXTS)]
        return type(thing)(f"{before} {thing}" if before or name not in _MAY_BE_EMPTY else "")
    if isinstance(thing, tuple):
        return type(thing)(_hostile(part, name) for part in thing)
    if is_dataclass(thing) and not isinstance(thing, type):
        return replace(
            thing, **{field.name: _hostile(getattr(thing, field.name), field.name) for field in fields(thing)}
        )
    return thing
