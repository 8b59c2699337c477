"""PDFs made row by row, to be read."""

from __future__ import annotations

import io
from pathlib import Path

import pypdf
from invented_page import read_bytes, texts
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

Rows = list[tuple[float, float, str]]
"""Of a page: left edge, height of the base line, text."""
FULL = "A row of text that is about as long as the page is wide and so ends near its right edge"


def pdf(*pages: Rows | bytes, font: str = "/Helvetica") -> pypdf.PdfWriter:
    writer = pypdf.PdfWriter()
    for rows in pages:
        page = writer.add_blank_page(595, 842)
        content = DecodedStreamObject()
        content.set_data(rows if isinstance(rows, bytes) else b"".join(drawn(*row) for row in rows))
        page[NameObject("/Contents")] = writer._add_object(content)
        fonts = {NameObject("/F1"): _font(font), NameObject("/F2"): _font("/Helvetica-Bold")}
        page[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): DictionaryObject(fonts)})
    return writer


def _font(name: str) -> DictionaryObject:
    names = {"/Type": "/Font", "/Subtype": "/Type1", "/BaseFont": name, "/Encoding": "/WinAnsiEncoding"}
    return DictionaryObject({NameObject(key): NameObject(value) for key, value in names.items()})


def drawn(x: float, y: float, text: str, font: str = "/F1") -> bytes:
    escaped = text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
    return f"BT {font} 10 Tf {x} {y} Td ({escaped}) Tj ET\n".encode("cp1252")


def saved(writer: pypdf.PdfWriter) -> bytes:
    stream = io.BytesIO()
    writer.write(stream)
    return stream.getvalue()


def below(*rows: str, x: float = 50, top: float = 700, pitch: float = 12) -> Rows:
    """Rows one below the other, as a page has them within a paragraph."""
    return [(x, top - pitch * count, text) for count, text in enumerate(rows)]


def paragraphs(folder: Path, *pages: Rows) -> list[str]:
    return texts(read_bytes(saved(pdf(*pages)), folder, "page.pdf"))


BODY = below(FULL, FULL, FULL, FULL, "and its end.", top=300)
WHOLE_BODY = f"{FULL} {FULL} {FULL} {FULL} and its end."


def raw(objects: dict[int, str]) -> bytes:
    """A PDF of these objects; the first is its root."""
    written = "%PDF-1.7\n"
    places = {}
    for number, content in objects.items():
        places[number] = len(written)
        written += f"{number} 0 obj\n{content}\nendobj\n"
    table = "".join(f"{places[number]:010} 00000 n \n" for number in sorted(objects))
    size = len(objects) + 1
    written_table = f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer\n<</Root 1 0 R /Size {size}>>\n"
    return f"{written}{written_table}startxref\n{len(written)}\n%%EOF\n".encode("latin-1")


def stream(content: str, more: str = "") -> str:
    return f"<</Length {len(content)} {more}>>\nstream\n{content}\nendstream"
