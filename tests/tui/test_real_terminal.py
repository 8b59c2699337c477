"""The real thing: the program in tmux and in a pseudo-terminal, with the clipboards that are really there."""

from __future__ import annotations

import os
import re
import select
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from tools import needs

import spotlight_tui
from spotlight_tui import Collection
from spotlight_tui.database.writer import write

from .hostile import TEXTS, hostile
from .terminal import unsafe

if sys.platform == "win32":
    pytest.skip("Windows has neither tmux nor pseudo-terminals", allow_module_level=True)

pytestmark = pytest.mark.xdist_group("real terminal")

SOURCES = Path(spotlight_tui.__file__).parent.parent
ADDRESS = "michael.radley@sutton.gov.uk"
PROMPT = "ready$"
PATIENCE = 10.0
"""Seconds that anything may take."""


def until(holds: Callable[[], bool], tell: Callable[[], str]) -> None:
    """Poll until something holds.

    Raises:
        AssertionError: it did not in good time.
    """
    late = time.monotonic() + PATIENCE
    while not holds():
        assert time.monotonic() < late, tell()
        time.sleep(0.03)


def surroundings(home: Path, bundle: Path, **more: str) -> dict[str, str]:
    """A reader of whom nothing is known, at a terminal that says little of itself."""
    return {
        "PATH": os.environ["PATH"],
        "HOME": str(home),
        "XDG_DATA_HOME": str(home / "data"),
        "SPOTLIGHT_DB": str(bundle),
        "PYTHONPATH": str(SOURCES),
        "LANG": "C.UTF-8",
        "TERM": "xterm-256color",
        **more,
    }


class Tmux:
    """A tmux of one's own, with a shell in it."""

    def __init__(self, socket: Path, environ: dict[str, str]) -> None:
        self._command = ["tmux", "-S", str(socket), "-f", "/dev/null"]
        self._environ = environ

    def start(self) -> None:
        self.run("new-session", "-d", "-x", "100", "-y", "30", "sh")
        self.type('PS1="rea""dy$ "')
        self.press("Enter")
        self.shows(PROMPT)

    def run(self, *arguments: str) -> str:
        command = [*self._command, *arguments]
        return subprocess.run(command, env=self._environ, capture_output=True, encoding="utf-8", check=True).stdout

    def type(self, text: str) -> None:
        self.run("send-keys", "-l", text)

    def press(self, *keys: str) -> None:
        self.run("send-keys", *keys)

    def screen(self) -> str:
        return self.run("capture-pane", "-p")

    def shows(self, *texts: str) -> None:
        """Wait until all of `texts` are on the screen."""
        until(lambda: all(text in self.screen() for text in texts), lambda: f"no {texts}:\n{self.screen()}")

    def hides(self, text: str) -> None:
        until(lambda: text not in self.screen(), lambda: f"still {text}:\n{self.screen()}")

    def open(self, before: str = "") -> None:
        """Start the program; `before` stands before it on the command line."""
        self.type(f"{before} {sys.executable} -m spotlight_tui")
        self.press("Enter")
        self.shows("Browse", "Workforce", "? Keys")

    def close(self) -> None:
        subprocess.run([*self._command, "kill-server"], env=self._environ, capture_output=True, check=False)


@pytest.fixture
def start_tmux(tmp_path: Path, bundle: Path) -> Iterator[Callable[..., Tmux]]:
    """Starts a tmux; more can be put into its environment."""
    needs("tmux")
    started: list[Tmux] = []

    def start(**more: str) -> Tmux:
        tmux = Tmux(tmp_path / "socket", surroundings(tmp_path, bundle, **more))
        started.append(tmux)
        tmux.start()
        return tmux

    yield start
    for tmux in started:
        tmux.close()


