"""The site map."""

from __future__ import annotations

from collections import defaultdict

from macros.pages.navigation import PageLink
from macros.pages.rendering import Here, Renderer
from macros.records import addresses
from macros.register.menu import menu
from macros.register.site_pages import Page, record_pages


def site_map(renderer: Renderer, here: Here) -> str:
    """Every public page, by section; the records of a section that has many are listed on its own pages.

    The page of a section that tells of a whole work area is called what its heading says: that area.
    """
    register = renderer.register
    word = renderer.interface(here.language)
    pages = defaultdict[str, list[Page]](list)
    for page in record_pages(register):
        pages[f"{page.address.partition('/')[0]}/"].append(page)
    in_menu = [(word(key), address) for key, address in menu(register)]
    at = [address for _, address in in_menu].index(addresses.WORK_AREA_INDEX) + 1
    told = [
        (renderer.text(register.work_areas[ident].title, here.language), one.address)
        for ident, one in register.told.items()
    ]
    others = [
        ("catalogue", addresses.CATALOGUE_PAGE),
        ("open-data", addresses.DATA_PAGE),
        ("changes", addresses.CHANGES_PAGE),
        ("corrections", addresses.CORRECTIONS_PAGE),
        ("feedback", addresses.FEEDBACK_PAGE),
        *([("glossary", addresses.GLOSSARY_PAGE)] if register.glossary else []),
        ("search", addresses.SEARCH_PAGE),
        ("whole-record-page", addresses.PRINT_PAGE),
    ]
    listed = [
        PageLink(
            title,
            here.link(address),
            address,
            tuple(
                PageLink(renderer.text(page.title, here.language), here.link(page.address), page.address)
                for page in pages.get(address, ())
                if page.address != address and len(pages[address]) <= renderer.lists.rows
            ),
        )
        for title, address in (*in_menu[:at], *told, *in_menu[at:], *((word(key), address) for key, address in others))
    ]
    return renderer.fill("site_map.html", here, site_pages=[*listed, *renderer.added(here)])
