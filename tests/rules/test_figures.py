"""Figures: what is read where they stand, and what a person may and may not say of it (rules/figures.py)."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.records.collecting import collect
from macros.records.kinds import WORK_AREAS
from tests.rules.bureau import DOCUMENT, bureau, figure, figures, said

READ = {
    # sentence: quote, further lines, and what the figure then says
    "近3000万元": ("获得资金近3000万元。", "获得资金近3000万元", (), "30000000 cny nearly"),
    "Han numerals": ("扶持三百五十家企业。", "扶持三百五十家企业", (), "350 enterprise exact"),
    "full-width digits": ("发放资料５０００套。", "发放资料５０００套", (), "5000 set exact"),
    "a range": ("扶持15至20家企业。", "扶持15至20家企业", (), "15..20 enterprise exact"),
    "less than": ("扶持不足20家企业。", "扶持不足20家企业", (), "20 enterprise under"),
    "a sign": ("净利润-15%。", "净利润-15%", (), "-15 percent exact"),
    "one of two numbers": (
        "共12家企业，其中2家上市。",
        "共12家企业，其中2家上市",
        ("numeral: 2家",),
        "2 enterprise exact",
    ),
    "a quote with one number of a sentence with two": (
        "共12家企业，其中2家上市。",
        "其中2家上市",
        (),
        "2 enterprise exact",
    ),
    "part of a numeral is the whole of it": (
        "获得资金二百三十万元。",
        "获得资金二百三十万元",
        ("numeral: 三十万元",),
        "2300000 cny exact",
    ),
    "no unit": ("赠送苗种价值30万。", "赠送苗种价值30万", (), "300000 not-stated exact"),
    "a reading of words without a number": (
        "走访群众若干户。",
        "走访群众若干户",
        (
            "numeral: 若干户",
            "reading:",
            "  value: 5",
            "  unit: household",
            "  why: {zh: 附表写明, en: An annex says so}",
        ),
        "5 household exact",
    ),
}


@pytest.mark.parametrize("case", READ)
def test_what_is_read(case: str, tmp_path: Path) -> None:
    sentence, quote, more, expected = READ[case]
    data = bureau(tmp_path, [sentence], figures(figure(quote, *more), quote=quote))
    ((_, _, found),) = collect(data)[0].figures()
    assert f"{found.amount} {found.unit} {found.qualifier}" == expected
    assert said(data) == []


WHY = "  why: {zh: 理由, en: A reason}"
REFUSED = {
    # sentence, quote, further lines: the field and words of the only problem
    "several numbers": (
        "共12家企业，其中2家上市。",
        "共12家企业，其中2家上市",
        (),
        ("figures[0].quote", "There are several numbers: 12家, 2家. Say which one is meant: numeral: 12家"),
    ),
    "a numeral that is not there": (
        "共12家企业，其中2家上市。",
        "共12家企业，其中2家上市",
        ("numeral: 3家",),
        ("figures[0].numeral", 'The quote does not contain "3家".'),
    ),
    "a numeral that is there twice": (
        "春季2家，秋季2家。",
        "春季2家，秋季2家",
        ("numeral: 2家",),
        ("figures[0].numeral", '"2家" stands in the quote more than once.'),
    ),
    "no number": ("扶持企业。", "扶持企业", (), ("figures[0].quote", "No quantity is read in the quote.")),
    "a numeral without a number": (
        "共12家企业。",
        "共12家企业",
        ("numeral: 企业",),
        ("figures[0].numeral", "The numbers of the quote are: 12家."),
    ),
    "a reading of what the program reads": (
        "共12家企业。",
        "共12家企业",
        ("numeral: 12家", "reading:", "  value: 20", "  unit: enterprise", WHY),
        ("figures[0].reading", "no other reading can be stated. Delete reading."),
    ),
    "a reading of no words": (
        "走访群众若干户。",
        "走访群众若干户",
        ("reading:", "  value: 5", "  unit: household", WHY),
        ("figures[0].reading", "Copy these words into numeral."),
    ),
    "a reading in a unit that is none": (
        "走访群众若干户。",
        "走访群众若干户",
        ("numeral: 若干户", "reading:", "  value: 5", "  unit: household-x", WHY),
        ("figures[0].reading.unit", 'There is no entry of units "household-x"'),
    ),
    "a unit that is in no vocabulary": (
        "发放资料15000沓。",
        "发放资料15000沓",
        (),
        ("figures[0].quote", '"沓", which follows "15000", is no known unit.'),
    ),
    "a unit by what is no unit, alone in its quote": (
        "接待300人/窗。",
        "接待300人/窗",
        (),
        ("figures[0].quote", '"人/窗" of "300人/窗" is no known unit.'),
    ),
    "a rate by what is in no vocabulary": (
        "每百沓资料配发光盘2套。",
        "每百沓资料配发光盘2套",
        (),
        ("figures[0].quote", 'which follows "每百", begins with no known unit.'),
    ),
    "another value for a number without a unit": (
        "发放资料15000沓。",
        "发放资料15000沓",
        ("numeral: 15000沓", "reading:", "  value: 1500", "  unit: not-stated", WHY),
        ("figures[0].reading", "no other reading can be stated"),
    ),
    "words that contradict each other": (
        "解决近50多个问题。",
        "解决近50多个问题",
        (),
        ("figures[0].quote", 'The words of "近50多个" contradict each other.'),
    ),
    "a quote that stands twice in its sentence": (
        "一季度，新增20家企业，二季度，新增20家企业。",
        "新增20家企业",
        (),
        ("figures[0].quote", "These words stand more than once in their sentence."),
    ),
    "the period of another clause": (
        "今年扶持50家企业，去年扶持20家企业。",
        "今年扶持50家企业",
        ("period: last-year",),
        ("figures[0].period", 'states the period "last-year". Delete period; what is stated: this-year.'),
    ),
    "a reading of a numeral inside a word": (
        "进一步走访群众。",
        "进一步走访群众",
        ("numeral: 进一步", "reading:", "  value: 5000", "  unit: household", WHY),
        ("figures[0].numeral", '"进一步" is no number.'),
    ),
    "a reading of half of that word": (
        "进一步走访群众。",
        "进一步走访群众",
        ("numeral: 一步", "reading:", "  value: 1", "  unit: count", WHY),
        ("figures[0].numeral", '"一步" is no number.'),
    ),
    "another value for a Han numeral before an unknown unit": (
        "发放资料三沓。",
        "发放资料三沓",
        ("numeral: 三沓", "reading:", "  value: 5000", "  unit: not-stated", WHY),
        ("figures[0].numeral", '"三沓" is no number.'),
    ),
    "a reading of a whole clause": (
        "走访群众若干户送去温暖。",
        "走访群众若干户送去温暖",
        ("numeral: 走访群众若干户送去温暖", "reading:", "  value: 5", "  unit: household", WHY),
        ("figures[0].numeral", "is no number."),
    ),
    "another value for contradictory words": (
        "解决近50多个问题。",
        "解决近50多个问题",
        ("numeral: 近50多个", "reading:", "  value: 50000", "  unit: count", WHY),
        ("figures[0].reading", "no other reading can be stated"),
    ),
    "another unit for contradictory words": (
        "解决近50多个问题。",
        "解决近50多个问题",
        ("numeral: 近50多个", "reading:", "  value: 50", "  unit: cny", WHY),
        ("figures[0].reading", "no other reading can be stated"),
    ),
    "contradictory words and more": (
        "解决近50多个问题。",
        "解决近50多个问题",
        ("numeral: 解决近50多个问题", "reading:", "  value: 50", "  unit: count", WHY),
        ("figures[0].numeral", "Write numeral: 近50多个"),
    ),
    "contradictory words that cover another number": (
        "解决近50多个问题和12家企业。",
        "解决近50多个问题和12家企业",
        ("numeral: 近50多个问题和12家", "reading:", "  value: 50", "  unit: count", WHY),
        ("figures[0].reading", "no other reading can be stated"),
    ),
    "a period that is none": (
        "去年扶持12家企业。",
        "去年扶持12家企业",
        ("period: last-yaer",),
        ("figures[0].period", 'states the period "last-yaer". Delete period; what is stated: last-year.'),
    ),
    "a year that nothing states": (
        "去年扶持12家企业。",
        "去年扶持12家企业",
        ("period: 2019",),
        ("figures[0].period", 'states the period "2019". Delete period; what is stated: last-year.'),
    ),
    "a period that nothing states": (
        "去年扶持12家企业。",
        "去年扶持12家企业",
        ("period: next-year",),
        ("figures[0].period", 'states the period "next-year". Delete period; what is stated: last-year.'),
    ),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_is_refused(case: str, tmp_path: Path) -> None:
    sentence, quote, more, (field, words) = REFUSED[case]
    found = said(bureau(tmp_path, [sentence], figures(figure(quote, *more), quote=quote)))
    assert [one for one, _ in found] == [field], found
    assert words in found[0][1], found


ALLOWED = {
    "contradictory words, read by a person": (
        "解决近50多个问题。",
        "解决近50多个问题",
        ("numeral: 近50多个", "reading:", "  value: 50", "  unit: count", "  qualifier: about", WHY),
    ),
    "a number without a unit, said to be so": (
        "发放资料15000沓。",
        "发放资料15000沓",
        ("numeral: 15000沓", "reading:", "  value: 15000", "  unit: not-stated", WHY),
    ),
    "a Han numeral before an unknown unit": (
        "发放资料三沓。",
        "发放资料三沓",
        ("numeral: 三沓", "reading:", "  value: 3", "  unit: not-stated", WHY),
    ),
    "another period of the paragraph": (
        "去年试点，今年扶持12家企业。",
        "今年扶持12家企业",
        ("period: last-year",),
    ),
}


@pytest.mark.parametrize("case", ALLOWED)
def test_what_is_allowed(case: str, tmp_path: Path) -> None:
    sentence, quote, more = ALLOWED[case]
    assert said(bureau(tmp_path, [sentence], figures(figure(quote, *more), quote=quote))) == []


PERIODS = {
    "去年扶持12家企业。": "last-year",
    "去年试点，今年扶持12家企业。": "this-year",
    "上半年，工作顺利。扶持12家企业。": "first-half",
    "扶持12家企业。": "not-stated-this-year",
    "2023年扶持12家企业。": "2023",
}


@pytest.mark.parametrize(("text", "period"), PERIODS.items())
def test_the_period_is_what_the_sentence_says(text: str, period: str, tmp_path: Path) -> None:
    quote = next(one for one in text.replace("，", "。").split("。") if "12家" in one)
    data = bureau(tmp_path, [text], figures(figure(quote), quote=quote))
    ((_, _, found),) = collect(data)[0].figures()
    assert found.period == period


IN_A_DATED_DOCUMENT = {
    # period of the document, first line, text: the period of the figure in it
    ("2031", "2031年工作总结", "全年办班12期。"): "2031",
    ("2031", "2031年工作总结", "去年办班12期。"): "2030",
    ("2031", "2031年工作总结", "上半年办班12期。"): "2031-h1",
    ("2031", "2031年工作总结", "明年将办班12期。"): "2032",
    ("2031", "2031年工作总结", "办班12期。"): "not-stated-2031",
    ("2031", "2031年工作总结", "2029年办班12期。"): "2029",
    ("2032-h1", "2032年上半年工作总结", "上半年办班12期。"): "2032-h1",
    ("2032-h1", "2032年上半年工作总结", "今年办班12期。"): "2032",
    ("this-year", "工作总结", "今年办班12期。"): "this-year",
}


@pytest.mark.parametrize(("document", "period"), IN_A_DATED_DOCUMENT.items())
def test_a_period_in_words_is_of_the_year_of_its_document(
    document: tuple[str, str, str], period: str, tmp_path: Path
) -> None:
    named, title, text = document
    data = bureau(tmp_path, [title, text], figures(figure(text.rstrip("。")), quote=text.rstrip("。")))
    change_line(data, f"period: {named}")
    ((_, _, found),) = collect(data)[0].figures()
    assert found.period == period
    assert "period" not in dict(said(data, DOCUMENT))


@pytest.mark.parametrize("period", ["2030", "2031-h1", "2031-q3", "2031-05"])
def test_a_document_is_of_no_year_that_it_does_not_state(period: str, tmp_path: Path) -> None:
    data = bureau(tmp_path, ["2031年工作总结", "办班12期。"], figures(figure("办班12期"), quote="办班12期"))
    change_line(data, f"period: {period}")
    assert "period" in dict(said(data, DOCUMENT))


def change_line(data: Path, line: str) -> None:
    """Gives the document of a bureau another period."""
    file = data / DOCUMENT
    file.write_text(file.read_text("utf-8").replace("period: this-year", line), "utf-8")


HEDGED = {
    "将扶持12家企业": "expected",
    "计划扶持12家企业": "planned",
    "力争扶持12家企业": "aimed",
    "未完成12个项目": "not",
    "尚待验收12个项目": "undone",
    "打算扶持12家企业": "planned",
    "将违规企业12家列入名单": "",
    "扶持12家企业": "",
}


@pytest.mark.parametrize(("quote", "hedge"), HEDGED.items())
def test_what_a_clause_hedges_is_hedged(quote: str, hedge: str, tmp_path: Path) -> None:
    data = bureau(tmp_path, [f"{quote}。"], figures(figure(quote), quote=quote))
    ((_, _, found),) = collect(data)[0].figures()
    assert (found.hedge or "") == hedge


HEDGED_FROM_AFAR = {
    # lines of the document, and what is said of the 3000亩 in it
    "an earlier clause": (["力争总产不低于5万吨，新增农田3000亩。"], "aimed"),
    "an earlier sentence that goes on": (["力争总产不低于5万吨；", "新增农田3000亩。"], ""),
    "one that goes on in its paragraph": (["力争总产不低于5万吨；新增农田3000亩。"], "aimed"),
    "a heading": (["三、下一步打算", "新增农田3000亩。"], "listed"),
    "a heading, and a clause that tells what is so": (["三、下一步打算", "目前已新增农田3000亩。"], ""),
    "none": (["三、主要工作", "新增农田3000亩。"], ""),
}


@pytest.mark.parametrize("case", HEDGED_FROM_AFAR)
def test_what_is_said_of_several_clauses_at_once_is_said_of_each(case: str, tmp_path: Path) -> None:
    lines, hedge = HEDGED_FROM_AFAR[case]
    quote = "目前已新增农田3000亩" if "目前已新增农田3000亩。" in lines else "新增农田3000亩"
    statement = f"statements:\n  - en: New fields.\n    quote: {quote}\n"
    data = bureau(tmp_path, lines, figures(figure(quote), quote=quote) + statement)
    found = collect(data)[0]
    ((_, _, read),) = found.figures()
    assert (read.hedge or "") == hedge
    (stated,) = found.of(WORK_AREAS)["area"].record.statements
    assert getattr(stated, "hedge", "") == hedge
