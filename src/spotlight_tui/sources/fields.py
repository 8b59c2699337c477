"""YAML read as plain text with the line of every field, so that a mistake can be pointed at."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import yaml
from yaml.reader import ReaderError

from ..text import clean


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong in a file, where a person can find it."""

    file: str
    line: int
    field: str
    message: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.field}: {self.message}"


@dataclass(slots=True)
class Report:
    """The problems met while a file is read; reading goes on so that all are told at once."""

    file: str
    problems: list[Problem] = field(default_factory=list)

    def add(self, line: int, name: str, message: str) -> None:
        problem = Problem(self.file, line, name, message)
        if problem not in self.problems:
            self.problems.append(problem)


class Fields:
    """The fields of one YAML mapping: asked for by name and kind, and at the end those nobody asked for are told."""

    def __init__(self, node: yaml.Node | None, report: Report, path: str = "", first_line: int = 1) -> None:
        self.report = report
        self.path = path
        self._offset = first_line
        self._nodes: dict[str, yaml.Node] = {}
        self._asked: set[str] = set()
        self.line = self._line_of(node) if node is not None else first_line
        if not isinstance(node, yaml.MappingNode):
            report.add(self.line, path or "file", "should be a list of `name: value` fields")
            return
        for key, value in node.value:
            if not isinstance(key, yaml.ScalarNode):
                report.add(self._line_of(key), path or "file", "a field's name should be one word")
                continue
            if key.value in self._nodes:
                report.add(self._line_of(key), self.name_of(key.value), "stands twice")
            self._nodes[key.value] = value

    def _line_of(self, node: yaml.Node) -> int:
        return int(node.start_mark.line) + self._offset

    @property
    def names(self) -> list[str]:
        """The fields there are, in their order."""
        return list(self._nodes)

    def name_of(self, name: str) -> str:
        """The full name of a field, such as `quotes[2].kind`."""
        return f"{self.path}.{name}" if self.path else name

    def line_of(self, name: str, index: int | None = None) -> int:
        """The line on which a field, or one item of it, stands; the mapping's own line where it is absent."""
        node = self._nodes.get(name)
        if node is None:
            return self.line
        if index is not None and isinstance(node, yaml.SequenceNode) and index < len(node.value):
            node = node.value[index]
        return self._line_of(node)

    def problem(self, name: str, message: str, index: int | None = None) -> None:
        shown = self.name_of(name) + (f"[{index}]" if index is not None else "")
        self.report.add(self.line_of(name, index), shown, message)

    def _node(self, name: str) -> yaml.Node | None:
        self._asked.add(name)
        node = self._nodes.get(name)
        if isinstance(node, yaml.ScalarNode) and node.tag.endswith(":null"):
            return None
        return node

    def optional(self, name: str) -> str | None:
        """A text, or None where the field is absent, null or empty."""
        node = self._node(name)
        if node is None:
            return None
        if not isinstance(node, yaml.ScalarNode):
            self.problem(name, "should be one text; put it in quotation marks if it holds `: `")
            return None
        if clean(node.value) != node.value:
            self.problem(name, "holds control or invisible characters")
        return clean(node.value).strip() or None

    def text(self, name: str) -> str:
        """A text that must be there."""
        value = self.optional(name)
        if value is None:
            self.problem(name, "is missing")
        return value or ""

    def number(self, name: str) -> float | None:
        """A plain number, or None."""
        value = self.optional(name)
        if value is None:
            return None
        try:
            number = float(value)
        except ValueError:
            number = math.nan
        if not math.isfinite(number):
            self.problem(name, f"should be a plain number, not {value!r}")
            return None
        return int(number) if number.is_integer() else number

    def _sequence(self, name: str) -> list[yaml.Node]:
        node = self._node(name)
        if node is None:
            return []
        if not isinstance(node, yaml.SequenceNode):
            self.problem(name, "should be a list")
            return []
        return list(node.value)

    def texts(self, name: str) -> tuple[str, ...]:
        """A list of texts; empty where the field is absent."""
        values = []
        for index, node in enumerate(self._sequence(name)):
            if not isinstance(node, yaml.ScalarNode) or not node.value.strip():
                self.problem(name, "should be one text; put it in quotation marks if it holds `: `", index)
                continue
            if clean(node.value) != node.value:
                self.problem(name, "holds control or invisible characters", index)
            values.append(clean(node.value).strip())
        if len(set(values)) < len(values):
            self.problem(name, "holds the same entry twice")
        return tuple(values)

    def items(self, name: str) -> Iterator[Fields]:
        """The mappings of a list of them."""
        for index, node in enumerate(self._sequence(name)):
            yield Fields(node, self.report, f"{self.name_of(name)}[{index}]", self._offset)

    def mapping(self, name: str) -> Fields | None:
        """A mapping inside this one; None where it is absent."""
        node = self._node(name)
        return None if node is None else Fields(node, self.report, self.name_of(name), self._offset)

    def end(self) -> None:
        """Tell the fields that nobody asked for."""
        for name in self._nodes:
            if name not in self._asked:
                self.problem(name, "is not a field that is known here")


def read_text(path: Path, report: Report) -> str | None:
    """The text of a file, or None with the problem told."""
    try:
        return path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        report.add(1, "file", "is missing")
    except UnicodeDecodeError as error:
        report.add(error.object.count(b"\n", 0, error.start) + 1, "file", "is not UTF-8 text")
    return None


def compose(text: str, report: Report, first_line: int = 1) -> yaml.Node | None:
    """The YAML tree of `text`, or None with the problem told."""
    try:
        return yaml.compose(text, Loader=yaml.SafeLoader)
    except ReaderError as error:
        line = text.count("\n", 0, error.position) + first_line
        report.add(line, "YAML", f"{error.reason}: U+{error.character:04X}")
        return None
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = (mark.line if mark else 0) + first_line
        report.add(line, "YAML", str(getattr(error, "problem", None) or error))
        return None


def read_list(path: Path, report: Report) -> list[Fields]:
    """The mappings of a file that is one list of them."""
    text = read_text(path, report)
    node = None if text is None else compose(text, report)
    if not isinstance(node, yaml.SequenceNode):
        if not report.problems:
            report.add(1, path.stem, "should be a list")
        return []
    return [Fields(item, report, f"[{index}]") for index, item in enumerate(node.value)]
