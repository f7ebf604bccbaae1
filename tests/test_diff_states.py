"""The two states that the public diff compares: real git, real processes, and nothing of a proposal is run."""

from __future__ import annotations

import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from macros.rules.prose_macros import holds_code
from tests.commands import writes_pages
from tests.night import some
from tests.places import environment_of_a_copy, project_copy
from tests.small import few_pages, record, small_bureau
from tests.test_changes import commit_all, git

WORDS = "macros/records/interface.yml"
CALLED = "macros/commands/build.py"
"""A file that every build runs."""
LEAVES_A_MARK = "\nimport pathlib\npathlib.Path({mark!r}).write_text('run', 'utf-8')\n"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The software with a small bureau's data and prose, committed as main."""
    folder = project_copy(tmp_path / "项 目")
    for name in ("data", "docs"):
        shutil.rmtree(folder / name)
    small_bureau(folder)
    few_pages(folder / "docs")
    commit_all(folder / "data")
    return folder


def start(project: Path, *arguments: str) -> subprocess.Popen[str]:
    """Starts ``diff`` in a copy of the project, with a folder of its own for temporary files."""
    temporary = project.parent / "temporary"
    temporary.mkdir(exist_ok=True)
    command = [sys.executable, "-m", "macros", "diff", *arguments]
    environment = environment_of_a_copy(TMPDIR=str(temporary), PYTHONDONTWRITEBYTECODE="1")
    return subprocess.Popen(
        command,
        cwd=project,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )


def diff_of(project: Path, *arguments: str) -> tuple[int, str]:
    """Runs it: the exit status and what it printed. Nothing temporary is left."""
    running = start(project, *arguments)
    out, errors = running.communicate()
    assert "Traceback" not in errors, errors
    assert list((project.parent / "temporary").iterdir()) == []
    return running.returncode, out + errors


def append(file: Path, text: str) -> None:
    file.write_text(file.read_text("utf-8") + text, "utf-8")


