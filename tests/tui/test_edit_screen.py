"""Mending a record that was imported before, beside its full text."""

from __future__ import annotations

from dataclasses import replace

import pytest

from spotlight_tui import Collection
from spotlight_tui.records import Contents, Initiative
from spotlight_tui.sources.corrections import corrected

from .hostile import hostile
from .invented import HARBOUR
from .reviewed import TIDE, edited, go, read
from .test_hostile_text import sound


@pytest.fixture(scope="module")
def tide() -> Initiative:
    """A record as it is after its import."""
    return next(i for i in read(TIDE)[1].contents.initiatives if i.id == "eastvale-tide-tables")


async def test_the_fields_stand_beside_the_full_text(invented: Collection, tide: Initiative) -> None:
    async with edited(invented, tide) as (t, _):
        assert t.focused == "edit-title"
        form = t.text("#mend-form")
        for told in ("Title Tide Tables", "Eastvale", "The workforce", "Nell Wade; Rota Lead", "9 of 12 teams"):
            assert told in form, told
        assert t.text("#mend-passage").startswith("Nobody waits for a shift any more. “The tide comes in")
        await go(t, *["tab"] * 7)
        assert t.lit("#mend-passage") == ["The tide comes in, and so do we"]


async def test_what_was_mended_is_saved(invented: Collection, tide: Initiative) -> None:
    async with edited(invented, tide) as (t, answers):
        assert "Save" not in t.text("#mend-bar")
        await go(t, "end", "!", *["tab"] * 5, "f7", "delete", "tab", "tab", "tab", "x")
        assert "3 fields mended" in t.text("#mend-bar")
        await go(t, "escape", "S")
    assert answers == [{"title": "Tide Tables!", "team": None, "figures": []}]
    assert corrected(tide, answers[0]).team is None


@pytest.mark.parametrize("key", ["f2", "click"])
async def test_it_is_saved_from_a_field_too(invented: Collection, tide: Initiative, key: str) -> None:
    async with edited(invented, tide) as (t, answers):
        await go(t, "end", "S")
        assert not answers
        if key == "click":
            await t.click("Save what you mended", "#mend-bar")
        else:
            await go(t, key)
        assert answers == [{"title": "Tide TablesS"}]


async def test_what_cannot_stand_is_not_saved(invented: Collection, tide: Initiative) -> None:
    async with edited(invented, tide) as (t, answers):
        await go(t, "f7", "delete")
        assert "× cannot be empty" in t.text("#field-title")
        assert "Not yet: Title – cannot be empty" in t.text("#mend-bar")
        await go(t, "tab", "f2")
        assert not answers
        assert t.focused == "edit-title"
        await t.type("Tides")
        await go(t, "f2")
        assert answers == [{"title": "Tides"}]


async def test_leaving_the_program_asks_where_something_was_mended(invented: Collection, tide: Initiative) -> None:
    async with edited(invented, tide) as (t, answers):
        await go(t, "end", "!", "ctrl+q")
        assert "Leave without keeping what you mended?" in t.text()
        await go(t, "escape")
        assert t.text("#field-title").strip().endswith("Tide Tables!")
        assert not answers


@pytest.mark.parametrize(("field", "typed"), [("authorities", "delete"), ("contacts", "x@y")])
async def test_no_authority_and_no_address_cannot_stand(
    invented: Collection, tide: Initiative, field: str, typed: str
) -> None:
    from spotlight_tui.tui.widgets.record_draft import Known, RecordDraft

    draft = RecordDraft(tide, Known(invented.categories, invented.authorities))
    draft.texts[field] = "" if typed == "delete" else f"Nell Wade; Lead; {typed}"
    assert list(draft.problems) == [field]


async def test_esc_leaves_the_field_then_the_screen(invented: Collection, tide: Initiative) -> None:
    async with edited(invented, tide) as (t, answers):
        await go(t, "escape")
        assert t.focused is None
        await go(t, "tab", "end", "!", "escape", "escape")
        assert "You mended 1 field; that would be lost." in t.text()
        await go(t, "escape")
        assert not answers
        assert "Tide Tables!" in t.text("#field-title")
        await go(t, "escape", "y")
        assert answers == [None]


@pytest.mark.parametrize("size", [(60, 20), (20, 5)])
async def test_every_size_reaches_fields_and_text(
    invented: Collection, tide: Initiative, size: tuple[int, int]
) -> None:
    async with edited(invented, tide, size) as (t, answers):
        sound(t)
        assert t.is_visible("#edit-title")
        await go(t, "f3")
        assert t.focused == "mend-passage"
        assert t.text("#mend-passage").startswith("Nobody waits")
        sound(t)
        await go(t, "f3")
        assert t.focused == "edit-title"
        await t.type("!")
        assert "!Tide" in t.text("#field-title")
        await t.resize(120, 40)
        assert "!Tide Tables" in t.text("#field-title")
        await go(t, "f2")
        assert answers == [{"title": "!Tide Tables"}]


async def test_a_category_that_the_collection_does_not_know_is_shown_and_stays(
    invented: Collection, tide: Initiative
) -> None:
    async with edited(invented, replace(tide, category="moonlight")) as (t, answers):
        assert "moonlight (not known)" in t.text("#field-category")
        assert "mended" not in t.text("#field-category")
        await go(t, "tab", "tab", "enter", "home", "enter")
        assert "Racial equity" in t.text("#field-category")
        await go(t, "f2")
        assert answers == [{"category": "equity"}]


async def test_text_from_outside_is_only_text(invented: Collection) -> None:
    whole = replace(HARBOUR, full_text="## Why\n\nThe text.\n\n- One\n- Two", origin="imported")
    told = hostile(Contents(read(TIDE)[1].contents.publisher, initiatives=(whole,))).initiatives[0]
    async with edited(invented, told, (80, 24)) as (t, answers):
        sound(t)
        for _ in range(9):
            await go(t, "tab")
            sound(t)
        await go(t, "escape", "escape")
        assert answers == [None]
