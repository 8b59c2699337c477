"""What search reads: the full-text indexes, the list of words, which initiative has which, and their order in it."""

from __future__ import annotations

import sqlite3
from array import array
from collections import Counter

from ..numbers import numbers_in
from ..progress import Progress
from ..records import Contents, Initiative
from ..text import fold, words_of
from .kinship import root_of
from .packing import packed
from .schema import ENTRY_END, HEAD_FIELDS, LAST_CODE, SEARCH_FIELDS
from .sound import sound_of
from .stemmer import Stemmer
from .thesaurus import all_names

_BETWEEN = " \ue000 "
"""Stands between entries in the full-text index: a token that nobody types, so that no phrase runs on into the next."""

_SHARE = 50
"""Initiatives that are indexed between two calls of progress."""

Entries = dict[str, list[str]]
"""The texts of each searched field, one for each thing in it: a contact, a quotation, a section."""


def entries(initiative: Initiative, aliases: dict[str, str], themes: dict[str, str]) -> Entries:
    """What is searched of an initiative.

    Args:
        initiative: the record.
        aliases: the names that each authority goes by, and whom it serves.
        themes: the name and description of each theme.
    """
    texts: Entries = {
        "title": [initiative.title],
        "authorities": [aliases.get(name, name) for name in initiative.authorities],
        "people": [
            *(_together(c.name, c.role, c.email, c.organisation) for c in initiative.contacts),
            initiative.team or "",
        ],
        "keywords": list(initiative.keywords),
        "partners": list(initiative.partners),
        "summary": [initiative.summary],
        "themes": [themes.get(name, name) for name in initiative.themes],
        "figures": [_together(f.label, f.value, f.period) for f in initiative.figures],
        "quotes": [_together(q.text, q.speaker, q.context) for q in initiative.quotes],
        "account": [section.body for section in initiative.sections],
        "full_text": (initiative.full_text or "").split("\n\n"),
    }
    return {field: texts[field] for field in SEARCH_FIELDS}


def _together(*texts: str | None) -> str:
    return _BETWEEN.join(text for text in texts if text)


class _Words:
    """The words of all initiatives as numbers, in the order they are met."""

    def __init__(self) -> None:
        self.numbers: dict[str, int] = {}
        self.strings: list[tuple[list[int], array[int]]] = []
        """Of each initiative: where its fields begin, and its words; 0 ends an entry."""

    def add(self, texts: Entries) -> set[str]:
        """Take an initiative's words in; returns the different ones."""
        words: array[int] = array("L")
        starts = []
        different: set[str] = set()
        for entries_ in texts.values():
            starts.append(len(words))
            for entry in entries_:
                found = [*words_of(entry.replace(_BETWEEN, " ")), *_numbers(entry)]
                different.update(found)
                words.extend(self.numbers.setdefault(word, len(self.numbers) + 1) for word in found)
                words.append(0)
        self.strings.append((starts, words))
        return different


def index(contents: Contents, connection: sqlite3.Connection, progress: Progress) -> None:
    """Fill the tables of search."""
    documents: Counter[str] = Counter()
    aliases = {a.name: " ".join([a.name, *a.aliases, *a.serves]) for a in contents.authorities}
    themes = {theme.id: f"{theme.name} {theme.description}" for theme in contents.themes}
    words = _Words()
    for position, initiative in enumerate(contents.initiatives, 1):
        if position % _SHARE == 1:
            progress("Indexing for search", position - 1, len(contents.initiatives))
        texts = entries(initiative, aliases, themes)
        documents.update(words.add(texts))
        _insert(connection, "initiative_search", position, _joined(texts))
    categories = {category.id: f"{category.name} {category.short_name}" for category in contents.categories}
    for position, signpost in enumerate(contents.signposts, 1):
        texts = {
            "title": [signpost.title or ""],
            "authorities": [aliases.get(name, name) for name in signpost.authorities],
            "category": [categories.get(signpost.category, "")],
        }
        documents.update({word for field in texts.values() for text in field for word in words_of(text)})
        _insert(connection, "signpost_search", position, _joined(texts))
    for name in all_names(contents):
        documents.update(dict.fromkeys(words_of(name), 0))
    everyday = {word for line in contents.everyday_words for word in words_of(line)}
    documents.update(dict.fromkeys(everyday, 0))
    for table in ("initiative_search", "signpost_search"):
        connection.execute(f"INSERT INTO {table} ({table}) VALUES ('optimize')")
    _write_words(connection, words, documents, everyday, progress)


