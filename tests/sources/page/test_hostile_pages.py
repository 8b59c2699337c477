"""Pages made to harm: long, deep and strange ones end soon, raise nothing, and are only text."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable

import pytest
from page_reading import known, messages, submission

from spotlight_tui.sources.lines import Document, TextLine
from spotlight_tui.sources.page import Page, read_page

SECONDS = 12.0
"""Far above what each takes where nothing else is done (under 3), far below what grows with the square."""


def read_lines(lines: Iterable[str]) -> Page:
    """The lines as they come: no reader of documents has cleaned or counted them."""
    numbered = tuple(TextLine(number, line) for number, line in enumerate(lines, 1))
    began = time.process_time()
    page = read_page(Document("page.txt", numbered), known())
    assert time.process_time() - began < SECONDS
    return page


def body(text: str) -> list[str]:
    return submission(text).split("\n")


def contact(text: str) -> list[str]:
    return submission("It is so.", contact=text).split("\n")


MANY: dict[str, Callable[[], Iterable[str]]] = {
    "headings": lambda: (f"LB of Ealing – Keys {number}" for number in range(200_000)),
    "headings over summaries": lambda: ["LB of Ealing – Keys", "Summary of project: Keys."] * 20_000,
    "headings of nobody": lambda: ["Nowhere – Keys", "Summary of project: Keys."] * 20_000,
    "summaries": lambda: ["Summary of project: Keys."] * 30_000,
    "labels": lambda: [*body("It is so.")[:4], *(["Team: a", "Key Contact: b", "Partners: c"] * 10_000)],
    "short lines": lambda: body("\n".join(["Title Case"] * 30_000)),
    "lines cut in sentences": lambda: body("\n".join(["and so it goes on and on and on and on and on for"] * 30_000)),
    "blank lines": lambda: [""] * 200_000,
    "titles at the end": lambda: body("\n".join(["A title – A site"] * 30_000)),
    "sponsors": lambda: ["Sponsored by nobody"] * 50_000,
    "contacts": lambda: contact("\n".join(f"Ada Lovelace – Lead – a{number}@x.example" for number in range(20_000))),
    "addresses": lambda: body("https://a.example/b\n" * 20_000),
    "figures": lambda: body("\n".join(["From 1 to 2 and 3 of 4, 5% (6%) £7, 8 in 9 and 10-11."] * 11_000)),
    "figures in one paragraph": lambda: body("\n".join(["5% and 6% are 7 of 8. " * 800] * 30)),
    "quotations": lambda: body("\n".join(["She said “I am one of a kind”"] * 20_000)),
    "opened quotations": lambda: body("\n".join(["“ and so on"] * 30_000)),
    "speakers": lambda: body("\n".join(["“a b c d e f g” " + "A b, " * 60 + "said"] * 1500)),
}


@pytest.mark.parametrize("lines", MANY.values(), ids=MANY.keys())
def test_many_lines(lines: Callable[[], Iterable[str]]) -> None:
    page = read_lines(lines())
    assert len(page.initiatives) <= 1000
    assert len(page.warnings) <= 1000


LONG = 30_000_000

LONG_LINES: dict[str, Callable[[], Iterable[str]]] = {
    "alone": lambda: ["a" * LONG],
    "of words": lambda: ["word " * (LONG // 5)],
    "as text": lambda: body("word " * (LONG // 5)),
    "as heading": lambda: [f"LB of Ealing – {'a ' * (LONG // 2)}", "Summary of project: Keys.", "Main Submission:"],
    "as summary": lambda: ["LB of Ealing – Keys", f"Summary of project: {'a ' * (LONG // 2)}"],
    "as contact": lambda: contact("Ada Lovelace, " * (LONG // 14)),
    "of figures": lambda: body("12 people, " * (LONG // 11)),
}


@pytest.mark.parametrize("lines", LONG_LINES.values(), ids=LONG_LINES.keys())
def test_one_line_of_thirty_million_characters(lines: Callable[[], Iterable[str]]) -> None:
    assert len(read_lines(lines()).initiatives) <= 1


@pytest.mark.parametrize(
    "marks",
    ["“", "”", '"', "'", "‘", "‘’“ ", "“a b c d e f” ", "(", "–", " – ", ";", "; a", "@", "a@", "http", "\t", "[["],
)
def test_a_million_marks(marks: str) -> None:
    for length in (1_000_000, 15_000, 1400):
        line = marks * (length // len(marks))
        assert len(read_lines(body(line)).initiatives) <= 2
        assert len(read_lines(body("\n".join([line[:15_000]] * 10))).initiatives) <= 11
        assert len(read_lines(contact(line)).initiatives) <= 2


@pytest.mark.parametrize(
    "sentence",
    [
        "from 1 ",
        "from 1 to ",
        "1 of 2 of ",
        "half of a b c ",
        "£1",
        "5% ",
        "1,000,000,",
        "1",
        "between 1 and ",
        "May ",
        "since the ",
    ],
)
def test_numbers_without_end_in_one_sentence(sentence: str) -> None:
    for length in (19_000, 4000):
        assert read_lines(body(sentence * (length // len(sentence)))).initiatives


def test_thousands_of_email_addresses_in_one_line() -> None:
    page = read_lines(contact(" ".join(f"a{number}@x.example" for number in range(5000))))
    (initiative,) = page.initiatives
    assert "a4999@x.example" in (initiative.full_text or "")
    assert any(message.startswith("No contact could be read") for message in messages(page))
    page = read_lines(contact(", ".join(f"Ada Lovelace – Lead – a{number}@x.example" for number in range(35))))
    assert len(page.initiatives[0].contacts) == 35


def test_a_text_too_long_to_look_through_is_kept_and_told() -> None:
    page = read_lines(body("\n".join(["“I was asked what I wanted”, said 12 people."] * 20_000)))
    (initiative,) = page.initiatives
    assert (initiative.quotes, initiative.figures) == ((), ())
    assert len(initiative.full_text or "") > 800_000
    assert "This is too long to look for quotations and figures in it." in messages(page)


STRANGE = (
    "\x1b]0;title\x07\x1b[31mred\x9b2J [link=file:///etc/passwd]x[/link] [@click=app.quit]y[/] <script>z</script> "
    "\u202eevil \x00"
)


def test_markup_and_escapes_are_only_text() -> None:
    text = submission(
        STRANGE, heading=f"LB of Ealing – {STRANGE}", contact=f"Ada {STRANGE} – Lead – a@x.example", team=STRANGE
    )
    page = read_lines(text.split("\n"))
    (initiative,) = page.initiatives
    told = repr((initiative, page.warnings, page.introduction))
    for character in "\x1b\x07\x9b\u202e\x00":
        assert character not in str(initiative) + str(page.warnings)
        assert ascii(character).strip("'") not in told
    assert "[link=file:///etc/passwd]x[/link]" in (initiative.full_text or "")
    assert "<script>z</script>" in (initiative.full_text or "")


def test_strange_names_of_documents() -> None:
    document = Document("\x1b[31mpage\n.txt", (), "https://x.example/\x1b", "a\ntitle")
    assert read_page(document, known()).initiatives == ()
    lines = tuple(TextLine(number, line) for number, line in enumerate(body("It is so."), 1))
    (initiative,) = read_page(
        Document("\x1b[31mpage\n.txt", lines, "https://x.example/\x1b", "a\ntitle"), known()
    ).initiatives
    assert (initiative.source.document, initiative.source.title, initiative.source.url) == (
        "[31mpage .txt",
        "a title",
        "https://x.example/",
    )


def test_addresses_that_are_none() -> None:
    for address in ("http://[", "https://", "::::", "http://\ud800", "https://x.example/?p=" + "9" * 5000):
        assert read_page(Document("page.txt", (), address), known()).category is None
