#!/usr/bin/env python3
"""Build data/spotlight.db from the files beside it, or only check them.

    python scripts/build_database.py            build
    python scripts/build_database.py --check    say by file, field and line what is wrong in the files

Exit status: 0 done, 1 something is wrong in a file, 2 wrong use.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from spotlight_tui.database.writer import write
from spotlight_tui.sources.records_folder import RecordProblems, read_folder

DATA = Path(__file__).resolve().parent.parent / "data"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="check the files and build nothing")
    parser.add_argument("--data", type=Path, default=DATA, metavar="FOLDER", help="the folder of the files")
    parser.add_argument("-o", "--output", type=Path, metavar="FILE", help="the database (default: in the folder)")
    arguments = parser.parse_args()
    try:
        contents = read_folder(arguments.data)
    except RecordProblems as error:
        for problem in error.problems:
            print(problem)
        print(f"{error}; nothing was built", file=sys.stderr)
        return 1
    print(f"{len(contents.initiatives)} initiatives, {len(contents.signposts)} signposts: no problem found")
    if not arguments.check:
        path = arguments.output or arguments.data / "spotlight.db"
        write(contents, path)
        print(f"built {path}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
