"""The text that a record was read from, with its line numbers and what is doubtful in it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from textual.content import Content

from ...sources.importer import Doubt
from ...sources.lines import TextLine
from ...text import fold
from .flow import HEADING, NONE, Line, Words, inline, lit, paragraphs, plain, wrap
from .understood import Passage, message_of

_MOST = 40_000
"""Characters of a passage that are laid out: so many are there at once."""


def anchor(number: int) -> str:
    """The name of a line of the document."""
    return f"line-{number}"


def words_of(phrases: Iterable[str | None]) -> Words:
    """What to light up of these phrases, wherever a text has them as a whole."""
    return frozenset(folded for phrase in phrases if phrase and len(folded := fold(phrase).strip(" .,;:“”'\"")) > 1)


def passage_lines(passages: Sequence[Passage], width: int, words: Words = NONE) -> list[Line]:
    """The passages one after another, under the names of their documents where there are several."""
    lines: list[Line] = []
    for passage in passages:
        if len(passages) > 1:
            gap = [Line(Content(""))] if lines else []
            lines += [*gap, *(Line(line) for line in wrap(plain(passage.document, "bold"), width))]
        if passage.text is None:
            lines += _numbered(passage.lines, passage.doubts, width, words)
        else:
            lines += text_lines(passage.text, width, words)
    return lines


def _numbered(source: Sequence[TextLine], doubts: Sequence[Doubt], width: int, words: Words) -> list[Line]:
    digits = len(str(source[-1].number)) if source else 1
    messages: dict[int | None, list[str]] = {}
    for doubt in doubts:
        messages.setdefault(doubt.line, []).append(message_of(doubt))
    lines: list[Line] = []
    left = _MOST
    for line in source:
        said = messages.get(line.number, ())
        if not line.text and not said:
            continue
        if left <= 0:
            more = f"The rest, to line {source[-1].number}, is too long to be shown here."
            return [*lines, *(Line(each) for each in wrap(Content.styled(more, "$muted"), width))]
        text = line.text[:left]
        left -= len(text)
        number = Content.styled(f"{line.number:>{digits}}", "$warn" if said else "$faint")
        sign = Content.styled("?", "bold $warn") if said else Content(" ")
        content = lit(text, words, "bold" if line.heading or line.bold else "")
        if line.bullet:
            content = Content.assemble("• ", content)
        made = wrap(content, width, Content.assemble(sign, number, " "), digits + 2)
        lines += [Line(each, anchor=anchor(line.number) if not n else None) for n, each in enumerate(made)]
        for message in said:
            made = wrap(plain(message, "$warn"), width, "", digits + 2)
            lines += [Line(each) for each in made]
    return lines


def text_lines(markdown: str, width: int, words: Words = NONE) -> list[Line]:
    """A full text: headings bold, bullets hung, a blank row between paragraphs."""
    lines: list[Line] = []
    before = HEADING
    for sign, text in paragraphs(markdown[:_MOST]):
        if lines and before != HEADING and not (sign and sign == before):
            lines.append(Line(Content("")))
        before = sign
        if sign == HEADING:
            lines += [Line(each) for each in wrap(lit(text, words, "bold"), width)]
        else:
            lines += [Line(each) for each in wrap(inline(text, words), width, sign, 2 if sign else 0)]
    if len(markdown) > _MOST:
        lines += [
            Line(each) for each in wrap(Content.styled("The rest is too long to be shown here.", "$muted"), width)
        ]
    return lines


def is_lit(line: Line) -> bool:
    """Whether something in a line is lit up."""
    return any("$hit-bg" in str(span.style) for span in line.content.spans)
