"""A new bureau's repository: what it holds, that it works, and that making it destroys nothing."""

from __future__ import annotations

import errno
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from macros.adopting.adopt import adopt
from macros.adopting.ownership import BUREAUS_OWN, SOFTWARE, side
from macros.problems import Refused
from tests.places import DOCS, ROOT, environment_of_a_copy

NAME, ENGLISH = "清水区农业局", "Qingshui District Agriculture Bureau"


def macros(project: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Runs a command of a project as one without make does."""
    return subprocess.run(
        [sys.executable, "-m", "macros", *words],
        cwd=project,
        env=environment_of_a_copy(**({"DOCS": str(DOCS)} if project == ROOT else {})),
        capture_output=True,
        text=True,
        check=False,
    )


def test_every_tracked_file_is_on_one_side() -> None:
    listed = subprocess.run(["git", "-C", str(ROOT), "ls-files", "-z"], capture_output=True, check=True)
    paths = listed.stdout.decode().rstrip("\0").split("\0")
    assert [path for path in paths if side(path) is None] == []
    assert len(paths) > 500 and not set(SOFTWARE) & set(BUREAUS_OWN)


@pytest.mark.parametrize(
    ("path", "whose"),
    [
        ("docs/index.md", "bureau"),
        ("docs/maintainers/engine.md", "software"),
        ("data/bureau.yml", "bureau"),
        ("macros/hooks.py", "software"),
        ("macros-of-ours/x.py", None),
    ],
)
def test_whose_a_file_is(path: str, whose: str | None) -> None:
    assert side(path) == whose


def test_the_new_repository_is_checked_built_and_committed(tmp_path: Path) -> None:
    project = tmp_path / "new"
    done = macros(ROOT, "adopt", "--name", NAME, "--en", ENGLISH, "--dir", str(project))
    assert done.returncode == 0, done.stderr
    status = subprocess.run(
        ["git", "-C", str(project), "status", "--porcelain", "--ignored"], capture_output=True, text=True, check=True
    )
    assert status.stdout == ""
    assert [path.name for path in tmp_path.iterdir()] == ["new"]
    checked = macros(project, "check")
    assert checked.returncode == 0, checked.stdout + checked.stderr
    built = macros(project, "build")
    assert built.returncode == 0, built.stdout + built.stderr
    assert NAME in (project / "site/index.html").read_text("utf-8")
    prose = [file for file in (project / "docs").rglob("*.md") if "maintainers" not in file.parts]
    assert prose and not [file for file in prose if "科技" in file.read_text("utf-8") or "outreach" in file.parts]


def test_without_an_english_name_none_is_invented_and_the_check_tells(tmp_path: Path) -> None:
    project = adopt(NAME, "", tmp_path / "new")
    checked = macros(project, "check")
    assert checked.returncode == 1 and "data/bureau.yml" in checked.stdout + checked.stderr


def test_without_git_it_is_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    assert not (adopt(NAME, ENGLISH, tmp_path / "new") / ".git").exists()


def test_an_empty_folder_is_taken(tmp_path: Path) -> None:
    (tmp_path / "new").mkdir()
    assert (adopt(NAME, ENGLISH, tmp_path / "new") / "data/bureau.yml").is_file()


@pytest.mark.parametrize(
    "place",
    [
        *(ROOT, ROOT / "new", ROOT / "tests/../new", ROOT.parent, Path("/"), Path.home()),
        *map(Path, ("full", "file", "link", "dangling", "into", "gone/new", "full/../full")),
    ],
    ids=str,
)
def test_a_folder_that_is_not_for_us_stays_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: Path
) -> None:
    (tmp_path / "full").mkdir()
    (tmp_path / "full/kept").touch()
    (tmp_path / "file").touch()
    (tmp_path / "empty").mkdir()
    (tmp_path / "link").symlink_to("empty")
    (tmp_path / "dangling").symlink_to("nowhere")
    (tmp_path / "into").symlink_to(ROOT / "new")
    before = sorted(tmp_path.rglob("*"))
    if place == Path.home():
        monkeypatch.setenv("HOME", str(tmp_path))
        place = Path.home()
    monkeypatch.chdir(tmp_path)
    with pytest.raises(Refused):
        adopt(NAME, ENGLISH, place)
    assert sorted(tmp_path.rglob("*")) == before and not (ROOT / "new").exists()


@pytest.mark.parametrize(
    ("name", "english"),
    [("", ""), ("Bureau", ""), ("局: x", ""), ("局\n局", ""), ("某局#", ""), ("某某局", "局"), ("某某局", 'A: "b"')],
)
def test_a_name_that_would_break_the_record_is_refused(tmp_path: Path, name: str, english: str) -> None:
    with pytest.raises(Refused):
        adopt(name, english, tmp_path / "new")
    assert list(tmp_path.iterdir()) == []


def test_what_came_meanwhile_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody writes into the folder while the repository is being made."""
    place = tmp_path / "new"
    copytree = shutil.copytree

    def slow(*given: Any, **named: Any) -> Any:
        place.mkdir(exist_ok=True)
        (place / "theirs").touch()
        return copytree(*given, **named)

    monkeypatch.setattr(shutil, "copytree", slow)
    with pytest.raises(OSError, match=os.strerror(errno.ENOTEMPTY)):
        adopt(NAME, ENGLISH, place)
    assert [path.name for path in place.iterdir()] == ["theirs"]
    assert [path.name for path in tmp_path.iterdir()] == ["new"]
