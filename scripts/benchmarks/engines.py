"""The engines that are measured: the program's own, plain SQLite FTS5, and tantivy where it is installed.

Each finds the first twelve records for what was typed, in order, with an excerpt of each.
"""

from __future__ import annotations

import importlib
import importlib.util
import re
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

ROWS = 12


@dataclass(frozen=True, slots=True)
class Texts:
    """What a record says, as the other engines have it."""

    id: str
    title: str
    head: str
    """Authorities, people, keywords, partners."""
    body: str


class Engine(Protocol):
    """A way to search, open."""

    place: str
    """Its file or folder beside the others."""

    def __init__(self, place: Path) -> None: ...

    def search(self, typed: str) -> list[tuple[str, str]]:
        """The ids of the best records, each with an excerpt."""

    def close(self) -> None: ...


class Peer(Engine, Protocol):
    """Another engine than the program's own, which is given the same texts."""

    @staticmethod
    def build(place: Path, texts: Sequence[Texts]) -> None:
        """Make the file or folder."""


class Spotlight:
    """The program's own search, through the one door that the screens use."""

    place = "spotlight.db"

    def __init__(self, place: Path) -> None:
        from spotlight_tui import Collection

        self._collection = Collection.open(place)

    def search(self, typed: str) -> list[tuple[str, str]]:
        return [(hit.id, hit.excerpt) for hit in self._collection.search(typed, limit=ROWS).hits]

    def close(self) -> None:
        self._collection.close()


class Fts5:
    """SQLite's full-text search as most use it: all words, then any; bm25 with weights; the last word a prefix."""

    place = "fts5.db"

    def __init__(self, place: Path) -> None:
        self._connection = sqlite3.connect(f"{place.as_uri()}?mode=ro", uri=True)

    @staticmethod
    def build(place: Path, texts: Sequence[Texts]) -> None:
        connection = sqlite3.connect(place)
        connection.execute(
            """CREATE VIRTUAL TABLE records USING fts5(id UNINDEXED, title, head, body, prefix = '2 3',
               tokenize = 'porter unicode61 remove_diacritics 2')"""
        )
        rows = ((each.id, each.title, each.head, each.body) for each in texts)
        connection.executemany("INSERT INTO records VALUES (?, ?, ?, ?)", rows)
        connection.execute("INSERT INTO records (records, rank) VALUES ('rank', 'bm25(0.0, 8.0, 3.0, 1.0)')")
        connection.execute("INSERT INTO records (records) VALUES ('optimize')")
        connection.commit()
        connection.execute("VACUUM")
        connection.close()

    def search(self, typed: str) -> list[tuple[str, str]]:
        terms = [f'"{term}"' for term in terms_of(typed)]
        if not terms:
            return []
        if not typed.endswith(('"', " ")):
            terms[-1] += "*"
        found = self._matching(" AND ".join(terms))
        if len(found) < ROWS and len(terms) > 1:
            found += self._matching(" OR ".join(terms))
        return list({id_: (id_, text) for id_, text in reversed(found)}.values())[::-1][:ROWS]

    def _matching(self, expression: str) -> list[tuple[str, str]]:
        sql = """SELECT id, snippet(records, -1, '**', '**', '…', 16) FROM records
                 WHERE records MATCH ? ORDER BY rank LIMIT ?"""
        return self._connection.execute(sql, [expression, ROWS]).fetchall()

    def close(self) -> None:
        self._connection.close()


class Tantivy:
    """tantivy: all words, then any; the last a prefix; a word that nothing has is forgiven; snippets of stored text."""

    place = "tantivy"
    _FIELDS = ("title", "head", "body")

    def __init__(self, place: Path) -> None:
        tantivy = importlib.import_module("tantivy")
        self._tantivy: Any = tantivy
        self._schema = self._schema_of(tantivy)
        self._searcher = tantivy.Index(self._schema, path=str(place)).searcher()

    @staticmethod
    def _schema_of(tantivy: Any) -> Any:
        builder = tantivy.SchemaBuilder().add_text_field("id", stored=True, tokenizer_name="raw")
        for field in Tantivy._FIELDS:
            builder.add_text_field(field, stored=True)
        return builder.build()

    @staticmethod
    def build(place: Path, texts: Sequence[Texts]) -> None:
        tantivy = importlib.import_module("tantivy")
        place.mkdir()
        writer = tantivy.Index(Tantivy._schema_of(tantivy), path=str(place)).writer(
            heap_size=128_000_000, num_threads=1
        )
        for each in texts:
            writer.add_document(tantivy.Document(id=each.id, title=each.title, head=each.head, body=each.body))
        writer.commit()
        writer.wait_merging_threads()

    def search(self, typed: str) -> list[tuple[str, str]]:
        terms = terms_of(typed.lower())
        if not terms:
            return []
        half = not typed.endswith(('"', " "))
        queries = [self._term(term, half and term is terms[-1]) for term in terms]
        occur = self._tantivy.Occur
        query = self._tantivy.Query.boolean_query([(occur.Must, each) for each in queries])
        hits = self._searcher.search(query, ROWS).hits
        if len(hits) < ROWS and len(queries) > 1:
            query = self._tantivy.Query.boolean_query([(occur.Should, each) for each in queries])
            hits = [*hits, *self._searcher.search(query, ROWS).hits]
        addresses = list({(at.segment_ord, at.doc): at for _, at in hits}.values())[:ROWS]
        snippets = self._tantivy.SnippetGenerator.create(self._searcher, query, self._schema, "body")
        documents = [self._searcher.doc(address) for address in addresses]
        return [(each.get_first("id"), snippets.snippet_from_doc(each).to_html()) for each in documents]

    def _term(self, term: str, half: bool) -> Any:
        query, occur = self._tantivy.Query, self._tantivy.Occur
        words = term.split()
        known = any(self._searcher.doc_freq(field, term) for field in self._FIELDS)
        allowed = 0 if known or half else min(2, (len(term) - 1) // 3)
        ways = []
        for field, weight in zip(self._FIELDS, (8.0, 3.0, 1.0), strict=True):
            if len(words) > 1:
                way = query.phrase_query(self._schema, field, words)
            elif half:
                way = query.fuzzy_term_query(self._schema, field, term, distance=0, prefix=True)
            elif allowed:
                way = query.fuzzy_term_query(self._schema, field, term, distance=allowed)
            else:
                way = query.term_query(self._schema, field, term)
            ways.append((occur.Should, query.boost_query(way, weight)))
        return query.boolean_query(ways)

    def close(self) -> None:
        """Nothing is to be closed."""


PEERS: dict[str, type[Peer]] = {"SQLite FTS5": Fts5, "tantivy": Tantivy}
ENGINES: dict[str, type[Engine]] = {"spotlight-tui": Spotlight, **PEERS}


def at_hand() -> list[str]:
    """The names of the engines that can be measured here."""
    return [name for name in ENGINES if name != "tantivy" or importlib.util.find_spec("tantivy")]


def terms_of(typed: str) -> list[str]:
    """The words and the phrases in quotation marks, without anything that would be an operator."""
    terms: list[str] = []
    for phrase, word in re.findall(r'"([^"]*)"|([^\s"]+)', typed):
        words = re.findall(r"[^\W_]+", phrase or word)
        terms += [" ".join(words)] if phrase else words
    return [term for term in terms if term]
