"""How mkdocs.yml has Markdown read. MkDocs, by which it is read here, takes long to import."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from mkdocs.config.base import Config
from mkdocs.config.config_options import MarkdownExtensions
from mkdocs.utils.yaml import yaml_load

from macros.system.checkout import ROOT


class OfMarkdown(Config):
    """The settings of mkdocs.yml that say how Markdown is read."""

    markdown_extensions = MarkdownExtensions(builtins=["toc", "tables", "fenced_code"])


def markdown_settings(settings: Path = ROOT / "mkdocs.yml") -> tuple[list[str], dict[str, dict[str, Any]]]:
    """The extensions of Markdown that pages are read with, and what each is told."""
    with settings.open("rb") as file:
        told = yaml_load(file)
    config = OfMarkdown()
    config.load_dict({"markdown_extensions": told.get("markdown_extensions", [])})
    config.validate()
    return config.markdown_extensions, config["mdx_configs"]
