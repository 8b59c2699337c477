"""What becomes of the initiatives of an import."""

from __future__ import annotations

from dataclasses import replace

import pytest

from spotlight_tui.records import Acronym, Authority, Category, Contact, Figure, Link, Measure, Theme
from spotlight_tui.sources.merging import Brought, Merged, merge

from .invented_collection import CONTENTS, KETTLE, exported, page, told

NIGHT = told("Night Desk")


def kinds(merged: Merged) -> list[str]:
    return [change.kind for change in merged.changes]


def after(*documents: Brought) -> Merged:
    return merge(CONTENTS, documents)


def held(merged: Merged, id_: str) -> object:
    return next(each for each in merged.contents.initiatives if each.id == id_)


def test_a_new_submission_stands_after_the_others() -> None:
    merged = after(page(NIGHT))
    assert kinds(merged) == ["new"]
    assert [each.id for each in merged.contents.initiatives] == ["camden-kettle-club", "camden-night-desk"]


def test_what_came_with_the_program_keeps_its_account_and_gains_the_full_text() -> None:
    new = told("The kettle club", category="workforce", contacts=(Contact("Somebody Else"),))
    merged = after(page(new))
    assert kinds(merged) == ["joined"]
    assert merged.changes[0].details == ("full text added",)
    assert merged.contents.initiatives == (replace(KETTLE, full_text=new.full_text),)


@pytest.mark.parametrize(
    "title",
    [
        "Kettle Club",
        "The Kettle-Club",
        "The Ketle Club",
        "The Kettle Clubs",
        "‘The Kettle Club’",
        "The Kettle Club (TKC)",
    ],
)
def test_a_title_spelled_a_little_differently_is_the_same_work(title: str) -> None:
    assert kinds(after(page(told(title, category="workforce")))) == ["joined"]


@pytest.mark.parametrize("title", ["The Kettle Club 2", "The Battle Club", "The Kettle Hub", "Club", "Kettle"])
def test_another_title_is_other_work(title: str) -> None:
    assert kinds(after(page(told(title, category="workforce")))) == ["new"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Family Hub North", "Family Hub South"),
        ("Phase 1 of the pilot", "Phase 2 of the pilot"),
        ("Care Team", "Core Team"),
        ("Work with young men", "Work with young women"),
        ("Inclusion in schools", "Exclusion in schools"),
        ("Mentoring new staff", "Monitoring new staff"),
        ("Internal panel", "External panel"),
        ("Prevention strategy", "Retention strategy"),
        ("Familly hubs in the nord", "Family hub in the north"),
    ],
)
def test_titles_that_only_look_alike_are_two_works(one: str, other: str) -> None:
    first = after(page(told(one)))
    assert kinds(merge(first.contents, [page(told(other))])) == ["new"]


def test_the_same_title_of_another_authority_is_other_work() -> None:
    assert kinds(after(page(told("The Kettle Club", "Sutton", "workforce")))) == ["new"]


def test_who_runs_the_services_of_an_authority_tells_of_the_same_work() -> None:
    first = after(page(told("Outreach", "Achieving for Children")))
    again = merge(first.contents, [page(told("Outreach", "Richmond upon Thames"))])
    assert kinds(again) == ["updated"]
    assert len(again.contents.initiatives) == 2


def test_two_submissions_of_one_page_stay_two() -> None:
    merged = after(page(told("Outreach"), told("Outreach", id="camden-outreach-2")))
    assert kinds(merged) == ["new", "new"]
    assert {each.id for each in merged.contents.initiatives} >= {"camden-outreach", "camden-outreach-2"}


def test_the_same_page_again_changes_nothing() -> None:
    first = after(page(NIGHT))
    again = merge(first.contents, [page(replace(NIGHT, source=replace(NIGHT.source, lines=(5, 22))))])
    assert kinds(again) == ["unchanged"]
    assert again.contents == first.contents


def test_a_page_that_changed_says_what() -> None:
    newer = replace(
        NIGHT,
        contacts=(Contact("Bea Example", None, "bea@camden.example"),),
        full_text=f"{NIGHT.full_text}\n\nIt still does.",
        figures=(Figure("desks", value="2"),),
    )
    again = merge(after(page(NIGHT)).contents, [page(newer)])
    assert kinds(again) == ["updated"]
    assert again.changes[0].details == (
        "new contact Bea Example, bea@camden.example",
        "figures changed",
        "1 paragraph added",
    )
    back = merge(again.contents, [page(NIGHT)])
    assert back.changes[0].details == (
        "contact gone: Bea Example, bea@camden.example",
        "figures changed",
        "1 paragraph taken out",
    )


