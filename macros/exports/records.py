"""Every record as a JSON file of its own, for machines that read records rather than tables."""

from __future__ import annotations

from typing import Any

from macros.exports.in_languages import has_english, without_english
from macros.exports.table import Root
from macros.exports.tables.figures import single_value
from macros.exports.writers import json_bytes
from macros.records.addresses import DATA_PAGE
from macros.records.base import Strict
from macros.records.figure import Figure
from macros.records.shared_parts import figures_of
from macros.register.catalogue import CatalogueItem, catalogue_items
from macros.register.register import Register

WORKED_OUT = ("start", "hedged", "per", "shared", "relation", "against", "related")
"""Fields of a figure that are not told as they are, or only where they say something."""


def record_file(item: CatalogueItem) -> str:
    """Where the JSON of a record is."""
    return f"{DATA_PAGE}records/{item.kind.place}/{item.id}.json"


def record_files(register: Register, root: Root) -> dict[str, bytes]:
    """A JSON file for every record, field by field as the bureau's data has it."""

    def shown(record: Strict) -> dict[str, Any]:
        held: dict[str, Any] = content(record) if has_english(register) else without_english(content(record))
        return held

    return {
        record_file(one): json_bytes(
            {"id": one.id, "kind": one.kind_name, "url": root.link(one.address), **shown(one.record)}
        )
        for one in catalogue_items(register)
    }


NOT_WHERE_EMPTY = ("attachments", "framing")
"""Lists that most documents have nothing in; records published before there were any stay as they were."""


def content(record: Strict) -> dict[str, Any]:
    """The fields of a record; what the data leaves out is left out. What is worked out stands with what it is of."""
    made: dict[str, Any] = record.model_dump(exclude_none=True, serialize_as_any=True)
    for name in NOT_WHERE_EMPTY:
        if not made.get(name, True):
            del made[name]
    for given, shown in zip(getattr(record, "commitments", ()), made.get("commitments", ()), strict=True):
        shown["status"] = given.status
    for figure, shown in zip(figures_of(record), made.get("figures", made.get("results", ())), strict=True):
        for name in WORKED_OUT:
            shown.pop(name, None)
        shown |= read_in_source(figure)
    return made


def read_in_source(figure: Figure) -> dict[str, Any]:
    """What is worked out of a figure: its one value, its hedge, what a rate is by, its relation."""
    found = {
        "value": single_value(figure),
        "hedge": figure.hedge,
        "per": figure.per or None,
        "shared": figure.shared or None,
        "relation": figure.relation,
        "against": figure.against or None,
    }
    return {name: value for name, value in found.items() if value is not None}
