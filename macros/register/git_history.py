"""The data and its ledger as they stand at other commits of the repository, read with git."""

from __future__ import annotations

import errno
import io
import os
import re
import shutil
import subprocess
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath

from macros.problems import Refused
from macros.records.ledger import LEDGER, Ledger, parsed_ledger
from macros.system.checkout import ROOT
from macros.text.languages import Bilingual

NOT_OURS = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX")
"""What git sets for its hooks: the repository asked is the one that the data folder is in."""
SETTINGS = (f"safe.directory={ROOT}", "log.showSignature=false", "core.quotePath=false")
"""Whoever owns this checkout, its code runs already, so git may read it too; what is read does not hang on settings."""
AS_IT_WAS = {"LC_ALL": "C", "GIT_NO_REPLACE_OBJECTS": "1", "GIT_GRAFT_FILE": os.devnull}
"""Nothing on this machine takes the place of a commit, or of its parents."""
BASES = tuple(f"refs/{place}/{name}" for place in ("heads", "remotes/origin") for name in ("main", "master", "HEAD"))
"""Where the branch that is published may be."""
SHORT = 12
"""Characters of a commit's id that are shown."""
FILE_MODES = ("100644", "100755", "120000")
"""Of a plain file, and of a link, which is kept as a file that holds its target."""


def git(folder: Path, *arguments: str, given: bytes = b"") -> bytes | None:
    """What git answers in a folder; None where it fails or there is no git. Raises OSError where it cannot be run."""
    if shutil.which("git") is None:
        return None
    settings = [part for setting in SETTINGS for part in ("-c", setting)]
    environment = {name: value for name, value in os.environ.items() if name not in NOT_OURS} | AS_IT_WAS
    command = ["git", *settings, "--no-optional-locks", "--no-pager", "-C", str(folder.resolve()), *arguments]
    done = subprocess.run(command, input=given, capture_output=True, check=False, env=environment)
    return done.stdout if done.returncode == 0 else None


def commit_named(folder: Path, name: str) -> str | None:
    """The full id of a commit that a person or a pipeline names; None where git knows none."""
    found = git(folder, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}") if name else None
    return found.decode("ascii", "replace").strip() if found else None


def data_at(commit: str, data: Path, folder: Path) -> Path:
    """Writes the data folder of ``commit`` below ``folder``, and returns it.

    ``data`` is the data folder of the working tree; ``commit`` is anything git can name, such as ``main``. Raises
    FileNotFoundError where there is no git, and Refused where git knows no such commit or folder.
    """
    target = folder / data.resolve().name
    if not write_tree(named(commit, data), data, target):
        raise cannot_be_read(commit, data, NO_DATA_FOLDER)
    return target


def named(commit: str, data: Path) -> str:
    """The full id of a commit; raises FileNotFoundError where there is no git, and Refused where it knows none such."""
    if shutil.which("git") is None:
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), "git")
    if name := commit_named(data, commit):
        return name
    known = git(data, "rev-parse", "--git-dir")
    raise cannot_be_read(commit, data, NO_COMMIT if known else NO_REPOSITORY)


def write_tree(commit: str, place: Path, target: Path, paths: Iterable[str] = ()) -> bool:
    """Writes what a folder of the working tree was at a commit into ``target``, or only some ``paths`` of it.

    The files are taken as git stores them: no setting of that commit can leave one out or change it. No link is made.
    Returns whether there was anything. Raises Refused where the repository is damaged.
    """
    listed = git(place, "ls-tree", "-r", "-z", commit, "--", *paths)
    if not listed:
        return False
    rows = [row.split(b"\t", 1) for row in listed.split(b"\0") if row]
    files = {os.fsdecode(path): about.split() for about, path in rows}
    blobs = {path: ident for path, (mode, _, ident) in files.items() if mode.decode() in FILE_MODES}
    if any(
        not PurePosixPath(path).parts or ".." in PurePosixPath(path).parts or path.startswith("/") for path in blobs
    ):
        raise cannot_be_read(commit, place, BROKEN)
    found = git(place, "cat-file", "--batch", given=b"\n".join([*blobs.values(), b""]))
    if found is None:
        raise cannot_be_read(commit, place, BROKEN)
    answer = io.BytesIO(found)
    for path in blobs:
        size = int(answer.readline().split()[2])
        file = target / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(answer.read(size))
        answer.read(1)
    return True


def taken_in(commit: str, folder: Path) -> bool:
    """Whether a commit, by its full id, is part of what this checkout stands at or of the branch that is published."""
    tips = ("HEAD", *BASES)
    return any(git(folder, "merge-base", "--is-ancestor", commit, tip) is not None for tip in tips)


