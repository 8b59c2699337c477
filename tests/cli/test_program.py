"""The program as a whole: global options, the screen, errors, help, and what it loads."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from pathlib import Path
from types import SimpleNamespace
from typing import TextIO, cast

import pytest
from command_line import call, environment, in_terminal, process

from spotlight_tui import __version__
from spotlight_tui.cli import program as the_program
from spotlight_tui.cli.screen import why_no_screen

COMMANDS = ["search", "show", "list", "quotes", "figures", "contacts", "export", "doctor", "completion"]


def test_version() -> None:
    assert call("--version").stdout == f"spotlight-tui {__version__}\n"


def test_help_names_every_command_in_plain_words() -> None:
    text = call("--help").stdout
    places = [text.index(f"\n  {command} ") for command in COMMANDS]
    assert places == sorted(places)
    assert "..." not in text.split("Commands:")[1].split("Examples:")[0]


@pytest.mark.parametrize("command", COMMANDS)
def test_help_of_every_command_has_examples_that_work(command: str) -> None:
    result = call(command, "--help")
    assert result.exit_code == 0
    examples = [line.strip() for line in result.stdout.split("Examples:\n")[1].splitlines() if line.strip()]
    assert examples
    assert all(line.startswith("spotlight-tui ") and command in line for line in examples)


def test_the_database_is_chosen_before_the_command(bundle: Path, tmp_path: Path) -> None:
    assert call("--db", str(bundle), "list").exit_code == 0
    missing = call("--db", str(tmp_path / "none.db"), "list")
    assert (missing.exit_code, missing.stdout, len(missing.stderr.splitlines())) == (1, "", 1)


def test_a_file_that_is_no_collection_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "text.db").write_text("no database at all" * 100)
    result = call("--db", str(tmp_path / "text.db"), "search", "x")
    assert (result.exit_code, result.stdout, len(result.stderr.splitlines())) == (1, "", 1)


@pytest.mark.parametrize("args", [["nonsense"], ["\x1b[2J"], ["--nonsense"], ["list", "--nonsense"], ["show"]])
def test_wrong_use_is_status_2_a_line_and_a_hint(args: list[str]) -> None:
    result = call(*args)
    assert (result.exit_code, result.stdout) == (2, "")
    message, hint = result.stderr.splitlines()
    assert message
    assert hint.startswith("Try: spotlight-tui") and hint.endswith("--help")
    assert "\x1b" not in result.stderr


def stream(terminal: bool = True, encoding: str = "utf-8") -> TextIO:
    return cast(TextIO, SimpleNamespace(isatty=lambda: terminal, encoding=encoding))


@pytest.mark.parametrize(
    ("stdin", "stderr", "environ", "said"),
    [
        (stream(False), stream(), {}, "standard input"),
        (None, stream(), {}, "standard input"),
        (stream(), stream(False), {}, "standard error"),
        (stream(), None, {}, "standard error"),
        (stream(), stream(encoding="ascii"), {}, "UTF-8"),
        (stream(), stream(encoding="nonsense"), {}, "UTF-8"),
        (stream(), stream(), {"TERM": "dumb"}, "TERM is dumb"),
    ],
)
def test_why_the_screen_cannot_open(
    stdin: TextIO | None, stderr: TextIO | None, environ: dict[str, str], said: str
) -> None:
    reason = why_no_screen(stdin, stderr, environ) or ""
    assert said in reason
    assert "spotlight-tui --help" in reason


@pytest.mark.parametrize("encoding", ["utf-8", "UTF-8", "utf8", "cp65001"])
def test_the_screen_opens_in_a_terminal(encoding: str) -> None:
    assert why_no_screen(stream(), stream(encoding=encoding), {"TERM": "xterm"}) is None


def test_without_a_terminal_the_screen_says_so_in_one_line() -> None:
    result = process()
    assert (result.returncode, result.stdout, len(result.stderr.splitlines())) == (1, b"", 1)
    assert b"standard input is none" in result.stderr


def test_a_terminal_without_utf_8_says_so() -> None:
    status, text = in_terminal(200, PYTHONIOENCODING="latin-1")
    assert (status, len(text.splitlines())) == (1, 1)
    assert "needs UTF-8" in text


def test_no_command_opens_the_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str | None] = []

    def run(path: str | None) -> int:
        opened.append(path)
        return 7

    monkeypatch.setitem(sys.modules, "spotlight_tui.tui.app", SimpleNamespace(run=run))
    monkeypatch.setattr("spotlight_tui.cli.screen.why_no_screen", lambda *_: None)
    assert call().exit_code == 7
    assert call("--db", "other.db").exit_code == 7
    assert opened == [None, "other.db"]


def test_ctrl_c_is_quiet(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("spotlight_tui.collection.Collection.search", interrupt)
    result = call("search", "x")
    assert (result.exit_code, result.stdout, result.stderr) == (130, "", "")


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
def test_ctrl_c_of_a_process_is_quiet() -> None:
    script = (
        "import time, spotlight_tui.collection as c\n"
        "def wait(*_, **__):\n"
        "    print('waiting', flush=True)\n"
        "    time.sleep(60)\n"
        "c.Collection.open = wait\n"
        "import sys; sys.argv = ['spotlight-tui', 'list']\n"
        "from spotlight_tui.__main__ import main; main()\n"
    )
    started = subprocess.Popen(
        [sys.executable, "-c", script], stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment()
    )
    assert started.stdout is not None
    assert started.stdout.readline() == b"waiting\n"
    time.sleep(0.05)
    started.send_signal(signal.SIGINT)
    _, complaints = started.communicate(timeout=30)
    assert (started.returncode, complaints) == (130, b"")


@pytest.mark.parametrize(
    "args",
    [
        ["search", "agency", "permanent"],
        ["search", "superviison", "--json"],
        ["show", "sutton-better-together"],
        ["list"],
        ["quotes", "supervision"],
        ["export"],
    ],
    ids=lambda args: args[0],
)
def test_a_command_loads_only_what_it_needs(args: list[str]) -> None:
    script = (
        "import sys\n"
        f"sys.argv = ['spotlight-tui', *{args!r}]\n"
        "from spotlight_tui.__main__ import main\n"
        "try:\n"
        "    main()\n"
        "except SystemExit as ended:\n"
        "    assert not ended.code, ended.code\n"
        "print(*sorted({name.split('.')[0] for name in sys.modules}), file=sys.stderr)\n"
    )
    result = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, env=environment(), check=False, timeout=60
    )
    assert result.returncode == 0
    loaded = set(result.stderr.decode().split())
    assert "spotlight_tui" in loaded
    assert not loaded & {"textual", "yaml", "sqlite_utils", "rich", "pyperclip"}


def test_every_command_is_found_and_none_is_loaded_before() -> None:
    result = subprocess.run(
        [sys.executable, "-c", "import spotlight_tui.cli, sys; print(*sys.modules)"],
        capture_output=True,
        env=environment(),
        check=True,
    )
    loaded = result.stdout.decode().split()
    assert not {f"spotlight_tui.cli.{name}" for name in ("searching", "reading", "parts", "files", "doctor")} & set(
        loaded
    )
    assert not the_program.commands
