"""Reads the lock files and the list of licences: which packages, which versions, which hashes, under which terms."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path

from tests.places import ROOT

PURPOSES = {
    "requirements/pip.txt": "installing",
    "requirements/site.txt": "site",
    "requirements/dev.txt": "checks",
    "requirements/bench.txt": "comparisons",
    "requirements/advisories.txt": "advisories",
    "requirements/properdocs.txt": "ProperDocs",
}
"""What each lock file of Python packages is for."""
NODE = Path("tests/tools/audit/package-lock.json")
"""The lock file of the page audit's packages, which run in Node."""
TABLE = ROOT / "docs/maintainers/dependencies.md"
"""Every locked package with its licence."""

ROW = re.compile(r"^\| `(?P<name>[^`]+)` \| (?P<licence>[^|]+) \| (?P<purpose>[^|]+) \|$", re.MULTILINE)
PINNED = re.compile(r"(?P<name>[a-z0-9][a-z0-9.-]*)==(?P<version>[^\s;]+)")
HASH = re.compile(r"--hash=sha256:([0-9a-f]{64})(?!\S)")


@dataclass(frozen=True, order=True)
class Locked:
    """A package as a lock file holds it; a hash for every file that may be installed."""

    name: str
    version: str
    hashes: tuple[str, ...]


def locked(text: str) -> list[Locked]:
    """The packages of a lock file's text; a line that is none raises ValueError."""
    found = []
    for line in text.replace("\\\n", " ").splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        pinned = PINNED.match(line)
        if pinned is None:
            raise ValueError(f"not a pinned package: {line[:80]}")
        found.append(Locked(pinned["name"], pinned["version"], tuple(HASH.findall(line))))
    return found


def locked_in(file: str) -> list[Locked]:
    """The packages of one of our lock files."""
    return locked((ROOT / file).read_text("utf-8"))


def node_packages() -> dict[str, dict[str, str]]:
    """What the Node lock file says of each package, by name."""
    packages = json.loads((ROOT / NODE).read_text("utf-8"))["packages"]
    return {place.rpartition("node_modules/")[2]: stated for place, stated in packages.items() if place}


def written() -> dict[tuple[str, str], str]:
    """The licences as the table has them, by package and purpose."""
    text = TABLE.read_text("utf-8") if TABLE.exists() else ""
    return {(row["name"], row["purpose"]): row["licence"] for row in ROW.finditer(text)}
