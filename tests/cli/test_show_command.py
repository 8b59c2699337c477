"""`show`: a record as text or data."""

from __future__ import annotations

import re

import pytest
from command_line import call, document, in_terminal

from spotlight_tui import Collection
from spotlight_tui.records import HEADINGS

ID, OTHER = "sutton-better-together", "bexley-agency-to-permanent"

KEYS = [
    *("id", "title", "authorities", "category", "also_in", "summary", "sections", "keywords", "contacts", "team"),
    *("partners", "themes", "quotes", "figures", "links", "videos", "notes", "full_text", "source", "origin"),
]
PARTS = {
    "sections": ["heading", "body"],
    "contacts": ["name", "role", "email", "phone", "organisation"],
    "quotes": ["text", "speaker", "date", "kind", "context"],
    "figures": ["label", "measure", "value", "unit", "before", "after", "period", "note"],
    "links": ["label", "url"],
}


def test_one_id_gives_an_object_as_in_the_contract() -> None:
    record = document(call("show", ID, "--json"))
    assert list(record) == KEYS
    for part, keys in PARTS.items():
        for entry in record[part]:
            assert list(entry) == keys
    assert list(record["source"]) == ["publisher", "title", "url", "published", "read_on", "document", "lines"]
    assert len(record["source"]["lines"]) == 2


def test_several_ids_give_an_array_in_their_order() -> None:
    assert [record["id"] for record in document(call("show", ID, OTHER, "--json"))] == [ID, OTHER]
    assert [record["id"] for record in document(call("show", ID, ID, "--json"))] == [ID, ID]


def test_people_get_everything_that_the_record_says() -> None:
    with Collection.open() as collection:
        record = collection.initiative(ID)
        themes = [theme.name for theme in collection.themes if theme.id in record.themes]
    text = call("show", ID).stdout
    said = [record.title, *record.authorities, record.summary, record.contacts[0].email or "", *themes]
    said += [f"“{quote.text}”" for quote in record.quotes]
    said += [quote.speaker for quote in record.quotes if quote.speaker]
    said += [f"{figure.label}: {figure.value}" for figure in record.figures]
    said += [*record.partners, record.source.url or "", ID, "As published by the authority; not rated."]
    for words in said:
        assert words in text
    headings = [line for line in text.splitlines() if line in HEADINGS]
    assert headings == [section.heading for section in record.sections]


def test_a_pipe_gets_no_marks_and_no_indents() -> None:
    text = call("show", ID, OTHER).stdout
    assert "**" not in text
    assert "\x1b" not in text
    assert not [line for line in text.splitlines() if line != line.strip()]


def test_several_are_shown_one_after_the_other() -> None:
    text = call("show", ID, OTHER).stdout
    assert text.index(f"Id: {ID}") < text.index(f"Id: {OTHER}")
    assert text.count("not rated.") == 2


def test_acronyms_are_explained() -> None:
    text = call("show", ID).stdout
    with Collection.open() as collection:
        longs = {acronym.short: acronym.long for acronym in collection.acronyms}
    assert "CPD" in text
    assert f"CPD: {longs['CPD']}" in text


@pytest.mark.parametrize("id_", ["nothing-like-it-at-all", "\x1b[2J", "", "'; DROP TABLE initiatives"])
def test_an_unknown_id_is_one_line_and_status_1(id_: str) -> None:
    result = call("show", ID, id_)
    assert (result.exit_code, result.stdout) == (1, "")
    assert len(result.stderr.splitlines()) == 1
    assert "\x1b" not in result.stderr
    assert "spotlight-tui list" in result.stderr


def test_an_id_nearly_right_is_offered() -> None:
    assert f"did you mean {ID}" in call("show", "sutton-beter-together").stderr
    assert f"did you mean {OTHER}?" in call("show", "bexley").stderr


def test_the_id_of_a_signpost_says_what_it_is() -> None:
    with Collection.open() as collection:
        signpost = collection.signposts[0]
    result = call("show", signpost.id)
    assert result.exit_code == 1
    assert "not in this collection" in result.stderr
    assert (signpost.url or "") in result.stderr


@pytest.mark.parametrize("width", [40, 80, 200])
def test_a_terminal_is_never_too_narrow(width: int) -> None:
    status, text = in_terminal(width, "show", ID)
    assert status == 0
    lines = [re.sub(r"\x1b\[[0-9;]*m", "", line) for line in text.splitlines()]
    too_long = [line for line in lines if len(line) > min(width, 80) and len(line.split()) > 2]
    assert not too_long
    assert max(map(len, lines)) > min(width, 80) * 0.7
