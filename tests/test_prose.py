"""The head of a prose page is shown as it was typed, or it is told why not."""

from __future__ import annotations

import os
import re
import shutil
from pathlib import Path

import pytest
from markdown import markdown
from mkdocs.config import load_config
from mkdocs.utils.meta import get_data

from macros.rules.prose_markup import without_code
from macros.rules.prose_pages import problems_in
from tests.commands import answer
from tests.places import DATA, DOCS, ROOT

PAGE = "---\ntitle: {title}\ndescription: 说明\n---\n\n# 标题\n"

NO_HEADS = (
    "---\ntitle: 甲\n\n正文",
    "----\ntitle: 甲\n---\n正文",
    " ---\ntitle: 甲\n---\n正文",
    "－－－\ntitle: 甲\n－－－\n正文",
    "——\ntitle: 甲\n——\n正文",
    "---\n---\n正文",
    "---\n# title: 甲\n---\n正文",
)
"""Beginnings of pages that were meant as heads, and that MkDocs shows as text."""


IN_CODE = (
    "```\n<script>a</script>\n```",
    '``` yaml title="a" linenums="1" hl_lines="1 3-4"\n{onclick=a}\n\n<b onclick=a>\n```',
    "~~~sh\n<script>\n```\n{hidden}\n~~~",
    "```\na\n ```\n<script>\n```",
    "````\n```\n<script>\n```\n````",
    '=== "乙"\n\n    ```sh\n    <script>\n    ```',
    "- 乙\n\n    ```\n    <script>\n    ```\n\n~~~\n<i onclick=b>\n~~~  ",
)
"""Code blocks, which hold whatever they show."""
NOT_IN_CODE = (
    ("```\n<script>a", "4:1"),
    ("```\n<script>a\n``", "4:1"),
    ("``` { .yaml }\na\n```\n<script>\n```\n```", "6:1 3:5"),
    ('``` a="b"\na\n```\n<script>\n```\n```', "6:1"),
    ("> ```\n> a\n> ```\n\n<script>\n\n```\n```", "7:1"),
    ("  ```\n  a\nb\n<script>\n  ```", "6:1"),
    ("\t```\n\t<script>\n\t```", "4:2"),
    ("```\na\n````\n```\n<script>\n```\n<script>\n", "7:1 9:1"),
    ('``` title="<script>"\n```', "3:12"),
    ('``` hl_lines="a"\n```\n<script>\n```', "5:1"),
    ("a ```\n<script>\n```\n", "4:1"),
)
"""What looks like a code block, and is none for the engine, or might be none: each with where its markup is told."""


def write(docs: Path, text: str, encoding: str = "utf-8") -> None:
    """A page, and one in a folder, to see how it is named."""
    (docs / "en").mkdir(parents=True, exist_ok=True)
    (docs / "en/about.md").write_bytes(text.encode(encoding))


@pytest.mark.parametrize(
    ("text", "place", "zh"),
    [
        (PAGE.format(title="关于 #1 本站"), "2:11", "被当成注释"),
        (PAGE.format(title="关于: 本站"), "2:10", "多了一个冒号"),
        (PAGE.format(title="2024-01-01"), "2:8", "读成日期"),
        (PAGE.format(title="on"), "2:8", "读成日期"),
        (PAGE.format(title=""), "2:7", "空值"),
        (PAGE.format(title=">\n  甲\n  a"), "4:3", "无法判断"),
        (PAGE.format(title="关于\u200b本站"), "2:10", "看不见的字符"),
        (PAGE.format(title="“关于”").replace("\n", "\r\n") + "title: x #1", "", ""),
        (PAGE.format(title='"关于 #1: 2024"'), "", ""),
        ("没有开头 #1\n", "", ""),
        *((PAGE.format(title=title), "2:8", "读成日期") for title in ("2024-13-40", "0x_", "=", "9" * 5000, "[甲]")),
        ("---\ntitle: 甲\ndescription: [2024-02-30]\n---\n\n正文\n", "3:14", "读成日期"),
        (PAGE.format(title="关于 #1").replace("\n", "\r"), "2:11", "被当成注释"),
        ("---\ntitle: 甲\ntemplate: home.html\n---\n\n正文\n", "3:1", "不认识页首的字段“template”"),
        ("# 甲 {hidden}\n", "1:5", "不能写“{hidden}”"),
        ("# 甲 {: #what }\n\n`{hidden}` {{ home() }}\n", "", ""),
        ("# 甲\n\n正\u202e文\n", "3:2", "改变文字方向"),
        ("# 甲\n\n<bdo dir=rtl>文</bdo>\n", "3:1", "不能写“<bdo dir=rtl>”"),
        ("# 甲\n\n<mark>文</mark>，3 < 4，`javascript:`\n", "", ""),
        ("# 甲\n\n[乙](javascript:alert)\n", "3:1", "不能写“javascript:”"),
        ("# 甲\n\n{{ home() }\n", "3:1", "读不懂"),
        *((f"# 甲\n\n{text}\n", "", "") for text in IN_CODE),
        *((f"# 甲\n\n{text}\n", f"{place}", "不能写") for text, place in NOT_IN_CODE),
        ("# 甲\n\n![乙](a.png){ width=400 }\n\n![乙](a.png){ width=4 onclick=x }\n", "5:12", "不能写"),
        ('# 甲\n\n!!! note "x"\n    y\n\n??? visually-hidden\n    y\n', "6:5", "不认识提示框的类别"),
        ("# 甲\n\n!!! note hidden\n    y\n\n???+ quote\n    y\n", "3:10", "不认识提示框的类别“hidden”"),
        (PAGE.format(title="甲").replace("title", "Title"), "2:1", "不认识页首的字段“Title”"),
        (PAGE.format(title="甲").replace("description", "discription"), "3:1", "不认识页首的字段“discription”"),
        *((head + "\n", "1:1", "没有被认作页首") for head in NO_HEADS),
        ("\n\n---\ntitle: 甲\n---\n\n正文\n", "3:1", "没有被认作页首"),
        ("Tel: 0716-1\n\n正文\n", "1:1", "第一行会被当成页首"),
        ("https://example.org\n\n正文\n", "1:1", "第一行会被当成页首"),
        ("\nTel: 0716-1\n\n正文\n", "", ""),
        ("Tel 0716-1: 正文\n", "", ""),
    ],
)
def test_heads(text: str, place: str, zh: str, tmp_path: Path) -> None:
    write(tmp_path / "docs", text)
    found = problems_in(tmp_path / "docs")
    assert [str(one.place) for one in found] == [f"docs/en/about.md:{part}" for part in place.split()]
    assert all(zh in one.wrong.zh for one in found)


