"""What a submission points to: web addresses, links of the page, titles whose address was lost, films."""

from __future__ import annotations

import pytest
from page_reading import FOOT, invented, one, one_with, page_of

from spotlight_tui.records import Link
from spotlight_tui.sources.lines import TextLine


def test_those_of_a_page() -> None:
    initiative = one(invented("links.txt"))
    assert initiative.links == (
        Link("https://things.example/list?a=1&b=2", "https://things.example/list?a=1&b=2"),
        Link("http://old.example/things", "http://old.example/things"),
        Link("Tents for all – Bromley Gazette", None),
    )
    assert initiative.videos == (
        Link("A film about a tent: https://youtu.be/abc123", "https://youtu.be/abc123"),
        Link("Video about the ladder", None),
    )


@pytest.mark.parametrize(
    "written",
    [
        "See https://a.example/b_(c)?d=1#e",
        "See (https://a.example/b_(c)?d=1#e).",
        "See <https://a.example/b_(c)?d=1#e>, then rest.",
        "“https://a.example/b_(c)?d=1#e”",
    ],
)
def test_an_address_ends_where_the_sentence_goes_on(written: str) -> None:
    (link,) = one_with(written).links
    assert (link.url or "").startswith("https://a.example/b_(c")
    assert not (link.url or "").endswith((".", ",", ">", "”", ")."))


def test_links_of_the_document() -> None:
    page = page_of(
        "LB of Ealing – Keys",
        "Summary of project: Keys.",
        "Main Submission:",
        TextLine(
            0,
            "Our guide and the form can be used; click here.",
            links=(
                Link("guide", "https://k.example/guide.pdf"),
                Link("here", "https://k.example/form"),
                Link("write", "mailto:a@k.example"),
                Link("run", "javascript:alert(1)"),
                Link("file", "file:///etc/passwd"),
                Link("split", "https://k.example/a\x1b[31mb"),
            ),
        ),
        TextLine(0, "A Saturday in May", links=(Link("A Saturday in May", "https://www.youtube.com/embed/x"),)),
        FOOT,
    )
    (initiative,) = page.initiatives
    assert initiative.links == (
        Link("guide", "https://k.example/guide.pdf"),
        Link("Our guide and the form can be used; click here.", "https://k.example/form"),
    )
    assert initiative.videos == (Link("A Saturday in May", "https://www.youtube.com/embed/x"),)


def test_an_address_is_a_link_once() -> None:
    assert len(one_with("See https://a.example/b.\nAgain https://a.example/b").links) == 1


@pytest.mark.parametrize(
    "label", ["Supporting Information:", "Supporting Materials", "Supporting Information/Materials:"]
)
def test_titles_under_supporting_information_have_lost_their_address(label: str) -> None:
    initiative = one_with(
        f"It is so.\n{label}\nEvaluation report, Invented University\nPage 26 – Parent feedback\nFilm: Keys (4 minutes)"
    )
    assert initiative.links == (Link("Evaluation report, Invented University", None),)
    assert initiative.videos == (Link("Film: Keys (4 minutes)", None),)


def test_text_under_supporting_information_is_no_title() -> None:
    initiative = one_with(
        "It is so.\nSupporting Information:\nTestimonies\nThe key opened the door at once.\nIt still does."
    )
    assert initiative.links == initiative.videos == ()


def test_titles_at_the_end_of_a_text_are_told_by_the_site_behind_the_dash() -> None:
    initiative = one_with("It is so.\nKeys for all – Ealing Gazette\nWhat a key is | The Daily Lock")
    assert [link.label for link in initiative.links] == [
        "Keys for all – Ealing Gazette",
        "What a key is | The Daily Lock",
    ]
    assert all(link.url is None for link in initiative.links)


@pytest.mark.parametrize("line", ["The door opened.", "Requests – 5", "And so on", "Source: the council – May"])
def test_other_last_lines_are_no_titles(line: str) -> None:
    assert one_with(f"It is so.\n{line}").links == ()
