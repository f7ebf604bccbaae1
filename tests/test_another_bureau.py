"""Another bureau takes up the software with data of its own: all that its hosts run, from check to verify."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

import pytest

from tests.places import ROOT, district_copy, environment_of_a_copy
from tests.serving import served
from tests.test_reproducible import COMMITTED
from tests.test_site import dead_links, pages_of
from tests.test_workflows import FILES, read

LONGEST = 120
"""Seconds that a step may take; one that waits for a host to show new files would take longer."""


class Published(NamedTuple):
    """The bureau's repository after its workflows have run, where its site is served, and what each step said."""

    project: Path
    address: str
    said: dict[str, str]


def with_packages(project: Path) -> None:
    """Gives a project the packages that these tests run with, in place of those that make would install."""
    for name in ("bin", "lib", "pyvenv.cfg"):
        (project / ".venv" / name).parent.mkdir(exist_ok=True)
        (project / ".venv" / name).symlink_to(Path(sys.prefix, name))
    for name in ("pip", "site"):
        (project / ".venv" / name).touch()


def git(project: Path, *words: str) -> str:
    done = subprocess.run(
        ["git", "-C", str(project), *words], env=os.environ | COMMITTED, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def run_job(project: Path, file: str, job: str, **named: str) -> Iterator[tuple[str, str]]:
    """Runs every command of a workflow's job as its host does; yields the name of each step and what it said."""
    for step in read(FILES[file])["jobs"][job]["steps"]:
        if "run" in step:
            done = subprocess.run(
                ["bash", "-e", "-o", "pipefail", "-c", step["run"]],
                cwd=project,
                env=environment_of_a_copy(**named),
                capture_output=True,
                text=True,
                timeout=LONGEST,
                check=False,
            )
            assert done.returncode == 0, f"{step['name']}: {done.stdout}{done.stderr}"
            yield step["name"].partition(",")[0].partition(";")[0], done.stdout


def named(project: Path, address: str) -> dict[str, str]:
    """What a host tells the steps by the environment."""
    told = {"BASE": "main", "MADE_BY": "", "SITE_ADDRESS": address, "ADDRESS": address}
    return told | {name: str(project.parent / name) for name in ("GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY")}


def proposed(project: Path, record: str, change: tuple[str, str], *, address: str) -> dict[str, str]:
    """A change of a record is proposed and checked by all that the bureau's hosts run; what each step said."""
    git(project, "switch", "-qc", "proposed")
    file = project / record
    before = file.read_text("utf-8")
    file.write_text(before.replace(*change), "utf-8")
    assert file.read_text("utf-8") != before
    git(project, "commit", "-qam", "A clearer label")
    with_packages(project)
    return dict(run_job(project, "check.yml", "data", **named(project, address)))


def publish(project: Path, record: str, change: tuple[str, str]) -> Iterator[Published]:
    """A change of a record is proposed, checked, merged and published, by all that the bureau's hosts run."""
    with served(project / "site", at_root=True) as address:
        said = proposed(project, record, change, address=address)
        git(project, "switch", "-q", "main")
        git(project, "merge", "-q", "proposed")
        for job in ("build", "verify"):
            said |= run_job(project, "publish.yml", job, **named(project, address))
        yield Published(project, address, said)


def new_repository(folder: Path) -> Path:
    """A small bureau's, whose data was written for these tests."""
    project = district_copy(folder / "project")
    shutil.copytree(
        ROOT / "tests/tools/supply", project / "tests/tools/supply", ignore=shutil.ignore_patterns("__pycache__")
    )
    for name in ("tests/__init__.py", "tests/places.py", "pyproject.toml"):
        shutil.copyfile(ROOT / name, project / name)
    git(project, "init", "-q", "-b", "main")
    git(project, "add", "-A")
    git(project, "commit", "-qm", "The first document")
    return project


CHANGE = ("data/work-areas/dredging.yml", ("zh: 清淤河道\n", "zh: 清淤河道长度\n"))
"""A file of its data, and what is put there in place of what."""


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Published]:
    """Its repository after a change has been published."""
    yield from publish(new_repository(tmp_path_factory.mktemp("district")), *CHANGE)


@pytest.mark.night  # In the gate a bureau that has just been made is checked and built (test_adopt.py).
def test_what_is_proposed_passes_and_is_told(tmp_path: Path) -> None:
    """What its hosts run on a change, from the first step to the last."""
    said = proposed(new_repository(tmp_path), *CHANGE, address="")
    assert said["Check the data and show problems at their lines"] == ""
    assert "清淤河道长度" in said["Tell what changes for the public"]


@pytest.mark.night
def test_every_step_of_the_workflows_succeeds(published: Published) -> None:
    assert "全部一致" in published.said["Compare the live site with a fresh build"]


@pytest.mark.night
def test_the_site_is_whole(published: Published) -> None:
    """Nothing leads to an alliance or to outreach, of which this bureau has none."""
    site = published.project / "site"
    pages = pages_of(site)
    assert {"", "work-areas/dredging/", "en/work-areas/patrols/", "zh-hant/sources/river-care/"} <= pages.keys()
    assert not [path for path in pages if re.search("alliance|outreach", path)]
    assert dead_links(site, pages, urlsplit(published.address).netloc) == []


@pytest.mark.night
def test_the_ledger_holds_what_was_published(published: Published) -> None:
    changed = git(published.project, "diff", "--name-only") + git(published.project, "status", "--porcelain", "data")
    assert "data/ledger.txt" in changed
    ledger = (published.project / "data/ledger.txt").read_text("utf-8")
    assert "/work-areas/dredging/" in ledger and "dredging.dredged" in ledger


@pytest.mark.night
def test_what_is_missing_before_it_goes_live_is_told(published: Published) -> None:
    done = subprocess.run(
        ["make", "--silent", "ready"],
        cwd=published.project,
        env=environment_of_a_copy(SITE_ADDRESS=published.address),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode != 0 and "site_code" in done.stdout and "Traceback" not in done.stderr
