"""Sets of positions as the file has them: bit n of a number, its bytes in little-endian order, deflated."""

from __future__ import annotations

import zlib
from collections.abc import Iterable

_LARGEST = 1 << 20
"""Bytes of a set that are read: no collection has so many initiatives."""


def bytes_of(positions: Iterable[int]) -> bytes:
    """A set of positions before it is deflated; empty for an empty one."""
    bits = bytearray()
    for position in positions:
        place, bit = divmod(position, 8)
        if place >= len(bits):
            bits.extend(bytes(place + 1 - len(bits)))
        bits[place] |= 1 << bit
    return bytes(bits)


def packed(positions: Iterable[int]) -> bytes | None:
    """A set of positions; None for an empty one."""
    bits = bytes_of(positions)
    return zlib.compress(bits, 6) if bits else None


def unpacked(stored: object) -> int:
    """A set as a number; 0, which is the empty one, for what is none."""
    if not isinstance(stored, bytes):
        return 0
    try:
        return int.from_bytes(zlib.decompressobj().decompress(stored, _LARGEST), "little")
    except zlib.error:
        return 0
