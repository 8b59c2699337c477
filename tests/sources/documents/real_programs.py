"""Chromium and LibreOffice, where they are installed."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from shutil import which

import pytest
from tools import needs

PATIENCE = 60.0
"""Seconds that a program may take."""
_BROWSERS = ("chromium", "chromium-browser", "google-chrome")


class Chromium:
    """Skips the test where there is none."""

    def __init__(self, folder: Path) -> None:
        self._name = next(filter(which, _BROWSERS), _BROWSERS[0])
        self._folder = folder
        _needed(self._name)

    def run(self, page: Path, option: str) -> str:
        # As root its sandbox cannot be set up; it sees nothing here but our own page.
        command = [self._name, "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={self._folder}"]
        return _output_of([*command, option, page.as_uri()])


class LibreOffice:
    """Skips the test where there is none."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        _needed("soffice")

    def convert(self, source: Path, kind: str) -> Path:
        """The file that it makes of `source`, beside it."""
        command = ["soffice", f"-env:UserInstallation={(self._folder / 'profile').as_uri()}", "--headless"]
        _output_of([*command, "--convert-to", kind, "--outdir", str(source.parent), str(source)])
        return source.with_suffix(f".{kind.split(':')[0]}")


def _needed(program: str) -> None:
    if sys.platform != "linux":
        pytest.skip("the programs are installed for the tests on Linux only")
    needs(program)


def _output_of(command: list[str]) -> str:
    return subprocess.run(command, capture_output=True, check=True, timeout=PATIENCE).stdout.decode()
