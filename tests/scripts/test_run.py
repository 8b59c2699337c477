"""The set-up on a fresh machine, without network: environments and pip are stood in for."""

from __future__ import annotations

import importlib.util
import os
import re
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
SCRIPTS = ROOT / "scripts"
RUNTIME = "requirements.txt"
DEVELOPMENT = "requirements-dev.txt"


@pytest.fixture
def setup(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """scripts/environment.py, loaded anew."""
    monkeypatch.delenv("SPOTLIGHT_VENV", raising=False)
    spec = importlib.util.spec_from_file_location("environment_under_test", SCRIPTS / "environment.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A checkout with scripts, and lists of nothing."""
    root = tmp_path / "a checkout"
    (root / "scripts").mkdir(parents=True)
    for name in ("run.py", "test.py", "environment.py", "checks.py"):
        shutil.copy(SCRIPTS / name, root / "scripts")
    for name in (RUNTIME, DEVELOPMENT, "pyproject.toml"):
        (root / name).write_text("")
    return root


@pytest.fixture
def commands(setup: ModuleType, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the set-up runs, a word for each command; the commands themselves do next to nothing."""
    seen: list[str] = []

    def run(command: list[str], *_: object) -> None:
        word = next(word for word in ("venv", "--requirement", "--editable") if word in command)
        seen.append(word)
        if word == "venv":
            python = setup.Environment(Path(command[-1])).python
            python.parent.mkdir(parents=True)
            python.touch()

    monkeypatch.setattr(setup, "run", run)
    return seen


ALL = ["venv", "--requirement", "--editable"]
UPDATE = ["--requirement", "--editable"]


def make(setup: ModuleType, checkout: Path) -> Any:
    return setup.Environment(checkout / ".venv", checkout)


def test_a_second_start_repeats_nothing(setup: ModuleType, checkout: Path, commands: list[str]) -> None:
    make(setup, checkout).prepare(RUNTIME)
    assert commands == ALL
    make(setup, checkout).prepare(RUNTIME)
    assert commands == ALL


def test_the_set_up_says_in_a_line_what_takes_time(
    setup: ModuleType, checkout: Path, commands: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    make(setup, checkout).prepare(RUNTIME)
    make(setup, checkout).prepare(RUNTIME)
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err == "Setting up spotlight-tui in .venv (once, about a minute)…\n"


@pytest.mark.parametrize("changed", [RUNTIME, "pyproject.toml"])
def test_a_changed_list_updates_what_is_there(
    setup: ModuleType, checkout: Path, commands: list[str], changed: str
) -> None:
    make(setup, checkout).prepare(RUNTIME)
    (checkout / changed).write_text("# changed")
    commands.clear()
    make(setup, checkout).prepare(RUNTIME)
    assert commands == UPDATE


def test_the_tools_of_the_tests_bring_what_the_program_needs(
    setup: ModuleType, checkout: Path, commands: list[str]
) -> None:
    make(setup, checkout).prepare(RUNTIME)
    make(setup, checkout).prepare(DEVELOPMENT)
    assert commands == ALL + UPDATE
    make(setup, checkout).prepare(RUNTIME)
    make(setup, checkout).prepare(DEVELOPMENT)
    assert commands == ALL + UPDATE


def test_another_python_begins_anew(
    setup: ModuleType, checkout: Path, commands: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    make(setup, checkout).prepare(RUNTIME)
    left_over = checkout / ".venv" / "left over"
    left_over.touch()
    commands.clear()
    monkeypatch.setattr(setup, "INTERPRETER", "/another/python3")
    make(setup, checkout).prepare(RUNTIME)
    assert commands == ALL
    assert not left_over.exists()


def test_a_moved_checkout_begins_anew(setup: ModuleType, checkout: Path, commands: list[str], tmp_path: Path) -> None:
    make(setup, checkout).prepare(RUNTIME)
    commands.clear()
    make(setup, checkout.rename(tmp_path / "moved")).prepare(RUNTIME)
    assert commands == ALL


@pytest.mark.parametrize("at", ALL)
def test_an_interrupted_set_up_is_redone(
    setup: ModuleType, checkout: Path, commands: list[str], monkeypatch: pytest.MonkeyPatch, at: str
) -> None:
    quietly = setup.run

    def interrupted(command: list[str], *rest: object) -> None:
        quietly(command, *rest)
        if at in command:
            raise KeyboardInterrupt

    with monkeypatch.context() as patch, pytest.raises(KeyboardInterrupt):
        patch.setattr(setup, "run", interrupted)
        make(setup, checkout).prepare(RUNTIME)
    assert not make(setup, checkout).ready(RUNTIME)
    commands.clear()
    make(setup, checkout).prepare(RUNTIME)
    assert commands == ALL
    assert make(setup, checkout).ready(RUNTIME)


def test_two_starts_at_once_set_up_once(setup: ModuleType, checkout: Path, commands: list[str]) -> None:
    starts = [threading.Thread(target=make(setup, checkout).prepare, args=[RUNTIME]) for _ in range(2)]
    for start in starts:
        start.start()
    for start in starts:
        start.join()
    assert commands == ALL


def test_a_folder_of_somebody_else_is_left_alone(setup: ModuleType, checkout: Path, commands: list[str]) -> None:
    theirs = checkout / ".venv" / "pyvenv.cfg"
    theirs.parent.mkdir()
    theirs.touch()
    with pytest.raises(setup.SetupError, match="this script did not make"):
        make(setup, checkout).prepare(RUNTIME)
    assert theirs.exists()
    assert commands == []


def test_the_folder_can_be_chosen(setup: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert setup.chosen().folder == ROOT / ".venv"
    monkeypatch.setenv("SPOTLIGHT_VENV", str(tmp_path / "chosen"))
    assert setup.chosen().folder == tmp_path / "chosen"


def test_a_failure_shows_how_pip_ended_and_what_to_do(setup: ModuleType, tmp_path: Path) -> None:
    chatter = "import sys; [print('line', n) for n in range(100)]; sys.exit(1)"
    with (tmp_path / "lock").open("ab") as lock, pytest.raises(setup.SetupError) as failure:
        setup.run([sys.executable, "-c", chatter], "Check the network, then start again.", lock)
    lines = str(failure.value).splitlines()
    assert lines[0] == "line 88"
    assert lines[-2:] == ["line 99", "Check the network, then start again."]


def test_success_is_silent(setup: ModuleType, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    with (tmp_path / "lock").open("ab") as lock:
        setup.run([sys.executable, "-c", "print('chatter')"], "", lock)
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize("module", ["venv", "ensurepip"])
def test_a_python_without_venv_is_told_in_a_line(checkout: Path, module: str) -> None:
    without = f"""
        import importlib.util
        found = importlib.util.find_spec
        importlib.util.find_spec = lambda name, *rest: None if name == {module!r} else found(name, *rest)
    """
    done = run_script(checkout, "run.py", before=without)
    assert done.returncode == 1
    assert done.stdout == ""
    assert "apt install python3-venv" in done.stderr
    assert done.stderr.count("\n") == 1
    assert not (checkout / ".venv").exists()


@pytest.mark.parametrize("script", ["run.py", "test.py"])
def test_a_python_that_is_too_old_is_told_in_a_line(checkout: Path, script: str) -> None:
    done = run_script(checkout, script, before="import sys; sys.version_info = (3, 9, 18, 'final', 0)")
    assert done.returncode == 1
    assert done.stdout == ""
    assert "needs Python 3.10 or newer, and this is Python 3.9." in done.stderr
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize("script", ["run.py", "test.py"])
def test_an_old_python_can_read_the_script_that_tells_it(script: str) -> None:
    old = [found for name in ("python2", "python2.7", "python3.6", "python3.8") if (found := works(name))]
    for python in old:
        done = subprocess.run([python, str(SCRIPTS / script)], capture_output=True, text=True, check=False)
        assert "needs Python 3.10 or newer" in done.stderr
        assert done.stderr.count("\n") == 1
    # Where none is installed: the text stays within what the old ones know.
    text = (SCRIPTS / script).read_text(encoding="utf-8")
    assert text.isascii()
    assert not re.search(r"\bf[\"']|->|:=|\bdef\b|from __future__", text)


def works(name: str) -> str | None:
    """The interpreter of that name, if it is one and starts."""
    path = shutil.which(name)
    return (
        path if path and subprocess.run([path, "--version"], capture_output=True, check=False).returncode == 0 else None
    )


def run_script(checkout: Path, script: str, *arguments: str, before: str = "") -> subprocess.CompletedProcess[str]:
    """Runs a script of the checkout in a Python of its own, after the lines `before`."""
    lines = "\n".join(line.strip() for line in before.splitlines())
    path = str(checkout / "scripts" / script)
    code = (
        f"{lines}\nimport runpy, sys; sys.argv = {[path, *arguments]!r}; runpy.run_path({path!r}, run_name='__main__')"
    )
    variables = {name: value for name, value in os.environ.items() if name != "SPOTLIGHT_VENV"}
    return subprocess.run(
        [sys.executable, "-c", code], env=variables, capture_output=True, encoding="utf-8", timeout=60, check=False
    )


@pytest.fixture
def installed(setup: ModuleType, checkout: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Sets the checkout up with a real environment and a program of the given text for spotlight-tui."""

    def install(program: str) -> None:
        place = make(setup, checkout)

        def run(command: list[str], *_: object) -> None:
            if "venv" in command:
                subprocess.run([*command, "--without-pip"], check=True)

        monkeypatch.setattr(setup, "run", run)
        place.prepare(RUNTIME)
        asked = [str(place.python), "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"]
        packages = Path(subprocess.run(asked, capture_output=True, text=True, check=True).stdout.strip())
        (packages / "spotlight_tui.py").write_text(program)

    return install


def test_arguments_and_exit_status_pass_through(checkout: Path, installed: Callable[[str], None]) -> None:
    installed("import sys; print(sys.argv[1:]); sys.exit(7)")
    done = run_script(checkout, "run.py", "search", "agency staff", "--help")
    assert done.stdout == "['search', 'agency staff', '--help']\n"
    assert done.stderr == ""
    assert done.returncode == 7


@pytest.mark.skipif(os.name == "nt", reason="Windows has no programs that replace one another")
def test_signals_reach_the_program_itself(checkout: Path, installed: Callable[[str], None]) -> None:
    installed("import os; print(os.getpid())")
    started = [sys.executable, str(checkout / "scripts" / "run.py")]
    with subprocess.Popen(started, stdout=subprocess.PIPE, text=True) as process:
        assert process.communicate()[0].strip() == str(process.pid)


def pins(name: str) -> set[str]:
    """The packages of a requirements file with version and marker."""
    lines = (ROOT / name).read_text(encoding="utf-8").splitlines()
    return {line.rstrip(" \\") for line in lines if re.match(r"\w", line)}


def test_both_lists_agree_on_versions() -> None:
    assert pins(RUNTIME) < pins(DEVELOPMENT)


@pytest.mark.parametrize("name", [RUNTIME, DEVELOPMENT])
def test_the_lists_hold_hashes_and_no_place_to_fetch_from(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    assert "://" not in text
    assert not re.search(r"^\s*-", text.replace("    --hash", "    hash"), re.MULTILINE)
    assert all(line.endswith("\\") for line in text.splitlines() if re.match(r"\w", line))
    assert any(pin.startswith("hatchling==") for pin in pins(name))
