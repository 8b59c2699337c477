"""Copying: what goes to the clipboard, and what is said about it."""

from __future__ import annotations

import base64
from pathlib import Path

import pytest

from spotlight_tui import Collection
from spotlight_tui.clipboard import Copied
from spotlight_tui.exports import cards
from spotlight_tui.tui.screens import text_dialog

from .invented import HARBOUR, LONG, QUIET
from .outside import Clipboard
from .terminal import Terminal, flat, opened

SIZES = [(120, 40), (60, 20), (20, 5)]
ADA = "Ada Marsh\nPrincipal Social Worker\nNorthmoor\nAda.Marsh@northmoor.example"
BEN = "Ben Quill\nQuay Trust\nben.quill@quay.example\n020 7946 0000"
CITATION = (
    "Northmoor: Harbour Way – a place to stay and to grow, Invented Alliance, Practice Spotlight: Workforce,"
    " https://example.org/4, read on 2026-11-21"
)


@pytest.mark.parametrize("size", SIZES)
async def test_the_contact_card(invented: Collection, copies: Clipboard, size: tuple[int, int]) -> None:
    async with opened(invented, size) as t:
        await t.press("c")
        assert t.key_line.startswith("▌ Copied")
    assert copies.texts == [f"{ADA}\n\n{BEN}"]


async def test_the_addresses_alone(invented: Collection, copies: Clipboard) -> None:
    async with opened(invented) as t:
        await t.press("e")
        assert "Copied Ada.Marsh@northmoor.example, ben.quill@quay.example" in t.key_line
    assert copies.texts == ["Ada.Marsh@northmoor.example, ben.quill@quay.example"]


async def test_the_whole_record(invented: Collection, copies: Clipboard) -> None:
    async with opened(invented) as t:
        await t.press("Y")
        assert "Copied the record Harbour Way" in t.key_line
    (text,) = copies.texts
    assert text.startswith("# Harbour Way – a place to stay and to grow\n")
    for part in (
        "Ada.Marsh@northmoor.example",
        "## What changed",
        "> “I have found my harbour”",
        "24% to 12%",
        CITATION,
    ):
        assert part in text


async def test_the_quotation_with_its_citation(invented: Collection, copies: Clipboard) -> None:
    async with opened(invented) as t:
        await t.press("y")
        assert "Copied “I have found my harbour” with its citation" in t.key_line
    (text,) = copies.texts
    assert text.startswith("“I have found my harbour”\n– Newly qualified social worker, May 2024")
    assert text.endswith(CITATION)


def marked(t: Terminal, selector: str) -> str:
    """The text of what is marked in a pane."""
    return " ".join(" ".join(line[1:-1] for line in t.lines(selector) if line.startswith("▌")).split())


@pytest.mark.parametrize(("down", "up"), [("j", "k"), ("down", "up")])
async def test_the_marked_quotation(invented: Collection, copies: Clipboard, down: str, up: str) -> None:
    async with opened(invented) as t:
        await t.press("tab", "tab")
        assert t.focused == "quotes"
        for key, place in ((down, 1), (down, 2), (down, 2), (up, 1), (up, 0), (up, 0)):
            await t.press(key)
            quote = HARBOUR.quotes[place]
            assert marked(t, "#quotes").startswith(f"“ {quote.text}”")
            await t.press("y")
            assert copies.texts[-1] == cards.quotation(quote, HARBOUR)


async def test_a_figure_with_its_citation(invented: Collection, copies: Clipboard) -> None:
    async with opened(invented) as t:
        await t.press("tab", "tab", "tab")
        assert t.focused == "figures"
        await t.press("y")
        assert "Copied Turnover of social workers: 24% to 12%" in t.key_line
        await t.press("j", "j")
        assert marked(t, "#figures").startswith("6 groups")
        await t.press("y")
    assert copies.texts[0] == f"Turnover of social workers: 24% to 12% (over 2 years)\n– {CITATION}"
    assert copies.texts[1].startswith("Groups: 6 groups")


async def test_where_there_is_no_quotation_the_first_figure(invented: Collection, copies: Clipboard) -> None:
    async with opened(invented) as t:
        await t.search("therapists")
        await t.press("enter", "y")
    assert copies.texts == [cards.figure(LONG.figures[0], LONG)]


@pytest.mark.parametrize(
    ("size", "way"),
    [((80, 24), "space"), ((80, 24), "wheel"), *(((60, 20), way) for way in ("space", "j", "G", "6", "wheel"))],
)
async def test_below_120_columns_the_marked_one_is_in_view(
    invented: Collection, copies: Clipboard, size: tuple[int, int], way: str
) -> None:
    """However one came there: what is copied is what has the mark, and that can be seen."""
    async with opened(invented, size) as t:
        await t.press("enter")
        while "They listen to us now" not in t.text("#detail") or "I have found my harbour" in t.text("#detail"):
            before = t.lines("#detail")
            await (t.wheel("#detail", 2) if way == "wheel" else t.press(way))
            if t.lines("#detail") == before:
                break
        seen = [line[1:-1].strip("“”→▄ ") for line in t.lines("#detail") if line.startswith("▌")]
        assert seen
        await t.press("y")
    assert seen[0] in flat(copies.texts[-1])


async def test_a_record_without_quotation_and_figure_says_so(invented: Collection, copies: Clipboard) -> None:
    """Also on a narrow screen, after a record that has them was read."""
    async with opened(invented, (79, 24)) as t:
        await t.press("enter", "escape", "j", "y")
        assert t.cursor_line.startswith("Eastvale +1 Lantern Rooms")
        assert "The source holds no quotation and no figure." in t.key_line
    assert copies.texts == []


