"""PDF files in which the text that is stored is not the text that people see: no number changes, nothing is lost."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from macros.received.read import read_received
from tests.received_files import A4, Drawn, Words, pdf

Told = list[tuple[str, str]]
GOOD, ALL = ["资金 200万元。"], ["资金100200万元。"]


def said(
    x: float, y: float, text: str, before: str = "", size: float = 12, turn: str = "1 0 0 1", mode: int = 0
) -> str:
    """Operators that show words, after others that set how."""
    shown = text.encode("utf-16-be").hex()
    place = f"{turn} {x} {A4[1] - y - size * 0.88} Tm"
    return f"q {before} BT /F {size} Tf {mode} Tr {place} <{shown}> Tj ET Q"


def amount(before: str = "", size: float = 12, mode: int = 0) -> list[Words | Drawn]:
    """资金200万元 with 100 set in some way before the 2."""
    return [Words(70, 80, "资金"), said(94, 80, "100", before, size, mode=mode), Words(112, 80, "200万元。")]


def drawn(operators: str, before: bool = False) -> list[Words | Drawn]:
    """资金100200万元 with something drawn behind it, or before it."""
    words = Words(70, 80, "资金100200万元。")
    return [f"q {operators} Q", words] if before else [words, f"q {operators} Q"]


ROWS = [
    Words(70, 100 + 20 * at, f"第{at}行的文字说明了有关的情况并且介绍了主要的做法和成效以及打算。") for at in range(3)
]
LOST = "\ufffd"
FULL = "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四"
CASES: dict[str, tuple[Sequence[Words | Drawn], list[str], Told]] = {
    # what is on the page, its lines, and what is told
    "white": (amount("1 g"), GOOD, [("hidden", "100")]),
    "white of three colours": (amount("1 1 1 rg"), GOOD, [("hidden", "100")]),
    "white of four inks": (amount("0 0 0 0 k"), GOOD, [("hidden", "100")]),
    "grey": (amount("0.8 g"), ALL, []),
    "white on a colour": (["q 0 0.2 0.4 rg 60 740 300 40 re f Q", *amount("1 g")], ALL, []),
    "white on white": (["q 1 g 60 740 300 40 re f Q", *amount("1 g")], GOOD, [("hidden", "100")]),
    "invisible": (amount(mode=3), GOOD, [("hidden", "100")]),
    "a place to draw in": (amount(mode=7), GOOD, [("hidden", "100")]),
    "outlined": (amount(mode=1), ALL, []),
    "too small to be seen": (amount(size=0.5), GOOD, [("hidden", "100")]),
    "covered in white": (drawn("1 g 94 745 18 20 re f"), GOOD, [("hidden", "100")]),
    "covered in black": (drawn("0 g 94 745 18 20 re f"), GOOD, [("covered", "███")]),
    "marked in yellow": (drawn("1 1 0 rg 94 745 18 20 re f"), ALL, []),
    "on white": (drawn("1 g 60 740 300 30 re f", before=True), ALL, []),
    "struck out": (drawn("1 w 94 756 m 112 756 l S"), GOOD, [("deleted", "100")]),
    "struck out by a bar": (drawn("0 g 94 755.5 18 0.6 re f"), GOOD, [("deleted", "100")]),
    "underlined": (drawn("1 w 94 748 m 112 748 l S"), ALL, []),
    "upside down": ([Words(70, 60, "甲"), said(200, 80, "12", turn="-1 0 0 -1")], ["甲"], [("furniture", "12")]),
    "larger by its matrix": ([said(70, 80, "收入12万元。", size=1, turn="12 0 0 12")], ["收入12万元。"], []),
    "the mark of a note": (
        [Words(70, 80, "企业120"), said(112, 78, "1", size=6), Words(115, 80, "家。")],
        ["企业120¹家。"],
        [],
    ),
    "digits set lower": (
        [Words(70, 80, "共10"), said(94, 89, "2", size=6), Words(97, 80, "个。")],
        ["共10₂个。"],
        [],
    ),
    "smaller digits": ([Words(70, 80, "共"), Words(82, 83, "12", 9), Words(91, 80, "个。")], ["共12个。"], []),
    "large words behind the text": (
        [said(80, 95, "内部2031", "0.9 g", 60), *ROWS],
        [one.text for one in ROWS],
        [("furniture", "内部2031")],
    ),
    "a large title": ([Words(70, 40, "年报", 30), *ROWS], ["年报", "".join(one.text for one in ROWS)], []),
    "a shadow": ([Words(70, 80, "收入1122万元。"), Words(73, 80.5, "收入1122万元。")], ["收入1122万元。"], []),
    "digits over digits": (
        [Words(70, 80, "收入12万元。"), Words(94, 80, "34")],
        ["收入\ufffd\ufffd\ufffd\ufffd万元。"],
        [],
    ),
    "a number cut within its groups": (
        [Words(70, 80, f"{FULL}产值2,3"), Words(70, 100, "00万元，比上年多。")],
        [f"{FULL}产值2,300万元，比上年多。"],
        [],
    ),
    "a number cut between digits": (
        [Words(70, 80, f"{FULL}产值12"), Words(70, 100, "34万元，比上年多。")],
        [f"{FULL}产值1234万元，比上年多。"],
        [],
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_what_is_seen_is_read(case: str, tmp_path: Path) -> None:
    page, lines, told = CASES[case]
    file = tmp_path / "a.pdf"
    file.write_bytes(pdf(page))
    read = read_received(file)
    assert list(read.lines) == lines
    assert [(one.why, one.text) for one in read.left_out] == told
