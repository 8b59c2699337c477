"""`search`: from a query to ranked initiatives."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING

import click

from ..collection import Collection
from ..exports.tables import as_json
from ..records import SpotlightError
from .common import TAKES_ANY_WORD, examples, json_option, opened, query_argument
from .output import QUIET, STRONG, TITLE, Paper, bold_marked, document, paper

if TYPE_CHECKING:
    from ..search.results import Hit, Results, Suggestion

_PARTS = {"quotes": "In a quotation: ", "figures": "In a figure: ", "contacts": "In a contact: "}
"""What stands before a passage that is not of the account, by its field."""


@click.command(
    short_help="Find initiatives, best first.",
    context_settings=TAKES_ANY_WORD,
    epilog=examples(
        "spotlight-tui search keep experienced social workers",
        "spotlight-tui search agency -locum borough:bexley",
        "spotlight-tui search 'supervision figure:>20%'",
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

    \b
    In a query you may write:
      agency permanent   both words; what has both comes first
      "grow your own"    these words, as they stand
      -locum             not with this word
      borough:sutton     only from there; likewise category: theme:
                         partner: contact:
      in:quotes          look only there; or in:figures in:contacts in:title
      has:figures        only with one; or has:quotes has:contact has:fulltext
      figure:>20%        only with such a figure; or < or =, in % or £ or plain

    Shells keep quotation marks, < and > for themselves: put a query that has them between ' and '.
    """
    collection = opened()
    results = collection.search(" ".join(query), limit=limit, exact=exact)
    if json_:
        document(results_json(results))
    elif results.hits:
        _write_results(paper(), collection, results, exact)
    else:
        raise SpotlightError(_nothing_for(results, exact))
    if not results.hits:
        click.get_current_context().exit(1)


def results_json(results: Results) -> str:
    """What a search answers, as the one document of the contract."""
    hit_keys = ("kind", "id", "title", "authorities", "score", "field", "excerpt")
    answer = {
        "query": results.query,
        "read_as": results.read_as,
        "corrections": [asdict(correction) for correction in results.corrections],
        "suggestions": [asdict(suggestion) for suggestion in results.suggestions],
        "total": results.total,
        "hits": [{key: getattr(hit, key) for key in hit_keys} for hit in results.hits],
    }
    return as_json(answer)


def corrected(results: Results) -> str:
    """What was searched instead of what was typed, in a sentence; empty where nothing was corrected."""
    pairs = [f"{' or '.join(f'“{word}”' for word in c.used)} for “{c.typed}”" for c in results.corrections]
    return f"Showing {', '.join(pairs)}." if pairs else ""


def command_for(suggestion: Suggestion, exact: bool) -> str:
    """The command that searches for a suggestion, to be copied into a shell."""
    query = suggestion.query
    if os.name == "nt":
        from subprocess import list2cmdline

        quoted = list2cmdline([query]) if " " in query or '"' in query else f'"{query}"'
    else:
        from shlex import quote

        quoted = f"'{query}'" if quote(query) == query else quote(query)
    end = "-- " if query.startswith("--") else ""
    return f"spotlight-tui search {'--exact ' if exact else ''}{end}{quoted}"


def _nothing_for(results: Results, exact: bool) -> str:
    if not results.query:
        return "There is nothing to search for: type some words, such as `spotlight-tui search supervision`."
    best = results.suggestions[0] if results.suggestions else None
    said = f"Nothing found for “{results.query}”"
    known = best.why if best else ""
    missing = [word for word in results.missing if word != results.query and f"“{word}:”" not in known]
    if missing:
        said += f": {_nowhere(missing)}"
    if best is None:
        return said + ". Try fewer or other words, or see what there is with `spotlight-tui list`."
    why = "" if missing and all(f"“{word}”" in known for word in missing) else f": {best.why[:1].lower()}{best.why[1:]}"
    return f"{said}. Try `{command_for(best, exact)}` ({best.total} found){why}."


def _nowhere(words: Sequence[str]) -> str:
    return f"nothing here has {' or '.join(f'“{word}”' for word in words)}"


def _write_results(out: Paper, collection: Collection, results: Results, exact: bool) -> None:
    ids = [hit.id for hit in results.hits if hit.kind == "initiative"]
    contacts = {listing.id: listing.contact for listing in collection.listings(ids=ids)}
    addresses = {signpost.id: signpost.url for signpost in collection.signposts}
    _write_understood(out, results)
    for number, hit in enumerate(results.hits):
        if number:
            out.gap()
        _write_hit(out, hit, contacts.get(hit.id), addresses.get(hit.id))
    left = results.total - len(results.hits)
    if left:
        out.gap()
        out.line(f"{left} more found: --limit {results.total} shows all.")
    for suggestion in results.suggestions:
        out.gap()
        out.line(f"To try, {suggestion.total} found: {suggestion.why}.")
        out.line((command_for(suggestion, exact), STRONG))
    if out.decorated and ids:
        out.gap()
        out.line((f"Read one whole: spotlight-tui show {ids[0]}", QUIET))


def _write_understood(out: Paper, results: Results) -> None:
    """What was read otherwise than it was typed."""
    said = [corrected(results)] if results.corrections else []
    said += [f"“{reading.typed}” is read also as {reading.used}." for reading in results.readings]
    said += [f"N{_nowhere(results.missing)[1:]}."] if results.missing else []
    for sentence in said:
        out.line(sentence)
    if said:
        out.gap()


def _write_hit(out: Paper, hit: Hit, contact: str | None, address: str | None) -> None:
    out.line((hit.title, TITLE))
    out.line("; ".join(part for part in (", ".join(hit.authorities), contact) if part))
    if hit.kind == "signpost":
        out.line((f"{hit.excerpt}.", QUIET))
        if address:
            out.line((address, QUIET))
        return
    out.line((_PARTS.get(hit.field, ""), QUIET), *bold_marked(hit.excerpt))
    out.line((hit.id, QUIET))
