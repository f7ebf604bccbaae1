"""Takes the software's files of a later release, as one commit that touches no file of the bureau's."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from macros.adopting.ownership import KEPT, TAKEN_UP, side
from macros.problems import Refused
from macros.text.languages import Bilingual

RELEASE_MARK = "macros/adopting/ownership.py"
"""A file that every release holds."""
PLAIN = ("100644", "100755")
UPGRADE_AUTHOR = ("-c", "user.name=upgrade", "-c", "user.email=upgrade@localhost")
Files = Mapping[str, str]
"""Mode and object of every file of a commit, by its path."""


def refusal(zh: str, en: str) -> Refused:
    """Why nothing was done, in both languages."""
    return Refused(Bilingual(zh, en))


def run_git(project: Path, *words: str, given: str = "", **around: str) -> str:
    """What a git command says. Raises Refused with git's reason where it fails."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    command = ["git", "-c", f"core.hooksPath={os.devnull}", "-c", "commit.gpgSign=false", "-C", str(project), *words]
    done = subprocess.run(
        command,
        env=kept | {"GIT_TERMINAL_PROMPT": "0"} | around,
        input=given.encode("utf-8", "surrogateescape"),
        capture_output=True,
        check=False,
    )
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip()
        raise refusal(
            f"git 未能完成（{said}）。本机构的文件没有改动。", f"git failed ({said}). No file of yours was changed."
        )
    return done.stdout.decode("utf-8", "surrogateescape")


def files_of_release(project: Path, commit_release: str) -> dict[str, str]:
    """Every file of a commit."""
    rows = (row.split("\t", 1) for row in run_git(project, "ls-tree", "-r", "-z", commit_release).split("\0") if row)
    return {path: f"{what.split()[0]} {what.split()[2]}" for what, path in rows}


def upgrade(project: Path, source: str, release: str, keep: bool) -> int:
    """Takes a release; returns how many files it changed, 0 where the software is as the release has it.

    Raises Refused, with nothing changed, where the repository or the release will not do, or where files of the
    software were changed here and are not to be kept.
    """
    check_repository(project)
    old, base = base_of(project)
    here, base_files = files_of_release(project, "HEAD"), files_of_release(project, base)
    new = released(project, source, release)
    changed = changed_here(here, base_files, new, old)
    if changed and not keep:
        raise refusal(
            f"这些软件文件在本仓库改过：{'、'.join(changed)}。请改回去，或者加 --keep（KEEP_CHANGED=yes）保留。",
            f"Changed here: {', '.join(changed)}. Change them back, or keep them with --keep (KEEP_CHANGED=yes).",
        )
    own = added_here(here, base_files, new, old)
    mine = {path: what for path, what in here.items() if side(path) != "software" or path in changed or path in own}
    merged = {path: what for path, what in new.items() if path not in changed} | mine
    differing = [path for path in here.keys() | merged.keys() if here.get(path) != merged.get(path)]
    if differing:
        commit_release(project, merged, release, [*changed, *own])
    return len(differing)


def check_repository(project: Path) -> None:
    """Raises Refused unless this is a repository of its own, on a branch, with nothing uncommitted."""
    if Path(run_git(project, "rev-parse", "--show-toplevel").rstrip("\n")).resolve() != project.resolve():
        raise refusal(
            "本项目不是单独的 git 仓库。请先提交为仓库。",
            "This project is no git repository of its own. Make it one first.",
        )
    if run_git(project, "rev-parse", "--abbrev-ref", "HEAD").strip() == "HEAD":
        raise refusal(
            "现在不在任何分支上。请先运行 git switch main。", "No branch is checked out. Run git switch main first."
        )
    if run_git(project, "status", "--porcelain", "--untracked-files=all"):
        raise refusal(
            "有未提交的改动。请先提交或撤销，再运行一次。",
            "There are uncommitted changes. Commit or undo them, then run this again.",
        )


def base_of(project: Path) -> tuple[tuple[str, ...], str]:
    """The files kept at the last upgrade, and the commit of it (or of the adoption)."""
    found = run_git(project, "log", "-1", "--format=%H%n%B", f"--grep=^{TAKEN_UP}$", "HEAD").splitlines()
    if not found:
        raise refusal(
            f"找不到采用软件的那次提交（说明中有“{TAKEN_UP}”）。请取得全部提交历史。",
            f'No commit says "{TAKEN_UP}", so it is not known which release this is. Get the whole history.',
        )
    return tuple(line.removeprefix(KEPT) for line in found[1:] if line.startswith(KEPT)), found[0]


def released(project: Path, source: str, release: str) -> Files:
    """The software's files of a release, fetched; no branch, tag or remote of this repository changes."""
    for name, value in (("FROM", source), ("RELEASE", release)):
        if not value.strip() or value.startswith(("-", "+")) or (name == "RELEASE" and ":" in value):
            raise refusal(f"{name} 的值不对（“{value}”）。", f'{name} has a wrong value ("{value}").')
    run_git(
        project,
        "fetch",
        "--quiet",
        "--no-tags",
        "--no-write-fetch-head",
        "--refmap=",
        "--",
        source,
        f"{release}:{TAKEN_OVER}",
    )
    try:
        files = files_of_release(project, TAKEN_OVER)
    finally:
        run_git(project, "update-ref", "-d", TAKEN_OVER)
    if RELEASE_MARK not in files:
        raise refusal(
            f"“{source}”的“{release}”不是本软件的版本。", f'"{release}" of "{source}" is no release of this software.'
        )
    software = {path: what for path, what in files.items() if side(path) == "software"}
    if odd := [path for path, what in software.items() if what.split()[0] not in PLAIN]:
        raise refusal(
            f"版本中有链接或子模块：{'、'.join(odd)}。", f"The release holds links or submodules: {', '.join(odd)}."
        )
    return software


TAKEN_OVER = "refs/upgrading/release"
"""Where a release is held while it is read."""


def changed_here(here: Files, base: Files, new: Files, kept: tuple[str, ...]) -> list[str]:
    """The software's files that are not as the last release had them, nor as the next one has them."""
    return sorted(
        path
        for path in base.keys() | new.keys()
        if side(path) == "software"
        and here.get(path) != new.get(path)
        and (path in new if path in kept else here.get(path) != base.get(path))
    )


def added_here(here: Files, base: Files, new: Files, kept: tuple[str, ...]) -> list[str]:
    """The bureau's own files among the software's, such as a workflow: no release has them, so they stay."""
    return sorted(
        path for path in here.keys() - new.keys() if side(path) == "software" and (path not in base or path in kept)
    )


def commit_release(project: Path, files: Files, release: str, kept: list[str]) -> None:
    """Commits exactly these files; git then moves branch and folder there, and refuses where it would overwrite."""
    message = "\n".join([f"Take the software of {release}", "", TAKEN_UP, *(f"{KEPT}{path}" for path in kept)])
    with TemporaryDirectory() as folder:
        index = str(Path(folder, "index"))
        rows = "".join(f"{what}\t{path}\0" for path, what in sorted(files.items()))
        run_git(project, "update-index", "-z", "--index-info", given=rows, GIT_INDEX_FILE=index)
        tree = run_git(project, "write-tree", GIT_INDEX_FILE=index).strip()
    made = run_git(project, *UPGRADE_AUTHOR, "commit-tree", tree, "-p", "HEAD", "-m", message).strip()
    run_git(project, "merge", "--quiet", "--ff-only", "--no-overwrite-ignore", made)
