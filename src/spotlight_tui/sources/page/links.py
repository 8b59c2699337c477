"""What a submission points to: web addresses in its text, links of the page, titles whose address was lost."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from ...records import Link
from ...text import one_line
from ..lines import TextLine
from .labels import label_of

_VIDEO = re.compile(r"youtu\.?be|vimeo\.com|/video|\.mp4\b", re.I)
_VIDEO_TITLE = re.compile(r"(?:video|film|watch|webinar)\b", re.I)
_WITH_SITE = re.compile(r"\s[–—|]\s")
_NO_TITLE = re.compile(r"pages?\s+\d|source\s*:", re.I)
_NO_TITLE_END = (".", "!", "?", ";", ":", "”")
_PLAIN_LABEL = re.compile(r"https?://|\W*$|(?:click )?here\W*$|read (?:more|less)|link\W*$", re.I)
_AFTER_URL = " \t\"'<>“”‘’)]}"
_END = ".,;:!?)]}’”'\""
_LONGEST_URL = 2000
_LONGEST_LINE = 20_000
"""Characters of a line that addresses are looked for in."""
_LONGEST_TITLE = 250
_MOST = 500


def read(lines: Sequence[TextLine]) -> tuple[tuple[Link, ...], tuple[Link, ...]]:
    """The links and the videos of a submission, from all its lines."""
    links: dict[str, Link] = {}
    for line in lines:
        written = list(addresses(line.text))
        for link in (*line.links, *map(_bare, written)):
            if link.url and _is_web(link.url) and len(links) < _MOST:
                links.setdefault(link.url, _named(link, line.text if len(written) < 2 else ""))
    lost = [Link(title) for title in _lost(lines)]
    found = [*links.values(), *lost]
    return (
        tuple(link for link in found if not _is_video(link)),
        tuple(link for link in found if _is_video(link)),
    )


def addresses(text: str) -> Iterable[str]:
    """The web addresses that stand in a text."""
    text = text[:_LONGEST_LINE]
    start = text.find("http")
    while start >= 0:
        end = start
        if text.startswith(("http://", "https://"), start):
            limit = min(len(text), start + _LONGEST_URL)
            while end < limit and text[end] not in _AFTER_URL:
                end += 1
            url = text[start:end].rstrip(_END)
            if len(url) > len("https://x"):
                yield url
        start = text.find("http", max(end, start + 4))


def _is_web(url: str) -> bool:
    return url.lower().startswith(("http://", "https://")) and url.isprintable() and " " not in url


def _bare(url: str) -> Link:
    return Link(url, url)


def _named(link: Link, text: str) -> Link:
    """A link with a label that says something: its own, else the line it stands on, else its address."""
    if link.label and not _PLAIN_LABEL.match(link.label):
        return Link(one_line(link.label), link.url)
    label = text if text and len(text) <= _LONGEST_TITLE and not _PLAIN_LABEL.match(text) else link.url or ""
    return Link(label, link.url)


def _is_video(link: Link) -> bool:
    return _VIDEO_TITLE.match(link.label) is not None or (link.url is not None and _VIDEO.search(link.url) is not None)


def _lost(lines: Sequence[TextLine]) -> list[str]:
    """Titles whose address the page has lost: the last lines, or those under Supporting Information."""
    filled = [line for line in lines if line.text]
    supporting = next((i for i, line in enumerate(filled) if _is_supporting(line)), len(filled))
    below = filled[supporting + 1 :]
    if below and all(_is_short(line) for line in below):
        return [line.text for line in below if not (line.links or _NO_TITLE.match(line.text))]
    titles: list[str] = []
    for line in reversed(filled):
        if _is_supporting(line) or not _is_title(line) or len(titles) == _MOST:
            break
        if not line.links:
            titles.append(line.text)
    return titles[::-1]


def _is_supporting(line: TextLine) -> bool:
    label = label_of(line.text)
    return label is not None and label[0] == "supporting"


def _is_short(line: TextLine) -> bool:
    """Whether a line is no sentence and quotes nobody, and so may be the title of something elsewhere."""
    text = line.text
    return (
        len(text) <= _LONGEST_TITLE and not text.endswith(_NO_TITLE_END) and "“" not in text and text[0] not in "\"‘'"
    )


def _is_title(line: TextLine) -> bool:
    """Whether a line is nothing but the title of something elsewhere: with its site behind a dash, or of a film."""
    text = line.text
    if not _is_short(line) or _NO_TITLE.match(text):
        return False
    if any(link.label == text for link in line.links):
        return True
    if _VIDEO_TITLE.match(text):
        return True
    return _WITH_SITE.search(text) is not None and not (line.bullet or text[-1].isdigit() or text.endswith(")"))
