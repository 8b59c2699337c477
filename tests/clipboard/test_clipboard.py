"""Copying: which ways are taken, and that nothing is said to be copied which is not."""

from __future__ import annotations

import base64
import json
import os
import select
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from shutil import which
from tempfile import TemporaryDirectory
from threading import Event
from types import SimpleNamespace
from typing import Any

import pyperclip
import pytest
from tools import needs

from spotlight_tui import clipboard
from spotlight_tui.clipboard import Copied, copy, plan

TEXT = "Social Worker – “they listen”\n\tNewham, £40\n"

SSH = {"SSH_CONNECTION": "192.0.2.1 50000 192.0.2.2 22"}
TMUX = {"TMUX": "/tmp/tmux-1000/default,4711,0", "TERM": "tmux-256color"}
X = {"DISPLAY": ":0"}
WAYLAND = {"WAYLAND_DISPLAY": "wayland-0"}
WSL = {"WSL_DISTRO_NAME": "Ubuntu"}

ASK = Copied((), ask_terminal=True, sure=False)
ASK_SURELY = Copied((), ask_terminal=True, sure=True)


def held(*ways: str) -> Copied:
    return Copied(ways, ask_terminal=False, sure=True)


class Machine:
    """A computer with a clipboard and a tmux that nobody else uses."""

    def __init__(self) -> None:
        self.platform = "linux"
        self.installed: set[str] = set()
        self.holds = "what was there before"
        self.buffer: bytes | None = None
        self.passed_on = False
        self.tmux_refuses: list[str] = []
        self.asked_pyperclip = False
        self.answer: Callable[[], str | None] = lambda: self.holds
        self.mechanism = "copy_xclip"

    def which(self, program: str, path: str | None = None) -> str | None:
        return program if program in self.installed else None

    def determine_clipboard(self) -> tuple[Callable[[str], None], Callable[[], str | None]]:
        self.asked_pyperclip = True

        def put(text: str) -> None:
            self.holds = text

        put.__name__ = self.mechanism
        return put, lambda: self.answer()

    def run(self, command: list[str], *, input: bytes, **options: Any) -> SimpleNamespace:
        assert command[:2] == ["tmux", "load-buffer"]
        if "tmux" not in self.installed:
            raise FileNotFoundError("tmux")
        if set(self.tmux_refuses) & set(command):
            return SimpleNamespace(returncode=1)
        self.buffer, self.passed_on = input, "-w" in command
        return SimpleNamespace(returncode=0)


@pytest.fixture
def machine(monkeypatch: pytest.MonkeyPatch) -> Machine:
    made = Machine()
    monkeypatch.setattr(clipboard, "sys", made)
    monkeypatch.setattr(clipboard, "which", made.which)
    monkeypatch.setattr(subprocess, "run", made.run)
    monkeypatch.setattr(pyperclip, "determine_clipboard", made.determine_clipboard)
    return made


@pytest.mark.parametrize(
    ("environ", "installed", "mechanism", "expected"),
    [
        (X, {"xclip"}, "copy_xclip", held("X clipboard (xclip)")),
        (X, {"xsel"}, "copy_xsel", held("X clipboard (xsel)")),
        (X, {"klipper", "qdbus"}, "copy_klipper", held("KDE clipboard (Klipper)")),
        (WAYLAND, {"wl-copy", "wl-paste"}, "copy_wl", held("Wayland clipboard (wl-copy)")),
        (X | WAYLAND, {"xclip"}, "copy_xclip", held("X clipboard (xclip)")),
        (WSL, {"clip.exe", "powershell.exe"}, "copy_wsl", held("Windows clipboard")),
        (X | TMUX, {"xclip", "tmux"}, "copy_xclip", held("X clipboard (xclip)", "tmux buffer")),
        (X | TMUX, {"xclip"}, "copy_xclip", held("X clipboard (xclip)")),
    ],
)
def test_a_desktop_has_its_own_clipboard(
    machine: Machine, environ: dict[str, str], installed: set[str], mechanism: str, expected: Copied
) -> None:
    machine.installed, machine.mechanism = installed, mechanism
    assert copy(TEXT, environ) == expected
    assert machine.holds == TEXT


