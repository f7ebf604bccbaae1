"""Whether somebody is named who approves changes: the file CODEOWNERS, as the hosts read it.

The last line that fits a file decides. A line that names what is neither a person nor a team has no effect (GitHub).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from macros.staff.readiness_finding import Finding, Wanted, supply
from macros.text.languages import Bilingual

PLACES = (".github/CODEOWNERS", "CODEOWNERS", "docs/CODEOWNERS")
"""Where GitHub looks, in this order; GitLab looks at the second."""
OWNER = re.compile(
    r"@[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?(?:/[A-Za-z0-9_][A-Za-z0-9._-]*)*|[^@\s]+@[^@\s]+\.[^@\s]+", re.ASCII
)
APPROVED_KINDS = {
    # the pattern to fill in, what it is for, and files that must have an owner
    "/data/": (
        Bilingual("谁来审批 data/ 的改动", "who approves changes to data/"),
        ("data/bureau.yml", "data/errata/x.yml"),
    ),
    "/docs/": (Bilingual("谁来审批 docs/ 的改动", "who approves changes to docs/"), ("docs/about.md",)),
    "/data/vocabulary/": (
        Bilingual("谁来审批词汇的改动", "who approves changes to the vocabulary"),
        ("data/vocabulary/units.yml",),
    ),
    "*": (
        Bilingual("谁来审批程序、模板和检查规则的改动", "who approves changes to code, templates and rules"),
        (
            "macros/problems.py",
            "overrides/main.html",
            ".github/workflows/check.yml",
            ".gitlab-ci.yml",
            "CODEOWNERS",
        ),
    ),
}


def approvers(project: Path) -> Finding:
    """A person or a team approves each kind of change to the project (a rule of this project)."""
    title = Bilingual("写明由谁审批改动", "Those who approve changes are named")
    name = next((name for name in PLACES if (project / name).is_file()), PLACES[1])
    file = project / name
    lines = list(owners_in(file.read_text("utf-8", "replace"))) if file.is_file() else []
    wanted = [
        Wanted(what, name, pattern)
        for pattern, (what, files) in APPROVED_KINDS.items()
        if not all(has_owner(lines, one) for one in files)
    ]
    return supply("—", title, Bilingual("本项目", "This project"), wanted)


def owners_in(text: str) -> Iterator[tuple[re.Pattern[str], bool]]:
    """What the lines of a file say: which files each is for, and whether it names an owner. Others have no effect."""
    for line in text.splitlines():
        pattern, *owners = line.partition("#")[0].split() or [""]
        if pattern and not pattern.startswith(("[", "^", "!")) and all(OWNER.fullmatch(owner) for owner in owners):
            yield re.compile(as_expression(pattern)), bool(owners)


def as_expression(pattern: str) -> str:
    """A pattern of files as a regular expression; a folder stands for all in it, but ``docs/*`` for its files alone."""
    bare = pattern.strip("/")
    anchored = pattern.startswith("/") or "/" in bare
    parts = re.split(r"(\*\*/?|\*|\?)", bare)
    steps = {"**/": "(?:.*/)?", "**": ".*", "*": "[^/]*", "?": "[^/]"}
    inside = "/.+" if pattern.endswith("/") else "" if anchored and bare.endswith("/*") else "(?:/.+)?"
    return ("" if anchored else "(?:.*/)?") + "".join(steps.get(part, re.escape(part)) for part in parts) + inside


def has_owner(lines: list[tuple[re.Pattern[str], bool]], file: str) -> bool:
    """Whether the last line that fits a file names an owner."""
    return next((owned for pattern, owned in reversed(lines) if pattern.fullmatch(file)), False)
