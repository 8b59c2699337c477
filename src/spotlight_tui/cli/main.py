"""The program itself: global options, the screen where no command is given, and how every command ends."""

from __future__ import annotations

import errno
import os
import sys
from contextlib import suppress
from importlib import import_module
from typing import Any

import click

from .. import __version__
from ..records import SpotlightError
from ..text import one_line
from .common import examples
from .output import forgive_encodings
from .screen import open_screen

_COMMANDS = {
    "search": "searching.search",
    "show": "reading.show",
    "list": "reading.list_",
    "quotes": "parts.quotes",
    "figures": "parts.figures",
    "contacts": "parts.contacts",
    "import": "importing.import_",
    "remove": "importing.remove",
    "edit": "editing.edit",
    "export": "files.export",
    "doctor": "doctor.doctor",
    "completion": "files.completion",
}
"""Where each command is; loaded only when it is called, so that none pays for what another needs."""

INTERRUPTED = 130
"""Exit status after Ctrl+C, as shells have it."""


class Program(click.Group):
    """A group of commands that end quietly: every error is one line on standard error, and none is a traceback."""

    def main(self, *args: Any, **extra: Any) -> Any:
        forgive_encodings()
        extra |= {"standalone_mode": False, "windows_expand_args": False}  # a `*` in a query names no files
        extra.setdefault("prog_name", "spotlight-tui")
        try:
            status = super().main(*args, **extra)
        except click.UsageError as error:
            status = _explain(error)
        except click.ClickException as error:
            _complain(error.format_message())
            status = error.exit_code
        except click.Abort:
            status = INTERRUPTED
        sys.exit(status if isinstance(status, int) else 0)

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _COMMANDS:
            return None
        module, name = _COMMANDS[cmd_name].split(".")
        command: click.Command = getattr(import_module(f".{module}", __package__), name)
        return command

    def invoke(self, ctx: click.Context) -> Any:
        try:
            try:
                return super().invoke(ctx)
            finally:
                if sys.stdout is not None:
                    sys.stdout.flush()
        except SpotlightError as error:
            _complain(str(error))
            ctx.exit(1)
        except click.UsageError as error:
            self._place(error, ctx)
            raise
        except KeyboardInterrupt:
            ctx.exit(INTERRUPTED)
        except OSError as error:
            _leave_stdout()
            # Windows says EINVAL where others say EPIPE (python/cpython#79935).
            if isinstance(error, BrokenPipeError) or (error.errno == errno.EINVAL and os.name == "nt"):
                ctx.exit(0)
            _complain(f"The output cannot be written ({error.strerror or error}): choose another place for it.")
            ctx.exit(1)

    def _place(self, error: click.UsageError, ctx: click.Context) -> None:
        """Say of which command an error is that Click's parser found, so that its help can be named."""
        name = ctx.invoked_subcommand
        command = self.get_command(ctx, name) if name else None
        if error.ctx is None and command is not None:
            error.ctx = click.Context(command, parent=ctx, info_name=name)


def _complain(message: str) -> None:
    click.echo(one_line(message), err=True)


def _explain(error: click.UsageError) -> int:
    """Say what was wrong with the command in one line, and in another where help is."""
    _complain(error.format_message())
    path = error.ctx.command_path if error.ctx else "spotlight-tui"
    click.echo(f"Try: {path} --help", err=True)
    return error.exit_code


def _leave_stdout() -> None:
    """Keep Python from complaining once more, when it ends, of an output that nobody takes.

    See "Note on SIGPIPE" in the documentation of Python's signal module.
    """
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


@click.group(
    cls=Program,
    invoke_without_command=True,
    epilog=examples(
        "spotlight-tui",
        "spotlight-tui search agency to permanent",
        "spotlight-tui show sutton-better-together",
        "spotlight-tui contacts --format csv > contacts.csv",
        "spotlight-tui --db other.db list",
    ),
)
@click.option(
    "--db",
    metavar="PATH",
    type=click.Path(),
    help="Read the collection in this file instead of yours or the bundled one; SPOTLIGHT_DB does the same.",
)
@click.version_option(__version__, prog_name="spotlight-tui", message="%(prog)s %(version)s")
@click.pass_context
def program(ctx: click.Context, db: str | None) -> None:
    """London's Practice Spotlight, offline: what works in children's services, who did it, and how to reach them.

    Without a command this opens the screen. The commands give the same collection as plain text, for scripts and
    for screen readers; to a pipe they print neither colours nor decoration. Options given here stand before the
    command.
    """
    ctx.obj = db
    if ctx.invoked_subcommand is None:
        open_screen(ctx)
