"""What each macro shows. A fragment takes the renderer and the page, and returns HTML."""

from __future__ import annotations

from collections.abc import Callable

from macros.pages.about import contact, coverage, not_stated
from macros.pages.annual_reports import annual_reports
from macros.pages.catalogue import catalogue
from macros.pages.changes import changes
from macros.pages.corrections import corrections
from macros.pages.feedback import feedback, survey
from macros.pages.field_reference import fields
from macros.pages.figures import area_figures, figures
from macros.pages.glossary import glossary
from macros.pages.home import home
from macros.pages.open_data import datasets
from macros.pages.readiness import readiness
from macros.pages.retired import retired
from macros.pages.search_results import search
from macros.pages.sections import section, section_record
from macros.pages.site_map import site_map
from macros.pages.sources import document, sources
from macros.pages.whole_record import whole
from macros.pages.work_areas import work_area, work_areas

Fragment = Callable[..., str]

FRAGMENTS: dict[str, Fragment] = {
    one.__name__: one
    for one in (
        home,
        work_areas,
        work_area,
        section,
        section_record,
        whole,
        figures,
        area_figures,
        sources,
        document,
        annual_reports,
        coverage,
        not_stated,
        contact,
        corrections,
        site_map,
        search,
        fields,
        datasets,
        catalogue,
        changes,
        feedback,
        survey,
        readiness,
        glossary,
        retired,
    )
}
"""The macros by name: those that prose may call (rules/prose_macros.py), and those that records' own pages do."""
