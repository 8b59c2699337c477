"""More like this: the initiatives nearest to one, each with what the two have in common."""

from __future__ import annotations

import heapq
import json
import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from ..database import lists
from ..database.reader import Reader
from ..database.schema import LAST_CODE, SEARCH_FIELDS
from ..records import Initiative
from ..text import clean, fold, one_line, words_of
from .alike import Alike
from .little import EMPTY
from .ranking import rarity
from .signs import Sign, Signs, scores_of
from .vocabulary import Vocabulary, bits_of

TERMS = 24
"""Words of an initiative that stand for it: its weightiest."""
OFTEN = 2
"""How often the account must say a word for it to be one of them; in title, summary and keywords once is enough."""
THEME, MEASURE, KEYWORD = 4.0, 1.5, 4.0
"""How much a common theme, measure or keyword counts beside a word that is as rare and said once."""
ENOUGH = 0.12
"""The share of what an initiative is about that another must have to be like it."""
SOME = 3
"""Words that another must have where it has no theme, measure or keyword."""
_POOL = 40
"""Initiatives whose keywords are compared: the nearest without them."""
_THEMED = """SELECT position FROM initiatives
             WHERE id IN (SELECT initiative FROM initiative_themes WHERE theme = ?)"""
_MEASURED = "SELECT position FROM initiatives WHERE id IN (SELECT initiative FROM figures WHERE measure = ?)"

_NOT_OWN = ("authorities", "people", "themes")

_TOKEN = re.compile(r"[^\W\d_]{3,}")