def day_of(commit: str, folder: Path) -> str:
    """When a commit was made, in seconds since 1970."""
    return (git(folder, "show", "--no-patch", "--format=%ct", commit) or b"").decode("ascii", "replace").strip()


NO_REPOSITORY = Bilingual(
    "{data} 不在 git 仓库里，或 git 不许读它。请在仓库的检出中运行。",
    "{data} is in no git repository, or git may not read it. Run this in a checkout of the repository.",
)
NO_COMMIT = Bilingual(
    "git 找不到这个提交或分支。请用 BASE= 写一个有的；历史没有取全的，先运行 git fetch --unshallow。",
    "git knows no such commit or branch. Name another with BASE=; where the history was not fetched whole, "
    "run git fetch --unshallow first.",
)
NO_DATA_FOLDER = Bilingual(
    "那个提交里没有 {data}。请用 BASE= 写有它的提交。",
    "{data} is not in that commit. Name with BASE= one that has it.",
)
BROKEN = Bilingual("仓库已损坏。请重新克隆。", "The repository is damaged. Clone it again.")


def cannot_be_read(commit: str, data: Path, why: Bilingual) -> Refused:
    """Why the data of a commit cannot be read, and what to do."""
    zh, en = (text.format(data=data.as_posix()) for text in (why.zh, why.en))
    return Refused(Bilingual(f"读不到“{commit}”的数据：{zh}", f'The data of "{commit}" cannot be read: {en}'))


def ledgers_committed(data: Path) -> Iterator[tuple[str, Ledger]]:
    """All that the ledger ever held in the published branch, and holds at HEAD: commits, the newest first, with what
    each added, or left out of what its parents held. Nothing without git; in a shallow clone, what there is.

    A data folder that became a link is looked up where the link stands, too.
    """
    for folder in dict.fromkeys((data.absolute(), data.resolve())):
        yield from ledgers_at(folder.parent, f"{folder.name}/{LEDGER}")


def ledgers_at(folder: Path, path: str) -> Iterator[tuple[str, Ledger]]:
    """The same of a file by its path from a folder. It is text whatever it holds or ``.gitattributes`` says of it."""
    tip = git(folder, "show", f"HEAD:./{path}")
    if tip is not None:
        yield "HEAD", parsed_ledger(tip.decode("utf-8", "replace"))
    listed = git(folder, "for-each-ref", "--format=%(refname)", *BASES)
    if listed is None:
        return
    base = commit_named(folder, os.environ.get("BASE", ""))
    bases = [*listed.decode("utf-8", "replace").split(), *([base] if base else [])] or ["HEAD"]
    log = git(folder, "log", "--first-parent", "--format=%H %P", *bases, "--") or b""
    compared = [pair for line in log.splitlines() for pair in pairs(line.split())]
    shown = git(
        folder,
        *("diff-tree", "--stdin", "--root", "-p", "-U0", "--text", "--relative", "--no-color", "--no-ext-diff"),
        *("--no-textconv", "--no-renames", "--", path),
        given=b"\n".join([*compared, b""]),
    )
    for part in re.split("^(?=[0-9a-f]{40,64}$)", (shown or b"").decode("utf-8", "replace"), flags=re.MULTILINE)[1:]:
        commit, *lines = part.split("\n")
        added = (line[1:] for line in lines if line[:1] == "+" and line[:4] != "+++ ")
        yield commit[:SHORT], parsed_ledger("\n".join(added))


def pairs(commit: list[bytes]) -> Iterator[bytes]:
    """What a commit is compared with, for a commit and its parents: what it added to the first of them; and what each
    other one holds that the merge does not, since any parent of a merge may be what was published.
    """
    merge, *parents = commit
    yield b" ".join([merge, *parents[:1]])
    yield from (b" ".join([other, merge]) for other in parents[1:])


def not_compared(data: Path) -> Bilingual | None:
    """Why a ledger was not held against all that it ever held: there is no history here, or only a part of it."""
    shallow = git(data, "rev-parse", "--is-shallow-repository", "HEAD")
    if shallow is None:
        return Bilingual(
            "公布台账没有与历史比较：这里没有 git 提交记录。",
            "The ledger was not compared with its past: there is no history of git here.",
        )
    if shallow.startswith(b"true"):
        return Bilingual(
            "公布台账只与一部分历史作了比较：这里没有取来全部提交（git fetch --unshallow）。",
            "The ledger was compared with a part of its past: not all commits are here (git fetch --unshallow).",
        )
    return None
