"""One case for every real record: it is valid by itself, and its words are on its page in both languages."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from lxml import html

from macros.records.addresses import record_address
from macros.records.kinds import ACTIVITIES, ALLIANCES, WORK_AREAS
from macros.register.register import Register
from tests.conftest import DATA

FOLDERS = {kind.place: kind for kind in (WORK_AREAS, ALLIANCES, ACTIVITIES)}
RECORDS = sorted(file.relative_to(DATA).as_posix() for place in FOLDERS for file in (DATA / place).glob("*.yml"))
QUANTITIES = {
    "commissioners": ["15名", "15名", "14个", "10个", "2个", "50多个", "10个", "10项"],
    "bases": ["8个"],
    "leading-enterprises": ["4个", "980多元", "6个", "9项", "30万亩"],
    "projects": ["近20家", "10个", "近半年", "3个", "230万元", "近3000万元", "3家", "2家"],
    "river-crab": ["3年"],
    "science-week": ["15000份", "4000人次"],
    "technology-to-the-countryside": ["1万份", "5000套", "30万", "3000人次"],
}
"""Every quantity of the source document, read off it by hand."""


SWAPPED_BY_OTHERS = {"term-through"}
"""Swaps that this converter does not make, so that some other one must have."""


@pytest.mark.parametrize("file", RECORDS)
def test_record(file: str, register: Register, site: Path) -> None:
    place, _, name = file.partition("/")
    ident = name.removesuffix(".yml")
    record = {**register.work_areas, **register.alliances, **register.activities}[ident]
    for prefix, title, summary in (
        ("", record.title.zh, record.summary.zh),
        ("en/", record.title.en, record.summary.en),
    ):
        page = html.fromstring(
            (site / prefix / record_address(FOLDERS[place], ident) / "index.html").read_text("utf-8")
        )
        assert title in page.text_content()
        assert summary in page.text_content()


@pytest.mark.parametrize("record", QUANTITIES)
def test_every_quantity_is_a_figure(record: str, register: Register) -> None:
    assert [one.figure.written for one in register.figures_by_record[record]] == QUANTITIES[record]


def test_there_are_no_other_figures(register: Register) -> None:
    assert set(register.figures_by_record) == set(QUANTITIES)


def test_the_verbatim_text_is_the_one_received() -> None:
    data = (DATA / "documents/h1-work-summary.zh-Hant.txt").read_bytes()
    assert hashlib.sha256(data).hexdigest() == "c0dbe939c8cb88ad156fe439462e2b8a0b5a22e0279a4ce816c276be62cffb40"


def test_restored_terms_are_what_mechanical_conversion_swaps(register: Register) -> None:
    """The reason given for a restored term can be checked: the same conversion turns our word into what stood."""
    import opencc

    swap, back = opencc.OpenCC("s2twp"), opencc.OpenCC("t2s")
    for one in register.texts["h1-work-summary"].document.emendations:
        if one.kind == "term-swap" and one.id not in SWAPPED_BY_OTHERS:
            assert back.convert(swap.convert(one.printed)) == one.stood, one.id
