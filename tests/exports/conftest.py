"""The files of open data: of the demonstration, and of data in which everything is filled in."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.exports.files import export_files
from macros.exports.table import Root
from macros.register.register import Register

ROOT = Root.at("https://bureau.example/record")


@pytest.fixture(scope="session")
def files(register: Register) -> dict[str, bytes]:
    """The files of the demonstration, whose site address nobody has stated."""
    return export_files(register, Root())


@pytest.fixture(scope="session")
def full_files(full_register: Register) -> dict[str, bytes]:
    """The files of a bureau that has supplied everything."""
    return export_files(full_register, ROOT)


@pytest.fixture(scope="session", params=["files", "full_files"])
def every_files(request: pytest.FixtureRequest) -> dict[str, bytes]:
    """Both, one after the other."""
    found: dict[str, bytes] = request.getfixturevalue(request.param)
    return found


@pytest.fixture(scope="session")
def folder(every_files: dict[str, bytes], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The files, written out."""
    written = tmp_path_factory.mktemp("written")
    for name, content in every_files.items():
        (written / name).parent.mkdir(parents=True, exist_ok=True)
        (written / name).write_bytes(content)
    return written
