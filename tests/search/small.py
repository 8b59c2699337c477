"""Small collections made for one test, and what a search of them gives."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

from spotlight_tui import Collection
from spotlight_tui.database.writer import write
from spotlight_tui.records import (
    Acronym,
    Authority,
    Category,
    Concept,
    Contents,
    Initiative,
    Publisher,
    Section,
    Signpost,
    Theme,
)
from spotlight_tui.sources.records_folder import read_folder

Make = Callable[..., Collection]

SPELLINGS = read_folder(Path(__file__).resolve().parents[2] / "data").spellings

CONTENTS = Contents(
    publisher=Publisher("Alliance"),
    spellings=SPELLINGS,
    categories=(Category("workforce", 1, "Workforce", "Workforce"),),
    authorities=(Authority("Sutton"), Authority("Barnet")),
    themes=(Theme("green-places", "Green places", "Outside."),),
)


def record(id_: str, account: str = "", **fields: object) -> Initiative:
    """A record with `account` as its one section."""
    sections = (Section("Why", account),) if account else ()
    return replace(Initiative(id_, "A title", sections=sections), **fields)  # type: ignore[arg-type]


def opened(
    path: Path,
    records: Iterable[Initiative],
    acronyms: Iterable[tuple[str, str]] = (),
    signposts: Iterable[str] = (),
    thesaurus: Iterable[Concept] = (),
    everyday_words: Iterable[str] = (),
) -> Collection:
    """A collection of these, written at `path`."""
    contents = replace(
        CONTENTS,
        initiatives=tuple(records),
        acronyms=tuple(Acronym(*pair) for pair in acronyms),
        thesaurus=tuple(thesaurus),
        everyday_words=tuple(everyday_words),
        signposts=tuple(
            Signpost(f"signpost-{n}", ("Barnet",), title, "workforce") for n, title in enumerate(signposts)
        ),
    )
    write(contents, path)
    return Collection.open(path)


def found(collection: Collection, query: str, exact: bool = False) -> list[str]:
    """The ids found, best first."""
    return [hit.id for hit in collection.search(query, limit=None, exact=exact).hits]
