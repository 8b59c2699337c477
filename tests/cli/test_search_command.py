"""`search`: any text is a query, and the answer is the contract's."""

from __future__ import annotations

import re
import unicodedata

import pytest
from command_line import call, document, in_terminal, process

from spotlight_tui import Collection
from spotlight_tui.search.results import Hit, Results, Suggestion

CONTROL = re.compile(rb"[\x00-\x08\x0b-\x1f\x7f]")


def test_json_has_the_keys_of_the_contract_in_their_order() -> None:
    answer = document(call("search", "superviison dsl", "--json"))
    assert list(answer) == ["query", "read_as", "corrections", "suggestions", "total", "hits"]
    assert answer["query"] == "superviison dsl"
    assert answer["read_as"] == "supervision dsl"
    assert answer["corrections"] == [{"typed": "superviison", "used": ["supervision"]}]
    assert answer["hits"][0]["id"] == "sutton-better-together"
    for hit in answer["hits"]:
        assert list(hit) == ["kind", "id", "title", "authorities", "score", "field", "excerpt"]


def test_words_need_no_quotation_marks() -> None:
    apart = call("search", "agency", "to", "permanent", "--json")
    assert apart.stdout == call("search", "agency to permanent", "--json").stdout
    assert document(apart)["query"] == "agency to permanent"


@pytest.mark.parametrize(
    "args",
    [
        ["-locum", "agency", "--limit", "1", "--json"],
        ["--limit", "1", "-locum", "agency", "--json"],
        ["--json", "-locum", "--limit=1", "agency"],
    ],
)
def test_a_query_may_begin_with_a_hyphen_and_options_stand_anywhere(args: list[str]) -> None:
    answer = document(call("search", *args))
    assert answer["query"] == "-locum agency"
    assert len(answer["hits"]) == 1


def test_after_two_hyphens_everything_is_the_query() -> None:
    assert document(call("search", "--json", "--", "--limit", "caseloads"))["query"] == "--limit caseloads"


def test_nothing_found_is_status_1_and_still_a_document() -> None:
    result = call("search", "zzxqyq", "--json")
    assert result.exit_code == 1
    assert document(result) == {
        "query": "zzxqyq",
        "read_as": "zzxqyq",
        "corrections": [],
        "suggestions": [],
        "total": 0,
        "hits": [],
    }
    assert result.stderr == ""


def test_nothing_found_is_one_line_for_people() -> None:
    result = call("search", "zzxqyq")
    assert (result.exit_code, result.stdout) == (1, "")
    assert len(result.stderr.splitlines()) == 1
    assert "“zzxqyq”" in result.stderr


def test_a_forgiven_mistake_is_said() -> None:
    assert call("search", "superviison").stdout.startswith("Showing “supervision” for “superviison”.\n")


def test_exact_forgives_nothing() -> None:
    result = call("search", "superviison", "--exact", "--json")
    assert result.exit_code == 1
    assert document(result)["corrections"] == []


def test_a_pipe_gets_plain_text_without_marks() -> None:
    text = call("search", "agency permanent").stdout
    assert "**" not in text
    assert "\x1b" not in text
    first = text.split("\n\n")[0].splitlines()
    assert len(first) == 4
    assert first[-1] == "bexley-agency-to-permanent"


def test_what_was_found_can_be_shown() -> None:
    id_ = call("search", "agency permanent", "--limit", "1").stdout.splitlines()[3]
    assert call("show", id_).exit_code == 0


def test_more_than_the_limit_is_said() -> None:
    total = document(call("search", "social workers", "--json"))["total"]
    assert (
        f"{total - 1} more found: --limit {total} shows all." in call("search", "social workers", "--limit", "1").stdout
    )


def test_signposts_come_after_and_are_marked() -> None:
    text = call("search", "camden").stdout
    assert "Named on the page " in text
    assert "; not in this collection." in text
    assert "https://www.liia.london/" in text
    kinds = [hit["kind"] for hit in document(call("search", "redbridge", "--json"))["hits"]]
    assert kinds == sorted(kinds)


