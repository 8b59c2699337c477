"""What the program reaches outside its screen, noted instead of done."""

from __future__ import annotations

from spotlight_tui.clipboard import Copied


class Clipboard:
    """Notes what is copied, and answers as it is told: at first that it certainly holds it."""

    def __init__(self) -> None:
        self.texts: list[str] = []
        self.answer = Copied(("X clipboard (xclip)",), ask_terminal=False, sure=True)

    def copy(self, text: str) -> Copied:
        self.texts.append(text)
        return self.answer
