"""What the branches of the tree hold: counted in a thread while one searches, looked up where a branch is opened."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from ...collection import Collection
from ...records import Listing

Path = tuple[str, ...]
"""Where a branch stands in the tree: `("categories", "workforce")`."""

KINDS = {"categories": "category", "authorities": "authority", "themes": "theme", "partners": "partner"}
"""The roots of the tree, and what stands under each."""


class Branches:
    """Counts and leaves of the branches: of all initiatives, or of those that a query found."""

    def __init__(self, collection: Collection, ids: Sequence[str] | None) -> None:
        """Args:
        collection: what is counted.
        ids: the initiatives found; None for all.
        """
        self.ids = ids
        self._collection = collection
        self._counts: dict[str, dict[str, int]] = {}
        self._leaves: dict[Path, list[Listing]] = {}

    def load(self, open_: Iterable[Path]) -> Iterator[None]:
        """Look everything up that is to be shown; between two steps it can be left off.

        Args:
            open_: the branches that are open.
        """
        for kind in KINDS.values():
            self.counts(kind)
            yield
        for path in open_:
            self.leaves(path)
            yield

    def counts(self, kind: str) -> dict[str, int]:
        """How many initiatives stand under each entry of a kind."""
        if kind not in self._counts:
            self._counts[kind] = self._collection.branch(kind, self.ids)
        return self._counts[kind]

    @property
    def related(self) -> int:
        """How many initiatives are related reading."""
        return self.counts("category").get("", 0)

    def leaves(self, path: Path) -> list[Listing]:
        """The initiatives right under a branch; none where its own branches come first."""
        if path not in self._leaves:
            self._leaves[path] = self._listed(path)
        return self._leaves[path]

    def _listed(self, path: Path) -> list[Listing]:
        if path == ("related",):
            return self._collection.listings(category="related", ids=self.ids) if self.related else []
        if len(path) != 2 or not self.counts(KINDS[path[0]]).get(path[1]):
            return []
        kind, key = KINDS[path[0]], path[1]
        return self._collection.listings(ids=self.ids, **{kind: key})
