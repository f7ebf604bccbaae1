"""Work areas whose page would only lead on to another: what they say stands on the page of their one section."""

from __future__ import annotations

from collections.abc import Mapping

from macros.records.evaluation import Evaluation
from macros.records.work_area import WorkArea
from macros.register.published import PublishedSection


def told_by_sections(
    areas: Mapping[str, WorkArea], sections: Mapping[str, PublishedSection], evaluations: Mapping[str, Evaluation]
) -> Mapping[str, PublishedSection]:
    """Work areas that have no page of their own, with the section that tells of each.

    Rule: the area has nothing of its own but words; all records in it are of one section, all of whose records are in
    it; and no evaluation belongs to it.
    """
    areas_of = {name: {record.work_area for record in section.records.values()} for name, section in sections.items()}
    sections_in: dict[str, set[str]] = {}
    for name, own in areas_of.items():
        for area in own:
            sections_in.setdefault(area, set()).add(name)
    rated = {one.work_area for one in evaluations.values()}
    found: dict[str, PublishedSection] = {}
    for area, names in sections_in.items():
        alone = len(names) == 1 and areas_of[min(names)] == {area}
        if alone and area in areas and area not in rated and has_words_alone(areas[area]):
            found[area] = sections[min(names)]
    return found


def has_words_alone(area: WorkArea) -> bool:
    """Whether a work area has no figures, lists, projects or goals of its own."""
    return not (area.figures or area.lists or area.projects or area.pipeline or area.commitments)
