"""The project's own environment: made once, brought up to date when its lists change, otherwise left alone.

Standard library only, since it runs before anything is installed; what only a set-up needs is imported there, so that
a start of what is set up stays quick.
"""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, NoReturn

ROOT = Path(__file__).resolve().parent.parent
RUNTIME = "requirements.txt"
DEVELOPMENT = "requirements-dev.txt"
STAMP = "spotlight-tui.stamp"
LOCK = "spotlight-tui.lock"
LINES_SHOWN_OF_A_FAILURE = 12
# The Python to make environments from: never that of an environment, which may be the one to be made anew.
INTERPRETER: str = (
    getattr(sys, "_base_executable", sys.executable) if os.name == "nt" else os.path.realpath(sys.executable)
)


class SetupError(Exception):
    """What stopped the set-up and what to do, as the reader sees it."""


class Environment:
    """The folder with the Python and the packages that the project of `root` runs with."""

    def __init__(self, folder: Path, root: Path = ROOT) -> None:
        self.folder = folder
        self.root = root
        self.programs = folder / ("Scripts" if os.name == "nt" else "bin")
        self.python = self.programs / ("python.exe" if os.name == "nt" else "python")

    def ready(self, requirements: str) -> bool:
        """Whether what the file `requirements` lists is installed as it stands now."""
        return self.python.exists() and {self._home(), self._contents(requirements)} <= self._stamp()

    def prepare(self, requirements: str) -> None:
        """Makes or updates the environment where it is not ready; SetupError or OSError where that is not possible."""
        if self.ready(requirements):
            return
        require_modules("venv", "ensurepip")
        self._claim()
        with held(self.folder / LOCK) as lock:
            # Another start may have done the work while this one waited.
            if not self.ready(requirements):
                self._set_up(requirements, lock)

    def _set_up(self, requirements: str, lock: BinaryIO) -> None:
        fresh = not self.python.exists() or self._home() not in self._stamp()
        name = ".venv" if self.folder == self.root / ".venv" else str(self.folder)
        what = "spotlight-tui" if requirements == RUNTIME else "spotlight-tui and the tools of its tests"
        say(f"Setting up {what} in {name} (once, about a minute)…" if fresh else f"Bringing {name} up to date…")
        # An empty stamp is what an interrupted set-up leaves behind: the next start begins anew.
        self._write_stamp()
        if fresh:
            self._clear()
            run([INTERPRETER, "-I", "-m", "venv", str(self.folder)], "The environment could not be made.", lock)
        failed = "The packages could not be installed; above is how pip ended. Check the network, then start again."
        self._install(["--require-hashes", "--requirement", str(self.root / requirements)], failed, lock)
        # The build backend stands in both lists, so that no package comes in without a hash.
        failed = "The packages are here, but spotlight-tui could not be installed; above is how pip ended."
        self._install(["--no-deps", "--no-build-isolation", "--editable", str(self.root)], failed, lock)
        # The list for development holds the other one at the same versions.
        installed = {requirements, RUNTIME}
        self._write_stamp(self._home(), *(self._contents(name) for name in sorted(installed)))

    def _install(self, what: list[str], failed: str, lock: BinaryIO) -> None:
        # The reader's own settings of pip hold, but for one that makes no sense inside an environment.
        settings = {"PIP_DISABLE_PIP_VERSION_CHECK": "1", "PIP_USER": "0"}
        command = [str(self.python), "-I", "-m", "pip", "install", "--no-input", "--progress-bar", "off", *what]
        run(command, failed, lock, settings)

    def _claim(self) -> None:
        """Makes the folder, and refuses one with somebody else's files in it: a set-up would delete them."""
        if self.folder.is_dir() and any(self.folder.iterdir()) and not (self.folder / LOCK).exists():
            raise SetupError(
                f"{self.folder} holds files that this script did not make. "
                "Move them away, or name another folder in SPOTLIGHT_VENV."
            )
        self.folder.mkdir(parents=True, exist_ok=True)

    def _clear(self) -> None:
        from shutil import rmtree

        for path in self.folder.iterdir():
            if path.is_dir() and not path.is_symlink():
                rmtree(path)
            # The lock is being held, and marks the folder as ours.
            elif path.name != LOCK:
                path.unlink()

    def _home(self) -> str:
        """The line of the stamp for where the environment stands and which Python it was made from."""
        return f"{self.root} | {self.folder} | {INTERPRETER} | {sys.version.split()[0]}"

    def _contents(self, requirements: str) -> str:
        """The line of the stamp for what is installed."""
        files = ((self.root / name).read_bytes() for name in (requirements, "pyproject.toml"))
        return f"{requirements} {hashlib.sha256(b''.join(files)).hexdigest()}"

    def _stamp(self) -> set[str]:
        try:
            return set((self.folder / STAMP).read_text(encoding="utf-8").splitlines())
        except OSError:
            return set()

    def _write_stamp(self, *lines: str) -> None:
        (self.folder / STAMP).write_text("\n".join(lines), encoding="utf-8")


