"""What was understood of documents: rows of the review's list, and what is said of a record and of a document."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence, Set

from textual.content import Content

from ...exports.cards import attribution
from ...records import Category, Figure, Initiative, Quote
from ...sources.account import KINDS, category_of, counted, found_in
from ...sources.corrections import contact_line
from ...sources.importer import Doubt, Reading
from .flow import Line, ellipsis, plain, single, wrap
from .lists import names
from .understood import Record, Understood, left_over, message_of

HELD, TAKEN_OUT = "■", "□"
_MOST_DOUBTS = 50
"""Doubts of a document that are shown with it; the list has all of them."""
_MOST_ITEMS = 300
"""Quotations or figures of one record that are shown; no page has so many."""
_MOST_LEFT_OVER = 200
"""Lines of a page that belong to no record, which are shown."""

_WHAT_BECOMES = {
    "new": "Your collection does not have it yet.",
    "joined": "It came with the program and keeps its own account, so its fields cannot be mended.",
    "updated": "Your collection has it already; this is what it will be.",
    "unchanged": "Your collection has all of it already.",
}
_BUNDLED = "It came with the program, so its fields cannot be mended."

SHORT = {"new": "New", "joined": "Came with the program", "updated": "Updated", "unchanged": "Unchanged"}
"""What became of a record, as the name of a pane."""


# Rows of the list


def document_row(reading: Reading, width: int) -> Content:
    """A document among several: whether something is doubtful in it, its name, how many submissions."""
    number = f"{len(reading.contents.initiatives):,}"
    sign = Content.styled("? ", "bold $warn") if reading.doubts else Content("  ")
    return _with_leaders(Content.assemble(sign, single(reading.name)), number, width)


def document_rows(reading: Reading, width: int) -> list[Content]:
    """The one document: its name, and under it what was found."""
    said = ", ".join(found_in(reading))
    if reading.doubts:
        said += f"; {len(reading.doubts):,} doubtful"
    category = category_of(reading)
    rows = [ellipsis(single(reading.name, "bold"), width)]
    if category:
        rows += wrap(single(category, "$muted"), width, "", 2)
    return rows + wrap(Content.styled(said, "$muted"), width, "", 2)


def heading_rows(text: str, count: int, width: int) -> list[Content]:
    """A heading of the list with its count behind leaders."""
    number = f"{count:,}"
    *rows, last = wrap(Content.styled(text, "bold"), width - len(number) - 2)
    return [*rows, _with_leaders(last, number, width)]


def _with_leaders(left: Content, number: str, width: int) -> Content:
    left = ellipsis(left, width - len(number) - 2)
    leaders = max(0, width - left.cell_length - len(number) - 2)
    return Content.assemble(left, " ", ("·" * leaders, "$rule"), " ", (number, "$muted"))


def record_row(record: Record, state: tuple[str, str] | None, width: int) -> Content:
    """A record: whether something is doubtful in it, whose it is, its title, and to the right what was done to it."""
    sign = Content.styled("? ", "bold $warn") if record.doubts else Content("  ")
    authorities = record.initiative.authorities
    whose = single(authorities[0] if authorities else "", "$river")
    if len(authorities) > 1:
        whose = Content.assemble(whose, (f" +{len(authorities) - 1}", "$river"))
    left = Content.assemble(sign, whose, "  " if authorities else "", single(record.initiative.title))
    if state is None:
        return ellipsis(left, width)
    room = max(1, width - len(state[0]) - 1)
    return Content.assemble(ellipsis(left, room).pad_right(max(0, room - left.cell_length)), " ", state)


def doubt_row(doubt: Doubt) -> Content:
    """Something doubtful, with its line; which document it is of stands beside."""
    where = f"line {doubt.line}: " if doubt.line else ""
    return Content.assemble(("? ", "bold $warn"), (where, "$muted"), single(message_of(doubt)))


# What is said of a record, a document, a doubt


def record_head(record: Record, width: int) -> list[Content]:
    """What becomes of a record, what is different, and what is doubtful in its lines."""
    kind = record.change.kind
    said = _BUNDLED if record.locked and kind != "joined" else _WHAT_BECOMES[kind]
    lines = wrap(Content.styled(said, "$muted"), width)
    for detail in record.change.details:
        lines += wrap(plain(detail), width, Content.styled("→", "$river"), 2)
    return lines + doubt_lines(record.doubts, width)


def doubt_lines(doubts: Iterable[Doubt], width: int) -> list[Content]:
    """Doubts, each with its line."""
    lines: list[Content] = []
    for doubt in doubts:
        where = f"line {doubt.line}: " if doubt.line else ""
        lines += wrap(plain(f"{where}{message_of(doubt)}", "$warn"), width, Content.styled("?", "bold $warn"), 2)
    return lines


def kept_lines(record: Record, categories: Sequence[Category], width: int) -> list[Line]:
    """A record that came with the program: why nothing of it can be mended, and its fields."""
    initiative = record.initiative
    category = next((each.name for each in categories if each.id == initiative.category), initiative.category)
    rows: list[tuple[str, Iterable[Content]]] = [
        ("Title", [plain(initiative.title, "bold")]),
        ("Authorities", [plain(names(initiative.authorities), "$river")]),
        ("Category", [plain(category or "Related reading")]),
        ("Summary", [plain(initiative.summary)]),
        ("Contacts", [plain(contact_line(contact)) for contact in initiative.contacts]),
        ("Team", [plain(initiative.team or "")]),
        ("Partners", [plain(" · ".join(initiative.partners))]),
    ]
    lines = [Line(line) for line in record_head(record, width)]
    for label, contents in rows:
        shown = [content for content in contents if content.plain]
        if shown:
            lines += [Line(Content("")), Line(Content.styled(label, "$muted"))]
            lines += [Line(line) for content in shown for line in wrap(content, width)]
    for label, texts, style in (
        ("Quotations", _quotes(initiative.quotes), "italic $muted"),
        ("Figures", _figures(initiative.figures), "$muted"),
    ):
        if texts:
            lines += [Line(Content("")), Line(Content.styled(f"{label} {len(texts)}", "$muted"))]
        for text, about in texts[:_MOST_ITEMS]:
            lines += [Line(line) for line in wrap(plain(text), width, "", 2)]
            lines += [Line(line) for line in (wrap(plain(about, style), width, "", 2) if about else ())]
    return lines


def document_lines(reading: Reading, counts: Mapping[str, int], width: int) -> list[Line]:
    """What was found in a document, and what becomes of it."""
    lines = wrap(plain(reading.name, "bold"), width)
    category = category_of(reading)
    if reading.text:
        lines += wrap(plain(f"Category: {category or 'the page does not tell'}", "$muted"), width)
    lines += wrap(plain(f"Found: {', '.join(found_in(reading))}", "$muted"), width)
    lines.append(Content(""))
    for kind, label in KINDS.items():
        if counts.get(kind):
            lines += wrap(Content.assemble((f"{counts[kind]:,}", "bold"), f"  {label}"), width, "", 2)
    if reading.doubts:
        doubtful = Content.assemble((f"{len(reading.doubts):,}", "bold $warn"), "  Doubtful, or not understood")
        lines += [*wrap(doubtful, width, "", 2), *doubt_lines(reading.doubts[:_MOST_DOUBTS], width)]
    if reading.contents.initiatives:
        how = (
            "Nothing of this is in your collection yet. Look at each record beside its text, mend what was not"
            " understood, and then add all of it."
        )
        lines += [Content(""), *wrap(Content.styled(how, "$muted"), width)]
    return [Line(line) for line in lines]


def left_over_lines(reading: Reading, width: int) -> list[Line]:
    """The lines of a page that went into no record."""
    found, number = left_over(reading, _MOST_LEFT_OVER)
    if reading.text is None:
        return [Line(line) for line in wrap(Content.styled("An exported collection: it has no page.", "$muted"), width)]
    if not found:
        return [Line(line) for line in wrap(Content.styled("Every line of it went into a record.", "$muted"), width)]
    digits = len(str(found[-1].number))
    lines = wrap(Content.styled(f"{counted(number, 'line')} of the page went into no record:", "$muted"), width)
    for line in found:
        first = Content.styled(f" {line.number:>{digits}} ", "$faint")
        lines += wrap(plain(line.text), width, first, digits + 2)
    if number > len(found):
        lines += wrap(Content.styled(f"and {number - len(found):,} more", "$muted"), width)
    return [Line(line) for line in lines]


# Quotations and figures to be taken out


def quote_items(quotes: Sequence[Quote], out: Set[int], width: int) -> list[Line]:
    """Quotations, each with the sign of whether it is taken."""
    return _items(_quotes(quotes), "italic $muted", out, width)


def figure_items(figures: Sequence[Figure], out: Set[int], width: int) -> list[Line]:
    """Figures, each with the sign of whether it is taken."""
    return _items(_figures(figures), "$muted", out, width)


def _quotes(quotes: Sequence[Quote]) -> list[tuple[str, str]]:
    return [(f"“{quote.text}”", attribution(quote)) for quote in quotes]


def _figures(figures: Sequence[Figure]) -> list[tuple[str, str]]:
    about = (" · ".join(text for text in (figure.label, figure.period) if text) for figure in figures)
    return [(f.value, text) if f.value else (text, "") for f, text in zip(figures, about, strict=True)]


def _items(texts: Sequence[tuple[str, str]], style: str, out: Set[int], width: int) -> list[Line]:
    lines: list[Line] = []
    for number, (text, about) in enumerate(texts[:_MOST_ITEMS]):
        gone = number in out
        sign = Content.styled(TAKEN_OUT if gone else HELD, "$warn" if gone else "$accent")
        made = wrap(plain(text, "$faint strike" if gone else ""), width, sign, 2)
        if gone:
            made += wrap(Content.styled("taken out", "$warn"), width, "", 2)
        elif about:
            made += wrap(plain(about, style), width, "", 2)
        # A click on its sign takes it out, or puts it back.
        lines += [Line(line, number, parts=((0, 2, "take-out"),) if not n else ()) for n, line in enumerate(made)]
    if len(texts) > _MOST_ITEMS:
        more = f"and {len(texts) - _MOST_ITEMS:,} more, which are kept"
        lines += [Line(line) for line in wrap(Content.styled(more, "$muted"), width, "", 2)]
    return lines


def how_it_stands(understood: Understood, mended: int) -> list[str]:
    """What adding all of it would do, in a line; in shorter ones where there is less room."""
    kinds = Counter(record.change.kind for record in understood.records.values())
    parts = [f"{kinds[kind]:,} {SHORT[kind].lower()}" for kind in KINDS if kinds[kind]]
    tail = [f"{mended:,} mended"] if mended else []
    return [" · ".join([*parts, *tail]), " · ".join([counted(len(understood.records), "record"), *tail]), *tail]


def words_for(initiative: Initiative) -> str:
    """What a record is called, for a question or a notice."""
    whose = names(initiative.authorities)
    return f"{whose}: {initiative.title}" if whose else initiative.title
