"""Where a submission begins: its heading, the authorities before the dash, the title after it."""

from __future__ import annotations

import pytest
from page_reading import FOOT, invented, known, messages, one, page_of, read, submission

from spotlight_tui.sources.lines import TextLine


def heading(text: str) -> tuple[tuple[str, ...], str]:
    initiative = one(submission("It is so.", heading=text))
    return initiative.authorities, initiative.title


@pytest.mark.parametrize(
    ("before", "authorities"),
    [
        ("LB of Barnet", ["Barnet"]),
        ("LB Barnet", ["Barnet"]),
        ("London Borough of Barnet", ["Barnet"]),
        ("The London Borough of Barnet", ["Barnet"]),
        ("Barnet Council", ["Barnet"]),
        ("Barnet London Borough Council", ["Barnet"]),
        ("Barnet", ["Barnet"]),
        ("BARNET", ["Barnet"]),
        ("RB of Greenwich", ["Greenwich"]),
        ("RB Greenwich", ["Greenwich"]),
        ("Royal Borough of Greenwich", ["Greenwich"]),
        ("Royal Borough of Kensington & Chelsea", ["Kensington and Chelsea"]),
        ("RBKC", ["Kensington and Chelsea"]),
        ("LBHF", ["Hammersmith and Fulham"]),
        ("LB of Hammersmith & Fulham", ["Hammersmith and Fulham"]),
        ("LBBD", ["Barking and Dagenham"]),
        ("LB of Barking and Dagenham", ["Barking and Dagenham"]),
        ("Westminster City Council", ["Westminster"]),
        ("City of Westminster", ["Westminster"]),
        ("WCC", ["Westminster"]),
        ("City of London", ["City of London"]),
        ("City of London Corporation", ["City of London"]),
        ("LB of Richmond upon Thames", ["Richmond upon Thames"]),
        ("Achieving for Children", ["Achieving for Children"]),
        ("AfC", ["Achieving for Children"]),
        ("Bi-Borough", ["Westminster", "Kensington and Chelsea"]),
        ("The Bi-borough", ["Westminster", "Kensington and Chelsea"]),
        ("Sutton / Merton", ["Sutton", "Merton"]),
        ("LB Sutton/LB Merton", ["Sutton", "Merton"]),
        ("LB of Sutton & LB of Merton", ["Sutton", "Merton"]),
        ("Sutton & Merton", ["Sutton", "Merton"]),
        ("London Boroughs of Sutton, Merton and Croydon", ["Sutton", "Merton", "Croydon"]),
        ("Sutton, Merton, and Croydon", ["Sutton", "Merton", "Croydon"]),
        ("LB of Sutton with LB of Merton", ["Sutton", "Merton"]),
        ("Camden with Islington", ["Camden", "Islington"]),
        (
            "LBHF, RBKC and Barking and Dagenham",
            ["Hammersmith and Fulham", "Kensington and Chelsea", "Barking and Dagenham"],
        ),
        (
            "Kensington and Chelsea and Hammersmith and Fulham",
            ["Kensington and Chelsea", "Hammersmith and Fulham"],
        ),
        (
            "Achieving for Children (Kingston and Richmond)",
            ["Achieving for Children", "Kingston upon Thames", "Richmond upon Thames"],
        ),
    ],
)
def test_names_of_authorities(before: str, authorities: list[str]) -> None:
    page = read(submission("It is so.", heading=f"{before} – Keys"))
    assert [(list(i.authorities), i.title) for i in page.initiatives] == [(authorities, "Keys")]
    assert messages(page) == []


def test_every_alias_that_is_known_is_understood() -> None:
    for authority in known().authorities:
        for name in (authority.name, *authority.aliases):
            assert heading(f"{name} – Keys") == ((authority.name,), "Keys")


def test_an_authority_that_is_not_known_is_kept_as_written_and_told() -> None:
    page = read(invented("unknown-authority.txt"), "workforce")
    wardrobe, lamp = page.initiatives
    assert wardrobe.authorities == ("Narnia", "Sutton")
    assert lamp.authorities == ("North East London",)
    assert "The authority “Narnia” is not known: it was kept as written." in messages(page)
    assert "The authority “North East London” is not known: it was kept as written." in messages(page)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("LB of Barnet – Keys – and Locks", "Keys – and Locks"),
        ("LB of Barnet - Keys", "Keys"),
        ("LB of Barnet — Keys", "Keys"),
        ("12. LB of Barnet – Keys", "Keys"),
        ("LB of Barnet – ‘Keys’ – For Everybody", "‘Keys’ – For Everybody"),
        ("LB of Barnet – Keys: a Front-Door Story", "Keys: a Front-Door Story"),
        ("LB of Barnet – Keys, Locks / Doors & 3 Bolts (2024)", "Keys, Locks / Doors & 3 Bolts (2024)"),
    ],
)
def test_the_title_is_what_stands_behind_the_first_dash(text: str, title: str) -> None:
    assert heading(text) == (("Barnet",), title)


