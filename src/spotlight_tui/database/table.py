"""What a table of the collection's file is."""

from __future__ import annotations

from dataclasses import dataclass

TEXT, INTEGER, NUMBER, BINARY = str, int, float, bytes


@dataclass(frozen=True, slots=True)
class Table:
    name: str
    description: str
    columns: dict[str, tuple[type, str]]
    """Name, type and description of each column."""
    key: str | tuple[str, ...]
    foreign_keys: tuple[tuple[str, str, str], ...] = ()
    """Column, other table, column there."""
    required: tuple[str, ...] = ()
