"""No page has barriers for readers that axe can find: WCAG 2.0 to 2.2, A and AA, and best practice.

Every page in every language, wide and narrow, light, dark and in large type. Colours alone differ in the dark, so that
only contrast is looked at there; in large type contrast must be 7:1 (``color-contrast-enhanced``).
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from macros.languages import LANGUAGES
from tests.serving import served
from tests.test_site import PAGES

EVERY = sorted(one.prefix + page for one in LANGUAGES for page in (*PAGES, "404.html"))
CONTRAST = {"runOnly": {"type": "rule", "values": ["color-contrast"]}}
QUICK = {"resultTypes": ["violations"], "preload": False}
"""What is as it should be need not be told: that takes axe more than half its time."""
LARGE = {"rules": {"color-contrast-enhanced": {"enabled": True}}}


@pytest.fixture(scope="module", params=(1280, 390))
def view(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A window of one width."""
    context = browser.new_context(viewport={"width": request.param, "height": 900}, reduced_motion="reduce")
    yield context.new_page()
    context.close()


@pytest.fixture(scope="module")
def root(site: Path) -> Iterator[str]:
    """The real site at the root of a server, where the error pages' absolute links hold."""
    with served(site, at_root=True) as address:
        yield address


@pytest.mark.parametrize("path", EVERY)
def test_no_barriers(view: Page, root: str, path: str) -> None:
    show(view, root + path, "light", elder=False)
    barriers(view, {})
    show(view, None, "dark", elder=False)
    barriers(view, CONTRAST)
    show(view, None, "light", elder=True)
    barriers(view, LARGE)
    show(view, None, "dark", elder=True)
    barriers(view, CONTRAST)


def show(view: Page, address: str | None, scheme: Literal["light", "dark"], elder: bool) -> None:
    """Goes to a page, or stays; all that can be unfolded is."""
    view.emulate_media(color_scheme=scheme)
    if address:
        view.goto(address)
        view.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
    view.locator("#elder").set_checked(elder, force=True)


def barriers(view: Page, options: dict[str, Any]) -> None:
    """Fails where axe finds any."""
    found = Axe().run(view, options=options | QUICK)
    assert found.violations_count == 0, found.generate_report()
