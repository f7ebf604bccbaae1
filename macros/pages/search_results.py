"""The page of search results."""

from __future__ import annotations

from macros.pages.rendering import Here, Renderer
from macros.records import addresses
from macros.text.languages import TRADITIONAL, Language

RESULT_SCRIPTS = (
    "results.js",
    "excerpt.js",
    "fold.js",
    "hits.js",
    "index_reader.js",
    "pieces.js",
    "search.js",
    "similar.js",
    "terms.js",
    "vocabulary.js",
    "words.js",
)
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
                "name": name_of(renderer, one, here),
                "folder": addresses.search_folder(one),
            }
            for one in renderer.register.languages
            if one is not TRADITIONAL and one is not here.language and not (one.is_chinese and here.language.is_chinese)
        ],
    )


def name_of(renderer: Renderer, language: Language, here: Here) -> str:
    """What a language is called on a page; one that the software does not know, as it calls itself."""
    word = renderer.register.interface.get(f"language-{language.code}")
    return here.language.text(word) if word else language.name
