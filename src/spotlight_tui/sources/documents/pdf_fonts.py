"""How wide the fonts of a PDF draw text."""

from __future__ import annotations

from typing import Any

try:
    from pypdf.generic._font import Font
except ImportError:  # it is the library's own affair, and a later one may have it elsewhere
    Font = None  # type: ignore[assignment, misc, unused-ignore]

_CLASSES = {
    0.24: "ijlI.,:;'’‘|!",
    0.3: 'ftr()[]-“”"/ ',
    0.5: "ckszvxy–",
    0.7: "wABCDEFGHKNOPQRSTUVXYZ&",
    0.86: "mMW@%—…",
}
_USUAL = {character: width for width, characters in _CLASSES.items() for character in characters} | {"": 0.55}
"""About how wide a character is in most fonts; under "" that of all others."""


class Fonts:
    """The fonts of a document, each looked into once."""

    def __init__(self) -> None:
        self._known: dict[int, tuple[Any, dict[str, float]]] = {}

    def width(self, font: Any, text: str) -> float:
        """How wide `text` is at a size of 1.

        Args:
            font: the dictionary that describes it (ISO 32000-1, 9.5), or None.
        """
        if id(font) not in self._known:
            self._known[id(font)] = font, _widths(font)
        widths = self._known[id(font)][1]
        return sum(widths.get(character, widths[""]) for character in text)


def _widths(described: Any) -> dict[str, float]:
    """Of each character, as it is read; what the font itself says by its own codes."""
    try:
        font = Font.from_font_resource(described)
        encoding = font.encoding if isinstance(font.encoding, dict) else {}
        widths = {"": font.character_widths["default"] / 1000}
        for code, width in font.character_widths.items():
            written = encoding.get(ord(code), code) if len(code) == 1 else ""
            widths[font.character_map.get(written, written)] = width / 1000
        widths[" "] = font.space_width / 1000
    except Exception:
        return _USUAL
    return widths
