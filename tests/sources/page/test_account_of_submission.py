"""The text of a submission: headings, paragraphs, bullets, sections, and that nothing of it is lost."""

from __future__ import annotations

import pytest
from page_reading import FOOT, PAGES, invented, lost_lines, one, one_with, page_of, read, submission, to_compact

from spotlight_tui.sources.lines import TextLine

EVERY_PAGE = sorted(path.name for path in PAGES.glob("*.txt"))


@pytest.mark.parametrize("shape", [str, to_compact])
@pytest.mark.parametrize("name", EVERY_PAGE)
def test_no_line_of_a_submission_is_lost(name: str, shape: type[str]) -> None:
    text = shape(invented(name))
    page = read(text)
    assert page.initiatives
    assert lost_lines(text, page) == []


@pytest.mark.parametrize("name", EVERY_PAGE)
def test_a_page_reads_the_same_without_blank_lines(name: str) -> None:
    wide, compact = read(invented(name)), read(to_compact(invented(name)))
    for one_, other in zip(wide.initiatives, compact.initiatives, strict=True):
        assert (one_.id, one_.title, one_.authorities, one_.summary) == (
            other.id,
            other.title,
            other.authorities,
            other.summary,
        )
        assert (one_.contacts, one_.team, one_.partners) == (other.contacts, other.team, other.partners)
        assert (one_.quotes, one_.figures, one_.links) == (other.quotes, other.figures, other.links)
        assert one_.sections == other.sections
        assert one_.full_text == other.full_text
    assert (wide.category, wide.introduction) == (compact.category, compact.introduction)


def test_a_submission_as_markdown() -> None:
    kettle = read(invented("wide.txt")).initiatives[0]
    assert (kettle.full_text or "").split("\n") == [
        "## Introduction and Motivation",
        "",
        "New staff told us that they had nobody to ask the small questions.",
        "",
        "We wanted a room where a question costs nothing.",
        "",
        "## Details of actions and activities",
        "",
        "- Every Tuesday at four the kettle goes on.",
        "- Whoever has a question puts it on a card.",
        "- Nobody has to stay.",
        "",
        "## Evidence of impact",
        "",
        "Turnover among newly qualified staff fell from 31% to 12% over the last 2 years.",
        "",
        "“I would have left in my first winter without the Tuesdays.” (Social worker, March 2024)",
        "",
        "## Supporting Materials",
    ]


def test_sections_are_those_whose_heading_is_clearly_one_of_the_six() -> None:
    kettle, chairs, desk = read(invented("wide.txt")).initiatives
    assert [section.heading for section in kettle.sections] == ["Why", "What they did", "What changed"]
    assert kettle.sections[1].body == (
        "- Every Tuesday at four the kettle goes on.\n"
        "- Whoever has a question puts it on a card.\n"
        "- Nobody has to stay."
    )
    assert chairs.sections == ()
    assert [section.heading for section in desk.sections] == ["Why", "Voices"]


@pytest.mark.parametrize(
    ("heading", "section"),
    [
        ("Introduction", "Why"),
        ("1. Background and rationale", "Why"),
        ("Why we began", "Why"),
        ("The challenge", "Why"),
        ("What we did", "What they did"),
        ("2) Details of our actions and activities", "What they did"),
        ("How it works", "How it runs"),
        ("Costs and staffing", "How it runs"),
        ("EVIDENCE OF IMPACT", "What changed"),
        ("Impact and outcomes:", "What changed"),
        ("What has changed", "What changed"),
        ("Voice of the child", "Voices"),
        ("Feedback from parents", "Voices"),
        ("What young people told us", "Voices"),
        ("Transferability", "For others"),
        ("Lessons for other boroughs", "For others"),
    ],
)
def test_headings_that_are_another_name_for_a_section(heading: str, section: str) -> None:
    initiative = one_with(f"{heading}\nThe key has a name on it.")
    assert [(s.heading, s.body) for s in initiative.sections] == [(section, "The key has a name on it.")]


@pytest.mark.parametrize(
    "heading", ["The Tuesday room", "Practice Educators", "Working with schools", "Conclusion", "Impact Hub Ealing"]
)
def test_other_headings_are_structure_of_the_text(heading: str) -> None:
    initiative = one_with(f"{heading}\nThe key has a name on it.")
    assert initiative.sections == ()
    assert initiative.full_text == f"## {heading}\n\nThe key has a name on it."


