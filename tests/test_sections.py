"""Sections that a bureau declares: pages, menu, tables, and nothing of what is empty or of another bureau."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from macros.building.build import build
from tests.places import DISTRICT, FIXTURES

SUBSIDIES, TASKS = "subsidies", "key-tasks"


def data_with_sections(folder: Path) -> Path:
    """The data of the district with three sections that have records and one that has none."""
    shutil.copytree(DISTRICT / "data", folder)
    return Path(shutil.copytree(FIXTURES / "sections/data", folder, dirs_exist_ok=True))


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The district's site."""
    folder = tmp_path_factory.mktemp("sections")
    assert build(data_with_sections(folder / "data"), folder / "site")
    return folder / "site"


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """Data to break."""
    return data_with_sections(tmp_path / "data")
