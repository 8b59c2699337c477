"""The words of the field: what a collection is made of, as frozen dataclasses.

The fields of `Initiative` and the other classes stand in the order in which the JSON export prints them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

QuoteKind = Literal["staff", "child-or-young-person", "parent-or-family", "school", "inspector", "leader", "other"]
QUOTE_KINDS: tuple[str, ...] = get_args(QuoteKind)

Origin = Literal["bundled", "imported"]

HEADINGS = ("Why", "What they did", "How it runs", "What changed", "Voices", "For others")
"""The sections an account may have, in their order; the same for every initiative so that any two can be compared."""

SUBMISSIONS = 112
"""How many submissions Practice Spotlight had at its launch in November 2024."""


class SpotlightError(Exception):
    """Something a reader can cause or mend; the message says what happened and what to do, in one line."""


@dataclass(frozen=True, slots=True)
class Section:
    heading: str
    body: str
    """Plain paragraphs, `- ` bullets and `**bold**`."""


@dataclass(frozen=True, slots=True)
class Contact:
    """A person to write to, exactly as the source prints them."""

    name: str
    role: str | None = None
    email: str | None = None
    phone: str | None = None
    organisation: str | None = None


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of the source, verbatim, a cut inside marked […]."""

    text: str
    speaker: str | None = None
    date: str | None = None
    """As printed."""
    kind: str = "other"
    context: str | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """A number that the source states."""

    label: str
    measure: str | None = None
    """A measure's id where the figure can be laid beside those of other authorities."""
    value: str = ""
    """The figure in the source's words."""
    unit: str | None = None
    before: float | None = None
    after: float | None = None
    """Of a change both numbers; of a single figure this one alone; of ranges and ratios neither."""
    period: str | None = None
    note: str | None = None
    """Begins with `over` or `under` where the figure is a bound."""


@dataclass(frozen=True, slots=True)
class Link:
    label: str
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """Where a record was read from; what is not known is None."""

    publisher: str | None = None
    title: str | None = None
    url: str | None = None
    published: str | None = None
    read_on: str | None = None
    document: str | None = None
    lines: tuple[int, int] | None = None
    """First and last line of the passage in the document, from 1."""


@dataclass(frozen=True, slots=True)
class Initiative:
    """One piece of practice, as its authority published it; never rated."""

    id: str
    title: str
    authorities: tuple[str, ...] = ()
    category: str | None = None
    also_in: tuple[str, ...] = ()
    summary: str = ""
    sections: tuple[Section, ...] = ()
    keywords: tuple[str, ...] = ()
    contacts: tuple[Contact, ...] = ()
    team: str | None = None
    partners: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    quotes: tuple[Quote, ...] = ()
    figures: tuple[Figure, ...] = ()
    links: tuple[Link, ...] = ()
    videos: tuple[Link, ...] = ()
    notes: tuple[str, ...] = ()
    full_text: str | None = None
    source: Source = Source()
    origin: Origin = "bundled"


@dataclass(frozen=True, slots=True)
class Listing:
    """An initiative in a list: what identifies it."""

    id: str
    title: str
    authorities: tuple[str, ...]
    category: str | None
    origin: str
    contact: str | None = None
    """The first contact's name."""


@dataclass(frozen=True, slots=True)
class Counts:
    """How much of something there is."""

    initiatives: int
    authorities: int
    submissions: int
    """Initiatives that are submissions, not related reading."""


@dataclass(frozen=True, slots=True)
class Category:
    id: str
    number: int
    name: str
    short_name: str
    description: str | None = None
    sponsor: str | None = None
    source_url: str | None = None
    initiatives: int = 0
    """How many initiatives the collection holds in it, those that are also in it included."""


@dataclass(frozen=True, slots=True)
class Authority:
    name: str
    aliases: tuple[str, ...] = ()
    serves: tuple[str, ...] = ()
    """For an organisation that runs children's services for several authorities: their names."""


@dataclass(frozen=True, slots=True)
class Theme:
    id: str
    name: str
    description: str = ""


@dataclass(frozen=True, slots=True)
class Measure:
    id: str
    name: str
    unit: str
    description: str = ""


@dataclass(frozen=True, slots=True)
class Acronym:
    short: str
    long: str


@dataclass(frozen=True, slots=True)
class Signpost:
    """Work that a page names and that the collection does not hold yet."""

    id: str
    authorities: tuple[str, ...]
    title: str | None
    category: str
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Publisher:
    """Whom an update request goes to."""

    name: str
    url: str | None = None
    contacts: tuple[Contact, ...] = ()


@dataclass(frozen=True, slots=True)
class Concept:
    """One thing of the sector, with all that people call it, so that a search for one name finds the others."""

    term: str
    """The sector's usual name."""
    entry: tuple[str, ...] = ()
    """What the sector says too."""
    plain: tuple[str, ...] = ()
    """What somebody says who knows none of that."""
    broader: tuple[str, ...] = ()
    """Terms of which this is a kind."""
    related: tuple[str, ...] = ()
    """Terms that somebody who looks for this would be glad to see."""

    @property
    def names(self) -> tuple[str, ...]:
        return (self.term, *self.entry, *self.plain)


@dataclass(frozen=True, slots=True)
class Spelling:
    """Two spellings of a word, or of the ending of words."""

    british: str
    american: str
    ending: bool = False


@dataclass(frozen=True, slots=True)
class ImportNote:
    """From where and when the reader imported an initiative, or the full text of one that came with the program."""

    initiative: str
    """Its id."""
    at: str
    """When, ISO with date, time and zone."""
    document: str | None = None
    """File name of what was imported."""
    url: str | None = None
    lines: tuple[int, int] | None = None
    """First and last line of the passage in the document, from 1."""


@dataclass(frozen=True, slots=True)
class Contents:
    """Everything a collection holds."""

    publisher: Publisher
    categories: tuple[Category, ...] = ()
    authorities: tuple[Authority, ...] = ()
    themes: tuple[Theme, ...] = ()
    measures: tuple[Measure, ...] = ()
    acronyms: tuple[Acronym, ...] = ()
    signposts: tuple[Signpost, ...] = ()
    initiatives: tuple[Initiative, ...] = ()
    imports: tuple[ImportNote, ...] = ()
    """In the reader's own collection: what was imported; no part of an export."""
    thesaurus: tuple[Concept, ...] = ()
    """For search; no part of an export."""
    spellings: tuple[Spelling, ...] = ()
    """For search; no part of an export."""
    everyday_words: tuple[str, ...] = ()
    """Words that tell little of what somebody looks for; for search, no part of an export."""
