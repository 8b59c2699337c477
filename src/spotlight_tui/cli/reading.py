"""`show` and `list`: read initiatives, and see which there are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

import click

from ..collection import Collection
from ..exports.tables import as_json
from ..records import Listing, SpotlightError
from .common import completing, examples, json_option, opened
from .output import QUIET, STRONG, Paper, document, paper
from .record import Names, write_record


def _ids(collection: Collection) -> list[tuple[str, str]]:
    return [(listing.id, listing.title) for listing in collection.listings()]


@click.command(
    short_help="Print whole records.",
    epilog=examples(
        "spotlight-tui show sutton-better-together",
        "spotlight-tui show barnet-career-conversations bexley-agency-to-permanent",
        "spotlight-tui show sutton-better-together --json",
    ),
)
@click.argument("ids", metavar="ID...", nargs=-1, required=True, shell_complete=completing(_ids))
@json_option
def show(ids: tuple[str, ...], json_: bool) -> None:
    """Print the whole record of each initiative ID: account, contacts, quotations, figures and source.

    The ids are what `search` and `list` print. With --json one id gives an object, several an array.
    """
    collection = opened()
    _check_ids(collection, ids)
    initiatives = collection.initiatives(ids)
    if json_:
        records = [asdict(initiative) for initiative in initiatives]
        document(as_json(records[0] if len(ids) == 1 else records))
        return
    out = paper()
    names = Names.of(collection)
    for number, initiative in enumerate(initiatives):
        if number:
            out.gap()
            out.gap()
        write_record(out, initiative, names)


def _check_ids(collection: Collection, ids: Sequence[str]) -> None:
    """Raises the error that helps most where there is no initiative with one of `ids`."""
    known = {listing.id for listing in collection.listings(ids=ids)}
    for id_ in ids:
        if id_ in known:
            continue
        for signpost in collection.signposts:
            if signpost.id == id_:
                at = f" Its page is {signpost.url}." if signpost.url else ""
                raise SpotlightError(f"{id_!r} is only named on the publisher's pages, not in this collection.{at}")
        from difflib import get_close_matches

        there_are = [id_ for id_, _ in _ids(collection)]
        near = [i for i in there_are if id_ and id_ in i] or get_close_matches(id_, there_are, n=3, cutoff=0.5)
        if near:
            raise SpotlightError(f"There is no initiative {id_!r}: did you mean {' or '.join(near[:3])}?")
        collection.initiative(id_)


def _categories(collection: Collection) -> list[tuple[str, str]]:
    return [(c.id, c.name) for c in collection.categories] + [("related", "Related reading")]


def _authorities(collection: Collection) -> list[tuple[str, str]]:
    return [(authority.name, "") for authority in collection.authorities]


def _themes(collection: Collection) -> list[tuple[str, str]]:
    return [(theme.id, theme.name) for theme in collection.themes]


def _partners(collection: Collection) -> list[tuple[str, str]]:
    return [(name, "") for name in collection.branch("partner")]


@click.command(
    "list",
    short_help="List what there is.",
    epilog=examples(
        "spotlight-tui list",
        "spotlight-tui list --category workforce --authority sutton",
        "spotlight-tui list --theme overseas-recruitment",
        "spotlight-tui list --partner university --json",
        "spotlight-tui list --category related",
        "spotlight-tui list --like barnet-career-conversations",
    ),
)
@click.option(
    "--category",
    metavar="C",
    shell_complete=completing(_categories),
    help="Only this category, by id, number or name; `related` for related reading.",
)
@click.option(
    "--authority",
    metavar="A",
    shell_complete=completing(_authorities),
    help="Only this authority; who serves it counts too.",
)
@click.option("--theme", metavar="T", shell_complete=completing(_themes), help="Only this theme, by id or name.")
@click.option(
    "--partner", metavar="P", shell_complete=completing(_partners), help="Only with a partner whose name contains this."
)
@click.option(
    "--like",
    metavar="ID",
    shell_complete=completing(_ids),
    help="Only the eight nearest to this initiative, the nearest first, with what both have.",
)
@json_option
def list_(
    category: str | None, authority: str | None, theme: str | None, partner: str | None, like: str | None, json_: bool
) -> None:
    """List the initiatives of the collection that fit every condition given.

    To a pipe each is one line: id, title, authorities and category, separated by tabs; with --like what both have
    stands behind. Nothing found is exit status 1.
    """
    collection = opened()
    listings = collection.listings(category, authority, theme, partner)
    why: dict[str, str] = {}
    if like is not None:
        listings, why = _alike(collection, like, listings)
    if json_:
        document(as_json([_listed(listing) for listing in listings]))
    elif listings:
        _write_list(paper(), collection, listings, why)
    else:
        raise SpotlightError(_none_listed(collection, category) if like is None else _none_alike(collection, like))
    if not listings:
        click.get_current_context().exit(1)


_MOST_ALIKE = 8


def _alike(collection: Collection, id_: str, among: Sequence[Listing]) -> tuple[list[Listing], dict[str, str]]:
    """The nearest to an initiative among some, the nearest first, and what both have by the id of each."""
    _check_ids(collection, [id_])
    chosen = {listing.id for listing in among}
    found = [alike for alike in collection.like(id_, limit=None) if alike.id in chosen][:_MOST_ALIKE]
    return [alike.listing for alike in found], {alike.id: alike.why for alike in found}


def _none_alike(collection: Collection, id_: str) -> str:
    title = collection.initiative(id_).title
    if collection.like(id_, limit=1):
        return f"No initiative that fits is like {title}: leave out a condition."
    return f"No other initiative in this collection is like {title}."


def _listed(listing: Listing) -> dict[str, Any]:
    return {key: getattr(listing, key) for key in ("id", "title", "authorities", "category", "origin")}


def _none_listed(collection: Collection, category: str | None) -> str:
    known = collection.category_id(category) if category is not None else None
    for one in collection.categories:
        if one.id == known and not one.initiatives:
            at = f" Its page is {one.source_url}." if one.source_url else ""
            return f"Nothing of category {one.number}, {one.name}, is in this collection yet.{at}"
    return "No initiative fits: leave out a condition, or see what there is with `spotlight-tui list`."


def _write_list(out: Paper, collection: Collection, listings: Sequence[Listing], why: Mapping[str, str]) -> None:
    names = {category.id: category.short_name for category in collection.categories}
    for listing in listings:
        authorities = ", ".join(listing.authorities)
        category = names.get(listing.category or "", "Related reading")
        reason = [why[listing.id]] if listing.id in why else []
        out.row(
            authorities,
            [[(listing.title, STRONG)], [category], *[[text] for text in reason], [(listing.id, QUIET)]],
            [listing.id, listing.title, authorities, listing.category or "related", *reason],
        )
