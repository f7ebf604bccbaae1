"""The data as it is being edited: a copy beside the data folder in which every change is kept, whatever is killed.

``base/`` is the data as it was taken, ``work/`` as it stands now, ``undo/`` one file for each change with the texts
before and after it, ``before/`` each changed file as it was when it was last handed over. What was begun is written
down first and finished at the next start.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from macros.problems import Refused
from macros.records.folder import files_below
from macros.system.atomic_write import PART_ENDING, remove_partial, write_atomically
from macros.text.languages import Bilingual

ABSENT = b"\0absent"
"""Stands in before/ for a file that was not there; no data file may hold a zero byte."""
CHANGED_SINCE = Bilingual(
    "此后文件有了别的改动，这一步不能撤销或重做。",
    "The file has been changed otherwise since; this step can be neither undone nor redone.",
)
Texts = Mapping[str, str | None]
"""Data files by their path below the data folder; None for one that is not there."""


@dataclass(frozen=True)
class Conflict:
    """A file that somebody else has written since it was taken: its text as taken, theirs and ours."""

    path: str
    base: str | None
    theirs: str | None
    ours: str | None


class WorkingCopy:
    """What is being edited of a data folder. One process at a time may have it."""

    def __init__(self, data: Path) -> None:
        """Takes up where the last run ended, and takes in what others have changed in the meantime."""
        self.data = data.resolve()
        self.folder = self.data.parent / ".cache" / "editing" / self.data.name
        self.base, self.undo, self.before = (self.folder / name for name in ("base", "undo", "before"))
        self.work = self.folder / "work" / self.data.name
        """It bears the name of the data folder, by which messages call its files."""
        if not (self.folder / "state.json").is_file():
            shutil.rmtree(self.folder, ignore_errors=True)
            shutil.copytree(self.data, self.base, symlinks=True)
            shutil.copytree(self.base, self.work, symlinks=True)
            for folder in (self.undo, self.before):
                folder.mkdir()
            self.write_state(0)
        for part in self.folder.rglob(f"*{PART_ENDING}"):  # What a killed run left half written.
            part.unlink()
        state = self.read(self.folder / "state.json")
        self.at: int = state["at"]
        """The number of the last change that stands."""
        if state["doing"]:
            self.finish(*state["doing"])
        self.finish_saving()
        self.take_in()

    def read(self, file: Path) -> Any:
        """A file that this class has written."""
        return json.loads(file.read_text("utf-8"))

    def write_state(self, at: int, doing: tuple[int, str] | None = None) -> None:
        """Notes which change stands, and which is being made: its number and whether ``before`` or ``after`` it."""
        write_atomically(self.folder / "state.json", json.dumps({"at": at, "doing": doing}).encode())

    def step(self, number: int) -> dict[str, Any] | None:
        """A change by its number; None where there is none."""
        file = self.undo / f"{number}.json"
        return self.read(file) if file.is_file() else None

    def text(self, path: str) -> str | None:
        """A file as it stands in the working copy; None where it is not there. Raises Refused where it is no text."""
        return stored_text(self.work / path)

    def change(self, said: Bilingual, files: Texts, typing: str = "") -> None:
        """Makes one change, which can be undone as one. With the same ``typing`` as the last it is one with that."""
        files = {path: text for path, text in files.items() if self.text(path) != text}
        if not files:
            return
        last = self.step(self.at)
        joined = bool(typing and last and last["typing"] == typing and last["files"].keys() == files.keys())
        number = self.at if joined else self.at + 1
        old = last["files"] if joined and last else {path: [self.text(path)] for path in files}
        made = {path: [old[path][0], text] for path, text in files.items()}
        for path, (before, _) in made.items():
            kept = self.before / path
            if not kept.exists():
                kept.parent.mkdir(parents=True, exist_ok=True)
                write_atomically(kept, ABSENT if before is None else before.encode())
        for later in self.undo.glob("*.json"):
            if int(later.stem) > number:
                later.unlink()
        step = {"zh": said.zh, "en": said.en, "typing": typing, "files": made}
        self.write_state(self.at, (number, "after"))
        write_atomically(self.undo / f"{number}.json", json.dumps(step, ensure_ascii=False).encode())
        self.finish(number, "after")

    def finish(self, number: int, side: str) -> None:
        """Does what was written down; doing it twice changes nothing."""
        if step := self.step(number):
            for path, texts in step["files"].items():
                put_text(self.work / path, texts[side == "after"])
            self.at = number if side == "after" else number - 1
        self.write_state(self.at)

    def take_back(self) -> Bilingual | None:
        """Undoes the last change; what it was, or None where there is none. Raises Refused where it does not fit."""
        return self.again(self.at, "before")

    def repeat(self) -> Bilingual | None:
        """Makes the change again that was undone last."""
        return self.again(self.at + 1, "after")

    def again(self, number: int, side: str) -> Bilingual | None:
        """Goes to one side of a change from the other."""
        step = self.step(number)
        if step is None:
            return None
        if any(self.text(path) != texts[side == "before"] for path, texts in step["files"].items()):
            raise Refused(CHANGED_SINCE)
        self.write_state(self.at, (number, side))
        self.finish(number, side)
        return Bilingual(step["zh"], step["en"])

    def changed(self) -> list[str]:
        """The files that differ from what was taken."""
        return differing_paths(self.base, self.work)

    def take_in(self) -> list[str]:
        """Takes over what others have changed in files that are unchanged here; returns the files that are not."""
        left = []
        for path in differing_paths(self.data, self.base):
            theirs = bytes_or_none(self.data / path)
            if bytes_or_none(self.work / path) in (bytes_or_none(self.base / path), theirs):
                for folder in (self.base, self.work):
                    put_bytes(folder / path, theirs)
            else:
                left.append(path)
        return left

    def conflicts(self) -> list[Conflict]:
        """The files changed here that somebody else has changed, too."""
        places = (self.base, self.data, self.work)
        return [Conflict(path, *(stored_text(folder / path) for folder in places)) for path in self.take_in()]

    def settle(self, path: str, ours: bool) -> None:
        """Settles a conflict: what others wrote is what was taken, and stays, or will be replaced by ours."""
        theirs = stored_text(self.data / path)
        if not ours:
            said = Bilingual(f"采用他人对 {path} 的改动", f"Take what others made of {path}")
            self.change(said, {path: theirs})
        put_text(self.base / path, theirs)

    def save(self) -> list[str]:
        """Writes what was changed into the data folder; the files. There must be no conflict. A killed one goes on."""
        paths = self.changed()
        listed = {path: [stored_text(self.base / path), self.text(path)] for path in paths}
        write_atomically(self.folder / "saving.json", json.dumps(listed, ensure_ascii=False).encode())
        self.finish_saving()
        return paths

    def finish_saving(self) -> None:
        """Writes what a save has not written yet; a file that somebody else wrote in between stays as it is."""
        journal = self.folder / "saving.json"
        for path, (before, after) in (self.read(journal) if journal.is_file() else {}).items():
            remove_partial(self.data / path)
            if stored_text(self.data / path) in (before, after):
                put_text(self.data / path, after)
                put_text(self.base / path, after)
        with suppress(FileNotFoundError):
            journal.unlink()

    def handed_over(self) -> None:
        """Begins to note anew what is changed from here on."""
        shutil.rmtree(self.before)
        self.before.mkdir()

    def since(self) -> Iterator[Conflict]:
        """Every file that was changed here since the last handing over, as it was (``base``) and is (``ours``)."""
        for path in files_below(str(self.before)):
            kept = (self.before / path).read_bytes()
            was = None if kept == ABSENT else kept.decode()
            if was != self.text(path):
                yield Conflict(path, was, None, self.text(path))


def differing_paths(one: Path, other: Path) -> list[str]:
    """The paths that only one of two folders holds, or that differ."""
    held = {path for folder in (one, other) for path in files_below(str(folder))}
    return sorted(path for path in held if bytes_or_none(one / path) != bytes_or_none(other / path))


def bytes_or_none(file: Path) -> bytes | None:
    """The content of a regular file; None where there is none."""
    return file.read_bytes() if file.is_file() and not file.is_symlink() else None


def stored_text(file: Path) -> str | None:
    """The text of a file; None where there is none. Raises Refused where it is no UTF-8."""
    content = bytes_or_none(file)
    try:
        return None if content is None else content.decode()
    except UnicodeDecodeError:
        name = file.name
        said = Bilingual(f"{name} 不是 UTF-8 文字，不能编辑。", f"{name} is no text in UTF-8 and cannot be edited.")
        raise Refused(said) from None


def put_text(file: Path, text: str | None) -> None:
    """Writes a text, or removes the file."""
    put_bytes(file, None if text is None else text.encode())


def put_bytes(file: Path, content: bytes | None) -> None:
    """Writes a file whole, or removes it; one that is so already is left alone."""
    if content is None:
        with suppress(FileNotFoundError):
            file.unlink()
    elif bytes_or_none(file) != content:
        file.parent.mkdir(parents=True, exist_ok=True)
        write_atomically(file, content)
