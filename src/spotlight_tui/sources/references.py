"""What initiatives refer to: the themes, measures, authorities and categories that an import brings along."""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence
from dataclasses import replace
from typing import Protocol, TypeVar

from ..records import Authority, Category, Contents, Initiative, Measure, Theme


class _HasId(Protocol):
    @property
    def id(self) -> str: ...


T = TypeVar("T")
HasId = TypeVar("HasId", bound=_HasId)


def with_tables(
    base: Contents, brought: Sequence[Contents], initiatives: Iterable[Initiative], said: Container[str] = ()
) -> tuple[Contents, list[str]]:
    """`base` with whatever the initiatives refer to and it does not have, and a warning for each of those.

    What `brought` says of it is kept with it; without that it has its id for a name.

    Args:
        said: authorities of which it was said already that they are not known, with the line they stand on.
    """
    warnings: list[str] = []

    def keep(kind: str, id_: str, into: dict[str, T], known: dict[str, T], plain: T) -> None:
        if id_ not in into:
            into[id_] = known.get(id_, plain)
            if kind != "authority" or id_ not in said:
                warnings.append(f"The {kind} {id_!r} is not known here; it is kept.")

    authorities = {authority.name: authority for authority in base.authorities}
    themes, measures, categories = _by_id(base.themes), _by_id(base.measures), _by_id(base.categories)
    known_authorities = {a.name: a for contents in brought for a in contents.authorities}
    known_themes = _by_id(theme for contents in brought for theme in contents.themes)
    known_measures = _by_id(measure for contents in brought for measure in contents.measures)
    known_categories = _by_id(category for contents in brought for category in contents.categories)
    for initiative in initiatives:
        for name in initiative.authorities:
            keep("authority", name, authorities, known_authorities, Authority(name))
        for theme in initiative.themes:
            keep("theme", theme, themes, known_themes, Theme(theme, _words(theme)))
        for figure in initiative.figures:
            if figure.measure:
                id_, unit = figure.measure, figure.unit or ""
                keep("measure", id_, measures, known_measures, Measure(id_, _words(id_), unit))
        for category in (initiative.category, *initiative.also_in):
            if category:
                keep("category", category, categories, known_categories, Category(category, 0, "", ""))
    themes = known_themes | themes
    measures = known_measures | measures
    acronyms = {acronym.short: acronym for contents in brought for acronym in contents.acronyms if acronym.short}
    acronyms |= {acronym.short: acronym for acronym in base.acronyms}
    for id_, told in known_categories.items():
        if id_ in categories:
            categories[id_] = _fuller(categories[id_], told)
    tables = replace(
        base,
        authorities=_without_shared_aliases(authorities.values()),
        themes=_in_order(base.themes, themes.values()),
        measures=_in_order(base.measures, measures.values()),
        acronyms=_in_order(base.acronyms, acronyms.values()),
        categories=_numbered(categories.values()),
    )
    return tables, warnings


def _in_order(first: Iterable[T], others: Iterable[T]) -> tuple[T, ...]:
    return tuple(dict.fromkeys((*first, *others)))


def _by_id(things: Iterable[HasId]) -> dict[str, HasId]:
    return {thing.id: thing for thing in things if thing.id}


def _words(id_: str) -> str:
    return id_.replace("-", " ")


def _fuller(old: Category, told: Category) -> Category:
    """A category with what a page says of it that was not known."""
    return replace(
        old,
        name=old.name or told.name,
        short_name=old.short_name or told.short_name,
        description=old.description or told.description,
        sponsor=old.sponsor or told.sponsor,
        source_url=old.source_url or told.source_url,
    )


def with_names(contents: Contents, told: Iterable[Category]) -> Contents:
    """With the names that the categories have on their own pages."""
    names = {category.id: category.name for category in told if category.name}
    categories = tuple(replace(each, name=names.get(each.id, each.name)) for each in contents.categories)
    return replace(contents, categories=categories)


def _numbered(categories: Iterable[Category]) -> tuple[Category, ...]:
    """In the order of their numbers, each with a number and a name of its own."""
    found: list[Category] = []
    used: set[int] = set()
    for category in sorted(categories, key=lambda category: category.number < 1):  # those with a number first
        number = category.number if category.number > 0 and category.number not in used else max(used, default=0) + 1
        used.add(number)
        name = category.name or _words(category.id)
        found.append(replace(category, number=number, name=name, short_name=category.short_name or name))
    return tuple(sorted(found, key=lambda category: category.number))


def _without_shared_aliases(authorities: Iterable[Authority]) -> tuple[Authority, ...]:
    """Each other name belongs to whoever had it first."""
    taken: set[str] = set()
    found = []
    for authority in authorities:
        own = tuple(dict.fromkeys(alias for alias in authority.aliases if alias not in taken))
        taken.update(own)
        found.append(authority if own == authority.aliases else replace(authority, aliases=own))
    return tuple(found)
