"""Two sites compared: what is told of each kind of difference, and that nothing is told where nothing differs."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from macros.staff.built_site import PublishedSite
from macros.staff.site_diff import SiteChanges, site_changes

A, B = "0123456789abcdef0123", "fedcba98765432100000"
LONG = "大力实施农业科技创新示范基地建设科技工程，采取四方参加的建设模式。"
OTHER = "目前重点做好国家星火计划项目，促进养殖业水平有质的提高和量的增长。"


def page(body: str, title: str = "题", head: str = "") -> str:
    return f"<!doctype html><html><head><title>{title}</title>{head}</head><body><h1>{title}</h1>{body}</body></html>"


def table(*cells: tuple[str, str]) -> str:
    rows = "".join(f"<tr><th scope=row>{head}</th><td>{cell}</td></tr>" for head, cell in cells)
    return page(f"<table>{rows}</table>")


BASE = {
    "index.html": page("<p>首页</p>"),
    "work-areas/a/index.html": page("<p>甲</p>"),
    "en/work-areas/a/index.html": page("<p>one</p>"),
    "zh-hant/work-areas/a/index.html": page("<p>甲</p>"),
    "data/a.csv": "\ufeffid,label\nx,1\ny,2\n",
    "robots.txt": "User-agent: *\nAllow: /\n",
    f"assets/site.{A}.css": "p {}",
    f"search/zh/{A}/t0.json": "[]",
    "build.json": json.dumps({"address": None, "commit": "1", "data": "2", "versions": {}}),
    "SHA256SUMS": "1",
}


def site_in(folder: Path, files: dict[str, str | bytes]) -> PublishedSite:
    """Writes a site and returns it."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return PublishedSite(folder)


def compared(folder: Path, old: dict[str, str], new: dict[str, str]) -> SiteChanges:
    """The changes between two sites that have the files of BASE but for those given; an empty one is not there."""
    sides = [{name: text for name, text in (BASE | files).items() if text} for files in (old, new)]
    return site_changes(*(site_in(folder / str(at), dict(side)) for at, side in enumerate(sides)))


def told(changes: SiteChanges) -> list[str]:
    """All that is told, in short."""
    texts = [
        f"{one.change.language.code} {one.change.kind}: {one.change.old} > {one.change.new} @ {' '.join(one.pages)}"
        for one in changes.seen
    ]
    lines = [
        f"{file.name} {file.state}: {one.where} {one.old} > {one.new}" for file in changes.files for one in file.lines
    ]
    names = [f"{file.name} {file.state}" for file in changes.files if not file.lines]
    markup = [f"markup {one.old} > {one.new} @ {' '.join(one.pages)}" for one in changes.markup]
    added, gone = (
        [f"{sign} {one}" for one in pages] for sign, pages in (("+", changes.pages_added), ("-", changes.pages_gone))
    )
    return [*texts, *lines, *names, *markup, *added, *gone]


