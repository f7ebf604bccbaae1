"""An import that is killed: nothing of it is there, or all of it once it is repeated."""

from __future__ import annotations

import random
import shutil
from pathlib import Path

import pytest

from macros.drafting.draft import Draft, DraftSummary
from macros.drafting.writing import stage_for, write, written
from macros.problems import Refused
from tests.commands import answer
from tests.drafts import SAMPLES_IN, contents, empty_bureau, imported
from tests.killed import killed_at

IMPORT = """
import click
from macros.__main__ import main
main(["import", "--data", {data!r}, {file!r}])
"""
ACCESSES = ("os.mkdir", "os.rename", "os.link", "os.remove", "tempfile.mkstemp", "os.chmod", "os.rmdir", "os.truncate")
"""What importing does to files, beside opening them."""


def killed_import(data: Path, point: int) -> str:
    """Imports the second sample, and is killed at an access; without one, how many there are."""
    code = IMPORT.format(data=str(data), file=str(SAMPLES_IN / "first-half-2032.txt"))
    return killed_at(point, "tempfile.mkdtemp", code, ("open", *ACCESSES)).stdout


@pytest.mark.parametrize(
    "chosen",
    [pytest.param(1, id="1 point"), pytest.param(25, marks=pytest.mark.night, id="25 points")],
)
def test_a_killed_import_is_undone_or_finished_when_it_is_repeated(chosen: int, tmp_path: Path) -> None:
    start = empty_bureau(tmp_path)
    imported(start, SAMPLES_IN / "summary-2031.txt")
    before = contents(start)
    whole = Path(shutil.copytree(start, tmp_path / "whole" / "data"))
    every = int(killed_import(whole, 0).rsplit(maxsplit=1)[-1])
    after = contents(whole)
    assert after.keys() > before.keys()
    points = sorted(random.Random(20).sample(range(1, every + 1), chosen))
    half_written = 0
    for point in points:
        data = Path(shutil.copytree(start, tmp_path / str(point) / "data"))
        assert killed_import(data, point) == ""
        left = contents(data)
        half_written += left not in (before, after)
        told = answer("import", "--data", data, SAMPLES_IN / "first-half-2032.txt")
        assert told.returncode == 0, told.stderr
        assert contents(data) == after, point
        assert {one.name for one in data.parent.iterdir()} <= {"data", ".cache"}
    assert chosen < 25 or half_written


def test_while_one_import_writes_another_waits_its_turn(tmp_path: Path) -> None:
    data = empty_bureau(tmp_path)
    with stage_for(data, lambda theirs: None):
        done = answer("import", "--data", data, SAMPLES_IN / "summary-2031.txt")
    assert done.returncode == 2 and "另一个导入正在写" in done.stderr
    imported(data, SAMPLES_IN / "summary-2031.txt")


def test_a_file_that_is_written_meanwhile_stays_as_it_is(tmp_path: Path) -> None:
    draft = Draft("x", {"documents/x.txt": b"new"}, {}, DraftSummary(0, 0, 0, (), ()))
    data = empty_bureau(tmp_path)
    with stage_for(data, lambda theirs: None) as stage:
        (data / "documents" / "x.txt").write_bytes(b"theirs")
        with pytest.raises(Refused, match="刚刚被别的程序改动，什么都没有写入"):
            write(draft, data, stage, {})
    assert (data / "documents" / "x.txt").read_bytes() == b"theirs"


def test_what_was_changed_after_a_killed_import_is_left_as_it_is_and_told(tmp_path: Path) -> None:
    data = empty_bureau(tmp_path)
    draft = Draft("x", {"documents/x.txt": b"new", "documents/y.txt": b"new"}, {}, DraftSummary(0, 0, 0, (), ()))
    with stage_for(data, lambda theirs: None) as stage:
        write(draft, data, stage, {})
        shutil.copytree(stage, tmp_path / "kept")
    (data / "documents" / "x.txt").write_bytes(b"theirs")
    (data / "documents" / "y.txt").unlink()
    assert written(tmp_path / "kept", data) == ["documents/x.txt"]
    assert (data / "documents" / "x.txt").read_bytes() == b"theirs"
    assert (data / "documents" / "y.txt").read_bytes() == b"new"
