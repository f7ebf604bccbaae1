"""The table ``lists`` of things named in lists, and the rows of those that hold some of them."""

from __future__ import annotations

from collections.abc import Iterator

from macros.exports.table import Dataset, Link, Row, Rows
from macros.exports.tables import columns as c
from macros.exports.tables.projects import project_rows
from macros.exports.tables.shared import IN_AREA, label_cells, mark_of, proof_cells
from macros.records.addresses import record_address
from macros.records.shared_parts import full_id, item_citation
from macros.register.catalogue import paged_records
from macros.register.register import Register
from macros.text.languages import Bilingual


def listed_rows(kinds: tuple[str, ...] = ()) -> Rows:
    """Every named thing in the lists of some kinds, or of all."""

    def rows(register: Register, link: Link) -> Iterator[Row]:
        for kind, ident, record, area in paged_records(register):
            mark = mark_of(kind, ident, register)
            for listing in record.lists:
                if kinds and listing.kind not in kinds:
                    continue
                for item in listing.items:
                    cited = item_citation(listing, item, ())
                    yield {
                        "id": f"{ident}.{listing.id}.{item.id}",
                        "kind": listing.kind,
                        **label_cells(item),
                        "work_area": area,
                        "record": ident,
                        "list": listing.id,
                        "total": listing.of and full_id(ident, listing.of),
                        "open_ended": listing.open_ended,
                        **proof_cells(cited.sentence, cited.quote),
                        "url": link(f"{record_address(kind, ident, area)}#{mark}list-{listing.id}"),
                    }

    return rows


def carrier_rows(kind: str) -> Rows:
    """Every mention of a body by name: in a list of some kind, or as the one that carries out a project."""

    def rows(register: Register, link: Link) -> Iterator[Row]:
        for row in listed_rows((kind,))(register, link):
            yield dict(row) | {"project": None}
        for row in project_rows(register, link):
            yield {
                "id": f"{row['id']}.company",
                "label_zh": row["company_zh"],
                "label_en": row["company_en"],
                "list": None,
                "project": row["id"],
                **{name: row[name] for name in ("work_area", "record", "source", "sentence", "quote", "url")},
            }

    return rows


LISTS_TABLE = Dataset(
    "lists",
    Bilingual("名单", "Lists"),
    Bilingual(
        "全部名单的各项，一行一项，并注明名单的种类。",
        "Every item of every list, one a row, by kind.",
    ),
    (c.ID, c.KIND, *c.NAMED_COLUMNS[1:]),
    listed_rows(),
    {**IN_AREA, "total": "figures"},
)
