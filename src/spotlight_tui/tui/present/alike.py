"""Rows of what is like an initiative, and of what it shares with others."""

from __future__ import annotations

from textual.content import Content

from ...search.alike import Alike
from ...text import one_line
from .flow import ellipsis, single
from .lists import names


def alike_row(alike: Alike, width: int) -> list[Content]:
    """Title, authorities and first contact, and in two lines at most what both have."""
    listing = alike.listing
    who = single(names(listing.authorities), "$river")
    if listing.contact:
        who = Content.assemble(who, (" · ", "$muted"), single(listing.contact, "$muted"))
    why = one_line(alike.why)
    first = single(why).wrap(max(8, width))[0].plain.rstrip()
    both = [single(text, "$muted") for text in (first, why[len(first) :].strip())]
    return [single(listing.title, "bold"), who, *both]


def kind_row(name: str) -> Content:
    """What stands over the contacts, the partners or the themes."""
    return Content.styled(name, "bold $accent")


def other_row(name: str, others: int, width: int) -> Content:
    """A contact, partner or theme, and how many others have it behind leaders."""
    number = str(others)
    left = Content.assemble(ellipsis(Content.assemble("  ", single(name)), width - len(number) - 2), " ")
    leaders = max(0, width - left.cell_length - len(number) - 1)
    return Content.assemble(left, ("·" * leaders, "$rule"), " ", (number, "$muted"))
