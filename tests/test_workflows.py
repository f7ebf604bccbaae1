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

from tests.night import some
from tests.places import ROOT, project_copy
from tests.tools.supply.locks import PURPOSES

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
    known = set(re.findall(r"^([a-z-]+):", makefile, re.MULTILINE))
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
    steps = {"lint", "tests", "browser", "system-packages", "night", "kills"}
    assert hidden <= steps | {"$(UNFIT)"}, "steps of make test and of make test-all, and what is made anew"
    for name in set(phony) - {"$(UNFIT)"}:
        tried = subprocess.run(["make", "--dry-run", name], cwd=ROOT, capture_output=True, text=True, check=False)
        assert tried.returncode == 0, tried.stderr


HOSTILE = {
    "closes the frame": "</pre><script>alert(1)</script><h1>Approved</h1>",
    "a comment of its own": "<!-- public diff -->\n-->",
    "markup": "**bold** [link](javascript:1) ![x](//example.org/x.png) @everyone fixes #1",
    "markup that is escaped": "&#60;/pre&#62;&lt;script&gt;alert(1)&lt;/script&gt;",
    "a fence": "```\n~~~\n</pre>\n",
    "for a shell": '$(touch owned) `touch owned` "; touch owned; ${{ github.token }} PYTHON\nPYTHON\n',
    "turns the line round": "\u202eabc\u202c\u200b\x1b[2J\x00",
    "long": "<&>" * 100_000,
    "no text": "\udcff\udcfe",
}


def raw(*files: tuple[str, str]) -> bytes:
    """What ``git diff --raw -z`` says of changed files, each with its mode."""
    return b"".join(f":100644 {mode} {'0' * 40} {'1' * 40} M\0{path}\0".encode() for mode, path in files)


@pytest.fixture
def told(tmp_path: Path) -> Path:
    """What the job that reads the data hands over; nothing but content changes."""
    folder = tmp_path / "told"
    folder.mkdir()
    (folder / "public-diff.md").write_text("Nothing changes.", "utf-8")
    (folder / "files").write_bytes(raw(("100644", "data/bureau.yml"), ("000000", "docs/about.md")))
    (folder / "calls").write_bytes(b"")
    return folder


@pytest.mark.parametrize("kind", some(HOSTILE, 3))
def test_a_comment_shows_what_data_says_as_text(kind: str, told: Path) -> None:
    """Runs the very command of the workflow on what the data of a fork might make of the changes."""
    (told / "public-diff.md").write_bytes(HOSTILE[kind].encode("utf-8", "surrogateescape"))
    (told / "files").write_bytes(raw(("100644", "data/bureau.yml")))
    body = comment_of(told)
    assert len(body) < 65_536
    head, frame, rest = body.partition("<pre>\n")
    inside, end, after = rest.rpartition("\n</pre>\n")
    assert frame and end and "<" not in inside and "<" not in after
    assert head.startswith("<!-- public diff -->\n") and head.count("<") == 1
    assert all(one.isprintable() or one == "\n" for one in body)
    assert ("Too long" in after) == (kind == "long")
    if kind in ("markup", "closes the frame"):
        assert html.unescape(inside) == HOSTILE[kind]
    assert "⚠️" not in body and "none of whose code was run" in body and "由 main 的程序" in body


STRANGE = {
    # a file that is changed, by its mode and path
    "code": ("100644", "macros/staff/public_diff.py"),
    "a workflow": ("100644", ".github/workflows/check.yml"),
    "code that is gone": ("000000", "tests/test_rules.py"),
    "a folder with a like name": ("100644", "database/x.yml"),
    "settings of git in the data": ("100644", "data/.gitattributes"),
    "a link in the data": ("120000", "data/activities/x.yml"),
    "another repository in the data": ("160000", "data/other"),
    "a program in the data": ("100755", "data/x.yml"),
    "a page that is no text": ("100644", "docs/login.html"),
    "a script beside the pages": ("100644", "docs/x.js"),
    "owners beside the pages": ("100644", "docs/CODEOWNERS"),
    "a link in place of the pages": ("120000", "docs"),
    "a file in place of the data": ("100644", "data"),
    "a name with markup": ("100644", "</pre><h1>ok</h1>\n@everyone"),
}


