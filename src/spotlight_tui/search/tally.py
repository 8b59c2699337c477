"""Who has most of some weighted sets: counted for everybody at once.

A set is a number whose bit n stands for the initiative at position n. Number p of the counters holds bit p of
everybody's sum (bit slices, as in O'Neil and Quass, 1997), so that adding takes a few operations on whole numbers,
however many initiatives there are.
"""

from __future__ import annotations

from collections.abc import Sequence

_LEVELS = 15
"""Steps in which weights are counted: the heaviest counts so many."""


def heaviest(weighted: Sequence[tuple[int, float]], most: int | None) -> int:
    """Those in the weightiest sets: `most` of them and those as heavy as the last, or all that are in any.

    Args:
        weighted: sets, each with its weight.
    """
    counters: list[int] = []
    unit = max((weight for _, weight in weighted), default=0.0) / _LEVELS or 1.0
    for those, weight in weighted:
        _add(counters, those, max(1, round(weight / unit)))
    low, high = 1, 1 << len(counters)
    while most is not None and high - low > 1:
        middle = (low + high) // 2
        if _with_at_least(counters, middle).bit_count() >= most:
            low = middle
        else:
            high = middle
    return _with_at_least(counters, low) if counters else 0


def _add(counters: list[int], those: int, amount: int) -> None:
    """Add an amount to the sums of those."""
    for place in range(amount.bit_length()):
        carried, at = those if amount >> place & 1 else 0, place
        while carried:
            counters.extend([0] * (at + 1 - len(counters)))
            counters[at], carried = counters[at] ^ carried, counters[at] & carried
            at += 1


def _with_at_least(counters: list[int], amount: int) -> int:
    """Those whose sum is at least an amount above 0."""
    more, equal = 0, -1
    for place in reversed(range(len(counters))):
        if amount >> place & 1:
            equal &= counters[place]
        else:
            more |= equal & counters[place]
            equal &= ~counters[place]
    return more | equal
