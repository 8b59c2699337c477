"""The one door to documents from outside: a file, a web address or pasted text, read into lines."""

from __future__ import annotations

import re
import ssl
from collections.abc import Callable
from pathlib import Path

from ...records import SpotlightError
from ...text import one_line
from ..lines import Document
from .common import MOST_BYTES, SAVE_AGAIN, Clock, Unreadable

__all__ = ["read_address", "read_document", "read_pasted"]

_NOT_READ = (
    (b"\xd0\xcf\x11\xe0", "is an old Word file, or has a password; open it in Word and save it as .docx without one"),
    (b"{\\rtf", "is Rich Text; open it in Word and save it as .docx"),
    (b"\x89PNG", f"is a picture; {SAVE_AGAIN}"),
    (b"\xff\xd8\xff", f"is a picture; {SAVE_AGAIN}"),
    (b"GIF8", f"is a picture; {SAVE_AGAIN}"),
    (b"SQLite format 3", "is a database; import the page it was made from"),
)
_PREFACE = re.compile(r"\s+|<!--.*?-->|<\?.*?>", re.S)
_PAGE = re.compile(r"<(?:!doctype\s+html|html|head|body|title|meta|main|article|section|div|h[1-6]|p|ul|table)\b", re.I)


def read_document(path: Path) -> Document:
    """The lines of a file: text, HTML, MHTML, a web archive, Word or PDF, told by its content first.

    Raises:
        SpotlightError: it cannot be read, or holds no text.
    """
    name = one_line(path.name) or "The file"
    return _named(name, lambda: _read(name, _bytes_of(path), path.suffix.lower()))


def read_address(url: str, *, context: ssl.SSLContext | None = None) -> Document:
    """The lines of a page in the web, fetched over https.

    Raises:
        SpotlightError: it cannot be fetched or read, or holds no text.
    """
    from .web import fetch

    page = fetch(url, context)
    return _named(page.address, lambda: _read(page.address, page.data, "", page.charset, page.address))


def read_pasted(text: str) -> Document:
    """The lines of text that a reader pasted.

    Raises:
        SpotlightError: there is no text, or too much.
    """
    return _named("The pasted text", lambda: _with_text(_read_characters("pasted text", text, ())))


def _named(name: str, read: Callable[[], Document]) -> Document:
    try:
        return read()
    except Unreadable as error:
        raise SpotlightError(f"{name} {error}.") from error


def _bytes_of(path: Path) -> bytes:
    try:
        if path.is_dir():
            raise Unreadable("is a folder; choose a file in it")
        if not path.is_file():
            raise Unreadable("is not there, or is no file; check the path")
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise Unreadable(f"cannot be opened ({one_line(str(reason))}); check the file or choose another") from error
    if len(data) > MOST_BYTES:
        raise Unreadable(f"is larger than {MOST_BYTES // 1_000_000} MB; {SAVE_AGAIN}")
    return data


def _read(name: str, data: bytes, ending: str, charset: str | None = None, address: str | None = None) -> Document:
    for signature, message in _NOT_READ:
        if data.startswith(signature):
            raise Unreadable(message)
    if b"%PDF-" in data[:1024]:
        from .pdf import read_pdf

        return _with_text(read_pdf(name, data))
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        from .word import read_word

        return _with_text(read_word(name, data, Clock()))
    return _with_text(_read_page_or_text(name, data, ending, charset, address))


def _read_page_or_text(name: str, data: bytes, ending: str, charset: str | None, address: str | None) -> Document:
    from .archives import page_in_archive
    from .html import charset_in, read_html
    from .text import decode

    archive = page_in_archive(data)
    if archive:
        data, charset, address = archive.data, archive.charset, archive.address or address
    text, warnings = decode(data, charset or charset_in(data))
    warnings += archive.warnings if archive else ()
    if archive or ending in (".html", ".htm", ".xhtml"):
        return read_html(name, text, Clock(), address=address, warnings=warnings)
    if ending in (".pdf", ".docx") and not _is_page(text):
        raise Unreadable(f"is not a {'PDF' if ending == '.pdf' else 'Word'} file inside; {SAVE_AGAIN}")
    return _read_characters(name, text, warnings, address)


def _read_characters(name: str, text: str, warnings: tuple[str, ...], address: str | None = None) -> Document:
    if _is_page(text):
        from .html import read_html

        return read_html(name, text, Clock(), address=address, warnings=warnings)
    from .text import read_text

    document = read_text(name, text, warnings)
    return Document(name, document.lines, address, None, document.warnings) if address else document


def _is_page(text: str) -> bool:
    head = text[:5000].lstrip("\ufeff")
    while preface := _PREFACE.match(head):
        head = head[preface.end() :]
    return bool(_PAGE.match(head))


def _with_text(document: Document) -> Document:
    if not any(line.text for line in document.lines):
        raise Unreadable(f"holds no text; {SAVE_AGAIN}")
    return document
