"""Collections of invented records to measure with, made once and kept in a folder under the system's temporary one."""

from __future__ import annotations

import hashlib
import json
import shutil
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from make_corpus import invented

from spotlight_tui import Collection
from spotlight_tui.database.writer import write
from spotlight_tui.progress import Progress
from spotlight_tui.records import Contents, Initiative

from .engines import ENGINES, PEERS, Texts

ROOT = Path(__file__).resolve().parents[2]
BUNDLE = ROOT / "data" / "spotlight.db"
CACHE = Path(tempfile.gettempdir()) / "spotlight-benchmark"
MADE_FROM = (
    *sorted((ROOT / "src" / "spotlight_tui" / "database").glob("*.py")),
    *(ROOT / "src" / "spotlight_tui" / name for name in ("records.py", "text.py", "numbers.py")),
    *(ROOT / "scripts" / name for name in ("make_corpus.py", "benchmarks/corpora.py", "benchmarks/engines.py")),
    BUNDLE,
)
"""What decides what is in the files: another state of these, and they are made anew."""


@dataclass(frozen=True)
class Corpus:
    """A collection on the disk, with the same texts beside it in the form of each other engine."""

    name: str
    records: int
    folder: Path
    text_bytes: int
    build_seconds: dict[str, float]
    """By the name of the engine."""

    def place(self, engine: str) -> Path:
        """The file or folder of an engine."""
        return self.folder / ENGINES[engine].place

    def file_bytes(self, engine: str) -> int:
        """What an engine takes on the disk."""
        place = self.place(engine)
        files = place.rglob("*") if place.is_dir() else [place]
        return sum(file.stat().st_size for file in files if file.is_file())


def prepare(name: str, engines: list[str], progress: Progress, cache: Path = CACHE) -> Corpus:
    """The collection of a name, made if it is not there yet; those of an earlier state are removed.

    Args:
        name: `bundle`, or a number of records.
        engines: those to have it made for.
        progress: told how far that is.
    """
    cache = cache.resolve()
    folder = cache / f"{name}-{_state()}"
    facts = _facts(folder)
    if facts is None or not set(engines) <= facts["build_seconds"].keys():
        for old in cache.glob(f"{name}-*"):
            shutil.rmtree(old)
        making = folder.with_name(f"{name}-making")
        making.mkdir(parents=True)
        try:
            _make(name, engines, making, lambda what, done, of: progress(f"{called(name)}: {what}", done, of))
            making.rename(folder)
        finally:
            shutil.rmtree(making, ignore_errors=True)
        facts = _facts(folder)
    return Corpus(folder=folder, **facts or {})


def called(name: str) -> str:
    """A collection's name in words."""
    return "the bundle" if name == "bundle" else f"{int(name):,} records"


def _facts(folder: Path) -> dict[str, Any] | None:
    """What was written down when the collection was made; None where there is none."""
    file = folder / "corpus.json"
    return dict(json.loads(file.read_text(encoding="utf-8"))) if file.exists() else None


def _state() -> str:
    digest = hashlib.sha256()
    for path in MADE_FROM:
        digest.update(path.read_bytes())
    return digest.hexdigest()[:12]


def _make(name: str, engines: list[str], folder: Path, progress: Progress) -> None:
    with Collection.open(BUNDLE) as collection:
        contents = collection.contents()
    if name != "bundle":
        contents = invented(contents, int(name), progress=progress)
    texts = [_texts(contents, initiative) for initiative in contents.initiatives]
    seconds = {}
    for engine in engines:
        begun = time.perf_counter()
        if engine == "spotlight-tui":
            write(contents, folder / ENGINES[engine].place, progress)
        else:
            progress(f"Building {engine}", 0, 0)
            PEERS[engine].build(folder / PEERS[engine].place, texts)
        seconds[engine] = round(time.perf_counter() - begun, 2)
    facts = {
        "name": name,
        "records": len(contents.initiatives),
        "text_bytes": sum(len(text.encode()) for t in texts for text in (t.title, t.head, t.body)),
        "build_seconds": seconds,
    }
    (folder / "corpus.json").write_text(json.dumps(facts), encoding="utf-8")


def _texts(contents: Contents, initiative: Initiative) -> Texts:
    """What a record says, in the three fields of the other engines; the same that the program searches."""
    themes = {theme.id: f"{theme.name} {theme.description}" for theme in contents.themes}
    people = (text for c in initiative.contacts for text in (c.name, c.role, c.email, c.organisation) if text)
    head = [*initiative.authorities, *people, initiative.team or "", *initiative.keywords, *initiative.partners]
    body = [*_body(initiative), *(themes.get(name, name) for name in initiative.themes)]
    return Texts(initiative.id, initiative.title, " · ".join(filter(None, head)), "\n".join(filter(None, body)))


def _body(initiative: Initiative) -> Iterator[str]:
    yield initiative.summary
    yield from (section.body for section in initiative.sections)
    for quote in initiative.quotes:
        yield " ".join(filter(None, (quote.text, quote.speaker, quote.context)))
    for figure in initiative.figures:
        yield " ".join(filter(None, (figure.label, figure.value, figure.period)))
    yield initiative.full_text or ""
