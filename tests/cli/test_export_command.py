"""`export`: the whole collection for another program, whole or not at all."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
from pathlib import Path

import pytest
from command_line import call, document, environment, process

from spotlight_tui import Collection


def test_json_is_the_document_of_the_contract() -> None:
    exported = document(call("export", "--format", "json"))
    assert list(exported) == [
        *("format", "version", "publisher", "categories", "authorities", "themes", "measures", "acronyms"),
        *("signposts", "initiatives"),
    ]
    assert (exported["format"], exported["version"]) == ("spotlight-collection", 1)
    assert list(exported["publisher"]) == ["name", "url", "contacts"]
    keys = {
        "categories": ["id", "number", "name", "short_name", "description", "sponsor", "source_url", "initiatives"],
        "authorities": ["name", "aliases", "serves"],
        "themes": ["id", "name", "description"],
        "measures": ["id", "name", "unit", "description"],
        "acronyms": ["short", "long"],
        "signposts": ["id", "authorities", "title", "category", "url"],
    }
    for part, names in keys.items():
        assert {tuple(entry) for entry in exported[part]} == {tuple(names)}
    assert [list(contact) for contact in exported["publisher"]["contacts"][:1]] == [["name", "role", "email"]]
    assert next(c for c in exported["categories"] if c["id"] == "workforce")["initiatives"] == 17


def test_show_prints_the_same_record() -> None:
    records = document(call("export"))["initiatives"]
    assert document(call("show", records[0]["id"], "--json")) == records[0]


def test_json_is_utf_8_with_plain_line_ends() -> None:
    result = process("export", PYTHONIOENCODING="latin-1")
    assert b"\r" not in result.stdout
    assert result.stdout.endswith(b"}\n")
    assert "’" in result.stdout.decode("utf-8")


def test_csv_has_a_row_an_initiative() -> None:
    rows = list(csv.DictReader(io.StringIO(call("export", "--format", "csv").stdout_bytes.decode(), newline="")))
    assert len(rows) == 21
    assert list(rows[0])[:4] == ["id", "title", "authorities", "category"]


def test_markdown_has_every_record() -> None:
    text = call("export", "--format", "markdown").stdout
    with Collection.open() as collection:
        assert all(f"# {listing.title}\n" in text for listing in collection.listings())


def test_a_file_is_written_and_said(tmp_path: Path) -> None:
    place = tmp_path / "collection.json"
    result = call("export", "-o", str(place))
    assert result.exit_code == 0
    assert len(result.stdout.splitlines()) == 1
    assert "21 initiatives as JSON" in result.stdout
    assert place.read_bytes() == call("export").stdout_bytes
    assert [path.name for path in tmp_path.iterdir()] == ["collection.json"]


def test_the_name_of_the_file_chooses_the_format(tmp_path: Path) -> None:
    call("export", "-o", str(tmp_path / "a.csv"))
    call("export", "-o", str(tmp_path / "a.md"))
    call("export", "-o", str(tmp_path / "b.csv"), "--format", "json")
    assert (tmp_path / "a.csv").read_bytes().startswith(b"\xef\xbb\xbfid,title,")  # by which Excel knows UTF-8
    assert (tmp_path / "a.md").read_text("utf-8").startswith("# ")
    assert json.loads((tmp_path / "b.csv").read_text("utf-8"))["version"] == 1


def test_an_existing_file_is_replaced_only_when_told(tmp_path: Path) -> None:
    place = tmp_path / "mine.json"
    place.write_text("mine")
    result = call("export", "-o", str(place))
    assert (result.exit_code, place.read_text()) == (1, "mine")
    assert "--force" in result.stderr
    assert call("export", "-o", str(place), "--force").exit_code == 0
    assert place.read_bytes().startswith(b"{")


def test_a_file_that_cannot_be_finished_is_not_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    place = tmp_path / "mine.json"
    place.write_text("mine")
    monkeypatch.setattr("os.fsync", fail)
    result = call("export", "-o", str(place), "--force")
    assert (result.exit_code, len(result.stderr.splitlines())) == (1, 1)
    assert "No space left" in result.stderr
    assert place.read_text() == "mine"
    assert [path.name for path in tmp_path.iterdir()] == ["mine.json"]


@pytest.mark.parametrize("place", ["missing/a.json", "folder", "file/a.json", "x" * 400])
def test_a_place_that_cannot_be_is_one_line(tmp_path: Path, place: str) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").touch()
    result = call("export", "-o", str(tmp_path / place), "--force")
    assert (result.exit_code, result.stdout) == (1, "")
    assert len(result.stderr.splitlines()) == 1
    assert sorted(path.name for path in tmp_path.iterdir()) == ["file", "folder"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such file")
def test_what_is_no_file_is_not_replaced() -> None:
    result = call("export", "-o", "/dev/null", "--force")
    assert result.exit_code == 1
    assert not Path("/dev/null").is_file()


@pytest.mark.skipif(sys.platform == "win32", reason="pipes of a POSIX shell")
@pytest.mark.parametrize("command", ["export", "list", "contacts --format vcf", "--help"])
def test_a_pipe_that_closes_early_is_quiet(command: str) -> None:
    line = f'"{sys.executable}" -m spotlight_tui {command} | head -1'
    result = subprocess.run(line, shell=True, capture_output=True, env=environment(), check=False, timeout=60)
    assert result.stderr == b""
    assert len(result.stdout.splitlines()) == 1


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="Linux has a device that is always full")
def test_a_full_disk_is_one_line() -> None:
    with Path("/dev/full").open("wb") as full:
        result = subprocess.run(
            [sys.executable, "-m", "spotlight_tui", "list"],
            stdout=full,
            stderr=subprocess.PIPE,
            env=environment(),
            check=False,
            timeout=60,
        )
    assert result.returncode == 1
    assert len(result.stderr.splitlines()) == 1
