"""The example that a new bureau begins with goes as soon as it has a document of its own."""

from __future__ import annotations

from pathlib import Path

START = Path(__file__).parent / "start"
"""What a new bureau begins with in place of the demonstration's data and words."""
EXAMPLE = ("documents/example.yml", "work-areas/example.yml", "documents/example.txt")
"""The files of the example, by their places in data/; the text last, since the document's file names it."""


def take_out_example(data: Path) -> bool:
    """Removes the example from a data folder; returns whether it did.

    It stays, whole, where any of its files was changed: then it is somebody's.
    """
    files = {data / one: START / "data" / one for one in EXAMPLE if (data / one).exists()}
    if not files or any(one.is_symlink() or one.read_bytes() != began.read_bytes() for one, began in files.items()):
        return False
    for one in files:
        one.unlink()
    return True
