"""Registers with pictures, and the pictures of the real one."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.register.load import load
from macros.register.register import Register
from macros.text.languages import CHINESE, ENGLISH
from tests.later import half_a_year_on
from tests.pictures.drawn import Drawings, pictures


@pytest.fixture(scope="module")
def drawings(register: Register) -> Drawings:
    """Every picture of the register of the demonstration."""
    return {language: pictures(register, language) for language in (CHINESE, ENGLISH)}


@pytest.fixture
def later_register(data: Path) -> Register:
    found, problems = load(half_a_year_on(data))
    assert found is not None, problems
    return found
