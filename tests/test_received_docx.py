"""Word files as they were received: numbers that Word prints by itself, merged cells, notes, changes, hidden text."""

from __future__ import annotations

from pathlib import Path

import docx as python_docx
import pytest

from macros.received.number_formats import printed_number
from macros.received.read import read_received
from tests.received_files import docx


def paragraph(text: str, properties: str = "") -> str:
    """A paragraph with a text."""
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


def item(text: str, level: int = 0, number: int = 1) -> str:
    """A paragraph that Word numbers."""
    return paragraph(text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')


def levels(*described: tuple[str, str]) -> str:
    """The levels of a list: the format of each, and the text around its number."""
    return "".join(
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{style}"/><w:lvlText w:val="{text}"/></w:lvl>'
        for at, (style, text) in enumerate(described)
    )


OFFICIAL = levels(("chineseCountingThousand", "%1、"), ("chineseCounting", "（%2）"), ("decimal", "%3."))
LISTS = (
    f'<w:abstractNum w:abstractNumId="5">{OFFICIAL}</w:abstractNum>'
    f'<w:abstractNum w:abstractNumId="6">{levels(("decimal", "%1"), ("decimal", "%1.%2"))}</w:abstractNum>'
    f'<w:abstractNum w:abstractNumId="7">{levels(("bullet", chr(0xF0B7)))}</w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="5"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="5"/>'
    '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
    '<w:num w:numId="3"><w:abstractNumId w:val="6"/></w:num>'
    '<w:num w:numId="4"><w:abstractNumId w:val="7"/></w:num>'
)
STYLES = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:basedOn w:val="a"/><w:pPr>'
    '<w:numPr><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="0"/></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="own"><w:name w:val="局标题"/><w:basedOn w:val="1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="t"><w:name w:val="Title"/></w:style>'
    '<w:style w:type="character" w:styleId="h"><w:name w:val="secret"/><w:rPr><w:vanish/></w:rPr></w:style>'
)


def style(name: str) -> str:
    """Names the style of a paragraph."""
    return f'<w:pStyle w:val="{name}"/>'


def field(instruction: str, result: str) -> str:
    """A field in several runs."""
    return (
        f'<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>{instruction}</w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>{result}</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def cell(text: str, properties: str = "") -> str:
    """A cell of a table."""
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraph(text)}</w:tc>"


def row(*cells: str) -> str:
    """A row of a table."""
    return f"<w:tr>{''.join(cells)}</w:tr>"


