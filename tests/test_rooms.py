"""The rooms of macros/ import each other in one direction only."""

from __future__ import annotations

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


def test_a_new_room_needs_a_place(tmp_path: Path) -> None:
    (tmp_path / "package").mkdir()
    (tmp_path / "package" / "new.py").touch()
    assert upward(tmp_path / "package", ()) == ["new has no place in the order"]
