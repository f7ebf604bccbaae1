"""What runs on the hosts: pinned, without rights it does not need, and never past the checkers."""

from __future__ import annotations

import html
import json
import os
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.supply.locks import PURPOSES, ROOT

FOLDER = ROOT / ".github/workflows"
FILES = {path.name: path.read_text("utf-8") for path in sorted(FOLDER.glob("*.yml"))}
GITLAB = (ROOT / ".gitlab-ci.yml").read_text("utf-8")

PINNED = re.compile(r"[\w-]+/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+")
OURS = re.compile(r"\$/\.github/workflows/[a-z]+\.yml")
FILTERS = {"paths", "paths-ignore", "branches-ignore"}
WRITES = {
    ("comment.yml", "comment"): {"pull-requests"},
    ("publish.yml", "publish"): {"pages", "id-token", "attestations"},
    ("publish.yml", "ledger"): {"contents", "pull-requests"},
    ("weekly.yml", "propose"): {"contents", "pull-requests"},
}
"""The only jobs that may write, and what."""


class Loader(yaml.SafeLoader):
    """Reads ``on`` as a word, as the hosts do, and not as a truth value; and GitLab's references as what they name."""

    yaml_implicit_resolvers = {  # noqa: RUF012
        first: [(tag, regexp) for tag, regexp in resolvers if tag != "tag:yaml.org,2002:bool"]
        for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }


def read(text: str) -> Any:
    """The file as plain values."""
    return yaml.load(text, Loader)


def jobs() -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Every job of every workflow, with its file and name."""
    for file, text in FILES.items():
        for name, job in read(text)["jobs"].items():
            yield file, name, job


def steps() -> Iterator[tuple[str, dict[str, Any]]]:
    """Every step, with where it stands."""
    for file, name, job in jobs():
        for step in job.get("steps", []):
            yield f"{file} {name}: {step.get('name') or step.get('uses')}", step


def scripts() -> Iterator[tuple[str, str]]:
    """Every command of both hosts, with where it stands."""
    for place, step in steps():
        if "run" in step:
            yield place, step["run"]
    for name, job in read(GITLAB).items():
        if isinstance(job, dict):
            for line in lines_of(job):
                yield f".gitlab-ci.yml {name}", line


def lines_of(job: dict[str, Any]) -> list[str]:
    """The commands of a job on GitLab, those included that it shares with others."""
    given = [*job.get("before_script", []), *job.get("script", [])]
    return [line for one in given for line in (one if isinstance(one, list) else [one])]


def test_there_are_workflows() -> None:
    assert {"check.yml", "comment.yml", "publish.yml", "software.yml", "weekly.yml"} <= set(FILES)
    assert len(list(steps())) > 20 and len(list(scripts())) > 20


def test_actions_are_pinned() -> None:
    for file, text in FILES.items():
        used = re.findall(r"uses:\s*(.+)", text)
        wrong = [one for one in used if not PINNED.fullmatch(one) and not OURS.fullmatch(one)]
        assert wrong == [], file
    versions: dict[str, set[str]] = {}
    for found in re.finditer(r"uses: ([\w-]+/[\w-]+)@(\w{40} # \S+)", "".join(FILES.values())):
        versions.setdefault(found[1], set()).add(found[2])
    assert {name: found for name, found in versions.items() if len(found) > 1} == {}


@pytest.mark.parametrize("file", FILES)
def test_rights_are_stated_and_none_by_default(file: str) -> None:
    whole = read(FILES[file])
    assert whole["permissions"] == {}
    assert "concurrency" in whole


def test_only_what_is_listed_may_write() -> None:
    found = {}
    for file, name, job in jobs():
        assert isinstance(job.get("permissions"), dict), f"{file} {name}: no permissions stated"
        rights = job["permissions"]
        assert set(rights.values()) <= {"read", "write"}, f"{file} {name}"
        if writes := {right for right, degree in rights.items() if degree == "write"}:
            found[file, name] = writes
    assert found == WRITES


def test_no_package_runs_where_something_may_be_written() -> None:
    """Whatever a job that may write runs, it is none of the project's code and of the packages."""
    for file, name in WRITES:
        for step in read(FILES[file])["jobs"][name]["steps"]:
            assert not re.search(r"\bmake\b|\.venv|\bpip\b|\bnpm\b", step.get("run", "")), f"{file} {name}"


def test_every_job_ends() -> None:
    for file, name, job in jobs():
        assert "uses" in job or 0 < job.get("timeout-minutes", 0) <= 60, f"{file} {name}"


def test_no_checkout_leaves_its_token_behind() -> None:
    checkouts = [(place, step) for place, step in steps() if step.get("uses", "").startswith("actions/checkout@")]
    assert len(checkouts) > 5
    for place, step in checkouts:
        assert step.get("with", {}).get("persist-credentials") == "false", place
        assert "ref" not in step["with"] and "repository" not in step["with"], place


def test_a_change_gets_no_secret() -> None:
    assert "pull_request_target" not in "".join(FILES.values())
    for file, text in FILES.items():
        assert "secrets" not in text, file
    for file, other in (("check.yml", "workflow_call"), ("software.yml", "push")):
        assert set(read(FILES[file])["on"]) == {"pull_request", other}
        for job in read(FILES[file])["jobs"].values():
            assert job["permissions"] == {"contents": "read"}
            assert "environment" not in job
    for name, job in read(GITLAB).items():
        assert not re.search(r"TOKEN|SECRET|PASSWORD", json.dumps(job)), name


