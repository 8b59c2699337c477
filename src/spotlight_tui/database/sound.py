"""How a word sounds, so that one spelt by ear is found."""

from __future__ import annotations

import jellyfish


def sound_of(word: str) -> str:
    """The Metaphone key of a word (Lawrence Philips, *Hanging on the Metaphone*, 1990); empty for what is no word."""
    return jellyfish.metaphone(word) if word.isascii() and word.isalpha() else ""
