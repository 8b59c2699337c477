"""Several files changed together: all of them, or none."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path


class Rewriting:
    """Remembers files before they are changed."""

    def __init__(self) -> None:
        self._before: dict[Path, Path | None] = {}
        self.done = False
        """Whether what was changed is to stay, whatever comes after."""

    def about_to_change(self, path: Path) -> None:
        """Keep a file as it is now, with its time, beside its place; it may be one that is not there yet."""
        if path in self._before:
            return
        copy = path.with_name(f".{path.name}.before.part")
        with suppress(OSError):
            copy.unlink()
        if not path.exists():
            self._before[path] = None
            return
        try:
            os.link(path, copy)
        except OSError:  # not every file system has links
            shutil.copy2(path, copy)
        self._before[path] = copy

    def put_back(self) -> None:
        """Every file as it was."""
        for path, copy in self._before.items():
            if copy is None:
                path.unlink(missing_ok=True)
            else:
                copy.replace(path)

    def forget(self) -> None:
        """Take the kept files away."""
        for copy in self._before.values():
            if copy is not None:
                copy.unlink(missing_ok=True)


@contextmanager
def rewriting() -> Iterator[Rewriting]:
    """Change files together: where anything goes wrong before `done`, all are put back."""
    files = Rewriting()
    try:
        yield files
    except BaseException:
        if not files.done:
            files.put_back()
        raise
    finally:
        files.forget()
