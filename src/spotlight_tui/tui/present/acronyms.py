"""Acronyms explained where they first stand."""

from __future__ import annotations

from collections.abc import Iterable

from textual.content import Content

from ...exports.acronyms import pattern, unexplained
from ...records import Acronym, Initiative
from ...text import one_line


class Explainer:
    """Puts what an acronym stands for, in muted brackets, after its first use on a page."""

    def __init__(self, acronyms: Iterable[Acronym], initiative: Initiative) -> None:
        self._pending = unexplained(acronyms, initiative)
        self._pattern = pattern(self._pending)

    def explain(self, content: Content) -> Content:
        """`content` with what it uses for the first time explained."""
        if self._pattern is None or not self._pending:
            return content
        pieces, at = [], 0
        for match in self._pattern.finditer(content.plain):
            long = self._pending.pop(match[1], None)
            if long is None:
                continue
            pieces += [content[at : match.end()], Content.styled(f" ({one_line(long)})", "$muted")]
            at = match.end()
        return Content("").join([*pieces, content[at:]]) if pieces else content
