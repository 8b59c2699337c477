"""The collection as JSON: the document of the contract, key by key, in its order."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from spotlight_tui import Collection
from spotlight_tui.exports.tables import as_json, collection_json

KEYS = {
    "": "format version publisher categories authorities themes measures acronyms signposts initiatives",
    "publisher": "name url contacts",
    "publisher.contacts": "name role email",
    "categories": "id number name short_name description sponsor source_url initiatives",
    "authorities": "name aliases serves",
    "themes": "id name description",
    "measures": "id name unit description",
    "acronyms": "short long",
    "signposts": "id authorities title category url",
    "initiatives": "id title authorities category also_in summary sections keywords contacts team partners themes"
    " quotes figures links videos notes full_text source origin",
    "initiatives.sections": "heading body",
    "initiatives.contacts": "name role email phone organisation",
    "initiatives.quotes": "text speaker date kind context",
    "initiatives.figures": "label measure value unit before after period note",
    "initiatives.links": "label url",
    "initiatives.videos": "label url",
    "initiatives.source": "publisher title url published read_on document lines",
}


@pytest.fixture(scope="module")
def text(bundle: Path) -> str:
    with Collection.open(bundle) as collection:
        return collection_json(collection.contents())


@pytest.fixture(scope="module")
def document(text: str) -> Any:
    return json.loads(text)


def found_at(thing: Any, path: str) -> list[Any]:
    """The objects at a path, lists on the way passed through."""
    things = [thing]
    for name in filter(None, path.split(".")):
        things = [inner for outer in things for inner in _listed(outer[name])]
    return things


def _listed(thing: Any) -> list[Any]:
    return thing if isinstance(thing, list) else [thing]


@pytest.mark.parametrize("path", KEYS)
def test_keys_and_their_order(path: str, document: Any) -> None:
    objects = found_at(document, path)

    assert objects
    assert {" ".join(thing) for thing in objects} == {KEYS[path]}


def test_it_says_what_it_is(document: Any) -> None:
    assert (document["format"], document["version"]) == ("spotlight-collection", 1)


def test_what_is_absent_is_null_or_an_empty_list(document: Any) -> None:
    hub = next(record for record in document["initiatives"] if record["id"] == "sutton-therapeutic-hub")

    assert (hub["full_text"], hub["contacts"][0]["phone"], hub["source"]["published"]) == (None, None, None)
    assert (hub["also_in"], hub["quotes"]) == ([], [])


def test_values_have_their_kinds(document: Any) -> None:
    for record in document["initiatives"]:
        assert record["category"] is None or record["category"] == "workforce"
        assert record["origin"] == "bundled"
        first, last = record["source"]["lines"]
        assert 1 <= first <= last
        for figure in record["figures"]:
            assert isinstance(figure["value"], str)
            assert all(
                number is None or isinstance(number, (int, float)) for number in (figure["before"], figure["after"])
            )


def test_it_is_readable_utf_8_that_ends_in_a_new_line(text: str) -> None:
    assert "‘Better Together’ – Strengthening" in text
    assert "\\u" not in text
    assert text.startswith('{\n  "format": "spotlight-collection",\n')
    assert text.endswith("}\n") and not text.endswith("\n\n")
    assert text.encode("utf-8").decode("utf-8") == text


def test_any_thing_as_json() -> None:
    assert as_json([{"é": (1, None)}]) == '[\n  {\n    "é": [\n      1,\n      null\n    ]\n  }\n]\n'
