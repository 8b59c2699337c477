"""The labels of a submission, and what stands under each of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ..lines import TextLine
from .doubts import Doubts

_PATTERNS = {
    "summary": r"summary\s+of\s+(?:the\s+|this\s+)?project\b\s*[:：–—-]*",
    "contact": (
        r"(?:(?:key|main|lead)\s+)?contacts?(?:\s*\(s\))?(?:\s+(?:details|persons?|people|information|names?))?"
        r"(?:\s+\d)?\s*(?:[:：]|[–—-]\s|$)"
    ),
    "read more": r"read\s+(?:more|less)(?:\s+about\s+this\s+(?:project|submission|initiative)\W*|\W*$)",
    "team": r"teams?(?:\s*\(s\))?(?:\s+(?:names?|involved))?\s*(?:[:：]|$)",
    "partners": r"(?:key\s+)?partners?(?:\s*\(s\))?(?:\s+(?:organisations?|agencies|involved))?\s*(?:[:：]|$)",
    "main": r"main\s+submission\s*(?:[:：]|[–—-]\s|$|(?=[A-Z]))",
    "supporting": (
        r"supporting\s+(?:information|materials?|evidence|documents?|documentation|links)"
        r"(?:\s*(?:/|&|and)\s*(?:information|materials?|evidence|documents?|documentation|links))?\s*(?:[:：]|$)"
    ),
}
_LABEL = re.compile("|".join(f"(?P<{name.replace(' ', '_')}>{pattern})" for name, pattern in _PATTERNS.items()), re.I)
_SUMMARY = re.compile(_PATTERNS["summary"], re.I)
_FIRST_LETTERS = frozenset("scklrtpmSCKLRTPM")
_LONGEST_LABEL = 80
"""Characters of a line that are looked at, which are more than any label without a colon has."""
_HEAD = 25
"""In how many lines that are not blank the labels of a submission stand where Main Submission is missing."""
_LONGEST = {"summary": 4000, "contact": 1500, "team": 500, "partners": 2500}
"""Characters of a field; what goes on longer is text that has lost its label."""


def label_of(text: str) -> tuple[str, str] | None:
    """The label that a line begins with, and what it says behind it; None where it begins with none."""
    if not text or text[0] not in _FIRST_LETTERS:
        return None
    found = _LABEL.match(text[:_LONGEST_LABEL])
    if found is None or found.lastgroup is None:
        return None
    return found.lastgroup.replace("_", " "), text[found.end() :].strip()


def is_summary(text: str) -> bool:
    """Whether a line begins with Summary of project."""
    return text[:1] in ("s", "S") and _SUMMARY.match(text[:_LONGEST_LABEL]) is not None


def may_be_prose(text: str) -> bool:
    """Whether the words Summary of project could as well begin a sentence."""
    found = _SUMMARY.match(text[:_LONGEST_LABEL])
    return found is not None and found[0].rstrip()[-1].isalpha() and text[found.end() : found.end() + 1].islower()


@dataclass(frozen=True, slots=True)
class Parts:
    """What stands under the labels of a submission, line by line, blank lines too."""

    fields: dict[str, list[TextLine]]
    """Of summary, contact, team and partners."""
    stray: list[TextLine]
    """What stands between the fields and belongs to none of them."""
    body: list[TextLine]


def part(lines: Sequence[TextLine], doubts: Doubts) -> Parts:
    """The parts of a submission, from the lines under its heading."""
    labels = {index: label for index, line in enumerate(lines) if (label := label_of(line.text))}
    main = next((index for index, label in labels.items() if label[0] == "main"), None)
    head = _head(lines, labels) if main is None else main
    fields: dict[str, list[TextLine]] = {name: [] for name in _LONGEST}
    stray: list[TextLine] = []
    name, seen = "", set()
    for index, line in enumerate(lines[:head]):
        label = labels.get(index)
        wrapped = label and label[0] in seen and line.text.isalpha()  # Team: Early Help / Team
        if label and not wrapped:
            seen.add(label[0])
            name = label[0] if label[0] in _LONGEST else ""
            line = line if label[0] == "supporting" else replace(line, text=label[1])
        if name or line.text:
            (fields[name] if name else stray).append(line)
    for name, longest in _LONGEST.items():
        fields[name], rest = _bounded(fields[name], longest)
        if rest:
            doubts.add(rest[0].number, f"The field {name} is very long: from here on it was put into the text.")
        stray += rest
    body = list(lines[head:])
    if main is not None:
        body[0] = replace(body[0], text=labels[main][1], heading=0, bold=False)
    return Parts(fields, stray, body)


def _head(lines: Sequence[TextLine], labels: dict[int, tuple[str, str]]) -> int:
    """Where the body begins in a submission without Main Submission: behind the first line of its last field."""
    filled = [index for index, line in enumerate(lines) if line.text][:_HEAD]
    seen: set[str] = set()
    end = 0
    for place, index in enumerate(filled):
        name, text = labels.get(index, ("", ""))
        if name == "supporting" or (name in seen and name != "contact"):
            break
        if name in (*_LONGEST, "read more"):
            seen.add(name)
            below = filled[place + 1] if place + 1 < len(filled) else index
            alone = not text and name != "read more" and below not in labels
            end = (below if alone else index) + 1
    return end


def _bounded(lines: list[TextLine], longest: int) -> tuple[list[TextLine], list[TextLine]]:
    """The lines that are a field's, and those that can no longer be."""
    length = 0
    for index, line in enumerate(lines):
        length += len(line.text)
        if length > longest and index:
            return lines[:index], lines[index:]
    last = max((index for index, line in enumerate(lines) if line.text), default=-1)
    return lines[: last + 1], []
