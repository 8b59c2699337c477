"""A page saved in one file with its pictures: MHTML (Chromium, Edge) and the web archive of Safari."""

from __future__ import annotations

import email
import email.message
import plistlib
import re
from dataclasses import dataclass

from .common import SAVE_AGAIN, Unreadable, web_address

_MOST_NESTED, _MOST_PARTS, _MOST_LINES = 5, 20_000, 500_000
"""The library goes through all nested parts for each line; a page with 30 MB of pictures has 400,000."""
_FOLDED = b'aria-expanded="false"'
_LACKS_HIDDEN = "A page saved as a single file may lack what was folded up: unfold it, or save the page complete."
"""Chromium leaves out elements that are `hidden`."""
_MULTIPART = re.compile(rb"content-type:\s*multipart/", re.I)
_HEADERS = re.compile(rb"(?:[A-Za-z-]+:[^\n]*\n(?:[ \t][^\n]*\n)*)+\r?\n")


@dataclass(frozen=True, slots=True)
class SavedPage:
    data: bytes
    charset: str | None
    address: str | None
    warnings: tuple[str, ...] = ()


def page_in_archive(data: bytes) -> SavedPage | None:
    """The page that an archive holds; None where `data` is no archive."""
    if data.startswith(b"bplist00"):
        return _in_web_archive(data)
    head = data[:4000].lstrip()
    if re.match(rb"(?:From|MIME-Version|Content-Type|Subject|Date|Snapshot-Content-Location):", head, re.I):
        headers = _HEADERS.match(head)
        if headers and re.search(rb"^mime-version:", headers[0], re.I | re.M):
            return _in_mhtml(data.lstrip())
    return None


def _in_mhtml(data: bytes) -> SavedPage:
    nested = len(_MULTIPART.findall(data))
    if nested > _MOST_NESTED or data.count(b"\n--") > _MOST_PARTS or data.count(b"\n") > _MOST_LINES:
        raise Unreadable(f"has more parts than a saved page could; {SAVE_AGAIN}")
    try:
        message = email.message_from_bytes(data)
        for part in message.walk():
            if part.get_content_type() in ("text/html", "application/xhtml+xml"):
                content = part.get_payload(decode=True)
                location = message.get("Snapshot-Content-Location") or part.get("Content-Location")
                if isinstance(content, bytes):
                    warnings = (_LACKS_HIDDEN,) if _FOLDED in content else ()
                    return SavedPage(content, part.get_content_charset(), web_address(str(location or "")), warnings)
    # The library lets many kinds of error through from a message that is damaged on purpose.
    except Exception as error:
        raise _damaged() from error
    raise _damaged()


def _in_web_archive(data: bytes) -> SavedPage:
    try:
        page = plistlib.loads(data, fmt=plistlib.FMT_BINARY)["WebMainResource"]
        content, address = page["WebResourceData"], page.get("WebResourceURL")
        charset = page.get("WebResourceTextEncodingName")
    except Exception as error:
        raise _damaged() from error
    if not isinstance(content, bytes):
        raise _damaged()
    return SavedPage(content, str(charset) if charset else None, web_address(str(address or "")))


def _damaged() -> Unreadable:
    return Unreadable(f"is a saved page without the page in it; {SAVE_AGAIN}")
