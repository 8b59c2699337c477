"""Copying, writing and opening: what leaves the program, and what is said about it."""

from __future__ import annotations

from textwrap import shorten
from typing import TYPE_CHECKING, cast

from ... import desktop
from ...exports import cards
from ...records import Initiative
from ..messages import CopyDone
from ..widgets.page import Page
from .record_screen import RecordScreen

if TYPE_CHECKING:
    from ..app import SpotlightApp


class OutgoingScreen(RecordScreen):
    """A record's screen whose contact, quotations and figures can be taken away."""

    @property
    def spotlight_app(self) -> SpotlightApp:
        return cast("SpotlightApp", self.app)

    @property
    def _record(self) -> Initiative | None:
        """What is shown; where nothing is, the reader is told so."""
        if self.initiative is None or not self.shown:
            self._tell_missing("No initiative is shown: choose one first.")
            return None
        return self.initiative

    def _tell_missing(self, text: str) -> None:
        self.key_line.tell("Not here", text, good=False)

    def _copy(self, what: str, text: str) -> None:
        self.spotlight_app.copy(what, text)

    def action_copy_card(self) -> None:
        record = self._record
        if record and record.contacts:
            self._copy(f"contact card of {record.contacts[0].name}", cards.contact_cards(record))
        elif record:
            self._tell_missing("The source names no contact.")

    def action_copy_address(self) -> None:
        record = self._record
        addresses = [contact.email for contact in record.contacts if contact.email] if record else []
        if addresses:
            self._copy(", ".join(addresses), ", ".join(addresses))
        elif record:
            self._tell_missing("The source gives no e-mail address.")

    def action_copy_record(self) -> None:
        record = self._record
        if record:
            self._copy(f"the record {record.title}", cards.markdown(record, self.collection.names()))

    def action_copy_figure(self) -> None:
        self.action_copy_passage()

    def action_copy_passage(self) -> None:
        record = self._record
        if record is None:
            return
        page = self._marked_page(record)
        if page is None:
            self._tell_missing("The source holds no quotation and no figure.")
            return
        item = page.marked or 0
        if page is self.detail and item >= len(record.quotes):
            kind, item = "figure", item - len(record.quotes)
        else:
            kind = "figure" if page is self.figures else "quote"
        if kind == "quote":
            said = shorten(record.quotes[item].text, 48, placeholder="…")
            self._copy(f"“{said}” with its citation", cards.quotation(record.quotes[item], record))
        else:
            said = shorten(f"{record.figures[item].label}: {record.figures[item].value}", 60, placeholder="…")
            self._copy(f"{said}, with its citation", cards.figure(record.figures[item], record))

    def _marked_page(self, record: Initiative) -> Page | None:
        """The page whose marked quotation or figure a reader means."""
        if self.detail.items:
            return self.detail
        for page, things in ((self.quotes, record.quotes), (self.figures, record.figures)):
            if page is self.focused and things:
                return page
        if record.quotes:
            return self.quotes
        return self.figures if record.figures else None

    def copy_done(self, message: CopyDone) -> None:
        """Say where a copy went; where nowhere certain, show the text to be selected."""
        if message.ask_terminal:
            self.spotlight_app.ask_terminal_to_copy(message.text)
        ways = " and ".join(message.ways) or "your terminal’s clipboard"
        if message.sure and message.why is None:
            self.key_line.tell("Copied", f"{message.what} · {ways}")
            return
        from .text_dialog import TextDialog

        unsure = (
            "This terminal does not say whether it has a clipboard. The text was sent to it; if it does not paste,"
            " select it here."
        )
        said = f"It was copied: {ways}." if message.sure else unsure
        if isinstance(self.app.screen, TextDialog):
            return  # a part of its text was copied: it is to be seen already
        self.app.push_screen(TextDialog(f"{message.why} {said}" if message.why else said, message.text))

    def action_write(self) -> None:
        record = self._record
        addresses = [contact.email for contact in record.contacts if contact.email] if record else []
        if record and addresses:
            subject = f"Practice Spotlight: {record.title}"
            self._open(desktop.mail_address(addresses, subject), "mail program", ", ".join(addresses))
        elif record:
            self._tell_missing("The source gives no e-mail address.")

    def action_open_source(self) -> None:
        if self.address:
            self._open(self.address, "browser", self.address)
        else:
            self._tell_missing("No web address is known for this.")

    def action_update_request(self) -> None:
        record = self._record
        if record is None:
            return
        if record.category is None:
            self._tell_missing("This is related reading; the publisher of Practice Spotlight cannot correct it.")
            return
        publisher = self.collection.publisher
        addresses = [contact.email for contact in publisher.contacts if contact.email]
        if not addresses:
            self._tell_missing("This collection names no publisher to write to.")
            return
        name = f"{', '.join(record.authorities)}: {record.title}"
        body = f"About: {name}\n{record.source.url or ''}\n\nWhat should be updated:\n"
        mail = desktop.mail_address(addresses, f"Practice Spotlight: update to {name}", body)
        self._open(mail, "mail program", ", ".join(addresses))

    def _open(self, address: str, program: str, shown: str) -> None:
        """Hand an address to the desktop; without one, copy it and show it."""
        if desktop.open_address(address):
            self.key_line.tell("Handed over", f"{shown} · to your {program}")
            return
        self.spotlight_app.copy("the address", shown, f"There is no {program} to open here.")
