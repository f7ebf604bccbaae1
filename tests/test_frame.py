"""The frame of every page is the theme's: what of it is kept, what mkdocs.yml says of it, and what pages of prose get.

One project with every setting that takes effect, and pages with everything that Markdown can hold, is really built.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from mkdocs.config import load_config
from playwright.sync_api import Browser

from macros.building.frame import FRAME_MARK, ours_alone
from macros.building.theme_settings import as_told, check_theme, without_effect
from macros.pages.navigation import NavEntry, nav_entries, staff_pages
from macros.pages.prose import for_readers, in_theme, needs_theme
from macros.pages.theme_style import theme_style, with_parts_here
from macros.problems import Refused
from tests.night import some
from tests.places import FIXTURES, ROOT, environment_of_a_copy, project_copy
from tests.serving import Compressed, Headed, served, watched
from tests.test_barriers import AXE, BUT_CONTRAST, CONTRAST_IN_LARGE_TYPE, SETTLE, barriers

SAMPLE = "handbook/sample/"
LANGUAGE_FOLDERS = ("", "zh-hant/", "en/")

SETTINGS = """
copyright: Copyright &copy; 2031 某某局
nav:
  - index.md
  - 新栏目: news.md
  - 手册:
    - handbook/index.md
    - handbook/another.md
  - 专题:
    - 甲: topic/one.md
    - topic/two.md
  - 上级机关: https://higher.example/
extra_css: [extra/own.css]
extra_javascript: [extra/own.js]
"""


@pytest.mark.parametrize(
    ("html", "kept"),
    [
        ("<html><body>a<!-- ours -->b<!-- ours -->c</body></html>", "<html><body>b</body>\n</html>\n"),
        (
            '<html>\n<body dir="ltr">a<!-- ours -->b<!-- ours -->c<!-- ours -->d<!-- ours --></body>',
            '<html>\n<body dir="ltr">bd</body>\n</html>\n',
        ),
        ("<html><body>a</body></html>", None),
        ("<html><body>a<!-- ours -->b</body></html>", None),
        ("<html><body>a<!-- ours -->b<!-- ours -->c<!-- ours --></body></html>", None),
    ],
)
def test_what_is_kept_of_a_page(html: str, kept: str | None) -> None:
    if kept is None:
        with pytest.raises(Refused, match=FRAME_MARK):
            ours_alone(html)
    else:
        assert ours_alone(html) == kept


@pytest.mark.parametrize(
    ("html", "needed"),
    [
        ('<h1 id="a">甲</h1><p>乙 <a href="b">丙</a> <strong>丁</strong> <code>&lt;table&gt;</code></p>', False),
        ("<ol><li><em>甲</em></li></ol>", False),
        ('<h1>甲</h1><div data-fragment="home"></div>', False),
        ('<p>甲</p><div class="admonition note"></div>', True),
        ("<table><tr><td>甲</td></tr></table>", True),
        ("<pre><code>甲</code></pre>", True),
        ('<p><img src="a.png" alt=""></p>', True),
        ('<p>甲<sup id="fnref:1">1</sup></p>', True),
    ],
)
def test_which_page_takes_the_style_sheet_of_the_theme(html: str, needed: bool) -> None:
    assert needs_theme(html) is needed


def test_only_what_stands_between_fragments_is_the_themes() -> None:
    mark = '<div data-fragment="home"></div>'
    assert in_theme(f"<p>甲</p>\n{mark}\n<p>乙</p>{mark}") == (
        f'<div class="md-typeset">\n<p>甲</p>\n</div>\n{mark}\n<div class="md-typeset">\n<p>乙</p>\n</div>\n{mark}'
    )


WORDS = {"task-done": "done", "task-open": 'not "done"', "footnote-back": "back to {number}", "box-warning": "注意"}


def word(key: str, **values: str) -> str:
    """A word of the tests' own."""
    return WORDS[key].format(**values)


