"""A page's lines cut into its introduction and its submissions; the foot and the site's furniture fall away."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from ...text import clean, one_line
from ..lines import TextLine
from .doubts import Doubts
from .heading_lines import HeadingFinder
from .headings import AuthorityNames
from .without_summary import warn_of_headings

_FOOT = re.compile(
    r"practice spotlight navigation panel|does your submission information need updating|"
    r"each submission included within the practice spotlight",
    re.I,
)
_END_OF_PAGE = re.compile(
    r"(?:project|programme) administrator\s*:|"
    r"©|\(c\) (?:19|20)\d\d|copyright ©|all rights reserved|skip to (?:main )?content|share this(?: page| post)?\W*$|"
    r"back to top\W*$|accept (?:all )?cookies|we use cookies|leave a (?:reply|comment)\W*$|"
    r"(?:privacy|cookie) policy\W*$|powered by wordpress",
    re.I,
)
"""What ends the last submission where the page has lost its foot; inside another it may be of the submission."""
_LONGEST_SPLIT = 100_000
_MOST = 1000
"""Submissions of a page; all that there are are a ninth of it."""
_LONGEST_LINE = 400
"""Characters of a line of the foot, or of the site's own."""


@dataclass(frozen=True, slots=True)
class Submission:
    """The passage of one submission."""

    number: int
    """The line of its heading."""
    authorities: str
    """What stands before the dash of the heading."""
    title: str
    lines: Sequence[TextLine]
    """What stands under the heading, without blank lines at its end."""
    last: int
    """The number of its last line."""
    whole: bool
    """Whether the page goes on after it, so that it was not cut off."""


def tidied(lines: Iterable[TextLine]) -> list[TextLine]:
    """The lines as readers of documents promise them: with single spaces, and nothing that a terminal would obey."""
    return [
        line if line.text == text else replace(line, text=text)
        for line, text in ((line, _tidy(line.text)) for line in lines)
    ]


def _tidy(text: str) -> str:
    if text.isascii() and text.isprintable() and "  " not in text:
        return text.strip()
    return one_line(text) if len(text) <= _LONGEST_SPLIT else clean(text).replace("\n", " ").strip()


def cut(lines: Sequence[TextLine], names: AuthorityNames, doubts: Doubts) -> tuple[list[TextLine], list[Submission]]:
    """The lines before the first submission, and the submissions."""
    found = HeadingFinder(lines, names, doubts).find(_MOST)
    warn_of_headings(lines, frozenset(heading.first for heading in found), names, doubts)
    submissions = []
    for place, heading in enumerate(found[:_MOST]):
        is_last = place + 1 == len(found)
        end = len(lines) if is_last else found[place + 1].first
        stop = _stop(lines, heading.end, end, is_last)
        if stop < end and not is_last:
            doubts.add(
                lines[stop].number,
                "A page ends here and more submissions follow: if these are two pages, import each of them alone.",
            )
        elif stop < end and not is_foot(lines[stop]):
            doubts.add(lines[stop].number, "From here on this looks like the web site's own and was left out.")
        whole = stop < end or not is_last
        while stop > heading.end and not lines[stop - 1].text:
            stop -= 1
        number = lines[heading.first].number
        passage = lines[heading.end : stop]
        submissions.append(
            Submission(number, heading.authorities, heading.title, passage, lines[stop - 1].number, whole)
        )
    return list(lines[: found[0].first] if found else lines), submissions


def is_foot(line: TextLine) -> bool:
    """Whether a line is of the panel under the submissions."""
    return len(line.text) <= _LONGEST_LINE and _FOOT.match(line.text) is not None


def _stop(lines: Sequence[TextLine], start: int, end: int, is_last: bool) -> int:
    """Where the foot of the page begins, or the site's own lines under it; `end` where there is none."""
    for index in range(start, end):
        line = lines[index]
        if is_foot(line) or (is_last and len(line.text) <= _LONGEST_LINE and _END_OF_PAGE.match(line.text)):
            return index
    return end
