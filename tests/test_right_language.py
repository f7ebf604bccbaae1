"""Whether Chinese is Chinese and English is English."""

from __future__ import annotations

import pytest

from macros.text.right_language import (
    BLANK_TEXT,
    COPIED,
    EXCHANGED,
    NOT_CHINESE,
    NOT_ENGLISH,
    PLACEHOLDER_WORD,
    wrong_languages,
)

RIGHT = [
    ("获得帮助的企业", "Enterprises helped"),
    ("新冠", "COVID-19"),
    ("COVID-19", "COVID-19"),
    ("5G", "5G"),
    ("XX", "XX"),
    ("XX市", "XX City"),
    ("zl(g)nf", "zl(g)nf"),
    ("PM2.5", "PM2.5"),
    ("Microsoft", "Microsoft"),
    ("IBM与Microsoft合作", "Cooperation of IBM and Microsoft"),
    ("企业", "Enterprises"),
    ("无", "None"),
    ("不适用", "Not applicable"),
    ("测试平台", "Test platform"),
    ("英文版", "English version"),
    ("英语", "English"),
    ("翻译", "Translation"),
    ("Wi-Fi 6", "Wi-Fi 6"),
    ("繁简机器转换把“优化”换成了“最佳化”", "Machine conversion had replaced 优化 (improve) with 最佳化 (optimise)"),
    ("“镇场所”费解", "The term 镇场所 is unclear"),
    ("原文写作“優化”", "The source writes 優化"),
    ("乾隆年间", "In the reign of Qianlong"),
    ("著名商标", "A well-known trademark"),
    ("瞭望台", "A watchtower"),
    ("慰藉", "Comfort"),
    ("皇后", "The empress"),
    ("干部下乡", "Officials go to the countryside"),
    ("系统、联系、关系", "Systems and relations"),
    ("使用Visual Studio Code开发", "Developed with Visual Studio Code"),
    ("2019—2023", "2019–2023"),
    ("zl(g)nf自浮型组装式金属内浮顶", "zl(g)nf self-floating, prefabricated metal internal floating roof"),
]
WRONG = [
    ("获得帮助的企业", "获得帮助的企业", "en", COPIED),
    ("获得帮助的企业，", " 获得帮助的企业 ", "en", COPIED),
    ("获得帮助的企业", "获帮助企业", "en", NOT_ENGLISH),
    ("获得帮助的企业", "企业 helped", "en", NOT_ENGLISH),
    ("科技特派员", "科技特派员 (STC)", "en", NOT_ENGLISH),
    ("获得帮助的企业", "", "en", BLANK_TEXT),
    ("获得帮助的企业", " \u3000\u200b ", "en", BLANK_TEXT),
    ("", "Enterprises helped", "zh", BLANK_TEXT),
    ("获得帮助的企业", "TODO", "en", PLACEHOLDER_WORD),
    ("获得帮助的企业", "todo: translate this", "en", PLACEHOLDER_WORD),
    ("获得帮助的企业", "[TBD]", "en", PLACEHOLDER_WORD),
    ("获得帮助的企业", "待译", "en", PLACEHOLDER_WORD),
    ("获得帮助的企业", "（待翻译）", "en", PLACEHOLDER_WORD),
    ("获得帮助的企业", "xxx", "en", PLACEHOLDER_WORD),
    ("获得帮助的企业", "N/A", "en", PLACEHOLDER_WORD),
    ("获得帮助的企业", "……", "en", PLACEHOLDER_WORD),
    ("获得帮助的企业", "???", "en", PLACEHOLDER_WORD),
    ("获得帮助的企业", "Lorem ipsum", "en", PLACEHOLDER_WORD),
    ("待补充", "Enterprises helped", "zh", PLACEHOLDER_WORD),
    ("同上", "Enterprises helped", "zh", PLACEHOLDER_WORD),
    ("Enterprises that were helped", "Enterprises that were helped", "zh", NOT_CHINESE),
    ("grants in total", "Grants in total", "zh", NOT_CHINESE),
    ("Enterprises that were helped by 科技局", "Enterprises helped", "zh", NOT_CHINESE),
    ("Enterprises that were helped", "获得帮助的企业", "en", EXCHANGED),
]


@pytest.mark.parametrize(("zh", "en"), RIGHT, ids=lambda text: text)
def test_honest_translations_pass(zh: str, en: str) -> None:
    assert list(wrong_languages(zh, en)) == []


@pytest.mark.parametrize(("zh", "en", "field", "wrong"), WRONG, ids=lambda one: one if isinstance(one, str) else "")
def test_wrong_languages_are_told(zh: str, en: str, field: str, wrong: object) -> None:
    assert [(one.field, one.wrong) for one in wrong_languages(zh, en)] == [(field, wrong)]


@pytest.mark.parametrize(
    ("zh", "old", "new"),
    [
        ("科技項目", "項", "项"),
        ("推廣養殖新技術", "廣養術", "广养术"),
        ("乾燥设备", "乾", "干"),
        ("原文写作“優化”，本站作優化", "優", "优"),
    ],
)
def test_traditional_characters_are_told(zh: str, old: str, new: str) -> None:
    (found,) = wrong_languages(zh, "Projects of science and technology")
    assert found.field == "zh" and f"“{old}”" in found.wrong.zh and f"“{new}”" in found.fix.zh


def test_a_long_text_in_quotation_marks_is_no_quoted_word() -> None:
    assert len(list(wrong_languages("“" + "推廣養殖新技術" * 5 + "”", "New techniques"))) == 1
