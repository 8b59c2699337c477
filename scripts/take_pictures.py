#!/usr/bin/env python3
"""Take pictures of the program: each screen at each size and theme, as PNG.

    python scripts/take_pictures.py [-o FOLDER] [NAME...]

Needs rsvg-convert (Debian: librsvg2-bin) and a monospaced font such as DejaVu Sans Mono.
"""

from __future__ import annotations

import argparse
import asyncio
import re
import subprocess
import sys
from pathlib import Path

from spotlight_tui import Collection
from spotlight_tui.tui.app import SpotlightApp

ROOT = Path(__file__).resolve().parent.parent

SIZES = {"120x40": (120, 40), "80x24": (80, 24), "60x20": (60, 20), "200x50": (200, 50), "40x12": (40, 12)}

SCENES: dict[str, list[str]] = {
    "main": [],
    "search": ["slash", *"keep experienced social workers", "enter"],
    "typing": ["slash", *"superviison"],
    "read": ["slash", *"hong kong", "enter", "enter"],
    "quotes": ["slash", *"brent conference", "enter", "tab", "tab", "j"],
    "nothing": ["slash", *"zeppelin"],
    "empty-category": ["g", "down"],
    "signposts": ["slash", *"stop and search", "enter"],
    "authorities": ["g", "down", "down", "down", "down", "enter", "up", "left", "down", "enter"],
    "help": ["question_mark"],
}
"""The keys that lead to each scene; a space is typed as `space`."""


async def take(scene: str, size: tuple[int, int], theme: str) -> str:
    """The screen as SVG after the keys of a scene."""
    with Collection.open(ROOT / "data" / "spotlight.db") as collection:
        app = SpotlightApp(collection)
        async with app.run_test(size=size) as pilot:
            app.theme = theme
            for key in SCENES[scene]:
                await pilot.press("space" if key == " " else key)
            await app.workers.wait_for_complete()
            await pilot.pause(0.2)
            return app.export_screenshot(title="spotlight-tui")


def as_png(svg: str, path: Path) -> None:
    """Draw an SVG with the fonts that are here; the export names one from the web."""
    svg = re.sub(r"@font-face \{.*?\}", "", svg, flags=re.S).replace("Fira Code", "DejaVu Sans Mono")
    svg = svg.replace("&#160;", " ").replace("<text ", '<text xml:space="preserve" ')
    subprocess.run(["rsvg-convert", "-o", str(path)], input=svg.encode(), check=True)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("scenes", nargs="*", metavar="NAME", help=f"of {', '.join(SCENES)}; default: all")
    parser.add_argument("-o", "--output", type=Path, default=ROOT / "docs" / "pictures", metavar="FOLDER")
    parser.add_argument("--sizes", default="120x40,80x24,60x20,200x50")
    parser.add_argument("--themes", default="dark", help="of dark, light, contrast")
    arguments = parser.parse_args()
    arguments.output.mkdir(parents=True, exist_ok=True)
    for scene in arguments.scenes or SCENES:
        for size in arguments.sizes.split(","):
            for theme in arguments.themes.split(","):
                path = arguments.output / f"{scene}-{size}-{theme}.png"
                as_png(asyncio.run(take(scene, SIZES[size], f"spotlight-{theme}")), path)
                print(path)
    return 0


if __name__ == "__main__":
    sys.exit(main())
