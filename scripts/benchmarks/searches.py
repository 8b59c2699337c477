"""Searches of collections of several sizes by several engines, in one interleaved run on one thread."""

from __future__ import annotations

import math
import os
import platform
import sqlite3
import statistics
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

from spotlight_tui import Collection
from spotlight_tui.progress import Progress

from . import fresh
from .corpora import CACHE, Corpus, called, prepare
from .engines import ENGINES, Engine, at_hand
from .keystrokes import KINDS, typed

FRESH = 5
"""Processes that are started for the first search of each engine in each collection."""


@dataclass(frozen=True)
class Times:
    """Milliseconds from a keystroke to ranked results with excerpts."""

    p50: float
    p95: float
    searches: int
    answered: float
    """The share that found anything at all."""


@dataclass(frozen=True)
class First:
    """A fresh process, in milliseconds: medians over several, and the most."""

    load: float
    open: float
    first: float
    first_most: float
    megabytes: float | None
    """The most memory it held, after all queries."""


@dataclass(frozen=True)
class Measured:
    """One engine in one collection."""

    engine: str
    times: dict[str, Times]
    first: First
    file_megabytes: float
    times_text: float
    """The file's size beside that of the text alone."""
    build_seconds: float


@dataclass(frozen=True)
class Run:
    """Everything of one run."""

    machine: dict[str, str]
    missing: tuple[str, ...]
    """Engines that are not installed."""
    collections: tuple[tuple[Corpus, tuple[Measured, ...]], ...]


def run(names: Sequence[str], number: int, progress: Progress, cache: Path = CACHE) -> Run:
    """Make what is not there yet, and measure.

    Args:
        names: the collections: `bundle`, or numbers of records.
        number: queries that are drawn from each.
        progress: told how far it is.
        cache: where the collections are kept.
    """
    facts = machine_facts()  # before this run is itself what keeps the machine busy
    engines = at_hand()
    corpora = [prepare(name, engines, progress, cache) for name in names]
    queries = []
    for corpus in corpora:
        with Collection.open(corpus.place("spotlight-tui")) as collection:
            queries.append(typed(collection, number))
    times = _interleaved(corpora, engines, queries, progress)
    measured = []
    for place, corpus in enumerate(corpora):
        firsts = {engine: _first(engine, corpus, queries[place], progress) for engine in engines}
        measured.append((corpus, tuple(_measured(e, corpus, times[place, e], firsts[e]) for e in engines)))
    return Run(facts, tuple(name for name in ENGINES if name not in engines), tuple(measured))


def _interleaved(
    corpora: Sequence[Corpus], engines: Sequence[str], queries: Sequence[dict[str, list[str]]], progress: Progress
) -> dict[tuple[int, str], dict[str, Times]]:
    """The times of each engine in each collection; every keystroke is given to all of them before the next."""
    open_ = {(p, name): ENGINES[name](corpus.place(name)) for p, corpus in enumerate(corpora) for name in engines}
    took: dict[tuple[int, str], dict[str, list[tuple[float, bool]]]] = {
        which: {kind: [] for kind in KINDS} for which in open_
    }
    try:
        for (place, _), engine in open_.items():
            for text in queries[place]["with a mistake"][:3]:
                engine.search(text)  # the first search is measured elsewhere
        order = list(open_)
        for kind in KINDS:
            most = max(len(each[kind]) for each in queries)
            for step in range(most):
                if step % 10 == 0:
                    progress(f"Searching, {kind}", step, most)
                order = order[1:] + order[:1]
                for place, name in order:
                    if step < len(queries[place][kind]):
                        took[place, name][kind].append(_timed(open_[place, name], queries[place][kind][step]))
    finally:
        for engine in open_.values():
            engine.close()
    return {
        which: {kind: _times(of_kind) for kind, of_kind in kinds.items() if of_kind} for which, kinds in took.items()
    }


def _timed(engine: Engine, text: str) -> tuple[float, bool]:
    begun = time.perf_counter()
    found = engine.search(text)
    return (time.perf_counter() - begun) * 1000, bool(found)


def _times(took: Sequence[tuple[float, bool]]) -> Times:
    ordered = sorted(milliseconds for milliseconds, _ in took)
    p50, p95 = (ordered[math.ceil(len(ordered) * share) - 1] for share in (0.5, 0.95))
    return Times(p50, p95, len(ordered), sum(found for _, found in took) / len(took))


def _first(name: str, corpus: Corpus, queries: dict[str, list[str]], progress: Progress) -> First:
    some = [text for kind in KINDS for text in queries[kind][-10:]]
    asked = []
    for turn in range(FRESH):
        progress(f"{called(corpus.name)}: Fresh processes of {name}", turn, FRESH)
        start = turn * len(some) // FRESH
        asked.append(fresh.ask(name, corpus.place(name), some[start:] + some[:start]))
    load, open_, first = (statistics.median(each[what] for each in asked) for what in ("load", "open", "first"))
    megabytes = [each["megabytes"] for each in asked if each["megabytes"] is not None]
    return First(load, open_, first, max(each["first"] for each in asked), max(megabytes, default=None))


def _measured(name: str, corpus: Corpus, times: dict[str, Times], first: First) -> Measured:
    size = corpus.file_bytes(name)
    return Measured(name, times, first, size / 1e6, size / corpus.text_bytes, corpus.build_seconds[name])


def machine_facts() -> dict[str, str]:
    """What times depend on."""
    cores = len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count()
    facts = {
        "cores": str(cores),
        "system": f"{platform.system()} {platform.machine()}",
        "Python": platform.python_version(),
        "SQLite": sqlite3.sqlite_version,
    }
    for package in ("rapidfuzz", "tantivy"):
        try:
            facts[package] = metadata.version(package)
        except metadata.PackageNotFoundError:
            continue
    if sys.platform != "win32":
        facts["load before"] = f"{os.getloadavg()[0]:.1f}"
    return facts
