"""The real site, served, and a browser."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.serving import launched, served


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """The real site, served."""
    with served(site) as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with launched() as started:
        yield started


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page on which nothing may go wrong."""
    made = browser.new_page()
    trouble: list[str] = []
    made.on("pageerror", lambda one: trouble.append(str(one)))
    made.on("console", lambda one: trouble.append(one.text) if one.type == "error" else None)
    yield made
    made.close()
    assert trouble == []
