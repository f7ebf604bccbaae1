"""No page has barriers for readers that axe can find: WCAG 2.0 to 2.2, A and AA, and best practice."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from macros.languages import LANGUAGES
from tests.serving import served
from tests.test_site import PAGES

EVERY = sorted(one.prefix + page for one in LANGUAGES for page in (*PAGES, "404.html"))
VIEWS = [(width, scheme) for width in (1280, 390) for scheme in ("light", "dark")]


@pytest.fixture(scope="module", params=VIEWS, ids=lambda one: f"{one[0]}-{one[1]}")
def view(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A window of one width and colour scheme."""
    width, scheme = request.param
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
    yield context.new_page()
    context.close()


@pytest.fixture(scope="module")
def root(site: Path) -> Iterator[str]:
    """The real site at the root of a server, where the error pages' absolute links hold."""
    with served(site, at_root=True) as address:
        yield address


@pytest.mark.parametrize("path", EVERY)
def test_no_barriers(view: Page, root: str, path: str) -> None:
    view.goto(root + path)
    view.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
    found = Axe().run(view)
    assert found.violations_count == 0, found.generate_report()
