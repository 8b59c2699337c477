"""`import` and `remove`: what the reader adds to the collection, and takes out again."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import datetime, timezone
from typing import TYPE_CHECKING

import click

from .. import paths
from ..collection import Collection
from ..records import Contents, SpotlightError
from ..text import one_line
from .common import completing, examples, json_option
from .output import document, paper
from .report import as_document, write_report
from .waiting import progress_shown

if TYPE_CHECKING:
    from ..sources.importer import Failure, Reading
    from ..sources.imports import Imports

PIPED = "-"


@click.command(
    "import",
    short_help="Add a saved page of the publisher's to your collection.",
    epilog=examples(
        "spotlight-tui import early-intervention.html",
        "spotlight-tui import pages/ --dry-run",
        "spotlight-tui import page.txt --category care-leavers",
        "spotlight-tui import collection.json",
        "spotlight-tui import --undo",
    ),
)
@click.argument("places", metavar="FILE|FOLDER|ADDRESS...", nargs=-1)
@click.option(
    "--category", metavar="C", help="The category the pages are of, by id, number or name, if they do not say."
)
@click.option("--dry-run", is_flag=True, help="Say what was understood and would change, and change nothing.")
@click.option("--undo", is_flag=True, help="Take the last import back.")
@json_option
@click.pass_context
def import_(
    ctx: click.Context, places: tuple[str, ...], category: str | None, dry_run: bool, undo: bool, json_: bool
) -> None:
    """Add Practice Spotlight pages to your own collection, with the full text of each submission.

    FILE is a page saved from a browser (HTML, text, PDF) or a Word file, or what `export --format json` wrote; a
    FOLDER is looked through for those; an ADDRESS begins with https://; - reads what is piped in. Importing a page
    again brings the collection up to date, and makes no doubles.
    """
    if undo == bool(places) or (undo and category):
        raise click.UsageError("Name a file, a folder or an address, or use --undo alone.", ctx)
    if ctx.obj and not dry_run:
        raise click.UsageError("An import goes into your own collection: leave --db out, or add --dry-run.", ctx)
    from ..sources.imports import Imports

    if ctx.obj:  # what is in that file alone is looked at
        imports = Imports(paths.database(ctx.obj).with_name("no imports"), paths.database(ctx.obj))
    else:
        imports = Imports.of_reader()
    if undo:
        _undo(imports, dry_run, json_)
    else:
        try:
            ctx.exit(_import(imports, places, category, dry_run, json_))
        except KeyboardInterrupt:
            click.echo("Stopped. Nothing was changed.", err=True)
            raise


def _undo(imports: Imports, dry_run: bool, json_: bool) -> None:
    if dry_run:
        kept = next(reversed(imports.kept()), None)
    else:
        with progress_shown() as progress:
            kept = imports.undo(progress)
    if kept is None:
        raise SpotlightError("There is no import to take back.")
    titles = [initiative.title for initiative in kept.contents.initiatives]
    if json_:
        from ..exports.tables import as_json

        ids = [initiative.id for initiative in kept.contents.initiatives]
        document(as_json({"taken_back": {"at": kept.at, "from": kept.origin, "initiatives": ids}}))
        return
    number = "1 submission" if len(titles) == 1 else f"{len(titles)} submissions"
    said = "Would take back" if dry_run else "Taken back"
    click.echo(f"{said}: the import of {', '.join(kept.origin)}, {kept.at[:10]}, with {number}.")


def _import(imports: Imports, places: Sequence[str], category: str | None, dry_run: bool, json_: bool) -> int:
    """Read, lay upon the collection, and report; gives the exit status."""
    now = datetime.now(timezone.utc).astimezone()
    with progress_shown() as progress:
        from ..sources.importer import read_places

        known = imports.contents()
        readings, failures = read_places(_files(places), known, now.date().isoformat(), category, progress)
        readings += _piped(places, known, now.date().isoformat(), category, failures)
        documents = [reading.brought for reading in readings]
        if dry_run:
            merged = imports.preview(documents, progress)
        else:
            origin = [reading.name for reading in readings]
            merged = imports.add(documents, now.isoformat(timespec="seconds"), origin, progress=progress)
    for failure in failures:
        click.echo(failure.message, err=True)
    found = any(reading.contents.initiatives for reading in readings)
    if json_:
        from ..exports.tables import as_json

        document(as_json(as_document(readings, merged, failures)))
    elif readings:
        write_report(paper(), readings, merged, dry_run)
    if not dry_run and paths.chosen():
        click.echo(f"SPOTLIGHT_DB names {one_line(str(paths.chosen()))}: unset it to read what was imported.", err=True)
    return 0 if found and not failures else 1


def _files(places: Sequence[str]) -> list[str]:
    return [place for place in places if place != PIPED]


def _piped(
    places: Sequence[str], known: Contents, today: str, category: str | None, failures: list[Failure]
) -> list[Reading]:
    """What stands on standard input, where `-` asks for it."""
    if PIPED not in places:
        return []
    from ..sources.documents.common import MOST_BYTES
    from ..sources.documents.text import decode
    from ..sources.importer import Failure, read_text

    try:
        data = sys.stdin.buffer.read(MOST_BYTES + 1)
        if len(data) > MOST_BYTES:
            raise SpotlightError(f"Standard input holds more than {MOST_BYTES // 1_000_000} MB: pipe one page.")
        text, _ = decode(data)
        return [read_text(text, known, today, category)]
    except SpotlightError as error:
        failures.append(Failure("standard input", str(error)))
        return []


def imported(collection: Collection) -> list[tuple[str, str]]:
    """The ids and titles of what was imported."""
    return [(listing.id, listing.title) for listing in collection.listings() if listing.origin == "imported"]


@click.command(
    short_help="Take an imported initiative out of your collection.",
    epilog=examples("spotlight-tui remove camden-family-group-conferences"),
)
@click.argument("ids", metavar="ID...", nargs=-1, required=True, shell_complete=completing(imported))
@click.pass_context
def remove(ctx: click.Context, ids: tuple[str, ...]) -> None:
    """Take imported initiatives out of your collection: their text and contacts leave this computer's files.

    What came with the program stays. Importing the page again brings them back.
    """
    if ctx.obj:
        raise click.UsageError("Initiatives are removed from your own collection: leave --db out.", ctx)
    from ..sources.imports import Imports

    with progress_shown() as progress:
        removed = Imports.of_reader().remove(*dict.fromkeys(ids), progress=progress)
    for initiative in removed:
        click.echo(f"Removed: {', '.join(initiative.authorities)}, {initiative.title} ({initiative.id}).")
