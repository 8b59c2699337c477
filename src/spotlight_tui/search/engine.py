"""Query → answer: sets of initiatives first, then the order of those, then the passages of those shown."""

from __future__ import annotations

from ..database.reader import Reader
from .absence import missing_words
from .candidates import Candidates, union
from .conditions import Conditions
from .found import Found
from .hits import Hits
from .lighting import lit_of
from .query import Query
from .ranking import Score, Scorer
from .reading import Interpreter
from .results import Hit, Results, Suggestion
from .signposts import Signposts
from .suggestions import suggestions_for
from .syntax import Condition, Typed, take_apart
from .texts import Texts
from .vocabulary import Vocabulary, bits_of, positions_of

_RANKED, _WHOLE = 64, 200
"""Initiatives that are read to be put in order, where more are found: those whose head has most of the query; and up to
how many a collection may hold for all to be read."""


class Engine:
    """Searches one open collection."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._vocabulary = Vocabulary(reader)
        self._interpreter = Interpreter(reader, self._vocabulary)
        self._conditions = Conditions(reader, self._vocabulary)
        self._texts = Texts(reader)
        self._hits = Hits(reader, self._vocabulary, self._conditions)
        self._signposts = Signposts(reader)

    def search(self, typed: str, limit: int | None = 20, exact: bool = False) -> Results:
        """The initiatives and signposts that answer a query, best first.

        Args:
            typed: any text.
            limit: how many hits to make; None for all.
            exact: forgive no typing mistake.
        """
        parsed = take_apart(typed)
        if not parsed.words and not parsed.conditions and not parsed.places:
            return Results(parsed.text, parsed.text)
        found = self.find(parsed, exact, None if limit is None else max(limit, self._ranked))
        shown = found.ranked if limit is None else found.ranked[: max(0, limit)]
        signposts = self._signposts_for(found.query)
        lit = lit_of(found.query, found.candidates, [text.position for text, _ in found.ranked])
        hits = self._hits.made(found, shown, lit)
        room = None if limit is None else max(0, limit - len(hits))
        return Results(
            parsed.text,
            found.read_as,
            found.corrections,
            self._suggestions(found, signposts, exact),
            found.total + len(signposts),
            (*hits, *signposts[:room]),
            frozenset(lit),
            found.readings,
            missing_words(self._reader, found),
            lambda: self._hits.ids(found),
        )

    @property
    def _ranked(self) -> int:
        return _WHOLE if self._vocabulary.initiatives <= _WHOLE else _RANKED

    def _suggestions(self, found: Found, signposts: list[Hit], exact: bool) -> tuple[Suggestion, ...]:
        def run(typed: str, exact: bool = exact) -> tuple[Found, list[Hit]]:
            other = self.find(take_apart(typed), exact, self._ranked)
            return other, self._signposts_for(other.query)

        forgiving = (lambda typed: run(typed, False)) if exact else None
        return suggestions_for(self._reader, found, signposts, run, forgiving)

    def _signposts_for(self, query: Query) -> list[Hit]:
        return [] if query.typed.conditions or query.typed.places else self._signposts.matching(query)

    def find(self, parsed: Typed, exact: bool, most: int | None) -> Found:
        """The initiatives that answer, the best `most` of them in order."""
        query = self._interpreter.read(parsed, exact)
        corrections = list(query.corrections)
        allowed = self._texts.every
        phrases: list[Condition] = []
        for condition in parsed.conditions:
            if condition.kind in ("phrase", "word"):
                phrases.append(condition)
                continue
            fulfilling, correction = self._conditions.fulfilling(condition, exact)
            corrections += [correction] if correction else []
            allowed &= ~fulfilling if condition.negated else fulfilling
        for phrase in phrases:
            having = (self._having_phrase if phrase.kind == "phrase" else self._having_word)(phrase, parsed.places)
            allowed &= ~having if phrase.negated else having
        if parsed.places:
            allowed &= self._in_places(query, parsed.places)
        candidates = Candidates(self._vocabulary, query)
        if not query.terms:
            texts = self._texts.at(positions_of(allowed)[:most])
            ranked = tuple((text, Score(False, True, 1.0, 0.0, 0.0, ())) for text in texts)
            return Found(query, ranked, allowed & ~bits_of(t.position for t in texts), candidates, tuple(corrections))
        scorer = Scorer(query, candidates.weights, candidates.by_way)
        chosen, rest = candidates.best(allowed, None if parsed.places else most)
        texts = [text.within(parsed.places) if parsed.places else text for text in self._texts.at(chosen)]
        scored = [
            entry for entry in scorer.in_order(texts, self._vocabulary.initiatives) if candidates.is_answer(entry[1])
        ]
        return Found(query, tuple(scored), rest, candidates, tuple(dict.fromkeys(corrections)))

    def _having_phrase(self, phrase: Condition, places: tuple[str, ...]) -> int:
        """The initiatives that have words one after the other, as they stand."""
        words = phrase.value.split()
        known = self._vocabulary.known(words)
        if len(known) < len(set(words)):
            return 0
        string = "".join(chr(known[word].code) for word in words)
        found = self._conditions.matching('"' + " ".join(words) + '"')
        return bits_of(
            text.position
            for text in self._texts.at(positions_of(found))
            if string in (text.within(places).words if places else text.own)
        )

    def _having_word(self, word: Condition, places: tuple[str, ...]) -> int:
        """The initiatives that have a word however it is inflected or spelt, or a number however it is written."""
        keys = [number.key for number in word.numbers]
        words = keys or [spelling for part in word.value.split() for spelling in self._interpreter.spellings(part)]
        if places:
            any_of = " OR ".join(f'"{other}"' for other in words)
            return self._conditions.matching(f"{{{' '.join(places)}}} : ({any_of})") if words else 0
        return union(self._vocabulary.having([*keys, *self._vocabulary.stems(words).values()]).values())

    def _in_places(self, query: Query, places: tuple[str, ...]) -> int:
        """The initiatives that have something of the query in these fields, or that have such a field."""
        words = [word for term in query.terms for way in term.ways for place in way.places for word, *_ in place]
        if not query.terms:
            having = {"quotes": "quotes", "figures": "figures", "people": "contacts"}
            tables = [having[place] for place in places if place in having]
            if len(tables) < len(places):
                return self._texts.every
            sql = " UNION ".join(f"SELECT initiative FROM {table}" for table in tables)
            return bits_of(row[0] for row in self._reader.rows(f"SELECT position FROM initiatives WHERE id IN ({sql})"))
        if not words:
            return 0
        any_of = " OR ".join(f'"{word}"' for word in dict.fromkeys(words))
        return self._conditions.matching(f"{{{' '.join(places)}}} : ({any_of})")
