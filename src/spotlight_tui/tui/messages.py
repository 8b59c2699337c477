"""What widgets say to screens, and workers to the screen that started them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from textual.message import Message

if TYPE_CHECKING:
    from ..search.completion import Completion
    from ..search.results import Results
    from ..sources.kept import Kept
    from .folders import Folder
    from .widgets.branches import Branches
    from .work import Outcome


class Offered(Message):
    """A worker has looked for how the search line may go on."""

    def __init__(self, typed: str, offers: Sequence[Completion]) -> None:
        super().__init__()
        self.typed = typed
        self.offers = offers


class Found(Message):
    """A search has answered; `results.query` says which."""

    def __init__(self, results: Results, milliseconds: float, contacts: Mapping[str, str | None]) -> None:
        """Args:
        results: the answer.
        milliseconds: how long it took.
        contacts: the first contact's name by the id of an initiative.
        """
        super().__init__()
        self.results = results
        self.milliseconds = milliseconds
        self.contacts = contacts


class Counted(Message):
    """What was found has been counted for the tree."""

    def __init__(self, query: str, branches: Branches) -> None:
        super().__init__()
        self.query = query
        self.branches = branches


class Tried(Message):
    """The reader chose another query."""

    def __init__(self, query: str) -> None:
        super().__init__()
        self.query = query


class Highlighted(Message):
    """The cursor of a list stands on something: `kind` is initiative, category, signpost or branch."""

    def __init__(self, kind: str, key: str) -> None:
        super().__init__()
        self.kind = kind
        self.key = key


class Chosen(Highlighted):
    """Enter or a double click on it."""


class Failed(Message):
    """A worker could not do its work; the text is for the reader."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.text = text


class CopyDone(Message):
    """A copy has been tried."""

    def __init__(
        self, what: str, text: str, why: str | None, ways: tuple[str, ...], ask_terminal: bool, sure: bool
    ) -> None:
        """Args:
        what: what the text is, for the notice.
        text: the text.
        why: why the text is to be shown in any case; None where a notice will do.
        ways: the clipboards that certainly hold it.
        ask_terminal: whether the terminal is to be asked as well.
        sure: whether it is certainly on a clipboard.
        """
        super().__init__()
        self.what = what
        self.text = text
        self.why = why
        self.ways = ways
        self.ask_terminal = ask_terminal
        self.sure = sure


class Pressed(Message):
    """Something that stands for an action was clicked."""

    def __init__(self, action: str) -> None:
        super().__init__()
        self.action = action


class Progressed(Message):
    """Work is so far: `done` of `of`, 0 of 0 where nobody knows."""

    def __init__(self, what: str, done: int, of: int) -> None:
        super().__init__()
        self.what = what
        self.done = done
        self.of = of


class Worked(Message):
    """A worker's work has ended."""

    def __init__(self, outcome: Outcome[object]) -> None:
        super().__init__()
        self.outcome = outcome


class Listed(Message):
    """A folder has been looked through."""

    def __init__(self, folder: Folder, onto: Path | None) -> None:
        """Args:
        folder: what stands in it.
        onto: what the cursor should stand on.
        """
        super().__init__()
        self.folder = folder
        self.onto = onto


class KeptRead(Message):
    """The imports that were kept have been read, oldest first."""

    def __init__(self, kept: Sequence[Kept]) -> None:
        super().__init__()
        self.kept = kept
