"""The data as it is being edited: a copy beside the data folder in which every change is kept, whatever is killed.

``base/`` is the data as it was taken, ``work/`` as it stands now, ``undo/`` one file for each change with the texts
before and after it, ``before/`` each changed file as it was when it was last handed over, ``handed/`` each as it was
before all that was ever handed over. What was begun is written down first and finished at the next start.
"""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from macros.editing.merging import merged
from macros.editing.stored_files import bytes_or_none, differing_paths, put_bytes, put_text, stored_text
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
    earlier: str | None = None
    """As it was before anything of ours was handed over; None where nothing was."""

    @property
    def seen(self) -> str:
        """By what a person names theirs who has looked at it, so that nothing they have not seen is put aside."""
        return "" if self.theirs is None else hashlib.sha256(self.theirs.encode()).hexdigest()


class WorkingCopy:
    """What is being edited of a data folder. One process at a time may have it."""

    def __init__(self, data: Path) -> None:
        """Takes up where the last run ended, and takes in what others have changed in the meantime."""
        self.data = data.resolve()
        self.folder = self.data.parent / ".cache" / "editing" / self.data.name
        self.base, self.undo = self.folder / "base", self.folder / "undo"
        self.before, self.handed = self.folder / "before", self.folder / "handed"
        self.work = self.folder / "work" / self.data.name
        """It bears the name of the data folder, by which messages call its files."""
        if not (self.folder / "state.json").is_file():
            shutil.rmtree(self.folder, ignore_errors=True)
            shutil.copytree(self.data, self.base, symlinks=True)
            shutil.copytree(self.base, self.work, symlinks=True)
            self.undo.mkdir()
            self.write_state(0)
        self.before.mkdir(exist_ok=True)
        for part in self.folder.rglob(f"*{PART_ENDING}"):  # What a killed run left half written.
            part.unlink()
        state = self.read(self.folder / "state.json")
        self.at: int = state["at"]
        """The number of the last change that stands."""
        self.doing: tuple[int, str] | None = tuple(state["doing"]) if state["doing"] else None
        """A change that was begun and is not finished, and which side of it was to stand."""
        self.finish_begun()
        self.finish_saving()
        self.take_in()

    def read(self, file: Path) -> Any:
        """A file that this class has written."""
        return json.loads(file.read_text("utf-8"))

    def write_state(self, at: int, doing: tuple[int, str] | None = None) -> None:
        """Notes which change stands, and which is being made: its number and whether ``before`` or ``after`` it."""
        write_atomically(self.folder / "state.json", json.dumps({"at": at, "doing": doing}).encode())
        self.doing = doing

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
        joined = joined and self.stands(self.at, "after")  # Or undoing it would undo what others wrote in between.
        number = self.at if joined else self.at + 1
        old = last["files"] if joined and last else {path: [self.text(path)] for path in files}
        made = {path: [old[path][0], text] for path, text in files.items()}
        self.note_before(files)
        for later in self.undo.glob("*.json"):
            if int(later.stem) > number:
                later.unlink()
        step = {"zh": said.zh, "en": said.en, "typing": typing, "files": made}
        self.write_state(self.at, (number, "after"))
        write_atomically(self.undo / f"{number}.json", json.dumps(step).encode())
        self.finish(number, "after")

    def note_before(self, paths: Iterable[str]) -> None:
        """Notes how files are before they are changed for the first time since the last handing over."""
        for path in paths:
            if not (self.before / path).exists():
                put_bytes(self.before / path, as_noted(self.text(path)))

    def finish_begun(self) -> bool:
        """Finishes what a killed run, or a full disk, has left half done; whether there was anything."""
        begun = self.doing
        if begun:
            self.finish(*begun)
        return begun is not None

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
        if not self.stands(number, "before" if side == "after" else "after"):
            raise Refused(CHANGED_SINCE)
        self.note_before(step["files"])
        self.write_state(self.at, (number, side))
        self.finish(number, side)
        return Bilingual(step["zh"], step["en"])

    def stands(self, number: int, side: str) -> bool:
        """Whether every file of a change is as it was on one side of it."""
        step = self.step(number)
        return step is not None and all(
            self.text(path) == texts[side == "after"] for path, texts in step["files"].items()
        )

    def changed(self) -> list[str]:
        """The files that differ from what was taken."""
        return differing_paths(self.base, self.work)

    def names(self) -> set[str]:
        """What the files are called, endings apart, readable or not: no new file may take the place of one."""
        return {path.rpartition("/")[2].partition(".")[0].lower() for path in files_below(str(self.work))}

    def take_in(self) -> list[str]:
        """Takes over what others have changed in files that are unchanged here; returns the files that are not."""
        left = []
        for path in differing_paths(self.data, self.base):
            theirs = bytes_or_none(self.data / path)
            if bytes_or_none(self.work / path) in (bytes_or_none(self.base / path), theirs):
                if (self.before / path).exists():
                    self.set_aside(path, stored_text(self.data / path), noted_text(self.before / path))
                for folder in (self.work, self.base):  # In this order: killed in between, it is not a change of ours.
                    put_bytes(folder / path, theirs)
            else:
                left.append(path)
        return left

    def conflicts(self) -> list[Conflict]:
        """The files changed here that somebody else has changed, too."""
        places = (self.base, self.data, self.work)
        return [Conflict(path, *(stored_text(folder / path) for folder in places)) for path in self.take_in()]

    def settle(self, found: Conflict, ours: bool) -> None:
        """Settles a conflict: what others wrote is what was taken, and stays, or will be replaced by ours."""
        path = found.path
        if not ours:
            said = Bilingual(f"采用他人对 {path} 的改动", f"Take what others made of {path}")
            self.change(said, {path: found.theirs})
        self.set_aside(path, found.theirs, found.theirs)
        put_text(self.base / path, found.theirs)

    def save(self) -> list[str]:
        """Writes what was changed into the data folder; the files written. There must be no conflict.

        What somebody else writes meanwhile stays, and is a conflict from then on. A killed one goes on.
        """
        paths = self.changed()
        listed = {path: [stored_text(self.base / path), self.text(path)] for path in paths}
        write_atomically(self.folder / "saving.json", json.dumps(listed).encode())
        self.finish_saving()
        return [path for path in paths if bytes_or_none(self.base / path) == bytes_or_none(self.work / path)]

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

    def set_aside(self, path: str, theirs: str | None, was: str | None) -> None:
        """Has what others wrote in a file count as no change of ours; where the two touch, we began with ``was``."""
        if (self.before / path).exists():
            found = merged(stored_text(self.base / path), noted_text(self.before / path), theirs)
            put_bytes(self.before / path, as_noted(found[0] if found else was))

    def handed_over(self) -> None:
        """Begins to note anew what is changed from here on."""
        for path in files_below(str(self.before)):
            if not (self.handed / path).exists():
                put_bytes(self.handed / path, (self.before / path).read_bytes())
        shutil.rmtree(self.before)
        self.before.mkdir()

    def since(self) -> Iterator[Conflict]:
        """Every file that was changed here since the last handing over, as it was (``base``) and is (``ours``)."""
        for path in files_below(str(self.before)):
            was, ours, handed = noted_text(self.before / path), self.text(path), self.handed / path
            if was != ours:
                yield Conflict(path, was, None, ours, noted_text(handed) if handed.exists() else None)


def as_noted(text: str | None) -> bytes:
    """A text, or that there is none, as before/ and handed/ hold it."""
    return ABSENT if text is None else text.encode()


def noted_text(file: Path) -> str | None:
    """What a file of before/ or handed/ says."""
    kept = file.read_bytes()
    return None if kept == ABSENT else kept.decode()