@pytest.mark.parametrize(
    ("platform", "mechanism", "words"),
    [
        ("win32", "copy_windows", "Windows clipboard"),
        ("darwin", "copy_osx_pbcopy", "macOS clipboard"),
        ("darwin", "copy_osx_pyobjc", "macOS clipboard"),
    ],
)
def test_windows_and_macos_need_no_tool_but_are_left_alone_over_ssh(
    machine: Machine, platform: str, mechanism: str, words: str
) -> None:
    machine.platform, machine.mechanism = platform, mechanism
    assert copy("here", {}) == held(words)
    assert machine.holds == "here"
    assert copy("from afar", SSH) == ASK
    assert machine.holds == "here"


@pytest.mark.parametrize("environ", [{}, X, WAYLAND, X | WAYLAND, WSL | X])
def test_without_a_tool_the_terminal_is_left(machine: Machine, environ: dict[str, str]) -> None:
    assert copy(TEXT, environ) == ASK
    assert not machine.asked_pyperclip, "without a tool pyperclip would start Qt"


@pytest.mark.parametrize("mark", ["SSH_CONNECTION", "SSH_CLIENT", "SSH_TTY"])
def test_over_ssh_the_desktop_is_another_machines(machine: Machine, mark: str) -> None:
    machine.installed = {"xclip", "wl-copy", "wl-paste"}
    assert copy(TEXT, X | WAYLAND | {mark: "192.0.2.1 50000 22"}) == ASK
    assert machine.holds == "what was there before"


def test_without_a_desktop_the_tools_are_left_alone(machine: Machine) -> None:
    machine.installed = {"xclip", "xsel", "wl-copy", "wl-paste"}
    assert copy(TEXT, {}) == ASK
    assert machine.holds == "what was there before"


def test_a_graphical_toolkit_is_never_used(machine: Machine) -> None:
    machine.installed, machine.mechanism = {"xclip"}, "copy_qt"
    assert copy(TEXT, X) == ASK
    assert machine.holds == "what was there before"


@pytest.mark.parametrize("environ", [TMUX, TMUX | SSH, TMUX | X])
def test_tmux_takes_the_text_and_passes_it_on(machine: Machine, environ: dict[str, str]) -> None:
    machine.installed = {"tmux"}
    assert copy(TEXT, environ) == held("tmux buffer")
    assert machine.buffer == TEXT.encode()
    assert machine.passed_on


def test_a_tmux_that_can_not_pass_on_leaves_it_to_the_terminal(machine: Machine) -> None:
    machine.installed, machine.tmux_refuses = {"tmux"}, ["-w"]
    assert copy(TEXT, TMUX | SSH) == Copied(("tmux buffer",), ask_terminal=True, sure=True)
    assert machine.buffer == TEXT.encode()


@pytest.mark.parametrize(("installed", "refuses"), [(set(), []), ({"tmux"}, ["load-buffer"])])
def test_a_tmux_that_is_gone_holds_nothing(machine: Machine, installed: set[str], refuses: list[str]) -> None:
    machine.installed, machine.tmux_refuses = installed, refuses
    assert copy(TEXT, TMUX | {"TERM": "xterm-kitty"}) == ASK


@pytest.mark.parametrize(
    "environ",
    [
        {"TERM": "xterm-kitty"},
        {"TERM": "xterm-ghostty"},
        {"TERM": "foot"},
        {"TERM": "foot-extra"},
        {"TERM": "alacritty"},
        {"TERM": "alacritty-direct"},
        {"TERM": "xterm-256color", "TERM_PROGRAM": "WezTerm"},
        {"TERM": "xterm-256color", "TERM_PROGRAM": "ghostty"},
        {"TERM": "xterm-256color", "WT_SESSION": "1b6cd7d4"},
        {"TERM": "xterm-kitty", "VTE_VERSION": "7600"},
    ],
)
def test_some_terminals_are_known_to_obey(machine: Machine, environ: dict[str, str]) -> None:
    assert copy(TEXT, environ | SSH) == ASK_SURELY


