"""The pieces of a query as they were typed: taken out, replaced, and put together again as another query."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from ..text import words_of
from .little import EMPTY
from .syntax import FIELDS, PARTS, PLACES, Typed, take_apart

_PIECE = re.compile(r'-?(?:[^\W\d_]{2,12}:)?"[^"]*"|\S+')

_MEANT = {
    "borough": "council councils la lea area place local localauthority team where",
    "category": "page section",
    "theme": "topic subject tag keyword about",
    "partner": "with organisation organization agency charity",
    "contact": "person people name email mail phone who lead author by",
    "figure": "figures number numbers percent data statistic",
    "quotes": "quote quotation quotations voice voices said",
    "title": "titles heading called",
}
"""What people put before a colon, by the field, or the place to look in, that has it."""

_ALSO = {
    "quotes": "quotation quotations voice voices",
    "figures": "number numbers data",
    "contact": "email phone person people address",
    "contacts": "contact email phone person people",
    "fulltext": "text full submission",
}
"""What people put behind `in:` and `has:`, by what may stand there."""

_ALIKE = 76.0
"""How alike, of 100, two names must be for the one to be taken for the other."""


@dataclass(frozen=True, slots=True)
class Piece:
    text: str
    words: tuple[str, ...]
    """Folded; none for a condition or a phrase, which stay as they are."""


def pieces_of(typed: Typed) -> list[Piece]:
    """The pieces of a query in order."""
    conditions = {condition.typed for condition in typed.conditions}

    def fixed(text: str) -> bool:
        return text in conditions or (
            bool(typed.places) and text[:3].lower() == "in:" and bool(take_apart(text).places)
        )

    return [Piece(text, () if fixed(text) else tuple(words_of(text))) for text in _PIECE.findall(typed.text)]


def joined(pieces: Iterable[Piece]) -> str:
    """A query again."""
    return " ".join(piece.text for piece in pieces)


def without_words(pieces: Iterable[Piece], words: Collection[str]) -> str:
    """The query without some words; its conditions stay."""
    kept = []
    for piece in pieces:
        left = [word for word in piece.words if word not in words]
        if len(left) == len(piece.words):
            kept.append(piece.text)
        else:
            kept += left
    while kept and kept[-1].casefold() in EMPTY:
        kept.pop()
    while kept and kept[0].casefold() in EMPTY:
        kept.pop(0)
    return " ".join(kept)


def without(pieces: Iterable[Piece], texts: Collection[str]) -> str:
    """The query without some pieces."""
    return " ".join(piece.text for piece in pieces if piece.text not in texts)


def with_other(pieces: Sequence[Piece], run: Sequence[str], other: str) -> str | None:
    """The query with other words in place of a run of its words; None where it has not got them so."""
    for start in range(len(pieces)):
        words: list[str] = []
        for end in range(start, len(pieces)):
            if not pieces[end].words:
                break
            words += pieces[end].words
            if words == list(run):
                return " ".join((joined(pieces[:start]), other, joined(pieces[end + 1 :]))).strip()
    return None


def says_something(query: str, little: Collection[str]) -> bool:
    """Whether a query asks for more than words that carry little, or for something that few initiatives have."""
    typed = take_apart(query)
    words = (part for word in typed.words for part in word.text.split())
    return any(word not in little for word in words) or any(
        not condition.negated and condition.kind != "has" for condition in typed.conditions
    )


def mended(typed: Typed) -> tuple[str, list[tuple[str, str]]]:
    """The query with what there is in place of fields that there are not, and what stands for what."""
    text, pairs = typed.text, []
    for name, value in typed.unknown_fields:
        better = _better(name, value)
        if better is None:
            continue
        shown = re.compile(rf'(?<!\w){re.escape(name)}:("?){re.escape(value)}\1', re.I)
        match = shown.search(text)
        if match:
            text = text[: match.start()] + better + text[match.end() :]
            head, _, rest = better.partition(":")
            if name in ("in", "has"):
                pairs.append((f"{name}:{value}", better))
            else:
                pairs.append((f"{name}:", f"{head}:{rest.split()[0]}" if head == "in" else f"{head}:"))
    return text, pairs


def _better(name: str, value: str) -> str | None:
    """A condition as the language has it for one that it has not; None where none is near."""
    if name in ("in", "has"):
        part = _nearest(value, {part: _ALSO.get(part, "") for part in (PLACES if name == "in" else PARTS)})
        return f"{name}:{part}" if part else None
    field = _nearest(name, dict.fromkeys((*FIELDS, "figure", "in", "has"), "") | _MEANT)
    if field is None:
        return None
    value = f'"{value}"' if " " in value else value
    better = f"in:{field} {value}" if field in PLACES else f"{field}:{value}"
    read = take_apart(better)
    return None if read.unknown_fields or not (read.conditions or read.places) else better


def _nearest(name: str, names: dict[str, str]) -> str | None:
    """The name meant, of names with the other words people use for each."""
    from rapidfuzz import fuzz, process

    said = {word: meant for meant, others in names.items() for word in (meant, *others.split())}
    folded = "".join(words_of(name))
    if folded in said:
        return said[folded]
    long = [word for word in said if word in names or len(word) > 5]
    best = process.extractOne(folded, long, scorer=fuzz.ratio, score_cutoff=_ALIKE)
    return said[best[0]] if best else None
