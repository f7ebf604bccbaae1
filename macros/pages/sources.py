"""The pages of source documents: all of them, and one as running text, with its changes, notes and verbatim text."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import Any

from macros.pages.erratum_rows import errata_on
from macros.pages.glossary import terms_in
from macros.pages.marked_text import (
    MarkedStretch,
    by_paragraph,
    emendation_of,
    marked_chinese,
    marked_translation,
    numbers_shown,
)
from macros.pages.rendering import Here, Renderer
from macros.records import addresses
from macros.records.document import Sentence
from macros.records.emended_lines import as_received
from macros.register.numbers_in_text import SORTS, NumberInText


def sources(renderer: Renderer, here: Here) -> str:
    """The source documents."""
    register = renderer.register
    page = renderer.lists.on(here.address)
    texts = ((ident, register.texts[ident]) for ident in page.rows)
    return renderer.fill(
        "sources.html",
        here,
        page=page,
        documents=[
            {
                "id": ident,
                "document": text.document,
                "address": addresses.document_address(ident),
                "counted": register.sentences_used(ident),
                "places": sum(1 for _ in text.changes()),
            }
            for ident, text in texts
        ],
    )


def document(renderer: Renderer, here: Here, ident: str) -> str:
    """A source document: its text with numbers, changes and notes marked, and the verbatim text; or a part of these."""
    register = renderer.register
    text = register.texts[ident]
    page = renderer.lists.on(here.address)
    (shown,) = page.rows
    places: Counter[str] = Counter()
    where: defaultdict[str, list[str]] = defaultdict(list)
    for sentence, _, emendation in text.changes():
        places[emendation.id] += 1
        if sentence.id not in where[emendation.id]:
            where[emendation.id].append(sentence.id)
    word = renderer.interface(here.language)
    files = register.files_beside(ident)
    return renderer.fill(
        "document.html",
        here,
        id=ident,
        page=page,
        part_shown=shown,
        text=text,
        document=text.document,
        download=addresses.verbatim_address(ident, text.document.verbatim),
        used=register.sentences_used(ident),
        covered=register.numbers_covered(ident),
        files=files,
        left_out=[
            (word(f"left-out-{one.why}"), one.shown) for file in files if not file.title for one in file.file.left_out
        ],
        sentence_of={one.id: one for one in text.document.sentences()},
        levels={section.heading.id: section.level for section in text.document.sections},
        places=sum(places.values()),
        errata=errata_on(register, (ident,)),
        changes=[
            {
                "emendation": one,
                "received": as_received(one.stood, text.document, (line for _, line in text.lines)),
                "count": places[one.id],
                "sentences": where[one.id],
            }
            for one in shown.emendations
        ],
        terms=terms_in([one.zh for one in text.document.sentences()], register.glossary),
        **what_is_marked(renderer, here, ident),
    )


def what_is_marked(renderer: Renderer, here: Here, ident: str) -> dict[str, Any]:
    """What the page of a document marks its text with: numbers, changes, and where each of them stands."""
    register = renderer.register
    text = register.texts[ident]
    numbers = register.numbers_in_text.get(ident, ())
    shown = numbers_shown(numbers)
    together = {one.id: at for at, group in enumerate(text.document.paragraphs) for one in group}

    def link(anchor: str) -> str:
        address = register.place(ident, anchor)
        return f"#{anchor}" if address.partition("#")[0] == here.address else here.link(address)

    def in_chinese(anchor: str) -> str:
        return addresses.with_file(here.asset(register.place(ident, anchor)), here.index)

    def link_to_number(one: NumberInText) -> str:
        return f"{link(one.source.partition('#')[2]).partition('#')[0]}#{one.anchor}"

    def chinese(one: Sentence) -> list[MarkedStretch]:
        return list(marked_chinese(text.runs[one.id], shown.get(f"{ident}#{one.id}", ())))

    def translated(one: Sentence) -> object:
        numbers_of_it = shown.get(f"{ident}#{one.id}", ())
        return marked_translation(here.language.text(one), numbers_of_it, here.language)

    return {
        "at": link,
        "in_chinese": in_chinese,
        "to_number": link_to_number,
        "chinese": chinese,
        "translated": translated,
        "lacks": here.language.lacks,
        "emendation_of": emendation_of,
        "paragraphs": lambda sentences: by_paragraph(sentences, together),
        "numbers": numbers,
        "sorts": [sort for sort in SORTS[:2] if any(one.sort == sort for one in numbers)],
    }
