"""What the import screens keep of what was read and mended."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from spotlight_tui.progress import no_progress
from spotlight_tui.sources.imports import Imports
from spotlight_tui.tui.reading import add, read

PAGE = Path(__file__).parent.parent / "pages" / "submissions" / "wide.txt"


@pytest.mark.parametrize("fields", [{"title": "Kettles"}, {"authorities": ["Bexley"]}, {"contacts": []}])
def test_a_page_that_was_mended_is_known_when_it_comes_again(tmp_path: Path, fields: dict[str, object]) -> None:
    page = shutil.copy(PAGE, tmp_path / "page.txt")
    first = read([str(page)], None, None, no_progress)
    id_ = first.merged.changes[0].id
    add(first.mended({id_: fields}), Imports.of_reader(), no_progress)
    again = read([str(page)], None, None, no_progress)
    assert [change.kind for change in again.merged.changes] == ["unchanged"] * 3
    record = next(each for each in again.merged.contents.initiatives if each.id == id_)
    for name, value in fields.items():
        assert getattr(record, name) == (tuple(value) if isinstance(value, list) else value)
