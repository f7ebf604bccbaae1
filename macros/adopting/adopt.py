"""Makes a new bureau's repository: the software, a blank bureau and an example, whole or not at all."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path

from macros.adopting.ownership import BUREAUS_OWN, SOFTWARE, TAKEN_UP
from macros.problems import Refused
from macros.system.checkout import ROOT, docs_folder
from macros.system.temporary_folders import scratch_folder
from macros.text.languages import Bilingual

START = Path(__file__).parent / "start"
"""What a new bureau begins with in place of the demonstration's data and words."""
LEFT_OUT = ("__pycache__", "*.pyc", "node_modules")
DEMONSTRATION_PAGES = ("docs/outreach", "docs/en/outreach")
"""Pages of what a new bureau may not do."""
CHINESE_NAME = re.compile(r"(?=.*[\u3400-\u9fff])[^\W\d_]{2,60}")
ENGLISH_NAME = re.compile(r"[A-Za-z][A-Za-z ,.'()–-]{1,119}")
FIRST_COMMIT = f"Take up the software\n\n{TAKEN_UP}\n"
AUTHOR = ("-c", "user.name=adopt", "-c", "user.email=adopt@localhost")
"""Who commits where git does not know."""


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
        raise Refused(
            Bilingual(
                f"NAME 应是机构的中文名称，只含文字（“{name}”）。请写成 NAME=某某局。",
                f'NAME is the Chinese name of the bureau, of letters alone ("{name}"). Write NAME=某某局.',
            )
        )
    if english and not ENGLISH_NAME.fullmatch(english):
        raise Refused(
            Bilingual(
                f"EN 应是机构的英文名称（“{english}”）。请用英文字母写，或者不写 EN=。",
                f'EN is the English name of the bureau ("{english}"). Write it in Latin letters, or leave EN= out.',
            )
        )


def fit_place(folder: Path) -> Path:
    """The folder resolved. Raises Refused where it is a link, holds anything, or lies in this checkout."""
    place = folder.resolve()
    if place.is_relative_to(ROOT):
        raise Refused(
            Bilingual(
                f"DIR 在本项目之内（{place}）。请写项目以外的一个新文件夹。",
                f"DIR lies inside this project ({place}). Name a new folder outside of it.",
            )
        )
    if folder.is_symlink() or (place.exists() and (not place.is_dir() or any(place.iterdir()))):
        raise Refused(
            Bilingual(
                f"DIR 已经存在，不是空文件夹（{place}）。请写一个新的文件夹。",
                f"DIR is there already and is no empty folder ({place}). Name a new one.",
            )
        )
    if not place.parent.is_dir():
        raise Refused(
            Bilingual(
                f"DIR 的上一级文件夹不存在（{place.parent}）。请先建立它。",
                f"The folder that DIR is to lie in is not there ({place.parent}). Make it first.",
            )
        )
    return place


def fill(made: Path, name: str, english: str) -> None:
    """Writes the software's files, the pages that every bureau has, and what a new bureau begins with."""
    made.mkdir()
    copy(docs_folder(), made / "docs")
    for part in (*SOFTWARE, *(one for one in BUREAUS_OWN if one not in ("data", "docs"))):
        copy(ROOT / part, made / part)
    for page in DEMONSTRATION_PAGES:
        shutil.rmtree(made / page, ignore_errors=True)
    shutil.copytree(START, made, dirs_exist_ok=True)
    bureau = made / "data/bureau.yml"
    bureau.write_text(worded(bureau.read_text("utf-8"), name, english), "utf-8", newline="\n")


def copy(source: Path, target: Path) -> None:
    """Copies a file or a folder; nothing where there is no such, and no link that leads out of it."""
    if source.is_dir():
        shutil.copytree(source, target, ignore=shutil.ignore_patterns(*LEFT_OUT), dirs_exist_ok=True, symlinks=True)
    elif source.is_file():
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(source, target)


def worded(text: str, name: str, english: str) -> str:
    """The blank bureau with its names; a line for an English name that nobody has given is left out."""
    lines = text.replace("@NAME@", name).splitlines(keepends=True)
    return "".join(line.replace("@EN@", english) for line in lines if english or "@EN@" not in line)


def first_commit(made: Path) -> None:
    """Makes it a git repository with one commit, where git is there."""
    if shutil.which("git") is None:
        return
    around = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    settings = ("-c", f"core.hooksPath={os.devnull}", "-c", "commit.gpgSign=false", *AUTHOR)
    for words in (("init", "-q", "-b", "main"), ("add", "-A"), ("commit", "-q", "-m", FIRST_COMMIT)):
        done = subprocess.run(["git", *settings, "-C", str(made), *words], env=around, capture_output=True, check=False)
        if done.returncode:
            said = done.stderr.decode("utf-8", "replace").strip()
            raise Refused(
                Bilingual(
                    f"git 未能提交（{said}）。请检查 git 后再运行一次。",
                    f"git did not commit ({said}). See to git, run it again.",
                )
            )


def move_into_place(made: Path, place: Path) -> None:
    """Renames the finished repository to its place. Raises OSError where somebody has put anything there meanwhile."""
    if place.exists():
        place.rmdir()  # Only an empty folder can be removed so.
    made.rename(place)
