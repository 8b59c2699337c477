"""What a file is, its content says first; what cannot be read is told in one line."""

from __future__ import annotations

import io
import os
import shutil
import sys
import zipfile
from pathlib import Path

import pytest
from invented_page import COPIED, LIVE, PRINTED, SAVED_IN_ONE_FILE, WORD, read_bytes, texts, told

from spotlight_tui import SpotlightError
from spotlight_tui.sources.documents import common, read_document


@pytest.mark.parametrize("path", [LIVE, SAVED_IN_ONE_FILE, COPIED, PRINTED, WORD], ids=lambda path: path.name)
@pytest.mark.parametrize("name", ["page", "page.txt", "page.pdf", "PAGE.DOCX"])
def test_the_content_decides_not_the_ending(path: Path, name: str, tmp_path: Path) -> None:
    shutil.copy(path, tmp_path / name)
    if path == COPIED and name.lower().endswith((".pdf", ".docx")):
        assert "file inside" in told(path.read_bytes(), tmp_path, name)
        return

    assert texts(read_document(tmp_path / name)) == texts(read_document(path))


def test_the_ending_decides_where_the_content_does_not(tmp_path: Path) -> None:
    fragment = b"Two words <b>in bold</b> &amp; more"

    assert texts(read_bytes(fragment, tmp_path, "page.htm")) == ["Two words in bold & more"]
    assert texts(read_bytes(fragment, tmp_path, "page.txt")) == [fragment.decode()]


@pytest.mark.parametrize(
    "beginning",
    ["<!DOCTYPE html>", "\ufeff \n<html>", '<?xml version="1.0"?>\n<!-- a --><!-- b -->\n<HTML>', "<p>", "<h3>"],
)
def test_html_is_known_by_its_beginning(beginning: str, tmp_path: Path) -> None:
    assert texts(read_bytes(f"{beginning}One<br>Two".encode(), tmp_path)) == ["One", "Two"]


def zip_of(*names: str) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as package:
        for name in names:
            package.writestr(name, "x")
    return written.getvalue()


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(99), "is an old Word file, or has a password; open it in Word"),
        (b"{\\rtf1 hello}", "is Rich Text; open it in Word and save it as .docx"),
        (b"\x89PNG\r\n\x1a\n", "is a picture; save the page as a web page, text, Word (.docx) or PDF"),
        (b"\xff\xd8\xff\xe0", "is a picture"),
        (b"SQLite format 3\0", "is a database"),
        (zip_of("a.txt"), "is a zip file, but no Word file (.docx)"),
        (zip_of("xl/workbook.xml"), "is an Excel file"),
        (zip_of("ppt/presentation.xml"), "is a PowerPoint file"),
        (zip_of("mimetype", "content.xml"), "is an OpenDocument file"),
        (bytes(range(256)) * 40, "is neither text nor a web page, Word or PDF"),
    ],
    ids=["old Word", "RTF", "PNG", "JPEG", "SQLite", "zip", "Excel", "PowerPoint", "OpenDocument", "every byte"],
)
def test_what_is_not_read(data: bytes, says: str, tmp_path: Path) -> None:
    assert says in told(data, tmp_path)


def error_of(path: Path) -> str:
    with pytest.raises(SpotlightError) as error:
        read_document(path)
    message = str(error.value)
    assert message.isprintable() and message.endswith(".")
    return message


def test_a_missing_file_and_a_folder(tmp_path: Path) -> None:
    assert error_of(tmp_path / "page.txt") == "page.txt is not there, or is no file; check the path."
    assert error_of(tmp_path) == f"{tmp_path.name} is a folder; choose a file in it."


def test_a_name_that_no_file_has(tmp_path: Path) -> None:
    error_of(tmp_path / "a\0b.txt")
    error_of(tmp_path / ("long" * 100))
    assert error_of(tmp_path / "a\n\x1b[2Jb.txt").startswith("a [2Jb.txt is not there")


def test_a_file_that_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "page.txt"
    path.write_text("Words")

    def refused(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refused)

    assert error_of(path) == "page.txt cannot be opened (Permission denied); check the file or choose another."


def test_a_file_that_is_too_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("spotlight_tui.sources.documents.MOST_BYTES", 1_000_000)

    assert "is larger than 1 MB; save the page" in told(b"a" * 1_000_001, tmp_path)
    assert common.MOST_BYTES == 30_000_000


def test_a_document_that_takes_too_long(monkeypatch: pytest.MonkeyPatch) -> None:
    for path in (LIVE, WORD, PRINTED):
        monkeypatch.setattr(common.Clock, "check", too_long)
        assert "takes too long to read; save the page" in error_of(path)


def too_long(_: common.Clock) -> None:
    raise common.Unreadable(f"takes too long to read; {common.SAVE_AGAIN}")


if sys.platform != "win32":  # where there are none

    def test_what_would_wait_for_a_writer_is_not_opened(tmp_path: Path) -> None:
        os.mkfifo(tmp_path / "pipe.txt")

        assert "is no file" in error_of(tmp_path / "pipe.txt")
        assert error_of(Path("/dev/zero")) == "zero is not there, or is no file; check the path."
