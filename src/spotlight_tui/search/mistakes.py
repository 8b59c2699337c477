"""Which words a mistyped one was meant to be."""

from __future__ import annotations

from dataclasses import dataclass

from .little import EMPTY
from .vocabulary import Vocabulary

_EDITS = ((7, 2), (4, 1))
"""From how many letters a word may hold how many mistakes."""

_SOUND_EDITS = 4
"""How many it may hold where it sounds the same."""

_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_BESIDE = {
    (a, b)
    for y, row in enumerate(_ROWS)
    for x, a in enumerate(row)
    for other, line in enumerate(_ROWS)
    for place, b in enumerate(line)
    if abs(y - other) <= 1 and abs(x - place + (y - other) * 0.5) <= 1.1 and a != b
}
"""Letters whose keys touch."""

_VOWELS = frozenset("aeiouy")


@dataclass(frozen=True, slots=True)
class Guess:
    word: str
    cost: float
    """How unlikely the slips that lead to it are; a letter changed for any other costs 1."""


class Mistakes:
    """Guesses what was meant, by distance, sound and frequency: a noisy channel (Kernighan, Church and Gale, 1990)."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary

    def guesses(self, typed: str, half_typed: bool = False, limit: int = 4) -> list[Guess]:
        """The words most likely meant, the likeliest first; none where nothing is near.

        A slip is a letter left out, put in, changed, or swapped with its neighbour (optimal string alignment): none in
        words under 4 letters, 1 up to 6, 2 from 7; more where the word sounds the same. Words with a digit are never
        changed.

        Args:
            typed: the word, folded.
            half_typed: it may go on, so what begins like it counts too.
            limit: how many at most.
        """
        allowed = next((edits for length, edits in _EDITS if len(typed) >= length), 0)
        if not allowed or not typed.isalpha():
            return []
        from rapidfuzz import process  # only a mistake needs these
        from rapidfuzz.distance import OSA

        from ..database.sound import sound_of

        near: dict[str, tuple[float, int]] = {}
        for length in range(max(2, len(typed) - allowed), len(typed) + allowed + 1):
            words = self._vocabulary.of_length(length)
            for word, _, _ in process.extract(
                typed, words.keys(), scorer=OSA.distance, score_cutoff=allowed, limit=None
            ):
                near[word] = (slips(typed, word), words[word])
        for word in self._vocabulary.sounding(sound_of(typed)):
            edits = OSA.distance(typed, word)
            if edits <= min(_SOUND_EDITS, len(word) // 2):
                cost = min(slips(typed, word), 0.5 + 0.2 * edits)
                near[word] = (cost, self._vocabulary.of_length(len(word)).get(word, 0))
        if half_typed and len(typed) > 4:
            near |= self._beginning_like(typed, near)
        guesses = sorted(
            (cost + 0.15 * (word[0] != typed[0]) - 0.05 * min(documents, 8) / 8 + 0.3 * (not documents), word)
            for word, (cost, documents) in near.items()
        )
        if not guesses:
            return []
        best = guesses[0][0]
        return [Guess(word, round(cost, 3)) for cost, word in guesses[:limit] if cost <= best + 0.55]

    def _beginning_like(self, typed: str, near: dict[str, tuple[float, int]]) -> dict[str, tuple[float, int]]:
        """Longer words whose beginning is one slip away."""
        from rapidfuzz.distance import OSA

        found = {}
        for length in range(len(typed) + 2, len(typed) + 9):
            for word, documents in self._vocabulary.of_length(length).items():
                if (
                    word not in near
                    and word[0] == typed[0]
                    and OSA.distance(typed, word[: len(typed)], score_cutoff=1) < 2
                ):
                    found[word] = (1.0, documents)
        return found

    def split(self, typed: str) -> tuple[str, str] | None:
        """The two words that were typed without a space between them; None where there are no such."""
        if len(typed) < 6 or not typed.isalpha():
            return None
        pairs = [(typed[:cut], typed[cut:]) for cut in range(2, len(typed) - 1)]
        pairs = [pair for pair in pairs if all(len(part) > 2 or part in EMPTY for part in pair)]
        known = self._vocabulary.known(part for pair in pairs for part in pair)
        both = [
            (min(known[part].documents for part in pair), pair) for pair in pairs if all(part in known for part in pair)
        ]
        documents, pair = max(both, default=(0, ("", "")))
        return pair if documents else None


def slips(typed: str, meant: str) -> float:
    """What the slips from `meant` to `typed` cost: an optimal string alignment whose costs know the keyboard.

    A letter hit beside, doubled or not doubled, a vowel for a vowel and two letters swapped cost less than any other.
    """
    before_last: list[float] = []
    last = [0.0]
    for b in range(len(meant)):
        last.append(last[-1] + _one_more(meant, b))
    for a, letter in enumerate(typed):
        row = [last[0] + _one_more(typed, a)]
        for b, other in enumerate(meant):
            cost = 0.0 if letter == other else _changed(letter, other)
            best = min(last[b] + cost, last[b + 1] + _one_more(typed, a), row[b] + _one_more(meant, b))
            if a and b and letter == meant[b - 1] and typed[a - 1] == other and letter != other:
                best = min(best, before_last[b - 1] + 0.6)
            row.append(best)
        before_last, last = last, row
    return last[-1]


def _one_more(word: str, at: int) -> float:
    """A letter that the other word lacks: less where it only doubles its neighbour."""
    return 0.5 if at and word[at] == word[at - 1] else 0.9


def _changed(letter: str, other: str) -> float:
    if letter in _VOWELS and other in _VOWELS:
        return 0.6
    return 0.7 if (letter, other) in _BESIDE else 1.0
