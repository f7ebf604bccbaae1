"""Sections that a bureau declares: pages, menu, tables, and nothing of what is empty or of another bureau."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import html

from macros.building.build import build
from macros.problems import Problem
from macros.records.collecting import declared_sections
from macros.register.load import load
from macros.staff.new_record import start
from macros.text.languages import LANGUAGES
from tests.exports.tables import from_csv, from_json, from_xlsx
from tests.places import DATA, DISTRICT, FIXTURES

SUBSIDIES, TASKS = "subsidies", "key-tasks"


def data_with_sections(folder: Path) -> Path:
    """The data of the district with three sections that have records and one that has none."""
    shutil.copytree(DISTRICT / "data", folder)
    return Path(shutil.copytree(FIXTURES / "sections/data", folder, dirs_exist_ok=True))


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The district's site."""
    folder = tmp_path_factory.mktemp("sections")
    outcome = build(data_with_sections(folder / "data"), folder / "site")
    assert not outcome.problems, outcome.problems
    return folder / "site"


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """Data to break."""
    return data_with_sections(tmp_path / "data")
