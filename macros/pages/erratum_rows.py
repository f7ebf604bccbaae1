"""Corrections as pages show them."""

from __future__ import annotations

from collections.abc import Container, Iterable
from typing import Any

from macros.records.addresses import document_address, figure_anchor
from macros.records.erratum import Erratum
from macros.records.kinds import EVALUATIONS, WORK_AREAS, Kind
from macros.register.register import Register


def errata_on(register: Register, records: Iterable[str]) -> list[dict[str, Any]]:
    """Corrections of the figures of some records, newest first.

    On the page of its record a figure that was withdrawn leaves its anchor to the correction that says so.
    """
    found = {ident for record in records for ident in register.errata_by_record.get(record, ())}
    listed = errata(register, sorted(found, key=register.erratum_order.__getitem__))
    return [one | {"anchor": anchor_left(register, one["record"])} for one in listed]


def errata(register: Register, idents: Iterable[str]) -> list[dict[str, Any]]:
    """Some corrections with the figures they concern, and what those are called."""
    records = ((ident, register.errata[ident]) for ident in idents)
    return [
        {
            "id": ident,
            "record": one,
            "address": address_concerned(register, one.figure),
            "title": register.erratum_title(one),
            "anchor": None,
        }
        for ident, one in records
    ]


def address_concerned(register: Register, name: str) -> str | None:
    """Where what a correction concerns is shown: the figure, or the document whose printed text was corrected."""
    if name in register.texts:
        return document_address(name)
    return register.figures[name].address if name in register.figures else None


def anchor_left(register: Register, erratum: Erratum) -> str | None:
    """The anchor of a figure that was withdrawn and has not come back, on the page of its record."""
    if erratum.withdrawn is None or erratum.figure in register.figures:
        return None
    record, _, figure = erratum.figure.partition(".")
    kinds: tuple[tuple[Kind, Container[str]], ...] = (
        (WORK_AREAS, register.work_areas),
        *((one.kind, one.records) for one in register.sections.values()),
    )
    kind = next((kind for kind, found in kinds if record in found), EVALUATIONS)
    return figure_anchor(kind, record, figure)
