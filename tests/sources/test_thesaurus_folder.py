"""The thesaurus' folder: concepts in order of the files, and every clash told with file, line and field."""

from __future__ import annotations

from pathlib import Path

import pytest
from folder import Folder

HOURS = "thesaurus/hours.yaml"
MORE = "thesaurus/more.yaml"


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    return Folder(tmp_path / "data")


def test_concepts_come_in_order_of_the_files_and_their_lines(folder: Folder) -> None:
    folder.put("thesaurus/a_first.yaml", "- term: zebra\n- term: antelope\n")
    folder.put("thesaurus/notes.txt", "not read")

    assert [concept.term for concept in folder.read().thesaurus] == ["zebra", "antelope", "quiet hour", "hour"]


def test_a_folder_without_one_has_no_concepts(folder: Folder) -> None:
    (folder.path / HOURS).unlink()
    (folder.path / "thesaurus").rmdir()

    assert folder.read().thesaurus == ()


@pytest.mark.parametrize(
    ("entry", "line", "field", "says"),
    [
        # clashes between concepts
        ("- term: desk\n  plain: [hour]\n", 2, "[0].plain[0]", "'hour' is already a name of 'hour'"),
        ("- term: desk\n  plain: [a, Hours!]\n", 2, "[0].plain[1]", "'Hours!' is already a name of 'hour'"),
        ("- term: desk\n  entry: [protecting times]\n", 2, "[0].entry[0]", "is already a name of 'quiet hour'"),
        ("- term: Time to think\n", 1, "[0].term", "'Time to think' is already a name of 'quiet hour'"),
        ("- term: hour\n", 1, "[0].term", "'hour' is already a name of 'hour'"),
        # and within one
        ("- term: desk\n  entry: [desks]\n", 2, "[0].entry[0]", "'desks' is the same to search as 'desk'"),
        ("- term: desk\n  entry: [bench]\n  plain: [bench]\n", 3, "[0].plain[0]", "is the same to search as 'bench'"),
        ("- term: desk\n  entry: [bench, bench]\n", 2, "[0].entry", "holds the same entry twice"),
        # what a concept names
        ("- term: desk\n  broader: [table]\n", 2, "[0].broader[0]", "there is no term 'table'"),
        ("- term: desk\n  related: [hour, hours]\n", 2, "[0].related[1]", "there is no term 'hours'"),
        ("- term: desk\n  related: [protected time]\n", 2, "[0].related[0]", "there is no term 'protected time'"),
        ("- term: desk\n  related: [desk]\n", 2, "[0].related[0]", "names itself"),
        ("- term: desk\n  broader:\n  - hour\n  - desk\n", 4, "[0].broader[1]", "names itself"),
        # what is no name
        ("- term: desk\n  plain: ['']\n", 2, "[0].plain[0]", "should be one text"),
        ("- term: desk\n  plain: [bench, '–']\n", 2, "[0].plain[1]", "'–' holds no word"),
        ("- term: '&'\n", 1, "[0].term", "'&' holds no word"),
        ("- entry: [desk]\n", 1, "[0].term", "is missing"),
        ("- term:\n", 1, "[0].term", "is missing"),
        # the file
        ("- term: desk\n  narrower: [bench]\n", 2, "[0].narrower", "is not a field that is known here"),
        ("- term: desk\n  plain: bench\n", 2, "[0].plain", "should be a list"),
        ("- term: desk\n  plain: [bench: 1]\n", 2, "[0].plain[0]", "should be one text"),
        ("- term: de\u200bsk\n", 1, "[0].term", "holds control or invisible characters"),
        ("term: desk\n", 1, "more", "should be a list"),
        ("", 1, "more", "should be a list"),
        ("- term: [desk\n", 2, "YAML", ""),
    ],
)
def test_told_where_it_stands(folder: Folder, entry: str, line: int, field: str, says: str) -> None:
    folder.put(MORE, entry)

    (problem,) = folder.problems()

    assert problem.startswith(f"thesaurus/more.yaml:{line}: {field}: ")
    assert says in problem


def test_an_acronym_that_two_concepts_share_is_told_where_it_is_a_name(folder: Folder) -> None:
    folder.put(MORE, "- term: desk\n  plain:\n  - bench\n  - QH\n")

    assert folder.problems() == [
        "thesaurus/more.yaml:4: [0].plain[1]: 'QH' stands for 'Quiet Hours', which is a name of 'quiet hour'"
    ]


def test_an_acronym_may_be_a_name_of_its_own_concept(folder: Folder) -> None:
    folder.change("entry: [protected time]", "entry: [protected time, QH]", HOURS)

    assert folder.problems() == []


@pytest.mark.parametrize(
    ("entries", "way"),
    [
        ("- {term: a b, broader: [c d]}\n- {term: c d, broader: [a b]}\n", "a b → c d → a b"),
        (
            "- {term: one, broader: [hour]}\n- {term: two, broader: [three]}\n"
            "- {term: three, broader: [hour, four]}\n- {term: four, broader: [two]}\n",
            "two → three → four → two",
        ),
    ],
)
def test_a_circle_is_told_once(folder: Folder, entries: str, way: str) -> None:
    folder.put(MORE, entries)

    (problem,) = folder.problems()

    assert problem.startswith("thesaurus/more.yaml:")
    assert problem.endswith(f".broader: goes in a circle: {way}")


def test_concepts_may_be_related_both_ways_and_have_several_broader_ones(folder: Folder) -> None:
    folder.put(MORE, "- {term: a b, broader: [hour, quiet hour], related: [c d]}\n- {term: c d, related: [a b]}\n")

    assert folder.problems() == []


def test_all_files_are_told_at_once(folder: Folder) -> None:
    folder.put(MORE, "- term: hour\n")
    folder.put("thesaurus/zoo.yaml", "- term: desk\n  broader: [zebra]\n")
    folder.change("kind: staff", "kind: manager")

    assert [problem.split(":")[0] for problem in folder.problems()] == [
        "thesaurus/more.yaml",
        "thesaurus/zoo.yaml",
        "collection/example-borough-quiet-hours.md",
    ]
