"""Opening the screen, where there is a terminal for it."""

from __future__ import annotations

import codecs
import os
import sys
from collections.abc import Mapping
from typing import TextIO

import click

from ..records import SpotlightError


def why_no_screen(stdin: TextIO | None, drawn_on: TextIO | None, environ: Mapping[str, str] = os.environ) -> str | None:
    """What keeps the screen from opening here, in a sentence with what to do instead; None if nothing does.

    Textual reads keys from standard input and draws on standard error, on Windows on standard output.
    """
    instead = "use a command instead, such as `spotlight-tui search supervision` (all: `spotlight-tui --help`)."
    for stream, name in ((stdin, "input"), (drawn_on, "output" if sys.platform == "win32" else "error")):
        if stream is None or not stream.isatty():
            return f"The screen needs a terminal, and standard {name} is none: {instead}"
    if environ.get("TERM") == "dumb":
        return f"The screen needs a terminal that can place text, and TERM is dumb: {instead}"
    encoding = getattr(drawn_on, "encoding", None) or "unknown"
    if _codec(encoding) != "utf-8":
        return f"The screen needs UTF-8, and this terminal has {encoding}: set LANG to C.UTF-8, or {instead}"
    return None


def _codec(name: str) -> str:
    try:
        return codecs.lookup(name).name
    except LookupError:
        return ""


def open_screen(ctx: click.Context) -> None:
    """Open the screen and leave with its exit status."""
    reason = why_no_screen(sys.stdin, sys.stdout if sys.platform == "win32" else sys.stderr)
    if reason:
        raise SpotlightError(reason)
    from ..tui.app import run  # Textual takes longer to load than any command to answer

    ctx.exit(run(ctx.obj))
