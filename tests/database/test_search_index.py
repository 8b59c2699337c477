"""The tables that search reads say what the records say: words in their order, and which initiative has which."""

from __future__ import annotations

import sqlite3
import struct
import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from anything import initiatives
from hypothesis import given, settings
from hypothesis import strategies as st
from made import CONTENTS, ORCHARD

from spotlight_tui.database.index import entries
from spotlight_tui.database.packing import unpacked
from spotlight_tui.database.reader import Reader
from spotlight_tui.database.schema import HEAD_FIELDS, SEARCH_FIELDS
from spotlight_tui.database.soundness import check
from spotlight_tui.database.stemmer import Stemmer
from spotlight_tui.database.writer import write
from spotlight_tui.numbers import numbers_in
from spotlight_tui.records import Contents, Figure, Initiative
from spotlight_tui.text import words_of

Fields = dict[str, list[list[str]]]
"""Of each searched field the words of each entry."""


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Iterator[sqlite3.Connection]:
    path = tmp_path_factory.mktemp("made") / "collection.db"
    write(CONTENTS, path)
    with closing(sqlite3.connect(path)) as connection:
        yield connection


def strings(connection: sqlite3.Connection) -> dict[int, Fields]:
    """The words of each initiative, read back from its string."""
    words = {chr(code): word for code, word in connection.execute("SELECT code, word FROM words WHERE code > 0")}
    found = {}
    for position, fields, string in connection.execute("SELECT position, fields, words FROM word_strings"):
        text = string.decode()
        starts = [*struct.unpack(f"<{len(SEARCH_FIELDS)}I", fields), len(text)]
        parts = [text[start:end] for start, end in pairwise(starts)]
        assert "".join(parts) == text
        found[position] = {
            field: [[words[letter] for letter in entry] for entry in part.split("\x01")[:-1]]
            for field, part in zip(SEARCH_FIELDS, parts, strict=True)
        }
    return found


def expected(contents: Contents) -> dict[int, Fields]:
    """The same from the records."""
    aliases = {a.name: " ".join([a.name, *a.aliases, *a.serves]) for a in contents.authorities}
    themes = {theme.id: f"{theme.name} {theme.description}" for theme in contents.themes}
    return {
        position: {
            field: [
                [*words_of(text.replace("\ue000", " ")), *(number.key for number in numbers_in(text))] for text in texts
            ]
            for field, texts in entries(initiative, aliases, themes).items()
        }
        for position, initiative in enumerate(contents.initiatives, 1)
    }


def test_the_words_of_each_field_come_back(made: sqlite3.Connection) -> None:
    assert strings(made) == expected(CONTENTS)


def test_they_are_what_a_reader_sees(made: sqlite3.Connection) -> None:
    orchard = strings(made)[1]

    assert orchard["title"] == [["orchard", "a", "cafe"]]
    assert orchard["authorities"] == [["sutton", "lbs", "sutton", "town"], ["trust", "t", "sutton", "far", "shire"]]
    assert orchard["people"][0][-6:] == ["head", "jo", "sutton", "gov", "uk", "trust"]
    assert orchard["keywords"] == [["apple"], ["pear", "tree"]]
    assert any("NUM1200000" in entry for field in orchard.values() for entry in field)


def test_a_stem_has_the_initiatives_whose_words_have_it(made: sqlite3.Connection) -> None:
    stems = dict(made.execute("SELECT word, stem FROM words"))
    parts: list[Counter[str]] = [Counter(), Counter(), Counter()]
    for position, fields in expected(CONTENTS).items():
        for part, names in zip(parts, (SEARCH_FIELDS, SEARCH_FIELDS[:HEAD_FIELDS], ["title"]), strict=True):
            for stem in {stems[word] for name in names for entry in fields[name] for word in entry}:
                part[stem] += 1 << position

    found = {stem: rest for stem, *rest in made.execute("SELECT stem, initiatives, anywhere, head, title FROM stems")}

    assert {stem: [n, *map(unpacked, rest)] for stem, (n, *rest) in found.items()} == {
        stem: [parts[0][stem].bit_count(), *(part[stem] for part in parts)] for stem in parts[0]
    }


