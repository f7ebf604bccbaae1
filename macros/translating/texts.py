"""Every text of the data that is, or may be, translated into a language, and where its translation stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from macros.records.base import BilingualText, Declared, Strict
from macros.records.collecting import regular
from macros.records.collection import Collection
from macros.records.document import Document
from macros.records.editions import edition_of
from macros.records.folder import DataFile
from macros.records.kinds import FURTHER_LANGUAGES, INTERFACE
from macros.records.shipped import shipped_qualifiers, shipped_words
from macros.records.validation import validate
from macros.records.walk import walk
from macros.text.placeholders import UNDECIDED, without_marker
from macros.yaml_files.reader import FieldPath
from macros.yaml_files.values import Value, at_path


@dataclass(frozen=True)
class Translatable:
    """A Chinese text, its translation as it stands at ``field`` of a file, empty where there is none, and what stands
    around it.

    ``name`` tells the file and the field; entries that have an id are named by it, so that it outlives new entries.
    """

    file: DataFile
    field: FieldPath
    name: str
    zh: str
    typed: str
    before: str = ""
    after: str = ""
    is_quoted: bool = False
    """Whether the Chinese is the clause that a statement quotes, in which no figure has a placeholder."""

    @property
    def said(self) -> str:
        """The translation without the marker of proposals."""
        return without_marker(self.typed)

    @property
    def is_undecided(self) -> bool:
        """Whether no person has decided on the translation."""
        return self.typed.startswith(UNDECIDED)


def translatables(collection: Collection, code: str) -> Iterator[Translatable]:
    """Every text that the language with this code may have, file by file; of records that lack English, too."""
    for data_file in collection.data_files.values():
        if (record := record_of(data_file, collection)) and data_file.reading:
            file = Typed(data_file, data_file.reading.value)
            if data_file.kind != FURTHER_LANGUAGES:
                yield from translatable_parts(file, record, code)
            elif data_file.id == code:
                yield from translatable_words(file, collection)
            if isinstance(record, Document):
                yield from translatable_sentences(file, record, code)


def record_of(file: DataFile, collection: Collection) -> Any:
    """The record as its file holds it, even if it lacks translations; None where more is wrong with it."""
    if file.entry or file.reading is None:
        return file.entry.record if file.entry else None
    lenient = Declared(collection.declared.codes, english_required=False)
    return validate(file.reading, file.kind.model, "", (), lenient)[0]


class Typed(NamedTuple):
    """A data file and what is typed in it."""

    file: DataFile
    value: Value

    def text(
        self, field: FieldPath, zh: str, before: str = "", after: str = "", *, quoted: bool = False
    ) -> Translatable:
        """A text, with what the file holds as its translation."""
        typed = at_path(self.value, field)
        name = f"{self.file.shown.partition('/')[2]} {named_field(self.value, field)}"
        return Translatable(self.file, field, name, zh, typed if isinstance(typed, str) else "", before, after, quoted)


def translatable_parts(file: Typed, record: Strict, code: str) -> Iterator[Translatable]:
    """The texts of a record; a statement without Chinese of its own says what it quotes."""
    for path, part in walk(record):
        if isinstance(part, BilingualText):
            quote = getattr(part, "quote", "") or getattr(record, "quote", "")
            if zh := part.zh or quote:
                yield file.text((*path, code), zh, "" if quote == zh else quote, quoted=not part.zh)


def named_field(value: Value, path: FieldPath) -> str:
    """A field as people write it, with the ids of entries that have one: ``figures[grants].label.en``."""
    name = ""
    for step in path:
        value = at_path(value, (step,))
        ident = value.get("id") if isinstance(value, dict) else None
        name += f"[{ident or step}]" if isinstance(step, int) else f".{step}" if name else step
    return name


def translatable_sentences(file: Typed, record: Document, code: str) -> Iterator[Translatable]:
    """The sentences of a document, each with its neighbours; cells that need no translation are left out."""
    edition = edition_of(record, regular(file.file.file.parent / record.verbatim))
    sentences = edition.sentences() if edition else []
    typed = record.translations.en if code == "en" else record.translations.others.get(code, {})
    for one, before, after in zip(sentences, [None, *sentences], [*sentences[1:], None], strict=False):
        if one.said_in(code) and one.id not in typed:
            continue  # The program says it in this language by itself, as it does numbers.
        around = (before.zh if before else "", after.zh if after else "")
        yield file.text(("translations", code, one.id), one.zh, *around)


def translatable_words(file: Typed, collection: Collection) -> Iterator[Translatable]:
    """The interface words, units, qualifiers and periods that the file of a further language may hold."""
    own = collection.single(INTERFACE)
    groups: dict[str, Mapping[str, BilingualText]] = {
        "words": {**shipped_words(), **(own.record.entries if own else {})},
        "units": {one.id: one for one in collection.units.entries},
        "qualifiers": shipped_qualifiers(),
        "periods": {one.id: one for one in collection.periods.entries},
    }
    for group, known in groups.items():
        for key, one in known.items():
            yield file.text((group, key), one.zh)
