"""Excerpts: the passage that answers, as it stands in the record, with exactly the words found marked."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from small import opened, record

from spotlight_tui import Collection
from spotlight_tui.records import Contact, Figure, Initiative, Quote, Section
from spotlight_tui.text import words_of

DATA = Path(__file__).resolve().parents[2] / "data" / "spotlight.db"


def vocabulary() -> list[str]:
    with closing(sqlite3.connect(DATA)) as connection:
        return [row[0] for row in connection.execute("SELECT word FROM words WHERE documents ORDER BY word")]


@pytest.fixture(scope="module")
def collection(bundle: Path) -> Iterator[Collection]:
    with Collection.open(bundle) as opened_:
        yield opened_


with Collection.open(DATA) as opened_once:
    THEMES = opened_once.themes


def plain(markdown: str) -> str:
    return " ".join(re.sub(r"^- |\*\*", "", markdown, flags=re.M).split())


def passages(i: Initiative) -> Iterator[tuple[str, str]]:
    """Field and text of all that may be quoted of a record."""
    yield "summary", i.summary
    for section in i.sections:
        yield "account", plain(section.body)
    for quote in i.quotes:
        said = plain(quote.text) + (f" – {quote.speaker}" if quote.speaker else "")
        yield "quotes", said + (f" ({quote.context})" if quote.context else "")
    for figure in i.figures:
        yield "figures", f"{figure.label}: {figure.value}" + (f" ({figure.period})" if figure.period else "")
    for contact in i.contacts:
        yield (
            "contacts",
            ", ".join(part for part in (contact.name, contact.role, contact.email, contact.organisation) if part),
        )
    for partner in i.partners:
        yield "partners", partner
    for keyword in i.keywords:
        yield "keywords", f"{keyword} – {plain(i.summary)}"
    for theme in THEMES:
        if theme.id in i.themes:
            yield "themes", f"{theme.name} – {theme.description}"
    yield "team", i.team or ""
    yield "full_text", plain(i.full_text or "")


@given(st.lists(st.sampled_from(vocabulary()), min_size=1, max_size=3))
@settings(deadline=None, max_examples=100)
def test_an_excerpt_is_of_the_record_and_its_marks_are_right(collection: Collection, words: list[str]) -> None:
    answer = collection.search(" ".join(words), limit=5)

    for hit in answer.hits:
        if hit.kind != "initiative":
            continue
        outside, inside = hit.excerpt.split("**")[::2], hit.excerpt.split("**")[1::2]
        assert len(outside) == len(inside) + 1, "a mark is not closed"
        found = {word for phrase in answer.lit for word in phrase.split()}
        assert all(run and set(words_of(run)) <= found for run in inside)
        assert not answer.lit & {word for part in outside for word in words_of(part)}, "a word found is not marked"
        assert not re.search(r"\w\*\*\w+\*\*|\*\*\w+\*\*\w", hit.excerpt), "a mark stands inside a word"
        quoted = hit.excerpt.replace("**", "").removeprefix("…").removesuffix("…")
        assert any(field == hit.field and quoted in text for field, text in passages(collection.initiative(hit.id)))
        assert len(quoted) <= 180


LATE = (
    "Nothing of note happened for a very long time in that place, " * 5
    + "until one apricot ripened, and all was well. " * 5
)


@pytest.mark.parametrize(
    ("fields", "field", "excerpt"),
    [
        ({"summary": "An apricot."}, "summary", "An **apricot**."),
        ({"sections": (Section("Why", "- **Apricots** and\n- `plums`"),)}, "account", "**Apricots** and `plums`"),
        ({"sections": (Section("Why", "No."), Section("Voices", "Apricot!"))}, "account", "**Apricot**!"),
        ({"quotes": (Quote("Apricots, please", "A child"),)}, "quotes", "**Apricots**, please – A child"),
        ({"figures": (Figure("Apricots", value="5%"),)}, "figures", "**Apricots**: 5%"),
        ({"contacts": (Contact("Al Apricot", "Head", "a@b.uk"),)}, "contacts", "Al **Apricot**, Head, a@b.uk"),
        ({"partners": ("Plum Ltd", "Apricot Ltd")}, "partners", "**Apricot** Ltd"),
        ({"team": "Apricot team"}, "team", "**Apricot** team"),
        ({"full_text": "# Apricot"}, "full_text", "# **Apricot**"),
        ({"keywords": ("apricot",), "summary": "Fruit."}, "keywords", "**apricot** – Fruit."),
        ({"title": "Apricot", "summary": "Fruit. " * 40}, "summary", "Fruit. " * 21 + "Fruit.…"),
        ({"title": "Apricot"}, "summary", ""),
    ],
)
def test_the_field_that_answers(fields: dict[str, Any], field: str, excerpt: str, tmp_path: Path) -> None:
    with opened(tmp_path / "c.db", [record("one", **fields)]) as collection:
        (hit,) = collection.search("apricot").hits

    assert (hit.field, hit.excerpt) == (field, excerpt)


def test_a_long_passage_is_cut_around_the_word(tmp_path: Path) -> None:
    with opened(tmp_path / "c.db", [record("one", LATE)]) as collection:
        (hit,) = collection.search("apricot").hits

    assert hit.excerpt.startswith("…until one **apricot** ripened, and all was well. until one **apricot** ripened")
    assert hit.excerpt.endswith("…")
    assert not hit.excerpt.endswith(" …")


def test_the_passage_with_most_of_the_words_is_shown(tmp_path: Path) -> None:
    account = "A walnut. " + "Nothing else is said. " * 20 + "An apricot and a walnut."
    with opened(tmp_path / "c.db", [record("one", account, summary="An apricot.")]) as collection:
        (hit,) = collection.search("apricot walnut").hits

    assert "**apricot** and a **walnut**" in hit.excerpt


def test_text_without_spaces_is_still_shown(tmp_path: Path) -> None:
    with opened(tmp_path / "c.db", [record("one", "apricot/" + "社会工作" * 60)]) as collection:
        (hit,) = collection.search("apricot").hits

    assert hit.excerpt.startswith("**apricot**/社会工作")
    assert len(hit.excerpt) > 100


def test_stars_of_a_record_are_no_marks(tmp_path: Path) -> None:
    with opened(tmp_path / "c.db", [record("one", "**Bold** and ** loose apricot**")]) as collection:
        (hit,) = collection.search("apricot").hits

    assert hit.excerpt == "Bold and loose **apricot**"


def test_a_late_word_behind_a_quotation_mark_is_shown(tmp_path: Path) -> None:
    with opened(tmp_path / "c.db", [record("late", LATE.replace("one apricot", "one “apricot"))]) as collection:
        assert "“**apricot** ripened" in collection.search("apricot").hits[0].excerpt
