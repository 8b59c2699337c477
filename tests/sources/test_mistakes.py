"""Every mistake is told once, with the file, the line and the field it stands in."""

from __future__ import annotations

from pathlib import Path

import pytest
from folder import RECORD, Folder


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    return Folder(tmp_path / "data")


def test_a_good_folder_has_none(folder: Folder) -> None:
    assert folder.problems() == []


LONG = " ".join(["word"] * 71)


@pytest.mark.parametrize(
    ("old", "new", "at", "field", "says"),
    [
        # what the tables do not have
        (
            "  - staff-wellbeing\n",
            "  - staff-welfare\n",
            "staff-welfare",
            "themes[0]",
            "'staff-welfare' is not in themes",
        ),
        (
            "measure: quiet-share",
            "measure: silence",
            "silence",
            "figures[0].measure",
            "'silence' is not in measures.yaml",
        ),
        ("unit: percent", "unit: people", "unit: people", "figures[0].unit", "should be percent"),
        ("    unit: percent\n", "", "label: Staff", "figures[0].unit", "should be percent"),
        ("  - Example Borough", "  - LB Example", "LB Example", "authorities[0]", "is not in authorities.yaml"),
        ("category: workforce", "category: work", "category: work", "category", "'work' is not in categories.yaml"),
        ("also_in: [send]", "also_in: [sent]", "also_in", "also_in[0]", "'sent' is not in categories.yaml"),
        ("document: example-page.txt", "document: page.txt", "page.txt", "source.document", "is not in sources.yaml"),
        # what must be there
        ("title: Quiet Hours\n", "", "id: ", "title", "is missing"),
        ("title: Quiet Hours", "title: ''", "title: ", "title", "is missing"),
        ("title: Quiet Hours", "title: null", "title: ", "title", "is missing"),
        ("authorities:\n  - Example Borough\n", "authorities: []\n", "authorities: []", "authorities", "is missing"),
        ("  - name: Jo Example\n    role", "  - role", "role: Principal", "contacts[0].name", "is missing"),
        ("    kind: staff\n", "", "text: >-", "quotes[0].kind", "is missing"),
        ("  document: example-page.txt\n", "", "lines: [12", "source.document", "is missing"),
        ("    value: a few\n", "", "label: Rooms", "figures[1].value", "is missing"),
        ("category: workforce\n", "", "id: ", "category", "is missing; write `category: null` for related reading"),
        # what is not as it should be
        ("Jo.O'Example@example.gov.uk", "jo at example", "jo at", "contacts[0].email", "is not an e-mail address"),
        ("Jo.O'Example@example.gov.uk", "jo@example", "jo@example", "contacts[0].email", "is not an e-mail address"),
        ("Jo.O'Example@example.gov.uk", "a@b.uk, c@d.uk", "a@b.uk", "contacts[0].email", "is not an e-mail address"),
        ("kind: staff", "kind: manager", "kind: manager", "quotes[0].kind", "'manager' is not one of: staff,"),
        ("I finish my recording", LONG, "text: >-", "quotes[0].text", "is longer than about 60 words"),
        ("before: 27", "before: about 20", "before: about", "figures[0].before", "a plain number, not 'about 20'"),
        ("before: 27", "before: 27%", "before: 27%", "figures[0].before", "a plain number, not '27%'"),
        ("before: 27", "before: nan", "before: nan", "figures[0].before", "a plain number, not 'nan'"),
        ("before: 27", "before: -inf", "before: -inf", "figures[0].before", "a plain number, not '-inf'"),
        ("    after: 61.5\n", "", "before: 27", "figures[0].before", "stands without after"),
        ("https://example.org/film", "example.org", "url: example", "videos[0].url", "is not a web address"),
        ("url: null", "url: javascript:x", "url: java", "links[0].url", "is not a web address"),
        ("[12, 80]", "[80, 12]", "[80, 12]", "source.lines", "[first, last]"),
        ("[12, 80]", "[0, 12]", "[0, 12]", "source.lines", "[first, last]"),
        ("[12, 80]", "[12]", "[12]", "source.lines", "[first, last]"),
        ("[12, 80]", "[12, ²]", "[12, ²]", "source.lines", "[first, last]"),
        ("  - diary\n  - calendar\n", "", "- quiet hours", "keywords", "should be 10 to 25, not 9"),
        ("  - diary\n", "  - focus\n", "- quiet hours", "keywords", "holds the same entry twice"),
        ('"no: meetings"', "no: meetings", "no: meetings", "keywords[3]", "should be one text"),
        ("partners:\n  - Example", "partners: Example", "partners:", "partners", "should be a list"),
        ("team: Practice", "team: [Practice, ", "partners:", "YAML", "expected"),
        ("  - The page says it twice.", "  - ''", "- ''", "notes[0]", "should be one text"),
        # identity
        ("id: example-borough-quiet", "id: quiet", "id: quiet", "id", "the file's name, example-borough-quiet-hours"),
        ("id: example-borough-quiet-hours", "id: Quiet Hours", "id: Quiet", "id", "kebab-case and at most 60"),
        ("id: example-borough-quiet-hours", f"id: {'a' * 61}", "id: aaa", "id", "kebab-case and at most 60"),
        # fields
        ("team:", "teem:", "teem:", "teem", "is not a field that is known here"),
        ("    phone:", "    fax:", "fax:", "contacts[0].fax", "is not a field that is known here"),
        ("team:", "title: Loud\nteam:", "title: Loud", "title", "stands twice"),
        ("    note: null", "    value: 5", "value: 5", "figures[0].value", "stands twice"),
        ("team:", "[a, b]: c\nteam:", "[a, b]", "file", "a field's name should be one word"),
        # YAML and characters
        ("title: Quiet Hours", "title: @Quiet", "title:", "YAML", "found character '@' that cannot start"),
        ("title: Quiet Hours", "\ttitle: Quiet", "title:", "YAML", "found character '\\t' that cannot start"),
        ("title: Quiet Hours", "title: Quiet: Hours", "Quiet: Hours", "YAML", "mapping values are not allowed"),
        (
            "title: Quiet Hours",
            "title: Quiet\x1b[2JHours",
            "title:",
            "YAML",
            "special characters are not allowed: U+001B",
        ),
        ("title: Quiet Hours", 'title: "Quiet\\e[2JHours"', "title:", "title", "holds control or invisible characters"),
        ("title: Quiet Hours", "title: Quiet\u202eHours", "title:", "title", "holds control or invisible characters"),
        ("  - diary", "  - di\u200bary", "- di\u200b", "keywords[7]", "holds control or invisible characters"),
        # the account
        ("## Why", "## Reasons", "## Reasons", "account", "'## Reasons' is not one of: ## Why, ## What they did"),
        ("## Why", "### Why", "### Why", "account", "'### Why' is not one of"),
        ("## What changed", "## what changed", "## what", "account", "'## what changed' is not one of"),
        ("## Why", "## Voices", "## What changed", "account", "once each, in the order: Why, What they did"),
        ("## What changed", "## Why\n", "## Why", "account", "once each, in the order"),
        ("It is done **by day**.\n", "", "## What changed", "account", "'What changed' is empty"),
        ("---\n\n## Why", "---\n\nBy night.\n\n## Why", "By night.", "account", "text before the first heading"),
        ("Nobody slept.", "Nobody\x07 slept.", "Nobody", "account", "holds control or invisible characters"),
    ],
)
def test_told_where_it_stands(folder: Folder, old: str, new: str, at: str, field: str, says: str) -> None:
    folder.change(old, new)
    line = folder.text().count("\n", 0, folder.text().rindex(at)) + 1

    (problem,) = folder.problems()

    assert problem.startswith(f"{RECORD}:{line}: {field}: ")
    assert says in problem
    assert "\n" not in problem and "\x1b" not in problem


