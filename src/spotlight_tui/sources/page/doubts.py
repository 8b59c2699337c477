"""What was not understood of a page, collected while it is read."""

from __future__ import annotations

from dataclasses import dataclass, field

_MOST = 1000
_LONGEST_QUOTED = 80


@dataclass(frozen=True, slots=True)
class PageWarning:
    """Something that was not understood or is doubtful, and the line it stands on."""

    line: int
    message: str


@dataclass(slots=True)
class Doubts:
    """Warnings in the order in which they are met."""

    found: list[PageWarning] = field(default_factory=list)

    def add(self, line: int, message: str) -> None:
        if len(self.found) < _MOST:
            self.found.append(PageWarning(line, message))

    def in_order(self) -> tuple[PageWarning, ...]:
        """The warnings by line, each once."""
        return tuple(sorted(dict.fromkeys(self.found), key=lambda warning: warning.line))


def quoted(text: str) -> str:
    """Words of the page in a warning, in quotation marks, cut where they are long."""
    return f"“{text}”" if len(text) <= _LONGEST_QUOTED else f"“{text[:_LONGEST_QUOTED].rstrip()}…”"
