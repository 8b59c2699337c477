"""A fresh process that opens a collection and searches it: fresh.py ENGINE PLACE, queries in JSON on standard input.

It prints in JSON how many milliseconds loading the code, opening, the first search took, and the most memory it held.
"""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

SCRIPTS = Path(__file__).resolve().parents[1]


def ask(engine: str, place: Path, queries: list[str]) -> dict[str, Any]:
    """Run it; what it printed."""
    command = [sys.executable, __file__, engine, str(place)]
    done = subprocess.run(command, input=json.dumps(queries), stdout=subprocess.PIPE, text=True, check=True)
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer


def peak_megabytes() -> float | None:
    """The most memory this process has held; None where the system does not say.

    Linux counts what the process that started this one held into its `ru_maxrss`, so there the kernel's own page is
    read (proc(5), VmHWM).
    """
    status = Path("/proc/self/status")
    if status.exists():
        lines = status.read_text(encoding="utf-8").splitlines()
        return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM")), None)
    if sys.platform == "win32":
        return None
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024**2


def _main() -> None:
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # the one that started this says that it was stopped
    sys.path[:0] = [str(SCRIPTS), str(SCRIPTS.parent / "src")]
    queries = json.load(sys.stdin)
    begun = time.perf_counter()
    from benchmarks.engines import ENGINES

    engine = ENGINES[sys.argv[1]]
    if sys.argv[1] == "spotlight-tui":
        import spotlight_tui.search.engine  # noqa: F401  the screen loads it before anybody has typed
    loaded = time.perf_counter()
    searching = engine(Path(sys.argv[2]))
    opened = time.perf_counter()
    searching.search(queries[0])
    searched = time.perf_counter()
    for query in queries[1:]:
        searching.search(query)
    times = {"load": loaded - begun, "open": opened - loaded, "first": searched - opened}
    print(json.dumps({name: took * 1000 for name, took in times.items()} | {"megabytes": peak_megabytes()}))


if __name__ == "__main__":
    _main()
