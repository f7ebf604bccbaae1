"""What a person changed, for others to review: a patch, or a commit on a branch of its own.

The branch is made of git's objects alone: HEAD, the index and the files of whoever works here stay as they are.
"""

from __future__ import annotations

import difflib
import os
import subprocess
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from macros.editing.working_copy import Conflict
from macros.problems import Refused
from macros.register.git_history import commit_named, git
from macros.system.clock import today
from macros.text.languages import Bilingual

NO_GIT = Bilingual(
    "数据不在 git 仓库里，不能建分支；请下载改动文件（补丁）交审核。",
    "The data is in no git repository, so there can be no branch; download the patch and have that reviewed.",
)
NO_AUTHOR = Bilingual("请写明姓名和邮箱。", "Give a name and an e-mail address.")
NOTHING_CHANGED = Bilingual("没有改动。", "Nothing was changed.")
UNTOUCHED = ("-c", f"core.hooksPath={os.devnull}", "-c", "commit.gpgSign=false")
"""No hook and no key of this machine has a say in the commit."""


def patch_of(changes: Iterable[Conflict], folder: str) -> str:
    """The changes as git writes them, for ``git apply`` at the top of the repository, in which data is ``folder``."""
    return "".join(part for one in changes for part in file_patch(one, f"{folder}/{one.path}"))


def file_patch(change: Conflict, path: str) -> Iterator[str]:
    """The lines of one file's change."""
    old, new = change.base, change.ours
    yield f"diff --git a/{path} b/{path}\n"
    if old is None or new is None:
        yield f"{'new' if old is None else 'deleted'} file mode 100644\n"
    names = ["/dev/null" if old is None else f"a/{path}", "/dev/null" if new is None else f"b/{path}"]
    before, after = ((text or "").splitlines(keepends=True) for text in (old, new))
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
    if not changes:
        raise Refused(NOTHING_CHANGED)
    if not all(text and text.isprintable() and not set("<>") & set(text) for text in (name, email)):
        raise Refused(NO_AUTHOR)
    place = data.relative_to(Path(os.fsdecode(top.rstrip(b"\n"))).resolve()).as_posix()
    with tempfile.TemporaryDirectory() as folder:
        around = {
            "GIT_INDEX_FILE": str(Path(folder) / "index"),
            **{f"GIT_{who}_NAME": name for who in ("AUTHOR", "COMMITTER")},
            **{f"GIT_{who}_EMAIL": email for who in ("AUTHOR", "COMMITTER")},
        }
        run(data, around, "read-tree", head)
        listed = []
        for one in changes:
            if one.ours is None:
                blob, mode = "0" * len(head), "0"
            else:
                blob, mode = run(data, around, "hash-object", "-w", "--no-filters", "--stdin", given=one.ours), "100644"
            listed.append(f"{mode} {blob}\t{place}/{one.path}\0")
        run(data, around, "update-index", "-z", "--index-info", given="".join(listed))
        tree = run(data, around, "write-tree")
        commit = run(data, around, "commit-tree", tree, "-p", head, given=message.strip() + "\n")
    day = today().isoformat()
    for number in range(1, 1000):
        branch = f"edit/{day}-{number}"
        if commit_named(data, f"refs/heads/{branch}") is None:
            run(data, {}, "update-ref", f"refs/heads/{branch}", commit, "0" * len(head))
            return branch
    raise Refused(NOTHING_CHANGED)


def run(data: Path, around: dict[str, str], *words: str, given: str = "") -> str:
    """What a git command says; raises Refused with git's reason where it fails."""
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
    return done.stdout.decode("utf-8", "replace").strip()


def top_of(data: Path) -> Path:
    """The top of the repository that holds the data."""
    return Path(os.fsdecode((git(data, "rev-parse", "--show-toplevel") or b".").rstrip(b"\n")))
