"""Takes the software's files of a later release, as one commit that touches no file of the bureau's."""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from macros.adopting.git_commands import refusal, run_git, zero_ended
from macros.adopting.ownership import KEPT, OWNERSHIP_HERE, OWNERSHIP_TABLE, TAKEN_UP, Ownership, read_ownership
from macros.problems import Refused
from macros.system.temporary_folders import temporary_folder

PLAIN = ("100644", "100755")
UPGRADE_AUTHOR = ("-c", "user.name=upgrade", "-c", "user.email=upgrade@localhost")
TAKEN_OVER = "refs/upgrading/release"
"""Where a release is held while it is read."""
UPGRADED = "refs/upgrading/finished"
"""Where the upgrade's commit is held while git moves branch and folder there."""
Files = Mapping[str, str]
"""Mode and object of every file of a commit, by its path."""
Belongs = Callable[[str], bool]
"""Whether a path is the software's."""


def upgrade(project: Path, source: str, release: str, keep: bool) -> list[str]:
    """Takes a release; returns the files that it changed, none where the software is as the release has it.

    Raises Refused, with nothing changed, where the repository or the release will not do, or where files of the
    software were changed here and are not to be kept.
    """
    finished = finish_interrupted(project)
    check_repository(project)
    old, base = base_of(project)
    here, base_files = files_of_release(project, "HEAD"), files_of_release(project, base)
    new, belongs = released(project, source, release)
    changed = changed_here(here, base_files, new, old, belongs)
    if changed and not keep:
        raise refusal(
            f"这些软件文件在本仓库改过：{'、'.join(changed)}。请改回去，或者加 --keep（KEEP_CHANGED=yes）保留。",
            f"Changed here: {', '.join(changed)}. Change them back, or keep them with --keep (KEEP_CHANGED=yes).",
        )
    own = sorted(path for path in here.keys() - new.keys() if belongs(path) and (path not in base_files or path in old))
    mine = {path: what for path, what in here.items() if not belongs(path) or path in changed or path in own}
    merged = {path: what for path, what in new.items() if path not in changed} | mine
    differing = sorted(path for path in here.keys() | merged.keys() if here.get(path) != merged.get(path))
    if differing:
        move_to(project, commit_release(project, merged, release, [*changed, *own]))
    return sorted({*finished, *differing})


def files_of_release(project: Path, commit: str) -> dict[str, str]:
    """Every file of a commit."""
    rows = (row.split("\t", 1) for row in zero_ended(run_git(project, "ls-tree", "-r", "-z", commit)))
    return {path: f"{what.split()[0]} {what.split()[2]}" for what, path in rows}


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
    if uncommitted(project):
        raise refusal(
            "有未提交的改动。请先提交或撤销，再运行一次。",
            "There are uncommitted changes. Commit or undo them, then run this again.",
        )


def uncommitted(project: Path) -> set[str]:
    """The files that are not as the last commit has them, and those that git does not track and is not to ignore."""
    changed = zero_ended(run_git(project, "diff", "--name-only", "--no-renames", "-z", "HEAD"))
    return {*changed, *zero_ended(run_git(project, "ls-files", "--others", "--exclude-standard", "-z"))}


def base_of(project: Path) -> tuple[tuple[str, ...], str]:
    """The files kept at the last upgrade, and the commit of it (or of the adoption)."""
    found = run_git(project, "log", "-1", "--format=%H%n%B", f"--grep=^{TAKEN_UP}$", "HEAD").splitlines()
    if not found:
        raise refusal(
            f"找不到采用软件的那次提交（说明中有“{TAKEN_UP}”）。请取得全部提交历史。",
            f'No commit says "{TAKEN_UP}", so it is not known which release this is. Get the whole history.',
        )
    return tuple(line.removeprefix(KEPT) for line in found[1:] if line.startswith(KEPT)), found[0]


