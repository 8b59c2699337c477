"""Reading a collection changes nothing, and needs no right to change anything."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from spotlight_tui import Collection, SpotlightError
from spotlight_tui.database.reader import Reader


@pytest.fixture
def locked(bundle: Path, tmp_path: Path) -> Iterator[Path]:
    """A read-only collection in a read-only folder."""
    path = tmp_path / "share" / "spotlight.db"
    path.parent.mkdir()
    path.write_bytes(bundle.read_bytes())
    path.chmod(0o444)
    path.parent.chmod(0o555)
    yield path
    path.parent.chmod(0o755)
    path.chmod(0o644)


def test_everything_is_read_and_nothing_written(locked: Path, bundle: Path) -> None:
    with Collection.open(locked) as collection:
        assert len(collection.contents().initiatives) == 21
        assert collection.search("mentoring").total
        assert collection.check() == "ok"
        assert [path.name for path in locked.parent.iterdir()] == ["spotlight.db"]

    assert [path.name for path in locked.parent.iterdir()] == ["spotlight.db"]
    assert locked.read_bytes() == bundle.read_bytes()


@pytest.mark.parametrize(
    "sql",
    ["DELETE FROM notes", "CREATE TABLE x (y)", "PRAGMA user_version = 9", "INSERT INTO notes VALUES ('bare', 1, 'a')"],
)
def test_a_statement_that_writes_is_refused(sql: str, bundle: Path, tmp_path: Path) -> None:
    path = tmp_path / "spotlight.db"
    path.write_bytes(bundle.read_bytes())

    with closing(Reader(path)) as reader, pytest.raises(SpotlightError, match=r"spotlight\.db cannot be read"):
        reader.rows(sql)

    assert path.read_bytes() == bundle.read_bytes()
