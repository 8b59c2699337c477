"""`search`: from a query to ranked initiatives."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

import click

from ..collection import Collection
from ..exports.tables import as_json
from ..records import SpotlightError
from .common import TAKES_ANY_WORD, examples, json_option, opened, query_argument
from .output import QUIET, TITLE, Paper, bold_marked, document, paper

if TYPE_CHECKING:
    from ..search.results import Hit, Results


@click.command(
    short_help="Find initiatives, best first.",
    context_settings=TAKES_ANY_WORD,
    epilog=examples(
        "spotlight-tui search keep experienced social workers",
        "spotlight-tui search grow your own --limit 5",
        "spotlight-tui search superviison --exact",
        "spotlight-tui search overseas recruitment --json",
    ),
)
@query_argument(required=True)
@click.option("--limit", type=click.IntRange(min=1), default=20, show_default=True, help="How many to show at most.")
@click.option("--exact", is_flag=True, help="Search for exactly what was typed: forgive no typing mistake.")
@json_option
def search(query: tuple[str, ...], limit: int, exact: bool, json_: bool) -> None:
    """Find initiatives that answer QUERY, best first.

    Several words need no quotation marks, and a query may begin with a hyphen. A typing mistake is forgiven, and
    the answer says so. Nothing found is exit status 1.
    """
    collection = opened()
    results = collection.search(" ".join(query), limit=limit, exact=exact)
    if json_:
        document(results_json(results))
    elif results.hits:
        _write_results(paper(), collection, results)
    else:
        raise SpotlightError(_nothing_for(results))
    if not results.hits:
        click.get_current_context().exit(1)


def results_json(results: Results) -> str:
    """What a search answers, as the one document of the contract."""
    answer = {key: value for key, value in asdict(results).items() if key not in ("lit", "ids")}
    return as_json(answer)


def corrected(results: Results) -> str:
    """What was searched instead of what was typed, in a sentence; empty where nothing was corrected."""
    pairs = [f"{' or '.join(f'“{word}”' for word in c.used)} for “{c.typed}”" for c in results.corrections]
    return f"Showing {', '.join(pairs)}." if pairs else ""


def _nothing_for(results: Results) -> str:
    if not results.query:
        return "There is nothing to search for: type some words, such as `spotlight-tui search supervision`."
    said = f"Nothing found for “{results.query}”: "
    if results.suggestions:
        return said + "try " + ", ".join(f"“{s.query}” ({s.total} found, {s.why})" for s in results.suggestions) + "."
    return said + "try fewer or other words, or see what there is with `spotlight-tui list`."


def _write_results(out: Paper, collection: Collection, results: Results) -> None:
    ids = [hit.id for hit in results.hits if hit.kind == "initiative"]
    contacts = {listing.id: listing.contact for listing in collection.listings(ids=ids)}
    addresses = {signpost.id: signpost.url for signpost in collection.signposts}
    if results.corrections:
        out.line(corrected(results))
        out.gap()
    for number, hit in enumerate(results.hits):
        if number:
            out.gap()
        _write_hit(out, hit, contacts.get(hit.id), addresses.get(hit.id))
    left = results.total - len(results.hits)
    if left:
        out.gap()
        out.line(f"{left} more found: --limit {results.total} shows all.")
    for suggestion in results.suggestions:
        out.line(f"Try also “{suggestion.query}” ({suggestion.total} found): {suggestion.why}")
    if out.decorated and ids:
        out.gap()
        out.line((f"Read one whole: spotlight-tui show {ids[0]}", QUIET))


def _write_hit(out: Paper, hit: Hit, contact: str | None, address: str | None) -> None:
    out.line((hit.title, TITLE))
    out.line("; ".join(part for part in (", ".join(hit.authorities), contact) if part))
    if hit.kind == "signpost":
        out.line((f"{hit.excerpt}.", QUIET))
        if address:
            out.line((address, QUIET))
        return
    out.line(*bold_marked(hit.excerpt))
    out.line((hit.id, QUIET))
