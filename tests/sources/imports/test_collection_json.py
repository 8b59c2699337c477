"""The JSON of an export, read back: whole, and whatever somebody made of it."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from spotlight_tui.collection import Collection
from spotlight_tui.database.reader import Reader
from spotlight_tui.database.writer import write
from spotlight_tui.exports.tables import collection_document, collection_json
from spotlight_tui.records import Contents, Initiative, SpotlightError
from spotlight_tui.sources.collection_json import read_collection
from spotlight_tui.sources.merging import Brought, merge

from .invented_collection import CONTENTS, told


def read(document: Any) -> Contents:
    return read_collection(json.dumps(document), "export.json")


def document(*initiatives: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"format": "spotlight-collection", "version": 1, "initiatives": list(initiatives), **more}


def test_an_export_is_read_back_whole(bundle: Path) -> None:
    with Collection.open(bundle) as collection:
        contents = collection.contents()
    uncounted = tuple(replace(category, initiatives=0) for category in contents.categories)
    shown = replace(contents, categories=uncounted, thesaurus=(), spellings=(), everyday_words=())
    assert read_collection(collection_json(contents), "export.json") == shown


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "not JSON"),
        ("{", "not JSON"),
        ("[" * 100_000, "not JSON"),
        ("[1]", "not an exported collection"),
        ("{}", "not an exported collection"),
        ('{"format": "spotlight-collection", "version": 2}', "version 2"),
        ('{"format": "spotlight-collection"}', "version None"),
    ],
)
def test_what_is_no_export_is_told_in_a_line(text: str, said: str) -> None:
    with pytest.raises(SpotlightError, match=said) as told_:
        read_collection(text, "export.json")
    assert "\n" not in str(told_.value)


def test_a_document_cut_off_anywhere_is_told() -> None:
    whole = collection_json(CONTENTS)
    for at in range(0, len(whole) - 2, 97):
        with pytest.raises(SpotlightError):
            read_collection(whole[:at], "export.json")


def test_what_is_missing_or_of_another_kind_is_as_if_it_were_absent() -> None:
    [made] = read(
        document({"id": "a", "title": "T", "authorities": "Sutton", "contacts": [1, {"name": 5}]})
    ).initiatives
    assert made.authorities == ()
    assert [contact.name for contact in made.contacts] == ["5"]
    assert (made.category, made.summary, made.source.lines) == (None, "", None)


def test_an_initiative_without_a_title_is_none_and_one_without_an_id_gets_one() -> None:
    found = read(
        document({"id": "a"}, {"title": "Night Desk", "authorities": ["Sutton"]}, {"id": "../x", "title": "X"})
    )
    assert [each.id for each in found.initiatives] == ["sutton-night-desk", "x"]


def test_escapes_are_taken_out() -> None:
    [made] = read(document({"id": "a", "title": "T\x1b]52;c;eA==\x07", "summary": "a\u202eb"})).initiatives
    assert (made.title, made.summary) == ("T]52;c;eA==", "ab")


@pytest.mark.parametrize("number", [10**30, -(10**400), 1e308, float("inf"), float("nan"), True, "7"])
def test_a_number_that_is_none_is_left_out(number: object) -> None:
    record = {"id": "a", "title": "T", "figures": [{"label": "l", "value": "v", "after": number}]}
    assert read(document(record)).initiatives[0].figures[0].after is None


THINGS = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner, max_size=3),
    max_leaves=6,
)
WHOLE = collection_document(Contents(CONTENTS.publisher, initiatives=(told("Night Desk"), *CONTENTS.initiatives)))


def places(thing: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Every place in a document."""
    inside = thing.items() if isinstance(thing, dict) else enumerate(thing) if isinstance(thing, (list, tuple)) else ()
    return [path, *(place for key, value in inside for place in places(value, (*path, key)))]


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(path=st.sampled_from(places(json.loads(json.dumps(WHOLE)))[1:]), thing=THINGS)
def test_anything_in_any_place_is_read_or_told(tmp_path: Path, path: tuple[Any, ...], thing: Any) -> None:
    document = json.loads(json.dumps(WHOLE))
    place = document
    for key in path[:-1]:
        place = place[key]
    place[path[-1]] = thing
    try:
        contents = read_collection(json.dumps(document), "export.json")
    except SpotlightError:
        return
    merged = merge(CONTENTS, [Brought(contents, has_ids=True)]).contents
    write(merged, tmp_path / "made.db")
    reader = Reader(tmp_path / "made.db")
    try:
        assert _titles(reader.contents().initiatives) == _titles(merged.initiatives)
    finally:
        reader.close()


def _titles(initiatives: tuple[Initiative, ...]) -> list[tuple[str, str]]:
    return [(each.id, each.title) for each in initiatives]
