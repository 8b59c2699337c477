"""An initiative, a category and a signpost as pages."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from textual.content import Content

from ...exports.cards import NOT_RATED, import_said
from ...records import HEADINGS, Acronym, Category, Contact, ImportNote, Initiative, Section, Signpost, Theme
from ...text import clean, one_line
from .acronyms import Explainer
from .figures import figure_lines
from .flow import CARD, HEADING, NONE, Line, Words, address, inline, lit, paragraphs, plain, wrap
from .importing import page_lines
from .lists import names
from .quotes import quote_lines

HUNG = 17
"""Cells of the margin in which headings hang where a page is wide."""
WIDE = 80


class DetailPage:
    """Lays one initiative out for a width."""

    def __init__(
        self,
        initiative: Initiative,
        width: int,
        words: Words = NONE,
        acronyms: Sequence[Acronym] = (),
        themes: Sequence[Theme] = (),
        categories: Sequence[Category] = (),
        airy: bool = True,
        imported: ImportNote | None = None,
    ) -> None:
        self.initiative = initiative
        self._imported = imported
        self._width = width
        self._words = words
        self._themes = {theme.id: theme.name for theme in themes}
        self._categories = {category.id: category.name for category in categories}
        self._explainer = Explainer(acronyms, initiative)
        self._airy = airy
        self._margin = HUNG if width >= WIDE else 0

    def lines(self, with_aside: bool) -> list[Line]:
        """The page; with quotations and figures after the account where they have no pane of their own."""
        lines = self._head() + self._contacts() + self._account()
        if with_aside:
            lines += self._aside()
        return lines + self._foot()

    def _body(self, content: Content, first: Content | str = "", hang: int = 0) -> list[Line]:
        """A paragraph beside the margin; `first` hangs `hang` cells before it."""
        margin = self._margin
        if hang:
            first = Content("").join([" " * margin, first])
        return [Line(line) for line in wrap(content, self._width, first, margin + hang)]

    def _gap(self) -> list[Line]:
        return [Line(Content(""))]

    def _head(self) -> list[Line]:
        title = [Line(line) for line in wrap(lit(self.initiative.title, self._words, "bold"), self._width)]
        if not self.initiative.summary:
            return title + self._gap()
        summary = self._explainer.explain(lit(self.initiative.summary, self._words))
        return (
            title
            + (self._gap() if self._airy else [])
            + [Line(line) for line in wrap(summary, self._width)]
            + self._gap()
        )

    def _contacts(self) -> list[Line]:
        lines: list[Line] = []
        for contact in self.initiative.contacts:
            lines += self._card(contact)
        if lines:
            keys = Content.assemble(
                ("c", "bold $accent"),
                (" copy card   ", "$muted"),
                ("e", "bold $accent"),
                (" address   ", "$muted"),
                ("m", "bold $accent"),
                (" write", "$muted"),
            )
            parts = ((2, 13, "copy-card"), (16, 25, "copy-address"), (28, 35, "write"))
            lines.append(Line(self._on_card(keys), surface=True, parts=parts))
            lines += self._gap()
        return lines

    def _on_card(self, content: Content) -> Content:
        return Content.assemble((CARD, "$river"), content)

    def _card(self, contact: Contact) -> list[Line]:
        width = min(self._width, 76) - 2
        rows = [(line, "copy-card") for line in lit(contact.name, self._words, "bold").wrap(width)]
        for text in (contact.role, contact.organisation, contact.phone):
            if text:
                rows += [(line, "copy-card") for line in lit(text, self._words).wrap(width)]
        if contact.email:
            rows += [(line, "copy-address") for line in address(contact.email, width, self._words)]
        return [Line(self._on_card(content), surface=True, action=action) for content, action in rows]

    def _heading(self, digit: str, name: str) -> Content:
        if digit:
            return Content.assemble((digit, "$faint"), " ", (name, "bold"))
        return Content.styled(name, "bold")

    def _account(self) -> list[Line]:
        """The account; of what was imported, the full text, in which the account's sections stand."""
        record = self.initiative
        if record.full_text and record.origin == "imported":
            return [*self._full_text(record.full_text), *self._gap()]
        lines: list[Line] = []
        for section in record.sections:
            digit = _digit(section)
            heading = self._heading(digit, one_line(section.heading))
            lines += self._titled(heading, self._text(paragraphs(section.body)), f"section-{digit}")
            lines += self._gap()
        if record.full_text:
            lines.append(Line(self._heading("", "Full text, as published"), anchor="full-text"))
            lines += [*self._gap(), *self._full_text(record.full_text), *self._gap()]
        return lines

    def _text(self, parts: Iterable[tuple[str, str]]) -> list[Line]:
        """Paragraphs and bullets."""
        lines: list[Line] = []
        for sign, text in parts:
            if lines and self._airy and not sign:
                lines += self._gap()
            content = self._explainer.explain(inline(text, self._words))
            lines += self._body(content, sign, 2) if sign else self._body(content)
        return lines

    def _full_text(self, markdown: str) -> list[Line]:
        """The text of a submission under its own headings; those of the account's sections can be jumped to."""
        starts = {text: section for section in self.initiative.sections for _, text in [*paragraphs(section.body)][:1]}
        lines: list[Line] = []
        for heading, parts in _under_headings(paragraphs(markdown)):
            body = self._text(parts)
            if not heading:
                lines += body
                continue
            section = starts.get(parts[0][1]) if parts else None
            digit = _digit(section) if section and self.initiative.origin == "imported" else ""
            if lines:
                lines += self._gap()
            title = [Line(line) for line in wrap(self._heading(digit, heading), self._width)]
            title[0] = Line(title[0].content, anchor=f"section-{digit}" if digit else None)
            lines += title + body
        return lines

    def _titled(self, heading: Content, body: list[Line], anchor: str) -> list[Line]:
        """A heading above its text, or hung in the margin beside its first line."""
        if not self._margin or not body:
            return [Line(heading, anchor=anchor), *body]
        first = body[0]
        text = first.content[self._margin :]
        hung = Content("").join([heading.pad_right(max(1, self._margin - heading.cell_length)), text])
        return [Line(hung, first.item, first.action, anchor=anchor), *body[1:]]

    def _aside(self) -> list[Line]:
        quotes, figures = self.initiative.quotes, self.initiative.figures
        lines: list[Line] = []
        if quotes:
            heading = Content.assemble(("Quotes ", "bold"), (str(len(quotes)), "$muted"))
            lines += [Line(heading), *quote_lines(quotes, self._width, self._words), *self._gap()]
        if figures:
            heading = Content.assemble(("Figures ", "bold"), (str(len(figures)), "$muted"))
            made = figure_lines(figures, self._width, self._words, len(quotes))
            lines += [Line(heading), *made, *self._gap()]
        return lines

    def _foot(self) -> list[Line]:
        record = self.initiative
        rows: list[tuple[str, str, str | None]] = []
        if record.team:
            rows.append(("Team", record.team, None))
        if record.partners:
            rows.append(("Partners", " · ".join(record.partners), "others"))
        if record.themes:
            rows.append(("Themes", " · ".join(self._themes.get(theme, theme) for theme in record.themes), "others"))
        if record.also_in:
            rows.append(("Also in", " · ".join(self._categories.get(id_, id_) for id_ in record.also_in), None))
        for label, links in (("Link", record.links), ("Video", record.videos)):
            rows += [(label, f"{link.label} {link.url or '(address not in the source)'}", None) for link in links]
        for note in record.notes:
            rows.append(("Note", note, None))
        source = record.source
        about = [source.publisher, source.title, source.published]
        if source.lines:
            about.append(f"lines {source.lines[0]}–{source.lines[1]}")
        if source.read_on:
            about.append(f"read on {source.read_on}")
        rows.append(("Source", ", ".join(text for text in about if text), "open-source"))
        if source.url:
            rows.append(("", source.url, "open-source"))
        if self._imported:
            rows.append(("Imported", import_said(self._imported, record), None))
        lines = []
        before = ""
        for label, text, action in rows:
            shown = label if label != before else ""
            before = label or before
            indent = max(self._margin, 10)
            content = lit(text, self._words, "$muted")
            made = wrap(content, self._width, Content.styled(shown, "$faint"), indent)
            lines += [Line(line, action=action) for line in made]
        return [*lines, Line(Content.styled(NOT_RATED, "$muted"))]


