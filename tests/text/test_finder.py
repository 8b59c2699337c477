"""Finding words in a text: places are those of the text itself, whatever folding does to its letters."""

from __future__ import annotations

from hypothesis import example, given, settings
from hypothesis import strategies as st

from spotlight_tui.text import Finder, fold, words_of

LETTERS = "abcdeXYZéÉñÜšÇøÅ12𝐀𐐨中"
"""Each is one letter when folded."""

texts = st.text(alphabet=LETTERS + "’' -_.,\n😀…ßﬁ\u0301", max_size=60)


@given(texts, texts)
@settings(deadline=None, max_examples=200)
@example("Straße STRASSE ﬁnance", "Straße finance")
@example("𝐀 café’s Café", "cafe")
def test_every_place_holds_its_word(text: str, words: str) -> None:
    for start, end, word in Finder(words_of(words)).places(text):
        assert fold(text[start:end]) == word
        assert word in words_of(words)


@given(st.text(alphabet=LETTERS + "’' -_.,\n😀…", max_size=60))
@settings(deadline=None, max_examples=200)
def test_every_word_of_a_text_is_found_in_it(text: str) -> None:
    assert [word for _, _, word in Finder(words_of(text)).places(text)] == words_of(text)


def test_only_whole_words_are_found() -> None:
    assert Finder(["art", "post"]).places("party arts post-art postman") == [(11, 15, "post"), (16, 19, "art")]


def test_the_longer_of_two_words_is_found() -> None:
    assert Finder(["care", "carer", "care leavers"]).places("Carer, care leavers, care") == [
        (0, 5, "carer"),
        (7, 19, "care leavers"),
        (21, 25, "care"),
    ]


def test_neighbours_are_one_run() -> None:
    text = "Keep Keep, social\nworkers  now"
    runs = Finder(["keep", "social", "workers", "now"]).runs(text)

    assert [text[start:end] for start, end in runs] == ["Keep Keep", "social", "workers", "now"]


def test_nothing_is_found_without_words() -> None:
    assert Finder([]).places("care") == []
    assert Finder([""]).places("care") == []


def test_a_word_is_no_pattern() -> None:
    assert Finder([".*", "(", "care"]).places("any care") == [(4, 8, "care")]
