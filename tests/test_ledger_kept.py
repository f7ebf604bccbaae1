"""Nothing leaves the ledger: what it held in earlier commits it holds still. Over real git repositories."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from macros.__main__ import main
from macros.records.ledger import read_ledger
from macros.register.load import load
from tests.small import WHY, remember, retire, small_bureau

TODAY = date(2003, 1, 1)
WHO = {"GIT_AUTHOR_NAME": "t", "GIT_AUTHOR_EMAIL": "t@t", "GIT_COMMITTER_NAME": "t", "GIT_COMMITTER_EMAIL": "t@t"}


def git(folder: Path, *arguments: str) -> None:
    done = subprocess.run(
        ["git", "-C", str(folder), *arguments], check=False, env=os.environ | WHO, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr


def commit(data: Path, name: str = "change") -> None:
    git(data.parent, "add", "-A")
    git(data.parent, "commit", "-q", "--allow-empty", "-m", name)


@pytest.fixture
def committed(tmp_path: Path) -> Path:
    """A small bureau that was published, its ledger committed in main."""
    data = small_bureau(tmp_path / "project")
    remember(data)
    git(data.parent, "init", "-q", "-b", "main")
    commit(data, "published")
    return data


def edit(data: Path, old: str, new: str = "") -> None:
    file = data / "ledger.txt"
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new), "utf-8")


def without_a_line(data: Path) -> None:
    edit(data, "/data/records/work-areas/visits.json\n")


def on_a_branch(data: Path) -> None:
    git(data.parent, "switch", "-q", "-c", "change")
    without_a_line(data)
    commit(data)


def on_main(data: Path) -> None:
    """Past the review: the state compared with lacks the line itself."""
    without_a_line(data)
    commit(data)
    (data / "documents/note.yml.bak").write_text("")
    commit(data)
    (data / "documents/note.yml.bak").unlink()
    commit(data)


def two_branches(data: Path) -> None:
    """A merge that is about to be committed."""
    git(data.parent, "switch", "-q", "-c", "change")
    commit(data, "theirs")
    git(data.parent, "switch", "-q", "main")
    commit(data, "ours")
    git(data.parent, "merge", "-q", "--no-ff", "--no-commit", "change")


def in_a_merge(data: Path) -> None:
    """A merge that drops what both sides have."""
    two_branches(data)
    without_a_line(data)
    commit(data)


def by_a_merge(data: Path) -> None:
    """A line that came with a merge, and is in neither of its sides."""
    two_branches(data)
    added(data)
    commit(data)
    edit(data, "/more/ anchor\n")
    commit(data)


def on_a_branch_and_not_committed(data: Path) -> None:
    git(data.parent, "switch", "-q", "-c", "change")
    added(data)
    commit(data)
    edit(data, "/more/ anchor\n")


def a_link(data: Path) -> None:
    ledger = data / "ledger.txt"
    ledger.rename(data.parent / "ledger.txt")
    ledger.symlink_to("../ledger.txt")


def with_strange_settings(data: Path) -> None:
    for name, value in {
        "color.ui": "always",
        "core.bigFileThreshold": "1",
        "log.showRoot": "false",
        "diff.external": "/bin/false",
        "diff.noprefix": "true",
        "core.quotePath": "true",
        "log.diffMerges": "off",
    }.items():
        git(data.parent, "config", name, value)
    by_a_merge(data)
    on_main(data)


def no_text(data: Path) -> None:
    """By the settings of the repository itself, git shows nothing of such files."""
    (data.parent / ".gitattributes").write_text("*.txt binary\n")
    commit(data)
    on_main(data)


def no_text_once(data: Path) -> None:
    """The version that was published had a character that git takes for no text."""
    text = (data / "ledger.txt").read_text("utf-8")
    (data / "ledger.txt").write_text(f"# \0\n{text}/more/ anchor\n", "utf-8")
    commit(data)
    (data / "ledger.txt").write_text(text, "utf-8")
    commit(data)


def from_the_other_side(data: Path, *strategy: str) -> None:
    """A branch takes nothing of what main had published meanwhile, and becomes main: no first parent ever had it."""
    git(data.parent, "switch", "-q", "-c", "change")
    (data / "documents/note.yml.bak").write_text("")
    commit(data)
    git(data.parent, "rm", "-q", "data/documents/note.yml.bak")
    commit(data)
    git(data.parent, "switch", "-q", "main")
    added(data)
    commit(data)
    git(data.parent, "switch", "-q", "change")
    git(data.parent, "merge", "-q", "--no-ff", "--no-commit", *strategy, "main")
    git(data.parent, "checkout", "-q", "HEAD", "--", "data/ledger.txt")
    commit(data)
    git(data.parent, "branch", "-q", "-f", "main", "change")
    git(data.parent, "switch", "-q", "main")


def from_many_sides(data: Path) -> None:
    """The same where three branches meet."""
    git(data.parent, "branch", "third")
    git(data.parent, "switch", "-q", "third")
    commit(data)
    git(data.parent, "switch", "-q", "-c", "change", "main")
    commit(data)
    git(data.parent, "switch", "-q", "main")
    added(data)
    commit(data)
    git(data.parent, "switch", "-q", "change")
    git(data.parent, "merge", "-q", "-s", "ours", "-m", "merge", "third", "main")
    git(data.parent, "branch", "-q", "-f", "main", "change")
    git(data.parent, "switch", "-q", "main")


def another_past(data: Path, replaced: bool) -> None:
    """This machine is told that the commits before never were."""
    first = said_by(data, "rev-parse", "HEAD")
    on_main(data)
    if replaced:
        tree = said_by(data, "rev-parse", "HEAD^{tree}")
        git(data.parent, "replace", first, said_by(data, "commit-tree", "-m", "other", tree))
    else:
        (data.parent / ".git/info").mkdir(exist_ok=True)
        (data.parent / ".git/info/grafts").write_text(said_by(data, "rev-parse", "HEAD") + "\n")


def said_by(data: Path, *arguments: str) -> str:
    """What git answers."""
    command = ["git", "-C", str(data.parent), *arguments]
    done = subprocess.run(command, check=True, env=os.environ | WHO, capture_output=True, text=True)
    return done.stdout.strip()


def in_a_folder_that_became_a_link(data: Path) -> None:
    git(data.parent, "mv", "data", "records")
    (data.parent / "data").symlink_to("records")
    on_main(data)


def retired_and_forgotten(data: Path) -> None:
    (data / "work-areas/visits.yml").unlink()
    retire(data, "record", ["/work-areas/visits/"], WHY)
    retire(data, "file", ["/data/records/work-areas/visits.json"], WHY)
    on_main(data)


MORE = "2 of the entries that it had: /more/; /more/#anchor."

SPOILT: dict[str, tuple[Callable[[Path], object], str]] = {
    # what is done, and what is named as lost
    "a line": (without_a_line, "1 of the entries that it had: /data/records/work-areas/visits.json."),
    "an anchor": (lambda data: edit(data, " figure-morning"), "/work-areas/visits/#figure-morning."),
    "a figure": (
        lambda data: edit(
            data, "figure visits.morning 1200 person-time exact not-stated-this-year as:stated 1200人次\n"
        ),
        "figure visits.morning 1200 person-time exact not-stated-this-year as:stated 1200人次.",
    ),
    "another value of a figure": (
        lambda data: edit(data, "morning 1200 ", "morning 120 "),
        "figure visits.morning 1200 ",
    ),
    "a document": (lambda data: edit(data, "document report", "document other"), "document report "),
    "the whole file": (lambda data: (data / "ledger.txt").unlink(), "of the entries that it had"),
    "the file, for a link": (a_link, "of the entries that it had"),
    "a line, committed on a branch": (on_a_branch, "visits.json"),
    "a line, committed on main": (on_main, "visits.json"),
    "a line, in a merge": (in_a_merge, "visits.json"),
    "a line that came with a merge": (by_a_merge, MORE),
    "a line of the last commit": (
        on_a_branch_and_not_committed,
        MORE,
    ),
    "a line, whatever git is set to": (
        with_strange_settings,
        "3 of the entries that it had: /data/records/work-areas/visits.json; /more/; /more/#anchor.",
    ),
    "a line of a file that git is told is no text": (no_text, "visits.json"),
    "a line of a file that was no text once": (no_text_once, MORE),
    "what the other side of a merge had published": (from_the_other_side, MORE),
    "what the other side had published, on purpose": (lambda data: from_the_other_side(data, "-s", "ours"), MORE),
    "what one of many sides had published": (from_many_sides, MORE),
    "a line of commits that were replaced": (lambda data: another_past(data, True), "visits.json"),
    "a line of commits that were cut off": (lambda data: another_past(data, False), "visits.json"),
    "a line in a folder that became a link": (in_a_folder_that_became_a_link, "visits.json"),
    "a line that is retired": (retired_and_forgotten, "visits.json"),
}


def lacking(data: Path) -> list[str]:
    return [one.wrong.en for one in load(data, TODAY)[1] if "of the entries that it had" in one.wrong.en]


@pytest.mark.parametrize("case", SPOILT)
def test_what_the_ledger_lost(case: str, committed: Path) -> None:
    spoil, expected = SPOILT[case]
    spoil(committed)
    (said,) = lacking(committed)
    assert expected in said


def added(data: Path) -> None:
    with (data / "ledger.txt").open("a", encoding="utf-8") as ledger:
        ledger.write("/more/ anchor\n")


def in_another_order(data: Path) -> None:
    lines = (data / "ledger.txt").read_text("utf-8").splitlines()
    (data / "ledger.txt").write_text("\n".join([*reversed(lines), *lines, ""]), "utf-8")


def by_mistake(data: Path) -> None:
    """What never came to main was never published."""
    git(data.parent, "switch", "-q", "-c", "change")
    added(data)
    commit(data)
    edit(data, "/more/ anchor\n")
    commit(data)


def by_mistake_and_merged(data: Path) -> None:
    """A branch whose mistake was fixed before it was merged: main never had it."""
    by_mistake(data)
    git(data.parent, "switch", "-q", "main")
    commit(data, "ours")
    git(data.parent, "merge", "-q", "--no-ff", "-m", "merge", "change")


FINE: dict[str, Callable[[Path], object]] = {
    "nothing done": lambda data: None,
    "more": added,
    "another order, and twice": in_another_order,
    "more by mistake on a branch": by_mistake,
    "more by mistake on a branch that was merged": by_mistake_and_merged,
}


@pytest.mark.parametrize("case", FINE)
def test_a_ledger_that_lost_nothing(case: str, committed: Path) -> None:
    FINE[case](committed)
    assert lacking(committed) == []


def test_the_way_back_is_named(committed: Path) -> None:
    on_main(committed)
    (problem,) = [one for one in load(committed, TODAY)[1] if "ledger lacks" in one.wrong.en]
    command = problem.fix.en.partition("(")[2].partition(")")[0].split()
    shown = subprocess.run(command, cwd=committed.parent, capture_output=True, text=True, check=True)
    (committed / "ledger.txt").write_text(shown.stdout, "utf-8")
    assert lacking(committed) == []


@pytest.mark.parametrize("depth", [1, 2])
def test_a_shallow_clone(depth: int, committed: Path, tmp_path: Path) -> None:
    """As pipelines have: what is there is compared with."""
    commit(committed)
    clone = tmp_path / "clone"
    git(tmp_path, "clone", "-q", f"--depth={depth}", committed.parent.as_uri(), str(clone))
    assert lacking(clone / "data") == []
    without_a_line(clone / "data")
    assert lacking(clone / "data")


def test_another_base(committed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A branch that the pipeline names counts as published."""
    git(committed.parent, "branch", "release")
    git(committed.parent, "switch", "-q", "--orphan", "main2")
    small = small_bureau(committed.parent)
    commit(small)
    git(committed.parent, "branch", "-D", "main")
    assert lacking(small) == []
    monkeypatch.setenv("BASE", "release")
    assert lacking(small)


