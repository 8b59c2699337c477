"""The roots and sounds by which words are found that are not spelt alike."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from spotlight_tui.database.kinship import root_of
from spotlight_tui.database.sound import sound_of


@pytest.mark.parametrize(
    "family",
    [
        ("apprentice", "apprentices", "apprenticeship", "apprenticeships"),
        ("recruit", "recruits", "recruiting", "recruitment", "recruiter"),
        ("supervise", "supervisor", "supervision", "supervisory", "supervising"),
        ("mentor", "mentors", "mentoring", "mentored", "mentorship"),
        ("qualify", "qualification", "qualifications", "qualified"),
        ("consult", "consultant", "consultation", "consultative", "consulting"),
    ],
)
def test_a_family_has_one_root(family: tuple[str, ...]) -> None:
    assert {root_of(word) for word in family} == {root_of(family[0])}


@pytest.mark.parametrize(
    ("one", "other"),
    [("social", "society"), ("nurse", "nursery"), ("tender", "tendency"), ("foster", "fossil"), ("plan", "plane")],
)
def test_strangers_have_not(one: str, other: str) -> None:
    assert root_of(one) != root_of(other)


@pytest.mark.parametrize("word", ["care", "staff", "ships", "2024", "covid19", "NUM556743", "", "é"])
def test_what_is_short_or_no_word_stays(word: str) -> None:
    assert root_of(word) == word


@given(st.text(st.characters(), max_size=20) | st.from_regex(r"[a-z]{1,20}", fullmatch=True))
@settings(deadline=None, max_examples=300)
def test_a_root_begins_its_word(word: str) -> None:
    root = root_of(word)

    assert word.startswith(root)
    assert len(root) >= min(5, len(word))


@pytest.mark.parametrize(
    ("meant", "typed"),
    [
        ("supervision", "suppervishun"),
        ("physical", "fizzical"),
        ("pharmacy", "farmasy"),
        ("knowledge", "nollidge"),
        ("philosophy", "filosofy"),
        ("recruit", "rekrut"),
    ],
)
def test_what_is_spelt_by_ear_sounds_the_same(meant: str, typed: str) -> None:
    assert sound_of(typed) == sound_of(meant) != ""


@pytest.mark.parametrize("text", ["", "2024", "NUM9D5", "naïve", "two words", "A&E", "社"])
def test_what_is_no_plain_word_has_no_sound(text: str) -> None:
    assert sound_of(text) == ""


@given(st.text(st.characters(), max_size=20) | st.from_regex(r"[a-zA-Z]{1,30}", fullmatch=True))
@settings(deadline=None, max_examples=300)
def test_any_text_has_a_sound_or_none(text: str) -> None:
    assert sound_of(text).isascii()
