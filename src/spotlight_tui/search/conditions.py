"""Conditions of a query → the initiatives that fulfil them, mistakes in their values forgiven."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal

from ..authority_names import bare
from ..database.reader import Reader
from ..text import fold, words_of
from .mistakes import Mistakes
from .results import Correction
from .syntax import Comparison, Condition
from .vocabulary import Vocabulary, bits_of

_NEAR = 75.0
"""How alike, of 100, a value and a name must be for the one to be taken for the other."""

_HAS = {
    "quotes": "SELECT initiative FROM quotes",
    "figures": "SELECT initiative FROM figures",
    "contact": "SELECT initiative FROM contacts",
    "fulltext": "SELECT id FROM initiatives WHERE full_text NOTNULL AND full_text != ''",
}

_OTHER_NAMES = {"related": "related", "related reading": "related"}


class Conditions:
    """Looks up conditions in one open collection."""

    def __init__(self, reader: Reader, vocabulary: Vocabulary) -> None:
        self._reader = reader
        self._vocabulary = vocabulary
        self._mistakes = Mistakes(vocabulary)

    def fulfilling(self, condition: Condition, exact: bool = False) -> tuple[int, Correction | None]:
        """The initiatives that fulfil a condition, negated or not, and what its value was taken for."""
        kind = condition.kind
        if kind == "has":
            return self._of(f"SELECT position FROM initiatives WHERE id IN ({_HAS[condition.value]})"), None
        if kind == "figure" and condition.comparison:
            return self._figures(condition.comparison), None
        if kind in ("partner", "contact"):
            return self._in_field({"partner": "partners", "contact": "people"}[kind], condition, exact)
        chosen, correction = self._chosen(self._names(kind), condition, exact)
        return self._belonging(kind, chosen), correction

    def _names(self, kind: str) -> dict[str, str]:
        """Every name, folded, that a value may be, with the key of what it names."""
        if kind == "borough":
            names: dict[str, str] = {}
            for authority in self._reader.authorities():
                for name in (authority.name, *authority.aliases):
                    names.setdefault(bare(name), authority.name)
                for name in authority.serves:
                    names.setdefault(bare(name), name)
            return names
        if kind == "theme":
            keys = [(theme.id, [theme.id.replace("-", " "), theme.name]) for theme in self._reader.themes()]
        else:
            keys = [
                (category.id, [category.id, str(category.number or ""), category.name, category.short_name])
                for category in self._reader.categories()
            ]
        found = {} if kind == "theme" else dict(_OTHER_NAMES)
        for key, texts in keys:
            for text in texts:
                if words_of(text):
                    found.setdefault(" ".join(words_of(text)), key)
        return found

    def _chosen(
        self, names: Mapping[str, str], condition: Condition, exact: bool
    ) -> tuple[list[str], Correction | None]:
        """The keys of what a value names: just that, what has words that begin so, or what is nearest."""
        value = bare(condition.value) if condition.kind == "borough" else " ".join(words_of(condition.value))
        if value in names:
            return [names[value]], None
        begun = [key for name, key in names.items() if _begins(value, name)]
        if begun or exact or len(value) < 4:
            return list(dict.fromkeys(begun)), None
        from rapidfuzz import fuzz, process

        nearest = process.extractOne(value, names.keys(), scorer=fuzz.ratio, score_cutoff=_NEAR)
        if nearest is None:
            words = {word: name for name in names for word in name.split() if len(word) > 3}
            word = process.extractOne(value, words.keys(), scorer=fuzz.ratio, score_cutoff=_NEAR)
            if word is None:
                return [], None
            return [names[words[word[0]]]], Correction(condition.value, (words[word[0]],))
        return [names[nearest[0]]], Correction(condition.value, (nearest[0],))

    def _belonging(self, kind: str, keys: list[str]) -> int:
        if kind == "borough":
            serving = [a.name for a in self._reader.authorities() if any(name in keys for name in a.serves)]
            return self._of_any("SELECT initiative FROM initiative_authorities WHERE authority = ?", [*keys, *serving])
        if kind == "theme":
            return self._of_any("SELECT initiative FROM initiative_themes WHERE theme = ?", keys)
        found = self._of("SELECT position FROM initiatives WHERE category IS NULL") if "related" in keys else 0
        return found | self._of_any(
            "SELECT id FROM initiatives WHERE category = ?1 UNION SELECT initiative FROM also_in WHERE category = ?1",
            keys,
        )

    def _in_field(self, field: str, condition: Condition, exact: bool) -> tuple[int, Correction | None]:
        """Where a field of the index has every word of a value, or one that it begins."""
        words = words_of(condition.value)
        found = self._with_words(field, words)
        if found or exact:
            return found, None
        used: list[str] = []
        for word in words:
            if self._with_words(field, [word]):
                used.append(word)
                continue
            guesses = (guess.word for guess in self._mistakes.guesses(word, limit=20))
            meant = next((guess for guess in guesses if self._with_words(field, [guess])), None)
            if meant is None:
                return 0, None
            used.append(meant)
        return self._with_words(field, used), Correction(condition.value, (" ".join(used),))

    def _with_words(self, field: str, words: list[str]) -> int:
        expression = " AND ".join(f'{field} : "{word}"*' for word in words)
        return self.matching(expression)

    def matching(self, expression: str) -> int:
        """The initiatives that an FTS5 expression finds; it is made of quoted words only."""
        sql = "SELECT rowid FROM initiative_search WHERE initiative_search MATCH ?"
        return bits_of(row[0] for row in self._reader.rows(sql, [expression]))

    def _figures(self, comparison: Comparison) -> int:
        sql = """SELECT i.position, f.after, f.unit, f.note FROM figures f JOIN initiatives i ON i.id = f.initiative
                 WHERE f.after NOTNULL"""
        return bits_of(
            position
            for position, after, unit, note in self._reader.rows(sql)
            if isinstance(after, (int, float)) and _fits(comparison, Decimal(str(after)), unit, note)
        )

    def figure_of(self, id_: str, comparison: Comparison) -> int | None:
        """Which figure of an initiative fulfils a comparison first, from 0; None where none does."""
        sql = "SELECT position, after, unit, note FROM figures WHERE initiative = ? AND after NOTNULL ORDER BY position"
        for position, after, unit, note in self._reader.rows(sql, [id_]):
            if not isinstance(after, (int, float)) or not isinstance(position, int):
                continue
            if _fits(comparison, Decimal(str(after)), unit, note):
                return position - 1
        return None

    def _of_any(self, sql: str, values: Iterable[str]) -> int:
        found = 0
        for value in values:
            found |= self._of(f"SELECT position FROM initiatives WHERE id IN ({sql})", value)
        return found

    def _of(self, sql: str, *parameters: str) -> int:
        return bits_of(row[0] for row in self._reader.rows(sql, parameters))


def _begins(value: str, name: str) -> bool:
    """Whether each word of a value begins a word of a name."""
    words = words_of(name)
    return all(any(word.startswith(part) for word in words) for part in words_of(value))


def _fits(comparison: Comparison, number: Decimal, unit: object, note: object) -> bool:
    """Whether a figure certainly fulfils a comparison; a bound (*over*, *under*) is never equal to anything."""
    if not number.is_finite() or comparison.unit != (unit if unit in ("percent", "pounds") else ""):
        return False
    bound = fold(str(note or ""))[:6]
    upward, downward = comparison.holds(Decimal(1), Decimal(0)), comparison.holds(Decimal(0), Decimal(1))
    if bound.startswith("over"):
        return upward and number >= comparison.number
    if bound.startswith("under"):
        return downward and number <= comparison.number
    return comparison.holds(number, comparison.number)
