"""A real page of 17 submissions, where it lies beside the project, written in every format: no word is lost."""

from __future__ import annotations

import html
from collections import Counter
from itertools import groupby, pairwise
from pathlib import Path

import docx
import pytest
from invented_page import LIVE, read_bytes, texts
from real_programs import Chromium

from spotlight_tui.sources.documents import read_document
from spotlight_tui.sources.lines import Document

PAGE = Path(__file__).resolve().parents[4] / "shared" / "sources" / "practice-spotlight-workforce.txt"
if not PAGE.exists():
    pytest.skip("the real page is not ours to give away", allow_module_level=True)

SIGN = "  • "
BEGINS = "Summary of project"


def lines_of(text: str) -> list[str]:
    return [" ".join(line.removeprefix(SIGN).split()) for line in text.split("\n") if line.strip()]


TEXT = PAGE.read_text("utf-8")
WRITTEN = [line for line in TEXT.split("\n") if line.strip()]
LINES = lines_of(TEXT)
BULLETS = lines_of("\n".join(line for line in WRITTEN if line.startswith(SIGN)))
HEADINGS = [above for above, below in pairwise(LINES) if below.startswith(BEGINS)]


def as_html() -> str:
    """With headings, lists, and all that stands around a page."""
    parts = []
    for block in TEXT.split("\n\n"):
        for listed, group in groupby(block.split("\n"), lambda line: line.startswith(SIGN)):
            lines = [html.escape(line) for line in lines_of("\n".join(group))]
            if not lines:
                continue
            if listed:
                parts.append("<ul>" + "".join(f"<li>{line}</li>" for line in lines) + "</ul>")
            elif html.unescape(lines[0]) in HEADINGS:
                parts.append(f"<h3>{lines[0]}</h3>")
            else:
                parts.append(f"<p>{'<br>'.join(lines)}</p>")
    live = LIVE.read_text("utf-8")
    return live[: live.index("<article")] + "\n".join(parts) + live[live.index("</article>") :]


def as_word(path: Path) -> Path:
    word = docx.Document()
    for line in WRITTEN:
        text = line.removeprefix(SIGN)
        word.add_paragraph(text, "Heading 3" if text in HEADINGS else "List Bullet" if text != line else None)
    word.save(str(path))
    return path


def differing(document: Document) -> tuple[int, int]:
    """How many words are lost or added, and how many of the lines are not there as they were written."""
    found = texts(document)
    here, there = Counter(" ".join(LINES).split()), Counter(" ".join(found).split())
    return ((here - there) | (there - here)).total(), len(set(LINES) - set(found))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-be", "cp1252"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"], ids=["LF", "CRLF", "CR"])
def test_as_text(encoding: str, end: str, tmp_path: Path) -> None:
    text = TEXT.encode(encoding, "replace").decode(encoding)
    document = read_bytes(text.replace("\n", end).encode(encoding), tmp_path)

    assert texts(document) == lines_of(text)
    assert len([line for line in document.lines if line.bullet]) == len(BULLETS)


def test_as_text_without_blank_lines(tmp_path: Path) -> None:
    document = read_bytes("\n".join(WRITTEN).replace(SIGN, "- ").encode(), tmp_path)

    assert texts(document) == LINES
    assert [line.text for line in document.lines if line.bullet] == BULLETS


def test_as_html(tmp_path: Path) -> None:
    document = read_bytes(as_html().encode(), tmp_path)

    assert texts(document) == LINES
    assert [line.text for line in document.lines if line.heading] == HEADINGS


def test_as_word(tmp_path: Path) -> None:
    document = read_document(as_word(tmp_path / "page.docx"))

    assert texts(document) == LINES
    assert [line.text for line in document.lines if line.bullet] == BULLETS


def test_as_chromium_prints_it(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text(as_html(), "utf-8")
    Chromium(tmp_path).run(tmp_path / "page.html", f"--print-to-pdf={tmp_path / 'page.pdf'}")
    document = read_document(tmp_path / "page.pdf")

    words, lines = differing(document)
    assert words <= 10 and lines <= 10
    assert [line.text for line in document.lines if line.heading] == HEADINGS
    assert len([line for line in document.lines if line.bullet]) == len(BULLETS)
