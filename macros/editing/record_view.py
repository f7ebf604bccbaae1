"""A record as a form: its fields in the order of its class, what may be typed or chosen, and what the source states."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from macros.editing.document_view import JsonRow, undecided_in
from macros.editing.selection import UNIT_SIGNS, reading_shown
from macros.editing.stated_where import stated_where
from macros.editing.typed_fields import (
    OpenRecord,
    choices_for,
    declared_at,
    field_called,
    figures_and_documents,
    form_of_field,
    languages_typed,
    may_be_blank,
    period_called,
)
from macros.quantities.expression import Expression, Qualifier
from macros.records.base import BilingualText, Statement, Strict
from macros.records.collection import Collection
from macros.records.document import Note, Translations
from macros.records.figure import NO_PERIOD, Figure
from macros.records.kinds import DOCUMENTS, ERRATA
from macros.records.listing import Item
from macros.records.project import Stage
from macros.records.shared_parts import figure_entries
from macros.records.vocabulary import Term
from macros.staff.fields import Field, fields_of
from macros.text.languages import Bilingual
from macros.text.placeholders import UNDECIDED
from macros.yaml_files.values import FieldPath, Value

OWN_TEXT = Bilingual("译文", "Wording and translation")
OTHER_WORDS = Bilingual("表述（不写就用原文）", "Wording, where it is not the source's")
CONTENT = Bilingual("内容", "Text")
NAME_OF_TERM = Bilingual("名称", "Name")
NAME_OF_ITEM = Bilingual("名称（照原文）", "Name, as the source has it")


def words(said: Bilingual) -> list[str]:
    """Words in both languages, as the page takes them."""
    return [said.zh, said.en]


def record_shown(collection: Collection, record: OpenRecord) -> JsonRow:
    """A record and all its fields."""
    read = {}
    entry = collection.of(record.kind).get(record.id)
    for path, figure in figure_entries(entry.record) if entry else ():
        if isinstance(figure, Figure):
            read[path] = figure
    return {
        "key": record.key,
        "kind": words(record.kind.title),
        "title": title_shown(collection, record),
        "fields": list(fields_shown(collection, record, record.kind.model, record.value, (), read)),
    }


def record_title(record: OpenRecord) -> str:
    """What a record is called: its Chinese title or name, or its id."""
    title = record.value.get("title") or record.value.get("name")
    zh = title.get("zh") if isinstance(title, dict) else None
    return str(zh or (record.id if record.kind.many else record.kind.zh)).replace(UNDECIDED, "")


def title_shown(collection: Collection, record: OpenRecord) -> str:
    """What a record is called where the data has been read: a document by the title that stands in it."""
    if record.kind is ERRATA:
        corrected = figures_and_documents(collection).get(str(record.value.get("figure")))
        return corrected.zh if corrected else record.id
    entry = collection.of(DOCUMENTS).get(record.id) if record.kind is DOCUMENTS else None
    title = entry.record.title if entry else None
    return title.zh.replace(UNDECIDED, "") if title else record_title(record)


def fields_shown(
    collection: Collection,
    record: OpenRecord,
    model: type[Strict],
    value: dict[str, Value],
    path: FieldPath,
    read: dict[FieldPath, Figure],
) -> Iterator[JsonRow]:
    """The fields of a record or of a part of it."""
    if issubclass(model, BilingualText):
        label = own_text_called(collection, model)
        fixed = ("zh",) if issubclass(model, Item) else ()
        quoted = issubclass(model, Statement) and len(languages_typed(collection)) == 1
        unsaid = quoted and not value.get("zh")
        yield text_shown(collection, value, path, label, issubclass(model, Note), fixed, absent=unsaid)
    for field in fields_of(model):
        here = (*path, field.name)
        held = value.get(field.name)
        if (issubclass(model, BilingualText) and field.name in ("zh", "en")) or field.part is Translations:
            continue
        if field.part is not None and issubclass(field.part, BilingualText) and field.shape == "one":
            texts = held if isinstance(held, dict) else {}
            shown = text_shown(collection, texts, here, field_called(field), field.required, (), absent=held is None)
            yield {
                "help": words(field.meaning),
                **stated_row(collection, record, here, str(texts.get("zh") or "")),
            } | shown
        elif field.part is not None and field.shape != "one":
            if isinstance(held, list | dict) and held:
                yield parts_shown(collection, record, field, held, here, read)
            elif adds(record, field.part):
                row = {"kind": "add", "path": here, "label": words(field_called(field)), "help": words(field.meaning)}
                yield row | {"named": asks_name(field)}
        elif field.part is None:
            yield from value_shown(collection, record, model, field, held, here)
    if path in read:
        yield {"kind": "reading", "of": reading_rows(collection, read[path])}


def own_text_called(collection: Collection, model: type[Strict]) -> Bilingual:
    """What the text of a part itself is called; translations are spoken of only where the site has any."""
    if issubclass(model, Item):
        return NAME_OF_ITEM
    if issubclass(model, Term):
        return NAME_OF_TERM
    if len(languages_typed(collection)) > 1:
        return OWN_TEXT
    return OTHER_WORDS if issubclass(model, Statement) else CONTENT


def text_shown(
    collection: Collection,
    texts: dict[str, Value],
    path: FieldPath,
    label: Bilingual,
    required: bool,
    fixed: tuple[str, ...],
    absent: bool = False,
) -> JsonRow:
    """A text in every language of the site."""
    return {
        "kind": "text",
        "path": path,
        "label": words(label),
        "required": required,
        "absent": absent,
        "texts": [
            {
                "code": code,
                "value": str(texts.get(code) or "").replace(UNDECIDED, ""),
                "open": UNDECIDED in str(texts.get(code) or ""),
                "fixed": code in fixed,
            }
            for code in languages_typed(collection)
        ],
    }


def parts_shown(
    collection: Collection,
    record: OpenRecord,
    field: Field,
    entries: list[Value] | dict[str, Value],
    path: FieldPath,
    read: dict[FieldPath, Figure],
) -> JsonRow:
    """Parts, in a list or by key, each a form of its own."""
    assert field.part is not None
    places: Iterable[tuple[int | str, Value]] = entries.items() if isinstance(entries, dict) else enumerate(entries)
    return {
        "kind": "parts",
        "path": path,
        "label": words(field_called(field)),
        "help": words(field.meaning),
        "adds": adds(record, field.part),
        "named": asks_name(field),
        "entries": [
            {
                "path": (*path, index),
                "head": head_of(one),
                "open": undecided_in(one),
                "fields": list(fields_shown(collection, record, field.part, one, (*path, index), read)),
            }
            for index, one in places
            if isinstance(one, dict)
        ],
    }


def adds(record: OpenRecord, part: type[Strict]) -> bool:
    """Whether a part can be added without selecting words: a text, a stage of figures, or what rests on no source."""
    if part is Stage:
        return bool(record.value.get("figures"))
    return part is BilingualText or (record.kind is not DOCUMENTS and may_be_blank(part))


def asks_name(field: Field) -> bool:
    """Whether a part is asked the name of before it is added: by that, what goes by a key is found."""
    return field.shape == "by key" or field.part not in (BilingualText, Stage)


def head_of(part: dict[str, Value]) -> str:
    """A few words by which people know a part: its label, title, name, wording or quote."""
    for name in ("label", "title", "name", "zh", "quote", "stage", "field", "about"):
        held = part.get(name)
        text = held.get("zh") if isinstance(held, dict) else held
        text = "、".join(map(str, text)) if isinstance(text, list) else text
        if isinstance(text, str) and text.replace(UNDECIDED, ""):
            return text.replace(UNDECIDED, "")
    return str(part.get("id") or "…")


def value_shown(
    collection: Collection, record: OpenRecord, model: type[Strict], field: Field, held: Value, path: FieldPath
) -> Iterator[JsonRow]:
    """A field with a value of its own; what the source states is shown where there is some, ids are not."""
    declared = declared_at(model, (field.name,), {})
    form = form_of_field(declared) if declared else "fixed"
    base: JsonRow = {
        "path": path,
        "label": words(field_called(field)),
        "help": words(field.meaning),
        "required": field.required,
    }
    if form == "fixed":
        if field.name in ("quote", "cell", "about", "document_number") and held:
            yield base | {"kind": "quote", "value": str(held)}
        return
    assert declared is not None
    listed = held if isinstance(held, list) else []
    value: Any = [str(one) for one in listed] if form == "choices" else str(held or field.default or "")
    value = "、".join(map(str, listed)) if form == "words" else value
    row = base | {"kind": "line" if form in ("text", "words") else form, "value": value}
    if form in ("choice", "choices"):
        options = choices_for(collection, record, declared, path)
        if not options and not (held and field.name == "period"):
            return
        row["options"] = [[one, *words(said)] for one, said in options.items()]
    if isinstance(value, str):
        row |= {"open": UNDECIDED in value, "value": value.replace(UNDECIDED, "")}
        row |= stated_row(collection, record, path, value)
    yield row


def stated_row(collection: Collection, record: OpenRecord, path: FieldPath, value: str) -> JsonRow:
    """For a field of a document that its text states: the sentence that does, or that none does."""
    bare = value.replace(UNDECIDED, "")
    where = None
    if record.kind is DOCUMENTS and len(path) == 1:
        where = stated_where(collection, record.id, str(path[0]), bare)
    return {} if where is None else {"stated": where}


def reading_rows(collection: Collection, figure: Figure) -> list[list[str]]:
    """What the program reads of a figure: each line what it is and what it says, in both languages."""
    unit = collection.units.by_id[figure.unit]
    one = Expression(figure.written, figure.start, figure.kind, figure.values, "", Qualifier(figure.qualifier))
    shown = reading_shown(collection.sources, one)
    in_english = f"{shown.en} {unit.en}".strip()
    signed = figure.kind in UNIT_SIGNS  # The sign is the unit: 60%, and not 60% 百分数.
    period = period_told(collection, figure.period)
    rows = [
        ["原文", "As written", figure.written, figure.written],
        ["读作", "Read as", *((shown.zh, shown.en) if signed else (f"{shown.zh}{unit.zh}", in_english))],
        ["时期", "Period", period.zh, period.en],
    ]
    if figure.leaves_unit_open:
        told = Bilingual(
            f"原文写作“{figure.in_full}”，按“{unit.zh}”归类", f'written {figure.in_full}, listed under "{unit.en}"'
        )
        rows.append(["单位", "Unit", told.zh, told.en])
    if figure.hedged:
        rows.append(["限定", "Hedged", figure.hedged, figure.hedged])
    if figure.relation:
        rows.append(["关系", "Relation", figure.related, figure.related])
    return rows


def period_told(collection: Collection, period: str) -> Bilingual:
    """A figure's period; where none is stated for it, that pages name the period of its document, and which that is."""
    if not period.startswith(NO_PERIOD):
        return period_called(collection, period)
    of_document = period_called(collection, period.removeprefix(f"{NO_PERIOD}-"))
    return Bilingual(
        f"原文没有为这个数写明；网页只注明文件时期（{of_document.zh}）",
        f"not stated for this number; pages name the period of its document ({of_document.en})",
    )
