"""`edit`: mend what was imported."""

from __future__ import annotations

from typing import Any

import click

from ..collection import Collection
from ..records import Initiative, SpotlightError
from .common import completing, examples
from .importing import imported
from .waiting import progress_shown


@click.command(
    short_help="Mend what was imported.",
    epilog=examples(
        'spotlight-tui edit camden-family-hubs --title "Family Hubs"',
        'spotlight-tui edit camden-family-hubs --contact "Ada Example; Head of Service; ada@example.org"',
        'spotlight-tui edit camden-family-hubs --authority Camden --authority Islington --category "early help"',
    ),
)
@click.argument("id_", metavar="ID", shell_complete=completing(imported))
@click.option("--title", metavar="TEXT", help="The title.")
@click.option("--summary", metavar="TEXT", help="The summary.")
@click.option("--team", metavar="TEXT", help="The team.")
@click.option("--category", metavar="C", help="The category, by id, number or name.")
@click.option("--authority", "authorities", metavar="A", multiple=True, help="An authority; again for each of several.")
@click.option("--partner", "partners", metavar="P", multiple=True, help="A partner; again for each of several.")
@click.option(
    "--contact",
    "contacts",
    metavar='"NAME; ROLE; E-MAIL; PHONE"',
    multiple=True,
    help="A contact, all there is of it in this order; again for each of several.",
)
@click.pass_context
def edit(ctx: click.Context, /, id_: str, **given: Any) -> None:
    """Mend fields of the imported initiative ID: what is given here takes the place of what was read.

    The full text stays as the page has it. Importing the page again keeps what you mended. What came with the program
    cannot be edited.
    """
    if ctx.obj:
        raise click.UsageError("Initiatives are edited in your own collection: leave --db out.", ctx)
    if not any(value is not None and value != () for value in given.values()):
        raise click.UsageError("Say what is to be mended, such as --title.", ctx)
    from ..sources.imports import Imports

    imports = Imports.of_reader()
    with Collection.open(imports.in_use) as collection:
        fields = _fields(given, collection)
        before = collection.initiative(id_)
        known = {authority.name for authority in collection.authorities}
    with progress_shown() as progress:
        after = imports.correct(id_, fields, progress)
    for name in fields.get("authorities", ()):
        if name not in known:
            click.echo(f"The authority {name!r} is not known: it was kept as written.", err=True)
    click.echo(f"{id_}: {_said(before, after)}")


def _fields(given: dict[str, Any], collection: Collection) -> dict[str, Any]:
    """The fields in the shape of the JSON, names as the collection has them.

    Raises:
        SpotlightError: there is no such category, or a text that has to be there is empty.
    """
    from ..sources.corrections import contact_fields, plain_authority

    fields = {name: value.strip() for name in ("title", "summary", "team") if (value := given[name]) is not None}
    if fields.get("title") == "":
        raise SpotlightError("A title cannot be empty: give some text with --title.")
    if given["category"] is not None:
        fields["category"] = collection.category_id(given["category"])
    if given["authorities"]:
        fields["authorities"] = [plain_authority(name, collection.authorities) for name in given["authorities"]]
    if given["partners"]:
        fields["partners"] = list(given["partners"])
    if given["contacts"]:
        fields["contacts"] = [contact_fields(text) for text in given["contacts"]]
    return fields


def _said(before: Initiative, after: Initiative) -> str:
    from ..sources.changes import differences

    return "; ".join(differences(before, after)) or "nothing changed, it says that already."
