"""The numbers of a sentence that are no figures: dates, ages, pages, addresses; and the time it speaks of."""

from __future__ import annotations

import re

from .numbers import SPELLED

MASK = "\x1f"
"""Stands for each character that is no figure."""

_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|"
    r"Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Spring|Summer|Autumn|Winter)\b\.?(?:\s+term)?"
)
_YEAR = r"(?:19|20)\d\d(?:\s?[/–-]\s?(?:(?:19|20)\d\d|\d\d(?!\d)))?"
_SPAN = r"(?:years?|months?|weeks?|terms?|decades?|days?)"
_FEW = rf"(?:(?:\d{{1,3}}|{SPELLED}|few|couple\s+of|half|academic|financial)[\s-])?"
_PEOPLE_AFTER = r"(?:people|children|families|pupils|parents|young|residents|members)"
_PERIODS = re.compile(
    r"\b(?:"
    rf"(?:over|in|within|during|for|across|throughout)\s+the\s+(?:last|past|previous|first|next)\s+{_FEW}{_SPAN}"
    rf"|(?:in|across|within|(?<!.)over)\s+(?:\d{{1,2}}|{SPELLED})\s+(?:years|months|weeks|terms)"
    rf"|(?:between|from)\s+(?:{_MONTH}\s+)?(?:19|20)\d\d\s+(?:and|to|until)\s+(?:{_MONTH}\s+)?(?:19|20)\d\d"
    rf"|(?:since|before\s+the\s+end\s+of|entering|by\s+the\s+end\s+of|until)\s+(?:the\s+)?(?:{_MONTH}\s+)?{_YEAR}"
    rf"|{_MONTH}\s+{_YEAR}|(?<![\d,.£]){_YEAR}\b(?!\s?[+%]|\s+{_PEOPLE_AFTER}\b|[,.]\d|\s+Act\b)"
    r"|(?:per|each|every|an?)\s+(?:(?:academic|financial|calendar)\s+)?(?:year|month|week|term|fortnight)\b(?!-)"
    r"|(?:this|last)\s+(?:academic\s+|financial\s+)?year|to\s+date"
    r")\b",
    re.I,
)
_NUMBERED_THINGS = (
    r"pages?|years?|levels?|key\s+stages?|stages?|phases?|steps?|sections?|tiers?|bands?|grades?|parts?|categor(?:y|ies)|"
    r"chapters?|appendix|figures?|tables?|waves?|modules?|quarters?|weeks?|days?|strands?|priorit(?:y|ies)|outcomes?|"
    r"cohorts?|groups?|standards?|articles?|no|pillars?|objectives?|question|version|zone|row"
)
_TO = r"\s?(?:-|–|to)\s?"
_NOISE = re.compile(
    r"\b(?:"
    rf"https?://\S+|\d{{1,2}}(?:st|nd|rd|th)\b(?:\s+(?:of\s+)?{_MONTH})?|\d{{1,2}}\s+(?:of\s+)?{_MONTH}"
    rf"|{_MONTH}\s+\d{{1,2}}\b(?!\s+\w+s\b)|\d{{1,2}}/\d{{1,2}}(?:/\d{{2,4}})?\b|\d{{1,3}}:\d{{1,3}}\b(?!s)"
    r"|\d{1,2}(?:[:.]\d\d)?\s?(?:am|pm)\b"
    rf"|(?:{_NUMBERED_THINGS})\s+\d{{1,3}}[a-z]?\b(?:\s?(?:-|–|and|&|to|,|or)\s?\d{{1,3}}\b)*(?!\s?%)"
    rf"|KS\s?\d\b|COVID[\s-]?19\b|(?<![\d.,£])0{_TO}\d{{1,2}}\b|(?:under|over)[\s-]\d{{1,2}}s\b"
    r"|(?:aged?|ages)\s+(?:of\s+|from\s+|between\s+)?\d{1,2}(?:\s?(?:-|–|to|and)\s?\d{1,2}\b)?\+?"
    rf"|(?:\d{{1,2}}|{SPELLED})(?:{_TO}(?:\d{{1,2}}|{SPELLED}))?[\s-]years?[\s-]olds?\b"
    r")|\(\d{1,2}\)|^\(?\d{1,2}[.)]\s",
    re.I,
)
_EMAIL = re.compile(r"[\w.+-]{1,64}@[\w.-]+")


def masked(text: str) -> tuple[str, list[tuple[int, int]]]:
    """A sentence with a mask for each character that is no figure, and the places where it speaks of a time."""
    periods = [match.span() for match in _PERIODS.finditer(text)]
    hidden = _PERIODS.sub(_masks, text)
    if "@" in hidden:
        hidden = _EMAIL.sub(_masks, hidden)
    return _NOISE.sub(_masks, hidden), periods


def _masks(match: re.Match[str]) -> str:
    return MASK * len(match[0])
