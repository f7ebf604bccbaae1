"""``datapackage.json`` (Data Package v2, https://datapackage.org): every table with its schema, size and hash."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from typing import Any

from macros.exports.in_languages import both, chosen
from macros.exports.table import Column, Dataset, Root, Row
from macros.exports.writers import json_bytes
from macros.records.addresses import DATA_PAGE
from macros.register.register import Register
from macros.text.languages import Bilingual

PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
RESOURCE_PROFILE = "https://datapackage.org/profiles/2.0/dataresource.json"
SCHEMA_PROFILE = "https://datapackage.org/profiles/2.0/tableschema.json"

Tables = Sequence[tuple[Dataset, Sequence[Row]]]


def package_json(register: Register, tables: Tables, files: Mapping[str, bytes], root: Root) -> bytes:
    """The package of the CSV tables in ``files``.

    A licence is stated only in the bureau's words, in ``description``: ``licenses`` wants a licence's own name or
    address, and nobody has given one. A home page is stated only where the site's address is known.
    """
    bureau = register.bureau
    terms = bureau.data_terms
    package: dict[str, Any] = {
        "$schema": PROFILE,
        "name": "public-record",
        "title": both(chosen(register, bureau.site_name)),
        "description": both(
            chosen(
                register, Bilingual(f"数据使用条款：{terms.zh}", f"Terms for reuse of the data: {terms.en or terms.zh}")
            )
            if terms
            else chosen(
                register, Bilingual("数据使用条款：尚未公布。", "Terms for reuse of the data: not yet published.")
            )
        ),
        "contributors": [{"title": both(chosen(register, bureau.name)), "roles": ["publisher"]}],
        "resources": [resource(dataset, files[f"{DATA_PAGE}{dataset.name}.csv"]) for dataset, _ in tables],
    }
    if root.address:
        package["homepage"] = root.link(DATA_PAGE)
    return json_bytes(package)


def resource(dataset: Dataset, content: bytes) -> dict[str, Any]:
    """A table as a resource: where it is, how large, its SHA-256, and what its columns hold."""
    return {
        "$schema": RESOURCE_PROFILE,
        "name": dataset.name,
        "type": "table",
        "path": f"{dataset.name}.csv",
        "title": both(dataset.title),
        "description": both(dataset.about),
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(content),
        "hash": f"sha256:{hashlib.sha256(content).hexdigest()}",
        "schema": schema(dataset),
    }


def schema(dataset: Dataset) -> dict[str, Any]:
    """What the columns hold; ``id`` identifies a row, and other columns refer to rows of other tables."""
    keys = [
        {"fields": [name], "reference": {"fields": ["id"]} | ({"resource": other} if other != dataset.name else {})}
        for name, other in dataset.keys.items()
    ]
    described: dict[str, Any] = {
        "$schema": SCHEMA_PROFILE,
        "fields": [field(column) for column in dataset.columns],
        "primaryKey": ["id"],
    }
    return described | ({"foreignKeys": keys} if keys else {})


def field(one: Column) -> dict[str, Any]:
    """One column."""
    described: dict[str, Any] = {
        "name": one.name,
        "type": one.type,
        "title": both(one.title),
        "description": both(one.about),
    }
    return described | ({"constraints": {"required": True}} if one.required else {})
