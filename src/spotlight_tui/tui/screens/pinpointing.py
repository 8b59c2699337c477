"""A record opens where the passage stands that was found: its quotation, figure or contact."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...collection import Collection
from ...records import Initiative
from ...text import one_line
from ..present.flow import CARD
from ..widgets.page import Page
from .outgoing import OutgoingScreen

if TYPE_CHECKING:
    from ...search.results import Hit


class PinpointingScreen(OutgoingScreen):
    """Knows which part of a record was found."""

    def __init__(self, collection: Collection, classes: str | None = None) -> None:
        super().__init__(collection, classes)
        self._marked: tuple[str, str, int, bool] | None = None
        """The quotation or figure that was marked last because it was found, and whether in a pane of its own."""

    def hit_of(self, id_: str) -> Hit | None:
        """How an initiative was found; None where it was not searched for."""
        return None

    def show(self, initiative: Initiative, keep_place: bool = False) -> None:
        """Show a record; what was found of it is marked in its pane."""
        super().show(initiative, keep_place)
        hit = self.hit_of(initiative.id)
        pane = {"quotes": self.quotes, "figures": self.figures}.get(hit.field) if hit else None
        if hit is None or hit.part is None or pane is None:
            self._marked = None
            return
        part, beside = hit.part, self.room[0]
        found = hit.id, hit.field, part, beside
        if keep_place and (found == self._marked or (pane if beside else self.detail).has_focus):
            return
        self._marked = found
        pane.mean(part)
        if beside:
            pane.once_laid_out(lambda: pane.mark(part))
        else:
            self.detail.mean(_on_the_page(initiative, hit.field, part))

    def _marked_page(self, record: Initiative) -> Page | None:
        hit = self.hit_of(record.id)
        in_pane = self.focused in (self.quotes, self.figures) or self.detail.items
        if hit and hit.field == "figures" and record.figures and not in_pane:
            return self.figures
        return super()._marked_page(record)

    def to_part(self, hit: Hit) -> None:
        """Bring what was found into view on the page of the record, where it stands there."""
        self.detail.once_laid_out(lambda: self._to_part(hit))

    def _to_part(self, hit: Hit) -> None:
        record, page = self.initiative, self.detail
        if record is None or record.id != hit.id or hit.part is None:
            return
        if hit.field == "contacts" and hit.part < len(record.contacts):
            card = f"{CARD}{one_line(record.contacts[hit.part].name)}"
            at = next((n for n, line in enumerate(page.lines) if line.surface and line.content.plain == card), None)
            if at is not None and not 0 <= at - round(page.scroll_y) < page.size.height:
                page.scroll_to(y=at, animate=False, immediate=True)
        elif page.items and hit.field in ("quotes", "figures"):
            page.mark(_on_the_page(record, hit.field, hit.part))


def _on_the_page(record: Initiative, field: str, part: int) -> int:
    """The number of a quotation or figure on the page of the record, where the figures follow the quotations."""
    return part + (len(record.quotes) if field == "figures" else 0)
