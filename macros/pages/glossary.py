"""The glossary: words of the documents explained by the site, and the links to it where a page first uses them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from macros.pages.rendering import Here, Renderer
from macros.records import addresses
from macros.records.vocabulary import ExplainedTerm
from macros.register.published import PublishedFigure

LINKED = frozenset("home work_areas work_area section section_record".split())
"""The macros whose pages link to the glossary; what others print is the source's own text, lists and help."""
PARAGRAPH = re.compile(r"<p\b[^>]*>.*?</p>", re.DOTALL)
NO_LINK_IN = re.compile(
    r"(<(?:a|button|q|label|code|svg|script|style)\b.*?</(?:a|button|q|label|code|svg|script|style)>|<[^>]*>)",
    re.DOTALL,
)
"""Tags, and elements in whose text no link may stand: links, controls, and quotations, which are the source's."""


def glossary(renderer: Renderer, here: Here) -> str:
    """Every term that stands in a source document, with what it means, and the units that want explaining."""
    return renderer.fill(
        "glossary.html", here, terms=renderer.register.glossary, units_explained=renderer.lists.units_explained
    )


def glossary_words(renderer: Renderer, here: Here) -> dict[str, str]:
    """The words of the glossary as pages of a language write them, each with the id of its term, the longest first.

    A word that begins a label or a sentence has a capital.
    """
    language = here.language
    found: dict[str, str] = {}
    for one in renderer.register.glossary:
        own = one.in_chinese if language.is_chinese else one.in_english if language.is_english else ()
        for word in own:
            found.setdefault(word, one.id)
            found.setdefault(f"{word[:1].upper()}{word[1:]}", one.id)
    return {word: found[word] for word in sorted(found, key=len, reverse=True)}


def with_glossary_links(html: str, renderer: Renderer, here: Here) -> str:
    """HTML in which the first use of each term in a paragraph leads to its explanation."""
    words = {word: ident for word, ident in glossary_words(renderer, here).items() if word in html}
    if not words:
        return html
    pattern = words_pattern(words, here)
    seen: set[str] = set()

    def link(found: re.Match[str]) -> str:
        ident = words[found[0]]
        if ident in seen:
            return found[0]
        seen.add(ident)
        return f'<a class="term" href="{here.link(addresses.GLOSSARY_PAGE)}#term-{ident}">{found[0]}</a>'

    def paragraph(found: re.Match[str]) -> str:
        if not pattern.search(found[0]):
            return found[0]
        pieces = NO_LINK_IN.split(found[0])
        return "".join(piece if at % 2 else pattern.sub(link, piece) for at, piece in enumerate(pieces))

    return PARAGRAPH.sub(paragraph, html)


def words_pattern(words: Iterable[str], here: Here) -> re.Pattern[str]:
    """What finds any of some words as they stand in a language."""
    bound = "" if here.language.is_chinese else r"\b"
    return re.compile(bound + f"(?:{'|'.join(map(re.escape, words))})" + bound)


def terms_of_labels(renderer: Renderer, here: Here, figures: Iterable[PublishedFigure]) -> list[tuple[str, str]]:
    """The terms that labels of figures use, each as a word and an id: labels are links and lead to no explanation."""
    words = glossary_words(renderer, here)
    if not words:
        return []
    labels = "\n".join(renderer.text(one.figure.label, here.language) for one in figures)
    found = dict[str, str]()
    for word in words_pattern(words, here).findall(labels):
        within = f"{word[:1].lower()}{word[1:]}"
        found.setdefault(words[word], within if within in words else word)
    return [(word, ident) for ident, word in found.items()]


def terms_in(texts: Sequence[str], terms: Sequence[ExplainedTerm]) -> list[ExplainedTerm]:
    """The terms that stand in some texts in Chinese."""
    whole = "\n".join(texts)
    return [one for one in terms if any(word in whole for word in one.in_chinese)]
