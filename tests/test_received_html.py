"""Web pages as they are received: what their document says, line by line, and what is left out of it."""

from __future__ import annotations

import pytest

from macros.received.html import read_html
from macros.received.lines import differing_line

PAGES = {
    # a page: its HTML, the lines of its document, and why something was left out
    "paragraphs and headings": ("<h1>年报</h1><h2>一、总体</h2><p>公开2件。", ["年报", "一、总体", "公开2件。"], []),
    "markup that is never closed": (
        "<h1>年报<p>一<div>二<ul><li>三<li>四</span>五",
        ["年报", "一", "二", "三", "四五"],
        [],
    ),
    "line breaks of the file": ("<p>公开\n  信息2\n件。</p><p>a\nb</p>", ["公开信息2 件。", "a b"], []),
    "line breaks of the page": ("<p>甲<br>乙<br/>丙</p>", ["甲", "乙", "丙"], []),
    "indents and entities": ("<p>　　&nbsp;A&amp;B&#31185;</p>", ["A&B科"], []),
    "inline markup": ("<p><b>一、</b><span>总<i>体</i></span>情况</p>", ["一、总体情况"], []),
    "the title in the head alone": ("<title>年报_某局</title><p>公开。</p>", ["年报", "公开。"], []),
    "the title of the article": (
        "<title>某局网站</title><meta name=ArticleTitle content=年报><p>公开。</p>",
        ["年报", "公开。"],
        [],
    ),
    "scripts and styles": ("<p>一<script>var x='二';</script>三</p><style>p{}</style>", ["一三"], ["script", "script"]),
    "a path by its class": ("<div class=nav><a>首页</a> &gt; 正文</div><p>一</p>", ["一"], ["furniture"]),
    "a path by its words": ("<div>您现在的位置：首页 > 公开</div><p>一</p>", ["一"], ["navigation"]),
    "a nav and a footer": (
        "<nav>首页</nav><p>一</p><footer>主办：某局。</footer>",
        ["一"],
        ["navigation", "furniture"],
    ),
    "a list of links": ("<ul><li><a>要闻</a><li><a>公开</a></ul><p>一</p>", ["一"], ["navigation"]),
    "numbers of lists": (
        "<ol start=3><li>培训<li value=7><p>科普</p><li></ol><ol type=a reversed><li>甲<li>乙</ol><ol "
        "style='list-style:none'><li>1、丙</ol><ol style='list-style-type: cjk-ideographic'><li>丁</ol><ul><li>戊</ul>",
        ["3. 培训", "7. 科普", "b. 甲", "a. 乙", "1、丙", "一、丁", "戊"],
        [],
    ),
    "numbers that a sheet elsewhere may take away": (
        "<link rel=stylesheet href=a.css><ol><li>一、培训</ol>",
        ["一、培训"],
        [],
    ),
    "line breaks that count": (
        "<pre>全年办班3期\n培训<b>200人\n次</b></pre><div style='white-space: pre-wrap'>甲12\n34乙</div>"
        "<table><tr><td style=white-space:pre-line>15\n200<td>1<tr><td>2<td>3</table>",
        ["全年办班3期", "培训200人", "次", "甲12", "34乙", "15\u3000\u3000200\t1", "2\t3"],
        [],
    ),
    "a list of attachments": (
        "<ul><li><a href=a.pdf>附件1</a><li><a href=b.docx>附件2</a></ul>",
        ["附件1", "附件2"],
        [],
    ),
    "the line of publication": (
        "<p>发布日期：2032-01-20 09:00　来源：某局　字号：[大][中][小]　打印</p><p>一</p>",
        ["一"],
        ["publication-line"],
    ),
    "controls": ("<p>【打印本页】 【关闭窗口】</p><p>上一篇：另一篇</p><p>一</p>", ["一"], ["control", "control"]),
    "a date that is the document's": ("<p>一</p><p>日期：2032年1月</p>", ["一", "日期：2032年1月"], []),
    "what its class calls furniture and is a sentence": ("<div class=share>分享了2篇。</div>", ["分享了2篇。"], []),
    "what its class calls furniture and is a table": (
        "<div class=tools><table><tr><td>甲<td>1<tr><td>乙<td>2</table></div>",
        ["甲\t1", "乙\t2"],
        [],
    ),
    "what is hidden": ("<p style='display: none'>密</p><p hidden>密</p><p>一</p>", ["一"], ["hidden", "hidden"]),
    "a picture": ("<p>一<img alt=图解 src=a.png></p>", ["一"], ["picture"]),
    "merged cells": (
        "<table><tr><td colspan=2 rowspan=2>甲<td>乙<tr><td>丙<tr><td>1<td>2<td>3</table>",
        ["甲\t<<\t乙", "^^\t<<\t丙", "1\t2\t3"],
        [],
    ),
    "a row in which nothing begins": (
        "<table><tr><th rowspan=2>甲<th>乙</tr><tr></tr><tr><td>1<td>2</table>",
        ["甲\t乙", "1\t2"],
        [],
    ),
    "a cell to the end": ("<table><tr><td rowspan=0>甲<td>1<tr><td>2</table>", ["甲\t1", "^^\t2"], []),
    "a table of millions": (
        "<table><tr><td>甲<td>1<tr><td colspan=99999999>乙</table>",
        ["甲\t1" + "\t" * 198, "乙" + "\t<<" * 199],
        [],
    ),
    "several lines in a cell": (
        "<table><tr><td>自然<br>人<td><p>甲</p><p>乙</p><tr><td>1<td>2</table>",
        ["自然人\t甲乙", "1\t2"],
        [],
    ),
    "numbers in several lines of a cell": (
        "<table><tr><td>15<br>200家<td>1<p>２00</p>3<tr><td>甲<br>\n2<td><div>4</div>\n<div>500</div></table>",
        ["15\u3000\u3000200家\t1\u3000\u3000２00\u3000\u30003", "甲 2\t4\u3000\u3000500"],
        [],
    ),
    "a table that lays out the page": (
        "<table><tr><td>左<td><table><tr><td>甲<td>1<tr><td>乙<td>2</table></table>",
        ["左", "甲\t1", "乙\t2"],
        [],
    ),
    "a table between head and foot": (
        "<table><thead><tr><th>甲<th>乙<tbody><tr><td>1<td>2</table>后",
        ["甲\t乙", "1\t2", "后"],
        [],
    ),
    "a comment and a declaration": (
        "<?xml version='1.0' encoding='gbk'?><!doctype html><!-- 注 --><p>一",
        ["一"],
        ["comment"],
    ),
    "a font by its Chinese name": ("<p><font face=仿宋>一</font></p>", ["一"], []),
    "words in attributes": (
        "<p title='密' data-at=20320120 class=a>一<input value='稿'></p>",
        ["一"],
        ["control", "attribute"],
    ),
    "words of a drawing": ("<p>一<svg><text>密</text></svg></p>", ["一"], ["picture"]),
    "depth": ("<div>" * 1500 + "深" + "</div>" * 1500, ["深"], []),
}


