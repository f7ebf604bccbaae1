"""Documents whose characters stand at places on pages, PDF and OFD: lines, paragraphs, tables, heads and feet."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from macros.received.read import read_received
from tests.night import some
from tests.received_files import Line, Words, ofd, page_of, pdf

LONG = (
    "上半年全区新办企业1200家，增长5.3%；全年接待群众近3000人次，其中上门服务320人次，"
    "办结率达到98.5%以上，群众满意度继续提高。"
)
SHORT = "下一步继续做好服务。"
COLUMN = "左栏的文字说的是培训，全年办班三期，受训近二百人次，比上年多办一期，群众反映良好，明年接着办。"
OTHER = "右栏的文字说的是科普，全年活动五场，参与约一千人次，与上年大体相当，媒体多次报道，明年还要办。"

TAIL = "文字到下一版结束，只余几行，先读左边各行，再读右边各行，不把旁边的一行连起来读，也不把后面的读到前面去。"


def grid(across: Sequence[float], down: Sequence[float]) -> list[Line]:
    """The lines around the cells of a table."""
    lines: list[Line] = [(across[0], y, across[-1], y) for y in down]
    return [*lines, *((x, down[0], x, down[-1]) for x in across)]


def in_columns(text: str, left: float, top: float = 100) -> list[Words]:
    """A text in rows of fourteen characters, filled to the end."""
    return [Words(left, top + 20 * at, text[14 * at : 14 * at + 14]) for at in range(-(-len(text) // 14))]


Page = Sequence[Words | Line]
MERGED: Page = [
    *[(72.0, y, 372.0, y) for y in (100, 160)],
    (172, 130, 372, 130),
    *[(x, 100.0, x, 160.0) for x in (72, 172, 372)],
    (272, 130, 272, 160),
    *(Words(80, 120, "单位"), Words(180, 105, "数量（单位："), Words(180, 117, "件）")),
    *(Words(180, 135, "12"), Words(280, 135, "1,200")),
]
HEAD: Page = [Words(80, 105, "名称"), Words(180, 105, "数量")]
ROWS_BELOW: Page = [*grid((72, 172, 272), (100, 130, 160)), *HEAD, Words(80, 135, "甲"), Words(180, 135, "1")]
ROWS_AFTER: Page = [*grid((72, 172, 272), (100, 130, 160)), *HEAD, Words(80, 135, "乙"), Words(180, 135, "2")]

CASES: dict[str, tuple[Sequence[Page], list[str], list[tuple[str, str]]]] = {
    # what is on the pages: the pages, the lines, and what is told
    "words in white": (
        [[Words(72, 72, "资金"), Words(96, 72, "100", white=True), Words(114, 72, "200万元。")]],
        ["资金 200万元。"],
        [("hidden", "100")],
    ),
    "large words behind the text": (
        [[Words(80, 60, "内部2031", 60), *page_of([SHORT] * 4, top=66)]],
        [SHORT * 4],
        [("furniture", "内部2031")],
    ),
    "the mark of a note": (
        [[Words(72, 72, "企业120"), Words(114, 70, "1", 6), Words(117, 72, "家。")]],
        ["企业120¹家。"],
        [],
    ),
    "paragraphs whose first rows are indented": ([page_of([LONG, SHORT, LONG])], [LONG, SHORT, LONG], []),
    "a paragraph across pages": (
        [[*page_of([SHORT] * 4), *page_of([LONG], top=700)[:1]], page_of([LONG])[1:]],
        [*[SHORT] * 4, LONG],
        [],
    ),
    "paragraphs parted by gaps alone": (
        [[*(Words(72, 72 + 18 * at + (12 if at > 1 else 0), "字" * 35) for at in range(4)), Words(72, 156, "完。")]],
        ["字" * 70, "字" * 70 + "完。"],
        [],
    ),
    "a title of two rows, and a subtitle": (
        [
            [
                *(Words(180, 72, "某区科学技术局关于上半", 22), Words(224, 102, "年工作的报告", 22)),
                *(Words(240, 140, "（二〇三二年七月）", 12), *page_of([LONG], top=180)),
            ]
        ],
        ["某区科学技术局关于上半年工作的报告", "（二〇三二年七月）", LONG],
        [],
    ),
    "who signs, and the date below": (
        [[*page_of([LONG, LONG]), Words(430, 200, "某区农业农村局"), Words(430, 220, "2032年1月15日")]],
        [LONG, LONG, "某区农业农村局", "2032年1月15日"],
        [],
    ),
    "text that is all set in": (
        [
            [
                Words(72, 72, "一、总体"),
                *page_of([LONG * 3], left=130, width=380, top=92)[1:],
                Words(72, 300, "二、打算"),
            ]
        ],
        ["一、总体", "".join(one.text for one in page_of([LONG * 3], width=380)[1:]), "二、打算"],
        [],
    ),
    "heads, feet and page numbers": (
        [
            [
                Words(250, 40, "某局年报"),
                *page_of([text], top=100),
                Words(280, 800, f"— {at} —"),
                Words(72, 815, "内部资料"),
            ]
            for at, text in enumerate([LONG, SHORT], 1)
        ],
        [LONG, SHORT],
        [("header", "某局年报"), ("footer", "内部资料"), ("page-number", "— 1 —")],
    ),
    "annexes that begin at the head of pages": (
        [[Words(72, 40, f"附件{at}"), *page_of([text], top=100)] for at, text in enumerate([LONG, SHORT], 1)],
        ["附件1", LONG, "附件2", SHORT],
        [],
    ),
    "a page number on one page": ([[*page_of([SHORT]), Words(290, 800, "3")]], [SHORT], [("page-number", "3")]),
    "a year alone at the foot of a page": ([[*page_of([SHORT]), Words(290, 700, "2032")]], [SHORT, "2032"], []),
    "two columns": (
        [[Words(200, 60, "一版两栏"), *in_columns(COLUMN * 3, 72), *in_columns(OTHER * 3, 300)]],
        ["一版两栏", COLUMN * 3, OTHER * 3],
        [],
    ),
    "two columns that end on a page with few rows": (
        [
            [*in_columns(COLUMN * 3, 72), *in_columns(OTHER * 3, 300)],
            [*in_columns(TAIL[:28], 72), *in_columns(TAIL[28:], 300), *page_of([SHORT], top=300)],
        ],
        [COLUMN * 3, OTHER * 3, TAIL, SHORT],
        [],
    ),
    "three rows in a left column, of which the right has one": (
        [
            [*in_columns(COLUMN * 3, 72), *in_columns(OTHER * 3, 300)],
            [*in_columns(TAIL[:42], 72), *in_columns(TAIL[42:], 300)],
        ],
        [COLUMN * 3, OTHER * 3, TAIL],
        [],
    ),
    "a list in two columns behind a text in two is read in its rows": (
        [
            [*in_columns(COLUMN * 3, 72), *in_columns(OTHER * 3, 300)],
            [
                part
                for at in range(3)
                for part in (Words(72, 100 + 20 * at, f"第{at}项目"), Words(300, 100 + 20 * at, "办"))
            ],
        ],
        [COLUMN * 3, OTHER * 3, *(f"第{at}项目 办" for at in range(3))],
        [],
    ),
    "two columns below a text, and a page number below them": (
        [
            [
                *page_of([LONG * 3, SHORT]),
                *in_columns(COLUMN * 2, 72, 260),
                *in_columns(OTHER * 2, 300, 260),
                Words(72, 800, "— 1 —"),
            ]
        ],
        [LONG * 3, SHORT, COLUMN * 2, OTHER * 2],
        [("page-number", "— 1 —")],
    ),
    "a list of names as long as each other is no two columns": (
        [
            [
                part
                for at in range(9)
                for part in (Words(200, 72 + 20 * at, f"第{at}项目"), Words(300, 72 + 20 * at, f"{at}件已办"))
            ]
        ],
        [f"第{at}项目 {at}件已办" for at in range(9)],
        [],
    ),
    "a table without lines is no two columns": (
        [
            [
                part
                for at in range(12)
                for part in (Words(72, 72 + 20 * at, f"第{'甲' * (at % 5 + 1)}项"), Words(400, 72 + 20 * at, f"{at}件"))
            ]
            + [Words(72, 312, "以上为止。")]
        ],
        [*(f"第{'甲' * (at % 5 + 1)}项 {at}件" for at in range(12)), "以上为止。"],
        [],
    ),
    "a table with merged cells and wrapped words": ([MERGED], ["单位\t数量（单位：件）\t<<", "^^\t12\t1,200"], []),
    "a table that goes on, its head repeated": (
        [ROWS_BELOW, ROWS_AFTER],
        ["名称\t数量", "甲\t1", "乙\t2"],
        [("header", "名称\t数量")],
    ),
    "text around a table": (
        [
            [
                *page_of([LONG]),
                *[
                    Words(one.x, one.y + 100, one.text)
                    if isinstance(one, Words)
                    else (one[0], one[1] + 100, one[2], one[3] + 100)
                    for one in ROWS_BELOW
                ],
                *page_of([SHORT], top=300),
            ]
        ],
        [LONG, "名称\t数量", "甲\t1", SHORT],
        [],
    ),
    "a watermark": ([[*page_of([LONG]), Words(200, 400, "样稿", 40, turned=True)]], [LONG], [("furniture", "样稿")]),
    "bold by printing twice": ([[*page_of([SHORT]), *page_of([SHORT], left=72.3)]], [SHORT], []),
    "radicals for characters": ([[Words(72, 72, "⼀、⼯作⻓期开展")]], ["一、工作长期开展"], []),
    "a page that a browser printed": (
        [
            [
                *(Words(24, 16, "2032/1/20 上午9:05"), Words(300, 16, "某局年报"), *page_of([LONG, SHORT, SHORT])),
                *(Words(24, 820, "https://example.org/a.html"), Words(560, 820, "1/1")),
            ]
        ],
        [LONG, SHORT, SHORT],
        [("header", "2032/1/20 上午9:05 某局年报"), ("footer", "https://example.org/a.html 1/1")],
    ),
    "words of Latin letters, wrapped": (
        [
            [
                *(Words(72, 72, "The bureau held 3 courses and"), Words(72, 92, "trained 200 people; more was")),
                *(Words(72, 112, "not done. "), Words(72, 132, "The end.")),
            ]
        ],
        ["The bureau held 3 courses and trained 200 people; more was not done.", "The end."],
        [],
    ),
    "an item whose further rows are indented": (
        [
            [
                *(Words(72, 72, "1. " + "字" * 30), Words(90, 92, "字" * 30), Words(90, 112, "再说一句。")),
                *(Words(72, 132, "2. 另一项。"), Words(72, 152, "3. 第三项。")),
            ]
        ],
        ["1. " + "字" * 60 + "再说一句。", "2. 另一项。", "3. 第三项。"],
        [],
    ),
}
MAKERS: dict[str, Callable[..., bytes]] = {"pdf": pdf, "ofd": ofd}


@pytest.mark.parametrize("ending", MAKERS)
@pytest.mark.parametrize("case", some(CASES, 5))
def test_pages_are_read(case: str, ending: str, tmp_path: Path) -> None:
    pages, lines, told = CASES[case]
    file = tmp_path / f"a.{ending}"
    file.write_bytes(MAKERS[ending](*pages))
    read = read_received(file)
    assert list(read.lines) == lines
    assert [(one.why, one.text) for one in read.left_out] == told


@pytest.mark.parametrize(("shown", "read"), [("\uf0b7 培训2期。", "• 培训2期。"), ("\uf0fc是", "✓是")])
def test_bullets_of_fonts_of_pictures_are_what_they_look_like(shown: str, read: str, tmp_path: Path) -> None:
    (tmp_path / "a.ofd").write_bytes(ofd([Words(72, 72, f"{shown}培育企业十五家，走访企业二十家。")]))
    assert read_received(tmp_path / "a.ofd").lines == (f"{read}培育企业十五家，走访企业二十家。",)


@pytest.mark.parametrize(("shown", "read"), [("⼾数增长", "户数增长"), ("⼾數增⻑", "戶數增長")])
def test_a_radical_that_two_characters_share_is_that_of_the_script(shown: str, read: str, tmp_path: Path) -> None:
    (tmp_path / "a.ofd").write_bytes(ofd([Words(72, 72, shown)]))
    assert read_received(tmp_path / "a.ofd").lines == (read,)
