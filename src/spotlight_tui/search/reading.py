"""Words typed → terms: each with its inflections, spellings, completions, other names, and what it was meant to be."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import pairwise

from ..database.kinship import root_of
from ..database.reader import Reader
from ..numbers import Number, numbers_in
from ..text import words_of
from .corrected import read_as
from .little import EMPTY
from .mistakes import Guess, Mistakes
from .query import Query, Term, Way
from .results import Correction, Reading
from .spelling import Spellings
from .syntax import LONGEST, Typed, Word
from .thesaurus import Match, Thesaurus
from .vocabulary import Vocabulary, Written

INFLECTED, BEGUN, FORGIVEN, JOINED, AKIN, ABOUT = 0.75, 1.0, 0.9, 0.95, 0.7, 0.8
"""How well a word is said by one with its stem, by one that it begins, by one forgiven, by one
that it makes with its neighbour, by one of its family, and a number by one that it says less exactly."""

BARE = 0.5
"""How well the digits alone say a percentage or an amount of pounds."""

SCATTERED = 0.7
"""How much the words of a name count, such as *private fostering*, where they do not stand together."""

FAINT = 0.15
"""Ways that say a word less well than this are left out."""

COMMON = 0.4
"""A word that this part of the initiatives has needs no narrower or related ones."""

EVERYDAY_SHARE = 0.1
"""How much an everyday word counts beside others."""

_COMPLETIONS = 300
_WAYS = 48


Forms = dict[str, tuple[Written, ...]]


@dataclass(slots=True)
class _Slot:
    """A word typed while it is worked out."""

    word: Word
    guesses: list[Guess] = field(default_factory=list)
    joined: str | None = None
    """The word that it makes with its neighbour."""

    @property
    def text(self) -> str:
        """The word to look up: the likeliest guess for one mistyped."""
        return self.guesses[0].word if self.guesses else self.word.text


class Interpreter:
    """Reads queries for one open collection."""

    def __init__(self, reader: Reader, vocabulary: Vocabulary) -> None:
        self._reader = reader
        self._vocabulary = vocabulary
        self._thesaurus = Thesaurus(reader)
        self._mistakes = Mistakes(vocabulary)

    def read(self, typed: Typed, exact: bool = False) -> Query:
        """The terms of a query. With `exact` no word is forgiven."""
        slots, corrections = self._forgiven([_Slot(word) for word in typed.words], exact)
        stems = self._stems_in_order(slots)
        having = self._vocabulary.count_having(stems)
        common = {n for n, stem in enumerate(stems) if having.get(stem, 0) > COMMON * self._vocabulary.initiatives}
        matches = self._thesaurus.matches(stems, common, exact)
        completions = {
            n: self._vocabulary.beginning(slot.word.text, _COMPLETIONS)
            for n, slot in enumerate(slots)
            if slot.word.half_typed
        }
        forms, everyday = self._forms(slots, matches)
        roots = [[root_of(word) for word in self.spellings(slot.text) if word.isalpha()] for slot in slots]
        kin = self._vocabulary.related(root for of in roots for root in of)
        families = [[written for root in of for written in kin.get(root, [])] for of in roots]
        ways = [self._ways(slot, completions.get(n, []), forms, families[n]) for n, slot in enumerate(slots)]
        sequence = tuple(
            tuple(
                form for way in of if way.quality >= FORGIVEN - 0.1 and len(way.places) == 1 for form in way.places[0]
            )
            for of in ways
        )
        for match in matches:
            if match.end - match.start > 1 and not match.inner:
                _as_name(ways, match)
            weaker = SCATTERED if match.inner else 1.0
            said = " ".join(slot.word.text for slot in slots[match.start : match.end])
            found = [
                way
                for name in match.names
                if name.quality * weaker > FAINT
                and (way := _named(name.stems, name.quality * weaker, forms, said, name.name))
            ]
            for n in range(match.start, match.end):
                ways[n] += found
        named = {n for match in matches if match.end - match.start > 1 for n in range(match.start, match.end)}
        terms = [
            Term(
                slot.text,
                tuple(sorted(of, key=lambda way: -way.quality)[:_WAYS]),
                0.0 if slot.text in EMPTY else EVERYDAY_SHARE if slot.text in everyday and n not in named else 1.0,
            )
            for n, (slot, of) in enumerate(zip(slots, ways, strict=True))
        ]
        terms += self._phrases(typed)
        order = tuple(slot.text for slot in slots)
        title = "" if typed.conditions else self._title(read_as(typed.text, corrections))
        return Query(typed, _telling(terms), sequence, order, tuple(dict.fromkeys(corrections)), title)

    def _title(self, text: str) -> str:
        words = [*words_of(text), *(number.key for number in numbers_in(text))]
        known = self._vocabulary.known(words)
        return "".join(chr(known[word].code) for word in words) if all(word in known for word in words) else ""

    def spellings(self, word: str) -> list[str]:
        """A word and how else it may be spelt."""
        return [word, *self._others(word)]

    def _phrases(self, typed: Typed) -> list[Term]:
        """The phrases asked for, as they stand."""
        phrases = [c.value.split() for c in typed.conditions if c.kind == "phrase" and not c.negated]
        known = self._vocabulary.known(word for words in phrases for word in words)
        return [
            Term(" ".join(words), (Way(tuple((known[word],) for word in words), 1.0),))
            for words in phrases
            if all(word in known and known[word].code for word in words)
        ]

    def _forgiven(self, slots: list[_Slot], exact: bool) -> tuple[list[_Slot], list[Correction]]:
        """The slots with guesses for words that nothing explains; split and joined where a space is wrong."""
        singles = [slot.word.text for slot in slots if " " not in slot.word.text]
        pairs = [a + b for a, b in pairwise(singles) if a.isalpha() and b.isalpha()]
        spelt = {word: self._others(word) for word in singles}
        stems = self._vocabulary.stems([*singles, *pairs, *(o for others in spelt.values() for o in others)])
        known = self._vocabulary.with_stems(stems.values())
        written = {form.word for of in known.values() for form in of}
        kin = self._vocabulary.related(root_of(word) for word in singles if len(word) > 6 and stems[word] not in known)
        corrections: list[Correction] = []
        out: list[_Slot] = []

        def explained(slot: _Slot) -> bool:
            text = slot.word.text
            return (
                not text.isalpha()
                or text in EMPTY
                or any(form.word == text or not form.everyday for form in known.get(stems[text], ()))
                or any(stems[other] in known for other in spelt[text])
                or root_of(text) in kin
                or (slot.word.half_typed and bool(self._vocabulary.beginning(text, 1)))
            )

        for n, slot in enumerate(slots):
            text = slot.word.text
            for pair in (slots[n - 1 : n + 1], slots[n : n + 2]) if n else (slots[n : n + 2],):
                together = "".join(other.word.text for other in pair)
                if len(pair) == 2 and " " not in together and len(together) > 5 and together in written:
                    slot.joined = together
                    if not exact and not all(explained(other) for other in pair):
                        corrections.append(Correction(" ".join(other.word.text for other in pair), (together,)))
            if slot.joined or exact or " " in text or explained(slot):
                out.append(slot)
                continue
            split = self._mistakes.split(text)
            guesses = self._mistakes.guesses(text, slot.word.half_typed)
            if split and (not guesses or guesses[0].cost > 0.9):
                corrections.append(Correction(text, (" ".join(split),)))
                out += [_Slot(Word(split[0])), _Slot(Word(split[1], slot.word.half_typed))]
                continue
            if guesses:
                slot.guesses = guesses
                corrections.append(Correction(text, tuple(guess.word for guess in guesses)))
            out.append(slot)
        return out[:LONGEST], corrections

    @cached_property
    def _speller(self) -> Spellings:
        return Spellings(self._reader)

    def _others(self, word: str) -> list[str]:
        return self._speller.others(word)

    def _stems_in_order(self, slots: Sequence[_Slot]) -> list[str]:
        """The stems to look up names by, in British spelling as those are; the words of A&E are one entry."""
        words = {word for slot in slots for word in slot.text.split()}
        british = {word: self._speller.british(word) for word in words}
        known = self._vocabulary.known(other for others in british.values() for other in others)
        spelt = {word: next((other for other in british[word] if other in known), word) for word in words}
        stems = self._vocabulary.stems(spelt.values())
        return [" ".join(stems[spelt[word]] for word in slot.text.split()) for slot in slots]

    def _forms(self, slots: Sequence[_Slot], matches: Iterable[Match]) -> tuple[Forms, frozenset[str]]:
        """The forms that texts have, by stem and, in angle brackets, by word looked up; and the everyday words."""
        words = [word for slot in slots for word in slot.text.split()]
        words += [guess.word for slot in slots for guess in slot.guesses]
        words += [other for slot in slots for other in self._others(slot.text)]
        words += [slot.joined for slot in slots if slot.joined]
        stems = self._vocabulary.stems(words)
        keys = [key for slot in slots if slot.word.number for key in slot.word.number.keys]
        wanted = [*stems.values(), *keys, *(stem for match in matches for name in match.names for stem in name.stems)]
        known = self._vocabulary.with_stems(wanted)
        everyday = frozenset(written.word for of in known.values() for written in of if written.everyday)
        found = {stem: tuple(written for written in of if written.documents) for stem, of in known.items()}
        return found | {f"<{word}>": found.get(stem, ()) for word, stem in stems.items()}, everyday

    def _number_ways(self, number: Number, forms: Forms) -> list[Way]:
        ways = [
            Way((forms[key],), 1.0 if place == 0 else INFLECTED)
            for place, key in enumerate(number.keys)
            if forms.get(key)
        ]
        if number.step:
            leading = number.key[: 3 + len(number.key[3:].rstrip("0"))]
            near = self._vocabulary.beginning(leading, _COMPLETIONS)
            about = tuple(written for written in near if written.code and number.is_about(written.word))
            ways += [Way((about,), ABOUT)] if about else []
        return ways

    def _ways(self, slot: _Slot, completions: list[Written], forms: Forms, kin: list[Written]) -> list[Way]:
        number = slot.word.number
        ways = self._number_ways(number, forms) if number else []
        parts = slot.text.split()
        if len(parts) > 1:
            if all(forms[f"<{part}>"] for part in parts):
                ways.append(Way(tuple(forms[f"<{part}>"] for part in parts), 1.0))
            return ways
        if slot.guesses:
            best = slot.guesses[0].cost
            for guess in slot.guesses:
                if forms[f"<{guess.word}>"]:
                    ways.append(Way((forms[f"<{guess.word}>"],), FORGIVEN - 0.3 * (guess.cost - best)))
            return ways
        word = slot.word.text
        spellings = [word, *self._others(word)]
        known = [written for spelling in spellings for written in forms[f"<{spelling}>"]]
        same = tuple(dict.fromkeys(written for written in known if written.word in spellings))
        inflected = tuple(dict.fromkeys(written for written in known if written.word not in spellings))
        whole = BARE if number and len(number.keys) == 1 else 1.0
        ways += [Way((of,), quality) for of, quality in ((same, whole), (inflected, INFLECTED)) if of]
        seen = {*same, *inflected}
        rest = tuple(written for written in completions if written not in seen)
        if rest:
            ways.append(Way((rest,), BEGUN, beginning=word))
            seen.update(rest)
        related = tuple(written for written in kin if written not in seen)
        if related:
            ways.append(Way((related,), AKIN))
        if slot.joined and forms[f"<{slot.joined}>"]:
            ways.append(Way((forms[f"<{slot.joined}>"],), JOINED))
        return ways


def _named(stems: Sequence[str], quality: float, forms: Forms, typed: str, name: str) -> Way | None:
    """The way to say a concept by another of its names; None where the texts lack one of its words."""
    places = tuple(forms.get(stem, ()) for stem in stems)
    loose = all(len(stem) > 2 for stem in stems)
    return Way(places, quality, Reading(typed, name), loose) if all(places) else None


def _as_name(ways: list[list[Way]], match: Match) -> None:
    """Take words that make a name as the name first: they count less where they do not stand together."""
    singles = ways[match.start : match.end]
    places = tuple(
        tuple(
            dict.fromkeys(form for way in of if len(way.places) == 1 and way.quality >= BEGUN for form in way.places[0])
        )
        for of in singles
    )
    for n, of in enumerate(singles, match.start):
        ways[n] = [replace(way, quality=way.quality * SCATTERED) for way in of]
        if all(places):
            ways[n].append(Way(places, 1.0, loose=True))


def _telling(terms: Iterable[Term]) -> tuple[Term, ...]:
    """The terms without words of grammar, unless there are no others; everyday words count whole where they are all."""
    terms = tuple(dict.fromkeys(terms))
    telling = tuple(term for term in terms if term.share) or terms
    if all(term.share < 1.0 for term in telling):
        return tuple(replace(term, share=1.0) for term in telling)
    return telling
