"""Lines that look like the heading of a submission whose summary is missing: told, because they are not read as one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..lines import TextLine
from .doubts import Doubts
from .headings import AuthorityNames, split
from .labels import label_of

_LONGEST = 200
"""Characters of a heading."""
_BELOW = 5
"""Lines under it among which a label says that it is one."""
_LABELS = frozenset(("contact", "team", "partners", "main"))
_MOST = 2000
"""Lines that are tried."""


def warn_of_headings(lines: Sequence[TextLine], read: frozenset[int], names: AuthorityNames, doubts: Doubts) -> None:
    """Warn of each line of authorities, a dash and a title that has labels under it and no summary.

    Args:
        read: where the headings stand that were read as such.
    """
    for index, title in _likely(lines, read, names):
        doubts.add(
            lines[index].number,
            f"“{title}” looks like a submission without Summary of project: it was not read as one. Put a line"
            " that begins with Summary of project under its heading, and import the page again.",
        )


def _likely(lines: Sequence[TextLine], read: frozenset[int], names: AuthorityNames) -> Iterator[tuple[int, str]]:
    filled = [index for index, line in enumerate(lines) if line.text]
    tried = 0
    for place, index in enumerate(filled):
        line = lines[index]
        if index in read or line.bullet or len(line.text) > _LONGEST:
            continue
        below = [label_of(lines[other].text) for other in filled[place + 1 : place + 1 + _BELOW]]
        kinds = {label[0] for label in below if label}
        if not kinds & _LABELS or kinds & {"summary"}:
            continue
        parts = split(line.text)
        tried += parts is not None
        if tried > _MOST:
            return
        if parts and parts[1] and label_of(line.text) is None and names.all_known(parts[0]):
            yield index, parts[1]
