"""The passage of a record that answers a query, cut at word boundaries, the words found marked."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from ..database.reader import Reader
from ..database.schema import ENTRY_END, SEARCH_FIELDS
from ..text import Finder, join_neighbours
from .lighting import Signs
from .query import Way
from .ranking import Text, places_of, strings_of

_BULLET = re.compile(r"^- ", re.M)
_LEAD = re.compile(r"(?<!\S)\S+\s+\S+\s+[^\w\s]*$")
"""The two words shown before the first word found, and signs that stand at it."""
WIDTH = 160
"""Characters of an excerpt, about."""
_SPAN = 24
"""Words of it, about."""

_TELLING = 0.5
"""Windows begin at words that tell at least this part of what the best in the field tells."""
_WINDOWS = 60
"""Windows of a field that are looked at."""

_SHOWN = dict.fromkeys(("summary", "figures", "quotes", "people", "partners", "account", "full_text"), 1.0)
_SHOWN |= {"keywords": 0.6, "themes": 0.6}
"""The fields that have passages to show, and how much each is worth showing: what is no text of its own less."""

_PASSAGES = {
    "summary": "SELECT summary FROM initiatives WHERE id = ?",
    "account": "SELECT body FROM sections WHERE initiative = ? AND position = ?",
    "quotes": """SELECT text || coalesce(' – ' || speaker, '') || coalesce(' (' || context || ')', '')
                 FROM quotes WHERE initiative = ? AND position = ?""",
    "figures": """SELECT label || ': ' || value || coalesce(' (' || period || ')', '')
                  FROM figures WHERE initiative = ? AND position = ?""",
    "people": """SELECT name || coalesce(', ' || role, '') || coalesce(', ' || email, '')
                   || coalesce(', ' || organisation, '')
                 FROM contacts WHERE initiative = ? AND position = ?""",
    "team": "SELECT team FROM initiatives WHERE id = ?",
    "keywords": """SELECT k.keyword || ' – ' || coalesce(i.summary, '') FROM keywords k
                   JOIN initiatives i ON i.id = k.initiative WHERE k.initiative = ? AND k.position = ?""",
    "themes": """SELECT t.name || ' – ' || coalesce(t.description, '') FROM initiative_themes i
                 JOIN themes t ON t.id = i.theme WHERE i.initiative = ? AND i.position = ?""",
    "partners": "SELECT name FROM partners WHERE initiative = ? AND position = ?",
    "full_text": "SELECT full_text FROM initiatives WHERE id = ?",
}


@dataclass(frozen=True, slots=True)
class Passage:
    field: str
    """`summary`, `account`, `quotes`, `figures`, `contacts`, `team`, `partners`, `full_text`, `keywords`, `themes`."""
    part: int
    """Which of the field's entries it is, from 0."""


def plain(markdown: str) -> str:
    """The text of an account's paragraph without its bullets and bold marks, in one line."""
    if "\n" not in markdown and "**" not in markdown:
        return markdown
    return " ".join(_BULLET.sub("", markdown.replace("**", "")).split())


