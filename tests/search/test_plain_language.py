"""The thesaurus brings somebody without the sector's words to the page that uses them, and the answer says so."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from small import found, opened, record

from spotlight_tui import Collection
from spotlight_tui.records import Concept
from spotlight_tui.search.results import Reading

THESAURUS = [
    Concept("agency worker", ("locum",), ("temp", "supply staff"), ("workforce",)),
    Concept("workforce", (), ("staff who work here",)),
    Concept("agency spend", (), ("money spent on temps",), (), ("agency worker",)),
    Concept("prison", ("custodial establishment",), ("jail",)),
    Concept("private fostering"),
]

RECORDS = [
    record("locums", "Each locum was asked to stay."),
    record("agency", "Every agency worker was asked."),
    record("near", "An agency social worker came."),
    record("apart", "An agency. Nobody knows a worker."),
    record("prison", "Fathers in the custodial establishment read aloud."),
    record("foster", "A private matter, and fostering was another."),
    record("filler", "Nothing of that."),
]


@pytest.fixture(scope="module")
def collection(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Collection]:
    path = tmp_path_factory.mktemp("search") / "c.db"
    with opened(path, RECORDS, thesaurus=THESAURUS, everyday_words=["late", "people", "thing"]) as made:
        yield made


@pytest.mark.parametrize("typed", ["temps", "temp", "supply staff", "Supply-Staff", "locums"])
def test_every_name_of_a_thing_finds_it(collection: Collection, typed: str) -> None:
    assert set(found(collection, typed)) >= {"locums", "agency", "near"}


def test_the_words_of_a_name_count_most_where_they_stand_together(collection: Collection) -> None:
    assert found(collection, "agency worker.")[0] == "agency"
    assert found(collection, "agency worker.").index("near") < found(collection, "agency worker.").index("apart")


def test_a_narrower_name_is_found_by_a_wider_one(collection: Collection) -> None:
    assert set(found(collection, "staff who work here")) >= {"locums", "agency"}


def test_a_thing_that_is_nowhere_suggests_what_is_near_it(collection: Collection) -> None:
    answer = collection.search("money spent on temps")

    assert answer.total == 0
    assert "agency worker" in [suggestion.query for suggestion in answer.suggestions]


def test_it_says_what_was_read(collection: Collection) -> None:
    answer = collection.search("jail")

    assert answer.ids == ("prison",)
    assert answer.readings == (Reading("jail", "custodial establishment"),)
    assert answer.hits[0].excerpt == "Fathers in the **custodial establishment** read aloud."
    assert (answer.corrections, answer.read_as) == ((), "jail")


def test_what_is_there_as_typed_needs_no_saying(collection: Collection) -> None:
    assert collection.search("custodial establishment.").readings == ()


def test_a_mistyped_name_is_forgiven_and_understood(collection: Collection) -> None:
    answer = collection.search("supply staf jial")

    assert [c.used[0] for c in answer.corrections] == ["staff", "jail"]


def test_both_words_of_a_name_find_what_has_them_apart(collection: Collection) -> None:
    assert found(collection, "private fostering.") == ["foster"]


def test_an_everyday_word_stops_nothing(collection: Collection) -> None:
    assert collection.search("late people jail thing.").ids == ("prison",)


def test_a_word_that_carries_the_question_is_not_outweighed(collection: Collection) -> None:
    answer = collection.search("swimming asked.")

    assert answer.ids == ()
    assert answer.missing == ("swimming",)


def test_an_everyday_word_is_never_taken_for_another(collection: Collection) -> None:
    assert collection.search("late.").corrections == ()
