"""The Traditional edition: derived from the Simplified one, and the same character for character as the source."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from lxml import html

from macros.pages.rendering import Here, InBothScripts
from macros.records.emended_lines import document_lines
from macros.register.load import load
from macros.register.register import Register
from macros.text.both_scripts import either, in_script
from macros.text.han_scripts import Traditional, kept, same_words
from macros.text.languages import CHINESE, LANGUAGES, TRADITIONAL
from tests.conftest import Change
from tests.test_site import PAGES, text_outside

SPELLINGS = "vocabulary/traditional.yml"


def test_every_sentence_is_written_as_the_source_itself_writes_it(register: Register) -> None:
    """The source came to us in Traditional script: but for emendations, ours must be its very characters."""
    written = Traditional(register.spellings)
    compared = 0
    for ident, text in register.texts.items():
        received = register.verbatim[ident].decode().split("\n")
        lines = document_lines(text.document, received)
        for sentences, line in zip(text.document.paragraphs, lines, strict=True):
            verbatim, at = received[line.number - 1].strip(), 0
            for sentence in sentences:
                ours, place = written(sentence.zh), 0
                assert len(ours) == len(sentence.zh)
                for run in text.runs[sentence.id]:
                    if run.emendation is None:
                        theirs = verbatim[at : at + len(run.stood)]
                        assert ours[place : place + len(run.printed)] == theirs, sentence.id
                        compared += len(theirs)
                    at, place = at + len(run.stood), place + len(run.printed)
            assert at == len(verbatim), "every character of the line is in a sentence"
    assert compared > 1850


BOTH = {"干"}
"""Characters that some words keep: 若干."""


@pytest.mark.parametrize("page", sorted(PAGES))
def test_a_page_says_what_its_simplified_page_says(site: Path, register: Register, page: str) -> None:
    ours, simplified = (tree(site, one.prefix + page) for one in (TRADITIONAL, CHINESE))
    said, expected = (text_outside(one, "@class='languages' or @class='printed'") for one in (ours, simplified))
    written = Traditional(register.spellings)
    verbatim = {one for text in register.texts.values() for _, line in text.lines for one in line}
    assert same_words(said, expected)
    assert [one for one in said if written(one) != one and one not in verbatim | BOTH] == []
    assert ours.get("lang") == "zh-Hant"
    assert ours.xpath("//@id") == simplified.xpath("//@id")


def tree(site: Path, page: str) -> Any:
    return html.fromstring((site / page / "index.html").read_text("utf-8"))


def test_what_is_to_stay_as_it_stands_does(site: Path) -> None:
    """The names of the languages are each in their own script, and examples of data files in Simplified."""
    page = tree(site, "zh-hant/staff/fields/")
    assert page.xpath("//nav[@class='languages']//a/text()") == [language.name for language in LANGUAGES]
    assert "发放科技资料15000份" in page.xpath("//code[@lang='zh-Hans']/text()")


def test_the_verbatim_text_is_not_converted_again(site: Path, register: Register) -> None:
    for ident, text in register.texts.items():
        lines = tree(site, f"zh-hant/sources/{ident}/").xpath("//*[@class='verbatim']/li")
        assert ["".join(one.itertext()) for one in lines] == [line for _, line in text.lines]


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("发放科技资料15000份", "發放科技資料15000份"),
        ("头发和发展", "頭髮和發展"),
        ("着力做好", "著力做好"),
        ("文件、信息、网络", "文件、信息、網絡"),
        ("了解、答复、想象、坐标", "了解、答復、想象、坐標"),
        (f"网络{kept('网络')}网络", "網絡网络網絡"),
        (f"皇后{kept('皇后')}皇后台", "皇後皇后皇後檯"),
        ("plain, <b>5</b>", "plain, <b>5</b>"),
        ("", ""),
    ],
)
def test_conversion(text: str, written: str) -> None:
    assert Traditional({"皇后": "皇後", "台": "檯", "皇": "惶"})(text) == written


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("头发", "頭髮", True),
        ("着力", "著力", True),
        ("15000份", "15000份", True),
        ("15000份", "16000份", False),
        ("信息", "資訊", False),
        ("联盟", "聯盟。", False),
    ],
)
def test_same_words(one: str, other: str, same: bool) -> None:
    assert same_words(one, other) is same


def test_staff_can_set_a_spelling(data: Path, change: Change) -> None:
    entry = "entries:\n  - zh: 联盟\n    hant: 連盟\n    why:\n      zh: 测试\n      en: Test\n"
    change(SPELLINGS, "entries:\n", entry)
    assert "another word" in load(data)[1][0].wrong.en
    (data / SPELLINGS).write_text((data / SPELLINGS).read_text("utf-8").replace("連盟", "聯盟"), "utf-8")
    register, problems = load(data)
    assert register and not problems and register.spellings["联盟"] == "聯盟"


@pytest.mark.parametrize(
    ("variants", "simplified", "traditional_one"),
    [
        (("a",), "a", "a"),
        (("a", "a"), "a", "a"),
        (("../data/", "../../data/"), "../data/", "../../data/"),
        (("", "../"), "", "../"),
        (("只", kept("只")), "只", kept("只")),
    ],
)
def test_what_differs_between_the_editions_is_chosen(
    variants: tuple[str, ...], simplified: str, traditional_one: str
) -> None:
    text = f"甲{either(*variants)}乙{either(*variants)}"
    assert in_script(text, traditional=False) == f"甲{simplified}乙{simplified}"
    assert in_script(text, traditional=True) == f"甲{traditional_one}乙{traditional_one}"


@pytest.mark.parametrize("base", [None, "/site/"])
@pytest.mark.parametrize("target", ["", "about/", "work-areas/one/#figure-f1", "figures/"])
def test_a_page_filled_for_both_scripts_links_as_each_edition_does(target: str, base: str | None) -> None:
    both = InBothScripts(CHINESE, "work-areas/one/", base)
    for language in (CHINESE, TRADITIONAL):
        alone = Here(language, both.address, base)
        there = language is TRADITIONAL
        assert in_script(both.link(target), there) == alone.link(target)
        assert in_script(both.asset(f"data/{target}"), there) == alone.asset(f"data/{target}")
        assert in_script(both.link(target, TRADITIONAL), there) == alone.link(target, TRADITIONAL)
