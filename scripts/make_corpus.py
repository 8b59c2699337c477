"""Makes a large invented collection to measure with: python3 scripts/make_corpus.py NUMBER FILE.json [--seed N].

The records are invented: their sentences are those of the bundled accounts in another order, their people and titles
are made of lists. The same number and seed give the same file.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "src"))

from spotlight_tui import Collection  # noqa: E402
from spotlight_tui.exports.tables import collection_document  # noqa: E402
from spotlight_tui.records import Contact, Contents, Figure, Initiative, Quote, Source  # noqa: E402

FIRST = (
    "Ada",
    "Bea",
    "Cyrus",
    "Dina",
    "Emeka",
    "Farah",
    "Gita",
    "Hal",
    "Ines",
    "Jonah",
    "Kemi",
    "Leo",
    "Mina",
    "Noor",
    "Olga",
    "Priya",
    "Quentin",
    "Rosa",
    "Sam",
    "Tariq",
)
LAST = (
    "Abbey",
    "Brook",
    "Carter",
    "Dale",
    "Elm",
    "Fields",
    "Grove",
    "Heath",
    "Ivory",
    "Jessop",
    "Kaur",
    "Lane",
    "Marsh",
    "Nkemelu",
    "Oakes",
    "Perry",
    "Quill",
)
ROLES = ("Head of Service", "Team Manager", "Principal Social Worker", "Practice Lead", "Programme Officer")
WHAT = (
    "Family",
    "Youth",
    "Mentoring",
    "Kinship",
    "School",
    "Transition",
    "Housing",
    "Supervision",
    "Fostering",
    "Safeguarding",
    "Advocacy",
)
HOW = (
    "Hub",
    "Circle",
    "Pathway",
    "Academy",
    "Partnership",
    "Panel",
    "Service",
    "Project",
    "Network",
    "Programme",
    "Pilot",
    "Clinic",
    "Forum",
)
PLACES = (
    "North",
    "South",
    "East",
    "West",
    "Riverside",
    "Parkside",
    "Hilltop",
    "Canal",
    "Market",
    "Station",
    "Green",
    "Common",
    "Bridge",
    "Mill",
)


class Maker:
    """Makes records out of the bundled collection's words."""

    def __init__(self, contents: Contents, seed: int) -> None:
        self._random = random.Random(seed)
        self._contents = contents
        accounts = (section.body for i in contents.initiatives for section in i.sections)
        text = " ".join(re.sub(r"[*\n-]+", " ", body) for body in accounts)
        self._sentences = [sentence.strip() for sentence in re.findall(r"[A-Z][^.!?]{30,200}[.!?]", text)]
        self._keywords = sorted({keyword for i in contents.initiatives for keyword in i.keywords})
        self._quotes = [quote for i in contents.initiatives for quote in i.quotes]
        self._figures = [figure for i in contents.initiatives for figure in i.figures]

    def record(self, number: int) -> Initiative:
        """One record; its number is in its title, so that no two are the same piece of work."""
        pick = self._random
        authority = pick.choice(self._contents.authorities).name
        title = f"{pick.choice(PLACES)} {pick.choice(WHAT)} {pick.choice(HOW)} {number}"
        name = f"{pick.choice(FIRST)} {pick.choice(LAST)}"
        email = f"{name.replace(' ', '.').lower()}@{_kebab(authority)}.example"
        category = pick.choice(self._contents.categories)
        return Initiative(
            id=_kebab(f"{authority} {title}")[:60].strip("-"),
            title=title,
            authorities=(authority,),
            category=category.id,
            summary=" ".join(pick.sample(self._sentences, 2)),
            keywords=tuple(pick.sample(self._keywords, 12)),
            contacts=(Contact(name, pick.choice(ROLES), email),),
            team=f"{pick.choice(WHAT)} Team",
            themes=tuple(theme.id for theme in pick.sample(self._contents.themes, 2)),
            quotes=tuple(self._some_quotes(number)),
            figures=tuple(self._some_figures()),
            full_text=self._text(),
            source=Source("An invented publisher", f"Invented page {number // 20}", None, None, "2026-01-01"),
            origin="imported",
        )

    def _some_quotes(self, number: int) -> list[Quote]:
        chosen = self._random.sample(self._quotes, 2)
        return [replace(quote, speaker=f"Speaker {number}") for quote in chosen]

    def _some_figures(self) -> list[Figure]:
        return self._random.sample(self._figures, 4)

    def _text(self) -> str:
        parts = []
        for heading in self._random.sample(HOW, 5):
            sentences = self._random.sample(self._sentences, 8)
            parts += [f"## The {heading.lower()}", " ".join(sentences[:5]), *(f"- {each}" for each in sentences[5:])]
        return "\n\n".join(parts)


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
    maker = Maker(contents, options.seed)
    initiatives = tuple(maker.record(number) for number in range(1, options.number + 1))
    invented = replace(contents, acronyms=(), signposts=(), initiatives=initiatives)
    options.file.write_text(json.dumps(collection_document(invented), ensure_ascii=False), encoding="utf-8")
    print(f"{options.number} invented initiatives in {options.file}")


if __name__ == "__main__":
    main()
