"""How wide the fonts of a PDF draw text."""

from __future__ import annotations

from typing import Any

from .common import Unreadable

try:
    from pypdf.generic._font import Font
except ImportError:  # It is the library's own affair, and may be elsewhere in a later one.
    Font = None  # type: ignore[assignment, misc, unused-ignore]

_CLASSES = {
    0.24: "ijlI.,:;'’‘|!",
    0.3: 'ftr()[]-“”"/ ',
    0.5: "ckszvxy–",
    0.7: "wABCDEFGHKNOPQRSTUVXYZ&",
    0.86: "mMW@%—…",
}
_ANY = ""
"""Stands for the characters of which a font does not say how wide they are."""
_USUAL = {character: width for width, characters in _CLASSES.items() for character in characters} | {_ANY: 0.55}
"""About how wide most fonts draw a character."""


class Fonts:
    """The fonts of a document, each looked into once."""

    def __init__(self) -> None:
        self._known: dict[int, tuple[Any, dict[str, float]]] = {}

    def width(self, font: Any, text: str) -> float:
        """How wide `text` is at a size of 1, soft hyphens aside.

        Args:
            font: the dictionary that describes it (ISO 32000-1, 9.5), or None.
        """
        if id(font) not in self._known:
            self._known[id(font)] = font, _widths(font)
        widths = self._known[id(font)][1]
        return sum(widths.get(character, widths[_ANY]) for character in text.replace("\u00ad", ""))


def _widths(described: Any) -> dict[str, float]:
    """Of each character as it is read; a font knows them by its own codes."""
    try:
        font = Font.from_font_resource(described)
        encoding = font.encoding if isinstance(font.encoding, dict) else {}
        widths = {_ANY: font.character_widths.pop("default") / 1000}
        for code, width in font.character_widths.items():
            character = encoding.get(ord(code), code)
            if character in font.character_map:
                widths[font.character_map[character]] = width / 1000
            else:
                widths.setdefault(character, width / 1000)
        widths[" "] = font.space_width / 1000
    except Unreadable:
        raise
    # A font may be damaged in as many ways as a file.
    except Exception:
        return _USUAL
    return widths
