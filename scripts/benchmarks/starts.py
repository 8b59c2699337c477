"""First full paint and peak memory of the program, beside a bare Textual app; it needs a pseudo-terminal."""

from __future__ import annotations

import os
import select
import statistics
import struct
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

if sys.platform == "win32":
    sys.exit("This needs a pseudo-terminal: run it on Linux or macOS.")

import fcntl
import pty
import termios

ROOT = Path(__file__).resolve().parents[2]
LIMIT = 30.0
"""Seconds that a start may take."""

BARE = """
from textual.app import App
from textual.widgets import Footer, Header, Static

class Bare(App):
    def compose(self):
        yield Header()
        yield Static("painted")
        yield Footer()

Bare().run()
"""


@dataclass(frozen=True)
class Start:
    """One start of a program in a pseudo-terminal."""

    milliseconds: float
    """From the start of the process to the arrival of the last text of the first full screen."""
    megabytes: float
    """The most memory it held."""


def start(command: Sequence[str], painted: Sequence[bytes], environ: dict[str, str]) -> Start:
    """Start a full-screen program, wait until all of `painted` has arrived, and end it."""
    began = time.perf_counter()
    process, terminal = pty.fork()
    if not process:
        os.execvpe(command[0], list(command), environ)
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 120, 0, 0))
    screen = b""
    try:
        while not all(text in screen for text in painted):
            ready, _, _ = select.select([terminal], [], [], LIMIT)
            if not ready:
                raise TimeoutError(f"{command[-1]} did not paint {painted} within {LIMIT:.0f} s")
            screen += os.read(terminal, 65536)
        took = time.perf_counter() - began
    finally:
        os.kill(process, 9)
        _, _, usage = os.wait4(process, 0)
        os.close(terminal)
    scale = 1024 * 1024 if sys.platform == "darwin" else 1024
    return Start(took * 1000, usage.ru_maxrss / scale)


def compare_starts(runs: int) -> dict[str, Start]:
    """Medians over interleaved runs of the bare app and of the program."""
    environ = {name: value for name, value in os.environ.items() if name not in ("SPOTLIGHT_DB", "NO_COLOR")}
    environ |= {"TERM": "xterm-256color", "COLORTERM": "truecolor", "COLUMNS": "120", "LINES": "40"}
    environ["SPOTLIGHT_DB"] = str(ROOT / "data" / "spotlight.db")
    with tempfile.TemporaryDirectory() as folder:
        bare = Path(folder) / "bare.py"
        bare.write_text(BARE, encoding="utf-8")
        programs = {
            "bare Textual": ([sys.executable, str(bare)], [b"painted", b"palette"]),
            "spotlight-tui": ([sys.executable, "-m", "spotlight_tui"], [b"Vacancy", b"Copy contact", b"Related"]),
        }
        found: dict[str, list[Start]] = {name: [] for name in programs}
        for run in range(runs + 1):
            for name, (command, painted) in programs.items():
                measured = start(command, painted, environ)
                if run:  # the first only warms the file cache
                    found[name].append(measured)
    return {
        name: Start(
            statistics.median(one.milliseconds for one in starts), statistics.median(one.megabytes for one in starts)
        )
        for name, starts in found.items()
    }


def shown(starts: dict[str, Start]) -> str:
    """The table of starts, each beside the bare app's."""
    base = starts["bare Textual"]
    lines = [f"{'':16}{'first paint':>14}{'':>8}{'peak memory':>14}"]
    for name, one in starts.items():
        times, more = one.milliseconds / base.milliseconds, one.megabytes / base.megabytes
        lines.append(f"{name:16}{one.milliseconds:>11.0f} ms{times:>7.2f}x{one.megabytes:>11.1f} MB{more:>7.2f}x")
    return "\n".join(lines)
