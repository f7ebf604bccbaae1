"""Figures that differ between two sites, as their tables of figures tell."""

from __future__ import annotations

from dataclasses import dataclass

from macros.staff.built_site import FIGURES_FILE, PublishedSite, TextRow

AS_WRITTEN = "written"
"""The column that has a figure as its source writes it."""


@dataclass(frozen=True)
class FigureChange:
    """A figure before and after, as rows of the table; None where it did not or does not exist."""

    id: str
    before: TextRow | None
    after: TextRow | None

    @property
    def shown(self) -> TextRow:
        """The figure as it is now, or as it was last."""
        return self.after or self.before or {}

    @property
    def amounts(self) -> tuple[str, str]:
        """What stood and what stands."""
        return amount(self.before), amount(self.after)

    @property
    def cells(self) -> list[tuple[str, str, str]]:
        """Every other column that differs, with what stood and what stands in it."""
        if self.before is None or self.after is None:
            return []
        columns = [one for one in dict.fromkeys([*self.after, *self.before]) if one != AS_WRITTEN]
        found = [(one, self.before.get(one, ""), self.after.get(one, "")) for one in columns]
        return [(column, was, now) for column, was, now in found if was != now]


def amount(row: TextRow | None) -> str:
    """A figure as its source writes it, else its value and unit."""
    if row is None:
        return "—"
    return row.get(AS_WRITTEN) or " ".join(row.get(one, "") for one in ("qualifier", "value", "unit")).strip()


def figure_changes(old: PublishedSite, new: PublishedSite) -> list[FigureChange]:
    """Every figure that is new, gone, or differs in anything its table says."""
    was, now = old.rows(FIGURES_FILE), new.rows(FIGURES_FILE)
    names = [*now, *(name for name in was if name not in now)]
    return [FigureChange(name, was.get(name), now.get(name)) for name in names if was.get(name) != now.get(name)]
