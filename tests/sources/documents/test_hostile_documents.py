"""Documents that are broken or made to do harm: lines or one error, in little time."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from pathlib import Path

import docx
import pytest
from invented_page import COPIED, LIVE, PDF, PRINTED, SAVED_IN_ONE_FILE, WORD, read_bytes, texts, told

import spotlight_tui
from spotlight_tui import SpotlightError
from spotlight_tui.sources.documents import common, html_page, read_document
from spotlight_tui.sources.lines import Document
from spotlight_tui.text import clean

CUTS = int(os.environ.get("SPOTLIGHT_CUTS", "20"))
"""Of each format; 400 were tried."""
LONGEST = 10.0
"""Seconds of this process's own."""


def read_in_time(data: bytes, folder: Path, name: str) -> str:
    """What came of it: "lines", or what was told."""
    path = folder / name
    path.write_bytes(data)
    begun = time.process_time()
    try:
        document = read_document(path)
    except SpotlightError as error:
        assert str(error).isprintable() and str(error).startswith(name)
        said = str(error)
    else:
        said = "lines"
        for line in document.lines:
            assert line.text == clean(line.text).strip() and "\n" not in line.text
    assert time.process_time() - begun < LONGEST
    return said


FORMATS = [COPIED, LIVE, SAVED_IN_ONE_FILE, WORD, PDF]
END_OF_PDF = b"\nstartxref\n0\n%%EOF\n"