def test_work_told_on_two_pages_is_one_record_that_is_also_in_the_other_category() -> None:
    merged = after(page(NIGHT), page(replace(NIGHT, category="workforce", summary="Otherwise told.")))
    assert kinds(merged) == ["new", "updated"]
    night = merged.contents.initiatives[-1]
    assert (night.category, night.also_in, night.summary) == ("send", ("workforce",), NIGHT.summary)
    counts = {category.id: category.initiatives for category in merged.contents.categories}
    assert counts == {"send": 1, "workforce": 2}


def test_a_bundled_record_told_on_another_page_is_also_in_it() -> None:
    merged = after(page(told("The Kettle Club")))
    assert merged.changes[0].details == ("full text added", "also in send")
    assert merged.contents.initiatives[0].also_in == ("send",)


def test_a_category_told_later_takes_its_place() -> None:
    first = after(page(told("Night Desk", category=None)))
    again = merge(first.contents, [page(NIGHT)])
    assert (again.contents.initiatives[-1].category, again.contents.initiatives[-1].also_in) == ("send", ())


def test_an_export_keeps_its_ids_and_what_looks_alike_in_it_stays_apart() -> None:
    one, other = told("Desk", id="camden-desk"), told("Desk", id="camden-desk-2")
    merged = after(exported(one, other))
    assert kinds(merged) == ["new", "new"]
    assert kinds(merge(merged.contents, [exported(other, one)])) == ["unchanged", "unchanged"]


def test_an_export_with_an_id_of_other_work_overwrites_nothing() -> None:
    merged = after(exported(told("Night Shelter", id="camden-kettle-club", category="workforce")))
    assert kinds(merged) == ["new"]
    assert merged.contents.initiatives[0] == KETTLE


def test_an_export_with_one_id_twice_loses_nothing() -> None:
    merged = after(exported(told("Night Desk", id="camden-desk"), told("Day Hub", id="camden-desk")))
    assert [each.title for each in merged.contents.initiatives] == ["The Kettle Club", "Night Desk", "Day Hub"]


def test_a_record_of_an_export_with_a_newer_title_is_the_same() -> None:
    first = after(exported(told("Night Desk", id="camden-night-desk")))
    again = merge(first.contents, [exported(told("The Camden Night Desk", id="camden-night-desk"))])
    assert kinds(again) == ["updated"]


def test_what_another_page_says_of_the_same_work_is_kept_beside_it() -> None:
    elsewhere = replace(NIGHT, category="workforce", full_text="Told otherwise.", contacts=(Contact("Cy Example"),))
    merged = after(page(NIGHT), page(elsewhere))
    night = merged.contents.initiatives[-1]
    beside = "## Also published under workforce\n\nTold otherwise.\n\n- Cy Example"
    assert night.full_text == f"{NIGHT.full_text}\n\n{beside}"
    assert night.contacts == NIGHT.contacts
    assert kinds(merge(merged.contents, [page(NIGHT), page(elsewhere)])) == ["unchanged", "unchanged"]
    newer = merge(merged.contents, [page(replace(elsewhere, full_text="Told anew."))])
    assert (newer.contents.initiatives[-1].full_text or "").endswith("workforce\n\nTold anew.\n\n- Cy Example")
    same = after(page(NIGHT), page(replace(NIGHT, category="workforce")))
    assert same.contents.initiatives[-1].full_text == NIGHT.full_text


def test_another_page_does_not_take_the_place_of_the_full_text_of_what_came_with_the_program() -> None:
    own, other = told("Kettle Club", category="workforce"), told("Kettle Club", full_text="A short mention.")
    merged = after(page(own), page(other))
    text = merged.contents.initiatives[0].full_text or ""
    assert text.startswith(own.full_text or "") and text.endswith("## Also published under send\n\nA short mention.")
    turned = after(page(other), page(own)).contents.initiatives[0].full_text
    assert turned == text


def test_an_export_renames_no_category_that_is_known() -> None:
    other = Category("workforce", 4, "Something Else", "Else", "d", "s", "https://evil.example")
    merged = after(exported(NIGHT, categories=(other,)))
    workforce = next(each for each in merged.contents.categories if each.id == "workforce")
    assert (workforce.name, workforce.short_name, workforce.sponsor) == (
        "The workforce",
        "Workforce",
        "Workforce Group",
    )


