"""Figures: shares, counts, money and changes, each with the sentence it stands in."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import islice

from ...records import Figure
from .account import Block
from .counted import TIMES
from .figure_forms import FORMS, Found
from .masks import masked
from .measures import measure_of
from .numbers import SPELLED, value_of
from .sentences import sentences

_ANY = re.compile(rf"\d|\b(?:{SPELLED}|half|twice|thirds?|quarters?)\b", re.I)
_CLAUSE = re.compile(r"[,;:(–]\s|\s[–(]")
_QUALIFIER = re.compile(
    r"(?:\b(?:just|only|well|a)\s+)?\b(?:(?:more|longer|greater|higher)\s+than|over|above|"
    r"in\s+excess\s+of|upwards\s+of|at\s+least|minimum\s+of|"
    r"fewer\s+than|less\s+than|under|below|up\s+to|nearly|almost|approximately|approx\.?|around|about|circa|roughly|"
    r"average(?:\s+(?:of|attendance\s+is))?|on\s+average,?|a\s+further|another|an\s+additional|only|just|"
    r"total\s+of)\s+(?:the\s+)?$",
    re.I,
)
_NOTES = (
    ("over", re.compile(r"more|longer|greater|higher|over|above|excess|upwards|least|minimum", re.I)),
    ("under", re.compile(r"fewer|less|under|below|up\s+to|nearly|almost", re.I)),
    ("approximately", re.compile(r"approx|around|about|circa|roughly", re.I)),
    ("average", re.compile(r"average", re.I)),
)
_OR_MORE = re.compile(r"\s+(?:(?:or|and)\s+(more|over|above|fewer|less|under|below)|on\s+(average))\b", re.I)
_DURATION = re.compile(rf"(?:last|past|previous)\s+(\d{{1,3}}|{SPELLED})\s+(years|months|weeks|terms)", re.I)
_LAST = re.compile(r"last|past|previous", re.I)
_HAVING = re.compile(r"\b(?:for|of|with|has|have|had|been|is|are|was|were|take[sn]?|took|now)\s+$", re.I)
_RATE = re.compile(r"(?:per|each|every|an?)\s", re.I)
_BOUNDS = ("over", "under")
_NOT_COUNTED = frozenset((*TIMES, None, "percent", "pounds", "times"))
_OPENING = "“‘\"'"
_FURTHER = re.compile(r"further|another|additional", re.I)
_BACK = re.compile(r"\(|\b(?:up|down)\s+from\b")
_LONGEST_VALUE = 60
_RATHER_BEHIND = 20
"""By how many characters a time before a figure counts as farther away."""
_A_CLAUSE = 40
"""And one in another clause."""
_LONGEST_LABEL = 160
_LONGEST_QUALIFIER = 40
_LONGEST_TEXT = 20_000
_MOST_IN_A_SENTENCE = 100
_MOST = 1000


def read(summary: str, blocks: Sequence[Block], measures: Collection[str]) -> tuple[Figure, ...]:
    """The figures of a summary and a text, in their order.

    Args:
        measures: the ids of those that are known.
    """
    figures: dict[tuple[str, str | None, str], Figure] = {}
    texts = [summary, *(block.text for block in blocks if block.kind != "heading")]
    for figure in islice(_of_texts(texts, measures), _MOST):
        figures.setdefault((figure.value, figure.unit, figure.label), figure)
    return tuple(figures.values())


def _of_texts(texts: Sequence[str], measures: Collection[str]) -> Iterator[Figure]:
    for text in texts:
        if not text or len(text) > _LONGEST_TEXT:
            continue
        opened = 0
        for sentence in sentences(text):
            yield from _of_sentence(sentence, measures, spoken=opened > 0 or text[0] in _OPENING)
            opened = max(0, opened + sentence.count("“") - sentence.count("”"))


def _of_sentence(text: str, measures: Collection[str], spoken: bool) -> Iterator[Figure]:
    """The figures of a sentence.

    Args:
        spoken: it stands in a quotation, where a number in words is talk: two of my friends.
    """
    if not _ANY.search(text):
        return
    hidden, periods = masked(text)
    found = [f for f in _found(hidden) if not (text[f.start].isalpha() and (spoken or _is_quoted(text, f.start)))]
    found = found if any(not figure.bare for figure in found) else _durations(text, periods)
    last: Found | None = None
    for figure in sorted(found, key=lambda figure: figure.start):
        made = _figure(text, figure, last, periods, measures)
        if made:
            yield made
            last = figure if figure.unit else last


def _found(hidden: str) -> list[Found]:
    """The figures of a masked sentence, each character belonging to one at most."""
    taken = bytearray(len(hidden))
    found: list[Found] = []
    lower = hidden.lower()
    for form in FORMS:
        if not any(sign in lower for sign in form.signs):
            continue
        for match in form.pattern.finditer(hidden):
            figure = form.read(match, hidden)
            if figure and not any(taken[figure.start : figure.end]):
                found.append(figure)
                taken[figure.start : figure.end] = b"\1" * (figure.end - figure.start)
            if len(found) == _MOST_IN_A_SENTENCE:
                return found
    return found


def _is_quoted(text: str, place: int) -> bool:
    return text.count("“", 0, place) > text.count("”", 0, place)


def _value(text: str) -> str:
    """A figure as printed; of a change whose numbers stand far apart only these."""
    past = _BACK.search(text) if len(text) > _LONGEST_VALUE else None
    return f"{text.split(' ', 1)[0]} … {text[past.start() :]}" if past else text


def _durations(text: str, periods: Sequence[tuple[int, int]]) -> list[Found]:
    """The lengths of time of a sentence that has no other figure."""
    places = [match for start, end in periods if (match := _DURATION.search(text, start, end))]
    return [Found(*match.span(), match[2].lower(), None, value_of(match[1])) for match in places]


def _figure(
    text: str, found: Found, last: Found | None, periods: Sequence[tuple[int, int]], measures: Collection[str]
) -> Figure | None:
    words = _qualifier(text, found)
    unit = found.unit
    if unit is None and last and last.unit not in _NOT_COUNTED and (found.goes_on or _FURTHER.search(words)):
        unit = last.unit
    if found.bare and unit is None:
        return None
    start = found.start - len(words)
    bound = _OR_MORE.match(text, found.end)
    end = bound.end() if bound else found.end
    measure = measure_of(text, found.start, found.end) if unit == "percent" and not found.sized else None
    return Figure(
        label=_label(text, start, end),
        measure=measure if measure in measures else None,
        value=_value(text[start:end].strip()),
        unit=unit,
        before=found.before,
        after=found.after,
        period=_period(text, found, periods),
        note=_note(bound[1] or bound[2] if bound else words, found),
    )


def _qualifier(text: str, found: Found) -> str:
    """The words that make a figure a bound or an approximation; a course taught over 10 days takes no longer."""
    before = text[max(0, found.start - _LONGEST_QUALIFIER) : found.start]
    words = _QUALIFIER.search(before)
    if words is None or _LAST.match(text, found.start):
        return ""
    spent = words[0].lower().startswith("over") and found.unit in TIMES
    return "" if spent and not _HAVING.search(before[: words.start()]) else words[0]


def _note(words: str, found: Found) -> str | None:
    """A bound first, as whoever compares figures expects it; of a range or a ratio there is none."""
    told = [note for note, pattern in _NOTES if pattern.search(words)][:1]
    notes = [note for note in (*told, found.note) if note]
    if found.after is None or found.before is not None:
        notes = [note for note in notes if note not in _BOUNDS]
    return "; ".join(sorted(dict.fromkeys(notes), key=lambda note: note not in _BOUNDS)) or None


def _period(text: str, found: Found, periods: Sequence[tuple[int, int]]) -> str | None:
    """The time nearest to the figure, rather behind it than before it; a rate only where it follows at once."""
    times = []
    for start, end in periods:
        if start < found.end and found.start < end:
            continue
        if _RATE.match(text, start):
            if start >= found.end and not text[found.end : start].strip(" )"):
                return text[start:end]
        else:
            behind = start >= found.end
            between = text[found.end : start] if behind else text[end : found.start]
            if behind and ";" in between:
                continue
            clauses = len(_CLAUSE.findall(between))
            times.append((len(between) + clauses * _A_CLAUSE + (not behind) * _RATHER_BEHIND, text[start:end]))
    return min(times)[1] if times else None


def _label(text: str, start: int, end: int) -> str:
    """The sentence of a figure, or as much around the figure as fits, cut between words."""
    if len(text) <= _LONGEST_LABEL:
        return text
    if end - start > _LONGEST_LABEL - 2:
        return text[start : start + _LONGEST_LABEL - 1].rsplit(" ", 1)[0] + "…"
    first = 0
    if start > _LONGEST_LABEL // 2:
        earliest = max(0, end - _LONGEST_LABEL + 2)
        clause = _CLAUSE.search(text, earliest, start)
        first = clause.end() if clause else text.find(" ", earliest, start) + 1 or start
    room = _LONGEST_LABEL - (first > 0)
    last = len(text)
    if last - first > room:
        last = text.rfind(" ", end, first + room - 1)
        last = last if last > 0 else end
    return ("…" if first else "") + text[first:last].rstrip(" ,;:–") + ("…" if last < len(text) else "")
