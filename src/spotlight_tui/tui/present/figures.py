"""Figures as lines of a page, with bars for what changed."""

from __future__ import annotations

import re

from textual.content import Content

from ...records import Figure
from ...text import clean
from .flow import NONE, Line, Words, lit, wrap

_NUMBER = re.compile(r"[£+-]?\d[\d,.]*\d\s?%?|[£+-]?\d\s?%?")
_BOUND = re.compile(r"^(over|under)\b[\s:;,–-]*")
"""What a note begins with where the figure is a bound; the value itself says so to a reader."""
_SHORTEST = 12
"""Cells that a bar needs beside its value; narrower panes show none."""


def figure_lines(figures: tuple[Figure, ...], width: int, words: Words = NONE, first: int = 0) -> list[Line]:
    """The figures in the order of the record; a change as two bars from nought, one scale for each unit."""
    scales: dict[str | None, float] = {}
    for figure in figures:
        if _changed(figure):
            scales[figure.unit] = max(scales.get(figure.unit, 0), figure.before or 0, figure.after or 0)
    lines: list[Line] = []
    for item, figure in enumerate(figures, first):
        if lines:
            lines.append(Line(Content("")))
        if _changed(figure):
            made = _change(figure, width, words, scales[figure.unit])
        else:
            made = wrap(lit(figure.value, words, "bold $river"), width)
            made += wrap(lit(figure.label, words), width)
        about = " · ".join(clean(text) for text in (figure.period, _BOUND.sub("", figure.note or "")) if text)
        if about:
            made += wrap(Content.styled(about, "$muted"), width)
        lines += [Line(line, item) for line in made]
    return lines


def _changed(figure: Figure) -> bool:
    return figure.before is not None and figure.after is not None and min(figure.before, figure.after) >= 0


def printed(figure: Figure) -> tuple[str, str]:
    """The two values of a change as the source prints them, else made from the numbers."""
    found = [text.strip() for text in _NUMBER.findall(figure.value)]
    if len(found) == 2:
        return found[0], found[1]
    sign = "%" if figure.unit == "percent" else ""
    pound = "£" if figure.unit == "pounds" else ""
    return f"{pound}{figure.before:,}{sign}", f"{pound}{figure.after:,}{sign}"


def _change(figure: Figure, width: int, words: Words, scale: float) -> list[Content]:
    before, after = printed(figure)
    column = max(len(before), len(after))
    room = min(width, 76) - column - 3
    lines = wrap(lit(figure.label, words, "bold"), width)
    for sign, value, number, style, bar in (
        ("  ", before, figure.before, "$muted", "$bar"),
        ("→ ", after, figure.after, "bold", "$river"),
    ):
        length = round(room * (number or 0) / scale) if room >= _SHORTEST and scale else 0
        if number and room >= _SHORTEST:
            length = max(1, length)
        lines.append(
            Content.assemble(
                (sign, "$muted"), (value.rjust(column), style), (" " if length else ""), ("▄" * length, bar)
            )
        )
    return lines
