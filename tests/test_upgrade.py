"""A later release reaches a bureau's repository, between two real git repositories, and touches nothing of its own."""

from __future__ import annotations

import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from macros.adopting.adopt import adopt
from macros.adopting.ownership import OWNERSHIP_TABLE
from macros.adopting.upgrade import upgrade
from macros.problems import Refused
from tests.killed import killed_at
from tests.night import some
from tests.places import ROOT
from tests.test_adopt import ENGLISH, NAME, macros
from tests.test_another_bureau import git


@pytest.fixture(scope="module")
def software(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Release 2: code, vocabulary and demonstration changed, one file added and one removed.

    Release 3 needs other packages, and declares a file beside those known so far, and one that is the bureau's.
    """
    project = adopt("原软件局", ENGLISH, tmp_path_factory.mktemp("software") / "software")
    for name in ("macros/hooks.py", "data/bureau.yml", "docs/index.md", "mkdocs.yml", "macros/records/units.yml"):
        append(project / name, "\n# release 2\n")
    (project / "macros/added.py").write_text('"""New."""\n', "utf-8")
    (project / "LICENSE").unlink()
    commit_all(project, "Release 2")
    git(project, "tag", "v2")
    for name in ("requirements/site.txt", "CODEOWNERS", "NEWS.md", "ours.md"):
        append(project / name, "# release 3\n")
    table = project / OWNERSHIP_TABLE
    declared = 'software = [\n    "NEWS.md", "ours.md", "CODEOWNERS", "data",'
    table.write_text(table.read_text("utf-8").replace("software = [", declared), "utf-8")
    commit_all(project, "Release 3")
    git(project, "tag", "v3")
    (project / "macros/link").symlink_to("/etc/hostname")
    commit_all(project, "A link")
    git(project, "tag", "linked")
    table.write_text("software = 1\n", "utf-8")
    commit_all(project, "No release")
    git(project, "tag", "broken")
    return project


@pytest.fixture(scope="module")
def adopted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Release 1 adopted, and its data edited."""
    project = adopt(NAME, ENGLISH, tmp_path_factory.mktemp("adopted") / "bureau")
    record = project / "data/work-areas/example.yml"
    record.write_text(record.read_text("utf-8").replace("zh: 整理资料\n", "zh: 整理资料数量\n"), "utf-8")
    (project / ".github/workflows/ours.yml").write_text("# ours\n", "utf-8")
    commit_all(project, "Data of ours")
    return project


@pytest.fixture
def bureau(adopted: Path, tmp_path: Path) -> Path:
    """The bureau's repository, for one test."""
    return Path(shutil.copytree(adopted, tmp_path / "bureau"))


def append(file: Path, words: str) -> None:
    with file.open("a", encoding="utf-8", newline="\n") as opened:
        opened.write(words)


def commit_all(project: Path, message: str) -> None:
    git(project, "add", "--all")
    git(project, "commit", "-qm", message)


def state(project: Path) -> tuple[str, ...]:
    """All that an upgrade may not leave half changed."""
    return tuple(
        git(project, *words) for words in (("rev-parse", "HEAD"), ("status", "--porcelain"), ("for-each-ref",))
    )


def test_one_command_takes_a_release(software: Path, bureau: Path) -> None:
    before = git(bureau, "rev-parse", "HEAD").strip()
    done = macros(bureau, "upgrade", "--from", str(software), "--release", "v2")
    assert done.returncode == 0, done.stdout + done.stderr
    changed = git(bureau, "diff", "--name-only", before, "HEAD").split()
    assert changed == ["LICENSE", "macros/added.py", "macros/hooks.py", "macros/records/units.yml"]
    assert git(bureau, "rev-parse", "HEAD~1").strip() == before
    assert git(bureau, "status", "--porcelain") == "" and not git(bureau, "for-each-ref", "refs/upgrading")
    assert upgrade(bureau, str(software), "v2", keep=False) == []
    assert (bureau / ".github/workflows/ours.yml").read_text("utf-8") == "# ours\n"


@pytest.mark.night
def test_with_a_release_taken_the_site_is_built(software: Path, bureau: Path) -> None:
    upgrade(bureau, str(software), "v2", keep=False)
    built = macros(bureau, "build")
    assert built.returncode == 0, built.stdout + built.stderr


def test_a_file_changed_here_is_named_kept_and_remembered(software: Path, bureau: Path) -> None:
    hooks = bureau / "macros/hooks.py"
    append(hooks, "# ours\n")
    git(bureau, "commit", "-qam", "Ours")
    ours = hooks.read_text("utf-8")
    for _ in range(2):
        with pytest.raises(Refused, match=r"macros/hooks\.py"):
            upgrade(bureau, str(software), "v2", keep=False)
        upgrade(bureau, str(software), "v2", keep=True)
        assert hooks.read_text("utf-8") == ours


def test_a_release_brings_its_own_new_files_and_tells_of_packages(software: Path, bureau: Path) -> None:
    (bureau / "ours.md").write_text("ours\n", "utf-8")
    commit_all(bureau, "A file of ours, of a name that a later release has too")
    with pytest.raises(Refused, match=r"ours\.md"):
        upgrade(bureau, str(software), "v3", keep=False)
    done = macros(bureau, "upgrade", "--from", str(software), "--release", "v3", "--keep")
    assert done.returncode == 0 and "pip install" in done.stdout and "coverage" not in done.stdout, done.stderr
    assert (bureau / "NEWS.md").is_file() and "release 3" not in (bureau / "CODEOWNERS").read_text("utf-8")
    assert (bureau / "ours.md").read_text("utf-8") == "ours\n" and NAME in (bureau / "data/bureau.yml").read_text(
        "utf-8"
    )


@pytest.mark.night
def test_a_killed_upgrade_leaves_the_repository_as_it_was_or_finished(software: Path, bureau: Path) -> None:
    """Killed before each command of git in turn, until a run comes to its end."""
    before = git(bureau, "rev-parse", "HEAD").strip()
    code = f"macros.adopting.upgrade.upgrade(pathlib.Path({str(bureau)!r}), {str(software)!r}, 'v2', keep=False)"
    for point in range(1, 60):
        done = killed_at(point, "subprocess.Popen", code)
        assert git(bureau, "status", "--porcelain") == ""
        assert (
            git(bureau, "rev-parse", "HEAD").strip() == before or git(bureau, "rev-parse", "HEAD~1").strip() == before
        )
        if done.returncode == 0:
            break
        assert done.returncode == -signal.SIGKILL, done.stderr
    assert point > 15 and git(bureau, "rev-parse", "HEAD~1").strip() == before
    assert not (bureau / "LICENSE").exists() and not git(bureau, "for-each-ref", "refs/upgrading")


def stopped_at_a_file(project: Path, command: str) -> None:
    """Has git run a command when it writes one of the release's files into the folder."""
    append(project / ".git/info/attributes", "macros/records/units.yml filter=stop\n")
    git(project, "config", "filter.stop.smudge", command)


def test_where_git_itself_was_killed_the_next_run_finishes(software: Path, bureau: Path) -> None:
    before = git(bureau, "rev-parse", "HEAD").strip()
    stopped_at_a_file(bureau, "kill -9 $PPID")
    with pytest.raises(Refused, match="Run it again"):
        upgrade(bureau, str(software), "v2", keep=False)
    assert git(bureau, "status", "--porcelain") != ""
    git(bureau, "config", "--unset", "filter.stop.smudge")
    with pytest.raises(Refused, match=r"index\.lock"):
        upgrade(bureau, str(software), "v2", keep=False)
    (bureau / ".git/index.lock").unlink()
    assert "macros/added.py" in upgrade(bureau, str(software), "v2", keep=False)
    assert git(bureau, "rev-parse", "HEAD~1").strip() == before and git(bureau, "status", "--porcelain") == ""
    assert not git(bureau, "for-each-ref", "refs/upgrading")


def test_what_was_changed_since_is_not_lost(software: Path, bureau: Path) -> None:
    stopped_at_a_file(bureau, "kill -9 $PPID")
    with pytest.raises(Refused):
        upgrade(bureau, str(software), "v2", keep=False)
    git(bureau, "config", "--unset", "filter.stop.smudge")
    (bureau / ".git/index.lock").unlink()
    append(bureau / "data/bureau.yml", "# ours\n")
    with pytest.raises(Refused, match="uncommitted"):
        upgrade(bureau, str(software), "v2", keep=False)
    assert (bureau / "data/bureau.yml").read_text("utf-8").endswith("# ours\n")


@pytest.mark.parametrize("name", some(["INT", "TERM", "KILL"], 3))
def test_a_signal_to_all_that_runs_in_a_terminal_lets_git_finish(software: Path, bureau: Path, name: str) -> None:
    """Sent while git writes the files, to the command and all processes of its group."""
    before = git(bureau, "rev-parse", "HEAD").strip()
    group = bureau / ".git/group"
    stopped_at_a_file(bureau, f"kill -s {name} -- -$(cat '{group}'); cat")
    code = f"""
import os
from pathlib import Path
from macros.adopting.upgrade import upgrade
Path({str(group)!r}).write_text(str(os.getpgid(0)))
upgrade(Path({str(bureau)!r}), {str(software)!r}, "v2", False)
"""
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, start_new_session=True, check=False)
    assert done.returncode == (0 if name == "INT" else -signal.Signals[f"SIG{name}"])
    while (bureau / ".git/index.lock").exists():
        time.sleep(0.05)
    assert git(bureau, "rev-parse", "HEAD~1").strip() == before and git(bureau, "status", "--porcelain") == ""
    git(bureau, "config", "--unset", "filter.stop.smudge")
    upgrade(bureau, str(software), "v2", keep=False)
    assert not git(bureau, "for-each-ref", "refs/upgrading")


