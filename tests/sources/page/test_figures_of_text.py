"""Figures: which numbers of a text are figures, and what is told of each."""

from __future__ import annotations

from typing import Any

import pytest
from page_reading import invented, one, one_with, read, to_compact

from spotlight_tui.records import Figure


def figures(body: str) -> list[Figure]:
    return list(one_with(body).figures)


def values(body: str) -> list[str]:
    return [figure.value for figure in figures(body)]


def told(figure: Figure) -> tuple[Any, ...]:
    return figure.value, figure.unit, figure.before, figure.after


@pytest.mark.parametrize("compact", [False, True])
def test_those_of_a_page(compact: bool) -> None:
    text = invented("numbers.txt")
    assert [told(figure) for figure in one(to_compact(text) if compact else text).figures] == [
        ("from 33% to 24%", "percent", 33, 24),
        ("from 31% to 26.5%", "percent", 31, 26.5),
        ("98% (up from 71%)", "percent", 71, 98),
        ("over 3,400 carers", "people", None, 3400),
        ("19 authorities", "authorities", None, 19),
        ("150+ practitioners", "people", None, 150),
        ("1 in 6 of our pupils", "people", None, None),
        ("two-thirds of parents", "people", None, None),
        ("30-45 adverts", "adverts", None, None),
        ("£1.2 million", "pounds", None, 1_200_000),
        ("£312,750", "pounds", None, 312_750),
        ("nearly £40k", "pounds", None, 40_000),
        ("30%", "percent", None, 30),
        ("15 percentage point rise", "percent", None, 15),
        ("93%", "percent", None, 93),
        ("27 Primary", "schools", None, 27),
        ("9 Secondary", "schools", None, 9),
        ("1 PRU", "schools", None, 1),
        ("74 attendees", "people", None, 74),
        ("3 events", "events", None, 3),
        ("Under 2%", "percent", None, 2),
        ("6-day", "days", None, 6),
        ("two-hour", "hours", None, 2),
        ("350 hours", "hours", None, 350),
        ("Evening requests – 5", None, None, 5),
    ]


@pytest.mark.parametrize(
    ("sentence", "value", "unit", "before", "after"),
    [
        ("Turnover fell from 29% to 9%.", "from 29% to 9%", "percent", 29, 9),
        ("It went from only 29 per cent to 9 per cent.", "from only 29 per cent to 9 per cent", "percent", 29, 9),
        ("Turnover fell from 29 to 9%.", "from 29 to 9%", "percent", 29, 9),
        ("Turnover: 29% → 9%.", "29% → 9%", "percent", 29, 9),
        ("Turnover is 9%, down from 29%.", "9%, down from 29%", "percent", 29, 9),
        ("Permanence is 82% (vs. 44% in 2020).", "82% (vs. 44% in 2020)", "percent", 44, 82),
        ("Exclusions fell from 118 to 47.", "from 118 to 47", "exclusions", 118, 47),
        ("The number of children in care fell from 412 to 388.", "from 412 to 388", "children", 412, 388),
        ("Robberies on the three routes fell from 118 to 47.", "from 118 to 47", "robberies", 118, 47),
        ("Courses last from 3 to 12 months.", "from 3 to 12 months", "months", None, None),
        ("Courses rose from 3 to 12 months.", "from 3 to 12 months", "months", 3, 12),
        ("Passes rose to 74%, compared to 53% elsewhere.", "74%", "percent", None, 74),
        ("For every £1 spent we saved £4.70.", "£4.70", "pounds", None, 4.7),
        ("We saw 20 in 2 schools.", "2 schools", "schools", None, 2),
        ("Vacancies have gone down over the last five years.", "last five years", "years", None, 5),
        ("It is taught over 10 days.", "10 days", "days", None, 10),
        ("It has run for over 10 days.", "over 10 days", "days", None, 10),
        ("The team grew from 3 people to 12 people.", "from 3 people to 12 people", "people", 3, 12),
        ("Removals fell by a third, from 26 a year to 16.", "from 26 a year to 16", None, 26, 16),
        ("Decisions take 18 days instead of 94.", "18 days instead of 94", "days", 94, 18),
        ("The score improved from 19.4 to 24.1.", "from 19.4 to 24.1", None, 19.4, 24.1),
        ("Spending fell from £1.2m to £800k.", "from £1.2m to £800k", "pounds", 1_200_000, 800_000),
        ("We saved £1,044,243.21.", "£1,044,243.21", "pounds", None, 1_044_243.21),
        ("The grant is £2.5 million.", "£2.5 million", "pounds", None, 2_500_000),
        ("There are 1.9 million children.", "1.9 million children", "children", None, 1_900_000),
        ("It rose by 21%.", "21%", "percent", None, 21),
        ("A 60% decrease was seen.", "60% decrease", "percent", None, 60),
        ("Ninety-three people applied.", "Ninety-three people", "people", None, 93),
        ("Two hundred families came.", "Two hundred families", "families", None, 200),
        ("Over a hundred families came.", "Over a hundred families", "families", None, 100),
        ("Children are three times more likely to stay.", "three times more likely", "times", None, 3),
        ("They are twice as likely to stay.", "twice as likely", "times", None, 2),
        ("It fell to 18.5 per 10,000 children.", "18.5 per 10,000 children", None, None, 18.5),
        ("One child in four stays.", "One child in four", None, None, None),
        ("Nine in ten families stay.", "Nine in ten families", "families", None, None),
        ("39 of the 46 stayed.", "39 of the 46", None, None, None),
        ("11 of the 15 LAs improved.", "11 of the 15 LAs", "authorities", None, None),
        ("More than half of our families stay.", "More than half of our families", "families", None, None),
        ("It dropped by two thirds.", "two thirds", None, None, None),
        ("Between 5 and 25 years were asked for.", "Between 5 and 25 years", "years", None, None),
        ("Costs are 10% to 15%.", "10% to 15%", "percent", None, None),
    ],
)  # fmt: skip
def test_one_figure(sentence: str, value: str, unit: str | None, before: float | None, after: float | None) -> None:
    assert (value, unit, before, after) in [told(figure) for figure in figures(sentence)]
    assert sum(value in figure.value for figure in figures(sentence)) == 1


