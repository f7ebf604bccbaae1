"""Consequences are folded under their cause: in every form, for every family of them, and for random single edits."""

from __future__ import annotations

import json
from itertools import islice
from pathlib import Path

import pytest

from macros.problems import Place, Problem, Subject, causes, report
from macros.register.load import load
from macros.text.languages import Bilingual
from tests.edits import Edit, doubled, moved, removed, replaced
from tests.tools.single_edits import answers

DOCUMENT = "documents/h1-work-summary.yml"
TEXT = "documents/h1-work-summary.zh-Hant.txt"
WEEK = "activities/science-week.yml"
PROJECTS = "work-areas/projects.yml"


def problem(name: str, *follows: str, about: str = "", stage: int = 0) -> Problem:
    """A problem on a line of its own, called after the field it is about."""
    place = Place("data/x.yml", ord(name[0]))
    said = Bilingual(f"错{name}", f"wrong {name}"), Bilingual(f"改{name}", f"fix {name}")
    things = (Subject("thing", about),) if about else ()
    subjects = tuple(
        Subject("thing", follow[1:]) if follow.startswith("!") else Subject("data/x.yml", follow) for follow in follows
    )
    return Problem(place, *said, field=name, about=things, follows=subjects, stage=stage)


FOLDED: dict[str, tuple[list[Problem], dict[str, str]]] = {
    # problems in any order: every cause, and what is folded under it
    "nothing follows": ([problem("b"), problem("a")], {"a": "", "b": ""}),
    "one follows": ([problem("a", "b"), problem("b")], {"b": "a"}),
    "what it follows is not wrong": ([problem("a", "c"), problem("b")], {"a": "", "b": ""}),
    "a chain": ([problem("a", "b"), problem("b", "c"), problem("c")], {"c": "ab"}),
    "a circle": ([problem("a", "b"), problem("b", "a")], {"a": "", "b": ""}),
    "the first of several counts": ([problem("a", "x", "c", "b"), problem("b"), problem("c")], {"b": "", "c": "a"}),
    "a field follows its group": ([problem("a", "b"), problem("b[0].c")], {"b[0].c": "a"}),
    "not a field of a like name": ([problem("a", "b"), problem("bc")], {"a": "", "bc": ""}),
    "a thing": ([problem("a", "!unit"), problem("b", about="unit")], {"b": "a"}),
    "all that lack one thing": ([problem(one, "!unit", about="unit") for one in "cab"], {"a": "bc"}),
    "what was found early comes first": (
        [problem("a", stage=2), problem("b", stage=1), problem("c")],
        dict.fromkeys("cba", ""),
    ),
    "twice the same": ([problem("a"), problem("a")], {"a": ""}),
}


@pytest.mark.parametrize("name", FOLDED)
def test_folding(name: str) -> None:
    given, expected = FOLDED[name]
    found = causes(given)
    assert {one.problem.field: "".join(other.field for other in one.consequences) for one in found} == expected
    assert [one.problem.field for one in found] == list(expected)


@pytest.mark.parametrize("how", ["a merge conflict", "half a list", "GBK", "a link"])
def test_of_a_record_that_cannot_be_read_nothing_else_is_told(data: Path, how: str) -> None:
    """Its figures are named in texts, and its series by a table: they may be there all the same."""
    file = data / "work-areas/commissioners.yml"
    text = file.read_text("utf-8")
    if how == "a merge conflict":
        file.write_text(f"<<<<<<< HEAD\n{text}", "utf-8")
    elif how == "half a list":
        file.write_text(f"{text}x: [1\n", "utf-8")
    elif how == "GBK":
        file.write_bytes(text.encode("gb18030"))
    else:
        file.symlink_to(file.rename(data.parent / "elsewhere.yml"))
    problems = load(data)[1]
    assert {one.place.path for one in problems} == {"data/work-areas/commissioners.yml"}


MANY = [problem("z"), *(problem(one, "z") for one in "abcde")]


def test_text_names_the_first_places() -> None:
    text = report(MANY)
    assert (
        "由此引起的还有 5 处（data/x.yml:97:1、data/x.yml:98:1、data/x.yml:99:1 等），改好这一处后再检查一次。" in text
    )
    assert "5 more follow from this (data/x.yml:97:1, data/x.yml:98:1, data/x.yml:99:1 …): fix this" in text
    assert text.endswith("共 1 处问题，由此引起的还有 5 处。 1 problem, and 5 that follow.")
    assert "wrong a" not in text


def test_one_consequence_is_told_in_the_singular() -> None:
    text = report(MANY[:2], language="en")
    assert "1 more follows from this (data/x.yml:97:1): fix this, then check again." in text
    assert text.endswith("1 problem, and 1 that follows.")


def test_github_marks_the_cause_alone() -> None:
    lines = report(MANY, "github").splitlines()
    assert len(lines) == 1 and lines[0].startswith("::error file=data/x.yml,line=122,col=1::")
    assert "由此引起的还有 5 处" in lines[0] and "5 more follow from this" in lines[0]


def test_gitlab_marks_the_cause_alone() -> None:
    (row,) = json.loads(report(MANY, "gitlab"))
    assert row["location"]["lines"]["begin"] == 122 and "5 more follow from this" in row["description"]


def test_json_lists_every_consequence() -> None:
    (row,) = json.loads(report(MANY, "json"))
    assert row["field"] == "z"
    assert [one["field"] for one in row["consequences"]] == list("abcde")
    assert row["consequences"][0]["wrong"] == {"zh": "错a", "en": "wrong a"}


