"""The reader's own collection: importing, mending, taking out again."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from textual import on

from ...collection import Collection
from ...records import Category, Initiative, SpotlightError
from ..changing import Arrival, change
from ..messages import Failed, Found, KeptRead
from ..present.flow import single
from .searching import SearchingScreen

if TYPE_CHECKING:
    from ...sources.corrections import Fields
    from ...sources.kept import Kept
    from ...sources.merging import Merged
    from ..reading import Read

_NOTICE_OF_OTHER = (
    "An import goes into your own collection, and {} is another file: start without --db and SPOTLIGHT_DB."
)
_BUNDLED = "This came with the program, and only what you imported can be {}."


class CollectingScreen(SearchingScreen):
    """A screen from which the reader's own collection is changed; a fresh one takes its place then."""

    def __init__(self, collection: Collection, classes: str | None = None, arrival: Arrival | None = None) -> None:
        """Args:
        collection: what is shown.
        arrival: what it begins with where it takes the place of another.
        """
        super().__init__(collection, classes)
        self._arrival = arrival or Arrival()
        self._to_choose: str | None = None
        """The result to stand on as soon as a query that was brought along is answered."""

    @property
    def can_import(self) -> bool:
        return self.spotlight_app.named is None

    # Coming from another screen

    def arrive(self) -> None:
        """Stand where the screen before stood, or where what is new is; say what there is to say."""
        arrival = self._arrival
        self.category_tree.open_branches |= arrival.open | self._branches(arrival.id)
        if arrival.id:
            self.category_tree.go_to(arrival.id)
        if arrival.query:
            self._to_choose = arrival.id
            self.search_input.value = arrival.query
        if arrival.reading:
            self.read()
        if arrival.news:
            head, text, good = arrival.news
            self.key_line.tell(head, text, good, whole=True)
        elif self.collection.notice:
            self.key_line.tell("Your imports", self.collection.notice, good=False, whole=True)
        if arrival.then:
            self.call_after_refresh(arrival.then, self)

    def _branches(self, id_: str | None) -> frozenset[tuple[str, ...]]:
        """The branches under which an initiative stands in its category."""
        listing = next(iter(self.collection.listings(ids=[id_])), None) if id_ else None
        if listing is None:
            return frozenset()
        if listing.category is None:
            return frozenset({("related",)})
        return frozenset({("categories",), ("categories", listing.category)})

    @on(Found)
    def choose_again(self, message: Found) -> None:
        if self._to_choose is None or message.results.query != self.query_text:
            return
        id_, self._to_choose = self._to_choose, None

        def choose() -> None:
            if id_ in self.results.ids:
                self.results.move_to(self.results.ids.index(id_))
            if not self.has_class("reading"):
                self.results.focus()

        self.call_after_refresh(choose)

    def _here(self, id_: str | None) -> Arrival:
        """This place, with the cursor on an initiative."""
        return Arrival(id_, self.category_tree.open_branches, self.query_text, self.has_class("reading"))

    def _is_own(self) -> bool:
        """Whether the reader's own collection is open; where another file is, the reader is told so."""
        if not self.can_import:
            said = _NOTICE_OF_OTHER.format(self.spotlight_app.named)
            self.key_line.tell("Not here", said, good=False, whole=True)
        return self.can_import

    # Importing

    def action_import(self) -> None:
        if self._is_own():
            self.open_import(self.category_shown)

    def open_import(self, category: Category | None, again: Read | None = None, said: str = "") -> None:
        """Open the import screen.

        Args:
            category: the one that the reader comes from.
            again: what could not be kept, to be shown once more.
            said: why not.
        """
        from .importing import ImportScreen

        self.app.push_screen(ImportScreen(self.collection, category, again, said), partial(self._imported, category))

    def _imported(self, category: Category | None, result: Read | str | None) -> None:
        if isinstance(result, str):
            self._take_back()
        elif result:
            self._add(category, result)

    def _add(self, category: Category | None, found: Read) -> None:
        from ..reading import add

        app = self.spotlight_app

        def done(merged: Merged, _: Collection) -> Arrival:
            from ..present.importing import imported

            app.typed = replace(app.typed, place="", pasted="")
            head, text, id_ = imported(merged.changes)
            return Arrival(id_, news=(head, text, True))

        def failed(reason: str) -> Arrival:
            return replace(here, then=lambda screen: screen.open_import(category, found, reason))

        here = self._here(self.initiative.id if self.initiative else None)
        change(app, "Importing", lambda imports, progress: add(found, imports, progress), done, failed)

    # Taking the last one back

    def action_take_back(self) -> None:
        if self._is_own():
            self.run_worker(self._find_kept, thread=True, exclusive=True, group="kept")

    def _find_kept(self) -> None:
        from ...sources.imports import Imports

        try:
            self.post_message(KeptRead(Imports.of_reader().kept()))
        except SpotlightError as error:
            self.post_message(Failed(str(error)))

    @on(KeptRead)
    def ask_to_take_back(self, message: KeptRead) -> None:
        if not message.kept:
            self._tell_missing("There is no import to take back.")
            return
        from ..present.importing import question_of_import
        from .question import QuestionScreen

        def answered(yes: bool | None) -> None:
            if yes:
                self._take_back()

        text = question_of_import(message.kept[-1])
        self.app.push_screen(QuestionScreen("Take the last import back", text), answered)

    def _take_back(self) -> None:
        def done(kept: Kept | None, _: Collection) -> Arrival:
            from ..present.importing import named_import

            said = f"{named_import(kept)}." if kept else "there was none."
            return replace(here, news=("Taken back", said, True))

        here = replace(self._here(self.initiative.id if self.initiative else None), query="")
        change(
            self.spotlight_app,
            "Taking the last import back",
            lambda imports, progress: imports.undo(progress),
            done,
            lambda reason: replace(here, news=("Failed", reason, False)),
        )

    # One record

    @property
    def _imported_record(self) -> Initiative | None:
        record = self._record if self._is_own() else None
        return record if record and record.origin == "imported" else None

    def _tell_bundled(self, what: str) -> None:
        record = self.initiative
        if self.can_import and self.shown and record and record.origin != "imported":
            ask = " Ask the publisher to change it: u." if record.category else ""
            self.key_line.tell("Not here", _BUNDLED.format(what) + ask, good=False, whole=True)

    def action_edit(self) -> None:
        record = self._imported_record
        if record:
            self._edit(record, {})
        else:
            self._tell_bundled("edited")

    def _edit(self, record: Initiative, fields: Fields, said: str = "") -> None:
        """Open a record to be mended.

        Args:
            fields: what was changed in it before, and could not be kept.
            said: why not.
        """
        from ...sources.corrections import corrected
        from .editing import EditScreen

        def edited(more: Fields | None) -> None:
            if more is not None:
                self._keep(record, {**fields, **more})

        self.app.push_screen(EditScreen(corrected(record, fields) if fields else record, self.collection), edited)
        if said:
            from .question import TellScreen

            self.app.push_screen(TellScreen("What you changed was not kept", single(said)))

    def _keep(self, record: Initiative, fields: Fields) -> None:
        if not fields:
            return

        def done(made: Initiative, _: Collection) -> Arrival:
            from ...sources.changes import differences

            said = "; ".join(differences(record, made)) or "it says that already"
            return replace(here, news=("Changed" if made != record else "Nothing changed", f"{said}.", True))

        def failed(reason: str) -> Arrival:
            return replace(here, then=lambda screen: screen._edit(record, fields, reason))

        here = self._here(record.id)
        change(
            self.spotlight_app,
            "Keeping what you changed",
            lambda imports, progress: imports.correct(record.id, fields, progress),
            done,
            failed,
            can_stop=False,
        )

    def action_remove(self) -> None:
        record = self._imported_record
        if record is None:
            self._tell_bundled("taken out")
            return
        from ..present.importing import question_of_record
        from .question import QuestionScreen

        def answered(yes: bool | None) -> None:
            if yes:
                self._remove(record)

        self.app.push_screen(QuestionScreen("Remove this record", question_of_record(record)), answered)

    def _remove(self, record: Initiative) -> None:
        ids = list(self.results.ids if self.list_in_use is self.results else self.category_tree.ids)
        at = ids.index(record.id) if record.id in ids else 0
        near = next((id_ for id_ in (*ids[at + 1 :], *reversed(ids[:at])) if id_ != record.id), None)
        here = replace(self._here(near), reading=False)

        def done(removed: Initiative, _: Collection) -> Arrival:
            return replace(here, news=("Taken out", removed.title, True))

        change(
            self.spotlight_app,
            "Taking the record out",
            lambda imports, progress: imports.remove(record.id, progress=progress)[0],
            done,
            lambda reason: replace(here, news=("Failed", reason, False)),
            can_stop=False,
        )