@pytest.mark.parametrize(
    ("query", "key", "said"),
    [
        ("mentor", "c", "The source names no contact."),
        ("mentor", "e", "The source gives no e-mail address."),
        ("lantern rooms", "e", "The source gives no e-mail address."),
        ("lantern rooms", "y", "The source holds no quotation and no figure."),
    ],
)
async def test_nothing_to_copy_is_said(
    invented: Collection, copies: Clipboard, query: str, key: str, said: str
) -> None:
    async with opened(invented) as t:
        await t.search(query)
        await t.press("enter", key)
        assert said in t.key_line
        assert "Copied" not in t.text()
    assert copies.texts == []


@pytest.mark.parametrize("key", ["c", "e", "y", "Y", "m", "u"])
async def test_without_a_record_every_key_says_so(invented: Collection, copies: Clipboard, key: str) -> None:
    async with opened(invented) as t:
        await t.press("g", "j")
        assert t.cursor_line.startswith("□ Equity")
        await t.press(key)
        assert "No initiative is shown: choose one first." in t.key_line
    assert copies.texts == []


async def test_the_notice_tells_every_way_and_goes_by_itself(
    invented: Collection, copies: Clipboard, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("spotlight_tui.tui.widgets.key_line.NOTICE_SECONDS", 0.2)
    copies.answer = Copied(("macOS clipboard", "tmux buffer"), ask_terminal=False, sure=True)
    async with opened(invented) as t:
        await t.press("c")
        assert t.key_line == "▌ Copied contact card of Ada Marsh · macOS clipboard and tmux buffer"
        await t.until(lambda: t.key_line.endswith("? Keys"), "the keys")


async def test_a_terminal_that_obeys_is_sent_the_text(
    invented: Collection, copies: Clipboard, to_terminal: list[str]
) -> None:
    copies.answer = Copied((), ask_terminal=True, sure=True)
    async with opened(invented) as t:
        await t.press("e")
        assert "Copied" in t.key_line
        assert "your terminal’s clipboard" in t.key_line
    sent = base64.b64encode(b"Ada.Marsh@northmoor.example, ben.quill@quay.example").decode()
    assert f"\x1b]52;c;{sent}\a" in to_terminal


async def test_a_terminal_is_sent_nothing_where_a_clipboard_has_it(
    invented: Collection, to_terminal: list[str]
) -> None:
    async with opened(invented) as t:
        await t.press("e")
    assert not [text for text in to_terminal if "]52;" in text]


@pytest.mark.parametrize("size", SIZES)
async def test_where_nothing_is_sure_the_text_is_shown_and_sent(
    invented: Collection, copies: Clipboard, to_terminal: list[str], size: tuple[int, int]
) -> None:
    copies.answer = Copied((), ask_terminal=True, sure=False)
    async with opened(invented, size) as t:
        await t.press("c")
        assert "Copied" not in t.text()
        if size[1] > 10:
            assert "This terminal does not say whether it has a clipboard." in t.text()
            for line in ADA.splitlines():
                assert line in t.text("#text-area")
        assert t.focused == "text-area"
        await t.press("escape")
        assert len(t.app.screen_stack) == 1
        assert "Copied" not in t.text()
    sent = base64.b64encode(f"{ADA}\n\n{BEN}".encode()).decode()
    assert f"\x1b]52;c;{sent}\a" in to_terminal


async def test_copying_inside_the_dialog_opens_no_other(invented: Collection, copies: Clipboard) -> None:
    copies.answer = Copied((), ask_terminal=True, sure=False)
    async with opened(invented) as t:
        await t.press("c", "ctrl+c")
        assert len(t.app.screen_stack) == 2
    assert copies.texts == [f"{ADA}\n\n{BEN}"] * 2


async def test_the_text_of_the_dialog_can_be_written_to_a_file(
    invented: Collection, copies: Clipboard, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(text_dialog, "user_documents_path", lambda: tmp_path)
    (tmp_path / "spotlight.txt").write_text("kept", encoding="utf-8")
    copies.answer = Copied((), ask_terminal=True, sure=False)
    async with opened(invented) as t:
        await t.press("c", "w")
        assert "Written to" in t.text("#text-keys")
    assert (tmp_path / "spotlight-1.txt").read_text(encoding="utf-8") == f"{ADA}\n\n{BEN}\n"
    assert (tmp_path / "spotlight.txt").read_text(encoding="utf-8") == "kept"


async def test_nothing_was_copied_where_no_way_took_it(
    invented: Collection, copies: Clipboard, to_terminal: list[str]
) -> None:
    copies.answer = Copied((), ask_terminal=False, sure=False)
    async with opened(invented) as t:
        await t.press("e")
        assert "Copied" not in t.text()
        assert "ben.quill@quay.example" in t.text()
    assert not [text for text in to_terminal if "]52;" in text]


async def test_a_long_notice_ends_in_an_ellipsis(collection: Collection) -> None:
    async with opened(collection, (60, 20)) as t:
        await t.press("Y")
        assert len(t.lines("#keys")[0]) == 60
        assert t.key_line.endswith("…")


async def test_a_quotation_without_a_speaker_says_so(invented: Collection, copies: Clipboard) -> None:
    async with opened(invented) as t:
        await t.search("mentor")
        await t.press("enter", "y")
    assert copies.texts == [cards.quotation(QUIET.quotes[0], QUIET)]
    assert "speaker not named" in copies.texts[0]
