"""Which acronyms a record uses without saying what they stand for."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ..records import Acronym, Initiative


def pattern(shorts: Iterable[str]) -> re.Pattern[str] | None:
    """Finds any of these short forms as a word of its own, also in the plural; None where there are none."""
    alternatives = "|".join(re.escape(short) for short in sorted(shorts, key=len, reverse=True))
    return re.compile(rf"(?<!\w)({alternatives})(s?)(?![\w’'-])") if alternatives else None


def unexplained(acronyms: Iterable[Acronym], initiative: Initiative) -> dict[str, str]:
    """Short form → long form of each that the record does not explain itself.

    It does where it spells the long form out, or has the short one in brackets.
    """
    texts = [initiative.title, initiative.summary, *(section.body for section in initiative.sections)]
    texts += [quote.text for quote in initiative.quotes] + [figure.label for figure in initiative.figures]
    if initiative.origin == "imported":
        texts.append(initiative.full_text or "")
    whole = "\n".join(texts)
    said = whole.casefold()
    near = {
        a.short: a.long
        for a in acronyms
        if a.short in whole and a.long.casefold() not in said and not re.search(rf"\({re.escape(a.short)}s?\)", whole)
    }
    found = pattern(near)
    used = {match[1] for match in found.finditer(whole)} if found else set()
    return {short: long for short, long in near.items() if short in used}