def test_in_a_hook_of_another_repository(committed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_DIR", str(tmp_path))
    monkeypatch.setenv("GIT_INDEX_FILE", str(tmp_path / "index"))
    without_a_line(committed)
    assert lacking(committed)


def test_without_git_nothing_is_compared(committed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    without_a_line(committed)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert load(committed, TODAY)[1] == []


def test_every_command_asks(committed: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (committed / "ledger.txt").unlink()
    given = ["--data", str(committed)]
    for command in (["check"], ["build", "--site", str(tmp_path / "site")], ["ready"], ["serve", "--port", "0"]):
        assert main([*command, *given]) == 1, command
        said = capsys.readouterr()
        assert "公布台账里少了" in said.out + said.err, command
    assert not (tmp_path / "site").exists()
    assert not read_ledger(committed).addresses


@pytest.mark.parametrize("how", ["whole", "shallow", "without git"])
def test_a_past_that_is_not_there_is_said(how: str, committed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing can be compared with what is not there; that is no problem, and nobody is left to believe otherwise."""
    data = committed
    if how == "shallow":
        git(data.parent.parent, "clone", "-q", "--depth=1", data.parent.as_uri(), str(data.parent.parent / "clone"))
        data = data.parent.parent / "clone/data"
    elif how == "without git":
        (data.parent / ".git").rename(data.parent / "git")
    assert main(["check", "--data", str(data)]) == 0
    said = capsys.readouterr().out
    assert ("compared with a part of its past" in said) == (how == "shallow")
    assert ("was not compared with its past" in said) == (how == "without git")
