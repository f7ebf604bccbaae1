"""No argument of any command destroys what is not ours: a sacrificial tree in which every file is a canary."""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from macros.system.checksums import SUMS, site_files, write_sums
from tests.night import some
from tests.places import ROOT, environment_of_a_copy, project_copy
from tests.publishing.sites import small_site

RUN = """
import contextlib, io, json, sys
from macros.__main__ import main
for line in sys.stdin:
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        try:
            code = main(json.loads(line))
        except SystemExit as ended:
            code = ended.code
    print(json.dumps([code, out.getvalue() + err.getvalue()]), flush=True)
"""
"""Runs one command after the other in one process: most of the time of a command goes into its imports."""


@dataclass(frozen=True)
class Tree:
    """A folder that holds a checkout of the project and a home folder, with canaries everywhere."""

    root: Path
    process: subprocess.Popen[str]
    """What runs the commands in the checkout."""

    @property
    def checkout(self) -> Path:
        return self.root / "work" / "checkout"

    def state(self) -> dict[str, str]:
        """Every file of the tree, by its path and content; links by where they lead."""
        return {
            name: f"-> {path.readlink()}" if path.is_symlink() else hashlib.sha256(path.read_bytes()).hexdigest()
            for name, path in site_files(self.root)
            if "__pycache__" not in name
        }

    def run(self, commands: dict[str, list[str]]) -> dict[str, tuple[int, str]]:
        """Runs commands in the checkout; the exit status and what was printed, for each."""
        return {name: self.answer(arguments) for name, arguments in commands.items()}

    def answer(self, arguments: list[str]) -> tuple[int, str]:
        """What one command answers."""
        assert self.process.stdin and self.process.stdout
        print(json.dumps(arguments), file=self.process.stdin, flush=True)
        code, words = json.loads(self.process.stdout.readline())
        return code, words


@pytest.fixture(scope="module")
def tree(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Tree]:
    root = tmp_path_factory.mktemp("tree")
    checkout = project_copy(root / "work/checkout")
    subprocess.run(["git", "init", "--quiet", str(checkout)], check=True)
    for place in ("home", "work", "work/checkout", "work/checkout/.git", "work/other", "work/other/deep", "mirror"):
        (root / place).mkdir(parents=True, exist_ok=True)
        (root / place / "canary.txt").write_text("alive")
    # A folder of somebody else that has checksums too, as mirrors of programs do.
    write_sums(root / "mirror")
    small_site(checkout / "site", "ours")
    shutil.copytree(checkout / "site", root / "work/added-to")
    (root / "work/added-to/CNAME").write_text("bureau.example")
    for name, leads in (("to-other", "other"), ("to-checkout", "checkout"), ("to-data", "checkout/data")):
        (root / "work" / name).symlink_to(root / "work" / leads)
    environment = environment_of_a_copy(HOME=str(root / "home"), PYTHONDONTWRITEBYTECODE="1")
    program, pipe = [sys.executable, "-c", RUN], subprocess.PIPE
    with subprocess.Popen(program, cwd=checkout, env=environment, stdin=pipe, stdout=pipe, text=True) as process:
        yield Tree(root, process)


ARGUMENTS = {
    "empty": "",
    "blank": "  ",
    "here": ".",
    "the parent": "..",
    "above the parent": "../..",
    "the root": "/",
    "a tilde": "~",
    "below a tilde": "~/site",
    "home": "{root}/home",
    "the data": "data",
    "in the data": "data/new",
    "the pages": "docs",
    "in the code": "macros/new",
    "the repository": ".git",
    "in the repository": ".git/new",
    "the checkout by its whole path": "{root}/work/checkout",
    "the checkout by a detour": "site/../../checkout",
    "a folder with files": "../other",
    "a link to a folder with files": "../to-other",
    "a link to the checkout": "../to-checkout",
    "a link to the data": "../to-data",
    "a file": "mkdocs.yml",
    "below a file": "mkdocs.yml/site",
    "a mirror with checksums": "{root}/mirror",
    "a site that somebody added to": "../added-to",
}