WIDE, FROM_HERE, GOES_ON = '<w:gridSpan w:val="2"/>', '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
BOX = "<w:txbxContent>{}</w:txbxContent>"
Told = list[tuple[str, str]]
CASES: dict[str, tuple[str, list[str], Told]] = {
    # what is in the body, the lines, and what is told
    "numbers of three levels": (
        "".join((item("总体"), item("培训", 1), item("办班", 2), item("讲座", 2), item("科普", 1), item("打算"))),
        ["一、总体", "（一）培训", "1. 办班", "2. 讲座", "（二）科普", "二、打算"],
        [],
    ),
    "a list that begins anew": (item("甲") + item("乙") + item("丙", number=2), ["一、甲", "二、乙", "一、丙"], []),
    "a level whose higher one was not used": (item("甲", 1, 3) + item("乙", 1, 3), ["1.1 甲", "1.2 乙"], []),
    "eleven items": (
        "".join(item("项") for _ in range(11)),
        [f"{one}、项" for one in "一 二 三 四 五 六 七 八 九 十 十一".split()],
        [],
    ),
    "bullets": (item("甲", number=4), ["• 甲"], []),
    "an empty item counts and is told": (
        item("甲") + item("") + item("丙"),
        ["一、甲", "三、丙"],
        [("control", "二、")],
    ),
    "a number by its style": (paragraph("总体", style("own")) + paragraph("正文"), ["一、总体", "正文"], []),
    "a style without its number": (
        paragraph("总体", style("own") + '<w:numPr><w:numId w:val="0"/></w:numPr>'),
        ["总体"],
        [],
    ),
    "soft line breaks": ("<w:p><w:r><w:t>甲</w:t><w:br/><w:t>乙</w:t></w:r></w:p>", ["甲", "乙"], []),
    "blanks of all kinds": (paragraph("\u3000\u3000甲\xa0乙\u200b "), ["甲 乙"], []),
    "a merged table with numbered cells": (
        "<w:tbl>"
        + row(cell("序号", FROM_HERE), cell("数量", WIDE))
        + row(cell("", GOES_ON), cell("甲"), cell("乙"))
        + row(f"<w:tc>{item('培训')}</w:tc>", cell("1"), "<w:tc><w:p/><w:tbl/><w:p/></w:tc>")
        + "</w:tbl>",
        ["序号\t数量\t<<", "^^\t甲\t乙", "一、培训\t1\t"],
        [],
    ),
    "a table of one row is a frame": (f"<w:tbl>{row(cell('某局'), cell('文件'))}</w:tbl>", ["某局", "文件"], []),
    "deleted and inserted text": (
        "<w:p><w:r><w:t>共</w:t></w:r><w:del><w:r><w:delText>12</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>13</w:t></w:r></w:ins><w:r><w:t>件</w:t></w:r></w:p>",
        ["共13件"],
        [("deleted", "12"), ("inserted", "13")],
    ),
    "what programs part wherever the script changes": (
        "<w:p><w:r><w:t>共</w:t></w:r><w:del><w:r><w:delText>约</w:delText></w:r></w:del><w:del><w:r><w:delText>12"
        "</w:delText></w:r></w:del><w:ins><w:r><w:t>近</w:t></w:r></w:ins><w:ins><w:r><w:t>13</w:t></w:r></w:ins>"
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>密</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>14</w:t></w:r>"
        "<w:r><w:t>件</w:t></w:r><w:del><w:r><w:delText>。</w:delText></w:r></w:del></w:p>",
        ["共近13件"],
        [("deleted", "约12"), ("inserted", "近13"), ("hidden", "密14"), ("deleted", "。")],
    ),
    "a deleted end of a paragraph": (
        "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>共</w:t></w:r></w:p>" + paragraph("13件"),
        ["共13件"],
        [],
    ),
    "a deleted row": (
        "<w:tbl>"
        + row(cell("甲"), cell("1"))
        + f"<w:tr><w:trPr><w:del/></w:trPr>{cell('乙')}{cell('2')}</w:tr>"
        + row(cell("丙"), cell("3"))
        + "</w:tbl>",
        ["甲\t1", "丙\t3"],
        [("deleted", "乙 2")],
    ),
    "moved text": (
        "<w:moveFrom><w:p><w:r><w:t>甲</w:t></w:r></w:p></w:moveFrom>" + paragraph("乙"),
        ["乙"],
        [("deleted", "甲")],
    ),
    "hidden text, by itself and by its style": (
        "<w:p><w:r><w:t>明</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>暗</w:t></w:r>"
        '<w:r><w:rPr><w:rStyle w:val="h"/></w:rPr><w:t>藏</w:t></w:r>'
        '<w:r><w:rPr><w:rStyle w:val="h"/><w:vanish w:val="0"/></w:rPr><w:t>显</w:t></w:r></w:p>',
        ["明显"],
        [("hidden", "暗藏")],
    ),
    "fields and links": (
        f"<w:p>{field('HYPERLINK x', '链接')}<w:hyperlink><w:r><w:t>乙</w:t></w:r></w:hyperlink>{field('PAGE', '7')}"
        f"{field(' SAVEDATE ', '某日')}"
        '<w:fldSimple w:instr="DATE"><w:r><w:t>丙</w:t></w:r></w:fldSimple></w:p>',
        ["链接乙某日丙"],
        [("page-number", "7"), ("computed", "某日"), ("computed", "丙")],
    ),
    "a field that does not end": (
        '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r></w:p>' + paragraph("全年办班3期。"),
        ["全年办班3期。"],
        [],
    ),
    "a table of contents": (
        f"<w:p>{field('TOC', '一、总体 ' + '</w:t></w:r>' + field('PAGEREF', '1') + '<w:r><w:t>')}</w:p>"
        + paragraph("总体"),
        ["总体"],
        [("navigation", "一、总体 1")],
    ),
    "content controls, one of them not filled in": (
        f"<w:sdt><w:sdtContent>{paragraph('甲')}</w:sdtContent></w:sdt>"
        "<w:p><w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:r><w:t>单击此处输入</w:t></w:r></w:sdtContent></w:sdt><w:r><w:t>乙</w:t></w:r></w:p>",
        ["甲", "乙"],
        [("control", "单击此处输入")],
    ),
    "a text box, in both of its forms": (
        "<w:p><w:r><w:t>正文</w:t></w:r><w:r><mc:AlternateContent><mc:Choice><w:drawing><wps:txbx>"
        f"{BOX.format(paragraph('框内'))}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>"
        f"{BOX.format(paragraph('框内'))}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>",
        ["正文", "框内"],
        [],
    ),
    "a picture, an embedded table and a formula": (
        '<w:p><w:r><w:drawing><wp:docPr name="图1" descr="图解"/></w:drawing></w:r><w:r><w:object>'
        "<v:OLEObject ProgID='Excel.Sheet.12'/></w:object></w:r><m:oMath><m:t>12</m:t></m:oMath>"
        "<w:r><w:t>甲</w:t></w:r></w:p>",
        ["甲"],
        [("picture", "图解"), ("object", "Excel.Sheet.12"), ("object", "12")],
    ),
    "a footnote stands behind its paragraph": (
        '<w:p><w:r><w:t>甲</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r></w:p>' + paragraph("乙"),
        ["甲", "注文", "乙"],
        [],
    ),
}
PARTS = {
    "numbering": LISTS,
    "styles": STYLES,
    "footnotes": "".join(
        f'<w:footnote w:id="{at}">{paragraph(text)}</w:footnote>' for at, text in enumerate(("分隔", "续", "注文"))
    ),
}


