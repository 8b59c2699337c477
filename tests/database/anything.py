"""Records with any text and number in them."""

from __future__ import annotations

from hypothesis import strategies as st

from spotlight_tui.records import (
    QUOTE_KINDS,
    Acronym,
    Concept,
    Contact,
    Figure,
    Initiative,
    Link,
    Quote,
    Section,
    Source,
)
from spotlight_tui.text import clean

texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=12).map(clean)
numbers = st.none() | st.integers(-(2**53), 2**53) | st.floats(allow_nan=False, allow_infinity=False)


maybe = st.none() | texts
links = st.lists(st.builds(Link, texts, maybe), max_size=3).map(tuple)
initiatives = st.builds(
    Initiative,
    id=st.from_regex(r"[a-z0-9]+(-[a-z0-9]+)*", fullmatch=True),
    title=texts,
    summary=texts,
    sections=st.lists(st.builds(Section, texts, texts), max_size=3).map(tuple),
    keywords=st.lists(texts, max_size=3).map(tuple),
    contacts=st.lists(st.builds(Contact, texts, maybe, maybe, maybe, maybe), max_size=3).map(tuple),
    team=maybe,
    partners=st.lists(texts, max_size=3).map(tuple),
    quotes=st.lists(st.builds(Quote, texts, maybe, maybe, st.sampled_from(QUOTE_KINDS), maybe), max_size=3).map(tuple),
    figures=st.lists(st.builds(Figure, texts, st.none(), texts, maybe, numbers, numbers, maybe, maybe), max_size=3).map(
        tuple
    ),
    links=links,
    videos=links,
    notes=st.lists(texts, max_size=3).map(tuple),
    full_text=maybe,
    source=st.builds(
        Source, maybe, maybe, maybe, maybe, maybe, maybe, st.none() | st.tuples(st.integers(1, 9), st.integers(9, 99))
    ),
    origin=st.sampled_from(("bundled", "imported")),
)

names = texts | st.sampled_from(["apple", "Apples", "apple tree", "apple trees", "tree", "wood", "–"])
concepts = st.builds(
    Concept, names, *(st.lists(names, max_size=3).map(tuple) for _ in ("entry", "plain", "broader", "related"))
)
acronyms = st.builds(Acronym, names, names)
