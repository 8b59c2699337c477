"""Whatever the lines are: nothing is raised, no word of a submission is dropped, nothing a terminal obeys survives."""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from page_reading import FOOT, known

from spotlight_tui.records import QUOTE_KINDS, Link
from spotlight_tui.sources.lines import Document, TextLine
from spotlight_tui.sources.page import Page, contacts, partners, read_page
from spotlight_tui.sources.page import headings as headings_of_pages
from spotlight_tui.text import clean, words_of

ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")

PIECES = st.sampled_from(
    (
        *(
            "LB of Barnet – Keys",
            "RBKC – Doors",
            "Nowhere – Nothing",
            "LBHF",
            "Summary of project: ",
            "Summary of project",
        ),
        *(
            "Key Contact: ",
            "Ada Lovelace – Head – ada@x.example",
            "Read more about this project",
            "Team: ",
            "Partners: ",
        ),
        *("Main Submission:", "Main Submission", "Supporting Information:", FOOT, "Project Administrator: Nobody"),
        *(
            "Sponsored by the Workforce Steering Group",
            "Introduction to the submissions",
            "Impact",
            "Voice of the child",
        ),
        *(
            "“I was asked what I wanted and I said so.” (Parent, May 2024)",
            "‘",
            "’",
            "“",
            "”",
            '"',
            " – ",
            ", ",
            ": ",
            "; ",
        ),
        *(
            "from 27% to 21%",
            "£1.2m",
            "1 in 4",
            "over 2,500 staff",
            "12",
            "two-thirds of ",
            "since 2021",
            "(",
            ")",
            "/",
        ),
        *(
            "@",
            "https://a.example/b",
            "Video about a key",
            "Source: Ofsted, 2024",
            "and",
            "Share this:",
            "© 2024",
            "12.",
        ),
    )
)
TEXTS = st.one_of(st.text(max_size=40), st.lists(st.one_of(PIECES, st.text(max_size=8)), max_size=5).map("".join))
LINKS = st.lists(st.builds(Link, st.text(max_size=20), st.one_of(st.none(), st.text(max_size=20))), max_size=2).map(
    tuple
)
LINES = st.builds(
    TextLine, st.just(0), TEXTS, st.integers(min_value=0, max_value=6), st.booleans(), st.booleans(), LINKS
)


def page_of(lines: list[TextLine]) -> Page:
    numbered = tuple(
        TextLine(number, line.text, line.heading, line.bullet, line.bold, line.links)
        for number, line in enumerate(lines, 1)
    )
    return read_page(Document("page.txt", numbered), known())


def texts_of(value: Any) -> list[str]:
    if isinstance(value, str):
        return [value]
    if is_dataclass(value) and not isinstance(value, type):
        return [text for field in fields(value) for text in texts_of(getattr(value, field.name))]
    return [text for part in value for text in texts_of(part)] if isinstance(value, tuple) else []


def check(page: Page) -> None:
    ids = [initiative.id for initiative in page.initiatives]
    assert len(set(ids)) == len(ids)
    for initiative in page.initiatives:
        assert ID.fullmatch(initiative.id)
        assert len(initiative.id) <= 60
        assert initiative.title
        assert {quote.kind for quote in initiative.quotes} <= set(QUOTE_KINDS)
        assert all(figure.value and figure.label for figure in initiative.figures)
        assert all((link.url or "http").startswith("http") for link in (*initiative.links, *initiative.videos))
        first, last = initiative.source.lines or (0, 0)
        assert 1 <= first <= last
    for text in [text for initiative in page.initiatives for text in texts_of(initiative)]:
        assert clean(text) == text
        assert "\r" not in text
    for warning in page.warnings:
        assert clean(warning.message) == warning.message
        assert "\n" not in warning.message


@settings(max_examples=200, deadline=None)
@given(st.lists(LINES, max_size=25))
def test_any_lines(lines: list[TextLine]) -> None:
    check(page_of(lines))


@settings(max_examples=100, deadline=None)
@given(st.lists(LINES, max_size=12), st.lists(LINES, max_size=12))
def test_any_lines_in_and_around_a_submission(before: list[TextLine], body: list[TextLine]) -> None:
    head = ["LB of Barnet – Keys", "Summary of project: Keys.", "Main Submission:"]
    page = page_of([*before, *(TextLine(0, text) for text in head), *body])
    assert page.initiatives
    check(page)


LABELS = re.compile(
    r"summary of (?:the |this )?project|(?:key |main |lead )?contacts?|teams?|partners?|main submission|name|role"
    r"|read more|supporting|practice spotlight|does your submission|each submission|(?:project|programme) administrator"
    r"|share this|copyright|all rights|skip to|back to|accept|we use|leave a|privacy|cookie|powered by|©|\(c\)",
    re.I,
)
PLAIN = TEXTS.map(clean).filter(lambda text: not LABELS.search(text))


@settings(max_examples=200, deadline=None)
@given(st.lists(st.builds(TextLine, st.just(0), PLAIN, st.integers(0, 6), st.booleans(), st.booleans()), max_size=15))
def test_no_word_of_a_text_is_dropped(body: list[TextLine]) -> None:
    head = ["LB of Barnet – Keys", "Summary of project: Keys.", "Main Submission:"]
    page = page_of([*(TextLine(0, text) for text in head), *body, TextLine(0, FOOT)])
    (initiative,) = page.initiatives
    written = [word for line in body for word in words_of(line.text)]
    assert words_of(initiative.full_text or "") == written


@settings(max_examples=200, deadline=None)
@given(
    st.lists(
        st.tuples(st.sampled_from(("Key Contact", "Team", "Partners", "Read more about this project")), PLAIN),
        max_size=6,
    )
)
def test_no_word_of_a_field_is_dropped(written: list[tuple[str, str]]) -> None:
    lines = ["LB of Barnet – Keys", "Summary of project: Keys."]
    lines += [f"{label}: {' '.join(text.split())}" for label, text in written]
    page = page_of([TextLine(0, text) for text in (*lines, "Main Submission:", "It is so.", FOOT)])
    (initiative,) = page.initiatives
    held = set(words_of(" ".join(texts_of(initiative))))
    for label, text in written:
        missing = set(words_of(text)) - held
        if label == "Key Contact":
            missing -= CALL_SIGNS
        elif label == "Partners":
            missing -= {"and", "none", "n", "a", "na", "nil", "tbc"}
        assert not missing


CALL_SIGNS = {
    *("tel", "telephone", "phone", "mobile", "mob", "email", "e", "mail", "mailto", "no", "and", "contact", "please"),
    *("call", "on", "at", "via", "by", "job", "title", "position", "tbc", "tba", "n", "a", "na", "none", "write", "to"),
}


@given(TEXTS)
def test_any_authorities(text: str) -> None:
    names = headings_of_pages.AuthorityNames(known().authorities)
    found, unknown = names.read(text)
    assert set(unknown) <= set(found)


@given(st.lists(TEXTS, max_size=5))
def test_any_contacts_and_partners(lines: list[str]) -> None:
    found, _ = contacts.read(lines, lambda name: False, lambda message: None)
    assert all(contact.name for contact in found)
    assert all(contact.email is None or contact.email in " ".join(lines) for contact in found)
    assert all(partners.read([TextLine(1, line) for line in lines], lambda message: None))
