"""Pages that were cut off anywhere, or copied from the middle, are read as far as they go."""

from __future__ import annotations

from functools import cache

import pytest
from page_reading import FOOT, invented, lost_lines, messages, read, to_compact

from spotlight_tui.sources.page import Page

PLACES = 500
"""At which two pages are cut in two shapes."""


@cache
def whole(name: str, compact: bool) -> tuple[str, Page]:
    text = invented(name).partition(FOOT)[0]
    text = to_compact(text) if compact else text
    return text, read(text)


def titles(page: Page) -> list[str]:
    return [initiative.title for initiative in page.initiatives]


@pytest.mark.parametrize("compact", [False, True])
@pytest.mark.parametrize("name", ["walks-and-buses.txt", "wide.txt"])
def test_what_is_there_is_read_and_the_early_end_is_told(name: str, compact: bool) -> None:
    text, all_ = whole(name, compact)
    for place in range(0, len(text), len(text) // (PLACES // 4)):
        page = read(text[:place])
        assert lost_lines(text[:place], page) == []
        assert page.initiatives[:-1] == all_.initiatives[: max(0, len(page.initiatives) - 1)]
        assert any("cut off" in message or "No submission" in message for message in messages(page))


@pytest.mark.parametrize("name", ["walks-and-buses.txt", "sofas-and-gates.txt"])
def test_a_page_whose_beginning_is_missing_keeps_the_submissions_that_are_whole(name: str) -> None:
    text, all_ = whole(name, False)
    for place in range(0, len(text), len(text) // 60):
        page = read(text[place:], "send")
        assert lost_lines(text[place:], page) == []
        left = titles(page)
        told = titles(all_)[-len(left) :] if left else []
        assert left[1:] == told[1:]


def test_a_page_cut_in_its_last_heading_keeps_it() -> None:
    text = invented("walks-and-buses.txt").partition("Summary of project: An audit")[0]
    page = read(text)
    assert titles(page)[-1] == "Safer Seats – Bus Stops, Back Rows and Who Looks After Them"
    assert page.initiatives[-1].authorities == ("Croydon",)
    assert messages(page)[-1] == "The submission has no text under its fields: was the page cut off?"


def test_the_foot_may_be_cut_too() -> None:
    text = invented("wide.txt")
    for place in range(text.index(FOOT) + len(FOOT), len(text), 20):
        page = read(text[:place])
        assert len(page.initiatives) == 3
        assert messages(page) == []
