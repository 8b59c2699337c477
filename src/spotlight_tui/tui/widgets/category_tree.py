"""The tree to browse by: categories, authorities, themes, partners, related reading."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual.content import Content

from ...collection import Collection
from ...records import Listing, Signpost
from ..messages import Chosen, Highlighted
from ..present.lists import branch_row, initiative_row, signpost_row
from .branches import KINDS, Branches
from .rows import Rows

_ROOTS = (
    ("categories", "Categories"),
    ("authorities", "Authorities"),
    ("themes", "Themes"),
    ("partners", "Partners"),
    ("related", "Related reading"),
)


@dataclass(frozen=True, slots=True)
class Node:
    """A row of the tree."""

    kind: str
    """root, category, authority, theme, partner, initiative or signpost."""
    key: str
    path: tuple[str, ...]
    """Where it stands; tells whether it is open."""
    label: str
    count: int | None = None
    """How many initiatives it holds, of those the query found; None for what holds none."""
    opens: bool = False
    author: str = ""
    """The authority in short, before an initiative's title."""

    @property
    def depth(self) -> int:
        return len(self.path) - 1


class CategoryTree(Rows):
    """Branches load their leaves when they are opened; counts follow the query."""

    def __init__(self, collection: Collection, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._collection = collection
        self._open: set[tuple[str, ...]] = {("categories",), ("categories", "workforce")}
        self._all = self._held = Branches(collection, None)
        self._shown: list[Node] = []
        self._short = {a.name: min((*a.aliases, a.name), key=len) for a in collection.authorities if a.serves}
        self._build()
        first = next((n for n, node in enumerate(self._shown) if node.kind == "initiative"), 0)
        self.cursor = first

    # Building

    def narrow(self, ids: Sequence[str] | None, held: Branches | None = None) -> None:
        """Count and show only these initiatives; None for all.

        Args:
            ids: the initiatives.
            held: what the branches hold of them, where that has been counted already.
        """
        if ids == self._held.ids:
            return
        here = self.node.path if self.node else ()
        self._held = self._all if ids is None else held or Branches(self._collection, ids)
        self._build()
        self._return_to(here)

    @property
    def _ids(self) -> Sequence[str] | None:
        """What a query found; None where none stands."""
        return self._held.ids

    def _return_to(self, path: tuple[str, ...]) -> None:
        paths = {node.path: n for n, node in enumerate(self._shown)}
        while path and path not in paths:
            path = path[:-1]
        self.cursor = paths.get(path, 0)
        self.rows_changed()

    def _build(self) -> None:
        self._shown = []
        for key, label in _ROOTS:
            self._root(key, label)

    def _root(self, key: str, label: str) -> None:
        held, path = self._held, (key,)
        if key == "related":
            self._shown.append(Node("root", key, path, label, held.related, bool(held.related)))
            if path in self._open:
                self._leaves(path, held.leaves(path), ())
            return
        kind = KINDS[key]
        children = self._children(kind, held.counts(kind))
        shown = len(children)
        if key != "categories" or held.ids is not None:
            shown = sum(1 for _, _, count in children if count)
        self._shown.append(Node("root", key, path, label, shown, True))
        if path not in self._open:
            return
        for child, name, count in children:
            below = (*path, child)
            signposts = self._signposts(kind, child) if held.ids is None else ()
            self._shown.append(Node(kind, child, below, name, count, bool(count or signposts)))
            if below in self._open:
                self._leaves(below, held.leaves(below), signposts)

    def _children(self, kind: str, counts: dict[str, int]) -> list[tuple[str, str, int]]:
        """Key, name and count of what stands under a root."""
        collection = self._collection
        if kind == "category":
            return [(c.id, c.short_name, counts.get(c.id, 0)) for c in collection.categories]
        if kind == "theme":
            named = [(t.id, t.name, counts.get(t.id, 0)) for t in collection.themes]
            return sorted((row for row in named if row[2] or self._ids is not None), key=lambda row: row[1])
        if kind == "authority" and self._ids is None:
            named_elsewhere = {name for signpost in collection.signposts for name in signpost.authorities}
            names = sorted({*counts, *named_elsewhere})
            return [(name, name, counts.get(name, 0)) for name in names]
        return [(name, name, count) for name, count in sorted(counts.items(), key=lambda row: row[0].casefold())]

    def _signposts(self, kind: str, key: str) -> Sequence[Signpost]:
        signposts = self._collection.signposts
        if kind == "category":
            return [signpost for signpost in signposts if signpost.category == key]
        if kind == "authority":
            return [signpost for signpost in signposts if key in signpost.authorities]
        return ()

    def _leaves(self, path: tuple[str, ...], listings: list[Listing], signposts: Sequence[Signpost]) -> None:
        for listing in listings:
            author = "" if path[0] == "authorities" else self._author(listing)
            self._shown.append(Node("initiative", listing.id, (*path, listing.id), listing.title, author=author))
        for signpost in signposts:
            author = "" if path[0] == "authorities" else " · ".join(signpost.authorities)
            title = signpost.title or next(
                (c.name for c in self._collection.categories if c.id == signpost.category), ""
            )
            self._shown.append(Node("signpost", signpost.id, (*path, f"signpost {signpost.id}"), title, author=author))

    def _author(self, listing: Listing) -> str:
        if not listing.authorities:
            return ""
        first = self._short.get(listing.authorities[0], listing.authorities[0])
        more = len(listing.authorities) - 1
        return f"{first} +{more}" if more else first

    # Rows

    @property
    def node(self) -> Node | None:
        """What the cursor stands on."""
        return self._shown[self.cursor] if self.cursor < len(self._shown) else None

    @property
    def ids(self) -> list[str]:
        """The initiatives in view beside the one under the cursor, in order."""
        if not self.node:
            return []
        parent = self.node.path[:-1]
        return [n.key for n in self._shown if n.kind == "initiative" and n.path[:-1] == parent]

    @property
    def open_branches(self) -> frozenset[tuple[str, ...]]:
        """Where the open branches stand."""
        return frozenset(self._open)

    @open_branches.setter
    def open_branches(self, paths: frozenset[tuple[str, ...]]) -> None:
        if paths != self._open:
            here = self.node.path if self.node else ()
            self._open = set(paths)
            self._build()
            self._return_to(here)

    def go_to(self, id_: str) -> None:
        """Put the cursor on an initiative, if its branch is open."""
        parent = self.node.path[:-1] if self.node else ()
        places = [n for n, node in enumerate(self._shown) if node.kind == "initiative" and node.key == id_]
        near = [n for n in places if self._shown[n].path[:-1] == parent]
        if near or places:
            self.move_to((near or places)[0])

    def is_branch(self, index: int) -> bool:
        return self._shown[index].opens

    def row_count(self) -> int:
        return len(self._shown)

    def row(self, index: int, width: int) -> list[Content]:
        node = self._shown[index]
        if node.kind == "initiative":
            return [initiative_row(node.depth, node.author, node.label)]
        if node.kind == "signpost":
            return [signpost_row(node.depth, node.author, node.label)]
        is_root, is_open, filtered = node.kind == "root", node.path in self._open, self._ids is not None
        return [branch_row(width, node.depth, node.label, node.count or 0, is_root, node.opens, is_open, filtered)]

    # Keys

    def cursor_moved(self) -> None:
        if self.node:
            self.post_message(Highlighted(self.node.kind, self.node.key))

    def row_chosen(self) -> None:
        node = self.node
        if node is None:
            return
        if node.kind in ("initiative", "signpost"):
            self.post_message(Chosen(node.kind, node.key))
        elif node.kind == "category" and not node.count and self.click_opens:
            self.post_message(Chosen(node.kind, node.key))  # its page says more than its branch, and has no room beside
        elif node.opens:
            self.toggle(node)

    def toggle(self, node: Node) -> None:
        """Open or close a branch."""
        self._open ^= {node.path}
        self._build()
        self._return_to(node.path)
        below = sum(1 for other in self._shown if other.path[: len(node.path)] == node.path)
        last = self.cursor + min(below, self.size.height) - 1
        if last >= round(self.scroll_y) + self.size.height:
            self.scroll_to(y=last - self.size.height + 1, animate=False, immediate=True)

    def key_right(self) -> None:
        node = self.node
        if node and node.opens and node.path not in self._open:
            self.toggle(node)

    def key_left(self) -> None:
        node = self.node
        if node is None:
            return
        if node.path in self._open:
            self.toggle(node)
        elif node.depth:
            self._return_to(node.path[:-1])
            self.cursor_moved()
