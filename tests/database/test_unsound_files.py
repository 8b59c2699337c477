"""What is no collection, or a damaged one: one error, in one line, that names the file and says what to do."""

from __future__ import annotations

import random
import sqlite3
import sys
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path

import pytest

from spotlight_tui import Collection, SpotlightError
from spotlight_tui.database.schema import VERSION

WHAT_TO_DO = ("check the path", "choose another file", "build the file again")


def use(path: Path) -> None:
    """All that a reader does with a collection."""
    with Collection.open(path) as collection:
        collection.contents()
        collection.listings(authority="Sutton")
        collection.branch("partner")
        collection.search("mentoring academy", limit=None)
        collection.check()


def told(path: Path) -> str:
    """The error that comes of using `path`."""
    with pytest.raises(SpotlightError) as error:
        use(path)
    message = str(error.value)
    assert path.name in message
    assert message.isprintable()
    assert any(advice in message for advice in WHAT_TO_DO), message
    return message


def version(number: int) -> Callable[[Path], object]:
    def change(path: Path) -> None:
        with closing(sqlite3.connect(path)) as connection:
            connection.execute(f"PRAGMA user_version = {number}")

    return change


def another_program(path: Path) -> None:
    path.unlink()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE initiatives (id, position, title)")


def without_a_table(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("DROP TABLE quotes")


def folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def cut(share: float) -> Callable[[Path], object]:
    return lambda path: path.write_bytes(path.read_bytes()[: int(path.stat().st_size * share)])


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (Path.unlink, "There is no collection at"),
        (folder, "There is no collection at"),
        (lambda path: path.write_bytes(b""), "is not a Practice Spotlight collection"),
        (lambda path: path.write_text("Practice Spotlight\n" * 99), "cannot be read (file is not a database)"),
        (lambda path: path.write_bytes(random.Random(1).randbytes(9999)), "cannot be read (file is not a database)"),
        (lambda path: path.write_bytes(b"SQLite format 3\0" + random.Random(2).randbytes(9999)), "cannot be read ("),
        (another_program, "is not a Practice Spotlight collection"),
        (version(VERSION + 1), f"a newer spotlight-tui (format {VERSION + 1}, this one reads {VERSION})"),
        (version(VERSION - 1), f"an older spotlight-tui (format {VERSION - 1}, this one reads {VERSION})"),
        (without_a_table, "lacks a part of the collection"),
        (cut(0.0001), "cannot be read ("),
        (cut(0.01), "cannot be read ("),
        (cut(0.5), "cannot be read (database disk image is malformed)"),
        (cut(0.999), "cannot be read ("),
    ],
    ids=[
        "missing",
        "folder",
        "empty",
        "text",
        "random bytes",
        "random bytes with SQLite's head",
        "another program's",
        "newer",
        "older",
        "a table missing",
        "cut in the head",
        "cut in the first pages",
        "cut in the middle",
        "last bytes missing",
    ],
)
def test_what_is_no_collection(change: Callable[[Path], object], says: str, bundle: Path, tmp_path: Path) -> None:
    path = tmp_path / "some.db"
    path.write_bytes(bundle.read_bytes())
    change(path)

    assert says in told(path)


def test_a_path_too_long(tmp_path: Path) -> None:
    told(tmp_path / ("long" * 100))


def test_a_file_that_may_not_be_read(bundle: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object, **__: object) -> None:
        raise sqlite3.OperationalError("unable to open database file")

    monkeypatch.setattr("spotlight_tui.database.reader.sqlite3.connect", refused)

    assert "cannot be opened (unable to open database file)" in told(bundle)


def test_a_folder_that_may_not_be_entered(bundle: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(_: Path) -> bool:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("spotlight_tui.database.reader.Path.is_file", refused)

    assert "cannot be opened (Permission denied)" in told(bundle)


def test_an_error_that_quotes_the_file_is_clean(bundle: Path, tmp_path: Path) -> None:
    path = tmp_path / "some.db"
    sql, damage = b'CREATE TABLE "quotes"', b"\x1b]52;c;aGk=\x07 \x93quotes "
    assert len(sql) == len(damage) and sql in bundle.read_bytes()
    path.write_bytes(bundle.read_bytes().replace(sql, damage))

    told(path)


@pytest.mark.parametrize("seed", range(12))
def test_bytes_changed_anywhere_crash_nothing(seed: int, bundle: Path, tmp_path: Path) -> None:
    chance = random.Random(seed)
    content = bytearray(bundle.read_bytes())
    for _ in range(chance.choice([1, 20, 300, 3000])):
        content[chance.randrange(100, len(content))] = chance.randrange(256)
    path = tmp_path / "damaged.db"
    path.write_bytes(content)

    with suppress(SpotlightError):
        use(path)


@pytest.mark.parametrize("name", ["we ird #1 50%20.db", "Käse’s 社.db", "a;b&c='d'.db", "mode=rw.db"])
def test_any_name_can_be_opened(name: str, bundle: Path, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(bundle.read_bytes())

    with Collection.open(path) as collection:
        assert collection.counts().initiatives == 21


if sys.platform != "win32":  # where no file can be called so

    @pytest.mark.parametrize("name", ["a?mode=rwc.db", "a\nb.db", "a\x1b[2J.db"])
    def test_a_file_of_an_odd_name_can_be_opened(name: str, bundle: Path, tmp_path: Path) -> None:
        path = tmp_path / name
        path.write_bytes(bundle.read_bytes())

        with Collection.open(path) as collection:
            assert collection.counts().initiatives == 21

    def test_an_odd_name_does_not_break_the_line(tmp_path: Path) -> None:
        with pytest.raises(SpotlightError) as error:
            Collection.open(tmp_path / "a\nb\x1b[2J.db")

        assert str(error.value).isprintable()
