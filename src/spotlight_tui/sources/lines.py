"""A document as lines of text: what every format is read into, and what a page is read from."""

from __future__ import annotations

from dataclasses import dataclass

from ..records import Link


@dataclass(frozen=True, slots=True)
class TextLine:
    """One line of a document, cleaned."""

    number: int
    """From 1, in the file where it has lines of its own, else in the order of reading."""
    text: str
    """Without white space around it; empty for a blank line."""
    heading: int = 0
    """Level of a heading, 1 to 6, where the format says so."""
    bullet: bool = False
    """Whether it is an item of a list; `text` is without its sign."""
    bold: bool = False
    """Whether the whole line is bold."""
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """What was read from a file or an address."""

    name: str
    """Of the file, or the address: for messages and for `source.document`."""
    lines: tuple[TextLine, ...]
    address: str | None = None
    """The web address it was saved from, where the document tells."""
    title: str | None = None
    """The document's own title."""
    warnings: tuple[str, ...] = ()
    """What could not be read of it."""
