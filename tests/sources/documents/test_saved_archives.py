"""Pages saved in one file: MHTML and Safari's web archive."""

from __future__ import annotations

import base64
import plistlib
import quopri
from pathlib import Path

import pytest
from invented_page import read_bytes, texts, told

PAGE = "<html><title>T</title><p>“One” = £5</p></html>"


def mhtml(body: bytes, encoding: str, end: str = "\r\n", charset: str = "; charset=utf-8") -> bytes:
    lines = [
        "From: <Saved by Blink>",
        "Snapshot-Content-Location: https://a.example/page",
        "MIME-Version: 1.0",
        "Content-Type: multipart/related;",
        '\ttype="text/html"; boundary="b"',
        "",
        "--b",
        f"Content-Type: text/html{charset}",
        f"Content-Transfer-Encoding: {encoding}",
        "",
        body.decode("latin-1"),
        "--b",
        "Content-Type: image/png",
        "Content-Transfer-Encoding: base64",
        "",
        "QUFB",
        "--b--",
    ]
    return end.join(lines).encode("latin-1")


@pytest.mark.parametrize(
    "data",
    [
        mhtml(quopri.encodestring(PAGE.encode()), "quoted-printable"),
        mhtml(base64.encodebytes(PAGE.encode()), "base64", end="\n"),
        mhtml(PAGE.encode(), "8bit"),
        mhtml(PAGE.encode("cp1252"), "binary", charset="; charset=windows-1252"),
        mhtml(PAGE.encode(), "8bit", charset=""),
    ],
    ids=["quoted-printable", "base64", "8 bit", "Windows-1252", "no encoding told"],
)
def test_the_page_in_mhtml(data: bytes, tmp_path: Path) -> None:
    document = read_bytes(data, tmp_path, "page.mht")

    assert texts(document) == ["“One” = £5"]
    assert (document.address, document.title) == ("https://a.example/page", "T")


def test_a_letter_is_not_taken_for_an_archive(tmp_path: Path) -> None:
    assert texts(read_bytes(b"Date: 3 May 2024\n\nSubject: MIME-Version: 1.0", tmp_path))[0] == "Date: 3 May 2024"


def test_an_archive_without_a_page(tmp_path: Path) -> None:
    data = mhtml(b"x", "8bit").replace(b"text/html", b"image/png")

    assert "is a saved page without the page in it" in told(data, tmp_path)
    assert "more parts than a saved page could" in told(data + b"\n--b" * 20_001, tmp_path)


def web_archive(**resource: object) -> bytes:
    return plistlib.dumps({"WebMainResource": resource}, fmt=plistlib.FMT_BINARY)


def test_the_page_in_a_web_archive(tmp_path: Path) -> None:
    data = web_archive(
        WebResourceData=PAGE.encode(), WebResourceURL="https://a.example/page", WebResourceTextEncodingName="UTF-8"
    )
    document = read_bytes(data, tmp_path, "page.webarchive")

    assert texts(document) == ["“One” = £5"]
    assert document.address == "https://a.example/page"


@pytest.mark.parametrize(
    "data",
    [
        web_archive(),
        web_archive(WebResourceData="text"),
        b"bplist00" + bytes(99),
        plistlib.dumps([], fmt=plistlib.FMT_BINARY),
    ],
    ids=["empty", "text for data", "no objects", "a list"],
)
def test_a_damaged_web_archive(data: bytes, tmp_path: Path) -> None:
    assert "is a saved page without the page in it" in told(data, tmp_path)