@pytest.mark.parametrize("kind", some(STRANGE, 3))
def test_a_comment_says_loudly_what_else_changes(kind: str, told: Path) -> None:
    _, path = STRANGE[kind]
    (told / "files").write_bytes(raw(("100644", "data/bureau.yml"), STRANGE[kind]))
    body = comment_of(told)
    warning, _, rest = body.partition("由 main 的程序")
    warning = warning.partition("网页文字有")[0]
    assert "## ⚠️ 还改动了公开内容以外的 1 个文件 · 1 files changed besides the content" in warning
    assert f"<pre>\n{html.escape(path.replace(chr(10), '·'))}\n</pre>" in warning and "bureau.yml" not in warning
    assert "Nothing changes." in rest


def test_a_comment_names_the_pages_that_change(told: Path) -> None:
    """Prose is published as data is, and no check knows what it says."""
    assert "<pre>\ndocs/about.md\n</pre>" in comment_of(told)
    assert "1 pages of prose change; read each" in comment_of(told)
    names = [f"docs/{'x' * 200}{number}.md" for number in range(1000)]
    (told / "files").write_bytes(raw(*(("100644", one) for one in [*names, *(f"m/{name}" for name in names)])))
    (told / "public-diff.md").write_text("<&>" * 100_000, "utf-8")
    body = comment_of(told)
    assert "1000 pages of prose" in body and "1000 files" in body and body.count("Only some are listed") == 2
    assert len(body) < 65_536
    (told / "files").write_bytes(raw(("100644", "data/bureau.yml")))
    assert "prose" not in comment_of(told)


def test_a_comment_holds_for_one_commit(told: Path) -> None:
    """A later one may leave it standing: a proposal may see to it that this workflow does not run again."""
    body = comment_of(told)
    assert f"({'0' * 12})" in body and "This holds for this commit alone" in body


def test_code_in_a_page_is_told_and_a_long_list_is_cut(told: Path) -> None:
    (told / "calls").write_bytes(raw(("100644", "docs/about.md")))
    assert "<pre>\ndocs/about.md\n</pre>" in comment_of(told)
    (told / "files").write_bytes(raw(*(("100644", f"macros/{number}.py") for number in range(3000))))
    body = comment_of(told)
    assert "3001 files" in body and "Only some are listed" in body and len(body) < 65_536


@pytest.mark.parametrize("file", ["public-diff.md", "files", "calls"])
@pytest.mark.parametrize("how", ["gone", "a link", "endless"])
def test_a_comment_says_that_nothing_could_be_told(file: str, how: str, told: Path) -> None:
    """Rather than leave the comment before as it was; and it is made of no other file."""
    (told / file).unlink()
    if how == "a link":
        (told / file).symlink_to("/etc/hostname")
    elif how == "endless":
        with (told / file).open("wb") as opened:
            opened.truncate(2**26)
    body = comment_of(told)
    assert "do not approve on this" in body and "<pre>" not in body


def test_a_diff_that_failed_is_told(told: Path) -> None:
    """A program that stops with an error says nothing, and ends with the status of a change that lacks errata."""
    (told / "public-diff.md").write_bytes(b"")
    assert "do not approve on this" in comment_of(told)


def comment_of(told: Path) -> str:
    """The comment that the very command of the workflow makes."""
    comment = told.parent / "comment.json"
    done = run_step("Make a comment of it", told.parent, TOLD=str(told), COMMENT=str(comment), COMMIT="0" * 40)
    assert done.returncode == 0, done.stderr
    assert sorted(path.name for path in told.parent.iterdir()) == ["comment.json", "told"]
    return str(json.loads(comment.read_text("utf-8"))["body"])


@pytest.mark.parametrize(
    ("open_at", "found"),
    [
        ([("other", 9, "1"), ("main", 7, "1"), ("main", 5, "0")], "number=7\nbase=main\n"),
        ([("other", 9, "1")], "number=9\nbase=other\n"),
        ([("main", 7, "0")], ""),
        ([], ""),
    ],
)
def test_the_request_that_asks_to_be_published_is_found(
    open_at: list[tuple[str, int, str]], found: str, tmp_path: Path
) -> None:
    """A fork may open a second one from the same branch, to have the comment written below that."""
    requests = [
        {"number": number, "head": {"sha": digit * 40}, "base": {"ref": base, "repo": {"default_branch": "main"}}}
        for base, number, digit in open_at
    ]
    (tmp_path / "answer").write_text(json.dumps(requests), "utf-8")
    gh, output = tmp_path / "gh", tmp_path / "output"
    gh.write_text(f"#!/bin/sh\ncat '{tmp_path}/answer'\n")
    gh.chmod(0o755)
    done = run_step(
        "Find the open pull request that stands at this commit; of several, the one that asks to be published",
        tmp_path,
        **{"PATH": f"{tmp_path}:{os.environ['PATH']}", "GITHUB_OUTPUT": str(output), "GITHUB_REPOSITORY": "a/b"},
        **{"OWNER": "fork", "BRANCH": "change", "COMMIT": "1" * 40},
    )
    assert done.returncode == 0, done.stderr
    assert output.read_text() == found


