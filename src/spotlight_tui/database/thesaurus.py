"""The thesaurus and the acronyms as rows: every name of a concept, by the stems of its words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..records import Contents
from ..text import words_of
from .stemmer import Stemmer

Row = dict[str, Any]


def concept_rows(contents: Contents) -> Iterator[tuple[str, list[Row]]]:
    """The rows of the thesaurus' tables.

    An acronym joins the concept that has its long form among its names, or that has the acronym itself; else it is a
    concept of its own. A name that two concepts claim stays with the first. What comes of an acronym has kinds of its
    own, by which it is told from the thesaurus when the file is read again.
    """
    stems = Stemmer().stems(sorted({word for name in all_names(contents) for word in words_of(name)}))
    owners: dict[str, str] = {}
    names: dict[str, list[Row]] = {}

    def key(name: str) -> str:
        return " ".join(stems[word] for word in words_of(name))

    def add(concept: str, name: str, kind: str) -> bool:
        if not key(name) or key(name) in owners:
            return False
        owners[key(name)] = concept
        of = names.setdefault(concept, [])
        of.append({"stems": key(name), "concept": concept, "position": len(of) + 1, "name": name, "kind": kind})
        return True

    concepts = [concept for concept in contents.thesaurus if add(concept.term, concept.term, "term")]
    for concept in concepts:
        for kind in ("entry", "plain"):
            for name in getattr(concept, kind):
                add(concept.term, name, kind)
    for acronym in contents.acronyms:
        owner = owners.get(key(acronym.long)) or owners.get(key(acronym.short)) or acronym.long
        add(owner, acronym.long, "long form")
        add(owner, acronym.short, "acronym")
    yield "concepts", [{"term": term, "position": n} for n, term in enumerate(names, 1)]
    yield "concept_names", [row for rows in names.values() for row in rows]
    terms = {concept.term for concept in concepts}
    yield (
        "concept_links",
        [
            {"concept": concept.term, "kind": kind, "position": n, "other": other}
            for concept in concepts
            for kind in ("broader", "related")
            for n, other in enumerate(getattr(concept, kind), 1)
            if other in terms
        ],
    )


def all_names(contents: Contents) -> Iterator[str]:
    """The names of all concepts and acronyms."""
    for concept in contents.thesaurus:
        yield from concept.names
    for acronym in contents.acronyms:
        yield from (acronym.short, acronym.long)
