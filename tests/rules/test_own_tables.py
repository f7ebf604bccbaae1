"""What is wrong with the tables that a bureau declares is told, each mistake by itself and in one message."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.exports import datasets
from macros.records.collecting import TAKEN
from macros.register.load import load

TABLES = "vocabulary/tables.yml"
MISTAKES: dict[str, tuple[str, str, int, str]] = {
    # what stands in the file, what is put in its place, the line that is told of, and what of it
    "no such series": ("series: commissioners", "series: commissioner", 9, 'No figure is of a series called "commiss'),
    "no such kind of list": ("lists: [place]", "lists: [place, nowhere]", 16, 'no entry of item kinds "nowhere"'),
    "no such kind of who is named": ("carriers: company", "carriers: firm", 30, 'no entry of item kinds "firm"'),
    "two sorts of content": (
        "    lists: [place]",
        "    series: commissioners\n    lists: [place]",
        17,
        "gives series, lists",
    ),
    "no content": ("    lists: [place]\n", "", 10, "does not say what it holds"),
    "the id of a table of the software": ("id: places", "id: figures", 10, 'a table called "figures" already'),
    "the id of a section": ("id: places", "id: activities", 10, 'a table called "activities" already'),
    "English for Chinese": ("zh: 派往地点", "zh: Places", 11, "no Chinese characters"),
    "Chinese in the English": ("en: Places\n", "en: Places of the 科技特派员 teams of science\n", 12, "holds Chinese"),
    "a copy": ("en: Places\n", "en: 派往地点\n", 12, "a copy of the Chinese"),
}


@pytest.mark.parametrize("case", MISTAKES)
def test_a_mistake_is_told(case: str, data: Path) -> None:
    stands, put, line, told = MISTAKES[case]
    file = data / TABLES
    text = file.read_text("utf-8")
    assert text.count(stands) == 1
    file.write_text(text.replace(stands, put), "utf-8")
    register, problems = load(data)
    assert register is None
    assert [(one.place.line, told in one.wrong.en) for one in problems] == [(line, True)], problems


def test_the_title_of_a_section_is_in_its_language(data: Path) -> None:
    file = next(iter(sorted((data / "sections").glob("*.yml"))))
    lines = file.read_text("utf-8").splitlines()
    at = next(place for place, line in enumerate(lines) if line.startswith("  zh: "))
    lines[at] = "  zh: Alliances"
    file.write_text("\n".join([*lines, ""]), "utf-8")
    _, problems = load(data)
    assert [(one.place.line, one.wrong.en) for one in problems] == [
        (at + 1, 'The Chinese title "Alliances" holds no Chinese characters.')
    ]


def test_no_table_of_a_bureau_can_be_called_as_one_of_the_software() -> None:
    assert {one.name for one in (*datasets.FIRST, *datasets.LAST)} <= TAKEN
