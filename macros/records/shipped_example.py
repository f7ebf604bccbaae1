"""The example that a new bureau begins with: it goes as soon as the bureau has a document of its own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from macros.records.ledger import LEDGER
from macros.system.checkout import ROOT

START = ROOT / "macros/adopting/start"
"""What a new bureau begins with in place of the demonstration's data and words."""
EXAMPLE = ("documents/example.yml", "work-areas/example.yml", "documents/example.txt")
"""The files of the example, by their places in data/; the text last, since the document's file names it."""
EXAMPLE_ID = "example"
"""Its document and its work area."""
EXAMPLE_PAGES = ("/work-areas/example/", "/sources/example/")
"""Their addresses in the ledger, if it was ever published."""


def shipped_example() -> Mapping[str, bytes]:
    """The files of the example by their places in data/, as the software has them."""
    return {one: (START / "data" / one).read_bytes() for one in EXAMPLE}


def is_published(addresses: Iterable[str]) -> bool:
    """Whether the example has a page among the addresses of a ledger."""
    return any(one.endswith(EXAMPLE_PAGES) for one in addresses)


def take_out_example(data: Path) -> bool:
    """Removes the example from a data folder; returns whether it did.

    It stays, whole, where any of its files was changed, for then it is somebody's, and where it has been published.
    """
    ledger = data / LEDGER
    if ledger.is_file() and is_published(ledger.read_text("utf-8", "replace").split()):
        return False
    files = {data / one: shipped for one, shipped in shipped_example().items() if (data / one).exists()}
    if not files or any(one.is_symlink() or one.read_bytes() != shipped for one, shipped in files.items()):
        return False
    for one in files:
        one.unlink()
    return True