@pytest.mark.parametrize(
    "environ",
    [
        {},
        {"TERM": "linux"},
        {"TERM": "xterm-256color"},
        {"TERM": "xterm-256color", "VTE_VERSION": "7600"},
        {"TERM": "xterm-256color", "TERM_PROGRAM": "iTerm.app"},
        {"TERM": "xterm-256color", "TERM_PROGRAM": "Apple_Terminal"},
        {"TERM": "xterm-256color", "TERM_PROGRAM": "vscode", "WT_SESSION": "1b6cd7d4"},
        {"TERM": "xterm", "XTERM_VERSION": "XTerm(390)", "WT_SESSION": "1b6cd7d4"},
        {"TERM": "screen.xterm-256color", "TERM_PROGRAM": "WezTerm"},
        {"TERM": "tmux-256color", "WT_SESSION": "1b6cd7d4"},
        {"TERM": "xterm-kitty", "STY": "4711.pts-0.host"},
        {"TERM": "xterm-kitty", "ZELLIJ": "0"},
        {"TERM": "xterm-256color", "TERM_PROGRAM": "WezTerm", "NVIM": "/run/user/1000/nvim.4711.0"},
    ],
)
def test_other_terminals_are_asked_without_a_claim(machine: Machine, environ: dict[str, str]) -> None:
    assert copy(TEXT, environ | SSH) == ASK


def fails() -> str:
    raise pyperclip.PyperclipException("no clipboard")


@pytest.mark.filterwarnings("error")
@pytest.mark.parametrize("answer", [fails, lambda: "what was there before", lambda: None, lambda: TEXT[:-5]])
def test_what_can_not_be_read_back_is_not_claimed(machine: Machine, answer: Callable[[], str | None]) -> None:
    machine.installed, machine.answer = {"xclip"}, answer
    assert copy(TEXT, X) == ASK


def test_windows_may_write_new_lines_its_own_way(machine: Machine) -> None:
    machine.platform, machine.mechanism = "win32", "copy_windows"
    machine.answer = lambda: machine.holds.replace("\n", "\r\n")
    assert copy(TEXT, {}) == held("Windows clipboard")


def test_a_tool_may_take_a_moment_to_hold_the_text(machine: Machine) -> None:
    machine.installed = {"xclip"}
    answers = ["what was there before", TEXT]
    machine.answer = lambda: answers.pop(0)
    assert copy(TEXT, X) == held("X clipboard (xclip)")


def test_a_tool_that_hangs_is_not_waited_for(machine: Machine) -> None:
    machine.installed = {"xclip", "tmux"}
    end = Event()

    def hang() -> str:
        end.wait(30)
        return TEXT

    machine.answer = hang
    began = time.monotonic()
    assert copy(TEXT, X, limit=0.1) == ASK
    assert copy(TEXT, X | TMUX, limit=0.1) == held("tmux buffer")
    assert time.monotonic() - began < 5
    end.set()


def test_no_control_character_reaches_a_clipboard(machine: Machine) -> None:
    machine.installed = {"xclip", "tmux"}
    copy("safe\x1b]52;c;ZXZpbA==\x07\x9b2J\u202e\ud800\r\nend", X | TMUX)
    assert machine.holds == "safe]52;c;ZXZpbA==2J\nend"
    assert machine.buffer == machine.holds.encode()


@pytest.mark.parametrize("text", ["", "\x1b\x00"])
def test_an_empty_text_wipes_nothing_out(machine: Machine, text: str) -> None:
    machine.installed = {"xclip", "tmux"}
    assert copy(text, X | TMUX) == Copied((), ask_terminal=False, sure=False)
    assert machine.holds == "what was there before"
    assert machine.buffer is None