@pytest.mark.parametrize(
    ("given", "made"),
    [
        ('<td style="text-align: right;">1</td>', '<td class="align-right">1</td>'),
        ('<p style="text-align: right;">1</p>', '<p style="text-align: right;">1</p>'),
        (
            "<table>1</table>",
            '<div class="md-typeset__scrollwrap" tabindex="0"><div class="md-typeset__table">'
            "<table>1</table></div></div>",
        ),
        ('<table class="highlighttable">1</table>', '<table class="highlighttable">1</table>'),
        ('<input type="checkbox" disabled checked/>', '<input type="checkbox" disabled checked aria-label="done">'),
        ('<input type="checkbox" disabled/>', '<input type="checkbox" disabled aria-label="not &quot;done&quot;">'),
        ('title="Jump back to footnote 12 in the text"', 'title="back to 12"'),
        ("<pre><span></span><code>a</code></pre>", '<pre><span></span><code tabindex="0">a</code></pre>'),
        ('<img src="a.png">', '<img loading="lazy" decoding="async" src="a.png">'),
        (
            '<div class="admonition warning">\n<p class="admonition-title">Warning</p>',
            '<div class="admonition warning">\n<p class="admonition-title">注意</p>',
        ),
        (
            '<details class="warning" open="open">\n<summary>Warning</summary>',
            '<details class="warning" open="open">\n<summary>注意</summary>',
        ),
        (
            '<div class="admonition warning">\n<p class="admonition-title">Danger</p>',
            '<div class="admonition warning">\n<p class="admonition-title">Danger</p>',
        ),
    ],
)
def test_what_markdown_lacks_without_scripts(given: str, made: str) -> None:
    assert for_readers(given, word) == made


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("a{b:c}.md-header{b:c}", "a{b:c}"),
        (".md-typeset a,.md-header a,.md-typeset .md-tag{b:c}", ".md-typeset a{b:c}"),
        ("@media print{.md-footer{b:c}}@media print{.md-nav__link{b:c}}", "@media print{.md-nav__link{b:c}}"),
        ("@keyframes x{from{b:c}to{b:d}}", "@keyframes x{from{b:c}to{b:d}}"),
        (':root{--x:url("data:,{}")}.md-footer{b:c}', ':root{--x:url("data:,{}")}'),
        (".md-typeset :not(.md-a,.b){b:c}", ""),
    ],
)
def test_the_parts_of_the_theme_that_are_here(given: str, kept: str) -> None:
    assert with_parts_here(given) == kept


def test_the_style_sheet_of_the_theme_has_what_prose_needs() -> None:
    style = theme_style()
    for name in ("admonition", "tabbed-set", "footnote", "task-list-item", "highlight", "twemoji", "md-nav--secondary"):
        assert f".{name}" in style, name
    assert "md-header" not in style and "sourceMappingURL" not in style
    assert style.count("{") == style.count("}") > 300


@pytest.mark.parametrize(
    ("given", "entries"),
    [
        (None, ()),
        (["a.md"], (NavEntry(None, "a.md"),)),
        (
            [{"甲": "a.md"}, {"乙": "https://b.example/"}],
            (NavEntry("甲", "a.md"), NavEntry("乙", "https://b.example/")),
        ),
        (
            [{"甲": ["a.md", {"丙": "c.md"}]}],
            (NavEntry("甲", "a.md", (NavEntry(None, "a.md"), NavEntry("丙", "c.md"))),),
        ),
        ([{"甲": []}], ()),
    ],
)
def test_entries_of_nav(given: object, entries: tuple[NavEntry, ...]) -> None:
    assert tuple(nav_entries(given)) == entries


def test_the_order_of_pages_for_staff() -> None:
    prose = {
        "readiness.md": "",
        "about.md": "",
        "handbook/a.md": "",
        "handbook/b.md": "",
        "handbook/c.md": "",
        "handbook/index.md": "[b](b.md#x) [no](no.md) [about](../about.md)",
        "staff/fields.md": "",
    }
    nav = [NavEntry("甲", "handbook/c.md", (NavEntry(None, "handbook/c.md"), NavEntry(None, "about.md")))]
    assert staff_pages(prose, nav) == [
        *("handbook/index.md", "handbook/c.md", "handbook/b.md", "handbook/a.md"),
        *("staff/fields.md", "readiness.md"),
    ]


