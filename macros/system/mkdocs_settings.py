"""What mkdocs.yml says of docs/, for those who do not run MkDocs."""

from __future__ import annotations

from pathlib import Path

import yaml
from pathspec.gitignore import GitIgnoreSpec

from macros.system.checkout import ROOT

ALWAYS_EXCLUDED = (".*", "/templates/")
"""What MkDocs leaves out without being told."""


def excluded_docs(settings: Path = ROOT / "mkdocs.yml") -> GitIgnoreSpec:
    """The files below docs/ that become no part of the site."""
    told = yaml.compose(settings.read_text("utf-8"), yaml.SafeLoader)
    pairs = told.value if isinstance(told, yaml.MappingNode) else []
    excluded = next((value.value for key, value in pairs if key.value == "exclude_docs"), "")
    return GitIgnoreSpec.from_lines((*ALWAYS_EXCLUDED, *str(excluded).splitlines()))
