"""The head of a prose page is shown as it was typed, or it is told why not."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from macros.rules.prose_pages import problems_in
from tests.places import environment_of_a_copy, project_copy

PAGE = "---\ntitle: {title}\ndescription: 说明\n---\n\n# 标题\n"


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
    ],
)
def test_heads(text: str, place: str, zh: str, tmp_path: Path) -> None:
    write(tmp_path / "docs", text)
    found = problems_in(tmp_path / "docs")
    assert [str(one.place) for one in found] == [f"docs/en/about.md:{one}" for one in place.split()]
    assert all(zh in one.wrong.zh for one in found)


def test_a_page_in_another_encoding(tmp_path: Path) -> None:
    write(tmp_path / "docs", PAGE.format(title="关于本站"), "gbk")
    (found,) = problems_in(tmp_path / "docs")
    assert str(found.place) == "docs/en/about.md:2:8" and "看起来是 GBK" in found.wrong.zh


@pytest.mark.parametrize("command", ["check", "build", "serve"])
def test_every_command_tells(command: str, tmp_path: Path) -> None:
    project_copy(tmp_path)
    write(tmp_path / "docs", PAGE.format(title="About #1"))
    done = subprocess.run(
        [sys.executable, "-m", "macros", command],
        cwd=tmp_path,
        env=environment_of_a_copy(),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 1 and "docs/en/about.md:2:14  title" in done.stdout + done.stderr
    assert not (tmp_path / "site").exists()
