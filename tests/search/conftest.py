"""A page of the browser."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page


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
