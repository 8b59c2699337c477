"""One initiative from one file: YAML front matter, and the account in Markdown below it."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

from ..records import HEADINGS, QUOTE_KINDS, Contact, Figure, Initiative, Link, Quote, Section, Source
from ..text import clean
from .fields import Fields, Report, compose, read_text

_FRONT_MATTER = re.compile(r"\A---\n(.*?\n)---\n(.*)\Z", re.S)
_HEADING = re.compile(r"(#{1,6})\s+(.*)")
_EMAIL = re.compile(r"[A-Za-z0-9._%+'-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_LONGEST_ID = 60
_KEYWORDS = range(10, 26)
_LONGEST_QUOTE = 70
"""Words. The rule is about 60; a sentence may be finished."""


def read_record(path: Path, sources: dict[str, Source], report: Report) -> tuple[Initiative, Fields] | None:
    """The initiative of a file and the fields it came from, for further checks; problems go to `report`."""
    text = read_text(path, report)
    if text is None:
        return None
    matched = _FRONT_MATTER.match(text)
    if not matched:
        report.add(1, "file", "should begin with front matter between two lines of ---")
        return None
    node = compose(matched[1], report, 2)
    if node is None:
        if not report.problems:
            report.add(2, "file", "has no fields")
        return None
    fields = Fields(node, report, first_line=2)
    sections = tuple(_sections(matched[2], matched[1].count("\n") + 3, report))
    initiative = Initiative(
        id=_id(fields, path),
        title=fields.text("title"),
        authorities=fields.texts("authorities"),
        category=fields.optional("category"),
        also_in=fields.texts("also_in"),
        summary=" ".join(fields.text("summary").split()),
        sections=sections,
        keywords=fields.texts("keywords"),
        contacts=tuple(_contact(item) for item in fields.items("contacts")),
        team=fields.optional("team"),
        partners=fields.texts("partners"),
        themes=fields.texts("themes"),
        quotes=tuple(_quote(item) for item in fields.items("quotes")),
        figures=tuple(_figure(item) for item in fields.items("figures")),
        links=tuple(_link(item) for item in fields.items("links")),
        videos=tuple(_link(item) for item in fields.items("videos")),
        notes=fields.texts("notes"),
        source=_source(fields, sources),
    )
    fields.end()
    if "category" not in fields.names:
        fields.problem("category", "is missing; write `category: null` for related reading")
    if not initiative.authorities:
        fields.problem("authorities", "is missing")
    if not sections:
        report.add(fields.line, "account", "has no section")
    if len(initiative.keywords) not in _KEYWORDS:
        fields.problem("keywords", f"should be 10 to 25, not {len(initiative.keywords)}")
    return initiative, fields


def _id(fields: Fields, path: Path) -> str:
    value = fields.text("id")
    if value and (not _ID.fullmatch(value) or len(value) > _LONGEST_ID):
        fields.problem("id", f"should be in kebab-case and at most {_LONGEST_ID} characters")
    elif value and value != path.stem:
        fields.problem("id", f"should be the file's name, {path.stem}")
    return value


def _sections(text: str, first_line: int, report: Report) -> list[Section]:
    found: list[tuple[str, int, list[str]]] = []
    for number, written in enumerate(text.split("\n"), first_line):
        line = clean(written)
        if line != written:
            report.add(number, "account", "holds control or invisible characters")
        heading = _HEADING.match(line)
        if heading:
            name = heading[2].strip()
            if heading[1] != "##" or name not in HEADINGS:
                report.add(number, "account", f"{line.strip()!r} is not one of: ## " + ", ## ".join(HEADINGS))
            found.append((name, number, []))
        elif found:
            found[-1][2].append(line.rstrip())
        elif line.strip():
            report.add(number, "account", "text before the first heading")
            found.append(("", number, [line]))
    order = [(HEADINGS.index(name), number) for name, number, _ in found if name in HEADINGS]
    for (before, _), (here, number) in pairwise(order):
        if here <= before:
            report.add(number, "account", "the headings should stand once each, in the order: " + ", ".join(HEADINGS))
    sections = []
    for name, number, lines in found:
        body = "\n".join(lines).strip()
        if not body:
            report.add(number, "account", f"{name!r} is empty; leave the heading out")
        sections.append(Section(name, body))
    return sections


def _contact(fields: Fields) -> Contact:
    contact = Contact(
        fields.text("name"),
        fields.optional("role"),
        fields.optional("email"),
        fields.optional("phone"),
        fields.optional("organisation"),
    )
    if contact.email and not _EMAIL.fullmatch(contact.email):
        fields.problem("email", f"{contact.email!r} is not an e-mail address")
    fields.end()
    return contact


def _quote(fields: Fields) -> Quote:
    text = fields.text("text")
    if not text.count("[…]") and len(text.split()) > _LONGEST_QUOTE:
        fields.problem("text", "is longer than about 60 words; cut it and mark the cut […]")
    quote = Quote(
        text, fields.optional("speaker"), fields.optional("date"), fields.text("kind"), fields.optional("context")
    )
    if quote.kind and quote.kind not in QUOTE_KINDS:
        fields.problem("kind", f"{quote.kind!r} is not one of: " + ", ".join(QUOTE_KINDS))
    fields.end()
    return quote


def _figure(fields: Fields) -> Figure:
    figure = Figure(
        fields.text("label"),
        fields.optional("measure"),
        fields.text("value"),
        fields.optional("unit"),
        fields.number("before"),
        fields.number("after"),
        fields.optional("period"),
        fields.optional("note"),
    )
    if figure.before is not None and figure.after is None:
        fields.problem("before", "stands without after; a single figure is after")
    fields.end()
    return figure


def _link(fields: Fields) -> Link:
    link = Link(fields.text("label"), fields.optional("url"))
    if link.url and not link.url.startswith(("https://", "http://")):
        fields.problem("url", f"{link.url!r} is not a web address")
    fields.end()
    return link


def _source(record: Fields, sources: dict[str, Source]) -> Source:
    fields = record.mapping("source")
    if fields is None:
        record.problem("source", "is missing")
        return Source()
    document = fields.text("document")
    if document and document not in sources:
        fields.problem("document", f"{document!r} is not in sources.yaml")
    lines = fields.texts("lines")
    fields.end()
    known = sources.get(document, Source(document=document))
    if len(lines) != 2 or not all(line.isdecimal() for line in lines) or not 1 <= int(lines[0]) <= int(lines[1]):
        fields.problem("lines", "should be [first, last], numbered from 1")
        return known
    return Source(
        known.publisher,
        known.title,
        known.url,
        known.published,
        known.read_on,
        document,
        (int(lines[0]), int(lines[1])),
    )
