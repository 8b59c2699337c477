"""`search`: any text is a query, and the answer is the contract's."""

from __future__ import annotations

import re
import subprocess
import sys
import unicodedata

import pytest
from command_line import call, document, in_terminal, process

from spotlight_tui import Collection
from spotlight_tui.search.results import Correction, Hit, Reading, Results, Suggestion

HIT = Hit("initiative", "a", "A", ("B",), 1.0, "quotes", "C", 3)
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


def test_nothing_found_names_the_word_and_the_best_suggestion() -> None:
    result = call("search", "quidditch", "supervision")
    total = document(call("search", "supervision", "--json"))["total"]
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == (
        "Nothing found for “quidditch supervision”: nothing here has “quidditch”. "
        f"Try `spotlight-tui search 'supervision'` ({total} found).\n"
    )


def test_why_is_said_where_no_word_stops_it(monkeypatch: pytest.MonkeyPatch) -> None:
    found = Results("dads prison", "dads prison", suggestions=(Suggestion("male carers", 1, "In plain words"),))
    monkeypatch.setattr(Collection, "search", lambda *_, **__: found)
    assert call("search", "dads prison").stderr == (
        "Nothing found for “dads prison”. Try `spotlight-tui search 'male carers'` (1 found): in plain words.\n"
    )


def test_suggestions_beside_hits_are_commands_to_try() -> None:
    lines = call("search", "bouroug:sutton").stdout.splitlines()
    total = document(call("search", "borough:sutton", "--json"))["total"]
    assert lines[-2:] == [
        f"To try, {total} found: “bouroug:” is not known, “borough:” is.",
        "spotlight-tui search 'borough:sutton'",
    ]


SUGGESTED = [
    "male carers",
    '"grow your own" -locum',
    "it's",
    "figure:>20%",
    "$HOME `id` \\",
    "--limit",
    "-locum agency",
]


@pytest.mark.skipif(sys.platform == "win32", reason="this test needs a POSIX shell")
@pytest.mark.parametrize("query", SUGGESTED)
@pytest.mark.parametrize("exact", [True, False])
def test_a_suggestion_can_be_copied_into_a_shell(query: str, exact: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    found = Results("x", "x", total=1, hits=(HIT,), suggestions=(Suggestion(query, 1, "Why"),))
    with monkeypatch.context() as patched:
        patched.setattr(Collection, "search", lambda *_, **__: found)
        line = call("search", "x", *(["--exact"] if exact else [])).stdout.splitlines()[-1]
    command = line.replace("spotlight-tui", "printf '%s\\n'", 1)
    said = subprocess.run(["sh", "-c", command], capture_output=True, check=True, text=True).stdout.splitlines()
    assert said == ["search", *(["--exact"] if exact else []), *(["--"] if query == "--limit" else []), query]
    assert (
        document(call(*said, "--json") if query != "--limit" else call("search", "--json", *said[-2:]))["query"]
        == query
    )


def test_what_was_understood_is_said() -> None:
    text = call("search", "locum").stdout
    assert re.match(r"“locum” is read also as agency [a-z]+\.\n\n", text)


def test_a_word_that_nothing_has_is_said_beside_hits(monkeypatch: pytest.MonkeyPatch) -> None:
    found = Results("x y", "x y", total=1, hits=(HIT,), missing=("y",))
    monkeypatch.setattr(Collection, "search", lambda *_, **__: found)
    assert call("search", "x y").stdout.startswith("Nothing here has “y”.\n\n")


@pytest.mark.parametrize(
    ("field", "said"),
    [("quotes", "In a quotation: "), ("figures", "In a figure: "), ("contacts", "In a contact: "), ("account", "")],
)
def test_a_hit_says_where_its_passage_is(field: str, said: str, monkeypatch: pytest.MonkeyPatch) -> None:
    hit = Hit("initiative", "x", "A", ("B",), 1.0, field, "the **words**", 2)
    monkeypatch.setattr(Collection, "search", lambda *_, **__: Results("x", "x", total=1, hits=(hit,)))
    assert call("search", "x").stdout.splitlines()[2] == f"{said}the words"


def test_json_holds_nothing_but_the_contract(monkeypatch: pytest.MonkeyPatch) -> None:
    found = Results(
        "x y", "x", (Correction("y", ("z",)),), (Suggestion("z", 2, "Why"),), 1, (HIT,), frozenset({"x"}),
        (Reading("x", "z"),), ("y",), lambda: ("a",),
    )  # fmt: skip
    assert found.ids == ("a",)
    monkeypatch.setattr(Collection, "search", lambda *_, **__: found)
    assert document(call("search", "x y", "--json")) == {
        "query": "x y",
        "read_as": "x",
        "corrections": [{"typed": "y", "used": ["z"]}],
        "suggestions": [{"query": "z", "total": 2, "why": "Why"}],
        "total": 1,
        "hits": [
            {
                "kind": "initiative",
                "id": "a",
                "title": "A",
                "authorities": ["B"],
                "score": 1.0,
                "field": "quotes",
                "excerpt": "C",
            }
        ],
    }


def test_help_explains_the_language() -> None:
    text = call("search", "--help").stdout
    for written in ('"grow your own"', "-locum", "borough:sutton", "in:quotes", "has:figures", "figure:>20%"):
        assert f"\n    {written} " in text
    assert all(len(line) <= 80 for line in text.splitlines())


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
