"""A name that stands for nothing: one error, in one line, that says which names there are."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from spotlight_tui import Collection, SpotlightError


@pytest.mark.parametrize(
    ("call", "says"),
    [
        (lambda c, name: c.listings(category=name), "There is no category {}: choose one of racial-equity, send, "),
        (lambda c, name: c.listings(theme=name), "There is no theme {}: choose one of recruitment, retention, "),
        (lambda c, name: c.listings(authority=name), "There is no authority {}: use a borough's name, such as "),
        (lambda c, name: c.figures(name), "There is no measure {}: choose one of turnover, agency-share, "),
        (
            lambda c, name: c.initiative(name),
            "There is no initiative {}: `spotlight-tui list` shows the ids there are.",
        ),
    ],
    ids=["category", "theme", "authority", "measure", "initiative"],
)
@pytest.mark.parametrize("name", ["zzz", "", "0", "a\nb", "\x1b[2J", "' OR 1=1 --"])
def test_it_is_told(call: Callable[[Collection, str], object], says: str, name: str, bundle: Path) -> None:
    with Collection.open(bundle) as collection, pytest.raises(SpotlightError) as error:
        call(collection, name)

    assert str(error.value).startswith(says.format(repr(name)))
    assert str(error.value).isprintable()


def test_unknown_ids_among_known_ones_are_left_out(bundle: Path) -> None:
    with Collection.open(bundle) as collection:
        found = collection.initiatives(["zzz", "sutton-therapeutic-hub", "barnet-career-conversations"])

    assert [initiative.id for initiative in found] == ["sutton-therapeutic-hub", "barnet-career-conversations"]
