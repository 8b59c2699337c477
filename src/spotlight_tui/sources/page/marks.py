"""Where quotation marks open and close in paragraphs, unbalanced ones included."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_MARK = re.compile(r"[“”\"„«»‘’']")
_OPENS_BEHIND = frozenset(' \t([{“"‘«–—-/:;,.')
_SINGLE = frozenset("‘’'")
_ENDS_SENTENCE = (".", "!", "?", "…")
_MOST_PARAGRAPHS = 5
_LOOK_AHEAD = 40
"""Closing single marks that are weighed: apostrophes look like them."""
_LONGEST = 20_000
"""Characters of a paragraph that is looked through."""
_MOST_MARKS = 300
"""In a paragraph; one that has more is no prose."""
_BRACKETS_AT_END = re.compile(r"\([^()]{2,200}\)[.\s]*$")
_LONGEST_VERB = 40
_FIRST_PERSON = re.compile(r"\b(?:I|I[’']\w+|we|We|my|My|our|Our|me)\b")
_SAYS_BEFORE = re.compile(r"(?:[:,]|\b(?:said|says|shared|noted|that|as|stated|reported|feedback))\s*$", re.I)


@dataclass(frozen=True, slots=True)
class Mark:
    place: int
    single: bool
    opens: bool
    closes: bool


@dataclass(frozen=True, slots=True)
class Span:
    """What stands between two marks, which may be in different paragraphs."""

    first: int
    start: int
    last: int
    end: int
    """Offset in the last paragraph of the closing mark, or of the end of the words."""
    after: int
    """Offset in the last paragraph behind the closing mark."""


def marks_of(text: str) -> list[Mark]:
    """The quotation marks of a paragraph, without apostrophes inside words."""
    found = []
    for match in _MARK.finditer(text, 0, _LONGEST):
        place, char = match.start(), match[0]
        before = text[place - 1] if place else " "
        behind = text[place + 1] if place + 1 < len(text) else " "
        free = before in _OPENS_BEHIND and not behind.isspace() and behind not in ",;:!?)"
        ends = not before.isspace() and before not in "([{" and not behind.isalnum()
        if char in "“„«":
            opens, closes = not behind.isspace() or not ends, ends and behind.isspace() and not free
        elif char in "”»":
            opens, closes = free and before.isspace(), not (free and before.isspace())
        elif char == '"':
            opens, closes = free and (before != "." or not ends), ends
        elif char == "‘":
            opens, closes = free and not behind.isdigit() and behind not in '“"', ends and not free
        else:
            opens, closes = char == "'" and free and behind.isalpha() and before not in ".,", ends
        if opens or closes:
            found.append(Mark(place, char in _SINGLE, opens, closes))
        if len(found) > _MOST_MARKS:
            return []
    return found


def spans(paragraphs: Sequence[str]) -> Iterator[Span]:
    """Everything that stands between quotation marks, also where one of them is missing.

    Args:
        paragraphs: empty where nothing may go on, at a heading.
    """
    marks = [marks_of(text) for text in paragraphs]
    index, position, floor = 0, 0, 0
    while index < len(paragraphs):
        if position == len(marks[index]):
            index, position, floor = index + 1, 0, 0
            continue
        span = _from(paragraphs, marks, index, position, floor) if marks[index][position].place >= floor else None
        if span is None:
            position += 1
            continue
        yield span
        yield from _inside(paragraphs, marks, span)
        position = position + 1 if span.last == index else 0
        index, floor = span.last, span.after


def _from(
    paragraphs: Sequence[str], marks: Sequence[Sequence[Mark]], index: int, position: int, floor: int
) -> Span | None:
    """The span that a mark begins, or ends where its opening mark is missing."""
    mark, text = marks[index][position], paragraphs[index]
    if mark.opens:
        close = _close(text, marks[index], position)
        if close is not None:
            return Span(index, mark.place + 1, index, close, close + 1)
        return _unclosed(paragraphs, marks, index, position)
    if mark.closes and not mark.single:
        return _unopened(paragraphs, index, mark.place, floor)
    return None


def _close(text: str, marks: Sequence[Mark], position: int) -> int | None:
    """Where the quotation that begins at a mark ends in its own paragraph."""
    later = marks[position + 1 : position + 1 + _LOOK_AHEAD]
    return _close_single(text, later) if marks[position].single else _close_double(text, later)


def _close_double(text: str, later: Sequence[Mark]) -> int | None:
    """The next double mark that closes; a single one at the end of the paragraph where there is none."""
    closing = next((mark.place for mark in later if not mark.single and mark.closes), None)
    if closing is not None:
        return closing
    ends = [mark.place for mark in later if mark.single and mark.closes and _at_end(text, mark.place)]
    return ends[-1] if ends else None


def _close_single(text: str, later: Sequence[Mark]) -> int | None:
    """The next single mark that closes and is no apostrophe, rather than a double one."""
    candidates = []
    for mark in later:
        if mark.opens and not mark.closes and mark.single:
            break
        if mark.closes:
            candidates.append(mark)
        if mark.closes and not mark.single:
            break
    singles = [mark.place for mark in candidates if mark.single]
    firm = [place for place in singles if not _possessive(text, place)]
    return next(iter((*firm, *singles, *(mark.place for mark in candidates))), None)


def _possessive(text: str, place: int) -> bool:
    """Whether a closing mark is more likely the apostrophe of a plural: pupils’ work."""
    return text[place - 1 : place] == "s" and re.match(r"\s[a-z]", text[place + 1 : place + 3]) is not None


def _at_end(text: str, place: int) -> bool:
    """Whether nothing but a stop or a speaker in brackets stands behind a mark."""
    return re.fullmatch(r"[\s.,;]*(?:\([^()]{2,200}\)[\s.]*)?", text[place + 1 : place + 220]) is not None


def _unclosed(paragraphs: Sequence[str], marks: Sequence[Sequence[Mark]], index: int, position: int) -> Span | None:
    """A quotation whose closing mark stands in a later paragraph, or nowhere."""
    mark, text = marks[index][position], paragraphs[index]
    before = text[: mark.place].strip()
    if before and not _SAYS_BEFORE.search(before[-_LONGEST_VERB:]):
        return None
    brackets = _BRACKETS_AT_END.search(text[-220:])
    end = len(text) - len(text[-220:]) + brackets.start() if brackets else len(text)
    if not mark.single and not brackets:
        for later in range(index + 1, min(index + _MOST_PARAGRAPHS, len(paragraphs))):
            double = next((m for m in marks[later] if not m.single), None)
            if not paragraphs[later] or (double and not double.closes):
                break
            if double:
                return Span(index, mark.place + 1, later, double.place, double.place + 1)
    sentence = text[:end].rstrip()
    if mark.single and not sentence.endswith(_ENDS_SENTENCE) and not brackets:
        return None
    return Span(index, mark.place + 1, index, len(sentence), end)


def _unopened(paragraphs: Sequence[str], index: int, place: int, floor: int) -> Span | None:
    """A quotation that has lost its opening mark: the paragraph up to the closing one, if somebody is speaking."""
    text = paragraphs[index]
    words, behind = text[floor:place].strip(), text[place + 1 :].strip(" .")
    ended = words.endswith(_ENDS_SENTENCE)
    if not words or not words[0].isalpha() or (floor and not ended):
        return None
    below = paragraphs[index + 1] if index + 1 < len(paragraphs) else ""
    told = behind.startswith("(") or (not behind and below.lower().startswith("source:"))
    if told or (ended and not behind and _FIRST_PERSON.search(words)):
        start = floor + len(text[floor:place]) - len(text[floor:place].lstrip())
        return Span(index, start, index, place, place + 1)
    return None


def _inside(paragraphs: Sequence[str], marks: Sequence[Sequence[Mark]], outer: Span) -> Iterator[Span]:
    """Quotations in single marks inside one in double marks."""
    for index in range(outer.first, outer.last + 1):
        start = outer.start if index == outer.first else 0
        end = outer.end if index == outer.last else len(paragraphs[index])
        within = [mark for mark in marks[index] if start <= mark.place < end and mark.single]
        for position, mark in enumerate(within):
            if not mark.opens or mark.place < start or mark.place == outer.start - 1:
                continue
            close = _close(paragraphs[index], within, position)
            if close is not None:
                yield Span(index, mark.place + 1, index, close, close + 1)
                start = close + 1
