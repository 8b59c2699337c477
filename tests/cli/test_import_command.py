"""`import`, `remove` and `edit`: what the reader adds, mends and takes out again."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from command_line import call, document, environment

from spotlight_tui import Collection
from spotlight_tui.cli import program

PAGES = Path(__file__).resolve().parents[1] / "pages" / "submissions"
WIDE = str(PAGES / "wide.txt")
KETTLE = "merton-the-kettle-club"


@pytest.fixture(autouse=True)
def own_collection(monkeypatch: pytest.MonkeyPatch) -> None:
    """The reader's own collection, not one that is named."""
    monkeypatch.delenv("SPOTLIGHT_DB")


def ids() -> list[str]:
    with Collection.open() as collection:
        return [listing.id for listing in collection.listings() if listing.origin == "imported"]


def test_a_page_is_imported_and_found() -> None:
    result = call("import", WIDE)
    assert result.exit_code == 0
    lines = result.stdout.splitlines()
    assert lines[:3] == [
        "wide.txt",
        "Category: Supporting and strengthening the workforce",
        "Found: 3 submissions, 3 contacts, 2 quotations, 3 figures",
    ]
    assert "New (3)" in lines
    assert lines[-1] == "Your collection has it now. Take it back with: spotlight-tui import --undo"
    assert document(call("search", "kettle", "club", "--json"))["hits"][0]["id"] == KETTLE
    shown = call("show", KETTLE).stdout
    assert "Full text, as published" in shown
    assert "nobody to ask the small questions" in shown
    assert ", wide.txt, lines 11–" in shown


def test_the_same_page_again_is_said_to_hold_nothing_new() -> None:
    call("import", WIDE)
    result = call("import", WIDE)
    assert (result.exit_code, result.stdout.splitlines()[-1]) == (
        0,
        "Nothing is new: the collection has all of it already.",
    )


def test_an_update_says_what_changed(tmp_path: Path) -> None:
    call("import", WIDE)
    page = tmp_path / "wide.txt"
    text = Path(WIDE).read_text(encoding="utf-8").replace("Orla.Pennyfeather@merton", "orla@merton")
    page.write_text(text.replace("Nobody has to stay.", "Nobody has to stay.\n\nEverybody does."), encoding="utf-8")
    said = call("import", str(page)).stdout
    assert "Updated (1)\n- Merton: The Kettle Club\n" in said
    assert "  new contact Orla Pennyfeather, orla@merton.example\n" in said
    assert "  1 paragraph added\n" in said


def test_a_dry_run_changes_nothing() -> None:
    result = call("import", WIDE, "--dry-run")
    assert result.stdout.splitlines()[-1] == "Nothing was changed: this was a dry run."
    assert ids() == []


def test_a_dry_run_as_json_is_what_the_page_says() -> None:
    told = document(call("import", WIDE, "--dry-run", "--json"))
    assert [category["id"] for category in told["categories"]] == ["workforce"]
    assert told["categories"][0]["initiatives"] == 3
    assert told["initiatives"][0] == {
        "id": KETTLE,
        "title": "The Kettle Club",
        "authorities": ["Merton"],
        "category": "workforce",
        "also_in": [],
        "summary": "Social workers in their first year meet over tea once a week; nobody takes minutes.",
        "sections": told["initiatives"][0]["sections"],
        "keywords": [],
        "contacts": [
            {
                "name": "Orla Pennyfeather",
                "role": "Team Manager, Learning & Development",
                "email": "Orla.Pennyfeather@merton.example",
                "phone": None,
                "organisation": None,
            }
        ],
        "team": "Learning and Development",
        "partners": ["Wandle Tea Company", "two primary schools"],
        "themes": [],
        "quotes": told["initiatives"][0]["quotes"],
        "figures": told["initiatives"][0]["figures"],
        "links": [],
        "videos": [],
        "notes": [],
        "full_text": told["initiatives"][0]["full_text"],
        "source": told["initiatives"][0]["source"],
        "origin": "imported",
    }
    assert told["warnings"] == []
    assert [change["change"] for change in told["changes"]] == ["new", "new", "new"]


