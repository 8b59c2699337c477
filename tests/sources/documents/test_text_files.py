"""Text as browsers copy it: encodings, line ends, bullets, line numbers."""

from __future__ import annotations

import codecs
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from invented_page import COPIED, read_bytes, texts, told

from spotlight_tui import SpotlightError
from spotlight_tui.sources.documents import read_document, read_pasted
from spotlight_tui.sources.documents.text import decode
from spotlight_tui.text import clean

TEXT = "LB of Merton – Allotment\n\n  • “Café” visits: £5\n  - plain\nEnd…\n"
LINES = [(1, "LB of Merton – Allotment"), (2, ""), (3, "“Café” visits: £5"), (4, "plain"), (5, "End…")]


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        codecs.BOM_UTF8 + TEXT.encode(),
        TEXT.encode("utf-16"),
        codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
        TEXT.encode("utf-16-le"),
        TEXT.encode("utf-16-be"),
        TEXT.encode("utf-32"),
        TEXT.encode("cp1252"),
        TEXT.replace("\n", "\r\n").encode(),
        TEXT.replace("\n", "\r\n").encode("cp1252"),
        TEXT.replace("\n", "\r").encode(),
        TEXT.replace("\n", "\u2028").encode(),
        TEXT.replace("\n", "\x85").encode(),
        TEXT.replace("\n", "\x0c").encode(),
        TEXT.replace("Merton", "Mer\0ton").encode(),
        TEXT.rstrip("\n").encode(),
        TEXT.replace(" ", "\u00a0").encode(),
        TEXT.replace("Merton", "Mer\u00adton\u200b").encode(),
    ],
    ids=[
        "UTF-8",
        "UTF-8 with a mark",
        "UTF-16",
        "UTF-16, big end first",
        "UTF-16 without a mark",
        "UTF-16, big end first, without a mark",
        "UTF-32",
        "Windows-1252",
        "Windows line ends",
        "Windows-1252 with Windows line ends",
        "old Mac line ends",
        "line separators",
        "next lines",
        "new pages",
        "zero bytes",
        "no line end at the end",
        "hard spaces",
        "soft hyphen and zero width space",
    ],
)
def test_the_same_lines_in_every_encoding(data: bytes, tmp_path: Path) -> None:
    document = read_bytes(data, tmp_path)

    assert [(line.number, line.text) for line in document.lines] == LINES
    assert [line.number for line in document.lines if line.bullet] == [3, 4]
    assert document.warnings == ()


def test_the_numbers_are_those_of_the_file() -> None:
    written = COPIED.read_text("utf-8").split("\n")

    for line in read_document(COPIED).lines:
        assert line.text == " ".join(written[line.number - 1].split())


@pytest.mark.parametrize("sign", ["•", "  • ", "- ", "* ", "•\t", "◦ ", "▪ ", "\uf0b7 ", "·  "])
def test_signs_of_a_list(sign: str) -> None:
    (line,) = read_pasted(f"{sign}Dig, sow").lines

    assert (line.text, line.bullet) == ("Dig, sow", True)


@pytest.mark.parametrize("text", ["-5 degrees", "– Child, 11", "*starred*", "•", "-", "2 - 3"])
def test_what_is_no_sign_of_a_list(text: str) -> None:
    (line,) = read_pasted(text).lines

    assert (line.text, line.bullet) == (text, False)


def test_text_that_is_mostly_utf_8_is_read_as_such_and_the_rest_is_told() -> None:
    assert decode("“Café” – £5 ".encode() * 3 + b"\x92") == (
        "“Café” – £5 " * 3 + "\ufffd",
        ("1 character could not be read.",),
    )


def test_a_character_cut_in_two_at_the_end_is_left_out() -> None:
    assert decode("Café…".encode()[:-1]) == ("Café", ())


@pytest.mark.parametrize(
    "charset", ["zip", "punycode", "unicode_escape", "idna", "no such", "utf-7", "", "x" * 999, "\0"]
)
def test_an_encoding_that_no_page_is_written_in_is_passed_over(charset: str) -> None:
    assert decode("“£5”".encode("cp1252"), charset) == ("“£5”", ())


def test_a_declared_encoding_is_taken_where_the_bytes_allow_it() -> None:
    assert decode("Łódź".encode("iso-8859-2"), "ISO-8859-2") == ("Łódź", ())
    assert decode("£5".encode(), "windows-1252") == ("£5", ())


def test_pasted_text() -> None:
    document = read_pasted("Team: Early Help\r\n\r\n- \x1b[2JDig\udc80\0")

    assert [(line.number, line.text) for line in document.lines] == [(1, "Team: Early Help"), (2, ""), (3, "[2JDig")]
    assert document.name == "pasted text"


def test_pasted_html_is_read_as_html() -> None:
    assert texts(read_pasted("<!doctype html><p>One<p>Two")) == ["One", "Two"]


@pytest.mark.parametrize("text", ["", " \n\t\r\n", "\u200b\0"])
def test_no_text_is_told(text: str, tmp_path: Path) -> None:
    with pytest.raises(SpotlightError, match=r"^The pasted text holds no text; .*\.$"):
        read_pasted(text)
    assert "holds no text; save the page as" in told(text.encode(), tmp_path)


@given(st.text(st.characters() | st.sampled_from("\r\n\u2028•-<> \0\x1b\ud800"), max_size=60))
@settings(deadline=None, max_examples=200)
def test_any_pasted_text_is_lines_or_told(text: str) -> None:
    try:
        document = read_pasted(text)
    except SpotlightError:
        return
    for line in document.lines:
        assert line.text == clean(line.text).strip()
