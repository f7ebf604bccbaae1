"""Web pages in which the text that is stored is not the text that people see: no number changes, nothing is lost."""

from __future__ import annotations

import pytest

from macros.received.html import read_html
from macros.received.lines import Reason

Told = list[tuple[Reason, str]]
GOOD, ALL = ["资金200万元。"], ["资金100200万元。"]
HIDDEN: Told = [("hidden", "100")]


def amount(attributes: str = "", tag: str = "span", inside: str = "100") -> str:
    """资金200万元 with 100 in some element before the 2."""
    return f"<p>资金<{tag} {attributes}>{inside}</{tag}>200万元。</p>"


def sheet(rules: str, attributes: str = "class=x", media: str = "") -> str:
    """The same, with a style sheet."""
    return f"<style {media}>{rules}</style>{amount(attributes)}"


def table(*rows: str) -> str:
    return f"<table>{''.join(rows)}</table>"


def row(*cells: str, attributes: str = "") -> str:
    return f"<tr {attributes}>{''.join(f'<td>{one}</td>' for one in cells)}</tr>"


HIDING = {
    **{
        f"by its style: {style}": amount(f'style="{style}"')
        for style in (
            "DISPLAY : none ! important",
            "color:red;display:none",
            "visibility:hidden",
            "visibility: collapse",
            "font-size:0",
            "font-size: 0.0px",
            "opacity: 0",
            "opacity:.0",
            "position:absolute; left:-9999px",
            "position:fixed;top:-100em",
            "display:inline-block;text-indent:-999px",
            "position:absolute;clip:rect(0,0,0,0)",
            "clip-path: inset(50%)",
            "display:inline-block;height:0;overflow:hidden",
            "display:inline-block;max-height:0px; overflow: hidden",
            "color:#FFF",
            "color: white; background: #ffffff",
            "color:rgb(255, 255, 255)",
            "color:transparent",
            "color:#123456;background:#123456",
            "color:rgba(0,0,0,0)",
            "display:block;display:none",
        )
    },
    "by its attribute": amount("hidden"),
    "a dialog that is closed": amount(tag="dialog"),
    "white by its element": amount("color='#ffffff'", "font"),
    "around others": amount("style=display:none", inside="<b>1</b>0<i>0</i>"),
    "of no size, with something within": amount("style=font-size:0", inside="<b>100</b>"),
    "by a class": sheet(".x{display:none}"),
    "by an id": sheet("#x { display : none ; }", "id=x"),
    "by its name": sheet("span{display:none}"),
    "by its name and two classes": sheet("span.x.y{visibility:hidden}", "class='y z x'"),
    "by one of several": sheet("em,\n.y .z,.x{display:none}"),
    "within others": sheet("body p .x{display:none}"),
    "behind a comment and text in quotes": sheet('/* } */ a::before{content:"}";} .x{display:none}'),
    "behind rules for others": sheet("@charset 'utf-8'; @media print{.a{color:red}} .x{display:none}"),
    "on every screen": sheet("@media screen{.x{display:none}} @media print{.x{display:inline}}"),
    "in a sheet for screens": sheet(".x{display:none}", media="media=screen"),
    "against a weaker rule behind it": sheet(".x{display:none} span{display:inline}"),
    "importantly": sheet(".x{display:none!important} .x{display:inline}"),
    "importantly, against its style": sheet(".x{display:none!important}", "class=x style=display:inline"),
    "in a sheet of older pages": sheet("<!-- .x{display:none} -->"),
    "in a sheet that breaks off": sheet(".x{display:none} /* "),
}
SHOWN = {
    "on paper alone": sheet("@media print{.x{display:none}}"),
    "on paper alone, by its sheet": sheet(".x{display:none}", media="media=print"),
    "on narrow screens": sheet("@media screen and (max-width:600px){.x{display:none}}"),
    "in a block of unknown rules": sheet("@supports (a:b){@media screen{.x{display:none}}}"),
    "under the mouse": sheet(".x:hover{display:none}"),
    "on another class": sheet(".xx,.y,b.x{display:none}"),
    "within something else": sheet("div .x,td > .x{display:none}"),
    "before a stronger rule": sheet(".x{display:none} p .x{display:inline}"),
    "before a later rule": sheet(".x{display:none} .x{display:inline}"),
    "shown by its style": sheet(".x{display:none}", "class=x style=display:inline"),
    "with the attribute, and shown": sheet(".x{display:inline}", "class=x hidden"),
    "in a comment": sheet("/* .x{display:none} */"),
    "half transparent": amount("style=opacity:0.5"),
    "small": amount("style=font-size:0.8em"),
    "near the edge": amount("style=position:absolute;left:-9px"),
    "a part of a line, which has no height": amount("style=height:0;overflow:hidden"),
    "a part of a line, which has no indent": amount("style=text-indent:-999px"),
    "moved nowhere": amount("style=left:-9999px"),
    "white on a colour": amount("style=color:#fff;background:#036"),
    "white on the colour of what is around it": f"<div bgcolor=red>{amount('style=color:#fff')}</div>",
    "white, of a class that may have a colour": amount("style=color:#fff class=badge"),
    "white as the whole line": "<h2><font color=white>资金100200万元。</font></h2>",
    "a dialog that is open": amount("open", "dialog").replace("<p>", "").replace("</p>", ""),
    "of no size, with something of a size": amount("style=font-size:0", inside="<b style=font-size:14px>100</b>"),
    "invisible, with something visible": amount(
        "style=visibility:hidden", inside="<b style=visibility:visible>100</b>"
    ),
    "a whole page until a script shows it": f"<style>body{{display:none!important}}</style>{amount()}",
    "a whole page until its pictures are there": f"<body style='opacity:0'>{amount()}",
}
CASES: dict[str, tuple[str, list[str], Told]] = {
    # a page, its lines, and what is told
    **{f"struck out: {tag}": (amount(tag=tag), GOOD, [("deleted", "100")]) for tag in ("del", "s", "strike")},
    "struck out by its style": (
        amount("style='text-decoration: line-through red'"),
        GOOD,
        [("deleted", "100")],
    ),
    "struck out by a class": (sheet(".x{text-decoration-line:line-through}"), GOOD, [("deleted", "100")]),
    "underlined": (amount("style=text-decoration:underline", "u"), ALL, []),
    "inserted": (amount(tag="ins"), ALL, []),
    "how it is pronounced": (
        "<p><ruby>云<rp>(</rp><rt>yún</rt><rp>)</rp>岭<rt>2</rt></ruby>3件。</p>",
        ["云岭3件。"],
        [("annotation", "("), ("annotation", "yún"), ("annotation", ")"), ("annotation", "2")],
    ),
    "a formula": ("<p>共<math><mn>1</mn><mo>/</mo><mn>2</mn></math>件。</p>", ["共件。"], [("object", "1/2")]),
    "a bar": ("<p>完成<meter value=.6>60%</meter>。</p>", ["完成。"], [("object", "60%")]),
    "turned round": (amount("dir=RTL", "bdo"), GOOD, [("object", "100")]),
    "turned round by its style": (
        amount("style='direction: rtl; unicode-bidi: bidi-override'"),
        GOOD,
        [("object", "100")],
    ),
    "not turned round": (amount("dir=ltr", "bdo"), ALL, []),
    "a part from right to left, whose digits are not": (amount("dir=rtl", "bdi"), ALL, []),
    "a power": ("<p>面积3×10<sup>4</sup>亩。</p>", ["面积3×10⁴亩。"], []),
    "a mark of a note, in a link": ("<p>共120<sup>[<a href=#n><b>1</b></a>]</sup>件。</p>", ["共120[¹]件。"], []),
    "what goes on behind a power": ("<p>10<sup>3</sup>2、5</p>", ["10³2、5"], []),
    "set higher by its style": ("<p>120<span style='vertical-align: super'>1</span>件</p>", ["120¹件"], []),
    "set higher by a class": ("<style>.n{vertical-align:super}</style><p>120<i class=n>1</i>件</p>", ["120¹件"], []),
    "low digits behind letters, and behind a number": (
        "<p>PM<sub>2.5</sub>、<b>10</b><sub><i>2</i></sub></p>",
        ["PM2.5、10₂"],
        [],
    ),
    "a power in a cell": (table(row("甲", "10<sup>4</sup>"), row("乙", "2")), ["甲\t10⁴", "乙\t2"], []),
    "characters that nobody sees": ("<p>资金1\u200b2&shy;0&#8288;0\ufeff万<wbr>元</p>", ["资金1200万元"], []),
    "a hidden row": (
        table(row("甲", "1"), row("密", "9", attributes="hidden"), row("乙", "2")),
        ["甲\t1", "乙\t2"],
        [("hidden", "密 9")],
    ),
    "a hidden part of a table": (
        table(row("甲", "1"), f"<tbody style=display:none>{row('密', '9')}</tbody>", row("乙", "2")),
        ["甲\t1", "乙\t2"],
        [("hidden", "密 9")],
    ),
    "a hidden cell, which has no place": (
        table(row("甲", "1"), "<tr><td>乙<td hidden>9<td>2</tr>"),
        ["甲\t1", "乙\t2"],
        [("hidden", "9")],
    ),
    "an invisible cell, whose place is empty": (
        table(row("甲", "0", "1"), "<tr><td>乙<td style=visibility:hidden>9<td>2</tr>"),
        ["甲\t0\t1", "乙\t\t2"],
        [("hidden", "9")],
    ),
    "a part of a cell": (
        table(row("甲", "<s>1</s>3"), row("乙", "<span hidden>9</span>2")),
        ["甲\t3", "乙\t2"],
        [("deleted", "1"), ("hidden", "9")],
    ),
    "fields in cells": (
        table(
            row("甲", "<select><option>元<option selected>万元</select>"),
            row("乙", "<input value=12>2"),
            row("丙<img alt=图 src=a.png>", "<textarea>3</textarea>4<input type=hidden value=5>"),
        ),
        ["甲\t", "乙\t2", "丙\t4"],
        [("control", "万元"), ("control", "12"), ("picture", "图"), ("control", "3")],
    ),
    "a caption, and words beside cells": (
        f"<table><caption>表1 <b>收入</b></caption>单位：万元{row('甲', '1')}{row('乙', '2')}</table>",
        ["表1 收入", "单位：万元", "甲\t1", "乙\t2"],
        [],
    ),
    "a hidden caption": (
        f"<table><caption hidden>表9</caption>{row('甲', '1')}{row('乙', '2')}</table>",
        ["甲\t1", "乙\t2"],
        [("hidden", "表9")],
    ),
    "a hidden table": (
        f"<div hidden>{table(row('密', '1'), row('乙', '2'))}</div><p>一",
        ["一"],
        [("hidden", "密 1 乙 2")],
    ),
    "what is folded": ("<details><summary>附表</summary><p>公开3件。</p></details>", ["附表", "公开3件。"], []),
    "a leaf of an index, with sentences": (
        "<div style=display:none><h2>二、成效</h2><p>公开3件。</p></div><p>一",
        ["一"],
        [("hidden", "二、成效公开3件。")],
    ),
    "a title that is hidden": ("<title>年报</title><h1 hidden>标志</h1><p>一", ["年报", "一"], [("hidden", "标志")]),
    "a form around a page": (
        "<form id=form1><input type=hidden value=x><h1>年报</h1><p>公开3件。</p></form>",
        ["年报", "公开3件。"],
        [],
    ),
    "a form for searching": (
        "<form><label>搜索</label><input value=词><button>查</button></form><p>一",
        ["一"],
        [("control", "搜索查"), ("attribute", "词")],
    ),
    "a page within the page": ("<p>一<iframe src=a.pdf></iframe></p>", ["一"], [("control", "a.pdf")]),
    "no script": ("<p>一<noscript>二</noscript></p>", ["一"], [("script", "二")]),
}


