"""Collection: the one door to the data for every face of the program."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from . import authority_names, paths
from .database import lists, soundness
from .database.reader import Reader
from .progress import Progress, no_progress
from .records import (
    Acronym,
    Authority,
    Category,
    Contact,
    Contents,
    Counts,
    Figure,
    ImportNote,
    Initiative,
    Listing,
    Measure,
    Publisher,
    Quote,
    Signpost,
    SpotlightError,
    Theme,
)
from .text import fold

if TYPE_CHECKING:
    from .search.alike import Alike
    from .search.completion import Completer, Completion
    from .search.results import Results


class Collection:
    """An open collection: searched, browsed and read. Close it, or use it in a `with`.

        with Collection.open() as collection:
            for hit in collection.search("keep experienced social workers").hits:
                print(hit.title)

    Threads may share one.
    """

    def __init__(self, reader: Reader, notice: str | None = None) -> None:
        self._reader = reader
        self.notice = notice
        """What a reader should know of the way it was opened, in a sentence."""

    @classmethod
    def open(cls, path: str | os.PathLike[str] | None = None, progress: Progress = no_progress) -> Collection:
        """Open the collection at `path`; without one that of SPOTLIGHT_DB, the reader's own, or the bundled one.

        Where the program has brought a newer bundle, the reader's own is made anew first, with all imports in it.

        Args:
            progress: told how far that is.

        Raises:
            SpotlightError: there is none, or it cannot be read.
        """
        notice = None if paths.chosen(path) else _bring_up_to_date(progress)
        try:
            return cls(Reader(paths.database(path)), notice)
        except SpotlightError:
            if notice is None:
                raise
            return cls(Reader(paths.bundled_database()), notice)

    def __enter__(self) -> Collection:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        self._reader.close()

    @property
    def path(self) -> Path:
        """The database file in use."""
        return self._reader.path

    @cached_property
    def _engine(self) -> Any:
        from .search.engine import Engine  # the screen paints before search is loaded

        return Engine(self._reader)

    @cached_property
    def _likeness(self) -> Any:
        from .search.similar import Likeness  # asked for seldom

        return Likeness(self._reader)

    def search(self, query: str, limit: int | None = 20, exact: bool = False) -> Results:
        """What answers a query, best first; any text is a query.

        Args:
            query: what was typed.
            limit: how many hits at most; None for all.
            exact: forgive no typing mistake.
        """
        results: Results = self._engine.search(query, limit, exact)
        return results

    @cached_property
    def _completer(self) -> Completer:
        from .search.completion import Completer  # the screen paints before search is loaded

        return Completer(self._reader)

    def complete(self, typed: str, cursor: int | None = None, limit: int = 8) -> tuple[Completion, ...]:
        """How a query may go on: names of fields and their values, likeliest first; nothing for plain words.

        Args:
            typed: the line so far.
            cursor: where in it the cursor stands; at its end if not given.
            limit: how many at most.
        """
        return self._completer.complete(typed, cursor, limit)

    def like(self, id_: str, limit: int | None = 8) -> list[Alike]:
        """The initiatives nearest to one, by themes, measures, keywords and rare words; none where nothing is near.

        Args:
            id_: of the initiative.
            limit: how many at most; None for all that are like it.

        Raises:
            SpotlightError: there is none with this id.
        """
        found: list[Alike] = self._likeness.like(self.initiative(id_), limit)
        return found

    def initiative(self, id_: str) -> Initiative:
        """One initiative.

        Raises:
            SpotlightError: there is none with this id.
        """
        for initiative in self._reader.initiatives([id_]):
            return initiative
        raise SpotlightError(f"There is no initiative {id_!r}: `spotlight-tui list` shows the ids there are.")

    def initiatives(self, ids: Iterable[str]) -> list[Initiative]:
        """The initiatives with these ids, in the order asked for."""
        return self._reader.initiatives(ids)

    def listings(
        self,
        category: str | None = None,
        authority: str | None = None,
        theme: str | None = None,
        partner: str | None = None,
        ids: Sequence[str] | None = None,
    ) -> list[Listing]:
        """The initiatives that fit every condition given, in the collection's order.

        Args:
            category: a category's id, name or short name; `related` for what belongs to none.
            authority: an authority's name or alias; who serves it counts too.
            theme: a theme's id or name.
            partner: part of a partner's name.
            ids: only these.
        """
        partners = None
        if partner is not None:
            partners = [name for name in self.branch("partner") if fold(partner) in fold(name)]
        return lists.listings(
            self._reader,
            lists.Filter(
                None if category is None else self.category_id(category) or "",
                None if authority is None else self.authority_names(authority),
                None if theme is None else self.theme_id(theme),
                partners,
                ids,
            ),
        )

    def category_id(self, name: str) -> str | None:
        """The id of a category given by id, number, name or short name; None for related reading.

        Raises:
            SpotlightError: there is no such category.
        """
        if fold(name) in ("related", "related reading"):
            return None
        for category in self.categories:
            if fold(name) in map(fold, (category.id, str(category.number), category.name, category.short_name)):
                return category.id
        known = ", ".join(category.id for category in self.categories)
        raise SpotlightError(f"There is no category {name!r}: choose one of {known}, related.")

    def authority_names(self, name: str) -> tuple[str, ...]:
        """The plain names of an authority given by any name, and of whoever serves it.

        Raises:
            SpotlightError: there is no such authority.
        """
        own = authority_names.find(name, self.authorities)
        if own is None:
            raise SpotlightError(f"There is no authority {name!r}: use a borough's name, such as Tower Hamlets.")
        return (own, *(a.name for a in self.authorities if own in a.serves))

    def theme_id(self, name: str) -> str:
        """The id of a theme given by id or name.

        Raises:
            SpotlightError: there is no such theme.
        """
        for theme in self.themes:
            if fold(name) in (fold(theme.id), fold(theme.name)):
                return theme.id
        known = ", ".join(theme.id for theme in self.themes)
        raise SpotlightError(f"There is no theme {name!r}: choose one of {known}.")

    def measure_id(self, name: str) -> str:
        """The id of a measure given by id or name.

        Raises:
            SpotlightError: there is no such measure.
        """
        for measure in self.measures:
            if fold(name) in (fold(measure.id), fold(measure.name)):
                return measure.id
        known = ", ".join(measure.id for measure in self.measures)
        raise SpotlightError(f"There is no measure {name!r}: choose one of {known}.")

    @cached_property
    def categories(self) -> tuple[Category, ...]:
        return self._reader.categories()

    @cached_property
    def authorities(self) -> tuple[Authority, ...]:
        return self._reader.authorities()

    @cached_property
    def themes(self) -> tuple[Theme, ...]:
        return self._reader.themes()

    @cached_property
    def measures(self) -> tuple[Measure, ...]:
        return self._reader.measures()

    @cached_property
    def acronyms(self) -> tuple[Acronym, ...]:
        return self._reader.acronyms()

    @cached_property
    def signposts(self) -> tuple[Signpost, ...]:
        return self._reader.signposts()

    @cached_property
    def publisher(self) -> Publisher:
        return self._reader.publisher()

    def import_of(self, id_: str) -> ImportNote | None:
        """From where and when the reader imported an initiative; None for what came with the program alone."""
        return next(iter(self._reader.imports(id_)), None)

    def counts(self) -> Counts:
        """How many initiatives, authorities and submissions the collection holds."""
        return lists.counts(self._reader)

    def branch(self, kind: str, ids: Sequence[str] | None = None) -> dict[str, int]:
        """How many initiatives stand under each authority, theme or partner.

        Args:
            kind: `category`, `authority`, `theme` or `partner`.
            ids: count only these initiatives; None for all.
        """
        return lists.branch(self._reader, kind, ids)

    def quotes(self, ids: Sequence[str] | None = None) -> list[tuple[Listing, Quote]]:
        """The quotations of the whole collection, or of these initiatives."""
        return [(_listing(i), quote) for i in self._chosen(ids) for quote in i.quotes]

    def figures(self, measure: str | None = None) -> list[tuple[Listing, Figure]]:
        """The figures of the whole collection, or those of a measure."""
        wanted = None if measure is None else self.measure_id(measure)
        pairs = [(_listing(i), figure) for i in self._chosen(None) for figure in i.figures]
        return [(listing, figure) for listing, figure in pairs if wanted in (None, figure.measure)]

    def contacts(self) -> list[tuple[Listing, Contact]]:
        """The contacts of the whole collection."""
        return [(_listing(i), contact) for i in self._chosen(None) for contact in i.contacts]

    def contents(self) -> Contents:
        """Everything, for an export."""
        return self._reader.contents()

    def check(self) -> str:
        """Whether the file is sound and its index for search agrees with it: `ok`, or what is wrong."""
        return soundness.check(self._reader)

    def look_over(self) -> None:
        """Read what every screen needs, so that a broken file is told before one is opened.

        Raises:
            SpotlightError: something of it cannot be read.
        """
        self.counts()
        _ = self.categories, self.authorities, self.signposts, self.themes
        self.initiatives(self._reader.ids()[:1])

    def names(self) -> dict[str, str]:
        """The names of themes and categories by their ids."""
        return {**{t.id: t.name for t in self.themes}, **{c.id: c.name for c in self.categories}}

    def _chosen(self, ids: Sequence[str] | None) -> list[Initiative]:
        return self._reader.initiatives(self._reader.ids() if ids is None else ids)


def _bring_up_to_date(progress: Progress) -> str | None:
    """Make the reader's own collection anew where it needs that; what is to be said if it cannot be done."""
    folder, bundle = paths.user_data(), paths.bundled_database()
    if not folder.is_dir():
        return None
    from .sources.freshness import is_fresh

    if is_fresh(folder, bundle):
        return None
    from .sources.imports import Imports  # only a newer bundle needs what writes a database

    try:
        Imports(folder, bundle).rebuild(progress)
    except SpotlightError as error:
        return f"Your imports could not be laid upon this version's collection. {error}"
    return None


def _listing(initiative: Initiative) -> Listing:
    contact = initiative.contacts[0].name if initiative.contacts else None
    return Listing(
        initiative.id,
        initiative.title,
        initiative.authorities,
        initiative.category,
        initiative.origin,
        contact,
    )
