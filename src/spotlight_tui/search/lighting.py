"""What to light up: the words and phrases that a query finds, and the characters that stand for them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import product

from ..text import words_of
from .candidates import Candidates
from .query import Query, Way
from .ranking import STRONG
from .vocabulary import Vocabulary, bits_of


def lit_of(query: Query, candidates: Candidates, positions: Iterable[int]) -> dict[str, float]:
    """Written words and phrases, folded, with how much each tells.

    Args:
        query: what was asked.
        candidates: which initiatives have what.
        positions: the initiatives found; what none of these has is left out.
    """
    lit: dict[str, float] = {}
    found = bits_of(positions)
    for weight, ways in zip(candidates.weights, candidates.by_way, strict=True):
        strong = any(way.quality >= STRONG and having & found for way, having in ways)
        for way, having in ways:
            if having & found and (way.quality >= STRONG or not strong):
                for phrase in _phrases(way, candidates.having, found):
                    lit[phrase] = max(lit.get(phrase, 0.0), weight * way.quality)
    for condition in query.typed.conditions:
        if condition.kind in ("phrase", "contact", "partner") and not condition.negated:
            lit[" ".join(condition.value.split())] = 2.0
    for word in query.typed.words:
        if word.number:
            lit.update(dict.fromkeys(_written(word.text, word.number.key), 1.0))
    return lit


def _phrases(way: Way, having: Mapping[str, int], found: int) -> Iterator[str]:
    """What a way looks like in the texts of those found, folded."""
    places = [
        [written.word for written in place if having.get(written.stem, 0) & found and not written.word.isupper()]
        for place in way.places
    ]
    most = 300 if len(places) == 1 else 6 if len(places) == 2 else 2
    return (" ".join(choice) for choice in product(*(place[:most] for place in places)))


def _written(text: str, key: str) -> list[str]:
    """How a number may stand in a text, as the words it falls into."""
    whole, _, part = key[3:].partition("D")
    forms = [text, f"{whole} {part}".strip()]
    if len(whole) > 3 and not part:
        grouped = f"{int(whole):,}".replace(",", " ")
        forms.append(grouped)
        for zeros, letter, word in ((3, "k", "thousand"), (6, "m", "million")):
            if whole.endswith("0" * zeros):
                forms += [f"{whole[:-zeros]}{letter}", f"{whole[:-zeros]} {word}"]
    return forms


@dataclass(frozen=True, slots=True)
class Signs:
    """What to look for in strings of words to find the passage that answers."""

    letters: Mapping[str, tuple[int, float]]
    """Characters: which term each is of, and how much it tells."""
    strings: tuple[tuple[str, int, float], ...]
    """The same for words that follow each other, such as the two of 556,743."""
    tells: tuple[float, ...]
    """How much each term tells."""


def signs_of(query: Query, candidates: Candidates, vocabulary: Vocabulary, positions: Iterable[int]) -> Signs:
    """The signs of a query's terms in some initiatives, and of the names in its conditions."""
    shown = bits_of(positions)
    letters: dict[str, tuple[int, float]] = {}
    for n, (weight, ways) in enumerate(zip(candidates.weights, candidates.by_way, strict=True)):
        for way, having in ways:
            tells = weight * way.quality
            for written in way.places[0] if having & shown and len(way.places) == 1 else ():
                if not candidates.having.get(written.stem, 0) & shown:
                    continue
                letter = chr(written.code)
                if tells > letters.get(letter, (0, 0.0))[1]:
                    letters[letter] = (n, tells)
    values = [c.value for c in query.typed.conditions if c.kind in ("contact", "partner") and not c.negated]
    for n, written in enumerate(vocabulary.known(word for value in values for word in words_of(value)).values()):
        letters[chr(written.code)] = (-1 - n, 1.0)
    return Signs(letters, tuple(_number_strings(query, vocabulary)), candidates.weights)


def _number_strings(query: Query, vocabulary: Vocabulary) -> Iterator[tuple[str, int, float]]:
    """Numbers as texts may write them: they are found by another key than what a reader sees."""
    order = {term.typed: n for n, term in enumerate(query.terms)}
    for word in query.typed.words:
        forms = [form.split() for form in _written(word.text, word.number.key)] if word.number else []
        known = vocabulary.known(part for form in forms for part in form)
        for form in forms:
            if all(part in known for part in form):
                yield "".join(chr(known[part].code) for part in form), order.get(word.text, 0), 1.0
