"""Quotations: which words are quoted, who says them, when, and whose words they are."""

from __future__ import annotations

import pytest
from page_reading import invented, one, one_with, page_of, submission, to_compact

from spotlight_tui.records import Quote
from spotlight_tui.sources.lines import TextLine

WORDS = "I was asked what I wanted"


def quotes(body: str) -> list[Quote]:
    return list(one_with(body).quotes)


@pytest.mark.parametrize("compact", [False, True])
def test_those_of_a_page(compact: bool) -> None:
    text = invented("testimonies.txt")
    told = [(q.text, q.speaker, q.date, q.kind) for q in one(to_compact(text) if compact else text).quotes]
    assert told == [
        ("a promise is only a sentence until somebody keeps it", None, None, "other"),
        (
            "I was asked what I wanted for once, and then it happened. It took a year. My worker did not change, and "
            "she rang me on my birthday, which nobody ever does",
            "Care leaver",
            "November 2023",
            "child-or-young-person",
        ),
        (
            "I did not think that anyone would read what I wrote, but you did.",
            "Young person, aged 16",
            None,
            "child-or-young-person",
        ),
        ("Somebody came back the next day, which I had not expected at all.", None, None, "child-or-young-person"),
        ("The room is always warm when we come.", "Foster carer, Wood Green", None, "parent-or-family"),
        ("She speaks to me as if I knew my own son.", "Parent", None, "parent-or-family"),
        (
            "The pupils’ stories are listened to, and the school’s day is better for it",
            "Headteacher, Oak Primary",
            None,
            "school",
        ),
        ("Leaders listen to children and act on what they say", "Ofsted", None, "inspector"),
        ("I came for the biscuits", "one father", None, "parent-or-family"),
        ("and I stayed because nobody judged me.", "one father", None, "parent-or-family"),
        ("We never felt rushed or talked over.", "Mother of two", None, "parent-or-family"),
        ("Attendance is up and the corridor is quiet again.", "a partner school", None, "school"),
        (
            "Practice is thoughtful and children are known well.",
            "Royal Borough of Kensington and Chelsea, Children’s Services Inspection",
            "October 2018",
            "inspector",
        ),
        ("nobody waits alone in our borough", None, None, "other"),
        ("the little things that matter most", None, None, "other"),
    ]


@pytest.mark.parametrize(
    "written",
    ["“{}”", "‘{}’", '"{}"', "'{}'", "“{}.”", "“{}”.", "“{}’", "„{}“", "«{}»", "“{}"],
)
def test_marks(written: str) -> None:
    assert [quote.text.rstrip(".") for quote in quotes(written.format(WORDS))] == [WORDS]


def test_a_closing_mark_without_an_opening_one() -> None:
    assert [quote.text for quote in quotes(f"{WORDS} and nobody laughed.” (Young person)")] == [
        f"{WORDS} and nobody laughed."
    ]


def test_a_mark_left_over_in_a_summary_opens_nothing_in_the_text() -> None:
    text = submission(f"{WORDS}.” (Parent)").replace("care leaver.", "“care leaver, who says so.")
    assert [quote.text for quote in one(text).quotes] == [f"{WORDS}."]


def test_a_quotation_over_paragraphs_with_and_without_a_mark_before_each() -> None:
    told = "I was asked what I wanted. It took a year."
    assert [quote.text for quote in quotes("“I was asked what I wanted.\n\nIt took a year.”")] == [told]


def test_a_quotation_ends_at_a_heading() -> None:
    (quote,) = quotes("“I was asked what I wanted.\n\nImpact\n\nThe door opened.")
    assert quote.text == "I was asked what I wanted."


def test_quotations_inside_quotations() -> None:
    texts = [quote.text for quote in quotes("“My daughter said ‘nobody ever asked me before’ and laughed.” (Father)")]
    assert texts == ["My daughter said ‘nobody ever asked me before’ and laughed.", "nobody ever asked me before"]


@pytest.mark.parametrize(
    "body",
    [
        "Our model is called ‘Grow Your Own People From Within’ and is used by all.",
        "We use the “tick-box” approach no longer.",
        "The pupils’ work, the teams’ rooms and the children’s words are kept in the schools’ halls.",
        "It’s ours, it isn’t theirs, and that’s the families’ view of it.",
        "The training ‘Listening To Families In Difficult Times’ ran twice.",
        "A 6' by 4' room and a 5'' tube were all that there was of it.",
        "In the ’90s and the ’00s nobody asked what they wanted of us.",
        "They call it “the little things that count” here.",
    ],
)
def test_what_is_no_quotation(body: str) -> None:
    assert quotes(body) == []


