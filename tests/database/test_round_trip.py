"""What is written is read again, equal in every field."""

from __future__ import annotations

import tempfile
from contextlib import closing
from dataclasses import fields, replace
from pathlib import Path

import pytest
from anything import acronyms, concepts, initiatives, texts
from hypothesis import given, settings
from hypothesis import strategies as st
from made import BARE, CONTENTS, ORCHARD

from spotlight_tui.database.reader import Reader
from spotlight_tui.database.writer import write
from spotlight_tui.records import Acronym, Concept, Contents, Initiative
from spotlight_tui.sources.records_folder import read_folder

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


@pytest.mark.parametrize(
    "acronym",
    [
        Acronym("OR", "Orchards"),
        Acronym("grove", "Group of very old trees"),
        Acronym("ZB", "Zebra bench"),
        Acronym("T", "land of trees"),
    ],
    ids=["joins by its long form", "joins by its short form", "is a concept of its own", "shares a word"],
)
def test_what_an_acronym_adds_to_the_thesaurus_does_not_come_back(acronym: Acronym, tmp_path: Path) -> None:
    contents = replace(CONTENTS, acronyms=(acronym,))

    assert again(contents, tmp_path) == contents


def test_whole_numbers_come_back_whole(tmp_path: Path) -> None:
    first, second, *_ = again(CONTENTS, tmp_path).initiatives[0].figures

    assert [repr(number) for number in (first.before, first.after, second.after)] == ["20", "31.5", "1200000"]


def test_initiatives_come_in_the_order_asked_for(tmp_path: Path) -> None:
    path = tmp_path / "collection.db"
    write(CONTENTS, path)

    with closing(Reader(path)) as reader:
        assert reader.initiatives(["bare", "unknown", "sutton-orchard", "bare"]) == [BARE, ORCHARD, BARE]
        assert reader.initiatives([]) == []


@given(st.lists(initiatives, max_size=4, unique_by=lambda initiative: initiative.id))
@settings(deadline=None, max_examples=15)
def test_any_text_and_number_comes_back(records: list[Initiative]) -> None:
    contents = replace(CONTENTS, categories=(), signposts=(), initiatives=tuple(records))
    with tempfile.TemporaryDirectory() as folder:
        assert again(contents, Path(folder)) == contents


@given(
    st.lists(concepts, max_size=5),
    st.lists(acronyms, max_size=4, unique_by=lambda acronym: acronym.short),
    st.lists(texts, max_size=4),
)
@settings(deadline=None, max_examples=30)
def test_any_thesaurus_is_the_same_from_the_second_time_on(
    thesaurus: list[Concept], short: list[Acronym], words: list[str]
) -> None:
    contents = replace(
        CONTENTS, initiatives=(), thesaurus=tuple(thesaurus), acronyms=tuple(short), everyday_words=tuple(words)
    )
    with tempfile.TemporaryDirectory() as folder:
        once = again(contents, Path(folder))
        assert once.acronyms == contents.acronyms
        assert again(once, Path(folder)) == once
