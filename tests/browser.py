"""Finds a Chromium to test with; run as a program, it has Playwright install one where there is none."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from macros.system import console
from tests.system_packages import find_browser


def find() -> str | None:
    """The browser's program: the one that is named, the system's, or the one Playwright has installed."""
    return find_browser() or playwrights_own()


def playwrights_own() -> str | None:
    """The browser that Playwright itself has installed, if any."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).is_file() else None


if __name__ == "__main__":
    console.prepare()
    if not find():
        subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=True)
    if not find():
        sys.exit(
            "装不上浏览器。请自行安装 Chromium，再运行一次。\n"
            "No browser could be installed. Install Chromium yourself and run this again."
        )
