"""`scripts/build_database.py`, as an editor runs it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from folder import RECORD, Folder

ROOT = Path(__file__).resolve().parents[2]


def test_check_prints_what_is_wrong_and_builds_nothing(tmp_path: Path) -> None:
    folder = Folder(tmp_path / "data")
    folder.change("kind: staff", "kind: manager")
    folder.change("  - staff-wellbeing\n", "  - staff-welfare\n")

    done = subprocess.run(
        [sys.executable, str(ROOT / "scripts" / "build_database.py"), "--check", "--data", str(folder.path)],
        env={**os.environ, "PYTHONPATH": str(ROOT / "src"), "PYTHONUTF8": "1"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )

    assert done.returncode == 1
    assert [line.rpartition(": ")[0] for line in done.stdout.splitlines()] == [
        f"{RECORD}:{folder.line('manager')}: quotes[0].kind: 'manager' is not one of",
        f"{RECORD}:{folder.line('welfare')}: themes[0]",
    ]
    assert done.stderr == "2 problems in the collection's files; nothing was built\n"
    assert not list(folder.path.glob("*.db*"))
