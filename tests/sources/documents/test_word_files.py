"""Word files as python-docx writes them, as Word and others may, and as nobody should."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import docx
import pytest
from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from invented_page import WORD, read_bytes, texts, told

from spotlight_tui.records import Link
from spotlight_tui.sources.documents import read_document
from spotlight_tui.sources.documents import word as module
from spotlight_tui.sources.lines import Document, TextLine


def written(word: WordDocument, folder: Path) -> Document:
    stream = io.BytesIO()
    word.save(stream)
    return read_bytes(stream.getvalue(), folder, "page.docx")


def marks(document: Document) -> list[tuple[str, int, bool, bool]]:
    return [(line.text, line.heading, line.bullet, line.bold) for line in document.lines]


def test_styles(tmp_path: Path) -> None:
    word = docx.Document()
    word.add_heading("Title", 0)
    word.add_heading("Section", 2)
    word.add_heading("Deep", 9)
    word.add_paragraph("Plain")
    word.add_paragraph("")
    word.add_paragraph("One", "List Bullet")
    word.add_paragraph("Two", "List Number")
    word.add_paragraph("• Three", "List Paragraph")
    word.add_paragraph("Quoted", "Intense Quote")

    assert marks(written(word, tmp_path)) == [
        ("Title", 1, False, False),
        ("Section", 2, False, False),
        ("Deep", 6, False, False),
        ("Plain", 0, False, False),
        ("One", 0, True, False),
        ("Two", 0, True, False),
        ("Three", 0, True, False),
        ("Quoted", 0, False, True),
    ]


def test_runs(tmp_path: Path) -> None:
    word = docx.Document()
    bold = word.add_paragraph()
    bold.add_run("All ").bold = True
    bold.add_run(" ")
    bold.add_run("of it", "Strong")
    word.add_paragraph().add_run("Not").bold = False
    part = word.add_paragraph("One ")
    part.add_run("two").bold = True
    part.add_run().add_break()
    part.add_run("three\tfour").bold = True

    assert marks(written(word, tmp_path)) == [
        ("All of it", 0, False, True),
        ("Not", 0, False, False),
        ("One two", 0, False, False),
        ("three four", 0, False, True),
    ]


def test_tables_stand_where_they_stand(tmp_path: Path) -> None:
    word = docx.Document()
    word.add_paragraph("Before")
    table = word.add_table(2, 2)
    for cell, text in zip(
        (cell for row in table.rows for cell in row.cells), ("Season", "Children", "Spring", "29"), strict=True
    ):
        cell.text = text
    long = word.add_table(1, 2)
    long.rows[0].cells[0].text = "One"
    long.rows[0].cells[0].add_paragraph("two", "List Bullet")
    long.rows[0].cells[1].add_table(1, 2).rows[0].cells[0].text = "Inner"
    word.add_paragraph("After")
    document = written(word, tmp_path)

    assert texts(document) == ["Before", "Season | Children", "Spring | 29", "One", "two", "Inner", "After"]
    assert [line.text for line in document.lines if line.bullet] == ["two"]


def with_body(xml: str) -> WordDocument:
    word = docx.Document()
    for element in parse_xml(f"<w:body {nsdecls('w', 'r')} xmlns:mc='{MC}' xmlns:v='urn:v'>{xml}</w:body>"):
        word.element.body.insert(len(word.element.body) - 1, element)
    return word


MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"


def run(text: str) -> str:
    return f"<w:r><w:t xml:space='preserve'>{text}</w:t></w:r>"


def test_links(tmp_path: Path) -> None:
    word = docx.Document()
    word.add_paragraph("See ")
    identifiers = [
        word.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
        for address in ("https://a.example/?a=1&b=2", "mailto:ada@a.example", "file:///etc/passwd")
    ]
    links = "".join(
        f"<w:hyperlink r:id='{identifier}'>{run('the ')}{run(f'link{count}')}</w:hyperlink>{run(' ')}"
        for count, identifier in enumerate([*identifiers, "none"])
    )
    word.paragraphs[0]._p.append(parse_xml(f"<w:ins {nsdecls('w', 'r')}>{links}</w:ins>"))
    (line,) = written(word, tmp_path).lines

    assert line.text == "See the link0 the link1 the link2 the link3"
    assert line.links == (Link("the link0", "https://a.example/?a=1&b=2"), Link("the link1", "mailto:ada@a.example"))


BOX = f"<w:txbxContent><w:p>{run('boxed')}</w:p></w:txbxContent>"
BOXED = f"<mc:AlternateContent><mc:Choice>{BOX}</mc:Choice><mc:Fallback>{BOX}</mc:Fallback></mc:AlternateContent>"


@pytest.mark.parametrize(
    ("xml", "expected"),
    [
        (f"<w:sdt><w:sdtContent><w:p>{run('One')}</w:p></w:sdtContent></w:sdt>", ["One"]),
        (f"<w:p><w:ins>{run('One')}</w:ins><w:del><w:r><w:delText>two</w:delText></w:r></w:del></w:p>", ["One"]),
        (f"<w:p><w:moveFrom>{run('One')}</w:moveFrom><w:moveTo>{run('two')}</w:moveTo></w:p>", ["two"]),
        (f"<w:p><w:fldSimple w:instr='PAGE'>{run('One')}</w:fldSimple></w:p>", ["One"]),
        (f"<w:p><w:r><w:instrText>PAGE</w:instrText></w:r>{run('One')}</w:p>", ["One"]),
        (f"<w:p>{run('self')}<w:r><w:noBreakHyphen/></w:r>{run('care')}</w:p>", ["self-care"]),
        (f"<w:p>{run('Outside')}{BOXED}{run(' too')}</w:p>", ["boxed", "Outside too"]),
        (f"<w:p>{run('a&#x202e;b&#xad;c')}</w:p>", ["abc"]),
    ],
    ids=[
        "content control",
        "tracked changes",
        "moved",
        "field",
        "instruction",
        "hard hyphen",
        "text box",
        "unseen characters",
    ],
)
def test_what_word_wraps_text_in(xml: str, expected: list[str], tmp_path: Path) -> None:
    assert texts(written(with_body(xml), tmp_path)) == expected


def test_a_list_that_is_switched_off_and_an_outline_without_a_style(tmp_path: Path) -> None:
    properties = "<w:pPr><w:pStyle w:val='ListBullet'/><w:numPr><w:numId w:val='0'/></w:numPr></w:pPr>"
    outline = "<w:pPr><w:outlineLvl w:val='2'/></w:pPr>"
    word = with_body(f"<w:p>{properties}{run('One')}</w:p><w:p>{outline}{run('Two')}</w:p>")

    assert written(word, tmp_path).lines == (TextLine(1, "One"), TextLine(2, "Two", heading=3))


def test_the_title(tmp_path: Path) -> None:
    word = docx.Document()
    word.add_paragraph("Text")
    assert written(word, tmp_path).title is None
    word.core_properties.title = " Workforce \u202e"
    assert written(word, tmp_path).title == "Workforce"


W = nsdecls("w")
ENTITIES = "<!DOCTYPE w [<!ENTITY a 'aaaaaaaaaa'>{}]>".format(
    "".join(f"<!ENTITY {name} '{f'&{before};' * 10}'>" for before, name in zip("abcdefgh", "bcdefghi", strict=True))
)


def remade(part: str, content: str | bytes, package: bytes = WORD.read_bytes()) -> bytes:
    """The fixture, or another package, with one part replaced or added."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package)) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            if name != part:
                new.writestr(name, old.read(name))
        new.writestr(part, content)
    return stream.getvalue()


RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
STYLES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles"
STYLES_ELSEWHERE = (
    f"<Relationships xmlns='{RELATIONS}'><Relationship Id='a' Type='{STYLES}' Target='styles.png'/></Relationships>"
)
STYLES_TYPE = (
    b"<Override PartName='/word/styles.png'"
    b" ContentType='application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml'/>"
)


def body(xml: str, before: str = "", attributes: str = "") -> str:
    return f"<?xml version='1.0'?>{before}<w:document {W} {attributes}><w:body>{xml}</w:body></w:document>"


@pytest.mark.parametrize(
    "data",
    [
        remade("word/document.xml", body("<w:p><w:r><w:t>&i;</w:t></w:r></w:p>", ENTITIES)),
        remade("word/document.xml", body("<w:p/>", ENTITIES, "x='&i;'")),
        remade("[Content_Types].xml", f"<?xml version='1.0'?>{ENTITIES}<Types x='&i;'/>"),
    ],
    ids=["in text", "in an attribute", "in the list of parts"],
)
def test_entities_that_expand_are_told(data: bytes, tmp_path: Path) -> None:
    assert "is a damaged Word file" in told(data, tmp_path, "page.docx")


def test_entities_are_not_looked_up(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("SECRET")
    before = f"<!DOCTYPE w [<!ENTITY a SYSTEM '{secret.as_uri()}'>]>"
    data = remade("word/document.xml", body("<w:p><w:r><w:t>Text &a;</w:t></w:r></w:p>", before))

    assert texts(read_bytes(data, tmp_path, "page.docx")) == ["Text"]


def in_directory(data: bytes, part: bytes, place: int, content: bytes) -> bytes:
    """The package with other bytes in what its list of parts says of a part."""
    entry = data.rfind(b"PK\x01\x02", 0, data.rfind(part)) + place
    return data[:entry] + content + data[entry + len(content) :]


SIZE, FLAGS = 24, 8
LARGE = remade("word/document.xml", body("<w:p/>" * 2_000_000))
DEEP = body("<w:tbl><w:tr><w:tc>" * 300 + "</w:tc></w:tr></w:tbl>" * 300)


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (LARGE, "would inflate to more than"),
        (
            in_directory(WORD.read_bytes(), b"word/document.xml", SIZE, b"\xfe\xff\xff\xff"),
            "would inflate to more than",
        ),
        (in_directory(LARGE, b"word/document.xml", SIZE, b"\x64\0\0\0"), "is a damaged Word file"),
        (
            in_directory(WORD.read_bytes(), b"word/document.xml", FLAGS, b"\1"),
            "has a password; open it in Word and save",
        ),
        (remade("word/document.xml", DEEP), "is a damaged Word file"),
        (remade("word/document.xml", "<w:document>"), "is a damaged Word file"),
        (remade("word/document.xml", b"\xff\xfe\0"), "is a damaged Word file"),
        (remade("word/document.xml", body("")), "holds no text"),
        (b"PK\x03\x04" + bytes(99), "is a damaged Word file (File is not a zip file)"),
    ],
    ids=["large", "4 GB declared", "a lie", "password", "deep", "cut", "binary", "empty", "no zip"],
)
def test_bombs_and_damage_are_told(data: bytes, says: str, tmp_path: Path) -> None:
    assert says in told(data, tmp_path, "page.docx")


