"""Words that are the same to a reader: case, accents, quotes, inflections, British and American, short and long."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from small import found, opened, record

from spotlight_tui import Collection

RECORDS = [
    record("cafe", "The café’s naïve Zoë."),
    record("plain", "The cafe's naive Zoe."),
    record(
        "british",
        "An organisation with a programme of behaviour, a centre, a licence, labelled paediatric and analysed.",
    ),
    record(
        "american", "An organization with a program of behavior, a center, a license, labeled pediatric and analyzed."
    ),
    record("short", "Each NQSW is met."),
    record("long", "Every newly qualified social worker is met."),
    record("scattered", "Social workers, and others newly in post."),
    record("hospital", "They went to A&E at once."),
    record("emergency", "They went to accident and emergency at once."),
    record("letters", "A plan, e plan: plans A, B and E."),
    record("mentor", "A mentor."),
    record("mentored", "They were mentored."),
]


@pytest.fixture(scope="module")
def collection(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Collection]:
    acronyms = [
        ("NQSW", "Newly Qualified Social Worker"),
        ("CoE", "Centre of Excellence"),
        ("A&E", "Accident and Emergency"),
    ]
    with opened(tmp_path_factory.mktemp("search") / "c.db", RECORDS, acronyms) as made:
        yield made


@pytest.mark.parametrize(
    "typed", ["café's", "CAFÉ’S", "cafe‘s", "Cafe\u0301’s", "café`s", "cafes naive", "ＣＡＦＥ zoë"]
)
def test_case_accents_and_quotes_make_no_difference(collection: Collection, typed: str) -> None:
    assert sorted(found(collection, typed)) == ["cafe", "plain"]


def test_answers_to_the_same_words_are_the_same(collection: Collection) -> None:
    one, *others = (
        collection.search(typed) for typed in ("café’s naïve", "CAFE'S NAIVE", "Café‘s naive", "cafe\u0301`s naïve")
    )

    for other in others:
        assert (other.hits, other.total, other.ids, other.lit) == (one.hits, one.total, one.ids, one.lit)
    assert {hit.excerpt for hit in one.hits} == {"The **café**’s **naïve** Zoë.", "The **cafe**'s **naive** Zoe."}


@pytest.mark.parametrize("typed", ["mentor", "mentors", "mentoring", "Mentored"])
def test_inflections_find_each_other(collection: Collection, typed: str) -> None:
    assert sorted(found(collection, typed, exact=True)) == ["mentor", "mentored"]


@pytest.mark.parametrize(
    ("british", "american"),
    [
        ("organisation", "organization"),
        ("organisations", "organizations"),
        ("programme", "program"),
        ("behaviour", "behavior"),
        ("centre", "center"),
        ("licence", "license"),
        ("labelled", "labeled"),
        ("paediatric", "pediatric"),
        ("analysed", "analyzed"),
    ],
)
def test_british_and_american_find_each_other(collection: Collection, british: str, american: str) -> None:
    for typed in (british, american):
        answer = collection.search(f"{typed}.", exact=True)
        assert sorted(answer.ids) == ["american", "british"], typed
        assert answer.corrections == ()


@pytest.mark.parametrize(
    "typed",
    [
        "nqsw",
        "NQSW",
        "newly qualified social worker",
        "Newly-qualified social worker",
        "met newly qualified social worker",
    ],
)
def test_acronym_and_long_form_find_each_other(collection: Collection, typed: str) -> None:
    assert set(found(collection, typed, exact=True)) >= {"short", "long"}
    assert "scattered" not in found(collection, typed, exact=True)


@pytest.mark.parametrize("typed", ["A&E", "a&e", "accident and emergency"])
def test_an_acronym_of_two_words_is_one(collection: Collection, typed: str) -> None:
    assert sorted(found(collection, typed, exact=True)) == ["emergency", "hospital"]


def test_an_acronym_that_stands_nowhere_is_still_no_mistake(collection: Collection) -> None:
    answer = collection.search("coe")

    assert (answer.total, answer.corrections) == (0, ())


def test_the_long_form_is_marked_for_the_acronym_too(collection: Collection) -> None:
    excerpts = {hit.id: hit.excerpt for hit in collection.search("newly qualified social worker.").hits}

    assert excerpts["short"] == "Each **NQSW** is met."
    assert excerpts["long"] == "Every **newly qualified social worker** is met."
