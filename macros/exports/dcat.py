"""``catalogue.jsonld``: the datasets as a catalogue in DCAT 3, for portals that harvest.

Mandatory in DCAT-AP: title, description and publisher of the catalogue, title and description of each dataset, and
``accessURL`` of each distribution. Addresses are relative to the file itself, so that they hold wherever it is.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import Any

from macros.exports.in_languages import chosen, datasets_of
from macros.exports.table import Dataset, Root
from macros.exports.tables.documents import ATTACHMENTS_TABLE
from macros.exports.writers import json_bytes
from macros.records.addresses import DATA_PAGE
from macros.register.register import Register
from macros.text.languages import TRADITIONAL, Bilingual

CONTEXT = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "spdx": "http://spdx.org/rdf/terms#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
MEDIA = "https://www.iana.org/assignments/media-types/"
MEDIA_TYPES = {
    "csv": "text/csv",
    "json": "application/json",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
"""The forms of every dataset, by the ending of the file's name."""
ATTACHED_MEDIA = {
    **MEDIA_TYPES,
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "doc": "application/msword",
    "xls": "application/vnd.ms-excel",
    "wps": "application/vnd.ms-works",
    "png": "image/png",
    "jpg": "image/jpeg",
    "html": "text/plain",
}
"""Types of the files beside documents, by ending; there is none for .ofd. A web page is offered as text."""


def catalogue_jsonld(register: Register, files: Mapping[str, bytes], root: Root) -> bytes:
    """The catalogue of the tables in ``files``. Terms for reuse are given as the bureau's own words, if it has any."""
    bureau = register.bureau
    publisher = {"@type": "foaf:Agent", "foaf:name": tagged(chosen(register, bureau.name))}
    rights = (
        {"dct:rights": {"@type": "dct:RightsStatement", "dct:description": tagged(chosen(register, bureau.data_terms))}}
        if bureau.data_terms
        else {}
    )
    return json_bytes(
        {
            "@context": CONTEXT,
            "@id": "catalogue.jsonld",
            "@type": "dcat:Catalog",
            "dct:title": tagged(chosen(register, bureau.site_name)),
            "dct:description": tagged(chosen(register, register.interface["data-summary"])),
            "dct:publisher": publisher,
            "dct:language": [one.tag for one in register.languages if one is not TRADITIONAL],
            "foaf:homepage": {"@id": root.named("../")},
            **rights,
            "dcat:dataset": [
                with_files(made, register, root) if made["dct:identifier"] == ATTACHMENTS_TABLE.name else made
                for made in (dataset(one, publisher, rights, files, root) for one in datasets_of(register))
            ],
        }
    )


def dataset(
    one: Dataset, publisher: Any, rights: Mapping[str, Any], files: Mapping[str, bytes], root: Root
) -> dict[str, Any]:
    """One dataset and the forms it can be had in."""
    return {
        "@id": f"catalogue.jsonld#{one.name}",
        "@type": "dcat:Dataset",
        "dct:identifier": one.name,
        "dct:title": tagged(one.title),
        "dct:description": tagged(one.about),
        "dct:publisher": publisher,
        "dcat:landingPage": {"@id": root.named(f"./#{one.name}")},
        **rights,
        "dcat:distribution": [
            distribution(f"{one.name}.{ending}", media, files[f"{DATA_PAGE}{one.name}.{ending}"], root)
            for ending, media in MEDIA_TYPES.items()
        ],
    }


def distribution(name: str, media: str, content: bytes, root: Root) -> dict[str, Any]:
    """One form of a dataset."""
    return downloadable(name, name, media, len(content), hashlib.sha256(content).hexdigest(), root)


def with_files(made: dict[str, Any], register: Register, root: Root) -> dict[str, Any]:
    """The dataset of the files beside documents, with each of these files."""
    found = [
        downloadable(
            one.name,
            f"../{one.address}",
            ATTACHED_MEDIA.get(one.ending, "application/octet-stream"),
            one.file.size,
            one.file.sha256,
            root,
        )
        for one in register.all_beside
    ]
    return {**made, "dcat:distribution": [*made["dcat:distribution"], *found]}


def downloadable(title: str, address: str, media: str, size: int, sha256: str, root: Root) -> dict[str, Any]:
    """One file: where it is, its media type, its size in bytes, its SHA-256."""
    return {
        "@id": address,
        "@type": "dcat:Distribution",
        "dct:title": title,
        "dcat:accessURL": {"@id": root.named("./")},
        "dcat:downloadURL": {"@id": address},
        "dcat:mediaType": {"@id": f"{MEDIA}{media}"},
        "dcat:byteSize": {"@type": "xsd:nonNegativeInteger", "@value": str(size)},
        "spdx:checksum": {
            "@type": "spdx:Checksum",
            "spdx:algorithm": {"@id": "spdx:checksumAlgorithm_sha256"},
            "spdx:checksumValue": {"@type": "xsd:hexBinary", "@value": sha256},
        },
    }


def tagged(words: Bilingual) -> list[dict[str, str]]:
    """The same words in Chinese and English, or what there is of them."""
    texts = (("zh-Hans", words.zh), ("en", words.en))
    return [{"@language": tag, "@value": text} for tag, text in texts if text]