def test_the_title_in_quotation_marks_is_no_quotation() -> None:
    body = "“Nobody waits alone in this borough of ours” was launched in May."
    assert one(
        "LB of Ealing – ‘Nobody waits alone in this borough of ours’\nSummary of project: Keys.\n"
        f"Key Contact: Ada Lovelace – Head – a@x.example\nMain Submission:\n{body}"
    ).quotes == ()  # fmt: skip


@pytest.mark.parametrize(
    ("body", "speaker", "date", "kind"),
    [
        ("“{}” (Care leaver, November 2023)", "Care leaver", "November 2023", "child-or-young-person"),
        ("“{}” (Boy, 15, Tulse Hill)", "Boy, 15, Tulse Hill", None, "child-or-young-person"),
        ("“{}” – Mother of two", "Mother of two", None, "parent-or-family"),
        ("“{}” – Jo, aged 16", "Jo, aged 16", None, "child-or-young-person"),
        ("“{}” Auditor, 15", "Auditor, 15", None, "child-or-young-person"),
        ("“{}”\nFoster carer", "Foster carer", None, "parent-or-family"),
        ("“{}”\n– Ada Lovelace, Headteacher", "Ada Lovelace, Headteacher", None, "school"),
        ("“{}”\n(Social worker, 3 May 2024)", "Social worker", "3 May 2024", "staff"),
        ("“{}”\nSource: Barnet inspection, May 2024", "Barnet inspection", "May 2024", "inspector"),
        ("“{}”, said one father.", "one father", None, "parent-or-family"),
        ("“{}”, a parent told us.", "a parent", None, "parent-or-family"),
        ("“{}” said Ada Lovelace, Team Manager, last year.", "Ada Lovelace, Team Manager", None, "staff"),
        ("Parent: “{}”", "Parent", None, "parent-or-family"),
        ("One young person said: “{}”", "One young person", None, "child-or-young-person"),
        ("A senior officer told the evaluation team: “{}”", "A senior officer", None, "staff"),
        ("Cllr Ada Lovelace, Cabinet Member, says: “{}”", "Cllr Ada Lovelace, Cabinet Member", None, "leader"),
        ("As one headteacher put it: “{}”", "one headteacher", None, "school"),
        ("Ofsted found in March 2024: “{}”", "Ofsted", "March 2024", "inspector"),
        ("Ofsted’s visit in March 2024 found: “{}”", "Ofsted’s visit", "March 2024", "inspector"),
        ("Feedback from a partner school:\n“{}”", "a partner school", None, "school"),
        ("As quoted by Ofsted:\n“{}”", "Ofsted", None, "inspector"),
        ("Feedback from parents\n“{}”", None, None, "parent-or-family"),
        ("Staff feedback includes:\n“Every day has a beginning.”\n“{}”", None, None, "staff"),
        (
            "Staff wrote what they had seen on our “doors”. Some of it says:\n“Every day begins.”\n“{}”",
            None,
            None,
            "staff",
        ),
        ("“{}”, he said.", None, None, "other"),
        ("“{}” This was said by nobody.", None, None, "other"),
        ("“{}” (see page 12)", None, None, "other"),
        ("“{}” This shows how much was asked.", None, None, "other"),
        ("“{}”", None, None, "other"),
    ],
)
def test_who_speaks(body: str, speaker: str | None, date: str | None, kind: str) -> None:
    quote = quotes(body.format(f"{WORDS}."))[-1]
    assert (quote.text.rstrip("."), quote.speaker, quote.date, quote.kind) == (WORDS, speaker, date, kind)


def test_bullets_can_be_quotations() -> None:
    page = page_of(
        "LB of Ealing – Keys",
        "Summary of project: Keys.",
        "Main Submission:",
        "What parents say",
        TextLine(0, f"“{WORDS}.” – Mother", bullet=True),
        TextLine(0, "“The room is always warm when we come.”", bullet=True),
    )
    assert [(q.speaker, q.kind) for q in page.initiatives[0].quotes] == [
        ("Mother", "parent-or-family"),
        (None, "parent-or-family"),
    ]


def test_the_same_words_twice_are_one_quotation() -> None:
    assert len(quotes(f"“{WORDS}.” (Parent)\nAnd again: “{WORDS}.”")) == 1
