"""The fields of a record class, as people need to be told of them. Read off the class, written nowhere else."""

from __future__ import annotations

import functools
import inspect
import itertools
import re
import types
import typing
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from pydantic.fields import FieldInfo

from macros.records.attached_files import AttachedName
from macros.records.base import (
    BilingualText,
    Day,
    English,
    FigureId,
    Id,
    Moment,
    Named,
    Number,
    Sourced,
    SourceName,
    Strict,
    Text,
    Whole,
    YesNo,
)
from macros.records.bureau import Address, Email, LanguageCode, SecureAddress, Telephone
from macros.records.document import TextFile
from macros.records.figure import CellId, Quote
from macros.records.kinds import FILES, FOLDERS, SECTION_RECORDS
from macros.records.retired import SitePlace
from macros.records.vocabulary import CurrencyCode, Han, LanguageTag, Latin, Locale
from macros.text.languages import Bilingual
from macros.yaml_files.reader import FieldPath

Shape = Literal["one", "list", "by key"]


@dataclass(frozen=True)
class Field:
    """One field: its name in the file, what it means, how it is written, and what it stands for when left out.

    ``part`` is the class of what stands in it, if that has fields of its own; ``shape`` is how many stand there.
    """

    name: str
    meaning: Bilingual
    form: Bilingual
    required: bool
    default: str
    example: str
    part: type[Strict] | None
    shape: Shape
    is_number: bool = False
    """Whether it is a number, or yes or no, which is written without quotes."""


VALUE_FORMS: tuple[tuple[Any, Bilingual], ...] = (
    (Text, Bilingual("文字，写在一行里", "Text, on one line")),
    (English, Bilingual("文字，写在一行里", "Text, on one line")),
    (LanguageCode, Bilingual("语言代码，如 zh", "The code of a language, such as zh")),
    (LanguageTag, Bilingual("语言标记，如 ug", "A language tag, such as ug")),
    (Locale, Bilingual("语言和地区，如 ug_CN", "Language and country, such as ug_CN")),
    (Id, Bilingual("小写英文字母、数字和短横线", "Lower-case letters, digits and hyphens")),
    (Named, Bilingual("小写英文字母、数字和短横线", "Lower-case letters, digits and hyphens")),
    (SourceName, Bilingual("文件编号，或文件编号#句子编号", "A document, or document#sentence")),
    (FigureId, Bilingual("本文件的数据编号，或“记录编号.数据编号”", "A figure of this file, or record.figure")),
    (Number, Bilingual("半角数字，不加分隔符", "Digits, without separators")),
    (Whole, Bilingual("半角整数", "A whole number in digits")),
    (Day, Bilingual("年-月-日，如 2001-07-31", "Year-month-day, such as 2001-07-31")),
    (Moment, Bilingual("年-月-日 时:分，如 2001-07-31 09:30", "Year-month-day hour:minute, such as 2001-07-31 09:30")),
    (YesNo, Bilingual("yes 或 no", "yes or no")),
    (Address, Bilingual("以 https:// 或 http:// 开头的网址", "An address beginning with https:// or http://")),
    (SecureAddress, Bilingual("以 https:// 开头的网址", "An address beginning with https://")),
    (Email, Bilingual("一个邮箱地址", "One e-mail address")),
    (Telephone, Bilingual("一个号码，半角数字和短横线", "One number, in digits and hyphens")),
    (
        SitePlace,
        Bilingual("从网站根目录写起，如 /notices/open-day/", "From the root of the site, such as /notices/open-day/"),
    ),
    (
        AttachedName,
        Bilingual("文件名，类型见说明", "A file name with one of the endings listed"),
    ),
    (TextFile, Bilingual("以 .txt 结尾的文件名", "A file name ending in .txt")),
    (Quote, Bilingual("文字，写在一行里", "Text, on one line")),
    (CellId, Bilingual("表、行、列，如 t1-r4c2", "Table, row and column, such as t1-r4c2")),
    (AttachedName, Bilingual("文件名，如 report.pdf", "A file name, such as report.pdf")),
    (Han, Bilingual("汉字", "Chinese characters only")),
    (Latin, Bilingual("英文字母、空格、撇号和连字符", "English letters, spaces, apostrophes and hyphens")),
    (CurrencyCode, Bilingual("三个大写字母", "Three capital letters")),
)
"""How each type of value is written."""

GROUP = Bilingual("分成几个字段", "Fields of its own")
IN_BOTH = Bilingual("中文和英文各一行", "A line in each language")
SHAPES: dict[Shape, Bilingual] = {
    "list": Bilingual("列表，每项：{form}", "A list; each entry: {form}"),
    "by key": Bilingual("每个编号：{form}", "For each id: {form}"),
}


def fields_of(model: type[Strict]) -> list[Field]:
    """The fields of a record class, in its order."""
    hints = typing.get_type_hints(model, include_extras=True)
    return [field_of(name, info, hints[name]) for name, info in model.model_fields.items() if name != "others"]


