"""Pages from the web, against a server of our own: encrypted, from one place, and no more than a page."""

from __future__ import annotations

import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
import trustme
from invented_page import LINES, LIVE, PDF, VIDEO, WORD, texts

from spotlight_tui import SpotlightError
from spotlight_tui.sources.documents import read_address, web

Answer = Callable[[BaseHTTPRequestHandler], None]


class Site:
    """A server on this machine, with the pages a test gives it."""

    def __init__(self, authority: trustme.CA) -> None:
        self.pages: dict[str, Answer] = {}
        self.asked: list[tuple[str, dict[str, str]]] = []
        site = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                site.asked.append((self.path, dict(self.headers)))
                site.pages[self.path](self)

            def log_message(self, *_: object) -> None:
                pass

        class Server(ThreadingHTTPServer):
            def handle_error(self, *_: object) -> None:
                """A client that does not trust us, or has had enough."""

        self.server = Server(("127.0.0.1", 0), Handler)
        trusted = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        authority.issue_cert("localhost").configure_cert(trusted)
        self.server.socket = trusted.wrap_socket(self.server.socket, server_side=True)
        self.address = f"https://localhost:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, args=(0.01,), daemon=True).start()


@pytest.fixture(scope="module")
def authority() -> trustme.CA:
    return trustme.CA()


