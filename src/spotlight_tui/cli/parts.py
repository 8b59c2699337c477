"""`quotes`, `figures`, `contacts`: the parts of all initiatives as tables."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, fields
from typing import Any

import click

from ..collection import Collection
from ..exports.cards import about, attribution
from ..exports.contacts import vcards
from ..exports.tables import as_json, parts_csv
from ..records import Contact, Figure, Listing, Quote, SpotlightError
from ..text import Finder
from .common import TAKES_ANY_WORD, completing, examples, format_option, opened, query_argument
from .output import QUIET, STRONG, Paper, document, paper
from .record import contact_lines
from .searching import corrected

Part = Quote | Figure | Contact
Pairs = Sequence[tuple[Listing, Part]]


def _print(kind: type[Part], pairs: Pairs, format_: str, write: Callable[[Paper], None], nothing: str) -> None:
    """Print parts in the format asked for; where there are none, say so and leave with 1."""
    if format_ == "json":
        document(as_json([_fields(part, listing) for listing, part in pairs]))
    elif format_ == "csv":
        header = [*(field.name for field in fields(kind)), "id", "title", "authorities"]
        document(parts_csv(header, (_fields(part, listing) for listing, part in pairs)))
    elif pairs:
        write(paper())
    if not pairs:
        raise SpotlightError(nothing)


def _fields(part: Part, listing: Listing) -> dict[str, Any]:
    whose = {"id": listing.id, "title": listing.title, "authorities": listing.authorities}
    return {**asdict(part), **whose}


def _whose(listing: Listing) -> str:
    return ", ".join(listing.authorities)


@click.command(
    short_help="Print quotations, all or those with certain words.",
    context_settings=TAKES_ANY_WORD,
    epilog=examples(
        "spotlight-tui quotes",
        "spotlight-tui quotes supervision",
        "spotlight-tui quotes agency permanent --format csv > quotations.csv",
        "spotlight-tui quotes --format json",
    ),
)
@query_argument(required=False)
@format_option("table", "csv", "json")
def quotes(query: tuple[str, ...], format_: str) -> None:
    """Print the quotations of the collection, or those with words of QUERY, those of the best answer first.

    The words are looked for in what was said and in who said it. Nothing found is exit status 1.
    """
    collection = opened()
    asked = " ".join(query)
    if not asked.strip():
        pairs, correction = collection.quotes(), ""
    else:
        results = collection.search(asked, limit=None)
        said = collection.quotes(results.ids)
        finder = Finder(results.lit)
        pairs = [pair for pair in said if not results.lit or _has_any(pair[1], finder)]
        asked, correction = results.query, corrected(results)

    def write(out: Paper) -> None:
        if correction:
            out.line(correction)
            out.gap()
        for listing, quote in pairs:
            out.row(
                _whose(listing),
                [[f"“{quote.text}”"], [(f"– {attribution(quote)}", QUIET)], [(listing.id, QUIET)]],
                [quote.text, quote.speaker, quote.date, _whose(listing), listing.id],
            )

    nothing = f"No quotation has words of “{asked}”: try other words, or all of them with `spotlight-tui quotes`."
    _print(Quote, pairs, format_, write, nothing if asked.strip() else "There are no quotations in this collection.")


def _has_any(quote: Quote, finder: Finder) -> bool:
    return bool(finder.places(f"{quote.text} {quote.speaker or ''}"))


def _measures(collection: Collection) -> Iterable[tuple[str, str]]:
    return [(measure.id, measure.name) for measure in collection.measures]


@click.command(
    short_help="Print figures, all or those of a measure.",
    epilog=examples(
        "spotlight-tui figures",
        "spotlight-tui figures --measure turnover",
        "spotlight-tui figures --measure agency-share --format csv > agency.csv",
        "spotlight-tui figures --format json",
    ),
)
@click.option(
    "--measure",
    metavar="M",
    shell_complete=completing(_measures),
    help="Only figures of this measure, which can be laid beside each other across authorities.",
)
@format_option("table", "csv", "json")
def figures(measure: str | None, format_: str) -> None:
    """Print the figures of the collection, each as its source states it.

    Nothing found is exit status 1.
    """
    pairs = opened().figures(measure)

    def write(out: Paper) -> None:
        for listing, figure in pairs:
            more = [[(about(figure), QUIET)]] if about(figure) else []
            out.row(
                _whose(listing),
                [[(figure.value, STRONG)], [figure.label], *more, [(listing.id, QUIET)]],
                [figure.value, figure.label, figure.period, figure.note, _whose(listing), listing.id],
            )

    nothing = f"There are no figures of {measure!r} in this collection: `spotlight-tui figures` prints all there are."
    _print(Figure, pairs, format_, write, nothing if measure else "There are no figures in this collection.")


@click.command(
    short_help="Print whom to write to.",
    epilog=examples(
        "spotlight-tui contacts",
        "spotlight-tui contacts --format csv > contacts.csv",
        "spotlight-tui contacts --format vcf > contacts.vcf",
        "spotlight-tui contacts --format json",
    ),
)
@format_option("table", "csv", "json", "vcf")
def contacts(format_: str) -> None:
    """Print whom to write to, as the sources publish them; as vcf for an address book."""
    pairs = opened().contacts()
    if format_ == "vcf" and pairs:
        document(vcards((contact, listing.authorities, listing.title) for listing, contact in pairs))
        return

    def write(out: Paper) -> None:
        for listing, contact in pairs:
            name, *rest = contact_lines(contact) or ["name not given"]
            out.row(
                _whose(listing),
                [[(name, STRONG)], *([line] for line in rest), [(listing.id, QUIET)]],
                [contact.name, contact.role, contact.email, contact.phone, _whose(listing), listing.id],
            )

    _print(Contact, pairs, format_, write, "There are no contacts in this collection.")
