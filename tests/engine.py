"""A Chromium of any year, driven by its own protocol: what drives new ones (Playwright) cannot drive the old.

The protocol goes through two pipes, which Chromium has known since before the oldest one here.
"""

from __future__ import annotations

import base64
import itertools
import json
import os
import select
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

PATIENCE = 30.0
"""Seconds within which anything that is waited for must have come."""
PAUSE = 0.05
"""Seconds between two looks at a page that is waited for."""
BOUND = b"\0"
"""Stands behind every message of the protocol."""
FLAGS = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run", "--hide-scrollbars"),
    *("--disable-background-networking", "--disable-component-update", "--remote-debugging-pipe"),
)


class Engine:
    """A running browser, asked one thing after the other."""

    def __init__(self, into: int, out: int) -> None:
        self.into, self.out = into, out
        self.numbers = itertools.count(1)
        self.rest = bytearray()
        self.told: list[dict[str, Any]] = []

    def ask(self, method: str, session: str | None = None, **given: Any) -> dict[str, Any]:
        """The answer to a message; what the browser tells unasked is kept in ``told``."""
        number = next(self.numbers)
        message = {"id": number, "method": method, "params": given} | ({"sessionId": session} if session else {})
        data = memoryview(json.dumps(message).encode() + BOUND)
        while data:
            data = data[os.write(self.into, data) :]
        while (answer := self.next()).get("id") != number:
            self.told.append(answer)
        if "error" in answer:
            raise RuntimeError(f"{method}: {answer['error']}")
        result: dict[str, Any] = answer["result"]
        return result

    def next(self) -> dict[str, Any]:
        """The next message of the browser."""
        while BOUND not in self.rest:
            readable, _, _ = select.select([self.out], [], [], PATIENCE)
            data = os.read(self.out, 2**16) if readable else b""
            assert data, "the browser has ended" if readable else "the browser does not answer"
            self.rest += data
        message, _, self.rest = self.rest.partition(BOUND)
        answer: dict[str, Any] = json.loads(message)
        return answer


class View:
    """A page in a window of its own, which shares nothing with other windows."""

    def __init__(self, engine: Engine, width: int = 1280, height: int = 900) -> None:
        self.engine = engine
        self.context = engine.ask("Target.createBrowserContext")["browserContextId"]
        target = engine.ask("Target.createTarget", url="about:blank", browserContextId=self.context)["targetId"]
        self.session: str = engine.ask("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Log"):
            self.ask(f"{domain}.enable")
        self.ask("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=False)

    def ask(self, method: str, **given: Any) -> dict[str, Any]:
        """The answer to a message to the page."""
        return self.engine.ask(method, self.session, **given)

    def close(self) -> None:
        """Closes the window."""
        self.engine.ask("Target.disposeBrowserContext", browserContextId=self.context)

    def go(self, address: str) -> None:
        """Opens an address, and waits until it has loaded."""
        self.value("window.before = true")
        self.ask("Page.navigate", url=address)
        self.until("!window.before && document.readyState === 'complete'")

    def value(self, expression: str) -> Any:
        """What an expression amounts to in the page."""
        found = self.ask("Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=True)
        if "exceptionDetails" in found:
            raise RuntimeError(f"{expression}: {found['exceptionDetails']}")
        return found["result"].get("value")

    def until(self, expression: str) -> None:
        """Waits until an expression is true, through pages that come and go."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            try:
                if self.value(f"Boolean({expression})"):
                    return
            except RuntimeError:
                pass  # The page is being left, or is not yet there.
            time.sleep(PAUSE)
        raise AssertionError(f"never came: {expression}; {self.trouble()}")

    def click(self, selector: str) -> None:
        """Clicks in the middle of an element with the mouse."""
        x, y = self.value(
            f"""(() => {{
                const one = document.querySelector({json.dumps(selector)});
                one.scrollIntoView({{ block: "center" }});
                const {{ left, top, width, height }} = one.getBoundingClientRect();
                return [left + width / 2, top + height / 2];
            }})()"""
        )
        for kind in ("mousePressed", "mouseReleased"):
            self.ask("Input.dispatchMouseEvent", type=kind, x=x, y=y, button="left", clickCount=1)

    def type(self, text: str) -> None:
        """Puts a text in where the cursor is."""
        self.ask("Input.insertText", text=text)

    def press(self, key: str, code: int) -> None:
        """Presses a key and lets it go."""
        typed = {"text": "\r"} if key == "Enter" else {}
        self.ask("Input.dispatchKeyEvent", type="keyDown", key=key, windowsVirtualKeyCode=code, **typed)
        self.ask("Input.dispatchKeyEvent", type="keyUp", key=key, windowsVirtualKeyCode=code)

    def picture(self, file: Path) -> None:
        """Takes a picture of what is seen."""
        file.write_bytes(base64.b64decode(self.ask("Page.captureScreenshot", format="png")["data"]))

    def trouble(self) -> list[str]:
        """What has gone wrong in the page so far: exceptions, and errors that the browser has noted."""
        found = []
        for one in self.engine.told:
            if one.get("sessionId") != self.session:
                continue
            if one["method"] == "Runtime.exceptionThrown":
                details = one["params"]["exceptionDetails"]
                found.append(details.get("exception", {}).get("description") or details["text"])
            elif one["method"] == "Log.entryAdded" and one["params"]["entry"]["level"] == "error":
                found.append("{text} {url}".format(**{"url": "", **one["params"]["entry"]}))
        return found


@contextmanager
def running_engine(program: Path, libraries: Path | None = None) -> Iterator[Engine]:
    """A browser that runs until the end; ``libraries`` is the folder of those that came with it."""
    environment = {**os.environ, **({"LD_LIBRARY_PATH": str(libraries)} if libraries else {})}
    theirs, into = os.pipe()
    out, their_out = os.pipe()

    def give() -> None:
        """The browser reads at descriptor 3 and writes at 4."""
        os.dup2(theirs, 100)
        os.dup2(their_out, 101)
        os.dup2(100, 3)
        os.dup2(101, 4)

    with tempfile.TemporaryDirectory(prefix="engine-", ignore_cleanup_errors=True) as profile:
        process = subprocess.Popen(
            [program, *FLAGS, f"--user-data-dir={profile}", "about:blank"],
            env=environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            preexec_fn=give,
            pass_fds=(3, 4),
        )
        os.close(theirs)
        os.close(their_out)
        try:
            yield Engine(into, out)
        finally:
            process.kill()
            process.wait()
            os.close(into)
            os.close(out)
