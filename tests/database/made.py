"""A collection in which every field of every record holds something."""

from __future__ import annotations

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

ORCHARD = Initiative(
    id="sutton-orchard",
    title="Orchard – “a café”",
    authorities=("Sutton", "Trust"),
    category="send",
    also_in=("workforce",),
    summary="Apples for everyone.",
    sections=(Section("Why", "Because\n\n- of **apples**\n- and pears"), Section("Voices", "They said so.")),
    keywords=("apple", "pear tree"),
    contacts=(Contact("Jo", "Head", "Jo@sutton.gov.uk", "020 7946 0000", "Trust"), Contact("Mo")),
    team="Orchards",
    partners=("École de Londres", "King’s College"),
    themes=("growth", "wellbeing"),
    quotes=(
        Quote("Apples\n[…] are good", "A child, 8", "May 2024", "child-or-young-person", "at harvest"),
        Quote("So are pears, I think"),
    ),
    figures=(
        Figure("Trees", "trees", "20 to 31.5", "trees", 20, 31.5, "2022 to 2024", "over half"),
        Figure("Saved", None, "£1.2 million", "pounds", None, 1_200_000, None, None),
        Figure("Rate", value="1 in 4"),
    ),
    links=(Link("Map", "https://example.org/map"), Link("Lost")),
    videos=(Link("Film", "https://example.org/film"),),
    notes=("It says 20 and 21.", "No date."),
    full_text="# Orchard\n\nAll of it.\n",
    source=Source("Alliance", "Page", "https://example.org", "2024-11-20", "2024-11-21", "page.txt", (3, 9)),
    origin="imported",
)

BARE = Initiative(id="bare", title="Bare")

CONTENTS = Contents(
    publisher=Publisher("Alliance", "https://example.org", (Contact("Al", "Admin", "al@example.org"), Contact("Bo"))),
    categories=(
        Category("send", 2, "Special needs", "SEND", "About needs.", "SEND Group", "https://example.org/2", 1),
        Category("workforce", 4, "The workforce", "Workforce", initiatives=1),
    ),
    authorities=(
        Authority("Sutton", ("LBS", "Sutton Town")),
        Authority("Barnet"),
        Authority("Trust", ("T",), ("Sutton", "Far Shire")),
    ),
    themes=(Theme("wellbeing", "Wellbeing", "Feeling well."), Theme("growth", "Growth")),
    measures=(Measure("trees", "Trees", "trees", "Trees that grow."),),
    acronyms=(Acronym("zb", "Zebra bench"), Acronym("AT", "Apple tree"), Acronym("aa", "Apple and apricot")),
    signposts=(
        Signpost("barnet-hedge", ("Barnet", "Sutton"), "Hedge", "send", "https://example.org/2"),
        Signpost("barnet", ("Barnet",), None, "workforce", None),
    ),
    initiatives=(ORCHARD, BARE),
    thesaurus=(
        Concept("wood", plain=("thing of trees", "many trees")),
        Concept("orchard", ("grove",), ("where fruit grows", "fruit garden"), ("wood", "land"), ("wellbeing",)),
        Concept("land"),
        Concept("wellbeing", ("feeling well",)),
        Concept("apple tree", ("malus",), broader=("wood",)),
    ),
    spellings=(Spelling("grey", "gray"), Spelling("ise", "ize", True), Spelling("colour", "color")),
    everyday_words=("about", "everyone", "thing"),
)
