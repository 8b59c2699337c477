"""The folder of the thesaurus: files of concepts by subject, checked for names that clash and for circles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from ..database.stemmer import Stemmer
from ..records import Acronym, Concept
from ..text import words_of
from .fields import Fields, Problem, Report, read_list

_Place = tuple[Fields, Concept]


def read_thesaurus(folder: Path, acronyms: Iterable[Acronym], problems: list[Problem]) -> tuple[Concept, ...]:
    """The concepts of every file in `folder`, in order of the files; none where there is no folder."""
    places: list[_Place] = []
    reports: list[Report] = []
    for path in sorted(folder.glob("*.yaml")):
        report = Report(f"{folder.name}/{path.name}")
        reports.append(report)
        for fields in read_list(path, report):
            concept = Concept(
                fields.text("term"),
                fields.texts("entry"),
                fields.texts("plain"),
                fields.texts("broader"),
                fields.texts("related"),
            )
            fields.end()
            places.append((fields, concept))
    _check_names(places, acronyms)
    _check_links(places)
    for report in reports:
        problems += report.problems
    return tuple(concept for _, concept in places)


@dataclass(frozen=True, slots=True)
class _Name:
    """A name, and where it stands."""

    fields: Fields
    concept: Concept
    text: str
    field: str
    index: int | None = None

    def problem(self, message: str) -> None:
        self.fields.problem(self.field, f"{self.text!r} {message}", self.index)


def _names(fields: Fields, concept: Concept) -> Iterator[_Name]:
    if concept.term:
        yield _Name(fields, concept, concept.term, "term")
    for field in ("entry", "plain"):
        for index, text in enumerate(getattr(concept, field)):
            yield _Name(fields, concept, text, field, index)


def _check_names(places: list[_Place], acronyms: Iterable[Acronym]) -> None:
    """Each name stands for one concept, and once in it, however its words are inflected."""
    acronyms = tuple(acronyms)
    names = [name for fields, concept in places for name in _names(fields, concept)]
    texts = [*(name.text for name in names), *(text for a in acronyms for text in (a.short, a.long))]
    stems = Stemmer().stems(sorted({word for text in texts for word in words_of(text)}))

    def key(text: str) -> str:
        return " ".join(stems[word] for word in words_of(text))

    owners: dict[str, _Name] = {}
    for name in names:
        if not key(name.text):
            name.problem("holds no word")
            continue
        owner = owners.setdefault(key(name.text), name)
        if owner.concept is not name.concept:
            name.problem(f"is already a name of {owner.concept.term!r}")
        elif owner is not name and (owner.field, owner.text) != (name.field, name.text):  # which Fields tells
            name.problem(f"is the same to search as {owner.text!r}, which stands above it")
    for acronym in acronyms:
        short, long = owners.get(key(acronym.short)), owners.get(key(acronym.long))
        if short and long and short.concept is not long.concept:
            short.problem(f"stands for {acronym.long!r}, which is a name of {long.concept.term!r}")


def _check_links(places: list[_Place]) -> None:
    """What a concept names is there, and nothing is a kind of itself."""
    concepts = {concept.term: concept for _, concept in places}
    told: set[str] = set()
    for fields, concept in places:
        for kind in ("broader", "related"):
            for index, other in enumerate(getattr(concept, kind)):
                if other not in concepts:
                    fields.problem(kind, f"there is no term {other!r}", index)
                elif other == concept.term:
                    fields.problem(kind, "names itself", index)
        circle = _circle(concept.term, concepts)
        if len(circle) > 2 and told.isdisjoint(circle):
            fields.problem("broader", f"goes in a circle: {' → '.join(circle)}")
            told.update(circle)


def _circle(term: str, concepts: Mapping[str, Concept]) -> list[str]:
    """The way from a term over its broader ones back to it; empty where there is none."""
    ways = [[term]]
    seen = set()
    while ways:
        way = ways.pop()
        for other in concepts[way[-1]].broader if way[-1] in concepts else ():
            if other == term:
                return [*way, other]
            if other not in seen:
                seen.add(other)
                ways.append([*way, other])
    return []
