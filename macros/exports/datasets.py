"""Every dataset, declared once: tables, workbooks, schemas and the page of datasets are all made from here."""

from __future__ import annotations

from macros.exports import text_datasets as text
from macros.exports import work_datasets as work

DATASETS = (
    work.FIGURES,
    work.WORK_AREAS,
    work.PROJECTS,
    work.COMMISSIONERS,
    work.PLACES,
    work.BASES,
    work.COMPANIES,
    work.ALLIANCES,
    work.ACTIVITIES,
    work.COMMITMENTS,
    work.EVALUATIONS,
    work.LISTS,
    text.SOURCES,
    text.EMENDATIONS,
    text.EDITORS_NOTES,
    text.ERRATA,
    text.CATALOGUE,
    text.VOCABULARY,
)
"""In the order in which they are listed."""

BY_NAME = {one.name: one for one in DATASETS}
