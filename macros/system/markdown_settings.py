"""How mkdocs.yml has Markdown read. MkDocs, by which it is read here, takes long to import."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from mkdocs.config.config_options import MarkdownExtensions
from mkdocs.utils.yaml import yaml_load

from macros.system.checkout import ROOT

EXTENSIONS_ALWAYS_ON = ["toc", "tables", "fenced_code"]
"""The extensions that MkDocs uses without being told."""


def markdown_settings(settings: Path = ROOT / "mkdocs.yml") -> tuple[list[str], dict[str, dict[str, Any]]]:
    """The extensions of Markdown that pages are read with, and what each is told."""
    with settings.open("rb") as file:
        told = yaml_load(file).get("markdown_extensions", [])
    option = MarkdownExtensions(builtins=EXTENSIONS_ALWAYS_ON)
    return option.run_validation(told), option.configdata