def rewrite(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")


@pytest.mark.night
def test_a_change_of_the_software_alone_is_told(project: Path) -> None:
    """A word of the menu, on every page, is told once."""
    rewrite(project / WORDS, "zh: 跳到正文\n", "zh: 跳至正文\n")
    status, said = diff_of(project)
    assert status == 0 and said.count("− 跳⟦到⟧正文 [见 on 10 页 pages: /404.html, /changes/, ") == 1, said
    assert said.count("正文") == 3 and "- /404.html &#40;&#43;9&#41;: 跳至正文" in said and "繁體相同的 1 处" in said


@pytest.mark.night
def test_prose_is_told(project: Path) -> None:
    append(project / "docs/en/changes.md", "\nAdded to the *English* alone.\n")
    status, said = diff_of(project)
    assert status == 0 and "＋ Added to the English alone." in said, said
    assert "简体" not in said


@pytest.mark.night
def test_software_of_then_that_cannot_be_run(project: Path) -> None:
    """Then the software of today builds what stood, and that is said, with the reason."""
    good = (project / CALLED).read_text("utf-8")
    (project / CALLED).write_text("import no_such_module\n", "utf-8")
    commit_all(project / "data")
    (project / CALLED).write_text(good, "utf-8")
    rewrite(project / "data/work-areas/visits.yml", "en: Visitors were", "en: Leaders were")
    status, said = diff_of(project)
    assert status == 0 and "⟦Leaders⟧" in said, said
    assert "原来的网页用现在的程序生成" in said and "no&#95;such&#95;module" in said
    assert str(project.parent) not in said


@pytest.mark.night
@pytest.mark.parametrize("how", some(["proposed", "base"], 2))
def test_software_that_was_not_taken_in_is_not_run(how: str, project: Path) -> None:
    mark = project.parent / "mark"
    git(project, "switch", "-q", "-c", "elsewhere")
    append(project / CALLED, LEAVES_A_MARK.format(mark=str(mark)))
    rewrite(project / "data/work-areas/visits.yml", "en: Visitors were", "en: Leaders were")
    commit_all(project / "data")
    git(project, "switch", "-q", "main")
    arguments = ("--base", "elsewhere") if how == "base" else ("--proposed", "elsewhere")
    status, said = diff_of(project, *arguments)
    assert status == 0 and "⟦Leaders⟧" in said and not mark.exists(), said
    assert ("built with the software of today" in said) is (how == "base")
    git(project, "merge", "-q", "elsewhere")
    diff_of(project, "--base", "elsewhere")
    assert mark.exists(), "software that was taken in is run"


CODE = {
    "a call with code": "{{ home.__globals__ }}",
    "another call": "{{ lipsum() }}",
    "an argument": "{{ home('x') }}",
    "a statement": "{% set x = 1 %}",
    "a comment": "{# x #}",
    "in the head": '---\ntitle: "{{ 1 }}"\n---\n\nx',
    "in the head, written otherwise": '---\ntitle: "\\x7b\\x7b 1 }}"\n---\n\nx',
    "as entities": "# &#123;&#123; 1 }}",
    "a head that cannot be read": "---\ntitle: [\n---\n\nx",
    "no text": "x",
}
NO_CODE = {
    "a call": "---\ntitle: x\n---\n\n{{ home() }}\n",
    "braces": "{: #anchor }\n\n{x} }}",
    "nothing": "",
}


@pytest.mark.parametrize("case", [*CODE, *NO_CODE])
def test_a_page_holds_code(case: str, tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text((CODE | NO_CODE)[case], "utf-16" if case == "no text" else "utf-8")
    assert holds_code(page) is (case in CODE)


def code_in_prose(project: Path) -> Path:
    """Commits prose with code on a branch ``elsewhere``; the folder that the code makes where it is run."""
    mark = project.parent / "mark"
    git(project, "switch", "-q", "-c", "elsewhere")
    code = "{{ cycler.__init__.__globals__.os.mkdir('" + str(mark) + "') }}"
    append(project / "docs/changes.md", f"\n{code}\n")
    commit_all(project / "data")
    git(project, "switch", "-q", "main")
    return mark


def test_prose_with_code_is_not_built(project: Path) -> None:
    mark = code_in_prose(project)
    status, said = diff_of(project, "--proposed", "elsewhere")
    assert status == 1 and "changes.md" in said and "holds code" in said and not mark.exists()


@pytest.mark.night
def test_earlier_prose_with_code_is_not_built(project: Path) -> None:
    mark = code_in_prose(project)
    status, said = diff_of(project, "--base", "elsewhere")
    assert status == 0 and "The earlier site cannot be built" in said and "holds code, which" in said
    assert "Nothing changes" not in said and not mark.exists()
    git(project, "switch", "-q", "elsewhere")
    diff_of(project)
    assert mark.is_dir(), "in the working tree it is run, so that the test shows something"


def test_nothing_of_the_working_tree_is_touched(project: Path) -> None:
    (project / "data/notes-of-others.txt").write_text("x", "utf-8")
    rewrite(project / "data/work-areas/visits.yml", "en: Visitors were", "en: Leaders were")
    git(project, "add", "data/work-areas/visits.yml")
    rewrite(project / "data/work-areas/visits.yml", "en: Leaders were", "en: Readers were")
    before = everything(project)
    diff_of(project, "--base", "HEAD")
    assert everything(project) == before


def everything(folder: Path) -> dict[str, bytes]:
    return {
        str(path): path.read_bytes() for path in folder.rglob("*") if path.is_file() and "__pycache__" not in str(path)
    }


def wait_for(what: Callable[[], bool]) -> None:
    """Waits until something is so; fails after a minute."""
    until = time.monotonic() + 60
    while not what():
        assert time.monotonic() < until
        time.sleep(0.02)


@pytest.mark.night
@pytest.mark.parametrize("number", some([signal.SIGTERM, signal.SIGINT], 2))
def test_an_interrupted_run_leaves_nothing(number: int, project: Path) -> None:
    """Neither folders nor processes."""
    running = start(project)
    temporary = project.parent / "temporary"
    wait_for(lambda: writes_pages(temporary))
    running.send_signal(number)
    running.communicate()
    assert running.returncode not in (0, 1)
    assert list(temporary.iterdir()) == []
    left = subprocess.run(["ps", "-eo", "args"], capture_output=True, text=True, check=True, encoding="utf-8").stdout
    assert str(temporary) not in left


@pytest.mark.night
def test_a_long_diff_is_cut_and_the_whole_is_in_a_file(project: Path) -> None:
    for name in ("one", "two"):
        record(project / "data", name, {"first": "1200人次"})
    whole = project.parent / "whole.md"
    _, said = diff_of(project, "--most", "1500", "--whole", str(whole))
    text = whole.read_text("utf-8")
    assert len(said) <= 1501 < len(text) and said.startswith(text[:600])
    assert "lines are left out" in said and "public-diff-whole.md" in said and "left out" not in text