@pytest.mark.parametrize("path", FORMATS, ids=lambda path: path.name)
def test_cut_anywhere(path: Path, tmp_path: Path) -> None:
    data = path.read_bytes()
    for cut in range(CUTS):
        read_in_time(data[: len(data) * cut // CUTS], tmp_path, path.name)


@pytest.mark.parametrize("path", [PDF, PRINTED], ids=lambda path: path.name)
def test_a_pdf_cut_anywhere_that_has_an_end(path: Path, tmp_path: Path) -> None:
    data = path.read_bytes()
    for cut in range(0, CUTS, 3):
        read_in_time(data[: len(data) * cut // CUTS] + END_OF_PDF, tmp_path, path.name)


@pytest.mark.parametrize("path", [COPIED, LIVE], ids=lambda path: path.name)
def test_what_is_there_before_a_cut_is_read(path: Path, tmp_path: Path) -> None:
    data = path.read_bytes()
    whole = texts(read_document(path))
    for cut in range(len(data) // 2, len(data), len(data) // CUTS):
        found = texts(read_bytes(data[:cut].rstrip(b"<"), tmp_path, path.name))
        assert found[:-1] == whole[: len(found) - 1]


@pytest.mark.parametrize("path", FORMATS, ids=lambda path: path.name)
def test_bytes_changed_anywhere(path: Path, tmp_path: Path) -> None:
    chance = random.Random(path.name)
    for _ in range(CUTS):
        data = bytearray(path.read_bytes())
        for _ in range(chance.choice([1, 20, 300])):
            data[chance.randrange(len(data))] = chance.choice([0, 10, 60, 62, chance.randrange(256)])
        read_in_time(bytes(data), tmp_path, path.name)


OPENED = ["<div>", "<b>", "<blockquote>", "</div>", "<svg>", "<h1>", "<title>", "<form><main>", "<pre>\n"]
OPENED += ["<p>x", "<li>a", "<table><tr><td>x", "<a href=x>y", "<span style='font-weight:700'>", "<details><summary>x"]
PIECES = ["<", "<a ", "<a b='", '<a b="><', "</", "<!", "<!--", "<!--x>", "<![", "<?", "&", "&#", "&amp;", "\"'"]
PIECES += ["<script><"]


@pytest.mark.parametrize("piece", OPENED)
def test_many_tags_in_each_other(piece: str, tmp_path: Path) -> None:
    amount = 200_000 if piece in ("<div>", "<b>", "<blockquote>") else 10_000
    said = read_in_time(b"<html>" + (piece * (amount // piece.count("<"))).encode() + b"End", tmp_path, "page.html")

    assert said == "lines" or "holds no text" in said or "holds more text than" in said


def test_more_tags_than_a_page_has(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(html_page, "MOST_STEPS", 1_000)

    assert "has more tags than a web page could" in read_in_time(b"<html>" + b"<i>" * 1_000, tmp_path, "page.html")


@pytest.mark.parametrize("piece", PIECES)
def test_many_pieces_of_tags(piece: str, tmp_path: Path) -> None:
    read_in_time(b"<html><p>Text</p>" + (piece * (300_000 // len(piece))).encode(), tmp_path, "page.html")


@pytest.mark.parametrize("inside", [b" ", b" b", b' c=">" b'])
def test_a_tag_that_does_not_end(inside: bytes, tmp_path: Path) -> None:
    said = read_in_time(b"<html><a" + inside * (5_000_000 // len(inside)) + b">x", tmp_path, "page.html")

    assert "has a tag that does not end" in said


def test_a_picture_of_20_mb_in_a_tag(tmp_path: Path) -> None:
    data = b'<html><p>One<img src="data:image/png;base64,' + b"Q" * 20_000_000 + b'"> two'

    assert texts(read_bytes(data, tmp_path, "page.html")) == ["One two"]


@pytest.mark.parametrize("digits", ["9", "0"])
def test_a_number_of_a_million_digits_for_a_character(digits: str, tmp_path: Path) -> None:
    data = f"<html><p>One&#{digits * 1_000_000};<a title='&#{digits * 1_000_000}'>two".encode()

    assert texts(read_bytes(data, tmp_path, "page.html")) == ["One\ufffdtwo"]


@pytest.mark.parametrize("words", [b"a", b"ab ", b"&amp;"])
def test_a_line_of_30_mb(words: bytes, tmp_path: Path) -> None:
    line = words * (29_000_000 // len(words))

    assert "holds more text than a page" in read_in_time(line, tmp_path, "page.txt")
    assert "holds more text than a page" in read_in_time(b"<p>" + line, tmp_path, "page.html")


def test_a_line_of_8_mb_is_read(tmp_path: Path) -> None:
    assert read_in_time(b"a " * 4_000_000, tmp_path, "page.txt") == "lines"


def test_a_table_of_one_row(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(common, "MOST_LINES", 1_000)

    assert "holds more text than" in read_in_time(b"<table><tr>" + b"<td>x" * 1_001, tmp_path, "page.html")


@pytest.mark.parametrize("ending", ["txt", "html", "mht", "webarchive", "docx", "pdf"])
@pytest.mark.parametrize(
    "beginning", [b"", b"%PDF-1.7\n", b"PK\x03\x04", b"<html>", b"bplist00", b"MIME-Version: 1.0\n\n"]
)
def test_random_bytes(beginning: bytes, ending: str, tmp_path: Path) -> None:
    data = beginning + random.Random(1).randbytes(100_000)

    assert read_in_time(data, tmp_path, f"page.{ending}") != "lines"


@pytest.mark.parametrize("ending", ["txt", "html", "mht", "webarchive", "docx", "pdf"])
@pytest.mark.parametrize("data", [b"", b"\0" * 100_000, b" \r\n\t" * 1000], ids=["no bytes", "zero bytes", "blanks"])
def test_nothing(data: bytes, ending: str, tmp_path: Path) -> None:
    assert read_in_time(data, tmp_path, f"page.{ending}") != "lines"


def test_headers_without_an_end(tmp_path: Path) -> None:
    read_in_time(b"MIME-Version: 1.0\r\n" + b"A: b\r\n" * 500_000, tmp_path, "page.mht")
    read_in_time(b"Date: x\r\n" + b" b\r\n" * 500_000, tmp_path, "page.mht")


def test_archives_in_archives(tmp_path: Path) -> None:
    head = b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=%d\n\n--%d\n"
    data = b"".join(head % (count, count) for count in range(100))

    assert "more parts than a saved page could" in told(data, tmp_path, "page.mht")


READ_ALL = """
import resource, sys
from pathlib import Path
import spotlight_tui
from spotlight_tui import SpotlightError
from spotlight_tui.sources.documents import read_document
for path in sys.argv[1:]:
    try:
        read_document(Path(path))
    except SpotlightError:
        pass
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere it is not counted in kilobytes, or not at all")
def test_what_is_large_takes_less_than_500_mb(tmp_path: Path) -> None:
    archive = b"MIME-Version: 1.0\nContent-Type: text/html\nContent-Transfer-Encoding: base64\n\n"
    large = {
        "page.txt": b"\xf0\x9f\x98\x80" + b"ab " * 9_000_000,
        "page.html": b"<html><p>" + b"ab " * 9_000_000,
        "tag.html": b"<html><p" + b" a=b" * 7_000_000 + b">x",
        "page.mht": archive + b"QUFB" * 4_000_000,
    }
    for name, data in large.items():
        (tmp_path / name).write_bytes(data)
    command = [sys.executable, "-c", READ_ALL, *(str(tmp_path / name) for name in large)]
    environ = {**os.environ, "PYTHONPATH": str(Path(spotlight_tui.__file__).parent.parent)}
    done = subprocess.run(command, capture_output=True, check=True, env=environ)

    assert int(done.stdout) < 500_000


HOSTILE = "\x1b]52;c;aGk=\x07\x9b31m\u202eWords\u2066\x00"


def assert_harmless(document: Document) -> None:
    shown = [document.name, document.title or "", *texts(document)]
    shown += [part or "" for line in document.lines for link in line.links for part in (link.label, link.url)]

    assert "Words" in "".join(texts(document))
    for text in shown:
        assert text == clean(text) and text.isprintable()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_escapes_never_come_through_text_and_html(encoding: str, tmp_path: Path) -> None:
    page = f"<html><title>{HOSTILE}</title><p>{HOSTILE}<a href='https://a.example/{HOSTILE}'>{HOSTILE}</a>"

    assert_harmless(read_bytes((HOSTILE + "\n" + "Plain words. " * 99).encode(encoding), tmp_path))
    assert_harmless(read_bytes(page.encode(encoding), tmp_path))


def test_escapes_never_come_through_word(tmp_path: Path) -> None:
    unseen = "".join(character for character in HOSTILE if character >= " ")
    word = docx.Document()
    word.add_paragraph(unseen)
    word.core_properties.title = unseen
    word.save(str(tmp_path / "page.docx"))

    assert_harmless(read_document(tmp_path / "page.docx"))


@pytest.mark.parametrize("markup", ["[red]Words[/]", "[/", "[@click=app.quit]Words[/]", "**Words** `$x` {0} %s"])
def test_markup_is_text(markup: str, tmp_path: Path) -> None:
    assert texts(read_bytes(markup.encode(), tmp_path)) == [markup]
    assert texts(read_bytes(f"<html><p>{markup}".encode(), tmp_path)) == [markup]
