"""The root that words of one family share where Porter's stems differ: apprentice, apprenticeship."""

from __future__ import annotations

from ..text import words_of

_SHORTEST = 5
"""Letters that a root keeps; shorter ones are shared by strangers."""

_ENDINGS = sorted(
    words_of(
        """
        s es ed er ers ing ings e y ly or ors ory ee ees ship ships ful fully ment ments ation ations
        ication ications ator ators ative ition itions ion ions ional al ally ical ically ic ics ity ities
        ness able ably ible ance ances ence ences ant ants ent ents ist ists ism ive ives ied ies
        """
    ),
    key=len,
    reverse=True,
)


def root_of(word: str) -> str:
    """A word without its endings, as long as five letters are left; other words of its family have the same."""
    if not word.isalpha():
        return word
    for _ in range(3):
        for ending in _ENDINGS:
            if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
                word = word[: -len(ending)]
                break
        else:
            break
    return word
