"""What scripts/benchmark.py search measures, in small; never how fast this machine is."""

from __future__ import annotations

import importlib
import json
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from spotlight_tui import Collection
from spotlight_tui.text import words_of

SCRIPTS = Path(__file__).resolve().parents[2] / "scripts"
KINDS = {"letter by letter", "with a mistake", "quotation", "half-remembered"}
SMALL = ["search", "--sizes", "30", "--queries", "6"]


@pytest.fixture(autouse=True)
def scripts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(SCRIPTS))


@pytest.fixture
def benchmark(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """scripts/benchmark.py without tantivy, with one fresh process each."""
    monkeypatch.setattr(importlib.import_module("benchmarks.engines").importlib.util, "find_spec", lambda _: None)
    monkeypatch.setattr(importlib.import_module("benchmarks.searches"), "FRESH", 1)
    return importlib.import_module("benchmark")


@pytest.fixture(scope="session")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("benchmark")


def measure(benchmark: ModuleType, cache: Path, capsys: pytest.CaptureFixture[str], *more: str) -> str:
    assert benchmark.main([*SMALL, "--cache", str(cache), *more]) == 0
    return str(capsys.readouterr().out)


@pytest.mark.xdist_group("benchmark")
def test_the_document_has_every_engine_in_every_collection(
    benchmark: ModuleType, cache: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run = json.loads(measure(benchmark, cache, capsys, "--json"))
    assert {"cores", "Python", "SQLite"} <= run["machine"].keys()
    assert run["missing"] == ["tantivy"]
    assert [(each["name"], each["records"]) for each in run["collections"]][1:] == [("30", 30)]
    for collection in run["collections"]:
        assert [engine["engine"] for engine in collection["engines"]] == ["spotlight-tui", "SQLite FTS5"]
        own, fts5 = collection["engines"]
        for engine in (own, fts5):
            assert engine["times"].keys() == KINDS
            assert all(0 < times["p50"] <= times["p95"] for times in engine["times"].values())
            assert engine["first"]["first"] <= engine["first"]["first_most"]
            # The file holds the text at least, and the ratio is of the two.
            assert engine["times_text"] == pytest.approx(engine["file_megabytes"] / collection["text_megabytes"])
            assert engine["times_text"] > 1
        assert own["times"]["letter by letter"]["searches"] == fts5["times"]["letter by letter"]["searches"] > 30
        assert own["times"]["with a mistake"]["answered"] >= fts5["times"]["with a mistake"]["answered"]


@pytest.mark.xdist_group("benchmark")
def test_the_table_fits_a_terminal_and_says_what_is_not_installed(
    benchmark: ModuleType, cache: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = measure(benchmark, cache, capsys).splitlines()
    assert max(map(len, lines)) <= 80
    assert "Not installed, and so not measured: tantivy." in lines
    assert any(line.startswith("30 records (invented records)") for line in lines)
    assert sum(line.startswith("  ours, times") for line in lines) == 2


@pytest.mark.xdist_group("benchmark")
def test_a_collection_is_made_once_until_what_it_is_made_from_changes(
    benchmark: ModuleType, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    corpora = importlib.import_module("benchmarks.corpora")

    def prepared(*engines: str) -> Any:
        return corpora.prepare("30", list(engines), lambda *_: None, cache)

    first = prepared("spotlight-tui", "SQLite FTS5")
    made = first.place("spotlight-tui").stat().st_mtime_ns
    assert prepared("spotlight-tui").place("spotlight-tui").stat().st_mtime_ns == made
    monkeypatch.setattr(corpora, "MADE_FROM", (Path(__file__),))
    second = prepared("spotlight-tui", "SQLite FTS5")
    assert second.folder != first.folder
    assert not first.folder.exists()
    assert second.place("spotlight-tui").read_bytes()[:15] == b"SQLite format 3"


def test_stopping_leaves_nothing_half_made(
    benchmark: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(importlib.import_module("benchmarks.corpora"), "write", stop)
    assert benchmark.main([*SMALL, "--cache", str(tmp_path)]) == 130
    assert "Stopped" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_what_is_typed_is_the_same_each_time_and_of_every_kind(bundle: Path) -> None:
    keystrokes = importlib.import_module("benchmarks.keystrokes")
    with Collection.open(bundle) as collection:
        first, second = (keystrokes.typed(collection, 12) for _ in range(2))
    assert first == second
    assert first.keys() == KINDS
    assert all(first.values())
    assert all(text.startswith('"') and text.endswith('"') for text in first["quotation"])
    letters = first["letter by letter"]
    whole = [text for text, after in zip(letters, [*letters[1:], ""], strict=True) if not after.startswith(text)]
    assert sum(map(len, whole)) == len(letters)
    assert sum(text not in whole for text in first["with a mistake"]) > 0.9 * len(first["with a mistake"])


def test_operators_in_what_is_typed_reach_no_other_engine() -> None:
    terms_of = importlib.import_module("benchmarks.engines").terms_of
    assert terms_of('NEAR("a b" -c* title:d) "open') == ["NEAR", "a b", "c", "title", "d", "open"]
    assert terms_of('" * "') == []


def test_an_invented_collection_has_a_long_tail_of_words_and_names(bundle: Path) -> None:
    invented = importlib.import_module("make_corpus").invented
    with Collection.open(bundle) as collection:
        contents = collection.contents()
    fewer, more = (invented(contents, number).initiatives for number in (200, 1000))
    assert more[:200] == fewer
    words = [{word for i in some for word in words_of(f"{i.title} {i.full_text}")} for some in (fewer, more)]
    assert 2 < (len(words[1]) - len(words[0])) / 800 < 4
    assert 4_000 < len(words[1]) < 7_000
    assert len({i.title for i in more}) == len({i.id for i in more}) == 1000
    assert len({i.contacts[0].name for i in more}) > 500
    texts = [
        words_of(" ".join([i.title, i.summary, i.full_text or "", *(quote.text for quote in i.quotes)])) for i in more
    ]
    assert 500 < sum(map(len, texts)) / 1000 < 700
