"""Where commands write: a terminal, laid out to its width, or a pipe, which gets whole lines and nothing else."""

from __future__ import annotations

import codecs
import re
import shutil
import sys
import unicodedata
from abc import ABC, abstractmethod
from collections.abc import Iterable, Sequence
from itertools import zip_longest
from typing import TYPE_CHECKING

from ..text import one_line

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

Piece = str | tuple[str, str]
"""A text, or a text and its style."""

TITLE, STRONG, QUIET = "bold", "bold", "dim"

MEASURE = 80
"""Cells of the longest line of prose; wider terminals leave the rest empty."""
_LEFT = 22
"""Cells of the left column of a table."""
_NARROW = 60
"""Under so many cells the left column stands above the right one."""

_WORD = re.compile(r"[^ ]+ *|^ +")
_BOLD = re.compile(r"\*\*(.+?)\*\*", re.S)


class Paper(ABC):
    """What a command writes on. Texts are data: nothing in them is ever read as markup."""

    @abstractmethod
    def line(self, *pieces: Piece, first: str = "") -> None:
        """A paragraph; `first` stands before its first line, and the others are hung beside it."""

    @abstractmethod
    def gap(self) -> None:
        """An empty line."""

    @abstractmethod
    def field(self, label: str, value: str) -> None:
        """A value with its name."""

    @abstractmethod
    def row(self, left: str, lines: Iterable[Sequence[Piece]], cells: Iterable[str | None]) -> None:
        """A row of a table: for a terminal what stands left and the lines beside it, for a pipe the cells."""

    @property
    @abstractmethod
    def decorated(self) -> bool:
        """Whether hints for whoever sits in front of it have a place here."""


class Pipe(Paper):
    """Plain text: no styles, no indents, no line broken that the data does not break."""

    decorated = False

    def line(self, *pieces: Piece, first: str = "") -> None:
        print(first + "".join(map(_text, pieces)))

    def gap(self) -> None:
        print()

    def field(self, label: str, value: str) -> None:
        print(f"{label}: {one_line(value)}")

    def row(self, left: str, lines: Iterable[Sequence[Piece]], cells: Iterable[str | None]) -> None:
        print("\t".join(one_line(cell or "") for cell in cells))


class Terminal(Paper):
    """A terminal, by Rich. A word longer than a line, such as an address, stays whole so that it can be copied."""

    decorated = True

    def __init__(self, console: Console, width: int) -> None:
        self._console = console
        self._width = min(width, MEASURE)
        self._began = False

    def _wrapped(self, pieces: Sequence[Piece], width: int) -> list[Text]:
        from rich.text import Text

        text = Text.assemble(*pieces, tab_size=4)
        text.expand_tabs()
        lines: list[Text] = []
        for part in text.split("\n", allow_blank=True):
            lines += part.divide(_breaks(part.plain, max(width, 10)))
        for line in lines:
            line.rstrip()
        return lines

    def _print(self, lines: Sequence[Text]) -> None:
        from rich.text import Text

        self._console.print(Text("\n").join(lines), soft_wrap=True)

    def line(self, *pieces: Piece, first: str = "") -> None:
        from rich.text import Text

        lines = self._wrapped(pieces, self._width - len(first))
        befores = [first, *[" " * len(first)] * (len(lines) - 1)]
        self._print([Text.assemble(before, text) for before, text in zip(befores, lines, strict=True)])

    def gap(self) -> None:
        print(file=self._console.file)

    def field(self, label: str, value: str) -> None:
        self._beside(label, [[one_line(value)]], 14, STRONG)

    def row(self, left: str, lines: Iterable[Sequence[Piece]], cells: Iterable[str | None]) -> None:
        if self._began:
            self.gap()
        self._began = True
        self._beside(left, lines, _LEFT, "")

    def _beside(self, left: str, lines: Iterable[Sequence[Piece]], column: int, style: str) -> None:
        from rich.text import Text

        narrow = self._width < _NARROW
        margin = 2 if narrow else column + 2
        right = [text for pieces in lines for text in self._wrapped(pieces, self._width - margin)]
        head = self._wrapped([(left, style)], self._width if narrow else column)
        if narrow:
            right = [Text() for _ in head] + right
        rows = []
        for before, after in zip_longest(head, right, fillvalue=Text()):
            pad = " " * max(0, margin - before.cell_len) if after else ""
            rows.append(Text.assemble(before, pad, after))
        self._print(rows)


def _breaks(text: str, width: int) -> list[int]:
    """Where lines begin after the first: before a word that would end beyond `width` cells."""
    from rich.cells import cell_len

    breaks, used = [], 0
    for match in _WORD.finditer(text):
        if used and used + cell_len(match[0].rstrip(" ")) > width:
            breaks.append(match.start())
            used = 0
        used += cell_len(match[0])
    return breaks


def paper() -> Paper:
    """What standard output is."""
    if sys.stdout is None or not sys.stdout.isatty():
        return Pipe()
    from rich.console import Console

    width = shutil.get_terminal_size().columns  # Rich takes every dumb terminal to have 80
    return Terminal(Console(markup=False, highlight=False, emoji=False), width)


def document(text: str) -> None:
    """Print a document for another program: UTF-8 and its own line ends, on every platform."""
    if sys.stdout is not None:
        sys.stdout.flush()
        sys.stdout.buffer.write(text.encode("utf-8", "replace"))


def bold_marked(markdown: str) -> list[Piece]:
    """The pieces of a text whose `**strong**` words are to be strong."""
    parts = _BOLD.split(markdown)
    return [(part, STRONG) if number % 2 else part for number, part in enumerate(parts)]


def _text(piece: Piece) -> str:
    return piece if isinstance(piece, str) else piece[0]


_PLAINER = str.maketrans(
    {"“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "‑": "-", "…": "...", "•": "-", "·": "-"}
    | {"£": "GBP ", "€": "EUR ", "→": "->", "\u00a0": " ", "\u202f": " "}
)


def _plainer(error: UnicodeError) -> tuple[str, int]:
    """Says what an encoding does not have in ASCII: what is nearest, else a question mark."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    plainer = unicodedata.normalize("NFKD", error.object[error.start : error.end].translate(_PLAINER))
    said = "".join(c if c.isascii() else "" if unicodedata.combining(c) else "?" for c in plainer)
    return said, error.end


def forgive_encodings() -> None:
    """Let standard output and error say in plainer letters what their encoding does not have, instead of failing."""
    codecs.register_error("plainer", _plainer)
    for stream in (sys.stdout, sys.stderr):
        if stream is not None and hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="plainer")
