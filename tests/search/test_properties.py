"""What holds for every query."""

from __future__ import annotations

import random
import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from spotlight_tui import Collection
from spotlight_tui.text import words_of

DATA = Path(__file__).resolve().parents[2] / "data" / "spotlight.db"
SIGNS = ["-", '"', "borough:", "in:quotes", "has:", "figure:>", "%", "£", ":", "“", "&", "'", "*", "(", "NEAR", "OR"]


@pytest.fixture(scope="module")
def collection(bundle: Path) -> Iterator[Collection]:
    with Collection.open(bundle) as opened:
        yield opened


def words() -> list[str]:
    with closing(sqlite3.connect(DATA)) as connection:
        return [row[0] for row in connection.execute("SELECT word FROM words WHERE word = lower(word) ORDER BY word")]


WORDS = words()
QUERY = st.lists(st.sampled_from(WORDS) | st.sampled_from(SIGNS) | st.text(max_size=6), min_size=1, max_size=7).map(
    lambda parts: " ".join(parts)
)


@given(QUERY, st.booleans())
@settings(deadline=None, max_examples=50)
def test_any_text_is_a_query_and_its_answer_is_the_same_each_time(
    collection: Collection, query: str, exact: bool
) -> None:
    one, other = (collection.search(query, limit=5, exact=exact) for _ in range(2))

    assert (one.hits, one.total, one.ids, one.suggestions) == (other.hits, other.total, other.ids, other.suggestions)
    assert one.total >= len(one.ids) >= sum(hit.kind == "initiative" for hit in one.hits)
    assert len(set(one.ids)) == len(one.ids)


@given(QUERY)
@settings(deadline=None, max_examples=30)
def test_what_is_marked_was_looked_for(collection: Collection, query: str) -> None:
    answer = collection.search(query, limit=5)
    found = {word for phrase in answer.lit for word in phrase.split()}

    for hit in answer.hits:
        for marked in re.findall(r"\*\*(.+?)\*\*", hit.excerpt):
            assert set(words_of(marked)) <= found


@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=3, unique=True), st.sampled_from(WORDS))
@settings(deadline=None, max_examples=30)
def test_a_further_word_never_raises_what_lacks_it(collection: Collection, typed: list[str], further: str) -> None:
    assume(further not in typed)
    before = collection.search(" ".join(typed) + ".", limit=None).ids
    having = set(collection.search(f"{further}.").ids)
    after = collection.search(" ".join([*typed, further]) + ".", limit=None).ids

    assume(before and after)
    if before[0] in having:
        assert after[0] in having


def test_random_queries_are_all_answered(collection: Collection) -> None:
    rnd = random.Random(4)
    for _ in range(300):
        parts = rnd.choices([*rnd.choices(WORDS, k=6), *SIGNS], k=rnd.randint(1, 6))
        query = rnd.choice([" ", "", " "]).join(parts)[: rnd.randint(1, 60)]
        answer = collection.search(query, limit=3, exact=rnd.random() < 0.2)
        assert answer.total >= len(answer.hits)
