"""More like this: what is near, what is not, and what is said of it."""

from __future__ import annotations

import time
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from small import CONTENTS, record

from spotlight_tui import Collection, SpotlightError
from spotlight_tui.database.writer import write
from spotlight_tui.records import Authority, Contact, Figure, Initiative, Measure, Theme
from spotlight_tui.search.tally import heaviest
from spotlight_tui.search.vocabulary import bits_of, positions_of

THEMES = (Theme("retention", "Retention"), Theme("send", "SEND"), Theme("everywhere", "Everywhere"))
MEASURES = (Measure("turnover", "Staff turnover", "percent"),)
FILLERS = [record(f"filler-{n}", f"Nothing here about anything, number {n}.", themes=("everywhere",)) for n in range(9)]


def collection_of(path: Path, *records: Initiative) -> Collection:
    """These, among others that have nothing to do with them."""
    contents = replace(CONTENTS, themes=THEMES, measures=MEASURES, initiatives=(*records, *FILLERS))
    write(contents, path)
    return Collection.open(path)


def near(path: Path, *records: Initiative) -> list[str]:
    """The ids of what is like the first of them."""
    with collection_of(path, *records) as collection:
        return [alike.id for alike in collection.like(records[0].id)]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "made.db"


def test_a_common_theme_is_told_by_its_name(path: Path) -> None:
    one = record("one", "Cats.", themes=("retention", "everywhere"))
    other = record("other", "Dogs.", themes=("retention", "everywhere"))
    with collection_of(path, one, other) as collection:
        (alike, *_) = collection.like("one")
    assert (alike.id, alike.themes[0]) == ("other", "Retention")
    assert alike.why.startswith("Both: retention")


def test_a_short_form_keeps_its_capitals(path: Path) -> None:
    with collection_of(path, record("one", themes=("send",)), record("other", themes=("send",))) as collection:
        assert collection.like("one")[0].why == "Both: SEND"


def test_common_measures_keywords_and_words_are_told(path: Path) -> None:
    figures = (Figure("Leavers", "turnover", "27%", "percent", None, 27),)
    text = "The harbour has a lantern. The harbour pays."
    one = record("one", text, keywords=("golden thread",), figures=figures)
    other = record("other", "A harbour and its Harbour master.", keywords=("Golden Thread",), figures=figures)
    with collection_of(path, one, other) as collection:
        (alike,) = collection.like("one")
    assert alike.why == "Both: figures on staff turnover; “golden thread”, “harbour”"


def test_rare_words_count_and_those_of_everybody_do_not(path: Path) -> None:
    one = record("one", "Lanterns, lanterns. Ships, ships. Tides, tides. Nothing, nothing. Anything, anything.")
    assert near(path, one, record("other", "Two lanterns at night, ships and a tide.")) == ["other"]


def test_a_word_or_two_make_nothing_alike(path: Path) -> None:
    one = record("one", "Lanterns, lanterns. Ships, ships.")
    assert near(path, one, record("other", "Two lanterns at night, and ships.")) == []


def test_the_rarer_theme_is_nearer(path: Path) -> None:
    one = record("one", themes=("everywhere", "retention"))
    assert near(path, one, record("other", themes=("retention",)))[0] == "other"


def test_nobody_is_nearer_for_the_same_place_or_the_same_people(path: Path) -> None:
    contact = Contact("Ada Marsh", "Worker", "ada.marsh@sutton.example")
    place = {"authorities": ("Sutton",), "contacts": (contact,)}
    one = record("one", "Sutton asks Ada Marsh. Ada Marsh works in Sutton.", **place)
    assert near(path, one, record("other", "Sutton has Ada Marsh. Ada Marsh likes Sutton.", **place)) == []


def test_what_has_no_likeness_has_none(path: Path) -> None:
    assert near(path, record("one", "A zebra. The zebra sleeps."), record("other", "An apple.")) == []


