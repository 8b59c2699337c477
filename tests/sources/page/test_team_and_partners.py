"""The team and the partners of a submission."""

from __future__ import annotations

import pytest
from page_reading import invented, messages, one, read, submission


def partners(written: str) -> list[str]:
    return list(one(submission("It is so.", partners=written)).partners)


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("Kingsway University", ["Kingsway University"]),
        ("Home-Start, the Kettle Trust, two schools", ["Home-Start", "the Kettle Trust", "two schools"]),
        ("Home-Start; the Kettle Trust; two schools.", ["Home-Start", "the Kettle Trust", "two schools"]),
        ("Home-Start. The Kettle Trust. Two Schools.", ["Home-Start", "The Kettle Trust", "Two Schools"]),
        ("\n• Home-Start\n• The Kettle Trust", ["Home-Start", "The Kettle Trust"]),
        ("\nHome-Start\nThe Kettle Trust", ["Home-Start", "The Kettle Trust"]),
        ("Home-Start, and the Kettle Trust", ["Home-Start", "the Kettle Trust"]),
        ("Kettles Ltd.", ["Kettles Ltd."]),
        ("Kettles Ltd, St. Giles Trust", ["Kettles Ltd", "St. Giles Trust"]),
        ("Police (North, East and West), NHS", ["Police (North, East and West)", "NHS"]),
        ("Home-Start/Kettle Trust", ["Home-Start", "Kettle Trust"]),
        (
            "Ada Lovelace, Head of Engines, Charles Babbage, Deputy",
            ["Ada Lovelace, Head of Engines", "Charles Babbage, Deputy"],
        ),
        ("Ada Lovelace, Therapist – Founder of Engines", ["Ada Lovelace, Therapist – Founder of Engines"]),
        (
            "Ada Lovelace, Director of Education, Partnerships and Strategy",
            ["Ada Lovelace, Director of Education, Partnerships and Strategy"],
        ),
        ("N/A", []),
        ("None", []),
        ("", []),
    ],
)
def test_partners(written: str, told: list[str]) -> None:
    assert partners(written) == told


def test_a_partner_that_may_be_two_is_kept_and_told() -> None:
    page = read(submission("It is so.", partners="NHS, Home-Start and Kettle Trust"))
    assert page.initiatives[0].partners == ("NHS", "Home-Start and Kettle Trust")
    assert messages(page) == ["“Home-Start and Kettle Trust” may be more than one partner."]


@pytest.mark.parametrize(
    "label", ["Partners", "Partner", "Partner(s)", "Partner organisations", "PARTNERS", "Key partners"]
)
def test_names_of_the_field(label: str) -> None:
    text = submission("It is so.", partners="Home-Start").replace("Partners:", f"{label}:")
    assert one(text).partners == ("Home-Start",)


@pytest.mark.parametrize("label", ["Team", "Teams", "Team(s)", "TEAM", "Team name"])
def test_the_team(label: str) -> None:
    text = submission("It is so.", team="Sofas, Gates & Kettles (North)").replace("Team:", f"{label}:")
    assert one(text).team == "Sofas, Gates & Kettles (North)"


def test_without_team_and_partners() -> None:
    initiative = one(submission("It is so."))
    assert (initiative.team, initiative.partners) == (None, ())


def test_fields_that_were_wrapped() -> None:
    initiative = one(invented("wrapped-lines.txt"))
    assert initiative.team == "School Gate"
    assert initiative.partners == ("Gate Bakery", "Enfield Buses")


def test_a_label_alone_that_is_the_rest_of_its_own_field() -> None:
    assert one(submission("It is so.", team="Early Help and Family\nTeam")).team == "Early Help and Family Team"


def test_a_team_that_names_another_borough_stays_as_published_and_is_told() -> None:
    page = read(submission("It is so.", team="Redbridge Key Cutters"))
    assert page.initiatives[0].team == "Redbridge Key Cutters"
    assert [(w.line, w.message) for w in page.warnings] == [
        (6, "The team “Redbridge Key Cutters” names Redbridge: it was kept as published.")
    ]


@pytest.mark.parametrize("team", ["Ealing Key Cutters", "Ealing and Brent Key Cutters", "Key Cutters, London"])
def test_a_team_of_its_own_borough_is_not_doubtful(team: str) -> None:
    assert messages(read(submission("It is so.", team=team))) == []
