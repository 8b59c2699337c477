"""The text of a submission: its lines as headings, paragraphs and bullets, and as Markdown."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from ...records import HEADINGS, Section
from ..lines import TextLine
from .labels import label_of
from .sections import section_of
from .subheadings import subheadings

Kind = Literal["heading", "paragraph", "bullet"]

_SENTENCE_END = (".", "!", "?", "…", ":", ";", ")", "”", "’", '"', "'")
_STOPS = ".,;:)"
_LONGEST_JOINED = 5000
_WRAPPED = 40
"""Characters that a line has at least, if the next may be the rest of it."""


@dataclass(frozen=True, slots=True)
class Block:
    kind: Kind
    text: str
    level: int = 2
    """Of a heading: how many # it has."""


def blocks(lines: Sequence[TextLine], is_authority: Callable[[str], bool]) -> list[Block]:
    """The blocks of a text; lines that were cut in the middle of a sentence are joined."""
    filled = [index for index, line in enumerate(lines) if line.text]
    top = min((line.heading for line in lines if line.heading), default=2)
    headings = subheadings([lines[index] for index in filled], is_authority)
    found: list[Block] = []
    last = -1
    for index, is_heading in zip(filled, headings, strict=True):
        line = lines[index]
        label = label_of(line.text)
        if label and label[0] == "supporting":
            found.append(_heading(line.text.removesuffix(label[1]), line, top))
            if label[1]:
                found.append(Block("paragraph", label[1]))
        elif is_heading:
            found.append(_heading(line.text, line, top))
        elif line.bullet:
            found.append(Block("bullet", line.text))
        elif found and index == last + 1 and _goes_on(found[-1], line.text):
            space = "" if line.text[0] in _STOPS else " "
            found[-1] = replace(found[-1], text=found[-1].text + space + line.text)
        else:
            found.append(Block("paragraph", line.text))
        last = index
    return found


def _heading(text: str, line: TextLine, top: int) -> Block:
    level = min(2 + line.heading - top, 4) if line.heading else 2
    return Block("heading", text.strip(), level)


def _goes_on(before: Block, text: str) -> bool:
    """Whether a line is the rest of the block before it."""
    if before.kind == "heading" or len(before.text) > _LONGEST_JOINED or before.text.endswith(_SENTENCE_END):
        return False
    wrapped = text[0].islower() and len(before.text) >= _WRAPPED and not text.startswith("http")
    return wrapped or text[0] in _STOPS


def markdown(found: Iterable[Block]) -> str:
    """Blocks as Markdown: `##` headings, paragraphs, `-` bullets."""
    before: Block | None = None
    parts: list[str] = []
    for block in found:
        if before is not None:
            parts.append("\n" if block.kind == before.kind == "bullet" else "\n\n")
        parts.append(_sign(block) + (block.text.rstrip(" :") if block.kind == "heading" else block.text))
        before = block
    return "".join(parts)


def _sign(block: Block) -> str:
    if block.kind == "heading":
        return "#" * block.level + " "
    return "- " if block.kind == "bullet" else ""


def sections(found: Sequence[Block]) -> tuple[Section, ...]:
    """The parts whose heading clearly is one of the six, in their order."""
    bodies: dict[str, list[Block]] = {}
    name, level = None, 0
    for block in found:
        if block.kind == "heading" and (name is None or block.level <= level or section_of(block.text)):
            name, level = section_of(block.text), block.level
        elif name is not None:
            heading = block.kind == "heading"
            text = f"**{block.text}**" if heading else block.text
            bodies.setdefault(name, []).append(Block("paragraph" if heading else block.kind, text))
    return tuple(Section(name, markdown(bodies[name])) for name in HEADINGS if name in bodies)