def test_it_is_never_like_itself_and_the_order_is_the_same_each_time(bundle: Path) -> None:
    with Collection.open(bundle) as first, Collection.open(bundle) as second:
        for listing in first.listings():
            found = first.like(listing.id, limit=None)
            assert listing.id not in {alike.id for alike in found}
            assert found == second.like(listing.id, limit=None)
            assert [alike.score for alike in found] == sorted((alike.score for alike in found), reverse=True)
            assert first.like(listing.id, limit=3) == found[:3]
            assert all(0 < alike.score <= 1 for alike in found)


def test_the_bundle_explains_itself(bundle: Path) -> None:
    with Collection.open(bundle) as collection:
        for listing in collection.listings():
            found = collection.like(listing.id)
            assert len(found) <= 8
            for alike in found:
                assert alike.why.startswith("Both: ") and len(alike.why) > len("Both: ")
                assert "\n" not in alike.why


def test_both_really_have_what_is_told(bundle: Path) -> None:
    with Collection.open(bundle) as collection:
        names = {theme.id: theme.name for theme in collection.themes}
        for listing in collection.listings():
            own = collection.initiative(listing.id)
            for alike in collection.like(listing.id):
                other = collection.initiative(alike.id)
                assert set(alike.themes) <= {names[id_] for id_ in {*own.themes} & {*other.themes}}
                said = repr(replace(other, contacts=(), authorities=())).lower()
                assert all(word.lower() in said for word in alike.words), (listing.id, alike)


def test_the_two_articles_of_one_project_are_nearest_to_each_other(bundle: Path) -> None:
    pair = ("barking-and-dagenham-best-mentoring-initiative", "barking-and-dagenham-social-worker-masterclasses")
    with Collection.open(bundle) as collection:
        assert collection.like(pair[0])[0].id == pair[1]
        assert collection.like(pair[1])[0].id == pair[0]


def test_there_must_be_such_an_initiative(bundle: Path) -> None:
    with Collection.open(bundle) as collection, pytest.raises(SpotlightError, match="There is no initiative"):
        collection.like("nowhere")


def test_a_collection_of_one_has_nothing_alike(tmp_path: Path) -> None:
    path = tmp_path / "one.db"
    write(replace(CONTENTS, initiatives=(record("one", "Alone, alone."),)), path)
    with Collection.open(path) as collection:
        assert collection.like("one") == []


def test_places_of_one_authority_never_make_a_word(tmp_path: Path) -> None:
    places = (Authority("Sutton"), Authority("Barnet", ("Barnetshire",)))
    said = "Barnetshire, Barnetshire and Barnet."
    path = tmp_path / "places.db"
    write(
        replace(
            CONTENTS,
            authorities=places,
            initiatives=(record("one", said, title="Eel"), record("other", said, title="Fox")),
        ),
        path,
    )
    with Collection.open(path) as collection:
        assert "other" not in {alike.id for alike in collection.like("one")}


def test_it_takes_no_longer_than_some_searches(bundle: Path) -> None:
    with Collection.open(bundle) as collection:
        ids = [listing.id for listing in collection.listings()]
        collection.like(ids[0])
        collection.search("supervision")
        begun = time.process_time()
        for id_ in ids:
            collection.like(id_)
        alike = time.process_time() - begun
        begun = time.process_time()
        for id_ in ids:
            collection.search(id_.replace("-", " "))
        assert alike < 10 * (time.process_time() - begun)


@settings(deadline=None)
@given(
    st.lists(st.tuples(st.sets(st.integers(0, 40)), st.floats(0.1, 30)), max_size=12),
    st.one_of(st.none(), st.integers(1, 10)),
)
def test_the_heaviest_are_in_the_tally(sets: list[tuple[set[int], float]], most: int | None) -> None:
    everybody = set().union(*(those for those, _ in sets)) if sets else set()
    found = set(positions_of(heaviest([(bits_of(those), weight) for those, weight in sets], most)))
    assert found <= everybody
    if most is None:
        assert found == everybody
    else:
        assert len(found) >= min(most, len(everybody))
        unit = max((weight for _, weight in sets), default=1.0) / 15
        sums = {n: sum(max(1, round(weight / unit)) for those, weight in sets if n in those) for n in everybody}
        assert all(sums[n] >= sums[m] for n in found for m in everybody - found)
