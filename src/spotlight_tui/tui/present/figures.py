"""Figures as lines of a page, with bars for what changed."""

from __future__ import annotations

import re

from textual.content import Content

from ...records import Figure
from .flow import MEASURE, NONE, Line, Words, lit, plain, wrap

_NUMBER = re.compile(r"[£+-]?\d[\d,.]*\d\s?%?|[£+-]?\d\s?%?")
_CHANGE = re.compile(r"\S+ to \S+")
_BOUND = re.compile(r"^(over|under)\b[\s:;,–-]*")
"""What a note begins with where the figure is a bound; the value as printed says so to a reader."""
_SHORTEST = 12
"""Cells that a bar needs beside its value; narrower panes show none."""


def figure_lines(figures: tuple[Figure, ...], width: int, words: Words = NONE, first: int = 0) -> list[Line]:
    """What changed as two bars from nought, one scale for each unit; then the others. Values stand as printed."""
    numbered = list(enumerate(figures, first))
    changed = [(item, figure) for item, figure in numbered if _changed(figure)]
    single = [(item, figure) for item, figure in numbered if not _changed(figure)]
    column = max((len(value) for _, figure in changed for value in printed(figure)), default=0)
    scales: dict[str | None, float] = {}
    for _, figure in changed:
        scales[figure.unit] = max(scales.get(figure.unit, 0), figure.before or 0, figure.after or 0)
    lines: list[Line] = []
    for item, figure in changed + single:
        if lines:
            lines.append(Line(Content("")))
        if _changed(figure):
            made = wrap(lit(figure.label, words, "bold"), width)
            made += _bars(figure, width, column, scales[figure.unit])
            if not _CHANGE.fullmatch(figure.value):
                made += wrap(lit(figure.value, words, "$muted"), width)
            note = figure.note
        else:
            made = wrap(lit(figure.value, words, "bold $river"), width) + wrap(lit(figure.label, words), width)
            note = _BOUND.sub("", figure.note or "")
        about = " · ".join(text for text in (figure.period, note) if text)
        if about:
            made += wrap(plain(about, "$muted"), width)
        lines += [Line(line, item) for line in made]
    return lines


def _changed(figure: Figure) -> bool:
    return figure.before is not None and figure.after is not None and min(figure.before, figure.after) >= 0


def printed(figure: Figure) -> tuple[str, str]:
    """The two values of a change as the source prints them, else made from the numbers."""
    found = [text.strip() for text in _NUMBER.findall(figure.value)]
    if len(found) == 2 and _CHANGE.fullmatch(figure.value):
        return found[0], found[1]
    sign = "%" if figure.unit == "percent" else ""
    pound = "£" if figure.unit == "pounds" else ""
    return f"{pound}{figure.before:,}{sign}", f"{pound}{figure.after:,}{sign}"


def _bars(figure: Figure, width: int, column: int, scale: float) -> list[Content]:
    before, after = printed(figure)
    room = min(width, MEASURE) - column - 3
    lines = []
    for sign, value, number, style, bar in (
        ("  ", before, figure.before, "$muted", "$bar"),
        ("→ ", after, figure.after, "bold", "$river"),
    ):
        length = round(room * (number or 0) / scale) if room >= _SHORTEST and scale else 0
        if number and room >= _SHORTEST:
            length = max(1, length)
        gap = " " if length else ""
        lines.append(Content.assemble((sign, "$muted"), (value.rjust(column), style), gap, ("▄" * length, bar)))
    return lines
