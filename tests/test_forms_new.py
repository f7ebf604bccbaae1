"""``make new``: where the file goes, what is refused, and that nothing is ever overwritten."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from macros.problems import Problem
from macros.staff.blank_record import blank
from macros.staff.new_record import KINDS_BY_NAME, start, write_new
from tests.commands import answer
from tests.places import ROOT


def contents(folder: Path) -> dict[str, bytes]:
    """Every file below a folder with its bytes."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("name", KINDS_BY_NAME)
def test_the_file_goes_where_its_kind_belongs(name: str, data: Path) -> None:
    before = contents(data)
    done = answer("new", "--data", data, "--", name, "open-day")
    assert done.returncode == 0, done.stderr
    place = f"{KINDS_BY_NAME[name].place}/open-day.yml"
    assert contents(data) == before | {place: blank(KINDS_BY_NAME[name]).encode("utf-8")}
    assert place in done.stdout and "make check" in done.stdout


@pytest.mark.parametrize(
    ("kind", "ident", "zh", "en"),
    [
        ("wrok-area", "wetlands", "是不是想写“work-area”？", 'Did you mean "work-area"?'),
        ("activities", "wetlands", "是不是想写“activity”？", 'Did you mean "activity"?'),
        ("产业联盟", "wetlands", "是不是想写“alliance”？", 'Did you mean "alliance"?'),
        ("bureau", "wetlands", "没有“bureau”这类记录。", 'There is no kind of record called "bureau".'),
        ("", "wetlands", "没有“”这类记录。", "write one of: work-area, evaluation"),
        ("activity", "Open Day", "文件名不能用作网址。", "The file name cannot serve in a URL."),
        ("activity", "../open-day", "文件名不能用作网址。", "The file name cannot serve in a URL."),
        ("activity", "-x", "文件名不能用作网址。", "The file name cannot serve in a URL."),
        ("activity", "", "文件名不能用作网址。", "The file name cannot serve in a URL."),
        ("activity", "index", "“index”是系统保留名称。", '"index" is a reserved name.'),
        ("activity", "science-week", "已经用在 data/activities/science-week.yml", "already that of data/activities/"),
        ("activity", "bases", "已经用在 data/work-areas/bases.yml", "already that of data/work-areas/bases.yml"),
        ("erratum", "river-crab", "已经用在 data/alliances/river-crab.yml", "already that of data/alliances/"),
        ("document", "h1-work-summary", "原有文件没有改动", "no file was changed"),
    ],
)
def test_refused(data: Path, kind: str, ident: str, zh: str, en: str) -> None:
    before = contents(data.parent)
    done = answer("new", "--data", data, "--", kind, ident)
    assert done.returncode == 1
    assert zh in done.stderr and en in done.stderr, done.stderr
    assert "Traceback" not in done.stderr and done.stdout == ""
    assert contents(data.parent) == before


def test_a_record_that_cannot_be_read_keeps_its_id(data: Path) -> None:
    (data / "activities/open-day.yml").write_text("not: [closed", "utf-8")
    assert isinstance(start(data, "work-area", "open-day"), Problem)
    assert not (data / "work-areas/open-day.yml").exists()


def test_a_file_that_appears_meanwhile_is_kept(data: Path) -> None:
    file = data / "activities/open-day.yml"
    file.write_text("somebody else's", "utf-8")
    assert isinstance(write_new(file, "mine", "data/activities/open-day.yml"), Problem)
    assert file.read_text("utf-8") == "somebody else's"


def test_a_link_is_not_followed(data: Path, tmp_path: Path) -> None:
    (data / "activities/open-day.yml").symlink_to(tmp_path / "elsewhere.yml")
    assert isinstance(start(data, "activity", "open-day"), Problem)
    assert not (tmp_path / "elsewhere.yml").exists()


def test_a_folder_that_is_none(tmp_path: Path) -> None:
    (tmp_path / "bureau.yml").touch()
    (tmp_path / "evaluations").write_text("a file", "utf-8")
    command = [sys.executable, "-m", "macros", "new", f"--data={tmp_path}", "--", "evaluation", "open-day"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 1 and "Traceback" not in done.stderr
    assert f"“{tmp_path}/evaluations”不能用" in done.stderr and "Move it away" in done.stderr
    missing = start(tmp_path / "nowhere", "activity", "open-day")
    assert isinstance(missing, Problem) and "There is no data folder" in missing.wrong.en
    assert sorted(path.name for path in tmp_path.iterdir()) == ["bureau.yml", "evaluations"]


def test_make_new(data: Path) -> None:
    done = subprocess.run(
        ["make", "new", "KIND=activity", "ID=open-day", f"DATA={data}"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert "activities/open-day.yml" in done.stdout and (data / "activities/open-day.yml").is_file()


def test_a_bureau_without_english_is_asked_for_none(data: Path) -> None:
    bureau = data / "bureau.yml"
    bureau.write_text(bureau.read_text("utf-8") + "languages: [zh]\n", "utf-8")
    made = start(data, "work-area", "new-one")
    assert isinstance(made, Path)
    assert "\n  en:" not in made.read_text("utf-8") and "\n  zh:" in made.read_text("utf-8")
