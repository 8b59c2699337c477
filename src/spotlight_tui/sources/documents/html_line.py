"""What is gathered of a web page between two breaks, and becomes a line."""

from __future__ import annotations

import re
from urllib.parse import urldefrag

from ...records import Link
from .common import Draft, tidy, web_address

_BOLD_STYLE = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.I)


class HtmlLine:
    """Text with what holds for it: bold, links, heading, item of a list."""

    def __init__(self) -> None:
        self.heading = 0
        self.item = False
        self._pieces: list[tuple[str, bool, int]] = []
        self._bold = 0
        self._spans: list[bool] = []
        self._links: list[str] = [""]
        self._link = 0
        self._skipping = False

    def write(self, text: str) -> None:
        if not self._skipping:
            self._pieces.append((text, self._bold > 0, self._link))

    def begin(self, tag: str, attributes: dict[str, str]) -> None:
        if tag == "a":
            self._begin_link(attributes)
        elif tag in ("b", "strong"):
            self._bold += 1
        elif tag == "span":
            self._spans.append(bool(_BOLD_STYLE.search(attributes.get("style", "")[:1000])))
            self._bold += self._spans[-1]
        elif tag == "img" and self._link:
            self.write(attributes.get("alt", ""))

    def end(self, tag: str) -> None:
        if tag == "a":
            self._link, self._skipping = 0, False
        elif tag in ("b", "strong"):
            self._bold = max(0, self._bold - 1)
        elif tag == "span" and self._spans:
            self._bold = max(0, self._bold - self._spans.pop())

    def taken(self, place: int, base: str | None, address: str | None) -> Draft | None:
        """The line that ends here, if it has text.

        Args:
            base: what its links are relative to.
            address: of the page, links to which are none.
        """
        pieces, self._pieces = self._pieces, []
        written = [bold for text, bold, _ in pieces if text and not text.isspace()]
        if not written:
            return None
        item, self.item = self.item, False
        text = "".join(text for text, _, _ in pieces)
        return Draft(text, self.heading, item, all(written), self._found(pieces, base, address), place)

    def _found(self, pieces: list[tuple[str, bool, int]], base: str | None, address: str | None) -> tuple[Link, ...]:
        labels: dict[int, str] = {}
        for text, _, link in pieces:
            if link:
                labels[link] = labels.get(link, "") + text
        links = ((tidy(label), web_address(self._links[link], base)) for link, label in labels.items())
        return tuple(Link(label, url) for label, url in links if label and url and urldefrag(url)[0] != address)

    def _begin_link(self, attributes: dict[str, str]) -> None:
        href = attributes.get("href", "")
        self._skipping = "#" in href and "skip" in attributes.get("class", "")
        self._link = 0
        if href and not href.startswith("#"):
            self._links.append(href)
            self._link = len(self._links) - 1
