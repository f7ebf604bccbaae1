"""Makes a new bureau's repository: the software, a blank bureau and an example, whole or not at all."""

from __future__ import annotations

import os
import re
import shutil
from pathlib import Path

from macros.adopting.git_commands import refusal, run_git, zero_ended
from macros.adopting.ownership import OWNERSHIP_HERE, OWNERSHIP_TABLE, TAKEN_UP
from macros.records.shipped_example import START
from macros.system.checkout import ROOT, docs_folder
from macros.system.temporary_folders import scratch_folder

DEMONSTRATION_PAGES = ("outreach", "en/outreach")
"""Folders of docs: pages of what a new bureau may not do."""
OF_SOFTWARE_ALONE = ("README.zh.md", ".github/home.en.png", ".github/home.zh.png")
"""What tells of the software and its demonstration; a new bureau's README.md tells of its own site."""
CHINESE_NAME = re.compile(r"(?=.*[\u3400-\u9fff])[^\W\d_]{2,60}")
ENGLISH_NAME = re.compile(r"[A-Za-z][A-Za-z ,.'()–-]{1,119}")
FIRST_COMMIT = f"Take up the software\n\n{TAKEN_UP}\n"
ADOPT_AUTHOR = ("-c", "user.name=adopt", "-c", "user.email=adopt@localhost")
"""Who made the first commit."""


def adopt(name: str, english: str, folder: Path) -> Path:
    """Makes the repository of the bureau ``name`` in ``folder``, which is not there or empty; returns it resolved.

    Raises Refused where a name or the folder will not do; what is there then stays as it was.
    """
    check_names(name, english)
    place = fit_place(folder)
    with scratch_folder(place.parent, ".adopt-") as scratch:
        made = scratch / "repository"
        fill(made, name, english)
        first_commit(made)
        move_into_place(made, place)
    return place


def check_names(name: str, english: str) -> None:
    """Raises Refused unless the name is Chinese, and the English one, if any, English."""
    if not CHINESE_NAME.fullmatch(name):
        raise refusal(
            f"NAME 应是机构的中文名称，只含文字（“{name}”）。请写成 NAME=某某局。",
            f'NAME is the Chinese name of the bureau, of letters alone ("{name}"). Write NAME=某某局.',
        )
    if english and not ENGLISH_NAME.fullmatch(english):
        raise refusal(
            f"EN 应是机构的英文名称（“{english}”）。请用英文字母写，或者不写 EN=。",
            f'EN is the English name of the bureau ("{english}"). Write it in Latin letters, or leave EN= out.',
        )


def fit_place(folder: Path) -> Path:
    """The folder resolved.

    Raises Refused where it is a link, holds anything, or lies in this checkout; and where ``..`` behind a link leads
    elsewhere than the words say.
    """
    place = folder.resolve()
    if Path(os.path.normpath(folder.absolute())).resolve() != place:
        raise refusal(
            f"DIR 里的“..”跟在链接之后，指的不是看上去的地方（{place}）。请直接写新文件夹的完整路径。",
            f'In DIR a ".." behind a link leads elsewhere than it seems ({place}). Write the whole path of the folder.',
        )
    if place.is_relative_to(ROOT):
        raise refusal(
            f"DIR 在本项目之内（{place}）。请写项目以外的一个新文件夹。",
            f"DIR lies inside this project ({place}). Name a new folder outside of it.",
        )
    if folder.is_symlink() or (place.exists() and (not place.is_dir() or any(place.iterdir()))):
        raise refusal(
            f"DIR 已经存在，不是空文件夹（{place}）。请写一个新的文件夹。",
            f"DIR is there already and is no empty folder ({place}). Name a new one.",
        )
    if not place.parent.is_dir():
        raise refusal(
            f"DIR 的上一级文件夹不存在（{place.parent}）。请先建立它。",
            f"The folder that DIR is to lie in is not there ({place.parent}). Make it first.",
        )
    return place


def fill(made: Path, name: str, english: str) -> None:
    """Writes the software's files, the pages that every bureau has, and what a new bureau begins with.

    Raises Refused where git does not list them: what git does not track is nobody else's business.
    """
    software = tracked(ROOT)
    pages = tracked(docs_folder())
    if OWNERSHIP_TABLE not in software or not pages:
        raise refusal(
            "本项目不是用 git 取得的，分不清哪些文件属于软件。请用 git clone 取得软件，在其中运行。",
            "This project did not come by git, so it is not known which files are the software's. "
            "Get it with git clone and run this there.",
        )
    copy(pages, docs_folder(), made / "docs", leave_out=DEMONSTRATION_PAGES)
    taken = [path for path in software if not path.startswith(("data/", "docs/")) and OWNERSHIP_HERE.side(path)]
    copy([path for path in taken if path not in OF_SOFTWARE_ALONE], ROOT, made)
    manuals = [path for path in software if path.startswith("docs/") and OWNERSHIP_HERE.side(path) == "software"]
    copy(manuals, ROOT, made)
    copy(tracked(START), START, made)
    for file in (made / "data/bureau.yml", made / "README.md"):
        file.write_text(worded(file.read_text("utf-8"), name, english), "utf-8", newline="\n")


def tracked(folder: Path) -> list[str]:
    """The files below a folder that git tracks and that are there, by their paths in it. Raises Refused without git."""
    paths = zero_ended(run_git(folder, "ls-files", "-z", "--", "."))
    return [path for path in paths if (folder / path).is_symlink() or (folder / path).is_file()]


def copy(paths: list[str], source: Path, target: Path, leave_out: tuple[str, ...] = ()) -> None:
    """Copies files of one folder to another, but none below the folders that are left out; a link stays a link."""
    for path in paths:
        if not path.startswith(tuple(f"{name}/" for name in leave_out)):
            (target / path).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(source / path, target / path, follow_symlinks=False)


def worded(text: str, name: str, english: str) -> str:
    """The blank bureau with its names.

    A line for an English name that nobody has given is left out; then the site is in Chinese, as the line of
    languages says, which is left out otherwise.
    """
    lines = text.replace("@NAME@", name).splitlines(keepends=True)
    left_out = "@NO-EN@" if english else "@EN@"
    return "".join(line.replace("@EN@", english).replace("@NO-EN@", "") for line in lines if left_out not in line)


def first_commit(made: Path) -> None:
    """Makes it a git repository with one commit. Raises Refused where git does not."""
    run_git(made, "init", "-q", "-b", "main")
    run_git(made, "add", "--all", "--force")
    run_git(made, *ADOPT_AUTHOR, "commit", "-q", "-m", FIRST_COMMIT)


def move_into_place(made: Path, place: Path) -> None:
    """Renames the finished repository to its place. Raises OSError where somebody has put anything there meanwhile."""
    if place.exists():
        place.rmdir()  # Only an empty folder can be removed so.
    made.rename(place)
