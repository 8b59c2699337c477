"""Numbers as people write them are found, and are one where they mean the same."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from spotlight_tui.numbers import numbers_in


def keys(text: str) -> list[str]:
    return [number.key for number in numbers_in(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("9%", ["PCT9"]),
        ("9 %", ["PCT9"]),
        ("9 per cent", ["PCT9"]),
        ("9 PERCENT", ["PCT9"]),
        ("up 9 percentage points", ["PCT9"]),
        ("0.5%", ["PCT0D5"]),
        ("12.50%", ["PCT12D5"]),
        ("27% to 21%", ["PCT27", "PCT21"]),
        ("20–30%", ["NUM20", "PCT30"]),
        ("£556,743", ["NUM556743"]),
        ("556743", ["NUM556743"]),
        ("£ 556,743.00", ["NUM556743"]),
        ("£600k", ["NUM600000"]),
        ("£600K.", ["NUM600000"]),
        ("600 thousand", ["NUM600000"]),
        ("£1.2 million", ["NUM1200000"]),
        ("1.2m", ["NUM1200000"]),
        ("(£3k–£5k)", ["NUM3000", "NUM5000"]),
        ("2bn", ["NUM2000000000"]),
        ("1 in 4", ["NUM1", "NUM4"]),
        ("120+", ["NUM120"]),
        ("60-80", ["NUM60", "NUM80"]),
        ("2023/24", ["NUM2023", "NUM24"]),
        ("007", ["NUM7"]),
        ("1,000 of 10,000", ["NUM1000", "NUM10000"]),
        ("27.", ["NUM27"]),
        ("27, 28 and 29.", ["NUM27", "NUM28", "NUM29"]),
        # what is none
        ("A1 and 2nd and v2.0", []),
        ("5 metres, 10 am", ["NUM5", "NUM10"]),
        ("per cent", []),
        ("½ ² Ⅷ", []),
        ("9" * 20, []),
        ("", []),
    ],
)
def test_found(text: str, found: list[str]) -> None:
    assert keys(text) == found


def test_where_it_stands() -> None:
    text = "from £556,743 to 9 per cent."

    assert [text[number.start : number.end] for number in numbers_in(text)] == ["£556,743", "9 per cent"]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("9%", ("PCT9",)), ("£9", ("NUM9",)), ("9", ("NUM9", "PCT9"))],
)
def test_a_plain_number_may_be_a_percentage(typed: str, meant: tuple[str, ...]) -> None:
    (number,) = numbers_in(typed)

    assert number.keys == meant


@pytest.mark.parametrize(
    ("said", "key", "about"),
    [
        ("£768k", "NUM768250", True),
        ("£768k", "NUM767001", True),
        ("£768k", "NUM769000", False),
        ("£1.2m", "NUM1234567", True),
        ("£1.2m", "NUM1300000", False),
        ("£768k", "PCT768000", False),
        ("£768k", "NUM768000D5", False),
        ("768000", "NUM768001", False),
        ("£768k", "NUM²", False),
        ("£768k", "NUM" + "9" * 9999, False),
        ("£768k", "", False),
    ],
)
def test_said_less_exactly(said: str, key: str, about: bool) -> None:
    (number,) = numbers_in(said)

    assert number.is_about(key) is about


@given(st.text(st.characters(), max_size=60) | st.text("0123456789٣²,. £%kmbnper \n", max_size=60))
@example("1" + ",000" * 400_000)
@example("9" * 10_000)
@settings(deadline=None, max_examples=300)
def test_any_text_returns(text: str) -> None:
    end = 0
    for number in numbers_in(text):
        assert end <= number.start < number.end <= len(text)
        end = number.end
        assert number.key.isupper() and number.key.isascii() and number.key.isalnum()
        assert number.value >= 0


@given(st.integers(0, 10**14), st.sampled_from(["{:,}", "{}", "£{:,}", "£{}", "about {:,}, or so", "{}.0", "{:,}.00"]))
def test_a_number_is_one_however_it_is_written(value: int, written: str) -> None:
    assert keys(written.format(value)) == [f"NUM{value}"]