@pytest.mark.parametrize(
    ("environ", "installed", "lines"),
    [
        (X, {"xclip"}, ["X clipboard (xclip)"]),
        (X | TMUX, {"xclip", "tmux"}, ["X clipboard (xclip)", "tmux buffer"]),
        (TMUX | SSH, {"xclip", "tmux"}, ["tmux buffer"]),
        (TMUX | SSH, set(), ["terminal (OSC 52), which may ignore it"]),
        (SSH | {"TERM": "xterm-kitty"}, {"xclip"}, ["terminal (OSC 52)"]),
        (SSH | X, set(), ["terminal (OSC 52), which may ignore it"]),
        (WSL | X, set(), ["terminal (OSC 52), which may ignore it"]),
        (X | {"TERM": "foot"}, set(), ["terminal (OSC 52)", "no clipboard tool found: install xclip"]),
        (WAYLAND | TMUX, {"tmux"}, ["tmux buffer", "no clipboard tool found: install wl-clipboard"]),
    ],
)
def test_the_plan_names_the_ways_and_copies_nothing(
    machine: Machine, environ: dict[str, str], installed: set[str], lines: list[str]
) -> None:
    machine.installed = installed
    assert plan(environ) == lines
    assert machine.holds == "what was there before"
    assert machine.buffer is None


