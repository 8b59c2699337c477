"""One page, invented, saved, copied, printed and converted by real programs: each gives the same lines."""

from __future__ import annotations

import functools
from pathlib import Path

import pytest
from invented_page import (
    ADDRESS,
    BULLETS,
    COPIED,
    EXPECTED,
    HEADINGS,
    LIVE,
    MAIL,
    NUMBERED,
    PDF,
    PRINTED,
    SAVED_IN_ONE_FILE,
    TITLE,
    VIDEO,
    WORD,
    as_printed,
    line_of,
    printed,
    texts,
)

from spotlight_tui.records import Link
from spotlight_tui.sources.documents import read_document

read = functools.cache(read_document)

HTML = [LIVE, SAVED_IN_ONE_FILE]
EVERY = [*HTML, COPIED, PRINTED, WORD, PDF]

every = pytest.mark.parametrize("path", EVERY, ids=lambda path: path.name)
html = pytest.mark.parametrize("path", HTML, ids=lambda path: path.name)


@every
def test_no_line_is_lost(path: Path) -> None:
    # Chromium leaves out of a single file what is `hidden`.
    expected = EXPECTED[:45] + EXPECTED[50:] if path == SAVED_IN_ONE_FILE else EXPECTED

    assert [line for line in printed(read(path)) if line in expected] == expected


@every
def test_nothing_is_added_but_what_the_program_added(path: Path) -> None:
    additions = {
        LIVE: {VIDEO},
        SAVED_IN_ONE_FILE: {VIDEO},
        PRINTED: {"Invented Practice", "One more word about cookies"},
        PDF: {"Object 1"},
    }

    assert set(printed(read(path))) - set(EXPECTED) <= additions.get(path, set())


@pytest.mark.parametrize("path", [path for path in EVERY if path not in (COPIED, PDF)], ids=lambda path: path.name)
def test_headings_have_their_levels_and_nothing_else_has(path: Path) -> None:
    found = {line.text: line.heading for line in read(path).lines if line.heading}
    found.pop("Read more about this project", None)

    assert found == {text: level for text, level in HEADINGS.items() if text in found}
    assert len(found) == len(HEADINGS)


def test_where_the_format_knows_no_headings_there_are_none() -> None:
    assert not any(line.heading for path in (COPIED, PDF) for line in read(path).lines)
    assert line_of(read(PDF), "LB of Merton").bold


@pytest.mark.parametrize("path", [path for path in EVERY if path != COPIED], ids=lambda path: path.name)
def test_the_items_of_a_list_are_bullets_and_nothing_else_is(path: Path) -> None:
    found = [line.text for line in read(path).lines if line.bullet]

    assert found[:4] == BULLETS
    assert {as_printed(line) for line in found[4:]} <= set(NUMBERED)


@every
def test_numbers_go_up_by_one(path: Path) -> None:
    lines = read(path).lines

    assert [line.number for line in lines] == list(range(1, len(lines) + 1))


@pytest.mark.parametrize("path", [path for path in EVERY if path != COPIED], ids=lambda path: path.name)
def test_a_line_that_is_all_bold_is_told_from_one_that_begins_so(path: Path) -> None:
    document = read(path)

    assert line_of(document, "Why we began").bold
    assert not line_of(document, "Summary of project: Foster").bold


@pytest.mark.parametrize("path", [path for path in EVERY if path != COPIED], ids=lambda path: path.name)
def test_links_keep_their_labels_and_addresses(path: Path) -> None:
    document = read(path)
    guide = Link("guide to starting", "https://practice.example/files/allotment-guide.pdf?a=1&b=2")

    assert line_of(document, "Key Contact: Orla").links == (Link(MAIL, f"mailto:{MAIL}"),)
    assert guide in line_of(document, "A plot costs").links
    assert not line_of(document, "Team: Fostering").links


@pytest.mark.parametrize("path", [*HTML, PRINTED], ids=lambda path: path.name)
def test_the_page_knows_its_title_and_address(path: Path) -> None:
    document = read(path)

    assert (document.title, document.address) == (TITLE, ADDRESS)


@html
def test_nothing_around_the_page_is_of_it(path: Path) -> None:
    whole = "\n".join(texts(read(path)))

    for words in ("cookie", "Home", "Our team", "Search", "Get in touch", "Logo", "Skip", "switch scripts", "Not of"):
        assert words not in whole, words


def test_what_chromium_leaves_out_of_a_single_file_is_warned_of() -> None:
    (warning,) = read(SAVED_IN_ONE_FILE).warnings

    assert "may lack what was folded up" in warning
    assert not read(LIVE).warnings


def test_a_document_is_called_as_its_file() -> None:
    assert read(WORD).name == "converted-by-libreoffice.docx"
