"""Where nothing or little is found: other queries that find something, with why."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from small import CONTENTS, opened, record

from spotlight_tui import Collection
from spotlight_tui.database.writer import write
from spotlight_tui.records import Concept, Quote, Signpost
from spotlight_tui.search.results import Suggestion

CONCEPTS = (
    Concept("plum growing", ("plum orchard",), broader=("orchard",)),
    Concept("orchard", related=("beekeeping",)),
    Concept("beekeeping"),
    Concept("badger watching", related=("beekeeping",)),
)


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Collection]:
    records = (
        record("apricot", "An apricot beside a walnut. The tree.", title="Apricot", authorities=("Sutton",)),
        record("walnut", "A walnut and a pear. An agreement of practice.", authorities=("Sutton",)),
        record("pear", "One pear, a tree. Beekeeping for all.", quotes=(Quote("I love quinces."),)),
    )
    contents = replace(
        CONTENTS,
        initiatives=records,
        thesaurus=CONCEPTS,
        signposts=(Signpost("cherry", ("Barnet",), "Cherry avenue", "workforce"),),
        everyday_words=("tree",),
    )
    path = tmp_path_factory.mktemp("search") / "c.db"
    write(contents, path)
    with Collection.open(path) as made:
        yield made


@pytest.fixture(scope="module")
def collection(bundle: Path) -> Iterator[Collection]:
    with Collection.open(bundle) as made:
        yield made


def suggested(collection: Collection, query: str, exact: bool = False) -> list[tuple[str, str]]:
    """Each suggested query and why, once it is sure that it finds what it says."""
    found = collection.search(query, exact=exact).suggestions
    for suggestion in found:
        assert suggestion.total == collection.search(suggestion.query, exact=exact).total > 0
    assert len(found) <= 4
    return [(suggestion.query, suggestion.why) for suggestion in found]


@pytest.mark.parametrize("query", ["apricot", "walnut pear", "", "   ", "tree", "borough:sutton", "-pear"])
def test_what_finds_something_needs_none(small: Collection, query: str) -> None:
    assert suggested(small, query) == []


@pytest.mark.parametrize(
    ("query", "first", "why"),
    [
        ("bouroug:sutton", "borough:sutton", "“bouroug:” is not known, “borough:” is"),
        ("Council:Sutton walnut", "borough:Sutton walnut", "“council:” is not known, “borough:” is"),
        ("-counsil:sutton pear", "-borough:sutton pear", "“counsil:” is not known, “borough:” is"),
        ("title:apricot", "in:title apricot", "“title:” is not known, “in:title” is"),
        ("quote:quinces", "in:quotes quinces", "“quote:” is not known, “in:quotes” is"),
        ("in:quotation quinces", "in:quotes quinces", "“in:quotation” is not known, “in:quotes” is"),
        ("has:quots pear", "has:quotes pear", "“has:quots” is not known, “has:quotes” is"),
    ],
)
def test_a_field_that_there_is_not(small: Collection, query: str, first: str, why: str) -> None:
    assert suggested(small, query)[0] == (first, why)


@pytest.mark.parametrize("query", ["note:walnut", "https://walnut.example", "12:30 walnut", "xyzzy:pear"])
def test_no_field_is_made_up(small: Collection, query: str) -> None:
    assert not any(":" in other for other, _ in suggested(small, query))


def test_what_is_wrong_besides_is_mended_with_it(small: Collection) -> None:
    assert ("borough:sutton", "Nothing here has “zzxq”: without it") in suggested(small, "bouroug:sutton zzxq")


def test_asked_for_exactly_the_mistake_is_said(small: Collection) -> None:
    assert suggested(small, "aprcot", exact=True) == [("apricot", "This has “apricot” in place of “aprcot”")]
    assert suggested(small, "borough:suton pear", exact=True)[0][0] == "borough:sutton pear"


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("zzxq apricot", ("apricot", "Nothing here has “zzxq”: without it")),
        ("Apricot zzxq qqj!", ("Apricot", "Nothing here has “zzxq” or “qqj”: without them")),
        ("zzxq, for the walnut", ("walnut", "Nothing here has “zzxq”: without it")),
        ("zzxq borough:sutton", ("borough:sutton", "Nothing here has “zzxq”: without it")),
    ],
)
def test_without_the_words_that_stop_it(small: Collection, query: str, expected: tuple[str, str]) -> None:
    assert suggested(small, query)[0] == expected


@pytest.mark.parametrize("query", ["zzxq", "zzxq tree", "zzxq for the", "zzxq -pear", "zzxq has:quotes", "the zzxq of"])
def test_never_everyday_words_alone(small: Collection, query: str) -> None:
    assert suggested(small, query) == []


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("borough:barnet pear", ("pear", "From any authority, not only “barnet”")),
        ("has:fulltext pear", ("pear", "Also those without their full text")),
        ("theme:zzxq pear", ("pear", "On any theme, not only “zzxq”")),
        ("figure:>20% pear", ("pear", "Also those without a figure of “>20%”")),
        ("in:title pear", ("pear", "In the whole of each initiative, not only in:title")),
        ("apricot -walnut", ("apricot", "Also those that “-walnut” leaves out")),
        (
            "has:fulltext borough:barnet pear",
            ("pear", "Nothing has all of it: without “has:fulltext” and “borough:barnet”"),
        ),
        ("has:fulltext zzxq pear", ("pear", "Nothing has all of it: without “has:fulltext” and “zzxq”")),
    ],
)
def test_without_a_condition(small: Collection, query: str, expected: tuple[str, str]) -> None:
    assert suggested(small, query)[0] == expected


def test_a_phrase_without_its_marks(small: Collection) -> None:
    why = "Without the quotation marks: the words in any order"
    assert suggested(small, '"pear walnut"') == [("pear walnut", why)]
    assert suggested(small, '"zzxq walnut"') == [("walnut", "Nothing here has “zzxq”: without it")]


def test_a_related_term_is_near(small: Collection) -> None:
    assert suggested(small, "badger watching") == [
        ("beekeeping", "“badger watching” is not here; “beekeeping” is near it")
    ]


@pytest.mark.parametrize("query", ["cherry zzxq", "borough:barnet cherry"])
def test_what_is_on_a_page_not_imported(small: Collection, query: str) -> None:
    page = "Named on the page “Workforce”, which is not imported yet"
    assert page in [why for _, why in suggested(small, query)]


def test_a_borough_that_is_only_named(small: Collection) -> None:
    assert suggested(small, "borough:barnet") == [
        ("barnet", "Named on the page “Workforce”, which is not imported yet")
    ]


def test_words_that_only_pages_name(small: Collection) -> None:
    first = suggested(small, "cherry apricot")[0]
    assert first == ("apricot", "Only pages that are not imported yet name “cherry”: without it")


def test_missing_words_are_those_of_no_initiative_and_no_signpost(small: Collection) -> None:
    assert small.search("zzxq apricot cherry").missing == ("zzxq",)
    assert small.search("badger watching").missing == ("badger", "watching")
    assert small.search('"pear walnut"').missing == ("pear walnut",)
    assert small.search("apricot").missing == ()


def test_words_that_nearly_all_have_say_nothing(tmp_path: Path) -> None:
    records = [record(f"r{n}", "A kettle." if n else "A teapot.") for n in range(12)]
    with opened(tmp_path / "c.db", records) as made:
        assert suggested(made, "zzxq kettle") == []
        assert [query for query, _ in suggested(made, "zzxq teapot")] == ["teapot"]


def test_a_text_pasted_is_no_question(small: Collection) -> None:
    assert suggested(small, "zzxq apricot " * 60) == []


PIECES = """zzxq apricot "walnut "grow borough:barnet bouroug:sutton in:title in:zz has:fulltext -pear -"a figure:>9%
    : " cherry the [/b] 'or' 1=1; supervision locum kinship hackney"""
TEXTS = st.lists(st.sampled_from(PIECES.split()), max_size=7).map(" ".join)


@given(TEXTS, st.booleans())
@settings(deadline=None, max_examples=60, derandomize=True)
def test_every_suggestion_finds_what_it_says(collection: Collection, query: str, exact: bool) -> None:
    answer = collection.search(query, exact=exact)
    suggested(collection, query, exact)

    found = [collection.search(s.query, limit=None, exact=exact) for s in answer.suggestions]
    hits = [frozenset((hit.kind, hit.id) for hit in other.hits) for other in found]
    assert len(set(hits)) == len(hits)
    assert all(isinstance(s, Suggestion) and s.why and "\n" not in s.why for s in answer.suggestions)
