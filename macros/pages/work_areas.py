"""The pages of work areas: all of them, and one by itself."""

from __future__ import annotations

from macros.pages.cards import area_cards, own_figures, related_cards
from macros.pages.charts.placing import figures_drawn, record_pictures
from macros.pages.erratum_rows import errata_on
from macros.pages.passages import said_by_record
from macros.pages.references import documents_cited, neighbours, sentences_cited
from macros.pages.rendering import Here, Renderer
from macros.records.kinds import WORK_AREAS
from macros.records.work_area import WorkArea


def work_areas(renderer: Renderer, here: Here) -> str:
    """The overview of work areas."""
    page = renderer.lists.on(here.address)
    return renderer.fill("work_areas.html", here, page=page, areas=area_cards(renderer, page.rows))


def work_area(renderer: Renderer, here: Here, ident: str) -> str:
    """One work area, with the records of its sections; where those take more pages, the further ones list no more."""
    register = renderer.register
    record: WorkArea = register.work_areas[ident]
    page = renderer.lists.on(here.address)
    related = related_cards(renderer, page.rows)
    if page.number > 1:
        return renderer.fill("related.html", here, page=page, record=record, address=page.of, related=related)
    rounds = [
        {"id": name, "record": register.evaluations[name], "figures": own_figures(register, name)}
        for name in renderer.lists.evaluations.get(ident, ())
    ]
    pictures = record_pictures(renderer, here, ident)
    in_area = {one.record: None for one in register.figures_by_area.get(ident, ())}
    return renderer.fill(
        "work_area.html",
        here,
        id=ident,
        record=record,
        said=said_by_record(renderer, here, ident, record, figures_drawn(pictures)),
        evaluations=rounds,
        page=page,
        related=related,
        title=record.title,
        errata=errata_on(register, (ident, *in_area)),
        cited=sentences_cited(register, [record]),
        documents=documents_cited(register, [record]),
        pictures=pictures,
        **neighbours(renderer, WORK_AREAS, ident, register.work_areas, here),
    )
