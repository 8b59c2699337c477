"""Makes the fixtures of this folder anew, with Chromium and LibreOffice: python tests/pages/documents/make.py.

`live.html` is what a server would send, invented in the shape of a real page; `lines.txt` is what a reader should find
in it, read over against the page; the rest is what programs made of it.
"""

from __future__ import annotations

import base64
import contextlib
import json
import os
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
ADDRESS = "https://practice.example/10-gardens-kitchens-and-workshops/"


class Chromium:
    """A headless browser, spoken to through a pair of pipes (the DevTools protocol)."""

    def __init__(self, commands: int, answers: int) -> None:
        self._commands = os.fdopen(commands, "wb", buffering=0)
        self._answers = os.fdopen(answers, "rb")
        self._asked = 0
        self.page: str | None = None

    def ask(self, method: str, **parameters: object) -> dict[str, Any]:
        self._asked += 1
        command: dict[str, object] = {"id": self._asked, "method": method, "params": parameters}
        if self.page:
            command["sessionId"] = self.page
        self._commands.write(json.dumps(command).encode() + b"\0")
        while True:
            answer: dict[str, Any] = json.loads(self._read())
            if answer.get("id") == self._asked:
                if "error" in answer:
                    raise RuntimeError(answer["error"]["message"])
                result: dict[str, Any] = answer["result"]
                return result

    def wait_for(self, event: str) -> None:
        while json.loads(self._read()).get("method") != event:
            pass

    def _read(self) -> bytes:
        message = bytearray()
        while (byte := self._answers.read(1)) != b"\0":
            if not byte:
                raise RuntimeError("Chromium ended")
            message += byte
        return bytes(message)


@contextlib.contextmanager
def chromium(profile: str) -> Iterator[Chromium]:
    """A browser that shows `live.html` as if it came from its address."""
    theirs_in, commands = os.pipe()
    answers, theirs_out = os.pipe()
    for descriptor in (theirs_in, theirs_out):
        os.set_inheritable(descriptor, True)
    script = f'exec chromium --headless --no-sandbox --disable-gpu --user-data-dir="{profile}"'
    script += f" --remote-debugging-pipe 3<&{theirs_in} 4>&{theirs_out} 2>/dev/null"
    process = subprocess.Popen(["bash", "-c", script], pass_fds=(theirs_in, theirs_out))
    os.close(theirs_in)
    os.close(theirs_out)
    browser = Chromium(commands, answers)
    try:
        target = browser.ask("Target.createTarget", url="about:blank")["targetId"]
        browser.page = browser.ask("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        browser.ask("Page.enable")
        frame = browser.ask("Page.getFrameTree")["frameTree"]["frame"]["id"]
        browser.ask("Fetch.enable", patterns=[{"urlPattern": "*"}])
        browser.ask("Page.setDocumentContent", frameId=frame, html="")
        browser._commands.write(_navigate(browser))
        _serve(browser)
        yield browser
        browser.page = None
        browser.ask("Browser.close")
    finally:
        process.terminate()
        process.wait(10)


def _navigate(browser: Chromium) -> bytes:
    command = {"id": 0, "method": "Page.navigate", "params": {"url": ADDRESS}, "sessionId": browser.page}
    return json.dumps(command).encode() + b"\0"


def _serve(browser: Chromium) -> None:
    """Answer what the page asks for: the page itself, and nothing for all else."""
    while True:
        message = json.loads(browser._read())
        if message.get("method") == "Page.loadEventFired":
            return
        if message.get("method") != "Fetch.requestPaused":
            continue
        asked = message["params"]
        known = asked["request"]["url"] == ADDRESS
        body = (HERE / "live.html").read_bytes() if known else b""
        answer = {
            "id": 0,
            "method": "Fetch.fulfillRequest",
            "sessionId": browser.page,
            "params": {
                "requestId": asked["requestId"],
                "responseCode": 200 if known else 404,
                "responseHeaders": [{"name": "Content-Type", "value": "text/html; charset=utf-8"}],
                "body": base64.b64encode(body).decode(),
            },
        }
        browser._commands.write(json.dumps(answer).encode() + b"\0")


def by_chromium() -> None:
    """The page as Chromium saves, copies and prints it."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile, chromium(profile) as browser:
        snapshot = browser.ask("Page.captureSnapshot", format="mhtml")["data"]
        (HERE / "saved-by-chromium.mhtml").write_bytes(snapshot.encode())
        opened = "document.querySelectorAll('details').forEach(d => d.open = true);"
        opened += "document.querySelectorAll('[hidden]').forEach(d => d.hidden = false);"
        opened += "document.querySelectorAll('.elementor-tab-content').forEach(d => d.style.display = 'block');"
        browser.ask("Runtime.evaluate", expression=opened)
        copied = "getSelection().selectAllChildren(document.querySelector('main')); getSelection().toString()"
        text = browser.ask("Runtime.evaluate", expression=copied)["result"]["value"]
        (HERE / "copied-from-chromium.txt").write_text(text, encoding="utf-8", newline="\n")
        pdf = browser.ask("Page.printToPDF", displayHeaderFooter=True, paperWidth=8.27, paperHeight=11.69)["data"]
        (HERE / "printed-by-chromium.pdf").write_bytes(base64.b64decode(pdf))


def by_libreoffice() -> None:
    """The article as LibreOffice converts it to Word and to PDF."""
    page = (HERE / "live.html").read_text("utf-8")
    article = page[page.index("<article") : page.index("</article>")]
    for furniture in (' style="display: none;"', " hidden"):
        article = article.replace(furniture, "")
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "converted-by-libreoffice.html"
        source.write_text(f'<html><head><meta charset="utf-8"></head><body>{article}</body></html>', encoding="utf-8")
        for kind in ("docx:MS Word 2007 XML", "pdf:writer_web_pdf_Export"):
            command = ["soffice", "--headless", f"-env:UserInstallation=file://{folder}/profile", "--convert-to", kind]
            subprocess.run([*command, "--outdir", str(HERE), str(source)], check=True, capture_output=True)


if __name__ == "__main__":
    by_chromium()
    by_libreoffice()
