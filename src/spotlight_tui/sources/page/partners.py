"""What the field Partners names: organisations, and persons with their role."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from ..lines import TextLine
from .doubts import quoted
from .people import has_role, is_name, is_organisation, without_stop

_MARK = re.compile(r"\s*[,;]\s+|\s*;|\.\s+(?=[A-Z“‘])|\s+\|\s+")
_NOT_AN_END = frozenset(("dr", "mr", "mrs", "ms", "st", "prof", "rev", "e.g", "i.e", "no"))
_NONE = re.compile(r"(?:n/?a|none|not applicable|tbc|nil)\W*$", re.I)
_SLASH = re.compile(r"(?<=\w)\s*/\s*(?=[A-Z])")
_AND = re.compile(r"^and\s+", re.I)
_GOES_ON = re.compile(r"(?:,|&|–|\b(?:and|of|for))$")
_LONGEST = 4000


def read(lines: Sequence[TextLine], warn: Callable[[str], None]) -> tuple[str, ...]:
    """The partners, in their order; what cannot be cut with confidence stays together, with a warning."""
    found: list[str] = []
    for text in _texts(lines):
        if _NONE.match(text):
            continue
        if len(text) > _LONGEST:
            warn("The partners could not be told apart.")
            found.append(text)
            continue
        found += _cut(text, warn)
    return tuple(dict.fromkeys(filter(None, found)))


def _texts(lines: Sequence[TextLine]) -> list[str]:
    """The lines, those that were wrapped joined again."""
    texts: list[str] = []
    for line in lines:
        wrapped = texts and not line.bullet and (line.text[:1].islower() or _GOES_ON.search(texts[-1]))
        if wrapped:
            texts[-1] += " " + line.text
        elif line.text:
            texts.append(line.text)
    return texts


def _cut(text: str, warn: Callable[[str], None]) -> list[str]:
    pieces, marks = _pieces(text)
    found: list[str] = []
    index = 0
    while index < len(pieces):
        end = _end_of_person(pieces, marks, index)
        if end > index + 1 or (end == index + 1 and has_role(pieces[index])):
            found.append(_joined(pieces, marks, index, end))
            index = end
            continue
        piece = _AND.sub("", pieces[index]).strip(" .") if index else pieces[index].strip()
        for part in _SLASH.split(piece) if " " in piece or piece.count("/") == 1 else [piece]:
            if len(pieces) > 1 and index == len(pieces) - 1 and re.search(r"[a-z] and [A-Z]", part):
                warn(f"{quoted(part)} may be more than one partner.")
            if part.strip():
                found.append(without_stop(part))
        index += 1
    return found


def _pieces(text: str) -> tuple[list[str], list[str]]:
    """What stands between commas, semicolons and full stops that are not in brackets, and these marks."""
    pieces, marks, start, depth, seen = [], [], 0, 0, 0
    for mark in _MARK.finditer(text):
        depth += text.count("(", seen, mark.start()) - text.count(")", seen, mark.start())
        seen = mark.start()
        word = text[start : mark.start()].rpartition(" ")[2].lower()
        if depth > 0 or (mark[0].startswith(".") and word in _NOT_AN_END):
            continue
        pieces.append(text[start : mark.start()])
        marks.append(mark[0])
        start = mark.end()
    return [*pieces, text[start:]], [*marks, ""]


def _before_dash(text: str) -> str:
    return re.split(r"\s+[–—-]\s+", text, maxsplit=1)[0]


def _is_person(text: str) -> bool:
    return is_name(_before_dash(_AND.sub("", text)).strip(" ."))


def _end_of_person(pieces: list[str], marks: list[str], index: int) -> int:
    """Where a person with a role that begins at `index` ends; `index` where none begins there."""
    if not _is_person(pieces[index]):
        return index
    if marks[index].strip() != "," or index + 1 == len(pieces) or _before_dash(pieces[index]) != pieces[index]:
        return index + 1
    if not has_role(pieces[index + 1]):
        return index
    end = index + 2
    while end < len(pieces) and marks[end - 1].strip() == ",":
        next_begins = _is_person(pieces[end]) and end + 1 < len(pieces) and has_role(pieces[end + 1])
        if next_begins or is_organisation(pieces[end]) or pieces[end].isupper():
            break
        end += 1
    return end


def _joined(pieces: list[str], marks: list[str], start: int, end: int) -> str:
    text = "".join(piece + mark for piece, mark in zip(pieces[start:end], marks[start:end], strict=True))
    return without_stop(_AND.sub("", text).rstrip(" ,;"))
