"""A later release reaches a bureau's repository, between two real git repositories, and touches nothing of its own."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from macros.adopting.adopt import adopt
from macros.adopting.upgrade import upgrade
from macros.problems import Refused
from tests.test_adopt import ENGLISH, NAME, macros
from tests.test_another_bureau import git


@pytest.fixture
def software(tmp_path: Path) -> Path:
    """Release 2: code, vocabulary and demonstration changed, one file added and one removed."""
    project = adopt("原软件局", ENGLISH, tmp_path / "software")
    for name in ("macros/hooks.py", "data/bureau.yml", "docs/index.md", "mkdocs.yml", "macros/records/units.yml"):
        with (project / name).open("a", encoding="utf-8", newline="\n") as file:
            file.write("\n# release 2\n")
    (project / "macros/added.py").write_text('"""New."""\n', "utf-8")
    (project / "LICENSE").unlink()
    git(project, "add", "-A")
    git(project, "commit", "-qm", "Release 2")
    git(project, "tag", "v2")
    return project


@pytest.fixture
def bureau(tmp_path: Path) -> Path:
    """Release 1 adopted, and its data edited."""
    project = adopt(NAME, ENGLISH, tmp_path / "bureau")
    record = project / "data/work-areas/example.yml"
    record.write_text(record.read_text("utf-8").replace("zh: 整理资料\n", "zh: 整理资料数量\n"), "utf-8")
    (project / ".github/workflows/ours.yml").write_text("# ours\n", "utf-8")
    git(project, "add", "-A")
    git(project, "commit", "-qm", "Data of ours")
    return project


def test_one_command_takes_a_release_and_the_site_is_built(software: Path, bureau: Path) -> None:
    before = git(bureau, "rev-parse", "HEAD").strip()
    done = macros(bureau, "upgrade", "--from", str(software), "--release", "v2")
    assert done.returncode == 0, done.stdout + done.stderr
    changed = git(bureau, "diff", "--name-only", before, "HEAD").split()
    assert changed == ["LICENSE", "macros/added.py", "macros/hooks.py", "macros/records/units.yml"]
    assert git(bureau, "rev-parse", "HEAD~1").strip() == before
    assert git(bureau, "status", "--porcelain") == "" and not git(bureau, "for-each-ref", "refs/upgrading")
    built = macros(bureau, "build")
    assert built.returncode == 0, built.stdout + built.stderr
    assert upgrade(bureau, str(software), "v2", keep=False) == 0
    assert (bureau / ".github/workflows/ours.yml").read_text("utf-8") == "# ours\n"


def test_a_file_changed_here_is_named_kept_and_remembered(software: Path, bureau: Path) -> None:
    hooks = bureau / "macros/hooks.py"
    hooks.write_text(f"{hooks.read_text('utf-8')}# ours\n", "utf-8")
    git(bureau, "commit", "-qam", "Ours")
    ours = hooks.read_text("utf-8")
    for _ in range(2):
        with pytest.raises(Refused, match=r"macros/hooks\.py"):
            upgrade(bureau, str(software), "v2", keep=False)
        upgrade(bureau, str(software), "v2", keep=True)
        assert hooks.read_text("utf-8") == ours


def dirty(project: Path) -> None:
    (project / "theirs.txt").touch()


def detached(project: Path) -> None:
    git(project, "switch", "-q", "--detach")


def as_it_is(project: Path) -> None:
    assert project.is_dir()


@pytest.mark.parametrize(
    ("prepare", "source", "release"),
    [
        (dirty, "{software}", "v2"),
        (detached, "{software}", "v2"),
        (as_it_is, "{software}", "nowhere"),
        (as_it_is, "{software}/gone", "v2"),
        (as_it_is, "--upload-pack=touch theirs", "v2"),
        (as_it_is, "ext::sh -c touch% theirs", "v2"),
        (as_it_is, "{software}", "v2:refs/heads/main"),
        (as_it_is, "{software}", "+v2"),
        (as_it_is, "{other}", "main"),
        (as_it_is, "", "v2"),
    ],
)
def test_what_cannot_be_taken_changes_nothing(
    software: Path, bureau: Path, tmp_path: Path, prepare: object, source: str, release: str
) -> None:
    other = tmp_path / "other"
    subprocess.run(["git", "init", "-q", "-b", "main", str(other)], check=True)
    git(other, "commit", "-q", "--allow-empty", "-m", "No release")
    assert callable(prepare)
    prepare(bureau)
    before = git(bureau, "status", "--porcelain"), git(bureau, "for-each-ref"), git(bureau, "rev-parse", "HEAD")
    with pytest.raises(Refused):
        upgrade(bureau, source.format(software=software, other=other), release, keep=True)
    after = git(bureau, "status", "--porcelain"), git(bureau, "for-each-ref"), git(bureau, "rev-parse", "HEAD")
    assert before == after
