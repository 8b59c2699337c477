"""How well an initiative answers, by its string of words: a character each, so that a phrase is found as a text is."""

from __future__ import annotations

import math
import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise, product

from ..database.schema import ENTRY_END, HEAD_FIELDS, SEARCH_FIELDS
from .query import Query, Way

WEIGHTS = {
    "title": 1.0,
    "authorities": 1.05,
    "people": 0.65,
    "keywords": 0.85,
    "partners": 0.65,
    "summary": 0.9,
    "themes": 0.35,
    "figures": 0.4,
    "quotes": 0.4,
    "account": 0.35,
    "full_text": 0.25,
}
"""How much a word tells by the best field that has it."""

OFTEN = 0.55
"""How much more it tells the oftener it stands there, at most."""
SATURATED = 5.0
"""At so many times, half of that (the saturation of BM25: Robertson and Zaragoza, 2009)."""
BESIDE = 0.25
"""How much two words of the query tell that stand together in its order, beside a word as rare as they are so."""
PAIR_LIMIT = 1.9
"""How much two words tell together at most, beside what they tell alone: many pairs are rare by chance."""
COVERAGE = 1.2
"""The exponent on the share of the query that an initiative has."""
BODY = 0.8
"""How much of a word there is where only the body has it, not the fields that say what an initiative is about."""
THEME_ONLY = 0.5
"""The same where only the description of one of its themes has it, which stands for others too."""
PHRASE = 0.5
"""How much it adds that the whole query stands there as typed."""
WHOLE_TITLE = 0.45
"""How much the share of the title that the query covers adds."""


STRONG = 0.5
"""A term counts as there where it is said at least so well."""

MOST = max(WEIGHTS.values()) + OFTEN
"""What a word can tell at most."""

_BY_PLACE = tuple(WEIGHTS[field] for field in SEARCH_FIELDS)


def rarity(having: int, every: int) -> float:
    """How much a word tells that `having` of `every` initiatives have: the inverse document frequency of BM25."""
    return math.log(1 + (every - having + 0.5) / (having + 0.5))


@dataclass(frozen=True, slots=True)
class Text:
    """The words of an initiative."""

    position: int
    words: str
    """A character each."""
    starts: tuple[int, ...]
    """Where each of `SEARCH_FIELDS` begins."""

    @property
    def own(self) -> str:
        """The words without those of themes, which others chose."""
        return self.words[: self.starts[-1]]

    def within(self, places: Sequence[str]) -> Text:
        """Only the words of some fields."""
        words, starts = "", []
        for n, field in enumerate(SEARCH_FIELDS):
            starts.append(len(words))
            if field in places:
                words += self.words[self.starts[n] : (*self.starts, len(self.words))[n + 1]]
        return Text(self.position, words, tuple(starts))


@dataclass(frozen=True, slots=True)
class Score:
    titled: bool
    """The query is the title."""
    every: bool
    """It has all terms."""
    covered: float
    """The share of the query's weight that it has; what stands in the body alone counts less."""
    quoted: float
    """What the words tell that stand together as in the query."""
    value: float
    ways: tuple[Way | None, ...]
    """How it says each term best."""

    @property
    def order(self) -> tuple[bool, bool, float]:
        return self.titled, self.every, self.value


Find = Callable[[str, bool], tuple[int, int]]
"""Where a way stands first in a string of words, and how often; -1 and 0 where it does not."""


