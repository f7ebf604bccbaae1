"""Every dataset of a register: tables, workbooks, schemas and the page of datasets are all made from here."""

from __future__ import annotations

from dataclasses import replace

from macros.exports.table import Dataset
from macros.exports.tables import (
    annual_reports,
    catalogue,
    cells,
    commitments,
    documents,
    errata,
    figures,
    lists,
    own,
    projects,
    records,
    sections,
    vocabulary,
)
from macros.records.addresses import DATA_PAGE
from macros.register.register import Register

FIRST = (figures.FIGURES_TABLE, records.WORK_AREAS_TABLE, projects.PROJECTS_TABLE)
"""Those before the bureau's own; all in the order in which they are listed."""
LAST = (
    commitments.COMMITMENTS_TABLE,
    figures.EVALUATIONS_TABLE,
    lists.LISTS_TABLE,
    documents.SOURCES_TABLE,
    documents.EMENDATIONS_TABLE,
    documents.EDITORS_NOTES_TABLE,
    documents.ATTACHMENTS_TABLE,
    cells.TABLE_CELLS_TABLE,
    annual_reports.ANNUAL_REPORTS_TABLE,
    errata.ERRATA_TABLE,
    catalogue.CATALOGUE_TABLE,
    vocabulary.VOCABULARY_TABLE,
)
STANDING = frozenset({"figures", "work-areas", "sources", "errata", "catalogue", "vocabulary"})
"""Tables that exist though empty: an empty table of corrections says that there are none."""


def datasets_held(register: Register) -> tuple[Dataset, ...]:
    """The datasets of a register: those with rows, those that pages always offer, and those that were published."""
    tables = (*FIRST, *own.own_tables(register), *sections.section_tables(register), *LAST)
    found = [
        one
        for one in tables
        if one.name in STANDING
        or f"{DATA_PAGE}{one.name}.csv" in register.files_published
        or next(iter(one.rows(register, str)), None) is not None
    ]
    names = {one.name for one in found}
    return tuple(
        replace(
            one,
            keys={name: other for name, other in one.keys.items() if other in names},
            columns=tuple(each for each in one.columns if each is not catalogue.FILES_COLUMN or register.all_beside),
        )
        for one in found
    )


def by_name(register: Register) -> dict[str, Dataset]:
    """The datasets of a register by name."""
    return {dataset.name: dataset for dataset in datasets_held(register)}