AREA, ENGLISH, HANT = ("work-areas/a/index.html", "en/work-areas/a/index.html", "zh-hant/work-areas/a/index.html")
NOTHING: dict[str, tuple[dict[str, str], dict[str, str]]] = {
    "the same": ({}, {}),
    "white space between blocks": ({AREA: page("<p>甲</p><p>乙</p>")}, {AREA: page("<p>甲</p>\n <p>乙</p>\n")}),
    "the names of assets": (
        {AREA: page(f'<img src="../../assets/site.{A}.css">')},
        {
            AREA: page(f'<img src="../../assets/site.{B}.css">'),
            f"assets/site.{A}.css": "",
            f"assets/site.{B}.css": "p {}",
        },
    ),
    "the name of the search index": ({}, {f"search/zh/{A}/t0.json": "", f"search/zh/{B}/t0.json": "[]"}),
    "the stamp of the build": (
        {},
        {"build.json": json.dumps({"address": None, "commit": "3", "versions": {"x": "1"}})},
    ),
    "the checksums": ({}, {"SHA256SUMS": "2"}),
}
SOMETHING: dict[str, tuple[dict[str, str], dict[str, str], list[str]]] = {
    "a text": ({}, {AREA: page("<p>乙</p>")}, ["zh text: 甲 > 乙 @ work-areas/a/"]),
    "a text that is new": ({}, {ENGLISH: page("<p>one</p><p>2</p>")}, ["en text: None > 2 @ en/work-areas/a/"]),
    "a text that is gone": ({ENGLISH: page("<p>one</p><p>2</p>")}, {}, ["en text: 2 > None @ en/work-areas/a/"]),
    "the same on two pages": (
        {"index.html": page("<p>甲</p>")},
        {"index.html": page("<p>乙</p>"), AREA: page("<p>乙</p>")},
        ["zh text: 甲 > 乙 @  work-areas/a/"],
    ),
    "the same in Traditional": (
        {AREA: page("<p>广州</p>"), HANT: page("<p>廣州</p>")},
        {AREA: page("<p>广东</p>"), HANT: page("<p>廣東</p>")},
        ["zh text: 广州 > 广东 @ work-areas/a/"],
    ),
    "another word in Traditional": (
        {AREA: page("<p>广州</p>"), HANT: page("<p>廣州</p>")},
        {AREA: page("<p>广东</p>"), HANT: page("<p>廣西</p>")},
        ["zh text: 广州 > 广东 @ work-areas/a/", "hant text: 廣州 > 廣西 @ zh-hant/work-areas/a/"],
    ),
    "Traditional alone": (
        {HANT: page("<p>只</p>")},
        {HANT: page("<p>隻</p>")},
        ["hant text: 只 > 隻 @ zh-hant/work-areas/a/"],
    ),
    "a long text that moves": (
        {AREA: page(f"<p>{LONG}</p><p>一</p><p>二</p>")},
        {AREA: page(f"<p>一</p><p>二</p><p>{LONG}</p>")},
        [f"zh text: {LONG} > {LONG} @ work-areas/a/"],
    ),
    "a text that moves under another heading": (
        {AREA: page(f"<h2>完成</h2><p>{LONG}</p><h2>计划</h2><p>{OTHER}</p>")},
        {AREA: page(f"<h2>完成</h2><p>{OTHER}</p><h2>计划</h2><p>{LONG}</p>")},
        [f"zh text: {LONG} > {OTHER} @ work-areas/a/", f"zh text: {OTHER} > {LONG} @ work-areas/a/"],
    ),
    "a heading above other texts": (
        {AREA: page(f"<h2>完成</h2><p>{LONG}</p><p>一</p>")},
        {AREA: page(f"<h2>计划</h2><p>{LONG}</p><p>一</p>")},
        ["zh text: 完成 > 计划 @ work-areas/a/"],
    ),
    "short texts that change places": (
        {AREA: page("<p>未完成</p><p>甲</p>")},
        {AREA: page("<p>甲</p><p>未完成</p>")},
        ["zh text: 未完成 > None @ work-areas/a/", "zh text: None > 未完成 @ work-areas/a/"],
    ),
    "a row that moves": (
        {AREA: table(("书", "15"), ("刊", "20"))},
        {AREA: table(("刊", "20"), ("书", "15"))},
        ["zh text: 书 > None", "zh text: None > 书", "zh text: 15 > 15"],
    ),
    "numbers that change places": (
        {AREA: table(("书", "15"), ("刊", "20"))},
        {AREA: table(("书", "20"), ("刊", "15"))},
        ["zh text: 15 > 20 @ work-areas/a/", "zh text: 20 > 15 @ work-areas/a/"],
    ),
    "a link": (
        {AREA: page('<a href="x/">x</a>')},
        {AREA: page('<a href="y/">x</a>')},
        ["zh href: /work-areas/a/x/ > /work-areas/a/y/"],
    ),
    "an anchor": ({AREA: page('<p id="x">a</p>')}, {AREA: page('<p id="y">a</p>')}, ["zh id: x > y"]),
    "a title": ({}, {AREA: page("<p>甲</p>", "新")}, ["zh text: 题 > 新 @ work-areas/a/"]),
    "a description": (
        {AREA: page("", head='<meta name="description" content="a">')},
        {AREA: page("", head='<meta name="description" content="b">')},
        ["zh meta: description: a > description: b"],
    ),
    "a bar": (
        {AREA: page('<svg><rect width="1"/></svg>')},
        {AREA: page('<svg><rect width="2"/></svg>')},
        ['markup <rect width="1"> > <rect width="2"> @ work-areas/a/'],
    ),
    "a bar beside a text": (
        {AREA: page('<svg><rect width="1"/></svg><p>1</p>')},
        {AREA: page('<svg><rect width="2"/></svg><p>2</p>')},
        ["zh text: 1 > 2", 'markup <rect width="1"> > <rect width="2"> @ work-areas/a/'],
    ),
    "emphasis": ({AREA: page("<p><b>a</b>b</p>")}, {AREA: page("<p><b>ab</b></p>")}, ["markup  >  @ work-areas/a/"]),
    "a page that is new": (
        {},
        {"work-areas/b/index.html": page("<p>丙</p>")},
        ["zh text: None > 丙 @ work-areas/b/", "+ work-areas/b/"],
    ),
    "a page that is gone": ({}, {AREA: ""}, ["- work-areas/a/"]),
    "a redirect": (
        {AREA: page("", head='<meta http-equiv="refresh" content="0; url=x">')},
        {AREA: page("", head='<meta http-equiv="refresh" content="0; url=y">')},
        ["zh meta: refresh: 0; url=x > refresh: 0; url=y"],
    ),
    "a cell": ({}, {"data/a.csv": "\ufeffid,label\nx,1\ny,3\n"}, ["data/a.csv changed: y · label 2 > 3"]),
    "a row": ({}, {"data/a.csv": "\ufeffid,label\nx,1\n"}, ["data/a.csv changed: y id: y; label: 2 > None"]),
    "a column": ({}, {"data/a.csv": "\ufeffid,label,n\nx,1,5\ny,2,\n"}, ["data/a.csv changed: x · n None > 5"]),
    "the order of rows": ({}, {"data/a.csv": "\ufeffid,label\ny,2\nx,1\n"}, ["data/a.csv changed"]),
    "a line": ({}, {"robots.txt": "User-agent: *\nDisallow: /\n"}, ["robots.txt changed:  Allow: / > Disallow: /"]),
    "a style": (
        {},
        {f"assets/site.{A}.css": "", f"assets/site.{B}.css": "q {}"},
        ["assets/site.*.css changed:  p {} > q {}"],
    ),
    "JSON": (
        {"x.json": '{"a": {"b": [1, 2]}}'},
        {"x.json": '{"a": {"b": [1, 3]}}'},
        ["x.json changed:  a.b: 2 > a.b: 3"],
    ),
    "broken JSON": ({"x.json": "{"}, {"x.json": "["}, ["x.json changed"]),
    "a binary file": ({"x.xlsx": "\0a"}, {"x.xlsx": "\0b"}, ["x.xlsx changed"]),
    "the search index": ({}, {f"search/zh/{A}/t0.json": "[1]"}, ["search/zh/*/t0.json changed"]),
    "a file that is new": ({}, {"llms.txt": "a"}, ["llms.txt added:  None > a"]),
    "a file that is gone": ({}, {"robots.txt": ""}, ["robots.txt gone"]),
    "the address": (
        {},
        {"build.json": json.dumps({"address": "https://x.example/"})},
        ["build.json changed:  address: null > address: https://x.example/"],
    ),
}


@pytest.mark.parametrize("case", NOTHING)
def test_nothing_is_told(case: str, tmp_path: Path) -> None:
    changes = compared(tmp_path, *NOTHING[case])
    assert changes.empty and told(changes) == []


@pytest.mark.parametrize("case", SOMETHING)
def test_something_is_told(case: str, tmp_path: Path) -> None:
    old, new, expected = SOMETHING[case]
    changes = compared(tmp_path, old, new)
    found = told(changes)
    assert not changes.empty
    for line in expected:
        assert any(one.startswith(line) for one in found), found
    assert len(found) == len(expected), found


@pytest.mark.parametrize("case", SOMETHING)
def test_what_is_taken_back_is_told_too(case: str, tmp_path: Path) -> None:
    old, new, _ = SOMETHING[case]
    assert not compared(tmp_path, new, old).empty