FAMILIES: dict[str, tuple[Edit, str, str, int]] = {
    # what is done to the data: where the one problem stands, what it says, and how many follow at least
    "a document deleted": (removed(DOCUMENT), "bureau.yml", 'There is no document "h1-work-summary"', 60),
    "a document renamed": (
        moved(DOCUMENT, "documents/half-year.yml"),
        "bureau.yml",
        "There are: half-year",
        0,
    ),
    "a document saved as .yml.txt": (
        moved(DOCUMENT, f"{DOCUMENT}.txt"),
        f"{DOCUMENT}.txt",
        "Rename it h1-work-summary.yml",
        60,
    ),
    "a document moved": (
        moved(DOCUMENT, "drafts/h1-work-summary.yml"),
        "drafts/h1-work-summary.yml",
        "documents in documents/",
        60,
    ),
    "a document that does not fit": (
        replaced(DOCUMENT, "script: zh-Hant", "script: x"),
        DOCUMENT,
        "Allowed: zh-Hans",
        0,
    ),
    "a verbatim text deleted": (removed(TEXT), DOCUMENT, 'no verbatim text "h1-work-summary.zh-Hant.txt"', 0),
    "a verbatim text renamed": (moved(TEXT, "documents/received.txt"), DOCUMENT, "no document names: received.txt", 0),
    "a line of the verbatim text": (
        replaced(TEXT, "智慧財產權", "智慧財物權"),
        DOCUMENT,
        'does not hold "智慧财产权"',
        1,
    ),
    "an emendation": (
        replaced(DOCUMENT, "stood: 智慧财产权", "stood: 智慧财物"),
        DOCUMENT,
        'does not hold "智慧财物"',
        1,
    ),
    "the id of a translation": (
        replaced(DOCUMENT, "    s7-3: ", "    s7-33: "),
        DOCUMENT,
        'There is no sentence "s7-33"',
        1,
    ),
    "a source that is not that of a quote": (
        replaced(WEEK, "  - id: materials\n", "  - id: materials\n    source: h1-work-summary#s7-1\n"),
        WEEK,
        "These words do not stand in h1-work-summary#s7-1",
        1,
    ),
    "a field name": (replaced(WEEK, "    label:\n", "    lable:\n"), WEEK, 'Did you mean "label"?', 1),
    "a field that is no longer typed": (
        replaced(WEEK, "  - id: materials\n", "  - id: materials\n    value: 15000\n    unit: copy\n"),
        WEEK,
        "value, unit are no longer typed",
        0,
    ),
    "a vocabulary moved": (
        moved("vocabulary/item-kinds.yml", "item-kinds.yml"),
        "vocabulary/item-kinds.yml",
        "If item-kinds.yml is it",
        1,
    ),
    "a figure id": (
        replaced(PROJECTS, "- id: grants\n", "- id: subsidies\n"),
        "bureau.yml",
        'no figure "projects.grants"',
        5,
    ),
    "a record deleted": (removed(WEEK), "bureau.yml", 'no record "science-week"', 2),
    "a work area renamed": (
        moved("work-areas/outreach.yml", "work-areas/science-outreach.yml"),
        WEEK,
        'Did you mean "science-outreach"?',
        1,
    ),
    "a vocabulary that cannot be read": (
        replaced("vocabulary/item-kinds.yml", "entries:", "entries："),
        "vocabulary/item-kinds.yml",
        "full-width",
        0,
    ),
    "a bureau that cannot be read": (
        replaced("bureau.yml", "key_figures:", "key_figures"),
        "bureau.yml",
        "not “name: value”",
        0,
    ),
    "a quote": (
        replaced(WEEK, "quote: 发放科技资料15000份", "quote: 发送科技资料15000份"),
        WEEK,
        '"送" should be "放"',
        1,
    ),
    "a quote cut short": (
        replaced(WEEK, "quote: 发放科技资料15000份", "quote: 发放科技资料15000"),
        WEEK,
        "no whole clause",
        1,
    ),
    "the indentation of a field": (
        replaced(WEEK, "      en: Topics", "    en: Topics"),
        WEEK,
        "indented by two more spaces",
        1,
    ),
    "an entry's first line": (replaced(WEEK, "  - id: advice\n", ""), WEEK, "stands twice in one set", 1),
    "a file pasted below itself": (doubled(WEEK), WEEK, "the fields below it if they are repeated too", 5),
    "a full-width space": (replaced(WEEK, "    quote: 发放", "　   quote: 发放"), WEEK, "full-width space", 1),
}


@pytest.mark.parametrize("name", FAMILIES)
def test_families(name: str, data: Path) -> None:
    edit, path, words, count = FAMILIES[name]
    edit(data)
    problems = load(data)[1]
    found = causes(problems)
    assert len(found) == 1, report(problems)
    first = found[0].problem
    assert first.place.path == f"data/{path}" and words in f"{first.wrong.en} {first.fix.en}", report(problems)
    assert len(found[0].consequences) >= count, report(problems)


@pytest.mark.parametrize("count", [10, pytest.param(60, marks=pytest.mark.night)])
def test_the_first_problem_names_the_cause(count: int, tmp_path: Path) -> None:
    """A slice of ``python -m tests.tools.single_edits``: the goal is 95 of 100 single edits.

    What changed in the text of a document that was not published yet is told at every place that quotes it.
    """
    found = list(islice((answer for answer in answers(tmp_path, 20011) if answer.problems), count))
    records = [one for one in found if one.edit.kind != "verbatim text changed"]
    missed = [f"{one.edit.kind}: {one.edit.what}\n{one.text}" for one in records if not one.named]
    assert len(missed) <= count * 0.05, "\n\n".join(missed)
    assert sum(len(causes(one.problems)) for one in records) <= count * 2, "problems per edit"
