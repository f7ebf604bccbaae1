"""``build.json``: what a site was built from and with, so that anyone can build it again. Nothing of the machine."""

from __future__ import annotations

import hashlib
import json
import os
import platform
import subprocess
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from macros.exports.table import Root
from macros.records.ledger import LEDGER
from macros.system.checksums import digest_of_file, site_files

PACKAGES = ("mkdocs", "properdocs", "mkdocs-material", "mkdocs-macros-plugin", "pymdown-extensions", "pygments")
LOCK_FILE = "requirements/site.txt"
BUILT_FROM = ("data", "docs", "macros", "overrides", "mkdocs.yml", LOCK_FILE)
"""What a site is made of. The ledger is not: publishing adds to it what the build made."""
GIT = {"TZ": "UTC", "LC_ALL": "C", "GIT_CONFIG_GLOBAL": os.devnull}
"""Git gives every user the same answer."""


def build_record(root: Path, data: Path, site: Root) -> dict[str, Any]:
    """The record of a build of ``data`` by the project in ``root``; ``site`` is where it will be, if known."""
    return {
        "address": site.address or None,
        **({"index_links": True} if site.index else {}),
        **commit(root),
        "data": digest_of_folder(data),
        "lock": digest_of_file(root / LOCK_FILE) if (root / LOCK_FILE).is_file() else None,
        "versions": {"python": platform.python_version(), **versions()},
    }


def versions() -> dict[str, str]:
    """The versions of what builds the site, of which there is one engine or the other (docs/maintainers/engine.md)."""
    return {name: found for name in PACKAGES if (found := version_of(name))}


def version_of(package: str) -> str | None:
    """The version of an installed package; None where it is not installed."""
    try:
        return version(package)
    except PackageNotFoundError:
        return None


def record_text(record: dict[str, Any]) -> str:
    """The record as it is published."""
    return json.dumps(record, ensure_ascii=False, indent=2) + "\n"


def digest_of_folder(folder: Path) -> str:
    """One digest of all files of a data folder: names and contents. Hidden files and the ledger do not count."""
    found = hashlib.sha256()
    for name, path in site_files(folder):
        if name != LEDGER and not any(part.startswith(".") for part in name.split("/")):
            found.update(f"{digest_of_file(path)}  {name}\n".encode())
    return found.hexdigest()


def commit(root: Path) -> dict[str, Any]:
    """The commit checked out, its date, and whether what the site is made of stands as committed.

    Outside a repository of its own, or without git, nothing is known of it.
    """
    if (
        git_answer(root, "rev-parse", "--show-prefix") != ""
    ):  # Git says nothing at the top; a path could be in any encoding.
        return {"commit": None, "committed": None, "clean": None}
    changed = git_answer(root, "status", "--porcelain", "--", *BUILT_FROM, f":(exclude)data/{LEDGER}")
    return {
        "commit": git_answer(root, "rev-parse", "HEAD"),
        "committed": git_answer(
            root, "show", "--no-patch", "--format=%cd", "--date=format-local:%Y-%m-%dT%H:%M:%SZ", "HEAD"
        ),
        "clean": None if changed is None else not changed,
    }


def git_answer(root: Path, *arguments: str) -> str | None:
    """What git answers, or None. Whoever owns the checkout, its code runs already, so git may read it too."""
    safe = f"safe.directory={root.resolve().as_posix()}"
    command = ["git", "-c", safe, "--no-optional-locks", "-C", str(root), *arguments]
    try:
        done = subprocess.run(command, capture_output=True, check=False, env=os.environ | GIT)
    except OSError:
        return None
    return done.stdout.decode("utf-8", "replace").strip() if done.returncode == 0 else None
