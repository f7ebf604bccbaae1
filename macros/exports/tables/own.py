"""The tables that a bureau declares (vocabulary/tables.yml): some of the figures, or of the things named in lists."""

from __future__ import annotations

from collections.abc import Mapping

from macros.exports.table import Column, Dataset, Rows
from macros.exports.tables import columns as c
from macros.exports.tables.columns import column
from macros.exports.tables.figures import series_rows
from macros.exports.tables.lists import carrier_rows, listed_rows
from macros.exports.tables.shared import IN_AREA
from macros.records.vocabulary import OwnTable
from macros.register.register import Register
from macros.text.languages import Bilingual

CARRIER_COLUMNS = (
    c.ID,
    *c.LABELS,
    c.WORK_AREA,
    c.RECORD,
    column("list", "名单", "List", ("所在名单的编号", "Id of the list it stands in")),
    column("project", "承担项目", "Project", ("承担项目的编号", "Id of the project it carries out")),
    *c.PROOF_COLUMNS,
)


def own_tables(register: Register) -> tuple[Dataset, ...]:
    """The bureau's own tables, in its order."""
    return tuple(own_table(one) for one in register.tables)


def own_table(one: OwnTable) -> Dataset:
    """One of them: its rows and columns by what it is said to hold."""
    columns, rows, keys = content_of(one)
    return Dataset(one.id, Bilingual(one.zh, one.en), one.about, columns, rows, {**IN_AREA, **keys}, declared=True)


def content_of(one: OwnTable) -> tuple[tuple[Column, ...], Rows, Mapping[str, str]]:
    """The columns of a table, its rows, and the columns that name rows of others."""
    if one.series:
        return c.FIGURE_COLUMNS, series_rows(one.series), {}
    if one.carriers:
        return CARRIER_COLUMNS, carrier_rows(one.carriers), {"project": "projects"}
    return (c.ID, c.KIND, *c.NAMED_COLUMNS[1:]), listed_rows(tuple(one.lists)), {"total": "figures"}
