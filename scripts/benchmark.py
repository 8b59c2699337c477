#!/usr/bin/env python3
"""Measure the program beside what it is to be measured against, in one run.

    python scripts/benchmark.py start [--runs N]    first full paint and peak memory, beside a bare Textual app
    python scripts/benchmark.py search              keystroke to results at several sizes, beside plain FTS5 and tantivy

Times differ between machines; the ratios are what counts. `start` needs a pseudo-terminal: Linux and macOS. tantivy is
measured where it is installed. The collections for `search` are made once, and kept in the system's temporary folder.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Sequence
from pathlib import Path

SCRIPTS = Path(__file__).resolve().parent
sys.path[:0] = [str(SCRIPTS), str(SCRIPTS.parent / "src")]


class Teller:
    """Tells on standard error how far the work is: on one line of a terminal, else a line for each part of it."""

    def __init__(self) -> None:
        self._last = ("", 0.0)

    def __call__(self, what: str, done: int, of: int) -> None:
        terminal = sys.stderr.isatty()
        before, at = self._last
        if what == before and (not terminal or time.monotonic() - at < 0.1):
            return
        self._last = (what, time.monotonic())
        text = f"{what}: {done:,} of {of:,}" if of and terminal else what
        sys.stderr.write(f"\r{text:<78.78}" if terminal else f"{text}\n")
        sys.stderr.flush()

    def end(self) -> None:
        """Leave the line empty."""
        if sys.stderr.isatty():
            sys.stderr.write(f"\r{'':78}\r")


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs what is asked for; 130 if it was stopped."""
    options = _options(arguments)
    tell = Teller()
    try:
        print(_start(options.runs) if options.command == "start" else _search(options, tell))
    except KeyboardInterrupt:
        tell.end()
        print("Stopped; nothing was measured to the end.", file=sys.stderr)
        return 130
    return 0


def _start(runs: int) -> str:
    from benchmarks import starts  # which Windows does not have

    return starts.shown(starts.compare_starts(runs))


def _search(options: argparse.Namespace, tell: Teller) -> str:
    from benchmarks import corpora, searches, tables

    sizes = [*options.sizes, *([100_000] if options.large else [])]
    run = searches.run(
        ["bundle", *dict.fromkeys(map(str, sizes))], options.queries, tell, options.cache or corpora.CACHE
    )
    tell.end()
    return tables.document(run) if options.json else tables.shown(run)


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True)
    of_start = commands.add_parser("start", help="first full paint and peak memory")
    of_start.add_argument("--runs", type=_number, default=9, metavar="N", help="starts of each; medians are shown")
    of_search = commands.add_parser("search", help="keystroke to results, sizes of files, memory")
    of_search.add_argument(
        "--sizes",
        type=lambda text: [_number(part) for part in text.split(",") if part],
        default=[112, 1_000, 10_000],
        metavar="N,N…",
        help="how many records the invented collections have (112,1000,10000); the bundle is measured always",
    )
    of_search.add_argument("--large", action="store_true", help="measure 100,000 records too: gigabytes, minutes")
    of_search.add_argument("--queries", type=_number, default=36, metavar="N", help="queries drawn from each (36)")
    of_search.add_argument("--cache", type=Path, metavar="FOLDER", help="where the collections are kept")
    of_search.add_argument("--json", action="store_true", help="print one JSON document instead of a table")
    return parser.parse_args(arguments)


def _number(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError(f"{text} is no number of things: give 1 or more.")
    return number


if __name__ == "__main__":
    sys.exit(main())
