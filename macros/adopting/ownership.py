"""Which files belong to the software and which to the bureau; docs/maintainers/adopting.md gives the reasons."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

TAKEN_UP = "Software-Taken-Up: yes"
"""Stands in the message of a commit that holds the software as a release has it; an upgrade starts from there."""
KEPT = "Software-Kept: "
"""Stands there before the name of each file that the bureau keeps in a form of its own."""
OWNERSHIP_TABLE = "macros/adopting/ownership.toml"
"""The table, by its path in the repository: every release holds it."""

Side = Literal["software", "bureau"]


@dataclass(frozen=True)
class Ownership:
    """The table of a release: names of files, and of folders with all that is in them."""

    software: tuple[str, ...]
    bureau: tuple[str, ...]

    def side(self, path: str) -> Side | None:
        """Whose a file is, by its path in the repository with ``/``; the longest name counts; None where none fits."""
        sides: tuple[tuple[Side, tuple[str, ...]], ...] = (("software", self.software), ("bureau", self.bureau))
        return max(
            (
                (len(name), whose)
                for whose, names in sides
                for name in names
                if path == name or path.startswith(f"{name}/")
            ),
            default=(0, None),
        )[1]


def read_ownership(text: str) -> Ownership:
    """The table from its text. Raises ValueError where it is not of two lists of names."""
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        raise ValueError(OWNERSHIP_TABLE) from None
    lists = [table.get(name) for name in ("software", "bureau")]
    if not all(isinstance(names, list) and all(isinstance(name, str) for name in names) for names in lists):
        raise ValueError(OWNERSHIP_TABLE)
    return Ownership(tuple(lists[0] or ()), tuple(lists[1] or ()))


OWNERSHIP_HERE = read_ownership(Path(__file__).with_suffix(".toml").read_text("utf-8"))
"""The table of this release."""
