"""The pages of source documents: all of them, and one with its edition, notes and verbatim text."""

from __future__ import annotations

from collections import Counter, defaultdict
from functools import partial

from macros.pages.erratum_rows import errata_on
from macros.pages.rendering import Here, Renderer
from macros.records import addresses


def sources(renderer: Renderer, here: Here) -> str:
    """The source documents."""
    page = renderer.lists.on(here.address)
    texts = ((ident, renderer.register.texts[ident]) for ident in page.rows)
    return renderer.fill(
        "sources.html",
        here,
        page=page,
        documents=[
            {
                "id": ident,
                "document": text.document,
                "address": addresses.document_address(ident),
                "sentences": len(text.document.text_sentences()),
                "places": sum(1 for _ in text.changes()),
            }
            for ident, text in texts
        ],
    )


def document(renderer: Renderer, here: Here, ident: str) -> str:
    """A source document: the edition with its emendations and notes, and the verbatim text; or one part of these."""
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
    used, total = register.document_coverage(ident)
    word = renderer.interface(here.language)
    files = register.files_beside(ident)
    return renderer.fill(
        "document.html",
        here,
        id=ident,
        page=page,
        part_shown=shown,
        place=partial(register.place, ident),
        text=text,
        document=text.document,
        download=addresses.verbatim_address(ident, text.document.verbatim),
        used=used,
        total=total,
        covered=register.numbers_covered(ident),
        files=files,
        left_out=[
            (word(f"left-out-{one.why}"), one.shown) for file in files if not file.title for one in file.file.left_out
        ],
        sentence_of={one.id: one for one in text.document.sentences()},
        levels={section.heading.id: section.level for section in text.document.sections},
        places=sum(places.values()),
        errata=errata_on(register, (ident,)),
        changes=[{"emendation": one, "count": places[one.id], "sentences": where[one.id]} for one in shown.emendations],
    )
