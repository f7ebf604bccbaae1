"""Takes the pictures of the editor that the handbook shows: ``python -m tests.tools.audit.editor``."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, Page

from macros.editing.server import editing
from macros.system import console
from tests.places import FIXTURES, HANDBOOK, ROOT
from tests.serving import launched

PICTURES = HANDBOOK["zh"]
PAPER, EARLIER = "first-half-2032", "summary-2031"
"""The paper of the sample bureau that is taken up anew; until then the home page is about the earlier one."""


def drafts(folder: Path) -> Path:
    """The data of the sample bureau with one of its papers just imported."""
    data = Path(shutil.copytree(FIXTURES / "yunling/data", folder / "data"))
    paper = Path(shutil.copy(data / f"documents/{PAPER}.txt", folder / f"{PAPER}.txt"))
    for name in (f"{PAPER}.txt", f"{PAPER}.yml"):
        (data / "documents" / name).unlink()
    bureau = data / "bureau.yml"
    bureau.write_text(bureau.read_text("utf-8").replace(PAPER, EARLIER), "utf-8")
    command = [sys.executable, "-m", "macros", "import", "--data", str(data), "--id", PAPER, str(paper)]
    subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    return data


def take(page: Page, name: str, language: str) -> None:
    """Takes one picture of what is in the window."""
    page.wait_for_timeout(700)
    page.screenshot(path=PICTURES / f"{name}.{language}.png")


def take_all(browser: Browser, address: str, language: str) -> None:
    """The document with a proposal open, and the list of what is to be decided."""
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    context.add_init_script(f"localStorage.setItem('language', '{language}')")
    page = context.new_page()
    page.goto(address)
    page.locator(".sentence").first.wait_for()
    page.select_option("header select", PAPER)
    page.locator(".mark--figure").nth(1).click()
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
