"""Looking through what was read, mending it, and taking it into the collection."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.getters import query_one
from textual.widget import Widget
from textual.widgets import Static

from ...collection import Collection
from ...sources.account import counted
from ...sources.corrections import Fields
from ...sources.importer import Reading
from ...sources.merging import Merged
from ..actions import REVIEW_ACTIONS, bindings
from ..present.flow import Line
from ..present.lists import names
from ..present.passages import passage_lines
from ..present.reviewing import (
    SHORT,
    document_lines,
    doubt_lines,
    how_it_stands,
    kept_lines,
    left_over_lines,
    record_head,
)
from ..present.understood import Record, Understood, around
from ..widgets.action_bar import ActionBar
from ..widgets.key_line import KeyLine
from ..widgets.page import Page
from ..widgets.pane_title import PaneTitle
from ..widgets.passage import PassagePage
from ..widgets.record_draft import Known, RecordDraft, label_of
from ..widgets.record_form import RecordForm
from ..widgets.review_list import Entry, ReviewList
from .mending import MendingScreen

_AROUND = 12
"""Lines shown before and after a doubtful one that belongs to no record."""


class ReviewScreen(MendingScreen[dict[str, Fields] | None]):
    """An account of what was understood, and each record beside its text.

    It is dismissed with the corrections by record id when the reader accepts, with None when they go back.
    """

    AUTO_FOCUS = "#review-list"
    BINDINGS: ClassVar[list[BindingType]] = bindings(REVIEW_ACTIONS)
    OWN_ACTIONS = REVIEW_ACTIONS

    rows = query_one("#review-list", ReviewList)
    about = query_one("#review-about", Page)

    def __init__(self, readings: Sequence[Reading], merged: Merged, collection: Collection) -> None:
        super().__init__()
        self.collection = collection
        self._understood = Understood(readings, merged)
        self._categories = merged.contents.categories
        self._known = Known(merged.contents.categories, collection.authorities)
        self._drafts: dict[str, RecordDraft] = {}
        """What became of the records that were looked at, by id."""
        self._shown: Entry | None = None

    def compose(self) -> ComposeResult:
        head = Content.assemble(
            ("Check what was read", "bold"), ("   Nothing of this is in your collection yet.", "$muted")
        )
        yield Static(head, id="mend-title")
        with Horizontal(id="mend-panes"):
            yield ReviewList(self._understood, id="review-list")
            with Vertical(id="mend-record"):
                yield PaneTitle(id="mend-form-title")
                yield RecordForm(self._categories, id="mend-form")
                yield Page(id="review-about")
            yield PassagePage(id="mend-passage")
        yield ActionBar("accept", "A", ("Add to the collection", "Add it"), id="mend-bar")
        yield KeyLine(id="mend-keys")

    def on_mount(self) -> None:
        self.title_pane(self.rows, "What was read")
        for part in (self.form_title, self.form, self.about):
            part.display = False  # until something is shown
        self._say_state()
        self.offer_keys()

    def on_resize(self) -> None:
        self.rows.click_opens = self.app.size.width < 80

    # What is shown

    @on(ReviewList.Moved)
    def follow(self, message: ReviewList.Moved) -> None:
        self.show_entry(message.entry)

    @on(ReviewList.Opened)
    def open_entry(self, message: ReviewList.Opened) -> None:
        self.show_entry(message.entry)
        self.action_mend()

    def show_entry(self, entry: Entry) -> None:
        """Show what a row of the list stands for."""
        if self._shown == entry:
            return
        within = self.focused if self._is_in_record(self.focused) else None
        self._shown = entry
        self._came_from = None
        if entry.kind == "record":
            self._show_record(self._understood.records[entry.key])
        elif entry.kind == "document":
            self._show_document(self._understood.readings[int(entry.key)])
        elif entry.kind == "doubt":
            self._show_doubt(int(entry.key))
        if within and not all(part.display for part in within.ancestors_with_self if isinstance(part, Widget)):
            self.rest()  # the field that had the focus is not there any more
        self.offer_keys()

    @property
    def record(self) -> Record | None:
        """The record that is shown."""
        entry = self._shown
        if entry and entry.kind == "doubt":
            id_ = self._understood.doubts[int(entry.key)][1]
            return self._understood.records[id_] if id_ else None
        return self._understood.records[entry.key] if entry and entry.kind == "record" else None

    def draft_of(self, record: Record) -> RecordDraft:
        """What the reader made of a record so far."""
        draft = self._drafts.get(record.id)
        if draft is None:
            draft = self._drafts[record.id] = RecordDraft(record.initiative, self._known)
        return draft

    def _show_record(self, record: Record) -> None:
        whose = names(record.initiative.authorities)
        title = f"{SHORT[record.change.kind]} · {whose}" if whose else SHORT[record.change.kind]
        self._show_form(not record.locked)
        if record.locked:
            self.title_pane(self.about, title)
            self.about.show(lambda width: kept_lines(record, self._categories, width))
        else:
            self.form_title.say(title)
            self.form.show(self.draft_of(record), lambda width: record_head(record, width))
        passages = record.passages()
        told = ", ".join(dict.fromkeys(passage.document for passage in passages))
        self.title_pane(self.passage, f"Its text · {told}")
        self.passage.show_text(lambda width: passage_lines(passages, width, self.passage.words))

    def _show_document(self, reading: Reading) -> None:
        self._show_form(False)
        kinds = Counter(
            record.change.kind
            for record in self._understood.records.values()
            if any(place is reading for place, _ in record.places)
        )
        self.title_pane(self.about, "What was found")
        self.about.show(lambda width: document_lines(reading, kinds, width))
        self.title_pane(self.passage, "Not part of any record")
        self.passage.show_text(lambda width: left_over_lines(reading, width))

    def _show_doubt(self, number: int) -> None:
        doubt, id_ = self._understood.doubts[number]
        if id_:
            self._show_record(self._understood.records[id_])
            if doubt.line:
                self.passage.go_to_line(doubt.line)
            return
        self._show_form(False)
        self.title_pane(self.about, "Doubtful, or not understood")
        self.about.show(lambda width: [Line(line) for line in doubt_lines([doubt], width)])
        self.title_pane(self.passage, "The page there")
        reading = next((each for each in self._understood.readings if doubt in each.doubts), None)
        if reading and reading.text and doubt.line:
            passage = around(reading, doubt.line, _AROUND)
            self.passage.show_text(lambda width: passage_lines([passage], width))
        else:
            self.passage.show_text(lambda width: [])

    def _show_form(self, shown: bool) -> None:
        self.form_title.display = self.form.display = shown
        self.about.display = not shown

    # Moving

    def rest(self) -> None:
        self.set_focus(self.rows)

    def _is_in_record(self, widget: Widget | None) -> bool:
        return widget is self.about or super()._is_in_record(widget)

    def _look_at_focus(self) -> None:
        super()._look_at_focus()
        if self.focused is None:
            self.rest()  # what had the focus has no place in a terminal of this size
        elif self.focused is self.rows:
            self.make_room("reading" if self.has_class("reading") and not self.has_class("-narrow") else "")

    def action_mend(self) -> None:
        """Go into the fields, or into what stands in their place."""
        if self.focused is not self.rows or self.rows.entry is None:
            return
        self.show_entry(self.rows.entry)  # at once: what is typed next is meant for it
        self.make_room("mending")
        if not self.form.display:
            self.set_focus(self.about)
        else:
            problems = list(self.form.draft.problems) if self.form.draft else []
            self.form.go_to(problems[0] if problems else "title")

    def action_look(self) -> None:
        self.action_mend()

    def action_next_record(self) -> None:
        self.rows.step(1)

    def action_previous_record(self) -> None:
        self.rows.step(-1)

    def action_step_back(self) -> None:
        if self.focused is self.rows and self.has_class("reading") and self.has_class("-medium"):
            self.make_room("")  # the fields come back in the place of the text
            self.offer_keys()
        else:
            super().action_step_back()

    # What was mended

    @on(RecordForm.Mended)
    def mended(self, message: RecordForm.Mended) -> None:
        message.stop()
        self._say_state()
        self.offer_keys()

    def _mended_drafts(self) -> dict[str, RecordDraft]:
        return {id_: draft for id_, draft in self._drafts.items() if draft.mended}

    def _problems(self) -> list[tuple[str, str]]:
        """Records and fields that cannot stand as they are."""
        return [(id_, name) for id_, draft in self._mended_drafts().items() for name in draft.problems]

    def _say_state(self) -> None:
        drafts, problems = self._mended_drafts(), self._problems()
        states = dict.fromkeys(drafts, ("mended", "$good"))
        states |= {id_: (f"× {name}", "bold $warn") for id_, name in reversed(problems)}
        if states != self.rows.states:
            self.rows.show_states(states)
        if problems:
            id_, name = problems[0]
            said = self._drafts[id_].problem(name)
            number = f" and {len(problems) - 1} more" if len(problems) > 1 else ""
            whole = f"Not yet: {label_of(name)} – {said}"
            self.bar.say(f"{whole}{number}", whole, f"{label_of(name)} – {said}", ready=False, problem=True)
        elif not self._understood.records:
            self.bar.say("Nothing was found to import.", "Nothing was found.", ready=False)
        elif self._understood.only_unchanged and not drafts:
            self.bar.say("Nothing is new: the collection has all of it already.", "Nothing is new.", ready=False)
        else:
            self.bar.say(*how_it_stands(self._understood, len(drafts)))

    def mended_something(self) -> str | None:
        drafts = self._mended_drafts()
        if not drafts:
            return None
        return f"You mended {counted(len(drafts), 'record')}; none of it is in your collection yet."

    def action_accept(self) -> None:
        """Take all of it into the collection, once everything can stand."""
        if self._problems():
            self.action_problem()
        elif not self._understood.records or (self._understood.only_unchanged and not self._mended_drafts()):
            self.key_line.tell("Not here", "There is nothing to add.", good=False)
        else:
            self.dismiss({id_: draft.fields() for id_, draft in self._mended_drafts().items()})

    def action_problem(self) -> None:
        """Go to what cannot stand."""
        problems = self._problems()
        if not problems:
            return
        id_, name = problems[0]
        self.rows.go_to("record", id_)
        self.show_entry(Entry("record", id_))
        self.make_room("mending")
        self.form.go_to(name)

    # Keys

    def offer_keys(self) -> None:
        if self.focused is self.passage:
            keys = ["fields", "step-back", "page", "help"]
        elif self._is_in_record(self.focused):
            keys = ["step-back", "passage", "page", "help"] if self.focused is self.about else self.keys_in_form()
        else:
            keys = ["look" if self.record is None or self.record.locked else "mend", "next-record", "passage"]
            keys += ["step-back", "previous-record", "help"]
        self.key_line.offer(keys)
