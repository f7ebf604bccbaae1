"""Which fields a person may type or choose in the editor, and from what: read off the record classes.

What a source states is never among them: quotes, numerals, cells and readings are made from selections alone.
"""

from __future__ import annotations

import functools
import re
import sys
import typing
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from macros.quantities.dates_printed import date_in_chinese, date_in_english
from macros.records.base import BilingualText, Day, English, FigureId, Id, Moment, Named, Strict, Text, Whole, YesNo
from macros.records.bureau import Address, Bureau, Email, LanguageCode, SecureAddress, Telephone
from macros.records.collection import Collection
from macros.records.document import Document
from macros.records.erratum import Erratum
from macros.records.figure import FigureEntry
from macros.records.kinds import (
    BUREAU,
    DOCUMENTS,
    EMENDATION_KINDS,
    ERRATA,
    EVALUATIONS,
    EXPLAINED_TERMS,
    INTERFACE,
    ITEM_KINDS,
    PERIODS,
    RETIRED,
    SECTIONS,
    SPELLINGS,
    STAGES,
    STATUSES,
    SYNONYMS,
    TABLES,
    UNITS,
    WORK_AREAS,
    Kind,
)
from macros.records.listing import Item, Listing
from macros.records.periods import NEEDS_NO_ENTRY
from macros.records.retired import SitePlace
from macros.records.section import DeclaredSection, SectionField
from macros.records.shared_parts import figure_entries
from macros.records.vocabulary import CurrencyCode, Han, Latin, OwnTable
from macros.rules.own_tables import own_tables_in
from macros.rules.periods_stated import periods_allowed
from macros.staff.fields import Field, fields_of, shape_of
from macros.text.languages import LANGUAGES, Bilingual
from macros.text.placeholders import UNDECIDED
from macros.yaml_files.values import FieldPath, Value

FieldForm = Literal["text", "words", "day", "moment", "whole", "yes-no", "choice", "choices", "fixed"]
Choices = dict[str, Bilingual]
"""What may be chosen: each value and what people call it."""

FROM_THE_SOURCE = frozenset(
    "id quote source numeral cell reading sentence about stood printed verbatim script original file omitted "
    "emendations marks framing no_quantity".split()
)
"""Fields that nobody types here, in whatever part they stand."""
TYPED_FORMS: tuple[tuple[Any, FieldForm], ...] = (
    (Text, "text"),
    (English, "text"),
    (Han, "text"),
    (Latin, "text"),
    (CurrencyCode, "text"),
    (Address, "text"),
    (SecureAddress, "text"),
    (Email, "text"),
    (Telephone, "text"),
    (SitePlace, "text"),
    (Day, "day"),
    (Moment, "moment"),
    (Whole, "whole"),
    (YesNo, "yes-no"),
)
SHORT_NAMES = {
    "of": Bilingual("是哪项数据的变化、部分或份额", "A change, part or share of"),
    "period": Bilingual("所属时期", "Period"),
    "note": Bilingual("备注", "Note"),
    "label": Bilingual("名称：这个数说的是什么", "Name: what the number counts"),
    "summary": Bilingual("概要", "Summary"),
    "statements": Bilingual("事实", "Statements"),
    "pipeline": Bilingual("项目阶段", "Stages"),
    "lists": Bilingual("名单", "Lists"),
    "items": Bilingual("条目", "Entries"),
    "commitments": Bilingual("目标", "Goals"),
    "values": Bilingual("各列", "Columns"),
    "kind": Bilingual("种类", "Kind"),
    "work_area": Bilingual("所属工作领域", "Work area"),
    "names_not_stated": Bilingual("原文只写类别，没有名称", "Classes only, no names"),
    "order": Bilingual("排列次序", "Order"),
    "stage": Bilingual("所处阶段", "Stage"),
    "grant": Bilingual("资助金额", "Grant"),
    "grant_together": Bilingual("合计的资助金额", "Grant, together"),
    "term": Bilingual("写明期限的数据", "Figure of the time allowed"),
    "due": Bilingual("截止日期", "Due"),
    "progress": Bilingual("进展", "Progress"),
    "wording_only": Bilingual("只涉及字词标点", "Wording only"),
    "published": Bilingual("发布时间", "Published"),
    "date": Bilingual("成文日期", "Date"),
    "title": Bilingual("标题", "Title"),
    "description": Bilingual("说明", "Description"),
    "pages": Bilingual("网页", "Pages"),
    "members": Bilingual("由谁组成", "Members"),
    "type": Bilingual("这一列是什么", "What it holds"),
    "counts": Bilingual("计的是什么", "What it counts"),
    "entries": Bilingual("词条", "Entries"),
}
"""What fields are called whose meaning takes more words than a form has room for."""

