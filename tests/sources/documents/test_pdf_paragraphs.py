"""PDF: rows of text become paragraphs again."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pypdf
import pytest
from invented_page import PDF, read_bytes, texts
from made_pdf import BODY, FULL, WHOLE_BODY, below, drawn, paragraphs, pdf, saved
from pypdf.generic import ArrayObject, DictionaryObject, FloatObject, NameObject, TextStringObject

from spotlight_tui.records import Link
from spotlight_tui.sources.documents import pdf_fonts, read_document


def test_a_paragraph_is_one_line_and_a_gap_ends_it(tmp_path: Path) -> None:
    rows = below(FULL, "and an end.", top=700) + below(FULL, FULL, top=660)

    assert paragraphs(tmp_path, rows + BODY) == [f"{FULL} and an end.", f"{FULL} {FULL}", WHOLE_BODY]


def test_a_row_that_had_room_ends_a_paragraph(tmp_path: Path) -> None:
    assert paragraphs(tmp_path, below("Team: Early Help", "Main Submission:", FULL, "ends") + BODY) == [
        "Team: Early Help",
        "Main Submission:",
        f"{FULL} ends",
        WHOLE_BODY,
    ]


def test_bullets_and_numbers_begin_a_line(tmp_path: Path) -> None:
    rows = below(f"• {FULL[:80]}", top=700) + below("goes on here", x=56, top=688)
    rows += below("• Two", "- Three", "1. Four", "2) Five", top=676)
    document = read_bytes(saved(pdf(rows + BODY)), tmp_path, "page.pdf")

    assert texts(document)[:-1] == [f"{FULL[:80]} goes on here", "Two", "Three", "1. Four", "2) Five"]
    assert [line.bullet for line in document.lines] == [True, True, True, False, False, False]


def test_a_paragraph_goes_on_over_pages(tmp_path: Path) -> None:
    assert paragraphs(tmp_path, BODY + below(FULL, FULL, top=100), below("goes on.", "New.")) == [
        WHOLE_BODY,
        f"{FULL} {FULL} goes on.",
        "New.",
    ]


@pytest.mark.parametrize(
    ("above", "under", "expected"),
    [
        ("recruit-", "ment and recruitment", "recruitment and recruitment"),
        ("self-", "care is care", "self-care is care"),
        ("recruit\u00ad", "ment", "recruitment"),
        ("pre-", "and post-test", "pre- and post-test"),
        ("2023-", "2024", "2023-2024"),
        ("inner-", "London", "inner-London"),
        ("staff and/", "or pupils", "staff and/or pupils"),
        ("https://a.example/b-", "c", "https://a.example/b-c"),
        ("Lead –", "ada@a.example", "Lead – ada@a.example"),
        ("Lead-", "ada@a.example", "Lead- ada@a.example"),
        ("ada.b-", "c@a.example", "ada.b-c@a.example"),
    ],
)
def test_words_at_the_end_of_a_row(above: str, under: str, expected: str, tmp_path: Path) -> None:
    full = FULL[: len(FULL) - len(above) - 1] + " "

    assert paragraphs(tmp_path, below(full + above, under) + BODY) == [full + expected, WHOLE_BODY]


def test_a_document_that_hyphenates_is_known_by_its_words(tmp_path: Path) -> None:
    rows = below(
        f"{FULL[:76]} recruit-",
        f"ment {FULL[:70]} retent-",
        f"ion {FULL[:68]} supervis-",
        "ion recruitment retention",
    )

    expected = f"{FULL[:76]} recruitment {FULL[:70]} retention {FULL[:68]} supervision recruitment retention"
    assert paragraphs(tmp_path, rows + BODY)[0] == " ".join(expected.split())


def test_words_that_are_hyphenated_anyway_stay_so(tmp_path: Path) -> None:
    rows = below(
        f"{FULL[:76]} co-", f"created {FULL[:74]} multi-", f"agency {FULL[:73]} well-", "being is wellbeing, coworkers"
    )

    assert " co-created " in paragraphs(tmp_path, rows + BODY)[0]


def test_a_row_that_has_room_goes_on_where_no_line_begins_so(tmp_path: Path) -> None:
    rows = below(FULL[:75], "in the same sentence", top=700) + below(FULL[:75], "New", top=660)

    assert paragraphs(tmp_path, rows + BODY) == [f"{FULL[:75]} in the same sentence", FULL[:75], "New", WHOLE_BODY]


def test_a_number_at_the_beginning_of_a_row_is_no_item_in_the_middle_of_a_sentence(tmp_path: Path) -> None:
    rows = below(f"{FULL[:76]} 5, 6 and", "7. He sent me a picture", top=700)

    assert paragraphs(tmp_path, rows + BODY) == [f"{FULL[:76]} 5, 6 and 7. He sent me a picture", WHOLE_BODY]


def test_a_label_begins_a_line(tmp_path: Path) -> None:
    content = b"".join(drawn(50, 700 - 12 * count, FULL, "/F2") for count in range(2))
    content += drawn(50, 676, "Key Contact: ", "/F2") + drawn(120, 676, "Ada")

    assert texts(read_bytes(saved(pdf(content)), tmp_path, "page.pdf")) == [f"{FULL} {FULL}", "Key Contact: Ada"]


CIRCLE = "{0} {1} m {0} {2} {3} {2} {3} {1} c {3} {4} {0} {4} {0} {1} c f\n"
"""Left edge, middle, top, right edge, bottom."""


def test_signs_that_are_drawn_make_items_of_a_list(tmp_path: Path) -> None:
    rows = below("One", f"Two {FULL[:74]}", "goes on", "Three", x=80)
    circles = "".join(CIRCLE.format(66, y, y + 2, 70, y - 2) for y in (703, 691, 667)) + CIRCLE.format(9, 9, 99, 99, 0)
    content = circles.encode() + b"".join(drawn(*row) for row in rows + BODY)
    document = read_bytes(saved(pdf(content)), tmp_path, "page.pdf")

    assert texts(document) == ["One", f"Two {FULL[:74]} goes on", "Three", WHOLE_BODY]
    assert [line.bullet for line in document.lines] == [True, True, True, False]


def test_what_is_drawn_as_another_text_is_read_as_it_is_meant(tmp_path: Path) -> None:
    hyphen = b"/Span <</ActualText <FEFF00AD>>> BDC ( ) Tj EMC "
    content = b"BT /F1 10 Tf 50 700 Td (re) Tj " + hyphen + b"(cruit) Tj " + hyphen + b"0 -12 Td (ment) Tj ET\n"
    content += b"BT 50 650 Td /Span <</ActualText (Word)>> BDC [(x) -10 (y)] TJ (z) Tj EMC ET"

    assert texts(read_bytes(saved(pdf(content)), tmp_path, "page.pdf")) == ["recruitment", "Word"]


@pytest.mark.parametrize("without", ["described", "library"])
def test_a_font_of_which_nothing_is_known_is_as_wide_as_most(
    without: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    rows = below(FULL, "and an end.", top=700)
    data = saved(pdf(rows + BODY, font="/Unknown"))
    if without == "library":
        monkeypatch.setattr(pdf_fonts, "Font", None)

    assert texts(read_bytes(data, tmp_path, "page.pdf")) == [f"{FULL} and an end.", WHOLE_BODY]


def test_what_is_printed_on_every_page_is_left_out(tmp_path: Path) -> None:
    names = ("one", "two", "three")
    pages = [
        [
            (50.0, 810.0, "Practice Spotlight"),
            *below("Begins:", name, "goes on", f"and {name} ends."),
            (290.0, 20.0, page),
        ]
        for name, page in zip(names, ("1 of 3", "2 of 3", "3 of 3"), strict=True)
    ]

    assert paragraphs(tmp_path, *pages) == [
        line for name in names for line in ("Begins:", name, "goes on", f"and {name} ends.")
    ]


def test_what_a_browser_prints_around_a_page_is_left_out_and_gives_the_address(tmp_path: Path) -> None:
    rows = [(24.0, 819.0, "11/21/26, 10:05 PM  Title"), *BODY, (24.0, 17.0, "https://a.example/page 1/1")]
    document = read_bytes(saved(pdf(rows)), tmp_path, "page.pdf")

    assert texts(document) == [WHOLE_BODY]
    assert document.address == "https://a.example/page"


def test_ligatures_are_letters(monkeypatch: pytest.MonkeyPatch) -> None:
    def extract(_: object, *, visitor_text: Callable[..., None], **__: object) -> None:
        visitor_text("Sta\ufb00 o\ufb03ce", [1, 0, 0, 1, 0, 0], [1, 0, 0, 1, 50, 700], None, 10)

    monkeypatch.setattr(pypdf.PageObject, "extract_text", extract)

    assert texts(read_document(PDF))[0].startswith("Staff office")


def test_a_bold_font(tmp_path: Path) -> None:
    document = read_bytes(saved(pdf(BODY, font="/Arial,Bold")), tmp_path, "page.pdf")

    assert [line.bold for line in document.lines] == [True]


def test_links(tmp_path: Path) -> None:
    writer = pdf([(50, 700, "See the "), (90, 700, "guide"), *BODY])
    for address in ("https://a.example/", "javascript:x"):
        action = DictionaryObject({NameObject("/URI"): TextStringObject(address)})
        rectangle = ArrayObject([FloatObject(number) for number in (89, 698, 120, 712)])
        link = DictionaryObject({NameObject("/Rect"): rectangle, NameObject("/A"): action})
        writer.pages[0].setdefault(NameObject("/Annots"), ArrayObject()).append(link)
    line = read_bytes(saved(writer), tmp_path, "page.pdf").lines[0]

    assert (line.text, line.links) == ("See the guide", (Link("guide", "https://a.example/"),))
