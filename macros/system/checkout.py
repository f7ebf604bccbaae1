"""Where this checkout is."""

import os
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def docs_folder() -> Path:
    """The folder of prose: what the environment names with ``DOCS``, as mkdocs.yml reads it, else ``docs``."""
    return ROOT / (os.environ.get("DOCS") or "docs")
