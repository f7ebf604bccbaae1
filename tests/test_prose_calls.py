"""Prose calls macros that there are and links to what there is; what is wrong is told before any page is made."""

from __future__ import annotations

import shutil
from pathlib import Path
from urllib.parse import quote

import pytest

from macros.building.preview import Preview
from macros.pages.macro_table import FRAGMENTS
from macros.records.addresses import address_of_source
from macros.register.load import load
from macros.register.prose import files_linked, problems_of_prose
from macros.rules.prose_links import problems_of_links
from macros.rules.prose_macros import MACROS, belongs_on, problems_of_calls
from macros.system.clock import today
from macros.system.mkdocs_settings import excluded_docs
from macros.text.languages import LANGUAGES, Language
from tests.places import DATA, DEMONSTRATION, DOCS, FIXTURES

JAPANESE = Language("ja", "ja/", "ja", "日本語", "ja_JP")

FILES = frozenset(
    "index.md about.md figures.md work-areas/index.md work-areas/farming.md handbook/index.md handbook/a.png "
    "en/about.md en/figures.md en/handbook/a.png files/报告.pdf files/a(1).pdf".split()
)

CALLS = [
    # text of a page, its address, where something is wrong, and what is said
    ("{{ home() }} {{home()}} {{ home( ) }}", "x/", "", ""),
    ("{{ figures() }}", "figures/", "", ""),
    ("{{ figures() }}", "en/figures/", "", ""),
    ("{% set a = 1 %}{{ a }} {{ range(3) | length }} {{ now() }} {{ page.title }}", "x/", "", ""),
    ("{% raw %}{{ nothing( }}{% endraw %}", "x/", "", ""),
    ("{% macro one() %}甲{% endmacro %}{{ one() }}", "x/", "", ""),
    ("甲 {: #id }，{ 乙 }", "x/", "", ""),
    ("{% if a is defined %}{{ a }}{% endif %}{{ b | d('甲') }}{{ 'c' | pretty }}{{ title }}", "x/", "", ""),
    ("{{ home() }}{{ hom() }}", "x/", "1:16", "改为 {{ home() }}"),
    ("{{ home_page }}\n{% if nothing %}{% endif %}", "x/", "1:4 2:7", "没有名为"),
    ("{{ 'a' | nothing }}", "x/", "1:1", "读不懂"),
    ("{{ 'a' is nothing }}", "x/", "1:1", "读不懂"),
    ("甲\n\n乙 {{ figurs() }}", "figures/", "3:6", "改为 {{ figures() }}"),
    ("{{ Home() }}", "x/", "1:4", "改为 {{ home() }}"),
    ("{{ nothing_like() }}", "x/", "1:4", "可以用的宏：home"),
    ("{{ work_area('a') }}", "x/", "1:4", "改为 {{ work_areas() }}"),
    ("{{ home }}", "x/", "1:4", "改为 {{ home() }}"),
    ("{{ home('x') }}\n{{ home(**{'b': 1}) }}", "x/", "1:4 2:4", "改为 {{ home() }}"),
    ("甲\n{{ figures() }}", "about/", "2:4", "只能用在网页 /figures/ 上"),
    ("甲\n\n {{ home( }}", "x/", "3:2", "读不懂"),
    ("{{ home() ", "x/", "1:1", "读不懂"),
    pytest.param("甲\n" + "{{" * 3000, "x/", "2:1", "读不懂", id="nested too deeply"),
    pytest.param("{{ " + "(" * 3000 + "1" + ")" * 3000 + " }}", "x/", "1:1", "读不懂", id="brackets nested too deeply"),
    ("# 甲 {#id}", "x/", "1:5", "标题的编号写成 {: #编号 }"),
    ("{% if x %}甲", "x/", "1:1", "读不懂"),
]

