"""Writes requirements.txt and requirements-dev.txt anew with uv: python3 scripts/lock.py [--upgrade].

Both hold every package with its hashes, for every platform and Python from 3.10. Without --upgrade, the versions that
stand there stay wherever they still fit pyproject.toml.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
# In the lists too, so that the project is installed without fetching its build backend, and what that uses, unchecked.
BUILD_BACKEND = "hatchling\neditables"
COMPILE = [
    *("uv", "pip", "compile", "pyproject.toml", "-", "--quiet", "--universal", "--python-version", "3.10"),
    *("--generate-hashes", "--no-emit-index-url", "--no-emit-find-links"),
    *("--custom-compile-command", "python3 scripts/lock.py"),
]


def main(arguments: list[str]) -> None:
    """Locks development first, so that the reader's packages have the versions that the tests run with."""
    if shutil.which("uv") is None:
        sys.exit("uv is needed to write the requirements files, and is not on the PATH.")
    write("requirements-dev.txt", ["--group", "dev", *arguments])
    # uv keeps the versions it finds in the file it is about to write.
    shutil.copyfile(ROOT / "requirements-dev.txt", ROOT / "requirements.txt")
    write("requirements.txt", [])


def write(name: str, options: list[str]) -> None:
    """Has uv write one of the files; CalledProcessError if it cannot."""
    command = [*COMPILE, "--output-file", name, *options]
    subprocess.run(command, cwd=ROOT, input=BUILD_BACKEND, text=True, check=True)


if __name__ == "__main__":
    main(sys.argv[1:])
