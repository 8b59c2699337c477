"""What scripts/test.py makes of pytest's report."""

from __future__ import annotations

import importlib
from pathlib import Path
from types import ModuleType

import pytest

SCRIPTS = Path(__file__).resolve().parents[2] / "scripts"
REPORT = """<testsuites><testsuite>
<testcase classname="tests.a" name="test_good"/>
<testcase classname="tests.a" name="test_bad"><failure message="no"/></testcase>
<testcase classname="tests.a" name="test_broken"><error message="no"/></testcase>
<testcase classname="tests.a" name="test_known"><skipped type="pytest.xfail" message=""/></testcase>
<testcase classname="tests.a" name="test_terminal"><skipped type="pytest.skip" message="tmux is not here"/></testcase>
</testsuite></testsuites>"""


@pytest.fixture
def checks(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """scripts/checks.py with every check passing and nothing set up."""
    monkeypatch.syspath_prepend(str(SCRIPTS))
    module = importlib.import_module("checks")
    monkeypatch.setattr(module.environment, "prepared", lambda _: module.Environment(Path("nowhere")))
    monkeypatch.setattr(module, "passes", lambda *_: True)
    monkeypatch.setattr(module, "provenance_holds", lambda _: True)
    return module


def pytest_reports(checks: ModuleType, monkeypatch: pytest.MonkeyPatch, text: str, passed: bool = True) -> None:
    def run(_: object, report: Path, __: object) -> bool:
        report.write_text(text)
        return passed

    monkeypatch.setattr(checks, "pytest_passes", run)


def test_the_last_line_counts_and_skipped_tests_are_named(
    checks: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("CI", raising=False)
    pytest_reports(checks, monkeypatch, REPORT, passed=False)
    assert checks.main([]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert "  tests.a::test_terminal: tmux is not here" in lines
    assert lines[-2:] == ["Failed: pytest", "2 passed, 2 failed, 1 skipped"]


@pytest.mark.parametrize(("ci", "status"), [("", 0), ("true", 1)])
def test_a_skipped_test_fails_the_run_in_ci_only(
    checks: ModuleType, monkeypatch: pytest.MonkeyPatch, ci: str, status: int
) -> None:
    monkeypatch.setenv("CI", ci)
    skipped = '<testcase classname="a" name="b"><skipped type="pytest.skip" message="no tmux"/></testcase>'
    pytest_reports(checks, monkeypatch, f"<testsuite>{skipped}</testsuite>")
    assert checks.main([]) == status


def test_one_failed_check_stops_no_other_and_fails_the_run(
    checks: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    ran: list[str] = []

    def passes(name: str, *_: object) -> bool:
        ran.append(name)
        return name != "mypy"

    monkeypatch.setattr(checks, "passes", passes)
    pytest_reports(checks, monkeypatch, '<testsuite><testcase classname="a" name="b"/></testsuite>')
    assert checks.main([]) == 1
    assert ran == ["ruff format", "ruff check", "mypy", "import-linter", "database"]
    assert capsys.readouterr().out.splitlines()[-2:] == ["Failed: mypy", "1 passed, 0 failed"]
