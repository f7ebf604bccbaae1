"""What must hold of any data folder, however spoiled: checking it answers, and a clerk can act on every problem."""

from __future__ import annotations

import json
import re
from pathlib import Path

from macros.problems import MessageLanguage, Problem, causes, report
from macros.register.load import load
from macros.text.personal_numbers import find
from tests.pages import html_of, shown, site_of

HAN = re.compile("[\u4e00-\u9fff]")
LATIN = re.compile("[A-Za-z]")
LEAKS = re.compile(r"Traceback|NoneType|<class |<function |object at 0x|Decimal\(|[a-z]Error\b|Exception|pydantic")
"""What a message holds only when the program speaks of itself."""
LANGUAGES: tuple[MessageLanguage, ...] = ("zh", "en", "both")


def judge(data: Path) -> list[Problem]:
    """Checks a data folder and, where it passes, makes every page of it; returns its problems."""
    register, problems = load(data)
    assert (register is None) == bool(problems), "a register or problems, and not both"
    for problem in problems:
        judge_problem(problem, data)
    judge_reports(problems)
    if register is not None:
        site = site_of(register)
        for page in shown(register):
            html_of(site, page)
    return problems


def judge_problem(problem: Problem, data: Path) -> None:
    """Its place is in the data folder, and it says what is wrong and how to fix it in both languages."""
    place = problem.place
    assert place.path.startswith(f"{data.name}/") and ".." not in place.path.split("/"), place
    assert place.line >= 1 and place.column >= 1, place
    assert place.column <= len(problem.excerpt) + 1, (place, problem.excerpt)
    for said in (problem.wrong, problem.fix):
        assert HAN.search(said.zh), f"no Chinese: {said.zh}"
        assert LATIN.search(said.en), f"no English: {said.en}"
        assert not LEAKS.search(f"{said.zh}\n{said.en}"), said


def judge_reports(problems: list[Problem]) -> None:
    """Every form can be printed, holds every problem, one to a line where it should, and no personal number."""
    found = causes(problems)
    count = len(found)
    assert sum(1 + len(one.consequences) for one in found) == len(set(problems)), "a problem is lost, or listed twice"
    for language in LANGUAGES:
        text, github = report(problems, "text", language), report(problems, "github", language)
        assert len(github.splitlines()) == count and github.count("::error file=") >= count
        lists = report(problems, "json", language), report(problems, "gitlab", language)
        assert [len(json.loads(one)) for one in lists] == [count, count]
        assert sum(len(one["consequences"]) for one in json.loads(lists[0])) == len(set(problems)) - count
        printed = text + github + "".join(lists)
        printed.encode()
        assert not any(find(printed)), "a personal number is printed"
        assert not any(char < " " and char != "\n" for char in printed), "a control character is printed"
