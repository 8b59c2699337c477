"""The last word is also the beginning of a word, as it is while somebody types."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from small import found, opened, record

from spotlight_tui import Collection


@pytest.fixture(scope="module")
def collection(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Collection]:
    records = [record("whole", "Apricots and a walnut."), record("short", "An apri tree."), record("other", "Walnuts.")]
    with opened(tmp_path_factory.mktemp("search") / "c.db", records) as made:
        yield made


@pytest.mark.parametrize("typed", ["ap", "apr", "aprico", "APRICO", "walnut aprico"])
def test_a_beginning_finds_the_word(collection: Collection, typed: str) -> None:
    assert "whole" in found(collection, typed, exact=True)
    assert not collection.search(typed).corrections


def test_a_beginning_that_is_a_word_finds_both(collection: Collection) -> None:
    assert sorted(found(collection, "apri")) == ["short", "whole"]


def test_an_earlier_word_is_whole(collection: Collection) -> None:
    assert found(collection, "aprico tree", exact=True) == []
    assert sorted(found(collection, "apricots tree", exact=True)) == ["short", "whole"]


@pytest.mark.parametrize("typed", ["aprico.", "aprico ", "aprico\n"])
def test_a_word_that_is_ended_is_whole(collection: Collection, typed: str) -> None:
    assert found(collection, typed, exact=True) == []


def test_the_completed_word_is_marked(collection: Collection) -> None:
    (hit,) = collection.search("walnut aprico", exact=True, limit=1).hits

    assert "**Apricots**" in hit.excerpt
