"""Numbers in texts: placeholders for figures, and nothing that no sentence cited has (rules/prose_numbers.py)."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.edits import added, replaced
from tests.rules.bureau import AREA, bureau, figure, figures, said

TEXT = "6月30日，第3批12家企业发放资料近15000份，应对COVID-19。"
QUOTE = "第3批12家企业发放资料近15000份"
RECORD = figures(
    figure(QUOTE, "numeral: 12家", ident="firms"), figure(QUOTE, "numeral: 近15000份", ident="copies"), quote=QUOTE
)
PROSE = {
    # what the summary says, and the field and words of the only problem; nothing where it passes
    "placeholders": ("扶持{firms}企业，发放资料{copies}。", "{firms} enterprises were handed {copies}.", None),
    "placeholders of another record's way": ("扶持{area.firms}企业。", "{area.firms} enterprises.", None),
    "a date and an ordinal of the sentence": ("6月30日，第3批。", "On 30 June, the third batch.", None),
    "a name of the sentence": ("应对COVID-19。", "Against COVID-19.", None),
    "digits": (
        "发放资料5000份。",
        "Copies were handed out.",
        ("summary.zh", "Numbers are not typed into texts: 5000份."),
    ),
    "digits that the source has": (
        "扶持12家企业。",
        "Firms.",
        ("summary.zh", "Numbers are not typed into texts: 12家."),
    ),
    "Han numerals": ("发放资料九万份。", "Copies.", ("summary.zh", "九万份")),
    "full-width digits": ("发放资料５０００份。", "Copies.", ("summary.zh", "５０００份")),
    "English digits": ("发放资料。", "5,000 copies.", ("summary.en", "5,000")),
    "English words": ("发放资料。", "Fifteen hundred copies.", ("summary.en", "Fifteen hundred")),
    "another date": ("7月30日。", "On 30 July.", ("summary.zh", "7月30日")),
    "another ordinal": ("第4批。", "The fourth batch.", ("summary.zh", "第4批")),
    "another year in English alone": ("当时。", "In 2023.", ("summary.en", "2023")),
    "a placeholder for nothing": (
        "扶持{firm}企业。",
        "{firm} enterprises.",
        ("summary.zh", 'There is no figure "firm".'),
    ),
    "figures exchanged": (
        "扶持{firms}企业，发放资料{copies}。",
        "{copies} for {firms} enterprises.",
        ("summary.en", "in this order: {firms}, {copies}."),
    ),
    "a figure left out": ("扶持{firms}企业。", "Enterprises.", ("summary.en", "in this order: {firms}.")),
    "a qualifier beside a placeholder": (
        "扶持超过{firms}企业。",
        "{firms} enterprises.",
        ("summary.zh", "The words beside a placeholder change what it says"),
    ),
    "a denial in English": ("没有做。", "No work was done.", None),
    "an address of the web": ("见https://example.org/2024。", "See https://example.org/2024.", None),
}


@pytest.mark.parametrize("case", PROSE)
def test_what_a_summary_may_say(case: str, tmp_path: Path) -> None:
    zh, en, refused = PROSE[case]
    data = bureau(tmp_path, [TEXT], RECORD)
    replaced(AREA, "  zh: 做了工作。\n  en: Work was done.", f'  zh: "{zh}"\n  en: "{en}"')(data)
    found = said(data)
    if refused is None:
        assert found == []
    else:
        assert refused[0] in {field for field, _ in found}, found
        assert any(field == refused[0] and refused[1] in words for field, words in found), found


PLACES = {
    "a label": ("label:\n      zh: 数", "label:\n      zh: 数，另有8000万元", "figures[0].label.zh"),
    "a title": ("  zh: 工作\n", "  zh: 三项工作\n", "title.zh"),
    "a title in English": ("  en: Work\n", "  en: A dozen works\n", "title.en"),
}


@pytest.mark.parametrize("case", PLACES)
def test_no_text_is_too_small(case: str, tmp_path: Path) -> None:
    old, new, field = PLACES[case]
    data = bureau(tmp_path, [TEXT], RECORD)
    replaced(AREA, old, new)(data)
    assert field in {one for one, _ in said(data)}


@pytest.mark.parametrize(
    ("zh", "en", "passes"), [("第二部分所说", "As part 2 says", True), ("第2批", "The batch", False)]
)
def test_the_number_of_a_part_names_that_part_alone(zh: str, en: str, passes: bool, tmp_path: Path) -> None:
    """二、 of a heading makes 第二部分, and no 第2批, something that the document has."""
    record = RECORD.replace(
        f"quote: {QUOTE}\nfigures",
        f"quote: {QUOTE}\nstatements:\n  - quote: 二是受到好评\n    en: It went down well.\nfigures",
    )
    data = bureau(tmp_path, [TEXT + "二是受到好评。"], record)
    replaced(AREA, "  zh: 做了工作。\n  en: Work was done.", f"  zh: {zh}。\n  en: {en}.")(data)
    assert ("summary.zh" not in {field for field, _ in said(data)}) is passes


def test_a_statement_says_the_numbers_of_its_clause_in_english_by_placeholder(tmp_path: Path) -> None:
    statement = f"statements:\n  - en: In the third batch, {{firms}} enterprises got {{copies}}.\n    quote: {QUOTE}\n"
    assert said(bureau(tmp_path, [TEXT], RECORD + statement)) == []


def test_what_rests_on_nothing_that_is_found_is_not_judged(tmp_path: Path) -> None:
    """Nobody knows what a sentence states that is not there: the quote comes first."""
    data = bureau(tmp_path, [TEXT], f"quote: {QUOTE}没有\n")
    replaced(AREA, "  zh: 做了工作。\n  en: Work was done.", "  zh: 6月30日。\n  en: On 30 June.")(data)
    assert [field for field, _ in said(data)] == ["quote"]


ERRATUM = """figure: area.firms
date: 2001-01-01
stood: {{zh: 10家, en: 10 enterprises}}
stands: {{zh: 12家, en: 12 enterprises}}
why: {{zh: "{zh}", en: "{en}"}}
"""
REASONS = {
    # why a figure was corrected, and the fields of what is said
    "no number": ("录入有误", "It was mistyped", []),
    "its own numbers": ("12家误录为10家", "12 enterprises were mistyped as 10 enterprises", []),
    "a placeholder": ("与{area.copies}资料混淆", "Mixed up with {area.copies} of material", []),
    "how much of a text was wrong": ("改了两个词", "Two words were changed", []),
    "a few other things": ("实际只有三家", "There were only three enterprises", ["why.zh", "why.en"]),
    "another number": ("全市共获资助9000万元", "The city received grants of CNY 90 million", ["why.zh", "why.en"]),
    "another number beside a placeholder": (
        "与{area.copies}资料混淆",
        "Mixed up with {area.copies} of material of CNY 90 million",
        ["why.en"],
    ),
}


@pytest.mark.parametrize("case", REASONS)
def test_an_erratum_explains_with_its_own_numbers(case: str, tmp_path: Path) -> None:
    zh, en, fields = REASONS[case]
    data = bureau(tmp_path, [TEXT], RECORD)
    added("errata/one.yml", ERRATUM.format(zh=zh, en=en))(data)
    assert {field for field, _ in said(data, "errata/one.yml")} == set(fields)


def test_what_was_withdrawn_is_called_without_a_number(tmp_path: Path) -> None:
    data = bureau(tmp_path, [TEXT], RECORD)
    withdrawn = "withdrawn: {zh: 全市9000万元资助, en: Grants of CNY 90 million}\n"
    added("errata/one.yml", ERRATUM.format(zh="有误", en="In error").replace("firms", "gone") + withdrawn)(data)
    assert {"withdrawn.zh", "withdrawn.en"} <= {field for field, _ in said(data, "errata/one.yml")}


DENIED = {
    # a clause, how its figure is told in Chinese and English, and the fields of what is said
    "what was not granted": ("不予公开5件", "不予公开{first}。", "{first} were not granted.", []),
    "what is no longer so": ("停用系统8个", "停用系统{first}。", "{first} are no longer used.", []),
    "what is owed": ("欠薪案件下降30%", "欠薪案件减少{first}。", "Cases of unpaid wages fell {first}.", []),
    "in another word": ("查处未取得许可证经营12件", "查处无证经营{first}。", "{first} without a permit.", []),
    "overdue for not paid": ("处理逾期未缴案件12件", "处理逾期案件{first}。", "{first} long overdue.", []),
    "what is in hand": ("正在审理23件", "正在审理{first}。", "{first} are not yet decided.", []),
    "over the limits": ("超标样品23份", "超标{first}。", "{first} did not pass.", []),
    "who was against": ("反对票23张", "反对票{first}。", "{first} were not in favour.", []),
    "what stands empty": ("空置房23套", "未入住房屋{first}。", "{first} stand empty.", []),
    "what was dealt with": (
        "查处违法案件23件",
        "查处违法案件{first}。",
        "{first} were not dealt with.",
        ["summary.en", "summary.en"],
    ),
    "behind the figure": ("对未公示企业列异120户", "{first}因未公示被列异。", "{first} had not filed.", []),
    "what it is without": ("无投诉窗口12个", "{first}窗口没有投诉。", "{first} had no complaints.", []),
    "none of it": ("发放资料20份", "发放资料{first}。", "No {first} were handed out.", ["summary.en"] * 2),
    "what is so": ("发放资料20份", "发放资料{first}。", "{first} were not handed out.", ["summary.en"] * 2),
    "what was stopped": (
        "停用系统8个",
        "没有停用系统{first}。",
        "{first} were not stopped.",
        ["summary.zh"],
    ),
    "what a name only looks to deny": (
        "非遗项目20个",
        "没有新增非遗项目{first}。",
        "It did not add {first}.",
        ["summary.zh", "summary.en"],
    ),
    "a denial left out": ("未办结案件23件", "办结案件{first}。", "{first} were closed.", ["summary.zh"]),
}


@pytest.mark.parametrize("case", DENIED)
def test_a_figure_is_denied_only_where_its_clause_may_deny_it(case: str, tmp_path: Path) -> None:
    clause, zh, en, expected = DENIED[case]
    data = bureau(tmp_path, [f"{clause}。"], figures(figure(clause), quote=clause))
    replaced(AREA, "  zh: 做了工作。\n  en: Work was done.", f'  zh: "{zh}"\n  en: "{en}"')(data)
    assert [field for field, _ in said(data)] == expected
