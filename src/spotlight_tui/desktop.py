"""Handing an address to the reader's desktop: a mail program, a web browser. Never one inside the terminal."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from urllib.parse import quote

_SCHEMES = ("https://", "http://", "mailto:")


def mail_address(to: Sequence[str], subject: str, body: str = "") -> str:
    """A `mailto:` address that opens a new mail; everything in it is encoded."""
    query = f"subject={quote(subject)}"
    if body:
        query += f"&body={quote(body)}"
    return f"mailto:{','.join(quote(address, safe='@') for address in to)}?{query}"


def open_address(address: str, environ: Mapping[str, str] = os.environ) -> bool:
    """Ask the desktop to open a web or mail address; tells whether there is a desktop that took it."""
    if not address.startswith(_SCHEMES) or any(c.isspace() or not c.isprintable() for c in address):
        return False
    if any(environ.get(name) for name in ("SSH_CONNECTION", "SSH_TTY", "SSH_CLIENT")):
        return False
    try:
        if sys.platform == "win32":
            os.startfile(address)
            return True
        opener = _opener(environ)
        if opener is None:
            return False
        subprocess.Popen(
            [opener, address],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError:
        return False
    return True


def _opener(environ: Mapping[str, str]) -> str | None:
    """The program that hands addresses to the desktop, where there is a desktop."""
    if sys.platform == "darwin":
        return shutil.which("open", path=environ.get("PATH"))
    if environ.get("DISPLAY") or environ.get("WAYLAND_DISPLAY"):
        return shutil.which("xdg-open", path=environ.get("PATH"))
    return None
