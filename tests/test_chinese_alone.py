"""A district bureau with one paper, in Chinese alone: its pages say what is so of it, and nothing that is not."""

from __future__ import annotations

import pytest
from lxml import html

from macros.commands.check import summary
from macros.records.quantities import chinese_amount
from macros.register.load import load
from macros.register.published import SentencesUsed
from macros.register.register import Register
from tests.pages import Shown, html_of, site_of
from tests.places import FIXTURES

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
    assert alone.sentences_used() == SentencesUsed(11, 8, ("heading", "date", "framing"))
    said = "原文11句：8句已用于各页，其余3句为标题、日期、总括性的话"
    assert said in words(document(alone)) and said in words(page(alone, "coverage"))
    assert "coverage: 11/11（8句已用于各页，其余3句为标题、日期、总括性的话。" in summary(alone, ALONE)


def test_where_all_are_used_that_is_said(register: Register) -> None:
    assert "原文37句，全部用于各页" in words(page(register, "coverage"))
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
