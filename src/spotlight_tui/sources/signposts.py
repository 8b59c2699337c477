"""Which signposts are still needed, once what they point to is there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from rapidfuzz import fuzz

from ..records import Contents, Initiative, Signpost
from ..text import words_of
from .likeness import Works

_NAMED = 88.0
"""How much of a signpost's title, of 100, a submission's title and summary must have to be what it names."""


def left_over(bundle: Contents, held: Iterable[Initiative]) -> tuple[Signpost, ...]:
    """The signposts of the bundle to what is not among `held`.

    A submission of the same category and authorities replaces the signpost that names it, else one that names nothing.
    """
    bundled = {initiative.id: _categories(initiative) for initiative in bundle.initiatives}
    by_category: dict[str, list[Initiative]] = defaultdict(list)
    for initiative in held:
        for category in _categories(initiative) - bundled.get(initiative.id, set()):
            by_category[category].append(initiative)
    groups: dict[tuple[str, tuple[str, ...]], list[Signpost]] = defaultdict(list)
    for signpost in bundle.signposts:
        groups[signpost.category, signpost.authorities].append(signpost)
    works = Works((), bundle.authorities)
    gone: set[str] = set()
    for (category, authorities), group in groups.items():
        theirs = [i for i in by_category[category] if set(authorities) <= works.names(i.authorities)]
        gone.update(_replaced(group, theirs))
    return tuple(signpost for signpost in bundle.signposts if signpost.id not in gone)


def _categories(initiative: Initiative) -> set[str]:
    return {category for category in (initiative.category, *initiative.also_in) if category}


def _replaced(group: Sequence[Signpost], theirs: Sequence[Initiative]) -> Iterable[str]:
    named = {s.id: [i.id for i in theirs if _names(s.title, i)] for s in group if s.title}
    unnamed = [signpost.id for signpost in group if not signpost.title]
    taken = {id_ for ids in named.values() for id_ in ids}
    others = [initiative for initiative in theirs if initiative.id not in taken]
    return [*(id_ for id_, ids in named.items() if ids), *unnamed[: len(others)]]


def _names(title: str, initiative: Initiative) -> bool:
    asked, told = (" ".join(words_of(text)) for text in (title, f"{initiative.title} {initiative.summary}"))
    return fuzz.token_set_ratio(asked, told) >= _NAMED
