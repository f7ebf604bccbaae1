"""What a page tells machines of itself, in the vocabulary of schema.org, as JSON-LD.

Addresses are absolute where the bureau has stated the site's, else relative to the page. What nobody has stated is
left out: a page of a document without a date has no date here either.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

from markupsafe import Markup

from macros.exports.datasets import by_name, datasets_held
from macros.exports.dcat import MEDIA_TYPES
from macros.exports.in_languages import dataset_of
from macros.exports.table import Dataset, Root
from macros.pages.rendering import Here
from macros.records import addresses
from macros.records.document import Document
from macros.records.kinds import DOCUMENTS
from macros.register.catalogue import CatalogueItem
from macros.register.register import Register

JsonNode = dict[str, Any]

ABOVE = {
    addresses.WORK_AREA_INDEX: "work-areas",
    addresses.SOURCES_INDEX: "sources",
}
"""The pages that record pages stand below, and what they are called."""

DATASET_ON = {
    addresses.FIGURES_PAGE: "figures",
    addresses.CORRECTIONS_PAGE: "errata",
    addresses.CATALOGUE_PAGE: "catalogue",
    addresses.ANNUAL_REPORTS_PAGE: "annual-reports",
}
"""The pages that show a whole dataset, and which."""


def script(graph: JsonNode) -> Markup:
    """JSON-LD as it may stand in a page: no character of it can end the element or begin another."""
    text = json.dumps(graph, ensure_ascii=False, separators=(",", ":"))
    for char in "<>&\u2028\u2029":
        text = text.replace(char, f"\\u{ord(char):04x}")
    return Markup(text)  # Nothing is left in it that HTML would obey.


class Linked:
    """What the pages of a site tell of themselves."""

    def __init__(self, register: Register, root: Root) -> None:
        self.register = register
        self.root = root

    def graph(self, here: Here, title: str, description: str, item: CatalogueItem | None) -> JsonNode:
        """The page, its bureau, where it stands, and what it publishes; ``item`` is the record it shows, if any."""
        nodes = [self.bureau(here)]
        if here.base is None:
            nodes += [self.page(here, title, description, item), self.trail(here, title)]
            nodes += [self.dataset(here, dataset_of(self.register, one)) for one in self.datasets_on(here.address)]
            nodes += self.reports(here, item)
        return {"@context": "https://schema.org", "@graph": nodes}

    def datasets_on(self, address: str) -> Sequence[Dataset]:
        """The datasets that a page shows whole; the page of open data lists all."""
        if address == addresses.DATA_PAGE:
            return datasets_held(self.register)
        sections = {one.address: ident for ident, one in self.register.sections.items()}
        name = (DATASET_ON | sections).get(address)
        return (by_name(self.register)[name],) if name else ()

    def url(self, here: Here, target: str) -> str:
        """The address of a page in this page's language."""
        return self.root.link(here.language.prefix + target) if self.root.address else here.link(target)

    def file(self, here: Here, path: str) -> str:
        """The address of a file that is the same in every language."""
        return self.root.link(path) if self.root.address else here.asset(path)

    def bureau(self, here: Here) -> JsonNode:
        """The bureau, with what it has supplied of itself."""
        bureau, text = self.register.bureau, here.language.text
        given = {
            "url": self.root.link("") if self.root.address else None,
            "address": text(bureau.address) if bureau.address else None,
            "telephone": bureau.telephone,
            "email": bureau.email,
        }
        known = {name: value for name, value in given.items() if value is not None}
        return {"@type": "GovernmentOrganization", "@id": self.bureau_id(here), "name": text(bureau.name), **known}

    def bureau_id(self, here: Here) -> str:
        """What the bureau is called by other nodes."""
        return self.url(here, "#bureau")

    def page(self, here: Here, title: str, description: str, item: CatalogueItem | None) -> JsonNode:
        """The page itself, and the documents it rests on."""
        node: JsonNode = {
            "@type": "WebPage",
            "@id": self.url(here, here.address),
            "name": title,
            "description": description,
            "inLanguage": here.language.tag,
            "publisher": {"@id": self.bureau_id(here)},
        }
        documents = (
            [self.url(here, addresses.document_address(document)) for document in item.documents] if item else []
        )
        if documents and item and item.kind is not DOCUMENTS:
            node["isBasedOn"] = [{"@id": f"{document}#document"} for document in documents]
        return node

    def trail(self, here: Here, title: str) -> JsonNode:
        """The way from the home page to this one."""
        text, words = here.language.text, self.register.interface
        steps = [(text(words["home"]), "")]
        own = {one.address: f"section-{ident}" for ident, one in self.register.sections.items()}
        for section, word in (ABOVE | own).items():
            if here.address.startswith(section) and here.address != section:
                steps.append((text(words[word]), section))
        if here.address:
            steps.append((title, here.address))
        return {
            "@type": "BreadcrumbList",
            "itemListElement": [
                {"@type": "ListItem", "position": place, "name": name, "item": {"@id": self.url(here, target)}}
                for place, (name, target) in enumerate(steps, 1)
            ],
        }

    def reports(self, here: Here, item: CatalogueItem | None) -> Iterator[JsonNode]:
        """The documents that a record rests on, or the document that the page shows."""
        for ident in item.documents if item else ():
            document = self.register.texts[ident].document
            shown = item is not None and item.kind is DOCUMENTS
            address = self.url(here, addresses.document_address(ident))
            node: JsonNode = {
                "@type": "Report",
                "@id": f"{address}#document",
                "name": here.language.text(document.title),
                "url": address,
                "inLanguage": "zh",
                "author": {"@type": "GovernmentOrganization", "name": here.language.text(document.issuer)},
            }
            yield node | (self.particulars(here, ident, document) if shown else {})

    def particulars(self, here: Here, ident: str, document: Document) -> JsonNode:
        """What is known of a document."""
        given = {
            "dateCreated": document.date.isoformat() if document.date else None,
            "datePublished": f"{document.published:%Y-%m-%dT%H:%M}+08:00" if document.published else None,
            "reportNumber": document.document_number,
            "identifier": document.index_number,
        }
        verbatim = self.file(here, addresses.verbatim_address(ident, document.verbatim))
        encoding = {"@type": "MediaObject", "contentUrl": verbatim, "encodingFormat": "text/plain"}
        return {name: value for name, value in given.items() if value is not None} | {"encoding": encoding}

    def dataset(self, here: Here, one: Dataset) -> JsonNode:
        """A dataset, in every form it can be had in, on the bureau's terms if it has stated any."""
        text, terms = here.language.text, self.register.bureau.data_terms
        node: JsonNode = {
            "@type": "Dataset",
            "@id": self.url(here, f"{addresses.DATA_PAGE}#{one.name}"),
            "name": text(one.title),
            "description": one.described(here.language),
            "creator": {"@id": self.bureau_id(here)},
            "isAccessibleForFree": True,
            "distribution": [
                {
                    "@type": "DataDownload",
                    "encodingFormat": media,
                    "contentUrl": self.file(here, f"{addresses.DATA_PAGE}{one.name}.{ending}"),
                }
                for ending, media in MEDIA_TYPES.items()
            ],
        }
        return node | ({"license": {"@type": "CreativeWork", "text": text(terms)}} if terms else {})
