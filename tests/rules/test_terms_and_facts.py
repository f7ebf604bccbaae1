"""A bureau's own terms (rules/own_terms.py), what no longer is typed, and what projects and goals state."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.records.collecting import collect
from tests.edits import added, replaced
from tests.rules.bureau import AREA, bureau, figure, figures, said

TEXT = "发放资料12沓，获资助30万元。"
RECORD = figures(figure("发放资料12沓"), quote="发放资料12沓")
TERMS = {
    # file, its only entry, and the field and words of the problem; nothing where it passes
    "a unit": ("units", "{id: pad, zh: 沓, en: pads, written: [沓]}", None),
    "a unit with another in brackets": ("units", "{id: pad, zh: 沓（叠）, en: pads, written: [沓（叠）]}", None),
    "a unit with a number in brackets": (
        "units",
        "{id: pad, zh: 沓, en: pads, written: [沓, 沓（十）]}",
        ("entries[0].written[1]", '"沓（十）" alone cannot be such a word'),
    ),
    "a unit of the software's id": (
        "units",
        "{id: copy, zh: 沓, en: pads, written: [沓]}",
        ("entries[0].id", '"copy" comes with the software'),
    ),
    "a unit in the software's words": (
        "units",
        "{id: pad, zh: 沓, en: pads, written: [沓, 元]}",
        ("entries[0].written[1]", '"元" is a way to write "cny" already'),
    ),
    "a currency that is none": (
        "units",
        "{id: pad, zh: 沓, en: pads, written: [沓], currency: yes}",
        ("entries[0].currency", "ISO 4217"),
    ),
    "a period": (
        "periods",
        "{id: since-founding, order: 5, zh: 建站以来, en: since founding, words: [建站以来]}",
        None,
    ),
    "a period of the software's id": (
        "periods",
        "{id: first-half, order: 5, zh: 全年, en: whole year, words: [全年度]}",
        ("entries[0].id", '"first-half" comes with the software'),
    ),
    "a period in the software's words": (
        "periods",
        "{id: mine, order: 5, zh: 全年, en: whole year, words: [上半年]}",
        ("entries[0].words[0]", '"上半年" is a way to write "first-half" already'),
    ),
}


@pytest.mark.parametrize("case", TERMS)
def test_own_terms_add_and_redefine_nothing(case: str, tmp_path: Path) -> None:
    name, entry, refused = TERMS[case]
    data = bureau(tmp_path, [TEXT], RECORD)
    added(f"vocabulary/{name}.yml", f"entries:\n  - {entry}\n")(data)
    found = said(data, f"vocabulary/{name}.yml")
    assert [field for field, _ in found] == ([refused[0]] if refused else [])
    assert not refused or refused[1] in found[0][1]
    if case == "a unit":
        assert [one.unit for _, _, one in collect(data)[0].figures()] == ["pad"]


def test_the_vocabularies_may_be_left_out(tmp_path: Path) -> None:
    data = bureau(tmp_path, [TEXT], figures(figure("获资助30万元"), quote="获资助30万元"))
    (data / "vocabulary/periods.yml").unlink()
    assert said(data) == [] and not (data / "vocabulary/units.yml").exists()


RETIRED = {
    # what is added to the record or the document, and what is said of it
    "a figure": (
        AREA,
        "    quote: 发",
        "    value: 12\n    unit: copy\n    written: 12沓\n    quote: 发",
        "figures[0].value",
    ),
    "a list": (
        AREA,
        "figures:\n",
        "lists:\n  - id: all\n    open_ended: yes\n    kind: topic\n    title: {zh: 题, en: T}\n"
        "    quote: 发放资料12沓\n    items: [{id: a, zh: 资料, en: Material}]\nfigures:\n",
        "lists[0].open_ended",
    ),
    "a document": ("documents/report.yml", "script:", "sha256: abc\nscript:", "sha256"),
    "the sections of a document": ("documents/report.yml", "script:", "sections: []\nscript:", "sections"),
    "other numerals": ("documents/report.yml", "script:", "other_numerals: []\nscript:", "other_numerals"),
    "an omitted line": (
        "documents/report.yml",
        "script:",
        "omitted: [{line: 3, stood: 页, zh: 页码, en: Page}]\nscript:",
        "omitted[0].stood",
    ),
}


@pytest.mark.parametrize("case", RETIRED)
def test_what_is_no_longer_typed_is_told_what_to_do_with(case: str, tmp_path: Path) -> None:
    file, old, new, field = RETIRED[case]
    data = bureau(tmp_path, [TEXT], RECORD)
    replaced(file, old, new)(data)
    ((at, words),) = said(data, file)
    assert at == field and "no longer typed" in words and "Delete it" in words


def test_a_file_that_is_no_longer_read_is_told_so(tmp_path: Path) -> None:
    data = bureau(tmp_path, [TEXT], RECORD)
    added("vocabulary/qualifiers.yml", "entries: []\n")(data)
    ((_, words),) = said(data, "vocabulary/qualifiers.yml")
    assert "no longer read" in words and "Delete this file" in words


CLAUSE = "甲公司的新型电池项目、乙公司的节水项目获创新基金支持"
SOURCE = f"{CLAUSE}，获资助30万元，占地5亩。力争2025年6月底前建成中心。中心于2025年建成。"
SOURCE += "中心按计划完成目标。中心未达到500人。"
PROJECT = """projects:
  - id: one
    quote: {clause}
    name: {{zh: {name}, en: Battery}}
    company: {{zh: {company}, en: Firm}}
    programme: {{zh: {programme}, en: Fund}}
    stage: funded
{more}"""
AS_STATED = {"clause": CLAUSE, "name": "新型电池项目", "company": "甲公司", "programme": "创新基金", "more": ""}
PROJECTS: dict[str, tuple[dict[str, str], str]] = {
    "as stated": ({}, ""),
    "its grant": ({"more": "    grant: money\n"}, ""),
    "another name": ({"name": "旧型电池项目"}, "name.zh"),
    "a company that is not there": ({"company": "丙公司"}, "company.zh"),
    "the company of another": ({"company": "乙公司"}, "company.zh"),
    "a programme that is not there": ({"programme": "火炬计划"}, "programme.zh"),
    "land for a grant": ({"more": "    grant: land\n"}, "grant"),
}


@pytest.mark.parametrize("case", PROJECTS)
def test_projects_are_as_the_source_states_them(case: str, tmp_path: Path) -> None:
    changed, field = PROJECTS[case]
    record = figures(figure("获资助30万元", ident="money"), figure("占地5亩", ident="land"), quote="获资助30万元")
    found = said(bureau(tmp_path, [SOURCE], record + PROJECT.format(**(AS_STATED | changed))))
    assert [one for one, _ in found] == ([f"projects[0].{field}"] if field else []), found


SHARED = {
    # what two projects say of their grants, and the fields of what is said
    "the total of both": ("grant_together: money", "grant_together: money", []),
    "each its own": ("grant: money", "grant: more", []),
    "one for both": ("grant: money", "grant: area.money", ["projects[0].grant", "projects[1].grant"]),
    "its own and the total": ("grant: money", "grant_together: money", ["projects[0].grant"]),
    "another sentence's": ("grant: later", "grant: money", ["projects[0].grant"]),
    "the total of another sentence": ("grant_together: later", "grant_together: later", []),
}


@pytest.mark.parametrize("case", SHARED)
def test_a_grant_is_of_one_project(case: str, tmp_path: Path) -> None:
    first, second, fields = SHARED[case]
    record = figures(
        figure("获资助30万元", ident="money"),
        figure("另获20万元", ident="more"),
        figure("合计60万元", ident="later"),
        quote="获资助30万元",
    )
    projects = PROJECT.format(**(AS_STATED | {"more": f"    {first}\n"}))
    other = {"name": "节水", "company": "乙公司", "more": f"    {second}\n"}
    projects += PROJECT.format(**(AS_STATED | other)).partition("\n")[2].replace("id: one", "id: two")
    found = said(bureau(tmp_path, [f"{CLAUSE}，获资助30万元，另获20万元。合计60万元。"], record + projects))
    assert [field for field, _ in found if "projects" in field] == fields, found


GOAL = """quote: 力争2025年6月底前建成中心
commitments:
  - id: centre
    en: The aim is to complete the centre by the end of June 2025.
    deadline: {{zh: 见原文, en: As stated}}
    quote: 力争2025年6月底前建成中心
{more}"""
STEP = "    progress:\n      - {{en: {en}, quote: {quote}, status: {status}, period: this-year}}\n"
GOALS = {
    "no due date": ("", ""),
    "a due date that is stated": ("    due: 2025-06-30\n", ""),
    "a due date that is not": ("    due: 2024-12-31\n", "commitments[0].due"),
    "the first day of the month": ("    due: 2025-06-01\n", "commitments[0].due"),
    "met": (STEP.format(en="It was completed in 2025.", quote="中心于2025年建成", status="met"), ""),
    "met, as planned": (STEP.format(en="It met its aim.", quote="中心按计划完成目标", status="met"), ""),
    "met, where too few came": (
        STEP.format(en="It did not reach 500 people.", quote="中心未达到500人", status="met"),
        "commitments[0].progress[0].status",
    ),
    "met, on the strength of the goal": (
        STEP.format(en="The aim was June 2025.", quote="力争2025年6月底前建成中心", status="met"),
        "commitments[0].progress[0].status",
    ),
}


@pytest.mark.parametrize("case", GOALS)
def test_goals_are_as_the_source_states_them(case: str, tmp_path: Path) -> None:
    more, field = GOALS[case]
    data = bureau(tmp_path, [SOURCE], GOAL.format(more=more.replace("{{", "{").replace("}}", "}")))
    found = [one for one, _ in said(data) if "due" in one or "status" in one]
    assert found == ([field] if field else []), said(data)


DUE = {
    # what a goal says, and whether it is due on that day
    ("力争2024年建成中心", "2024-12-31"): True,
    ("力争2024年建成中心", "2024-01-01"): False,
    ("力争2024年2月底前建成中心", "2024-02-29"): True,
    ("力争2024年2月底前建成中心", "2024-02-28"): False,
    ("力争2024年3月15日前建成中心", "2024-03-15"): True,
    ("力争2024年3月15日前建成中心", "2024-03-31"): False,
    ("力争2024年上半年建成中心", "2024-06-30"): False,
}


@pytest.mark.parametrize(("quote", "day"), DUE)
def test_a_goal_is_due_on_the_last_day_of_what_it_names(quote: str, day: str, tmp_path: Path) -> None:
    goal = GOAL.format(more=f"    due: {day}\n").replace("力争2025年6月底前建成中心", quote)
    found = [one for one, _ in said(bureau(tmp_path, [f"{quote}。"], goal)) if one.endswith("due")]
    assert bool(found) is not DUE[quote, day]
