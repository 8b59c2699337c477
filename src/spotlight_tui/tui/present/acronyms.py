"""Acronyms explained where they first stand."""

from __future__ import annotations

import re
from collections.abc import Iterable

from textual.content import Content

from ...records import Acronym, Initiative
from ...text import clean


class Explainer:
    """Puts what an acronym stands for, in muted brackets, after its first use in a record.

    An acronym whose long form the record spells out itself is left alone.
    """

    def __init__(self, acronyms: Iterable[Acronym], initiative: Initiative) -> None:
        said = " ".join([initiative.title, initiative.summary, *(s.body for s in initiative.sections)]).casefold()
        self._pending = {a.short: a.long for a in acronyms if a.long.casefold() not in said}
        text = f"{initiative.summary} {initiative.title} " + " ".join(s.body for s in initiative.sections)
        shorts = sorted((short for short in self._pending if short in text), key=len, reverse=True)
        self._pattern = (
            re.compile(r"(?<!\w)(" + "|".join(map(re.escape, shorts)) + r")(s?)(?![\w’'-])") if shorts else None
        )

    def explain(self, content: Content) -> Content:
        """`content` with what it uses for the first time explained."""
        if self._pattern is None or not self._pending:
            return content
        pieces, at = [], 0
        for match in self._pattern.finditer(content.plain):
            long = self._pending.pop(match[1], None)
            if long is None:
                continue
            pieces += [content[at : match.end()], Content.styled(f" ({clean(long)})", "$muted")]
            at = match.end()
        if not pieces:
            return content
        return Content("").join([*pieces, content[at:]])
