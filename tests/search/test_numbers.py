"""Figures are found however they are written."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from small import opened, record

from spotlight_tui import Collection
from spotlight_tui.records import Figure

RECORDS = [
    record("saved", "It saved £556,743 in a year."),
    record("fell", figures=(Figure("Turnover", value="27% to 21%"),)),
    record("nine", "Turnover was 9 per cent."),
    record("nines", "Nine staff, room 9."),
    record("thousands", "A saving of £768,400."),
    record("millions", "It cost £1.2 million."),
]


@pytest.fixture(scope="module")
def collection(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Collection]:
    with opened(tmp_path_factory.mktemp("search") / "c.db", RECORDS) as made:
        yield made


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("£556,743", "saved"),
        ("556743", "saved"),
        ("£556743", "saved"),
        ("556,743", "saved"),
        ("27% to 21%", "fell"),
        ("27%", "fell"),
        ("21 per cent", "fell"),
        ("9%", "nine"),
        ("9 percent", "nine"),
        ("£768k", "thousands"),
        ("768k", "thousands"),
        ("£1.2m", "millions"),
        ("1.2 million", "millions"),
        ("£1,200,000", "millions"),
    ],
)
def test_each_way_of_writing_it_finds_it(collection: Collection, typed: str, first: str) -> None:
    assert collection.search(f"{typed} ").ids[0] == first


@pytest.mark.parametrize("typed", ["£556,744", "28%", "£900k"])
def test_another_figure_is_another(collection: Collection, typed: str) -> None:
    assert collection.search(f"{typed} ").total == 0


def test_the_figure_is_marked(collection: Collection) -> None:
    assert "**556,743**" in collection.search("556743 ").hits[0].excerpt
    assert "**27**%" in collection.search("27% ").hits[0].excerpt
