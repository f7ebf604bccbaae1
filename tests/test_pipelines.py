"""What publishing waits for: the checks of the data, never the tests of the software, which run where that changes."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.test_workflows import FILES, GITLAB, lines_of, made_by, read

SOFTWARE = {"test", "lint", "properdocs"}
CONTENT = {"check", "site", "ledger", "sbom", "verify"}


def test_publishing_waits_for_the_data_alone() -> None:
    """With data of its own a bureau can publish, whatever the tests of the software make of it: nothing that publishing
    needs runs them, and all that it needs checks or builds what is published.
    """
    whole = read(FILES["publish.yml"])["jobs"]
    needed = with_needs(whole, "verify") | {"ledger"}
    assert needed == set(whole)
    called = {whole[name]["uses"] for name in needed if "uses" in whole[name]}
    assert called == {"$/.github/workflows/check.yml"}
    checked = read(FILES["check.yml"])["jobs"].values()
    runs = [step.get("run", "") for job in (*whole.values(), *checked) for step in job.get("steps", [])]
    assert {made for script in runs for made in made_by(script)} == CONTENT
    gitlab = read(GITLAB)
    assert with_needs(gitlab, "verify") == {"verify", "pages", "data"}
    runs = [line for name in ("verify", "pages", "data") for line in lines_of(gitlab[name])]
    assert {made for script in runs for made in made_by(script)} == CONTENT
    assert not CONTENT & SOFTWARE


def with_needs(jobs: dict[str, Any], name: str) -> set[str]:
    """A job and all that it waits for."""
    given = jobs[name].get("needs", [])
    names = [given] if isinstance(given, str) else [one if isinstance(one, str) else one["job"] for one in given]
    return {name}.union(*(with_needs(jobs, one) for one in names))


CHANGED = {
    "data alone": (["data/activities/week.yml", "data/ledger.txt"], False),
    "prose alone": (["docs/about.md", "docs/en/about.md"], False),
    "data and prose": (["data/bureau.yml", "docs/about.md"], False),
    "nothing": ([], False),
    "code": (["macros/pages/site.py"], True),
    "templates": (["overrides/main.html"], True),
    "tests": (["tests/test_site.py"], True),
    "packages": (["requirements/dev.txt"], True),
    "settings": (["mkdocs.yml"], True),
    "workflows": ([".github/workflows/check.yml"], True),
    "data and code": (["data/bureau.yml", "macros/pages/site.py"], True),
    "a folder that only sounds like data": (["data2/x.yml"], True),
    "a folder of the same name elsewhere": (["tests/data/x.yml"], True),
    "a name that git reads as a pattern": (["*", ":(exclude)x"], True),
}


@pytest.mark.parametrize("host", ["github", "gitlab"])
@pytest.mark.parametrize("kind", CHANGED)
def test_the_software_is_tested_where_it_changes(kind: str, host: str, tmp_path: Path) -> None:
    """Runs the very command of the workflow in a repository in which that changes."""
    names, expected = CHANGED[kind]
    commit(tmp_path, ["data/activities/old.yml", "macros/old.py"])
    commit(tmp_path, names)
    assert goes_on(host, tmp_path, "HEAD^1") == expected


@pytest.mark.parametrize("host", ["github", "gitlab"])
@pytest.mark.parametrize("before", ["0" * 40, "", "origin/main"])
def test_where_that_cannot_be_told_the_software_is_tested(before: str, host: str, tmp_path: Path) -> None:
    commit(tmp_path, ["data/bureau.yml"])
    assert goes_on(host, tmp_path, before)


def test_code_that_is_removed_or_moved_is_changed(tmp_path: Path) -> None:
    commit(tmp_path, ["data/bureau.yml", "macros/old.py"])
    (tmp_path / "macros/old.py").rename(tmp_path / "data/old.py")
    commit(tmp_path, [])
    assert goes_on("github", tmp_path, "HEAD^1") and goes_on("gitlab", tmp_path, "HEAD^1")


@pytest.mark.parametrize(
    ("before", "entered"),
    [(None, "one\ntwo\n"), ("", "one\n"), ("one\n", "one\ntwo\n"), ("one\n", "one\n")],
    ids=["no ledger yet", "an empty one", "more to enter", "nothing to enter"],
)
def test_what_is_entered_in_the_ledger_is_proposed(before: str | None, entered: str, tmp_path: Path) -> None:
    """Runs the very commands of publish.yml, with what is published in the place of make and nobody behind gh."""
    origin, here, there = tmp_path / "bureau/record", tmp_path / "here", tmp_path / "there"
    commit(origin, ["data/bureau.yml"])
    if before is not None:
        (origin / "data/ledger.txt").write_text(before, "utf-8")
        commit(origin, [])
    for clone in (here, there):
        subprocess.run(["git", "clone", "--quiet", "--depth=1", origin.as_uri(), clone], check=True)
    jobs = read(FILES["publish.yml"])["jobs"]
    (build,) = [step["run"] for step in jobs["build"]["steps"] if step.get("id") == "ledger"]
    output = tmp_path / "output"
    output.touch()
    make = f"make() {{ printf '{entered}' > data/ledger.txt; }}\n"
    run_in(here, make + build, GITHUB_OUTPUT=str(output), SITE_ADDRESS="")
    assert output.read_text("utf-8") == ("" if before == entered else "entered=yes\n")
    if before == entered:
        return
    (there / "data/ledger.txt").write_bytes((here / "data/ledger.txt").read_bytes())
    (propose,) = [step["run"] for step in jobs["ledger"]["steps"] if "run" in step]
    at = {"GITHUB_SERVER_URL": tmp_path.as_uri(), "GITHUB_REPOSITORY": "bureau/record", "RUN": ""}
    run_in(there, f"gh() {{ :; }}\n{propose}", **at)
    shown = ["git", "-C", str(origin), "show", "ledger:data/ledger.txt"]
    assert subprocess.run(shown, capture_output=True, text=True, check=True).stdout == entered


def test_a_private_repository_can_publish() -> None:
    """GitHub stores the attestations of those for some plans only, and refuses those of others."""
    steps = read(FILES["publish.yml"])["jobs"]["publish"]["steps"]
    spared = {step["uses"].partition("@")[0] for step in steps if "continue-on-error" in step}
    assert spared == {"actions/attest-build-provenance"}
    (one,) = [step["continue-on-error"] for step in steps if "continue-on-error" in step]
    assert one == "${{ github.event.repository.private }}"


def commit(folder: Path, names: list[str]) -> None:
    """Writes files, and commits all that there is."""
    for name in names:
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("changed", "utf-8")
    identity = ["-c", "user.name=a", "-c", "user.email=a@b.example"]
    for command in (
        ["init", "--quiet"],
        ["add", "--all"],
        [*identity, "commit", "--quiet", "--allow-empty", "-m", "x"],
    ):
        subprocess.run(["git", "-C", str(folder), *command], check=True)


def goes_on(host: str, folder: Path, before: str) -> bool:
    """Whether a host's command finds that the software may have changed."""
    if host == "github":
        (command,) = [step["run"] for step in read(FILES["software.yml"])["jobs"]["changes"]["steps"] if "run" in step]
        output = folder.with_name(f"{folder.name}.output")
        output.write_text("", "utf-8")
        run_in(folder, command, BEFORE=before, GITHUB_OUTPUT=str(output))
        return output.read_text("utf-8") != "software=no\n"
    lines = lines_of(read(GITLAB)["test"])
    assert lines[1:] == ["make test"] and lines_of(read(GITLAB)["properdocs"]) == [lines[0], "make properdocs"]
    return "goes on" in run_in(folder, f"{lines[0]}\necho goes on", BEFORE=before)


def run_in(folder: Path, command: str, **environment: str) -> str:
    """What a command says that has to succeed."""
    shell = ["bash", "-e", "-o", "pipefail", "-c", command]
    env = os.environ | environment
    return subprocess.run(shell, cwd=folder, env=env, capture_output=True, text=True, check=True).stdout
