"""What a person changed, for others to review: a patch, or a commit on a branch of its own.

The branch is made of git's objects alone: HEAD, the index and the files of whoever works here stay as they are.
"""

from __future__ import annotations

import difflib
import os
import re
import shlex
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from macros.editing.merging import merged
from macros.editing.stored_files import stored_text
from macros.editing.working_copy import Conflict
from macros.problems import Refused
from macros.records.shipped_example import shipped_example
from macros.register.git_history import commit_named, git
from macros.system.clock import today
from macros.text.languages import Bilingual

NO_GIT = Bilingual(
    "数据不在 git 仓库里，不能建分支；请下载改动文件（补丁）交审核。",
    "The data is in no git repository, so there can be no branch; download the patch and have that reviewed.",
)
NO_AUTHOR = Bilingual("请写明姓名和邮箱。", "Give a name and an e-mail address.")
NOTHING_CHANGED = Bilingual("没有改动。", "Nothing was changed.")
NOT_AS_COMMITTED = Bilingual(
    "{path} 里改过的地方，和 git 当前提交里的不一样，没有建分支。请先提交或撤去那里的其他改动，或下载补丁。",
    "What was changed in {path} reads otherwise in the commit that git stands at, so no branch was made. Commit or "
    "withdraw the other changes there first, or download the patch.",
)
WAYS = {"A": "added", "D": "deleted"}
"""What git calls a change of a file."""
UNTOUCHED = ("-c", f"core.hooksPath={os.devnull}", "-c", "commit.gpgSign=false")
"""No hook and no key of this machine has a say in the commit."""


def patch_of(data: Path, changes: list[Conflict]) -> str:
    """The changes for ``git apply`` at the top of the repository, with the files that no commit holds yet.

    Where there is no git, or what it holds cannot be told apart from the changes, they are the changes alone.
    """
    place, head = place_in_repository(data), commit_named(data, "HEAD")
    if head:
        with suppress(Refused), handing(data, head) as around:
            tree = tree_with(data, head, changes, around)
            return run(data, around, "diff", "--binary", "--no-color", "--no-ext-diff", head, tree, whole=True)
    return "".join(part for one in changes for part in file_patch(one, f"{place}/{one.path}"))


def files_handed(data: Path, changes: list[Conflict]) -> list[list[str]]:
    """The files that a branch or a patch will hold, and whether each is added, changed or deleted."""
    head = commit_named(data, "HEAD")
    if head:
        with suppress(Refused), handing(data, head) as around:
            tree = tree_with(data, head, changes, around)
            said = run(data, around, "diff", "--name-status", "--no-renames", "--no-ext-diff", "-z", head, tree)
            parts = said.split("\0")
            return [[path, WAYS.get(way, "changed")] for way, path in zip(parts[::2], parts[1::2], strict=False)]
    place = place_in_repository(data)
    ways = ((one, "added" if one.base is None else "deleted" if one.ours is None else "changed") for one in changes)
    return [[f"{place}/{one.path}", way] for one, way in ways]


def place_in_repository(data: Path) -> str:
    """The data folder by its path from the top of the repository; its name where there is none."""
    top = git(data, "rev-parse", "--show-toplevel")
    return data.relative_to(top_of(data).resolve()).as_posix() if top else data.name


def file_patch(change: Conflict, path: str) -> Iterator[str]:
    """The lines of one file's change."""
    old, new = change.base, change.ours
    yield f"diff --git a/{path} b/{path}\n"
    if old is None or new is None:
        yield f"{'new' if old is None else 'deleted'} file mode 100644\n"
    names = ["/dev/null" if old is None else f"a/{path}", "/dev/null" if new is None else f"b/{path}"]
    before, after = (re.findall(r"[^\n]*\n|[^\n]+", text or "") for text in (old, new))  # Lines as git has them.
    for line in difflib.unified_diff(before, after, names[0], names[1]):
        yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"


def author_known(data: Path) -> tuple[str, str]:
    """Name and address of the person as git has them; empty where it has none."""
    said = [git(data, "config", "--get", f"user.{name}") or b"" for name in ("name", "email")]
    return said[0].decode("utf-8", "replace").strip(), said[1].decode("utf-8", "replace").strip()


def branch_with(data: Path, changes: list[Conflict], name: str, email: str, message: str) -> str:
    """Makes a branch at HEAD with one commit of the changes; returns its name. Raises Refused where that cannot be."""
    top = git(data, "rev-parse", "--show-toplevel")
    head = commit_named(data, "HEAD")
    if top is None or head is None:
        raise Refused(NO_GIT)
    if not all(text and text.isprintable() and not set("<>") & set(text) for text in (name, email)):
        raise Refused(NO_AUTHOR)
    with handing(data, head) as around:
        around |= {f"GIT_{who}_NAME": name for who in ("AUTHOR", "COMMITTER")}
        around |= {f"GIT_{who}_EMAIL": email for who in ("AUTHOR", "COMMITTER")}
        tree = tree_with(data, head, changes, around)
        if tree == run(data, around, "rev-parse", f"{head}^{{tree}}"):
            raise Refused(NOTHING_CHANGED)
        commit = run(data, around, "commit-tree", tree, "-p", head, given=message.strip() + "\n")
    day = today().isoformat()
    for number in range(1, 1000):
        branch = f"edit/{day}-{number}"
        if commit_named(data, f"refs/heads/{branch}") is None:
            run(data, {}, "update-ref", f"refs/heads/{branch}", commit, "0" * len(head))
            return branch
    raise Refused(NOTHING_CHANGED)


