"""The passage of a record that answers a query, cut at word boundaries, the words found marked."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from ..text import Finder, join_neighbours

_BULLET = re.compile(r"^- ", re.M)
_LEAD = re.compile(r"(?<!\S)\S+\s+\S+\s+$")
"""The two words shown before the first word found."""
WIDTH = 160
"""Characters of an excerpt, about."""

Place = tuple[int, int, str]


def plain(markdown: str) -> str:
    """The text of an account's paragraph without its bullets and bold marks, in one line."""
    if "\n" not in markdown and "**" not in markdown:
        return markdown
    return " ".join(_BULLET.sub("", markdown.replace("**", "")).split())


class Excerpts:
    """Makes the excerpts of one answer."""

    def __init__(self, weights: Mapping[str, float]) -> None:
        """Args:
        weights: the words to find, folded, with how much each tells.
        """
        self._weights = weights
        self._finder = Finder(weights)

    def best(self, passages: Iterable[tuple[str, str]]) -> tuple[str, str]:
        """The field and the text of the best window over all passages, the words found between ** and **.

        Args:
            passages: field and text; of two windows as good the earlier is taken.
        """
        best: tuple[float, str, str, list[Place]] | None = None
        first: tuple[str, str] | None = None
        for field, markdown in passages:
            text = plain(markdown)
            first = first or (field, text)
            score, places = self._densest(self._finder.places(text))
            if score and (best is None or score > best[0] + 1e-9):
                best = (score, field, text, places)
        if best is None:
            return (first[0], _cut(first[1])) if first else ("title", "")
        return best[1], self._marked(best[2], best[3][0][0])

    def _densest(self, places: list[Place]) -> tuple[float, list[Place]]:
        """The weight of the best window, and its words. A word counts once in a window."""
        best, window = 0.0, places
        for at, (begin, _, _) in enumerate(places):
            inside = [place for place in places[at:] if place[1] - begin <= WIDTH * 0.8]
            score = sum(self._weights[word] for word in {word for _, _, word in inside})
            if score > best + 1e-9:
                best, window = score, places[at:]
        return best, window

    def _marked(self, text: str, found: int) -> str:
        """The window that begins shortly before the word at a place of the text."""
        lead = _LEAD.search(text, 0, found)
        begin = lead.start() if lead and len(text) > WIDTH else 0
        end = len(text)
        if end - begin > WIDTH:
            space = text.rfind(" ", begin, begin + WIDTH)
            end = space if space > found else begin + WIDTH
        shown = text[begin:end]
        out, at = [], 0
        for start, stop in join_neighbours(shown, [(start, stop) for start, stop, _ in self._finder.places(shown)]):
            out += [shown[at:start], "**", shown[start:stop], "**"]
            at = stop
        return ("…" if begin else "") + "".join(out) + shown[at:] + ("…" if end < len(text) else "")


def _cut(text: str) -> str:
    return text if len(text) <= WIDTH else text[:WIDTH].rsplit(" ", 1)[0] + "…"
