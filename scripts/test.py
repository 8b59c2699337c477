"""Sets the tools of the tests up, once, and runs all checks and tests: python3 scripts/test.py [pytest arguments]."""

# Every Python since 2.7 must be able to read this file, so that one which is too old is told so in a line.
import sys

if sys.version_info < (3, 10):  # noqa: UP036
    sys.exit(
        "spotlight-tui needs Python 3.10 or newer, and this is Python %d.%d. "  # noqa: UP031
        "Start its tests with a newer one, for example: python3.12 scripts/test.py" % sys.version_info[:2]
    )

from pathlib import Path

# The folder of this file is not searched by itself when PYTHONSAFEPATH is set.
sys.path.insert(0, str(Path(__file__).resolve().parent))

import checks

if __name__ == "__main__":
    sys.exit(checks.main(sys.argv[1:]))
