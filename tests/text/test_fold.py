"""Folding: what search holds to be equal is equal, and what differs stays different."""

from __future__ import annotations

import pytest

from spotlight_tui.text import fold, words_of


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("SUTTON", "sutton"),
        ("Café", "cafe"),
        ("Cafe\u0301", "Café"),
        ("children’s", "children's"),
        ("children‘s", "children's"),
        ("children`s", "children's"),
        ("ﬁnance", "finance"),
        ("Straße", "STRASSE"),
        ("𝐒utton", "sutton"),
        ("Żółć", "żołc"),
    ],
)
def test_held_to_be_equal(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(("one", "other"), [("cafe", "cafes"), ("don't", "dont"), ("re-sign", "resign"), ("ø", "o")])
def test_held_to_be_different(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Children’s Services – 27% to 21%", ["children", "s", "services", "27", "to", "21"]),
        ("snake_case, e-mail@sutton.gov.uk", ["snake", "case", "e", "mail", "sutton", "gov", "uk"]),
        ("“Élan”…", ["elan"]),
        ("社会 工作", ["社会", "工作"]),
        ("– … ! 😀", []),
        ("", []),
    ],
)
def test_words(text: str, words: list[str]) -> None:
    assert words_of(text) == words