def push_command(data: Path, branch: str) -> str:
    """The command line that pushes a branch to where others see it: the repository's only remote, else ``origin``."""
    remotes = (git(data, "remote") or b"").decode("utf-8", "replace").split()
    return shlex.join(["git", "push", remotes[0] if len(remotes) == 1 else "origin", branch])


@contextmanager
def handing(data: Path, head: str) -> Iterator[dict[str, str]]:
    """The environment of git with an index of its own, in which a commit stands."""
    with tempfile.TemporaryDirectory() as folder:
        around = {"GIT_INDEX_FILE": str(Path(folder) / "index")}
        run(data, around, "read-tree", head)
        yield around


def tree_with(data: Path, head: str, changes: list[Conflict], around: dict[str, str]) -> str:
    """The tree of a commit with the changes, with the data files that were never committed and without the example that
    was taken out, as an import leaves them: a branch otherwise could not be checked."""
    place, listed = place_in_repository(data), []
    for one in changes:
        text = at_commit(data, head, f"{place}/{one.path}", one)
        if text is None:
            blob, mode = "0" * len(head), "0"
        else:
            blob, mode = run(data, around, "hash-object", "-w", "--no-filters", "--stdin", given=text), "100644"
        listed.append(f"{mode} {blob}\t{place}/{one.path}\0")
    changed = {f"{place}/{one.path}" for one in changes}
    for name, shipped in shipped_example().items():
        path = f"{place}/{name}"
        if not (data / name).exists() and git(data, "cat-file", "blob", f"{head}:{path}") == shipped:
            listed.append(f"0 {'0' * len(head)}\t{path}\0")  # An import took it out.
    for path in never_committed(data, place):
        if path not in changed:
            blob = run(data, around, "hash-object", "-w", "--no-filters", "--", path)
            listed.append(f"100644 {blob}\t{path}\0")
    run(data, around, "update-index", "-z", "--index-info", given="".join(listed))
    return run(data, around, "write-tree")


def never_committed(data: Path, place: str) -> list[str]:
    """The files of the data folder that git neither tracks nor ignores, by their paths in the repository."""
    found = git(top_of(data), "ls-files", "-z", "--others", "--exclude-standard", "--", f":(top,literal){place}") or b""
    top = top_of(data)
    paths = [os.fsdecode(one) for one in found.split(b"\0") if one]
    return [path for path in paths if (top / path).is_file() and not (top / path).is_symlink()]


def at_commit(data: Path, commit: str, path: str, change: Conflict) -> str | None:
    """What a file of the repository is once a change is made to what a commit holds; None for no file.

    What others have written, whether it is committed or not, is no part of the change. A file that was never
    committed is taken as it is, and so is one whose lines that we changed were not: an import has written them.
    Raises Refused where what was changed reads otherwise in the commit.
    """
    held = git(data, "cat-file", "blob", f"{commit}:{path}")
    if held is None and not git(data, "rev-list", "-1", commit, "--", f":(top,literal){path}"):
        return change.ours
    committed = None if held is None else held.decode("utf-8", "replace")
    was, ours = change.base, change.ours
    if "\r\n" not in (committed or ""):  # Git keeps the line ends of Unix, whatever the files of this machine have.
        was, ours = (text.replace("\r\n", "\n") if text else text for text in (was, ours))
    made = merged(was, ours, committed)
    if made is None and change.earlier is not None:  # What was handed over before is not there yet: it goes along.
        made = merged(change.earlier, ours, committed)
    if made is None and stored_text(data / change.path) in (change.base, change.ours):
        return ours  # Nobody else has written it: what is not committed stood there before.
    if made is None:
        raise Refused(Bilingual(*(text.format(path=path) for text in (NOT_AS_COMMITTED.zh, NOT_AS_COMMITTED.en))))
    return made[0]


def run(data: Path, around: dict[str, str], *words: str, given: str = "", whole: bool = False) -> str:
    """What a git command says, ``whole`` or without blanks at its ends; raises Refused with git's reason where it
    fails."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    done = subprocess.run(
        ["git", *UNTOUCHED, "-C", str(top_of(data)), *words],
        env=kept | around,
        input=given.encode(),
        capture_output=True,
        check=False,
    )
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip()
        raise Refused(Bilingual(f"git 未能完成：{said}", f"git failed: {said}"))
    said = done.stdout.decode("utf-8", "replace")
    return said if whole else said.strip()


def top_of(data: Path) -> Path:
    """The top of the repository that holds the data."""
    return Path(os.fsdecode((git(data, "rev-parse", "--show-toplevel") or b".").rstrip(b"\n")))
