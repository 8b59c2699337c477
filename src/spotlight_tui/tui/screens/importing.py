"""The import screen: a saved page, an address or pasted text is brought into the reader's own collection."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container
from textual.content import Content
from textual.getters import query_one
from textual.widgets import Static

from ...collection import Collection
from ...records import Category, SpotlightError
from ..actions import BY_ID, IMPORT_ACTIONS, bindings
from ..folders import place_of
from ..messages import Failed, KeptRead, Pressed
from ..present.counts import number
from ..present.flow import single
from ..present.importing import kept_lines, question_of_import, what_to_save
from ..reading import Read
from ..widgets.file_list import FileList
from ..widgets.key_line import KeyLine
from ..widgets.page import Page
from ..widgets.place_line import PlaceLine, is_page
from ..widgets.rows import Rows
from .choosing import ChoosingScreen
from .paste import PasteScreen
from .reading_screen import TAKE_BACK, Result

if TYPE_CHECKING:
    from ...sources.kept import Kept

_MOVES = ("down", "up", "first", "last", "page", "page-back")
_ACTIONS = (*IMPORT_ACTIONS, BY_ID["close"], BY_ID["help"])


class PasteLine(Static):
    """The third way, for the mouse too."""

    def on_click(self) -> None:
        self.post_message(Pressed("import-paste"))


class ImportScreen(ChoosingScreen):
    """Three ways to name a page: choose its file, type where it is, paste its text."""

    TITLE_SHOWN = "Import a page"
    AUTO_FOCUS = "#files"
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings([*(BY_ID[id_] for id_ in _MOVES), *IMPORT_ACTIONS, BY_ID["help"]]),
        ("escape", "close", "Back"),
    ]

    kept_page = query_one("#kept", Page)
    key_line = query_one("#import-keys", KeyLine)

    def __init__(
        self, collection: Collection, category: Category | None, again: Read | None = None, said: str = ""
    ) -> None:
        """Args:
        collection: the one that is read.
        category: the one that the reader came from.
        again: what was accepted before, and could not be kept: it is shown once more.
        said: why not.
        """
        super().__init__(collection, category)
        self._again, self._said = again, said
        self._kept: Sequence[Kept] = ()

    def compose(self) -> ComposeResult:
        yield from self.head(what_to_save(self.category))
        yield PlaceLine(id="place-line")
        yield PasteLine(id="paste-line")
        with Container(id="import-panes"):
            yield FileList(id="files")
            yield Page(id="kept", classes="-empty")
        yield from self.foot()
        yield KeyLine(id="import-keys")

    def on_mount(self) -> None:
        self.begin_choosing()
        self._tell_pasted()
        self._read_kept()
        self.offer_keys()
        if self._again:
            self.call_after_refresh(self._show_again, self._again)

    def _show_again(self, again: Read) -> None:
        from .question import TellScreen

        self.review(again)
        self.app.push_screen(TellScreen("Your import was not kept", single(self._said)))

    def on_resize(self) -> None:
        self.title_files()

    # What was imported before

    def _read_kept(self) -> None:
        self.run_worker(self._find_kept, thread=True, exclusive=True, group="kept")

    def _find_kept(self) -> None:
        from ...sources.imports import Imports

        try:
            kept = Imports.of_reader().kept()
        except SpotlightError as error:
            self.post_message(Failed(str(error)))
            return
        self.post_message(KeptRead(kept))

    @on(KeptRead)
    def show_kept(self, message: KeptRead) -> None:
        kept = self._kept = message.kept
        self.kept_page.set_class(not kept, "-empty")
        self.kept_page.border_title = Content(f" Imported before {len(kept)} ")
        self.kept_page.show(lambda width: kept_lines(kept, width))
        self.offer_keys()

    @on(Failed)
    def tell_failure(self, message: Failed) -> None:
        self.say(message.text)

    def action_import_take_back(self) -> None:
        if not self._kept:
            self.say("There is no import to take back.")
            return
        from .question import QuestionScreen

        def answered(yes: bool | None) -> None:
            if yes:
                self.dismiss(TAKE_BACK)

        self.app.push_screen(QuestionScreen("Take the last import back", question_of_import(self._kept[-1])), answered)

    # Pasting

    def on_paste(self, event: events.Paste) -> None:
        """What is pasted is the text of a page, or says where one is."""
        event.stop()
        if is_page(event.text):
            self._paste(event.text)
        elif event.text.strip():
            self.place.focus()
            self.place.value = place_of(event.text)

    def action_import_paste(self) -> None:
        self._paste("")

    def _paste(self, text: str) -> None:
        self.say("")
        self.app.push_screen(PasteScreen(self.collection, self.category, text), self._pasted)

    def _pasted(self, result: Result) -> None:
        if result:
            self.dismiss(result)
        else:
            self._tell_pasted()

    def _tell_pasted(self) -> None:
        pasted = self.typed.pasted
        kept = f"  {number(pasted.count(chr(10)) + 1, 'line')} kept" if pasted else ""
        line = Content.assemble(("p", "bold $accent"), "  Paste the text of the page instead", (kept, "$muted"))
        self.query_one(PasteLine).update(line)

    # Keys

    def on_descendant_focus(self) -> None:
        self.offer_keys()

    def offer_keys(self) -> None:
        """The key line says what can be done now."""
        if self.focused is self.place:
            keys = ["import-choose", "import-complete", "leave"]
        else:
            keys = ["close", "import-choose", "import-type", "import-paste"]
            if self.files.folder and len(self.files.folder.files) > 1:
                keys.append("import-all")
            if self._kept:
                keys.append("import-take-back")
            keys.append("import-above")
        self.key_line.offer([*keys, "help"])

    @on(Pressed)
    async def do_pressed(self, message: Pressed) -> None:
        message.stop()
        if message.action == "leave":
            self.leave_place()
        else:
            await self.run_action(message.action.replace("-", "_"))

    def action_import_choose(self) -> None:
        if self.focused is self.place:
            self.place_submitted()
        else:
            self.files.row_chosen()

    def action_import_complete(self) -> None:
        self.complete_place()

    def action_import_type(self) -> None:
        self.place.focus()
        self.place.select_all()

    def action_import_above(self) -> None:
        folder = self.files.folder
        if folder and folder.path.parent != folder.path:
            self.go_to_folder(folder.path.parent, folder.path)

    def action_import_all(self) -> None:
        files = self.files.folder.files if self.files.folder else []
        if files:
            self.read(number(len(files), "page"), [str(path) for path in files])

    def _moved(self, step: int, page: bool = False) -> None:
        pane = self.focused
        if isinstance(pane, (Rows, Page)):
            (pane.page if page else pane.move)(step)

    def action_down(self) -> None:
        self._moved(1)

    def action_up(self) -> None:
        self._moved(-1)

    def action_page(self) -> None:
        self._moved(1, page=True)

    def action_page_back(self) -> None:
        self._moved(-1, page=True)

    def action_first(self) -> None:
        if isinstance(self.focused, (Rows, Page)):
            self.focused.ends(False)

    def action_last(self) -> None:
        if isinstance(self.focused, (Rows, Page)):
            self.focused.ends(True)

    def action_help(self) -> None:
        from .help import HelpScreen

        self.app.push_screen(HelpScreen(_ACTIONS))

    def action_close(self) -> None:
        self.dismiss(None)
