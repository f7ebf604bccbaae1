"""The pages as the public will see them: the site of a copy of the working copy in which nothing bears the marker."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from macros.building.preview import Preview
from macros.editing.stored_files import bytes_or_none, differing_paths, put_bytes
from macros.problems import Problem
from macros.register.assembly import register_of
from macros.register.load import Loaded, load_since
from macros.system.clock import today
from macros.text.placeholders import UNDECIDED

MARKER_ALONE = re.compile(rf"^(?P<name>[^#\n]*?(?P<key>[\w-]+): *\"?){UNDECIDED}(?P<end>\"?)[ \t]*$", re.MULTILINE)
"""A field that holds the marker and nothing else."""
STANDS_FOR = {"zh": "（待填写）"}
"""What a page shows where nothing has been written yet, by the field; in every other language than Chinese TO_COME."""
TO_COME = "[to be written]"
Tolerated = Callable[[Problem], bool]


class SeenByPublic(Preview):
    """The site as it would be; while what is wrong is more than what is left to do, as it was before."""

    def __init__(self, work: Path, folder: Path, tolerated: Tolerated) -> None:
        """Copies ``work`` below ``folder``; ``tolerated`` says of which problems the pages can be shown all the same.

        Raises LookupError where nothing can be shown.
        """
        self.work, self.tolerated = work, tolerated
        self.data = folder / work.name
        self.folder = folder / "pages"
        shutil.rmtree(folder, ignore_errors=True)
        self.data.mkdir(parents=True)
        self.loaded: Loaded = self.load(None)
        if self.loaded.last is None:
            raise LookupError
        self.begin_anew()

    def load(self, before: Loaded | None) -> Loaded:
        """Reads the copy as it is now, and makes of it what can be shown."""
        copy_without_markers(self.work, self.data)
        loaded = load_since(before, self.data, today())
        if loaded.register is None and loaded.collection.complete and all(map(self.tolerated, loaded.problems)):
            loaded = replace(loaded, last=register_of(loaded.collection))
        return loaded

    def refresh(self) -> None:
        """Takes over what was changed since."""
        before = self.loaded.last
        self.loaded = self.load(self.loaded)
        if self.loaded.last is not None and self.loaded.last is not before:
            prose = self.site.prose
            self.begin_anew()
            self.site.prose = prose

    @property
    def is_current(self) -> bool:
        """Whether the pages show everything as it stands now."""
        return all(map(self.tolerated, self.loaded.problems))


def copy_without_markers(work: Path, copy: Path) -> None:
    """Makes a copy the same as a data folder, with words in place of markers that stand alone, and no others."""
    for path in differing_paths(work, copy):
        content = bytes_or_none(work / path)
        if content is not None and path.endswith(".yml"):
            content = without_markers(content.decode("utf-8", "surrogateescape")).encode("utf-8", "surrogateescape")
        put_bytes(copy / path, content)


def without_markers(text: str) -> str:
    """The text of a data file as it would be were everything decided."""

    def filled_in(found: re.Match[str]) -> str:
        return f'{found["name"].rstrip(chr(34))}"{STANDS_FOR.get(found["key"], TO_COME)}"'

    return MARKER_ALONE.sub(filled_in, text).replace(UNDECIDED, "")
