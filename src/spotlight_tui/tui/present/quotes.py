"""Quotations as lines of a page."""

from __future__ import annotations

from textual.content import Content

from ...exports.cards import attribution
from ...records import Quote
from .flow import NONE, Line, Words, lit, wrap

HANG = 2


def quote_lines(quotes: tuple[Quote, ...], width: int, words: Words = NONE, first: int = 0) -> list[Line]:
    """The quotations, the opening mark hung in the margin, the speaker in italic below.

    Args:
        quotes: the quotations.
        width: cells.
        words: what to light up.
        first: the number of the first as a markable thing.
    """
    lines: list[Line] = []
    for item, quote in enumerate(quotes, first):
        if lines:
            lines.append(Line(Content("")))
        body = Content("").join([lit(quote.text, words), Content.styled("”", "$river")])
        lines += [Line(line, item) for line in wrap(body, width, Content.styled("“", "bold $river"), HANG)]
        said_by = lit(attribution(quote), words, "italic $muted")
        lines += [Line(line, item) for line in wrap(said_by, width, "", HANG)]
        if quote.context:
            lines += [Line(line, item) for line in wrap(lit(quote.context, words, "$muted"), width, "", HANG)]
    return lines
