"""Looking through what was read: what was understood beside its text, mending it, adding it."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest

from spotlight_tui import Collection
from spotlight_tui.records import Contents
from spotlight_tui.sources.corrections import corrected
from spotlight_tui.sources.importer import Doubt, Reading
from spotlight_tui.sources.merging import Brought, Merged, merge
from spotlight_tui.tui.widgets.review_list import ReviewList

from .hostile import hostile
from .invented import CONTENTS, HARBOUR, QUIET
from .reviewed import END, HARBOUR_AGAIN, TIDE, WARDROBE, go, read, reviewed
from .terminal import Terminal, flat
from .test_hostile_text import sound

PAGE = f"{TIDE}\n{HARBOUR_AGAIN}\n{WARDROBE}{END}"
TIDE_ID = "eastvale-tide-tables"


def rows(t: Terminal) -> list[str]:
    """The list, each row without the marks in its margin."""
    return [" ".join(line[1:].split()) for line in t.lines("#review-list")]


def chosen(t: Terminal) -> str:
    """The row of the list that the cursor stands on."""
    return next(" ".join(line[1:].split()) for line in t.lines("#review-list")[1:] if line.startswith("▌"))


def key_line(t: Terminal) -> str:
    return t.text("#mend-keys")


async def test_the_list_accounts_for_what_was_understood(invented: Collection) -> None:
    async with reviewed(invented, *read(PAGE), (200, 50)) as (t, _):
        said = "\n".join(rows(t))
        found = "pasted text The workforce 3 submissions, 3 contacts, 2 quotations, 1 figure; 1 doubtful"
        assert found in t.text("#review-list")
        for heading, count in (
            ("New", 2),
            ("Came with the program, keeps its own", ""),
            ("Doubtful, or not understood", 1),
        ):
            assert any(row.startswith(heading) and row.endswith(str(count)) for row in rows(t)), heading
        assert "? Narnia The Wardrobe" in said
        assert "\nEastvale Tide Tables" in said
        assert t.text("#review-about").startswith("pasted text Category: The workforce Found: 3 submissions")
        assert "2 new · 1 came with the program" in t.text("#mend-bar")


async def test_lines_that_went_into_no_record_are_shown(invented: Collection) -> None:
    async with reviewed(invented, *read(f"A word before it all.\n\n{PAGE}")) as (t, _):
        assert t.text("#mend-passage") == (
            "2 lines of the page went into no record: 1 A word before it all. 39 Practice Spotlight Navigation Panel:"
        )
    async with reviewed(invented, *read(TIDE)) as (t, _):
        assert t.text("#mend-passage") == "Every line of it went into a record."


async def test_a_record_stands_beside_its_text(invented: Collection) -> None:
    async with reviewed(invented, *read(PAGE)) as (t, _):
        await go(t, "]")
        form = t.text("#mend-form")
        for told in (
            "Title Tide Tables",
            "Eastvale",
            "The workforce",
            "9 of 12 teams are full",
            "Nell Wade; Rota Lead; nell.wade@eastvale.example",
            "Rota team",
            "“I can plan my week at last.”",
            "Social worker, June 2024",
            "9 of 12 teams",
        ):
            assert told in form, told
        text = t.text("#mend-passage")
        assert text.startswith("1 Eastvale – Tide Tables 3 Summary of project:")
        assert "Coats" not in text


async def test_what_a_field_was_read_from_is_lit_up(invented: Collection) -> None:
    async with reviewed(invented, *read(PAGE)) as (t, _):
        await go(t, "]", "enter")
        assert t.lit("#mend-passage") == ["Tide Tables"]
        await go(t, "tab", "tab", "tab", "tab")
        assert {"Nell Wade", "nell.wade@eastvale.example"} <= set(t.lit("#mend-passage"))
        await go(t, "tab", "tab", "tab")
        assert t.lit("#mend-passage") == ["The tide comes in, and so do we"]
        await go(t, "j")
        assert t.lit("#mend-passage") == ["I can plan my week at last"]


async def test_only_what_was_mended_is_a_correction(invented: Collection) -> None:
    """And letters in a field are text; what was typed stays while one looks at other records."""
    async with reviewed(invented, *read(PAGE)) as (t, answers):
        await go(t, "]", "enter", "end")
        await t.type(" Ax]p?q r/")
        assert not answers
        assert "Tide Tables Ax]p?q r/" in t.text("#field-title")
        assert "mended" in t.text("#field-title")
        assert any(row.startswith("Eastvale") and row.endswith("mended") for row in rows(t))
        assert "1 mended" in t.text("#mend-bar")
        await go(t, "escape", "]")
        assert "The Wardrobe" in t.text("#field-title")
        assert "mended" not in t.text("#field-title")
        await go(t, "[")
        assert "Tide Tables Ax]p?q r/" in t.text("#field-title")
        assert "mended" in t.text("#field-title")
        await go(t, "A")
        assert answers == [{TIDE_ID: {"title": "Tide Tables Ax]p?q r/"}}]


async def test_every_field_becomes_what_the_collection_keeps(invented: Collection) -> None:
    readings, merged = read(PAGE)
    async with reviewed(invented, readings, merged) as (t, answers):
        await go(t, "]", "enter", "tab", "end", "enter")
        await t.type("council of nm")
        await go(t, "tab", "enter", "up", "enter")
        await go(t, "tab", "f7")
        await t.type("In short.")
        await go(t, "tab", "f7")
        await t.paste("Nell Wade; Rota Lead; nell.wade@eastvale.example\nAda Example; Head of Service; ada@example.org")
        await go(t, "tab", "f7", "delete", "tab")
        await t.type("Quay Trust")
        await go(t, "tab", "x", "tab", "x", "f2")
    told = next(i for i in merged.contents.initiatives if i.id == TIDE_ID)
    assert answers and set(answers[0]) == {TIDE_ID}
    fields = answers[0][TIDE_ID]
    made = corrected(told, fields)
    assert made.authorities == ("Eastvale", "council of nm")
    assert made.category == "send"
    assert made.summary == "In short."
    assert made.contacts[0] == told.contacts[0]
    assert (made.contacts[1].name, made.contacts[1].role) == ("Ada Example", "Head of Service")
    assert (made.contacts[1].email, made.contacts[1].phone) == ("ada@example.org", None)
    assert made.team is None
    assert made.partners == ("Quay Trust",)
    assert made.quotes == told.quotes[1:]
    assert made.figures == ()
    assert "title" not in fields


async def test_an_authority_is_known_by_its_other_names(invented: Collection) -> None:
    """One that is not known at all is told of, and kept."""
    async with reviewed(invented, *read(PAGE), (200, 50)) as (t, answers):
        await go(t, "]", "enter", "tab", "f7")
        await t.paste("LB of NM")
        assert "not known" not in t.text("#field-authorities")
        await go(t, "end", "enter")
        await t.type("Estvale")
        assert "Estvale is not known; it is kept as written" in t.text("#field-authorities")
        await go(t, "f2")
        assert answers == [{TIDE_ID: {"authorities": ["Northmoor", "Estvale"]}}]


async def test_a_quotation_is_taken_out_and_kept_again(invented: Collection) -> None:
    async with reviewed(invented, *read(PAGE)) as (t, answers):
        await go(t, "]", "enter", *["tab"] * 7)
        assert t.focused == "edit-quotes"
        assert key_line(t).startswith("x Take out")
        await go(t, "x")
        assert "□ “The tide comes in, and so do we.” taken out" in t.text("#edit-quotes")
        assert key_line(t).startswith("x Keep it")
        assert any(row.startswith("Eastvale") and row.endswith("mended") for row in rows(t))
        await go(t, "x")
        assert "taken out" not in t.text("#edit-quotes")
        assert "mended" not in "\n".join(rows(t))
        await go(t, "j", "space", "f2")
        assert [quote["text"] for quote in answers[0][TIDE_ID]["quotes"]] == ["The tide comes in, and so do we."]


async def test_a_field_can_be_put_back(invented: Collection) -> None:
    async with reviewed(invented, *read(PAGE)) as (t, answers):
        await go(t, "]", "enter", "f7")
        await t.type("Another title")
        await go(t, "f4")
        assert "Title Tide Tables" in t.text("#field-title")
        assert "mended" not in t.text("#field-title")
        await go(t, "ctrl+z")
        assert "Another title" in t.text("#field-title")
        await go(t, "f4", "f2")
        assert answers == [{}]


async def test_what_cannot_stand_is_said_and_not_accepted(invented: Collection) -> None:
    async with reviewed(invented, *read(PAGE)) as (t, answers):
        for field, way, typed, said in (
            ("title", 0, " ", "cannot be empty"),
            ("contacts", 4, "; Head of Service", "line 1 has no name"),
            ("contacts", 4, "a; b; c; d; e; f", "line 1 has too many parts"),
        ):
            await go(t, "g", "]", "enter", *["tab"] * way, "f7")
            await t.type(typed)
            assert f"× {said}" in t.text(f"#field-{field}")
            assert f"Not yet: {field.capitalize()} – {said}" in t.text("#mend-bar")
            assert any(row.endswith(f"× {field}") for row in rows(t))
            await go(t, "escape", "]", "A")
            assert not answers
            assert t.focused == f"edit-{field}"
            assert typed.strip() in t.text(f"#field-{field}")
            await go(t, "f4", "escape")
            assert "×" not in t.text("#mend-form")
        await go(t, "A")
        assert answers == [{}]


async def test_what_came_with_the_program_is_shown_and_stays(invented: Collection) -> None:
    async with reviewed(invented, *read(PAGE)) as (t, answers):
        await go(t, "]", "]", "]")
        assert chosen(t).startswith("Northmoor Harbour Way")
        told = t.text("#review-about")
        assert told.startswith("It came with the program and keeps its own account, so its fields cannot be mended.")
        assert "→ full text added" in told
        assert "Ada Marsh; Principal Social Worker" in told
        assert "The whole text of Harbour Way, as the page has it." in t.text("#mend-passage")
        assert not t.is_visible("#mend-form")
        await go(t, "enter")
        assert t.focused == "review-about"
        await t.type("xyz")
        await go(t, "A")
        assert answers == [{}]


async def test_an_update_says_what_changed_and_keeps_what_was_mended_before(invented: Collection) -> None:
    base = read(PAGE)[1].contents
    readings, merged = read(TIDE.replace("9 of 12", "11 of 12"), WARDROBE, base=base)
    mended = tuple(
        corrected(i, {"team": "The tide team"}) if i.id == TIDE_ID else i for i in merged.contents.initiatives
    )
    merged = replace(merged, contents=replace(merged.contents, initiatives=mended))
    async with reviewed(invented, readings, merged) as (t, answers):
        assert "1 updated · 1 unchanged" in t.text("#mend-bar")
        await go(t, "]")
        assert "→ summary changed" in t.text("#mend-form")
        assert "The tide team" in t.text("#field-team")
        assert "mended" not in t.text("#field-team")
        await go(t, "]")
        assert "Your collection has all of it already." in t.text("#mend-form")
        await go(t, "enter", "end", "!", "f2")
        assert answers == [{"narnia-the-wardrobe": {"title": "The Wardrobe!"}}]


async def test_where_nothing_is_new_there_is_nothing_to_add(invented: Collection) -> None:
    base = read(TIDE)[1].contents
    async with reviewed(invented, *read(TIDE, base=base)) as (t, answers):
        assert "Nothing is new" in t.text("#mend-bar")
        assert "Add to" not in t.text("#mend-bar")
        await go(t, "A")
        assert not answers
        await go(t, "]", "enter", "end", "!", "escape")
        assert "Add to the collection" in t.text("#mend-bar")
        await go(t, "A")
        assert answers == [{TIDE_ID: {"title": "Tide Tables!"}}]


async def test_several_documents_of_one_record_are_one(invented: Collection) -> None:
    async with reviewed(invented, *read(TIDE + END, TIDE.replace("9 of 12", "11 of 12") + END)) as (t, _):
        assert sum(row.startswith("Eastvale") for row in rows(t)) == 1
        assert any(row.startswith("Documents") and row.endswith("2") for row in rows(t))
        await go(t, "]")
        assert "11 of 12 teams" in t.text("#mend-form")
        text = t.text("#mend-passage")
        assert "9 of 12" in text and "11 of 12" in text
        await go(t, "[", "]")
        assert chosen(t).startswith("Eastvale")


async def test_a_doubt_leads_to_its_line(invented: Collection) -> None:
    async with reviewed(invented, *read(PAGE)) as (t, _):
        await go(t, "G")
        assert chosen(t).startswith("? line 27:")
        assert "The Wardrobe" in t.text("#field-title")
        assert "? line 27: The authority “Narnia” is not known" in t.text("#mend-form")
        assert t.text("#mend-passage").startswith("?27 Narnia – The Wardrobe The authority “Narnia” is not known")


async def test_a_doubt_outside_all_records_shows_the_lines_there(invented: Collection) -> None:
    (reading,), merged = read(f"A word before it all.\n\n{PAGE}")
    reading = replace(reading, doubts=(Doubt(reading.name, 1, "Who says that?"),))
    async with reviewed(invented, [reading], merged) as (t, _):
        await go(t, "G")
        assert t.text("#review-about") == "? line 1: Who says that?"
        assert "? 1 A word before it all. Who says that?" in t.text("#mend-passage")


# Keys and mouse


async def test_esc_goes_from_the_field_to_the_list_and_out(invented: Collection) -> None:
    async with reviewed(invented, *read(PAGE)) as (t, answers):
        await go(t, "]", "enter", "escape")
        assert t.focused == "review-list"
        await go(t, "?")
        said = t.text("#help-page")
        assert "A Add all of it" in said
        assert "x Take the marked quotation or figure out" in said
        assert "Copy the contact card" not in said
        await go(t, "escape", "escape")
        assert answers == [None]


async def test_nothing_that_was_mended_is_lost_without_asking(invented: Collection) -> None:
    async with reviewed(invented, *read(PAGE)) as (t, answers):
        await go(t, "]", "enter", "end", "!", "escape", "escape")
        assert "You mended 1 record" in t.text()
        await go(t, "escape")
        assert not answers
        assert "Tide Tables!" in t.text("#field-title")
        await go(t, "escape", "y")
        assert answers == [None]


async def test_the_mouse_alone_will_do(invented: Collection) -> None:
    async with reviewed(invented, *read(PAGE)) as (t, answers):
        await t.click("Tide Tables", "#review-list")
        assert "Tide Tables" in t.text("#field-title")
        await t.click("Tables", "#field-title")
        await go(t, "x")
        assert "Tide xTables" in t.text("#field-title")
        await t.click("Put back", "#field-title")
        assert "Title Tide Tables" in t.text("#field-title")
        await t.click("■", "#edit-quotes")
        assert "□ “The tide comes in" in t.text("#edit-quotes")
        await t.click("Add to the collection", "#mend-bar")
        assert [quote["text"] for quote in answers[0][TIDE_ID]["quotes"]] == ["I can plan my week at last."]


async def test_the_wheel_scrolls_the_fields(invented: Collection) -> None:
    async with reviewed(invented, *read(PAGE), (80, 24)) as (t, _):
        await go(t, "]")
        assert "9 of 12 teams" not in t.lines("#mend-form")[-1]
        await t.wheel("#mend-form", 15)
        assert "Figures 1" in t.text("#mend-form")


# Sizes


@pytest.mark.parametrize("size", [(60, 20), (20, 5)])
async def test_every_size_paints_and_reaches_every_part(invented: Collection, size: tuple[int, int]) -> None:
    async with reviewed(invented, *read(PAGE), size) as (t, answers):
        sound(t)
        assert t.focused == "review-list"
        await go(t, "]", "enter")
        assert t.is_visible("#edit-title")
        sound(t)
        await go(t, "f3")
        assert t.focused == "mend-passage"
        assert "Tide" in t.text("#mend-passage")
        sound(t)
        await go(t, "f3")
        assert t.focused == "edit-title"
        for _ in range(8):
            await go(t, "tab")
            assert t.app.focused and t.is_visible(f"#{t.focused}"), t.focused
            sound(t)
        assert t.focused == "edit-figures"
        await go(t, "escape")
        assert t.is_visible("#review-list")
        await go(t, "p", "escape", "A")
        assert answers == [{}]


async def test_where_there_is_no_room_beside_one_thing_takes_the_place_of_another(invented: Collection) -> None:
    async with reviewed(invented, *read(PAGE), (60, 20)) as (t, _):
        await go(t, "]")
        assert not t.is_visible("#mend-form")
        await go(t, "enter")
        assert not t.is_visible("#review-list")
        await go(t, "f3")
        assert not t.is_visible("#mend-form")
        await go(t, "escape")
        assert t.focused == "edit-title"
        assert t.is_visible("#mend-form")
        await go(t, "escape")
        await t.click("The Wardrobe", "#review-list")
        assert "The Wardrobe" in t.text("#field-title")
    async with reviewed(invented, *read(PAGE), (80, 24)) as (t, _):
        await go(t, "]")
        assert t.is_visible("#mend-form")
        assert not t.is_visible("#mend-passage")
        await go(t, "p")
        assert t.is_visible("#review-list")
        assert not t.is_visible("#mend-form")


async def test_another_size_keeps_what_was_typed_and_the_focus(invented: Collection) -> None:
    async with reviewed(invented, *read(PAGE)) as (t, _):
        await go(t, "]", "enter", "end", "!")
        for size in ((80, 24), (60, 20), (20, 5), (200, 50)):
            await t.resize(*size)
            sound(t)
            assert t.focused == "edit-title", size
            assert t.is_visible("#edit-title"), size
            assert chosen_or_hidden(t).startswith("Eastvale"), size
        assert "Tide Tables!" in t.text("#field-title")
        await go(t, "escape")
        for size in ((80, 24), (20, 5), (60, 20)):
            await t.resize(*size)
            assert t.focused == "review-list"
            assert t.is_visible("#review-list"), size
            if size[1] > 5:
                await go(t, "g")
                said = flat(t.text("#review-list").replace("·", ""))
                assert "3 submissions, 3 contacts, 2 quotations, 1 figure; 1 doubtful" in said, size
                assert "Came with the program, keeps its own account 1" in said, size


def chosen_or_hidden(t: Terminal) -> str:
    return chosen(t) if t.is_visible("#review-list") else "Eastvale"


# Much, and hostile


def many(number: int) -> tuple[list[Reading], Contents]:
    told = tuple(
        replace(HARBOUR, id=f"r{n}", title=f"Work number {n}", authorities=("Saltmere",)) for n in range(number)
    )
    return [Reading("all.json", replace(CONTENTS, initiatives=told))], replace(CONTENTS, initiatives=())


def reviewed_many(number: int) -> tuple[list[Reading], Merged]:
    """So many new records, without the time that laying them upon a collection takes."""
    readings, base = many(number)
    told = readings[0].contents.initiatives
    changes = merge(base, [Brought(replace(readings[0].contents, initiatives=told[:1]), has_ids=True)])
    (change,) = changes.changes
    return readings, replace(
        changes,
        contents=replace(changes.contents, initiatives=tuple(replace(i, origin="imported") for i in told)),
        changes=tuple(replace(change, id=i.id, title=i.title) for i in told),
    )


async def test_ten_thousand_records_are_as_quick_as_a_hundred(invented: Collection) -> None:
    took = {}
    for number in (100, 10_000):
        readings, merged = reviewed_many(number)
        async with reviewed(invented, readings, merged) as (t, answers):
            assert isinstance(t.widget("#review-list"), ReviewList)
            began = time.process_time()
            await go(t, "G", "enter")
            assert f"Work number {number - 1}" in t.text("#field-title")
            await go(t, "escape", "k", "k", "g", "j")
            took[number] = time.process_time() - began
            assert not answers
    assert took[10_000] < 4 * took[100]


async def test_text_from_outside_is_only_text(invented: Collection) -> None:
    told = hostile(
        replace(CONTENTS, initiatives=(replace(HARBOUR, origin="imported"), replace(QUIET, origin="imported")))
    )
    reading = Reading("[/]\x1b[2J.json", told, (Doubt("[bold", None, "[@click=app.quit]x[/] \x9b31m"),))
    merged = merge(replace(CONTENTS, initiatives=()), [Brought(told, has_ids=True)])
    async with reviewed(invented, [reading], merged, (60, 20)) as (t, answers):
        sound(t)
        for _ in told.initiatives:
            await go(t, "]", "enter")
            sound(t)
            await go(t, *["tab"] * 7)
            sound(t)
            await go(t, "f3")
            sound(t)
            await go(t, "escape", "escape")
            assert t.focused == "review-list"
        await go(t, "G")
        sound(t)
        await t.resize(120, 40)
        sound(t)
        await go(t, "A")
        assert answers == [{}]


async def test_what_is_pasted_is_cleaned(invented: Collection) -> None:
    async with reviewed(invented, *read(PAGE)) as (t, answers):
        await go(t, "]", "enter", "f7")
        await t.paste("Tide\x1b[2J\u202e\nTables \x9b31mtoo")
        sound(t)
        await go(t, "f2")
        assert answers == [{TIDE_ID: {"title": "Tide[2J Tables 31mtoo"}}]
