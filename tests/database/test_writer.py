"""Writing: whole or not at all."""

from __future__ import annotations

import stat
import sys
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from made import CONTENTS, ORCHARD

from spotlight_tui.database import writer
from spotlight_tui.database.reader import Reader
from spotlight_tui.records import Contents, Initiative

UNKNOWN_THEME = replace(CONTENTS, initiatives=(replace(ORCHARD, themes=("no-such-theme",)),))
TWICE = replace(CONTENTS, initiatives=(ORCHARD, ORCHARD))


def names(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir()]


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A collection that is there before."""
    path = tmp_path / "folder" / "collection.db"
    path.parent.mkdir()
    writer.write(replace(CONTENTS, initiatives=()), path)
    return path


@pytest.mark.parametrize("contents", [UNKNOWN_THEME, TWICE], ids=["unknown theme", "id twice"])
def test_contents_that_do_not_hold_together_are_refused(old: Path, contents: Contents) -> None:
    before = old.read_bytes()

    with pytest.raises(Exception, match=r"point to nothing|UNIQUE"):
        writer.write(contents, old)

    assert old.read_bytes() == before
    assert names(old.parent) == [old.name]


@pytest.mark.parametrize("where", ["writer.index", "writer._descriptions", "writer.os.fsync", "writer.Path.replace"])
@pytest.mark.parametrize("failure", [OSError("No space left on device"), KeyboardInterrupt()], ids=["full", "Ctrl+C"])
def test_a_failure_leaves_the_old_file_whole(
    old: Path, where: str, failure: BaseException, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = old.read_bytes()

    def fails(*_: object) -> None:
        raise failure

    monkeypatch.setattr(f"spotlight_tui.database.{where}", fails)
    with pytest.raises(type(failure)):
        writer.write(CONTENTS, old)

    assert old.read_bytes() == before
    assert names(old.parent) == [old.name]


def test_a_failure_leaves_nothing_where_nothing_was(tmp_path: Path) -> None:
    folder = tmp_path / "empty"
    folder.mkdir()

    with pytest.raises(ValueError, match="point to nothing"):
        writer.write(UNKNOWN_THEME, folder / "collection.db")

    assert names(folder) == []


def test_the_new_file_takes_the_place_of_the_old_one(old: Path) -> None:
    writer.write(CONTENTS, old)

    with closing(Reader(old)) as reader:
        assert reader.ids() == [initiative.id for initiative in CONTENTS.initiatives]
    assert names(old.parent) == [old.name]


@pytest.mark.parametrize("words", ["apples", "Jo@sutton.gov.uk", "ecole", "far shire", "31.5", "wellbeing", "harvest"])
def test_what_a_record_holds_is_indexed(tmp_path: Path, words: str) -> None:
    path = tmp_path / "collection.db"
    writer.write(CONTENTS, path)

    with closing(Reader(path)) as reader:
        sql = "SELECT rowid FROM initiative_search WHERE initiative_search MATCH ?"
        assert reader.rows(sql, [f'"{words}"']) == [(1,)]


def test_no_phrase_runs_from_one_entry_into_the_next(tmp_path: Path) -> None:
    path = tmp_path / "collection.db"
    writer.write(replace(CONTENTS, initiatives=(Initiative("a", "A", keywords=("silver", "mouse")),)), path)

    with closing(Reader(path)) as reader:
        sql = "SELECT rowid FROM initiative_search WHERE initiative_search MATCH ?"
        assert reader.rows(sql, ["silver AND mouse"]) == [(1,)]
        assert reader.rows(sql, ['"silver mouse"']) == []


if sys.platform != "win32":  # which neither replaces an open file nor has these permissions

    def test_who_reads_the_old_file_goes_on_reading_it(old: Path) -> None:
        with closing(Reader(old)) as reader:
            writer.write(CONTENTS, old)

            assert reader.ids() == []
            assert reader.contents().publisher == CONTENTS.publisher

    def test_everyone_may_read_the_file(old: Path) -> None:
        assert stat.S_IMODE(old.stat().st_mode) == 0o644
