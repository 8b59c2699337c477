"""Which signposts are left once submissions are there."""

from __future__ import annotations

from dataclasses import replace

from spotlight_tui.records import Initiative
from spotlight_tui.sources.signposts import left_over

from .invented_collection import CONTENTS, KETTLE, told


def left(*imported: Initiative) -> set[str]:
    return {signpost.id for signpost in left_over(CONTENTS, [*CONTENTS.initiatives, *imported])}


ALL = {"send-camden-night-desk", "send-camden-day-desk", "send-sutton"}


def test_nothing_imported_leaves_all() -> None:
    assert left() == ALL


def test_what_a_signpost_named_replaces_it() -> None:
    assert left(told("The Night Desk")) == ALL - {"send-camden-night-desk"}
    assert left(told("Late Hours", summary="Of our night desk.")) == ALL - {"send-camden-night-desk"}


def test_a_signpost_without_a_title_is_replaced_by_a_submission_of_its_authority() -> None:
    assert left(told("Anything", "Sutton")) == ALL - {"send-sutton"}


def test_a_submission_of_another_name_replaces_none_that_has_a_title() -> None:
    assert left(told("Quite Another Name"), told("Second Name")) == ALL


def test_a_submission_of_another_category_replaces_none() -> None:
    assert left(told("Night Desk", category="workforce")) == ALL


def test_what_is_also_in_the_category_replaces_too() -> None:
    assert left(told("Night Desk", category="workforce", also_in=("send",))) == ALL - {"send-camden-night-desk"}


def test_what_was_in_the_category_from_the_start_replaces_nothing() -> None:
    bundle = replace(CONTENTS, initiatives=(replace(KETTLE, also_in=("send",)),))
    assert len(left_over(bundle, bundle.initiatives)) == 3


def test_who_runs_the_services_of_an_authority_replaces_its_signposts() -> None:
    signpost = replace(CONTENTS.signposts[2], authorities=("Kingston upon Thames", "Richmond upon Thames"))
    bundle = replace(CONTENTS, signposts=(signpost,))
    assert left_over(bundle, [told("Anything", "Achieving for Children")]) == ()
    assert left_over(bundle, [told("Anything", "Kingston upon Thames")]) == (signpost,)
