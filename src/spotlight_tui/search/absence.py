"""Which words of a query stop it: those that nothing in the collection has."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from ..database.reader import Reader
from ..text import words_of
from .query import Term, Way
from .ranking import STRONG

if TYPE_CHECKING:
    from .found import Found


def missing_words(reader: Reader, found: Found) -> tuple[str, ...]:
    """The words typed that nothing in the collection has, neither itself nor what it means."""
    terms = {term.typed for term in found.query.terms}
    phrases = [c.value for c in found.query.typed.conditions if c.kind == "phrase" and not c.negated]
    words = [term.typed for term in absent(reader, found) if not named(reader, term.typed)]
    return tuple(dict.fromkeys([*words, *(phrase for phrase in phrases if phrase not in terms)]))


def absent(reader: Reader, found: Found) -> tuple[Term, ...]:
    """The terms that no initiative has, in any way near enough."""
    return tuple(
        term
        for term, ways in zip(found.query.terms, found.candidates.by_way, strict=True)
        if not _has_any(reader, [way for way, initiatives in ways if initiatives and way.quality >= STRONG])
    )


def _has_any(reader: Reader, ways: Sequence[Way]) -> bool:
    """Whether a text has one of the ways; several words must stand together."""
    if any(len(way.places) == 1 for way in ways):
        return True
    phrases = [" ".join(place[0].word for place in way.places) for way in ways]
    return bool(_matching(reader, "initiative_search", phrases))


def named(reader: Reader, words: str) -> list[int]:
    """The signposts that name these words, one after the other."""
    return _matching(reader, "signpost_search", [" ".join(words_of(words))])


def _matching(reader: Reader, index: str, phrases: Iterable[str]) -> list[int]:
    expression = " OR ".join(f'"{phrase}"' for phrase in phrases if phrase)
    if not expression:
        return []
    return [row[0] for row in reader.rows(f"SELECT rowid FROM {index} WHERE {index} MATCH ?", [expression])]


def everyday(reader: Reader, texts: Iterable[str]) -> frozenset[str]:
    """The everyday words of some texts, which tell little of what somebody looks for."""
    words = json.dumps([*{word for text in texts for word in words_of(text)}])
    sql = "SELECT CAST(word AS TEXT) FROM words WHERE everyday = 1 AND word IN (SELECT value FROM json_each(?))"
    return frozenset(row[0] for row in reader.rows(sql, [words]))
