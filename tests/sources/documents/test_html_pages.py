"""HTML: what makes a line, what is around the page, and what every browser makes of broken tags."""

from __future__ import annotations

from pathlib import Path

import pytest
from invented_page import read_bytes, texts

from spotlight_tui.records import Link
from spotlight_tui.sources.documents.common import Clock
from spotlight_tui.sources.documents.html import read_html
from spotlight_tui.sources.lines import Document


def page(body: str, address: str | None = None) -> Document:
    return read_html("page.html", body, Clock(), address=address)


def lines(body: str) -> list[str]:
    return texts(page(body))


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<p>One\n  two</p>three<div>four</div>", ["One two", "three", "four"]),
        ("<p>One<p>two<div>three", ["One", "two", "three"]),
        ("a<b>b</b>c <i>d</i>e<span>f</span>", ["abc def"]),
        ("One<br>two<br/><br>three<hr>four", ["One", "two", "three", "four"]),
        ("<pre>One\n two\n\nthree</pre>four", ["One", "two", "three", "four"]),
        ("a&nbsp;b &amp;lt;c&amp;gt; &eacute; &#8217; &#x1b;[2J &bogus;", ["a b &lt;c&gt; é ’ [2J &bogus;"]),
        ("one\u2028two\u00adthree\u200b\u202e", ["one twothree"]),
        ("1 < 2 & 3 > 2", ["1 < 2 & 3 > 2"]),
        ("<details><summary>Read more</summary><p>Folded</details>", ["Read more", "Folded"]),
        ('<div style="display:none">Folded</div><p hidden>too', ["Folded", "too"]),
        ("<button>Read more</button><dl><dt>Team<dd>North</dl>", ["Read more", "Team", "North"]),
        ("<![if !supportLists]>•<![endif]>One<!--[if IE]>two<![endif]-->", ["One"]),
        ("<![CDATA[x]]>One<!bogus>two<?php x ?>three", ["Onetwothree"]),
        ("<textarea>a</textarea><select><option>b</select><svg><text>c</text></svg>One", ["One"]),
        ("<script>if (a<b) '<p>x</p>'</script><style>p{}</style><noscript>y</noscript>One", ["One"]),
    ],
)
def test_what_makes_a_line(body: str, expected: list[str]) -> None:
    assert lines(body) == expected


@pytest.mark.parametrize(
    "around",
    [
        "<nav>Menu</nav>",
        "<header>Site</header>",
        "<footer>Site</footer>",
        '<div role="navigation">Menu<div>more</div></div>',
        '<div role="banner">Site</div>',
        '<div role="dialog">Sign up</div>',
        "<dialog>Sign up</dialog>",
        '<form><label>Search <input value="x"></label><button>Go</button></form>',
        '<div id="cookie-law-info-bar"><div>Cookies</div><button>Accept</button></div>',
        '<div class="cmplz-cookiebanner">Cookies</div>',
        '<section aria-label="x" class="gdpr">Cookies</section>',
        '<a class="skip-link" href="#main">Skip to content</a>',
    ],
)
def test_what_stands_around_a_page_is_not_of_it(around: str) -> None:
    assert lines(f"{around}<p>The page itself</p>{around}") == ["The page itself"]
    assert lines(f"{around}<main><p>The page itself</p></main>{around}") == ["The page itself"]


def test_the_header_and_footer_of_an_article_are_of_it() -> None:
    body = "<header>Site</header><article><header><h1>Title</h1></header><p>Text</p><footer>By Ada</footer></article>"

    assert lines(body) == ["Title", "Text", "By Ada"]


def test_a_title_in_the_header_of_the_site_is_the_pages() -> None:
    assert lines("<header><a>Site</a><h1>Workforce</h1></header><p>Text</p>") == ["Workforce", "Text"]


def test_a_page_that_is_all_in_a_form_is_read() -> None:
    assert lines("<a>Skip</a><form><nav>Menu</nav><p>The page itself, all of it</p></form>") == [
        "Skip",
        "The page itself, all of it",
    ]


@pytest.mark.parametrize("around", ["nav", "header", "form", "footer"])
def test_a_page_of_nothing_else_is_read(around: str) -> None:
    assert lines(f"<{around}><p>One<p>Two") == ["One", "Two"]


def test_the_words_for_banners_are_no_banner_in_the_classes_of_the_page() -> None:
    assert lines('<body class="cookies-not-set"><article id="cookies"><p>Text') == ["Text"]


def test_headings_and_lists() -> None:
    body = "<h2>A <em>b</em><br>c</h2><ul><li>One<br>more<li><p>Two<p>three</li><li><h4>Head</h4>text</ul>After"
    found = [(line.text, line.heading, line.bullet) for line in page(body).lines]

    assert found == [
        ("A b", 2, False),
        ("c", 2, False),
        ("One", 0, True),
        ("more", 0, False),
        ("Two", 0, True),
        ("three", 0, False),
        ("Head", 4, False),
        ("text", 0, False),
        ("After", 0, False),
    ]


