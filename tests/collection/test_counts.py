"""Counts, and the quotations, figures and contacts of the whole collection, agree with its records."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest

from spotlight_tui import Collection
from spotlight_tui.database.writer import write
from spotlight_tui.records import Contents, Initiative, Publisher


@pytest.fixture(scope="module")
def collection(bundle: Path) -> Iterator[Collection]:
    with Collection.open(bundle) as opened:
        yield opened


@pytest.fixture(scope="module")
def records(collection: Collection) -> tuple[Initiative, ...]:
    return collection.contents().initiatives


def test_how_much_there_is(collection: Collection, records: tuple[Initiative, ...]) -> None:
    counts = collection.counts()

    assert (counts.initiatives, counts.submissions) == (21, 17)
    assert counts.authorities == len({name for record in records for name in record.authorities})


NAMES: dict[str, Callable[[Initiative], Iterable[str]]] = {
    "category": lambda record: {record.category or "", *record.also_in},
    "authority": lambda record: set(record.authorities),
    "theme": lambda record: set(record.themes),
    "partner": lambda record: set(record.partners),
}


@pytest.mark.parametrize("kind", NAMES)
def test_what_stands_under_each_branch(kind: str, collection: Collection, records: tuple[Initiative, ...]) -> None:
    assert collection.branch(kind) == Counter(name for record in records for name in NAMES[kind](record))


@pytest.mark.parametrize("kind", NAMES)
def test_what_stands_under_each_branch_of_some(
    kind: str, collection: Collection, records: tuple[Initiative, ...]
) -> None:
    some = records[2:9]

    expected = Counter(name for record in some for name in NAMES[kind](record))
    assert collection.branch(kind, [record.id for record in some]) == expected
    assert collection.branch(kind, []) == {}


def test_an_initiative_counts_once_under_a_name(tmp_path: Path) -> None:
    path = tmp_path / "collection.db"
    twice = Initiative("a", "A", partners=("Trust", "Trust", "Other"))
    write(Contents(Publisher("Alliance"), initiatives=(twice,)), path)

    with Collection.open(path) as collection:
        assert collection.branch("partner") == {"Other": 1, "Trust": 1}


def test_a_branch_lists_as_many_as_it_counts(collection: Collection) -> None:
    for name, count in collection.branch("category").items():
        assert len(collection.listings(category=name or "related")) == count
    for name, count in collection.branch("theme").items():
        assert len(collection.listings(theme=name)) == count


def test_categories_count_their_initiatives(collection: Collection) -> None:
    branch = collection.branch("category")

    assert [category.number for category in collection.categories] == list(range(1, 10))
    assert {c.id: c.initiatives for c in collection.categories} == {
        c.id: branch.get(c.id, 0) for c in collection.categories
    }


def test_quotes_of_all_and_of_some(collection: Collection, records: tuple[Initiative, ...]) -> None:
    every = [(listing.id, quote) for listing, quote in collection.quotes()]
    some = [(listing.id, quote) for listing, quote in collection.quotes([records[4].id, records[1].id])]

    assert every == [(record.id, quote) for record in records for quote in record.quotes]
    assert some == [(record.id, quote) for record in (records[4], records[1]) for quote in record.quotes]
    assert some


@pytest.mark.parametrize("measure", ["turnover", "Staff turnover", "STAFF TURNOVER"])
def test_figures_of_one_measure(measure: str, collection: Collection, records: tuple[Initiative, ...]) -> None:
    found = [(listing.id, figure) for listing, figure in collection.figures(measure)]

    assert found == [(r.id, figure) for r in records for figure in r.figures if figure.measure == "turnover"]
    assert found


def test_all_figures_and_contacts(collection: Collection, records: tuple[Initiative, ...]) -> None:
    assert [figure for _, figure in collection.figures()] == [figure for r in records for figure in r.figures]
    assert [contact for _, contact in collection.contacts()] == [contact for r in records for contact in r.contacts]


def test_the_file_is_sound(collection: Collection) -> None:
    assert collection.check() == "ok"
