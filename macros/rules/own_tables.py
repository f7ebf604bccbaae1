"""The tables that a bureau declares (vocabulary/tables.yml): each has a name of its own, and holds what there is."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from macros.problems import Problem
from macros.records.collecting import TAKEN
from macros.records.collection import Collection
from macros.records.glossary import Thing, id_choice
from macros.records.kinds import SECTIONS, TABLES, Entry
from macros.records.shared_parts import figure_entries
from macros.records.vocabulary import OwnTable
from macros.rules.references import is_any_record_broken
from macros.text.languages import Bilingual
from macros.text.right_language import has_han, wrong_languages
from macros.yaml_files.reader import FieldPath


def tables_called_apart(collection: Collection) -> Iterator[Problem]:
    """No table of a bureau has the id of one of the software, or of a section, which has a table of its own."""
    sections = collection.of(SECTIONS)
    for entry, path, table in own_tables_in(collection):
        if table.id in TAKEN or table.id in sections:
            yield entry.problem(
                (*path, "id"),
                Bilingual(f"已经有名为“{table.id}”的数据表。", f'There is a table called "{table.id}" already.'),
                Bilingual("换一个编号。", "Choose another id."),
            )


def tables_hold_one_thing(collection: Collection) -> Iterator[Problem]:
    """A table says what it holds, and that it is of one sort: a series, lists, or who is named."""
    for entry, path, table in own_tables_in(collection):
        given = [name for name in ("series", "lists", "carriers") if getattr(table, name)]
        if len(given) != 1:
            yield entry.problem(
                (*path, given[1]) if given else path,
                Bilingual(
                    f"这个表同时写了 {'、'.join(given)}，只会用第一项。" if given else "这个表没有写明收录什么。",
                    f"This table gives {', '.join(given)}; only the first would be used."
                    if given
                    else "This table does not say what it holds.",
                ),
                Bilingual(
                    "series、lists、carriers 三项只写一项，其余分成另外的表。",
                    "Give one of series, lists and carriers; make other tables of the rest.",
                ),
            )


def titles_in_chinese(collection: Collection) -> Iterator[Problem]:
    """The title of a table or a section is Chinese in Chinese, and in English has no Chinese characters in it."""
    titles = [(entry, path, table.zh, table.en) for entry, path, table in own_tables_in(collection)]
    for entry in collection.judged(SECTIONS):
        titles.append((entry, ("title",), entry.record.title.zh, entry.record.title.en))
    for entry, path, zh, en in titles:
        if any(wrong_languages(zh, en)):
            continue  # rules/translations.py tells of it.
        if not has_han(zh):
            yield entry.problem(
                (*path, "zh"),
                Bilingual(f"中文名称“{zh}”里没有汉字。", f'The Chinese title "{zh}" holds no Chinese characters.'),
                Bilingual("写成中文；英文写在 en。", "Write it in Chinese; the English goes into en."),
            )
        if has_han(en):
            yield entry.problem(
                (*path, "en"),
                Bilingual(f"英文名称“{en}”里有汉字。", f'The English title "{en}" holds Chinese characters.'),
                Bilingual("译成英文；中文写在 zh。", "Translate it into English; the Chinese goes into zh."),
            )


def series_of_tables_exist(collection: Collection) -> Iterator[Problem]:
    """The series that a table holds has a figure, whether that can be read or not; while a record cannot be read, any
    may stand there.
    """
    if is_any_record_broken(collection):
        return
    entries = chain.from_iterable(figure_entries(entry.record) for entry in collection.all())
    known = dict.fromkeys(figure.series for _, figure in entries if figure.series)
    for entry, path, table in own_tables_in(collection):
        if table.series and table.series not in known:
            yield entry.problem(
                (*path, "series"),
                Bilingual(f"没有数据属于系列“{table.series}”。", f'No figure is of a series called "{table.series}".'),
                id_choice(
                    table.series,
                    [Thing(one, ()) for one in known],
                    Bilingual("给数据写上 series，或删去这个表。", "Give figures this series, or delete the table."),
                ),
            )


def own_tables_in(collection: Collection) -> Iterator[tuple[Entry, FieldPath, OwnTable]]:
    """Every table that the bureau declares, and where it stands in its file."""
    for entry in collection.judged(TABLES):
        for index, table in enumerate(entry.record.entries):
            yield entry, ("entries", index), table


RULES = (tables_called_apart, tables_hold_one_thing, titles_in_chinese)
RULES_OF_ALL_FIGURES = (series_of_tables_exist,)
