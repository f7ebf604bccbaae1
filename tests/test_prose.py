"""The head of a prose page is shown as it was typed, or it is told why not."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from mkdocs.utils.meta import get_data

from macros.rules.prose_pages import problems_in
from tests.places import environment_of_a_copy, project_copy

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
        ("# 甲 {: #what }\n\n`{hidden}` {{ checked() }}\n", "", ""),
        ("# 甲\n\n正\u202e文\n", "3:2", "改变文字方向"),
        ("# 甲\n\n<bdo dir=rtl>文</bdo>\n", "3:1", "不能写“<bdo dir=rtl>”"),
        ("# 甲\n\n<mark>文</mark>，3 < 4，`javascript:`\n", "", ""),
        ("# 甲\n\n[乙](javascript:alert)\n", "3:1", "不能写“javascript:”"),
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


def test_a_page_in_another_encoding(tmp_path: Path) -> None:
    write(tmp_path / "docs", PAGE.format(title="关于本站"), "gbk")
    (found,) = problems_in(tmp_path / "docs")
    assert str(found.place) == "docs/en/about.md:2:8" and "看起来是 GBK" in found.wrong.zh


@pytest.mark.parametrize("text", NO_HEADS)
def test_what_is_no_head_for_mkdocs(text: str) -> None:
    """Else it would be refused for nothing."""
    body, fields = get_data(f"{text}\n")
    assert not fields and body == f"{text}\n"


@pytest.mark.parametrize("what", ["dangling", "loop", "queue"])
def test_what_is_no_file(what: str, tmp_path: Path) -> None:
    (tmp_path / "folder.md").mkdir()
    file = tmp_path / "page.md"
    if what == "queue":
        os.mkfifo(file)  # Who opened it would wait for ever.
    else:
        file.symlink_to("/nowhere/page.md" if what == "dangling" else "page.md")
    (found,) = problems_in(tmp_path)
    assert found.place.path == f"{tmp_path.name}/page.md" and "不是普通文件" in found.wrong.zh


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with a page whose head is wrong."""
    folder = project_copy(tmp_path_factory.mktemp("project"))
    write(folder / "docs", PAGE.format(title="About #1"))
    return folder


@pytest.mark.parametrize("command", ["check", "build", "serve"])
def test_every_command_tells(command: str, project: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "macros", command],
        cwd=project,
        env=environment_of_a_copy(),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 1 and "docs/en/about.md:2:14  title" in done.stdout + done.stderr
    assert not (project / "site").exists()
