"""Cards: what is pasted into a mail or a report, with its citation."""

from __future__ import annotations

from spotlight_tui.exports import cards
from spotlight_tui.records import Contact, Figure, Initiative, Link, Quote, Section, Source

SOURCE = Source(
    publisher="Alliance",
    title="Practice Spotlight: Workforce",
    url="https://example.org/4",
    published="2024-11-20",
    read_on="2024-11-21",
)
JO = Contact("Jo Example", "Head of Quiet", "Jo@sutton.gov.uk", "020 7946 0000", "Example Trust")
HOURS = Initiative(
    id="sutton-quiet-hours",
    title="Quiet Hours",
    authorities=("Sutton", "Merton"),
    summary="Two afternoons a week.",
    sections=(Section("Why", "Because.\n\n- Reasons"), Section("Voices", "They said so.")),
    contacts=(JO, Contact("Mo Example")),
    team="Practice",
    partners=("A University", "B Trust"),
    themes=("staff-wellbeing", "unknown"),
    quotes=(Quote("I write by day.", "Social worker", "May 2024", "staff", "after a term"), Quote("Fine.")),
    figures=(
        Figure("Using them", None, "120+", "people", None, 120, "2022 to 2024", "over; of all staff"),
        Figure("Rooms", value="4"),
    ),
    links=(Link("Report", "https://example.org/report"), Link("Lost")),
    videos=(Link("Film", "https://example.org/film"),),
    notes=("It says 4 and 5.",),
    full_text="# As sent\n\nAll of it.",
    source=SOURCE,
)
BARE = Initiative(id="bare", title="Bare", authorities=("Barnet",))

CITED = (
    "Sutton, Merton: Quiet Hours, Alliance, Practice Spotlight: Workforce, 2024-11-20, https://example.org/4,"
    " read on 2024-11-21"
)


def test_a_citation_says_all_that_is_known() -> None:
    assert cards.citation(HOURS) == CITED
    assert cards.citation(BARE) == "Barnet: Bare"


def test_a_citation_does_not_name_the_title_twice() -> None:
    article = Initiative("a", "An article", ("Barnet",), source=Source("A paper", "An article", "https://example.org"))

    assert cards.citation(article) == "Barnet: An article, A paper, https://example.org"


def test_a_contact_card_has_a_line_for_each_thing_known() -> None:
    assert cards.contact_card(JO, HOURS) == (
        "Jo Example\nHead of Quiet\nExample Trust\nJo@sutton.gov.uk\n020 7946 0000"
    )
    assert cards.contact_card(Contact("Mo Example"), HOURS) == "Mo Example\nSutton, Merton"


def test_cards_of_several_contacts_stand_apart() -> None:
    assert cards.contact_cards(HOURS) == (
        "Jo Example\nHead of Quiet\nExample Trust\nJo@sutton.gov.uk\n020 7946 0000\n\nMo Example\nSutton, Merton"
    )
    assert cards.contact_cards(BARE) == ""


def test_a_quotation_names_its_speaker_and_where_it_stands() -> None:
    first, second = (cards.quotation(quote, HOURS) for quote in HOURS.quotes)

    assert first == f"“I write by day.”\n– Social worker, May 2024. {CITED}"
    assert second == f"“Fine.”\n– speaker not named. {CITED}"


def test_a_figure_keeps_the_words_of_the_source() -> None:
    first, second = (cards.figure(figure, HOURS) for figure in HOURS.figures)

    assert first == f"Using them: 120+ (2022 to 2024; over; of all staff)\n– {CITED}"
    assert second == f"Rooms: 4\n– {CITED}"


def test_a_whole_record_as_markdown() -> None:
    assert (
        cards.markdown(HOURS, {"staff-wellbeing": "Staff wellbeing"})
        == f"""\
# Quiet Hours

Sutton, Merton

Two afternoons a week.

## Contact

- **Jo Example**, Head of Quiet, Example Trust, Jo@sutton.gov.uk, 020 7946 0000
- **Mo Example**

## Why

Because.

- Reasons

## Voices

They said so.

## Full text

# As sent

All of it.

## Quotes

> “I write by day.”
>
> – Social worker, May 2024 (after a term)

> “Fine.”
>
> – speaker not named

## Figures

- Using them: **120+** (2022 to 2024; over; of all staff)
- Rooms: **4**

**Team:** Practice

**Partners:** A University · B Trust

**Themes:** Staff wellbeing · unknown

- Report: https://example.org/report
- Lost: address not in the source
- Film: https://example.org/film

*Note: It says 4 and 5.*

Source: {CITED}. As published by the authority; not rated.
"""
    )


def test_a_record_with_next_to_nothing_as_markdown() -> None:
    assert cards.markdown(BARE) == (
        "# Bare\n\nBarnet\n\nSource: Barnet: Bare. As published by the authority; not rated.\n"
    )
