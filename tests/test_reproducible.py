"""The same data gives the same bytes: whoever builds it, where, when, in which language and in which order of files."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from macros.pages.figures import narrowing
from macros.publishing.build_record import commit, digest_of_folder
from macros.register.load import load
from macros.system.checksums import BUILD_RECORD, SUMS, read_sums, sums_of
from macros.system.clock import today
from tests.conftest import SITE_ADDRESS
from tests.places import DATA, VALLEY, environment_of_a_copy, project_copy

ANYBODY = 65534
AS_ANYBODY = [
    *("setpriv", f"--reuid={ANYBODY}", f"--regid={ANYBODY}", "--clear-groups"),
    *("--inh-caps=+dac_read_search", "--ambient-caps=+dac_read_search"),
]
"""Another user, who may read what root's folders hold and write nowhere but in folders of their own."""
BUILDERS = {
    "usual": {"TZ": "UTC", "LC_ALL": "C", "PYTHONHASHSEED": "0"},
    "另一 处": {"TZ": "Asia/Shanghai", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "1", "UMASK": "077", "REVERSED": "yes"},
    "other-user": {"TZ": "America/St_Johns", "LC_ALL": "zh_CN.UTF-8", "PYTHONHASHSEED": "2", "USER": "yes"},
    "d": {
        "TZ": "Pacific/Kiritimati",
        "LANG": "tr_TR.UTF-8",
        "PYTHONHASHSEED": "4242",
        "SOURCE_DATE_EPOCH": "1700000000",
        "SITE_ADDRESS": SITE_ADDRESS.rstrip("/"),
    },
}
"""Builds, each in a folder of this name, and what they differ in."""
ELSEWHERE = "另一 处"
"""The one of the gate, which differs from what the tests build in place, zone, umask, hash seed and order of files."""
COMMITTED = {
    **{f"GIT_{who}_{what}": "somebody" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")},
    **{f"GIT_{who}_DATE": "2001-07-31T00:00:00Z" for who in ("AUTHOR", "COMMITTER")},
}


def project_in(folder: Path, backwards: bool) -> None:
    """The software with the demonstration, copied file by file in one order or the other, and committed."""
    with tempfile.TemporaryDirectory() as name:
        whole = project_copy(Path(name, "whole"))
        for file in sorted(whole.rglob("*"), reverse=backwards):
            if file.is_file() and "__pycache__" not in file.parts:
                copy = folder / file.relative_to(whole)
                copy.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(file, copy)
    for given in (["init", "-q"], ["add", "-A"], ["-c", "core.fileMode=false", "commit", "-qm", "All of it"]):
        subprocess.run(["git", "-C", str(folder), *given], check=True, env=os.environ | COMMITTED)


def begin(folder: Path, differs: dict[str, str]) -> subprocess.Popen[str]:
    """A build under way in a folder of its own."""
    project_in(folder / "project", "REVERSED" in differs)
    (folder / "out").mkdir()
    before: list[str] = []
    if "USER" in differs and os.geteuid() == 0 and shutil.which("setpriv"):
        os.chown(folder / "out", ANYBODY, ANYBODY)
        before = AS_ANYBODY
    command = [*before, sys.executable, "-B", "-m", "macros", "build", "--site", str(folder / "out/site")]
    return subprocess.Popen(
        command,
        cwd=folder / "project",
        env=environment_of_a_copy(**{"HOME": str(folder), "SITE_ADDRESS": SITE_ADDRESS, **differs}),
        umask=int(differs.get("UMASK", "022"), 8),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )


@pytest.fixture(scope="module")
def elsewhere() -> Iterator[Path]:
    """The site of the builder of the gate."""
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o755)
        yield build_all(Path(name), [ELSEWHERE])[ELSEWHERE]


@pytest.fixture(scope="module")
def built_by_all() -> Iterator[dict[str, Path]]:
    """The site of each builder, in folders that others may look into."""
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o755)
        yield build_all(Path(name), list(BUILDERS))


