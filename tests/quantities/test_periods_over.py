"""The period that a heading of plans states for what stands under it and states none itself."""

from __future__ import annotations

import pytest

from macros.records.document import Sentence
from macros.records.periods import PeriodTable
from macros.records.sources import Paragraph, Sources

TITLE = "某局2031年工作总结"
PLAN = "三、2032年工作打算"
CASES: dict[str, tuple[str, tuple[str, ...], str]] = {
    # a sentence, what it stands under (the nearest first, the title apart), and the period that holds for its number
    "the year of a heading": ("新增农田5亩。", (PLAN,), "2032"),
    "a hedge of its own besides": ("力争新增农田5亩。", (PLAN,), "2032"),
    "a heading between says none": ("新增农田5亩。", ("（一）抓好粮食", PLAN), "2032"),
    "a half-year": ("新增农田5亩。", ("三、2032年上半年工作计划",), "2032-h1"),
    "words for a period": ("新增农田5亩。", ("三、明年工作打算",), "next-year"),
    "no year in it": ("新增农田5亩。", ("三、下一步打算",), ""),
    "two years in it": ("新增农田5亩。", ("三、2032年和2033年工作打算",), ""),
    "no plan": ("新增农田5亩。", ("一、2030年工作回顾",), ""),
    "results beside plans": ("新增农田5亩。", ("一、2032年工作情况及打算",), ""),
    "a nearer heading states another and is no plan": ("新增农田5亩。", ("（一）2030年遗留问题", PLAN), ""),
    "a clause that tells what is so": ("目前已有农田5亩。", (PLAN,), ""),
    "a year only compared with": ("新增农田5亩。", ("三、比2032年更进一步的工作打算",), ""),
    "the title of the document": ("新增农田5亩。", (), ""),
}


@pytest.mark.parametrize("case", CASES)
def test_a_heading_of_plans_states_the_period(case: str) -> None:
    text, headings, expected = CASES[case]
    title = TITLE if headings else "某局2032年工作打算"
    one = Sentence(id="s1-1", path=(), zh=text, en="Text.")
    sources = Sources([Paragraph("plan", (one,), (*headings, title))], frozenset({"亩"}))
    assert PeriodTable.with_own(()).stated_over(sources, "plan#s1-1", text.index("5")) == expected
