"""When a record would vanish: its page, its file and its figures stay as published, or a record retires them.

These rules know what the data alone tells. All other addresses and anchors are looked for in the finished site
(macros/rules/vanished_from_site.py); what a record that retires one must say is in macros/rules/retirement_records.py.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from pathlib import PurePosixPath

from macros.problems import Place, Problem, Subject
from macros.records.addresses import (
    DATA_PAGE,
    SOURCES_INDEX,
    WORK_AREA_INDEX,
    figure_anchor,
    record_address,
)
from macros.records.collection import Collection
from macros.records.erratum import Erratum
from macros.records.kinds import (
    DOCUMENTS,
    EVALUATIONS,
    RETIRED,
    WORK_AREAS,
    Kind,
)
from macros.records.shared_parts import figures_of
from macros.records.unread_files import ASTRAY
from macros.rules.moved_figures import stood_at
from macros.rules.vanished_from_site import address_lost, language_and_address
from macros.text.languages import Language

PAGES = {WORK_AREA_INDEX: WORK_AREAS, SOURCES_INDEX: DOCUMENTS}
"""Below which addresses each record has a page of its own."""


def records_stay(collection: Collection) -> Iterator[Problem]:
    """The page, the file and the figures of every record that was published are there, or retired."""
    retired = set(places_retired(collection))
    figures = figure_places(collection) if collection.ledger.addresses else {}
    lost: defaultdict[str, list[Language]] = defaultdict(list)
    places: dict[str, Place] = {}
    for address, anchors in collection.ledger.addresses.items():
        language, bare = language_and_address(address, collection.languages)
        if record_there(collection, bare) is False:
            missing = {bare}
        elif bare.removeprefix("/") in figures:
            known = figures[bare.removeprefix("/")]
            places_lost = {
                f"{bare}#{anchor}" for anchor in anchors if anchor.startswith("figure-") and anchor not in known
            }
            missing = {one for one in places_lost if not told_as_figure(collection, one)}
        else:
            continue
        for one in sorted(missing - retired) if bare not in retired else ():
            lost[one].append(language)
            places.setdefault(one, collection.ledger.place(address))
    for one, languages in lost.items():
        ident = PurePosixPath(one.partition("#")[0]).stem
        follows = tuple(
            Subject(kind, ident) for kind in (ASTRAY, "record", *(kind.place for kind in collection.paged_kinds))
        )
        yield replace(address_lost(places[one], one, languages), follows=follows)


def told_as_figure(collection: Collection, place: str) -> bool:
    """Whether the ledger knows what the figure at an address said: then published_figures.py tells of its loss."""
    return any(stood_at(figure, place) for figure in collection.ledger.figures)


def record_there(collection: Collection, address: str) -> bool | None:
    """Whether the record exists whose page or file an address is; None where it is that of no record."""
    sections = {kind.address: kind for kind in collection.sections}
    for index, kind in (PAGES | sections).items():
        ident = address.removeprefix(f"/{index}").removesuffix("/")
        if address.startswith(f"/{index}") and ident and "/" not in ident:
            return collection.exists(kind, ident)
    shared = {f"/{index}": kind.place for index, kind in sections.items()}
    if address in shared:
        return any(place == shared[address] for place, _ in collection.named)
    for kind in (*collection.paged_kinds, EVALUATIONS, DOCUMENTS):
        folder = f"/{DATA_PAGE}records/{kind.place}/"
        if address.startswith(folder):
            return collection.exists(kind, address.removeprefix(folder).removesuffix(".json"))
    return None


def figure_places(collection: Collection) -> dict[str, set[str]]:
    """The anchors of the figures on every page whose records are all valid; withdrawn figures leave theirs."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    if not collection.complete:
        return {}
    kinds: dict[str, Kind] = {}
    for kind in (*collection.paged_kinds, EVALUATIONS):
        for entry in collection.of(kind).values():
            page = record_address(kind, entry.id, getattr(entry.record, "work_area", entry.id))
            found[page] |= {figure_anchor(kind, entry.id, one.id) for one in figures_of(entry.record)}
            if kind is not EVALUATIONS:
                kinds[entry.id] = kind
    for entry in collection.all():
        if isinstance(entry.record, Erratum) and entry.record.withdrawn:
            record, _, figure = entry.record.figure.partition(".")
            if record in kinds:
                found[record_address(kinds[record], record)].add(figure_anchor(kinds[record], record, figure))
    return dict(found)


def places_retired(collection: Collection) -> Iterator[str]:
    """Every address that a record retires."""
    for entry in collection.of(RETIRED).values():
        yield from entry.record.addresses


RULES = (records_stay,)
