"""`doctor`: what is where, and whether it is sound."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from command_line import call

from spotlight_tui import clipboard


@pytest.fixture(autouse=True)
def plan(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clipboard, "plan", lambda: ["one way", "another way"])


def said(*args: str) -> tuple[int, list[tuple[str, str]]]:
    result = call(*args, "doctor")
    assert result.stderr == ""
    return result.exit_code, [(line.split(": ", 1)[0], line.split(": ", 1)[1]) for line in result.stdout.splitlines()]


def test_a_sound_collection(bundle: Path, tmp_path: Path) -> None:
    status, lines = said()
    about = dict(lines)
    assert status == 0
    assert about["Collection"] == str(bundle)
    assert about["Sound"] == "yes"
    assert "21 initiatives" in about["Holds"]
    assert "17 of the 112" in about["Submissions"]
    assert "FTS5" in about["Search"]
    assert "not made yet" in about["Your files"]
    assert "Textual " in about["Libraries"] and "Rich " in about["Libraries"]
    assert sqlite3.sqlite_version in about["Libraries"]
    assert [value for label, value in lines if label == "Clipboard"] == ["one way", "another way"]
    assert {"Program", "Python", "Platform", "Terminal", "Encoding", "Colours", "Screen"} <= set(about)


def test_no_collection_is_not_sound(tmp_path: Path) -> None:
    status, lines = said("--db", str(tmp_path / "none.db"))
    assert status == 1
    assert dict(lines)["Sound"].startswith("no: There is no collection at ")
    assert "Clipboard" in dict(lines)


@pytest.mark.parametrize(
    "harm",
    [
        "DROP TABLE quotes",
        "DROP TABLE measures",
        "UPDATE initiatives SET title = x'00ff'",
        "PRAGMA user_version = 99",
        "PRAGMA application_id = 1",
    ],
)
def test_a_broken_collection_is_not_sound(bundle: Path, tmp_path: Path, harm: str) -> None:
    broken = tmp_path / "broken.db"
    shutil.copy(bundle, broken)
    connection = sqlite3.connect(broken)
    connection.execute(harm)
    connection.commit()
    connection.close()
    status, lines = said("--db", str(broken))
    assert status == 1 or harm.startswith("UPDATE")  # a reader may come to make a text of it
    assert dict(lines)["Sound"].startswith("no: " if status else "yes")


@pytest.mark.parametrize(
    ("harm", "says"),
    [
        ("DROP TABLE initiative_search", "no such table: initiative_search"),
        ("DROP TABLE signpost_search", "no such table: signpost_search"),
        ("DELETE FROM signposts WHERE position = 3", "its index for search does not hold the signposts there are"),
        ("DELETE FROM word_strings WHERE position = 3", "does not hold the words of the initiatives there are"),
        ("UPDATE word_strings SET words = 'a'", "its index for search does not agree with itself"),
        ("UPDATE word_strings SET words = NULL", "its index for search does not agree with itself"),
        ("UPDATE word_strings SET fields = x'0000'", "its index for search does not agree with itself"),
        ("UPDATE words SET stem = 'a' WHERE word = 'supervision'", "its index for search does not agree with itself"),
        ("UPDATE stems SET title = NULL", "its index for search does not agree with itself"),
        ("UPDATE stems SET initiatives = 2 WHERE stem = 'agenc'", "its index for search does not agree with itself"),
        ("DELETE FROM stems", "its index for search does not agree with itself"),
        ("DELETE FROM words", "its index for search does not agree with itself"),
    ],
)
def test_a_broken_index_for_search_is_not_sound(bundle: Path, tmp_path: Path, harm: str, says: str) -> None:
    broken = tmp_path / "broken.db"
    shutil.copy(bundle, broken)
    with closing(sqlite3.connect(broken)) as connection:
        assert connection.execute(harm).rowcount
        connection.commit()

    status, lines = said("--db", str(broken))

    assert status == 1
    assert dict(lines)["Sound"].startswith("no: ")
    assert says in dict(lines)["Sound"]


def test_a_damaged_file_is_not_sound(bundle: Path, tmp_path: Path) -> None:
    damaged = bytearray(bundle.read_bytes())
    damaged[8192:200000] = b"\xff" * (200000 - 8192)
    (tmp_path / "damaged.db").write_bytes(damaged)
    assert said("--db", str(tmp_path / "damaged.db"))[0] == 1
