"""Words of grammar, which carry nothing but the sentence."""

from __future__ import annotations

from ..text import words_of

EMPTY = frozenset(
    words_of(
        """
        a about an and any are as at be been being but by can could did do does doing don done for from get
        gets getting had has have having he her him his how i if in into is isn it its just let me my no nor
        not of off on or our ours out over own per please s she so some such t than that the their them then
        there these they this those to too us very via was we were what when where whether which while who
        whom whose why will with within would you your
        """
    )
)
"""They count in a phrase only, and where there are no others."""
