"""Quotations of five words and more, with who says them and when as far as the text tells."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import islice, takewhile

from ...records import Quote
from ...text import words_of
from . import speakers
from .account import Block
from .marks import Span, spans
from .speaker_kinds import kind_of

_FEWEST_WORDS = 5
_TITLE_CASE = 0.7
"""From which share of capitalised longer words on something is a title."""
_LONGEST_TITLE = 16
_LONGEST_NAME = 8
"""Words of what behind an article, or behind the word called, is a name and no quotation."""
_BEFORE_NAME = re.compile(
    r"\b(?:the|an?|our|their|its|this|these|called|calls? (?:it|this|them)|titled|entitled|named|known as|on)\s*$", re.I
)
_PERSONAL = re.compile(r"\b(?:I|we|you|he|she|they|it|my|me|us|them|your|his|her)\b", re.I)
_SPEAKER_INSIDE = re.compile(r"\s*\(([^()]{3,120})\)[\s.]*$")
_LONGEST_BETWEEN = 100
_BETWEEN = re.compile(r"[\s,;]*(?:and|or)?\s*")
_MOST = 2000
_MOST_IN_A_ROW = 30


def read(summary: str, blocks: Sequence[Block], title: str) -> tuple[Quote, ...]:
    """The quotations of a summary and a text, each once."""
    if summary:
        blocks = [Block("paragraph", summary), Block("heading", ""), *blocks]
    texts = ["" if block.kind == "heading" else block.text for block in blocks]
    found: dict[str, Quote] = {}
    last: tuple[Span, Quote] | None = None
    for span in islice(spans(texts), _MOST):
        quote = _quote(blocks, texts, span, title)
        if quote is None:
            continue
        if quote.speaker is None and last and _goes_on(texts, *last, span):
            quote = replace(quote, speaker=last[1].speaker, date=last[1].date, kind=last[1].kind)
        last = span, quote
        found.setdefault(quote.text, quote)
    return tuple(found.values())


def _goes_on(texts: Sequence[str], last: Span, quote: Quote, span: Span) -> bool:
    """Whether between two quotations nothing stands but a comma, an *and*, or who says both of them."""
    between = texts[span.first][last.after : span.start - 1] if last.last == span.first else "."
    if len(between) > _LONGEST_BETWEEN:
        return False
    told = quote.speaker is not None and quote.speaker in between and between.rstrip().endswith(",")
    return told or _BETWEEN.fullmatch(between) is not None


def _quote(blocks: Sequence[Block], texts: Sequence[str], span: Span, title: str) -> Quote | None:
    text = _words(texts, span).strip().rstrip(",").rstrip()
    inside = _SPEAKER_INSIDE.search(text)
    if inside and (speakers.DATE.search(inside[1]) or kind_of(inside[1]) != "other"):
        text = text[: inside.start()].rstrip()
    else:
        inside = None
    before = texts[span.first][: span.start - 1] if span.start else ""
    if not _is_quotation(text, before, title):
        return None
    speaker, date = speakers.tidy(inside[1] if inside else _speaker(blocks, texts, span, before))
    lead = _lead(blocks, texts, span.first, before)
    date = date or (speakers.only_date(lead[0]) if lead else None)
    heading = None if before.strip() else _heading_over(blocks, span.first)
    return Quote(text, speaker, date, kind_of(speaker, *lead, heading))


def _words(texts: Sequence[str], span: Span) -> str:
    if span.first == span.last:
        return texts[span.first][span.start : span.end]
    between = texts[span.first + 1 : span.last]
    return " ".join((texts[span.first][span.start :], *between, texts[span.last][: span.end]))


def _is_quotation(text: str, before: str, title: str) -> bool:
    """Whether words between marks were said or written by somebody: no title, no name, no word held at a distance."""
    words = text.split()
    if len(words) < _FEWEST_WORDS:
        return False
    plain = words_of(text)
    if " ".join(plain) in " ".join(words_of(title)):
        return False
    ended = text.endswith((".", "!", "?"))
    if len(words) <= _LONGEST_TITLE and not ended:
        longer = [word for word in (w.strip("‘’“”'\"(),.:;&") for w in words) if len(word) > 3 and word[0].isalpha()]
        if longer and sum(word[0].isupper() for word in longer) >= _TITLE_CASE * len(longer):
            return False
    named = len(words) <= _LONGEST_NAME and not ended and _BEFORE_NAME.search(before[-30:])
    return not (named and not _PERSONAL.search(text))


def _speaker(blocks: Sequence[Block], texts: Sequence[str], span: Span, before: str) -> str | None:
    """The speaker as written, behind the quotation, under it or before it."""
    behind = texts[span.last][span.after :]
    found = speakers.after(behind)
    if found:
        return found
    if not behind.strip(" .,;:") and span.last + 1 < len(blocks):
        below = blocks[span.last + 1]
        if below.kind != "heading":
            found = speakers.below(below.text)
    if found:
        return found
    if before.strip():
        return speakers.before(before)
    above = blocks[span.first - 1].text if span.first else ""
    return speakers.before(above) if above.endswith((":", ",")) else None


def _lead(blocks: Sequence[Block], texts: Sequence[str], first: int, before: str) -> tuple[str, ...]:
    """What was said before a quotation that may tell whose words it is, the nearest first."""
    if before.strip():
        return speakers.leading(before)
    above = blocks[max(0, first - _MOST_IN_A_ROW) : first]
    quoted = list(takewhile(_is_quoted, reversed(above)))
    lead = first - len(quoted) - 1
    leading = texts[lead] if lead >= 0 else ""
    return speakers.leading(leading)


def _heading_over(blocks: Sequence[Block], first: int) -> str | None:
    above = reversed(blocks[max(0, first - _MOST_IN_A_ROW) : first])
    return next((block.text for block in above if block.kind == "heading"), None)


def _is_quoted(block: Block) -> bool:
    """Whether a paragraph is a quotation, or says who speaks in one."""
    if block.kind == "heading" or block.text.endswith(":"):
        return False
    return block.text[0] in "“\"‘'" or "”" in block.text[-120:] or speakers.is_speaker_line(block.text)
