"""A small invented collection, and what imports bring to it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from spotlight_tui.database.writer import write
from spotlight_tui.records import (
    Authority,
    Category,
    Contact,
    Contents,
    Initiative,
    Publisher,
    Section,
    Signpost,
    Source,
)
from spotlight_tui.sources.imports import Imports
from spotlight_tui.sources.merging import Brought

KETTLE = Initiative(
    id="camden-kettle-club",
    title="The Kettle Club",
    authorities=("Camden",),
    category="workforce",
    summary="Tea, in our words.",
    sections=(Section("Why", "Nobody talked."),),
    contacts=(Contact("Ada Example", "Team Manager", "Ada@camden.example"),),
    source=Source("An alliance", "A page", read_on="2026-01-01", document="page.txt", lines=(1, 9)),
)
CONTENTS = Contents(
    Publisher("An alliance", "https://alliance.example/"),
    (
        Category("workforce", 4, "The workforce", "Workforce", None, "Workforce Group"),
        Category("send", 2, "Special needs", "SEND", None, "SEND Group"),
    ),
    (
        Authority("Camden", ("LBC",)),
        Authority("Sutton"),
        Authority("Kingston upon Thames"),
        Authority("Richmond upon Thames"),
        Authority("Achieving for Children", ("AfC",), ("Kingston upon Thames", "Richmond upon Thames")),
    ),
    signposts=(
        Signpost("send-camden-night-desk", ("Camden",), "Night Desk", "send"),
        Signpost("send-camden-day-desk", ("Camden",), "Day Desk", "send"),
        Signpost("send-sutton", ("Sutton",), None, "send"),
    ),
    initiatives=(KETTLE,),
)


def told(title: str, authority: str = "Camden", category: str | None = "send", **more: Any) -> Initiative:
    """A submission as a page tells it."""
    fields: dict[str, Any] = {
        "id": "-".join([authority.lower().replace(" ", "-"), title.lower().replace(" ", "-")]),
        "title": title,
        "authorities": (authority,),
        "category": category,
        "summary": f"{title}, in the page's words.",
        "full_text": f"## Beginnings\n\n{title} began.\n\nIt went on.",
        "source": Source("An alliance", "A page", read_on="2026-02-02", document="saved.html", lines=(3, 20)),
        "origin": "imported",
    }
    return Initiative(**{**fields, **more})


def page(*initiatives: Initiative, **tables: Any) -> Brought:
    """What a page says."""
    return Brought(Contents(CONTENTS.publisher, initiatives=initiatives, **tables))


def exported(*initiatives: Initiative, **tables: Any) -> Brought:
    """What another collection's export says."""
    return Brought(Contents(CONTENTS.publisher, initiatives=initiatives, **tables), has_ids=True)


def a_reader(folder: Path, contents: Contents = CONTENTS) -> Imports:
    """A reader who has imported nothing yet."""
    folder.mkdir(parents=True, exist_ok=True)
    bundle = folder / "bundle.db"
    write(contents, bundle)
    return Imports(folder / "own", bundle)
