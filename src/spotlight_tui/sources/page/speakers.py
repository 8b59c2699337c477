"""Who speaks in a quotation, and when: what pages put behind it, under it or before it."""

from __future__ import annotations

import re

from .people import has_role, is_name
from .sentences import sentences
from .speaker_kinds import kind_of
from .vocabulary import NO_SPEAKER

_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|"
    r"Nov(?:ember)?|Dec(?:ember)?)\.?"
)
DATE = re.compile(
    rf"\b(?:(?:\d{{1,2}}(?:st|nd|rd|th)?\s+)?{_MONTH},?\s+(?:19|20)\d\d|"
    r"(?:Spring|Summer|Autumn|Winter)(?:\s+term)?,?\s+(?:19|20)\d\d|\d{1,2}/\d{1,2}/\d{2,4}|"
    r"(?:19|20)\d\d(?:\s*[/–-]\s*(?:19|20)?\d\d)?)\b",
    re.I,
)
_DATE_AT_END = re.compile(rf"\s+(?:in|on|of|from)\s+{DATE.pattern}\s*[:,]?$", re.I)
_SAYS = (
    r"(?:noted|notes|said|says|shared|shares|stated|states|commented|comments|reported|reports?|told|tells|explained|"
    r"explains|wrote|writes|reflected|added|adds|fed back|found|observed|concluded|described|recognised|"
    r"highlighted|remarked|recalled|recalls|replied|confirmed|puts? it)"
)
_TO_WHOM = r"(?:\s+(?:us|me|that|how|to us|(?:the|our|his|her|their)(?:\s+[\w’-]+){1,3}))?"
_LEAD = re.compile(
    rf"\b(?:{_SAYS}|feedback|comments?|testimon\w+|including|includes?|words)\b[^.!?]{{0,60}}$",
    re.I,
)
_SHORT_LEAD = 60
_BRACKETS = re.compile(r"[\s.,;:]*[(\[]([^()\[\]]{2,200}(?:\([^()]{1,60}\)[^()\[\]]{0,60})?)[)\]]")
_DASHED = re.compile(r"[\s.,;]*[–—-]\s*(\S.{1,140}?)\s*$")
_SAID_BY = re.compile(rf"[\s,.]*{_SAYS}\s+([^.;:,“”]{{2,60}}(?:,\s[^.;:“”,]{{2,60}})?)", re.I)
_BY_SAID = re.compile(
    rf"[\s,.]*((?:[A-Z]|an?\s|one\s|the\s|another\s)[^.;:,“”]{{1,60}}?(?:,\s[^.;:“”,]{{2,60}},)?)\s+{_SAYS}\b"
)
_QUOTED = re.compile(
    r"\b(?:quoted|noted|said|reported|stated|described|according|words)\s+(?:by|to|of)\s+([^.:,;]{2,60})[:,]?\s*$",
    re.I,
)
_VERB_AT_END = re.compile(rf",?\s+(?:also\s+|has\s+|have\s+|recently\s+)?{_SAYS}{_TO_WHOM}\s*[:,]?\s*$", re.I)
_WHO = re.compile(r"(?:^|[,;:’)]\s|\b(?:and|when|as|that)\s)((?:[^\s.,;:!?“”]+ ){0,9}[^\s.,;:!?“”]+)$", re.I)
_FEEDBACK_FROM = re.compile(
    r"(?:^|[.!?]\s)(?:feedback|quotes?|comments?|testimon\w+|e-?mail|reply|words)\s+(?:from|of|by)\s+"
    r"([^.:;]{2,80}):\s*$",
    re.I,
)
_NAMED = re.compile(r"^\s*([A-Z0-9][^:“”.!?]{1,60}):\s*$")
_NOT_A_SPEAKER = re.compile(
    r"(?:see|pages?|fig(?:ure)?|table|appendix|n\s*=|https?|source:?\s*$|\d+$|ibid|emphasis)\b", re.I
)
_SOURCE = re.compile(r"source\s*:", re.I)
_ONE_PERSON = re.compile(
    r"(?:an? )?(?:parents?|mothers?|fathers?|mum|dad|(?:foster )?carers?|grand\w+|child|young (?:person|wo?man)|"
    r"pupils?|students?|boy|girl|care leaver|staff member|member of staff|colleague|participant|volunteer|year \d+)\b",
    re.I,
)
_WITH_AGE = re.compile(r"[^\d,]{1,40}, (?:aged? )?\d{1,2}$", re.I)
_FILLERS = re.compile(r"^(?:and|but|when|as|also|then|recently)\s+", re.I)
_CUT = re.compile(r"\s+(?:feedback\s+)?(?:on|about|regarding|speaking about|talking about|in response to)\s+", re.I)
_FROM = re.compile(
    r"^(?:(?:text message|e-?mail|letter|card) from|feedback|quote|comment|testimonial|source|said|from|by)\b\s*"
    r"(?:from|by)?\s*:?\s*",
    re.I,
)
_LEFT_OVER = re.compile(r"\s+(?:feedback|comment|quote|in|of|from|dated)$", re.I)
_NOBODY = frozenset(("it", "we", "they", "he", "she", "i", "who", "this", "which"))
_ACTIONS = ("ing", "tion", "ment")
_MOST_WORDS = 20
_MOST_SENTENCES = 3

