"""Cleaning: nothing that a terminal obeys comes through, and nothing else is lost."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from spotlight_tui.text import clean, one_line

INVISIBLE = {0xAD, 0x61C, 0x2060, 0xFEFF}
INVISIBLE |= {*range(0x200B, 0x2010), *range(0x2028, 0x202F), *range(0x2066, 0x206A), *range(0xE0000, 0xE0080)}


def forbidden(character: str) -> bool:
    """Controls but for tab and new line, surrogates, and what is invisible or turns the direction of writing."""
    kind = unicodedata.category(character)
    return (kind == "Cc" and character not in "\t\n") or kind == "Cs" or ord(character) in INVISIBLE


def test_of_all_characters_exactly_the_forbidden_ones_go() -> None:
    every = [chr(code) for code in range(0x110000) if chr(code) != "\r"]

    assert clean("".join(every)) == "".join(character for character in every if not forbidden(character))


@pytest.mark.parametrize(
    ("name", "hostile"),
    [
        ("escape sequence", "\x1b[2J"),
        ("clipboard", "\x1b]52;c;aGk=\x07"),
        ("one-byte escape", "\x9b31m"),
        ("backspace", "\x08"),
        ("nul", "\0"),
        ("delete", "\x7f"),
        ("turned direction", "\u202e"),
        ("isolate", "\u2066"),
        ("zero width", "\u200b"),
        ("byte order mark", "\ufeff"),
        ("tag", "\U000e0041"),
        ("lone surrogate", "\udc80"),
        ("line separator", "\u2028"),
    ],
)
def test_words_around_it_stay(name: str, hostile: str) -> None:
    cleaned = clean(f"Café{hostile}Sutton")

    assert cleaned.startswith("Café") and cleaned.endswith("Sutton"), name
    assert not any(map(forbidden, cleaned)), name


def test_lines_and_tabs_stay_and_every_line_end_is_one() -> None:
    assert clean("one\ttwo\nthree\r\nfour\rfive") == "one\ttwo\nthree\nfour\nfive"


@given(st.text())
@settings(deadline=None, max_examples=200)
def test_what_is_clean_stays_as_it_is(text: str) -> None:
    assert clean(clean(text)) == clean(text)


def test_one_line_is_one_line_of_single_spaces() -> None:
    assert one_line("  a\n\n b\t\u00a0c\x1b \r\n") == "a b c"