def test_a_heading_that_does_not_end_goes_on_into_no_paragraph() -> None:
    assert [line.heading for line in page("<h3>Title<p>Text</p>more").lines] == [3, 0, 0]


def test_a_line_is_bold_where_all_of_it_is() -> None:
    body = "<p><b>All</b> <strong>of it</strong><p><b>Part</b> of it"
    body += "<p><span style='color:red; font-weight: 700'>All</span>"
    body += "<p><span style='font-weight:400'>None</span></b></strong><p>None"

    assert [line.bold for line in page(body).lines] == [True, False, True, False, False]


def test_tables() -> None:
    body = "<table><tr><th>Season<th>Children<tr><td><p>Spring</p><td>29</table>"
    long = "A paragraph that is longer than any cell of a table of figures would be. " * 4

    assert lines(body) == ["Season | Children", "Spring | 29"]
    assert lines(f"<table><tr><td>{long}<td>{long}</table>") == [long.strip()] * 2
    assert lines("<table><tr><td>a<p>b<td>c</table>") == ["a", "b", "c"]
    assert lines(f"<table><tr><td>Menu<td>{body}</table>End") == ["Menu", "Season | Children", "Spring | 29", "End"]


def test_links() -> None:
    body = (
        "<base href='https://a.example/x/'><p><a href='y?a=1&amp;b=2'>One <b>two</b></a>"
        " <a href='mailto:a%40b.example?subject=x'>a</a>"
        "<a href='javascript:alert(1)'>j</a><a href='#top'>t</a><a href='https://[broken'>b</a><a href='data:x'>d</a>"
        "<a href='file:///etc'>f</a><a href='http://c.example'><img alt='Guide'></a><a href='https://d.example/'> </a>"
    )
    (line,) = page(body).lines

    assert line.links == (
        Link("One two", "https://a.example/x/y?a=1&b=2"),
        Link("a", "mailto:a@b.example"),
        Link("Guide", "http://c.example"),
    )


def test_links_to_the_page_itself_are_none() -> None:
    body = "<p><a href='https://a.example/x#1'>One</a> <a href='y'>two</a>"

    assert page(body, "https://a.example/x").lines[0].links == (Link("two", "https://a.example/y"),)


@pytest.mark.parametrize(
    "head",
    [
        "<!-- saved from url=(0021)https://a.example/page -->",
        '<link rel="shortlink canonical" href="https://a.example/page">',
        '<meta property="og:url" content="https://a.example/page">',
    ],
)
def test_the_address_a_page_was_saved_from(head: str) -> None:
    assert page(f"<html>{head}<p>Text").address == "https://a.example/page"
    assert page(f"<html>{head.replace('https', 'javascript')}<p>Text").address is None


def test_the_title() -> None:
    body = "<title> A &amp; \n B </title><title>Second</title><svg><title>Logo</title></svg><p>Text"

    assert page(body).title == "A & B"
    assert lines(body) == ["Text"]


def test_videos_are_links_and_other_frames_are_nothing() -> None:
    body = "<p>Text<iframe src='https://www.youtube.com/embed/a' title='Film'>x</iframe>"
    body += "<iframe src='https://player.vimeo.com/video/1'></iframe><iframe src='https://youtube.com.evil.example/'></iframe>"

    assert [link for line in page(body).lines for link in line.links] == [
        Link("Film", "https://www.youtube.com/embed/a"),
        Link("https://player.vimeo.com/video/1", "https://player.vimeo.com/video/1"),
    ]


@pytest.mark.parametrize(
    "head",
    ['<meta charset="windows-1252">', "<meta http-equiv=Content-Type content='text/html; charset=iso-8859-1'>", ""],
)
def test_the_encoding_a_page_declares(head: str, tmp_path: Path) -> None:
    data = f"<html>{head}<p>“Café” – £5".encode("cp1252")

    assert texts(read_bytes(data, tmp_path, "page.html")) == ["“Café” – £5"]


def test_utf_16(tmp_path: Path) -> None:
    assert texts(read_bytes("<html><p>“Café”".encode("utf-16"), tmp_path)) == ["“Café”"]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<p>One<!-- never ends <p>two", ["One"]),
        ("<p>One</p><a href='x", ["One"]),
        ("<p>One <", ["One <"]),
        ("<p>One</", ["One"]),
        ("<p>One &am", ["One &am"]),
        ("<p>One</p><script>two", ["One"]),
        ("<title>One<p>two", ["two"]),
        ("</div></p></b></a>One</main>", ["One"]),
        ("<div><nav>Menu</div><p>One", ["One"]),
        ("<p a=1 b c='x>y' d=\"z\">One", ["One"]),
    ],
)
def test_broken_tags(body: str, expected: list[str]) -> None:
    assert lines(body) == expected
