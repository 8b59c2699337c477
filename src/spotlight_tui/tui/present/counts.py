"""How much is held, in words."""

from __future__ import annotations

from ...records import SUBMISSIONS


def number(count: int, name: str) -> str:
    return f"{count} {name}" if count == 1 else f"{count} {name}s"


def held(submissions: int, with_noun: bool = True) -> str:
    """How many of the publisher's submissions a collection holds; what was imported may be more than there were."""
    of = f" of {SUBMISSIONS}" if submissions <= SUBMISSIONS else ""
    return f"{submissions}{of}{' submissions' if with_noun or not of else ''}"
