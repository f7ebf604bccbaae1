"""No page has barriers for readers that axe can find: WCAG 2.0 to 2.2, A and AA, and best practice.

Every page in every language, light, dark and in large type, where contrast must be 7:1 (``color-contrast-enhanced``):
in Simplified Chinese and in English wide and narrow; in Traditional Chinese, which has the pages of Simplified Chinese
in other characters, narrow. Contrast takes axe most of its time. It is measured for every text once, in the light; in
the other views, where other colours stand in the same places, for one text of every look that the view has.

The gate looks at one page of each type; the night at all.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal

import pytest
from axe_playwright_python.base import AXE_FILE_PATH
from playwright.sync_api import Browser, Page

from macros.text.languages import LANGUAGES, TRADITIONAL
from tests.serving import served
from tests.test_site import PAGES

WIDE, NARROW = 1280, 390
VIEWS = [
    (width, language) for language in LANGUAGES for width in ((NARROW,) if language is TRADITIONAL else (NARROW, WIDE))
]
ALIKE = {
    *("outreach/technology-to-the-countryside/", "work-areas/alliance/", "work-areas/bases/"),
    *("work-areas/commissioners/", "work-areas/enterprises-rate-offices/", "work-areas/outreach/"),
}
"""Pages that are made as another one is, from another record."""


def every() -> Iterator[Any]:
    """Every page in every view; the gate looks at every fourth type of page, in one view after another."""
    for number, page in enumerate(sorted({*PAGES, "404.html"}, key=lambda one: (one in ALIKE, one))):
        for view, (width, one) in enumerate(VIEWS):
            gate = page not in ALIKE and number % 4 == 0 and view == number // 4 % len(VIEWS)
            yield pytest.param(width, one.prefix + page, marks=() if gate else pytest.mark.night)


AXE = AXE_FILE_PATH.read_text("utf-8")
SETTLE = "document.querySelectorAll('details').forEach((one) => { one.open = true; })"

RUN = """async ({ context, options }) => {
    const found = await axe.run(context ?? document, { resultTypes: ["violations"], preload: false, ...options });
    return found.violations.flatMap((one) => one.nodes.map((node) => `${one.id} ${node.html} ${node.failureSummary}`));
}"""
"""What is as it should be need not be told: that takes axe more than half its time."""

ALL = {"rules": {"color-contrast-enhanced": {"enabled": False}}}
BUT_CONTRAST = {"rules": {"color-contrast": {"enabled": False}}}
CONTRAST = {"runOnly": {"type": "rule", "values": ["color-contrast"]}}
CONTRAST_IN_LARGE_TYPE = {"runOnly": {"type": "rule", "values": ["color-contrast", "color-contrast-enhanced"]}}
ONE_OF_EVERY_LOOK = {"include": [["[data-look]"]]}

LOOKS = """() => {
    const clear = "rgba(0, 0, 0, 0)";
    const look = (one) => {
        const { color, fontSize, fontWeight, opacity } = getComputedStyle(one);
        const key = [color, fontSize, fontWeight, opacity];
        for (let at = one; at && key.at(-1) !== "opaque"; at = at.parentElement) {
            const { backgroundColor, backgroundImage } = getComputedStyle(at);
            if (backgroundColor !== clear || backgroundImage !== "none") key.push(backgroundColor, backgroundImage);
            if (backgroundColor.startsWith("rgb(")) key.push("opaque");
        }
        return key.join(";");
    };
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found = new Map();
    for (const one of document.querySelectorAll("[data-look]")) one.removeAttribute("data-look");
    for (const one of document.querySelectorAll("input, select, textarea")) found.set(one, one);
    while (texts.nextNode()) {
        const one = texts.currentNode.parentElement;
        if (texts.currentNode.data.trim() && one.checkVisibility()) found.set(look(one), one);
    }
    for (const one of found.values()) one.setAttribute("data-look", "");
    return found.size;
}"""
"""Marks one text of every look: its colour, its size and weight, and the grounds below it down to an opaque one."""


@pytest.fixture(scope="module")
def view(browser: Browser) -> Iterator[Page]:
    """A window."""
    context = browser.new_context(reduced_motion="reduce")
    yield context.new_page()
    context.close()


@pytest.fixture(scope="module")
def root(site: Path) -> Iterator[str]:
    """The demonstration at the root of a server, where the error pages' absolute links hold."""
    with served(site, at_root=True) as address:
        yield address


@pytest.mark.parametrize(("width", "path"), every())
def test_no_barriers(view: Page, root: str, width: int, path: str) -> None:
    view.set_viewport_size({"width": width, "height": 900})
    view.emulate_media(color_scheme="light")
    view.goto(root + path)
    view.evaluate(SETTLE)
    view.evaluate(AXE)
    show(view, "light", elder=False)
    barriers(view, ALL)
    show(view, "dark", elder=False)
    contrast(view, CONTRAST)
    show(view, "light", elder=True)
    if width == NARROW:  # But for its size the large type changes nothing.
        barriers(view, BUT_CONTRAST)
    contrast(view, CONTRAST_IN_LARGE_TYPE)
    show(view, "dark", elder=True)
    contrast(view, CONTRAST_IN_LARGE_TYPE)


def show(view: Page, scheme: Literal["light", "dark"], elder: bool) -> None:
    """Changes colours and type of the page on show."""
    view.emulate_media(color_scheme=scheme)
    view.locator("#elder").set_checked(elder, force=True)


def contrast(view: Page, options: dict[str, Any]) -> None:
    """Fails where a text of some look stands out too little."""
    assert view.evaluate(LOOKS) > 5
    barriers(view, options, ONE_OF_EVERY_LOOK)


def barriers(view: Page, options: dict[str, Any], context: dict[str, Any] | None = None) -> None:
    """Fails where axe finds any."""
    assert view.evaluate(RUN, {"context": context, "options": options}) == []
