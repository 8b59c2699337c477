"""`doctor`: where the files are, what they hold, whether they are sound, and what this machine can do."""

from __future__ import annotations

import os
import platform
import shutil
import sqlite3
import sys
from collections.abc import Iterator

import click

from .. import __version__, clipboard, paths
from ..collection import Collection
from ..database.schema import VERSION
from ..records import SUBMISSIONS, SpotlightError
from .common import examples
from .output import paper
from .screen import why_no_screen

Row = tuple[str, str]


@click.command(
    short_help="Say where the files are and whether they are sound.",
    epilog=examples("spotlight-tui doctor", "spotlight-tui --db other.db doctor"),
)
@click.pass_context
def doctor(ctx: click.Context) -> None:
    """Say where the files are, what they hold, whether they are sound, and which clipboard will be used.

    Send this along when you report that something does not work. Exit status 1 where the collection is not sound.
    """
    out = paper()
    rows, sound = _collection(ctx.obj)
    for label, value in (*rows, *_machine()):
        out.field(label, value)
    if not sound:
        ctx.exit(1)


def _collection(chosen: str | None) -> tuple[list[Row], bool]:
    """What there is to say of the collection, and whether it is sound."""
    path = paths.database(chosen)
    rows = [("Collection", str(path))]
    try:
        with Collection.open(chosen) as collection:
            answer = collection.check()
            collection.contents()
            counts, signposts = collection.counts(), len(collection.signposts)
            rows += [
                ("Size", f"{path.stat().st_size / 1000:,.0f} kB, format {VERSION}"),
                ("Holds", f"{counts.initiatives} initiatives of {counts.authorities} authorities"),
                ("Submissions", f"{counts.submissions} of the {SUBMISSIONS} that were published"),
                ("Named only", f"{signposts} on the publisher's pages, not in this collection"),
                ("Search", _searches(collection)),
                ("Sound", "yes" if answer == "ok" else f"no: {answer}"),
            ]
            return rows, answer == "ok"
    except SpotlightError as error:
        return [*rows, ("Sound", f"no: {error}")], False
    except Exception as error:  # whatever a broken file makes of the program is what doctor is asked to say
        return [*rows, ("Sound", f"no: it holds what a collection never holds ({error!r})")], False


def _searches(collection: Collection) -> str:
    """Whether a search for an initiative by its title finds it, which needs SQLite's full-text search."""
    for listing in collection.listings()[:1]:
        found = listing.id in collection.search(listing.title, limit=5).ids
        return "works (SQLite has FTS5)" if found else "finds nothing: build the collection again"
    return "not tried, the collection is empty"


def _imports() -> str:
    """What the reader imported, or what is wrong with the files it is kept in."""
    from ..sources.imports import Imports

    try:
        kept = Imports.of_reader().kept()
    except SpotlightError as error:
        return f"not sound: {error}"
    if not kept:
        return "none"
    last = f"the last on {kept[-1].at[:10]} of {', '.join(kept[-1].origin)}"
    return f"{len(kept)}, {last}"


def _machine() -> Iterator[Row]:
    own = paths.user_data()
    yield "Your files", f"{own}{'' if own.is_dir() else ' (not made yet)'}"
    yield "Imports", _imports()
    for way in clipboard.plan():
        yield "Clipboard", way
    yield "Program", f"spotlight-tui {__version__}"
    yield "Python", f"{platform.python_version()} ({sys.executable})"
    yield "Platform", platform.platform()
    yield "Libraries", f"Textual {_version('textual')}, Rich {_version('rich')}, SQLite {sqlite3.sqlite_version}"
    yield from _terminal()


def _version(library: str) -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version(library)
    except PackageNotFoundError:
        return "not installed"


def _terminal() -> Iterator[Row]:
    from rich.console import Console

    size = shutil.get_terminal_size()
    term = os.environ.get("TERM") or "not set"
    yield "Terminal", f"{size.columns} × {size.lines}, TERM {term}"
    encodings = (getattr(stream, "encoding", None) or "none" for stream in (sys.stdout, sys.stderr))
    yield "Encoding", "output {}, errors {}".format(*encodings)
    console = Console(stderr=True)
    colours = {"truecolor": "16 million", "256": "256", "standard": "16", "windows": "16"}
    seen = colours.get(console.color_system or "", "none")
    yield "Colours", seen + (", NO_COLOR is set" if os.environ.get("NO_COLOR") else "")
    yield "Screen", why_no_screen(sys.stdin, sys.stderr) or "can open here"
