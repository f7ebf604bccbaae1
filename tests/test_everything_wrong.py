"""Two data folders in which all is wrong on purpose, and all that is said of them, in both languages.

``fixtures/wrong`` breaks every rule that it can. What a document leaves unused is only known when every record can be
read, so that ``fixtures/uncovered`` breaks the rules on that. GBK and the like stand in them as they are
(``.gitattributes``), and their personal numbers are made up.
"""

from __future__ import annotations

import difflib
import shutil
from pathlib import Path

import pytest

from macros.__main__ import main
from macros.records.collecting import collect
from macros.register.load import FILE_RULES, FOLDER_RULES, load
from macros.rules import interface_words, languages
from tests.judging import judge_problem, judge_reports

FIXTURES = Path(__file__).parent / "fixtures"
FOLDERS = ("wrong", "uncovered")
MADE_UP = ("13900001111", "13912345678", "139-1234-5678", "110101190001011234")

RENEW = """What is said of tests/fixtures/{name} has changed:

{difference}

If this is as it should be – every line of it, in both languages – renew what is expected:

    python -m macros check --data tests/fixtures/{name} > tests/fixtures/{name}.txt
"""


@pytest.mark.parametrize("name", FOLDERS)
def test_all_that_is_wrong_is_said(name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Of a copy, since in a repository a ledger could never lose a line again."""
    assert main(["check", "--data", str(shutil.copytree(FIXTURES / name, tmp_path / name))]) == 1
    said = capsys.readouterr().out.splitlines()
    expected = (FIXTURES / f"{name}.txt").read_text("utf-8").splitlines()
    difference = "\n".join(difflib.unified_diff(expected, said, "expected", "said now", n=1, lineterm=""))
    assert not difference, RENEW.format(name=name, difference=difference)


def test_places_are_named_alike_from_within(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(shutil.copytree(FIXTURES / "uncovered", tmp_path / "uncovered"))
    assert main(["check", "--data", "."]) == 1
    assert capsys.readouterr().out == (FIXTURES / "uncovered.txt").read_text("utf-8")


@pytest.mark.parametrize("name", FOLDERS)
def test_every_problem_can_be_acted_on(name: str) -> None:
    register, problems = load(FIXTURES / name)
    assert register is None
    for problem in problems:
        judge_problem(problem, FIXTURES / name)
    judge_reports(problems)


def test_it_is_awful_enough() -> None:
    problems = load(FIXTURES / "wrong")[1]
    assert len({problem.wrong for problem in problems}) >= 80
    assert len({problem.place.path for problem in problems}) >= 25


def test_every_rule_finds_something() -> None:
    """All but those on interface words and on languages, which take a bureau of their own: test_words.py,
    test_languages.py."""
    collections = [collect(FIXTURES / name)[0] for name in FOLDERS]
    idle = [
        rule.__name__
        for rule in (*FILE_RULES, *FOLDER_RULES)
        if not any([*rule(collection)] for collection in collections)
    ]
    assert set(idle) == {rule.__name__ for rule in (*interface_words.RULES, *languages.RULES)}


@pytest.mark.parametrize("number", MADE_UP)
def test_personal_numbers_are_masked(number: str) -> None:
    held = "".join(file.read_text("utf-8", "replace") for file in (FIXTURES / "wrong").rglob("*") if file.is_file())
    assert number in held
    assert number not in (FIXTURES / "wrong.txt").read_text("utf-8")