class Excerpts:
    """Makes the excerpts of one answer."""

    def __init__(self, reader: Reader, signs: Signs, lit: Mapping[str, float]) -> None:
        """Args:
        reader: the open file.
        signs: what to find in strings of words.
        lit: the words and phrases to mark, folded, with how much each tells.
        """
        self._reader = reader
        self._letters = signs.letters
        self._strings = signs.strings
        self._tells = signs.tells
        self._lit = lit
        self._finder = Finder(lit)
        self._pattern = re.compile(f"[{''.join(map(re.escape, signs.letters))}]") if signs.letters else None

    def best(
        self, id_: str, text: Text, ways: Sequence[Way | None], asked: Passage | None = None
    ) -> tuple[Passage, str]:
        """The passage of an initiative with the densest window of words found, and its text with them marked.

        Args:
            id_: the initiative's id.
            text: its words.
            ways: how it says each term best.
            asked: the passage to show whatever it holds.
        """
        field, part = (asked.field, asked.part) if asked else self._densest(text, ways)
        passage, shown = self._passage(id_, field, part)
        if not shown:
            passage, shown = self._passage(id_, "summary", 0)
        return passage, self.marked(shown)

    def _densest(self, text: Text, ways: Sequence[Way | None]) -> tuple[str, int]:
        """Of windows as good the earlier; a word counts once in a window."""
        strings = [
            (string, n, self._tells[n] * way.quality)
            for n, way in enumerate(ways)
            if way and len(way.places) > 1
            for string in strings_of(way)
        ]
        runs = sorted(
            (at, term, tells)
            for string, term, tells in (*strings, *self._strings)
            for at in places_of(string, text.words)
        )
        if self._pattern is None and not runs:
            return "summary", 0
        bounds = (*text.starts, len(text.words))
        shown = [(bounds[n], bounds[n + 1], field) for n, field in enumerate(SEARCH_FIELDS) if field in _SHOWN]
        authorities = text.words[text.starts[1] : text.starts[2]]  # every passage is of theirs: it tells nothing
        if not any(letter in text.words for letter in self._letters if letter not in authorities) and not runs:
            authorities = ""
        best, found = 0.0, ("summary", 0)
        for begin, finish, field in shown:
            places = [
                (match.start(), *self._letters[match[0]])
                for match in (self._pattern.finditer(text.words, begin, finish) if self._pattern else ())
            ]
            places = [place for place in places if text.words[place[0]] not in authorities]
            there = [run for run in runs if begin <= run[0] < finish]
            if there:
                places = sorted([*places, *there])
            telling = max((weight for _, _, weight in places), default=0.0) * _TELLING
            starts = [n for n, place in enumerate(places) if place[2] >= telling][:_WINDOWS]
            for n in starts:
                at = places[n][0]
                stop = text.words.find(ENTRY_END, at, at + _SPAN)
                score = _density(places, n, at + _SPAN if stop < 0 else stop) * _SHOWN[field]
                if score > best + 1e-9:
                    best, found = score, (field, text.words.count(ENTRY_END, begin, at))
        return found

    def _passage(self, id_: str, field: str, part: int) -> tuple[Passage, str]:
        whole = field in ("summary", "full_text")
        row = self._reader.row(_PASSAGES[field], [id_] if whole else [id_, part + 1])
        if field == "people":
            field = "contacts"
            if row is None:  # after the contacts stands the team
                field, row = "team", self._reader.row(_PASSAGES["team"], [id_])
        text = str(row[0]) if row and row[0] is not None else ""
        if field == "full_text":
            text = "".join(text.split("\n\n")[part : part + 1])
        return Passage(field, part), plain(text)

    def marked(self, text: str) -> str:
        """The best window of a text, the words found between ** and **; its beginning where it has none."""
        places = self._finder.places(text)
        if not places:
            return _cut(text)
        found = self._window(places)
        lead = _LEAD.search(text, 0, found)
        begin = lead.start() if lead and len(text) > WIDTH else 0
        end = len(text)
        if end - begin > WIDTH:
            space = text.rfind(" ", begin, begin + WIDTH)
            end = space if space > found else begin + WIDTH
        out, at = [], begin
        inside = [(start, stop) for start, stop, _ in places if begin <= start and stop <= end]
        for start, stop in join_neighbours(text, inside):
            out += [text[at:start], "**", text[start:stop], "**"]
            at = stop
        return ("…" if begin else "") + "".join(out) + text[at:end] + ("…" if end < len(text) else "")

    def _window(self, places: Sequence[tuple[int, int, str]]) -> int:
        """Where the best window of a text begins, the earlier of two as good."""
        best, found = 0.0, places[0][0]
        for at, (begin, _, _) in enumerate(places[:_WINDOWS]):
            inside = {word for _, end, word in places[at : at + _SPAN] if end - begin <= WIDTH * 0.8}
            score = sum(self._lit.get(word, 0.1) for word in inside)
            if score > best + 1e-9:
                best, found = score, begin
        return found


def _density(places: Sequence[tuple[int, int, float]], first: int, end: int) -> float:
    """What the words found tell between one of their places and another in the string; each term once."""
    terms: dict[int, float] = {}
    beside, last, last_term = 0.0, -2, -1
    for at, term, weight in islice(places, first, None):
        if at >= end:
            break
        if weight > terms.get(term, 0.0):
            terms[term] = weight
        if at == last + 1 and term != last_term:
            beside += 0.25 * weight
        last, last_term = at, term
    return sum(terms.values()) + beside


def _cut(text: str) -> str:
    return text if len(text) <= WIDTH else text[:WIDTH].rsplit(" ", 1)[0] + "…"
