"""What mkdocs.yml says of docs/, for those who do not run MkDocs."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import yaml
from mkdocs.config.config_options import PathSpec

from macros.system.checkout import ROOT

ALWAYS_EXCLUDED = (".*", "/templates/")
"""What MkDocs leaves out without being told."""


def excluded_docs(settings: Path = ROOT / "mkdocs.yml") -> Callable[[str], bool]:
    """Tells of a path below docs/ whether the file there becomes no part of the site."""
    told = yaml.compose(settings.read_text("utf-8"), yaml.SafeLoader)
    pairs = told.value if isinstance(told, yaml.MappingNode) else []
    excluded = next((value.value for key, value in pairs if key.value == "exclude_docs"), "")
    return PathSpec().validate("\n".join((*ALWAYS_EXCLUDED, str(excluded)))).match_file
