"""What is said of an answer: what was read for what, what stands in its way, and what else to try."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual.content import Content

from .counts import held
from .flow import ellipsis, single

if TYPE_CHECKING:
    from ...search.completion import Completion
    from ...search.results import Results, Suggestion

_TAKES = "Tab"
_GAP = 2
"""Cells between the columns of a list."""
_WIDEST = 68
"""Cells of a list."""


def sentences(results: Results) -> list[Content]:
    """What a search read for what was typed, and what it did not find at all, a sentence each."""
    said = []
    for correction in results.corrections:
        used = single("” or “".join(correction.used), "bold")
        said.append(Content.assemble("Showing “", used, "” for “", single(correction.typed, "$muted"), "”."))
    for reading in results.readings:
        typed, used = single(reading.typed, "bold"), single(reading.used, "bold")
        said.append(Content.assemble("“", typed, "” is read also as ", used, "."))
    if results.missing:
        said.append(Content.assemble("Nothing here has ", _listed(results.missing), "."))
    return said


def fitted(said: Sequence[Content], width: int) -> Content:
    """As many sentences as one line has room for, the first in any case."""
    line = Content("")
    for number, sentence in enumerate(said):
        longer = Content.assemble(line, "  ", sentence) if number else sentence
        if number and longer.cell_length > width:
            break
        line = longer
    return ellipsis(line, width)


def nothing_found(results: Results, submissions: int) -> Content:
    """Why there is nothing, and what helps."""
    parts: list[Content | str] = [
        Content.styled("Nothing found", "bold"),
        " for “",
        single(results.query, "bold"),
        "”.",
    ]
    said = " ".join(suggestion.why for suggestion in results.suggestions)
    stops = [word for word in results.missing if word not in said]
    if stops and " ".join(stops) != results.query.casefold():
        parts += [" Nothing here has ", _listed(stops), "."]
    if results.suggestions:
        parts.append("\n\nTry instead:")
        return Content.assemble(*parts)
    return Content.assemble(
        *parts,
        "\n\nTry fewer words, another word for the same thing, or a borough’s name. This collection holds"
        f" {held(submissions)}.\n\n",
        ("Esc", "bold $accent"),
        (" clears the search line and shows everything again.", "$muted"),
    )


def _listed(words: Sequence[str]) -> Content:
    """“one”, “two” or “three”"""
    line = Content("")
    for number, word in enumerate(words):
        joint = "" if not number else " or " if number == len(words) - 1 else ", "
        line = Content.assemble(line, joint, "“", single(word, "bold"), "”")
    return line


def suggestion_row(suggestion: Suggestion, width: int) -> list[Content]:
    """Another query with how much it finds, and why it is offered."""
    number = f"{suggestion.total:,}"
    query = ellipsis(Content.assemble("“", single(suggestion.query, "bold $accent"), "”"), width - len(number) - 5)
    leaders = max(0, min(width, 60) - query.cell_length - len(number) - 2)
    line = Content.assemble(query, " ", ("·" * leaders, "$rule"), " ", (number, "$muted"))
    return [line, single(suggestion.why, "$muted")]


def suggestions_row() -> list[Content]:
    """What stands over the other queries among the results."""
    return [Content(""), Content.styled("Or look for", "italic $faint")]


def completions_width(offers: Sequence[Completion], more: int) -> int:
    """The cells that the widest of these takes, or what is said of those that are not shown."""
    label = max((single(offer.label).cell_length for offer in offers), default=0)
    explanation = max((single(offer.explanation).cell_length for offer in offers), default=0)
    said = len(_said_of(more)) + 1 if more else 0
    return min(_WIDEST, max(said, label + explanation + 2 * _GAP + len(_TAKES) + 1))


def _said_of(more: int) -> str:
    return f"and {more} more: type on"


def completion_lines(
    offers: Sequence[Completion], width: int, indent: int, entered: int | None, more: int = 0
) -> list[Content]:
    """How the line may go on: the words, what they do, and the key that takes them.

    Args:
        offers: the ways.
        width: cells.
        indent: cells before the words.
        entered: the one that the reader moved to.
        more: how many others there are.
    """
    labels = [single(offer.label, "$accent") for offer in offers]
    room = width - indent - len(_TAKES) - _GAP - 1
    column = min(max((label.cell_length for label in labels), default=0), room * 2 // 3)
    lines = []
    for number, (offer, label) in enumerate(zip(offers, labels, strict=True)):
        here, taken = number == entered, number == (entered or 0)
        label = ellipsis(label, column)
        label = label.pad_right(column - label.cell_length + _GAP)
        text = ellipsis(Content.assemble(label, single(offer.explanation, "$muted")), room)
        text = text.pad_right(room - text.cell_length + _GAP)
        sign = Content.styled("▌", "$accent") if here else Content(" ")
        key = (_TAKES, "bold $accent") if taken else " " * len(_TAKES)
        line = Content.assemble(sign.pad_left(indent - 1), text, key, " ")
        lines.append(line.stylize("bold").stylize_before("on $cursor-row") if here else line)
    if more:
        said = ellipsis(Content.styled(_said_of(more), "$faint"), max(1, width - indent - 1))
        lines.append(said.pad_left(indent))
    return lines