KEPT_BY_HAND = (
    *(ERRATA, SECTIONS, RETIRED, EXPLAINED_TERMS, SYNONYMS, UNITS, PERIODS, ITEM_KINDS, STAGES, STATUSES),
    *(EMENDATION_KINDS, SPELLINGS, TABLES, INTERFACE),
)
"""Kinds of files that rest on no source: what stands in them is typed."""
CODES_SAID = {
    "name": Bilingual("名称", "A name"),
    "figure": Bilingual("一项数据", "A figure"),
    "date": Bilingual("日期（从引文读出）", "A date, read in the quote"),
    "term": Bilingual("从几个词中选一个", "One of some words"),
    "text": Bilingual("引文中的一段话", "Words of the quote"),
    "each": Bilingual("每条记录一页", "A page for every record"),
    "one": Bilingual("全部记录在一页", "All records on one page"),
    "money": Bilingual("资金", "Money"),
    "people": Bilingual("人员", "People"),
    "refuse": Bilingual("不生成网站", "Do not build the site"),
    "mark": Bilingual("显示中文，并注明尚未翻译", "Show the Chinese, marked as not yet translated"),
    "zh": Bilingual("中文", "Chinese"),
    "en": Bilingual("英文", "English"),
}
"""What people call the values of a field that takes only some."""


VOCABULARY_OF = {"stage": STAGES, "status": STATUSES}
"""Fields that name an entry of a vocabulary."""
NAMING_LISTS: Mapping[type[Strict], tuple[str, ...]] = {
    Listing: ("kind",),
    OwnTable: ("lists", "carriers"),
    DeclaredSection: ("members",),
}
"""Fields that name a kind of list."""


@dataclass(frozen=True)
class OpenRecord:
    """A record of the data as its file holds it: ``key`` is folder and id."""

    key: str
    path: str
    """Of its file, from the data folder."""
    kind: Kind
    id: str
    text: str
    value: dict[str, Value]


@dataclass(frozen=True)
class DeclaredField:
    """A field as its class declares it: the class, the field, and the type of one value."""

    owner: type[Strict]
    field: Field
    kind: Any


def editable_kinds(collection: Collection) -> tuple[Kind, ...]:
    """The kinds of records that the editor opens."""
    return (DOCUMENTS, *collection.paged_kinds, EVALUATIONS, BUREAU, *KEPT_BY_HAND)


def declared_at(model: type[Strict], path: FieldPath, value: Value) -> DeclaredField | None:
    """How the field at a path is declared; None where the class has none or the file does not hold what leads to it.

    A field of a part may be absent, the part itself only where it is a text; entries, by number or by key, are there.
    """
    found: DeclaredField | None = None
    part: type[Strict] | None = model
    keyed = False
    for step in path:
        if isinstance(step, int):
            if not isinstance(value, list) or not 0 <= step < len(value):
                return None
            value = value[step]
            continue
        if keyed:
            if not isinstance(value, dict) or step not in value:
                return None
            value, keyed = value[step], False
            continue
        there = isinstance(value, dict) or (value is None and part is BilingualText)
        found = declared_fields(part).get(step) if part and there else None
        if found is None:
            return None
        value = value.get(step) if isinstance(value, dict) else None
        part, keyed = found.field.part, found.field.shape == "by key"
    return found