def build_all(root: Path, builders: list[str]) -> dict[str, Path]:
    """Has the builders of these names build, all at the same time."""
    folders = {name: root / name for name in builders}
    under_way = {}
    for name in builders:
        folders[name].mkdir(parents=True)
        under_way[name] = begin(folders[name], BUILDERS[name])
    said = {name: process.communicate()[0] for name, process in under_way.items()}
    for name, process in under_way.items():
        assert process.returncode == 0, f"{name}: {said[name]}"
    return {name: folder / "out/site" for name, folder in folders.items()}


def test_what_is_built_elsewhere_is_the_same_to_the_byte(elsewhere: Path, addressed: Path) -> None:
    """But for the commit, which only a repository has."""
    theirs, ours = sums_of(elsewhere), sums_of(addressed)
    assert {name for name in theirs.keys() | ours.keys() if theirs.get(name) != ours.get(name)} <= {BUILD_RECORD}
    assert {".html", ".xlsx", ".bin", ".json", ".csv", ".css", ".js", ".xml"} <= {Path(name).suffix for name in theirs}


@pytest.mark.night
def test_every_build_is_the_same_to_the_byte(built_by_all: dict[str, Path]) -> None:
    every = {name: sums_of(site) for name, site in built_by_all.items()}
    for name, sums in every.items():
        different = {one for one in sums.keys() | every["usual"].keys() if sums.get(one) != every["usual"].get(one)}
        assert not different, name


def test_the_list_is_what_sha256sum_checks(elsewhere: Path) -> None:
    assert read_sums((elsewhere / SUMS).read_text()) == sums_of(elsewhere)
    done = subprocess.run(["sha256sum", "-c", "--strict", "--quiet", SUMS], cwd=elsewhere, check=False)
    assert done.returncode == 0
    names = [line[66:] for line in (elsewhere / SUMS).read_text().splitlines()]
    assert names == sorted(names) and SUMS not in names and BUILD_RECORD in names


def test_the_record_says_what_was_built_and_nothing_of_the_machine(elsewhere: Path) -> None:
    text = (elsewhere / BUILD_RECORD).read_text()
    record = json.loads(text)
    assert record.keys() == {"address", "commit", "committed", "clean", "data", "lock", "versions"}
    assert record["clean"] is True and len(record["commit"]) == 40 and record["committed"] == "2001-07-31T00:00:00Z"
    assert record["data"] == digest_of_folder(DATA)
    assert record["versions"]["python"] == sys.version.split()[0] and record["versions"]["mkdocs"]
    assert str(elsewhere.parent) not in text and os.uname().nodename not in text


def test_what_is_not_committed_is_not_clean(elsewhere: Path) -> None:
    project = elsewhere.parent.parent / "project"
    assert commit(project)["clean"] is True
    (project / "data/ledger.txt").write_text("/ title\n")
    assert commit(project)["clean"] is True, "publishing adds to the ledger"
    (project / "docs/about.md").write_text("another")
    assert commit(project)["clean"] is False


def test_outside_a_repository_no_commit_is_known(tmp_path: Path) -> None:
    assert commit(tmp_path) == {"commit": None, "committed": None, "clean": None}


@pytest.mark.parametrize("backwards", [False, True])
def test_periods_as_late_as_each_other_stand_in_the_order_of_their_figures(backwards: bool) -> None:
    """A set of them would stand in the order of the run's hash seed, whichever way the figures go."""
    register, _ = load(VALLEY / "data", today())
    assert register
    renderer: Any = SimpleNamespace(register=register)
    figures = list(register.figures.values())[:: -1 if backwards else 1]
    shown = narrowing(renderer, figures, ())["shown_periods"]
    first = {one: [figure.figure.period for figure in figures].index(one) for one in shown}
    late = {one: register.periods[one].order for one in shown}
    assert len(set(late.values())) < len(shown)
    assert shown == sorted(shown, key=lambda one: (-late[one], first[one]))
