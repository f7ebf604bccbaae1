"""Every file of open data, by its address on the site: the same in every language."""

from __future__ import annotations

from macros.exports import datapackage, dcat, feeds, machine, records
from macros.exports.datapackage import Tables
from macros.exports.datasets import datasets_of
from macros.exports.table import Root
from macros.exports.workbook import as_workbook
from macros.exports.writers import as_csv, table_json
from macros.records.addresses import DATA_PAGE
from macros.register.register import Register
from macros.text.languages import Bilingual


def export_files(register: Register, root: Root) -> dict[str, bytes]:
    """Every file made from the register; ``root`` is where the site is published, if that is known."""
    tables = [(dataset, list(dataset.rows(register, root.link))) for dataset in datasets_of(register)]
    files = table_files(register, tables)
    files[f"{DATA_PAGE}datapackage.json"] = datapackage.package_json(register, tables, files, root)
    files[f"{DATA_PAGE}catalogue.jsonld"] = dcat.catalogue_jsonld(register, files, root)
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
    title = Bilingual(register.bureau.site_name.zh, register.bureau.site_name.en)
    files[f"{DATA_PAGE}all.xlsx"] = as_workbook(tables, title, terms)
    return files


def reuse_terms(register: Register) -> Bilingual:
    """On what terms the data may be used again, as the bureau says, or that it has not said."""
    word = register.interface
    label, colon, terms = word["data-terms"], word["colon"], register.bureau.data_terms or word["not-yet-stated"]
    return Bilingual(f"{label.zh}{colon.zh}{terms.zh}", f"{label.en}{colon.en}{terms.en}")