SpeakerAndDate = tuple[str | None, str | None]


def after(text: str) -> str | None:
    """The speaker as written behind the closing mark, in the same paragraph."""
    text = text[:400]
    brackets = _BRACKETS.match(text)
    if brackets:
        return None if _NOT_A_SPEAKER.match(brackets[1]) else brackets[1]
    dashed = _DASHED.match(text)
    if dashed and not dashed[1][0].islower() and len(dashed[1].split()) <= _MOST_WORDS and "“" not in dashed[1]:
        return dashed[1].rstrip(".")
    said = _SAID_BY.match(text) or _BY_SAID.match(text)
    if said:
        who = _person_of(said[1])
        return None if who.split()[0].lower() in _NOBODY else who
    rest = text.strip(" .,;:")
    return rest if rest and (is_speaker_line(rest) or (text.startswith(":") and _is_short_somebody(rest))) else None


def _person_of(text: str) -> str:
    """A name with its role; without the rest of the sentence where there is no role."""
    head, comma, tail = text.strip().partition(", ")
    return text.strip(" ,") if comma and (has_role(tail) or kind_of(tail) != "other") else head.strip()


def below(text: str) -> str | None:
    """The speaker where the line under a quotation is nothing else."""
    text = text.strip(" –—-")
    whole = text.startswith("(") and text.endswith(")")
    return (text[1:-1] if whole else text) if is_speaker_line(text) else None


def before(text: str) -> str | None:
    """The speaker as written before the opening mark."""
    text = _DATE_AT_END.sub(":", text[-300:].rstrip())
    for pattern in (_FEEDBACK_FROM, _QUOTED):
        found = pattern.search(text)
        if found and len(found[1].split()) <= 10:
            return found[1].strip()
    verb = _VERB_AT_END.search(text)
    if verb:
        return _subject(text[: verb.start()])
    named = _NAMED.match(text)
    words = named[1].split() if named else []
    told = any(word.lower() in NO_SPEAKER for word in words)
    if named and len(words) <= 8 and not told and _is_somebody(named[1]):
        return _FROM.sub("", named[1])
    return None


def _subject(text: str) -> str | None:
    """Who says it, from the text before the verb: a name with its role, or the words since the last pause."""
    sentence = list(sentences(text))[-1:]
    if not sentence:
        return None
    name, comma, role = sentence[0].partition(",")
    if comma and is_name(name) and "," not in role.strip(" ,"):
        return sentence[0].strip(" ,")
    found = _WHO.search(sentence[0].strip(" ,"))
    who = _FILLERS.sub("", found[1]) if found else ""
    return who if who and who.lower() not in _NOBODY else None


def _is_short_somebody(text: str) -> bool:
    return len(text.split()) <= 10 and _is_somebody(text)


def _is_somebody(text: str) -> bool:
    """Whether a text names a person or a kind of person."""
    return is_name(text) or has_role(text) or kind_of(text) != "other"


def is_speaker_line(text: str) -> bool:
    """Whether a line has the form of who says what stands above it."""
    words = text.split()
    if not words or len(words) > _MOST_WORDS or len(text) > 160:
        return False
    if _SOURCE.match(text):
        return True
    if text.endswith((":", "?", "!", "”", '"')):
        return False
    if text[0] in "–—-(" and len(words) <= 15:
        return len(text) > 2 and not text.lstrip("–—-( ")[:1].islower()
    if text.endswith("."):
        return False
    if is_name(text) and not any(len(word) > 5 and word.endswith(_ACTIONS) for word in words):
        return True
    return len(words) <= 12 and text[0].isupper() and ("," in text or len(words) <= 7) and _is_person_line(text)


def _is_person_line(text: str) -> bool:
    """Whether a short line says who, not what: a name or one person, with role, school or age."""
    if is_name(text.partition(",")[0].partition("(")[0]) or has_role(text):
        return True
    return _ONE_PERSON.match(text) is not None or _WITH_AGE.match(text) is not None


def tidy(raw: str | None) -> SpeakerAndDate:
    """Speaker and date apart, the speaker without what the quotation is about."""
    if raw is None:
        return None, None
    dates = list(DATE.finditer(raw))
    date = dates[-1] if dates else None
    if date:
        around = (raw[: date.start()].rstrip(" ,;:–—-("), raw[date.end() :].lstrip(" ,;:–—-)"))
        raw = ", ".join(filter(None, around))
    speaker = _FROM.sub("", raw.strip(" ,;:.–—-")).strip(" ,;:–—-")
    speaker = _CUT.split(speaker, maxsplit=1)[0].strip()
    return _LEFT_OVER.sub("", speaker) or None, date[0] if date else None


def leading(text: str) -> tuple[str, ...]:
    """The last sentences of a text that leads in a quotation, the nearest first; none where it does not say so."""
    short = text.rstrip().endswith(":") and len(text) <= _SHORT_LEAD
    if not (short or _LEAD.search(text[-100:])):
        return ()
    return tuple(reversed(list(sentences(text[-600:]))))[:_MOST_SENTENCES]


def only_date(text: str) -> str | None:
    """The date that a sentence names, where it names one alone."""
    dates = DATE.findall(text)
    return dates[0] if len(dates) == 1 else None