def test_suggestions_are_passed_on(monkeypatch: pytest.MonkeyPatch) -> None:
    found = Results("dads prison", "dads prison", suggestions=(Suggestion("male carers", 1, "in plain words"),))
    monkeypatch.setattr(Collection, "search", lambda *_, **__: found)
    result = call("search", "dads prison")
    assert "try “male carers” (1 found, in plain words)" in result.stderr


HOSTILE = [
    "[/",
    "[@click=app.quit]x[/]",
    '"open',
    "'",
    "* ^ NEAR( agency",
    "a OR NOT b",
    "((((",
    "{title}: agency",
    "%s %d %(x)s",
    "borough:",
    "\x1b]52;c;aGk=\x07 agency",
    "\x1b[2J\x9b31m",
    "\u202eagency\u2066",
    "\udcff agency",
    "line\none\r\ttwo",
    "**agency**",
    "-",
    "--agency",
    "---",
    "",
    "   ",
    "😀",
    "agency " * 3000,
    "a" * 20000,
]


@pytest.mark.parametrize("query", HOSTILE, ids=range(len(HOSTILE)))
@pytest.mark.parametrize("how", ["people", "json"])
def test_any_text_is_a_query(query: str, how: str) -> None:
    result = call("search", *(["--json"] if how == "json" else []), query)
    assert result.exit_code in (0, 1)
    assert result.exception is None or isinstance(result.exception, SystemExit)
    for written in (result.stdout_bytes, result.stderr_bytes):
        assert not CONTROL.search(written)
        assert not any(unicodedata.category(c) in ("Cc", "Cs", "Cf") for c in written.decode() if c not in "\n\t")
    if how == "json":
        document(result)
    elif result.exit_code == 1:
        assert len(result.stderr.splitlines()) == 1


def test_markup_in_data_is_only_text(monkeypatch: pytest.MonkeyPatch) -> None:
    hit = Hit("initiative", "x", "[bold]A[/] [@click=quit]", ("[red]B",), 1.0, "title", ":smile: **[/]**")
    monkeypatch.setattr(Collection, "search", lambda *_, **__: Results("x", "x", total=1, hits=(hit,)))
    assert call("search", "x").stdout.splitlines() == ["[bold]A[/] [@click=quit]", "[red]B", ":smile: [/]", "x"]


@pytest.mark.parametrize("args", [["--limit", "0"], ["--limit", "many"], ["--limit"], []])
def test_wrong_use_is_status_2_and_a_line_with_a_hint(args: list[str]) -> None:
    result = call("search", *(["agency", *args] if args else []))
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.splitlines()[1:] == ["Try: spotlight-tui search --help"]


def test_a_terminal_gets_the_words_found_in_bold() -> None:
    status, text = in_terminal(80, "search", "agency", "permanent", "--limit", "1")
    assert status == 0
    assert "**" not in text
    assert "\x1b[1magency\x1b[0m" in text.lower()
    assert "spotlight-tui show bexley-agency-to-permanent" in text


def test_no_color_is_honoured() -> None:
    _, text = in_terminal(80, "search", "agency", NO_COLOR="1")
    assert not re.search(r"\x1b\[[0-9;]*(3[0-7]|4[0-7]|9[0-7]|10[0-7]|38;|48;)", text)


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp1252"])
def test_an_encoding_that_lacks_letters_gets_plainer_ones(encoding: str) -> None:
    result = process("search", "superviison", PYTHONIOENCODING=encoding)
    assert result.returncode == 0
    text = result.stdout.decode(encoding)
    assert text.replace("“", '"').replace("”", '"').startswith('Showing "supervision" for "superviison".')
    as_json = process("search", "superviison", "--json", PYTHONIOENCODING=encoding)
    assert "“" in process("export", PYTHONIOENCODING=encoding).stdout.decode("utf-8")
    assert as_json.stdout.decode("utf-8")
