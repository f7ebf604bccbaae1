"""The words for how exact a quantity is."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from pathlib import Path

from macros.records.vocabulary import Term, Terms
from macros.yaml_files.reader import read_bytes

SHIPPED_QUALIFIERS = Path(__file__).with_name("qualifiers.yml")


@functools.cache
def shipped_qualifiers() -> Mapping[str, Term]:
    """Every qualifier that the grammar reads, by id."""
    reading, _ = read_bytes(SHIPPED_QUALIFIERS.read_bytes(), SHIPPED_QUALIFIERS.name)
    assert reading is not None
    return {one.id: one for one in Terms.model_validate(reading.value).entries}