@functools.cache
def declared_fields(part: type[Strict]) -> Mapping[str, DeclaredField]:
    """The fields of a class, by name."""
    hints = typing.get_type_hints(part, include_extras=True)
    fields = {one.name: one for one in fields_of(part)}
    kinds = {info.alias or name: shape_of(hints[name])[1] for name, info in part.model_fields.items()}
    return {name: DeclaredField(part, field, kinds[name]) for name, field in fields.items()}


def form_of_field(declared: DeclaredField) -> FieldForm:
    """How the editor lets a field be filled in."""
    name, owner = declared.field.name, declared.owner
    if name in FROM_THE_SOURCE or (issubclass(owner, Item) and name == "zh"):
        return "fixed"
    chosen = declared.kind in (Named, FigureId, Id, LanguageCode) or typing.get_origin(declared.kind) is Literal
    if declared.field.part is not None or declared.field.shape == "by key":
        return "fixed"
    if chosen:
        return "choices" if declared.field.shape == "list" else "choice"
    form: FieldForm = next((form for kind, form in TYPED_FORMS if kind == declared.kind), "fixed")
    if declared.field.shape == "list":
        return "words" if form == "text" else "fixed"
    return form


def may_be_blank(part: type[Strict]) -> bool:
    """Whether a new part of a list can be filled in by hand: it rests on no source, and nothing needed is fixed."""
    fields = declared_fields(part)
    rests = issubclass(part, Item) or bool({"quote", "cell", "sentence"} & fields.keys())
    needed = (one for name, one in fields.items() if one.field.required and name != "id" and one.field.part is None)
    return not rests and all(form_of_field(one) != "fixed" for one in needed)


def field_called(field: Field) -> Bilingual:
    """A few words for a field: its own, or the beginning of what its class says of it."""
    short = [re.split("[，；。：（]|, |; |: ", words)[0] for words in (field.meaning.zh, field.meaning.en)]
    return SHORT_NAMES.get(field.name, Bilingual(*short))


def choices_for(collection: Collection, record: OpenRecord, declared: DeclaredField, path: FieldPath) -> Choices:
    """What may be chosen for a field of a record, in the order in which people look for it; nothing where there is no
    choice, as what to do without a translation on a site in one language."""
    name, owner, place, ident, value = declared.field.name, declared.owner, record.kind.place, record.id, record.value
    if name == "untranslated" and len(languages_typed(collection)) == 1:
        return {}
    if typing.get_origin(declared.kind) is Literal:
        return {one: CODES_SAID.get(one, Bilingual(one, one)) for one in typing.get_args(declared.kind)}
    if name == "languages":
        return {one.code: Bilingual(one.name, one.name) for one in (*LANGUAGES, *collection.languages)}
    if name == "current_document":
        return {
            one: as_said(entry.record.title) for one, entry in collection.of(DOCUMENTS).items() if entry.record.title
        }
    if name == "units":
        return {one.id: Bilingual(one.zh, one.en) for one in collection.units.entries}
    if owner is Erratum:
        return figures_and_documents(collection)
    vocabulary = VOCABULARY_OF.get(name) or (ITEM_KINDS if name in NAMING_LISTS.get(owner, ()) else None)
    if vocabulary:
        return {one: Bilingual(term.zh, term.en) for one, term in (collection.terms(vocabulary) or {}).items()}
    if name == "period":
        entry = collection.of(record.kind).get(ident)
        allowed = periods_allowed(collection, entry, path[:-1]) if entry else set()
        return {one: period_called(collection, one) for one in sorted(allowed) if one in collection.periods}
    if name == "work_area":
        return {one: as_said(entry.record.title) for one, entry in collection.of(WORK_AREAS).items()}
    if name == "series":
        return series_to_choose(collection)
    if name == "field" and (section := collection.of(SECTIONS).get(place)):
        return {one.id: as_said(one.title) for one in section.record.fields}
    if name == "term" and "values" in value and (section := collection.of(SECTIONS).get(place)):
        terms = (term for one in section.record.fields for term in one.terms)
        return {one.id: as_said(one.title) for one in terms}
    if name == "questions" and (area := collection.of(WORK_AREAS).get(str(value.get("work_area")))):
        return {one.id: as_said(one.title) for one in area.record.lists}
    others = owner is Bureau or name == "lead_figure" or (owner is FigureEntry and name == "of")
    return dict(figures_to_choose(collection, ident, value, others))


