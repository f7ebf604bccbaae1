"""Every file of open data, by its address on the site: the same in every language."""

from __future__ import annotations

from macros.exports import datapackage, dcat, document_tables, feeds, machine, records
from macros.exports.datapackage import Tables
from macros.exports.in_languages import chosen, datasets_of, rows_as_published
from macros.exports.table import Root
from macros.exports.workbook import as_workbook
from macros.exports.writers import as_csv, table_json
from macros.records.addresses import DATA_PAGE
from macros.register.register import Register
from macros.text.languages import Bilingual


def export_files(register: Register, root: Root) -> dict[str, bytes]:
    """Every file made from the register; ``root`` is where the site is published, if that is known."""
    tables = [(one, list(rows_as_published(register, one.rows(register, root.link)))) for one in datasets_of(register)]
    files = table_files(register, tables)
    files[f"{DATA_PAGE}datapackage.json"] = datapackage.package_json(register, tables, files, root)
    files[f"{DATA_PAGE}catalogue.jsonld"] = dcat.catalogue_jsonld(register, files, root)
    files |= dict(document_tables.document_table_files(register))
    files |= records.record_files(register, root)
    files |= feeds.feed_files(register, root)
    files |= machine.root_files(register, root)
    return files


def table_files(register: Register, tables: Tables) -> dict[str, bytes]:
    """Every dataset in every form, and one workbook of all."""
    terms = reuse_terms(register)
    files = {}
    for dataset, rows in tables:
        files[f"{DATA_PAGE}{dataset.name}.csv"] = as_csv(dataset, rows)
        files[f"{DATA_PAGE}{dataset.name}.json"] = table_json(dataset, rows)
        files[f"{DATA_PAGE}{dataset.name}.xlsx"] = as_workbook([(dataset, rows)], dataset.title, terms)
    files[f"{DATA_PAGE}all.xlsx"] = whole_workbook(register, tables)
    return files


def whole_workbook(register: Register, tables: Tables) -> bytes:
    """The workbook of every dataset."""
    return as_workbook(tables, chosen(register, register.bureau.site_name), reuse_terms(register))


def reuse_terms(register: Register) -> Bilingual:
    """On what terms the data may be used again, as the bureau says, or that it has not said."""
    word = register.interface
    label, colon, terms = word["data-terms"], word["colon"], register.bureau.data_terms or word["not-yet-stated"]
    return chosen(register, Bilingual(f"{label.zh}{colon.zh}{terms.zh}", f"{label.en}{colon.en}{terms.en or terms.zh}"))
