"""Pages that were written before the program read them: how much of what a careful reader finds is found."""

from __future__ import annotations

from functools import cache
from typing import Any

import found_and_told
import pytest
import yaml
from found_and_told import NOTHING, same_quotation
from page_reading import PAGES, invented, read, to_compact

from spotlight_tui.records import Quote

PAGES_WITH_ANSWERS = ("walks-and-buses", "wards-and-nurseries", "sofas-and-gates")


def told_of(page: str) -> dict[str, Any]:
    told: dict[str, Any] = yaml.safe_load((PAGES / f"{page}.yaml").read_text(encoding="utf-8"))
    return told


@cache
def pairs(page: str, compact: bool = False) -> list[tuple[Any, Any]]:
    """What is told of each submission of a page, and what was read."""
    text = invented(f"{page}.txt")
    initiatives = read(to_compact(text) if compact else text).initiatives
    told = told_of(page)
    assert [initiative.title for initiative in initiatives] == list(told)
    return list(zip(told.values(), initiatives, strict=True))


@pytest.mark.parametrize("compact", [False, True])
def test_most_quotations_are_found_and_hardly_anything_else(compact: bool) -> None:
    score = NOTHING
    for page in PAGES_WITH_ANSWERS:
        for told, read_ in pairs(page, compact):
            found = [quote.text for quote in read_.quotes]
            score += found_and_told.of_quotations([words for words, _, _ in told["quotes"]], found)
    assert score.recall >= 0.95
    assert score.precision >= 0.95


@pytest.mark.parametrize("compact", [False, True])
def test_most_figures_are_found_and_few_others(compact: bool) -> None:
    score = NOTHING
    for page in PAGES_WITH_ANSWERS:
        for told, read_ in pairs(page, compact):
            score += found_and_told.of_figures(map(str, told["figures"]), [f.value for f in read_.figures])
    assert score.recall >= 0.85
    assert score.precision >= 0.85


def test_speakers_and_kinds_are_mostly_right() -> None:
    speakers = kinds = found = 0
    for page in PAGES_WITH_ANSWERS:
        for told, read_ in pairs(page):
            for words, speaker, kind in told["quotes"]:
                quote = next((q for q in read_.quotes if same_quotation(words, q.text)), Quote(""))
                found += bool(quote.text)
                speakers += bool(quote.text) and quote.speaker == speaker
                kinds += bool(quote.text) and quote.kind == kind
    assert speakers / found >= 0.8
    assert kinds / found >= 0.85
