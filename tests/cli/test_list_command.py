"""`list`: what there is, by condition."""

from __future__ import annotations

import pytest
from command_line import call, document, in_terminal


def ids(*args: str) -> list[str]:
    return [entry["id"] for entry in document(call("list", *args, "--json"))]


def test_json_is_an_array_as_in_the_contract() -> None:
    entries = document(call("list", "--json"))
    assert {tuple(entry) for entry in entries} == {("id", "title", "authorities", "category", "origin")}
    assert len(entries) == len({entry["id"] for entry in entries}) == 21
    assert isinstance(entries[0]["authorities"], list)


def test_a_pipe_gets_a_line_each_of_cells() -> None:
    lines = call("list").stdout.splitlines()
    assert len(lines) == 21
    for line in lines:
        id_, title, authorities, category = line.split("\t")
        assert id_ and title and authorities and category
    assert call("show", lines[3].split("\t")[0]).exit_code == 0


@pytest.mark.parametrize("name", ["workforce", "4", "Workforce", "Supporting and strengthening the workforce"])
def test_a_category_goes_by_id_number_and_name(name: str) -> None:
    assert len(ids("--category", name)) == 17


def test_conditions_add_up() -> None:
    assert "sutton-better-together" in ids("--authority", "LB Sutton")
    assert set(ids("--authority", "sutton", "--theme", "overseas-recruitment")) < set(ids("--authority", "sutton"))
    assert ids("--partner", "university")
    assert len(ids("--category", "related")) == 4


def test_who_serves_a_borough_is_listed_for_it() -> None:
    assert "achieving-for-children-strengthening-the-workforce" in ids("--authority", "Kingston upon Thames")


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["--category", "care-leavers"], "https://www.liia.london/"),
        (["--partner", "nobody at all"], "No initiative fits"),
        (["--category", "nonsense"], "choose one of"),
        (["--authority", "Atlantis\x1b[2J"], "use a borough's name"),
        (["--theme", "nonsense"], "choose one of"),
    ],
)
def test_nothing_found_is_one_line_and_status_1(args: list[str], said: str) -> None:
    result = call("list", *args)
    assert (result.exit_code, result.stdout) == (1, "")
    assert len(result.stderr.splitlines()) == 1
    assert said in result.stderr
    assert "\x1b" not in result.stderr


def test_nothing_found_is_an_empty_array() -> None:
    result = call("list", "--category", "care-leavers", "--json")
    assert (result.exit_code, document(result)) == (1, [])


@pytest.mark.parametrize("width", [40, 80, 200])
def test_a_terminal_gets_two_columns_or_one(width: int) -> None:
    status, text = in_terminal(width, "list", "--authority", "Bexley")
    assert status == 0
    first = text.splitlines()[0]
    assert first.startswith("Bexley")
    assert ("Agency to Permanent" in first) == (width > 40)


def test_what_is_like_one_is_listed_the_nearest_first() -> None:
    near = ids("--like", "barking-and-dagenham-best-mentoring-initiative")
    assert near[0] == "barking-and-dagenham-social-worker-masterclasses"
    assert len(near) == 8
    assert "barking-and-dagenham-best-mentoring-initiative" not in near


def test_like_keeps_the_shape_of_the_contract() -> None:
    entries = document(call("list", "--like", "barnet-career-conversations", "--json"))
    assert {tuple(entry) for entry in entries} == {("id", "title", "authorities", "category", "origin")}


def test_like_says_why() -> None:
    lines = call("list", "--like", "barnet-career-conversations").stdout.splitlines()
    assert all(line.split("\t")[4].startswith("Both: ") for line in lines)
    assert "career progression" in lines[0]
    status, text = in_terminal(80, "list", "--like", "barnet-career-conversations")
    assert status == 0
    assert text.count("Both: ") == len(lines)


def test_like_and_conditions_add_up() -> None:
    related = ids("--like", "barking-and-dagenham-best-mentoring-initiative", "--category", "related")
    assert related
    assert set(related) <= set(ids("--category", "related"))


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["--like", "barnet-career"], "did you mean barnet-career-conversations?"),
        (["--like", "no such\x1b[2J"], "There is no initiative"),
        (["--like", ""], "There is no initiative ''"),
        (["--like", "barnet-career-conversations", "--authority", "barnet"], "leave out a condition"),
    ],
)
def test_nothing_alike_is_one_line_and_status_1(args: list[str], said: str) -> None:
    result = call("list", *args)
    assert (result.exit_code, result.stdout) == (1, "")
    assert len(result.stderr.splitlines()) == 1
    assert said in result.stderr
    assert "\x1b" not in result.stderr