class Scorer:
    """Scores initiatives for one query."""

    def __init__(self, query: Query, weights: Sequence[float], by_way: Sequence[Sequence[tuple[Way, int]]]) -> None:
        """Args:
        query: what was asked.
        weights: how much each of its terms tells.
        by_way: the ways of each term, the best first, with the set of initiatives that may have each.
        """
        self._weights = tuple(weights)
        self._whole = sum(self._weights) or 1.0
        self._ways = [[(way, found, finder(way)) for way, found in ways if found] for ways in by_way]
        letters = ["".join(chr(written.code) for written in of) for of in query.sequence]
        tells = {term.typed: weight for term, weight in zip(query.terms, self._weights, strict=True)}
        words = [tells.get(term, 0.0) for term in query.order]
        self._pairs = [
            (a[:_FIRSTS], b, PAIR_LIMIT * (0.2 + words[n] + words[n + 1]))
            for n, (a, b) in enumerate(pairwise(letters))
            if a and b
        ]
        self._title = query.title

    def in_order(self, texts: Sequence[Text], every: int) -> list[tuple[Text, Score]]:
        """Texts with their scores, best first; of equals the earlier in the collection.

        Args:
            texts: those to score.
            every: how many initiatives there are.
        """
        beside = [[_beside(first, second, text.words) for text in texts] for first, second, _ in self._pairs]
        rarities = [rarity(sum(having), every) if any(having) else 0.0 for having in beside]
        limits = [limit for _, _, limit in self._pairs]
        scored = []
        for n, text in enumerate(texts):
            there = [m for m, having in enumerate(beside) if having[n]]
            together = sum(min(rarities[m], limits[m]) for m in there)
            scored.append((text, self.score(text, together, sum(rarities[m] for m in there))))
        scored.sort(key=lambda entry: (*(-float(part) for part in entry[1].order), entry[0].position))
        return scored

    def score(self, text: Text, together: float = 0.0, quoted: float = 0.0) -> Score:
        """How well an initiative answers.

        Args:
            text: its words.
            together: what its words tell that are neighbours in the query too, as far as the order goes.
            quoted: the same without a limit.
        """
        words, starts = text.words, text.starts
        value = covered = 0.0
        used: list[Way | None] = []
        strong: list[bool] = []
        head, themes = starts[HEAD_FIELDS], starts[-1]
        for weight, ways in zip(self._weights, self._ways, strict=True):
            best, got, how, sure = 0.0, 0.0, None, False
            for way, found, find in ways:
                if way.quality * MOST <= best:
                    break
                if not found >> text.position & 1:
                    continue
                at, times = find(words, how is None)
                if at < 0:
                    continue
                said = way.quality * (
                    _BY_PLACE[bisect_right(starts, at) - 1] + OFTEN * times / (times + SATURATED) * 0.999
                )
                if said > best:
                    best, how = said, way
                got = max(got, way.quality * (1.0 if at < head else BODY if at < themes else THEME_ONLY))
                sure = sure or way.quality * (1.0 if at < themes else THEME_ONLY) >= STRONG
            value += weight * best
            covered += weight * got
            used.append(how)
            strong.append(sure)
        share = covered / self._whole
        value += together * BESIDE
        if len(self._title) > 1 and self._title in words:
            value += self._whole * PHRASE
        title = words[: starts[1]].rstrip(ENTRY_END)
        value += self._whole * WHOLE_TITLE * self._title_share(title, words[starts[1] : starts[2]])
        every = all(strong)
        return Score(
            bool(title) and title == self._title,
            every,
            share,
            quoted,
            value / self._whole * share**COVERAGE,
            tuple(used),
        )

    def _title_share(self, title: str, authorities: str) -> float:
        """How much of a title the query has, without the authorities that it names."""
        own = [letter for letter in title if letter not in authorities]
        return sum(letter in self._letters for letter in own) / len(own) if own else 0.0

    @cached_property
    def _letters(self) -> frozenset[str]:
        return frozenset(
            chr(written.code)
            for ways in self._ways
            for way, _, _ in ways
            if way.quality > 0.8
            for place in way.places
            for written in place
        )


def strings_of(way: Way) -> list[str]:
    """The strings of words that a way of several words may be; of each word only the commonest forms."""
    most = _FORMS.get(len(way.places), 1)
    return ["".join(letters) for letters in product(*([chr(w.code) for w in place[:most]] for place in way.places))]


_FORMS = {1: 300, 2: 3, 3: 2, 4: 2}
"""How many forms of each word of a way are tried, by how many words it has."""


def finder(way: Way) -> Find:
    """What finds a way in a string of words."""
    strings = strings_of(way)
    if way.loose and len(way.places) > 1:
        places = ["".join(chr(written.code) for written in place) for place in way.places]
        return lambda words, loosely: _each_of(strings, words, places if loosely else ())
    if len(strings) > _MANY and len(way.places) == 1:
        pattern = re.compile(f"[{re.escape(''.join(strings))}]")
        return lambda words, loosely: _first_of(pattern, words)
    return lambda words, loosely: _each_of(strings, words)


_MANY = 12
"""Words that one place of a way may have before they are looked for all at once."""
_FIRSTS = 4
"""Forms of a word that are tried before its neighbour."""


def _beside(first: str, second: str, words: str) -> bool:
    """Whether one of these words follows one of those at once."""
    return any(
        words[at + 1 : at + 2] in second for letter in first for at in places_of(letter, words) if at + 1 < len(words)
    )


def _each_of(strings: Sequence[str], words: str, loosely: Sequence[str] = ()) -> tuple[int, int]:
    first, times = -1, 0
    for string in strings:
        at = words.find(string)
        if at >= 0:
            times += words.count(string)
            first = at if first < 0 else min(first, at)
    return _nearly(loosely, words) if loosely and not times else (first, times)


def _nearly(places: Sequence[str], words: str) -> tuple[int, int]:
    """Where words follow each other with one other between some of them: looked for around the rarest of them."""
    counts = [sum(words.count(letter) for letter in place) for place in places]
    rarest = counts.index(min(counts))
    found = [
        at - rarest
        for letter in places[rarest]
        for at in places_of(letter, words)
        if _goes_on(places[rarest + 1 :], words, at, 1) and _goes_on(places[:rarest][::-1], words, at, -1)
    ]
    return (max(0, min(found)), len(found)) if found else (-1, 0)


def _goes_on(places: Sequence[str], words: str, at: int, step: int) -> bool:
    for letters in places:
        near, far = (words[n : n + 1] if n >= 0 else "" for n in (at + step, at + 2 * step))
        if near and near in letters:
            at += step
        elif far and near != ENTRY_END and far in letters:
            at += 2 * step
        else:
            return False
    return True


def _first_of(pattern: re.Pattern[str], words: str) -> tuple[int, int]:
    """Of very many words only the first place: how often one of them stands there is not counted."""
    match = pattern.search(words)
    return (match.start(), 1) if match else (-1, 0)


def places_of(string: str, words: str) -> Iterator[int]:
    """Where a word, or words that follow each other, stand in a string of words."""
    at = words.find(string)
    while at >= 0:
        yield at
        at = words.find(string, at + 1)
