"""Sets of positions: what goes into the file comes out of it, and nothing else does harm."""

from __future__ import annotations

import zlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from spotlight_tui.database.packing import packed, unpacked


@given(st.lists(st.integers(0, 20_000), max_size=60))
@settings(deadline=None)
def test_what_is_packed_is_unpacked(positions: list[int]) -> None:
    bits = unpacked(packed(positions))

    assert bits == sum(1 << position for position in set(positions))


def test_bit_n_stands_for_position_n() -> None:
    stored = packed([1, 9])

    assert stored is not None
    assert zlib.decompress(stored) == b"\x02\x02"


def test_an_empty_set_is_nothing() -> None:
    assert packed([]) is None
    assert unpacked(None) == 0


def test_many_positions_take_little_room() -> None:
    assert len(packed(range(1, 10_001)) or b"") < 40


@pytest.mark.parametrize("stored", [b"", b"\x00\xff", "text", 7, 1.5, float("inf"), b"x\x9c"])
def test_what_is_no_set_is_an_empty_one(stored: object) -> None:
    assert unpacked(stored) == 0


def test_a_set_cut_off_or_with_something_behind_it_does_no_harm() -> None:
    stored = packed(range(0, 9999, 7)) or b""

    assert unpacked(stored + b"more") == unpacked(stored)
    assert all(unpacked(stored[:at]) >= 0 for at in range(len(stored)))


def test_a_small_file_cannot_unfold_into_a_huge_set() -> None:
    assert unpacked(zlib.compress(b"\xff" * (64 << 20))).bit_length() <= 8 << 20
