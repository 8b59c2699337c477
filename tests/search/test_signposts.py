"""Signposts: work that is only named; after the initiatives, counted, and only with every word of the query."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from small import opened, record

from spotlight_tui import Collection


@pytest.fixture(scope="module")
def collection(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Collection]:
    records = [record("far", "In the last line of it all, an apricot."), record("near", title="Apricot and walnut")]
    signposts = ["Apricot", "Apricot and cherry", "Cherry walnut"]
    with opened(tmp_path_factory.mktemp("search") / "c.db", records, signposts=signposts) as made:
        yield made


def test_they_come_after_the_initiatives(collection: Collection) -> None:
    answer = collection.search("apricot")

    assert [(hit.kind, hit.title) for hit in answer.hits] == [
        ("initiative", "Apricot and walnut"),
        ("initiative", "A title"),
        ("signpost", "Apricot"),
        ("signpost", "Apricot and cherry"),
    ]
    assert answer.total == 4
    assert answer.ids == ("near", "far")


def test_they_say_where_they_are_named(collection: Collection) -> None:
    hit = collection.search("apricot").hits[2]

    assert (hit.id, hit.authorities) == ("signpost-0", ("Barnet",))
    assert hit.excerpt == "Named on the page Workforce; not in this collection"


@pytest.mark.parametrize(
    ("query", "signposts"),
    [
        ("apricot cherry", ["Apricot and cherry"]),
        ("cherry barnet", ["Apricot and cherry", "Cherry walnut"]),
        ("cherry workforce", ["Apricot and cherry", "Cherry walnut"]),
        ("apricot walnut", []),
        ("apricot cherry qqqq", []),
        ("cherry sutton", []),
    ],
)
def test_they_have_every_word(collection: Collection, query: str, signposts: list[str]) -> None:
    answer = collection.search(query)

    assert sorted(hit.title for hit in answer.hits if hit.kind == "signpost") == signposts
    assert answer.total == len(answer.ids) + len(signposts)


@pytest.mark.parametrize(("limit", "kinds"), [(1, "i"), (2, "ii"), (3, "iis"), (None, "iiss")])
def test_they_take_the_room_that_is_left(collection: Collection, limit: int | None, kinds: str) -> None:
    answer = collection.search("apricot", limit=limit)

    assert "".join(hit.kind[0] for hit in answer.hits) == kinds
    assert answer.total == 4


def test_the_bundle_has_them(bundle: Path) -> None:
    with Collection.open(bundle) as collection:
        hits = collection.search("mockingbird").hits

    assert [(hit.kind, hit.id, hit.authorities) for hit in hits] == [
        ("signpost", "waltham-forest-mockingbird", ("Waltham Forest",))
    ]


def test_one_without_a_title_has_that_of_its_page(bundle: Path) -> None:
    with Collection.open(bundle) as collection:
        titles = {hit.id: hit.title for hit in collection.search("hillingdon").hits}

    assert titles["hillingdon-building-safety"] == "Building safety for young Londoners"
