"""Every check and test of the project, in order, with a summary."""

from __future__ import annotations

import os
import subprocess
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

import environment
from environment import ROOT, Environment

SHARED = ROOT.parent / "shared"


@dataclass(frozen=True)
class Tests:
    """How the tests ended: counts, and the skipped ones with the reason each gave."""

    passed: int
    failed: int
    skipped: tuple[str, ...]


def main(arguments: Sequence[str]) -> int:
    """Runs everything, whatever fails on the way; 1 if anything failed, and in CI also if anything was skipped."""
    place = environment.prepared(environment.DEVELOPMENT)
    failed = [name for name, command in quick_checks(place) if not passes(name, command, place)]
    if not provenance_holds(place):
        failed.append("provenance")
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.xml"
        if not pytest_passes(place, report, arguments):
            failed.append("pytest")
        tests = read_report(report)
    if tests.skipped and in_ci():
        failed.append("skipped tests (in CI nothing may be skipped)")
    summarise(tests, failed)
    return 1 if failed else 0


def quick_checks(place: Environment) -> list[tuple[str, list[str]]]:
    """The checks before the tests, by name."""
    python = str(place.python)
    return [
        ("ruff format", [python, "-m", "ruff", "format", "--check"]),
        ("ruff check", [python, "-m", "ruff", "check"]),
        ("mypy", [python, "-m", "mypy"]),
        ("import-linter", [str(place.programs / "lint-imports")]),
        ("database", [python, str(ROOT / "scripts" / "build_database.py"), "--check"]),
    ]


def passes(name: str, command: list[str], place: Environment) -> bool:
    """Runs one check, and shows what it said only if it failed."""
    begun = time.monotonic()
    done = subprocess.run(
        command,
        cwd=ROOT,
        env={**surroundings(place), "PYTHONIOENCODING": "utf-8"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    if done.returncode:
        print(done.stdout.rstrip())
    verdict = "failed" if done.returncode else "ok"
    print(f"{name:<14} {verdict:<7} {time.monotonic() - begun:5.1f} s", flush=True)
    return done.returncode == 0


def provenance_holds(place: Environment) -> bool:
    """Whether every word and number of the bundled records stands in the documents they were written from."""
    check = SHARED / "checks" / "provenance.py"
    if not check.exists():
        print("provenance     not run: the source documents are not here (../shared)", flush=True)
        return True
    with tempfile.TemporaryDirectory() as folder:
        exported = Path(folder) / "collection.json"
        # The bundled collection, whatever this machine's reader has of their own.
        variables = {**surroundings(place), "SPOTLIGHT_DB": str(ROOT / "data" / "spotlight.db")}
        command = [str(place.python), "-m", "spotlight_tui", "export", "--format", "json"]
        with exported.open("wb") as file:
            status = subprocess.call(command, cwd=ROOT, env=variables, stdin=subprocess.DEVNULL, stdout=file)
        if status:
            print("provenance     failed: the collection could not be exported", flush=True)
            return False
        return passes("provenance", [str(place.python), str(check), str(exported), str(SHARED / "sources")], place)


def pytest_passes(place: Environment, report: Path, arguments: Sequence[str]) -> bool:
    """Runs the tests in two processes, with their output shown, and has `report` written."""
    options = ["-n", "2", "--dist", "loadgroup", f"--junitxml={report}"]
    command = [str(place.python), "-m", "pytest", *options, *arguments]
    return subprocess.call(command, cwd=ROOT, env=surroundings(place), stdin=subprocess.DEVNULL) == 0


def read_report(report: Path) -> Tests:
    """What pytest wrote down; nothing if it did not come to that."""
    passed, failed, skipped = 0, 0, []
    for case in ElementTree.parse(report).iter("testcase") if report.exists() else ():
        skip = case.find("skipped")
        if case.find("failure") is not None or case.find("error") is not None:
            failed += 1
        # A test that is expected to fail is reported as skipped too, and is none.
        elif skip is not None and skip.get("type") != "pytest.xfail":
            skipped.append(f"{case.get('classname')}::{case.get('name')}: {skip.get('message')}")
        else:
            passed += 1
    return Tests(passed, failed, tuple(skipped))


def summarise(tests: Tests, failed: Sequence[str]) -> None:
    """What was skipped and why, what failed, and the counts alone on the last line."""
    print()
    if tests.skipped:
        print("Skipped, for something that is not here:")
        for line in tests.skipped:
            print(f"  {line}")
    if failed:
        print(f"Failed: {', '.join(failed)}")
    skipped = f", {len(tests.skipped)} skipped" if tests.skipped else ""
    print(f"{tests.passed} passed, {tests.failed} failed{skipped}", flush=True)


def surroundings(place: Environment) -> dict[str, str]:
    """The variables of an activated environment, for tests that start `spotlight-tui` by its name."""
    return {**os.environ, "PATH": os.pathsep.join([str(place.programs), os.environ.get("PATH", "")])}


def in_ci() -> bool:
    """Whether this runs where everything the tests use must be there."""
    return os.environ.get("CI", "").lower() == "true"