def test_an_export_does_not_say_whose_services_an_authority_runs() -> None:
    first = after(page(told("Outreach", "Sutton")))
    claimed = Authority("Camden", (), ("Sutton",))
    merged = merge(first.contents, [exported(told("Outreach", "Camden"), authorities=(claimed,))])
    assert kinds(merged) == ["new"]


def test_an_id_that_is_taken_by_other_work_gets_a_number() -> None:
    merged = after(page(told("Something Else", "Sutton", id="camden-kettle-club")))
    assert merged.changes[0].id == "camden-kettle-club-2"


def test_a_numbered_id_is_no_longer_than_an_id_may_be() -> None:
    long = "camden-" + "x" * 53
    merged = after(page(told("One", id=long), told("Two", id=long)))
    assert [len(change.id) for change in merged.changes] == [60, 60]
    assert len({change.id for change in merged.changes}) == 2


def test_themes_measures_authorities_and_categories_that_are_not_known_are_kept_with_a_warning() -> None:
    new = told("Desk", "Narnia", "magic", themes=("spells",), figures=(Figure("wands", "wand-count", "3"),))
    merged = after(exported(new, themes=(Theme("spells", "Spells and charms"),)))
    contents = merged.contents
    assert Theme("spells", "Spells and charms") in contents.themes
    assert Measure("wand-count", "wand count", "") in contents.measures
    assert "Narnia" in [authority.name for authority in contents.authorities]
    magic = next(category for category in contents.categories if category.id == "magic")
    assert (magic.number, magic.name, magic.initiatives) == (5, "magic", 1)
    assert [warning.split(" is ")[0] for warning in merged.warnings] == [
        "The authority 'Narnia'",
        "The theme 'spells'",
        "The measure 'wand-count'",
        "The category 'magic'",
    ]


def test_an_export_brings_themes_measures_and_acronyms_that_nothing_uses_yet() -> None:
    tables = {
        "themes": (Theme("spells", "Spells"),),
        "measures": (Measure("wands", "Wands", "wands"),),
        "acronyms": (Acronym("WW", "Wand work"),),
    }
    contents = after(exported(NIGHT, **tables)).contents
    assert {name: getattr(contents, name) for name in tables} == tables


def test_an_alias_belongs_to_whoever_had_it_first() -> None:
    merged = after(exported(told("Desk", "Cambria"), authorities=(Authority("Cambria", ("LBC", "Cmb")),)))
    aliases = {authority.name: authority.aliases for authority in merged.contents.authorities}
    assert (aliases["Camden"], aliases["Cambria"]) == (("LBC",), ("Cmb",))


def test_a_page_gives_its_category_the_name_it_has_there() -> None:
    told_category = Category("send", 2, "Children with special needs", "", None, "SEND Group", "https://a.example/2")
    merged = after(page(NIGHT, categories=(told_category,)))
    send = next(category for category in merged.contents.categories if category.id == "send")
    assert (send.name, send.short_name, send.source_url) == (
        "Children with special needs",
        "SEND",
        "https://a.example/2",
    )


def test_it_is_noted_from_where_and_when() -> None:
    merged = after(replace(page(NIGHT, told("Kettle Club", category="workforce")), at="2026-03-04T10:00:00+00:00"))
    notes = {note.initiative: (note.at[:10], note.document, note.lines) for note in merged.contents.imports}
    assert notes == {
        "camden-night-desk": ("2026-03-04", "saved.html", (3, 20)),
        "camden-kettle-club": ("2026-03-04", "saved.html", (3, 20)),
    }


def test_every_field_that_changes_is_said() -> None:
    newer = replace(
        NIGHT,
        title="Night Desks",
        authorities=("Camden", "Sutton"),
        summary="Other.",
        team="Team",
        partners=("A",),
        links=(Link("a"),),
        videos=(Link("b"),),
        keywords=("k",),
        themes=("t",),
        notes=("n",),
    )
    again = merge(after(page(NIGHT)).contents, [page(newer)])
    said = {detail.removesuffix(" changed") for detail in again.changes[0].details}
    assert said == {
        "title",
        "authorities",
        "summary",
        "team",
        "partners",
        "links",
        "videos",
        "keywords",
        "themes",
        "notes",
    }
