"""A slice of ``make fuzz``, always the same, and what the fuzzer itself must be able to do."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path
from random import Random

import pytest

from macros.problems import Place, Problem, report
from macros.register.load import load
from macros.text.languages import Bilingual
from tests.judging import judge_problem, judge_reports
from tests.mutate.folder import Draft, Thing, spoil
from tests.night import some
from tests.places import DATA, ROOT
from tests.tools.fuzzing import Workshop, run_cases, time_limit, told

SLICE = 6
"""Cases of one test; six of them run side by side."""


@pytest.mark.parametrize("first", some(range(0, 12 * SLICE, SLICE), 12))
def test_spoiled_data_is_answered(first: int) -> None:
    tally = run_cases(20011, range(first, first + SLICE))
    assert tally.cases == SLICE
    assert tally.failures == (), told(tally, 20011)
    assert tally.problems > SLICE


def test_a_case_can_be_repeated() -> None:
    files = {path.relative_to(DATA).as_posix(): path.read_bytes() for path in DATA.rglob("*") if path.is_file()}
    drafts = [Draft(files), Draft(files)]
    for draft in drafts:
        spoil(Random("1:7"), draft)
    assert drafts[0].changed == drafts[1].changed != {}


@pytest.mark.night
def test_the_folder_is_put_right_again(tmp_path: Path) -> None:
    workshop = Workshop(tmp_path)
    for case in range(5):
        workshop.run(20012, case)
    left = {one.relative_to(workshop.data).as_posix(): one for one in workshop.data.rglob("*") if not one.is_dir()}
    assert {path: one.read_bytes() for path, one in left.items()} == workshop.originals
    assert load(workshop.data)[1] == []


def test_every_sort_of_change_is_made() -> None:
    files = {one.relative_to(DATA).as_posix(): one.read_bytes() for one in DATA.rglob("*") if one.is_file()}
    drafts = [Draft(files) for _ in range(200)]
    for case, draft in enumerate(drafts):
        spoil(Random(case), draft)
    changed = [(path, new) for draft in drafts for path, new in draft.changed.items()]
    assert {new for _, new in changed if isinstance(new, Thing)} == set(Thing)
    assert {path for path, _ in changed} >= set(files), "every file is spoiled some time"
    assert any(path not in files for path, _ in changed), "files are renamed"


def test_a_failure_is_told_and_fails_the_run(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(data: Path) -> list[Problem]:
        raise ZeroDivisionError("planted")

    monkeypatch.setattr("tests.tools.fuzzing.judge", broken)
    tally = run_cases(1, range(2))
    assert len(tally.failures) == 2
    assert "--seed 1 --first 1 --count 1" in told(tally, 1) and "planted" in told(tally, 1)


@pytest.mark.night
def test_the_command_prints_its_figures() -> None:
    command = [sys.executable, "-m", "tests.tools.fuzzing", "--count", "4", "--seed", "20011", "--jobs", "1"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "cases: 4 (seed 20011)" in done.stdout and "exceptions: 0" in done.stdout and "MiB" in done.stdout


def test_the_clock_stops_a_case() -> None:
    before = signal.getsignal(signal.SIGPROF)
    with pytest.raises(TimeoutError, match="more than"), time_limit(0.1):
        while True:
            pass
    assert signal.getsignal(signal.SIGPROF) is before


GOOD = Problem(Place("data/x.yml", 1, 1), Bilingual("错了", "wrong"), Bilingual("改正", "fix"), excerpt="x")
BAD = {
    "a place outside": Problem(Place("/etc/passwd"), GOOD.wrong, GOOD.fix),
    "a way out": Problem(Place("data/../x.yml"), GOOD.wrong, GOOD.fix),
    "line 0": Problem(Place("data/x.yml", 0), GOOD.wrong, GOOD.fix),
    "a column behind the line": Problem(Place("data/x.yml", 1, 9), GOOD.wrong, GOOD.fix, excerpt="x"),
    "English in Chinese": Problem(GOOD.place, Bilingual("Field required", "x"), GOOD.fix),
    "nothing to fix": Problem(GOOD.place, GOOD.wrong, Bilingual("改正", "")),
    "the program's own words": Problem(GOOD.place, Bilingual("错：ValueError", "x"), GOOD.fix),
}


@pytest.mark.parametrize("name", BAD)
def test_the_judge_sees(name: str) -> None:
    judge_problem(GOOD, Path("data"))
    with pytest.raises(AssertionError):
        judge_problem(BAD[name], Path("data"))


HOSTILE = "x\x1b[31m\u202e\ud800\nGRÜN::error file=x::y%0A"


@pytest.mark.parametrize("field", ["path", "record", "field", "excerpt", "words"])
def test_a_report_prints_nothing_that_acts(field: str) -> None:
    words = HOSTILE if field == "words" else ""
    place = Place(f"data/{HOSTILE}.yml") if field == "path" else GOOD.place
    record, name, excerpt = (HOSTILE if field == one else "" for one in ("record", "field", "excerpt"))
    said = Bilingual(f"错{words}", f"wrong{words}"), Bilingual(f"改{words}", f"fix{words}")
    problem = Problem(place, *said, record, name, excerpt)
    judge_reports([problem, GOOD])
    assert "GRÜN" in report([problem], "text")