@pytest.mark.parametrize(
    ("settings", "names"),
    [
        ({}, []),
        ({"theme": {"features": ["navigation.tabs", "toc.integrate", "content.code.copy", "search.suggest"]}}, 4),
        ({"theme": {"palette": {"primary": "teal"}}}, ["theme.palette"]),
        ({"theme": {"language": "zh"}}, ["theme.language"]),
        ({"theme": {"font": {"text": "Roboto"}}}, ["theme.font"]),
        ({"theme": {"icon": {"admonition": {"note": "material/check"}}, "logo": "a.png"}}, 2),
        ({"extra": {"alternate": [{"name": "x"}], "analytics": {"provider": "google"}, "own": 1}}, 2),
        ({"plugins": ["material/search"]}, ["plugins: material/search"]),
        ({"extra_css": ["https://a.example/a.css", "extra/own.css"]}, ["extra_css: https://a.example/a.css"]),
        ({"extra_javascript": ["//a.example/a.js"]}, ["extra_javascript: //a.example/a.js"]),
        ({"site_url": "https://a.example/", "repo_url": "https://b.example/"}, ["site_url", "repo_url"]),
    ],
    ids=str,
)
def test_settings_without_effect_are_told(settings: Mapping[str, Any], names: list[str] | int) -> None:
    theme = {"name": "material", "custom_dir": str(ROOT / "overrides"), "font": False} | settings.get("theme", {})
    config = load_config(str(ROOT / "mkdocs.yml"), **{**settings, "theme": theme})
    found = list(without_effect(config))
    assert len(found) == names if isinstance(names, int) else [name for name, _ in found] == names
    for name, why in found:
        said = as_told(name, why)
        zh, en = said.split("\n")
        assert name in zh and name in en and why.zh in zh and why.en in en


def test_the_address_that_mkdocs_serve_sets_is_no_setting() -> None:
    config = load_config(str(ROOT / "mkdocs.yml"))
    config.site_url = "http://127.0.0.1:8000/"
    assert [*without_effect(config)] == []


@pytest.mark.parametrize(
    "given", [{"name": "mkdocs"}, {"name": "material"}, {"name": "mkdocs", "custom_dir": "overrides"}]
)
def test_another_theme_ends_the_build(given: dict[str, str]) -> None:
    check_theme(load_config(str(ROOT / "mkdocs.yml")))
    with pytest.raises(Refused, match="overrides"):
        check_theme(load_config(str(ROOT / "mkdocs.yml"), theme=given))