def in_a_program(code: str, environ: dict[str, str]) -> Any:
    """What `code` prints as JSON, run by a Python of its own, which has to keep the terminal clean."""
    kept = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT") if name in os.environ}
    paths = {"PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, env=kept | paths | environ, capture_output=True, timeout=30, check=True)
    assert done.stderr == b""
    return json.loads(done.stdout)


COPY = f"""
import dataclasses, json
from spotlight_tui import clipboard
print(json.dumps(dataclasses.asdict(clipboard.copy({TEXT!a}))))
"""


def test_pyperclip_is_not_imported_before_a_copy() -> None:
    code = "import json, sys, spotlight_tui.clipboard; print(json.dumps([m.split('.')[0] for m in sys.modules]))"
    imported = in_a_program(code, {})
    assert "spotlight_tui" in imported
    assert not {"pyperclip", "textual"} & set(imported)


@pytest.fixture
def display() -> Iterator[str]:
    """An X server without a screen to see."""
    if sys.platform != "linux":
        pytest.skip("X is tested on Linux")
    needs("Xvfb", "xclip")
    reading, writing = os.pipe()
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", "64x64x24", "-nolisten", "tcp"]
    server = subprocess.Popen(command, pass_fds=[writing], stderr=subprocess.DEVNULL)
    os.close(writing)
    try:
        with os.fdopen(reading) as numbers:
            number = numbers.readline().strip()
        assert number, "Xvfb did not start"
        yield f":{number}"
    finally:
        server.terminate()
        server.wait(10)


def test_a_real_x_clipboard_holds_the_text(display: str) -> None:
    assert in_a_program(COPY, {"DISPLAY": display}) == {
        "ways": ["X clipboard (xclip)"],
        "ask_terminal": False,
        "sure": True,
    }
    paste = ["xclip", "-selection", "clipboard", "-o"]
    pasted = subprocess.run(paste, env=os.environ | {"DISPLAY": display}, capture_output=True, timeout=10, check=True)
    assert pasted.stdout.decode() == TEXT


@pytest.mark.skipif(sys.platform != "linux", reason="X is tested on Linux")
def test_a_display_without_a_server_is_not_claimed() -> None:
    needs("xclip")
    assert in_a_program(COPY, {"DISPLAY": ":9876"}) == {"ways": [], "ask_terminal": True, "sure": False}


def script(path: Path, lines: str) -> None:
    path.write_text(f"#!/bin/sh\n{lines}\n")
    path.chmod(0o755)


@pytest.mark.skipif(sys.platform == "win32", reason="the tools are shell scripts")
def test_macos_is_told_the_encoding(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    script(tmp_path / "pbcopy", f'test "$LC_ALL" = en_US.UTF-8 && cat > {tmp_path}/board')
    script(tmp_path / "pbpaste", f"cat {tmp_path}/board")
    monkeypatch.setattr(clipboard, "sys", SimpleNamespace(platform="darwin"))
    monkeypatch.setattr(pyperclip, "determine_clipboard", pyperclip.init_osx_pbcopy_clipboard)
    assert copy(TEXT, {"PATH": f"{tmp_path}{os.pathsep}{os.environ['PATH']}"}) == held("macOS clipboard")
    assert (tmp_path / "board").read_text(encoding="utf-8") == TEXT


class Tmux:
    """A tmux server of its own, and what a program inside it finds in its environment."""

    def __init__(self, folder: str) -> None:
        self.server = ["tmux", "-S", f"{folder}/socket", "-f", os.devnull]
        self.run("new-session", "-d", "-x", "80", "-y", "24", "cat")
        inside = self.run("display-message", "-p", "#{socket_path},#{pid},0").strip()
        # Over SSH the desktop of whoever runs the tests is left alone.
        self.environ = {"PATH": os.environ["PATH"], "TMUX": inside, "TERM": "tmux-256color"} | SSH

    def run(self, *command: str) -> str:
        environ = {name: value for name, value in os.environ.items() if name != "TMUX"}
        done = subprocess.run([*self.server, *command], env=environ, capture_output=True, timeout=10, check=True)
        return done.stdout.decode()


@pytest.fixture
def tmux() -> Iterator[Tmux]:
    if sys.platform == "win32":
        pytest.skip("there is no tmux for Windows")
    needs("tmux")
    # A socket's path may have 100 characters or so: more than pytest's own folder leaves.
    with TemporaryDirectory() as folder:
        started = Tmux(folder)
        yield started
        started.run("kill-server")


def test_a_real_tmux_buffer_holds_the_text(tmux: Tmux) -> None:
    long = TEXT * 5000
    assert copy(long, tmux.environ) == held("tmux buffer")
    assert tmux.run("show-buffer") == long


def test_a_real_tmux_passes_the_text_on_to_its_terminal(tmux: Tmux) -> None:
    import pty

    terminal, inner = pty.openpty()
    environ = {name: value for name, value in os.environ.items() if name != "TMUX"} | {"TERM": "xterm-256color"}
    attached = subprocess.Popen([*tmux.server, "attach"], stdin=inner, stdout=inner, stderr=inner, env=environ)
    os.close(inner)
    shown = b""

    def wait_for(sign: bytes) -> bool:
        nonlocal shown
        end = time.monotonic() + 10
        while sign not in shown and (left := end - time.monotonic()) > 0:
            if select.select([terminal], [], [], left)[0]:
                shown += os.read(terminal, 65536)
        return sign in shown

    try:
        # The line of tmux names the session: from then on the client is one to pass on to.
        assert wait_for(b"[0]")
        assert copy(TEXT, tmux.environ) == held("tmux buffer")
        assert wait_for(base64.b64encode(TEXT.encode()))
        assert b"\x1b]52;" in shown
    finally:
        attached.terminate()
        attached.wait(10)
        os.close(terminal)


def test_an_old_tmux_does_without_passing_on(tmux: Tmux, tmp_path: Path) -> None:
    script(tmp_path / "tmux", f'case "$*" in *-w*) exit 1;; esac\nexec {which("tmux")} "$@"')
    environ = tmux.environ | {"PATH": f"{tmp_path}{os.pathsep}{os.environ['PATH']}"}
    assert copy(TEXT, environ) == Copied(("tmux buffer",), ask_terminal=True, sure=True)
    assert tmux.run("show-buffer") == TEXT


def test_a_tmux_server_that_has_ended_is_not_claimed(tmux: Tmux) -> None:
    environ = tmux.environ | {"TMUX": "/nowhere/default,4711,0"}
    assert copy(TEXT, environ) == ASK


@pytest.mark.skipif(sys.platform == "win32", reason="there is no tmux for Windows")
def test_a_tmux_that_hangs_is_not_waited_for(tmp_path: Path) -> None:
    script(tmp_path / "tmux", "exec sleep 30")
    began = time.monotonic()
    assert copy(TEXT, TMUX | SSH | {"PATH": f"{tmp_path}{os.pathsep}{os.environ['PATH']}"}, limit=0.2) == ASK
    assert time.monotonic() - began < 5