@pytest.fixture
def display(tmp_path: Path) -> Iterator[str]:
    """An X display that nobody looks at."""
    needs("Xvfb", "xclip")
    read, theirs = os.pipe()
    process = subprocess.Popen(
        ["Xvfb", "-displayfd", str(theirs), "-screen", "0", "640x480x8", "-nolisten", "tcp"],
        pass_fds=[theirs],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(theirs)
    with os.fdopen(read) as lines:
        number = lines.readline().strip()
    yield f":{number}"
    process.terminate()
    process.wait(10)


def selection(display: str) -> str:
    """What is on the clipboard of a display."""
    command = ["xclip", "-selection", "clipboard", "-o"]
    environ = {**os.environ, "DISPLAY": display}
    return subprocess.run(command, env=environ, capture_output=True, encoding="utf-8", check=False, timeout=10).stdout


def find_and_copy(tmux: Tmux) -> None:
    """Look for Hong Kong, go to it, and copy the address."""
    tmux.type("/")
    tmux.shows("Leave")
    tmux.type("hong kong")
    tmux.shows("1 found", "Michael Radley")
    tmux.press("Enter")
    tmux.shows("Copy contact")
    tmux.type("e")
    tmux.shows(f"Copied  {ADDRESS}")


def given_back(tmux: Tmux) -> None:
    """Wait until the shell asks for a command, below the one that started the program and nothing else."""
    until(lambda: tmux.screen().rstrip().endswith(PROMPT), tmux.screen)
    assert "-m spotlight_tui" in tmux.screen()
    assert "Browse" not in tmux.screen()
    tmux.type("echo $((6*7))x")
    tmux.press("Enter")
    tmux.shows("\n42x\n")


def leave(tmux: Tmux) -> None:
    """Leave the program: the terminal is the shell's again."""
    tmux.type("q")
    given_back(tmux)


def test_in_tmux_its_buffer_holds_the_address(start_tmux: Callable[..., Tmux]) -> None:
    tmux = start_tmux()
    tmux.open()
    find_and_copy(tmux)
    assert tmux.run("show-buffer") == ADDRESS
    assert f"{ADDRESS} · tmux buffer" in tmux.screen()
    leave(tmux)


def test_in_tmux_on_a_desktop_both_hold_it(start_tmux: Callable[..., Tmux], display: str) -> None:
    tmux = start_tmux(DISPLAY=display)
    tmux.open()
    find_and_copy(tmux)
    tmux.shows("X clipboard (xclip) and tmux buffer")
    assert tmux.run("show-buffer") == ADDRESS
    assert selection(display) == ADDRESS
    leave(tmux)
    assert selection(display) == ADDRESS


def test_on_a_desktop_without_tmux_its_clipboard_holds_it(start_tmux: Callable[..., Tmux], display: str) -> None:
    tmux = start_tmux(DISPLAY=display)
    tmux.open("env -u TMUX TERM=xterm-256color")
    find_and_copy(tmux)
    assert "X clipboard (xclip)" in tmux.screen()
    assert "tmux" not in tmux.screen()
    assert selection(display) == ADDRESS
    assert subprocess.run([*tmux._command, "show-buffer"], capture_output=True, check=False).returncode
    leave(tmux)


def test_a_terminal_that_says_nothing_is_not_claimed_to_have_copied(start_tmux: Callable[..., Tmux]) -> None:
    tmux = start_tmux()
    tmux.open("env -u TMUX TERM=xterm-256color")
    tmux.type("c")
    tmux.shows("This terminal does not say whether it has a clipboard.", "regina.bowler@achievingforchildren.org.uk")
    assert "Copied" not in tmux.screen()
    tmux.press("Escape")
    tmux.hides("This terminal")
    leave(tmux)


def test_tmux_can_be_resized_while_one_reads(start_tmux: Callable[..., Tmux]) -> None:
    tmux = start_tmux()
    tmux.open()
    tmux.press("Enter")
    for width, height in ((60, 20), (170, 50), (100, 30)):
        tmux.run("resize-window", "-x", str(width), "-y", str(height))
        tmux.shows("Strengthening the Workforce Through Data", "? Keys")
        until(
            lambda width=width: max(map(len, tmux.screen().splitlines())) == width or width == 100,  # type: ignore[misc]
            tmux.screen,
        )
    leave(tmux)


def test_the_terminal_is_given_back_after_an_interrupt(start_tmux: Callable[..., Tmux]) -> None:
    needs("pgrep")
    tmux = start_tmux()
    tmux.open()
    shell = tmux.run("display-message", "-p", "#{pane_pid}").strip()
    program = subprocess.run(["pgrep", "-P", shell], capture_output=True, encoding="utf-8", check=True).stdout
    os.kill(int(program), signal.SIGINT)
    given_back(tmux)


def test_of_a_foreign_file_no_command_reaches_the_terminal(
    tmp_path: Path, bundle: Path, collection: Collection
) -> None:
    """All bytes that the program writes while every record of such a file is looked at."""
    import fcntl
    import pty
    import struct
    import termios

    foreign = tmp_path / "foreign.db"
    write(hostile(collection.contents()), foreign)
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 120, 0, 0))
    command = [sys.executable, "-m", "spotlight_tui"]
    program = subprocess.Popen(
        command, stdin=theirs, stdout=theirs, stderr=theirs, env=surroundings(tmp_path, foreign), start_new_session=True
    )
    os.close(theirs)
    written = b""

    def read(seconds: float) -> bytes:
        """All that has come, once nothing more comes for so long."""
        nonlocal written
        while select.select([ours], [], [], seconds)[0]:
            try:
                written += os.read(ours, 65536)
            except OSError:  # the program has ended
                break
        return written

    try:
        until(lambda: b"Keys" in read(0.05), lambda: repr(written[-999:]))
        for key in ("j", "\r", "\x1b", "/", "supervision", "\x1b[B", "\r", "]", "Y", "\x1b", "q"):
            os.write(ours, key.encode())
            read(0.2)
        until(lambda: bool(read(0.05)) and program.poll() is not None, lambda: repr(written[-999:]))
    finally:
        program.kill()
        program.wait()
        os.close(ours)
    assert len(written) > 10_000
    for sent in TEXTS[7:10]:
        assert sent.encode("utf-8")[:8] not in written, sent
    own = rb"\x1b\[[\x30-\x3f]*[\x20-\x2f]*[\x40-\x7e]|\x1b\](52;c;[A-Za-z0-9+/=]+|22;[a-z]+)\x07|[\r\n]"
    assert not unsafe(re.sub(own, b"", written).decode("utf-8"))
