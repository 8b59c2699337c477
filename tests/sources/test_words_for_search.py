"""The spellings and the everyday words that an editor keeps for search."""

from __future__ import annotations

from pathlib import Path

import pytest
from folder import Folder

from spotlight_tui.records import Spelling

SPELLINGS, EVERYDAY = "spellings.yaml", "everyday_words.txt"


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    return Folder(tmp_path / "data")


def test_spellings_are_words_or_endings(folder: Folder) -> None:
    folder.put(SPELLINGS, "- {british: our, american: or, ending: true}\n- {british: gaol, american: jail}\n")

    assert folder.read().spellings == (Spelling("our", "or", ending=True), Spelling("gaol", "jail"))


@pytest.mark.parametrize(
    ("entry", "field", "says"),
    [
        ("- british: gaol\n", "american", "is missing"),
        ("- american: jail\n", "british", "is missing"),
        ("- british: Gaol\n  american: jail\n", "british", "should be one word or ending in lower case, not 'Gaol'"),
        ("- british: gaol\n  american: the jail\n", "american", "should be one word or ending in lower case"),
        ("- british: -our\n  american: or\n", "british", "should be one word or ending in lower case"),
        ("- british: gaol\n  american: gaol\n", "american", "is spelt like the British one"),
        ("- british: our\n  american: or\n  ending: maybe\n", "ending", "should be true or false"),
        ("- british: our\n  american: or\n  end: true\n", "end", "is not a field that is known here"),
    ],
)
def test_a_mistake_in_a_spelling_is_told(folder: Folder, entry: str, field: str, says: str) -> None:
    folder.put(SPELLINGS, "# Two spellings.\n" + entry)
    line = folder.line(f"{field}:", SPELLINGS) if f"{field}:" in entry else 2

    (problem,) = folder.problems()

    assert problem.startswith(f"{SPELLINGS}:{line}: [0].{field}: ")
    assert says in problem


def test_a_spelling_used_twice_is_told(folder: Folder) -> None:
    folder.put(SPELLINGS, "- {british: gaol, american: jail}\n- {british: gaol, american: goal}\n")

    assert folder.problems() == [f"{SPELLINGS}:2: [1].british: 'gaol' is used twice"]


def test_everyday_words_are_folded_sorted_and_without_comments(folder: Folder) -> None:
    folder.put(EVERYDAY, "\ufeff# a comment\nThing\n\n  About  \nabout\nwon’t\n# another\nCafé\n")

    assert folder.read().everyday_words == ("about", "cafe", "t", "thing", "won")


def test_a_folder_without_everyday_words_has_none(folder: Folder) -> None:
    (folder.path / EVERYDAY).unlink()

    assert folder.read().everyday_words == ()


def test_everyday_words_in_another_encoding_are_told(folder: Folder) -> None:
    (folder.path / EVERYDAY).write_bytes("thing\nabout\ncafé\n".encode("latin-1"))

    assert folder.problems() == [f"{EVERYDAY}:3: file: is not UTF-8 text"]