def released(project: Path, source: str, release: str) -> tuple[Files, Belongs]:
    """The software's files of a release, fetched, and which files are the software's.

    No branch, tag or remote of this repository changes. Raises Refused where it is no release.
    """
    for name, value in (("FROM", source), ("RELEASE", release)):
        if not value.strip() or value.startswith(("-", "+")) or (name == "RELEASE" and ":" in value):
            raise refusal(f"{name} 的值不对（“{value}”）。", f'{name} has a wrong value ("{value}").')
    fetch = ("fetch", "--quiet", "--no-tags", "--no-write-fetch-head", "--refmap=", "--")
    try:
        run_git(project, *fetch, source, f"+{release}:{TAKEN_OVER}")
        files = files_of_release(project, TAKEN_OVER)
        if OWNERSHIP_TABLE not in files:
            raise ValueError(OWNERSHIP_TABLE)
        belongs = belonging(read_ownership(run_git(project, "cat-file", "blob", files[OWNERSHIP_TABLE].split()[1])))
    except ValueError:
        raise refusal(
            f"“{source}”的“{release}”不是本软件的版本。", f'"{release}" of "{source}" is no release of this software.'
        ) from None
    finally:
        run_git(project, "update-ref", "-d", TAKEN_OVER)
    software = {path: what for path, what in files.items() if belongs(path)}
    if odd := [path for path, what in software.items() if what.split()[0] not in PLAIN]:
        raise refusal(
            f"版本中有链接或子模块：{'、'.join(odd)}。", f"The release holds links or submodules: {', '.join(odd)}."
        )
    return software, belongs


def belonging(later: Ownership) -> Belongs:
    """The software's is what the table here says, and what only the later table knows: no release takes a bureau's."""
    return lambda path: (OWNERSHIP_HERE.side(path) or later.side(path)) == "software"


def changed_here(here: Files, base: Files, new: Files, kept: tuple[str, ...], belongs: Belongs) -> list[str]:
    """The software's files that are not as the last release had them, nor as the next one has them."""
    return sorted(
        path
        for path in base.keys() | new.keys()
        if belongs(path)
        and here.get(path) != new.get(path)
        and (path in new if path in kept else here.get(path) != base.get(path))
    )


def commit_release(project: Path, files: Files, release: str, kept: list[str]) -> str:
    """Makes a commit of exactly these files, from an index of its own; returns it. Nothing here changes yet."""
    message = "\n".join([f"Take the software of {release}", "", TAKEN_UP, *(f"{KEPT}{path}" for path in kept)])
    with temporary_folder() as folder:
        index = str(folder / "index")
        rows = "".join(f"{what}\t{path}\0" for path, what in sorted(files.items()))
        run_git(project, "update-index", "-z", "--index-info", given=rows, GIT_INDEX_FILE=index)
        tree = run_git(project, "write-tree", GIT_INDEX_FILE=index).strip()
    return run_git(project, *UPGRADE_AUTHOR, "commit-tree", tree, "-p", "HEAD", "-m", message).strip()


def move_to(project: Path, commit: str) -> None:
    """Has git move branch and folder to the upgrade's commit; it refuses where it would overwrite a file.

    The commit is held meanwhile, so that the next run finishes the move if git itself was stopped.
    """
    run_git(project, "update-ref", UPGRADED, commit)
    with uninterrupted():
        try:
            run_git(project, "merge", "--quiet", "--ff-only", "--no-overwrite-ignore", commit)
        except Refused:
            if uncommitted(project):
                raise refusal(
                    "升级在写文件时中断。请再运行一次，由程序完成。",
                    "The upgrade was stopped while files were written. Run it again: that finishes it.",
                ) from None
            run_git(project, "update-ref", "-d", UPGRADED)
            raise
        run_git(project, "update-ref", "-d", UPGRADED)


def finish_interrupted(project: Path) -> set[str]:
    """Finishes an upgrade that was stopped while git wrote its files; returns the files that it changed.

    Where other files were changed since, nothing is done. Raises Refused where git's lock is still there.
    """
    finished: set[str] = set()
    held = run_git(project, "for-each-ref", "--format=%(objectname)", UPGRADED).strip()
    if not held:
        return finished
    before = run_git(project, "rev-parse", f"{held}^").strip()
    if run_git(project, "rev-parse", "HEAD").strip() == before:
        finished = set(zero_ended(run_git(project, "diff", "--name-only", "--no-renames", "-z", before, held)))
        if not uncommitted(project) <= finished:
            return set()  # The check of the repository tells of them.
        run_git(project, "reset", "--quiet", "--hard", held)
    run_git(project, "update-ref", "-d", UPGRADED)
    return finished


@contextmanager
def uninterrupted() -> Iterator[None]:
    """Ignores an interrupt at the keyboard for the block, which takes about a second."""
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
