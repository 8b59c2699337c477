"""One submission of a page as an initiative."""

from __future__ import annotations

from collections.abc import Sequence

from ...records import Category, Contact, Contents, Figure, Initiative, Quote, Source
from ...text import one_line
from ..lines import Document, TextLine
from . import account, contacts, figures, links, partners, quotations
from .doubts import Doubts, quoted
from .headings import AuthorityNames
from .identity import Ids
from .labels import part
from .submissions import Submission

_MOST_EXAMINED = 600_000
"""Characters of a page in which quotations and figures are looked for; a real page has a fifth of it."""
_MOST_ADDRESSES = 20
"""Links of one line of contacts."""
_Findings = tuple[tuple[Quote, ...], tuple[Figure, ...]]
_NO_TITLE = "Without a title"
_ENDS = (".", "!", "?", "…", ":", ";", ")", "”", "’", '"', "'")


class Reader:
    """Reads the submissions of one page, one after another."""

    def __init__(
        self, document: Document, known: Contents, names: AuthorityNames, category: Category | None, doubts: Doubts
    ) -> None:
        self._names = names
        self._category = category
        self._doubts = doubts
        self._ids = Ids()
        self._left = _MOST_EXAMINED
        self._measures = frozenset(measure.id for measure in known.measures)
        self._administrators = {c.email.casefold() for c in known.publisher.contacts if c.email}
        self._source = Source(
            publisher=known.publisher.name or None,
            title=one_line(document.title or "") or (f"Practice Spotlight: {category.name}" if category else None),
            url=one_line(document.address or "") or (category.source_url if category else None),
            document=one_line(document.name),
        )

    def read(self, passage: Submission) -> Initiative:
        """The initiative, with everything that the passage says in a field or in its full text."""
        parts = part(passage.lines, self._doubts)
        authorities = self._authorities(passage)
        people, rest = self._contacts(parts.fields["contact"])
        blocks = [account.Block("paragraph", line.text) for line in (*rest, *parts.stray) if line.text]
        blocks += account.blocks(parts.body, lambda text: bool(self._names.find(text)))
        summary, team = _joined(parts.fields["summary"]), _joined(parts.fields["team"])
        self._check_team(parts.fields["team"], team, authorities)
        self._check(passage, summary, parts.body, people)
        found, videos = links.read(passage.lines)
        titles = {link.label for link in (*found, *videos)}
        quotes, counted = self._findings(passage, summary, [block for block in blocks if block.text not in titles])
        return Initiative(
            id=self._ids.give(authorities[0] if authorities else "", passage.title),
            title=passage.title or passage.authorities or _NO_TITLE,
            authorities=authorities,
            category=self._category.id if self._category else None,
            summary=summary,
            sections=account.sections(blocks),
            contacts=people,
            team=team or None,
            partners=partners.read(parts.fields["partners"], self._warn_at(parts.fields["partners"])),
            quotes=quotes,
            figures=counted,
            links=found,
            videos=videos,
            full_text=account.markdown(blocks) or None,
            source=self._source_of(passage),
            origin="imported",
        )

    def _source_of(self, passage: Submission) -> Source:
        known = self._source
        lines = (passage.number, passage.last)
        return Source(known.publisher, known.title, known.url, None, None, known.document, lines)

    def _authorities(self, passage: Submission) -> tuple[str, ...]:
        if not passage.authorities:
            return ()
        found, unknown = self._names.read(passage.authorities)
        for name in unknown:
            self._doubts.add(passage.number, f"The authority {quoted(name)} is not known: it was kept as written.")
        return found

    def _contacts(self, lines: Sequence[TextLine]) -> tuple[tuple[Contact, ...], list[TextLine]]:
        """The contacts, without the page's administrators, and the lines that are none."""
        texts = [_with_addresses(line) for line in lines if line.text]
        people, rest = contacts.read(texts, lambda name: bool(self._names.find(name)), self._warn_at(lines))
        kept = tuple(c for c in people if not c.email or c.email.casefold() not in self._administrators)
        if len(kept) < len(people):
            rest = texts
            self._doubts.add(lines[0].number, "The page's administrator is named as the contact, and was left out.")
        return kept, [TextLine(lines[0].number, text) for text in rest]

    def _warn_at(self, lines: Sequence[TextLine]) -> contacts.Warn:
        number = lines[0].number if lines else 1
        return lambda message: self._doubts.add(number, message)

    def _findings(self, passage: Submission, summary: str, blocks: Sequence[account.Block]) -> _Findings:
        size = len(summary) + sum(len(block.text) for block in blocks)
        if size > self._left:
            self._doubts.add(passage.number, "This is too long to look for quotations and figures in it.")
            return (), ()
        self._left -= size
        quotes = quotations.read(summary, blocks, passage.title)
        return quotes, figures.read(summary, blocks, self._measures)

    def _check_team(self, lines: Sequence[TextLine], team: str, own: Sequence[str]) -> None:
        others = self._names.others_in(team, own)
        if others and own:
            self._doubts.add(
                lines[0].number, f"The team {quoted(team)} names {' and '.join(others)}: it was kept as published."
            )

    def _check(self, passage: Submission, summary: str, body: Sequence[TextLine], people: Sequence[Contact]) -> None:
        """Warn of what a submission should have and has not, and where the page was cut off."""
        last = next((line.text for line in reversed(body) if line.text), None)
        if not passage.title:
            self._doubts.add(passage.number, "The heading has no title.")
        if not summary and last is not None:
            self._doubts.add(passage.number, "The submission has no summary.")
        if not people and last is not None:
            self._doubts.add(passage.number, "The submission names no contact.")
        if last is None:
            self._doubts.add(passage.last, "The submission has no text under its fields: was the page cut off?")
        elif not passage.whole and not last.endswith(_ENDS):
            self._doubts.add(passage.last, "The page ends in the middle of a sentence: was it cut off?")
        elif not passage.whole:
            self._doubts.add(passage.last, "The page ends here without the publisher's foot: was it cut off?")


def _with_addresses(line: TextLine) -> str:
    """The text of a line of contacts, with the e-mail addresses that only its links hold."""
    text = line.text
    links = [link for link in line.links if link.url and link.url.lower().startswith("mailto:")][:_MOST_ADDRESSES]
    for link in links:
        address = (link.url or "")[len("mailto:") :].partition("?")[0].strip()
        if address and address.casefold() not in text.casefold():
            place = text.find(link.label) if link.label and len(links) > 1 else -1
            end = place + len(link.label) if place >= 0 else len(text)
            text = f"{text[:end]} {address}{text[end:]}"
    return text


def _joined(lines: Sequence[TextLine]) -> str:
    return " ".join(line.text for line in lines if line.text)
