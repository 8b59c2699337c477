"""What is written is read again, equal in every field."""

from __future__ import annotations

import tempfile
from contextlib import closing
from dataclasses import fields, replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made import BARE, CONTENTS, ORCHARD

from spotlight_tui.database.reader import Reader
from spotlight_tui.database.writer import write
from spotlight_tui.records import (
    QUOTE_KINDS,
    Contact,
    Contents,
    Figure,
    Initiative,
    Link,
    Quote,
    Section,
    Source,
)
from spotlight_tui.sources.records_folder import read_folder
from spotlight_tui.text import clean

DATA = Path(__file__).resolve().parents[2] / "data"


def again(contents: Contents, folder: Path) -> Contents:
    """`contents`, written and read."""
    path = folder / "collection.db"
    write(contents, path)
    with closing(Reader(path)) as reader:
        return reader.contents()


@pytest.fixture(scope="module")
def bundled() -> tuple[Contents, Contents]:
    """What the files hold, and what the bundle gives."""
    with closing(Reader(DATA / "spotlight.db")) as reader:
        return read_folder(DATA), reader.contents()


@pytest.mark.parametrize("field", [field.name for field in fields(Contents)])
def test_the_bundle_gives_what_the_files_hold(field: str, bundled: tuple[Contents, Contents]) -> None:
    written, read = bundled

    assert getattr(read, field) == getattr(written, field)


def test_every_field_comes_back(tmp_path: Path) -> None:
    assert again(CONTENTS, tmp_path) == CONTENTS


def test_whole_numbers_come_back_whole(tmp_path: Path) -> None:
    first, second, *_ = again(CONTENTS, tmp_path).initiatives[0].figures

    assert [repr(number) for number in (first.before, first.after, second.after)] == ["20", "31.5", "1200000"]


def test_initiatives_come_in_the_order_asked_for(tmp_path: Path) -> None:
    path = tmp_path / "collection.db"
    write(CONTENTS, path)

    with closing(Reader(path)) as reader:
        assert reader.initiatives(["bare", "unknown", "sutton-orchard", "bare"]) == [BARE, ORCHARD, BARE]
        assert reader.initiatives([]) == []


texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=12).map(clean)
numbers = st.none() | st.integers(-(2**53), 2**53) | st.floats(allow_nan=False, allow_infinity=False)


maybe = st.none() | texts
links = st.lists(st.builds(Link, texts, maybe), max_size=3).map(tuple)
initiatives = st.builds(
    Initiative,
    id=st.from_regex(r"[a-z0-9]+(-[a-z0-9]+)*", fullmatch=True),
    title=texts,
    summary=texts,
    sections=st.lists(st.builds(Section, texts, texts), max_size=3).map(tuple),
    keywords=st.lists(texts, max_size=3).map(tuple),
    contacts=st.lists(st.builds(Contact, texts, maybe, maybe, maybe, maybe), max_size=3).map(tuple),
    team=maybe,
    partners=st.lists(texts, max_size=3).map(tuple),
    quotes=st.lists(st.builds(Quote, texts, maybe, maybe, st.sampled_from(QUOTE_KINDS), maybe), max_size=3).map(tuple),
    figures=st.lists(st.builds(Figure, texts, st.none(), texts, maybe, numbers, numbers, maybe, maybe), max_size=3).map(
        tuple
    ),
    links=links,
    videos=links,
    notes=st.lists(texts, max_size=3).map(tuple),
    full_text=maybe,
    source=st.builds(
        Source, maybe, maybe, maybe, maybe, maybe, maybe, st.none() | st.tuples(st.integers(1, 9), st.integers(9, 99))
    ),
    origin=st.sampled_from(("bundled", "imported")),
)


@given(st.lists(initiatives, max_size=4, unique_by=lambda initiative: initiative.id))
@settings(deadline=None, max_examples=15)
def test_any_text_and_number_comes_back(records: list[Initiative]) -> None:
    contents = replace(CONTENTS, categories=(), signposts=(), initiatives=tuple(records))
    with tempfile.TemporaryDirectory() as folder:
        assert again(contents, Path(folder)) == contents