@pytest.mark.parametrize(
    "text", ["LB of Barnet– Keys – and Locks", "LB of Barnet –Keys – and Locks", "LB of Barnet: Keys – and Locks"]
)
def test_a_dash_that_lost_a_space_is_understood_behind_a_known_authority_and_told(text: str) -> None:
    page = read(submission("It is so.", heading=text))
    (initiative,) = page.initiatives
    assert (initiative.authorities, initiative.title) == (("Barnet",), "Keys – and Locks")
    assert [warning.line for warning in page.warnings] == [2]


def test_a_heading_over_two_lines() -> None:
    initiative = one(invented("wrapped-lines.txt"))
    assert initiative.authorities == ("Enfield",)
    assert (
        initiative.title == "Better Mornings – Bringing Breakfast, Conversation and a Bus Ticket to Every School Gate"
    )


@pytest.mark.parametrize(
    "line",
    [
        "September 2022 – July 2023.",
        "September 2022 – July 2023",
        "LBHF",
        "Source: London Borough of Hammersmith and Fulham, June 2023: Children’s Services Inspection",
        "LB of Sutton – a neighbour – lent us the room.",
        "LB of Sutton – Night Desk",
        "Page 17 – Feedback from Barnet",
        "Summary of the year",
    ],
)
def test_what_only_looks_like_a_heading_is_text(line: str) -> None:
    text = submission(f"We began.\n{line}\nWe went on.")
    assert [initiative.title for initiative in read(text).initiatives] == ["Keys"]
    assert line in (one(text).full_text or "")


def test_a_heading_of_nobody_known_over_a_label_without_colon() -> None:
    text = submission("It is so.", heading="Narnia – The Wardrobe").replace(
        "Summary of project: Keys", "Summary of project keys"
    )
    initiative = one(text)
    assert (initiative.title, initiative.summary) == ("The Wardrobe", "keys are cut for every care leaver.")


def test_a_line_above_the_heading_is_not_of_it() -> None:
    page = read(submission("It is so.", heading="LB of Sutton – lent us a room\n\nThe Wardrobe"))
    assert [initiative.title for initiative in page.initiatives] == ["The Wardrobe"]
    assert page.initiatives[0].authorities == ()


def test_london_alone_is_not_the_city() -> None:
    page = read(submission("It is so.", heading="London – Keys"))
    assert page.initiatives[0].authorities == ("London",)
    assert messages(page) == ["The authority “London” is not known: it was kept as written."]


@pytest.mark.parametrize(("last", "submissions"), [("LB of Sutton – Night Desk", 2), ("Sutton – a neighbour", 1)])
def test_the_last_line_of_a_page_that_was_cut_off_can_be_a_heading(last: str, submissions: int) -> None:
    text = submission("It is so.").removesuffix(FOOT) + last
    assert len(read(text).initiatives) == submissions
    assert len(read(f"{text}\nSummary of pro").initiatives) == 2


def test_the_words_summary_of_project_in_a_sentence_begin_no_submission() -> None:
    text = submission("We wrote it down – all of it.\nSummary of project meetings is kept by the clerk.\nWe went on.")
    assert [initiative.title for initiative in read(text).initiatives] == ["Keys"]
    assert "Summary of project meetings is kept by the clerk." in (one(text).full_text or "")


def test_a_submission_whose_authority_is_not_told_is_read_and_told() -> None:
    page = read(submission("It is so.", heading="The Wardrobe"))
    (initiative,) = page.initiatives
    assert (initiative.authorities, initiative.title) == ((), "The Wardrobe")
    assert messages(page) == ["The heading has no authority before a dash: the whole line is taken as the title."]


def test_a_page_whose_first_heading_was_cut_off_keeps_its_submission() -> None:
    page = read(submission("It is so.").partition("Keys\n")[2], "workforce")
    (initiative,) = page.initiatives
    assert initiative.title == "Keys are cut for every care leaver."
    assert initiative.contacts[0].name == "Rosalind Okonjo"
    assert messages(page) == ["This submission has lost its heading: mend its title and authority."]


def test_headings_that_the_document_marks() -> None:
    page = page_of(
        TextLine(0, "LB of Merton – Tea", heading=3),
        "Summary of project: Tea.",
        "Main Submission:",
        "It is so.",
        TextLine(0, "RBKC – Cake", heading=3),
        "Summary of project: Cake.",
        "Main Submission:",
        "It is so.",
        FOOT,
    )
    assert [(i.authorities, i.title) for i in page.initiatives] == [
        (("Merton",), "Tea"),
        (("Kensington and Chelsea",), "Cake"),
    ]


def test_two_submissions_with_nothing_between_them() -> None:
    page = read(invented("compact.txt"))
    assert [(initiative.authorities, initiative.title) for initiative in page.initiatives] == [
        (("Hounslow",), "Front Doors – Who Answers, and How Fast"),
        (("Sutton",), "Porch Lights"),
        (("Westminster", "Kensington and Chelsea", "Hammersmith and Fulham"), "Three Bridges"),
    ]
    assert messages(page) == []