def test_a_dry_run_of_what_is_there_already_prints_the_page_not_the_collection() -> None:
    call("import", WIDE)
    told = document(call("import", WIDE, "--dry-run", "--json"))
    assert [each["source"]["document"] for each in told["initiatives"]] == ["wide.txt"] * 3
    assert {change["change"] for change in told["changes"]} == {"unchanged"}


def test_what_is_doubtful_is_told_with_its_line() -> None:
    page = str(PAGES / "unknown-authority.txt")
    told = document(call("import", page, "--dry-run", "--json"))
    assert {(w["line"], list(w)[0], list(w)[1]) for w in told["warnings"]} == {
        (1, "line", "message"),
        (11, "line", "message"),
    }
    said = call("import", page).stdout
    assert f"Doubtful, or not understood ({len(told['warnings'])})\n- line 1: " in said


def test_the_category_can_be_said() -> None:
    call("import", str(PAGES / "links.txt"), "--category", "early intervention")
    with Collection.open() as collection:
        assert {listing.category for listing in collection.listings() if listing.origin == "imported"} == {
            "early-intervention"
        }
    result = call("import", WIDE, "--category", "magic")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith("There is no category 'magic': choose one of ")


def test_a_folder_is_looked_through(tmp_path: Path) -> None:
    (tmp_path / "page_files").mkdir()
    (tmp_path / "page_files" / "advert.html").write_text("<p>An advert – buy</p><p>Summary of project: no</p>")
    (tmp_path / "deep").mkdir()
    for name in ("deep/wide.txt", ".hidden.txt", "~$wide.docx", "wide.exe"):
        (tmp_path / name).write_bytes(Path(WIDE).read_bytes())
    result = call("import", str(tmp_path))
    assert (result.exit_code, result.stdout.splitlines()[0]) == (0, "wide.txt")
    assert len(ids()) == 3


