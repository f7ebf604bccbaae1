"""Quotes: whole clauses, to the letter, in the one sentence that is meant (rules/quotes.py, text/clauses.py)."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.records.collecting import collect
from tests.rules.bureau import AREA, bureau, said

TEXT = [
    "今年未完成15个项目，力争明年完成。",
    "一是发放资料1,200份；二是建设“滨湖，河蟹”基地。",
    "领导重视。",
    "领导重视。",
]
STANDS = {
    "a clause": ("今年未完成15个项目", "s0-1"),
    "two clauses with the mark between": ("今年未完成15个项目，力争明年完成", "s0-1"),
    "a whole sentence with its mark": ("今年未完成15个项目，力争明年完成。", "s0-1"),
    "a clause without what numbers it": ("发放资料1,200份", "s0-2"),
    "a clause with what numbers it": ("一是发放资料1,200份", "s0-2"),
    "a clause with a mark in quotation marks": ("建设“滨湖，河蟹”基地", "s0-3"),
    "the title": ("简报", "s0"),
}


@pytest.mark.parametrize("case", STANDS)
def test_a_quote_finds_its_sentence(case: str, tmp_path: Path) -> None:
    quote, sentence = STANDS[case]
    data = bureau(tmp_path, TEXT, f"quote: {quote}\n")
    collection, _ = collect(data)
    (area,) = collection.paged()
    assert area.record.source == f"report#{sentence}"
    assert said(data) == []


REFUSED = {
    "a negation cut away": ("完成15个项目", "The quote is no whole clause. Copy from one punctuation mark to the next"),
    "a hope cut away": ("明年完成", "力争明年完成"),
    "the end cut away": ("今年未完成15个", "The quote is no whole clause."),
    "half a name in quotation marks": ("河蟹”基地", "The quote is no whole clause."),
    "half a number": ("200份", "The quote is no whole clause."),
    "one character": ("项", "The quote is no whole clause."),
    "another word": ("今年已完成15个项目", '"已" should be "未"'),
    "over the end of a sentence": ("力争明年完成。一是发放资料1,200份", "No source document contains"),
    "a mark alone": ('"，"', "The quote is no whole clause."),
    "in two sentences": ("领导重视", "Say which is meant: source: report#s0-4"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_is_no_quote_is_refused(case: str, tmp_path: Path) -> None:
    quote, words = REFUSED[case]
    found = said(bureau(tmp_path, TEXT, f"quote: {quote}\n"))
    assert [field for field, _ in found] == ["quote"], found
    assert words in found[0][1], found


SOURCES = {
    "the sentence": ("领导重视", "report#s0-5", ""),
    "another sentence": ("今年未完成15个项目", "report#s0-5", "They stand in report#s0-1"),
    "no sentence": ("今年未完成15个项目", "report#s0-9", 'There is no sentence "s0-9"'),
    "no document": ("今年未完成15个项目", "reports", 'There is no document "reports"'),
    "still two in the document": ("领导重视", "report", "stand in several places"),
}


@pytest.mark.parametrize("case", SOURCES)
def test_the_source_says_which_is_meant(case: str, tmp_path: Path) -> None:
    quote, source, words = SOURCES[case]
    found = said(bureau(tmp_path, TEXT, f"quote: {quote}\nsource: {source}\n"))
    assert len(found) == bool(words) and all(words in text for _, text in found), found


def test_what_cannot_be_read_is_no_reason_to_doubt_a_quote(tmp_path: Path) -> None:
    """Where the text of a document is gone, that is told, and not every quote from it."""
    data = bureau(tmp_path, TEXT, "quote: 今年未完成15个项目\n")
    (data / "documents/report.txt").unlink()
    assert said(data) == []
    assert said(data, "documents/report.yml")[0][0] == "verbatim"


STATEMENTS = {"": "今年未完成15个项目。", "    zh: 还有项目没有完成。\n": "还有项目没有完成。"}


@pytest.mark.parametrize(("typed", "shown"), STATEMENTS.items())
def test_a_statement_is_its_clause(typed: str, shown: str, tmp_path: Path) -> None:
    record = f"quote: 简报\nstatements:\n  - en: Not all was completed.\n    quote: 今年未完成15个项目\n{typed}"
    collection, _ = collect(bureau(tmp_path, TEXT, record))
    (area,) = collection.paged()
    (statement,) = area.record.statements
    assert statement.zh == shown and statement.is_reworded == bool(typed), AREA


REWORDED = {
    # a clause, other words for it, and what is said of them; nothing where they pass
    "a denial": ("中心未建成", "中心没有建成。", ""),
    "a denial in words of delay": ("中心尚待验收", "中心未验收。", ""),
    "a denial left out": ("中心未建成", "中心建成了。", '"未", which is left out'),
    "a hope for a denial": ("中心未建成", "中心将建成。", '"未", which is left out'),
    "a promise for a plan": ("中心拟建成", "中心将建成。", '"拟", which is left out'),
    "a plan for what will be": ("中心将建成", "中心计划建成。", ""),
    "what will be next year": ("中心明年将建成", "中心明年建成。", ""),
    "next year, in a future tense": ("中心明年建成", "中心将于明年建成。", ""),
    "an aim as a noun": ("力争建成中心", "以建成中心为目标。", ""),
    "a denial of what is forbidden": ("严禁违规收费", "不得违规收费。", ""),
    "a denial of what was stopped": ("取消户籍限制", "不再限制户籍。", ""),
    "what is needed no more": ("无需提交材料", "不用提交材料。", ""),
    "what has yet to be better": ("能力有待提高", "能力还不足。", ""),
    "a denial in one word": ("不得收取费用", "免费办理。", ""),
    "a denial in one word, put as two": ("免收费用", "不收取费用。", ""),
    "a lack": ("缺少专业人员", "没有足够的专业人员。", ""),
    "a denial of what was stopped, undone": ("取消户籍限制", "没有取消户籍限制。", 'does not say "没有"'),
    "what was dealt with, denied": ("查处违法行为", "违法行为没有查处。", 'does not say "没有"'),
    "a denial of a name": ("非遗活动进校园", "非遗活动没有进校园。", 'does not say "没有"'),
    "a hope besides a denial": ("中心未建成", "中心未建成，预计明年建成。", 'does not say "预计"'),
    "one of two hedges": ("中心未建成，力争明年建成", "力争明年建成中心。", '"未", which is left out'),
}


@pytest.mark.parametrize("case", REWORDED)
def test_a_rewording_hedges_as_its_clause_does(case: str, tmp_path: Path) -> None:
    quote, zh, words = REWORDED[case]
    record = f"quote: 简报\nstatements:\n  - en: The centre.\n    quote: {quote}\n    zh: {zh}\n"
    found = [one for field, one in said(bureau(tmp_path, [f"{quote}。"], record)) if field == "statements[0].zh"]
    assert len(found) == bool(words) and all(words in one for one in found), found


CUT = ["lists[0].items[0].zh"]
LISTS = {"河蟹": [], "滨湖，河蟹": [], "河虾": CUT}


NAMED = {
    # a quote, a name of it, and the fields of what is said
    "whole behind a verb": ("整治不合格产品和未达标企业", "未达标企业", []),
    "behind a verb": ("表扬达标企业", "达标企业", []),
    "cut behind 未": ("整治不合格产品和未达标企业", "达标企业", CUT),
    "cut behind 不": ("整治不合格产品和未达标企业", "合格产品", CUT),
    "cut behind 非": ("走访非公有制企业", "公有制企业", CUT),
    "cut behind 原": ("走访原市科学技术局", "市科学技术局", CUT),
    "cut in one place and whole in another": ("表扬达标企业，整治未达标企业", "达标企业", []),
}


@pytest.mark.parametrize("case", NAMED)
def test_a_name_is_not_cut_behind_a_prefix(case: str, tmp_path: Path) -> None:
    quote, name, fields = NAMED[case]
    listing = f"""lists:
  - id: them
    kind: topic
    title: {{zh: 名单, en: A list}}
    quote: {quote}
    items: [{{id: one, zh: "{name}", en: One of them}}]
"""
    data = bureau(tmp_path, [f"{quote}。"], f"quote: 简报\n{listing}")
    assert [field for field, _ in said(data) if field == CUT[0]] == fields


@pytest.mark.parametrize(("name", "fields"), LISTS.items())
def test_what_a_list_names_stands_in_its_quote(name: str, fields: list[str], tmp_path: Path) -> None:
    listing = f"""lists:
  - id: bases
    kind: topic
    title: {{zh: 基地, en: Bases}}
    quote: 建设“滨湖，河蟹”基地
    items: [{{id: one, zh: "{name}", en: A base}}]
"""
    assert [field for field, _ in said(bureau(tmp_path, TEXT, f"quote: 简报\n{listing}"))] == fields
