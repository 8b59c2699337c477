"""Fetches a page over https: nothing else, from nowhere else, no more and no longer than a page takes."""

from __future__ import annotations

import contextlib
import functools
import http.client
import socket
import ssl
import threading
import urllib.error
import urllib.request
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from typing import IO
from urllib.parse import quote, urlsplit, urlunsplit
from urllib.request import Request

from ...records import SpotlightError
from ...text import one_line

MOST_BYTES = 30_000_000
LONGEST = 30.0
"""Seconds from the call to the last byte."""
LONGEST_SILENCE = 10.0
"""Seconds without a byte."""
LONGEST_ADDRESS = 2_000

SAVE_IT = "open the page in a browser, save it, and import the file"

_KINDS = frozenset(
    (
        "text/html",
        "text/plain",
        "application/xhtml+xml",
        "application/pdf",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    )
)
_PART = 65_536


@dataclass(frozen=True, slots=True)
class FetchedPage:
    address: str
    """Where it was found, after the site's own redirects."""
    data: bytes
    charset: str | None


def fetch(url: str, context: ssl.SSLContext | None = None, *, seconds: float = LONGEST) -> FetchedPage:
    """The page at an https address.

    Args:
        context: which certificates to trust; the system's where there is none.

    Raises:
        SpotlightError: in one line.
    """
    address = _checked(url)
    attempt = _Attempt(address, context or ssl.create_default_context())
    # A server may send its answer a byte at a time, so that no time limit of a single step is reached; and looking
    # a name up has no limit at all.
    thread = threading.Thread(target=attempt.run, daemon=True)
    thread.start()
    thread.join(seconds)
    if thread.is_alive():
        attempt.abandon()
        raise SpotlightError(f"{address} took longer than {seconds:.0f} seconds; try again, or {SAVE_IT}.")
    if attempt.error:
        problem = _problem(attempt.error)
        raise (SpotlightError(f"{address} {problem}.") if problem else attempt.error) from attempt.error
    assert attempt.page
    return attempt.page


def _checked(url: str) -> str:
    written = one_line(url)
    if "://" not in written:
        written = f"https://{written}"
    try:
        parts = urlsplit(written)
        host = (parts.hostname or "").encode("idna").decode("ascii")
        port = f":{parts.port}" if parts.port else ""
    except ValueError:
        host, parts, port = "", urlsplit(""), ""
    if parts.scheme.lower() == "http":
        raise SpotlightError(f"{written[:200]} is not encrypted; use its https:// address, or {SAVE_IT}.")
    if parts.scheme.lower() != "https" or not host or set("@ ") & set(parts.netloc) or len(written) > LONGEST_ADDRESS:
        raise SpotlightError(f"{written[:200]} is not a web address; it should begin with https://.")
    if ":" in host:
        host = f"[{host}]"
    path, query = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~"), quote(parts.query, safe="/%:@!$&'()*+,;=~?")
    return urlunsplit(("https", host + port, path, query, ""))


class _Refused(Exception):
    """What is wrong with the answer, to be said after the address."""


class _Attempt:
    """One fetching, in a thread of its own: in the end there is a page or an error."""

    def __init__(self, address: str, context: ssl.SSLContext) -> None:
        self.page: FetchedPage | None = None
        self.error: Exception | None = None
        self._address = address
        self._connections: list[http.client.HTTPSConnection] = []
        self._abandoned = False
        self._opener = urllib.request.OpenerDirector()
        for handler in (
            urllib.request.ProxyHandler(),
            _Https(context, self._connections),
            _SameHost(),
            urllib.request.HTTPErrorProcessor(),
            urllib.request.HTTPDefaultErrorHandler(),
            urllib.request.UnknownHandler(),
        ):
            self._opener.add_handler(handler)
        self._opener.addheaders = [("User-Agent", f"spotlight-tui/{_version()}")]

    def run(self) -> None:
        try:
            with self._opener.open(self._address, timeout=LONGEST_SILENCE) as answer:
                self.page = self._read(answer)
        except Exception as error:
            self.error = error

    def abandon(self) -> None:
        self._abandoned = True
        for connection in self._connections:
            with contextlib.suppress(OSError, AttributeError):
                connection.sock.shutdown(socket.SHUT_RDWR)

    def _read(self, answer: http.client.HTTPResponse) -> FetchedPage:
        kind = answer.headers.get_content_type()
        if kind not in _KINDS:
            raise _Refused(f"is no page or document but {one_line(kind)[:60]}; {SAVE_IT}")
        if answer.headers.get("Content-Encoding", "identity").lower() != "identity":
            raise _Refused(f"was sent compressed, which was not asked for; {SAVE_IT}")
        data = bytearray()
        while not self._abandoned and (part := answer.read1(_PART)):
            data += part
            if len(data) > MOST_BYTES:
                raise _Refused(f"is larger than {MOST_BYTES // 1_000_000} MB; {SAVE_IT}")
        declared = answer.headers.get("Content-Length", "")
        if declared.isdecimal() and int(declared) > len(data):
            raise _Refused(f"was not sent whole; try again, or {SAVE_IT}")
        return FetchedPage(answer.geturl(), bytes(data), answer.headers.get_content_charset())


class _Https(urllib.request.HTTPSHandler):
    """Keeps its connections, so that they can be closed from outside."""

    def __init__(self, context: ssl.SSLContext, connections: list[http.client.HTTPSConnection]) -> None:
        super().__init__(context=context)
        self._trusted = context
        self._connections = connections

    def https_open(self, req: Request) -> http.client.HTTPResponse:
        return self.do_open(functools.partial(self._connect, context=self._trusted), req)

    def _connect(self, host: str, *, timeout: float, context: ssl.SSLContext) -> http.client.HTTPSConnection:
        connection = http.client.HTTPSConnection(host, timeout=timeout, context=context)
        self._connections.append(connection)
        return connection


class _SameHost(urllib.request.HTTPRedirectHandler):
    """Follows a site's redirects within itself."""

    def redirect_request(
        self,
        req: Request,
        fp: IO[bytes],
        code: int,
        msg: str,
        headers: http.client.HTTPMessage,
        newurl: str,
    ) -> urllib.request.Request | None:
        here, there = urlsplit(req.full_url), urlsplit(newurl)
        target = one_line(newurl)[:200]
        if there.scheme != "https":
            raise _Refused(f"sends on to {target}, which is not encrypted; {SAVE_IT}")
        if (here.hostname, here.port or 443) != (there.hostname, there.port or 443):
            raise _Refused(f"sends on to another site, {target}; if you trust that one, give its address")
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def _version() -> str:
    try:
        return version("spotlight-tui")
    except PackageNotFoundError:
        return "0"


def _problem(error: Exception) -> str | None:
    """What to say of an error after the address; None of one that no server or network can cause."""
    if isinstance(error, _Refused):
        return str(error)
    if isinstance(error, urllib.error.HTTPError):
        error.close()
        return f"cannot be fetched (the server says {error.code}); check the address, or {SAVE_IT}"
    if isinstance(error, (OSError, http.client.HTTPException, ValueError)):
        return f"cannot be fetched ({_reason(error)}); check the address and the network, or {SAVE_IT}"
    return None


def _reason(error: Exception) -> str:
    cause = error.reason if isinstance(error, urllib.error.URLError) else error
    if isinstance(cause, ssl.SSLCertVerificationError):
        return f"its certificate is not trusted: {one_line(cause.verify_message)}"
    if isinstance(cause, TimeoutError):
        return "no answer"
    return one_line(str(getattr(cause, "strerror", None) or cause))[:150] or type(cause).__name__
