"""What each macro shows. A fragment takes the renderer and the page, and returns HTML."""

from __future__ import annotations

from collections.abc import Callable

from macros.pages.field_reference import fields
from macros.pages.fragments.open_data import catalogue, changes, datasets
from macros.pages.fragments.records import activity, alliance, home, outreach, work_area, work_areas
from macros.pages.fragments.service import feedback, readiness
from macros.pages.fragments.site import contact, corrections, not_stated, search, site_map
from macros.pages.fragments.sources import area_figures, coverage, document, figures, sources
from macros.pages.fragments.whole import whole
from macros.pages.retired import retired

Fragment = Callable[..., str]

FRAGMENTS: dict[str, Fragment] = {
    one.__name__: one
    for one in (
        home,
        work_areas,
        work_area,
        outreach,
        activity,
        alliance,
        whole,
        figures,
        area_figures,
        sources,
        document,
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
        readiness,
        retired,
    )
}
"""The macros that pages in docs/ may call, by name."""
