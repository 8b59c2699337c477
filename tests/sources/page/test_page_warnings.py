"""What is doubtful of a page is told: by line, in a sentence, and only where a reader would want to look."""

from __future__ import annotations

import pytest
from page_reading import FOOT, PAGES, invented, messages, read, submission, to_compact

QUIET = ("wide.txt", "compact.txt", "furniture.txt", "walks-and-buses.txt", "sofas-and-gates.txt")


@pytest.mark.parametrize("shape", [str, to_compact])
@pytest.mark.parametrize("name", QUIET)
def test_a_page_as_the_publisher_makes_it_is_not_doubtful(name: str, shape: type[str]) -> None:
    doubts = messages(read(shape(invented(name))))
    assert [message for message in doubts if not message.endswith("may be more than one partner.")] == []


@pytest.mark.parametrize("path", sorted(PAGES.glob("*.txt")), ids=lambda path: path.stem)
def test_every_warning_is_a_sentence_about_a_line_of_the_page(path: object) -> None:
    text = invented(getattr(path, "name", ""))
    for cut in (len(text), len(text) // 2, len(text) // 3):
        page = read(text[:cut])
        assert [warning.line for warning in page.warnings] == sorted(warning.line for warning in page.warnings)
        assert len(set(page.warnings)) == len(page.warnings)
        for warning in page.warnings:
            assert 1 <= warning.line <= text[:cut].count("\n") + 1
            assert warning.message[0].isupper() or warning.message[0] == "“"
            assert warning.message.endswith((".", "?"))
            assert len(warning.message) < 300


WHOLE = submission("The key has a name on it.").replace("Sponsored by the Care Leavers Trust Board\n", "")


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        (
            WHOLE.replace("Summary of project: Keys are cut for every care leaver.", "Summary of project:"),
            1,
            "The submission has no summary.",
        ),
        (WHOLE.replace("LB of Ealing – Keys", "LB of Ealing –"), 1, "The heading has no title."),
        (
            WHOLE.replace("The key has a name on it.\n", ""),
            5,
            "The submission has no text under its fields: was the page cut off?",
        ),
        (
            WHOLE.removesuffix(FOOT),
            6,
            "The page ends here without the publisher's foot: was it cut off?",
        ),
        (
            WHOLE.partition(" a name")[0],
            6,
            "The page ends in the middle of a sentence: was it cut off?",
        ),
        (
            f"{WHOLE.removesuffix(FOOT)}Share this:\nFacebook",
            7,
            "From here on this looks like the web site's own and was left out.",
        ),
        (
            f"{WHOLE}\n{WHOLE}",
            7,
            "A page ends here and more submissions follow: if these are two pages, import each of them alone.",
        ),
        (
            f"Summary of project: nobody’s.\n\n{WHOLE}",
            1,
            "This submission has lost its heading: mend its title and authority.",
        ),
        (
            WHOLE.replace("The key", "We ask two things.\nSummary of project: a second one.\nThe key"),
            7,
            "Summary of project stands here without a heading: read as text.",
        ),
        (
            "Dear all,\nthe kettle is broken.",
            1,
            "No submission was found: none has a heading with a dash and Summary of project under it.",
        ),
    ],
)
def test_what_is_told(text: str, line: int, message: str) -> None:
    assert (line, message) in [(warning.line, warning.message) for warning in read(text, "send").warnings]


def test_two_pages_in_one_document_keep_their_submissions_apart_from_the_foot() -> None:
    page = read(f"{WHOLE}\nMenu\nAbout us\n{WHOLE}", "send")
    assert [initiative.full_text for initiative in page.initiatives] == ["The key has a name on it."] * 2


def test_the_submissions_that_are_told_first_are_a_thousand() -> None:
    text = "\n".join(f"LB of Ealing – Keys {number}\nSummary of project: Keys.\n" for number in range(1100))
    page = read(text, "send")
    assert len(page.initiatives) == 1000
    assert len(page.warnings) <= 1000
    assert any("There are more than 1000 submissions" in message for message in messages(page))


def test_a_field_that_is_very_long_goes_on_as_text() -> None:
    lines = "\n".join(f"Line {number} of what should have been a team." for number in range(40))
    page = read(submission("It is so.", team=lines))
    (initiative,) = page.initiatives
    assert len(initiative.team or "") < 600
    assert "Line 39 of what" in (initiative.full_text or "")
    assert any(message.startswith("The field team is very long") for message in messages(page))
