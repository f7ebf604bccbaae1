"""The main menu."""

from __future__ import annotations

from macros.records.addresses import (
    ABOUT_PAGE,
    ANNUAL_REPORTS_PAGE,
    FIGURES_PAGE,
    SOURCES_INDEX,
    WORK_AREA_INDEX,
)
from macros.register.register import Register


def menu(register: Register) -> list[tuple[str, str]]:
    """The main menu: interface word and address.

    What the bureau has no records of is left out, and so is a section that is the page of a work area. Where there
    are figures of money the menu says so: it is what most readers come for.
    """
    told = {one.address for one in register.told.values()}
    return [
        ("home", ""),
        ("work-areas", WORK_AREA_INDEX),
        *((f"section-{ident}", one.address) for ident, one in register.sections.items() if one.address not in told),
        *([("figures-and-money" if register.states_money else "figures", FIGURES_PAGE)] if register.figures else []),
        *([("annual-reports", ANNUAL_REPORTS_PAGE)] if register.annual_reports else []),
        ("sources", SOURCES_INDEX),
        ("about", ABOUT_PAGE),
    ]
