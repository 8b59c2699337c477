"""Any text at all is a query, and the same query has the same answer."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from spotlight_tui import Collection


@pytest.fixture(scope="module")
def collection(bundle: Path) -> Iterator[Collection]:
    with Collection.open(bundle) as opened:
        yield opened


PIECES = (
    *('"', "'", "“", "(", ")", "{", "}", "[", "]", "*", "^", ":", "-", "+", "/", "\\", "%", "_", "\0", "\n", "😀", "é"),
    *(
        "AND",
        "OR",
        "NOT",
        "NEAR(",
        "NEAR/2",
        "title:",
        "rowid",
        "borough:",
        "figure:>20%",
        "in:quotes",
        "has:",
        "1e999",
    ),
    *("academy", "mentoring", "superviison", "ASYE", "newly qualified", "the", "a", "ﬁ", "ß", "²", "𝐀", "社会"),
)

any_text = st.text(st.characters(exclude_categories=["Cs"]), max_size=200)
pieces = st.tuples(st.sampled_from(["", " "]), st.lists(st.sampled_from(PIECES), max_size=20)).map(
    lambda drawn: drawn[0].join(drawn[1])
)


@given(any_text | pieces)
@settings(deadline=None, max_examples=200)
@example("")
@example("   ")
@example('"')
@example('title: "academy')
@example("academy*")
@example("-")
@example("- -academy")
@example("mentoring\0 academy")
@example("NOT academy")
def test_every_text_has_an_answer_and_always_the_same(collection: Collection, query: str) -> None:
    answer = collection.search(query)

    assert answer == collection.search(query)
    assert len(answer.hits) <= min(20, answer.total)
    assert len({(hit.kind, hit.id) for hit in answer.hits}) == len(answer.hits)
    assert len(answer.ids) <= answer.total


@given(any_text | pieces)
@settings(deadline=None, max_examples=30)
@example("a ")
@example("mentoring ")
@example("zzz yyy ")
@example("é")
@example("((")
def test_five_thousand_characters_are_a_query(collection: Collection, text: str) -> None:
    query = (text * (5000 // max(1, len(text)) + 1))[:5000]

    assert collection.search(query) == collection.search(query)


def test_another_process_would_answer_the_same(collection: Collection, bundle: Path) -> None:
    queries = ["mentoring", "mentroing academy", "staff who stay", "asye"]
    with Collection.open(bundle) as other:
        for query in reversed(queries):
            assert other.search(query) == collection.search(query)


@pytest.mark.parametrize("query", ["", "  \n", "…", '"', "- * ()", "😀"])
def test_without_a_word_nothing_is_found(collection: Collection, query: str) -> None:
    answer = collection.search(query)

    assert (answer.total, answer.hits, answer.ids, answer.corrections) == (0, (), (), ())


@pytest.mark.parametrize("query", ["mentoring", "Mentoring!", "„mentoring", "(mentoring)", "*mentoring*", "mentoring:"])
def test_signs_around_a_word_do_not_hide_it(collection: Collection, query: str) -> None:
    assert set(collection.search("mentoring").ids) <= set(collection.search(query, limit=None).ids)


@pytest.mark.parametrize("word", ["AND", "OR", "NOT", "NEAR"])
def test_operators_are_words(collection: Collection, word: str) -> None:
    assert (
        collection.search(f"mentoring {word} academy").ids == collection.search(f"mentoring {word.lower()} academy").ids
    )


def test_the_query_is_given_back(collection: Collection) -> None:
    answer = collection.search("  Mentoring\n academy ")

    assert (answer.query, answer.read_as) == ("Mentoring academy", "Mentoring academy")


def test_nothing_found_is_an_answer(collection: Collection) -> None:
    answer = collection.search("zzzqqqxxx")

    assert (answer.query, answer.total, answer.hits, answer.ids) == ("zzzqqqxxx", 0, (), ())