@pytest.mark.parametrize(
    ("text", "fix"),
    [
        ("<https://example.org/x>", "写成链接"),
        ("<a@example.org>", "写成链接"),
        ("<mailto:a@example.org>", "写成链接"),
        ("<script/>", "&lt;"),
        ("<a href=x@y>", "&lt;"),
        ("<javascript:a@b>", "&lt;"),
    ],
)
def test_the_fix_of_what_stands_between_angle_brackets(text: str, fix: str, tmp_path: Path) -> None:
    write(tmp_path / "docs", f"# 甲\n\n{text}\n")
    (found,) = problems_in(tmp_path / "docs")
    assert fix in found.fix.zh


@pytest.mark.parametrize("text", [*IN_CODE, *(text for text, _ in NOT_IN_CODE)])
def test_what_passes_for_code_is_code_for_the_engine(text: str) -> None:
    """What is left blank for the rules holds no element that the engine would make of it."""
    config = load_config(str(ROOT / "mkdocs.yml"))
    made = markdown(text, extensions=config.markdown_extensions, extension_configs=config.mdx_configs)
    acting = re.search(r"<(?:script|[^>]* onclick)", made)
    assert not acting or re.search(r"<script|onclick|hidden", without_code(text))


def test_a_page_in_another_encoding(tmp_path: Path) -> None:
    write(tmp_path / "docs", PAGE.format(title="关于本站"), "gbk")
    (found,) = problems_in(tmp_path / "docs")
    assert str(found.place) == "docs/en/about.md:2:8" and "看起来是 GBK" in found.wrong.zh


@pytest.mark.parametrize("text", NO_HEADS)
def test_what_is_no_head_for_mkdocs(text: str) -> None:
    """Else it would be refused for nothing."""
    body, fields = get_data(f"{text}\n")
    assert not fields and body == f"{text}\n"


NO_FILES = {
    # a name, and what the link of that name leads to; nothing makes a queue of it
    "dangling": ("page.md", "/nowhere/page.md"),
    "loop": ("page.md", "page.md"),
    "queue": ("page.md", ""),
    "a page of others": ("page.md", "{outside}/secret.md"),
    "a file of others": ("file.pdf", "{outside}/secret.md"),
    "a picture that is gone": ("picture.png", "/nowhere"),
    "a folder of others": ("folder", "{outside}"),
    "a queue to download": ("file.pdf", ""),
}


@pytest.mark.parametrize("what", NO_FILES)
def test_what_is_no_file(what: str, tmp_path: Path) -> None:
    """What a link leads to would be published: whatever lies on the machine that builds the site."""
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside/secret.md").write_text("# <script>\n", "utf-8")
    (tmp_path / "docs/folder.md").mkdir(parents=True)
    name, target = NO_FILES[what]
    file = tmp_path / "docs" / name
    if target:
        file.symlink_to(target.format(outside=tmp_path / "outside"))
    else:
        os.mkfifo(file)  # Who opened it would wait for ever.
    (found,) = problems_in(tmp_path / "docs")
    assert found.place.path == f"docs/{name}" and "不是普通文件" in found.wrong.zh


@pytest.mark.parametrize("command", ["check", "build", "serve"])
def test_every_command_tells(command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Here of prose with a page whose head is wrong."""
    docs = Path(shutil.copytree(DOCS, tmp_path / "docs"))
    write(docs, PAGE.format(title="About #1"))
    monkeypatch.setenv("DOCS", str(docs))
    more = {"check": [], "build": [f"--site={tmp_path / 'site'}"], "serve": ["--port=0"]}[command]
    done = answer(command, f"--data={DATA}", *more)
    assert done.returncode == 1 and "docs/en/about.md:2:14  title" in done.stdout + done.stderr
    assert not (tmp_path / "site").exists()
