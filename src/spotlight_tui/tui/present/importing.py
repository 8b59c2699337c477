"""What the screens of an import say: files to choose, what was imported before, what an import did."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from rich.cells import cell_len
from textual.content import Content

from ...records import Category, Initiative
from ...text import one_line
from .counts import number
from .flow import Line, ellipsis, plain, single, wrap

if TYPE_CHECKING:
    from ...sources.kept import Kept
    from ...sources.merging import Change
    from ..folders import Entry

WITH_SIZE = 60
"""Cells from which a file's size stands in its row."""
WITH_DATE = 40
_INDENT = 10
"""Cells of the column of labels and keys on a category's page."""


def file_row(entry: Entry, width: int, now: datetime) -> Content:
    """A file or folder; a file's size and the time it was written to the right behind leaders."""
    if entry.kind == "above":
        return Content.assemble(("↑ ", "$accent"), ("..  ", ""), ("the folder above", "$muted"))
    if entry.kind == "folder":
        return Content.assemble(("► ", "$accent"), single(entry.name))
    about = ""
    if width >= WITH_SIZE:
        about = f"{_size(entry.size)}  "
    if width >= WITH_DATE:
        about += f"{_when(entry.changed, now):>12}"
    left = Content.assemble("  ", single(_shortened(one_line(entry.name), width - len(about) - 5)), " ")
    if not about:
        return left
    leaders = max(0, width - left.cell_length - len(about) - 1)
    return Content.assemble(left, ("·" * leaders, "$rule"), " ", (about, "$muted"))


def _shortened(name: str, width: int) -> str:
    """A name that fits, what tells its kind kept at the end."""
    if cell_len(name) <= width:
        return name
    stem, dot, ending = name.rpartition(".")
    ending = f"{dot}{ending}" if stem and len(ending) < 8 else ""
    return f"{ellipsis(Content(name[: len(name) - len(ending)]), max(2, width - len(ending))).plain}{ending}"


def _size(size: int) -> str:
    return f"{max(1, round(size / 1000)):,} kB" if size < 10_000_000 else f"{round(size / 1_000_000):,} MB"


def _when(changed: float, now: datetime) -> str:
    try:
        at = datetime.fromtimestamp(changed)
    except (OSError, OverflowError, ValueError):
        return ""
    return f"today {at:%H:%M}" if at.date() == now.date() else f"{at.day} {at:%b %Y}"


def day(at: str) -> str:
    """A time as it is kept, ISO with zone, in words for a reader here; what is none stands as it is."""
    try:
        then = datetime.fromisoformat(at)
        then = then.astimezone() if then.tzinfo else then
    except (ValueError, OverflowError, OSError):
        return one_line(at)
    return f"{then.day} {then:%b %Y, %H:%M}"


def origin(names: Sequence[str]) -> str:
    """What was imported, the first of several by name."""
    first = one_line(names[0]) if names else "no document"
    return first if len(names) < 2 else f"{first} and {len(names) - 1} more"


def kept_lines(kept: Sequence[Kept], width: int) -> list[Line]:
    """What was imported before, the newest first: from what, how many, when; and how the last one is taken back."""
    lines: list[Line] = []
    for each in reversed(kept):
        submissions = number(len(each.contents.initiatives), "submission")
        content = Content.assemble(plain(origin(each.origin)), (f" · {submissions} · {day(each.at)}", "$muted"))
        made = wrap(content, width)
        lines += [Line(line) for line in made]
        if each is kept[-1]:
            take_back = Content.assemble(("U", "bold $accent"), (" take it back", "$muted"))
            lines.append(Line(take_back, action="import-take-back"))
    return lines


def named_import(kept: Kept) -> str:
    """An import in a sentence."""
    submissions = number(len(kept.contents.initiatives), "submission")
    return f"the import of {origin(kept.origin)}, {day(kept.at)}, with {submissions}"


def question_of_import(kept: Kept) -> Content:
    return single(f"Take back {named_import(kept)}? What came with the program stays.")


def question_of_record(record: Initiative) -> Content:
    """What is asked before a record is taken out."""
    whose = single(", ".join(record.authorities))
    return Content.assemble(
        "Take “",
        single(record.title, "bold"),
        "”",
        " of " if whose else "",
        whose,
        " out of your collection? Its text and contacts leave this computer’s files. Importing the page again brings"
        " them back.",
    )


def page_lines(url: str | None, width: int, can_import: bool, is_held: bool) -> list[Line]:
    """Where a category's page is, and how it comes into the reader's collection.

    Args:
        can_import: whether an import goes into the collection that is open.
        is_held: whether the collection has the page's submissions already.
    """

    def row(content: Content | str, label: Content | str = "", action: str | None = None) -> list[Line]:
        made = content if isinstance(content, Content) else Content(content)
        return [Line(line, action=action) for line in wrap(made, width, label, _INDENT)]

    def key(name: str) -> Content:
        return Content.styled(name, "bold $accent")

    lines: list[Line] = []
    if can_import and not is_held:
        lines += [Line(Content("")), Line(Content.styled("To bring it in", "bold"))]
    if url:
        lines += row(plain(url), Content.styled("Page", "$muted"), "open-source")
        lines += row("open the page in the browser", key("o"), "open-source")
    if can_import and is_held:
        lines += row("import its page, if it has changed there", key("i"), "import")
    elif can_import:
        lines += row("In the browser save it: Ctrl+S (on a Mac Cmd+S), as “Web page”.")
        lines += row("Or select all of it (Ctrl+A), and copy it (Ctrl+C).")
        lines += row("import its page: the file that you saved, or what you copied", key("i"), "import")
    return lines


def what_to_save(category: Category | None) -> Content:
    """Which page to bring, and how it is got from a browser."""
    if category is None:
        return Content("Save a page of Practice Spotlight in your browser (Ctrl+S), or select all of it and copy it.")
    how = f"Save the page of category {category.number} in your browser (Ctrl+S), or select all of it and copy it"
    if not category.source_url:
        return Content(f"{how}.")
    return Content.assemble(f"{how}:\n", single(category.source_url, "$river"))


def imported(changes: Sequence[Change]) -> tuple[str, str, str | None]:
    """What an import did: head and text of the notice, and the initiative to go to."""
    ids = {kind: list(dict.fromkeys(c.id for c in changes if c.kind == kind)) for kind in ("new", "joined", "updated")}
    new, joined, updated = (len(found) for found in ids.values())
    parts = []
    if new:
        parts.append(number(new, "submission"))
    if updated:
        parts.append(f"{updated} updated" if new else f"{number(updated, 'submission')} updated")
    if joined:
        parts.append(f"the full text of {joined} that came with the program")
    if not parts:
        return "Nothing is new", "Your collection has all of it already.", changes[0].id if changes else None
    return "Imported", ", ".join(parts), (ids["new"] or ids["joined"] or ids["updated"])[0]
