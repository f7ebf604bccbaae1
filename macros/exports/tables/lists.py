"""The tables of things named in lists, ``lists``, ``places``, ``bases`` and ``companies``: columns and rows."""

from __future__ import annotations

from collections.abc import Iterator

from macros.exports.table import Dataset, Link, Row, Rows
from macros.exports.tables import columns as c
from macros.exports.tables.columns import column
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


def company_rows(register: Register, link: Link) -> Iterator[Row]:
    """Every mention of an enterprise by name: in a list of enterprises, or as the one that carries out a project."""
    for row in listed_rows(("company",))(register, link):
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


def named_things(name: str, title: Bilingual, about: Bilingual, *kinds: str) -> Dataset:
    """A table of the things named in lists of some kinds, or of all."""
    return Dataset(
        name,
        title,
        about,
        (c.ID, c.KIND, *c.NAMED_COLUMNS[1:]),
        listed_rows(kinds),
        {**IN_AREA, "total": "figures"},
    )


LISTS_TABLE = named_things(
    "lists",
    Bilingual("名单", "Lists"),
    Bilingual(
        "全部名单的各项，一行一项：问题、步骤、地点、品种、主题、单位等，种类见 kind 列。",
        "Every item of every list, one a row: questions, steps, places, breeds, topics, institutions, by kind.",
    ),
)
PLACES_TABLE = named_things(
    "places",
    Bilingual("派往地点", "Places"),
    Bilingual(
        "原文列出名称的派往地点，一行一个；总数见 total 列所指的数据。",
        "Places that the source names, one a row; the column total leads to the figure that counts all of them.",
    ),
    "place",
)
BASES_TABLE = named_things(
    "bases",
    Bilingual("基地", "Bases"),
    Bilingual(
        "原文列出名称的示范基地，一行一个；总数见 total 列所指的数据。",
        "Demonstration bases that the source names, one a row; the column total leads to the figure that counts all.",
    ),
    "base",
)
COMPANIES_TABLE = Dataset(
    "companies",
    Bilingual("企业", "Enterprises"),
    Bilingual(
        "原文点名的企业，每提到一次为一行：列入名单，或承担项目。",
        "Enterprises that the source names, a row for each mention: in a list, or as carrying out a project.",
    ),
    (
        c.ID,
        *c.LABELS,
        c.WORK_AREA,
        c.RECORD,
        column("list", "名单", "List", ("所在名单的编号", "Id of the list it stands in")),
        column("project", "承担项目", "Project", ("承担项目的编号", "Id of the project it carries out")),
        *c.PROOF_COLUMNS,
    ),
    company_rows,
    {**IN_AREA, "project": "projects"},
)
