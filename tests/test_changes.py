"""What a change tells the public, and the errata it asks for: over a real git repository."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from macros.changes import cell
from tests.conftest import ROOT, Change

WEEK = "activities/science-week.yml"
DOCUMENT = "documents/h1-work-summary.yml"
OTHER = "other_numerals:\n  - sentence: s7-3\n    text: 4000人次\n    zh: 已撤下\n    en: withdrawn\n"
ERRATUM = """figure: science-week.materials
date: 2001-08-01
stood:
  zh: {stood}
  en: {stood_en}
stands:
  zh: {stands}
  en: {stands_en}
why:
  zh: 录入有误
  en: It was mistyped
"""


def erratum(stood: str, stands: str, stood_en: str, stands_en: str) -> str:
    return ERRATUM.format(stood=stood, stands=stands, stood_en=stood_en, stands_en=stands_en)


def git(folder: Path, *arguments: str) -> None:
    names = {"GIT_AUTHOR_NAME": "t", "GIT_AUTHOR_EMAIL": "t@t", "GIT_COMMITTER_NAME": "t", "GIT_COMMITTER_EMAIL": "t@t"}
    subprocess.run(["git", "-C", str(folder), *arguments], check=True, env=os.environ | names, capture_output=True)


@pytest.fixture
def committed(data: Path) -> Path:
    """The real data, committed as main in a repository of its own."""
    git(data.parent, "init", "-q", "-b", "main")
    git(data.parent, "add", "-A")
    git(data.parent, "commit", "-qm", "base")
    return data


def diff(data: Path, base: str = "main") -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "macros", "diff", "--data", str(data), f"--base={base}"]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


def test_nothing_changes(committed: Path) -> None:
    done = diff(committed)
    assert done.returncode == 0, done.stderr
    assert "没有变化。 Nothing changes." in done.stdout
    assert "37/37 → 37/37" in done.stdout


def use_another_figure(data: Path, change: Change) -> None:
    """Makes the published figure of materials another one that the source also states."""
    change(WEEK, "    value: 15000\n    unit: copy", "    value: 4000\n    unit: person-time")
    change(WEEK, "    written: 15000份", "    written: 4000人次")
    change(WEEK, "    quote: 发放科技资料15000份", "    quote: 接受现场咨询与服务4000人次")
    change(
        WEEK,
        "  - id: advice\n",
        "  - id: handed-out\n    label:\n      zh: 资料\n      en: Material\n    value: 15000\n    unit: copy\n"
        "    period: first-half\n    written: 15000份\n    source: h1-work-summary#s7-3\n"
        "    quote: 发放科技资料15000份\n  - id: advice\n",
    )


def test_a_changed_figure_needs_an_erratum(committed: Path, change: Change) -> None:
    use_another_figure(committed, change)
    done = diff(committed)
    assert done.returncode == 1
    assert "缺少更正说明 · Errata missing" in done.stdout
    assert "`science-week.materials`: 15000份 → 4000人次" in done.stdout
    assert "数据新增 · Figures added (1)" in done.stdout
    errata = committed / "errata"
    errata.mkdir()
    (errata / "materials.yml").write_text(erratum("1500份", "4000人次", "1,500", "4,000"), "utf-8")
    assert "Errata missing" in diff(committed).stdout, "an erratum that states another number does not count"
    (errata / "materials.yml").write_text(erratum("15000份", "5000份", "15,000", "5,000"), "utf-8")
    assert "does not say what stands now" in diff(committed).stdout
    (errata / "materials.yml").write_text(erratum("1.5万份", "4000人次", "15,000", "4,000"), "utf-8")
    done = diff(committed)
    assert done.returncode == 0, done.stdout
    assert "15000份 → 4000人次" in done.stdout


def test_a_withdrawn_figure_needs_an_erratum(committed: Path, change: Change) -> None:
    text = (committed / WEEK).read_text("utf-8")
    start, end = text.index("  - id: advice"), text.index("statements:")
    (committed / WEEK).write_text(text[:start] + text[end:], "utf-8")
    change(
        DOCUMENT,
        "sections:\n",
        "other_numerals:\n  - sentence: s7-3\n    text: 4000人次\n    zh: 已撤下\n    en: withdrawn\nsections:\n",
    )
    done = diff(committed)
    assert done.returncode == 1 and "science-week.advice" in done.stdout
    (committed / "errata").mkdir()
    gone = erratum("4000人次", "（撤下）", "4,000", "(withdrawn)").replace("materials", "advice")
    withdrawn = gone + "withdrawn:\n  zh: 接受现场咨询与服务\n  en: Advice and service\n"
    (committed / "errata/advice.yml").write_text(withdrawn, "utf-8")
    done = diff(committed)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "数据撤下 · Figures removed (1)" in done.stdout


def test_pages_and_translations(committed: Path, change: Change) -> None:
    change("work-areas/bases.yml", "zh: 建设重点\n", "zh: 建设的重点\n")
    area = (committed / "work-areas/bases.yml").read_text("utf-8")
    (committed / "alliances/second.yml").write_text(area + "work_area: bases\n", "utf-8")
    (committed / "work-areas/third.yml").write_text(area, "utf-8")
    done = diff(committed)
    assert "新增页面 · Pages that appear (1)\n\n- /work-areas/third/" in done.stdout
    assert "Chinese changed, English not (1)" in done.stdout and "建设的重点" in done.stdout


def test_broken_data_is_listed_instead(committed: Path, change: Change) -> None:
    change(WEEK, "value: 15000", "value: 1500")
    done = diff(committed)
    assert done.returncode == 1 and "is 15000, not 1500" in done.stdout


@pytest.mark.parametrize("base", ["nowhere", "--output=x", ""])
def test_an_unknown_base_is_said(committed: Path, base: str) -> None:
    done = diff(committed, base)
    assert done.returncode == 2 and "cannot be read" in done.stderr and "Traceback" not in done.stderr


def test_a_cell_is_inert() -> None:
    assert cell("<b>|*x*\n@user [a](b)") == "&#60;b&#62;&#124;&#42;x&#42; &#64;user &#91;a&#93;&#40;b&#41;"
