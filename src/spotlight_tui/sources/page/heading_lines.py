"""The lines of a page that are a submission's heading: those over Summary of project."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ..lines import TextLine
from . import headings
from .doubts import Doubts, quoted
from .headings import AuthorityNames
from .labels import is_summary, label_of, may_be_prose

_SUMMARY = "summary of project"
_FORMAL = re.compile(r"(?:London|Royal) Borough|[LR]B |.*Council$")
_MOST_LINES = 3
_LONGEST = 400
_SOON = 12
"""Within how many lines under Summary of project another label stands, if it is a submission's."""
_END = (".", "!", "?", ";", ":")
_WORDS_OF_TITLE = 8


@dataclass(frozen=True, slots=True)
class Heading:
    first: int
    """Index of its first line."""
    end: int
    """Index after its last line."""
    authorities: str
    """What stands before the dash."""
    title: str


class HeadingFinder:
    """Finds the headings among the lines of a page."""

    def __init__(self, lines: Sequence[TextLine], names: AuthorityNames, doubts: Doubts) -> None:
        self._lines = lines
        self._names = names
        self._doubts = doubts
        self._filled = [index for index, line in enumerate(lines) if line.text]
        self._floor = 0
        """The place among the filled lines behind the last Summary of project that has a heading."""

    def find(self, most: int) -> list[Heading]:
        """The headings; one more than `most` where there are too many."""
        found: list[Heading] = []
        for place, index in enumerate(self._filled):
            if not (is_summary(self._lines[index].text) or self._is_cut_summary(place)):
                continue
            heading = self._over(place)
            if heading:
                found.append(heading)
                self._floor = place + 1
            if len(found) > most:
                self._warn(place, f"There are more than {most} submissions: from here on nothing was read.")
                return found
        cut_off = self._cut_off()
        return [*found, cut_off] if cut_off else found

    def _text(self, place: int) -> str:
        return self._lines[self._filled[place]].text

    def _warn(self, place: int, message: str) -> None:
        self._doubts.add(self._lines[self._filled[place]].number, message)

    def _heading(self, place: int, authorities: str, title: str, lines: int = 1) -> Heading:
        """A heading whose last line is at `place`."""
        return Heading(self._filled[place - lines + 1], self._filled[place] + 1, authorities, title)

    def _split(self, place: int) -> tuple[str, str] | None:
        text = self._text(place)
        return headings.split(text) if len(text) <= _LONGEST else None

    def _over(self, place: int) -> Heading | None:
        """The heading over the Summary of project at `place`."""
        if place == 0:
            return self._lost(place)
        if place == self._floor or is_summary(self._text(place - 1)):
            return self._refused(place)
        parts = self._split(place - 1)
        if parts and self._names.any_known(parts[0]):
            return self._heading(place - 1, *parts)
        known = self._wrapped(place) or self._glued(place)
        return known or (self._unknown(place, parts) if parts else self._without_dash(place))

    def _unknown(self, place: int, parts: tuple[str, str]) -> Heading | None:
        """A line with a dash before which no authority stands that is known."""
        if self._labels_follow(place) or not may_be_prose(self._text(place)):
            return self._heading(place - 1, *parts)
        return self._refused(place)

    def _glued(self, place: int) -> Heading | None:
        """A line whose dash has lost a space, or which has a colon instead."""
        parts = headings.split_glued(self._text(place - 1), self._names)
        if parts is None:
            return None
        self._warn(
            place - 1, f"The heading has no dash with spaces: read as {quoted(parts[0])} and {quoted(parts[1])}."
        )
        return self._heading(place - 1, *parts)

    def _without_dash(self, place: int) -> Heading | None:
        """A line that names no authority."""
        text = self._text(place - 1)
        if self._is_title(text) and self._labels_follow(place) and not may_be_prose(self._text(place)):
            self._warn(place - 1, "The heading has no authority before a dash: the whole line is taken as the title.")
            return self._heading(place - 1, "", text)
        return self._refused(place) if self._floor else self._lost(place)

    def _is_title(self, text: str) -> bool:
        return len(text) <= _LONGEST and not text.endswith(_END) and label_of(text) is None

    def _refused(self, place: int) -> Heading | None:
        self._warn(place, "Summary of project stands here without a heading: read as text.")
        return None

    def _lost(self, place: int) -> Heading:
        """A submission whose heading the page has lost, named by the first words of its summary."""
        label = label_of(self._text(place))
        words = (label[1] if label else "").split()
        if not words and place + 1 < len(self._filled):
            words = self._text(place + 1).split()
        self._warn(place, "This submission has lost its heading: mend its title and authority.")
        title = " ".join(words[:_WORDS_OF_TITLE]) + ("…" if len(words) > _WORDS_OF_TITLE else "")
        return Heading(self._filled[place], self._filled[place], "", title)

    def _wrapped(self, place: int) -> Heading | None:
        """A heading that goes over two or three lines."""
        for count in range(2, _MOST_LINES + 1):
            first = place - count
            if first < self._floor:
                break
            texts = [self._text(p) for p in range(first, place)]
            if any(text.endswith(_END) for text in texts[:-1]) or sum(map(len, texts)) > _LONGEST:
                break
            together = self._filled[place - 1] - self._filled[first] == count - 1
            if not together and not texts[0].endswith(("–", "—", "-")):
                break
            parts = headings.split(" ".join(texts))
            if parts and headings.DASH.search(texts[0]) and self._names.all_known(parts[0]):
                return self._heading(place - 1, *parts, lines=count)
        return None

    def _labels_follow(self, place: int) -> bool:
        """Whether a submission's other labels stand soon under its summary."""
        for later in range(place + 1, min(place + 1 + _SOON, len(self._filled))):
            label = label_of(self._text(later))
            if label:
                return label[0] in ("contact", "read more", "main")
        return False

    def _is_cut_summary(self, place: int) -> bool:
        """Whether the page ends in the middle of the words Summary of project, under a heading."""
        if place != len(self._filled) - 1 or place == 0:
            return False
        return _SUMMARY.startswith(self._text(place).casefold()) and self._split(place - 1) is not None

    def _cut_off(self) -> Heading | None:
        """The page's last line, where it is a heading whose submission was cut off."""
        place = len(self._filled) - 1
        if not self._floor or place < self._floor:
            return None
        parts = self._split(place)
        if parts is None or self._lines[self._filled[place]].bullet or not self._names.all_known(parts[0]):
            return None
        return self._heading(place, *parts) if _FORMAL.match(parts[0]) else None