LINKS = [
    # a page's Markdown file, its text, where something is wrong, and the fix
    (
        "about.md",
        "[甲](index.md) [乙](figures.md#a) [丙](#here) [丁](https://a.b/c.md) [戊](/c) [己](mailto:a@b.c)",
        "",
        "",
    ),
    (
        "about.md",
        "[甲](work-areas/farming.md) ![乙](handbook/a.png) [丙](files/%E6%8A%A5%E5%91%8A.pdf) [丁](files/a(1).pdf)",
        "",
        "",
    ),
    ("handbook/index.md", '[甲](../about.md "乙") ![丙](a.png){ width=400 } [丁](./a.png)', "", ""),
    ("en/about.md", "[A](figures.md) [B](../about.md)", "", ""),
    ("about.md", "`[甲](no.md)` \\[甲\\](no.md) [甲](<figures.md>)", "", ""),
    ("about.md", "[甲]: figures.md\n[^乙]: no.md", "", ""),
    ("about.md", "[甲]({{ x }}.md) [乙](//a.b/c) [丙](http://[x)", "", ""),
    ("about.md", "甲\n\n    [乙](no.md)\n\n- 丙\n\n        [乙](no.md)", "", ""),
    ("about.md", "`甲\n[乙](no.md) 丙`", "", ""),
    ("about.md", "<!-- [乙](no.md) --> {# [乙](no.md) #}", "", ""),
    ("about.md", '[甲](figures.md "见 ](no.md) 处")', "", ""),
    ("about.md", "[甲]: no.md\n\n丙](no.md)", "", ""),
    ("about.md", "<pre>[甲](no.md)</pre>", "", ""),
    ("about.md", "[甲](.) [乙](./) [丙](\\\\a.md)", "", ""),
    ("about.md", "[甲](figures\\.md)", "", ""),
    ("about.md", "[甲](\nno.md)", "2:1", ""),
    ("about.md", '[甲](no.md\n"乙")', "1:5", ""),
    ("about.md", "[甲](no b.md) `[甲](no b.md)`", "1:5", ""),
    ("about.md", "\\[[甲]](no.md) <!-- [乙](no.md) -->\n[乙](no.md)", "1:8 2:5", ""),
    ("about.md", "`甲\n\n[乙](no.md)\n\n丙`", "3:5", ""),
    ("about.md", "甲\n\n见[乙](figure.md)", "3:6", "改为 figures.md"),
    ("handbook/index.md", "[甲](..)", "1:5", "改为 ../index.md"),
    ("about.md", "[乙](figures/)", "1:5", "改为 figures.md"),
    ("about.md", "[乙](work-areas)", "1:5", "改为 work-areas/index.md"),
    ("about.md", "[乙](figures.html)", "1:5", "改为 figures.md"),
    ("about.md", "![乙](a.png)", "1:6", "改为 handbook/a.png"),
    ("handbook/index.md", "[甲](about.md)", "1:5", "改为 ../about.md"),
    ("handbook/index.md", "[甲](../../README.md)", "1:5", "从本页所在文件夹到该文件的路径"),
    ("about.md", "[甲]\n\n[甲]: nothing-like-it.zip", "3:6", "从本页所在文件夹到该文件的路径"),
    ("about.md", "[甲](<fig.md>) [乙](no-such.pdf 'x')", "1:6 1:19", ""),
]


@pytest.mark.parametrize(("text", "address", "place", "zh"), CALLS)
def test_calls(text: str, address: str, place: str, zh: str) -> None:
    found = list(problems_of_calls(text, "docs/x.md", address))
    assert [str(one.place) for one in found] == [f"docs/x.md:{part}" for part in place.split()]
    assert all(zh in one.wrong.zh + one.fix.zh for one in found)


@pytest.mark.parametrize(
    ("text", "en"),
    [("{% nothing %}", "cannot be read: Encountered unknown tag 'nothing'."), ("{{ # }}", "unexpected char '#'.")],
)
def test_what_the_engine_says_is_told_as_a_sentence(text: str, en: str) -> None:
    (found,) = problems_of_calls(text, "docs/x.md", "x/")
    assert found.wrong.en.endswith(en)


@pytest.mark.parametrize(("source", "text", "place", "zh"), LINKS)
def test_links(source: str, text: str, place: str, zh: str) -> None:
    found = list(problems_of_links(text, "docs/x.md", [source], FILES))
    assert [str(one.place) for one in found] == [f"docs/x.md:{part}" for part in place.split()]
    assert all(zh in one.fix.zh for one in found)


def test_macros_that_prose_may_call_are_there() -> None:
    assert MACROS.keys() <= FRAGMENTS.keys()


@pytest.mark.parametrize(
    ("source", "address"),
    [("index.md", ""), ("a.md", "a/"), ("a/index.md", "a/"), ("a/b.md", "a/b/"), ("indexes.md", "indexes/")],
)
def test_addresses_of_pages(source: str, address: str) -> None:
    assert address_of_source(source) == address


@pytest.mark.parametrize(
    ("address", "languages", "belongs"),
    [
        ("figures/", LANGUAGES, True),
        ("en/figures/", LANGUAGES, True),
        ("ja/figures/", LANGUAGES, False),
        ("ja/figures/", (*LANGUAGES, JAPANESE), True),
        ("ja/figures/", (), True),
        ("about/", (), False),
        ("a/b/figures/", (), False),
    ],
)
def test_a_list_is_on_its_page_in_every_language(address: str, languages: tuple[Language, ...], belongs: bool) -> None:
    assert belongs_on("figures", address, languages) is belongs
    assert bool(list(problems_of_calls("{{ figures() }}", "docs/x.md", address, languages))) is not belongs


def test_pages_of_a_further_language(tmp_path: Path) -> None:
    """They are no Chinese pages, from which others are made."""
    register, _ = load(FIXTURES / "languages/data", today())
    page = "---\ntitle: 甲\ndescription: 乙\n---\n\n{text}\n"
    for path, text in {
        "about.md": "[甲](a.md) [甲](sources/index.md)",
        "a.md": "甲",
        "sources/index.md": "{{ sources() }}",
        "ja/about.md": "[甲](sources/index.md) [甲](figures.md) [甲](../a.md)",
        "ja/figures.md": "{{ figures() }}",
        "ja/a.md": "[甲](fig.md) [甲](../en/a.md)",
    }.items():
        (tmp_path / "docs" / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "docs" / path).write_text(page.format(text=text), "utf-8")
    (found,) = problems_of_prose(tmp_path / "docs", register)
    assert str(found.place) == "docs/ja/a.md:6:5"


