"""Rows of source documents: sentences, emendations, editor's notes; and of corrections."""

from __future__ import annotations

from collections.abc import Iterator

from macros.exports.table import Link, Row
from macros.register.catalogue import catalogue
from macros.register.register import Register
from macros.text.languages import LANGUAGES


def sources(register: Register, link: Link) -> Iterator[Row]:
    """Every sentence of every source document, in order."""
    for ident, text in register.texts.items():
        for section in text.document.sections:
            for place, one in enumerate((section.heading, *section.sentences)):
                reference = f"{ident}#{one.id}"
                yield {
                    "id": reference,
                    "source": ident,
                    "text_zh": one.zh,
                    "text_en": one.en,
                    "heading": place == 0,
                    "uses": len(register.citations.get(reference, ())),
                    "url": link(register.sentence_address(reference)),
                }


def emendations(register: Register, link: Link) -> Iterator[Row]:
    """Every emendation with the places it was made in, and every line left out."""
    for ident, text in register.texts.items():
        places: dict[str, list[str]] = {}
        for sentence, _, emendation in text.changes():
            places.setdefault(emendation.id, []).append(sentence.id)
        for one in text.document.emendations:
            found = places.get(one.id, [])
            yield {
                "id": f"{ident}.{one.id}",
                "source": ident,
                "kind": one.kind,
                "stood": one.stood,
                "printed": one.printed,
                "places": len(found),
                "sentences": " ".join(dict.fromkeys(found)),
                "line": None,
                "why_zh": one.zh,
                "why_en": one.en,
                "url": link(register.place(ident, f"emendation-{one.id}")),
            }
        for line in text.document.omitted:
            yield {
                "id": f"{ident}.line-{line.line}",
                "source": ident,
                "kind": "omitted",
                "stood": line.stood,
                "printed": None,
                "places": 1,
                "sentences": None,
                "line": line.line,
                "why_zh": line.zh,
                "why_en": line.en,
                "url": link(register.place(ident, f"line-{line.line}")),
            }


def editors_notes(register: Register, link: Link) -> Iterator[Row]:
    """Every editor's note."""
    for ident, text in register.texts.items():
        for one in text.document.notes:
            yield {
                "id": f"{ident}.{one.id}",
                "source": ident,
                "sentence": f"{ident}#{one.sentence}",
                "about": one.about,
                "note_zh": one.zh,
                "note_en": one.en,
                "url": link(register.note_address(ident, one)),
            }


def errata(register: Register, link: Link) -> Iterator[Row]:
    """Every correction, newest first."""
    for ident in register.erratum_pages:
        one = register.errata[ident]
        yield {
            "id": ident,
            "figure": one.figure,
            "date": one.date,
            "withdrawn": one.withdrawn is not None,
            "stood_zh": one.stood.zh,
            "stood_en": one.stood.en,
            "stands_zh": one.stands.zh,
            "stands_en": one.stands.en,
            "why_zh": one.why.zh,
            "why_en": one.why.en,
            "url": link(register.erratum_address(ident)),
        }


def catalogue_rows(register: Register, link: Link) -> Iterator[Row]:
    """Everything published, as the catalogue lists it."""
    for one in catalogue(register):
        yield {
            "id": f"{one.kind_name}.{one.id}",
            "kind": one.kind_name,
            "label_zh": one.title.zh,
            "label_en": one.title.en,
            "issuer_zh": "、".join(issuer.zh for issuer in one.issuers),
            "issuer_en": ", ".join(issuer.en for issuer in one.issuers),
            "date": one.date,
            "published": one.published and f"{one.published:%Y-%m-%d %H:%M}",
            "index_number": one.index_number,
            "document_number": one.document_number,
            "work_area": one.work_area,
            "sources": " ".join(one.documents) or None,
            "languages": " ".join(language.tag for language in LANGUAGES),
            "status": " ".join(one.status),
            "url": link(one.address),
        }
