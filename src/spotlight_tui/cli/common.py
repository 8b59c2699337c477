"""What commands share: opening the collection, reading a query, completing values, examples in help."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import suppress
from typing import Any, TypeVar

import click
from click.shell_completion import CompletionItem

from ..collection import Collection
from ..records import SpotlightError
from ..text import one_line
from .waiting import progress_shown

Function = TypeVar("Function", bound=Callable[..., Any])

TAKES_ANY_WORD = {"ignore_unknown_options": True}
"""Context settings of a command that takes a query: what begins with `-` and is no option of it is a word."""


def examples(*lines: str) -> str:
    """Examples as the last part of a command's help, each in its line as it stands."""
    return "\b\nExamples:\n" + "\n".join(f"  {line}" for line in lines)


def opened() -> Collection:
    """The collection that this call of the program reads; closed when the command ends."""
    ctx = click.get_current_context()
    with progress_shown() as progress:
        collection = ctx.with_resource(Collection.open(ctx.obj, progress))
    if collection.notice:
        click.echo(one_line(collection.notice), err=True)
    return collection


def query_argument(required: bool) -> Callable[[Function], Function]:
    """The words of a query, which need no quotation marks."""
    return click.argument("query", nargs=-1, required=required, type=click.UNPROCESSED)


def json_option(function: Function) -> Function:
    """`--json`."""
    return click.option("json_", "--json", is_flag=True, help="Print one JSON document and nothing else.")(function)


def format_option(*formats: str) -> Callable[[Function], Function]:
    """`--format`, the first being what is printed without it."""
    return click.option(
        "format_",
        "--format",
        type=click.Choice(formats),
        default=formats[0],
        show_default=True,
        help="How to print them. To a pipe a table is one line a row, its cells separated by tabs.",
    )


Values = Callable[[Collection], Iterable[tuple[str, str]]]


def completing(values: Values) -> Callable[[click.Context, click.Parameter, str], list[CompletionItem]]:
    """Completes a value in a shell from the collection.

    Args:
        values: gives the values there are, each with a word of explanation.
    """

    def complete(ctx: click.Context, _: click.Parameter, incomplete: str) -> list[CompletionItem]:
        # Whatever is wrong with the collection, the reader is in the midst of typing a line.
        with suppress(SpotlightError), Collection.open(ctx.find_root().params.get("db")) as collection:
            return [
                CompletionItem(value, help=about)
                for value, about in values(collection)
                if value.casefold().startswith(incomplete.casefold())
            ]
        return []

    return complete
