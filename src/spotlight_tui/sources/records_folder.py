"""The folder that an editor of the collection works in: one file an initiative, and the tables beside them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from ..records import (
    Acronym,
    Authority,
    Category,
    Contact,
    Contents,
    Initiative,
    Measure,
    Publisher,
    Signpost,
    Source,
    Spelling,
    SpotlightError,
    Theme,
)
from ..text import words_of
from .fields import Fields, Problem, Report, compose, read_list, read_text
from .record_file import read_record
from .thesaurus_folder import read_thesaurus

T = TypeVar("T")


class RecordProblems(SpotlightError):
    """The folder holds mistakes; `problems` has each with file, line and field."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__(f"{len(problems)} problems in the collection's files")
        self.problems = problems


def read_folder(data: Path) -> Contents:
    """Everything in `data`, checked.

    Raises:
        RecordProblems: with every mistake in every file.
    """
    problems: list[Problem] = []
    sources = {source.document or "": source for source in _table(data / "sources.yaml", problems, _source)}
    tables = Contents(
        publisher=_publisher(data / "publisher.yaml", problems),
        categories=tuple(_table(data / "categories.yaml", problems, _category)),
        authorities=tuple(_table(data / "authorities.yaml", problems, _authority)),
        themes=tuple(_table(data / "themes.yaml", problems, _theme)),
        measures=tuple(_table(data / "measures.yaml", problems, _measure)),
        acronyms=tuple(_table(data / "acronyms.yaml", problems, _acronym)),
        everyday_words=_words(data / "everyday_words.txt", problems),
        spellings=tuple(_table(data / "spellings.yaml", problems, _spelling)),
    )
    tables = replace(tables, thesaurus=read_thesaurus(data / "thesaurus", tables.acronyms, problems))
    signposts = tuple(_signposts(data / "signposts.yaml", tables, problems))
    initiatives: list[Initiative] = []
    seen: dict[str, str] = {}
    for path in sorted((data / "collection").glob("*.md")):
        report = Report(f"collection/{path.name}")
        read = read_record(path, sources, report)
        if read:
            initiative, fields = read
            _check_references(initiative, fields, tables)
            if initiative.id in seen:
                fields.problem("id", f"{initiative.id!r} is used twice, first in {seen[initiative.id]}")
            seen.setdefault(initiative.id, report.file)
            initiatives.append(initiative)
        problems += report.problems
    if problems:
        raise RecordProblems(problems)
    counts = Counter(category for i in initiatives for category in (i.category, *i.also_in))
    categories = tuple(replace(category, initiatives=counts[category.id]) for category in tables.categories)
    documents = list(sources)
    initiatives.sort(key=lambda i: (documents.index(i.source.document or ""), i.source.lines, i.id))
    return replace(tables, categories=categories, signposts=signposts, initiatives=tuple(initiatives))


def _table(path: Path, problems: list[Problem], read: Callable[[Fields], T]) -> list[T]:
    """The entries of one table; an entry's first field names it and stands once."""
    report = Report(path.name)
    entries = []
    seen: set[str] = set()
    for fields in read_list(path, report):
        entry = read(fields)
        fields.end()
        name = next(iter(fields.names), "")
        key = fields.optional(name) or ""
        if key in seen:
            fields.problem(name, f"{key!r} is used twice")
        seen.add(key)
        entries.append(entry)
    problems += report.problems
    return entries


def _source(fields: Fields) -> Source:
    return Source(
        document=fields.text("document"),
        publisher=fields.text("publisher"),
        title=fields.text("title"),
        url=fields.text("url"),
        published=fields.optional("published"),
        read_on=fields.text("read_on"),
    )


def _category(fields: Fields) -> Category:
    return Category(
        id=fields.text("id"),
        number=int(fields.number("number") or 0),
        name=fields.text("name"),
        short_name=fields.text("short_name"),
        description=fields.optional("description"),
        sponsor=fields.text("sponsor"),
        source_url=fields.text("source_url"),
    )


