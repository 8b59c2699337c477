"""Which of the initiatives there are is the same piece of work as one that an import brings."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection as Ids
from collections.abc import Iterable, Mapping, Sequence

from rapidfuzz.distance import DamerauLevenshtein

from ..records import Authority, Initiative
from ..text import words_of

_SMALL = frozenset(("a", "an", "the", "and", "of", "for", "in", "to", "with", "on", "at", "our"))
_AMERICAN = re.compile(r"(\w{3})[sz](e[sd]?|ing|ation)$")
_SHORT_FORM = re.compile(r"\([A-Z]{2,8}s?\)")
"""A short form in brackets, which a title has on one page and not on another."""


def title_words(title: str) -> tuple[str, ...]:
    """The words by which titles are compared."""
    words = words_of(_SHORT_FORM.sub(" ", title)) or words_of(title)
    return tuple(word for word in words if word not in _SMALL) or tuple(words)


def alike(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two titles are the same, or differ by one slip in one word; another number is another title."""
    if "".join(one) == "".join(other):
        return True
    pairs = [(a, b) for a, b in zip(one, other, strict=False) if _spelt(a) != _spelt(b)]
    return len(one) == len(other) and len(pairs) <= 1 and all(_is_slip(*pair) for pair in pairs)


def related(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two titles have half of their words in common, as a title and its newer form do."""
    return 2 * len(set(one) & set(other)) >= max(len(set(one)), len(set(other)))


def _spelt(word: str) -> str:
    """A word in one of its spellings, of those that British and American pages give it."""
    return _AMERICAN.sub(r"\1z\2", word).replace("programme", "program")


def _is_slip(one: str, other: str) -> bool:
    """Whether two words are one with a slip: the shorter they are, the sooner they are two different words."""
    shorter, longer = sorted((len(one), len(other)))
    if shorter < 3 or one[0] != other[0] or any(c.isdigit() for c in one + other):
        return False
    return (shorter >= 5 or longer > shorter) and DamerauLevenshtein.distance(one, other, score_cutoff=1) <= 1


class Works:
    """The initiatives there are, by authority."""

    def __init__(self, initiatives: Iterable[Initiative], authorities: Iterable[Authority]) -> None:
        self._serves = {a.name: a.serves for a in authorities}
        self._by_authority: dict[str, dict[str, tuple[str, ...]]] = defaultdict(dict)
        self._authorities: dict[str, frozenset[str]] = {}
        for initiative in initiatives:
            self.put(initiative)

    def put(self, initiative: Initiative) -> None:
        """Take an initiative in, in place of what had its id."""
        for name in self._authorities.get(initiative.id, ()):
            self._by_authority[name].pop(initiative.id, None)
        names = self.names(initiative.authorities)
        self._authorities[initiative.id] = names
        words = title_words(initiative.title)
        for name in names:
            self._by_authority[name][initiative.id] = words

    def names(self, authorities: Iterable[str]) -> frozenset[str]:
        """Authorities, and those whose services they run; what names none is told apart from what names one."""
        names = {served for name in authorities for served in (name, *self._serves.get(name, ()))}
        return frozenset(names or {""})

    def share_authority(self, id_: str, new: Initiative) -> bool:
        return bool(self._authorities.get(id_, frozenset()) & self.names(new.authorities))

    def same_as(self, new: Initiative, not_these: Ids[str]) -> str | None:
        """The id of the work that has an authority in common with `new` and a title like its title."""
        words = title_words(new.title)
        found: Mapping[str, tuple[str, ...]] = {
            id_: known
            for name in self.names(new.authorities)
            for id_, known in self._by_authority.get(name, {}).items()
            if id_ not in not_these and alike(words, known)
        }
        exact = [id_ for id_, known in found.items() if known == words]
        return min(exact or found, default=None)
