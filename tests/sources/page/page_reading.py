"""Documents made from text, read as pages, in every shape that a page comes in."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from spotlight_tui.records import Contents, Initiative
from spotlight_tui.sources.documents.text import read_text
from spotlight_tui.sources.lines import Document, TextLine
from spotlight_tui.sources.page import Page, read_page
from spotlight_tui.sources.records_folder import read_folder
from spotlight_tui.text import words_of

ROOT = Path(__file__).resolve().parents[3]
PAGES = ROOT / "tests" / "pages" / "submissions"
FOOT = "Practice Spotlight Navigation Panel:"

_SIGN = re.compile(r"[•‣]\s+|[-*]\s+")
_LABEL = re.compile(
    r"(?:summary of project|(?:key )?contacts?(?:\(s\))?|team|partners?|main submission"
    r"|read more(?: about this project)?|supporting (?:information|materials?)(?:/materials)?)\s*(?::|$|(?=[A-Z]))\s*",
    re.I,
)


@cache
def known() -> Contents:
    """What the bundle is built from: authorities, categories, measures, publisher, and the hand-written records."""
    return read_folder(ROOT / "data")


def document(text: str, name: str = "page.txt", address: str | None = None, title: str | None = None) -> Document:
    """A text as a document, as it is copied from a browser."""
    return Document(name, read_text(name, text).lines, address, title)


def read(text: str, category: str | None = None) -> Page:
    return read_page(document(text), known(), category)


def page_of(*lines: str | TextLine) -> Page:
    """A page of lines that a document of another format brought: with headings, bold type, links."""
    numbered = []
    for number, line in enumerate(lines, 1):
        if isinstance(line, str):
            line = TextLine(number, line)
        numbered.append(TextLine(number, line.text, line.heading, line.bullet, line.bold, line.links))
    return read_page(Document("page.html", tuple(numbered)), known())


def one(text: str) -> Initiative:
    """The only submission of a page."""
    (initiative,) = read(text).initiatives
    return initiative


def submission(
    body: str,
    *,
    heading: str = "LB of Ealing – Keys",
    contact: str = "Rosalind Okonjo – Housing Lead – rosalind@ealing.example",
    partners: str | None = None,
    team: str | None = None,
) -> str:
    """The text of a page with one submission."""
    fields = [f"Team: {team}"] * (team is not None) + [f"Partners: {partners}"] * (partners is not None)
    return "\n".join(
        [
            "Sponsored by the Care Leavers Trust Board",
            heading,
            "Summary of project: Keys are cut for every care leaver.",
            f"Key Contact: {contact}",
            "Read more about this project",
            *fields,
            "Main Submission:",
            body,
            FOOT,
        ]
    )


def one_with(body: str) -> Initiative:
    """A submission with this text."""
    return one(submission(body))


def invented(name: str) -> str:
    """The text of an invented page."""
    return (PAGES / name).read_text(encoding="utf-8")


def messages(page: Page) -> list[str]:
    return [warning.message for warning in page.warnings]


def to_compact(text: str) -> str:
    """The same page without blank lines, bullets as dashes: what other browsers copy."""
    lines = [line for line in text.split("\n") if line.strip()]
    return "\n".join(re.sub(r"^\s*•\s+", "- ", line) for line in lines)


def lost_lines(text: str, page: Page) -> list[str]:
    """The lines of the submissions' passages that stand in no field and not in the full text."""
    lines = re.split(r"\r\n|\r|\n", text)
    lost = []
    for initiative in page.initiatives:
        held = _held(initiative)
        first, last = initiative.source.lines or (1, 0)
        for number in range(first, last + 1):
            line = lines[number - 1].partition(" – ")[2] if number == first else lines[number - 1]
            if not _is_held(line, held):
                lost.append(f"{number}: {lines[number - 1]}")
    return lost


def _is_held(line: str, held: str) -> bool:
    text = line.strip()
    sign = _SIGN.match(text)
    text = text[sign.end() :] if sign else text
    label = _LABEL.match(text)
    words = " ".join(words_of(text[label.end() :] if label else text))
    if not words or f" {words} " in held:
        return True
    is_field = label is not None and label[0].lower().startswith(("key contact", "partners"))
    return is_field and set(words.split()) <= set(held.split()) | _AROUND


_AROUND = frozenset(("and", "tel", "email", "n", "a", "none"))
"""What stands around the people and partners of a field."""


def _held(initiative: Initiative) -> str:
    contacts = [
        text for c in initiative.contacts for text in (c.name, c.role, c.organisation, c.email, c.phone) if text
    ]
    texts = (
        initiative.title,
        *initiative.authorities,
        initiative.summary,
        *contacts,
        initiative.team or "",
        *initiative.partners,
        initiative.full_text or "",
    )
    return f" {' '.join(' '.join(words_of(text)) for text in texts)} "
