"""Handing addresses to the desktop: everything encoded, nothing odd handed over, and only where there is a desktop."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from spotlight_tui.desktop import mail_address, open_address

PAGE = "https://www.liia.london/?p=15929"

texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=80)


@given(texts, texts)
@settings(deadline=None, max_examples=150)
@example("Q&A? 50% off #1 = “all”", "one\n& two=2?\r\nthree “Łódź” + 社会")
@example("a&body=other", "b&bcc=spy@example.org")
def test_subject_and_body_arrive_as_they_were(subject: str, body: str) -> None:
    address = mail_address(["jo@example.gov.uk"], subject, body)
    arrived = parse_qs(urlsplit(address).query, keep_blank_values=True, strict_parsing=True)

    assert arrived == {"subject": [subject], **({"body": [body]} if body else {})}
    assert address.isascii() and address.isprintable() and not set(address) & set(" \"'<>#\\")


def test_an_address_cannot_add_to_the_mail() -> None:
    address = mail_address(["a@b.uk?cc=spy@b.uk&x", "c,d@b.uk"], "Hello")
    to = urlsplit(address).path.split(",")

    assert [unquote(part) for part in to] == ["a@b.uk?cc=spy@b.uk&x", "c,d@b.uk"]
    assert urlsplit(address).query == "subject=Hello"


def test_a_plain_mail_address_stays_readable() -> None:
    assert mail_address(["Jo.Example@sutton.gov.uk"], "Hello") == "mailto:Jo.Example@sutton.gov.uk?subject=Hello"


@pytest.fixture
def handed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What would have been handed to a Linux desktop that has the usual program."""
    taken: list[str] = []
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr("spotlight_tui.desktop.shutil.which", lambda program, path=None: f"/usr/bin/{program}")
    monkeypatch.setattr(subprocess, "Popen", lambda command, **_: taken.extend(command))
    return taken


DESKTOP = {"DISPLAY": ":0"}


@pytest.mark.parametrize("address", [PAGE, "http://example.org", "mailto:jo@example.gov.uk?subject=Hello"])
@pytest.mark.parametrize("desktop", [DESKTOP, {"WAYLAND_DISPLAY": "wayland-0"}])
def test_web_and_mail_addresses_are_handed_over(handed: list[str], address: str, desktop: dict[str, str]) -> None:
    assert open_address(address, desktop)
    assert handed == ["/usr/bin/xdg-open", address]


@pytest.mark.parametrize(
    "address",
    [
        "file:///etc/passwd",
        "javascript:alert(1)",
        "ftp://example.org",
        "ssh://example.org",
        "/etc/passwd",
        "www.example.org",
        "--help",
        "",
        " https://example.org",
    ],
)
def test_nothing_else_is_handed_over(handed: list[str], address: str) -> None:
    assert not open_address(address, DESKTOP)
    assert handed == []


@pytest.mark.parametrize(
    "character", [" ", "\t", "\n", "\r", "\0", "\x1b", "\x7f", "\x9b", "\u2028", "\u202e", "\ufeff"]
)
def test_no_address_with_a_control_character_is_handed_over(handed: list[str], character: str) -> None:
    assert not open_address(f"https://example.org/{character}x", DESKTOP)
    assert handed == []


@pytest.mark.parametrize("name", ["SSH_CONNECTION", "SSH_TTY", "SSH_CLIENT"])
def test_nothing_is_opened_on_another_machine(handed: list[str], name: str) -> None:
    assert not open_address(PAGE, {**DESKTOP, name: "192.0.2.1 50000 192.0.2.2 22"})
    assert handed == []


def test_nothing_is_opened_without_a_display(handed: list[str]) -> None:
    assert not open_address(PAGE, {})
    assert handed == []


def test_no_program_no_desktop(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(sys, "platform", "linux")

    assert not open_address(PAGE, {**DESKTOP, "PATH": str(tmp_path)})


def test_a_program_that_cannot_start_is_no_desktop(handed: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise OSError("exec format error")

    monkeypatch.setattr(subprocess, "Popen", broken)

    assert not open_address(PAGE, DESKTOP)


if sys.platform != "win32":

    def test_the_desktops_program_gets_the_address_as_its_one_argument(
        tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        record = tmp_path / "record"
        program = tmp_path / "xdg-open"
        program.write_text(f'#!/bin/sh\nprintf "%s|" "$#" "$@" > "{record}.part"\n/bin/mv "{record}.part" "{record}"\n')
        program.chmod(0o755)
        monkeypatch.setattr(sys, "platform", "linux")
        address = f"{PAGE}&x=$(touch+{tmp_path}/ran);`id`'"

        assert open_address(address, {**DESKTOP, "PATH": str(tmp_path)})

        until = time.monotonic() + 10
        while not record.exists() and time.monotonic() < until:
            time.sleep(0.01)
        assert record.read_text() == f"1|{address}|"
