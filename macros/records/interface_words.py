"""The words of the interface that come with the software; a bureau may word any of them in its own way."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from pathlib import Path

from macros.records.base import BilingualText
from macros.records.vocabulary import Interface
from macros.yaml_files.reader import read_bytes

SHIPPED = Path(__file__).with_name("interface.yml")


@functools.cache
def shipped_words() -> Mapping[str, BilingualText]:
    """Every word that a page may ask for, by key."""
    reading, _ = read_bytes(SHIPPED.read_bytes(), SHIPPED.name)
    assert reading is not None
    return Interface.model_validate(reading.value).entries
