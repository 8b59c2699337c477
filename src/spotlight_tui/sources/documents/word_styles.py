"""What the styles of a Word file make of a paragraph: heading, item of a list, bold."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

_NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_HEADING = re.compile(r"heading ([1-9])", re.I)
_DEEPEST = 20
_LEVELS = 6


def qualified(name: str) -> str:
    return f"{{{_NAMESPACE}}}{name}"


def value_of(element: Any) -> str:
    """The `w:val` of an element; empty where there is no element."""
    return "" if element is None else str(element.get(qualified("val")) or "")


def is_on(element: Any) -> bool:
    """Whether an element that switches something, such as `w:b`, is there and not switched off."""
    return element is not None and value_of(element).lower() not in ("0", "false", "off", "none")


@dataclass(frozen=True, slots=True)
class ParagraphStyle:
    heading: int = 0
    bullet: bool = False
    bold: bool = False


class Styles:
    """The styles of a document, each with what it takes from those it is based on."""

    def __init__(self, styles: Any) -> None:
        """Args:
        styles: the `w:styles` element.
        """
        self._elements: dict[str, Any] = {}
        self._known: dict[str, ParagraphStyle] = {}
        self._default = ""
        for style in styles.iterchildren(qualified("style")):
            name = str(style.get(qualified("styleId")) or "")
            self._elements[name] = style
            if style.get(qualified("type")) == "paragraph" and style.get(qualified("default")) in ("1", "true"):
                self._default = name

    def is_bold(self, name: str) -> bool:
        return self._style(name).bold

    def of_paragraph(self, paragraph: Any) -> ParagraphStyle:
        properties = paragraph.find(qualified("pPr"))
        if properties is None:
            return self._style(self._default)
        style = self._style(value_of(properties.find(qualified("pStyle"))) or self._default)
        heading = _outline(properties)
        bullet = _in_list(properties)
        return ParagraphStyle(
            style.heading if heading is None else heading, style.bullet if bullet is None else bullet, style.bold
        )

    def _style(self, name: str) -> ParagraphStyle:
        for unknown in reversed(self._unknown(name)):
            element = self._elements[unknown]
            self._known[unknown] = _worked_out(element, self._known.get(_base(element), ParagraphStyle()))
        return self._known.get(name, ParagraphStyle())

    def _unknown(self, name: str) -> list[str]:
        """A style and those it is based on, as far as they are not yet known."""
        chain: list[str] = []
        while name in self._elements and name not in self._known and name not in chain and len(chain) < _DEEPEST:
            chain.append(name)
            name = _base(self._elements[name])
        return chain


def _base(style: Any) -> str:
    return value_of(style.find(qualified("basedOn")))


def _worked_out(style: Any, base: ParagraphStyle) -> ParagraphStyle:
    title = value_of(style.find(qualified("name")))
    named = _HEADING.fullmatch(title)
    heading = min(int(named[1]), _LEVELS) if named else 1 if title.lower() == "title" else None
    bullet: bool | None = None
    bold: bool | None = None
    for properties in style.iterchildren(qualified("pPr")):
        heading = _outline(properties) if heading is None else heading
        bullet = _in_list(properties) if bullet is None else bullet
    for properties in style.iterchildren(qualified("rPr")):
        own = properties.find(qualified("b"))
        bold = is_on(own) if bold is None and own is not None else bold
    return ParagraphStyle(
        base.heading if heading is None else heading,
        base.bullet if bullet is None else bullet,
        base.bold if bold is None else bold,
    )


def _outline(properties: Any) -> int | None:
    level = value_of(properties.find(qualified("outlineLvl")))
    if not level.isdecimal():
        return None
    return int(level) + 1 if int(level) < _LEVELS else 0


def _in_list(properties: Any) -> bool | None:
    numbering = properties.find(qualified("numPr"))
    if numbering is None:
        return None
    return value_of(numbering.find(qualified("numId"))) != "0"