@pytest.mark.parametrize(
    "line",
    [
        "The key has a name on it.",
        "the key and the door",
        "Every key is cut for one door and",
        "‘I had nine workers. Then I had one’ – Jo, 16",
        "What I wanted was somebody who stays. (Young woman, 17)",
        "ada@x.example",
        "Children seen: 45",
        "Page 17",
        "Spring | 7 | 29",
        "LBHF",
        "These are the aims of our",
        "We asked them to say:",
    ],
)
def test_lines_that_are_no_heading(line: str) -> None:
    assert "##" not in (one_with(f"We began in spring.\n{line}\nThe door opened.").full_text or "")


def test_short_lines_in_a_row_are_a_list_and_no_headings() -> None:
    text = one_with("We are glad.\nWarm rooms\nGood food\nKind words\nLong walks\nAnd it went on.").full_text or ""
    assert "##" not in text


def test_a_section_heading_over_short_lines() -> None:
    initiative = one_with("It is so.\n3. Evidence of impact\nForty keys cut\nTen doors opened\nNo lock changed")
    assert [section.heading for section in initiative.sections] == ["What changed"]


def test_a_bold_line_over_short_ones_is_a_heading() -> None:
    head = ("LB of Ealing – Keys", "Summary of project: Keys.", "Main Submission:", "It is so.")
    rows = (TextLine(0, "Our numbers", bold=True), "Forty keys cut", "Ten doors opened", "No lock changed")
    assert "## Our numbers\n\nForty keys cut" in (page_of(*head, *rows, FOOT).initiatives[0].full_text or "")
    bold = [TextLine(0, text, bold=True) for text in ("Warm rooms", "Good food", "Kind words", "Long walks")]
    assert "##" not in (page_of(*head, *bold, FOOT).initiatives[0].full_text or "")


def test_a_line_whose_sentence_goes_on_is_no_heading() -> None:
    assert "##" not in (one_with("We are glad.\nEvery Tuesday at ten\nthe kettle goes on.").full_text or "")


def test_what_ends_a_page_may_stand_in_the_middle_of_it() -> None:
    text = submission("Share this:\nProject Administrator: the one with the kettle.\nAnd so on.").removesuffix(FOOT)
    page = read(text + submission("It is so.", heading="LB of Brent – Locks").partition("\n")[2])
    assert (page.initiatives[0].full_text or "").endswith(
        "Project Administrator: the one with the kettle.\n\nAnd so on."
    )


def test_headings_and_bold_lines_that_the_document_marks() -> None:
    page = page_of(
        TextLine(0, "LB of Ealing – Keys", heading=3),
        "Summary of project: Keys.",
        "Main Submission:",
        TextLine(0, "Why we began", bold=True),
        "Nobody had a key.",
        TextLine(0, "Impact", heading=4),
        TextLine(0, "On children", heading=5),
        "They have one.",
        TextLine(0, "Each key has a name", bullet=True),
        FOOT,
    )
    (initiative,) = page.initiatives
    assert initiative.full_text == (
        "## Why we began\n\nNobody had a key.\n\n"
        "## Impact\n\n### On children\n\nThey have one.\n\n- Each key has a name"
    )
    assert [(s.heading, s.body) for s in initiative.sections] == [
        ("Why", "Nobody had a key."),
        ("What changed", "**On children**\n\nThey have one.\n\n- Each key has a name"),
    ]


def test_lines_that_were_cut_in_the_middle_of_a_sentence_are_joined() -> None:
    initiative = one(invented("wrapped-lines.txt"))
    assert initiative.full_text == (
        "The baker comes at seven and has brought breakfast to the gate every morning since the spring, "
        "in every weather."
    )
    assert initiative.summary == (
        "Breakfast is carried to the gate by the people who know the children best, and nobody is asked for a reason."
    )


def test_addresses_on_lines_of_their_own_are_not_joined() -> None:
    text = one_with(
        "See what they say of the keys and of the doors here\nhttps://a.example/1\nhttps://a.example/2"
    ).full_text
    assert (text or "").split("\n\n")[1:] == ["https://a.example/1", "https://a.example/2"]