def chosen() -> Environment:
    """The environment in the checkout's .venv, or in the folder that SPOTLIGHT_VENV names."""
    named = os.environ.get("SPOTLIGHT_VENV")
    return Environment(Path(named).expanduser().absolute() if named else ROOT / ".venv")


def prepared(requirements: str) -> Environment:
    """The chosen environment, ready for use; ends the program with a line that says why where it cannot be."""
    environment = chosen()
    try:
        environment.prepare(requirements)
    except SetupError as error:
        sys.exit(str(error))
    except OSError as error:
        sys.exit(f"Setting up in {environment.folder} failed: {error}. SPOTLIGHT_VENV can name another folder.")
    except KeyboardInterrupt:
        say("The set-up was stopped; the next start begins it anew.")
        sys.exit(130)
    return environment


def start(arguments: Sequence[str]) -> NoReturn:
    """Runs spotlight-tui in place of this program, so that signals and the exit status are its own."""
    command = [str(prepared(RUNTIME).python), "-m", "spotlight_tui", *arguments]
    if sys.platform != "win32":
        os.execv(command[0], command)
    # Windows cannot replace a program, so this one waits, and leaves Ctrl+C to the other.
    import signal
    import subprocess

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    sys.exit(subprocess.call(command))


def require_modules(*names: str) -> None:
    """SetupError where this Python came without one of the modules that make environments."""
    from importlib.util import find_spec

    for name in names:
        if find_spec(name) is None:
            raise SetupError(
                f"This Python has no {name} module. On Debian or Ubuntu: apt install python3-venv. "
                "Elsewhere, install a complete Python 3.10 or newer. Then start again."
            )


def run(command: list[str], failed: str, lock: BinaryIO, settings: dict[str, str] | None = None) -> None:
    """Runs `command` in silence; SetupError with the end of its output and `failed` where it fails."""
    import subprocess

    done = subprocess.run(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
        env={**os.environ, **(settings or {})},
        # If this program is killed, the lock stays held until the command it started has ended as well.
        pass_fds=() if os.name == "nt" else (lock.fileno(),),
        check=False,
    )
    if done.returncode:
        end = done.stdout.rstrip().splitlines()[-LINES_SHOWN_OF_A_FAILURE:]
        raise SetupError("\n".join([*end, failed]))


@contextmanager
def held(path: Path) -> Iterator[BinaryIO]:
    """Holds the lock file `path`, after waiting for whoever has it; the system frees it when its holder ends."""
    import time

    with path.open("ab") as file:
        waited = False
        while not locked(file):
            if not waited:
                say("Waiting for another start, which is setting up…")
                waited = True
            time.sleep(0.2)
        yield file


def locked(file: BinaryIO) -> bool:
    """Locks `file`; False where somebody else has it. Where the file system knows no locks, it goes without."""
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        return False
    except OSError:
        pass
    return True


def say(line: str) -> None:
    """Tells the reader what takes time, on the channel that is not the program's output."""
    print(line, file=sys.stderr, flush=True)
