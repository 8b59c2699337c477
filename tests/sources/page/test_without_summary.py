"""Submissions without Summary of project: not read as such, and never in silence."""

from __future__ import annotations

import pytest
from page_reading import messages, read, submission

LACKING = """Hackney – Keys and Kettles

Key Contact: Ada Example – Head of Service – ada@hackney.example

Main Submission:

It began with a key."""
WHOLE = submission("It is so.")


@pytest.mark.parametrize("text", [f"{LACKING}\n\n{WHOLE}", f"{WHOLE}\n\n{LACKING}", LACKING])
def test_one_that_lacks_its_summary_is_told(text: str) -> None:
    line = text.split("\n").index("Hackney – Keys and Kettles") + 1
    told = [warning for warning in read(text).warnings if "Keys and Kettles" in warning.message]
    assert [(warning.line, "without Summary of project" in warning.message) for warning in told] == [(line, True)]


@pytest.mark.parametrize(
    "text",
    [
        "Hackney – Keys and Kettles\n\nA sentence about it.\n\nAnother one.",
        "Supervision – what we learnt\n\nKey Contact: Ada Example",
        "Key Contact: Ada Example – Hackney – ada@hackney.example\n\nTeam: Keys",
    ],
)
def test_other_lines_with_a_dash_are_not(text: str) -> None:
    assert not any("without Summary of project" in message for message in messages(read(f"{WHOLE}\n\n{text}")))