@pytest.fixture
def site(authority: trustme.CA, monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    monkeypatch.setenv("no_proxy", "*")
    site = Site(authority)
    yield site
    site.server.shutdown()
    site.server.server_close()


@pytest.fixture
def context(authority: trustme.CA) -> ssl.SSLContext:
    context = ssl.create_default_context()
    authority.configure_trust(context)
    return context


def answer(data: bytes = b"", status: int = 200, **headers: str) -> Answer:
    def give(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(status)
        for name, value in headers.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.end_headers()
        handler.wfile.write(data)

    return give


def told(url: str, context: ssl.SSLContext | None = None) -> str:
    with pytest.raises(SpotlightError) as error:
        read_address(url, context=context)
    message = str(error.value)
    assert message.isprintable() and message.endswith(".")
    return message


def test_a_page(site: Site, context: ssl.SSLContext) -> None:
    site.pages["/page"] = answer(LIVE.read_bytes(), Content_Type="text/html; charset=utf-8", Set_Cookie="a=b")
    document = read_address(f"{site.address}/page", context=context)
    read_address(f"{site.address}/page", context=context)

    assert [line for line in texts(document) if line != VIDEO] == LINES
    assert document.name == document.address == f"{site.address}/page"
    for _, headers in site.asked:
        assert headers["User-Agent"].startswith("spotlight-tui/")
        assert "Cookie" not in headers and "Referer" not in headers


@pytest.mark.parametrize(
    ("path", "kind"),
    [(PDF, "application/pdf"), (WORD, "application/vnd.openxmlformats-officedocument.wordprocessingml.document")],
    ids=["PDF", "Word"],
)
def test_a_document(path: object, kind: str, site: Site, context: ssl.SSLContext) -> None:
    assert path in (PDF, WORD)
    site.pages["/file"] = answer((PDF if path == PDF else WORD).read_bytes(), Content_Type=kind)

    assert texts(read_address(f"{site.address}/file", context=context))[0] == LINES[0]


def test_the_encoding_the_server_declares(site: Site, context: ssl.SSLContext) -> None:
    site.pages["/page"] = answer("Łódź".encode("iso-8859-2"), Content_Type="text/plain; charset=ISO-8859-2")

    assert texts(read_address(f"{site.address}/page", context=context)) == ["Łódź"]


def test_an_address_is_completed_and_quoted(site: Site, context: ssl.SSLContext) -> None:
    site.pages["/caf%C3%A9?a=%20b&c=d"] = answer(b"Words", Content_Type="text/plain")
    typed = f"{site.address.removeprefix('https://')}/café?a= b&c=d#part"

    assert texts(read_address(typed, context=context)) == ["Words"]


@pytest.mark.parametrize(
    ("url", "says"),
    [
        ("http://a.example/page", "is not encrypted; use its https:// address, or open the page in a browser"),
        ("ftp://a.example/page", "is not a web address"),
        ("file:///etc/passwd", "is not a web address"),
        ("https://", "is not a web address"),
        ("https://user:word@a.example/", "is not a web address"),
        ("https://a.example:port/", "is not a web address"),
        ("https://[broken/", "is not a web address"),
        ("https://a b/", "is not a web address"),
        ("", "is not a web address"),
        ("https://a.example/" + "long" * 999, "is not a web address"),
        ("https://" + "a" * 70 + ".example/\x1b[2J\n", "is not a web address"),
    ],
)
def test_what_is_no_address(url: str, says: str) -> None:
    assert says in told(url)


def test_redirects_within_a_site_are_followed(site: Site, context: ssl.SSLContext) -> None:
    site.pages["/old"] = answer(status=301, Location="/new")
    site.pages["/new"] = answer(b"Words", Content_Type="text/plain")

    assert read_address(f"{site.address}/old", context=context).address == f"{site.address}/new"


@pytest.mark.parametrize(
    ("target", "says"),
    [
        ("https://other.example/page", "sends on to another site, https://other.example/page; if you trust that one"),
        ("https://127.0.0.1:1/", "sends on to another site"),
        ("http://localhost/", "sends on to http://localhost/, which is not encrypted"),
        ("file:///etc/passwd", "cannot be fetched"),
        ("//other.example", "sends on to another site"),
    ],
)
def test_redirects_elsewhere_are_refused(target: str, says: str, site: Site, context: ssl.SSLContext) -> None:
    site.pages["/old"] = answer(status=302, Location=target)

    assert says in told(f"{site.address}/old", context)


def test_many_redirects_end(site: Site, context: ssl.SSLContext) -> None:
    for count in range(30):
        site.pages[f"/{count}"] = answer(status=302, Location=f"/{count + 1}")

    assert "cannot be fetched (the server says 302)" in told(f"{site.address}/0", context)
    assert len(site.asked) < 20


def test_redirects_in_a_circle_end(site: Site, context: ssl.SSLContext) -> None:
    site.pages["/old"] = answer(status=302, Location="/old")

    assert "cannot be fetched" in told(f"{site.address}/old", context)
    assert len(site.asked) < 20


@pytest.mark.parametrize(
    ("given", "says"),
    [
        (answer(status=404), "cannot be fetched (the server says 404); check the address"),
        (answer(status=500), "cannot be fetched (the server says 500)"),
        (answer(b"x", Content_Type="image/png"), "is no page or document but image/png; open the page in a browser"),
        (answer(b"x", Content_Type="application/zip"), "is no page or document but application/zip"),
        (answer(b"x", Content_Type="text/html", Content_Encoding="gzip"), "was sent compressed"),
        (answer(b"x", Content_Type="text/html", Content_Length="99"), "was not sent whole"),
        (answer(b"", Content_Type="text/html"), "holds no text"),
        (answer(b"x", Content_Type="text/html", Transfer_Encoding="chunked"), "cannot be fetched"),
    ],
    ids=["missing", "broken", "picture", "zip", "compressed", "cut", "empty", "bad chunks"],
)
def test_answers_that_are_no_page(given: Answer, says: str, site: Site, context: ssl.SSLContext) -> None:
    site.pages["/page"] = given

    assert says in told(f"{site.address}/page", context)


def endlessly(handler: BaseHTTPRequestHandler) -> None:
    answer(Content_Type="text/html")(handler)
    while True:
        handler.wfile.write(b"a" * 1_000_000)


def endlessly_in_chunks(handler: BaseHTTPRequestHandler) -> None:
    handler.protocol_version = "HTTP/1.1"
    answer(Content_Type="text/html", Transfer_Encoding="chunked")(handler)
    while True:
        handler.wfile.write(b"%x\r\n%s\r\n" % (1_000_000, b"a" * 1_000_000))


@pytest.mark.parametrize("given", [endlessly, endlessly_in_chunks])
def test_a_page_without_end(given: Answer, site: Site, context: ssl.SSLContext) -> None:
    site.pages["/page"] = given

    assert "is larger than 30 MB" in told(f"{site.address}/page", context)


def test_a_head_without_end(site: Site, context: ssl.SSLContext) -> None:
    def give(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(b"HTTP/1.1 200 OK\r\n")
        while True:
            handler.wfile.write(b"A: b\r\n" * 10_000)

    site.pages["/page"] = give

    assert "cannot be fetched (got more than 100 headers)" in told(f"{site.address}/page", context)


def slowly(handler: BaseHTTPRequestHandler) -> None:
    for byte in b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n" * 99:
        handler.wfile.write(bytes([byte]))
        time.sleep(0.02)


def slowly_below(handler: BaseHTTPRequestHandler) -> None:
    answer(Content_Type="text/html")(handler)
    slowly(handler)


@pytest.mark.parametrize("given", [slowly, slowly_below], ids=["its head", "its body"])
def test_a_page_sent_byte_by_byte_ends_in_time(given: Answer, site: Site, context: ssl.SSLContext) -> None:
    site.pages["/page"] = given
    begun = time.monotonic()
    with pytest.raises(SpotlightError, match="took longer than 0 seconds; try again, or open the page in a browser"):
        web.fetch(f"{site.address}/page", context, seconds=0.3)

    assert time.monotonic() - begun < 5
    assert web.LONGEST == 30


def test_a_certificate_that_is_not_trusted(site: Site) -> None:
    assert "its certificate is not trusted" in told(f"{site.address}/page")
    assert not site.asked


def test_a_certificate_for_another_name(site: Site, context: ssl.SSLContext) -> None:
    assert "its certificate is not trusted" in told(site.address.replace("localhost", "127.0.0.1"), context)


def test_no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(*_: object, **__: object) -> None:
        raise socket.gaierror(-2, "Name or service not known")

    monkeypatch.setenv("no_proxy", "*")
    monkeypatch.setattr(socket, "getaddrinfo", unknown)

    assert told("https://a.example/page") == (
        "https://a.example/page cannot be fetched (Name or service not known); check the address and the network, or "
        "open the page in a browser, save it, and import the file."
    )


def test_no_server(site: Site, context: ssl.SSLContext) -> None:
    site.server.shutdown()
    site.server.server_close()

    assert "check the address and the network, or open the page in a browser" in told(site.address, context)
