"""Which files belong to the software and which to the bureau; docs/maintainers/adopting.md gives the reasons."""

from __future__ import annotations

from typing import Literal

TAKEN_UP = "Software-Taken-Up: yes"
"""Stands in the message of a commit that holds the software as a release has it; an upgrade starts from there."""
KEPT = "Software-Kept: "
"""Stands there before the name of each file that the bureau keeps in a form of its own."""

Side = Literal["software", "bureau"]

SOFTWARE = (
    ".ci",
    ".gitattributes",
    ".github",
    ".gitignore",
    ".gitlab-ci.yml",
    ".pre-commit-config.yaml",
    ".schemas",
    ".vscode",
    "CONTRIBUTING.en.md",
    "CONTRIBUTING.md",
    "LICENSE",
    "Makefile",
    "README.md",
    "README.zh.md",
    "docs/maintainers",
    "macros",
    "overrides",
    "pyproject.toml",
    "requirements",
    "tests",
)
"""What a later release replaces: a file, or a folder with all that is in it."""
BUREAUS_OWN = ("CODEOWNERS", "data", "docs", "mkdocs.yml")
"""What only the bureau changes; of ``docs``, the part that ``SOFTWARE`` names is not the bureau's."""


def side(path: str) -> Side | None:
    """Whose a file is, by its path in the repository with ``/``; the longest name counts; None where none fits."""
    found = [
        (len(name), whose)
        for whose, names in (("software", SOFTWARE), ("bureau", BUREAUS_OWN))
        for name in names
        if path == name or path.startswith(f"{name}/")
    ]
    whose = max(found, default=(0, None))[1]
    return "software" if whose == "software" else "bureau" if whose == "bureau" else None
