"""The templates of overrides/fragments/: how they are read."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import jinja2

OURS = "fragments"
"""The folder of our own templates in overrides/."""
BETWEEN_LINES = re.compile(r"^[ \t]+|^\n", re.MULTILINE)
"""Indents and empty lines, which are for those who write templates: a twentieth of what pages would weigh."""


def without_indents(template: str) -> str:
    """A template as it is filled. Nothing in one is shown as it is set."""
    return BETWEEN_LINES.sub("", template)


def templates_in(overrides: Path) -> Iterator[str]:
    """Every template as it is filled: the fragments by us, all else by MkDocs, which takes files as they are."""
    for file in sorted(overrides.rglob("*.html")):
        text = file.read_text("utf-8")
        yield without_indents(text) if overrides / OURS in file.parents else text


class Templates(jinja2.FileSystemLoader):
    """The templates of a folder without their indents."""

    def get_source(self, environment: jinja2.Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        """A template's text, where it stands, and whether it is still that."""
        text, place, is_current = super().get_source(environment, template)
        return without_indents(text), place, is_current