@pytest.mark.parametrize("name", ["labels-on-their-own-lines.txt", "loose-labels.txt", "without-main-submission.txt"])
def test_no_label_stands_in_a_field(name: str) -> None:
    initiative = one(invented(name))
    held = " ".join(
        (initiative.summary, initiative.team or "", *initiative.partners, *(c.name for c in initiative.contacts))
    )
    assert ":" not in held
    assert "ummary" not in held


def test_labels_on_lines_of_their_own() -> None:
    initiative = one(invented("labels-on-their-own-lines.txt"))
    assert initiative.summary == "One table, long enough for everybody who works with a family."
    assert [contact.name for contact in initiative.contacts] == ["Petronella Vane", "Casimir Holt"]
    assert initiative.team == "Whole Family Team"
    assert initiative.partners == ("Barnet Carpenters", "NHS", "Metropolitan Police")
    assert initiative.full_text == (
        "We built the table ourselves.\n\n## Supporting Information/Materials\n\nPlans of the table are free to all."
    )


def test_labels_in_capitals_and_without_colons() -> None:
    initiative = one(invented("loose-labels.txt"))
    assert initiative.summary == "Families with a newborn get one worker for two years."
    assert [(c.name, c.role) for c in initiative.contacts] == [("Ottoline Marsh", "Team Manager, Early Years")]
    assert initiative.team == "Early Years"
    assert (initiative.full_text or "").startswith("One worker, one family, no hurry.")


def test_without_the_label_main_submission() -> None:
    initiative = one(invented("without-main-submission.txt"))
    assert initiative.team == "Placements"
    assert (initiative.full_text or "").split("\n\n") == [
        "A bear travelled eleven miles home in a taxi.",
        "Team: the word stands in the text too.",
        "## Supporting Information",
        "A list of what was found is kept.",
    ]


def test_text_behind_the_label_on_its_line() -> None:
    chairs = read(invented("wide.txt")).initiatives[1]
    assert (chairs.full_text or "").startswith("The van stands at a school gate on Mondays")


def test_the_source_of_a_submission() -> None:
    kettle = read(invented("wide.txt")).initiatives[0]
    lines = invented("wide.txt").split("\n")
    first, last = kettle.source.lines or (0, 0)
    assert lines[first - 1] == "LB of Merton – The Kettle Club"
    assert lines[last - 1] == "Supporting Materials:"
    assert kettle.source.document == "page.txt"
    assert kettle.source.title == "Practice Spotlight: Supporting and strengthening the workforce"
    assert (kettle.source.url or "").startswith("https://")
    assert kettle.source.read_on is None
    assert kettle.origin == "imported"


def test_the_foot_and_the_sites_own_lines_belong_to_no_submission() -> None:
    for name in ("furniture.txt", "furniture-without-foot.txt"):
        (initiative,) = read(invented(name)).initiatives
        assert initiative.full_text == "The key has a name on it."


def test_a_text_that_is_no_such_page() -> None:
    page = read("Dear all,\n\nthe kettle is broken – again.\n\nYours\nOrla")
    assert page.initiatives == ()
    assert page.category is None
    assert "No submission was found" in page.warnings[-1].message


def test_nothing_at_all() -> None:
    for text in ("", "\n\n\n", " "):
        assert read(text).initiatives == ()


def test_a_page_without_submissions_keeps_its_category_and_introduction() -> None:
    page = read(f"Sponsored by the Workforce Steering Group\nIntroduction to the submissions\nNone yet.\n{FOOT}")
    assert page.initiatives == ()
    assert page.category is not None
    assert page.introduction == "None yet."


def test_ids_are_made_of_authority_and_title_and_given_once() -> None:
    text = "\n".join(submission("It is so.", heading=heading).rpartition("\n")[0] for heading in (
        "LB of Barnet – Barnet’s Café & Co",
        "LB of Barnet – The Very Long Story of a Door, a Key, a Lock and All of the People Who Ever Used It",
        "LB of Barnet – Keys",
        "Barnet Council – Keys",
        "LB of Barnet – Barnet Keys",
        "LB of Barnet – 鍵",
    ))  # fmt: skip
    assert [initiative.id for initiative in read(text).initiatives] == [
        "barnet-barnets-cafe-and-co",
        "barnet-the-very-long-story-of-a-door-a-key-a-lock-and-all",
        "barnet-keys",
        "barnet-keys-2",
        "barnet-keys-3",
        "barnet",
    ]
