"""What every test has: the bundled collection, and nothing of this machine's own."""

from __future__ import annotations

from pathlib import Path

import pytest

from spotlight_tui import paths

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def bundle() -> Path:
    """The bundled collection."""
    return ROOT / "data" / "spotlight.db"


@pytest.fixture(autouse=True)
def nobody(bundle: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A reader who has no files yet, in a terminal that says nothing of itself."""
    home = tmp_path / "own"
    monkeypatch.setattr(paths, "user_data", lambda: home)
    monkeypatch.setenv("XDG_DATA_HOME", str(home))
    monkeypatch.setenv("SPOTLIGHT_DB", str(bundle))
    for name in ("COLUMNS", "LINES", "FORCE_COLOR", "NO_COLOR", "PYTHONIOENCODING", "TTY_COMPATIBLE"):
        monkeypatch.delenv(name, raising=False)
