"""What the real programs make of the invented page on this machine: the same lines."""

from __future__ import annotations

import html
from pathlib import Path

import pytest
from invented_page import ADDRESS, BULLETS, EXPECTED, HEADINGS, LIVE, TITLE, printed, read_bytes, texts
from real_programs import Chromium, LibreOffice

from spotlight_tui.sources.documents import read_document

FOLDED = ' style="display: none;"'
COPIES = """<script>
getSelection().selectAllChildren(document.querySelector("main"));
const copied = getSelection().toString();
document.documentElement.innerHTML = "<pre></pre>";
document.querySelector("pre").textContent = copied;
</script></body>"""


@pytest.fixture
def page(tmp_path: Path) -> Path:
    """The invented page with everything that can be folded up unfolded."""
    text = LIVE.read_text("utf-8").replace("<details>", "<details open>").replace(" hidden>", ">")
    path = tmp_path / "page.html"
    path.write_text(
        text.replace("tab-content { display: none", "tab-content { display: block").replace(FOLDED, ""), "utf-8"
    )
    return path


def test_chromium_prints_it(page: Path, tmp_path: Path) -> None:
    Chromium(tmp_path).run(page, f"--print-to-pdf={tmp_path / 'page.pdf'}")
    document = read_document(tmp_path / "page.pdf")

    assert [line for line in printed(document) if line in EXPECTED] == EXPECTED
    assert set(printed(document)) - set(EXPECTED) == {"Invented Practice", "One more word about cookies"}
    assert [line.text for line in document.lines if line.bullet][: len(BULLETS)] == BULLETS
    assert document.title == TITLE


def test_its_text_is_copied_from_chromium(page: Path, tmp_path: Path) -> None:
    page.write_text(page.read_text("utf-8").replace("</body>", COPIES), "utf-8")
    shown = Chromium(tmp_path).run(page, "--dump-dom")
    copied = html.unescape(shown.split("<pre>")[1].split("</pre>")[0])

    assert printed(read_bytes(copied.encode(), tmp_path)) == EXPECTED


def test_chromium_saves_it(tmp_path: Path) -> None:
    saved = f"<!-- saved from url=({len(ADDRESS):04}){ADDRESS} -->\n{Chromium(tmp_path).run(LIVE, '--dump-dom')}"
    document = read_bytes(saved.encode(), tmp_path, "page.html")

    assert texts(document) == texts(read_document(LIVE))
    assert (document.title, document.address) == (TITLE, ADDRESS)


def test_libreoffice_converts_it(page: Path, tmp_path: Path) -> None:
    office = LibreOffice(tmp_path)
    word = office.convert(page, "docx:MS Word 2007 XML")
    pdf, again = office.convert(word, "pdf"), office.convert(word, "html")

    for path in (word, pdf, again):
        document = read_document(path)
        assert [line for line in printed(document) if line in EXPECTED] == EXPECTED, path.name
        assert [line.text for line in document.lines if line.bullet and line.text in BULLETS] == BULLETS, path.name
    for path in (word, again):
        assert HEADINGS.items() <= {line.text: line.heading for line in read_document(path).lines}.items(), path.name
