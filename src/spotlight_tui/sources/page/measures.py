"""Which of the measures a percentage is of, where its sentence says so plainly."""

from __future__ import annotations

import re

_WORDS = {
    "turnover": r"turn-?over",
    "agency-share": r"agency|locums?",
    "vacancy-rate": r"vacanc(?:y|ies)",
    "management-permanent-share": (
        r"(?:management|managers?|managerial|leadership)\b[^.;]{0,40}?\bpermanen\w+|"
        r"permanen\w+[^.;]{0,30}?\b(?:management|managers?|managerial|leadership)\b"
    ),
    "permanent-share": r"permanen(?:t|tly|cy)",
    "internal-appointments": r"internal (?:roles|candidates|appointments|promotions)",
    "satisfaction": r"satisf(?:ied|action)",
}
_PATTERNS = {measure: re.compile(rf"\b(?:{words})\b", re.I) for measure, words in _WORDS.items()}
_BEFORE = 70
_AFTER = 60
_FURTHER_AFTER = 15
"""How much nearer a word has to be behind a figure than before it."""


def measure_of(sentence: str, start: int, end: int) -> str | None:
    """The measure whose words stand nearest to the figure, in the same clause before it; None where none are near."""
    before, within, behind = (
        sentence[max(0, start - _BEFORE) : start],
        sentence[start:end],
        sentence[end : end + _AFTER],
    )
    before = re.split(r"[,;]", before)[-1]
    nearest: list[tuple[int, str]] = []
    for measure, pattern in _PATTERNS.items():
        ends = [match.end() for match in pattern.finditer(before)]
        after = pattern.search(behind)
        if pattern.search(within):
            nearest.append((0, measure))
        if ends:
            nearest.append((len(before) - ends[-1], measure))
        if after:
            nearest.append((after.start() + _FURTHER_AFTER, measure))
    return min(nearest)[1] if nearest else None
