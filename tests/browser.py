"""Finds a Chromium to test with; run as a program, it installs one where there is none."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from macros.system import console

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def find() -> str | None:
    """The browser's program: CHROMIUM if set, the system's, or the one Playwright has installed."""
    named = os.environ.get("CHROMIUM")
    found = named or next((path for name in NAMES if (path := shutil.which(name))), None)
    return found or playwrights_own()


def playwrights_own() -> str | None:
    """The browser that Playwright itself has installed, if any."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).is_file() else None


def install() -> None:
    """Installs a browser: from the system's packages where we may, else with Playwright."""
    if shutil.which("apt-get") and hasattr(os, "geteuid") and os.geteuid() == 0:
        subprocess.run(["apt-get", "update", "-qq"], check=True)
        subprocess.run(["apt-get", "install", "-y", "-qq", "chromium"], check=True, stdout=subprocess.DEVNULL)
    else:
        subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=True)


if __name__ == "__main__":
    console.prepare()
    if not find():
        install()
    if not find():
        sys.exit(
            "装不上浏览器。请自行安装 Chromium，再运行一次。\n"
            "No browser could be installed. Install Chromium yourself and run this again."
        )
