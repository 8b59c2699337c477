"""A folder without a mistake is read whole, every field where it belongs."""

from __future__ import annotations

from pathlib import Path

from folder import RECORD, Folder

from spotlight_tui.records import (
    Acronym,
    Authority,
    Category,
    Concept,
    Contact,
    Contents,
    Figure,
    Initiative,
    Link,
    Measure,
    Publisher,
    Quote,
    Section,
    Signpost,
    Source,
    Spelling,
    Theme,
)

QUIET_HOURS = Initiative(
    id="example-borough-quiet-hours",
    title="Quiet Hours",
    authorities=("Example Borough",),
    category="workforce",
    also_in=("send",),
    summary="Staff keep two afternoons a week for writing. More use them now.",
    sections=(
        Section("Why", "Writing was done at night.\n\n- Nobody slept."),
        Section("What changed", "It is done **by day**."),
    ),
    keywords=(
        "quiet hours",
        "time to write",
        "protected time",
        "no: meetings",
        "recording",
        "visits",
        "afternoons",
        "diary",
        "calendar",
        "focus",
        "catching up",
    ),
    contacts=(Contact("Jo Example", "Principal Social Worker", "Jo.O'Example@example.gov.uk", "020 7946 0000", None),),
    team="Practice Development",
    partners=("Example University",),
    themes=("staff-wellbeing",),
    quotes=(
        Quote(
            "I finish my recording in the week it belongs to.",
            "Social worker",
            "March 2024",
            "staff",
            "after the first term",
        ),
    ),
    figures=(
        Figure("Staff using quiet hours", "quiet-share", "27% to 61%", "percent", 27, 61.5, "2022 to 2024", None),
        Figure("Rooms", value="a few"),
    ),
    links=(Link("Evaluation report", None),),
    videos=(Link("The film", "https://example.org/film"),),
    notes=("The page says it twice.",),
    full_text=None,
    source=Source(
        publisher="Example Alliance",
        title="A page",
        url="https://alliance.example.org/page",
        published="2024-11-20",
        read_on="2024-11-21",
        document="example-page.txt",
        lines=(12, 80),
    ),
    origin="bundled",
)


def test_everything_is_read(tmp_path: Path) -> None:
    assert Folder(tmp_path / "data").read() == Contents(
        publisher=Publisher(
            "Example Alliance",
            "https://alliance.example.org/",
            (Contact("Mo Example", "Administrator", "mo@example.org"),),
        ),
        categories=(
            Category(
                "workforce",
                4,
                "Supporting the workforce",
                "Workforce",
                "Keeping people.",
                "Workforce Group",
                "https://alliance.example.org/4",
                1,
            ),
            Category(
                "send",
                2,
                "Special educational needs",
                "SEND",
                None,
                "SEND Group",
                "https://alliance.example.org/2",
                1,
            ),
        ),
        authorities=(
            Authority("Example Borough", ("LBE", "Example")),
            Authority("Example Trust", (), ("Example Borough", "Far Shire")),
        ),
        themes=(Theme("staff-wellbeing", "Staff wellbeing", "Time and help."),),
        measures=(Measure("quiet-share", "Quiet share", "percent", "Share of staff with quiet hours."),),
        acronyms=(Acronym("QH", "Quiet Hours"),),
        signposts=(
            Signpost(
                "example-trust-loud-hours",
                ("Example Trust",),
                "Loud Hours",
                "send",
                "https://alliance.example.org/2",
            ),
        ),
        initiatives=(QUIET_HOURS,),
        thesaurus=(
            Concept("quiet hour", ("protected time",), ("time to think",), broader=("hour",)),
            Concept("hour", related=("quiet hour",)),
        ),
        spellings=(Spelling("ise", "ize", True), Spelling("centre", "center")),
        everyday_words=("about", "don", "t", "thing"),
    )


def test_whole_numbers_stay_whole(tmp_path: Path) -> None:
    figure = Folder(tmp_path / "data").read().initiatives[0].figures[0]

    assert (repr(figure.before), repr(figure.after)) == ("27", "61.5")


def test_files_with_windows_line_ends_read_the_same(tmp_path: Path) -> None:
    folder = Folder(tmp_path / "data")
    folder.put(RECORD, folder.text().replace("\n", "\r\n"))

    assert folder.read().initiatives == (QUIET_HOURS,)


def test_files_with_a_byte_order_mark_read_the_same(tmp_path: Path) -> None:
    folder = Folder(tmp_path / "data")
    for name in (RECORD, "themes.yaml", "publisher.yaml"):
        folder.put(name, "\ufeff" + folder.text(name))

    assert folder.read() == Folder(tmp_path / "without").read()


def test_the_order_is_that_of_the_sources_and_their_lines(tmp_path: Path) -> None:
    folder = Folder(tmp_path / "data")
    sources = folder.text("sources.yaml")
    folder.put("sources.yaml", sources + sources.replace("example-page.txt", "a-later-document.txt"))
    record = folder.text()
    for id_, document, lines in (
        ("aa-last", "a-later-document.txt", "[1, 2]"),
        ("bb-second", "example-page.txt", "[100, 110]"),
        ("zz-first", "example-page.txt", "[9, 11]"),
    ):
        changed = record.replace("example-borough-quiet-hours", id_).replace("[12, 80]", lines)
        folder.put(f"collection/{id_}.md", changed.replace("document: example-page.txt", f"document: {document}"))

    ids = [initiative.id for initiative in folder.read().initiatives]

    assert ids == ["zz-first", "example-borough-quiet-hours", "bb-second", "aa-last"]


def test_a_category_counts_the_initiatives_that_are_also_in_it(tmp_path: Path) -> None:
    folder = Folder(tmp_path / "data")
    related = (
        folder.text()
        .replace("example-borough-quiet-hours", "related")
        .replace("category: workforce\n", "category: null\n")
    )
    folder.put("collection/related.md", related)

    assert {c.id: c.initiatives for c in folder.read().categories} == {"workforce": 1, "send": 2}
