"""The fragment that shows the whole record on one page, to be printed and filed."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from macros import addresses
from macros.fragments.shared import own_figures, sentences_cited
from macros.records.content import Content
from macros.records.kinds import ACTIVITIES, ALLIANCES, WORK_AREAS, Kind
from macros.rendering import Here, Renderer


def whole(renderer: Renderer, here: Here) -> str:
    """The whole record on one page: each work area with its alliances and activities, then the documents."""
    register = renderer.register

    def entry(kind: Kind, ident: str, record: Content) -> dict[str, Any]:
        return {
            "id": ident,
            "record": record,
            "address": addresses.record_address(kind, ident, ident),
            "figures": own_figures(register, ident),
            "cited": sentences_cited(register, [record]),
        }

    below: defaultdict[str, list[dict[str, Any]]] = defaultdict(list)
    for ident, alliance in register.alliances.items():
        below[alliance.work_area].append(entry(ALLIANCES, ident, alliance))
    for ident, activity in register.activities.items():
        below[activity.work_area].append(entry(ACTIVITIES, ident, activity))
    areas = [
        entry(WORK_AREAS, ident, area) | {"below": below.get(ident, [])} for ident, area in register.work_areas.items()
    ]
    return renderer.fill("whole.html", here, areas=areas)