def test_what_cannot_be_read_is_told_and_the_rest_imported(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    result = call("import", str(tmp_path / "empty.txt"), str(tmp_path / "missing.html"), WIDE)
    assert result.exit_code == 1
    assert len(result.stderr.splitlines()) == 2
    assert len(ids()) == 3


@pytest.mark.parametrize("name", ["empty.txt", "notes.txt", "export.json", "page.docx", "page.pdf", "folder"])
def test_nothing_to_import_is_one_line_and_exit_status_1(tmp_path: Path, name: str) -> None:
    contents = {"notes.txt": b"Milk\n", "export.json": b"{}", "page.docx": b"PK\x03\x04", "page.pdf": b"%PDF-1.4\n"}
    if name == "folder":
        (tmp_path / name).mkdir()
    else:
        (tmp_path / name).write_bytes(contents.get(name, b""))
    result = call("import", str(tmp_path / name))
    assert result.exit_code == 1
    assert len(result.stderr.splitlines()) == (0 if name == "notes.txt" else 1)
    assert not isinstance(result.exception, (OSError, ValueError))
    assert ids() == []


@pytest.mark.parametrize("place", ["http://www.liia.london/page", "ftp://a.example/x", "https://"])
def test_an_address_that_is_not_https_is_refused(place: str) -> None:
    result = call("import", place)
    assert result.exit_code == 1
    assert len(result.stderr.splitlines()) == 1
    assert "https" in result.stderr


def test_text_is_read_from_standard_input() -> None:
    result = CliRunner().invoke(program, ["import", "-"], input=Path(WIDE).read_bytes(), prog_name="spotlight-tui")
    assert result.exit_code == 0
    assert len(ids()) == 3


def test_an_export_comes_back_whole(tmp_path: Path) -> None:
    call("import", WIDE, str(PAGES / "compact.txt"))
    exported = call("export").stdout_bytes
    (tmp_path / "collection.json").write_bytes(exported)
    call("import", "--undo")
    assert ids() == []
    call("import", str(tmp_path / "collection.json"))
    assert call("export").stdout_bytes == exported


def test_the_last_import_is_taken_back() -> None:
    call("import", WIDE)
    call("import", str(PAGES / "links.txt"))
    assert call("import", "--undo", "--dry-run").stdout.startswith("Would take back: the import of links.txt, ")
    assert call("import", "--undo").stdout.startswith("Taken back: the import of links.txt, ")
    assert document(call("import", "--undo", "--json"))["taken_back"]["from"] == ["wide.txt"]
    result = call("import", "--undo")
    assert (result.exit_code, result.stderr) == (1, "There is no import to take back.\n")


def test_doctor_says_what_was_imported() -> None:
    assert "Imports: none\n" in call("doctor").stdout
    call("import", WIDE)
    assert "Imports: 1, the last on 20" in call("doctor").stdout
    assert " of wide.txt\n" in call("doctor").stdout


@pytest.mark.parametrize("arguments", [(), ("--undo", WIDE), ("--json",)])
def test_wrong_use_is_told(arguments: tuple[str, ...]) -> None:
    result = call("import", *arguments)
    assert result.exit_code == 2
    assert result.stderr.startswith("Name a file, a folder or an address, or use --undo alone.\n")


def test_another_file_takes_no_import(bundle: Path) -> None:
    for command in (("import", WIDE), ("remove", KETTLE), ("edit", KETTLE, "--title", "T")):
        result = call("--db", str(bundle), *command)
        assert (result.exit_code, "--db" in result.stderr) == (2, True)
    assert call("--db", str(bundle), "import", WIDE, "--dry-run").exit_code == 0


def test_it_is_said_where_other_commands_read_another_file(bundle: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SPOTLIGHT_DB", str(bundle))
    assert "SPOTLIGHT_DB names" in call("import", WIDE).stderr


def test_what_is_removed_is_gone() -> None:
    call("import", WIDE)
    result = call("remove", KETTLE)
    assert result.stdout == f"Removed: Merton, The Kettle Club ({KETTLE}).\n"
    assert KETTLE not in ids()
    assert len(ids()) == 2
    assert call("remove", KETTLE).exit_code == 1
    assert "came with the program" in call("remove", "sutton-better-together").stderr


def test_what_was_read_can_be_mended_and_stays_mended() -> None:
    call("import", WIDE)
    result = call(
        *("edit", KETTLE, "--title", "Kettle Clubs", "--authority", "LB Sutton", "--authority", "Merton"),
        *("--contact", "Ada Example; Head of Tea; ada@merton.example", "--category", "9", "--partner", "Wandle"),
    )
    assert result.stdout == (
        f"{KETTLE}: new contact Ada Example, ada@merton.example; contact gone: Orla Pennyfeather, "
        "Orla.Pennyfeather@merton.example; title changed; authorities changed; category changed; partners changed\n"
    )
    call("import", WIDE)
    shown = document(call("show", KETTLE, "--json"))
    assert (shown["title"], shown["authorities"], shown["category"]) == (
        "Kettle Clubs",
        ["Sutton", "Merton"],
        "early-intervention",
    )
    assert shown["contacts"][0]["role"] == "Head of Tea"


@pytest.mark.parametrize(
    ("arguments", "status", "said"),
    [
        ((), 2, "Say what is to be mended, such as --title."),
        (("--title", " "), 1, "A title cannot be empty: give some text with --title."),
        (("--category", "magic"), 1, "There is no category 'magic'"),
        (("--contact", "Ada; Head; banana"), 1, "'Ada; Head; banana' is no contact: write name; role; e-mail;"),
        (("--contact", "Ada; ada@b.example"), 1, "'Ada; ada@b.example' is no contact: write name; role; e-mail;"),
        (("--contact", "; Head"), 1, "'; Head' is no contact: write name; role; e-mail; phone; organisation."),
    ],
)
def test_what_cannot_stand_is_told(arguments: tuple[str, ...], status: int, said: str) -> None:
    call("import", WIDE)
    result = call("edit", KETTLE, *arguments)
    assert result.exit_code == status
    assert result.stderr.startswith(said)


def test_an_authority_that_is_not_known_is_told() -> None:
    call("import", WIDE)
    result = call("edit", KETTLE, "--authority", "Nowhereland")
    assert (result.exit_code, result.stderr) == (
        0,
        "The authority 'Nowhereland' is not known: it was kept as written.\n",
    )


def test_edit_mends_the_readers_own_collection_whatever_is_named(bundle: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    call("import", WIDE)
    monkeypatch.setenv("SPOTLIGHT_DB", str(bundle))
    assert call("edit", KETTLE, "--title", "Kettles").exit_code == 0


def test_a_dry_run_upon_another_file_looks_at_that_file_alone(bundle: Path) -> None:
    call("import", WIDE)
    told = document(call("--db", str(bundle), "import", WIDE, "--dry-run", "--json"))
    assert {change["change"] for change in told["changes"]} == {"new"}


def test_a_folder_is_read_oldest_first(tmp_path: Path) -> None:
    text = Path(WIDE).read_text(encoding="utf-8")
    for name, hours, team in (("a-new.txt", 2, "Newest"), ("b-old.txt", 1, "Older")):
        page = tmp_path / name
        page.write_text(text.replace("Team: Learning and Development", f"Team: {team}"), encoding="utf-8")
        os.utime(page, (hours * 3600, hours * 3600))
    call("import", str(tmp_path))
    assert document(call("show", KETTLE, "--json"))["team"] == "Newest"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such files")
def test_what_is_no_ordinary_file_is_told(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.json")
    result = call("import", str(tmp_path / "pipe.json"))
    assert (result.exit_code, result.stderr) == (1, "pipe.json is no ordinary file: choose another.\n")
    assert "check the path" in call("import", "~nosuchuser/page.txt").stderr


def test_what_could_not_be_read_stands_among_the_warnings(tmp_path: Path) -> None:
    told = document(call("import", str(tmp_path / "missing.txt"), WIDE, "--dry-run", "--json"))
    assert [(warning["line"], "missing.txt" in warning["message"]) for warning in told["warnings"]] == [(None, True)]


def test_what_came_with_the_program_cannot_be_edited() -> None:
    result = call("edit", "sutton-better-together", "--title", "Mine")
    assert (result.exit_code, "came with the program" in result.stderr) == (1, True)


def a_process(folder: Path, *args: str) -> subprocess.Popen[bytes]:
    """The program as a process whose reader has their files in `folder`."""
    if sys.platform != "linux":
        pytest.skip("this test puts a reader's files elsewhere, which is done by a variable on Linux only")
    variables = environment(XDG_DATA_HOME=str(folder))
    variables.pop("SPOTLIGHT_DB", None)
    command = [sys.executable, "-m", "spotlight_tui", *args]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=variables)


def listed(folder: Path) -> list[dict[str, Any]]:
    out, errors = a_process(folder, "list", "--json").communicate(timeout=60)
    assert errors == b""
    listed_: list[dict[str, Any]] = json.loads(out)
    return listed_


def test_two_imports_at_once_wait_for_each_other(tmp_path: Path) -> None:
    pages = [WIDE, str(PAGES / "compact.txt"), str(PAGES / "links.txt")]
    processes = [a_process(tmp_path, "import", page) for page in pages]
    assert [process.wait(60) for process in processes] == [0, 0, 0]
    for process in processes:
        process.communicate()
    imported = [each["id"] for each in listed(tmp_path) if each["origin"] == "imported"]
    one_by_one = set()
    for page in pages:
        one_by_one |= {change["id"] for change in document(call("import", page, "--json"))["changes"]}
    assert set(imported) == one_by_one


def test_killed_at_any_moment_the_collection_is_whole(tmp_path: Path) -> None:
    a_process(tmp_path, "import", WIDE).communicate(timeout=60)
    before = {each["id"] for each in listed(tmp_path)}
    began = time.monotonic()
    a_process(tmp_path / "other", "import", str(PAGES / "links.txt")).communicate(timeout=60)
    whole = time.monotonic() - began
    after = before | {each["id"] for each in listed(tmp_path / "other")}
    for part in range(1, 9):
        process = a_process(tmp_path, "import", str(PAGES / "links.txt"))
        time.sleep(whole * part / 8)
        os.kill(process.pid, signal.SIGKILL)
        process.communicate()
        assert {each["id"] for each in listed(tmp_path)} in (before, after)
    (tmp_path / "spotlight-tui" / ".collection.db.killed").touch()
    a_process(tmp_path, "import", str(PAGES / "testimonies.txt")).communicate(timeout=60)
    files = {path.name for path in (tmp_path / "spotlight-tui").iterdir()}
    assert files == {"collection.db", "collection.made-from", "import.lock", "imports"}
