"""Word files in which the text that is stored is not the text that people see: no number changes, nothing is lost."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.received.read import read_received
from tests.received_files import docx
from tests.test_received_docx import GOES_ON, STYLES, cell, paragraph, row


def run(text: str, properties: str = "") -> str:
    """A run of text."""
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r>"


def amount(properties: str, inside: str = "") -> str:
    """资金200万元 with 100 of some form before the 2."""
    return f"<w:p><w:pPr>{inside}</w:pPr>{run('资金')}{run('100', properties)}{run('200万元。')}</w:p>"


def field(instruction: str, form: str = "", result: str | None = None) -> str:
    """A field, without a result or with one."""
    shown = "" if result is None else f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run(result)}'
    return (
        f'<w:r><w:fldChar w:fldCharType="begin">{form}</w:fldChar></w:r><w:r><w:instrText>{instruction}</w:instrText>'
        f'</w:r>{shown}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def table(*rows: str) -> str:
    return f"<w:tbl>{''.join(rows)}</w:tbl>"


def control(inside: str) -> str:
    """A control that shows what is to be filled in."""
    return f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{inside}</w:sdtContent></w:sdt>"


CHOICES = "<w:listEntry w:val='元'/><w:listEntry w:val='万元'/>"
DROPPED = f"<w:ffData><w:ddList><w:result w:val='1'/>{CHOICES}</w:ddList></w:ffData>"
TICKED = "<w:ffData><w:checkBox><w:checked/></w:checkBox></w:ffData>"
WHITE, SHADED = '<w:color w:val="FFFFFF"/>', '<w:shd w:fill="003366"/>'
BLACK = '<w:color w:val="000000"/>'
HIGH, LOW = (f'<w:vertAlign w:val="{one}"/>' for one in ("superscript", "subscript"))
GOOD = ["资金200万元。"]
CASES: dict[str, tuple[str, list[str], list[tuple[str, str]]]] = {
    # what is in the body, the lines, and what is told
    "struck out": (amount("<w:strike/>"), GOOD, [("deleted", "100")]),
    "struck out twice": (amount("<w:dstrike/>"), GOOD, [("deleted", "100")]),
    "struck out by its style": (amount('<w:rStyle w:val="struck"/>'), GOOD, [("deleted", "100")]),
    "not struck out in spite of its style": (
        amount('<w:rStyle w:val="struck"/><w:strike w:val="0"/>'),
        ["资金100200万元。"],
        [],
    ),
    "white": (amount(WHITE), GOOD, [("hidden", "100")]),
    "white on a colour": (amount(WHITE + SHADED), ["资金100200万元。"], []),
    "white in a paragraph on a colour": (amount(WHITE, SHADED), ["资金100200万元。"], []),
    "white in a table, whose head may be dark": (
        table(row(f"<w:tc>{amount(WHITE)}</w:tc>", cell("1")), row(cell("甲"), cell("2"))),
        ["资金100200万元。\t1", "甲\t2"],
        [],
    ),
    "nearly white": (amount('<w:color w:val="FEFEFE"/>'), GOOD, [("hidden", "100")]),
    "white by the theme": (amount('<w:color w:val="auto" w:themeColor="background1"/>'), GOOD, [("hidden", "100")]),
    "grey by the theme": (
        amount('<w:color w:val="auto" w:themeColor="background1" w:themeShade="80"/>'),
        ["资金100200万元。"],
        [],
    ),
    "blackened": (amount(BLACK + '<w:highlight w:val="black"/>'), GOOD, [("covered", "███")]),
    "black on a dark colour": (amount(BLACK + '<w:shd w:fill="202020"/>'), GOOD, [("covered", "███")]),
    "black on a light colour": (amount(BLACK + '<w:shd w:fill="FFFF00"/>'), ["资金100200万元。"], []),
    "light on black": (amount('<w:color w:val="FFFF00"/><w:highlight w:val="black"/>'), ["资金100200万元。"], []),
    "too small to be seen": (amount('<w:sz w:val="2"/>'), GOOD, [("hidden", "100")]),
    "pictures for digits": (amount('<w:rFonts w:ascii="Wingdings 2"/>'), GOOD, [("object", "100")]),
    "a sign of such a font": (
        f'<w:p>{run("甲")}<w:r><w:sym w:font="Wingdings" w:char="0031"/></w:r>{run("万元。")}</w:p>',
        ["甲万元。"],
        [("object", "Wingdings 0031")],
    ),
    "a power": (
        f"<w:p>{run('面积3×10')}{run('4', HIGH)}{run('亩。')}</w:p>",
        ["面积3×10⁴亩。"],
        [],
    ),
    "a mark of a note behind a number": (
        f"<w:p>{run('共120')}{run('[1]', HIGH)}{run('件。')}</w:p>",
        ["共120[¹]件。"],
        [],
    ),
    "low digits behind letters, and behind a number": (
        f"<w:p>{run('PM')}{run('2.5', LOW)}{run('、10')}{run('2', LOW)}</w:p>",
        ["PM2.5、10₂"],
        [],
    ),
    "a line break of the file in a number": (
        f"<w:p>{run('资金12' + chr(10) + '00万元。')}</w:p>",
        ["资金12 00万元。"],
        [],
    ),
    "a paragraph to be filled in": (
        control(paragraph("输入3万元。")) + paragraph("甲"),
        ["甲"],
        [("control", "输入3万元。")],
    ),
    "a cell to be filled in": (
        table(row(cell("甲"), control(cell("输入3"))), row(cell("乙"), cell("2"))),
        ["甲\t", "乙\t2"],
        [("control", "输入3")],
    ),
    "a paragraph of a cell to be filled in": (
        table(row(cell("甲"), f"<w:tc>{control(paragraph('输入3'))}</w:tc>"), row(cell("乙"), cell("2"))),
        ["甲\t", "乙\t2"],
        [("control", "输入3")],
    ),
    "a hidden row": (
        table(
            row(cell("甲"), cell("1")),
            f"<w:tr><w:trPr><w:hidden/></w:trPr>{cell('密')}{cell('9')}</w:tr>",
            row(cell("乙"), cell("2")),
        ),
        ["甲\t1", "乙\t2"],
        [("hidden", "密 9")],
    ),
    "a deleted cell": (
        table(row(cell("甲"), cell("1")), row(cell("乙"), cell("2", "<w:cellDel/>"))),
        ["甲\t1", "乙\t"],
        [("deleted", "2")],
    ),
    "words in a cell that goes on from above": (
        table(row(cell("甲", '<w:vMerge w:val="restart"/>'), cell("1")), row(cell("密", GOES_ON), cell("2"))),
        ["甲\t1", "^^\t2"],
        [("hidden", "密")],
    ),
    "two numbers in one cell": (
        table(
            row(cell("甲"), f"<w:tc>{paragraph('15')}{paragraph('200家')}</w:tc>"),
            row(cell("乙"), f"<w:tc>{paragraph('１５')}{paragraph('２００')}</w:tc>"),
            row(cell("丙"), f"<w:tc>{table(row(cell('100'), cell('101')))}<w:p/></w:tc>"),
        ),
        ["甲\t15\u3000\u3000200家", "乙\t１５\u3000\u3000２００", "丙\t100\u3000\u3000101"],
        [],
    ),
    "cells merged across as older programs do": (
        table(
            row(cell("甲", '<w:hMerge w:val="restart"/>'), cell("", "<w:hMerge/>"), cell("1")),
            row(cell("乙"), cell("丙"), cell("2")),
        ),
        ["甲\t<<\t1", "乙\t丙\t2"],
        [],
    ),
    "two hundred and five columns": (
        table(*(row(*(cell(str(at)) for at in range(205))) for _ in range(2))),
        ["\t".join(map(str, range(205)))] * 2,
        [],
    ),
    "a part in another file": (f"<w:p>{run('甲')}<w:subDoc/></w:p>", ["甲"], [("object", "subDoc")]),
    "runs within what is not known": (
        f"<w:p>{run('甲')}<w:new>{run('100')}</w:new></w:p>",
        ["甲"],
        [("object", "100")],
    ),
    "paragraphs within what is not known": (
        paragraph("甲") + f"<w:new>{paragraph('乙')}</w:new>",
        ["甲"],
        [("object", "乙")],
    ),
    "text within what is not known": (
        f"<w:p>{run('甲')}<w:r><w:new><w:t>乙</w:t></w:new></w:r></w:p>",
        ["甲"],
        [("object", "乙")],
    ),
    "what was chosen in a form": (f"<w:p>{run('资金3')}{field('FORMDROPDOWN', DROPPED)}</w:p>", ["资金3万元"], []),
    "what was ticked in a form": (f"<w:p>{field('FORMCHECKBOX', TICKED)}{run('是')}</w:p>", ["☒是"], []),
    "a number that Word works out": (
        f"<w:p>{field(' AUTONUM ')}{run('办班。')}</w:p>",
        ["办班。"],
        [("object", "AUTONUM")],
    ),
    "a sum that Word works out": (
        f"<w:p>{run('共')}{field(' = 2+3 ')}{run('件。')}</w:p>",
        ["共件。"],
        [("object", "= 2+3")],
    ),
    "a character that Word draws, with a result that it does not show": (
        f"<w:p>{run('甲')}{field(' EQ ○(1) ', result='1')}{run('乙。')}</w:p>",
        ["甲1乙。"],
        [("object", "EQ ○(1)")],
    ),
    "an entry of an index": (f"<w:p>{run('甲')}{field(' XE 甲 ')}{run('乙。')}</w:p>", ["甲乙。"], []),
}
STRUCK = '<w:style w:type="character" w:styleId="struck"><w:rPr><w:strike/></w:rPr></w:style>'


@pytest.mark.parametrize("case", CASES)
def test_what_is_seen_is_read(case: str, tmp_path: Path) -> None:
    body, lines, told = CASES[case]
    file = tmp_path / "a.docx"
    file.write_bytes(docx(body, styles=STYLES + STRUCK))
    read = read_received(file)
    assert list(read.lines) == lines
    assert [(one.why, one.text) for one in read.left_out] == told
