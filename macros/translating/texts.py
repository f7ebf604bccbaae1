"""Every text of the data that is, or may be, translated into a language, and where its translation stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from macros.records.base import BilingualText, Declared
from macros.records.collecting import regular
from macros.records.collection import Collection
from macros.records.document import Document
from macros.records.editions import edition_of
from macros.records.folder import DataFile
from macros.records.kinds import FURTHER_LANGUAGES, INTERFACE
from macros.records.shipped import shipped_qualifiers, shipped_words
from macros.records.validation import validate
from macros.records.vocabulary import FurtherLanguage
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
    for file in collection.data_files.values():
        record = record_of(file, collection)
        if file.kind == FURTHER_LANGUAGES and record and file.id == code:
            yield from translatable_words(file, record, collection)
        elif record:
            for path, part in walk(record):
                if isinstance(part, BilingualText):
                    quote = getattr(part, "quote", "") or getattr(record, "quote", "")
                    before = quote if part.zh and quote != part.zh else ""
                    yield from made(file, (*path, code), part.zh or quote, before, is_quoted=not part.zh)
        if isinstance(record, Document):
            yield from translatable_sentences(file, record, code)


def record_of(file: DataFile, collection: Collection) -> Any:
    """The record as its file holds it, even if it lacks translations; None where more is wrong with it."""
    if file.entry or file.reading is None:
        return file.entry.record if file.entry else None
    lenient = Declared(collection.declared.codes, english_required=False)
    return validate(file.reading, file.kind.model, "", (), lenient)[0]


def made(
    file: DataFile, field: FieldPath, zh: str, before: str = "", after: str = "", *, is_quoted: bool = False
) -> Iterator[Translatable]:
    """One text, with what its file holds as its translation; none where there is no Chinese to translate."""
    value: Value = file.reading.value if file.reading else None
    typed = at_path(value, field)
    if zh:
        name = f"{file.shown.partition('/')[2]} {named_field(value, field)}"
        yield Translatable(file, field, name, zh, typed if isinstance(typed, str) else "", before, after, is_quoted)


def named_field(value: Value, path: FieldPath) -> str:
    """A field as people write it, with the ids of entries that have one: ``figures[grants].label.en``."""
    name = ""
    for step in path:
        value = at_path(value, (step,))
        ident = value.get("id") if isinstance(value, dict) else None
        name += f"[{ident or step}]" if isinstance(step, int) else f".{step}" if name else step
    return name


def translatable_sentences(file: DataFile, record: Document, code: str) -> Iterator[Translatable]:
    """The sentences of a document, each with its neighbours; cells that need no translation are left out."""
    edition = edition_of(record, regular(file.file.parent / record.verbatim))
    sentences = edition.sentences() if edition else []
    typed = record.translations.en if code == "en" else record.translations.others.get(code, {})
    for one, before, after in zip(sentences, [None, *sentences], [*sentences[1:], None], strict=False):
        if one.said_in(code) and one.id not in typed:
            continue  # The program says it in this language by itself, as it does numbers.
        around = (before.zh if before else "", after.zh if after else "")
        yield from made(file, ("translations", code, one.id), one.zh, *around)


def translatable_words(file: DataFile, record: FurtherLanguage, collection: Collection) -> Iterator[Translatable]:
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
            yield from made(file, (group, key), one.zh)
