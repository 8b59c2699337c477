"""A foreign file full of what a terminal would obey: all that comes out of a Collection is clean."""

from __future__ import annotations

import sqlite3
import unicodedata
from collections.abc import Iterator
from contextlib import closing
from dataclasses import fields, is_dataclass
from pathlib import Path

import pytest
from made import CONTENTS

from spotlight_tui import Collection
from spotlight_tui.database.schema import TABLES
from spotlight_tui.database.writer import write

HOSTILE = (
    b"hostile\x1b[2J\x1b]52;c;aGk=\x07\x00\x7f"
    + "\x9b31m\u202e\u2066\u200b\u2028\ufeff\U000e0041[/] [@click=app.quit]x[/]".encode()
    + b"\xff\xfe\xc3 \xed\xb2\x80"
)
KEYS = {"id", "initiative", "category", "theme", "measure", "signpost", "origin", "alias", "serves"}
KEYS |= {"word", "stem", "stems", "root", "sound", "kind", "term", "concept", "other"}
"""Columns that join tables, name things in a call or are looked up, and so stay as they are."""


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Collection]:
    """A collection in which every text ends in what is hostile."""
    path = tmp_path_factory.mktemp("hostile") / "foreign.db"
    write(CONTENTS, path)
    with closing(sqlite3.connect(path)) as connection:
        for table in TABLES:
            for column, (kind, _) in table.columns.items():
                if kind is str and column not in KEYS:
                    connection.execute(
                        f'UPDATE "{table.name}" SET "{column}" = "{column}" || CAST(? AS TEXT)', [HOSTILE]
                    )
        connection.commit()
    with Collection.open(path) as collection:
        yield collection


def texts(thing: object) -> Iterator[str]:
    """Every text in a record, whatever it is made of."""
    if isinstance(thing, str):
        yield thing
    elif is_dataclass(thing):
        for field in fields(thing):
            yield from texts(getattr(thing, field.name))
    elif isinstance(thing, dict):
        yield from texts(list(thing.items()))
    elif isinstance(thing, (tuple, list, set, frozenset)):
        for part in thing:
            yield from texts(part)


def is_clean(text: str) -> bool:
    kinds = {unicodedata.category(character) for character in text if character not in "\n\t"}
    return not kinds & {"Cc", "Cf", "Cs", "Zl", "Zp"}


ANSWERS = {
    "contents": lambda c: c.contents(),
    "listings": lambda c: c.listings(),
    "categories": lambda c: c.categories,
    "authorities": lambda c: c.authorities,
    "themes": lambda c: c.themes,
    "measures": lambda c: c.measures,
    "acronyms": lambda c: c.acronyms,
    "signposts": lambda c: c.signposts,
    "publisher": lambda c: c.publisher,
    "quotes": lambda c: c.quotes(),
    "figures": lambda c: c.figures(),
    "contacts": lambda c: c.contacts(),
    "authorities in the tree": lambda c: c.branch("authority"),
    "partners in the tree": lambda c: c.branch("partner"),
    "search": lambda c: c.search("apples"),
    "search for a signpost": lambda c: c.search("hedge"),
    "search by another name": lambda c: c.search("grove"),
    "search for nothing": lambda c: c.search("hedge fund"),
    "completion": lambda c: c.complete("borough:s"),
}


@pytest.mark.parametrize("what", ANSWERS)
def test_it_comes_out_clean(hostile: Collection, what: str) -> None:
    found = list(texts(ANSWERS[what](hostile)))

    assert any("hostile" in text for text in found)
    assert [text for text in found if not is_clean(text)] == []


def test_what_is_only_odd_stays(hostile: Collection) -> None:
    title = hostile.initiative("bare").title

    assert title == "Barehostile[2J]52;c;aGk=31m[/] [@click=app.quit]x[/]\ufffd\ufffd\ufffd \ufffd\ufffd\ufffd"


@pytest.mark.parametrize("query", ["apples", "grove", "applse", "hedge", '"of apples"', "in:quotes apples"])
def test_hostile_words_crash_no_search(tmp_path: Path, query: str) -> None:
    path = tmp_path / "foreign.db"
    write(CONTENTS, path)
    hostile = ("x'1b1b1b'", "x'ff' || word", "word || char(27, 7, 8238)", "char(27) || word", "char(8238, 8238, 8238)")
    for value in hostile:
        with closing(sqlite3.connect(path)) as connection:
            for table, column in (("words", "word"), ("words", "sound"), ("concept_names", "stems")):
                changed = value.replace("word", column)
                connection.execute(f"UPDATE OR IGNORE {table} SET {column} = CAST({changed} AS TEXT)")
            connection.commit()
        with Collection.open(path) as collection:
            assert all(is_clean(text) for text in texts(collection.search(query)))


def test_a_hostile_id_is_clean_in_a_list(tmp_path: Path) -> None:
    path = tmp_path / "foreign.db"
    write(CONTENTS, path)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE initiatives SET id = id || char(27, 7, 8238)")
        connection.commit()

    with Collection.open(path) as collection:
        assert [listing.id for listing in collection.listings()] == ["sutton-orchard", "bare"]
        assert [hit.id for hit in collection.search("apples").hits] == ["sutton-orchard"]
