"""The real page, which is not part of the project, laid beside the records that were written by hand from it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cache

import found_and_told
import pytest
import shapes
from found_and_told import NOTHING, same_quotation
from page_reading import ROOT, known, lost_lines, messages, read, to_compact

from spotlight_tui.records import Contact, Initiative
from spotlight_tui.sources.page import Page

REAL = ROOT.parent / "shared" / "sources" / "practice-spotlight-workforce.txt"
Shape = Callable[[str], str]

pytestmark = pytest.mark.skipif(not REAL.exists(), reason="the real page is not part of the project")
every_shape = pytest.mark.parametrize("shape", shapes.SAME)
wide_and_compact = pytest.mark.parametrize("compact", [False, True], ids=["wide", "compact"])


@cache
def real(shape: Shape = shapes.as_it_is, compact: bool = False) -> str:
    text = REAL.read_text(encoding="utf-8")
    return shape(to_compact(text) if compact else text)


@cache
def read_real(shape: Shape = shapes.as_it_is, compact: bool = False) -> Page:
    return read(real(shape, compact))


def by_hand() -> list[Initiative]:
    """The hand-written records of the page, in its order."""
    records = [initiative for initiative in known().initiatives if initiative.category == "workforce"]
    return sorted(records, key=lambda record: record.source.lines or (0, 0))


def together(page: Page) -> list[tuple[Initiative, Initiative]]:
    return list(zip(by_hand(), page.initiatives, strict=True))


@wide_and_compact
@every_shape
def test_every_submission_is_found_with_its_authorities_and_title(shape: Shape, compact: bool) -> None:
    page = read_real(shape, compact)
    told = [(record.authorities, record.title) for record in by_hand()]
    assert len(told) == 17
    assert [(initiative.authorities, initiative.title) for initiative in page.initiatives] == told
    assert page.category is not None
    assert {initiative.category for initiative in page.initiatives} == {page.category.id} == {"workforce"}


@wide_and_compact
@every_shape
def test_every_contact_and_team_is_read_as_by_hand(shape: Shape, compact: bool) -> None:
    for record, initiative in together(read_real(shape, compact)):
        assert initiative.contacts == record.contacts
        assert initiative.team == record.team


@wide_and_compact
@every_shape
def test_summaries_and_partners_are_the_same_in_every_shape(shape: Shape, compact: bool) -> None:
    for plain, initiative in zip(read_real().initiatives, read_real(shape, compact).initiatives, strict=True):
        assert initiative.summary == plain.summary
        assert f"Summary of project: {plain.summary}" in " ".join(real().split())
        assert initiative.partners == plain.partners


def test_partners_are_those_of_the_page() -> None:
    lines = real().split("\n")
    for record, initiative in together(read_real()):
        first, last = record.source.lines or (1, 0)
        if any(line.startswith("Partners:") and line != "Partners:" for line in lines[first - 1 : last]):
            assert initiative.partners == record.partners
        else:
            assert initiative.partners == ()


@wide_and_compact
@every_shape
def test_no_line_is_lost(shape: Shape, compact: bool) -> None:
    assert lost_lines(real(shape, compact), read_real(shape, compact)) == []


def test_the_lines_of_every_submission_are_told() -> None:
    for record, initiative in together(read_real()):
        first, last = initiative.source.lines or (0, 0)
        assert record.source.lines is not None
        assert (first, initiative.title in real().split("\n")[first - 1]) == (record.source.lines[0], True)
        assert abs(last - record.source.lines[1]) <= 3


@wide_and_compact
def test_contacts_without_an_email_address(compact: bool) -> None:
    for record, initiative in together(read_real(shapes.contacts_without_email, compact)):
        told = [replace(c, email=None, role=(c.role or "").replace(" – ", ", ")) for c in record.contacts]
        assert list(initiative.contacts) == told


@pytest.mark.parametrize("shape", [shapes.with_hyphens, shapes.with_long_dashes])
def test_dashes_of_other_lengths(shape: Shape) -> None:
    dash = " - " if shape is shapes.with_hyphens else " — "
    for record, initiative in together(read_real(shape)):
        assert (initiative.title.replace(dash, " – "), initiative.authorities) == (record.title, record.authorities)
        assert [(c.name, c.email) for c in initiative.contacts] == [(c.name, c.email) for c in record.contacts]


def test_nobody_of_the_foot_is_a_contact() -> None:
    administrators = {contact.email for contact in known().publisher.contacts}
    assert len(administrators) == 2
    assert all(str(email) in real().casefold() for email in map(str.casefold, map(str, administrators)))
    everybody: list[Contact] = [c for initiative in read_real().initiatives for c in initiative.contacts]
    assert not administrators & {contact.email for contact in everybody}
    assert not any("Navigation Panel" in (initiative.full_text or "") for initiative in read_real().initiatives)


def test_little_is_doubtful() -> None:
    assert messages(read_real()) == [
        "The team “Redbridge The Learning Academy” names Redbridge: it was kept as published."
    ]


def test_the_introduction_is_the_pages_own() -> None:
    introduction = read_real().introduction
    assert introduction.startswith("This category includes examples of practice")
    assert "key area of focus" in introduction[-100:]


@wide_and_compact
def test_quotations(compact: bool) -> None:
    """By hand 50 are told, some of them parts of one: all were found, and nothing else (recall 1.0, precision 1.0)."""
    score, speakers, kinds = NOTHING, 0, 0
    for record, initiative in together(read_real(compact=compact)):
        told, found = [q.text for q in record.quotes], [q.text for q in initiative.quotes]
        score += found_and_told.of_quotations(told, found)
        for quote in record.quotes:
            same = next((q for q in initiative.quotes if same_quotation(quote.text, q.text)), None)
            speakers += same is not None and same.speaker == quote.speaker
            kinds += same is not None and same.kind == quote.kind
    assert score.recall >= 0.96
    assert score.precision >= 0.95
    assert kinds / score.told >= 0.85
    assert speakers / score.told >= 0.6  # by hand, many are named from what stands around: CYP staff


@wide_and_compact
def test_figures(compact: bool) -> None:
    """By hand 169 are told, some of them joined from two sentences: recall 0.90, precision 0.90."""
    score, units, changes = NOTHING, 0, 0
    for record, initiative in together(read_real(compact=compact)):
        score += found_and_told.of_figures([f.value for f in record.figures], [f.value for f in initiative.figures])
        found = {(found_and_told.numbers_in(f.value), f.before, f.after): f.unit for f in initiative.figures}
        for figure in record.figures:
            key = (found_and_told.numbers_in(figure.value), figure.before, figure.after)
            changes += key in found
            units += key in found and found[key] == figure.unit
    assert score.recall >= 0.88
    assert score.precision >= 0.88
    assert changes / score.told_and_found >= 0.95
    assert units / score.told_and_found >= 0.85


def test_figures_that_can_be_compared_have_their_measure() -> None:
    told = {(r.title, f.measure, f.after) for r in by_hand() for f in r.figures if f.unit == "percent" and f.measure}
    found = {(i.title, f.measure, f.after) for i in read_real().initiatives for f in i.figures if f.measure}
    assert len(told & found) / len(told) >= 0.75
    assert len(told & found) / len(found) >= 0.75


@wide_and_compact
def test_a_page_cut_anywhere_is_read_as_far_as_it_goes(compact: bool) -> None:
    text = real(compact=compact)
    whole = read_real(compact=compact).initiatives
    foot = text.index("Practice Spotlight Navigation Panel")
    for place in range(0, foot, foot // 20):
        page = read(text[:place])
        assert lost_lines(text[:place], page) == []
        assert page.initiatives[:-1] == whole[: max(0, len(page.initiatives) - 1)]
        assert any("cut off" in message or "No submission" in message for message in messages(page))
