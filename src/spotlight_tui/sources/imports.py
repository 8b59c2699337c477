"""The reader's own collection: what was imported, kept as JSON, and the collection made from the bundle and all of it.

The JSON files are the truth. The collection can always be made again from them, and it is whenever the program brings
another bundle, or was stopped before it had made it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from .. import paths
from ..database.reader import Reader
from ..progress import Progress, no_progress
from ..records import Contents, Initiative, SpotlightError
from .corrections import Fields, read_corrections, with_corrections, write_corrections
from .freshness import UNFINISHED, is_fresh, made_from, mark
from .kept import Kept, as_held, next_path, read_kept, write_kept, write_whole
from .merging import Brought, Merged, merge
from .rewriting import Rewriting, rewriting
from .signposts import left_over

WAIT = 60.0
"""Seconds that one import waits for another."""


class Imports:
    """The folder of the reader's own collection."""

    def __init__(self, folder: Path, bundle: Path) -> None:
        self.database = folder / "collection.db"
        self.folder = folder
        self._files = folder / "imports"
        self._corrections = folder / "corrections.json"
        self._bundle = bundle

    @classmethod
    def of_reader(cls) -> Imports:
        """Those in the place where the platform keeps user data."""
        return cls(paths.user_data(), paths.bundled_database())

    # Reading

    @property
    def in_use(self) -> Path:
        """The database that holds it all: the bundle, where nothing was imported."""
        return self.database if self.database.exists() else self._bundle

    def kept(self) -> list[Kept]:
        """The imports, oldest first.

        Raises:
            SpotlightError: one of the files cannot be read.
        """
        return [read_kept(path) for path in sorted(self._files.glob("*.json"))]

    def corrections(self) -> Mapping[str, Fields]:
        """What the reader corrected, by the initiatives' ids."""
        return read_corrections(self._corrections)

    def contents(self) -> Contents:
        """The bundle with all imports and corrections laid upon it."""
        if is_fresh(self.folder, self._bundle):
            return _read(self.in_use)
        return self._finished(self._folded(self.kept()))

    def preview(self, documents: Sequence[Brought], progress: Progress = no_progress) -> Merged:
        """What adding these would change; nothing is written."""
        before = self._before()
        merged = merge(before, documents, progress)
        return replace(merged, contents=self._finished(merged.contents))

    def _before(self) -> Contents:
        """What is there, as the pages have it: by their own words a page is compared with what was imported of it."""
        return self._folded(self.kept()) if self.corrections() else self.contents()

    def _folded(self, kept: Iterable[Kept]) -> Contents:
        contents = _read(self._bundle)
        for each in kept:
            contents = merge(contents, [each.brought]).contents
        return contents

    def _finished(self, contents: Contents) -> Contents:
        """With the reader's corrections, and without the signposts to what is there now."""
        corrections = self.corrections()
        if corrections:
            # Laying nothing upon it gives a corrected category or authority its place in the tables.
            contents = merge(with_corrections(contents, corrections), []).contents
        return replace(contents, signposts=left_over(_read(self._bundle), contents.initiatives))

    # Writing

    def add(
        self,
        documents: Sequence[Brought],
        at: str,
        origin: Sequence[str],
        corrections: Mapping[str, Fields] | None = None,
        progress: Progress = no_progress,
    ) -> Merged:
        """Keep an import and make the collection anew; nothing is kept of one that changes nothing.

        Args:
            documents: what was read.
            at: when, ISO with date, time and zone.
            origin: names of files, addresses, for the reader.
            corrections: what the reader corrected in it, by the ids that a preview gave.
            progress: told how far it is; where it raises, all stays as it was.

        Raises:
            SpotlightError: it cannot be written, or another import does not end.
        """
        documents = [replace(document, at=at) for document in documents]
        with self._alone(progress), rewriting() as files:
            before = self._before()
            merged = merge(before, documents, progress)
            changed = any(change.kind != "unchanged" for change in merged.changes)
            if changed or corrections:
                self._begin(files)
            if corrections:
                self._correct(files, corrections)
            if changed:
                progress("Keeping what was read", 0, 0)
                self._files.mkdir(parents=True, exist_ok=True)
                contents = as_held(documents, merged.changes, {category.id for category in before.categories})
                self._keep(files, Kept(next_path(self._files, at), at, tuple(origin), contents))
            if changed or corrections:
                self._make(files, self._finished(merged.contents), progress)
            return merged

    def undo(self, progress: Progress = no_progress) -> Kept | None:
        """Take the last import back; tells which it was, None where there is none.

        What the reader corrected in initiatives that are gone with it goes too.
        """
        with self._alone(progress), rewriting() as files:
            kept = self.kept()
            if not kept:
                return None
            self._begin(files)
            files.about_to_change(kept[-1].path)
            kept[-1].path.unlink()
            contents = self._folded(kept[:-1])
            there = {initiative.id for initiative in contents.initiatives}
            corrections = {id_: fields for id_, fields in self.corrections().items() if id_ in there}
            self._write_corrections(files, corrections)
            self._make(files, self._finished(contents), progress)
            return kept[-1]

    def remove(self, *ids: str, progress: Progress = no_progress) -> list[Initiative]:
        """Take imported initiatives out of every import that has them.

        Raises:
            SpotlightError: there is none with one of these ids, or it came with the program; none is removed then.
        """
        with self._alone(progress), rewriting() as files:
            initiatives = [self._imported(id_, "removed") for id_ in ids]
            self._begin(files)
            contents = _read(self._bundle)
            for kept in self.kept():
                merged = merge(contents, [kept.brought])
                pairs = zip(kept.contents.initiatives, merged.changes, strict=True)
                left = tuple(each for each, change in pairs if change.id not in ids)
                if len(left) < len(kept.contents.initiatives):
                    self._keep(files, replace(kept, contents=replace(kept.contents, initiatives=left)))
                contents = merged.contents
            corrections = {id_: fields for id_, fields in self.corrections().items() if id_ not in ids}
            self._write_corrections(files, corrections)
            self._make(files, self._finished(self._folded(self.kept())), progress)
            return initiatives

    def correct(self, id_: str, fields: Fields, progress: Progress = no_progress) -> Initiative:
        """Correct fields of an imported initiative; gives it as it is now.

        Args:
            fields: in the shape of the JSON; those that were corrected before and are not named stay so.

        Raises:
            SpotlightError: there is none with this id, or it came with the program.
        """
        with self._alone(progress), rewriting() as files:
            self._imported(id_, "edited")
            self._begin(files)
            self._correct(files, {id_: fields})
            contents = self._finished(self._folded(self.kept()))
            self._make(files, contents, progress)
            return next(initiative for initiative in contents.initiatives if initiative.id == id_)

    def rebuild(self, progress: Progress = no_progress) -> None:
        """Make the collection anew from the bundle and the imports, if that is needed."""
        with self._alone(progress), rewriting() as files:
            if not is_fresh(self.folder, self._bundle):  # another may have done it while this one waited
                self._make(files, self._finished(self._folded(self.kept())), progress)

    def _imported(self, id_: str, done: str) -> Initiative:
        for initiative in self.contents().initiatives:
            if initiative.id == id_ and initiative.origin == "imported":
                return initiative
            if initiative.id == id_:
                raise SpotlightError(f"{id_!r} came with the program and stays; only what was imported can be {done}.")
        raise SpotlightError(f"There is no initiative {id_!r}: `spotlight-tui list` shows the ids there are.")

    # What is written. Until all of it is, the mark says that it is not, so that a collection that was left half done
    # is made anew when it is next opened.

    def _begin(self, files: Rewriting) -> None:
        files.about_to_change(mark(self.folder))
        write_whole(mark(self.folder), UNFINISHED)

    def _keep(self, files: Rewriting, kept: Kept) -> None:
        files.about_to_change(kept.path)
        if kept.contents.initiatives:
            write_kept(kept)
        else:
            kept.path.unlink()

    def _correct(self, files: Rewriting, corrections: Mapping[str, Fields]) -> None:
        """Lay corrections upon those there are, field by field."""
        all_ = dict(self.corrections())
        for id_, fields in corrections.items():
            all_[id_] = {**all_.get(id_, {}), **fields}
        self._write_corrections(files, all_)

    def _write_corrections(self, files: Rewriting, corrections: Mapping[str, Fields]) -> None:
        files.about_to_change(self._corrections)
        write_corrections(self._corrections, corrections)

    def _make(self, files: Rewriting, contents: Contents, progress: Progress) -> None:
        from ..database.writer import write  # only an import writes a database

        if any(self._files.glob("*.json")):
            write(contents, self.database, progress)
            files.done = True
            write_whole(mark(self.folder), made_from(self.folder, self._bundle))
        else:
            # Nothing imported: the bundle is the collection, and a file that is put there later is the reader's.
            self.database.unlink(missing_ok=True)
            files.done = True
            mark(self.folder).unlink(missing_ok=True)

    def _tidy(self) -> None:
        """Take away what an import that was killed had begun to write."""
        for pattern in (f".{self.database.name}.*", ".*.part", "imports/.*.part"):
            for path in self.folder.glob(pattern):
                path.unlink(missing_ok=True)

    @contextmanager
    def _alone(self, progress: Progress) -> Iterator[None]:
        """One import at a time: another waits, and can be stopped while it does."""
        from filelock import FileLock, Timeout

        def stopped() -> bool:
            progress("Waiting for another import to end", 0, 0)
            return False

        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            lock = FileLock(self.folder / "import.lock", timeout=WAIT)
            with lock.acquire(poll_interval=0.1, cancel_check=stopped):
                self._tidy()
                yield
        except Timeout as error:
            raise SpotlightError("Another import is under way: try again when it has ended.") from error
        except PermissionError as error:
            raise SpotlightError(
                f"{self.folder} cannot be written: close other windows of spotlight-tui, or check whose folder it is."
            ) from error
        except OSError as error:
            raise SpotlightError(
                f"{self.folder} cannot be written ({error.strerror or error}): make room there, and try again."
            ) from error


def _read(path: Path) -> Contents:
    reader = Reader(path)
    try:
        return reader.contents()
    finally:
        reader.close()