def series_to_choose(collection: Collection) -> Choices:
    """The series that figures may be of: those that tables of the bureau hold, those that there are, and that of each
    figure which is of none yet."""
    tables = {table.series: Bilingual(table.zh, table.en) for _, _, table in own_tables_in(collection) if table.series}
    every = (one for entry in collection.all() for _, one in figure_entries(entry.record))
    return {one.series or one.id: as_said(one.label) for one in every} | tables


def period_called(collection: Collection, ident: str) -> Bilingual:
    """What a period is called: by its entry, or by the date that it is, as 2032年上半年."""
    if entry := collection.periods.by_id.get(ident):
        return Bilingual(entry.zh, entry.en)
    dated = NEEDS_NO_ENTRY.fullmatch(ident) is not None
    return (
        Bilingual(date_in_chinese(ident.upper()), date_in_english(ident.upper())) if dated else Bilingual(ident, ident)
    )


def figures_and_documents(collection: Collection) -> Choices:
    """What can be corrected: every figure, and the printed text of every document."""
    titles = {one: as_said(entry.record.title) for one, entry in collection.of(DOCUMENTS).items() if entry.record.title}
    return dict(figures_to_choose(collection, "", {}, True)) | titles


def figures_to_choose(
    collection: Collection, ident: str, record: dict[str, Value], others: bool
) -> Iterator[tuple[str, Bilingual]]:
    """The figures of a record, as it holds them, and behind them those of all ``others``."""
    listed = record.get("figures") or record.get("results")
    for one in listed if isinstance(listed, list) else []:
        if isinstance(one, dict) and isinstance(one.get("id"), str):
            label = one.get("label")
            said = str(label.get("zh") if isinstance(label, dict) else "") or str(one["id"])
            figure = collection.figures_by_id.get(f"{ident}.{one['id']}")
            said = f"{said} {figure.in_full if figure else ''}".replace(UNDECIDED, "").strip()
            yield str(one["id"]), Bilingual(said, said)
    if others:
        for entry in sorted(collection.all(), key=lambda one: getattr(one.record, "order", sys.maxsize)):
            for _, other in figure_entries(entry.record) if entry.id != ident else ():
                figure = collection.figures_by_id.get(f"{entry.id}.{other.id}")
                words = (entry.record.title.zh, "·", other.label.zh, figure.in_full if figure else "")
                said = " ".join(filter(None, words)).replace(UNDECIDED, "")
                yield f"{entry.id}.{other.id}", Bilingual(said, said)


def columns_left(collection: Collection, record: OpenRecord) -> list[SectionField]:
    """The columns of a record's section in which it says nothing yet."""
    section = collection.of(SECTIONS).get(record.kind.section)
    held = record.value.get("values")
    filled = {one.get("field") for one in held if isinstance(one, dict)} if isinstance(held, list) else set()
    return [one for one in section.record.fields if one.id not in filled] if section else []


def as_said(text: BilingualText) -> Bilingual:
    """A text in both languages; the Chinese where there is no English."""
    return Bilingual(text.zh, text.en or text.zh)


def languages_typed(collection: Collection) -> list[str]:
    """The codes of the languages that texts are typed in, Chinese first."""
    return ["zh", *(one.code for one in collection.languages if not one.is_chinese)]


def may_be_typed(model: type[Strict], path: FieldPath, value: Value, collection: Collection) -> DeclaredField | None:
    """The field at a path, if it may be typed or chosen; texts also in further languages, sentences in any."""
    codes = languages_typed(collection)[1:]
    if model is Document and len(path) == 3 and path[0] == "translations" and path[1] in codes:
        return declared_at(BilingualText, ("en",), None)
    if path and path[-1] in codes and path[-1] != "en":
        path = (*path[:-1], "en")
    declared = declared_at(model, path, value)
    return declared if declared and form_of_field(declared) != "fixed" else None