def test_what_is_no_text_of_a_package_is_not_even_inflated(tmp_path: Path) -> None:
    nested = remade("word/embeddings/zip", bytes(50_000_000))
    data = remade("word/embeddings/zip.zip", nested)

    assert texts(read_bytes(data, tmp_path, "page.docx")) == texts(read_document(WORD))


def test_text_under_another_ending_cannot_fill_the_memory(tmp_path: Path) -> None:
    data = remade("word/_rels/document.xml.rels", STYLES_ELSEWHERE)
    with zipfile.ZipFile(WORD) as word:
        types = word.read("[Content_Types].xml").replace(b"<Override", STYLES_TYPE + b"<Override", 1)
    data = remade("[Content_Types].xml", types, data)

    assert "is a damaged Word file" in told(remade("word/styles.png", body("<w:p/>"), data), tmp_path, "page.docx")


def test_many_elements_are_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST_ELEMENTS", 1000)

    assert "holds more text than" in told(remade("word/document.xml", body("<w:p/>" * 1000)), tmp_path, "page.docx")


def test_many_parts_are_told(tmp_path: Path) -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as package:
        for count in range(20_000):
            package.writestr(f"word/{count}", "")

    assert "has more parts than a Word file could" in told(stream.getvalue(), tmp_path, "page.docx")


def test_styles_that_are_based_on_each_other(tmp_path: Path) -> None:
    styles = "".join(f"<w:style w:styleId='{a}'><w:basedOn w:val='{b}'/></w:style>" for a, b in ("ab", "ba"))
    data = remade("word/styles.xml", f"<w:styles {W}>{styles}</w:styles>")

    assert len(read_bytes(data, tmp_path, "page.docx").lines) == 54
