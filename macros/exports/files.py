"""Every file of open data, by its address on the site: the same in every language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from macros.exports import datapackage, dcat, document_tables, feeds, machine, records
from macros.exports.datapackage import Tables
from macros.exports.in_languages import chosen, datasets_of, rows_as_published
from macros.exports.table import Root
from macros.exports.workbook import as_workbook
from macros.exports.writers import as_csv, table_json
from macros.records.addresses import DATA_PAGE
from macros.register.register import Register
from macros.text.languages import Bilingual

MOST_ROWS = 5000
"""Rows of all tables up to which a page tells how large the workbook of all of them is."""


@dataclass(frozen=True)
class Tabulated:
    """How many rows each table of a site has and, where they are few, the workbook of all tables."""

    counts: Mapping[str, int]
    workbook: bytes | None


def tabulated(register: Register, root: Root) -> Tabulated:
    """What a page tells of the tables of a register; ``root`` is where the site is published."""
    tables = all_tables(register, root)
    counts = {dataset.name: len(rows) for dataset, rows in tables}
    few = sum(counts.values()) <= MOST_ROWS
    return Tabulated(counts, whole_workbook(register, tables) if few else None)


def all_tables(register: Register, root: Root) -> Tables:
    """Every dataset with its rows."""
    return [(one, list(rows_as_published(register, one.rows(register, root.link)))) for one in datasets_of(register)]


def export_files(register: Register, root: Root, workbook: bytes | None = None) -> dict[str, bytes]:
    """Every file made from the register; ``root`` is where the site is published, if that is known.

    ``workbook`` is that of all tables, if it has been made.
    """
    tables = all_tables(register, root)
    files = table_files(register, tables)
    files[f"{DATA_PAGE}all.xlsx"] = workbook or whole_workbook(register, tables)
    files[f"{DATA_PAGE}datapackage.json"] = datapackage.package_json(register, tables, files, root)
    files[f"{DATA_PAGE}catalogue.jsonld"] = dcat.catalogue_jsonld(register, files, root)
    files |= dict(document_tables.document_table_files(register))
    files |= records.record_files(register, root)
    files |= feeds.feed_files(register, root)
    files |= machine.root_files(register, root)
    return files


def table_files(register: Register, tables: Tables) -> dict[str, bytes]:
    """Every dataset in every form."""
    terms = reuse_terms(register)
    files = {}
    for dataset, rows in tables:
        files[f"{DATA_PAGE}{dataset.name}.csv"] = as_csv(dataset, rows)
        files[f"{DATA_PAGE}{dataset.name}.json"] = table_json(dataset, rows)
        files[f"{DATA_PAGE}{dataset.name}.xlsx"] = as_workbook([(dataset, rows)], dataset.title, terms)
    return files


def whole_workbook(register: Register, tables: Tables) -> bytes:
    """The workbook of every dataset."""
    return as_workbook(tables, chosen(register, register.bureau.site_name), reuse_terms(register))


def reuse_terms(register: Register) -> Bilingual:
    """On what terms the data may be used again, as the bureau says, or that it has not said."""
    word = register.interface
    label, colon, terms = word["data-terms"], word["colon"], register.bureau.data_terms or word["not-yet-stated"]
    return chosen(register, Bilingual(f"{label.zh}{colon.zh}{terms.zh}", f"{label.en}{colon.en}{terms.en or terms.zh}"))
