"""Every dataset, declared once: tables, workbooks, schemas and the page of datasets are all made from here."""

from __future__ import annotations

from macros.exports.tables import (
    catalogue,
    cells,
    commitments,
    documents,
    errata,
    figures,
    lists,
    projects,
    records,
    vocabulary,
)

DATASETS = (
    figures.FIGURES_TABLE,
    records.WORK_AREAS_TABLE,
    projects.PROJECTS_TABLE,
    figures.COMMISSIONERS_TABLE,
    lists.PLACES_TABLE,
    lists.BASES_TABLE,
    lists.COMPANIES_TABLE,
    records.ALLIANCES_TABLE,
    records.ACTIVITIES_TABLE,
    commitments.COMMITMENTS_TABLE,
    figures.EVALUATIONS_TABLE,
    lists.LISTS_TABLE,
    documents.SOURCES_TABLE,
    documents.EMENDATIONS_TABLE,
    documents.EDITORS_NOTES_TABLE,
    errata.ERRATA_TABLE,
    catalogue.CATALOGUE_TABLE,
    vocabulary.VOCABULARY_TABLE,
)
"""In the order in which they are listed."""
WHERE_ANY = (documents.ATTACHMENTS_TABLE, cells.TABLE_CELLS_TABLE)
"""Those that are published only where they hold a row."""

BY_NAME = {dataset.name: dataset for dataset in (*DATASETS, *WHERE_ANY)}
