"""Values of sections: each fills a column that its section declares, and says what stands in its quote."""

from __future__ import annotations

from collections.abc import Iterator

from macros.problems import Problem
from macros.records.collecting import TAKEN
from macros.records.collection import Collection
from macros.records.kinds import SECTIONS, Entry
from macros.records.section import DatedValue, DeclaredSection, FieldValue, SectionField
from macros.rules.names_quoted import wrong_with
from macros.text.languages import Bilingual
from macros.yaml_files.reader import FieldPath

HELD_BY = {"name": "words", "text": "words", "term": "term", "figure": "figure", "date": "quote"}
"""The field of a value that says what a column of each type holds."""


TAKEN_COLUMNS = frozenset({"id", "work-area", "period", "figures", "source", "sentence", "quote", "url"})
"""Columns that the table of every section has."""


def values_fill_columns(collection: Collection) -> Iterator[Problem]:
    """Each value of a record is of a column of its section, once, and of the type of that column."""
    for kind in collection.sections:
        section = collection.of(SECTIONS).get(kind.section)
        if section is None:
            continue
        columns = {one.id: one for one in section.record.fields}
        for entry in collection.judged(kind):
            seen: set[str] = set()
            for index, value in enumerate(entry.record.values):
                path: FieldPath = ("values", index)
                if value.field not in columns or value.field in seen:
                    yield no_such_column(entry, path, value.field, section.record, value.field in seen)
                else:
                    yield from value_fits(collection, entry, path, value, columns[value.field])
                seen.add(value.field)


def no_such_column(entry: Entry, path: FieldPath, given: str, section: DeclaredSection, twice: bool) -> Problem:
    """A value of a column that its section does not have, or a second one of the same."""
    wrong = Bilingual(f"栏目没有“{given}”这一列。", f'The section has no column "{given}".')
    if twice:
        wrong = Bilingual(f"“{given}”这一列填了两次。", f'The column "{given}" is filled twice.')
    ids = [one.id for one in section.fields]
    fix = Bilingual(
        f"可填的列：{'、'.join(ids) or '无'}；新的列写入 {SECTIONS.place}/{entry.kind.section}.yml 的 fields。",
        f"Its columns are {', '.join(ids) or 'none'}; a new one goes into fields of "
        f"{SECTIONS.place}/{entry.kind.section}.yml.",
    )
    return entry.problem((*path, "field"), wrong, fix)


def value_fits(
    collection: Collection, entry: Entry, path: FieldPath, value: FieldValue, column: SectionField
) -> Iterator[Problem]:
    """One value: what its type asks for and nothing else, as its quote has it."""
    wanted = HELD_BY[column.type]
    given = [name for name in ("words", "term", "figure", "quote") if getattr(value, name)]
    expected = [wanted] if wanted in ("figure", "quote") else [wanted, "quote"]
    if given != expected:
        yield entry.problem(
            path,
            Bilingual(
                f"“{column.id}”这一列的类型是 {column.type}，填写的内容不符。",
                f'The column "{column.id}" is of type {column.type}; this value is not.',
            ),
            Bilingual(
                f"填写 {'、'.join(expected)}，不写别的。", f"Give {' and '.join(expected)}, and none of the others."
            ),
        )
    elif column.type == "date":
        if value.source and not isinstance(value, DatedValue):
            yield entry.problem(
                (*path, "quote"),
                Bilingual("引文里读不出唯一的日期。", "The quote does not state exactly one date."),
                Bilingual("引用只写了这一个日期的分句。", "Quote the clause that states this date alone."),
            )
    elif column.type == "figure":
        if value.figure not in {one.id for one in entry.record.figures}:
            yield entry.problem(
                (*path, "figure"),
                Bilingual(f"本记录没有编号为“{value.figure}”的数据。", f'This record has no figure "{value.figure}".'),
                Bilingual("写本记录 figures 中的编号。", "Give the id of one of its figures."),
            )
    else:
        yield from words_quoted(collection, entry, path, value, column)


def words_quoted(
    collection: Collection, entry: Entry, path: FieldPath, value: FieldValue, column: SectionField
) -> Iterator[Problem]:
    """The name, the text or the term of a value stands in its quote."""
    terms = {one.id: one.title for one in column.terms}
    words, field = (value.words, "words") if value.words else (terms.get(value.term or ""), "term")
    quote = value.quote or ""
    if words is None:
        yield entry.problem(
            (*path, field),
            Bilingual(f"“{column.id}”这一列没有编号为“{value.term}”的词。", f'The column has no term "{value.term}".'),
            Bilingual(f"可选：{'、'.join(terms) or '无'}。", f"Its terms: {', '.join(terms) or 'none'}."),
        )
    elif words.zh not in quote:
        yield entry.problem(
            (*path, field),
            Bilingual(f"引文中没有“{words.zh}”。", f'The quote does not contain "{words.zh}".'),
            Bilingual(f"按原文照录。引文：{quote}", f"Write it as the source does: {quote}"),
        )
    elif column.type == "name" and (wrong := wrong_with(collection, words.zh, quote, set())):
        yield entry.problem((*path, "words", "zh"), *wrong)


def columns_well_declared(collection: Collection) -> Iterator[Problem]:
    """No column of a section has the id of one that every table has; only those of terms list terms."""
    for entry in collection.judged(SECTIONS):
        for index, column in enumerate(entry.record.fields):
            if column.id in TAKEN_COLUMNS:
                yield entry.problem(
                    ("fields", index, "id"),
                    Bilingual(f"列的编号“{column.id}”已经用过。", f'The column id "{column.id}" is taken.'),
                    Bilingual("换一个编号。", "Choose another id."),
                )
            if (column.type == "term") != bool(column.terms):
                yield entry.problem(
                    ("fields", index),
                    Bilingual("terms 与列的类型不符。", "The terms do not fit the type of the column."),
                    Bilingual(
                        "类型为 term 的列列出可选的词，其他类型不写 terms。",
                        "List the words of a column of type term; give no terms for other types.",
                    ),
                )


def section_ids_free(collection: Collection) -> Iterator[Problem]:
    """A section's id is the name of a folder and an address of its own; so is the address that it may give instead."""
    declared = {kind.section for kind in collection.sections}
    for entry in collection.judged(SECTIONS):
        if entry.record.address in TAKEN:
            yield entry.problem(
                ("address",),
                Bilingual(
                    f"“{entry.record.address}”是网站自己的地址。",
                    f'"{entry.record.address}" is an address of the site.',
                ),
                Bilingual("换一个网址，或不写。", "Give another address, or none."),
            )
        elif entry.id not in declared:
            yield entry.problem(
                (),
                Bilingual(f"“{entry.id}”是网站自己的地址，不能用作栏目。", f'"{entry.id}" is an address of the site.'),
                Bilingual("给文件换个名称。", "Rename the file."),
            )


def sections_apart(collection: Collection) -> Iterator[Problem]:
    """No two sections have one address, or call their records alike in commands and tables."""
    for name in ("address", "name"):
        seen: dict[str, str] = {}
        for entry in collection.judged(SECTIONS):
            given = getattr(entry.record, name) or entry.id
            other = seen.setdefault(given, entry.id)
            if other != entry.id:
                yield entry.problem(
                    (name,) if getattr(entry.record, name) else (),
                    Bilingual(f"栏目“{other}”已经用了“{given}”。", f'The section "{other}" has "{given}" already.'),
                    Bilingual("换一个。", "Choose another."),
                )


RULES = (values_fill_columns, columns_well_declared, section_ids_free)
RULES_OF_ALL_SECTIONS = (sections_apart,)
