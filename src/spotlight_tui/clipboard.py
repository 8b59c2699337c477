"""The ways to a clipboard, and which one it took."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from shutil import which
from threading import Thread
from types import SimpleNamespace
from typing import TypeVar

from .text import clean

T = TypeVar("T")

_PYPERCLIP = {
    "copy_windows": "Windows clipboard",
    "copy_wsl": "Windows clipboard",
    "copy_osx_pbcopy": "macOS clipboard",
    "copy_osx_pyobjc": "macOS clipboard",
    "copy_wl": "Wayland clipboard (wl-copy)",
    "copy_xclip": "X clipboard (xclip)",
    "copy_xsel": "X clipboard (xsel)",
    "copy_klipper": "KDE clipboard (Klipper)",
}
"""The ways that pyperclip may take, in a reader's words; its others start a graphical toolkit inside the program."""

_TMUX = "tmux buffer"

_OBEDIENT = {"xterm-kitty", "kitty", "xterm-ghostty", "ghostty", "foot", "alacritty", "wezterm"}
"""$TERM, without what follows the name, of terminals that set the clipboard on OSC 52 unless told not to: kitty
(`clipboard_control`), Ghostty (`clipboard-write`), foot (`osc52`), Alacritty (`terminal.osc52`), WezTerm."""

_OBEDIENT_PROGRAMS = {"ghostty", "WezTerm"}
"""$TERM_PROGRAM of the same. Not iTerm.app, which asks first, nor Apple_Terminal, which never does it."""

_BETWEEN = ("TMUX", "STY", "ZELLIJ", "NVIM", "VIM_TERMINAL", "INSIDE_EMACS")
"""Set by what stands between the program and the terminal: tmux, GNU screen, Zellij, the terminals of editors."""

_WINDOWS_INSIDE = ("XTERM_VERSION", "VTE_VERSION", "KONSOLE_VERSION")
"""Set by terminals that may have been started from Windows Terminal and then inherit its mark."""


@dataclass(frozen=True, slots=True)
class Copied:
    """Where a text went."""

    ways: tuple[str, ...]
    """What certainly holds the text now, in a reader's words: `X clipboard (xclip)`, `tmux buffer`."""
    ask_terminal: bool
    """Whether the terminal should be sent the text too, with OSC 52."""
    sure: bool
    """Whether the text is certainly on a clipboard: some way holds it, or the terminal is known to obey OSC 52."""


@dataclass(frozen=True, slots=True)
class _Desktop:
    """The clipboard of the machine that the reader sits at."""

    words: str
    put: Callable[[str], object]
    get: Callable[[], str | None]


def copy(text: str, environ: Mapping[str, str] = os.environ, limit: float = 2.0) -> Copied:
    """Put `text`, cleaned, on every clipboard that can be reached from here; no way that fails raises.

    `limit` is in seconds, for each way. An empty text goes nowhere, so that it wipes out nothing.
    """
    text = clean(text)
    if not text:
        return Copied((), ask_terminal=False, sure=False)
    desktop = _within(limit, lambda: _put_on_desktop(text, environ))
    in_tmux, passed_on = _put_in_tmux(text, environ, limit)
    ways = tuple(way for way in (desktop, _TMUX if in_tmux else None) if way)
    ask_terminal = not desktop and not passed_on
    return Copied(ways, ask_terminal, sure=bool(ways) or _obeys_osc_52(environ))


def plan(environ: Mapping[str, str] = os.environ) -> list[str]:
    """The ways that `copy` would try here, in a reader's words, and what to install where a tool is missing."""
    desktop = _within(2.0, lambda: _desktop(environ))
    ways = [desktop.words] if desktop else []
    if environ.get("TMUX") and which("tmux", path=environ.get("PATH")):
        ways.append(_TMUX)
    if not ways:
        ways.append("terminal (OSC 52)" if _obeys_osc_52(environ) else "terminal (OSC 52), which may ignore it")
    if not desktop and _graphical(environ):
        tool = "wl-clipboard" if environ.get("WAYLAND_DISPLAY") else "xclip"
        ways.append(f"no clipboard tool found: install {tool}")
    return ways


def _graphical(environ: Mapping[str, str]) -> bool:
    """Whether an X or Wayland desktop is here, and the reader in front of it; under WSL Windows has the clipboard."""
    if _remote(environ) or environ.get("WSL_DISTRO_NAME"):
        return False
    return bool(environ.get("DISPLAY") or environ.get("WAYLAND_DISPLAY"))


def _remote(environ: Mapping[str, str]) -> bool:
    return any(environ.get(name) for name in ("SSH_CONNECTION", "SSH_CLIENT", "SSH_TTY"))