def field_of(name: str, info: FieldInfo, declared: Any) -> Field:
    """One field, from what ``told`` says of it and from its declared type."""
    shape, kind = shape_of(declared)
    told = info.json_schema_extra
    assert isinstance(told, dict), name
    return Field(
        name=info.alias or name,
        meaning=Bilingual(str(told["zh"]), str(told["en"])),
        form=in_shape(shape, form_of(kind)),
        required=info.is_required(),
        default=default_of(info),
        example=str(told["example"]),
        part=kind if is_part(kind) else None,
        shape=shape,
        is_number=kind in (Number, Whole, YesNo),
    )


@functools.cache
def fields_by_name(model: type[Strict]) -> Mapping[str, Field]:
    """The fields of a record class by their names."""
    return {field.name: field for field in fields_of(model)}


def field_at(model: type[Strict], path: FieldPath) -> tuple[Field | None, bool]:
    """The field of a record class that a path leads to, and whether to one value of it rather than to all of a list.

    None where it leads to no field of the class: a name that is unknown, or the code of a language.
    """
    found: Field | None = None
    part: type[Strict] | None = model
    single = True
    for step in path:
        if found and not single:
            single = True
            continue
        found = fields_by_name(part).get(step) if part and isinstance(step, str) else None
        if found is None:
            return None, True
        part, single = found.part, found.shape == "one"
    return found, single


def order_at(model: type[Strict], path: FieldPath) -> tuple[str, ...]:
    """The names of the fields that the part at a path may have, in order; none where it is no part."""
    found, single = field_at(model, path)
    part = (found.part if found and single else None) if path else model
    return order_of(part) if part else ()


@functools.cache
def order_of(part: type[Strict]) -> tuple[str, ...]:
    """The names of the fields of a class in the order of files: the id, then as the class declares them.

    What rests on a quote has it behind its single fields, or where its class declares it anew, and before its parts.
    """
    fields = fields_of(part)
    names = sorted((field.name for field in fields), key=lambda name: name != "id")
    if not issubclass(part, Sourced):
        return tuple(names)
    parts = [field.name for field in fields if field.part is not None and field.shape != "one"]
    single = [name for name in names if name not in (*parts, "quote", "source")]
    declares = next((one for one in part.__mro__ if "quote" in inspect.get_annotations(one)), Sourced)
    ahead = [*itertools.takewhile(lambda name: name != "quote", declares.__annotations__), "zh", "en"]
    at = max(single.index(name) + 1 for name in single if declares is Sourced or name in ahead)
    return (*single[:at], "quote", "source", *single[at:], *parts)


def shape_of(declared: Any) -> tuple[Shape, Any]:
    """How many values a declared type stands for, and the type of each: ``list[X]``, ``dict[K, X]``, ``X | None``."""
    origin, inner = typing.get_origin(declared), typing.get_args(declared)
    if origin is list:
        return "list", inner[0]
    if origin is dict:
        return "by key", inner[1]
    if origin in (types.UnionType, typing.Union):
        (kind,) = (one for one in inner if one is not types.NoneType)
        return "one", kind
    return "one", declared


def is_part(kind: Any) -> bool:
    """Whether values of this type have fields of their own."""
    return isinstance(kind, type) and issubclass(kind, Strict)


def form_of(kind: Any) -> Bilingual:
    """How a single value of this type is written."""
    if kind is BilingualText:
        return IN_BOTH
    if is_part(kind):
        return GROUP
    if typing.get_origin(kind) is Literal:
        choices = typing.get_args(kind)
        return Bilingual("、".join(choices) + " 之一", "One of " + ", ".join(choices))
    for known, form in VALUE_FORMS:
        if known == kind:
            return form
    raise LookupError(f"FORMS in macros/staff/fields.py does not say how this is written: {kind}")


def in_shape(shape: Shape, form: Bilingual) -> Bilingual:
    """How one or several such values are written."""
    if shape == "one":
        return form
    words = SHAPES[shape]
    return Bilingual(words.zh.format(form=form.zh), words.en.format(form=form.en[0].lower() + form.en[1:]))


def default_of(info: FieldInfo) -> str:
    """What a field stands for when it is left out, as it would be typed; "" where that is nothing."""
    if (
        info.is_required()
        or info.default_factory is not None
        or info.default is None
        or isinstance(info.default, Strict)
    ):
        return ""
    return as_typed(info.default)


def as_typed(value: object) -> str:
    """A value as one would type it."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value)


def parts_below(model: type[Strict]) -> list[type[Strict]]:
    """The classes of all parts inside a record class, each once, in the order they are met."""
    found: dict[type[Strict], None] = {}
    for field in fields_of(model):
        if field.part is not None and field.part not in found:
            found[field.part] = None
            found |= dict.fromkeys(parts_below(field.part))
    return list(found)


def every_part() -> dict[str, type[Strict]]:
    """Every part that data files are made of, by the interface word that names it, in the order they are met."""
    parts = (part for kind in (*FOLDERS, SECTION_RECORDS, *FILES) for part in parts_below(kind.model))
    return {part_word(part): part for part in parts}


def part_word(part: type[Strict]) -> str:
    """``part-other-numeral``: names a part in the interface words, and is the address of its section.

    ``BilingualText`` is ``part-bilingual``, as it was first published; ``FigureEntry`` is ``part-figure``.
    """
    return (
        "part-" + re.sub(r"(?<=[a-z])(?=[A-Z])", "-", part.__name__.removesuffix("Text").removesuffix("Entry")).lower()
    )
