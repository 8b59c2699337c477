"""A run as a table for people, and as JSON."""

from __future__ import annotations

import json
import textwrap
from dataclasses import asdict
from typing import Any

from .corpora import Corpus
from .keystrokes import KINDS
from .searches import Measured, Run, Times

AIMS = {  # p95 in milliseconds up to a number of records, on two cores
    112: {"letter by letter": 4, "with a mistake": 5, "quotation": 6, "half-remembered": 6},
    1_000: {"letter by letter": 6, "with a mistake": 8, "quotation": 10, "half-remembered": 10},
    10_000: {"letter by letter": 12, "with a mistake": 16, "quotation": 16, "half-remembered": 16},
    100_000: {"letter by letter": 40, "with a mistake": 40, "quotation": 40, "half-remembered": 40},
}
_NAME, _CELL = 16, 16


def shown(run: Run) -> str:
    """The whole run as text."""
    facts = ", ".join(f"{name} {value}" for name, value in run.machine.items())
    lines = [
        "From a keystroke to twelve ranked results with excerpts, in milliseconds:",
        "what half of the searches take / what 95 of 100 stay within.",
        *textwrap.wrap(f"One thread, everything interleaved; {facts}.", _NAME + _CELL * len(KINDS)),
        *(["Others are using this machine: only the ratios mean anything."] if _is_busy(run.machine) else []),
        *(f"Not installed, and so not measured: {name}." for name in run.missing),
    ]
    for corpus, measured in run.collections:
        lines += ["", *_speeds(corpus, measured), "", *_sizes(measured)]
    return "\n".join(lines)


def _is_busy(machine: dict[str, str]) -> bool:
    return float(machine.get("load before", 0)) > int(machine["cores"]) / 2


def document(run: Run) -> str:
    """The whole run as JSON."""
    collections: list[dict[str, Any]] = [
        {"name": c.name, "records": c.records, "text_megabytes": c.text_bytes / 1e6, "engines": [asdict(m) for m in ms]}
        for c, ms in run.collections
    ]
    whole = {"machine": run.machine, "missing": run.missing, "collections": collections}
    return json.dumps(whole, ensure_ascii=False, indent=1)


def _speeds(corpus: Corpus, measured: tuple[Measured, ...]) -> list[str]:
    called = "the bundle" if corpus.name == "bundle" else "invented records"
    title = f"{corpus.records:,} records ({called}), {corpus.text_bytes / 1e6:.2f} MB of text"
    lines = [title, "=" * len(title), " " * _NAME + "".join(f"{kind:>{_CELL}}" for kind in KINDS)]
    own = measured[0]
    for one in measured:
        lines.append(f"{one.engine:{_NAME}}" + "".join(f"{_pair(one.times.get(kind)):>{_CELL}}" for kind in KINDS))
        if one is own:
            lines.append(f"{'  aim for 95':{_NAME}}" + _aims(corpus, own))
        else:
            lines.append(f"{'  ours, times':{_NAME}}" + "".join(f"{_ratio(own, one, kind):>{_CELL}}" for kind in KINDS))
    lines.append("found anything, of 100 searches:")
    for one in measured:
        cells = (f"{one.times[kind].answered * 100:.0f}" if kind in one.times else "–" for kind in KINDS)
        lines.append(f"{'  ' + one.engine:{_NAME}}" + "".join(f"{cell:>{_CELL}}" for cell in cells))
    return lines


def _aims(corpus: Corpus, own: Measured) -> str:
    aims = next((aim for size, aim in AIMS.items() if corpus.records <= size), {})
    cells = []
    for kind in KINDS:
        if kind in aims and kind in own.times:
            reached = "reached" if own.times[kind].p95 <= aims[kind] else "missed"
            cells.append(f"{aims[kind]} {reached}")
        else:
            cells.append("–")
    return "".join(f"{cell:>{_CELL}}" for cell in cells)


def _pair(times: Times | None) -> str:
    return f"{times.p50:.1f} / {times.p95:.1f}" if times else "–"


def _ratio(own: Measured, other: Measured, kind: str) -> str:
    if kind not in own.times or kind not in other.times:
        return "–"
    ours, theirs = own.times[kind], other.times[kind]
    return f"{ours.p50 / theirs.p50:.2f} / {ours.p95 / theirs.p95:.2f}"


def _sizes(measured: tuple[Measured, ...]) -> list[str]:
    heads = ("file MB", "of text", "built s", "peak MB", "open ms", "first ms", "at most")
    lines = [" " * _NAME + "".join(f"{head:>9}" for head in heads)]
    for one in measured:
        first = one.first
        cells = (
            f"{one.file_megabytes:.1f}",
            f"{one.times_text:.1f}x",
            f"{one.build_seconds:.1f}",
            f"{first.megabytes:.0f}" if first.megabytes is not None else "–",
            f"{first.open:.1f}",
            f"{first.first:.1f}",
            f"{first.first_most:.1f}",
        )
        lines.append(f"{one.engine:{_NAME}}" + "".join(f"{cell:>9}" for cell in cells))
    return lines
