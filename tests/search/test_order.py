"""What comes first: the title typed, then what has all the words, then what has them where they tell most."""

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
from spotlight_tui.records import Contact, Figure, Initiative, Quote
from spotlight_tui.search.little import EMPTY
from spotlight_tui.text import words_of

DATA = Path(__file__).resolve().parents[2] / "data" / "spotlight.db"


@pytest.fixture(scope="module")
def collection(bundle: Path) -> Iterator[Collection]:
    with Collection.open(bundle) as opened_:
        yield opened_


def listed(sql: str) -> list[str]:
    with closing(sqlite3.connect(DATA)) as connection:
        return [row[0] for row in connection.execute(sql)]


@pytest.mark.parametrize("id_", listed("SELECT id FROM initiatives ORDER BY id"))
def test_the_exact_title_is_first(id_: str, collection: Collection) -> None:
    title = collection.initiative(id_).title

    for typed in (title, title.upper(), " ".join(words_of(title))):
        assert found(collection, typed)[0] == id_


ALL_IDS = listed("SELECT id FROM initiatives")
WORDS = listed(
    "SELECT word FROM words WHERE length(word) > 4 AND word = lower(word) AND documents BETWEEN 2 AND 12 ORDER BY word"
)


def written(initiative: Initiative) -> set[str]:
    """The words of a record's own texts."""
    texts = [initiative.title, initiative.summary, *(section.body for section in initiative.sections)]
    texts += [quote.text for quote in initiative.quotes] + [figure.label for figure in initiative.figures]
    return {word for text in texts for word in words_of(text)}


@given(st.lists(st.sampled_from(WORDS), min_size=2, max_size=3, unique=True))
@settings(deadline=None, max_examples=20)
def test_what_has_all_the_words_comes_before_what_has_some(collection: Collection, words: list[str]) -> None:
    assume(not EMPTY & set(words))
    having_all = {i.id for i in collection.contents().initiatives if written(i) >= set(words)}
    lacking_one = {id_ for id_ in ALL_IDS if any(id_ not in collection.search(f"{word}.").ids for word in words)}

    ids = collection.search(" ".join(words) + ".", limit=None).ids

    assert having_all <= set(ids)
    assert all(ids.index(first) < ids.index(after) for first in having_all for after in lacking_one & set(ids))


def test_all_words_in_the_account_come_before_one_in_the_title(tmp_path: Path) -> None:
    records = [
        record("some", "Walnut walnut walnut.", title="Walnut", keywords=("walnut",)),
        record("other", "An apricot."),
        record("all", "There were many things in that garden, and an apricot was one, and far from it a walnut."),
    ]
    with opened(tmp_path / "c.db", records) as collection:
        assert found(collection, "apricot walnut") == ["all", "some", "other"]
        assert found(collection, "walnut apricot") == ["all", "some", "other"]


def test_one_word_of_many_is_not_enough(tmp_path: Path) -> None:
    records = [record("one", "An apricot."), record("all", "Apricot, walnut, cherry, quince and medlar.")]
    with opened(tmp_path / "c.db", records) as collection:
        assert found(collection, "apricot walnut cherry quince medlar") == ["all"]


ELSEWHERE = {
    "keywords": record("elsewhere", "Plain words.", keywords=("apricot",)),
    "partners": record("elsewhere", "Plain words.", partners=("Apricot",)),
    "contacts": record("elsewhere", "Plain words.", contacts=(Contact("Apricot"),)),
    "summary": record("elsewhere", "Plain words.", summary="Apricot"),
    "quotes": record("elsewhere", "Plain words.", quotes=(Quote("Apricot"),)),
    "figures": record("elsewhere", "Plain words.", figures=(Figure("Apricot"),)),
    "account": record("elsewhere", "Plain words, apricot apricot."),
    "full_text": record("elsewhere", "Plain words.", full_text="Apricot"),
}


@pytest.mark.parametrize("field", ELSEWHERE)
def test_a_word_in_the_title_comes_before_one_elsewhere(field: str, tmp_path: Path) -> None:
    records = [ELSEWHERE[field], record("titled", "Plain words.", title="An apricot")]
    with opened(tmp_path / "c.db", records) as collection:
        assert found(collection, "apricot") == ["titled", "elsewhere"]


@pytest.mark.parametrize("field", sorted(ELSEWHERE.keys() - {"account", "full_text"}))
def test_a_word_in_a_field_of_its_own_comes_before_one_in_the_account(field: str, tmp_path: Path) -> None:
    account = Initiative("account", "A title", sections=record("x", "Plain apricot.").sections)
    with opened(tmp_path / "c.db", [account, ELSEWHERE[field]]) as collection:
        assert found(collection, "apricot") == ["elsewhere", "account"]


def test_equals_stand_in_the_collections_order(tmp_path: Path) -> None:
    records = [record(id_, "Apricot.") for id_ in ("c", "a", "b")]
    with opened(tmp_path / "c.db", records) as collection:
        assert found(collection, "apricot") == ["c", "a", "b"]


def test_scores_fall(collection: Collection) -> None:
    scores = [hit.score for hit in collection.search("mentoring academy", limit=None).hits if hit.kind == "initiative"]

    assert len(scores) > 3
    assert scores == sorted(scores, reverse=True)


@pytest.mark.parametrize("limit", [0, 1, 5, 100])
def test_a_limit_leaves_the_rest_counted(limit: int, collection: Collection) -> None:
    every, some = (collection.search("mentoring academy", limit=number) for number in (None, limit))

    assert len(every.hits) == every.total > 5
    assert some.hits == every.hits[:limit]
    assert (some.total, some.ids) == (every.total, every.ids)


def test_ids_are_the_initiatives_found(collection: Collection) -> None:
    answer = collection.search("mentoring academy", limit=None)

    assert answer.ids == tuple(hit.id for hit in answer.hits if hit.kind == "initiative")
