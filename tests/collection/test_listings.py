"""Listings: the initiatives of a category, an authority, a theme or a partner, by any name a reader uses."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from spotlight_tui import Collection


@pytest.fixture(scope="module")
def collection(bundle: Path) -> Iterator[Collection]:
    with Collection.open(bundle) as opened:
        yield opened


def ids(collection: Collection, **conditions: str) -> list[str]:
    return [listing.id for listing in collection.listings(**conditions)]


def test_without_a_condition_all_in_the_collections_order(collection: Collection) -> None:
    listed = collection.listings()

    assert [listing.id for listing in listed] == [initiative.id for initiative in collection.contents().initiatives]
    assert len(listed) == 21


def test_a_listing_says_what_identifies_an_initiative(collection: Collection) -> None:
    for listing in collection.listings():
        initiative = collection.initiative(listing.id)
        contact = initiative.contacts[0].name if initiative.contacts else None
        assert (listing.title, listing.authorities, listing.category, listing.origin, listing.contact) == (
            initiative.title,
            initiative.authorities,
            initiative.category,
            "bundled",
            contact,
        )


@pytest.mark.parametrize(
    "name", ["workforce", "WORKFORCE", "4", "Workforce", "Supporting and strengthening the workforce", "wörkforce"]
)
def test_a_category_by_any_of_its_names(collection: Collection, name: str) -> None:
    assert len(ids(collection, category=name)) == 17
    assert all(listing.category == "workforce" for listing in collection.listings(category=name))


@pytest.mark.parametrize("name", ["related", "Related reading"])
def test_related_reading_is_what_belongs_to_no_category(collection: Collection, name: str) -> None:
    listed = collection.listings(category=name)

    assert [listing.category for listing in listed] == [None] * 4


def test_what_is_also_in_a_category_is_listed_there(collection: Collection) -> None:
    expected = [i.id for i in collection.contents().initiatives if "send" in (i.category, *i.also_in)]

    assert ids(collection, category="send") == expected
    assert expected


def test_an_empty_category_is_no_error(collection: Collection) -> None:
    empty = [category.id for category in collection.categories if not category.initiatives]

    assert empty
    assert [ids(collection, category=id_) for id_ in empty] == [[]] * len(empty)


SUTTON = [
    "sutton-hong-kong-social-workers",
    "sutton-universal-parenting-support-service",
    "sutton-better-together",
    "sutton-therapeutic-hub",
]


@pytest.mark.parametrize(
    "name",
    [
        "Sutton",
        "sutton",
        "LB Sutton",
        "LB of Sutton",
        "London Borough of Sutton",
        "Sutton Council",
        "London Borough of Sutton Council",
        "Sutton Borough Council",
        " SUTTON  council ",
    ],
)
def test_an_authority_by_any_of_its_names(collection: Collection, name: str) -> None:
    assert ids(collection, authority=name) == SUTTON


@pytest.mark.parametrize(
    ("name", "id_"),
    [
        ("LBTH", "tower-hamlets-academy-approach"),
        ("Barking & Dagenham", "barking-and-dagenham-best-mentoring-initiative"),
        ("B&D", "barking-and-dagenham-best-mentoring-initiative"),
        ("B and D", "barking-and-dagenham-best-mentoring-initiative"),
        ("LB Barking & Dagenham Council", "barking-and-dagenham-best-mentoring-initiative"),
        ("Royal Borough of Greenwich", "greenwich-practice-academy"),
        ("RB Greenwich", "greenwich-practice-academy"),
        ("City of Westminster", "westminster-centre-for-systemic-social-work"),
        ("Westminster City Council", "westminster-centre-for-systemic-social-work"),
        ("AfC", "achieving-for-children-strengthening-the-workforce"),
    ],
)
def test_an_authority_by_its_aliases(collection: Collection, name: str, id_: str) -> None:
    assert id_ in ids(collection, authority=name)


@pytest.mark.parametrize(
    "name",
    [
        "Kingston",
        "Kingston upon Thames",
        "Royal Borough of Kingston-upon-Thames",
        "Richmond",
        "LB Richmond upon Thames",
        "LBRuT",
    ],
)
def test_a_borough_finds_who_serves_it(collection: Collection, name: str) -> None:
    assert ids(collection, authority=name) == ["achieving-for-children-strengthening-the-workforce"]


def test_who_serves_a_borough_is_not_taken_for_it(collection: Collection) -> None:
    assert collection.authority_names("AfC") == ("Achieving for Children",)
    assert collection.authority_names("Richmond") == ("Richmond upon Thames", "Achieving for Children")


def test_an_authority_without_initiatives_is_no_error(collection: Collection) -> None:
    assert ids(collection, authority="Harrow") == []


@pytest.mark.parametrize("name", ["agency-to-permanent", "Agency to permanent", "AGENCY TO PERMANENT"])
def test_a_theme_by_id_or_name(collection: Collection, name: str) -> None:
    expected = [i.id for i in collection.contents().initiatives if "agency-to-permanent" in i.themes]

    assert ids(collection, theme=name) == expected
    assert 0 < len(expected) < 21


@pytest.mark.parametrize("name", ["cognus", "COGNUS LTD", "Cógnus"])
def test_a_partner_by_part_of_its_name(collection: Collection, name: str) -> None:
    assert "sutton-therapeutic-hub" in ids(collection, partner=name)


def test_every_partner_finds_its_initiative(collection: Collection) -> None:
    for initiative in collection.contents().initiatives:
        for partner in initiative.partners:
            assert initiative.id in ids(collection, partner=partner), partner


def test_a_partner_that_is_none_finds_nothing(collection: Collection) -> None:
    assert ids(collection, partner="No such partner") == []
    assert ids(collection, partner="%") == []


def test_conditions_hold_together(collection: Collection) -> None:
    assert ids(collection, authority="Barking", category="related") == [
        "barking-and-dagenham-best-mentoring-initiative",
        "barking-and-dagenham-social-worker-masterclasses",
        "barking-and-dagenham-interesting-demanding-diverse",
    ]
    assert ids(collection, authority="Barking", category="workforce") == []


def test_only_the_ids_asked_for(collection: Collection) -> None:
    listed = collection.listings(
        category="workforce", ids=["sutton-therapeutic-hub", "barnet-career-conversations", "x"]
    )

    assert [listing.id for listing in listed] == ["barnet-career-conversations", "sutton-therapeutic-hub"]
    assert collection.listings(ids=[]) == []
