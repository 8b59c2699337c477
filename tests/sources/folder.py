"""A small folder of records without a mistake, for tests to put one in."""

from __future__ import annotations

from pathlib import Path

from spotlight_tui.records import Contents
from spotlight_tui.sources.records_folder import RecordProblems, read_folder

RECORD = "collection/example-borough-quiet-hours.md"

_TABLES = {
    "publisher.yaml": """\
name: Example Alliance
url: https://alliance.example.org/
contacts:
  - name: Mo Example
    role: Administrator
    email: mo@example.org
""",
    "categories.yaml": """\
- id: workforce
  number: 4
  name: Supporting the workforce
  short_name: Workforce
  description: Keeping people.
  sponsor: Workforce Group
  source_url: https://alliance.example.org/4
- id: send
  number: 2
  name: Special educational needs
  short_name: SEND
  description: null
  sponsor: SEND Group
  source_url: https://alliance.example.org/2
""",
    "authorities.yaml": """\
- name: Example Borough
  aliases: [LBE, Example]
- name: Example Trust
  aliases: []
  serves: [Example Borough, Far Shire]
""",
    "themes.yaml": """\
- id: staff-wellbeing
  name: Staff wellbeing
  description: Time and help.
""",
    "measures.yaml": """\
- id: quiet-share
  name: Quiet share
  unit: percent
  description: Share of staff with quiet hours.
""",
    "acronyms.yaml": """\
- short: QH
  long: Quiet Hours
""",
    "spellings.yaml": """\
- british: ise
  american: ize
  ending: true
- british: centre
  american: center
""",
    "everyday_words.txt": """\
# What everybody says.
thing
About
don't
""",
    "thesaurus/hours.yaml": """\
- term: quiet hour
  entry: [protected time]
  plain: [time to think]
  broader: [hour]
- term: hour
  related: [quiet hour]
""",
    "signposts.yaml": """\
- id: example-trust-loud-hours
  authorities: [Example Trust]
  title: Loud Hours
  category: send
""",
    "sources.yaml": """\
- document: example-page.txt
  publisher: Example Alliance
  title: A page
  url: https://alliance.example.org/page
  published: 2024-11-20
  read_on: 2024-11-21
""",
    RECORD: """\
---
id: example-borough-quiet-hours
title: Quiet Hours
authorities:
  - Example Borough
category: workforce
also_in: [send]
summary: >-
  Staff keep two afternoons a week
  for writing. More use them now.
keywords:
  - quiet hours
  - time to write
  - protected time
  - "no: meetings"
  - recording
  - visits
  - afternoons
  - diary
  - calendar
  - focus
  - catching up
contacts:
  - name: Jo Example
    role: Principal Social Worker
    email: Jo.O'Example@example.gov.uk
    phone: 020 7946 0000
    organisation: null
team: Practice Development
partners:
  - Example University
themes:
  - staff-wellbeing
quotes:
  - text: >-
      I finish my recording in the week
      it belongs to.
    speaker: Social worker
    date: March 2024
    kind: staff
    context: after the first term
figures:
  - label: Staff using quiet hours
    measure: quiet-share
    value: 27% to 61%
    unit: percent
    before: 27
    after: 61.5
    period: 2022 to 2024
    note: null
  - label: Rooms
    value: a few
links:
  - label: Evaluation report
    url: null
videos:
  - label: The film
    url: https://example.org/film
notes:
  - The page says it twice.
source:
  document: example-page.txt
  lines: [12, 80]
---

## Why

Writing was done at night.

- Nobody slept.

## What changed

It is done **by day**.
""",
}


class Folder:
    """The files, one of which may be changed."""

    def __init__(self, path: Path) -> None:
        self.path = path
        (path / "collection").mkdir(parents=True)
        (path / "thesaurus").mkdir()
        for name, text in _TABLES.items():
            self.put(name, text)

    def put(self, name: str, text: str) -> None:
        (self.path / name).write_bytes(text.encode())

    def text(self, name: str = RECORD) -> str:
        return (self.path / name).read_bytes().decode()

    def change(self, old: str, new: str, name: str = RECORD) -> None:
        """Put `new` in the one place of `old`."""
        text = self.text(name)
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {name}"
        self.put(name, text.replace(old, new))

    def line(self, words: str, name: str = RECORD) -> int:
        """The number of the first line that holds `words`."""
        return next(n for n, line in enumerate(self.text(name).split("\n"), 1) if words in line)

    def read(self) -> Contents:
        return read_folder(self.path)

    def problems(self) -> list[str]:
        """What is wrong with the files; empty where nothing is."""
        try:
            self.read()
        except RecordProblems as error:
            return [str(problem) for problem in error.problems]
        return []