def test_an_entry_that_should_have_fields_is_told(folder: Folder) -> None:
    folder.change("  - label: Evaluation report\n    url: null", "  - Evaluation report")
    line = folder.line("Evaluation report")

    assert folder.problems() == [
        f"{RECORD}:{line}: links[0]: should be a list of `name: value` fields",
        f"{RECORD}:{line}: links[0].label: is missing",
    ]


def test_a_missing_source_is_told(folder: Folder) -> None:
    text = folder.text()
    folder.put(RECORD, text[: text.index("source:")] + text[text.index("---\n\n## Why") :])

    assert folder.problems() == [f"{RECORD}:2: source: is missing"]


def test_a_quotation_with_its_cut_marked_may_be_long(folder: Folder) -> None:
    folder.change("I finish my recording", f"{LONG} […]")

    assert folder.problems() == []


def test_an_account_without_a_section_is_told(folder: Folder) -> None:
    text = folder.text()
    folder.put(RECORD, text[: text.index("\n## Why")])

    assert folder.problems() == [f"{RECORD}:2: account: has no section"]


def test_an_id_used_twice_is_told_with_the_file_that_has_it(folder: Folder) -> None:
    folder.put("collection/other.md", folder.text())

    assert folder.problems() == [
        "collection/other.md:2: id: should be the file's name, other",
        f"collection/other.md:2: id: 'example-borough-quiet-hours' is used twice, first in {RECORD}",
    ]


