"""A district bureau with one paper, in Chinese alone: its pages say what is so of it, and nothing that is not."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import html

from macros.adopting.adopt import adopt
from macros.commands.check import summary
from macros.exports.datasets import by_name
from macros.records.document import Document
from macros.records.quantities import chinese_amount
from macros.register.load import load
from macros.register.published import SentencesUsed
from macros.register.register import Register
from tests.commands import answer
from tests.pages import Shown, html_of, site_of
from tests.places import DATA, FIXTURES
from tests.small import small_bureau

ALONE = FIXTURES / "chinese-alone/data"
PAPER = "summary-2032-h1"


@pytest.fixture(scope="module")
def alone() -> Register:
    register, problems = load(ALONE)
    assert register is not None, problems
    return register


def page(register: Register, macro: str, *arguments: str, source: str = "index.md") -> html.HtmlElement:
    return html.fromstring(f"<main>{html_of(site_of(register), Shown(source, macro, arguments))}</main>")


def words(shown: html.HtmlElement) -> str:
    """The text of a page, blanks between lines left out."""
    return "".join(shown.text_content().split())


def document(register: Register) -> html.HtmlElement:
    return page(register, "document", PAPER, source=f"sources/{PAPER}.md")


def test_no_judgement_on_a_sentence_that_only_opens(alone: Register) -> None:
    (said,) = document(alone).xpath("//*[@id='s0-1']//*[contains(@class, 'opened--uses')]")
    assert words(said) == "总括、引导性的话，未单独列为记录"


def test_sentences_that_no_page_uses_are_not_counted_as_used(alone: Register) -> None:
    assert alone.sentences_used() == SentencesUsed(11, 8, ("heading", "date", "framing"), 4)
    said = "原文7句和4个标题：8处已用于各页，其余3处为标题、日期、总括性的话"
    assert said in words(document(alone)) and said in words(page(alone, "coverage"))
    assert "coverage: 11/11（8处已用于各页，其余3处为标题、日期、总括性的话。" in summary(alone, ALONE)


def test_where_all_are_used_that_is_said(register: Register) -> None:
    assert "原文29句和8个标题，全部用于各页" in words(page(register, "coverage"))
    assert "coverage: 37/37\n" in summary(register, ALONE)


@pytest.mark.parametrize(
    ("written", "parts"),
    [
        ("1万余份", ["1万余", "份"]),
        ("二十多期", ["二十多", "期"]),
        ("1500余人（次）", ["1500余", "人（次）"]),
        ("9000万元", ["9000万", "元"]),
        ("近300多万元", ["近", "300多万", "元"]),
        ("十几人", ["十几", "人"]),
        ("8—10万元", ["8—10万", "元"]),
        ("30万千瓦", ["30万", "千瓦"]),
        ("5千克", ["5", "千克"]),
        ("3千家", ["3千", "家"]),
        ("3个百分点", ["3", "个百分点"]),
        ("0.5%", ["0.5%"]),
    ],
)
def test_the_number_in_large_type_is_whole(written: str, parts: list[str]) -> None:
    assert chinese_amount(written).parts() == parts


def test_no_blank_within_an_amount(alone: Register) -> None:
    shown = page(alone, "figures", source="figures.md").xpath("//*[@class='ledger__amount']")
    assert "1万余份" in {one.text_content().strip() for one in shown}
    assert not [one.text_content() for one in shown if " " in one.text_content().strip()]


@pytest.mark.parametrize(
    ("macro", "source"),
    [("home", "index.md"), ("figures", "figures.md"), ("work_areas", "work-areas/index.md"), ("whole", "print.md")],
)
def test_periods_that_are_not_stated_are_said_once(macro: str, source: str, alone: Register) -> None:
    shown = page(alone, macro, source=source)
    for cited in shown.xpath("//*[contains(@class, 'cite__fold')]"):
        cited.drop_tree()
    assert words(shown).count("以下各数，原文未逐项写明时期；文件时期为2032年上半年。") == 1
    assert "时期未载" not in words(shown)


def test_a_period_stands_below_its_amount(alone: Register) -> None:
    one = alone.figures["chan-ye-xiang-mu.dao-wei-lv"]
    dated = replace(one, figure=one.figure.model_copy(update={"period": "this-year"}))
    areas = {
        area: tuple(dated if each.id == one.id else each for each in figures)
        for area, figures in alone.figures_by_area.items()
    }
    shown = page(replace(alone, figures_by_area=areas), "figures", source="figures.md")
    assert [words(each) for each in shown.xpath("//*[@class='ledger__when']")] == ["今年"]
    assert "没有注明时期的数，原文未逐项写明时期" in words(shown)


def test_a_relation_that_its_label_says_is_not_said_again(alone: Register) -> None:
    assert page(alone, "figures", source="figures.md").xpath("//*[@class='relations__line']") == []


def test_relations_of_a_list_are_said_by_the_figure_that_states_them(alone: Register) -> None:
    change = alone.figures["liang-shi-sheng-chan.chun-geng-mian-ji-tong-bi"]
    label = change.figure.label.model_copy(update={"zh": "增幅"})
    named = replace(change, figure=change.figure.model_copy(update={"label": label}))
    areas = {
        area: tuple(named if each.id == change.id else each for each in figures)
        for area, figures in alone.figures_by_area.items()
    }
    shown = page(replace(alone, figures_by_area=areas), "figures", source="figures.md")
    assert [words(each) for each in shown.xpath("//*[@class='relations__line']")] == ["同比增长：春耕面积6.1万亩"]


def test_the_home_page_is_headed_by_its_document(alone: Register, register: Register) -> None:
    heads = [words(page(each, "home").xpath("//h1")[0]) for each in (alone, register)]
    assert heads == ["云岭区农业农村局2032年上半年工作总结", "市科技局的上半年工作总结"]


def test_a_unit_that_the_source_leaves_open_is_not_explained(alone: Register, register: Register) -> None:
    assert {one.figure.unit for one in alone.figures.values()} >= {"person-time", "mu"}
    for each, explained in ((alone, False), (register, True)):
        (units,) = page(each, "figures", source="figures.md").xpath("//*[@class='facts facts--units']")
        assert ("每人每接受一次服务计一人次" in words(units)) == explained


@pytest.mark.parametrize(
    ("normalised", "beside", "said"),
    [
        ((), False, "以下文字与收到的文件完全一致，其中的错误也未改动。空行不显示，行号与文件一致。"),
        (("line-ends",), False, "编码、换行等处理见“文件信息”。空行不显示，行号按文本文件。"),
        (("indents",), True, "以下文字由收到的HTML文件逐字转出，其中的错误也未改动，不保留版式。"),
    ],
    ids=["as received", "normalised", "made from a page"],
)
def test_the_verbatim_text_is_said_to_be_what_it_is(
    normalised: tuple[str, ...], beside: bool, said: str, alone: Register
) -> None:
    if beside:
        loaded, problems = load(FIXTURES / "yunling/data")
        assert loaded is not None, problems
        shown = page(loaded, "document", "disclosure-2031", source="sources/disclosure-2031.md")
    else:
        text = alone.texts[PAPER]
        changed = replace(text, document=text.document.model_copy(update={"normalised": normalised}))
        shown = document(replace(alone, texts={PAPER: changed}))
    assert said in words(shown.xpath("//*[contains(@class, 'verbatim-fold')]")[0])


def test_how_to_read_tells_only_of_marks_that_there_are(alone: Register, register: Register) -> None:
    def told(shown: html.HtmlElement) -> str:
        return words(shown.xpath("//*[contains(@class, 'edition__fold')]")[-1]) + "".join(
            words(key) for key in shown.xpath("//*[@class='edition__key']")
        )

    demonstration = page(register, "document", "h1-work-summary", source="sources/h1-work-summary.md")
    for mark in ("下划虚线", "编者注"):
        assert mark in told(demonstration) and mark not in told(document(alone))
    assert "有底色的数" in told(document(alone))


def test_few_sentences_have_no_list_of_contents(alone: Register, tmp_path: Path) -> None:
    small, problems = load(small_bureau(tmp_path))
    assert small is not None, problems
    few = page(small, "document", "report", source="sources/report.md")
    contents = "//*[contains(@class, 'edition__contents')]"
    assert document(alone).xpath(contents) and not few.xpath(contents)


@pytest.mark.parametrize(
    ("source", "found"),
    [("index.md", True), ("about.md", True), ("readiness.md", False), ("staff/fields.md", False)],
)
def test_search_engines_are_kept_off_pages_for_staff(source: str, found: bool, alone: Register) -> None:
    shell = html.fromstring(html_of(site_of(alone), Shown(source)))
    assert (shell.xpath("//meta[@name='robots']/@content") == ["noindex"]) is not found


def test_the_prose_that_every_bureau_is_given_is_so_of_any(tmp_path: Path) -> None:
    """It names no other bureau, no kind of paper, and no language that a bureau may not have chosen."""
    docs = adopt("某区农业农村局", "", tmp_path / "project") / "docs"
    pages = {
        file.relative_to(docs): file.read_text("utf-8") for file in (*docs.glob("*.md"), *docs.glob("[sw]*/index.md"))
    }
    said = {str(name): re.findall("英文|繁体|科技局|工作总结|上半年", text) for name, text in pages.items()}
    assert len(said) > 12 and {name: found for name, found in said.items() if found} == {}


SPOKEN: dict[str, tuple[list[str | Path], tuple[bool, bool]]] = {
    # what is asked for, and whether the languages are Chinese, English
    "a site in Chinese alone": (["--data", ALONE], (True, False)),
    "both all the same": (["--data", ALONE, "--lang", "both"], (True, True)),
    "a site in English too": (["--data", DATA], (True, True)),
    "a folder that is not there": (["--data", ALONE / "none"], (True, True)),
}


@pytest.mark.parametrize("case", SPOKEN)
@pytest.mark.parametrize("command", ["check", "ready"])
def test_commands_speak_the_languages_of_the_site(command: str, case: str) -> None:
    given, expected = SPOKEN[case]
    done = answer(command, *given)
    last = (done.stdout + done.stderr).strip().splitlines()[-2:]
    told = "".join(last)
    assert (re.search("[\u4e00-\u9fff]", told) is not None, re.search("[a-z]{4}", told) is not None) == expected


def test_the_body_that_issued_a_document_has_one_name(alone: Register) -> None:
    told = [alone.interface[key].zh for key in ("issuer", "changes-document")]
    columns = [column.title.zh for table in ("catalogue",) for column in by_name(alone)[table].columns]
    field = Document.model_fields["issuer"].description or ""
    for text in (*told, " ".join(columns), field):
        assert "制发单位" in text and not re.search("发布机构|文件所属机构", text)