@pytest.mark.parametrize(
    ("words", "note"),
    [
        ("over 70 families", "over"),
        ("more than 70 families", "over"),
        ("at least 70 families", "over"),
        ("70+ families", "over"),
        ("70 families or more", "over"),
        ("under 70 families", "under"),
        ("fewer than 70 families", "under"),
        ("up to 70 families", "under"),
        ("nearly 70 families", "under"),
        ("around 70 families", "approximately"),
        ("an average of 70 families", "average"),
        ("70 families on average", "average"),
        ("70 families", None),
    ],
)
def test_a_bound_is_told_first_in_the_note(words: str, note: str | None) -> None:
    (figure,) = figures(f"We saw {words}.")
    assert figure.after == 70
    assert figure.note == note


def test_a_bound_of_years_behind_the_number() -> None:
    (figure,) = figures("They have worked here for 10 years or more.")
    assert (figure.value, figure.after, figure.note) == ("10 years or more", 10, "over")


def test_a_range_and_a_ratio_are_no_bound() -> None:
    for sentence in ("We placed over 60-80 adverts.", "Over 1 in 4 children stay."):
        (figure,) = figures(sentence)
        assert (figure.before, figure.after) == (None, None)
        assert not (figure.note or "").startswith(("over", "under"))


@pytest.mark.parametrize(
    "sentence",
    [
        "Children aged 4 to 7, a 15-year-old and under 5s came.",
        "We met on 4 May 2024 at 10am, and on the 3rd of June.",
        "See page 12, Section 47, Level 2, Year 6, KS1, category 1 and Figure 3.",
        "Call 020 7946 0000 or 07700 900123.",
        "Visit https://numbers.example/2024/12/index or write to team12@numbers.example.",
        "The 0-19 service and the 0 to 25 team work on 1:1 terms, 24/7.",
        "We began in 2019/20 and went on until December 2024.",
        "3. Evidence of what was done.",
        "Covid-19 closed the doors.",
        "(2) Integrity and (3) creativity.",
        "The four of us and both teams went.",
        "The three schools met.",
        "We did three things in two ways.",
        "It is one of a kind.",
        "There are several hundred families.",
    ],
)
def test_numbers_that_are_no_figures(sentence: str) -> None:
    assert values(sentence) == []


