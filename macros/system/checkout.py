"""Where this checkout is."""

import os
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def docs_folder() -> Path:
    """The folder of prose: what the environment names with ``DOCS``, as mkdocs.yml reads it, else ``docs``."""
    return ROOT / (os.environ.get("DOCS") or "docs")


def cache_folder(name: str) -> Path | None:
    """A folder for what can be made again, beside the software as Python keeps its own; None where it cannot be had."""
    folder = ROOT / ".cache" / name
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        return None
    return folder if os.access(folder, os.W_OK) else None
