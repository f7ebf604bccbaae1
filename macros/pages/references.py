"""What a record page refers to: sentences, documents, its neighbours, its other languages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from macros.pages.rendering import Here, Renderer
from macros.records import addresses
from macros.records.kinds import Kind
from macros.records.paged_record import Content
from macros.records.shared_parts import citations_of
from macros.register.register import Register
from macros.text.languages import Language


def sentences_cited(register: Register, records: Sequence[Any]) -> list[str]:
    """Every sentence the records rest on, in the order of their documents."""
    cited = {one.sentence for record in records for one in citations_of(record)}
    return sorted(cited & register.sentence_order.keys(), key=register.sentence_order.__getitem__)


def documents_cited(register: Register, records: Sequence[Any]) -> list[dict[str, Any]]:
    """The documents that the records rest on."""
    idents = dict.fromkeys(one.partition("#")[0] for one in sentences_cited(register, records))
    return [
        {"document": register.texts[ident].document, "address": addresses.document_address(ident)} for ident in idents
    ]


def neighbours(
    renderer: Renderer, kind: Kind, ident: str, records: Mapping[str, Content], here: Here
) -> dict[str, Any]:
    """The records before and after this one."""
    order = renderer.lists.orders[kind.place]

    def step(by: int) -> dict[str, str] | None:
        other = order.step(ident, by)
        if other is None:
            return None
        title = renderer.text(records[other].title, here.language)
        return {"address": addresses.record_address(kind, other), "title": title}

    return {"previous": step(-1), "next": step(1)}


def languages_of(here: Here, address: str, languages: Sequence[Language]) -> list[dict[str, str]]:
    """A page in every language."""
    return [
        {"href": here.link(address, language), "tag": language.tag, "name": language.name} for language in languages
    ]