def read_bytes(data: bytes, folder: Path) -> tuple[list[str], Told, dict[int, int]]:
    """The lines of a Word file, what is told, and its headings."""
    file = folder / "a.docx"
    file.write_bytes(data)
    read = read_received(file)
    return list(read.lines), [(one.why, one.text) for one in read.left_out], dict(read.headings)


@pytest.mark.parametrize("case", CASES)
def test_bodies_are_read(case: str, tmp_path: Path) -> None:
    body, lines, told = CASES[case]
    assert read_bytes(docx(body, **PARTS), tmp_path)[:2] == (lines, told)


def test_what_stands_beside_the_text_is_told(tmp_path: Path) -> None:
    """Headers and footers that are used, page numbers, watermarks and comments; not a header that no page has."""
    sections = '<w:sectPr><w:headerReference r:id="header1"/><w:footerReference r:id="footer1"/></w:sectPr>'
    data = docx(
        paragraph("甲") + sections,
        header1=paragraph("某局") + '<w:p><w:r><w:pict><v:textpath string="样稿"/></w:pict></w:r></w:p>',
        footer1=f"<w:p>{field('PAGE', '— 1 —')}</w:p>",
        comments=f'<w:comment w:id="1">{paragraph("再核")}</w:comment>',
    )
    told = [("header", "某局"), ("header", "样稿"), ("page-number", "— 1 —"), ("annotation", "再核")]
    assert read_bytes(data, tmp_path)[:2] == (["甲"], told)
    assert read_bytes(docx(paragraph("甲"), header1=paragraph("某局")), tmp_path)[:2] == (["甲"], [])


def test_headings_are_those_of_the_file(tmp_path: Path) -> None:
    """By the name of a style, by one that it is based on, or by an outline level; nothing else is one."""
    body = (
        paragraph("年报", style("t")),
        paragraph("总体", style("own")),
        paragraph("培训", '<w:outlineLvl w:val="1"/>'),
        paragraph("正文"),
        paragraph("不是", style("1") + '<w:outlineLvl w:val="9"/>'),
    )
    lines, _, headings = read_bytes(docx("".join(body), **PARTS), tmp_path)
    assert {lines[at]: level for at, level in headings.items()} == {"年报": 0, "一、总体": 1, "培训": 2}


def test_files_of_python_docx_are_read(tmp_path: Path) -> None:
    """What a library makes that knows nothing of this one: styles, a table with merged cells, a header."""
    made = python_docx.Document()
    made.add_heading("某局年报", 0)
    made.add_heading("一、总体情况", 1)
    made.add_paragraph("全年办班3期。")
    made.add_paragraph("培训", style="List Number")
    made.add_paragraph("科普", style="List Number")
    made.add_paragraph("要点", style="List Bullet")
    table = made.add_table(2, 3)
    for at, text in enumerate(("项目", "数量", "", "", "1", "2")):
        table.cell(at // 3, at % 3).text = text
    table.cell(0, 1).merge(table.cell(0, 2))
    table.cell(0, 0).merge(table.cell(1, 0))
    made.sections[0].header.paragraphs[0].text = "内部资料"
    made.save(str(tmp_path / "made.docx"))
    lines, told, headings = read_bytes((tmp_path / "made.docx").read_bytes(), tmp_path)
    table_lines = ["项目\t数量\t<<", "^^\t1\t2"]
    assert lines == ["某局年报", "一、总体情况", "全年办班3期。", "1. 培训", "2. 科普", "• 要点", *table_lines]
    assert (told, headings) == ([("header", "内部资料")], {0: 0, 1: 1})


@pytest.mark.parametrize(
    ("style", "said"),
    {
        "chineseCounting": "一 十 十一 二十 二十一 一百 一百零五 一百一十",
        "chineseLegalSimplified": "壹 壹拾 壹拾壹 贰拾 贰拾壹 壹佰 壹佰零伍 壹佰壹拾",
        "ideographDigital": "一 一〇 一一 二〇 二一 一〇〇 一〇五 一一〇",
        "decimalEnclosedCircleChinese": "① ⑩ ⑪ ⑳ 21 100 105 110",
        "ideographTraditional": "甲 癸 11 20 21 100 105 110",
        "lowerRoman": "i x xi xx xxi c cv cx",
        "upperLetter": "A J K T U VVVV AAAAA FFFFF",
        "decimalFullWidth": "１ １０ １１ ２０ ２１ １００ １０５ １１０",
        "decimalZero": "01 10 11 20 21 100 105 110",
        "none": "       ",
        "unknown": "1 10 11 20 21 100 105 110",
    }.items(),
)
def test_numbers_are_printed_as_word_does(style: str, said: str) -> None:
    assert [printed_number(number, style) for number in (1, 10, 11, 20, 21, 100, 105, 110)] == said.split(" ")
