"""Gate and night: ``make test`` tries some of many like cases, ``make test-all`` every one (the marker ``night``)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pytest


def some(cases: Iterable[Any], every: int, *, spread: bool = False) -> list[Any]:
    """The cases of a test as parameters: one of ``every`` runs in the gate, from the first on, the others at night.

    ``spread``: every case is a tuple that holds a value for each of several parameters.
    """
    values = [one if spread else (one,) for one in cases]
    return [pytest.param(*one, marks=[pytest.mark.night] if at % every else []) for at, one in enumerate(values)]


BOTH = [pytest.param("some", id="some"), pytest.param("all", id="all", marks=pytest.mark.night)]
"""For a test that goes through many cases in one run: some of them in the gate, all at night."""
