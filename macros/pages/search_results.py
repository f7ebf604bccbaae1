"""The page of search results."""

from __future__ import annotations

from macros.pages.rendering import Here, Renderer
from macros.records import addresses
from macros.text.languages import CHINESE, ENGLISH

RESULT_SCRIPTS = ("results.js", "excerpt.js", "fold.js", "index.js", "search.js", "terms.js", "words.js")
"""The scripts of the page of results, which are fetched together instead of one by one."""


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
