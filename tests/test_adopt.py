"""A new bureau's repository: what it holds, that it works, and that making it destroys nothing."""

from __future__ import annotations

import errno
import os
import random
import re
import shutil
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from macros.adopting.adopt import adopt
from macros.adopting.ownership import OWNERSHIP_HERE, read_ownership
from macros.problems import Refused
from macros.register.load import load
from tests.killed import ACCESSES, killed_at
from tests.night import some
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
    assert [path for path in paths if OWNERSHIP_HERE.side(path) is None] == []
    assert len(paths) > 500 and not set(OWNERSHIP_HERE.software) & set(OWNERSHIP_HERE.bureau)


@pytest.mark.parametrize(
    ("path", "whose"),
    [
        ("docs/index.md", "bureau"),
        ("docs/en/about.md", "bureau"),
        ("docs/maintainers/engine.md", "software"),
        ("docs/handbook/records.md", "software"),
        ("docs/en/handbook/editor.png", "software"),
        ("data/bureau.yml", "bureau"),
        ("macros/hooks.py", "software"),
        ("macros-of-ours/x.py", None),
    ],
)
def test_whose_a_file_is(path: str, whose: str | None) -> None:
    assert OWNERSHIP_HERE.side(path) == whose


IN_REPOSITORY = re.compile(r"\]\(([^)#]+)")
"""The files that a text links to."""


@pytest.mark.parametrize("text", ["", "software = 1", "software = []\nbureau = [1]", "software = [", "[software]"])
def test_what_is_no_table_of_owners_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="ownership"):
        read_ownership(text)


def test_the_new_repository_is_checked_built_and_committed(tmp_path: Path) -> None:
    """All that its hosts run, in one language and in two, is run in test_adopted.py."""
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
    readme = (project / "README.md").read_text("utf-8")
    assert readme.startswith(f"# {NAME}政务公开网站") and not (project / "README.zh.md").exists()
    assert all((project / one).is_file() for one in IN_REPOSITORY.findall(readme))
    prose = [file for file in (project / "docs").rglob("*.md") if not {"maintainers", "handbook"} & {*file.parts}]
    assert prose and not [file for file in prose if "科技" in file.read_text("utf-8") or "outreach" in file.parts]


def test_without_an_english_name_none_is_invented_and_the_site_is_in_chinese(tmp_path: Path) -> None:
    project = adopt(NAME, "", tmp_path / "new")
    assert load(project / "data")[1] == []
    bureau = (project / "data/bureau.yml").read_text("utf-8")
    assert "\nlanguages: [zh, hant]\n" in bureau and "en:" not in bureau and "@" not in bureau


def test_only_what_git_tracks_is_taken(tmp_path: Path) -> None:
    first = adopt(NAME, ENGLISH, tmp_path / "first")
    for name in ("macros/secret.py", "docs/draft.md", "macros/adopting/start/data/notes.txt", "passwords.txt"):
        (first / name).write_text("not for others\n", "utf-8")
    (first / "LICENSE").unlink()
    (first / "macros/forced.pyc").touch()
    subprocess.run(["git", "-C", str(first), "add", "--force", "macros/forced.pyc"], check=True)
    done = macros(first, "adopt", "--name", NAME, "--en", ENGLISH, "--dir", str(tmp_path / "second"))
    assert done.returncode == 0, done.stderr
    second = {path.relative_to(tmp_path / "second").as_posix() for path in (tmp_path / "second").rglob("*")}
    assert not second & {"macros/secret.py", "docs/draft.md", "data/notes.txt", "passwords.txt", "LICENSE"}
    kept = subprocess.run(
        ["git", "-C", str(tmp_path / "second"), "ls-files"], capture_output=True, text=True, check=True
    )
    assert "macros/forced.pyc" in kept.stdout.split()


@pytest.mark.parametrize("around", some(["another-repository", "nothing"], 2))
def test_without_the_list_of_git_nothing_is_made(tmp_path: Path, around: str) -> None:
    """As where the software was unpacked from an archive, in a folder of no repository or of somebody else's."""
    software = adopt(NAME, ENGLISH, tmp_path / "software")
    shutil.rmtree(software / ".git")
    if around == "another-repository":
        subprocess.run(["git", "-C", str(tmp_path), "init", "-q"], check=True)
    done = macros(software, "adopt", "--name", NAME, "--dir", str(tmp_path / "new"))
    assert (done.returncode, "Traceback" in done.stderr) == (2, False) and "git" in done.stderr
    assert [path.name for path in tmp_path.iterdir() if path.name != ".git"] == ["software"]


def test_without_git_nothing_is_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(Refused, match="git"):
        adopt(NAME, ENGLISH, tmp_path / "new")
    assert list(tmp_path.iterdir()) == []


def test_an_empty_folder_is_taken(tmp_path: Path) -> None:
    (tmp_path / "new").mkdir()
    assert (adopt(NAME, ENGLISH, tmp_path / "new") / "data/bureau.yml").is_file()


@pytest.mark.parametrize(
    "place",
    [
        *(ROOT, ROOT / "new", ROOT / "tests/../new", ROOT.parent, Path("/"), Path.home()),
        *map(Path, ("full", "file", "link", "dangling", "into", "gone/new", "full/../full", "away/../new")),
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
    (tmp_path / "deep/inner").mkdir(parents=True)
    (tmp_path / "away").symlink_to("deep/inner")
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
    copy = shutil.copy

    def slow(*given: Any, **named: Any) -> Any:
        place.mkdir(exist_ok=True)
        (place / "theirs").touch()
        return copy(*given, **named)

    monkeypatch.setattr(shutil, "copy", slow)
    with pytest.raises(OSError, match=os.strerror(errno.ENOTEMPTY)):
        adopt(NAME, ENGLISH, place)
    assert [path.name for path in place.iterdir()] == ["theirs"]
    assert [path.name for path in tmp_path.iterdir()] == ["new"]


@pytest.mark.parametrize("others", [0, pytest.param(8, marks=pytest.mark.night)])
def test_a_killed_run_leaves_nothing_or_the_whole(tmp_path: Path, others: int) -> None:
    """Killed just before its end and at other points; the run after that leaves nothing of it."""
    whole, place = tmp_path / "whole" / "new", tmp_path / "killed" / "new"
    for folder in (whole.parent, place.parent):
        folder.mkdir()

    def run(folder: Path, point: int) -> subprocess.CompletedProcess[str]:
        code = f"macros.adopting.adopt.adopt({NAME!r}, '', pathlib.Path({str(folder)!r}))"
        return killed_at(point, "os.mkdir", code, ACCESSES)

    points = int(run(whole, 0).stdout)
    files = {path.relative_to(whole) for path in whole.rglob("*") if ".git" not in path.parts}
    assert points > 500 and len(files) > 500
    for point in [*random.Random(19).sample(range(1, points), others), points - 1, points]:
        assert run(place, point).returncode == -signal.SIGKILL
        if place.exists():
            assert {path.relative_to(place) for path in place.rglob("*") if ".git" not in path.parts} == files
            shutil.rmtree(place)
    assert run(place, 0).returncode == 0
    assert [path.name for path in place.parent.iterdir()] == ["new"]