def test_what_others_wrote_is_never_part_of_a_command() -> None:
    """Values reach a command through its environment, where a shell does not read them as commands."""
    for place, script in scripts():
        assert "${{" not in script, place
        assert not re.search(r"(?<!\")\$CI_(MERGE_REQUEST|COMMIT)\w*|\beval\b", script), place


def test_nothing_gets_past_the_checkers() -> None:
    """No path filter: a change to the checkers, or to these files, is checked like any other. What is left out is left
    out by the one command that test_pipelines.py tries, and only the tests of the software are.
    """
    for file, text in FILES.items():
        for event, settings in read(text)["on"].items():
            assert not (isinstance(settings, dict) and FILTERS & set(settings)), f"{file} {event}"
    for name, job in read(GITLAB).items():
        for rule in job.get("rules", []) if isinstance(job, dict) else []:
            assert not {"changes", "exists"} & set(rule), name
    conditions = {(file, name): job["if"] for file, name, job in jobs() if "if" in job}
    assert not [place for place in conditions if place[0] == "check.yml"]
    for name in ("test", "properdocs"):  # Not even where the comparison has failed.
        assert conditions.pop(("software.yml", name)) == "!cancelled() && needs.changes.outputs.software != 'no'"
    assert not [place for place in conditions if place[0] == "software.yml"]
    skipping = {place for place, script in scripts() if ".gitlab-ci" in place and "exit 0" in script}
    assert skipping == {f".gitlab-ci.yml {name}" for name in ("test", "properdocs", "verify")}


def test_both_hosts_run_the_same() -> None:
    """What is checked on one host is checked on the other."""
    ours = {made for place, script in scripts() if ".gitlab-ci" not in place for made in made_by(script)}
    theirs = {made for place, script in scripts() if ".gitlab-ci" in place for made in made_by(script)}
    assert ours == theirs


def made_by(script: str) -> set[str]:
    """What a command has make do."""
    found: set[str] = set()
    for call in re.findall(r"(?:^|[;&|{] ?|\bif )make\b([^;&|>\n]*)", script, re.MULTILINE):
        words = [word for word in call.split("#")[0].split() if not word.startswith("-") and "=" not in word]
        found.update(word for word in words if not word.startswith(".venv"))
    return found


def test_make_knows_what_is_called() -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    known = set(re.findall(r"^([a-z]+):", makefile, re.MULTILINE))
    called = {made for _, script in scripts() for made in made_by(script)}
    assert {"check", "test", "site", "properdocs", "links", "advisories", "lock", "verify"} <= called
    assert called - known == set()
    locks = re.search(r"^LOCKS = (.*)$", makefile, re.MULTILINE)
    assert locks and set(locks[1].split()) == set(PURPOSES)


def test_everything_is_listed_in_help() -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    phony = " ".join(re.findall(r"^\.PHONY: (.*)$", makefile, re.MULTILINE)).split()
    assert len(phony) > 20
    told = subprocess.run(["make", "help"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    hidden = {name for name in phony if f"make {name} " not in told}
    assert hidden <= {"lint", "browser", "nginx"}, "steps of make test"


HOSTILE = {
    "closes the frame": "</pre><script>alert(1)</script><h1>Approved</h1>",
    "a comment of its own": "<!-- public diff -->\n-->",
    "markup": "**bold** [link](javascript:1) ![x](//example.org/x.png) @everyone fixes #1",
    "a fence": "```\n~~~\n</pre>\n",
    "for a shell": '$(touch owned) `touch owned` "; touch owned; ${{ github.token }} PYTHON\nPYTHON\n',
    "turns the line round": "\u202eabc\u202c\u200b\x1b[2J\x00",
    "long": "<&>" * 100_000,
    "no text": "\udcff\udcfe",
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_a_comment_shows_what_a_fork_says_as_text(kind: str, tmp_path: Path) -> None:
    """Runs the very command of the workflow on what a fork might leave behind."""
    text, comment = tmp_path / "public-diff.md", tmp_path / "comment.json"
    text.write_bytes(HOSTILE[kind].encode("utf-8", "surrogateescape"))
    done = run_comment(tmp_path, text, comment)
    assert done.returncode == 0, done.stderr
    body = json.loads(comment.read_text("utf-8"))["body"]
    assert len(body) < 65_536
    head, frame, rest = body.partition("<pre>\n")
    inside, end, after = rest.rpartition("\n</pre>\n")
    assert frame and end and "<" not in inside and "<" not in after
    assert head.startswith("<!-- public diff -->\n") and head.count("<") == 1
    assert all(one.isprintable() or one == "\n" for one in body)
    assert ("Too long" in after) == (kind == "long")
    if kind in ("markup", "closes the frame"):
        assert html.unescape(inside) == HOSTILE[kind]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["comment.json", "public-diff.md"]


def test_a_comment_is_made_of_no_other_file(tmp_path: Path) -> None:
    text, comment = tmp_path / "public-diff.md", tmp_path / "comment.json"
    text.symlink_to("/etc/hostname")
    assert run_comment(tmp_path, text, comment).returncode == 1
    assert not comment.exists()


def run_comment(folder: Path, text: Path, comment: Path) -> subprocess.CompletedProcess[str]:
    (command,) = [step["run"] for _, step in steps() if step.get("name") == "Make a comment of it"]
    named = {"TEXT": str(text), "COMMENT": str(comment), "COMMIT": "0" * 40}
    return subprocess.run(
        ["bash", "-e", "-o", "pipefail", "-c", command],
        cwd=folder,
        env=os.environ | named,
        capture_output=True,
        text=True,
        check=False,
    )