def test_a_page_is_judged_by_every_edition_made_of_it(tmp_path: Path) -> None:
    """Here the English page is written, and the Traditional one is made from the Chinese."""
    register, _ = load(DATA, today())
    for path, text in {"a.md": "[甲](en/a.md)", "en/a.md": "[A](../a.md)"}.items():
        (tmp_path / "docs" / path).parent.mkdir(parents=True, exist_ok=True)
        text = f"---\ntitle: 甲\ndescription: 乙\n---\n\n{text}\n"
        (tmp_path / "docs" / path).write_text(text, "utf-8")
    (found,) = problems_of_prose(tmp_path / "docs", register)
    assert str(found.place) == "docs/a.md:6:5" and "zh-hant/a.md" in found.wrong.zh


def test_links_to_records_and_to_what_nobody_translated() -> None:
    register, _ = load(DATA, today())
    assert register
    files = files_linked(DOCS, register)
    assert {"index.md", "en/index.md", "zh-hant/index.md"} <= files
    records = {f"{language}work-areas/{area}.md" for language in ("", "en/") for area in register.work_areas}
    assert records - files == {f"{language}work-areas/{area}.md" for language in ("", "en/") for area in register.told}


@pytest.mark.parametrize(
    ("settings", "path", "excluded"),
    [
        ("exclude_docs: /maintainers/", "maintainers/a.md", True),
        ("exclude_docs: |\n  drafts/\n  !drafts/b.md", "a/drafts/c.md", True),
        ("exclude_docs: /maintainers/\nx: !ENV [A, b]\ny: !!python/name:a.b", "about.md", False),
        ("site_name: 甲", ".hidden/a.md", True),
        ("site_name: 甲", "templates/a.md", True),
        ("", "about.md", False),
    ],
)
def test_pages_that_are_not_built(settings: str, path: str, excluded: bool, tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text(settings, "utf-8")
    assert excluded_docs(tmp_path / "mkdocs.yml").match_file(path) is excluded


def test_what_is_excluded_is_not_judged(tmp_path: Path) -> None:
    for path in ("maintainers/a.md", "b.md"):
        (tmp_path / "docs" / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "docs" / path).write_text("{{ nothing( }}\n", "utf-8")
    (found,) = problems_of_prose(tmp_path / "docs", None)
    assert found.place.path == "docs/b.md"


def test_of_links_nothing_is_said_where_records_are_not_whole(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    text = "---\ntitle: 甲\ndescription: 乙\n---\n\n[甲](nothing.md)\n"
    (tmp_path / "docs/a.md").write_text(text, "utf-8")
    register, _ = load(DATA, today())
    assert not problems_of_prose(tmp_path / "docs", None)
    (found,) = problems_of_prose(tmp_path / "docs", register)
    assert str(found.place) == "docs/a.md:6:5"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("# 甲\n", True),
        ("---\ntitle: 甲\n---\n\n# 甲\n", True),
        ('---\ntitle: 甲\ndescription: ""\n---\n\n# 甲\n', True),
        ("---\ntitle: 甲\ndescription: >\n  乙\n---\n\n# 甲\n", False),
    ],
)
def test_every_page_has_a_description(text: str, told: bool, tmp_path: Path) -> None:
    """Without one a build would end as it makes the page, with no line."""
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/a.md").write_text(text, "utf-8")
    register, _ = load(DATA, today())
    assert any("没有写本页的说明" in one.wrong.zh for one in problems_of_prose(tmp_path / "docs", register)) is told


@pytest.mark.parametrize("path", ["work-areas", "maintainers/a.md", "templates/a.md", "figures/bases.md", ".a.md"])
def test_what_is_no_file_of_the_site(path: str, tmp_path: Path) -> None:
    """Folders, what MkDocs leaves out, and pages of figures that are few enough for one page."""
    for one in ("work-areas/index.md", "maintainers/a.md", "templates/a.md", ".a.md"):
        (tmp_path / "docs" / one).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "docs" / one).write_text("# 甲\n", "utf-8")
    register, _ = load(DATA, today())
    assert register
    assert path not in files_linked(tmp_path / "docs", register)


def test_a_page_with_a_chinese_file_name_is_found_from_the_traditional_edition(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """There the words of links are turned, and with them what they lead to."""
    docs = Path(shutil.copytree(DEMONSTRATION / "docs", tmp_path / "docs"))
    page = "---\ntitle: 甲\ndescription: 乙\n---\n\n# 甲\n\n[说明](说明.md)\n"
    for name in ("a", "说明"):
        (docs / f"{name}.md").write_text(page, "utf-8")
    monkeypatch.setenv("DOCS", str(docs))
    made = Preview(DATA, tmp_path / "made").file("zh-hant/a/index.html")
    assert made and quote("说明").encode() in made and "說明</a>".encode() in made
