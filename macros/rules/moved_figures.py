"""What became of a published figure: it stands where it stood, moved with its record or by itself, or is gone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from macros.records.addresses import DATA_PAGE, figure_anchor, record_address
from macros.records.collection import Collection
from macros.records.kinds import EVALUATIONS, RETIRED, Entry
from macros.records.ledger import Ledger
from macros.records.ledger_lines import FigureTold, figure_told
from macros.records.retired import Retired
from macros.yaml_files.reader import FieldPath

Told = Mapping[str, frozenset[FigureTold]]
"""All that was ever told of each figure, by its full id."""

RECORD_FILE = re.compile(rf"/{DATA_PAGE}records/[a-z-]+/([a-z0-9-]+)\.json")
"""The file of open data that holds one record."""


@dataclass(frozen=True)
class Shown:
    """A figure that the data holds: its record, where it stands in the file, and what it tells."""

    entry: Entry
    path: FieldPath
    told: FigureTold

    @property
    def place(self) -> str:
        """Its address, to the very place, as records of retired addresses write it."""
        page = record_address(self.entry.kind, self.entry.id, getattr(self.entry.record, "work_area", ""))
        return f"/{page}#{figure_anchor(self.entry.kind, self.entry.id, self.told.id.partition('.')[2])}"


@dataclass(frozen=True)
class Whereabouts:
    """The figures of the data, the addresses that were retired, and what was published of each figure."""

    collection: Collection
    published: Told

    @cached_property
    def shown(self) -> Mapping[str, Shown]:
        """Every figure of the data by its full id."""
        return {
            f"{entry.id}.{figure.id}": Shown(entry, (*path, "quote"), figure_told(entry.id, figure))
            for entry, path, figure in self.collection.figures()
        }

    @cached_property
    def retired(self) -> Mapping[str, Retired]:
        """The record that retires each address."""
        entries = self.collection.of(RETIRED).values()
        return {place: entry.record for entry in entries for place in entry.record.addresses}

    @cached_property
    def by_place(self) -> Mapping[str, str]:
        """The figures by their addresses."""
        return {one.place: ident for ident, one in self.shown.items()}

    def name_now(self, figure: str) -> str:
        """What a figure that has moved is called now; its own id where it has not moved.

        Renaming a figure retires its anchor, and renaming a record its file of open data: both redirect.
        """
        if figure in self.shown:
            return figure
        for place, one in self.retired.items():
            target = self.by_place.get(one.moved_to or "")
            if target and stood_at(figure, place):
                return target
        for one in self.retirements(figure):
            if record := RECORD_FILE.fullmatch(one.moved_to or ""):
                return f"{record[1]}.{figure.partition('.')[2]}"
        return figure

    @cached_property
    def told(self) -> Told:
        """What was published of each figure, by what it is called now."""
        found: dict[str, frozenset[FigureTold]] = {}
        for figure, told in self.published.items():
            name = self.name_now(figure)
            found[name] = found.get(name, frozenset()) | told
        return found

    def went_with_its_record(self, figure: str) -> bool:
        """Whether the whole record of a figure was withdrawn; its retired address then says why."""
        return any(retirement.moved_to is None for retirement in self.retirements(figure))

    def retirements(self, figure: str) -> Iterator[Retired]:
        """The records that retire the file of a figure's record."""
        for place in record_files_by_id(self.collection, figure):
            if found := self.retired.get(place):
                yield found


def record_files_by_id(collection: Collection, figure: str) -> list[str]:
    """Where the file of open data of a figure's record may be, whatever the kind of the record."""
    kinds = (*collection.paged_kinds, EVALUATIONS)
    return [f"/{DATA_PAGE}records/{kind.place}/{figure.partition('.')[0]}.json" for kind in kinds]


def stood_at(figure: str, place: str) -> bool:
    """Whether an address, to the very place, may be that of a figure whose record may be gone."""
    record, _, own = figure.partition(".")
    return place.endswith((f"/{record}/#figure-{own}", f"#figure-{record}-{own}"))


def was_published(ledger: Ledger, figure: str) -> bool:
    """Whether the ledger knows a figure: by its line or, from before there were such lines, by its anchor."""
    return figure in ledger.figures or any(
        stood_at(figure, f"{address}#{anchor}")
        for address, anchors in ledger.addresses.items()
        for anchor in anchors
        if anchor.startswith("figure-")
    )
