"""A mistyped word is forgiven, and said; a word that is right is never changed."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from small import found, opened, record

from spotlight_tui import Collection
from spotlight_tui.search.results import Correction

DATA = Path(__file__).resolve().parents[2] / "data" / "spotlight.db"


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Collection]:
    records = [
        record("apricot", "An apricot here."),
        record("walnut", "A walnut. The pear."),
        record("many", "A walnut, a bat and a bet."),
    ]
    with opened(tmp_path_factory.mktemp("search") / "c.db", records) as made:
        yield made


@pytest.fixture(scope="module")
def collection(bundle: Path) -> Iterator[Collection]:
    with Collection.open(bundle) as opened_:
        yield opened_


@pytest.mark.parametrize("typed", ["aprcot", "apriicot", "apricpt", "paricot", "paricott"])
def test_up_to_two_mistakes_in_a_long_word(small: Collection, typed: str) -> None:
    answer = small.search(f"{typed} here")

    assert answer.ids == ("apricot",)
    assert answer.corrections == (Correction(typed, ("apricot",)),)
    assert (answer.query, answer.read_as) == (f"{typed} here", "apricot here")


@pytest.mark.parametrize("typed", ["paer", "pea", "apear", "pxar", "peary"])
def test_one_mistake_in_a_short_word(small: Collection, typed: str) -> None:
    expected = () if len(typed) < 4 else ("walnut",)

    assert small.search(f"{typed}.").ids == expected


@pytest.mark.parametrize("typed", ["bot", "pxax", "wxlnxt", "aprxxxt", "4pricot"])
def test_too_far_is_not_forgiven(small: Collection, typed: str) -> None:
    answer = small.search(f"{typed}.")

    assert (answer.total, answer.corrections, answer.read_as) == (0, (), f"{typed}.")


@pytest.mark.parametrize("typed", ["aprcot", "apricpt walnt", "paer"])
def test_exact_forgives_nothing(small: Collection, typed: str) -> None:
    answer = small.search(typed, exact=True)

    assert (answer.total, answer.hits, answer.corrections, answer.read_as) == (0, (), (), typed)


def test_exact_finds_what_is_right(small: Collection) -> None:
    assert found(small, "apricot", exact=True) == ["apricot"]


def test_the_word_meant_is_marked(small: Collection) -> None:
    assert small.search("aprcot").hits[0].excerpt == "An **apricot** here."


def test_the_first_64_words_are_read(small: Collection) -> None:
    assert small.search("pear " * 63 + "aprcot").corrections
    assert not small.search("pear " * 64 + "aprcot").corrections


def test_only_the_wrong_word_is_changed(small: Collection) -> None:
    answer = small.search("walnut bqt aprcot")

    assert answer.read_as == "walnut bqt apricot"
    assert answer.corrections == (Correction("aprcot", ("apricot",)),)


def listed(sql: str) -> list[str]:
    with closing(sqlite3.connect(DATA)) as connection:
        return [row[0] for row in connection.execute(sql)]


VOCABULARY = listed("SELECT word FROM words WHERE word = lower(word) ORDER BY word")
LONG = [
    word for word in listed("SELECT word FROM words WHERE length(word) > 6 AND documents ORDER BY 1") if word.isalpha()
]


@pytest.mark.parametrize("first", range(0, len(VOCABULARY), 360))
def test_words_of_the_collection_are_never_changed(first: int, collection: Collection) -> None:
    assert collection.search(" ".join(VOCABULARY[first : first + 60]), limit=1).corrections == ()


@st.composite
def mistyped(draw: st.DrawFn) -> str:
    """A word of the collection with one mistake."""
    word = draw(st.sampled_from(LONG))
    at = draw(st.integers(1, len(word) - 2))
    letter = draw(st.sampled_from("aeioutnsr"))
    rest = (word[at + 1 :], letter + word[at:], letter + word[at + 1 :], word[at + 1] + word[at] + word[at + 2 :])
    return word[:at] + draw(st.sampled_from(rest))


@given(mistyped())
@settings(deadline=None, max_examples=40, derandomize=True)
def test_one_slip_in_any_long_word_still_finds_something(collection: Collection, typed: str) -> None:
    assume(typed not in VOCABULARY)
    answer = collection.search(f"{typed}.")

    assert answer.total > 0
    for correction in answer.corrections:
        assert correction.typed == typed
        assert set(correction.used) <= set(VOCABULARY)
        assert collection.search(f"{answer.read_as}.", exact=True).total > 0
