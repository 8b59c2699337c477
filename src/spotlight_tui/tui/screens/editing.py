"""Mending a record that was imported before, beside its full text."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Static

from ...collection import Collection
from ...records import Initiative
from ...sources.account import counted
from ...sources.corrections import Fields
from ..actions import EDIT_ACTIONS, bindings
from ..present.flow import single, wrap
from ..present.lists import names
from ..present.passages import text_lines
from ..present.reviewing import words_for
from ..widgets.action_bar import ActionBar
from ..widgets.key_line import KeyLine
from ..widgets.pane_title import PaneTitle
from ..widgets.passage import PassagePage
from ..widgets.record_draft import Known, RecordDraft, label_of
from ..widgets.record_form import RecordForm
from .mending import MendingScreen

_KEPT = "The full text stays as the page has it. Importing the page again keeps what you mended."


class EditScreen(MendingScreen[Fields | None]):
    """The fields of an imported record; dismissed with those that were mended, or with None."""

    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = bindings(EDIT_ACTIONS)
    OWN_ACTIONS = EDIT_ACTIONS
    FOLLOWS_FIELD = False  # a full text does not have the fields: their words stand elsewhere in it

    def __init__(self, initiative: Initiative, collection: Collection) -> None:
        super().__init__()
        self.collection = collection
        self.initiative = initiative
        self._draft = RecordDraft(initiative, Known(collection.categories, collection.authorities))

    def compose(self) -> ComposeResult:
        yield Static(
            Content.assemble(("Edit", "bold"), "   ", single(words_for(self.initiative), "$muted")), id="mend-title"
        )
        with Horizontal(id="mend-panes"):
            with Vertical(id="mend-record"):
                yield PaneTitle(id="mend-form-title")
                yield RecordForm(self.collection.categories, id="mend-form")
            yield PassagePage(id="mend-passage")
        yield ActionBar("save", "S", ("Save what you mended", "Save"), id="mend-bar")
        yield KeyLine(id="mend-keys")

    def on_mount(self) -> None:
        self.form_title.say(names(self.initiative.authorities) or "Its fields")
        self.title_pane(self.passage, "Its full text")
        self.form.show(self._draft, lambda width: wrap(Content.styled(_KEPT, "$muted"), width))
        text = self.initiative.full_text or "There is no full text of it."
        self.passage.show_text(lambda width: text_lines(text, width, self.passage.words))
        self._say_state()
        self.form.go_to("title")

    # Moving

    def rest(self) -> None:
        self.set_focus(None)
        self.offer_keys()

    # What was mended

    @on(RecordForm.Mended)
    def mended(self, message: RecordForm.Mended) -> None:
        message.stop()
        self._say_state()
        self.offer_keys()

    def _say_state(self) -> None:
        mended, problems = self._draft.mended, self._draft.problems
        if problems:
            name, said = next(iter(problems.items()))
            self.bar.say(f"Not yet: {label_of(name)} – {said}", f"{label_of(name)} – {said}", ready=False, problem=True)
        elif mended:
            self.bar.say(f"{counted(len(mended), 'field')} mended")
        else:
            self.bar.say("Nothing is mended yet.", ready=False)

    def mended_something(self) -> str | None:
        mended = self._draft.mended
        return f"You mended {counted(len(mended), 'field')}; that would be lost." if mended else None

    def action_save(self) -> None:
        """Keep what was mended, once all of it can stand."""
        if self._draft.problems:
            self.action_problem()
        elif not self._draft.mended:
            self.key_line.tell("Not here", "Nothing is mended yet.", good=False)
        else:
            self.dismiss(self._draft.fields())

    def action_problem(self) -> None:
        """Go to what cannot stand."""
        for name in self._draft.problems:
            self.make_room("mending")
            self.form.go_to(name)
            return

    # Keys

    def offer_keys(self) -> None:
        if self.focused is self.passage:
            keys = ["fields", "step-back", "page", "help"]
        elif self._is_in_record(self.focused):
            keys = self.keys_in_form()
        else:
            keys = ["save", "next-field", "passage", "step-back", "help"]
        self.key_line.offer(keys)