def _authority(fields: Fields) -> Authority:
    return Authority(fields.text("name"), fields.texts("aliases"), fields.texts("serves"))


def _theme(fields: Fields) -> Theme:
    return Theme(fields.text("id"), fields.text("name"), fields.text("description"))


def _measure(fields: Fields) -> Measure:
    return Measure(fields.text("id"), fields.text("name"), fields.text("unit"), fields.text("description"))


def _acronym(fields: Fields) -> Acronym:
    return Acronym(fields.text("short"), fields.text("long"))


def _words(path: Path, problems: list[Problem]) -> tuple[str, ...]:
    """A list of words, without its comments, sorted as the database gives them back; none without a file."""
    report = Report(path.name)
    text = read_text(path, report) if path.is_file() else None
    problems += report.problems
    lines = (line.strip() for line in (text or "").splitlines())
    return tuple(sorted({word for line in lines if not line.startswith("#") for word in words_of(line)}))


def _spelling(fields: Fields) -> Spelling:
    spelling = Spelling(fields.text("british"), fields.text("american"), fields.optional("ending") == "true")
    for name in ("british", "american"):
        text = getattr(spelling, name)
        if text and words_of(text) != [text]:
            fields.problem(name, f"should be one word or ending in lower case, not {text!r}")
    if spelling.british and spelling.british == spelling.american:
        fields.problem("american", "is spelt like the British one")
    if fields.optional("ending") not in ("true", "false", None):
        fields.problem("ending", "should be true or false")
    return spelling


def _publisher(path: Path, problems: list[Problem]) -> Publisher:
    report = Report(path.name)
    text = read_text(path, report)
    fields = Fields(None if text is None else compose(text, report), report)
    contacts = []
    for item in fields.items("contacts"):
        contacts.append(Contact(item.text("name"), item.text("role"), item.text("email")))
        item.end()
    publisher = Publisher(fields.text("name"), fields.text("url"), tuple(contacts))
    fields.end()
    problems += report.problems
    return publisher


def _signposts(path: Path, tables: Contents, problems: list[Problem]) -> list[Signpost]:
    pages = {category.id: category.source_url for category in tables.categories}
    names = {authority.name for authority in tables.authorities}

    def read(fields: Fields) -> Signpost:
        category = fields.text("category")
        if category not in pages:
            fields.problem("category", f"{category!r} is not in categories.yaml")
        authorities = fields.texts("authorities")
        for index, name in enumerate(authorities):
            if name not in names:
                fields.problem("authorities", f"{name!r} is not in authorities.yaml", index)
        return Signpost(fields.text("id"), authorities, fields.optional("title"), category, pages.get(category))

    return _table(path, problems, read)


def _check_references(initiative: Initiative, fields: Fields, tables: Contents) -> None:
    """Tell what an initiative names that the tables beside it do not have."""
    categories = {category.id for category in tables.categories}
    known = {
        "authorities": {authority.name for authority in tables.authorities},
        "themes": {theme.id for theme in tables.themes},
        "also_in": categories,
    }
    for name, entries in known.items():
        for index, value in enumerate(getattr(initiative, name)):
            if value not in entries:
                table = "categories" if name == "also_in" else name
                fields.problem(name, f"{value!r} is not in {table}.yaml", index)
    if initiative.category is not None and initiative.category not in categories:
        fields.problem("category", f"{initiative.category!r} is not in categories.yaml")
    measures = {measure.id: measure for measure in tables.measures}
    for figure, item in zip(initiative.figures, fields.items("figures"), strict=True):
        if figure.measure is None:
            continue
        if figure.measure not in measures:
            item.problem("measure", f"{figure.measure!r} is not in measures.yaml")
        elif figure.unit != measures[figure.measure].unit:
            item.problem("unit", f"should be {measures[figure.measure].unit}, as {figure.measure} is counted in that")
