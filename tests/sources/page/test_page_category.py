"""Of which category a page is: by the sponsor, by heading or title, by address, or as the reader says."""

from __future__ import annotations

import pytest
from page_reading import document, invented, known, messages, page_of, read, submission

from spotlight_tui.records import SpotlightError
from spotlight_tui.sources.lines import TextLine
from spotlight_tui.sources.page import Page, read_page

BARE = submission("It is so.").partition("\n")[2]
"""A page that says nothing of its category."""


def category_of(page: Page) -> str | None:
    assert all(initiative.category == (page.category and page.category.id) for initiative in page.initiatives)
    return page.category.id if page.category else None


def test_by_the_sponsor() -> None:
    for told in known().categories:
        for line in (
            f"Sponsored by the {told.sponsor}",
            f"Sponsored by: {told.sponsor}",
            f"sponsored by {told.sponsor}.",
        ):
            assert category_of(read(f"{line}\n{BARE}")) == told.id


def test_by_a_sponsor_on_the_next_line() -> None:
    assert category_of(read(f"Sponsored by\nCare Leavers Trust Board\n{BARE}")) == "care-leavers"


def test_by_the_address() -> None:
    for category in known().categories:
        url = category.source_url or ""
        other = f"{url.removesuffix('-live').removesuffix('-draft')}/".replace("https://www.", "http://")
        for address in (url, other):
            page = read_page(document(BARE, address=address), known())
            assert category_of(page) == category.id
            assert page.initiatives[0].source.url == address


@pytest.mark.parametrize("title", ["5. Delivering excellence for care leavers – LIVE", "5. Another name altogether"])
def test_by_the_title_of_the_document(title: str) -> None:
    assert category_of(read_page(document(BARE, title=f"{title} | The Publisher"), known())) == "care-leavers"


def test_by_a_heading() -> None:
    heading = TextLine(0, "4. Supporting & Strengthening the Workforce – DRAFT", heading=1)
    assert category_of(page_of(heading, *BARE.split("\n"))) == "workforce"


def test_by_the_only_line_that_is_a_categorys_name() -> None:
    name = "Making data speak for London’s children (draft)"
    assert category_of(read(f"{name}\nSome words above.\n{BARE}")) == "data"


def test_a_menu_that_names_several_categories_says_nothing() -> None:
    menu = "\n".join(f"{category.number}. {category.name}" for category in known().categories)
    page = read(f"{menu}\n{BARE}")
    assert category_of(page) is None
    (said,) = messages(page)
    assert said.startswith("The page does not tell which category it is of: what was read will stand under")


def test_the_sponsor_decides_under_a_menu() -> None:
    assert category_of(read(invented("furniture.txt"))) == "care-leavers"


@pytest.mark.parametrize(
    "asked", ["send", "2", "SEND", "Impact for children with special educational needs and disabilities"]
)
def test_as_the_reader_says(asked: str) -> None:
    assert category_of(read(BARE, asked)) == "send"


def test_a_category_that_there_is_not() -> None:
    with pytest.raises(SpotlightError, match=r"There is no category 'cake': choose one of racial-equity, send, "):
        read(BARE, "cake")


def test_the_reader_decides_and_is_told_what_the_page_says() -> None:
    page = read(submission("It is so."), "data")
    assert category_of(page) == "data"
    assert messages(page) == [
        "By its sponsor the page is of “Delivering excellence for care leavers”;"
        " it was taken as “Making data speak for London's children”."
    ]


def test_signs_that_contradict_each_other_are_told_and_the_sponsor_is_believed() -> None:
    address = next(category.source_url for category in known().categories if category.id == "send")
    page = read_page(document(submission("It is so."), address=address), known())
    assert category_of(page) == "care-leavers"
    assert len(messages(page)) == 1
    assert messages(page)[0].startswith("By its address the page is of “Impact for children with special")


def test_a_sponsor_that_is_not_known_is_told() -> None:
    page = read(f"Sponsored by the Guild of Kettles\n{BARE}", "send")
    assert category_of(page) == "send"
    assert [(w.line, w.message) for w in page.warnings] == [
        (1, "The sponsor “Guild of Kettles” belongs to no category that is known.")
    ]


def test_the_introduction_stands_on_the_page_without_the_sites_menu() -> None:
    assert read(invented("furniture.txt")).introduction == (
        "This category includes examples of practice in which somebody keeps a promise.\n\nThe panel was moved."
    )
    assert read(invented("wide.txt")).introduction.endswith("Greenwich & Lewisham share a bus.")


def test_a_category_has_the_name_that_its_page_gives_it() -> None:
    sponsor = next(category.sponsor for category in known().categories if category.number == 6)
    page = page_of(
        TextLine(1, "Menu: 6. Our submissions", heading=3),
        TextLine(2, "6. Homes that hold – DRAFT", heading=1),
        f"Sponsored by the {sponsor}",
        *BARE.split("\n"),
    )
    assert page.category and (page.category.id, page.category.name) == ("complex-needs", "Homes that hold")


def test_a_heading_with_another_number_names_nothing() -> None:
    page = page_of(TextLine(1, "3. What we saw", heading=2), "Sponsored by the Care Leavers Trust Board", BARE)
    assert page.category and page.category.name == "Delivering excellence for care leavers"
