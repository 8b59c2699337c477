"""Sets spotlight-tui up, once, and starts it: python3 scripts/run.py [arguments of spotlight-tui]."""

# Every Python since 2.7 must be able to read this file, so that one which is too old is told so in a line.
import sys

if sys.version_info < (3, 10):  # noqa: UP036
    sys.exit(
        "spotlight-tui needs Python 3.10 or newer, and this is Python %d.%d. "  # noqa: UP031
        "Start it with a newer one, for example: python3.12 scripts/run.py" % sys.version_info[:2]
    )

from pathlib import Path

# The folder of this file is not searched by itself when PYTHONSAFEPATH is set.
sys.path.insert(0, str(Path(__file__).resolve().parent))

import environment

if __name__ == "__main__":
    environment.start(sys.argv[1:])
