"""Which database is read: the one chosen, else the variable's, else the reader's own, else the bundled one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from spotlight_tui import Collection, SpotlightError, paths


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The reader's own collection, which is there."""
    folder = tmp_path / "reader"
    folder.mkdir()
    monkeypatch.setattr(paths, "user_data", lambda: folder)
    path = folder / "collection.db"
    path.touch()
    return path


def test_the_bundle_without_anything_else(bundle: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SPOTLIGHT_DB")

    assert paths.database() == bundle


def test_the_readers_own_before_the_bundle(own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SPOTLIGHT_DB")

    assert paths.database() == own


def test_the_variable_before_the_readers_own(own: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SPOTLIGHT_DB", str(tmp_path / "named.db"))

    assert paths.database() == tmp_path / "named.db"


@pytest.mark.parametrize("kind", [str, Path])
def test_the_chosen_one_before_all(own: Path, tmp_path: Path, kind: Callable[[Path], str | Path]) -> None:
    chosen = tmp_path / "chosen.db"

    assert paths.database(kind(chosen)) == chosen


def test_an_empty_variable_is_none(own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SPOTLIGHT_DB", "")

    assert paths.database() == own


def test_a_tilde_is_the_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))

    assert paths.database("~/mine.db") == tmp_path / "mine.db"


def test_the_home_of_nobody_is_no_crash() -> None:
    with pytest.raises(SpotlightError, match="There is no collection at"):
        Collection.open("~nobody-of-this-name/mine.db")


def test_a_collection_says_which_file_it_reads(bundle: Path) -> None:
    with Collection.open() as collection:
        assert collection.path == bundle
