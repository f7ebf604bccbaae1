"""Years in words beside figures, in labels and in rewordings (rules/years_told.py)."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.edits import replaced
from tests.rules.bureau import AREA, bureau, figure, figures, said

LINES = ["去年发放资料1000份，受到欢迎。今年发放资料2000份，比去年增加1000份。"]
NOW, BEFORE = "今年发放资料2000份", "去年发放资料1000份"
RECORD = figures(figure(NOW, ident="now"), figure(BEFORE, ident="before"), quote=NOW)
STATEMENT = "statements:\n  - zh: {zh}\n    en: {en}\n    quote: 受到欢迎\n"
SPEAKS_OF = "The source speaks of "
SUMMARIES = {
    "its own year": ("今年发放{now}。", "This year {now} were handed out.", None),
    "no year": ("发放{now}。", "It handed out {now}.", None),
    "two years": (
        "去年发放{before}，今年发放{now}。",
        "Last year it handed out {before}, and this year {now}.",
        None,
    ),
    "compared with another": (
        "今年发放{now}，比去年的{before}多。",
        "This year {now}, more than last year’s {before}.",
        None,
    ),
    "compared in another sentence": (
        "与去年相比，有进步。发放{now}。",
        "It did better than last year. It handed out {now}.",
        None,
    ),
    "from one year to another": (
        "从去年的{before}增加到{now}。",
        "It rose from {before} last year to {now}.",
        None,
    ),
    "one year beside another": (
        "去年{before}，本次{now}。",
        "Last year it was {before}, then {now}.",
        None,
    ),
    "since another year": ("去年以来需求旺盛，发放{now}。", "In demand since last year, {now} were handed out.", None),
    "after another year": ("继去年之后，又发放{now}。", "After last year’s success, {now} were handed out.", None),
    "begun in another year": (
        "去年启动的项目发放{now}。",
        "The project begun last year handed out {now}.",
        None,
    ),
    "for another year": ("为明年春耕发放{now}。", "For next year’s sowing {now} were handed out.", None),
    "above another year": ("高于去年，发放{now}。", "Unlike last year, {now} were handed out.", None),
    "double another year": ("是去年的两倍，发放{now}。", "As in the last year, {now} were handed out.", None),
    "of the second half of another year": (
        "发放{now}。",
        "In the second half of last year {now} were handed out.",
        ("summary.en", "this year"),
    ),
    "last year for this": ("去年发放{now}。", "It handed out {now}.", ("summary.zh", "this year")),
    "this year for last": ("今年发放{before}。", "It handed out {before}.", ("summary.zh", "last year")),
    "next year for this": ("明年发放{now}。", "It handed out {now}.", ("summary.zh", "this year")),
    "the year before last": ("前年发放{before}。", "It handed out {before}.", ("summary.zh", "last year")),
    "last year in English": (
        "去年发放{before}；今年又发放{now}。",
        "Last year {before} were handed out; last year {now} were handed out too.",
        ("summary.en", "this year"),
    ),
}
LABELS = {
    "its own year": ("今年资料", "Material this year", None),
    "another year": ("去年资料", "Material", ("figures[0].label.zh", "this year")),
    "another year in English": ("资料", "Material last year", ("figures[0].label.en", "this year")),
    "what it is based on": ("在去年基础上新增的资料", "Material added to last year’s", None),
    "what it is for": ("为明年准备的资料", "Material for next year", None),
    "what it is compared with": ("比去年多的资料", "Material, up on last year", None),
}
REWORDINGS = {
    "its own year": ("去年受到欢迎。", "Last year it was welcome.", None),
    "another year": ("今年受到欢迎。", "It was welcome.", ("statements[0].zh", "last year")),
    "no year": ("深受欢迎。", "It was welcome.", None),
}


def told(data: Path, expected: tuple[str, str] | None) -> None:
    """The problems that name a year are what is expected, and where."""
    found = [one for one in said(data) if SPEAKS_OF in one[1]]
    if expected is None:
        assert found == []
    else:
        assert [field for field, _ in found] == [expected[0]]
        assert expected[1] in found[0][1]


@pytest.mark.parametrize("case", SUMMARIES)
def test_what_stands_before_a_figure(case: str, tmp_path: Path) -> None:
    zh, en, expected = SUMMARIES[case]
    data = bureau(tmp_path, LINES, RECORD)
    replaced(AREA, "  zh: 做了工作。\n  en: Work was done.", f'  zh: "{zh}"\n  en: "{en}"')(data)
    told(data, expected)


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("去年启动的工程发放{now}。", "The project begun last year handed out {now}."),
        ("发放{now}。", "The project begun last year handed out {now}."),
    ],
)
def test_the_clause_of_a_figure_names_another_year_too(zh: str, en: str, tmp_path: Path) -> None:
    clause = "去年启动的工程今年发放资料2000份"
    data = bureau(tmp_path, [f"{clause}。"], figures(figure(clause, ident="now"), quote=clause))
    replaced(AREA, "  zh: 做了工作。\n  en: Work was done.", f'  zh: "{zh}"\n  en: "{en}"')(data)
    told(data, None)


@pytest.mark.parametrize("case", LABELS)
def test_what_a_figure_is_called(case: str, tmp_path: Path) -> None:
    zh, en, expected = LABELS[case]
    data = bureau(tmp_path, LINES, figures(figure(NOW, ident="now"), quote=NOW))
    replaced(AREA, "      zh: 数\n      en: Number", f"      zh: {zh}\n      en: {en}")(data)
    told(data, expected)


@pytest.mark.parametrize("case", REWORDINGS)
def test_how_a_clause_is_reworded(case: str, tmp_path: Path) -> None:
    zh, en, expected = REWORDINGS[case]
    told(bureau(tmp_path, LINES, RECORD + STATEMENT.format(zh=zh, en=en)), expected)
