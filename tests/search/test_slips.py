"""Mistakes as people make them: by ear, beside on the keyboard, without a space or with one too many."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from small import opened, record

from spotlight_tui import Collection
from spotlight_tui.search.mistakes import slips
from spotlight_tui.search.results import Correction

RECORDS = [
    record("supervision", "Reflective supervision for each."),
    record("physical", "Physical activity for all."),
    record("wellbeing", "The wellbeing of staff."),
    record("co", "Co-production at last."),
    record("apprentices", "An apprenticeship in the kitchen."),
    record("reunified", "The reunification of a family."),
    record("coach", "A coach, and a couch."),
]


@pytest.fixture(scope="module")
def collection(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Collection]:
    with opened(tmp_path_factory.mktemp("search") / "c.db", RECORDS) as made:
        yield made


@pytest.mark.parametrize(
    ("typed", "meant", "id_"),
    [
        ("suppervishun", "supervision", "supervision"),
        ("supervison", "supervision", "supervision"),
        ("supervidion", "supervision", "supervision"),
        ("fizzical", "physical", "physical"),
        ("phisical", "physical", "physical"),
        ("staffwellbeing", "staff wellbeing", "wellbeing"),
        ("super vision", "supervision", "supervision"),
    ],
)
def test_it_is_understood_and_said(collection: Collection, typed: str, meant: str, id_: str) -> None:
    answer = collection.search(f"{typed}.")

    assert answer.ids[0] == id_
    assert [(c.typed, c.used[0]) for c in answer.corrections] == [(typed, meant)]
    assert answer.read_as == f"{meant}." or answer.read_as == meant


def test_a_word_in_two_finds_it_in_one_and_the_other_way_round(collection: Collection) -> None:
    assert collection.search("well being.").ids[0] == "wellbeing"
    assert collection.search("coproduction.").ids[0] == "co"


@pytest.mark.parametrize(("typed", "id_"), [("apprentice", "apprentices"), ("reunifying", "reunified")])
def test_a_family_of_words_finds_each_other_without_being_a_mistake(
    collection: Collection, typed: str, id_: str
) -> None:
    answer = collection.search(f"{typed}.")

    assert answer.ids == (id_,)
    assert answer.corrections == ()


def test_a_word_that_is_there_is_no_mistake(collection: Collection) -> None:
    assert collection.search("couch.").corrections == ()


def test_several_may_be_meant(collection: Collection) -> None:
    assert collection.search("coech.").corrections in (
        (Correction("coech", ("coach", "couch")),),
        (Correction("coech", ("couch", "coach")),),
    )


def test_what_is_likelier_costs_less() -> None:
    any_other = slips("supervipion", "supervision")

    assert slips("supervision", "supervision") == 0
    assert slips("suprevision", "supervision") < any_other, "two letters swapped"
    assert slips("supervidion", "supervision") < any_other, "a key beside"
    assert slips("supervisian", "supervision") < any_other, "a vowel for a vowel"
    assert slips("superrvision", "supervision") < slips("superxvision", "supervision"), "a letter doubled"


LETTERS = st.text("abcdefghij", min_size=1, max_size=9)


@given(LETTERS, LETTERS)
def test_slips_are_a_distance(one: str, other: str) -> None:
    assert (slips(one, other) == 0) == (one == other)
    assert 0 <= slips(one, other) <= 0.9 * (len(one) + len(other))
