"""Takes pictures of every type of page in every language and view, to be looked at: ``make sheet``."""

from __future__ import annotations

import sys
from pathlib import Path

from playwright.sync_api import Browser

from macros.building.build import build
from macros.system import console
from macros.text.languages import LANGUAGES
from tests.places import ROOT
from tests.serving import launched, served

TYPES = (
    "",
    "work-areas/",
    "work-areas/enterprises-rate-offices/",
    "work-areas/commissioners/",
    "work-areas/projects/",
    "alliance/",
    "outreach/",
    "outreach/technology-to-the-countryside/",
    "figures/",
    "sources/",
    "sources/h1-work-summary/",
    "search/?q=15000",
    "about/",
    "corrections/",
    "print/",
    "site-map/",
    "staff/fields/",
    "404.html",
)
"""One page of each type, or two where records differ much."""
VIEWS = {
    "light": (None, {"color_scheme": "light"}),
    "dark": (None, {"color_scheme": "dark"}),
    "contrast": (None, {"color_scheme": "light", "contrast": "more"}),
    "elder": ("yes 22", {"color_scheme": "light"}),
    "elder-30": ("yes 30", {"color_scheme": "dark"}),
}
"""What is remembered of the large-type view, and what the device asks for."""
WIDTHS = (390, 1280)
TALLEST = 4000
"""Pixels of a page that are shown."""


def take(browser: Browser, root: str, folder: Path) -> int:
    """Takes every picture and print; returns how many."""
    taken = 0
    for view, (elder, device) in VIEWS.items():
        for width in WIDTHS:
            context = browser.new_context(viewport={"width": width, "height": 900}, **device)  # type: ignore[arg-type]
            if elder:
                context.add_init_script(f"localStorage.setItem('elder', '{elder}')")
            page = context.new_page()
            for language in LANGUAGES:
                for address in TYPES:
                    page.goto(root + language.prefix + address)
                    page.wait_for_load_state("networkidle")
                    height = min(TALLEST, page.evaluate("document.documentElement.scrollHeight"))
                    page.screenshot(
                        path=folder / f"{language.code}-{name(address)}-{width}-{view}.png",
                        full_page=True,
                        clip={"x": 0, "y": 0, "width": width, "height": height},
                    )
                    taken += 1
            context.close()
    page = browser.new_page()
    for language in LANGUAGES:
        for address in TYPES:
            page.goto(root + language.prefix + address)
            page.pdf(path=folder / f"{language.code}-{name(address)}-print.pdf", prefer_css_page_size=True)
            taken += 1
    return taken


def name(address: str) -> str:
    """A page in the name of a file."""
    return address.partition("?")[0].strip("/").replace("/", "_").removesuffix(".html") or "home"


def main(arguments: list[str]) -> int:
    """Builds the site and takes the pictures into the folder named."""
    folder = Path(arguments[0] if arguments else "contact-sheet")
    folder.mkdir(parents=True, exist_ok=True)
    site = folder / "site"
    if not build(ROOT / "data", site):
        return 1
    with served(site, at_root=True) as root, launched() as browser:
        print(f"{take(browser, root, folder)} pictures in {folder}")
    return 0


if __name__ == "__main__":
    console.prepare()
    sys.exit(main(sys.argv[1:]))
