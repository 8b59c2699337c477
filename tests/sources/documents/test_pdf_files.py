"""PDF: what holds no text, or too much, or is broken, is told."""

from __future__ import annotations

import logging
import time
from pathlib import Path

import pypdf
import pytest
from invented_page import EXPECTED, PDF, PRINTED, printed, read_bytes, texts, told
from made_pdf import BODY, WHOLE_BODY, pdf, raw, saved, stream

from spotlight_tui import SpotlightError
from spotlight_tui.sources.documents import pdf as module
from spotlight_tui.sources.documents import pdf_limits, pdf_page, read_document


def test_without_tags_the_browsers_page_has_the_same_paragraphs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "tagged_blocks", lambda *_: {})

    assert [line for line in printed(read_document(PRINTED)) if line in EXPECTED] == EXPECTED


PICTURE = "/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8"
PAGE = "<</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources <<{}>>>>"
PAGES = {1: "<</Type /Catalog /Pages 2 0 R>>", 2: "<</Type /Pages /Count 1 /Kids [3 0 R]>>"}
FONT = "/Font <</F1 <</Type /Font /Subtype /Type1 /BaseFont /Helvetica>>>>"
HELLO = "BT /F1 10 Tf 50 700 Td (Hello) Tj ET\n"


@pytest.mark.parametrize("content", ["", "q 595 0 0 842 0 0 cm /Scan Do Q", "BT /F1 10 Tf (   ) Tj ET"])
def test_a_scan_is_told(content: str, tmp_path: Path) -> None:
    scan = {3: PAGE.format(f"{FONT} /XObject <</Scan 5 0 R>>"), 4: stream(content), 5: stream("x", PICTURE)}

    assert "holds no text, only pictures of it; save the page" in told(raw(PAGES | scan), tmp_path, "scan.pdf")


@pytest.mark.parametrize("algorithm", ["RC4-40", "RC4-128", "AES-128", "AES-256"])
def test_a_password_is_told_and_a_pdf_that_only_forbids_printing_is_read(algorithm: str, tmp_path: Path) -> None:
    writer = pdf(BODY)
    writer.encrypt("secret", algorithm=algorithm)
    assert "is a PDF with a password; print it to a new PDF" in told(saved(writer), tmp_path, "page.pdf")
    writer = pdf(BODY)
    writer.encrypt("", "owner", algorithm=algorithm)
    assert texts(read_bytes(saved(writer), tmp_path, "page.pdf")) == [WHOLE_BODY]


def test_encryption_that_is_not_known_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    writer = pdf(BODY)
    writer.encrypt("", "owner", algorithm="RC4-128")
    data = saved(writer)

    def lacking(*_: object) -> None:
        raise pypdf.errors.DependencyError("cryptography>=3.1 is required for AES algorithm")

    monkeypatch.setattr(pypdf.PdfReader, "decrypt", lacking)

    assert "is a PDF with a password" in told(data, tmp_path, "page.pdf")


@pytest.fixture
def few_operators(monkeypatch: pytest.MonkeyPatch) -> None:
    """More than ten thousand operators and operands are too many."""
    monkeypatch.setitem(pdf_limits.CONFIGURATION, "stream_parsing_work_maximum_count", 10_000)


TOO_MANY = b"q " * 10_001


def test_a_damaged_page_is_warned_of_and_the_others_are_read(few_operators: None, tmp_path: Path) -> None:
    document = read_bytes(saved(pdf(BODY, TOO_MANY)), tmp_path, "page.pdf")

    assert texts(document) == [WHOLE_BODY]
    assert document.warnings == ("Page 2 could not be read.",)


def test_damaged_pages_are_told(few_operators: None, tmp_path: Path) -> None:
    assert "is a damaged PDF (no page could be read)" in told(saved(pdf(TOO_MANY)), tmp_path, "page.pdf")
    assert "is a damaged PDF (many pages cannot be read)" in told(saved(pdf(*[TOO_MANY] * 9)), tmp_path, "page.pdf")


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (saved(pdf(*[b""] * 151)), "has 151 pages; print at most 150"),
        (PDF.read_bytes()[:-10], "is a damaged PDF (its end is missing)"),
        (b"%PDF-1.7\n" + b"startxref\n" * 9999 + b"%%EOF", "is a damaged PDF"),
        (b"%PDF-1.7\n%%EOF" + b"\n" * 3_000_000, "is a damaged PDF"),
        (saved(pdf(b"(" + b"a" * 3_100_000 + b") Tj")), "is a damaged PDF (no page could be read)"),
        (saved(pdf(b"[" * 100_000)), "is a damaged PDF (no page could be read)"),
    ],
    ids=["151 pages", "cut", "no objects", "a long end", "a page of 3 MB", "nested"],
)
def test_what_cannot_be_read(data: bytes, says: str, tmp_path: Path) -> None:
    assert says in told(data, tmp_path, "page.pdf")


