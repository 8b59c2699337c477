"""What is typed: queries drawn from a collection with a fixed seed, as letters, with mistakes, and as quotations."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterable, Sequence

from spotlight_tui import Collection
from spotlight_tui.records import Initiative

KINDS = ("letter by letter", "with a mistake", "quotation", "half-remembered")

NEIGHBOURS = {
    letter: row[max(0, place - 1) : place] + row[place + 1 : place + 2]
    for row in ("qwertyuiop", "asdfghjkl", "zxcvbnm")
    for place, letter in enumerate(row)
}
BY_EAR = (
    ("tion", "shun"),
    ("ph", "f"),
    ("ght", "t"),
    ("ce", "se"),
    ("ck", "k"),
    ("ea", "ee"),
    ("ai", "ay"),
    ("y", "i"),
)
MOST = 40
"""Letters of a query at most, as nobody types a whole long title."""


def typed(collection: Collection, number: int, seed: int = 4) -> dict[str, list[str]]:
    """For each kind the texts that a reader would have in the search line, one after the other.

    Args:
        collection: where they are drawn from.
        number: queries that are drawn; each is typed in many ways.
        seed: the same gives the same.
    """
    pick = random.Random(seed)
    ids = [listing.id for listing in collection.listings()]
    records = collection.initiatives(pick.choice(ids) for _ in range(number))
    queries = [query for i, record in enumerate(records) if (query := _SOURCES[i % len(_SOURCES)](record, pick))]
    said = [words for record in records for words in _quoted(record, pick)]
    return {
        "letter by letter": [query[:end] for query in queries for end in range(1, len(query) + 1)],
        "with a mistake": [_mistaken(query, pick) for query in queries for _ in range(3)],
        "quotation": [f'"{" ".join(words[: pick.randint(3, 7)])}"' for words in said],
        "half-remembered": [" ".join(_half_remembered(words, pick)) for words in said],
    }


def _title(record: Initiative, pick: random.Random) -> str:
    return record.title[:MOST].strip()


def _name(record: Initiative, pick: random.Random) -> str:
    return record.contacts[0].name if record.contacts else record.title


def _keyword(record: Initiative, pick: random.Random) -> str:
    return pick.choice(record.keywords or (record.title,))


def _pair(record: Initiative, pick: random.Random) -> str:
    return _some_words(record, pick, 2)


def _triple(record: Initiative, pick: random.Random) -> str:
    return _some_words(record, pick, 3)


_SOURCES: tuple[Callable[[Initiative, random.Random], str], ...] = (_title, _pair, _name, _triple, _keyword, _pair)


def _some_words(record: Initiative, pick: random.Random, number: int) -> str:
    """Words that stand in one sentence, in their order."""
    text = record.full_text or " ".join(section.body for section in record.sections)
    sentences = (re.findall(r"[a-z]{4,}", sentence.lower()) for sentence in re.split(r"[.!?\n]", text))
    words = pick.choice([words for words in sentences if len(words) >= number] or [record.title.lower().split()])
    places = sorted(pick.sample(range(len(words)), min(number, len(words))))
    return " ".join(words[place] for place in places)


def _quoted(record: Initiative, pick: random.Random) -> Iterable[Sequence[str]]:
    """Eight words one after the other from each of two quotations."""
    for quote in record.quotes[:2]:
        words = re.findall(r"[\w'’]+", quote.text)
        first = pick.randrange(max(1, len(words) - 7))
        if len(words) > 2:
            yield words[first : first + 8]


def _half_remembered(words: Sequence[str], pick: random.Random) -> list[str]:
    """Most of the words: two are left out, and two have changed places."""
    kept = [words[place] for place in sorted(pick.sample(range(len(words)), max(2, len(words) - 2)))]
    place = pick.randrange(len(kept) - 1)
    kept[place : place + 2] = reversed(kept[place : place + 2])
    return kept


def _mistaken(query: str, pick: random.Random) -> str:
    """The query with one mistake of those that people make, in one of its longer words or between two."""
    words = query.split()
    if len(words) > 1 and pick.random() < 0.1:
        place = pick.randrange(len(words) - 1)
        return " ".join([*words[:place], words[place] + words[place + 1], *words[place + 2 :]])
    long = [place for place, word in enumerate(words) if len(word) > 4] or [
        max(range(len(words)), key=lambda n: len(words[n]))
    ]
    place = pick.choice(long)
    return " ".join([*words[:place], _misspelt(words[place], pick), *words[place + 1 :]])


def _misspelt(word: str, pick: random.Random) -> str:
    by_ear = [(right, wrong) for right, wrong in BY_EAR if right in word]
    if by_ear and pick.random() < 0.25:
        return word.replace(*pick.choice(by_ear), 1)
    place = pick.randrange(max(1, len(word) - 1))
    before, letter, after = word[:place], word[place : place + 1], word[place + 1 :]
    beside = pick.choice(NEIGHBOURS.get(letter.lower(), letter))
    return pick.choice(
        (before + after, before + letter + letter + after, before + beside + after, _swapped(word, place))
    )


def _swapped(word: str, place: int) -> str:
    return word[:place] + word[place : place + 2][::-1] + word[place + 2 :]