def dirty(project: Path) -> None:
    (project / "theirs.txt").touch()


def detached(project: Path) -> None:
    git(project, "switch", "-q", "--detach")


def in_the_way(project: Path) -> None:
    """A file that git ignores lies where the release has one of its own."""
    append(project / ".git/info/exclude", "added.py\n")
    (project / "macros/added.py").touch()


def without_history(project: Path) -> None:
    git(project, "switch", "-q", "--orphan", "fresh")
    git(project, "commit", "-q", "--allow-empty", "-m", "No history")


def within_another(project: Path) -> None:
    """The files lie in a repository that is somebody else's."""
    shutil.move(project / ".git", project.parent / ".git")


@pytest.fixture
def other(tmp_path: Path) -> Path:
    """A repository without any release of the software."""
    made = tmp_path / "other"
    subprocess.run(["git", "init", "-q", "-b", "main", str(made)], check=True)
    git(made, "commit", "-q", "--allow-empty", "-m", "No release")
    (made / "file").touch()
    return made


@pytest.mark.parametrize(
    ("source", "release"),
    some(
        [
            ("{software}", "nowhere"),
            ("{software}/gone", "v2"),
            ("--upload-pack=touch theirs", "v2"),
            ("ext::sh -c touch% theirs", "v2"),
            ("{software}", "v2:refs/heads/main"),
            ("{software}", "+v2"),
            ("{other}", "main"),
            ("{other}/file", "main"),
            ("{software}", "broken"),
            ("{software}", "linked"),
            ("", "v2"),
        ],
        3,
        spread=True,
    ),
)
def test_what_is_no_release_changes_nothing(
    software: Path, adopted: Path, other: Path, source: str, release: str
) -> None:
    before = state(adopted)
    with pytest.raises(Refused):
        upgrade(adopted, source.format(software=software, other=other), release, keep=True)
    assert state(adopted) == before


@pytest.mark.parametrize("prepare", some([dirty, detached, in_the_way, without_history, within_another], 3))
def test_a_repository_that_is_not_ready_stays_as_it_was(
    software: Path, bureau: Path, prepare: Callable[[Path], None]
) -> None:
    prepare(bureau)
    before = state(bureau)
    with pytest.raises(Refused):
        upgrade(bureau, str(software), "v2", keep=True)
    assert state(bureau) == before