def _within(limit: float, work: Callable[[], T]) -> T | None:
    """What `work` returns; None if it fails or is not done in `limit` seconds.

    The thread of a late one is left to itself: a tool that waits for a display server can't be asked to stop.
    """
    answers: list[T] = []

    def answer() -> None:
        # pyperclip lets through whatever its platforms raise, and to the reader each of them means the same.
        with suppress(Exception):
            answers.append(work())

    thread = Thread(target=answer, daemon=True)
    thread.start()
    thread.join(limit)
    return answers[0] if answers else None


def _has_tool(environ: Mapping[str, str]) -> bool:
    """Whether pyperclip will find a way of `_PYPERCLIP`; without one it would start Qt, which may end the program."""

    def there(*programs: str) -> bool:
        return all(which(program, path=environ.get("PATH")) for program in programs)

    if sys.platform in ("win32", "darwin"):
        return True
    if environ.get("WSL_DISTRO_NAME"):
        return there("clip.exe", "powershell.exe")
    if environ.get("WAYLAND_DISPLAY") and there("wl-copy", "wl-paste"):
        return True
    return bool(environ.get("DISPLAY")) and (there("xclip") or there("xsel") or there("klipper", "qdbus"))


def _desktop(environ: Mapping[str, str]) -> _Desktop | None:
    """The platform's own clipboard; None where no tool reaches it, and over SSH, where it is not the reader's."""
    if _remote(environ) or not _has_tool(environ):
        return None
    import pyperclip

    # pyperclip gives its tools the terminal: they would write their errors in the midst of the screen.
    nothing = subprocess.DEVNULL
    start = partial(subprocess.Popen, stdin=nothing, stdout=nothing, stderr=nothing, env=_for_tools(environ))
    pyperclip.subprocess = SimpleNamespace(PIPE=subprocess.PIPE, Popen=start)
    put, get = pyperclip.determine_clipboard()
    words = _PYPERCLIP.get(getattr(put, "__name__", ""))
    return _Desktop(words, put, get) if words else None


def _for_tools(environ: Mapping[str, str]) -> dict[str, str]:
    # pbcopy takes its encoding from the locale, which terminals may leave unset (man pbcopy, ENCODING).
    return {**environ, "LC_ALL": "en_US.UTF-8"} if sys.platform == "darwin" else dict(environ)


def _put_on_desktop(text: str, environ: Mapping[str, str]) -> str | None:
    """The way that holds `text`, in words, by the only proof there is: reading it back.

    pyperclip looks at no tool's exit status.
    """
    desktop = _desktop(environ)
    if not desktop:
        return None
    desktop.put(text)
    # xclip and wl-copy go on in the background, and may come to own the clipboard only after the first look.
    for pause in (0, 0.05, 0.2):
        time.sleep(pause)
        if (desktop.get() or "").replace("\r\n", "\n") == text:
            return desktop.words
    return None


def _put_in_tmux(text: str, environ: Mapping[str, str], limit: float) -> tuple[bool, bool]:
    """Whether a tmux buffer holds `text`, and whether tmux has passed it on to its terminal."""
    if not environ.get("TMUX"):
        return False, False
    status = _load_buffer(text, environ, limit, "-w")
    if status is None:
        return False, False
    if status == 0:
        return True, True
    # tmux before 3.2 has no -w.
    return _load_buffer(text, environ, limit) == 0, False


def _load_buffer(text: str, environ: Mapping[str, str], limit: float, *options: str) -> int | None:
    """The exit status of `tmux load-buffer`; None if there was none in `limit` seconds."""
    try:
        return subprocess.run(
            ["tmux", "load-buffer", *options, "-"],
            input=text.encode(),
            env=dict(environ),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=limit,
            check=False,
        ).returncode
    except (OSError, subprocess.TimeoutExpired):
        return None


def _obeys_osc_52(environ: Mapping[str, str]) -> bool:
    """Whether the terminal is known to set the clipboard when told so by OSC 52.

    $TERM counts first, because each terminal sets its own and SSH hands it on; the other marks are inherited by
    whatever is started from the terminal. VTE, xterm and mintty don't obey unless told to, or not at all.
    """
    term = environ.get("TERM", "")
    if any(environ.get(name) for name in _BETWEEN) or term.startswith(("screen", "tmux")):
        return False
    if term in _OBEDIENT or term.startswith(("foot-", "alacritty-")):
        return True
    if program := environ.get("TERM_PROGRAM"):
        return program in _OBEDIENT_PROGRAMS
    # Windows Terminal has no $TERM of its own; it obeys since 1.1 (microsoft/terminal#5823).
    return bool(environ.get("WT_SESSION")) and not any(environ.get(name) for name in _WINDOWS_INSIDE)
