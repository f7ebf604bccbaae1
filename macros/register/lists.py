"""Every list of the site and how it is shared out over pages; worked out once: a page touches its own rows only.

A macro that shows a list asks for the slice of the page it stands on; on further pages the same macro is called.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Generic, TypeVar

from macros.records import addresses
from macros.records.kinds import WORK_AREAS, Kind
from macros.records.vocabulary import Unit
from macros.register.catalogue import CatalogueItem
from macros.register.news import news
from macros.register.paging import ROOM, ROWS, numbered
from macros.register.register import Register
from macros.register.whole_record import printed, weight
from macros.text.chunks import sliced
from macros.text.languages import Bilingual
from macros.text.placeholders import filled

ListRow = TypeVar("ListRow")

AREA_FIGURES = "area_figures"


@dataclass(frozen=True)
class Slice(Generic[ListRow]):
    """One page of a list: where the list begins, which page of how many it is, names of list and page, and its rows.

    ``macro`` shows it, with its arguments. ``found`` tells whether it is in the search index.
    """

    of: str
    number: int
    total: int
    name: Bilingual
    title: Bilingual
    rows: tuple[ListRow, ...]
    macro: tuple[str, ...]
    found: bool

    @property
    def address(self) -> str:
        """Where this page is."""
        return numbered(self.of, self.number)

    @property
    def previous(self) -> str | None:
        """The page before."""
        return numbered(self.of, self.number - 1) if self.number > 1 else None

    @property
    def next(self) -> str | None:
        """The page after."""
        return numbered(self.of, self.number + 1) if self.number < self.total else None

    def links(self) -> Iterator[tuple[int, str] | None]:
        """Number and address of the first and last pages and of those around this one; None where some are left out."""
        near = range(max(1, self.number - 2), min(self.total, self.number + 2) + 1)
        before = 0
        for number in sorted({1, self.total, *near}):
            if number > before + 1:
                yield None
            yield number, numbered(self.of, number)
            before = number


class Order:
    """Ids in order, and the place of each."""

    def __init__(self, idents: Iterable[str]) -> None:
        self.idents = tuple(idents)
        self.places = {ident: place for place, ident in enumerate(self.idents)}

    def step(self, ident: str, by: int) -> str | None:
        """The id so many places further on, if there is one."""
        place = self.places[ident] + by
        return self.idents[place] if 0 <= place < len(self.idents) else None


class Lists:
    """The lists of a register. ``rows`` is how many stand on a page."""

    def __init__(self, register: Register, items: Sequence[CatalogueItem], rows: int = ROWS) -> None:
        self.register = register
        self.rows = rows
        self.figures_together = len(register.figures) <= rows
        """Whether all figures stand on one page; else those of each work area have pages of their own."""
        self.below: Mapping[str, Sequence[tuple[Kind, str]]] = records_below(register)
        self.evaluations: defaultdict[str, list[str]] = defaultdict(list)
        """The evaluations of each work area."""
        for ident, one in register.evaluations.items():
            self.evaluations[one.work_area].append(ident)
        self.slices: dict[str, Slice[Any]] = {}
        self.add_lists(items)
        self.add_figures()
        self.add_records()

    def on(self, address: str) -> Slice[Any]:
        """What the page at an address shows of its list."""
        return self.slices[address]

    def further(self) -> Iterator[Slice[Any]]:
        """The pages that nobody wrote: all but the first of each list, and the figures of each work area."""
        return (one for one in self.slices.values() if one.number > 1 or one.macro == (AREA_FIGURES,))

    def add(
        self,
        of: str,
        title: Bilingual,
        macro: tuple[str, ...],
        parts: tuple[tuple[Any, ...], ...],
        *,
        found: bool = False,
    ) -> None:
        """Adds the pages of a list.

        Further pages are not in the search index unless they are to be found: records, figures and sentences are
        entries of their own, and a page that lists some of them would only come between.
        """
        pattern = self.register.interface["pager-title"]
        for number, rows in enumerate(parts, 1):
            named = title if number == 1 else in_both(pattern, title=title, number=number)
            one = Slice(of, number, len(parts), title, named, rows, macro, found)
            self.slices[one.address] = one

    def add_lists(self, items: Sequence[CatalogueItem]) -> None:
        """The lists that prose pages begin."""
        register, word = self.register, self.register.interface
        for of, key, macro, rows in (
            (addresses.WORK_AREA_INDEX, "work-areas", "work_areas", tuple(register.work_areas)),
            (addresses.SOURCES_INDEX, "sources", "sources", tuple(register.texts)),
            (addresses.CATALOGUE_PAGE, "catalogue", "catalogue", tuple(items)),
            (addresses.CHANGES_PAGE, "changes", "changes", tuple(news(register))),
        ):
            self.add(of, word[key], (macro,), sliced(rows, self.rows))
        for ident, one in register.sections.items():
            rows = tuple(one.records)
            parts = sliced(rows, self.rows) if one.kind.own_pages else (rows,)
            self.add(one.address, one.section.title, ("section", ident), parts)
        self.add(addresses.CORRECTIONS_PAGE, word["corrections"], ("corrections",), register.errata_listed)
        whole = sliced(printed(register, items), ROOM, weight)
        self.add(addresses.PRINT_PAGE, word["whole-record-page"], ("whole",), whole)

    def add_figures(self) -> None:
        """The figures: all on one page, or a page of work areas that leads to those of each."""
        register, word = self.register, self.register.interface
        areas = tuple(ident for ident in register.work_areas if register.figures_by_area.get(ident))
        together = (areas,) if self.figures_together else sliced(areas, self.rows)
        self.add(addresses.FIGURES_PAGE, word["figures"], ("figures",), together)
        if not self.figures_together:
            for ident in areas:
                title = in_both(word["figures-of"], area=register.work_areas[ident].title)
                rows = sliced(register.figures_by_area[ident], self.rows)
                self.add(addresses.figures_address(ident), title, (AREA_FIGURES,), rows)

    def add_records(self) -> None:
        """The records below each work area, and the documents in their parts."""
        for ident, area in self.register.work_areas.items():
            if ident in self.register.told:
                continue
            address = addresses.record_address(WORK_AREAS, ident)
            self.add(address, area.title, ("work_area", ident), sliced(self.below.get(ident, ()), self.rows))
        for ident, text in self.register.texts.items():
            parts = tuple((one,) for one in text.parted[0])
            address = addresses.document_address(ident)
            self.add(address, text.document.title, ("document", ident), parts, found=True)

    @cached_property
    def units_explained(self) -> list[Unit]:
        """The units used in figures that want explaining; none of which a source leaves open whether it means it."""
        used = {one.figure.unit for one in self.register.figures.values() if not one.figure.leaves_unit_open}
        return [one for ident, one in self.register.units.items() if one.explained and ident in used]

    @cached_property
    def orders(self) -> Mapping[str, Order]:
        """The records with pages of their own in order, by the place of their kind below data/."""
        register = self.register
        return {
            WORK_AREAS.place: Order(register.work_areas),
            **{one.kind.place: Order(one.records) for one in register.sections.values()},
        }


def records_below(register: Register) -> Mapping[str, Sequence[tuple[Kind, str]]]:
    """The records of sections of each work area."""
    found: defaultdict[str, list[tuple[Kind, str]]] = defaultdict(list)
    for section in register.sections.values():
        for ident, record in section.records.items():
            found[record.work_area].append((section.kind, ident))
    return found


def in_both(pattern: Bilingual, **values: Any) -> Bilingual:
    """An interface word with values filled in, in both languages."""

    def said(read: Callable[[Bilingual], str]) -> str:
        return filled(
            read(pattern), {name: value if isinstance(value, int) else read(value) for name, value in values.items()}
        )

    return Bilingual(said(lambda one: one.zh), said(lambda one: one.en))
