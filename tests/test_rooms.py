"""The rooms of macros/ import each other in one direction only."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.places import ROOT
from tests.tools.rooms import upward


def test_arrows_point_one_way() -> None:
    assert upward(ROOT / "macros") == []


@pytest.mark.parametrize(
    "line",
    ["from package.late import x", "import package.late.part", "def f() -> None:\n    from package import late"],
)
def test_an_arrow_upward_is_told(tmp_path: Path, line: str) -> None:
    package = tmp_path / "package"
    for room in ("early", "late"):
        (package / room).mkdir(parents=True)
        (package / room / "__init__.py").write_text("from package.early import x\n", encoding="utf-8", newline="\n")
    assert upward(package, ("early", "late")) == []
    (package / "early" / "part.py").write_text(f"{line}\n", encoding="utf-8", newline="\n")
    assert upward(package, ("early", "late")) == ["early imports late, which comes after it"]


@pytest.mark.parametrize("buffered", [True, False])
def test_a_reader_who_has_seen_enough_is_no_error(buffered: bool) -> None:
    """As in ``make rooms | head``."""
    reader, writer = os.pipe()
    os.close(reader)
    command = [sys.executable, *([] if buffered else ["-u"]), "-m", "tests.tools.rooms"]
    around = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}
    done = subprocess.run(command, cwd=ROOT, env=around, stdout=writer, stderr=subprocess.PIPE, check=False)
    os.close(writer)
    assert done.stderr == b""


def test_a_new_room_needs_a_place(tmp_path: Path) -> None:
    (tmp_path / "package").mkdir()
    (tmp_path / "package" / "new.py").touch()
    assert upward(tmp_path / "package", ()) == ["new has no place in the order"]
