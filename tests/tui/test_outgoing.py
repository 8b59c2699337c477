"""Writing to a contact, opening the source, asking for an update: what a desktop is handed, or the reader is shown."""

from __future__ import annotations

from urllib.parse import unquote

import pytest

from spotlight_tui import Collection
from spotlight_tui.clipboard import Copied

from .outside import Clipboard
from .terminal import opened

ADDRESSES = "Ada.Marsh@northmoor.example, ben.quill@quay.example"
PUBLISHERS = "eve@alliance.example, flo@alliance.example"


async def test_write_opens_a_mail_with_addresses_and_subject(invented: Collection, addresses: list[str]) -> None:
    async with opened(invented) as t:
        await t.press("m")
        assert f"Handed over {ADDRESSES} · to your mail program" in t.key_line
    (mail,) = addresses
    assert mail.startswith("mailto:Ada.Marsh@northmoor.example,ben.quill@quay.example?subject=")
    assert unquote(mail).endswith("?subject=Practice Spotlight: Harbour Way – a place to stay and to grow")
    assert " " not in mail


async def test_open_gives_the_page_of_what_is_shown(invented: Collection, addresses: list[str]) -> None:
    async with opened(invented) as t:
        await t.press("o")
        assert "Handed over https://example.org/4 · to your browser" in t.key_line
        await t.press("g", "j", "o")  # a category
        await t.press("enter", "j", "o")  # a signpost
        await t.search("mentor")
        await t.press("enter", "o")  # a record that knows no page
        assert "No web address is known for this." in t.key_line
    assert addresses == ["https://example.org/4", "https://example.org/1", "https://example.org/1"]


async def test_an_update_request_goes_to_the_publisher(invented: Collection, addresses: list[str]) -> None:
    async with opened(invented) as t:
        await t.press("u")
        assert f"Handed over {PUBLISHERS} · to your mail program" in t.key_line
    (mail,) = addresses
    assert mail.startswith("mailto:eve@alliance.example,flo@alliance.example?subject=")
    said = unquote(mail)
    assert "subject=Practice Spotlight: update to Northmoor: Harbour Way – a place to stay and to grow" in said
    assert "body=About: Northmoor: Harbour Way" in said
    assert "https://example.org/4" in said


@pytest.mark.parametrize("size", [(120, 40), (60, 20)])
@pytest.mark.parametrize(
    ("key", "program", "shown"),
    [("m", "mail program", ADDRESSES), ("o", "browser", "https://example.org/4"), ("u", "mail program", PUBLISHERS)],
)
async def test_without_a_desktop_the_address_is_copied_and_shown(
    invented: Collection, copies: Clipboard, size: tuple[int, int], key: str, program: str, shown: str
) -> None:
    async with opened(invented, size) as t:
        await t.press(key)
        said = t.text()
        assert f"There is no {program} to open here. It was copied: X clipboard (xclip)." in said
        assert shown.split(",")[0] in t.text("#text-area")
        assert "Handed over" not in said
        await t.press("escape")
        assert len(t.app.screen_stack) == 1
    assert copies.texts == [shown]


async def test_without_desktop_and_clipboard_no_copy_is_claimed(invented: Collection, copies: Clipboard) -> None:
    copies.answer = Copied((), ask_terminal=True, sure=False)
    async with opened(invented) as t:
        await t.press("o")
        assert "There is no browser to open here." in t.text()
        assert "It was copied" not in t.text()
        assert "https://example.org/4" in t.text("#text-area")


@pytest.mark.parametrize("query", ["mentor", "lantern rooms"])
async def test_without_an_address_there_is_nobody_to_write_to(
    invented: Collection, addresses: list[str], query: str
) -> None:
    async with opened(invented) as t:
        await t.search(query)
        await t.press("enter", "m")
        assert "The source gives no e-mail address." in t.key_line
    assert addresses == []


async def test_the_publisher_is_not_asked_to_update_what_is_not_theirs(
    invented: Collection, addresses: list[str]
) -> None:
    async with opened(invented) as t:
        await t.search("mentor")
        await t.press("enter", "u")
        assert "This is related reading" in t.key_line
    assert addresses == []
