"""CSV: opens in a spreadsheet, runs nothing in it, and loses nothing."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from spotlight_tui import Collection
from spotlight_tui.exports.tables import as_csv, initiatives_csv, parts_csv

FORMULA = ("=", "+", "-", "@", "\t", "\r")

cells = st.text(st.characters(exclude_categories=["Cs", "Cc"]) | st.sampled_from("=+-@\t\r\n\",;' "), max_size=15)


def read(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text, newline="")))


def begins_a_formula(cell: str) -> bool:
    return cell.startswith(FORMULA) or cell.lstrip().startswith(FORMULA)


@given(st.lists(st.lists(cells, min_size=3, max_size=3), max_size=5))
@settings(deadline=None, max_examples=200)
@example([["=1+1", " =1+1", "\n@SUM(A1)"], ["\thello", "\r=x", "-"], ["+44 20", "'=1", '"=1"']])
def test_no_cell_begins_a_formula_and_none_is_lost(rows: list[list[str]]) -> None:
    header, *shown = read(as_csv(["a", "b", "c"], rows))

    assert header == ["a", "b", "c"]
    assert not any(begins_a_formula(cell) for row in shown for cell in row)
    assert shown == [["'" + cell if begins_a_formula(cell) else cell for cell in row] for row in rows]


def test_what_is_absent_is_empty_and_numbers_stay() -> None:
    assert as_csv(["a", "b", "c"], [[None, -5, 0.5]]) == "a,b,c\r\n,-5,0.5\r\n"


def test_several_values_in_a_cell() -> None:
    part = {"id": "a", "authorities": ("Sutton", "Merton"), "email": None, "left out": "x", "text": "=1"}

    assert parts_csv(["text", "authorities", "email", "id"], [part]) == (
        "text,authorities,email,id\r\n'=1,Sutton; Merton,,a\r\n"
    )


@pytest.fixture(scope="module")
def table(bundle: Path) -> list[list[str]]:
    with Collection.open(bundle) as collection:
        return read(initiatives_csv(collection.contents().initiatives))


def test_one_row_an_initiative(table: list[list[str]], bundle: Path) -> None:
    header, *rows = table
    with Collection.open(bundle) as collection:
        records = collection.contents().initiatives

    assert [row[0] for row in rows] == [record.id for record in records]
    assert {len(row) for row in rows} == {len(header)}


def test_the_columns(table: list[list[str]]) -> None:
    header, *rows = table
    hub = dict(zip(header, next(row for row in rows if row[0] == "sutton-therapeutic-hub"), strict=True))

    assert hub["title"] == "Therapeutic Hub"
    assert hub["authorities"] == "Sutton"
    assert (hub["category"], hub["also_in"]) == ("workforce", "")
    assert hub["contact"] == "Caroline Hartley"
    assert hub["role"] == "Clinical Lead (Team Manager)"
    assert hub["email"] == "Caroline.hartley@sutton.gov.uk"
    assert hub["phone"] == ""
    assert hub["themes"].startswith("trauma-informed; multi-disciplinary-teams; ")
    assert hub["quotes"] == "0"
    assert hub["source_url"] == "https://www.liia.london/4-supporting-and-strengthening-the-workforce-live"
    assert hub["origin"] == "bundled"
