"""`export` and `completion`: what other programs take."""

from __future__ import annotations

from pathlib import Path

import click

from ..collection import Collection
from ..exports.save import save
from ..exports.tables import collection_json, initiatives_csv, initiatives_markdown
from .common import examples, opened
from .output import document

_FORMATS = {"json": "JSON", "csv": "CSV", "markdown": "Markdown"}
_ENDINGS = {".json": "json", ".csv": "csv", ".md": "markdown", ".markdown": "markdown"}


@click.command(
    short_help="Write the collection for another program.",
    epilog=examples(
        "spotlight-tui export > collection.json",
        "spotlight-tui export --format csv -o initiatives.csv",
        "spotlight-tui export -o initiatives.md --force",
    ),
)
@click.option(
    "format_",
    "--format",
    type=click.Choice(list(_FORMATS)),
    help="How to write it; without this what the file's name ends in, else json.",
)
@click.option(
    "-o", "--output", metavar="PATH", type=click.Path(path_type=Path), help="Write to this file instead of the screen."
)
@click.option("--force", is_flag=True, help="Replace the file if it exists.")
def export(format_: str | None, output: Path | None, force: bool) -> None:
    """Write the whole collection for another program.

    json has everything, and `import` reads it back; csv has one row an initiative; markdown has the records to read.
    The file is written whole or not at all.
    """
    format_ = format_ or (_ENDINGS.get(output.suffix.lower()) if output else None) or "json"
    collection = opened()
    text = _exported(collection, format_)
    if output is None or str(output) == "-":
        document(text)
        return
    # Excel takes a CSV file for one in the system's own encoding unless it begins so.
    content = text.encode("utf-8-sig" if format_ == "csv" else "utf-8", "replace")
    save(content, output, replace=force)
    number = collection.counts().initiatives
    initiatives = "1 initiative" if number == 1 else f"{number} initiatives"
    click.echo(f"Wrote {initiatives} as {_FORMATS[format_]} to {output} ({len(content) / 1000:,.0f} kB).")


def _exported(collection: Collection, format_: str) -> str:
    contents = collection.contents()
    if format_ == "json":
        return collection_json(contents)
    if format_ == "csv":
        return initiatives_csv(contents.initiatives)
    return initiatives_markdown(contents.initiatives, collection.names())


@click.command(
    short_help="Let your shell complete commands and ids.",
    epilog=examples(
        "spotlight-tui completion bash >> ~/.bashrc",
        "spotlight-tui completion zsh >> ~/.zshrc",
        "spotlight-tui completion fish > ~/.config/fish/completions/spotlight-tui.fish",
    ),
)
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@click.pass_context
def completion(ctx: click.Context, shell: str) -> None:
    """Print what makes SHELL complete commands, options, ids, categories, authorities, themes and measures.

    It goes into the file that the shell reads when it starts.
    """
    from click.shell_completion import get_completion_class

    made = get_completion_class(shell)
    if made is not None:
        document(made(ctx.find_root().command, {}, "spotlight-tui", "_SPOTLIGHT_TUI_COMPLETE").source())