def _digit(section: Section) -> str:
    """The number of a section among the six; nothing for one that is none of them."""
    return str(HEADINGS.index(section.heading) + 1) if section.heading in HEADINGS else ""


Parts = list[tuple[str, str]]


def _under_headings(parts: Iterable[tuple[str, str]]) -> Iterable[tuple[str, Parts]]:
    """Each heading with what stands under it; nothing for the heading of what stands above the first."""
    heading: str = ""
    under: Parts = []
    for sign, text in parts:
        if sign == HEADING:
            if heading or under:
                yield heading, under
            heading, under = text, []
        else:
            under.append((sign, text))
    if heading or under:
        yield heading, under


def category_lines(
    category: Category, signposts: Sequence[Signpost], width: int, can_import: bool = False
) -> list[Line]:
    """What is known of a category: who checked it, what the collection holds, what its page names, how to import it."""
    lines = [Line(line) for line in wrap(plain(category.name, "bold"), width)]
    lines.append(Line(Content("")))
    if category.description:
        lines += [Line(line) for line in wrap(plain(category.description), width)]
        lines.append(Line(Content("")))
    if category.initiatives:
        held = f"{category.initiatives} in this collection: open the branch to read them."
    else:
        held = f"Nothing of category {category.number} is in this collection yet. Its page is on the web."
    lines += [Line(line) for line in wrap(Content(held), width)]
    lines.append(Line(Content("")))
    sponsor = wrap(plain(category.sponsor or "not known"), width, Content.styled("Sponsor", "$muted"), 10)
    lines += [Line(line) for line in sponsor]
    lines += page_lines(category.source_url, width, can_import, bool(category.initiatives))
    if signposts:
        lines += [Line(Content("")), Line(Content.styled("Named elsewhere, not in this collection", "bold"))]
        for signpost in signposts:
            about = Content.assemble((names(signpost.authorities), "italic $river"))
            if signpost.title:
                about = Content.assemble(about, "  ", (clean(signpost.title), "italic $faint"))
            lines += [Line(line) for line in wrap(about, width, Content.styled("□", "$faint"), 2)]
    return lines


def signpost_lines(signpost: Signpost, category: Category | None, width: int, can_import: bool = False) -> list[Line]:
    """What is known of work that a page names: where it stands, that it is not here, and how to import it."""
    number, name = (category.number, category.name) if category else ("?", signpost.category)
    title = signpost.title or f"Named under {name}"
    lines = [Line(line) for line in wrap(plain(title, "bold"), width)]
    lines.append(Line(Content("")))
    text = (
        f"The publisher's page for category {number}, {name}, names this work. Its submission is not"
        " in this collection, so there is no account, contact or figure here."
    )
    lines += [Line(line) for line in wrap(plain(text), width)]
    return lines + page_lines(signpost.url, width, can_import, False)
