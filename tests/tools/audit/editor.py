"""Takes the pictures of the editor that the handbook shows: ``python -m tests.tools.audit.editor``."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, Page

from macros.editing.server import editing
from macros.system import console
from tests.drafts import BOTH, SAMPLES_IN, empty_bureau, imported
from tests.places import HANDBOOK
from tests.serving import launched

PICTURES = HANDBOOK["zh"]
PAPER = "first-half-2032.txt"
"""The paper of the sample bureau that is taken up."""
SHOWN = "6.1万亩"
"""The figure whose record is shown."""


def drafts(folder: Path) -> Path:
    """The data of the sample bureau as it begins, with one of its papers just imported."""
    data = empty_bureau(folder, BOTH)
    imported(data, SAMPLES_IN / PAPER)
    return data


def take(page: Page, name: str, language: str) -> None:
    """Takes one picture of what is in the window, once nothing is asked or drawn any more."""
    page.locator("html:not([data-busy])").wait_for(state="attached")
    page.wait_for_timeout(700)
    page.screenshot(path=PICTURES / f"{name}.{language}.png")


def take_all(browser: Browser, address: str, language: str) -> None:
    """The document with a proposal open, and the list of what is to be decided."""
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    context.add_init_script(f"localStorage.setItem('language', '{language}')")
    page = context.new_page()
    page.goto(address)
    page.locator(".sentence").first.wait_for()
    page.locator(".mark--figure", has_text=SHOWN).click()
    page.locator("#side .card--open").wait_for()
    take(page, "editor", language)
    page.get_by_role("tab").nth(1).click()
    take(page, "editor-undecided", language)
    context.close()


def main() -> int:
    """Takes every picture."""
    with tempfile.TemporaryDirectory() as folder, launched() as browser, editing(drafts(Path(folder)), 0) as server:
        for language in ("zh", "en"):
            take_all(browser, server.address, language)
    return 0


if __name__ == "__main__":
    console.prepare()
    sys.exit(main())
