"""SQLite's own Porter stemmer, asked for the stems of words.

The full-text index stems what it holds; this gives the same stems to whoever must tell, outside the index, which
written words a searched word stands for.
"""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterable

from .schema import TOKENIZER


class Stemmer:
    """A scratch index in memory; made in under a millisecond. Threads may share it: they take turns."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._scratch = sqlite3.connect(":memory:", check_same_thread=False)
        self._scratch.execute(f"CREATE VIRTUAL TABLE scratch USING fts5(word, tokenize='{TOKENIZER}')")
        self._scratch.execute("CREATE VIRTUAL TABLE terms USING fts5vocab(scratch, 'instance')")

    def stems(self, words: Iterable[str]) -> dict[str, str]:
        """Each word with its stem, in the order given; the words are single ones, as `text.words_of` finds them."""
        words = list(words)
        with self._lock:
            self._scratch.executemany("INSERT INTO scratch (rowid, word) VALUES (?, ?)", enumerate(words))
            found = dict(self._scratch.execute("SELECT doc, term FROM terms ORDER BY offset DESC").fetchall())
            self._scratch.execute("DELETE FROM scratch")
        return {word: found.get(number, word) for number, word in enumerate(words)}

    def stem(self, word: str) -> str:
        """The stem of one word."""
        return self.stems([word])[word]