def page_of(title: str) -> str:
    """A page of prose that has no use for the theme."""
    return f"---\ntitle: {title}\ndescription: {title}的说明\n---\n\n# {title} {{: #title }}\n\n一段文字。\n"


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with pages for staff, added pages and settings of its own."""
    folder = project_copy(tmp_path_factory.mktemp("frame") / "project")
    shutil.copytree(FIXTURES / "prose/docs", folder / "docs", dirs_exist_ok=True)
    (folder / "docs/topic").mkdir()
    for name, title in (("news", "动态"), ("topic/one", "第一题"), ("topic/two", "第二题"), ("en/news", "News")):
        (folder / f"docs/{name}.md").write_text(page_of(title), "utf-8")
    (folder / "overrides/extra").mkdir()
    (folder / "overrides/extra/own.css").write_text("h1 { color: #123456; }\n", "utf-8")
    (folder / "overrides/extra/own.js").write_text("document.documentElement.dataset.own = 'yes';\n", "utf-8")
    settings = (
        (folder / "mkdocs.yml").read_text("utf-8").replace("font: false", "font: false\n  palette: {primary: red}")
    )
    (folder / "mkdocs.yml").write_text(settings + SETTINGS, "utf-8")
    return folder


def run(project: Path, *command: str) -> subprocess.CompletedProcess[str]:
    """What a command says in the project."""
    return subprocess.run(
        [sys.executable, "-m", *command],
        cwd=project,
        env=environment_of_a_copy(),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


@pytest.fixture(scope="module")
def made(project: Path) -> Path:
    """The site of the project, as ``mkdocs build`` makes it."""
    done = run(project, "mkdocs", "build", "--quiet")
    assert done.returncode == 0, done.stderr
    assert done.stderr.count("theme.palette") == 2 and done.stderr.count("请删去这一项") == 1
    assert "Bilingual" not in done.stderr
    return project / "site"


@pytest.mark.night
def test_both_commands_make_the_same_bytes(project: Path, made: Path) -> None:
    done = run(project, "macros", "build", "--site", str(project / "again"))
    assert done.returncode == 0, done.stderr
    assert done.stderr.count("theme.palette") == 2, done.stderr
    assert (project / "again/SHA256SUMS").read_bytes() == (made / "SHA256SUMS").read_bytes()


def test_changed_pages_alone_are_not_built(project: Path, made: Path) -> None:
    """Of those the search index would be made."""
    before = (made / "SHA256SUMS").read_bytes()
    done = run(project, "mkdocs", "build", "--dirty")
    assert done.returncode == 1 and "--dirty 只生成" in done.stdout and "Leave it out" in done.stdout
    assert (made / "SHA256SUMS").read_bytes() == before


def links(html: str, within: str) -> list[tuple[str, str]]:
    """Address and words of the links in the element that begins with ``within``."""
    found = re.search(rf"<(nav|ul|footer) class=\"{within}\".*?</\1>\s", html, re.DOTALL)
    assert found, within
    return re.findall(r'<a href="([^"]*)"[^>]*>([^<]*)</a>', found[0])


def test_nav_adds_pages_to_menu_and_site_map(made: Path) -> None:
    menus = {
        folder: links((made / folder / "index.html").read_text("utf-8"), "sections") for folder in LANGUAGE_FOLDERS
    }
    assert menus[""][-3:] == [("news/", "新栏目"), ("topic/one/", "专题"), ("https://higher.example/", "上级机关")]
    assert menus["zh-hant/"][-3][1] == "新欄目" and menus["en/"][-2] == ("news/", "News")
    assert len(menus[""]) == len(set(menus[""])) and not any("handbook" in link for link, _ in menus[""])
    listed = links((made / "site-map/index.html").read_text("utf-8"), "plain site-map")
    assert ("../topic/one/", "甲") in listed and ("../topic/two/", "第二题") in listed
    assert not any("handbook" in link or "readiness" in link or "staff" in link for link, _ in listed)
    current = re.findall(
        r'<a href="[^"]*" aria-current="(\w+)">专题<', (made / "topic/two/index.html").read_text("utf-8")
    )
    assert current == ["true"]


def test_pages_for_staff_are_found_from_the_page_about_the_site_and_not_by_search(made: Path) -> None:
    leading = {
        file.relative_to(made).as_posix()
        for file in made.rglob("*.html")
        if re.search(r'href="[^":]*\b(handbook|staff|readiness)/', file.read_text("utf-8"))
    }
    public = {one for one in leading if not re.match(r"(zh-hant/|en/)?(handbook|staff|readiness)/", one)}
    assert public == {f"{folder}about/index.html" for folder in LANGUAGE_FOLDERS}
    below = links((made / SAMPLE / "index.html").read_text("utf-8"), "staff-pages")
    assert [name for _, name in below] == [
        *("← 另一页", "没有标题的一页 →"),
        *("工作人员手册", "另一页", "样张", "没有标题的一页", "字段说明", "上线检查"),
    ]
    indexed = b"".join(file.read_bytes() for file in made.glob("search/*/**/*") if file.suffix == ".json")
    assert b"topic/one/" in indexed
    assert not re.search(rb"handbook/|staff/fields/|readiness/", indexed)


def test_what_settings_do(made: Path) -> None:
    for folder in LANGUAGE_FOLDERS:
        html = (made / folder / "index.html").read_text("utf-8")
        assert "<p>Copyright &copy; 2031 某某局</p>" in html
    assert re.search(r'<link rel="stylesheet" href="assets/own\.[0-9a-f]{20}\.css">\s', html.replace("../", ""))
    assert re.search(r'<script src="assets/own\.[0-9a-f]{20}\.js"></script>\s*</body>', html.replace("../", ""))
    for address in re.findall(r"assets/own\.\w+\.(?:css|js)", html):
        assert (made / address).is_file()


@pytest.mark.parametrize(
    ("change", "said"),
    some(
        [
            (("docs/news.md", "一段文字", f"{FRAME_MARK}文字"), "网页里不该有"),
            (("mkdocs.yml", "news.md", "nothing.md"), "没有这个网页"),
            (("mkdocs.yml", "[extra/own.css]", "[extra/no.css]"), "overrides 里没有这个文件"),
        ],
        3,
        spread=True,
    ),
    ids=["a mark in prose", "a page of nav that is not there", "a file that is not there"],
)
def test_what_ends_the_build(project: Path, made: Path, change: tuple[str, str, str], said: str) -> None:
    file, old, new = change
    text = (project / file).read_text("utf-8")
    assert old in text
    try:
        (project / file).write_text(text.replace(old, new, 1), "utf-8")
        done = run(project, "macros", "build", "--site", str(project / "no"))
    finally:
        (project / file).write_text(text, "utf-8")
    assert done.returncode == 1 and said in done.stderr
    assert "Traceback" not in done.stderr and "Bilingual" not in done.stderr
    assert not (project / "no").exists()


def test_only_prose_that_needs_it_takes_the_style_sheet_of_the_theme(made: Path) -> None:
    taken = {
        file.relative_to(made).parent.as_posix()
        for file in made.rglob("index.html")
        if "/prose." in file.read_text("utf-8")
    }
    assert taken == {
        f"{folder}handbook/{name}" for folder in LANGUAGE_FOLDERS for name in ("sample", "another", "bare")
    }
    for file in made.rglob("*.html"):
        html = file.read_text("utf-8")
        assert not re.search(r"md-overlay|md-toggle|md-dialog|__config|bundle|md-skip", html), file
        assert html.count("<main") == html.count("</main>") == 1, file


def test_pictures_are_there_in_every_language(made: Path) -> None:
    for folder in LANGUAGE_FOLDERS:
        page = made / folder / SAMPLE / "index.html"
        (address,) = re.findall(r'<img [^>]*src="([^"]*)"', page.read_text("utf-8"))
        assert (page.parent / address).resolve() == (made / "handbook/squares.png").resolve()
    assert len(list(made.rglob("squares.png"))) == 1


def test_code_is_in_simplified_chinese_in_the_traditional_edition(made: Path) -> None:
    html = (made / "zh-hant" / SAMPLE / "index.html").read_text("utf-8")
    assert "某某市科学技术局" in html and "<code>代码</code>" in html and "技術服務" in html


def test_what_a_page_of_prose_shows(made: Path) -> None:
    html = (made / SAMPLE / "index.html").read_text("utf-8")
    contents = re.findall(r'href="#(\w+)" class="md-nav__link"', html)
    assert contents == ["boxes", "tabs", "tables", "tasks", "pictures", "picture"]
    assert 'aria-label="本页内容"' in html and 'aria-label="On this page"' in (
        made / "en" / SAMPLE / "index.html"
    ).read_text("utf-8")
    assert "prose__contents" not in (made / "handbook/bare/index.html").read_text("utf-8")
    assert html.index('class="prose__title"') < html.index('class="prose__contents"') < html.index('id="boxes"')
    assert not re.search(r"style=|Jump back|>Warning<", html)
    assert "&lt;script&gt;" in html


@pytest.fixture(scope="module")
def root(made: Path) -> Iterator[str]:
    """The site at the root of a server, with its headers."""
    with served(made, at_root=True, handler=Headed) as address:
        yield address


RECORD, PROSE = (30_000, 4), (45_000, 7)
FIRST_VIEWS = {
    "": RECORD,
    "work-areas/bases/": RECORD,
    "figures/": RECORD,
    "en/figures/": RECORD,
    "sources/h1-work-summary/": RECORD,
    "en/sources/h1-work-summary/": RECORD,
    "about/": RECORD,
    SAMPLE: PROSE,
}


@pytest.mark.parametrize("page", some(reversed(FIRST_VIEWS), 2))
def test_what_the_first_view_costs(browser: Browser, site: Path, made: Path, page: str) -> None:
    """Bytes, compressed, and requests of a page that is opened on a telephone and not yet scrolled."""
    with served(made if page == SAMPLE else site, at_root=True, handler=Compressed) as address:
        view = browser.new_context(viewport={"width": 390, "height": 844}).new_page()
        sizes: dict[str, int] = {}
        view.on("requestfinished", lambda one: sizes.update({one.url: one.sizes()["responseBodySize"]}))
        view.goto(address + page, wait_until="networkidle")
        view.context.close()
    most, requests = FIRST_VIEWS[page]
    assert 2 <= len(sizes) <= requests, sizes
    assert 5_000 < sum(sizes.values()) <= most, sizes


@pytest.mark.parametrize(
    ("folder", "width"), some([("", 390), ("en/", 390), ("", 1280), ("en/", 1280)], 4, spread=True)
)
def test_prose_has_no_barriers_and_keeps_the_policy(browser: Browser, root: str, folder: str, width: int) -> None:
    view, trouble = watched(browser, root, viewport={"width": width, "height": 900}, reduced_motion="reduce")
    view.goto(f"{root}{folder}{SAMPLE}")
    view.evaluate(SETTLE)
    view.evaluate(AXE)
    for scheme in ("light", "dark"):
        for elder in (False, True):
            view.emulate_media(color_scheme=scheme)
            view.locator("#elder").set_checked(elder, force=True)
            barriers(view, BUT_CONTRAST)
            barriers(
                view, CONTRAST_IN_LARGE_TYPE if elder else {"runOnly": {"type": "rule", "values": ["color-contrast"]}}
            )
            assert view.evaluate("document.documentElement.scrollWidth <= innerWidth"), (scheme, elder)
    assert view.evaluate("document.documentElement.dataset.own") == "yes"
    view.context.close()
    assert trouble == []


SMALL = """() => [...document.querySelectorAll("#main *")].filter((one) =>
    [...one.childNodes].some((node) => node.nodeType === 3 && node.data.trim()) && one.checkVisibility()
    && parseFloat(getComputedStyle(one).fontSize) < 16).map((one) => one.outerHTML)"""


@pytest.mark.parametrize("script", [True, False])
def test_prose_works_by_keyboard_without_scripts(browser: Browser, root: str, script: bool) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 844}, java_script_enabled=script)
    view = context.new_page()
    view.goto(root + SAMPLE)
    tabs = view.locator(".tabbed-block")
    assert tabs.nth(0).is_visible() and not tabs.nth(1).is_visible()
    view.locator("#__tabbed_1_1").focus()
    view.keyboard.press("ArrowRight")
    assert tabs.nth(1).is_visible() and not tabs.nth(0).is_visible()
    other, label = view.locator(".tabbed-labels > label").all()
    looks = (
        "(one) => [getComputedStyle(one).borderBottomColor === 'rgba(0, 0, 0, 0)', getComputedStyle(one).outlineStyle]"
    )
    assert label.evaluate(looks) == [False, "solid"] and other.evaluate(looks) == [True, "none"]
    code = view.locator(".tabbed-block code").nth(1)
    code.focus()
    assert code.evaluate("(one) => document.activeElement === one && one.scrollWidth > one.clientWidth")
    assert view.evaluate(SMALL) == []
    context.close()


def test_menu_marks_work_areas_on_pages_that_tell_one(site: Path) -> None:
    """A section that tells a work area has no entry of its own in the menu."""
    for page in ("alliance", "outreach", "outreach/science-week", "work-areas/projects"):
        menu = (site / page / "index.html").read_text("utf-8").split('class="sections"')[1].split("</nav>")[0]
        assert re.findall(r'aria-current="(\w+)">([^<]*)<', menu) == [("true", "工作领域")], page
        trail = (site / page / "index.html").read_text("utf-8").split('class="trail"')[1].split("</nav>")[0]
        assert re.findall(r"<a[^>]*>([^<]*)</a>", trail)[:2] == ["首页", "工作领域"], page