class Likeness:
    """Compares the initiatives of one open collection.

    An initiative is a query of its weightiest words, as in Lucene's MoreLikeThis: frequency × rarity, two dozen at
    most, none that no other has, and none that most have. Its themes, measures and keywords are words of a narrower
    vocabulary, and weighed by their rarity too (Spärck Jones, 1972), so that what everybody has counts little. The
    names of authorities and of its people are left out: nobody is nearer for being of the same place.
    """

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._vocabulary = Vocabulary(reader)
        self._sets: dict[tuple[str, str], int] = {}

    def like(self, initiative: Initiative, limit: int | None = 8) -> list[Alike]:
        """The nearest to an initiative, the nearest first; of those as near, the first in the collection.

        Args:
            initiative: one of the collection.
            limit: how many at most; None for all that are like it.
        """
        signs = Signs(
            self._words(initiative),
            self._named(initiative.themes, _THEMED, self._theme_names, THEME),
            self._named((f.measure for f in initiative.figures), _MEASURED, self._measure_names, MEASURE),
        )
        scores = scores_of(signs, None if limit is None else max(_POOL, 2 * limit))
        ids = {position: id_ for position, id_ in self._ids(scores).items() if id_ != initiative.id}
        keywords = self._keywords(initiative, set(ids.values()))
        whole = sum(sign.weight for sign in signs.all) or 1.0
        near = []
        for position, id_ in ids.items():
            score = (scores[position] + sum(weight for _, weight in keywords.get(id_, ()))) / whole
            if score >= ENOUGH and (id_ in keywords or _related(signs, position)):
                near.append((round(min(1.0, score), 4), position, id_))
        near.sort(key=lambda entry: (-entry[0], entry[1]))
        return self._told(signs, near if limit is None else near[: max(0, limit)], keywords)

    def _told(
        self, signs: Signs, near: Sequence[tuple[float, int, str]], keywords: Mapping[str, Sequence[tuple[str, float]]]
    ) -> list[Alike]:
        """What is said of each: its score, its position and its id are given."""
        listings = lists.listings(self._reader, lists.Filter(ids=[id_ for *_, id_ in near]))
        listed = {listing.id: listing for listing in listings}
        names = words_of(" ".join(sign.shown for sign in (*signs.themes, *signs.measures)))
        about = set(self._vocabulary.stems(names).values())
        strings = self._strings(position for _, position, _ in near)
        alike = [
            Alike(
                listed[id_],
                score,
                _shown(signs.themes, position),
                _shown(signs.measures, position),
                _words_shown(
                    keywords.get(id_, ()),
                    [sign for sign in signs.words if sign.worth(position) and sign.key not in about],
                    position,
                    strings.get(position, ""),
                ),
            )
            for score, position, id_ in near
            if id_ in listed
        ]
        return [one for one in alike if one.themes or one.measures or one.words]

    # What an initiative is about

    def _words(self, initiative: Initiative) -> tuple[Sign, ...]:
        """Its weightiest words, the weightiest first."""
        often: Counter[str] = Counter()
        printed: dict[str, Counter[str]] = defaultdict(Counter)
        for weight, texts in _weighted(initiative).items():
            for token, times in Counter(_TOKEN.findall(clean("\n".join(texts)))).items():
                word = fold(token)
                often[word] += weight * times
                printed[word][token] += times
        for word in (*EMPTY, *words_of(" ".join(self._names(initiative)))):
            del often[word]
        by_stem: dict[str, list[str]] = defaultdict(list)
        known = self._vocabulary.known(word for word, times in often.items() if times >= OFTEN)
        for word, written in known.items():
            if not written.everyday and 0 < written.code <= LAST_CODE:
                by_stem[written.stem].append(word)
        every = self._vocabulary.initiatives
        weights = {
            stem: math.sqrt(sum(often[word] for word in by_stem[stem])) * rarity(having, every)
            for stem, having in self._having(by_stem).items()
            if 1 < having <= max(2, every // 2)
        }
        stems = heapq.nsmallest(TERMS, weights, key=lambda stem: (-weights[stem], stem))
        everybody, heads = self._vocabulary.having(stems), self._vocabulary.having_in_head(stems)
        signs = []
        for stem in stems:
            words = sorted(by_stem[stem], key=lambda word: (-often[word], word))
            forms = tuple((chr(known[word].code), _as_printed(printed[word])) for word in words)
            signs.append(Sign(stem, forms[0][1], weights[stem], everybody.get(stem, 0), heads.get(stem, 0), forms))
        return tuple(signs)

    def _names(self, initiative: Initiative) -> Iterator[str]:
        """The names of its people, and of places: what says where it is done, and not what."""
        yield from (contact.name for contact in initiative.contacts)
        yield from initiative.authorities
        yield from self._places

    @cached_property
    def _places(self) -> tuple[str, ...]:
        """The names of all authorities, by any alias."""
        return tuple(
            name
            for authority in self._reader.authorities()
            for name in (authority.name, *authority.aliases, *authority.serves)
        )

    def _having(self, stems: Iterable[str]) -> dict[str, int]:
        """How many initiatives have each stem."""
        sql = """SELECT CAST(stem AS TEXT), CAST(initiatives AS INTEGER) FROM stems
                 WHERE stem IN (SELECT value FROM json_each(?))"""
        return {stem: having or 0 for stem, having in self._reader.rows(sql, [json.dumps([*stems])])}

    def _named(self, ids: Iterable[str | None], sql: str, names: Mapping[str, str], weight: float) -> tuple[Sign, ...]:
        """Its themes or measures that others have too, the rarest first."""
        every = self._vocabulary.initiatives
        signs = []
        for id_ in dict.fromkeys(filter(None, ids)):
            having = self._set(sql, id_)
            if having.bit_count() > 1:
                rare = rarity(having.bit_count(), every)
                signs.append(Sign(id_, names.get(id_, id_), weight * rare, having, having))
        return tuple(sorted(signs, key=lambda sign: (-sign.weight, sign.shown)))

    @cached_property
    def _theme_names(self) -> dict[str, str]:
        return {theme.id: theme.name for theme in self._reader.themes()}

    @cached_property
    def _measure_names(self) -> dict[str, str]:
        return {measure.id: measure.name for measure in self._reader.measures()}

    def _set(self, sql: str, key: str) -> int:
        """Which initiatives have a theme or measure; read once."""
        found = self._sets.get((sql, key))
        if found is None:
            found = self._sets[sql, key] = bits_of(row[0] for row in self._reader.rows(sql, [key]))
        return found

    # What others have of it

    def _ids(self, positions: Iterable[int]) -> dict[int, str]:
        sql = """SELECT position, CAST(id AS TEXT) FROM initiatives
                 WHERE id NOTNULL AND position IN (SELECT value FROM json_each(?))"""
        return dict(self._reader.rows(sql, [json.dumps([*positions])]))

    def _strings(self, positions: Iterable[int]) -> dict[int, str]:
        """What each says itself, a character a word: all but its authorities, people, and its themes' descriptions."""
        sql = """SELECT position, CAST(fields AS BLOB), CAST(words AS BLOB) FROM word_strings
                 WHERE length(fields) = ? AND position IN (SELECT value FROM json_each(?))"""
        rows = self._reader.rows(sql, [4 * len(SEARCH_FIELDS), json.dumps([*positions])])
        return {
            position: "".join(words.decode("utf-8", "replace")[part] for part in _own_parts(fields))
            for position, fields, words in rows
            if words
        }

    def _keywords(self, initiative: Initiative, ids: set[str]) -> dict[str, list[tuple[str, float]]]:
        """The keywords that others have too, as it prints them, and how much each counts."""
        own = {keyword.lower().replace("-", " "): one_line(keyword) for keyword in initiative.keywords}
        sql = """SELECT keyword, initiative FROM
                   (SELECT lower(replace(CAST(keyword AS TEXT), '-', ' ')) AS keyword,
                      CAST(initiative AS TEXT) AS initiative
                    FROM keywords WHERE initiative IN (SELECT value FROM json_each(?)))
                 WHERE keyword IN (SELECT value FROM json_each(?))"""
        having: dict[str, set[str]] = defaultdict(set)
        for key, other in self._reader.rows(sql, [json.dumps(sorted(ids)), json.dumps([*own])]):
            having[key].add(other)
        found: dict[str, list[tuple[str, float]]] = defaultdict(list)
        for key in filter(having.__contains__, own):
            weight = KEYWORD * rarity(len(having[key]) + 1, self._vocabulary.initiatives)
            for other in having[key]:
                found[other].append((own[key], weight))
        return found


def _weighted(initiative: Initiative) -> dict[int, list[str]]:
    """The texts that say what an initiative is about, by how much a word in them counts."""
    account = [section.body for section in initiative.sections] or [initiative.full_text or ""]
    said = [*(quote.text for quote in initiative.quotes), *(figure.label for figure in initiative.figures)]
    return {
        3: [initiative.title],
        2: [initiative.summary, *initiative.keywords],
        1: [*initiative.partners, *account, *said],
    }


def _own_parts(fields: bytes) -> list[slice]:
    starts = [*memoryview(fields).cast("I"), None]
    return [slice(starts[n], starts[n + 1]) for n, name in enumerate(SEARCH_FIELDS) if name not in _NOT_OWN]


def _as_printed(forms: Mapping[str, int]) -> str:
    """The commonest form of a word; one in capitals only where there is no other."""
    return min(forms, key=lambda form: (not form.islower(), -forms[form], form))


def _related(signs: Signs, position: int) -> bool:
    """Whether another has a theme, a measure or some words: one word alone is chance."""
    named = any(sign.worth(position) for sign in (*signs.themes, *signs.measures))
    return named or sum(1 for sign in signs.words if sign.worth(position)) >= SOME


def _shown(signs: Iterable[Sign], position: int) -> tuple[str, ...]:
    return tuple(one_line(sign.shown) for sign in signs if sign.worth(position))


def _words_shown(
    keywords: Iterable[tuple[str, float]], signs: Sequence[Sign], position: int, string: str
) -> tuple[str, ...]:
    """Common keywords and words, those that count most first, each once.

    Args:
        keywords: what both have, with how much each counts.
        signs: the words by whose stems they are alike; those that the other writes in the same way are told, because
            a stem can be that of two words (*conversion*, *conversation*).
        position: of the other.
        string: its words.
    """
    shown = [keyword for keyword, _ in sorted(keywords, key=lambda pair: (-pair[1], pair[0]))]
    said = {word for keyword in shown for word in words_of(keyword)}
    found: dict[bool, list[str]] = {True: [], False: []}
    for sign in signs:
        form = next((form for character, form in sign.forms if character in string), None)
        if form and fold(form) not in said:
            found[bool(sign.head >> position & 1)].append(one_line(form))
    return (*shown, *(found[True] or found[False]))
