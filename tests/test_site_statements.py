"""What a page says, statement by statement, and what of it is no statement."""

from __future__ import annotations

import pytest

from macros.staff.site_statements import read_page

SAID: dict[str, tuple[str, list[tuple[str, str]]]] = {
    # a part of a body, and the statements in it
    "heading and paragraph": ("<h2>一</h2>\n  <p>二 <b>三</b>四</p>", [("text", "一"), ("text", "二 三四")]),
    "text around blocks": ("a<div>b</div>c", [("text", "a"), ("text", "b"), ("text", "c")]),
    "a line break": ("<p>a<br>b</p>", [("text", "a b")]),
    "list items": ("<ul><li>a<li>b</ul>", [("text", "a"), ("text", "b")]),
    "a link": ('<p>见<a href="../b/#x">乙</a>。</p>', [("text", "见乙。"), ("href", "/work-areas/b/#x")]),
    "a link elsewhere": ('<a href="https://x.example/">x</a>', [("text", "x"), ("href", "https://x.example/")]),
    "a download": ('<a href="a.csv" type="text/csv">a</a>', [("text", "a"), ("href", "/work-areas/a/a.csv")]),
    "an image": ('<img src="/i.png" alt="图">', [("alt", "图"), ("src", "/i.png")]),
    "a drawing": (
        "<svg><title>t</title><desc>d</desc><text>一<tspan x=0>二</tspan><tspan>x</tspan><tspan>y</tspan></text></svg>",
        [("text", "t"), ("text", "d"), ("text", "一二x y")],
    ),
    "details": ("<details><summary>s</summary><p>p</p></details>", [("text", "s"), ("text", "p")]),
    "a form": (
        '<form action="/s/"><label for=q>查</label><input id=q placeholder="p" value="v"><button>b</button></form>',
        [("action", "/s/"), ("text", "查"), ("id", "q"), ("placeholder", "p"), ("value", "v"), ("text", "b")],
    ),
    "a name read aloud": ('<nav aria-label="菜单"></nav>', [("aria-label", "菜单")]),
    "a language": ('<p><span lang="en">hello</span></p>', [("text", "hello"), ("lang", "en")]),
    "an anchor": ('<section id="s1">a</section>', [("id", "s1"), ("text", "a")]),
    "an attribute not known yet": ('<p data-said="x">a</p>', [("data-said", "x"), ("text", "a")]),
    "hidden text": ("<p hidden>a</p>", [("text", "a")]),
    "text as typed": ("<pre>a  b\nc</pre>", [("text", "a  b\nc")]),
    "an invisible character": ("<p>a\u200bb\u00a0\u3000c</p>", [("text", "a\u200bb\u00a0\u3000c")]),
    "a table": (
        "<table><caption>c</caption><thead><tr><th scope=col>h<th scope=col>n</thead>"
        "<tr><th scope=row>r<td data-label=n>5</table>",
        [("text", one) for one in ("c", "h", "n", "r")] + [("data-label", "n"), ("text", "5")],
    ),
    "structured data": (
        '<script type="application/ld+json">{"name": "x", "part": [{"n": 1}, {"n": true}], "none": []}</script>',
        [("json-ld", one) for one in ("name: x", "part.n: 1", "part.n: true", "none: []")],
    ),
    "no program and no style": ("<script>x()</script><style>p{}</style><p>a</p>", [("text", "a")]),
    "no comment": ("<p>a<!-- b -->c</p>", [("text", "ac")]),
    "no way of drawing": ('<p class="x" style="y" role="z"><svg width="3"><rect x="1"/></svg>', []),
}


def body(part: str) -> bytes:
    return f"<!doctype html><html><head></head><body>{part}</body></html>".encode()


@pytest.mark.parametrize("case", SAID)
def test_a_page_says(case: str) -> None:
    part, expected = SAID[case]
    found = read_page(body(part), "work-areas/a/")
    assert [(one.kind, one.text) for one in found.statements] == expected


def test_a_head_says() -> None:
    page = read_page(
        b'<html lang="en"><head><meta charset="utf-8"><title>T - S</title><meta name="description" content="D">'
        b'<meta property="og:url" content="/x/"><meta http-equiv="refresh" content="0; url=../y/">'
        b'<meta http-equiv="Content-Security-Policy" content="sha256-1"><link rel="canonical" href="/x/"></head>'
        b"<body><h1>H</h1></body></html>",
        "x/",
    )
    assert [(one.kind, one.text) for one in page.statements] == [
        ("lang", "en"),
        ("text", "T - S"),
        ("meta", "description: D"),
        ("meta", "og:url: /x/"),
        ("meta", "refresh: 0; url=../y/"),
        ("href", "/x/"),
        ("text", "H"),
    ]
    assert (page.title, page.heading) == ("T - S", "H")


def test_where_a_statement_stands_is_told_and_no_part_of_it() -> None:
    table = "<h2>A</h2><p>p</p><table><tr><td><th scope=col>年<tr><th scope=row>书<td>5</table><dl><dt>t<dd>d</dl>"
    found = {one.text: one for one in read_page(body(table), "").statements}
    assert [found[text].where for text in ("p", "5", "d")] == ["A", "书 · 年", "t"]
    assert found["5"] == read_page(body("<p>5</p>"), "").statements[0]


SAME = {
    "white space between blocks": ("<p>a</p> <p>b</p>", "<p>a</p>\n\n\t<p>b</p>\n"),
    "white space at the ends": ("<p>a</p>", "<p> a\n</p>"),
    "runs of white space": ("<p>a b</p>", "<p>a \n b</p>"),
    "the order of attributes": ('<p id="x" lang="en">a</p>', '<p lang="en" id="x">a</p>'),
}
OTHER = {
    "white space between words": ("<p><b>a</b><b>b</b></p>", "<p><b>a</b> <b>b</b></p>"),
    "white space that is shown": ("<pre>a  b</pre>", "<pre>a b</pre>"),
    "emphasis": ("<p><b>a</b>b</p>", "<p><b>ab</b></p>"),
    "the name of an element": ("<p>a</p>", "<div>a</div>"),
    "a length": ('<rect width="1"></rect>', '<rect width="2"></rect>'),
    "a class": ('<p class="a">a</p>', '<p class="b">a</p>'),
    "a comment": ("<p>a</p>", "<p>a</p><!-- b -->"),
    "a program": ("<script>a()</script>", "<script>b()</script>"),
    "a space that does not break": ("<p>a b</p>", "<p>a\u00a0b</p>"),
    "hidden": ("<p>a</p>", "<p hidden>a</p>"),
}


@pytest.mark.parametrize("case", [*SAME, *OTHER])
def test_nothing_else_is_ignored(case: str) -> None:
    one, other = (read_page(body(part), "").whole for part in (SAME | OTHER)[case])
    assert (one == other) is (case in SAME)


def test_a_cell_stands_under_the_heads_that_it_names() -> None:
    """Merged heads and head rows between others cannot be told by counting columns."""
    found = read_page(
        "<table><tr><th id=g colspan=2>类<tr><th id=a headers=g>事项<th id=b headers=g>件数"
        '<tr><th id=r scope=row headers="g a">许可<td headers="r g b">5</table>'.encode(),
        "a/",
    )
    (five,) = (one for one in found.statements if one.text == "5")
    assert (five.where, five.anchored) == ("许可 · 类 · 件数", True)
