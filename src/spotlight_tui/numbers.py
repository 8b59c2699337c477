"""Numbers as people write them → one form that search can compare: £556,743 and 556743, 9% and 9 per cent, £600k."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

_TIMES = {"k": 1_000, "thousand": 1_000, "m": 1_000_000, "mn": 1_000_000, "million": 1_000_000}
_TIMES |= {"bn": 1_000_000_000, "billion": 1_000_000_000}

_NUMBER = re.compile(
    r"""(?<![^\W_])(?<![.,]) (?P<pound>£\s?)? (?P<whole>\d{1,3}(?:,\d{3}){1,5}|\d{1,15}) (?P<part>\.\d{1,6})?
        (?: \s?(?P<percent>%|per\ ?cent\b|percentage\ points?\b)
          | \s?(?P<times>thousand|million|billion|k|mn|bn|m)\b )? (?![^\W_])""",
    re.X | re.I,
)

_WHOLE_KEY = re.compile("NUM[0-9]{1,30}")


@dataclass(frozen=True, slots=True)
class Number:
    """A number in a text."""

    value: Decimal
    unit: str
    """`percent`, `pounds`, or empty for a plain one."""
    step: Decimal
    """How exactly it is said: 1,000 for £768k; 0 for a number written out."""
    start: int
    end: int
    """Where it begins and ends in the text."""

    @property
    def key(self) -> str:
        """What it is found by: upper case, as no word is."""
        return ("PCT" if self.unit == "percent" else "NUM") + _digits(self.value)

    @property
    def keys(self) -> tuple[str, ...]:
        """What a reader who typed it may mean, the likeliest first: a plain number may be any."""
        if self.unit == "percent":
            return (self.key,)
        return (self.key,) if self.unit == "pounds" else (self.key, "PCT" + _digits(self.value))

    def is_about(self, key: str) -> bool:
        """Whether the number with this key is this one, said less exactly."""
        if not self.step or not _WHOLE_KEY.fullmatch(key):
            return False
        return abs(int(key[3:]) - self.value) < self.step


def _digits(value: Decimal) -> str:
    return format(value.normalize(), "f").replace(".", "D")


def numbers_in(text: str) -> list[Number]:
    """The numbers of a text, in order, with *k*, *million* and the like multiplied out."""
    found = []
    for match in _NUMBER.finditer(text):
        try:
            value = Decimal(match["whole"].replace(",", "") + (match["part"] or ""))
        except InvalidOperation:  # digits of another script
            continue
        times = _TIMES.get((match["times"] or "").lower(), 0)
        step = Decimal(times).scaleb(-len((match["part"] or ".")[1:]))
        value *= times or 1
        unit = "percent" if match["percent"] else "pounds" if match["pound"] else ""
        found.append(Number(value, unit, step, match.start(), match.end()))
    return found
