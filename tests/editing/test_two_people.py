"""What others do to the same data while it is edited: nothing of theirs is lost, and none of it counts as ours."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from macros.editing.handing_over import branch_with, patch_of, push_command
from macros.editing.merging import merged
from macros.editing.server import editing
from macros.editing.working_copy import WorkingCopy
from macros.problems import Refused
from macros.records.shipped_example import shipped_example, take_out_example
from macros.text.languages import Bilingual
from tests.editing.desk import asked
from tests.killed import killed_at
from tests.places import ROOT

SAID = Bilingual("改", "Change")
LINES = "".join(f"{name}: 0\n" for name in "abcdefgh")
BASES = "work-areas/bases"


def put(folder: Path, text: str | None, path: str = "x.yml") -> None:
    """What somebody else does to a file."""
    if text is None:
        (folder / path).unlink()
    else:
        (folder / path).write_bytes(text.encode())


def with_line(text: str, *changed: str) -> str:
    """A text with lines ``name: value`` in place of those of that name."""
    for line in changed:
        text = text.replace(f"{line[:2]} 0", line)
    return text


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "data").mkdir()
    put(tmp_path / "data", LINES)
    return tmp_path / "data"


def ours(copy: WorkingCopy, *changed: str, typing: str = "") -> None:
    """A change that the person at the editor makes."""
    copy.change(SAID, {"x.yml": with_line(copy.text("x.yml") or "", *changed)}, typing)


MERGES = [
    # what both began with, one, the other, both; None where that cannot be told
    (LINES, with_line(LINES, "a: 1"), LINES, with_line(LINES, "a: 1")),
    (LINES, LINES, with_line(LINES, "h: 2"), with_line(LINES, "h: 2")),
    (LINES, with_line(LINES, "a: 1"), with_line(LINES, "h: 2"), with_line(LINES, "a: 1", "h: 2")),
    (LINES, with_line(LINES, "a: 1"), with_line(LINES, "a: 1"), with_line(LINES, "a: 1")),
    (LINES, with_line(LINES, "a: 1"), with_line(LINES, "a: 2"), None),
    (LINES, with_line(LINES, "a: 1"), with_line(LINES, "b: 2"), None),
    (LINES, f"{LINES}i: 1\n", f"{LINES}j: 2\n", None),
    (LINES, f"i: 1\n{LINES}", f"{LINES}j: 2\n", f"i: 1\n{LINES}j: 2\n"),
    (LINES, "", with_line(LINES, "a: 2"), None),
    ("x\u2028y\n1\n2\n3\n", "x\u2028z\n1\n2\n3\n", "x\u2028y\n1\n2\n4\n", "x\u2028z\n1\n2\n4\n"),
    (None, "a", "b", None),
    (LINES, None, with_line(LINES, "a: 2"), None),
]


@pytest.mark.parametrize(("base", "one", "other", "both"), MERGES, ids=range(len(MERGES)))
def test_two_changes_are_put_together_where_they_do_not_touch(
    base: str | None, one: str | None, other: str | None, both: str | None
) -> None:
    assert merged(base, one, other) == merged(base, other, one) == (None if both is None else (both,))


def test_no_change_is_none_or_a_file_taken_away() -> None:
    assert merged(LINES, None, LINES) == merged(LINES, LINES, None) == (None,)


def test_typing_on_after_somebody_else_has_written_can_be_undone_alone(folder: Path) -> None:
    copy = WorkingCopy(folder)
    ours(copy, "a: 1", typing="title")
    copy.save()
    put(folder, with_line(LINES, "a: 1", "h: theirs"))
    assert copy.conflicts() == []
    copy.change(SAID, {"x.yml": with_line(LINES, "a: 12", "h: theirs")}, "title")
    copy.take_back()
    assert copy.changed() == [] and "h: theirs" in (folder / "x.yml").read_text("utf-8")


TAKING_IN = "from pathlib import Path; from macros.editing.working_copy import WorkingCopy; WorkingCopy(Path({data!r}))"


@pytest.mark.night
def test_killed_while_the_changes_of_others_are_taken_in(tmp_path: Path, folder: Path) -> None:
    """Whenever it is killed, what others wrote does not count as undone by us, so that no save undoes it."""
    code = TAKING_IN.format(data=str(folder))
    subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True)
    points = 0
    for point in range(1, 60):
        theirs = with_line(LINES, f"h: {point}")
        put(folder, theirs)
        put(folder, "new: 1\n", f"new-{point}.yml")
        done = killed_at(point, "os.rename", code, ("open", "os.remove"))
        points += done.returncode != 0
        copy = WorkingCopy(folder)
        assert copy.changed() == [] and copy.save() == [], point
        assert (folder / "x.yml").read_text("utf-8") == theirs and (folder / f"new-{point}.yml").exists()
        if not done.returncode:
            break
    assert points > 5


def test_what_others_write_while_it_is_saved_stays_and_is_told(folder: Path) -> None:
    copy = WorkingCopy(folder)
    ours(copy, "a: 1")
    assert copy.conflicts() == []
    put(folder, with_line(LINES, "a: theirs"))
    assert copy.save() == []
    assert "theirs" in (folder / "x.yml").read_text("utf-8")
    assert [one.path for one in copy.conflicts()] == ["x.yml"]


@pytest.mark.parametrize("keep", ["ours", "theirs"])
def test_what_nobody_has_looked_at_is_not_put_aside(data: Path, keep: str) -> None:
    """Between the question which of two texts stands and its answer, the other one may change again."""
    file = data / f"{BASES}.yml"
    with editing(data, 0) as server:
        path = f"{BASES}.yml"
        asked(server, ask="act", action="put", record=BASES, path=["title", "zh"], value="示范基地建设")
        put(data, file.read_text("utf-8") + "# first\n", path)
        (told,) = asked(server, ask="save", draft=True)["conflicts"]
        put(data, file.read_text("utf-8") + "# second\n", path)
        (again,) = asked(server, ask="settle", path=path, seen=told["seen"], keep=keep)["conflicts"]
        assert "# second" in again["theirs"] and file.read_text("utf-8").endswith("# second\n")
        assert "conflicts" not in asked(server, ask="settle", path=path, seen=again["seen"], keep=keep)
        assert asked(server, ask="save", draft=True)["saved"] == ([path] if keep == "ours" else [])
        assert file.read_text("utf-8").endswith("# second\n") == (keep == "theirs")


def changed_lines(copy: WorkingCopy) -> list[str]:
    """What counts as ours since the last handing over: the lines left out and put in."""
    patch = patch_of(copy.data, list(copy.since()))
    return [line for line in patch.splitlines() if line[:1] in "+-" and line[:4] not in ("+++ ", "--- ")]


def test_what_others_wrote_is_no_change_of_ours(folder: Path) -> None:
    copy = WorkingCopy(folder)
    ours(copy, "a: 1")
    copy.save()
    put(folder, with_line(LINES, "a: 1", "h: theirs"))
    copy.take_in()
    assert changed_lines(copy) == ["-a: 0", "+a: 1"]
    ours(copy, "d: 1")
    assert changed_lines(copy) == ["-a: 0", "+a: 1", "-d: 0", "+d: 1"]


def test_what_is_undone_after_it_was_handed_over_is_a_change(folder: Path) -> None:
    copy = WorkingCopy(folder)
    ours(copy, "a: 1", typing="a")
    copy.handed_over()
    assert changed_lines(copy) == []
    copy.take_back()
    assert changed_lines(copy) == ["-a: 1", "+a: 0"]
    copy.repeat()
    copy.handed_over()
    copy.change(SAID, {"x.yml": with_line(LINES, "a: 12")}, "a")
    assert changed_lines(copy) == ["-a: 1", "+a: 12"]


def test_a_change_that_the_disk_kept_from_being_finished_is_finished_and_told(data: Path) -> None:
    """A folder in the place of a file stands for a disk on which the second of two files cannot be written."""
    with editing(data, 0) as server:
        copy = server.session.copy
        texts = {f"{BASES}.yml": f"# first\n{copy.text(f'{BASES}.yml')}", "work-areas/new.yml": "title: x\n"}
        (copy.work / "work-areas/new.yml/full").mkdir(parents=True)
        with pytest.raises(OSError):
            copy.change(SAID, texts)
        (copy.work / "work-areas/new.yml/full").rmdir()
        (copy.work / "work-areas/new.yml").rmdir()
        answer = asked(server, ask="undo")
        assert "重新载入" in answer["refused"][0] and {path: copy.text(path) for path in texts} == texts
        asked(server, ask="undo")
        assert copy.changed() == []


@pytest.fixture
def git(folder: Path) -> Callable[..., str]:
    """A repository with the data in a folder of it."""
    top = folder.parent

    def run(*words: str) -> str:
        return subprocess.run(["git", "-C", top, *words], capture_output=True, check=True, encoding="utf-8").stdout

    run("init", "-q", "-b", "main")
    run("config", "user.name", "x")
    run("config", "user.email", "x@bureau.example")
    put(top, ".cache/\n", ".gitignore")
    run("add", ".")
    run("commit", "-qm", "first")
    return run


def branch_of(copy: WorkingCopy) -> str:
    return branch_with(copy.data, list(copy.since()), "x", "x@bureau.example", "x")


def branched(git: Callable[..., str], copy: WorkingCopy) -> list[str]:
    """The lines by which a branch of what was changed differs from HEAD; nothing else may be touched."""
    state = [git("status", "--porcelain=v2", "--branch"), git("ls-files", "--stage"), git("rev-parse", "HEAD")]
    branch = branch_of(copy)
    assert state == [git("status", "--porcelain=v2", "--branch"), git("ls-files", "--stage"), git("rev-parse", "HEAD")]
    lines = git("diff", "-U0", "--no-color", "HEAD", branch).splitlines()
    return [line for line in lines if line[:1] in "+-" and line[:4] not in ("+++ ", "--- ")]


def test_a_branch_holds_our_changes_whatever_is_committed_meanwhile(folder: Path, git: Callable[..., str]) -> None:
    copy = WorkingCopy(folder)
    ours(copy, "a: 1")
    put(folder, with_line(LINES, "h: theirs"))
    git("commit", "-qam", "theirs")
    assert branched(git, copy) == ["-a: 0", "+a: 1"]


def test_a_branch_holds_nothing_that_others_have_not_committed(folder: Path, git: Callable[..., str]) -> None:
    put(folder, with_line(LINES, "h: theirs"))
    copy = WorkingCopy(folder)
    ours(copy, "a: 1")
    assert branched(git, copy) == ["-a: 0", "+a: 1"]


def test_a_branch_undoes_nothing_that_was_committed(folder: Path, git: Callable[..., str]) -> None:
    copy = WorkingCopy(folder)
    ours(copy, "a: 1")
    put(folder, with_line(LINES, "a: theirs"))
    git("commit", "-qam", "theirs")
    with pytest.raises(Refused, match="和 git 当前提交里的不一样"):
        branch_of(copy)
    put(folder, None)
    git("commit", "-qam", "taken away")
    with pytest.raises(Refused, match="和 git 当前提交里的不一样"):
        branch_of(copy)


def test_a_branch_holds_a_file_that_was_never_committed_whole(folder: Path, git: Callable[..., str]) -> None:
    put(folder, "n: 0\n", "new.yml")
    copy = WorkingCopy(folder)
    copy.change(SAID, {"new.yml": "n: 1\n"})
    assert branched(git, copy) == ["+n: 1"]


def test_what_an_import_has_written_goes_along(folder: Path, git: Callable[..., str], tmp_path: Path) -> None:
    """Files that no commit holds, one of them no text, and lines in a file that one does hold."""
    received = bytes(range(256))
    (folder / "received.docx").write_bytes(received)
    put(folder, f"{LINES}added: 〔待核〕0\n")
    copy = WorkingCopy(folder)
    copy.change(SAID, {"x.yml": f"{LINES}added: 1\n"})
    patch = patch_of(copy.data, list(copy.since()))
    branch = branch_of(copy)
    assert subprocess.check_output(["git", "-C", folder, "show", f"{branch}:data/received.docx"]) == received
    assert git("show", f"{branch}:data/x.yml") == f"{LINES}added: 1\n"
    subprocess.run(["git", "clone", "-q", folder.parent, tmp_path / "theirs"], check=True)
    subprocess.run(["git", "-C", tmp_path / "theirs", "apply", "-"], input=patch.encode(), check=True)
    assert (tmp_path / "theirs/data/received.docx").read_bytes() == received


def test_the_example_that_an_import_took_out_is_not_in_the_branch(folder: Path, git: Callable[..., str]) -> None:
    for name, content in {**shipped_example(), "documents/ours.txt": b"ours"}.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_bytes(content)
    git("add", ".")
    git("commit", "-qm", "as it began")
    take_out_example(folder)
    (folder / "documents/ours.txt").unlink()
    copy = WorkingCopy(folder)
    ours(copy, "a: 1")
    there = git("ls-tree", "-r", "--name-only", branch_of(copy)).split()
    assert there == [".gitignore", "data/documents/ours.txt", "data/x.yml"]


PUSHED = {
    "no remote": ([], "git push origin edit/1"),
    "one of another name": (["gitee"], "git push gitee edit/1"),
    "one with a sign of the shell": (["a;b"], "git push 'a;b' edit/1"),
    "several": (["gitee", "origin"], "git push origin edit/1"),
}


@pytest.mark.parametrize("case", PUSHED)
def test_how_a_branch_is_pushed(folder: Path, git: Callable[..., str], case: str) -> None:
    remotes, expected = PUSHED[case]
    for one in remotes:
        git("config", f"remote.{one}.url", "https://code.example/x.git")
    assert push_command(folder, "edit/1") == expected


def test_a_second_branch_goes_on_from_the_first(folder: Path, git: Callable[..., str]) -> None:
    copy = WorkingCopy(folder)
    ours(copy, "a: 1")
    assert branched(git, copy) == ["-a: 0", "+a: 1"]
    copy.handed_over()
    copy.change(SAID, {"x.yml": with_line(LINES, "a: 12")})
    assert branched(git, copy) == ["-a: 0", "+a: 12"]
    copy.save()
    git("commit", "-qam", "by hand")
    with pytest.raises(Refused, match="没有改动"):
        branch_of(copy)


def test_line_ends_of_this_machine_do_not_go_into_a_branch(folder: Path, git: Callable[..., str]) -> None:
    git("config", "core.autocrlf", "true")
    put(folder, LINES.replace("\n", "\r\n"))
    copy = WorkingCopy(folder)
    copy.change(SAID, {"x.yml": (copy.text("x.yml") or "").replace("a: 0", "a: 1")})
    assert branched(git, copy) == ["-a: 0", "+a: 1"]


PLACES = ["data", "deep below/the data", "数据"]


@pytest.mark.parametrize("place", PLACES)
def test_a_patch_fits_at_the_top_of_the_repository(tmp_path: Path, place: str) -> None:
    folder = tmp_path / "top" / place
    folder.mkdir(parents=True)
    odd = "a: x\u2028y\u0085z\x0b\x1c\r\n"
    put(folder, odd + LINES)
    put(folder, LINES, "gone.yml")
    subprocess.run(["git", "-C", tmp_path / "top", "init", "-q"], check=True)
    copy = WorkingCopy(folder)
    texts = {"x.yml": odd.replace("x", "w") + LINES.rstrip("\n"), "new.yml": "n: 1\n", "gone.yml": None}
    copy.change(SAID, texts)
    patch = patch_of(copy.data, list(copy.since()))
    subprocess.run(["git", "-C", tmp_path / "top", "apply", "-"], input=patch.encode(), check=True)
    for path, text in texts.items():
        assert ((folder / path).read_bytes().decode() if (folder / path).exists() else None) == text
