"""Collections to open, and a clipboard and a desktop that only note what they are given."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from textual.drivers.headless_driver import HeadlessDriver

from spotlight_tui import Collection, clipboard, desktop
from spotlight_tui.database.writer import write

from .invented import CONTENTS
from .outside import Clipboard


@pytest.fixture(scope="session")
def collection(bundle: Path) -> Iterator[Collection]:
    """The bundled collection."""
    with Collection.open(bundle) as opened:
        yield opened


@pytest.fixture(scope="session")
def invented(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Collection]:
    """The invented collection."""
    path = tmp_path_factory.mktemp("invented") / "invented.db"
    write(CONTENTS, path)
    with Collection.open(path) as opened:
        yield opened


@pytest.fixture(autouse=True)
def copies(monkeypatch: pytest.MonkeyPatch) -> Clipboard:
    """A clipboard in place of that of whoever runs the tests."""
    fake = Clipboard()
    monkeypatch.setattr(clipboard, "copy", fake.copy)
    return fake


@pytest.fixture(autouse=True)
def no_desktop(monkeypatch: pytest.MonkeyPatch) -> None:
    """No test opens the browser or the mail program of whoever runs it."""
    monkeypatch.setattr(desktop, "open_address", lambda address: False)


@pytest.fixture
def addresses(monkeypatch: pytest.MonkeyPatch, no_desktop: None) -> list[str]:
    """The addresses handed to a desktop that takes every one."""
    handed: list[str] = []

    def take(address: str) -> bool:
        handed.append(address)
        return True

    monkeypatch.setattr(desktop, "open_address", take)
    return handed


@pytest.fixture
def to_terminal(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the program writes to the terminal beside its screen."""
    written: list[str] = []
    monkeypatch.setattr(HeadlessDriver, "write", lambda self, data: written.append(data))
    return written
