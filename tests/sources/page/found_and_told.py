"""How much of what a careful reader finds in a submission was found, and how much of what was found is right.

A quotation is found where its words hold, or are held by, a run of the other's (a cut inside, …, makes two runs).
A figure is found where the same numbers stand in its value, each figure once.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from spotlight_tui.text import words_of

_FEWEST_WORDS = 3
_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?|[a-z]+", re.I)
_FROM_TWO = (
    *("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"),
)
_OTHERS = ("one", "half", "third", "thirds", "quarter", "twice", "thirty", "forty", "ninety")
_SPELLED = {**{word: str(number) for number, word in enumerate(_FROM_TWO, 2)}, **{word: word for word in _OTHERS}}


@dataclass(frozen=True, slots=True)
class Score:
    told: int
    """How many a careful reader finds."""
    found: int
    told_and_found: int
    right: int
    """How many of those that were found a careful reader finds too."""

    @property
    def recall(self) -> float:
        return self.told_and_found / self.told

    @property
    def precision(self) -> float:
        return self.right / self.found

    def __add__(self, other: Score) -> Score:
        return Score(
            self.told + other.told,
            self.found + other.found,
            self.told_and_found + other.told_and_found,
            self.right + other.right,
        )


NOTHING = Score(0, 0, 0, 0)


def of_quotations(told: Sequence[str], found: Sequence[str]) -> Score:
    return Score(
        len(told),
        len(found),
        sum(any(same_quotation(one, other) for other in found) for one in told),
        sum(any(same_quotation(one, other) for other in told) for one in found),
    )


def same_quotation(one: str, other: str) -> bool:
    return any(a in b or b in a for a in _runs(one) for b in _runs(other))


def _runs(text: str) -> list[str]:
    runs = [words_of(run) for run in re.split(r"\[?…\]?", text)]
    return [f" {' '.join(run)} " for run in runs if len(run) >= _FEWEST_WORDS]


def of_figures(told: Iterable[str], found: Iterable[str]) -> Score:
    one, other = Counter(map(numbers_in, told)), Counter(map(numbers_in, found))
    both = (one & other).total()
    return Score(one.total(), other.total(), both, both)


def numbers_in(value: str) -> tuple[str, ...]:
    """The numbers of a figure's value, in figures."""
    numbers = []
    for word in _NUMBER.findall(value):
        if word[0].isdigit():
            numbers.append(f"{float(word.replace(',', '')):g}")
        elif word.lower() in _SPELLED:
            numbers.append(_SPELLED[word.lower()])
    return tuple(numbers)
