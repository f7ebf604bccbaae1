"""Fragments about the site itself: what is unknown, contact, corrections, site map."""

from __future__ import annotations

from collections import defaultdict

from macros.pages.fragments.shared import errata
from macros.pages.rendering import Here, Renderer
from macros.records import addresses
from macros.register.site_pages import Page, menu, record_pages
from macros.text.languages import CHINESE, ENGLISH

SUPPLIED_BY_BUREAU = (
    "site_address",
    "site_code",
    "icp",
    "police_record",
    "address",
    "telephone",
    "email",
    "data_terms",
)
"""Fields of the bureau's record that the site names as not supplied while they are empty."""


RESULT_SCRIPTS = ("results.js", "excerpt.js", "fold.js", "index.js", "search.js", "terms.js", "words.js")
"""The scripts of the page of results, which are fetched together instead of one by one."""


def not_stated(renderer: Renderer, here: Here) -> str:
    """What the sources do not state and what the bureau has not supplied."""
    bureau = renderer.register.bureau
    return renderer.fill(
        "not_stated.html",
        here,
        not_stated=[one for text in renderer.register.texts.values() for one in text.document.not_stated],
        not_supplied=[name for name in SUPPLIED_BY_BUREAU if getattr(bureau, name) is None],
    )


def contact(renderer: Renderer, here: Here) -> str:
    """How to reach the bureau, or that it has not said."""
    return renderer.fill("contact.html", here)


def corrections(renderer: Renderer, here: Here) -> str:
    """All corrections, newest first."""
    page = renderer.lists.on(here.address)
    return renderer.fill("corrections.html", here, page=page, errata=errata(renderer.register, page.rows))


def site_map(renderer: Renderer, here: Here) -> str:
    """Every page, by section; the records of a section that has many are listed on its own pages."""
    register = renderer.register
    word = renderer.interface(here.language)
    pages = defaultdict[str, list[Page]](list)
    for page in record_pages(register):
        pages[f"{page.address.partition('/')[0]}/"].append(page)
    sections = [
        *menu(register),
        ("catalogue", addresses.CATALOGUE_PAGE),
        ("open-data", addresses.DATA_PAGE),
        ("changes", addresses.CHANGES_PAGE),
        ("corrections", addresses.CORRECTIONS_PAGE),
        ("feedback", addresses.FEEDBACK_PAGE),
        ("readiness", addresses.READINESS_PAGE),
        ("search", addresses.SEARCH_PAGE),
        ("whole-record-page", addresses.PRINT_PAGE),
    ]
    return renderer.fill(
        "site_map.html",
        here,
        site_pages=[
            {
                "address": address,
                "title": word(key),
                "children": [
                    {"address": page.address, "title": here.language.text(page.title)}
                    for page in pages.get(address, ())
                    if page.address != address and len(pages[address]) <= renderer.lists.rows
                ],
            }
            for key, address in sections
        ],
    )


def search(renderer: Renderer, here: Here) -> str:
    """The page of search results; scripts fill it."""
    return renderer.fill(
        "search.html",
        here,
        scripts=RESULT_SCRIPTS,
        others=[
            {
                "href": here.link(addresses.SEARCH_PAGE, one),
                "tag": one.tag,
                "name": here.language.text(renderer.register.interface[f"language-{one.code}"]),
                "folder": addresses.search_folder(one),
            }
            for one in (CHINESE, ENGLISH)
            if one.is_chinese != here.language.is_chinese
        ],
    )
