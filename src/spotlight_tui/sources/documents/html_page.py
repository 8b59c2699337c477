"""Follows a web page tag by tag; nothing is looked for backwards, so that nesting costs nothing."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from urllib.parse import urlsplit

from ...records import Link
from .common import SAVE_AGAIN, Clock, Draft, Lines, Unreadable, tidy, web_address
from .furniture import AROUND, OF_THE_PAGE, place_of
from .html_line import HtmlLine
from .html_tags import BREAKS, ENDS_HEADING, HEADINGS, NESTING, UNSEEN

MOST_STEPS = 300_000
"""Tags, comments and pieces of text; a page has some ten thousand."""
LONG_TAGS = (4096, 65_536, 500_000)
"""Characters of one tag, tried one after the other: the library needs 150 bytes for each."""

_SAVED_FROM = re.compile(r"\s*saved from url=\(\d{4}\)(\S+)")
_VIDEO = re.compile(r"(?:^|\.)(?:youtube(?:-nocookie)?\.com|youtu\.be|vimeo\.com)$")


class Page(HTMLParser):
    """Fill with `feed`, then `close` and `end_line`."""

    def __init__(self, clock: Clock, address: str | None) -> None:
        super().__init__(convert_charrefs=True)
        self.address = address
        self.title: str | None = None
        self.lines = Lines(clock)
        self._clock = clock
        self._steps = 0
        self._base: str | None = None
        self._open: list[tuple[str, int, bool]] = []
        self._counts: dict[str, int] = {}
        self._unseen = 0
        self._place, self._inside = OF_THE_PAGE, False
        self._line = HtmlLine()
        self._titling = False
        self._titles = 0
        self._pre = 0

    def parse_starttag(self, i: int) -> int:
        """As the library does it, but on a part of the text, for the memory's sake."""
        whole = self.rawdata
        for longest in LONG_TAGS:
            self.rawdata = whole[i : i + longest]
            try:
                end = super().parse_starttag(0)
            finally:
                self.rawdata = whole
            if end >= 0 or i + longest >= len(whole):
                return i + end if end >= 0 else end
        raise Unreadable(f"has a tag that does not end; {SAVE_AGAIN}")

    def parse_marked_section(self, i: int, report: int = 1) -> int:
        """Word's `<![if …]>` is passed over like any comment; the library's own way stops at what it does not know."""
        end = self.rawdata.find(">", i)
        return -1 if end < 0 else end + 1

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._step()
        self._titling = False
        if tag in BREAKS:
            self.end_line()
        if tag in ENDS_HEADING:
            self._line.heading = 0
        attributes = {name: value or "" for name, value in reversed(attrs)}
        if tag in NESTING:
            self._enter(tag, attributes)
        if tag == "iframe" and self._unseen == 1:
            self._add_video(attributes)
        if self._unseen:
            return
        self._line.begin(tag, attributes)
        if tag in HEADINGS:
            self._line.heading = HEADINGS[tag]
        elif tag == "li":
            self._line.item = True
        elif tag in ("table", "tr", "td", "th"):
            self._begin_cells(tag)
        elif tag == "pre":
            self._pre += 1
        elif tag == "title":
            self._titling = True
            self._titles += 1
        elif tag in ("base", "link", "meta"):
            self._read_head(tag, attributes)

    def handle_endtag(self, tag: str) -> None:
        self._step()
        if tag in BREAKS:
            self.end_line()
        if self._counts.get(tag):
            self._leave(tag)
        self._line.end(tag)
        if tag in HEADINGS:
            self._line.heading = 0
        elif tag in ("li", "ul", "ol"):
            self._line.item = False
        elif tag in ("tr", "table"):
            self.lines.end_row()
        elif tag == "pre":
            self._pre = max(0, self._pre - 1)
        elif tag == "title":
            self._titling = False

    def handle_data(self, data: str) -> None:
        self._step()
        if self._titling and self._titles == 1:
            self.title = (self.title or "") + data
        elif self._titling or self._unseen:
            return
        elif self._pre:
            for count, line in enumerate(data.split("\n")):
                if count:
                    self.end_line()
                self._line.write(line)
        else:
            self._line.write(data)

    def handle_comment(self, data: str) -> None:
        self._step()
        saved = _SAVED_FROM.match(data[:3000])
        if saved:
            self._found_address(saved[1])

    def handle_decl(self, decl: str) -> None:
        self._step()

    def handle_pi(self, data: str) -> None:
        self._step()

    def end_line(self) -> None:
        """What was gathered since the last break becomes a line."""
        draft = self._line.taken(self._place_of_line(), self._base or self.address, self.address)
        if draft:
            self.lines.add(draft)

    def _place_of_line(self) -> int:
        """The page's own title often stands in the header of the site."""
        if self._line.heading != 1 or self._place != AROUND:
            return self._place
        return AROUND if any(self._counts.get(tag) for tag in ("nav", "footer", "dialog")) else OF_THE_PAGE

    def _step(self) -> None:
        self._steps += 1
        self._clock.check()
        if self._steps > MOST_STEPS:
            raise Unreadable(f"has more tags than a web page could; {SAVE_AGAIN}")

    def _enter(self, tag: str, attributes: dict[str, str]) -> None:
        self._open.append((tag, self._place, self._inside))
        self._counts[tag] = self._counts.get(tag, 0) + 1
        self._unseen += tag in UNSEEN
        self._place, self._inside = place_of(tag, attributes, self._place, self._inside)

    def _leave(self, tag: str) -> None:
        """As a browser does: whatever was left open inside ends too."""
        left = ""
        while left != tag:
            left, self._place, self._inside = self._open.pop()
            self._counts[left] -= 1
            self._unseen -= left in UNSEEN

    def _begin_cells(self, tag: str) -> None:
        if tag == "table":
            self.lines.end_row(joined=False)
        elif tag == "tr":
            self.lines.begin_row()
        else:
            self.lines.begin_cell()

    def _read_head(self, tag: str, attributes: dict[str, str]) -> None:
        if tag == "base":
            self._base = self._base or web_address(attributes.get("href", ""), self.address)
        elif tag == "link" and "canonical" in attributes.get("rel", "").lower().split():
            self._found_address(attributes.get("href", ""))
        elif tag == "meta" and attributes.get("property", "").lower() == "og:url":
            self._found_address(attributes.get("content", ""))

    def _found_address(self, written: str) -> None:
        self.address = self.address or web_address(written)

    def _add_video(self, attributes: dict[str, str]) -> None:
        url = web_address(attributes.get("src", ""), self._base or self.address)
        if url and _VIDEO.search(urlsplit(url).hostname or ""):
            label = tidy(attributes.get("title", "")) or url
            self.lines.add(Draft(label, links=(Link(label, url),), furniture=self._place))
