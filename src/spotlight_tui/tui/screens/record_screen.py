"""A screen that shows one record at a time: the page itself, and its quotations and figures beside it."""

from __future__ import annotations

from textual.containers import Vertical
from textual.content import Content
from textual.getters import query_one
from textual.screen import Screen

from ...collection import Collection
from ...records import Category, Initiative, SpotlightError
from ...text import one_line
from ..present.detail import DetailPage, category_lines, signpost_lines
from ..present.figures import figure_lines
from ..present.flow import NONE, Words, best_of
from ..present.lists import names
from ..present.quotes import quote_lines
from ..widgets.key_line import KeyLine
from ..widgets.page import Layout, Page

ASIDE_FROM = 120
"""Columns from which quotations and figures have panes of their own."""
AIRY_FROM = 30
"""Rows from which there are blank lines between things."""


class RecordScreen(Screen[None]):
    """Shows initiatives, and what is known of a category or a signpost."""

    detail = query_one("#detail", Page)
    quotes = query_one("#quotes", Page)
    figures = query_one("#figures", Page)
    aside = query_one("#aside", Vertical)
    key_line = query_one(KeyLine)

    def __init__(self, collection: Collection, classes: str | None = None) -> None:
        super().__init__(classes=classes)
        self.collection = collection
        self.initiative: Initiative | None = None
        self.address: str | None = None
        """The web page of what is shown."""
        self.shown = True
        """Whether the record is shown at all; where nothing was found, nothing is."""
        self.category_shown: Category | None = None
        """The category whose page is shown, or that of the signpost that is."""
        self.words: Words = NONE
        """What a search found: lit up wherever it stands."""
        self._laid_out_for: tuple[bool, bool] | None = None

    def offer_keys(self) -> None:
        """Another thing is shown: other keys may do something now."""

    @property
    def can_import(self) -> bool:
        """Whether what is shown can be brought in from here."""
        return False

    @property
    def room(self) -> tuple[bool, bool]:
        """Whether the terminal has room for panes beside the page, and for blank rows."""
        width, height = self.app.size
        return width >= ASIDE_FROM, height >= AIRY_FROM

    def fit(self) -> None:
        """Lay the record out again where the terminal has other room now, and stay at its place."""
        if self.initiative and self._laid_out_for != self.room:
            self.show(self.initiative, keep_place=True)

    def follow(self, kind: str, key: str) -> None:
        """Show what a cursor stands on; a branch of the tree leaves what is shown."""
        try:
            if kind == "initiative":
                if self.initiative is None or self.initiative.id != key:
                    self.show(self.collection.initiative(key))
            elif kind == "category":
                self._show_category(key)
            elif kind == "signpost":
                self._show_signpost(key)
        except SpotlightError as error:
            self.key_line.tell("Cannot be shown", str(error), good=False)

    def show(self, initiative: Initiative, keep_place: bool = False) -> None:
        """Show a record from its beginning, or the same one where it stood."""
        self.initiative, self.shown = initiative, True
        self.address, self.category_shown = initiative.source.url, None
        self._laid_out_for = beside, airy = self.room
        collection, words = self.collection, self.words
        category = self._category(initiative.category)
        self._title(f"{names(initiative.authorities)} · {category.short_name if category else 'Related reading'}")
        self.detail.show(
            lambda width: DetailPage(
                initiative,
                width,
                words,
                collection.acronyms,
                collection.themes,
                collection.categories,
                airy,
                collection.import_of(initiative.id),
            ).lines(with_aside=not beside),
            keep_place,
        )
        for page, name, made in (
            (self.quotes, "Quotes", initiative.quotes),
            (self.figures, "Figures", initiative.figures),
        ):
            page.set_class(not made, "-empty")
            page.border_title = f" {name} {len(made)} "
        said = best_of((f"{quote.text} {quote.speaker}" for quote in initiative.quotes), words)
        counted = best_of((f"{figure.label} {figure.value}" for figure in initiative.figures), words)
        self.quotes.show(lambda width: quote_lines(initiative.quotes, width, words), keep_place, said)
        self.figures.show(lambda width: figure_lines(initiative.figures, width, words), keep_place, counted)
        self.aside.display = beside and bool(initiative.quotes or initiative.figures)
        self.offer_keys()

    def _title(self, title: str) -> None:
        self.detail.border_title = Content(f" {one_line(title)} ")

    def _show_other(self, title: str, address: str | None, category: Category | None, layout: Layout) -> None:
        """Show a page that is no initiative."""
        self.initiative, self.shown = None, True
        self.address, self.category_shown = address, category
        self._title(title)
        self.detail.show(layout)
        self.aside.display = False
        self.offer_keys()

    def _category(self, id_: str | None) -> Category | None:
        return next((category for category in self.collection.categories if category.id == id_), None)

    def _show_category(self, id_: str) -> None:
        category = self._category(id_)
        if category is None:
            return
        signposts = [s for s in self.collection.signposts if s.category == id_]
        self._show_other(
            category.short_name,
            category.source_url,
            category,
            lambda width: category_lines(category, signposts, width, self.can_import),
        )

    def _show_signpost(self, id_: str) -> None:
        signpost = next((s for s in self.collection.signposts if s.id == id_), None)
        if signpost is None:
            return
        category = self._category(signpost.category)
        title = f"{names(signpost.authorities)} · {category.short_name if category else signpost.category}"
        self._show_other(
            title, signpost.url, category, lambda width: signpost_lines(signpost, category, width, self.can_import)
        )
