"""The data as it stands in the editor: what was read of the working copy, and how requests look things up in it."""

from __future__ import annotations

import secrets
import threading
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from macros.editing.document_view import RecordedMark, marks_in
from macros.editing.new_parts import Maker
from macros.editing.selection import Selection, selected
from macros.editing.typed_fields import OpenRecord, editable_kinds
from macros.editing.working_copy import WorkingCopy
from macros.problems import Refused
from macros.records.collection import Collection
from macros.records.document import Edition
from macros.records.kinds import DOCUMENTS
from macros.records.sources import Sources
from macros.register.load import Loaded, load_since
from macros.system.clock import today
from macros.text.languages import Bilingual
from macros.translating.memory import Memory, memory_of
from macros.yaml_files.values import FieldPath, Value

NOT_KNOWN = Bilingual("程序不认识这个请求，没有改动。", "This request is not known; nothing was changed.")
NO_SUCH_RECORD = Bilingual("没有这条记录，或者读不出来。", "There is no such record, or it cannot be read.")
NOT_A_CHOICE = Bilingual("只能从所列的各项中选。", "Choose one of those listed.")
NOT_IN_FORM = Bilingual("写法不对，没有改动。", "This is not written as it should be; nothing was changed.")
NO_SUCH_PART = Bilingual("这条记录没有这样的部分。", "The record has no such part.")


@dataclass(frozen=True)
class Edit:
    """What one request comes to: how people call it, the new texts, and the part it made or changed."""

    said: Bilingual
    texts: Mapping[str, str | None]
    record: str = ""
    path: FieldPath = ()
    typing: str = ""


class Session:
    """A data folder being edited."""

    def __init__(self, data: Path) -> None:
        """Takes up the working copy of the data folder."""
        self.copy = WorkingCopy(data)
        self.lock = threading.RLock()
        self.version = secrets.randbelow(2**40)
        """Grows with every change; begins elsewhere at every start, so that no page of an earlier run hits on it."""
        self.loaded: Loaded = load_since(None, self.copy.work, today())
        self.known: dict[str, tuple[object, dict[str, Value]]] = {}
        """The values of files that were read, by path; they are read again where the file was."""

        self.marked: dict[str, tuple[object, Sources, list[RecordedMark]]] = {}
        """What was found that records rest on, by path; it is looked for again where the file or a document changed."""

        self.memories: dict[str, Memory] = {}

    @property
    def collection(self) -> Collection:
        """Everything as it stands."""
        return self.loaded.collection

    def refresh(self) -> None:
        """Reads again what was written."""
        self.loaded = load_since(self.loaded, self.copy.work, today())
        self.version += 1
        self.memories.clear()

    def records(self) -> Iterator[OpenRecord]:
        """Every record that can be opened and read, in order."""
        kinds = editable_kinds(self.collection)
        for file in self.collection.data_files.values():
            if file.kind in kinds and file.reading is not None:
                path = file.shown.partition("/")[2]
                held = self.known.get(path)
                if held is None or held[0] is not file.reading:
                    held = self.known[path] = (file.reading, file.reading.value)
                yield OpenRecord(f"{file.kind.place}/{file.id}", path, file.kind, file.id, file.reading.text, held[1])

    def record(self, key: object) -> OpenRecord:
        """A record by its key; raises Refused where there is none."""
        found = next((one for one in self.records() if one.key == key), None)
        if found is None:
            raise Refused(NO_SUCH_RECORD)
        return found

    def marks(self, record: OpenRecord) -> list[RecordedMark]:
        """Every part of a record that rests on words, where these can be found."""
        held = self.marked.get(record.path)
        if held is None or held[0] is not record.value or held[1] is not self.collection.sources:
            found = list(marks_in(self.collection.sources, record))
            held = self.marked[record.path] = (record.value, self.collection.sources, found)
        return held[2]

    def whole_text(self, record: OpenRecord) -> str:
        """The text of a record's file, with its line ends."""
        return self.copy.text(record.path) or ""

    @property
    def maker(self) -> Maker:
        """Makes new parts."""
        return Maker(self.collection, self.proposed)

    def memory(self, code: str) -> Memory:
        """What the data has translated into a language; looked up anew once something was changed."""
        if code not in self.memories:
            self.memories[code] = memory_of(self.collection, code)
        return self.memories[code]

    def proposed(self, zh: str, code: str) -> str:
        """What the same Chinese words were translated as; empty where they were not."""
        same = (one.said for one in self.memory(code).proposals(zh) if one.likeness == 1)
        return next(same, "") if zh else ""

    def place(self, request: Mapping[str, object]) -> Selection:
        """The stretch of a document that a request names."""
        document = request.get("document")
        entry = self.collection.of(DOCUMENTS).get(str(document))
        if entry is None or not isinstance(entry.record, Edition):
            raise Refused(NO_SUCH_RECORD)
        return selected(self.collection, entry.id, *(request.get(name) for name in ("sentence", "start", "end")))


def path_asked(given: object) -> FieldPath:
    """The path that a request names: names and numbers of fields and entries; raises Refused for anything else."""
    if not isinstance(given, list) or len(given) > 8 or not all(type(step) in (str, int) for step in given):
        raise Refused(NOT_KNOWN)
    return tuple(given)
