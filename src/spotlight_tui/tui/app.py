"""The app: themes, the main screen, and the one way to a clipboard."""

from __future__ import annotations

import asyncio
import gc
import signal
import sys
from collections.abc import Iterable
from contextlib import suppress
from functools import cached_property
from pathlib import Path
from shutil import get_terminal_size
from typing import TYPE_CHECKING

from textual.app import App, SystemCommand
from textual.screen import Screen

from .. import paths
from ..collection import Collection
from ..text import clean
from .actions import ACTIONS
from .messages import CopyDone
from .screens.browse import BrowseScreen
from .themes import derived, own_themes

if TYPE_CHECKING:
    from .reading import Typed


class SpotlightApp(App[None]):
    """Practice Spotlight in a terminal."""

    TITLE = "spotlight-tui"
    CSS_PATH = "app.tcss"

    def __init__(self, collection: Collection, path: str | Path | None = None) -> None:
        """Args:
        collection: what is shown; an import closes it and opens another.
        path: of the file that was named when the program was started.
        """
        super().__init__()
        self.collection = collection
        self.named = paths.chosen(path)
        """The file that is read in place of the reader's own collection."""
        for theme in own_themes():
            self.register_theme(theme)
        # Setting the theme in the usual way would read the style sheet twice before the first paint.
        self.set_reactive(App.theme, "spotlight-dark")
        self.stylesheet.set_variables(self.get_css_variables())
        self.set_class(True, "-dark-mode", "-theme-spotlight-dark", update=False)

    @cached_property
    def typed(self) -> Typed:
        """What the reader chose and typed on the import screen so far."""
        from .reading import Typed  # only an import needs it

        return Typed()

    def on_mount(self) -> None:
        if sys.platform == "win32":
            return
        # A terminal that is closed, or a computer that shuts down, ends the program as the reader would.
        for number in (signal.SIGTERM, signal.SIGHUP):
            with suppress(RuntimeError, ValueError):  # where the program does not run in the main thread
                asyncio.get_running_loop().add_signal_handler(number, self.exit, None, 128 + number)

    def get_default_screen(self) -> Screen[None]:
        return BrowseScreen(self.collection, get_terminal_size())

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return derived(self.current_theme)

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """The palette offers what the keys do, by the same names."""
        for action in ACTIONS:
            if action.in_palette and hasattr(screen, f"action_{action.id.replace('-', '_')}"):
                method = getattr(screen, f"action_{action.id.replace('-', '_')}")
                yield SystemCommand(f"{action.group}: {action.label}", action.help, method)

    async def action_quit(self) -> None:
        """Leave; where something was mended that would be lost, ask first."""
        leave = getattr(self.screen, "quit_or_ask", self.exit)
        leave()

    def copy_to_clipboard(self, text: str) -> None:
        """Copy a text by the ways there are here, off the screen's thread; the screen tells how it went.

        Text selected with the mouse comes here too.
        """
        self.copy("selected text", text)

    def copy(self, what: str, text: str, why: str | None = None) -> None:
        """Copy `text`; `what` it is stands in the notice. Given a reason `why`, the text is shown as well."""
        text = clean(text)
        self._clipboard = text
        self.run_worker(lambda: self._copy(what, text, why), thread=True, group="clipboard")

    def _copy(self, what: str, text: str, why: str | None) -> None:
        from .. import clipboard  # only a copy needs it

        done = clipboard.copy(text)
        self.post_message(CopyDone(what, text, why, done.ways, done.ask_terminal, done.sure))

    def on_copy_done(self, message: CopyDone) -> None:
        """Hand it to the main screen, whatever stands over it now; while there is none, wait for it."""
        for screen in self.screen_stack:
            if isinstance(screen, BrowseScreen) and screen.is_mounted:
                screen.copy_done(message)
                return
        self.set_timer(0.1, lambda: self.post_message(message))

    def ask_terminal_to_copy(self, text: str) -> None:
        """Send the text to the terminal, which puts it on the clipboard if it knows how to (OSC 52)."""
        super().copy_to_clipboard(text)


def run(path: str | Path | None = None) -> int:
    """Open the screen on a collection.

    Raises:
        SpotlightError: there is no collection there, or it cannot be read.
    """
    collection = Collection.open(path)
    app = None
    try:
        collection.look_over()
        app = SpotlightApp(collection, path)
        # What is loaded at the start stays: looking through it for garbage only delays the first paint.
        gc.disable()
        app.call_after_refresh(_collect_garbage)
        app.run()
        return app.return_code or 0
    finally:
        (app.collection if app else collection).close()


def _collect_garbage() -> None:
    gc.freeze()
    gc.enable()
