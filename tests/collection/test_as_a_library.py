"""Another program uses the collection without the screen, the command line or what only building needs."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

PROGRAM = """
import sys
from spotlight_tui import Collection

with Collection.open(sys.argv[1]) as collection:
    answer = collection.search("mentroing", limit=1)
    print(answer.read_as, answer.total, len(collection.initiative(answer.hits[0].id).sections) > 0)
print(*sorted({"textual", "yaml", "sqlite_utils", "click", "rich", "pyperclip"} & sys.modules.keys()))
"""


def test_a_search_imports_neither_screen_nor_builder(bundle: Path) -> None:
    source = Path(__file__).resolve().parents[2] / "src"

    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(bundle)],
        env={**os.environ, "PYTHONPATH": str(source)},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )

    assert (done.returncode, done.stderr) == (0, "")
    answer, imported = done.stdout.split("\n")[:2]
    assert answer.startswith("mentoring ") and answer.endswith(" True")
    assert imported == ""