@pytest.mark.parametrize(
    "entry",
    ["/Annots 5", "/Annots [5 <<>> <</A 5>> <</A <</URI (https://a.example)>> /Rect 5>>]", "/StructParents (x)"],
)
@pytest.mark.parametrize("tree", ["5", "<<>>", "<</K 5>>", "<</K [(x) <</K (x) /Pg 5>>] /RoleMap 5>>"])
def test_what_is_damaged_beside_the_text_does_no_harm(entry: str, tree: str, tmp_path: Path) -> None:
    page = PAGE.format(FONT).replace("/MediaBox", f"{entry} /MediaBox")
    root = PAGES[1].replace("/Pages", f"/StructTreeRoot {tree} /Metadata 5 /Pages")

    assert texts(read_bytes(raw(PAGES | {1: root, 3: page, 4: stream(HELLO)}), tmp_path, "page.pdf")) == ["Hello"]


FORM = "/Type /XObject /Subtype /Form /Resources <</XObject <</X {} 0 R>> " + FONT + ">>"
IN_FORM = {3: PAGE.format(f"{FONT} /XObject <</X 5 0 R>>"), 4: stream(HELLO + "/X Do " * 99)}
LOOPS = {
    "is a damaged PDF (Detected cyclic page references.)": {2: "<</Type /Pages /Count 1 /Kids [2 0 R 2 0 R]>>"},
    "has 9000 pages": {2: "<</Type /Pages /Count 999999999 /Kids [" + "3 0 R " * 9_000 + "]>>", 3: "<</Type /Page>>"},
    "is a damaged PDF": {1: "1 0 R"},
    "is a damaged PDF (no page": {3: PAGE.format(FONT), 4: stream(HELLO).replace("Length 37", "Length 4 0 R")},
    "Hello": {**IN_FORM, 5: stream("/X Do " * 9, FORM.format(5))},
    "Hello Hello": IN_FORM | {form: stream("/X Do " * 9 + HELLO, FORM.format(form + 1)) for form in range(5, 12)},
}


@pytest.mark.parametrize(("says", "objects"), LOOPS.items(), ids=LOOPS)
def test_what_goes_round_in_circles_ends(says: str, objects: dict[int, str], tmp_path: Path) -> None:
    begun = time.process_time()
    try:
        found = texts(read_bytes(raw(PAGES | objects), tmp_path, "page.pdf"))[0]
    except SpotlightError as error:
        found = str(error)

    assert says in found
    assert time.process_time() - begun < 10


def test_fonts_that_would_fill_the_memory_are_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_limits, "MOST_BLOCKS", 200_000)
    fonts = "/Font <<" + "".join(f"/F{number} 5 0 R " for number in range(2000)) + ">>"
    font = "<</Type /Font /Subtype /Type0 /BaseFont /A /Encoding /Identity-H /DescendantFonts [6 0 R]>>"
    widths = "<</Type /Font /Subtype /CIDFontType2 /BaseFont /A /DW 1000 /W [0 65535 500]>>"
    objects = PAGES | {3: PAGE.format(fonts), 4: stream(HELLO), 5: font, 6: widths}

    assert "takes too much memory to read" in told(raw(objects), tmp_path, "page.pdf")


def test_more_drawing_than_text_needs_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_page, "MOST_OPERATORS", 10)

    assert "draws more than pages of text could" in told(PDF.read_bytes(), tmp_path, "page.pdf")


def test_a_compressed_bomb_is_told(tmp_path: Path) -> None:
    writer = pdf(b" " * 50_000_000)
    writer.pages[0].compress_content_streams(9)

    assert "is a damaged PDF (no page could be read)" in told(saved(writer), tmp_path, "page.pdf")


def test_the_library_prints_nothing(capfd: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    logging.getLogger("pypdf").warning("a warning")
    told(saved(pdf(b"q [" * 300_000)), tmp_path, "page.pdf")

    assert capfd.readouterr() == ("", "")


def test_a_structure_that_holds_itself(tmp_path: Path) -> None:
    objects = {
        1: PAGES[1].replace("/Pages", "/StructTreeRoot 5 0 R /Pages"),
        3: PAGE.format(FONT),
        4: stream(HELLO),
        5: "<</K [5 0 R <</S /A /K 5 0 R>>] /RoleMap <</A /A>>>>",
    }

    assert texts(read_bytes(raw(PAGES | objects), tmp_path, "page.pdf")) == ["Hello"]
