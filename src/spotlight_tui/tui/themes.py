"""The program's own themes, and what the other themes lack of their colours."""

from __future__ import annotations

from textual.color import Color
from textual.theme import Theme

_TOKENS = [
    "background",
    "surface",
    "panel",
    "cursor-row",
    "rule",
    "bar",
    "foreground",
    "muted",
    "faint",
    "accent",
    "river",
    "good",
    "warn",
    "hit-fg",
    "hit-bg",
]

_COLOURS = {
    "spotlight-dark": (
        "#15181a #1d2124 #272c2f #2d3327 #4a555b #6b7880 #dde2e2 #9fabb0 #949fa5 #e2b55f #7fbfc6 #93c48a #e8956f"
        " #ffe6ad #54410f"
    ),
    "spotlight-light": (
        "#fbfaf6 #f2f1ee #e9e7e2 #f3e6b8 #b5b0a6 #87827a #20262a #575c5c #5c6161 #6f4700 #0d5f67 #2c6427 #8f2f0c"
        " #20262a #ffdf7e"
    ),
    "spotlight-contrast": (
        "#000000 #121212 #1c1c1c #303030 #bcbcbc #bcbcbc #ffffff #dadada #c6c6c6 #ffd75f #5fd7ff #87ff87 #ffaf87"
        " #000000 #ffd75f"
    ),
}
"""Every text colour has at least 4.8 : 1 on each background it stands on, also in 256 colours; a test computes it."""

COLOURS = {
    "spotlight-dark": "dark",
    "spotlight-light": "light",
    "spotlight-contrast": "high contrast",
    "ansi-dark": "your terminal's own, for a dark background",
    "ansi-light": "your terminal's own, for a light background",
}
"""The themes that one key goes through, with what they are to a reader."""

_ANSI = {
    "cursor-row": "ansi_default",
    "rule": "ansi_bright_black",
    "bar": "ansi_bright_black",
    "muted": "ansi_default",
    "faint": "ansi_default",
    "river": "ansi_cyan",
    "good": "ansi_green",
    "warn": "ansi_red",
    "hit-fg": "ansi_black",
    "hit-bg": "ansi_yellow",
}


def tokens(name: str) -> dict[str, str]:
    """The colours of one of our themes by what they are for."""
    return dict(zip(_TOKENS, _COLOURS[name].split(), strict=True))


def _theme(name: str) -> Theme:
    colours = tokens(name)
    return Theme(
        name=name,
        primary=colours["accent"],
        secondary=colours["river"],
        accent=colours["accent"],
        foreground=colours["foreground"],
        background=colours["background"],
        surface=colours["surface"],
        panel=colours["panel"],
        success=colours["good"],
        warning=colours["warn"],
        error=colours["warn"],
        dark=name != "spotlight-light",
        variables={token: colours[token] for token in (*_ANSI, "accent", "foreground")}
        | {
            "footer-key-foreground": colours["accent"],
            "input-selection-background": colours["hit-bg"],
            "scrollbar": colours["panel"],
            "scrollbar-hover": colours["rule"],
            "scrollbar-active": colours["accent"],
            "scrollbar-background": colours["background"],
            "scrollbar-background-hover": colours["background"],
            "scrollbar-background-active": colours["background"],
            "scrollbar-corner-color": colours["background"],
        },
    )


def own_themes() -> list[Theme]:
    return [_theme(name) for name in _COLOURS]


def derived(theme: Theme) -> dict[str, str]:
    """Our colours for a theme that does not name them, mixed from those it has."""
    if theme.ansi:
        return dict(_ANSI)
    system = theme.to_color_system()
    background = system.background or Color.parse("#121212" if theme.dark else "#efefef")
    foreground = system.foreground or background.get_contrast_text(1.0)
    accent = system.accent or system.primary
    river = system.secondary or system.primary
    muted = foreground.blend(background, 0.25).hex
    return {
        "cursor-row": background.blend(accent, 0.18).hex,
        "rule": foreground.blend(background, 0.6).hex,
        "bar": foreground.blend(background, 0.5).hex,
        "muted": muted,
        "faint": muted,
        "river": foreground.blend(river, 0.5).hex,
        "good": foreground.blend(system.success or river, 0.5).hex,
        "warn": foreground.blend(system.warning or accent, 0.5).hex,
        "hit-fg": accent.get_contrast_text(1.0).hex,
        "hit-bg": accent.hex,
    }
