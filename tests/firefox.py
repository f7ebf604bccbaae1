"""A real Firefox, where the machine has one, driven by the protocol that it speaks itself (Marionette): no driver."""

from __future__ import annotations

import base64
import json
import os
import re
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

NAMES = ("firefox-esr", "firefox")
PREFERENCES: dict[str, object] = {
    "marionette.port": 0,
    "browser.dom.window.dump.enabled": True,
    "devtools.console.stdout.content": True,
    "app.update.disabledForTesting": True,
    "browser.shell.checkDefaultBrowser": False,
    "browser.download.alwaysOpenPanel": False,
    "datareporting.policy.dataSubmissionEnabled": False,
    "intl.accept_languages": "zh-CN, zh, en",
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
}
"""A window that asks nothing of the network, and tells the errors of its pages."""
TROUBLE = re.compile(r"^(?:JavaScript error: http|.*Content-Security-Policy: ).*", re.MULTILINE)
KEYS = {"Enter": "\ue007", "Escape": "\ue00c", "Control": "\ue009", "Shift": "\ue008", "End": "\ue010", "F8": "\ue038"}
"""How WebDriver writes keys that are no characters."""
SECONDS = 30
"""For which something is waited for."""


def find() -> str | None:
    """The program: FIREFOX if set, or the system's."""
    return os.environ.get("FIREFOX") or next((path for name in NAMES if (path := shutil.which(name))), None)


class Firefox:
    """A window of Firefox."""

    def __init__(self, connection: socket.socket) -> None:
        """Begins a session on a connection to the program."""
        self.connection = connection
        self.stream = connection.makefile("rb")
        self.asked = 0
        self.read()
        self.ask("WebDriver:NewSession", capabilities={})
        self.ask("WebDriver:SetWindowRect", width=1280, height=885)

    def read(self) -> Any:
        """The next message."""
        length = b""
        while (char := self.stream.read(1)) != b":":
            assert char, "Firefox has ended"
            length += char
        return json.loads(self.stream.read(int(length)))

    def ask(self, command: str, **given: object) -> Any:
        """What a command comes to."""
        self.asked += 1
        sent = json.dumps([0, self.asked, command, given]).encode()
        self.connection.sendall(b"%d:%s" % (len(sent), sent))
        _, _, error, result = self.read()
        assert error is None, f"{command}: {error['message']}"
        return result["value"] if isinstance(result, dict) and "value" in result else result

    def open(self, address: str) -> None:
        """Goes to a page, and waits until it is loaded."""
        self.ask("WebDriver:Navigate", url=address)

    def run(self, script: str, *given: object) -> Any:
        """What a script on the page returns; ``arguments`` are what was given."""
        return self.ask("WebDriver:ExecuteScript", script=script, args=list(given))

    def wait(self, script: str, *given: object) -> Any:
        """Waits until a script returns something true, which is returned."""
        for _ in range(SECONDS * 20):
            if found := self.run(script, *given):
                return found
            time.sleep(0.05)
        raise AssertionError(f"never true: {script} {given}")

    def shows(self, selector: str, words: str = "") -> None:
        """Waits until an element is in sight that says some words."""
        self.wait(VISIBLE + "return found(...arguments) !== null;", selector, words)

    def mouse(self, *moves: tuple[float, float], press: bool = True) -> None:
        """Moves the mouse from place to place; with the button down from the first to the last, if ``press``."""
        first, *others = [
            {"type": "pointerMove", "duration": 20, "x": round(x), "y": round(y), "origin": "viewport"}
            for x, y in moves
        ]
        down, up = ({"type": f"pointer{way}", "button": 0} for way in ("Down", "Up"))
        steps = [first, down, *others, up] if press else [first, *others]
        pointer = {"type": "pointer", "id": "mouse", "parameters": {"pointerType": "mouse"}, "actions": steps}
        self.ask("WebDriver:PerformActions", actions=[pointer])

    def click(self, selector: str, words: str = "") -> None:
        """Clicks with the mouse on the first element in sight that says some words."""
        x, y = self.wait(VISIBLE + "return place(found(...arguments));", selector, words)
        self.mouse((x, y))

    def type(self, words: str) -> None:
        """Types characters."""
        self.press(*words)

    def press(self, *keys: str, holding: str = "") -> None:
        """Presses keys one after the other, while another is held."""
        named = [KEYS.get(key, key) for key in keys]
        steps = [{"type": f"key{way}", "value": key} for key in named for way in ("Down", "Up")]
        if holding:
            held = KEYS[holding]
            steps = [{"type": "keyDown", "value": held}, *steps, {"type": "keyUp", "value": held}]
        self.ask("WebDriver:PerformActions", actions=[{"type": "key", "id": "keys", "actions": steps}])

    def picture(self, file: Path) -> None:
        """Takes a picture of what is in sight."""
        file.write_bytes(base64.b64decode(self.ask("WebDriver:TakeScreenshot", full=False)))


VISIBLE = """
const found = (selector, words) => [...document.querySelectorAll(selector)].find((one) =>
  one.getClientRects().length && (one.textContent.includes(words) || (one.value || "").includes(words))) || null;
const place = (one) => {
  if (!one) return null;
  one.scrollIntoView({ block: "nearest" });
  const box = one.getClientRects()[0];
  return [box.left + box.width / 2, box.top + box.height / 2];
};
"""
"""Finds an element that is in sight, and where its middle is."""


@contextmanager
def launched(folder: Path) -> Iterator[Firefox]:
    """A window, closed in the end; nothing may have gone wrong in its pages. ``folder`` is for all that it writes."""
    program = find()
    assert program
    profile = folder / "profile"
    profile.mkdir()
    lines = (f"user_pref({json.dumps(name)}, {json.dumps(value)});\n" for name, value in PREFERENCES.items())
    (profile / "user.js").write_text("".join(lines), "utf-8", newline="\n")
    command = [program, "--headless", "--no-remote", "--marionette", "--profile", str(profile)]
    with (folder / "said.txt").open("wb") as said:
        running = subprocess.Popen(command, stdout=said, stderr=said, env=os.environ | {"HOME": str(folder)})
        try:
            with socket.create_connection(("127.0.0.1", port_of(profile)), timeout=SECONDS) as connection:
                yield Firefox(connection)
        finally:
            running.terminate()
            with suppress(subprocess.TimeoutExpired):
                running.wait(SECONDS)
            running.kill()
            running.wait()
    told = (folder / "said.txt").read_text("utf-8", "replace")
    assert [found[0] for found in TROUBLE.finditer(told)] == []


def port_of(profile: Path) -> int:
    """The port that the program says it listens on."""
    file = profile / "MarionetteActivePort"
    for _ in range(SECONDS * 10):
        if file.is_file() and (port := file.read_text("utf-8").strip()):
            return int(port)
        time.sleep(0.1)
    raise AssertionError("Firefox did not start")