def run_step(name: str, folder: Path, **named: str) -> subprocess.CompletedProcess[str]:
    """Runs a step of a workflow as its host does."""
    (command,) = [step["run"] for _, step in steps() if step.get("name") == name]
    return subprocess.run(
        ["bash", "-e", "-o", "pipefail", "-c", command],
        cwd=folder,
        env=os.environ | named,
        capture_output=True,
        text=True,
        check=False,
    )


WHO = {"GIT_AUTHOR_NAME": "t", "GIT_AUTHOR_EMAIL": "t@t", "GIT_COMMITTER_NAME": "t", "GIT_COMMITTER_EMAIL": "t@t"}
LIE = """
from pathlib import Path
Path("{canary}").write_text("run")
print("没有变化。 Nothing changes.")
raise SystemExit(0)
"""


def git(folder: Path, *arguments: str) -> str:
    done = subprocess.run(
        ["git", "-C", str(folder), *arguments], env=os.environ | WHO, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


@pytest.fixture
def hosted(tmp_path: Path) -> tuple[Path, str, Path]:
    """A checkout of main as the host makes it; a proposed commit, whose code lies; and what its code would leave."""
    project, canary = tmp_path / "project", tmp_path / "canary"
    project_copy(project)
    git(project, "init", "-q", "-b", "main")
    git(project, "add", "-A")
    git(project, "commit", "-qm", "main")
    git(tmp_path, "clone", "-q", "--bare", str(project), str(tmp_path / "host"))
    file = project / "data/activities/science-week.yml"
    file.write_text(file.read_text("utf-8").replace("zh: 科技活动周\n", "zh: 科技活动周（改）\n", 1), "utf-8")
    (project / "data/.gitattributes").write_text("activities export-ignore\n", "utf-8")
    (project / "macros/__init__.py").write_text(LIE.format(canary=canary), "utf-8")
    about = project / "docs/about.md"
    about.write_text(about.read_text("utf-8") + "\n\0{{ ''.__class__ }}\n", "utf-8")
    git(project, "add", "-A")
    git(project, "commit", "-qm", "proposed")
    git(project, "push", "-q", str(tmp_path / "host"), "HEAD:refs/pull/7/head")
    checkout = tmp_path / "checkout"
    git(tmp_path, "clone", "-q", str(tmp_path / "host"), str(checkout))
    (checkout / ".venv").symlink_to(ROOT / ".venv")
    gh = tmp_path / "bin/gh"
    gh.parent.mkdir()
    gh.write_text("#!/bin/sh\ntest \"$1 $2\" = 'auth setup-git'\n")
    gh.chmod(0o755)
    return checkout, git(project, "rev-parse", "HEAD"), canary


@pytest.mark.night
def test_main_tells_what_a_fork_changes(hosted: tuple[Path, str, Path], tmp_path: Path) -> None:
    """The steps of the workflow, over real git: the fork's code lies and is not run, its data and files are told."""
    checkout, commit, canary = hosted
    path = f"{tmp_path}/bin:{os.environ['PATH']}"
    fetch = "Fetch the proposed commit; it is not checked out"
    assert run_step(fetch, checkout, PATH=path, NUMBER="7", COMMIT="0" * 40).returncode == 1, "pushed to since"
    done = run_step(fetch, checkout, PATH=path, NUMBER="7", COMMIT=commit)
    assert done.returncode == 0, done.stderr
    done = run_step("Tell the changes, and which files change", checkout, BASE="origin/main", COMMIT=commit)
    assert done.returncode == 0, done.stderr
    assert git(checkout, "status", "--porcelain").splitlines() == ["?? told/"]
    work = tmp_path / "work"
    work.mkdir()
    (checkout / "told").rename(work / "told")
    body = comment_of(work / "told")
    assert "3 files changed besides the content" in body
    for file in ("data/.gitattributes", "docs/about.md", "macros/__init__.py"):
        assert f"\n{file}\n" in body.partition("</pre>")[0] + "\n", file
    assert "Chinese changed, English not (1)" in body and "科技活动周（改）" in body and "没有变化" not in body
    assert not canary.exists()
