"""`quotes`, `figures`, `contacts`: the parts as tables."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from command_line import call, document, in_terminal

from spotlight_tui import Collection
from spotlight_tui.exports.contacts import vcards
from spotlight_tui.exports.tables import as_csv
from spotlight_tui.records import Contact
from spotlight_tui.text import words_of

KEYS = {
    "quotes": ["text", "speaker", "date", "kind", "context", "id", "title", "authorities"],
    "figures": [
        *("label", "measure", "value", "unit", "before", "after", "period", "note"),
        *("id", "title", "authorities"),
    ],
    "contacts": ["name", "role", "email", "phone", "organisation", "id", "title", "authorities"],
}


@pytest.mark.parametrize("command", KEYS)
def test_json_is_an_array_of_fields_and_whose_they_are(command: str) -> None:
    entries = document(call(command, "--format", "json"))
    assert entries
    assert {tuple(entry) for entry in entries} == {tuple(KEYS[command])}
    assert all(isinstance(entry["authorities"], list) for entry in entries)


@pytest.mark.parametrize("command", KEYS)
def test_csv_has_the_same_columns_and_rows(command: str) -> None:
    result = call(command, "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(result.stdout_bytes.decode("utf-8"), newline="")))
    entries = document(call(command, "--format", "json"))
    assert list(rows[0]) == KEYS[command]
    assert [row["id"] for row in rows] == [entry["id"] for entry in entries]
    assert rows[0]["authorities"] == "; ".join(entries[0]["authorities"])
    assert b"\r\r\n" not in result.stdout_bytes


@pytest.mark.parametrize("command", KEYS)
def test_a_pipe_gets_a_line_a_row(command: str) -> None:
    lines = call(command).stdout.splitlines()
    entries = document(call(command, "--format", "json"))
    assert [line.split("\t")[-1] for line in lines] == [entry["id"] for entry in entries]
    assert len({line.count("\t") for line in lines}) == 1


def test_quotes_have_a_word_of_the_query() -> None:
    entries = document(call("quotes", "supervision", "--format", "json"))
    assert entries
    for entry in entries:
        assert "supervis" in " ".join(words_of(f"{entry['text']} {entry['speaker']}"))
    assert len(entries) < len(document(call("quotes", "--format", "json")))


def test_quotes_stand_in_the_order_of_the_search() -> None:
    entries = document(call("quotes", "supervision", "support", "--format", "json"))
    with Collection.open() as collection:
        ranked = collection.search("supervision support", limit=None).ids
    places = [ranked.index(entry["id"]) for entry in entries]
    assert places == sorted(places)


def test_quotes_forgive_and_say_so() -> None:
    assert call("quotes", "superviison").stdout.startswith("Showing “supervision” for “superviison”.\n")


def test_quotes_take_a_query_that_begins_with_a_hyphen() -> None:
    assert call("quotes", "-supervision", "--format", "json").exit_code == 0


@pytest.mark.parametrize("query", ["zzxqyq", "[/", "\x1b[2J", '"'])
def test_no_quotation_is_one_line_and_status_1(query: str) -> None:
    result = call("quotes", query)
    assert (result.exit_code, result.stdout) == (1, "")
    assert len(result.stderr.splitlines()) == 1
    assert "\x1b" not in result.stderr
    result = call("quotes", query, "--format", "json")
    assert (result.exit_code, document(result)) == (1, [])


def test_figures_of_a_measure() -> None:
    entries = document(call("figures", "--measure", "turnover", "--format", "json"))
    assert {entry["measure"] for entry in entries} == {"turnover"}
    assert len({entry["id"] for entry in entries}) > 1


def test_an_unknown_measure_names_those_there_are() -> None:
    result = call("figures", "--measure", "nonsense")
    assert (result.exit_code, len(result.stderr.splitlines())) == (1, 1)
    assert "agency-share" in result.stderr


def test_an_unknown_format_is_wrong_use() -> None:
    assert call("figures", "--format", "vcf").exit_code == 2


def test_a_spreadsheet_runs_nothing() -> None:
    cells = ["=1+1", "+44 20", "-5%", "@x", "\t=1", "plain"]
    (row,) = list(csv.reader(io.StringIO(as_csv(["a"] * 6, [cells]), newline="")))[1:]
    assert row == ["'=1+1", "'+44 20", "'-5%", "'@x", "'\t=1", "plain"]


def test_a_card_for_everybody() -> None:
    text = call("contacts", "--format", "vcf").stdout_bytes.decode("utf-8")
    entries = document(call("contacts", "--format", "json"))
    assert text.count("BEGIN:VCARD\r\nVERSION:4.0\r\nFN:") == len(entries)
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))


def test_cards_are_escaped_and_folded_between_characters() -> None:
    contact = Contact("Ann; O’Hara, \\ Lee\nEND:VCARD", "é" * 100, "a@b.c")
    text = vcards([(contact, ["Sutton", "Merton"], "One"), (contact, ["Sutton", "Merton"], "Two")])
    assert text.count("BEGIN:VCARD") == text.count("\r\nEND:VCARD") == 1
    unfolded = text.replace("\r\n ", "")
    assert "FN:Ann\\; O’Hara\\, \\\\ Lee\\nEND:VCARD\r\n" in unfolded
    assert "TITLE:" + "é" * 100 + "\r\n" in unfolded
    assert "ORG:Sutton\\, Merton\r\n" in unfolded
    assert "NOTE:Practice Spotlight: One\\; Two\r\n" in unfolded
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))


@pytest.mark.parametrize("command", KEYS)
@pytest.mark.parametrize("width", [40, 80])
def test_a_terminal_gets_rows_that_fit(command: str, width: int) -> None:
    status, text = in_terminal(width, command, NO_COLOR="1", TERM="dumb")
    assert status == 0
    limit = width if width == 40 else 80
    assert not [line for line in text.splitlines() if len(line) > limit and len(line.split()) > 3]


def test_an_empty_collection_has_none(tmp_path: Path) -> None:
    from spotlight_tui.database.writer import write
    from spotlight_tui.records import Contents, Publisher

    empty = tmp_path / "empty.db"
    write(Contents(Publisher("Nobody")), empty)
    for command in KEYS:
        result = call("--db", str(empty), command)
        assert (result.exit_code, result.stdout) == (1, "")
        assert result.stderr == f"There are no {'quotations' if command == 'quotes' else command} in this collection.\n"
