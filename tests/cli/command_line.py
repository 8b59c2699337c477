"""Calling the program as a reader does, from inside and as a process of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from spotlight_tui.cli import program

SOURCES = str(Path(__file__).resolve().parent.parent.parent / "src")


def call(*args: str) -> Result:
    """The program inside this process, its output to a pipe."""
    return CliRunner().invoke(program, list(args), prog_name="spotlight-tui")


def document(result: Result) -> Any:
    """The one JSON document that a command printed."""
    return json.loads(result.stdout_bytes.decode("utf-8"))


def environment(**more: str) -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": SOURCES, **more}


def process(*args: str, **more: str) -> subprocess.CompletedProcess[bytes]:
    """The program as a process of its own; `more` is put into its environment."""
    command = [sys.executable, "-m", "spotlight_tui", *args]
    return subprocess.run(
        command, capture_output=True, stdin=subprocess.DEVNULL, env=environment(**more), check=False, timeout=60
    )


def in_terminal(width: int, *args: str, **more: str) -> tuple[int, str]:
    """Exit status and output of the program in a terminal so many columns wide."""
    if sys.platform == "win32":
        pytest.skip("this test needs a pseudo-terminal, which Windows has not got")
    import fcntl
    import pty
    import struct
    import termios

    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, width, 0, 0))
    started = subprocess.Popen(
        [sys.executable, "-m", "spotlight_tui", *args],
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        env=environment(**{"TERM": "xterm-256color", **more}),
    )
    os.close(theirs)
    written = b""
    while True:
        try:
            piece = os.read(ours, 65536)
        except OSError:
            break
        if not piece:
            break
        written += piece
    os.close(ours)
    return started.wait(timeout=60), written.decode("utf-8").replace("\r\n", "\n")
