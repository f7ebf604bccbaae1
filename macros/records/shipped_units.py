"""The units that come with the software; a bureau adds its own and redefines none."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from pathlib import Path

from macros.records.vocabulary import ShippedUnit, ShippedUnits
from macros.yaml_files.reader import read_bytes

UNITS_SHIPPED = Path(__file__).with_name("units.yml")


@functools.cache
def shipped_units() -> Mapping[str, ShippedUnit]:
    """Every unit, by id."""
    reading, _ = read_bytes(UNITS_SHIPPED.read_bytes(), UNITS_SHIPPED.name)
    assert reading is not None
    return {unit.id: unit for unit in ShippedUnits.model_validate(reading.value).entries}


@functools.cache
def written_units() -> frozenset[str]:
    """Every unit word as Chinese documents write it."""
    return frozenset(word for unit in shipped_units().values() for word in unit.written)