@pytest.mark.parametrize("case", HIDING)
def test_what_is_hidden_is_not_read(case: str) -> None:
    check(HIDING[case], GOOD, HIDDEN)


@pytest.mark.parametrize("case", SHOWN)
def test_what_is_shown_is_read(case: str) -> None:
    check(SHOWN[case], ALL, [])


@pytest.mark.parametrize("case", CASES)
def test_what_is_seen_is_read(case: str) -> None:
    check(*CASES[case])


def check(page: str, lines: list[str], told: Told) -> None:
    """Reads a page; its sheets and scripts are told too, and looked at only where that is asked for."""
    read = read_html(page.encode())
    assert read is not None
    assert list(read.lines) == lines
    found = [(one.why, one.text) for one in read.left_out]
    assert [one for one in found if one in told or one[0] != "script"] == told


@pytest.mark.parametrize("encoding", ["big5", "big5hkscs", "gb18030"])
def test_chinese_is_read_in_its_own_encoding(encoding: str) -> None:
    said = "二〇三二年度，全市公開資訊1200件，其中主動公開的有300件。"
    read = read_html(f"<h1>年報</h1><p>{said}</p>".encode(encoding, "ignore"))
    assert read is not None
    assert read.lines == ("年報", said.encode(encoding, "ignore").decode(encoding))
