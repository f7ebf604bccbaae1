"""Registers with pictures."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.register.load import load
from macros.register.register import Register
from tests.later import half_a_year_on
from tests.places import VALLEY


@pytest.fixture
def later_register(data: Path) -> Register:
    found, problems = load(half_a_year_on(data))
    assert found is not None, problems
    return found


@pytest.fixture(scope="module")
def valley() -> Register:
    found, problems = load(VALLEY / "data")
    assert found is not None, problems
    return found
