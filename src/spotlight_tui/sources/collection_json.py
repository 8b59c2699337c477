"""The JSON that `export` writes → Contents. It may have been edited by hand, or cut: nothing in it is trusted."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any, TypeVar

from ..records import (
    QUOTE_KINDS,
    Acronym,
    Authority,
    Category,
    Contact,
    Contents,
    Figure,
    Initiative,
    Link,
    Measure,
    Publisher,
    Quote,
    Section,
    Signpost,
    Source,
    SpotlightError,
    Theme,
)
from ..text import clean, one_line
from .page.identity import Ids

FORMAT, VERSION = "spotlight-collection", 1

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_LONGEST_ID = 60
_MOST_THINGS = 2_000_000
"""Objects of a document; ten thousand records have a quarter of it, and each takes memory."""
_LARGEST = 2**53
"""The largest number that every program reads as it was written."""

T = TypeVar("T")
Thing = dict[str, Any]


def read_collection(text: str, name: str) -> Contents:
    """The contents of a document of the contract; `name` stands in messages.

    Raises:
        SpotlightError: it is no such document, or one of a version that this program does not know.
    """
    if text.count("{") > _MOST_THINGS:
        raise SpotlightError(f"{name} holds more than {_MOST_THINGS:,} things: export fewer initiatives.")
    try:
        document = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise SpotlightError(f"{name} is not JSON ({_brief(error)}): export the collection again.") from error
    if not isinstance(document, dict) or document.get("format") != FORMAT:
        raise SpotlightError(f"{name} is not an exported collection: its format should be {FORMAT!r}.")
    if document.get("version") != VERSION:
        raise SpotlightError(f"{name} has version {document.get('version')!r}, this program reads {VERSION}.")
    publisher = _mapping(document.get("publisher"))
    return Contents(
        Publisher(_text(publisher, "name"), _optional(publisher, "url"), _all(publisher, "contacts", _contact)),
        _all(document, "categories", _category),
        _all(document, "authorities", _authority),
        _all(document, "themes", lambda t: Theme(_text(t, "id"), _text(t, "name"), _text(t, "description"))),
        _all(document, "measures", _measure),
        _all(document, "acronyms", lambda t: Acronym(_text(t, "short"), _text(t, "long"))),
        _all(document, "signposts", _signpost),
        _with_ids(_all(document, "initiatives", read_initiative)),
    )


def _with_ids(initiatives: Iterable[Initiative]) -> tuple[Initiative, ...]:
    """Those that have a title, each with an id that is one."""
    initiatives = tuple(initiatives)
    ids = Ids(each.id for each in initiatives)
    return tuple(
        each
        if len(each.id) <= _LONGEST_ID and _ID.fullmatch(each.id)
        else replace(each, id=ids.give(each.authorities[0] if each.authorities else "", each.title))
        for each in initiatives
        if each.title
    )


def _brief(error: Exception) -> str:
    return str(error).splitlines()[0] if str(error) else type(error).__name__


def _mapping(value: object) -> Thing:
    return value if isinstance(value, dict) else {}


def _all(thing: Thing, name: str, read: Callable[[Thing], T]) -> tuple[T, ...]:
    values = thing.get(name)
    return tuple(read(value) for value in values if isinstance(value, dict)) if isinstance(values, list) else ()


def _optional(thing: Thing, name: str) -> str | None:
    value = thing.get(name)
    if isinstance(value, bool) or not isinstance(value, (str, int, float)):
        return None
    return one_line(str(value)) or None


def _text(thing: Thing, name: str) -> str:
    return _optional(thing, name) or ""


def _prose(thing: Thing, name: str) -> str:
    """A text of several paragraphs."""
    value = thing.get(name)
    return clean(value).strip() if isinstance(value, str) else _text(thing, name)


def _texts(thing: Thing, name: str) -> tuple[str, ...]:
    values = thing.get(name)
    found: Iterable[object] = values if isinstance(values, list) else ()
    return tuple(text for value in found if isinstance(value, str) and (text := one_line(value)))


def _number(thing: Thing, name: str) -> float | None:
    value = thing.get(name)
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not abs(value) <= _LARGEST:
        return None
    return int(value) if float(value).is_integer() else float(value)


def _contact(thing: Thing) -> Contact:
    return Contact(
        _text(thing, "name"),
        *(_optional(thing, name) for name in ("role", "email", "phone", "organisation")),
    )


def _category(thing: Thing) -> Category:
    return Category(
        _text(thing, "id"),
        int(_number(thing, "number") or 0),
        _text(thing, "name"),
        _text(thing, "short_name") or _text(thing, "name"),
        _optional(thing, "description"),
        _optional(thing, "sponsor"),
        _optional(thing, "source_url"),
    )


def _authority(thing: Thing) -> Authority:
    return Authority(_text(thing, "name"), _texts(thing, "aliases"), _texts(thing, "serves"))


def _measure(thing: Thing) -> Measure:
    return Measure(_text(thing, "id"), _text(thing, "name"), _text(thing, "unit"), _text(thing, "description"))


def _signpost(thing: Thing) -> Signpost:
    return Signpost(
        _text(thing, "id"),
        _texts(thing, "authorities"),
        _optional(thing, "title"),
        _text(thing, "category"),
        _optional(thing, "url"),
    )


def _quote(thing: Thing) -> Quote:
    kind = _optional(thing, "kind")
    return Quote(
        _prose(thing, "text"),
        _optional(thing, "speaker"),
        _optional(thing, "date"),
        kind if kind in QUOTE_KINDS else "other",
        _optional(thing, "context"),
    )


def _figure(thing: Thing) -> Figure:
    return Figure(
        _text(thing, "label"),
        _optional(thing, "measure"),
        _text(thing, "value"),
        _optional(thing, "unit"),
        _number(thing, "before"),
        _number(thing, "after"),
        _optional(thing, "period"),
        _optional(thing, "note"),
    )


def _link(thing: Thing) -> Link:
    return Link(_text(thing, "label"), _optional(thing, "url"))


def _source(thing: Thing) -> Source:
    lines = thing.get("lines")
    whole = (
        isinstance(lines, list)
        and len(lines) == 2
        and all(type(line) is int and 0 < line <= _LARGEST for line in lines)
    )
    return Source(
        publisher=_optional(thing, "publisher"),
        title=_optional(thing, "title"),
        url=_optional(thing, "url"),
        published=_optional(thing, "published"),
        read_on=_optional(thing, "read_on"),
        document=_optional(thing, "document"),
        lines=(lines[0], lines[1]) if whole and lines else None,
    )


def read_initiative(thing: Thing) -> Initiative:
    """An initiative of such a document; what is missing or of another kind is as if it were absent."""
    return Initiative(
        id=_text(thing, "id"),
        title=_text(thing, "title"),
        authorities=_texts(thing, "authorities"),
        category=_optional(thing, "category"),
        also_in=_texts(thing, "also_in"),
        summary=_prose(thing, "summary"),
        sections=_all(thing, "sections", lambda t: Section(_text(t, "heading"), _prose(t, "body"))),
        keywords=_texts(thing, "keywords"),
        contacts=_all(thing, "contacts", _contact),
        team=_optional(thing, "team"),
        partners=_texts(thing, "partners"),
        themes=_texts(thing, "themes"),
        quotes=_all(thing, "quotes", _quote),
        figures=_all(thing, "figures", _figure),
        links=_all(thing, "links", _link),
        videos=_all(thing, "videos", _link),
        notes=_texts(thing, "notes"),
        full_text=_prose(thing, "full_text") or None,
        source=_source(_mapping(thing.get("source"))),
        origin="bundled" if thing.get("origin") == "bundled" else "imported",
    )
