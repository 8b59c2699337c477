"""Which of the account's six sections a heading of a submission clearly is."""

from __future__ import annotations

import re

_NUMBER = re.compile(r"^(?:\(?\d{1,2}[.):]|[ivx]{1,4}[.)]|[a-h]\))\s*", re.I)
_PLACE = r"(?:(?:the|our|this|your|an?) )?"
_WHAT = r"(?:initiatives?|project|programme|service|work|approach|practice)"
_NAMES = {
    "Why": (
        rf"why\b.*|(?:introduction|background|motivations?|context|rationale)(?: and (?:introduction|background|"
        rf"motivations?|context|rationale))*(?: (?:to|of|for) {_PLACE}{_WHAT}(?: and .{{0,60}})?| for action)?|"
        rf"introduction to {_PLACE}\w+ and motivations? .{{0,60}}|{_PLACE}(?:challenges?|problem|need|issues?)"
        r"(?: we (?:faced|face|wanted to address))?|what (?:called for|led to) it"
    ),
    "What they did": (
        rf"(?:details of )?{_PLACE}(?:actions?|activities)(?:,? (?:and|&) (?:actions?|activities|initiatives))?"
        rf"(?: (?:taken|designed|undertaken|we took)\b.{{0,80}})?|details of (?:the )?actions\b.{{0,80}}|"
        rf"what (?:we|they) (?:did|do|have done|are doing)|what {_WHAT} (?:did|does)"
    ),
    "How it runs": (
        r"how (?:it|we|this|the \w+) (?:runs?|works?|is run|is delivered|delivers?)|governance(?: and \w+)?|"
        r"(?:resources|staffing|costs?|funding)(?:,? (?:and|&) (?:resources|staffing|costs?|funding|governance))*|"
        r"delivery(?: model)?|implementation"
    ),
    "What changed": (
        rf"(?:{_PLACE}evidence (?:of|for) )?{_PLACE}(?:impact|outcomes?|results)(?: (?:and|&) (?:impact|outcomes?|"
        rf"evidence|results))*(?: (?:on|for|of|so far|to date)\b.{{0,60}})?|evidence that\b.{{0,60}}\bimpact|"
        r"what (?:has )?changed|(?:what difference|the difference)\b.{0,40}|evidence"
    ),
    "Voices": (
        r"(?:the )?voices? of\b.{0,60}|voices?|what (?:children|young people|families|parents|staff|people)\b.{0,40} "
        r"(?:say|said|tell us|told us|think)|testimon(?:ies|ials)|feedback from\b.{0,40}|quotes(?: from\b.{0,40})?|"
        r"(?:staff|parent|participant|family|children's|young people's) feedback"
    ),
    "For others": (
        r"transferability\b.{0,60}|(?:lessons|learning)(?: learn(?:t|ed))?(?: for\b.{0,40})?|"
        r"(?:advice|lessons|tips|learning) (?:for|to) other\b.{0,40}|for other(?:s| authorities| boroughs)|"
        r"what (?:others|other authorities|other boroughs)\b.{0,40}|replicab\w+|sharing (?:the|our) learning"
    ),
}
_SECTION = re.compile(
    "|".join(f"(?P<{name.replace(' ', '_')}>(?:{pattern})$)" for name, pattern in _NAMES.items()), re.I
)
_LONGEST = 120


def section_of(heading: str) -> str | None:
    """The section that a heading is another name for; None where that is not clear."""
    text = heading.strip()
    if len(text) > _LONGEST:
        return None
    text = " ".join(_NUMBER.sub("", text).replace("’", "'").strip(" :–—-?.").split())
    found = _SECTION.match(text)
    return found.lastgroup.replace("_", " ") if found and found.lastgroup else None