@pytest.mark.parametrize("case", PAGES)
def test_a_page_is_read_as_its_document(case: str) -> None:
    page, lines, reasons = PAGES[case]
    read = read_html(page.encode())
    assert read is not None
    assert [*read.lines] == lines
    assert [one.why for one in read.left_out] == reasons


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gbk", "gb18030", "utf-16"])
def test_a_page_in_any_encoding_whatever_it_declares(encoding: str) -> None:
    read = read_html("<meta charset=big5><h1>云岭区年报</h1>\r\n<p>公开。".encode(encoding))
    assert read is not None and read.lines == ("云岭区年报", "公开。")


@pytest.mark.parametrize(
    "data", [b"", b"\0\0<p>", b"\xff\xff\xff<p>", b"%PDF-1.7", "无标记".encode(), b"<div>" * 3000 + b"x"]
)
def test_bytes_that_are_no_page(data: bytes) -> None:
    assert read_html(data) is None


DIFFERENCES = {
    "none": (["一", "甲\t1"], ["一", "甲\t1"], None),
    "blanks and blank lines": (["一", "甲\t1\t"], ["　　一 ", "", "甲 \t 1", ""], None),
    "a word": (["一", "二"], ["一", "三"], (2, "二")),
    "a cell": (["甲\t1"], ["甲\t2"], (1, "甲\t1")),
    "a line too few": (["一", "二"], ["一"], (2, "二")),
    "a line too many": (["一"], ["一", "", "二"], (3, "")),
}


@pytest.mark.parametrize("case", DIFFERENCES)
def test_the_first_line_that_differs(case: str) -> None:
    read, text, found = DIFFERENCES[case]
    assert differing_line(read, text) == found