@pytest.mark.parametrize(
    ("text", "line", "field"),
    [
        ("# Quiet Hours\n", 1, "file"),
        ("", 1, "file"),
        ("---\nid: quiet\n", 1, "file"),
        ("---\n# nothing yet\n---\n\n## Why\n\nBecause.\n", 2, "file"),
    ],
)
def test_a_file_that_is_no_record_is_told(folder: Folder, text: str, line: int, field: str) -> None:
    folder.put(RECORD, text)

    (problem,) = folder.problems()

    assert problem.startswith(f"{RECORD}:{line}: {field}: ")


@pytest.mark.parametrize("name", [RECORD, "themes.yaml", "publisher.yaml"])
def test_a_file_in_another_encoding_is_told(folder: Folder, name: str) -> None:
    lines = folder.text(name).encode().split(b"\n")
    lines[2] += "é".encode("latin-1")
    (folder.path / name).write_bytes(b"\n".join(lines))

    assert f"{name}:3: file: is not UTF-8 text" in folder.problems()


@pytest.mark.parametrize(
    ("table", "old", "new", "line", "field", "says"),
    [
        ("themes.yaml", "name: Staff", "nom: Staff", 1, "[0].name", "is missing"),
        ("themes.yaml", "name: Staff", "name: a\n  nom: Staff", 3, "[0].nom", "is not a field that is known here"),
        ("categories.yaml", "number: 2", "number: two", 9, "[1].number", "a plain number, not 'two'"),
        ("authorities.yaml", "name: Example Trust", "name: Example Borough", 3, "[1].name", "is used twice"),
        ("signposts.yaml", "category: send", "category: sent", 4, "[0].category", "is not in categories.yaml"),
        ("signposts.yaml", "[Example Trust]", "[Nowhere]", 2, "[0].authorities[0]", "'Nowhere' is not in authorities"),
        ("acronyms.yaml", "- short: QH\n  long", "short: QH\nlong", 1, "acronyms", "should be a list"),
        ("acronyms.yaml", "QH", "[QH", 2, "YAML", ""),
        ("publisher.yaml", "role: ", "rolle: ", 4, "contacts[0].role", "is missing"),
    ],
)
def test_a_mistake_in_a_table_is_told(
    folder: Folder, table: str, old: str, new: str, line: int, field: str, says: str
) -> None:
    folder.change(old, new, table)

    problem = next(problem for problem in folder.problems() if problem.startswith(f"{table}:{line}: {field}: "))

    assert says in problem


@pytest.mark.parametrize("table", ["themes.yaml", "publisher.yaml", "sources.yaml", "signposts.yaml"])
def test_a_missing_table_is_told(folder: Folder, table: str) -> None:
    (folder.path / table).unlink()

    assert f"{table}:1: file: is missing" in folder.problems()


def test_all_mistakes_are_told_at_once_each_once(folder: Folder) -> None:
    folder.change("kind: staff", "kind: manager")
    folder.change("    note: null", "    value: 5")
    folder.change("## Why", "## Reasons")
    folder.change("short: QH", "shot: QH", "acronyms.yaml")

    problems = folder.problems()

    assert len(problems) == len(set(problems))
    assert {problem.split(":")[0] for problem in problems} == {RECORD, "acronyms.yaml"}
    assert [sum(word in problem for problem in problems) for word in ("manager", "stands twice", "Reasons")] == [
        1,
        1,
        1,
    ]