def test_a_word_knows_how_many_have_it(made: sqlite3.Connection) -> None:
    documents = dict(made.execute("SELECT word, documents FROM words"))

    assert documents["apples"] == 1
    assert documents["sutton"] == 2  # the initiative and a signpost
    assert (documents["hedge"], documents["malus"], documents["zebra"]) == (1, 0, 0)
    assert documents["everyone"] == 1 and documents["about"] == 0


def test_words_are_stemmed_as_the_full_text_index_stems_them(made: sqlite3.Connection) -> None:
    rows = made.execute("SELECT word, stem FROM words WHERE upper(word) != word").fetchall()

    assert dict(rows) == Stemmer().stems(word for word, _ in rows)
    assert all(word == stem for word, stem in made.execute("SELECT word, stem FROM words WHERE word GLOB 'NUM*'"))


def test_everyday_words_are_marked(made: sqlite3.Connection) -> None:
    marked = [word for (word,) in made.execute("SELECT word FROM words WHERE everyday = 1 ORDER BY word")]

    assert marked == list(CONTENTS.everyday_words)


def test_each_word_of_an_initiative_has_its_own_character_the_commonest_first(made: sqlite3.Connection) -> None:
    rows = made.execute("SELECT code, documents FROM words WHERE code > 0 ORDER BY code").fetchall()
    codes = [code for code, _ in rows]

    assert len(set(codes)) == len(codes)
    assert codes[0] == 32
    assert [documents for _, documents in rows] == sorted((documents for _, documents in rows), reverse=True)


def test_no_character_is_a_surrogate_however_many_words_there_are(tmp_path: Path) -> None:
    many = Initiative("many", "Many", full_text=" ".join(f"w{n}x" for n in range(56_000)))
    write(replace(CONTENTS, initiatives=(many,)), tmp_path / "many.db")

    with closing(sqlite3.connect(tmp_path / "many.db")) as connection:
        codes = [code for (code,) in connection.execute("SELECT code FROM words WHERE code > 0")]
        assert not any(0xD800 <= code < 0xE000 for code in codes)
        assert len(set(codes)) == len(codes) > 56_000
        assert len(strings(connection)[1]["full_text"][0]) == 56_000


def test_the_same_contents_give_the_same_bytes(tmp_path: Path) -> None:
    write(CONTENTS, tmp_path / "one.db")
    write(CONTENTS, tmp_path / "two.db")

    assert (tmp_path / "one.db").read_bytes() == (tmp_path / "two.db").read_bytes()


def test_what_is_read_is_written_as_the_same_bytes(bundle: Path, tmp_path: Path) -> None:
    with closing(Reader(bundle)) as reader:
        write(reader.contents(), tmp_path / "once.db")
    with closing(Reader(tmp_path / "once.db")) as reader:
        write(reader.contents(), tmp_path / "twice.db")

    assert (tmp_path / "once.db").read_bytes() == (tmp_path / "twice.db").read_bytes()


@given(st.lists(initiatives, max_size=3, unique_by=lambda initiative: initiative.id))
@settings(deadline=None, max_examples=15)
def test_the_index_of_any_records_agrees_with_them(records: list[Initiative]) -> None:
    contents = replace(CONTENTS, categories=(), signposts=(), initiatives=tuple(records))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "collection.db"
        write(contents, path)
        with closing(Reader(path)) as reader:
            assert check(reader) == "ok"
        with closing(sqlite3.connect(path)) as connection:
            assert strings(connection) == expected(contents)


def test_a_number_stands_behind_the_words_of_its_entry() -> None:
    record = replace(ORCHARD, figures=(Figure("Saved 9%", value="£1.2m"), Figure("Again", value="9 per cent")))
    contents = replace(CONTENTS, initiatives=(record,))

    found = expected(contents)[1]["figures"]

    assert [[word for word in entry if word.isupper()] for entry in found] == [["PCT9", "NUM1200000"], ["PCT9"]]
