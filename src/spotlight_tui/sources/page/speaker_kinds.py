"""Whose words a quotation is: of a child, a parent, a school, an inspector, a leader, of staff."""

from __future__ import annotations

import re

_WORKS = r"(?!.*\b(?:workers?|practitioners?|managers?|officers?|directors?|services|leads?)\b)"
_KINDS = (
    ("inspector", r"\b(?:ofsted|inspect(?:or|ors|ion|orate)|jtai|hmi|cqc|hmcts|ilacs)\b"),
    (
        "child-or-young-person",
        r"^(?:an? |the |one |our )?(?:child|children|young (?:person|people|(?:wo)?m[ae]n|adults?|inspectors?|carers?)|"
        r"pupils?|boys?|girls?|students?|care[- ](?:leavers?|experienced)|teenagers?|year \d+|kid|yp\b|daughter|son)"
        rf"{_WORKS}",
    ),
    (
        "parent-or-family",
        r"^(?:an? |the |one |our |birth |adoptive |foster |kinship |young )*"
        rf"(?:parents?|mothers?|fathers?|mums?|dads?|carers?|grand\w+|famil(?:y|ies)|aunts?|uncles?|guardians?)\b{_WORKS}",
    ),
    (
        "school",
        r"\b(?:dsls?|head ?teachers?|teachers?|schools?|senc?os?|nursery|early years setting|setting|primary|"
        r"college|ks[1-5]|teaching assistants?)\b(?!.*\bsocial worker)",
    ),
    ("leader", r"\b(?:director|dcs|head of|chief|leaders?|cabinet member|councillor|cllr|chair)\b"),
    (
        "staff",
        r"\b(?:staff|workers?|practitioners?|officers?|managers?|therapists?|psychologists?|colleagues?|employees?|"
        r"nqsws?|asyes?|apprentices?|trainees?|mentors?|mentees?|team members?|educators?|coordinators?|"
        r"conference participants?|nurses?|midwi(?:fe|ves)|volunteers?|advisors?|advisers?|interns?)\b",
    ),
    (
        "child-or-young-person",
        r"\b(?:child|young person|young people|pupils?|boy|girl|aged \d+|care leavers?)\b|, (?:\d|1\d|2[0-4])$",
    ),
    ("parent-or-family", r"\b(?:parents?|mother|father|mum|dad|carers?|grand\w+|famil(?:y|ies))\b"),
)
_PATTERNS = tuple((kind, re.compile(pattern, re.I)) for kind, pattern in _KINDS)
_LONGEST = 600


def kind_of(*texts: str | None) -> str:
    """The kind of speaker, as far as the texts tell; the first that tells decides."""
    for text in filter(None, texts):
        for kind, pattern in _PATTERNS:
            if pattern.search(text[:_LONGEST]):
                return kind
    return "other"
