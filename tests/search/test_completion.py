"""How a query may go on: the names of fields, the values there are, and nothing where a word is just a word."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from small import CONTENTS, record

from spotlight_tui import Collection
from spotlight_tui.database.writer import write
from spotlight_tui.records import Authority, Contact, Figure, Quote
from spotlight_tui.search.syntax import take_apart


@pytest.fixture(scope="module")
def collection(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Collection]:
    path = tmp_path_factory.mktemp("completion") / "small.db"
    records = (
        record(
            "a",
            authorities=("Sutton",),
            category="workforce",
            partners=('The "Quay" Trust', "Kingston University"),
            contacts=(Contact("Ada Marsh"), Contact("Zoë Quill")),
            quotes=(Quote("It helps"),),
        ),
        record("b", authorities=("Sutton",), partners=("Kingston University",), contacts=(Contact("Ada Marsh"),)),
        record("c", authorities=("Tower Hamlets",), figures=(Figure("Share", None, "9%", "percent", None, 9),)),
        record("d", authorities=("Achieving for Children",)),
    )
    authorities = (
        Authority("Sutton"),
        Authority("Tower Hamlets", ("LBTH",)),
        Authority("Barnet"),
        Authority("Achieving for Children", ("AfC",), ("Kingston upon Thames", "Richmond upon Thames")),
    )
    write(replace(CONTENTS, authorities=authorities, initiatives=records), path)
    with Collection.open(path) as opened:
        yield opened


def lines(collection: Collection, typed: str) -> list[str]:
    """The lines that may come of it."""
    return [offer.text for offer in collection.complete(typed)]


@pytest.mark.parametrize(
    ("typed", "line"),
    [
        ("bo", "borough:"),
        ("BOR", "borough:"),
        ("-bor", "-borough:"),
        ("supervision the", "supervision theme:"),
        ("fig", "figure:"),
        ("figure", "figure:"),
        ("in", "in:"),
        ("-ha", "-has:"),
        ("auth", "authority:"),
    ],
)
def test_a_beginning_of_a_name_offers_the_field(collection: Collection, typed: str, line: str) -> None:
    assert lines(collection, typed) == [line]


@pytest.mark.parametrize(
    "typed", ["", "b", "supervision", "borough ", "boroughs", '"grow your bor', "x:", "http://bor", "-in", "borough:zz"]
)
def test_a_plain_word_is_left_alone(collection: Collection, typed: str) -> None:
    assert lines(collection, typed) == []


def test_boroughs_are_those_with_work_their_own_or_of_who_serves_them(collection: Collection) -> None:
    offers = collection.complete("borough:")
    assert [(offer.label, offer.explanation) for offer in offers] == [
        ("Sutton", "2 initiatives"),
        ("Achieving for Children", "1 initiative"),
        ("Kingston upon Thames", "1 initiative"),
        ("Richmond upon Thames", "1 initiative"),
        ("Tower Hamlets", "1 initiative"),
    ]
    assert lines(collection, "borough:kin") == ['borough:"Kingston upon Thames" ']


@pytest.mark.parametrize(
    ("typed", "line"),
    [
        ("borough:su", "borough:Sutton "),
        ("authority:su", "authority:Sutton "),
        ("-borough:su", "-borough:Sutton "),
        ("borough:ham", 'borough:"Tower Hamlets" '),
        ("borough:lbth", 'borough:"Tower Hamlets" '),
        ('borough:"tower h', 'borough:"Tower Hamlets" '),
        ("borough:“tower h", 'borough:"Tower Hamlets" '),
        ("category:wo", "category:workforce "),
        ("category:rel", "category:related "),
        ("partner:tru", 'partner:"The Quay Trust" '),
        ("contact:zoe", 'contact:"Zoë Quill" '),
        ("in:q", "in:quotes "),
        ("has:c", "has:contact "),
        ("-has:fu", "-has:fulltext "),
    ],
)
def test_values_begin_as_typed_and_take_quotation_marks(collection: Collection, typed: str, line: str) -> None:
    assert lines(collection, typed) == [line]


@pytest.mark.parametrize("typed", ["borough:sutton", "in:quotes", "has:contact", "category:workforce", "figure:>20%"])
def test_what_is_whole_needs_nothing_more(collection: Collection, typed: str) -> None:
    assert lines(collection, typed) == []


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("figure:", ["figure:>", "figure:<", "figure:="]),
        ("figure:>20", ["figure:>20% ", "figure:>£20 "]),
        ("figure:600k", ["figure:£600k "]),
        ("figure:x", []),
    ],
)
def test_figures_are_compared(collection: Collection, typed: str, offered: list[str]) -> None:
    assert lines(collection, typed) == offered


def test_within_a_line_only_the_word_before_the_cursor_changes(collection: Collection) -> None:
    (offer,) = collection.complete("ada borough:su school", cursor=len("ada borough:su"))
    assert (offer.text, offer.cursor) == ("ada borough:Sutton school", len("ada borough:Sutton"))
    (offer,) = collection.complete('borough:"tow" x', cursor=len('borough:"tow'))
    assert (offer.text, offer.cursor) == ('borough:"Tower Hamlets" x', len('borough:"Tower Hamlets"'))
    assert collection.complete("boring", cursor=3) == ()


def test_no_more_than_asked_for(collection: Collection) -> None:
    assert len(collection.complete("borough:", limit=2)) == 2


@pytest.mark.parametrize("typed", ["borough:", "-borough:ham", "partner:", "contact:", "category:", "has:", "in:"])
def test_what_is_offered_is_understood_and_finds_something(collection: Collection, typed: str) -> None:
    for offer in collection.complete(typed):
        parsed = take_apart(offer.text)
        assert parsed.conditions or parsed.places
        assert not parsed.words
        if not offer.text.startswith(("-", "has:fulltext")):
            assert collection.search(offer.text).total


@given(typed=st.text(), cursor=st.integers(-3, 40))
def test_any_text_may_be_completed(collection: Collection, typed: str, cursor: int) -> None:
    for offer in collection.complete(typed, cursor):
        assert 0 <= offer.cursor <= len(offer.text)


@given(
    rest=st.text(alphabet='abk"“ :-><=%£1', max_size=12), name=st.sampled_from(["borough", "partner", "in", "figure"])
)
def test_any_value_may_be_completed(collection: Collection, name: str, rest: str) -> None:
    for offer in collection.complete(f"{name}:{rest}"):
        assert name in offer.text