def test_talk_of_numbers_in_a_quotation_is_no_figure_but_figures_are() -> None:
    assert values("“My two brothers and three friends came.” (Boy, 9)") == []
    assert values("“I came. My two brothers came too.” (Boy, 9)") == []
    assert values("A father said: “Two of my friends came with me to three meetings.”") == []
    assert values("“It cut 40 hours of my week.” (Social worker)") == ["40 hours"]


def test_the_pound_that_something_is_told_for_is_no_figure() -> None:
    assert values("For every £1 spent we saved £4.70.") == ["£4.70"]


@pytest.mark.parametrize(
    ("sentence", "of_these"),
    [
        ("We saw 212 children; 31 of these were referred.", ("31 of these", "children", 31)),
        ("We saw 212 children, 31 of whom were referred.", ("31 of whom", "children", 31)),
        ("Ninety people applied, 17 were seen.", ("17", "people", 17)),
        ("It has 149 parents and a further 57 on the list.", ("a further 57", "people", 57)),
    ],
)
def test_numbers_that_go_on_with_what_was_counted(sentence: str, of_these: tuple[str, str, int]) -> None:
    last = figures(sentence)[-1]
    assert (last.value, last.unit, last.after) == of_these


@pytest.mark.parametrize(
    ("sentence", "value", "period"),
    [
        ("In 2023/24 we held 311 meetings.", "311 meetings", "2023/24"),
        ("We held 311 meetings in March 2024.", "311 meetings", "March 2024"),
        ("Since 2021, 28 schools have joined.", "28 schools", "Since 2021"),
        ("Over the last 2 years turnover fell from 9% to 7%.", "from 9% to 7%", "Over the last 2 years"),
        ("It costs £86,000 a year.", "£86,000", "a year"),
        ("We place 60-80 adverts per year.", "60-80 adverts", "per year"),
        ("Between 2017 and 2022 we trained 117 people.", "117 people", "Between 2017 and 2022"),
        ("71% read well before; by summer 2024 it was 84%.", "71%", None),
        ("We have 28 schools.", "28 schools", None),
        ("Every month we see 70 families.", "70 families", None),
    ],
)
def test_the_period_of_a_figure(sentence: str, value: str, period: str | None) -> None:
    assert [figure.period for figure in figures(sentence) if figure.value == value] == [period]


@pytest.mark.parametrize(
    ("sentence", "value", "measure"),
    [
        ("Staff turnover is 9%.", "9%", "turnover"),
        ("Our vacancy rate fell from 27% to 21%.", "from 27% to 21%", "vacancy-rate"),
        ("Only 9% are agency workers.", "Only 9%", "agency-share"),
        ("82% of staff are permanent.", "82%", "permanent-share"),
        ("99% were very satisfied.", "99%", "satisfaction"),
        ("Turnover fell by 30%.", "30%", None),
        ("61% felt safe.", "61%", None),
        ("Turnover was down, and 61% felt safe.", "61%", None),
        ("We trained 61 permanent staff.", "61 permanent staff", None),
    ],
)
def test_the_measure_of_a_percentage(sentence: str, value: str, measure: str | None) -> None:
    assert [(figure.value, figure.measure) for figure in figures(sentence)] == [(value, measure)]


def test_the_label_is_the_sentence_or_what_of_it_stands_around_the_figure() -> None:
    assert figures("Families came back. We saw 70 families. It rained.")[0].label == "We saw 70 families."
    long = f"It is {'very ' * 60}long, and we saw 70 families at the door, which {'also ' * 60}was long."
    label = figures(long)[0].label
    assert "we saw 70 families at the door" in label
    assert len(label) <= 160
    assert label.startswith("…")
    assert label.endswith("…")


def test_every_figure_stands_in_the_page() -> None:
    for name in ("numbers.txt", "walks-and-buses.txt", "sofas-and-gates.txt"):
        text = " ".join(invented(name).split())
        for initiative in read(invented(name)).initiatives:
            for figure in initiative.figures:
                assert all(part in text for part in figure.value.split(" … "))
                assert all(part in text for part in figure.label.strip("…").split(" … "))


def test_titles_of_what_lies_elsewhere_are_not_looked_through() -> None:
    assert values("It is so.\nSupporting Information:\nVideo: Two hats for 40 children") == []
