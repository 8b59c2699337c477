"""Text as a browser copies it: from bytes to characters, and from characters to lines."""

from __future__ import annotations

import codecs
import re

from ..lines import Document, TextLine
from .common import MOST_LINES, MOST_TEXT, SAVE_AGAIN, Unreadable, tidy, too_much, without_bullet

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_KNOWN_CHARSET = re.compile(r"ascii|utf-?(?:8|16.*)|iso8859-\d+|cp\d+|mac-roman|koi8-r|shift_jis|euc_.+|gb.+|big5")
"""Python knows others under a `charset`, such as punycode, that no page is written in."""
_SAMPLE = 1_000_000
_LINE_END = re.compile("\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f\ufffd]")


def decode(data: bytes, charset: str | None = None) -> tuple[str, tuple[str, ...]]:
    """The text of `data`, and a warning where some of it could not be read.

    `charset` is what the document or its server says; bytes that are UTF-8 are taken as such whatever it says.
    A character cut off at the end is left out.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _readable(_decoded(data[len(mark) :], encoding))
    for encoding in filter(None, (_wide(data[:4096]), "utf-8", _known(charset))):
        try:
            return _readable(_decoded(data, encoding, "strict"))
        except UnicodeDecodeError:
            continue
    text = _decoded(data, "utf-8")
    lost = text.count("\ufffd")
    understood = len(text) - len(text.encode("ascii", "ignore")) - lost
    return _readable(text if lost * 4 < understood else _decoded(data, "cp1252"))


def read_text(name: str, text: str, warnings: tuple[str, ...] = ()) -> Document:
    """Plain text; every line of the file is a line, blank ones too."""
    if len(text) > MOST_TEXT:
        raise too_much()
    written = _LINE_END.split(text)
    if len(written) > MOST_LINES:
        raise too_much()
    if written and not written[-1].strip():
        written.pop()
    lines = []
    for number, line in enumerate(written, 1):
        words, bullet = without_bullet(tidy(line))
        lines.append(TextLine(number, words, bullet=bullet))
    return Document(name, tuple(lines), warnings=warnings)


def _decoded(data: bytes, encoding: str, errors: str = "replace") -> str:
    return codecs.getincrementaldecoder(encoding)(errors).decode(data)


def _wide(sample: bytes) -> str | None:
    """UTF-16 without a mark, which shows by every second byte being nought."""
    half = len(sample) // 2
    first, second = sample[::2].count(0), sample[1::2].count(0)
    if half < 8 or max(first, second) < half * 0.4 or min(first, second) > half * 0.05:
        return None
    return "utf-16-be" if first > second else "utf-16-le"


def _known(charset: str | None) -> str | None:
    try:
        name = codecs.lookup(charset or "").name
    except (LookupError, ValueError):
        return None
    return {"iso8859-1": "cp1252", "ascii": "cp1252"}.get(name, name) if _KNOWN_CHARSET.fullmatch(name) else None


def _readable(text: str) -> tuple[str, tuple[str, ...]]:
    beginning = text[:_SAMPLE]
    strange = len(_CONTROL.findall(beginning))
    if strange > 8 and strange * 12 > len(beginning):
        raise Unreadable(f"is neither text nor a web page, Word or PDF; {SAVE_AGAIN}")
    lost = text.count("\ufffd")
    if not lost:
        return text, ()
    return text, (f"{lost} {'character' if lost == 1 else 'characters'} could not be read.",)
