"""An invented collection, small enough to know by heart: its words and numbers stand in the tests."""

from __future__ import annotations

from spotlight_tui.records import (
    Acronym,
    Authority,
    Category,
    Contact,
    Contents,
    Figure,
    Initiative,
    Link,
    Publisher,
    Quote,
    Section,
    Signpost,
    Source,
    Theme,
)

PAGE = "https://example.org/4"
SOURCE = Source("Invented Alliance", "Practice Spotlight: Workforce", PAGE, None, "2026-11-21", "page.txt", (10, 60))

_WHY = (
    "Harbour staff left faster than they came. Supervision was short, and the DSL of every school asked for more."
    " Nobody had a place to say what was hard."
)
_HOW = """
The centre opens on two evenings a week:

- **Supervision:** a practitioner leads groups of six.
- **Training:** a module for newly qualified staff, with the University of Saltmere.
"""

HARBOUR = Initiative(
    id="northmoor-harbour",
    title="Harbour Way – a place to stay and to grow",
    authorities=("Northmoor",),
    category="workforce",
    summary="A centre for staff where supervision and training stand under one roof. In 2 years turnover fell by half.",
    sections=(
        Section("Why", _WHY),
        Section("What they did", _HOW),
        Section(
            "How it runs", "Two managers share it. The council pays for the rooms.\n\nThe budget is reviewed yearly."
        ),
        Section("What changed", "- More staff stay.\n- Fewer agency workers are needed."),
        Section("For others", "Start small, and find the rooms first."),
    ),
    keywords=("retention", "harbour"),
    contacts=(
        Contact("Ada Marsh", "Principal Social Worker", "Ada.Marsh@northmoor.example"),
        Contact("Ben Quill", None, "ben.quill@quay.example", "020 7946 0000", "Quay Trust"),
    ),
    team="Harbour team",
    partners=("University of Saltmere", "Quay Trust"),
    themes=("retention", "supervision"),
    quotes=(
        Quote("I have found my harbour", "Newly qualified social worker", "May 2024", "staff"),
        Quote("Supervision is what keeps me here, and the people in it", None, None, "staff", "at the summer forum"),
        Quote("They listen to us now", "A parent", None, "parent-or-family"),
    ),
    figures=(
        Figure("Turnover of social workers", None, "24% to 12%", "percent", 24, 12, "over 2 years"),
        Figure("Agency share", None, "18% to 9%", "percent", 18, 9),
        Figure("Groups", None, "6 groups", "groups", None, 6, None, "one for each office"),
    ),
    links=(Link("A film of the rooms"),),
    notes=("The page has no date.",),
    source=SOURCE,
)
LANTERN = Initiative(
    id="eastvale-lantern",
    title="Lantern Rooms",
    authorities=("Eastvale", "Northmoor"),
    category="workforce",
    also_in=("send",),
    summary="Quiet rooms for reflective supervision.",
    sections=(Section("Why", "The offices are loud."), Section("For others", "Paint them blue.")),
    contacts=(Contact("Cleo Reed", "Rooms Manager"),),
    themes=("supervision",),
    source=SOURCE,
)
LONG = Initiative(
    id="saltmere-long",
    title="Communication for all: bringing children, young people and families the right support at the right time,"
    " from the first question to the last answer",
    authorities=("Saltmere",),
    category="workforce",
    summary="Speech and language therapists train everyone who meets families.",
    sections=(Section("Why", "Waiting lists were long."),),
    contacts=(
        Contact("Dov Lane", "Therapist", "a.very.long.name.indeed.of.somebody@children-and-families.saltmere.example"),
    ),
    figures=(Figure("Money saved", None, "£40,000", "pounds", None, 40000),),
    source=SOURCE,
)
QUIET = Initiative(
    id="eastvale-quiet",
    title="A quiet start",
    authorities=("Eastvale",),
    summary="A study of mentoring.",
    sections=(Section("Why", "Mentoring helps beginners."),),
    quotes=(Quote("My mentor answered every question"),),
    source=Source("A Journal", "A quiet start"),
)

CONTENTS = Contents(
    publisher=Publisher(
        "Invented Alliance",
        "https://example.org",
        (Contact("Eve", "Administrator", "eve@alliance.example"), Contact("Flo", None, "flo@alliance.example")),
    ),
    categories=(
        Category("equity", 1, "Racial equity", "Equity", None, "Equity Group", "https://example.org/1"),
        Category("send", 2, "Special needs and disability", "SEND", None, "SEND Group", "https://example.org/2"),
        Category("workforce", 4, "The workforce", "Workforce", None, "Workforce Group", PAGE),
    ),
    authorities=(Authority("Eastvale"), Authority("Northmoor", ("NM",)), Authority("Saltmere"), Authority("Westfold")),
    themes=(Theme("retention", "Retention"), Theme("supervision", "Supervision")),
    acronyms=(Acronym("DSL", "Designated Safeguarding Lead"),),
    signposts=(
        Signpost("westfold-schools", ("Westfold",), "Fair schools", "equity", "https://example.org/1"),
        Signpost("saltmere-equity", ("Saltmere", "Westfold"), None, "equity", "https://example.org/1"),
        Signpost("westfold-autism", ("Westfold",), "Autism team", "send", "https://example.org/2"),
    ),
    initiatives=(HARBOUR, LANTERN, LONG, QUIET),
)
