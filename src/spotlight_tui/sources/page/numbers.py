"""Numbers as they are written, in figures and in words."""

from __future__ import annotations

import re

NUMBER = r"(?:\d{1,3}(?:,\d{3}){1,4}(?:\.\d{1,4})?|\d{1,12}(?:\.\d{1,4})?)(?!\d)"
_UNITS_SPELLED = "one two three four five six seven eight nine"
_TEENS = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_SPELLED = {
    **{word: number for number, word in enumerate(f"{_UNITS_SPELLED} {_TEENS}".split(), 1)},
    **{word: number for number, word in zip(range(20, 100, 10), _TENS.split(), strict=True)},
}
_ONE_TO_NINE = f"(?:{_UNITS_SPELLED.replace(' ', '|')})"
SPELLED = (
    rf"(?:(?:a|{_ONE_TO_NINE})\s+hundred|(?:{_TENS.replace(' ', '|')})(?:[-‑\s]{_ONE_TO_NINE})?|"
    rf"{_TEENS.replace(' ', '|')}|{_ONE_TO_NINE.replace('one|', '')})"
)
"""A number in words, from two on: one is an article more often than a figure."""
SCALES = {"thousand": 1e3, "k": 1e3, "million": 1e6, "m": 1e6, "billion": 1e9, "bn": 1e9}


def value_of(text: str) -> float:
    """What a number in figures or words stands for."""
    if not text[0].isdigit():
        return _value_in_words(text)
    number = float(text.replace(",", ""))
    return int(number) if number.is_integer() else number


def _value_in_words(text: str) -> int:
    total = 0
    for word in re.split(r"[-‑\s]+", text.lower()):
        total = max(total, 1) * 100 if word == "hundred" else total + _SPELLED.get(word, 0)
    return total
