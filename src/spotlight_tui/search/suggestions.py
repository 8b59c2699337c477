"""What else to try where a query finds nothing, or little: each suggestion is run, and says why in a sentence."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..database.reader import Reader
from ..text import words_of
from .absence import absent as absent_in
from .absence import everyday, named
from .little import EMPTY
from .pieces import Piece, mended, pieces_of, says_something, with_other, without, without_words
from .query import Term
from .ranking import STRONG
from .results import Hit, Suggestion
from .syntax import Condition, take_apart

if TYPE_CHECKING:
    from .found import Found

MOST = 4
"""Suggestions to one query."""
LITTLE = 3
"""Fewer hits than this are little."""

_RUNS = 6
"""Queries that are run for one answer."""
_LONGEST = 400
"""Characters of a query that is helped: more is a text pasted, not a question."""
_NEARLY_ALL = 0.75
"""Words that more of the collection has say nothing without the word that is left out."""
_SMALL = 8
"""In so small a collection any word says something."""

Run = Callable[[str], "tuple[Found, Sequence[Hit]]"]
"""Runs a query: the initiatives and the signposts that it finds."""


@dataclass(frozen=True, slots=True)
class _Attempt:
    query: str
    why: str
    left_out: bool = False
    """It only leaves out words: what it finds must still be telling."""
    whole: bool = False
    """The best of what it finds must have all of its words."""
    on_pages: bool = False
    """It must find what is only named."""


def suggestions_for(
    reader: Reader, found: Found, signposts: Sequence[Hit], run: Run, forgiving: Run | None = None
) -> tuple[Suggestion, ...]:
    """Other queries that find something, best first; none where a query needs no help.

    Args:
        reader: the open file.
        found: what the query found.
        signposts: the signposts that it found.
        run: runs another query as this one was run.
        forgiving: runs one with mistakes forgiven, where this one was not.
    """
    typed, total = found.query.typed, found.total + len(signposts)
    if len(typed.text) > _LONGEST or (total >= LITTLE and not typed.unknown_fields):
        return ()
    return _Suggester(reader, found, signposts, run, forgiving).suggestions()


class _Suggester:
    def __init__(self, reader: Reader, found: Found, signposts: Sequence[Hit], run: Run, forgiving: Run | None) -> None:
        self._reader = reader
        self._found = found
        self._run_other = run
        self._forgiving = forgiving
        self._runs = 0
        self._given: list[Suggestion] = []
        self._answers: dict[str, tuple[Found, Sequence[Hit]]] = {found.query.typed.text: (found, signposts)}
        self._little = EMPTY | everyday(reader, [found.query.typed.text, found.read_as])

    def suggestions(self) -> tuple[Suggestion, ...]:
        found = self._found
        seen = {_key(*self._answers[found.query.typed.text])}
        for n, attempt in enumerate(self._attempts()):
            if len(self._given) == MOST or self._runs >= _RUNS:
                break
            mending = n == 0 and bool(found.query.typed.unknown_fields)
            if attempt.query == found.query.typed.text:
                continue
            if not mending and not says_something(attempt.query, self._little):
                continue
            answer = self._answer(attempt.query)
            key, total = _key(*answer), answer[0].total + len(answer[1])
            if not total or (key in seen and not mending) or not self._is_telling(attempt, *answer):
                continue
            seen.add(key)
            why = attempt.why if answer[0].total and not attempt.on_pages else self._page(answer[1])
            self._given.append(Suggestion(attempt.query, total, why))
        return tuple(self._given)

    def _answer(self, query: str) -> tuple[Found, Sequence[Hit]]:
        if query not in self._answers:
            self._runs += 1
            self._answers[query] = self._run_other(query)
        return self._answers[query]

    def _is_telling(self, attempt: _Attempt, found: Found, signposts: Sequence[Hit]) -> bool:
        if attempt.on_pages and not signposts:
            return False
        if attempt.whole and not (found.ranked and found.ranked[0][1].every):
            return False
        every = self._reader.row("SELECT count(*) FROM initiatives")
        few = not every or every[0] <= _SMALL or found.total <= _NEARLY_ALL * every[0]
        return few or not attempt.left_out

    def _is_little(self, term: Term) -> bool:
        return all(word in self._little for word in term.typed.split())

    def _attempts(self) -> Iterator[_Attempt]:
        """What may be tried, in the order of its worth; later ones are made only when they are needed."""
        found, signposts = self._found, self._answers[self._found.query.typed.text][1]
        better, pairs = mended(found.query.typed)
        if pairs:
            yield _Attempt(better, "; ".join(f"“{said}” is not known, “{there}” is" for said, there in pairs))
            found, signposts = self._answer(better)
        absent = absent_in(self._reader, found)
        if found.total + len(signposts) and not (absent and found.total + len(signposts) < LITTLE):
            return
        yield from self._forgiven()
        pieces = pieces_of(take_apart(found.read_as))
        yield from self._without_absent(found, pieces, absent)
        yield from self._without_conditions(found, pieces, absent)
        yield from self._without_marks(found, pieces)
        yield from self._on_pages(found, absent)
        yield from self._near(found, pieces, absent)
        if not absent and not found.query.typed.conditions and not found.query.typed.places:
            yield from self._without_one(found, pieces)

    def _forgiven(self) -> Iterator[_Attempt]:
        if self._forgiving is None:
            return
        typed = self._found.query.typed
        self._runs += 1
        forgiven, _ = self._forgiving(typed.text)
        query = forgiven.read_as
        for correction in forgiven.corrections:
            for condition in typed.conditions:
                if condition.value == correction.typed and ":" in condition.typed:
                    used = correction.used[0]
                    value = f'"{used}"' if " " in used else used
                    query = query.replace(condition.typed, f"{condition.typed.split(':')[0]}:{value}")
        pairs = " and ".join(f"“{c.used[0]}” in place of “{c.typed}”" for c in forgiven.corrections)
        yield _Attempt(query, f"This has {pairs}")

    def _without_absent(self, found: Found, pieces: Sequence[Piece], absent: Sequence[Term]) -> Iterator[_Attempt]:
        """Without the words that nothing has."""
        phrases = {condition.value for condition in found.query.typed.conditions if condition.kind == "phrase"}
        absent = [term for term in absent if term.typed not in phrases]
        if not absent:
            return
        words = _words(absent)
        telling = [term.typed for term in absent if not self._is_little(term)] or [term.typed for term in absent]
        on_pages = [word for word in telling if named(self._reader, word)]
        it = "it" if len(telling) == 1 else "them"
        if len(on_pages) == len(telling):
            why = f"Only pages that are not imported yet name {_listed(telling)}: without {it}"
        else:
            why = f"Nothing here has {_listed(telling)}: without {it}"
        yield _Attempt(without_words(pieces, words), why, left_out=True)

    def _without_conditions(self, found: Found, pieces: Sequence[Piece], absent: Sequence[Term]) -> Iterator[_Attempt]:
        """Without each condition; where that is not enough, without all of them and the words that nothing has."""
        typed = found.query.typed
        conditions = [c for c in typed.conditions if c.kind != "phrase" or c.negated]
        places = [piece.text for piece in pieces if not piece.words and piece.text[:3].lower() == "in:"]
        texts = {condition.typed: _without_why(condition) for condition in conditions}
        texts |= {place: f"In the whole of each initiative, not only {place}" for place in places}
        given = len(self._given)
        for text, why in () if absent else texts.items():
            yield _Attempt(without(pieces, {text}), why, left_out=True)
        if texts and given == len(self._given) and (len(texts) > 1 or absent) and not (absent and given):
            left = [piece for piece in pieces if piece.text not in texts]
            gone = _listed([*texts, *(term.typed for term in absent)], "and")
            yield _Attempt(without_words(left, _words(absent)), f"Nothing has all of it: without {gone}", left_out=True)

    def _without_marks(self, found: Found, pieces: Sequence[Piece]) -> Iterator[_Attempt]:
        phrases = [c for c in found.query.typed.conditions if c.kind == "phrase" and not c.negated]
        if not phrases:
            return
        texts = {phrase.typed: phrase.value for phrase in phrases}
        query = " ".join(texts.get(piece.text, piece.text) for piece in pieces)
        yield _Attempt(query, "Without the quotation marks: the words in any order")
        if self._runs < _RUNS:
            other = self._answer(query)[0]
            if not other.total:
                again = pieces_of(take_apart(other.read_as))
                yield from self._without_absent(other, again, absent_in(self._reader, other))

    def _near(self, found: Found, pieces: Sequence[Piece], absent: Sequence[Term]) -> Iterator[_Attempt]:
        """With a broader or related term in place of one that is not here."""
        given, tried = len(self._given), set[str]()
        for term in absent:
            ways = found.candidates.by_way[found.query.terms.index(term)]
            for way, initiatives in ways:
                if not way.reading or way.quality >= STRONG or not initiatives or way.reading.used in tried:
                    continue
                tried.add(way.reading.used)
                if len(tried) > 2 or len(self._given) > given:
                    return
                why = f"“{way.reading.typed}” is not here; “{way.reading.used}” is near it"
                query = with_other(pieces, way.reading.typed.split(), way.reading.used)
                if query and query != way.reading.used:
                    yield _Attempt(query, why, whole=True)
                yield _Attempt(way.reading.used, why, whole=True)

    def _on_pages(self, found: Found, absent: Sequence[Term]) -> Iterator[_Attempt]:
        """The words that name work on a page that is not imported, where no initiative has them."""
        typed = found.query.typed
        boroughs = [c for c in typed.conditions if c.kind == "borough" and not c.negated]
        values = [c.value for c in boroughs if not self._answer(c.typed)[0].total]
        words = [term.typed for term in found.query.terms if not self._is_little(term)]
        having: dict[int, list[str]] = {}
        for word in dict.fromkeys([*values, *words]):
            for signpost in named(self._reader, word):
                having.setdefault(signpost, []).append(word)
        needed = {*values, *(term.typed for term in absent)}
        sets = {tuple(of) for of in having.values() if not needed.isdisjoint(of)}
        for of in sorted(sets, key=lambda of: (-len(of), of))[:2]:
            yield _Attempt(" ".join(of), "", on_pages=True)

    def _without_one(self, found: Found, pieces: Sequence[Piece]) -> Iterator[_Attempt]:
        """Without the one word that no initiative has beside the others."""
        terms = found.query.terms
        if len(terms) < 3:
            return
        for _, term in sorted(zip(found.candidates.weights, terms, strict=True), key=lambda pair: pair[0])[:3]:
            why = f"No initiative has “{term.typed}” beside the rest: without it"
            yield _Attempt(without_words(pieces, _words([term])), why, left_out=True, whole=True)

    def _page(self, signposts: Sequence[Hit]) -> str:
        """Where work is named that only a page not imported tells of."""
        rows = self._reader.rows(
            """SELECT DISTINCT CAST(c.name AS TEXT) FROM signposts s JOIN categories c ON c.id = s.category
               WHERE s.id IN (SELECT value FROM json_each(?)) AND c.name NOTNULL ORDER BY c.number""",
            [json.dumps([hit.id for hit in signposts])],
        )
        if len(rows) == 1:
            return f"Named on the page “{rows[0][0]}”, which is not imported yet"
        return "Named on pages that are not imported yet"


def _key(found: Found, signposts: Sequence[Hit]) -> tuple[int, tuple[str, ...]]:
    """What a query finds, to be compared with what another does."""
    positions = found.rest
    for text, _ in found.ranked:
        positions |= 1 << text.position
    return positions, tuple(sorted(hit.id for hit in signposts))


def _words(terms: Iterable[Term]) -> set[str]:
    return {word for term in terms for word in words_of(term.typed)}


def _listed(words: Sequence[str], last: str = "or") -> str:
    """Words in quotation marks, as a sentence lists them."""
    marked = [f"“{word}”" for word in words]
    return f" {last} ".join([", ".join(marked[:-1]), marked[-1]] if len(marked) > 1 else marked)


_HAVING = {"quotes": "quotations", "figures": "figures", "contact": "a contact", "fulltext": "their full text"}


def _without_why(condition: Condition) -> str:
    value = condition.typed.partition(":")[2].strip('"') or condition.value
    if condition.negated:
        return f"Also those that “{condition.typed}” leaves out"
    if condition.kind == "has":
        return f"Also those without {_HAVING[condition.value]}"
    return {
        "borough": f"From any authority, not only “{value}”",
        "category": f"From any category, not only “{value}”",
        "theme": f"On any theme, not only “{value}”",
        "partner": f"With any partner, not only “{value}”",
        "contact": f"With any contact, not only “{value}”",
        "figure": f"Also those without a figure of “{value}”",
    }.get(condition.kind, f"Without “{condition.typed}”")