@pytest.mark.parametrize("argument", ARGUMENTS.values(), ids=ARGUMENTS)
def test_nothing_that_is_not_ours_is_touched(tree: Tree, argument: str) -> None:
    given = argument.format(root=tree.root)
    before = tree.state()
    is_data = (tree.checkout / given).resolve() == tree.checkout / "data"
    answers = tree.run(
        {
            "build": ["build", "--site", given],
            "ledger of a site": ["ledger", "--site", given],
            **({} if is_data else {"ledger in a folder": ["ledger", "--data", given]}),
            "publish a site": ["publish", "--site", given, "--target", f"{tree.root}/target"],
            "publish to a target": ["publish", "--target", given],
            "go back at a target": ["rollback", "--target", given],
            "new": ["new", "--data", given, "work-area", "../../../canary"],
        }
    )
    after = tree.state()
    assert after == before, {name for name in before.keys() | after.keys() if before.get(name) != after.get(name)}
    for name, (code, words) in answers.items():
        assert code not in (0, None), (name, words)
        assert "Traceback" not in words and 0 < len(words.strip().splitlines()) <= 8, (name, words)
        assert any("\u4e00" <= char <= "\u9fff" for char in words) and any(char.isascii() for char in words), name


ALLOWED = {
    "a new folder": "../new/site",
    "an empty folder": "../empty",
    "a site of ours": "site",
    "a link to a site of ours": "../to-site",
    "a site with what a file manager left": "../littered",
}


@pytest.mark.night
@pytest.mark.parametrize("argument", ALLOWED.values(), ids=ALLOWED)
def test_new_empty_and_own_folders_take_a_site(tree: Tree, argument: str) -> None:
    work = tree.checkout.parent
    (work / "empty").mkdir(exist_ok=True)
    if not (work / "to-site").is_symlink():
        (work / "to-site").symlink_to(tree.checkout / "site")
        shutil.copytree(tree.checkout / "site", work / "littered")
        (work / "littered/.DS_Store").write_bytes(b"\0")
    (code, words) = tree.run({"build": ["build", "--site", argument]})["build"]
    assert code == 0, words
    assert (tree.checkout / argument / SUMS).is_file() and (tree.checkout / argument / "about/index.html").is_file()
    assert not [path.name for path in work.iterdir() if path.name.startswith(".")]


@pytest.mark.parametrize(
    "argument", some([".", "..", "../other", "data", "../added-to", "{root}/mirror", "../to-other"], 4)
)
def test_mkdocs_itself_empties_no_folder_that_is_not_ours(tree: Tree, argument: str) -> None:
    before = tree.state()
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--site-dir", argument.format(root=tree.root)],
        cwd=tree.checkout,
        env=os.environ | {"PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode != 0 and re.search("No site is written into|docs_dir", done.stdout + done.stderr)
    assert tree.state() == before


@pytest.mark.parametrize("keep", ["0", "1", "-1", "", "two", "2.5", "１０"])
def test_something_to_go_back_to_is_always_kept(tree: Tree, keep: str) -> None:
    target = tree.root / "target"
    (code, words) = tree.run({"publish": ["publish", "--target", str(target), f"--keep={keep}"]})["publish"]
    assert code == 2 and "KEEP" in words and not target.exists()


@pytest.mark.parametrize("typed", ['"; touch pwned; "', "`touch pwned`", "$(touch pwned)", "'; touch pwned; '"])
def test_make_passes_on_what_was_typed_as_it_is(tmp_path: Path, typed: str) -> None:
    """What a variable holds is an argument and never a command."""
    shutil.copy(ROOT / "Makefile", tmp_path)
    python = tmp_path / ".venv/bin/python"
    python.parent.mkdir(parents=True)
    python.write_text(f'#!/bin/sh\nexec {sys.executable} -c "import sys; print(sys.argv[1:])" "$@"\n')
    python.chmod(0o755)
    for name in ("requirements/pip.txt", "requirements/site.txt", ".venv/pip", ".venv/site"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    done = subprocess.run(["make", "site", f"SITE={typed}"], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert repr(f"--site={typed}") in done.stdout, done.stdout + done.stderr
    assert not (tmp_path / "pwned").exists()
