"""A checkout is the same to the byte on every machine, and can be made on every system."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path, PureWindowsPath

import pytest

from macros.publishing.build_record import digest_of_folder
from macros.system.checksums import site_files
from tests.places import DATA, DEMONSTRATION, ROOT, environment_of_a_copy
from tests.test_reproducible import COMMITTED

SOFTWARE_ALONE = (".", ":(exclude)data", ":(exclude)docs")
RECEIVED = "data/documents/received.txt"
LONGEST_PATH = 259
"""Characters of a path that Windows takes without being told otherwise."""
LONGEST_PLACE = 100
"""Characters that the folder of a checkout may have."""


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The software, the demonstration and a text with line ends of Windows, cloned by a git that makes such ends."""
    folder = tmp_path_factory.mktemp("git")

    def git(*arguments: str, given: bytes = b"", tree: Path = ROOT) -> str:
        command = ["git", "-c", "core.autocrlf=false", f"--git-dir={folder / 'all.git'}", f"--work-tree={tree}"]
        done = subprocess.run(
            [*command, *arguments],
            cwd=tree,
            input=given,
            stdout=subprocess.PIPE,
            check=True,
            env=os.environ | COMMITTED,
        )
        return done.stdout.decode().strip()

    git("init", "-q")
    git("add", "-A", "--", *SOFTWARE_ALONE)
    git("add", "data", "docs", tree=DEMONSTRATION)
    received = git("hash-object", "-w", "--stdin", given=b"one\r\ntwo\n")
    git("update-index", "--add", "--cacheinfo", f"100644,{received},{RECEIVED}")
    git("commit", "-qm", "all of it")
    crlf = ["-c", "core.autocrlf=true", "-c", "core.eol=crlf"]
    subprocess.run(["git", "clone", "-q", *crlf, str(folder / "all.git"), str(folder / "here")], check=True)
    return folder / "here"


def test_no_line_end_is_changed(checkout: Path) -> None:
    assert (checkout / RECEIVED).read_bytes() == b"one\r\ntwo\n"
    files = {name: path.read_bytes() for name, path in site_files(checkout) if not name.startswith(".git/")}
    assert "macros/publishing/upload.sh" in files and "data/bureau.yml" in files
    changed = [name for name, content in files.items() if name != RECEIVED and content != original(name).read_bytes()]
    assert changed == []
    text = {name: content for name, content in files.items() if name != RECEIVED and b"\0" not in content}
    assert len(text) > len(files) / 2 and [name for name, content in text.items() if b"\r\n" in content] == []


def test_checksums_hold(checkout: Path) -> None:
    (checkout / RECEIVED).unlink(missing_ok=True)
    assert digest_of_folder(checkout / "data") == digest_of_folder(DATA)
    done = subprocess.run(
        [sys.executable, "-m", "macros", "check"],
        cwd=checkout,
        env=environment_of_a_copy(),
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout.decode()


def original(name: str) -> Path:
    """The file that one of the checkout was committed from."""
    return (DEMONSTRATION if name.startswith(("data/", "docs/")) else ROOT) / name


def portable(name: str) -> bool:
    """Whether a file of this name can lie on every system."""
    parts = name.split("/")
    return not PureWindowsPath(name).is_reserved() and not any(
        set(part) & set('<>:"\\|?*') or part != part.rstrip(". ") or not part.isprintable() for part in parts
    )


def test_every_name_can_be_on_every_system(checkout: Path, site: Path) -> None:
    """Windows has no colons in names, no two that differ in case alone, and no long paths."""
    for folder in (checkout, site):
        names = [name for name, _ in site_files(folder) if not name.startswith(".git/")]
        assert [name for name in names if not portable(name)] == []
        assert len({name.casefold() for name in names}) == len(names)
        longest = max(names, key=len)
        assert LONGEST_PLACE + len("/.site.12345678/made/") + len(longest) <= LONGEST_PATH, longest


@pytest.mark.parametrize("name", ["a:b", "con", "aux.yml", "a/nul.txt", "a.", "a ", "a?b", "a\\b"])
def test_names_that_cannot(name: str) -> None:
    assert not portable(name)
