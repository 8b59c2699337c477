"""`python -m spotlight_tui` is `spotlight-tui`."""

from __future__ import annotations

import sys


def main() -> None:
    """Run the program and leave with its exit status."""
    try:
        from .cli import program

        program.main(prog_name="spotlight-tui")
    except KeyboardInterrupt:
        sys.exit(130)


if __name__ == "__main__":
    main()
