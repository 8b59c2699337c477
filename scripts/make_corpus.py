"""Makes a large invented collection to measure with: python3 scripts/make_corpus.py NUMBER FILE.json [--seed N].

The records are invented: their sentences are those of the bundled accounts in another order, with a long tail of
invented words in them as real collections have one, and so are their people and titles. About 600 words a record, and
nearly three words a record that no earlier one has: 30,000 in 10,000 records. The same number and seed give the same
file.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import sys
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "src"))

from spotlight_tui import Collection  # noqa: E402
from spotlight_tui.exports.tables import collection_document  # noqa: E402
from spotlight_tui.progress import Progress, no_progress  # noqa: E402
from spotlight_tui.records import Contact, Contents, Initiative, Quote, Source  # noqa: E402

FIRST = (
    "Ada", "Bea", "Cyrus", "Dina", "Emeka", "Farah", "Gita", "Hal", "Ines", "Jonah", "Kemi", "Leo", "Mina", "Noor",
    "Olga", "Priya", "Quentin", "Rosa", "Sam", "Tariq",
)  # fmt: skip
ROLES = ("Head of Service", "Team Manager", "Principal Social Worker", "Practice Lead", "Programme Officer")
WHAT = (
    "Family", "Youth", "Mentoring", "Kinship", "School", "Transition", "Housing", "Supervision", "Fostering",
    "Safeguarding", "Advocacy",
)  # fmt: skip
HOW = (
    "Hub", "Circle", "Pathway", "Academy", "Partnership", "Panel", "Service", "Project", "Network", "Programme",
    "Pilot", "Clinic", "Forum",
)  # fmt: skip

ONSETS = ("b", "br", "c", "ch", "d", "dr", "f", "g", "gl", "h", "k", "l", "m", "n", "p", "pr", "r", "s", "st", "t", "w")
VOWELS = ("a", "e", "i", "o", "u", "ai", "ea", "oo")
CODAS = ("", "", "", "l", "ll", "m", "n", "nd", "r", "rt", "s", "th", "ck")
ENDINGS = ("", "", "", "", "ing", "ed", "s", "er", "ly", "ment", "ford", "ton")

WORDS_OF_ITS_OWN = 2.7
"""Words that a record has and no earlier one, on average: of 1,000 and 10,000 records about 6,000 and 30,000."""

RARE_WORDS = 12
"""Rare words in the text of a record: one in each quotation, two in each of five sections."""


class Tail:
    """The rare words of a collection: most are met once, some again and again."""

    def __init__(self, pick: random.Random, known: Iterable[str]) -> None:
        self._random = pick
        self._known = set(known)
        self._used: list[str] = []

    def new(self) -> str:
        """A word that there was not yet."""
        while True:
            word = "".join(self._syllable() for _ in range(self._random.choice((1, 2, 2, 2, 3))))
            word += self._random.choice(ENDINGS)
            if len(word) > 3 and word not in self._known:
                self._known.add(word)
                self._used.append(word)
                return word

    def word(self, newness: float) -> str:
        """A new word with this probability, else one again; those used often more likely (Simon 1955)."""
        if not self._used or self._random.random() < newness:
            return self.new()
        word = self._random.choice(self._used)
        self._used.append(word)
        return word

    def _syllable(self) -> str:
        return "".join(self._random.choice(part) for part in (ONSETS, VOWELS, CODAS))


class Maker:
    """Makes records out of the bundled collection's sentences and invented words."""

    def __init__(self, contents: Contents, seed: int) -> None:
        self._random = random.Random(seed)
        self._contents = contents
        accounts = (section.body for i in contents.initiatives for section in i.sections)
        text = " ".join(re.sub(r"[*\n-]+", " ", body) for body in accounts)
        self._sentences = [sentence.strip() for sentence in re.findall(r"[A-Z][^.!?]{30,200}[.!?]", text)]
        self._tail = Tail(self._random, _words(text))
        self._keywords = sorted({keyword for i in contents.initiatives for keyword in i.keywords})
        self._quotes = [quote for i in contents.initiatives for quote in i.quotes]
        self._figures = [figure for i in contents.initiatives for figure in i.figures]
        self._titles: set[str] = set()

    def record(self, number: int) -> Initiative:
        """One record, of a title that no other has."""
        pick = self._random
        authority = pick.choice(self._contents.authorities).name
        title = self._title()
        name = f"{pick.choice(FIRST)} {self._tail.word(0.6).title()}"
        email = f"{name.replace(' ', '.').lower()}@{_kebab(authority)}.example"
        category = pick.choice(self._contents.categories)
        return Initiative(
            id=f"{_kebab(f'{authority} {title}')[:50].strip('-')}-{number}",
            title=title,
            authorities=(authority,),
            category=category.id,
            summary=" ".join(pick.sample(self._sentences, 2)),
            keywords=tuple(pick.sample(self._keywords, 12)),
            contacts=(Contact(name, pick.choice(ROLES), email),),
            team=f"{pick.choice(WHAT)} Team",
            themes=tuple(theme.id for theme in pick.sample(self._contents.themes, 2)),
            quotes=tuple(self._some_quotes()),
            figures=tuple(pick.sample(self._figures, 4)),
            full_text=self._text(),
            source=Source("An invented publisher", f"Invented page {number // 20}", None, None, "2026-01-01"),
            origin="imported",
        )

    def _title(self) -> str:
        pick = self._random
        while True:
            title = f"{self._tail.word(0.5).title()} {pick.choice(WHAT)} {pick.choice(HOW)}"
            if title not in self._titles:
                self._titles.add(title)
                return title

    def _some_quotes(self) -> list[Quote]:
        """Two quotations of the bundle, a word changed in each so that most can be told from the others."""
        return [
            replace(quote, text=self._spiced(quote.text, 1), speaker=f"{self._random.choice(FIRST)}, a practitioner")
            for quote in self._random.sample(self._quotes, 2)
        ]

    def _text(self) -> str:
        parts = []
        for heading in self._random.sample(HOW, 5):
            sentences = self._random.sample(self._sentences, 5)
            sentences[:2] = (self._spiced(sentence, 1) for sentence in sentences[:2])
            parts += [f"## The {heading.lower()}", " ".join(sentences[:3]), *(f"- {each}" for each in sentences[3:])]
        return "\n\n".join(parts)

    def _spiced(self, text: str, words: int) -> str:
        """`text` with some of its words exchanged for rare ones."""
        parts = text.split(" ")
        places = [place for place, part in enumerate(parts) if part.isalpha() and part.islower() and len(part) > 4]
        for place in self._random.sample(places, min(words, len(places))):
            parts[place] = self._tail.word((WORDS_OF_ITS_OWN - 0.6 - 0.5) / RARE_WORDS)
        return " ".join(parts)


def invented(contents: Contents, number: int, seed: int = 1, progress: Progress = no_progress) -> Contents:
    """A collection of `number` invented records, with the tables and the thesaurus of `contents`."""
    maker = Maker(contents, seed)
    made = []
    for count in range(1, number + 1):
        if count % 200 == 1:
            progress("Inventing records", count - 1, number)
        made.append(maker.record(count))
    return replace(contents, initiatives=tuple(made), imports=())


def _words(text: str) -> list[str]:
    return re.findall(r"[a-z]+", text.lower())


def _kebab(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")


def main(arguments: Sequence[str] | None = None) -> None:
    """Writes the file."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("number", type=int)
    parser.add_argument("file", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args(arguments)
    with Collection.open(ROOT / "data" / "spotlight.db") as collection:
        contents = collection.contents()
    made = replace(invented(contents, options.number, options.seed), acronyms=(), signposts=())
    options.file.write_text(json.dumps(collection_document(made), ensure_ascii=False), encoding="utf-8")
    print(f"{options.number} invented initiatives in {options.file}")


if __name__ == "__main__":
    main()