def _joined(texts: Entries) -> dict[str, str]:
    """Each field as one text for the full-text index, folded as queries are."""
    return {
        field: _BETWEEN.join(" ".join([fold(text), *_numbers(text)]) for text in entries_)
        for field, entries_ in texts.items()
    }


def _numbers(text: str) -> list[str]:
    """What the numbers of a text are found by; it stands behind the words, for an index tears a number apart."""
    return [number.key for number in numbers_in(text)]


def _insert(connection: sqlite3.Connection, table: str, position: int, texts: dict[str, str]) -> None:
    columns = ", ".join(["rowid", *texts])
    marks = ", ".join("?" * (len(texts) + 1))
    connection.execute(f"INSERT INTO {table} ({columns}) VALUES ({marks})", [position, *texts.values()])


def _write_words(
    connection: sqlite3.Connection, words: _Words, documents: Counter[str], everyday: set[str], progress: Progress
) -> None:
    written = sorted(word for word in documents if not word.isupper())
    stems = Stemmer().stems(written) | {word: word for word in documents if word.isupper()}
    commonest = sorted(words.numbers, key=lambda word: (-documents[word], word))
    codes = {word: _code(rank) for rank, word in enumerate(commonest)}
    connection.executemany(
        "INSERT INTO words (word, stem, root, sound, documents, everyday, code) VALUES (?, ?, ?, ?, ?, ?, ?)",
        (
            (
                word,
                stems[word],
                root_of(word),
                sound_of(word),
                documents[word],
                int(word in everyday),
                codes.get(word, 0),
            )
            for word in sorted(documents)
        ),
    )
    characters = [ENTRY_END, *(chr(codes[word]) for word in words.numbers)]
    stem_of = [-1] * len(characters)
    known: dict[str, int] = {}
    for number, word in enumerate(words.numbers, 1):
        stem_of[number] = known.setdefault(stems[word], len(known))
    parts: list[list[list[int]]] = [[[], [], []] for _ in known]
    for position, (starts, numbers) in enumerate(words.strings, 1):
        if position % _SHARE == 1:
            progress("Writing the index", position - 1, len(words.strings))
        text = "".join(map(characters.__getitem__, numbers))
        connection.execute(
            "INSERT INTO word_strings (position, fields, words) VALUES (?, ?, ?)",
            [position, b"".join(start.to_bytes(4, "little") for start in starts), text.encode()],
        )
        for part, end in enumerate((len(numbers), starts[HEAD_FIELDS], starts[1])):
            for stem in {stem_of[number] for number in numbers[:end] if number}:
                parts[stem][part].append(position)
    connection.executemany(
        "INSERT INTO stems (stem, initiatives, anywhere, head, title) VALUES (?, ?, ?, ?, ?)",
        ((stem, len(parts[number][0]), *map(packed, parts[number])) for stem, number in sorted(known.items())),
    )
    connection.execute("CREATE INDEX initiatives_by_position ON initiatives (position, id, title)")
    connection.execute("CREATE INDEX names_by_concept ON concept_names (concept)")
    connection.execute("CREATE INDEX links_by_other ON concept_links (other)")
    connection.execute("CREATE INDEX words_by_stem ON words (stem)")
    connection.execute("CREATE INDEX words_by_root ON words (root)")
    connection.execute("CREATE INDEX words_by_sound ON words (sound)")
    connection.execute("CREATE INDEX words_by_length ON words (length(word))")


def _code(rank: int) -> int:
    """The character for the word at a place of the list of words, the commonest first, which take fewest bytes."""
    code = rank + 32
    return min(code if code < 0xD800 else code + 0x800, LAST_CODE)  # between these are no characters
