"""The signs of the query language: phrases, exclusion, fields, places, what there is, figures."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from small import found, opened, record

from spotlight_tui import Collection
from spotlight_tui.records import Contact, Figure, Quote
from spotlight_tui.search.results import Correction

RECORDS = [
    record(
        "garden",
        "They grow their own apricots.",
        title="A garden",
        authorities=("Sutton",),
        category="workforce",
        themes=("green-places",),
        partners=("Kingston University", "The Orchard Trust"),
        contacts=(Contact("Ada Whittaker", "Head Gardener", "ada@sutton.example.org"),),
        quotes=(Quote("The pears were lovely", "A neighbour"), Quote("I grow your own, you said", "Another")),
        figures=(
            Figure("Trees that live", value="27% to 61%", unit="percent", before=27, after=61),
            Figure("Money saved", value="£556,743", unit="pounds", after=556743),
        ),
    ),
    record(
        "orchard",
        "Grow your own: growing pears. The apricot is their own.",
        title="An orchard",
        authorities=("Barnet",),
        category="workforce",
        figures=(
            Figure("Trees", value="over 120", unit="trees", after=120, note="over"),
            Figure("Loss", value="under 5%", unit="percent", after=5, note="under"),
        ),
        full_text="All of it.",
    ),
    record("related", "Pears elsewhere, and a locum.", title="Elsewhere"),
]


@pytest.fixture(scope="module")
def collection(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Collection]:
    with opened(tmp_path_factory.mktemp("search") / "c.db", RECORDS) as made:
        yield made


@pytest.mark.parametrize(
    ("query", "ids"),
    [
        ('"grow your own"', ["garden", "orchard"]),
        ("“grow your own”", ["garden", "orchard"]),
        ('"growing pears"', ["orchard"]),
        ('"grow pears"', []),
        ('"Grow Your Own" apricot', ["orchard", "garden"]),
        ('"pears"', ["garden", "orchard", "related"]),
        ('"pear"', []),
        ('-"grow your own"', ["related"]),
        ("pears -locum", ["orchard", "garden"]),
        ("pears -apricots", ["related"]),
        ("-locum", ["garden", "orchard"]),
        ("apricot-pears", ["orchard", "garden"]),
        ("borough:sutton", ["garden"]),
        ("authority:sutton", ["garden"]),
        ("BOROUGH:Sutton", ["garden"]),
        ("borough:sut", ["garden"]),
        ('borough:"London Borough of Sutton"', ["garden"]),
        ("-borough:sutton", ["orchard", "related"]),
        ("pears borough:barnet", ["orchard"]),
        ("category:workforce", ["garden", "orchard"]),
        ("category:1", ["garden", "orchard"]),
        ("category:related", ["related"]),
        ("theme:green-places", ["garden"]),
        ("theme:green", ["garden"]),
        ("partner:kingston", ["garden"]),
        ('partner:"orchard trust"', ["garden"]),
        ("partner:barnet", []),
        ("contact:whittaker", ["garden"]),
        ("contact:gardener", ["garden"]),
        ("in:quotes pears", ["garden"]),
        ("in:quotes apricots", []),
        ("in:title orchard", ["orchard"]),
        ("in:contacts ada", ["garden"]),
        ("in:figures trees", ["orchard", "garden"]),
        ("in:quotes", ["garden"]),
        ("has:quotes", ["garden"]),
        ("has:figures", ["garden", "orchard"]),
        ("has:contact", ["garden"]),
        ("has:fulltext", ["orchard"]),
        ("-has:quotes", ["orchard", "related"]),
        ("figure:>20%", ["garden"]),
        ("figure:>61%", []),
        ("figure:>=61%", ["garden"]),
        ("figure:=61%", ["garden"]),
        ("figure:61%", ["garden"]),
        ("figure:<5%", ["orchard"]),
        ("figure:<4%", []),
        ("figure:>£500k", ["garden"]),
        ("figure:£556,743", ["garden"]),
        ("figure:>100", ["orchard"]),
        ("figure:120", []),
        ("figure:>120", ["orchard"]),
        ("figure:>121", []),
    ],
)
def test_what_each_sign_means(collection: Collection, query: str, ids: list[str]) -> None:
    assert sorted(found(collection, query + " ")) == sorted(ids)


@pytest.mark.parametrize(
    ("query", "used", "ids"),
    [
        ("borough:suton", "sutton", ["garden"]),
        ("category:workfoce", "workforce", ["garden", "orchard"]),
        ("contact:whitaker", "whittaker", ["garden"]),
        ("partner:kingstn", "kingston", ["garden"]),
    ],
)
def test_a_mistake_in_a_value_is_forgiven(collection: Collection, query: str, used: str, ids: list[str]) -> None:
    answer = collection.search(query)

    assert sorted(answer.ids) == sorted(ids)
    assert answer.corrections == (Correction(query.split(":")[1], (used,)),)
    assert collection.search(query, exact=True).total == 0


@pytest.mark.parametrize(
    ("query", "same"),
    [
        ("colour:pears", "colour pears"),
        ('"grow your own', "grow your own"),
        ("- pears", "pears"),
        ("pears -", "pears"),
        ("borough:", "borough"),
        ("in:kitchen", "in kitchen"),
        ("has:wings", "has wings"),
        ("figure:many", "figure many"),
        ("NOT pears OR (apricots AND *)", "not pears or apricots and"),
        ('pears"apricots', "pears apricots"),
    ],
)
def test_what_is_no_sign_is_words(collection: Collection, query: str, same: str) -> None:
    assert collection.search(query + ".").ids == collection.search(same + ".").ids


def test_a_figure_asked_for_is_shown(collection: Collection) -> None:
    hit = collection.search("figure:>20%").hits[0]

    assert (hit.field, hit.part, hit.excerpt) == ("figures", 0, "Trees that live: 27% to 61%")


def test_a_phrase_is_marked_whole(collection: Collection) -> None:
    excerpts = {hit.id: hit.excerpt for hit in collection.search('"grow your own"').hits}

    assert "**Grow your own**: growing" in excerpts["orchard"]
    assert "I **grow your own**, you" in excerpts["garden"]


def test_a_name_asked_for_is_marked(collection: Collection) -> None:
    hit = collection.search("contact:whittaker").hits[0]

    assert (hit.field, hit.part) == ("contacts", 0)
    assert "**Whittaker**" in hit.excerpt


def test_words_and_conditions_go_together(collection: Collection) -> None:
    assert found(collection, "pears borough:sutton has:quotes -locum ") == ["garden"]
    assert found(collection, "pears borough:barnet has:quotes ") == []
