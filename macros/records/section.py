"""Sections: kinds of record that a bureau declares in data, ``sections/<id>.yml``; their records lie in ``<id>/``."""

from __future__ import annotations

from typing import Literal

from macros.records.base import BilingualText, FigureId, Id, Named, SourceName, Strict, Text, Whole, described
from macros.records.paged_record import InWorkArea


class SectionTerm(Strict):
    """One of the words that a field of kind ``term`` may say."""

    id: Id = described("编号，本栏内不重复", "Identifier, unique in this field")
    title: BilingualText = described("原文用的词及其译文", "The word as sources use it, and its translation")


class SectionField(Strict):
    """One column of a section: what each of its records says under ``values``."""

    id: Id = described("栏目内的编号，也是数据表的列名", "Identifier, also the name of the column", example="recipient")
    title: BilingualText = described("列的名称", "What the column is called")
    type: Literal["name", "figure", "date", "term", "text"] = described(
        "name 名称；figure 本记录的一项数据；date 日期，由程序从引文读出；"
        "term 从 terms 中选一个词；text 引文中的一段话",
        "name: a name; figure: a figure of the record; date: read in the quote by the program; "
        "term: one of terms; text: words of the quote",
        example="name",
    )
    terms: list[SectionTerm] = described("类型为 term 时可选的词", "For term: the words to choose from", [])


class DeclaredSection(Strict):
    """A section of the site: its title, and what its records say."""

    title: BilingualText = described(
        "栏目名称，用于菜单和网页标题", "Title of the section, in the menu and on its page"
    )
    description: BilingualText = described(
        "一两句话说明栏目内容，不写数字", "A sentence or two on what it holds, without numbers"
    )
    one: BilingualText | None = described(
        "一条记录的叫法，与栏目名称不同时才写", "What one record is called, where that is not the title", None
    )
    name: Id | None = described(
        "一条记录在命令和数据表中的名称，不写时为栏目编号",
        "What one record is called in commands and tables; the id of the section if left out",
        None,
        example="subsidy",
    )
    address: Id | None = described(
        "栏目的网址，不写时为栏目编号", "The address of the section; its id if left out", None, example="water-supply"
    )
    introduction: BilingualText | None = described(
        "栏目页上的说明，不写时为 description", "What its page says first; the description if left out", None
    )
    members: Named | None = described(
        "名单种类：记录由谁组成，这种名单列在最前",
        "The kind of list that says who makes up a record: it stands first",
        None,
        example="member",
    )
    column: Text | None = described(
        "政府网站栏目类别，如“工作动态”；都不合适的不写",
        "The type of column in the rules for government sites, such as 工作动态; left out where none fits",
        None,
    )
    order: Whole = described("栏目次序，小的在前", "Place among the sections, smallest first", 1, ge=1, le=100000)
    pages: Literal["each", "one"] = described(
        "each 每条记录一页；one 全部记录在一页",
        "each: a page for every record; one: all records on one page",
        "each",
    )
    fields: list[SectionField] = described("列，由左到右", "Columns, from left to right", [])


class FieldValue(Strict):
    """What a record says in one column of its section: words, a term, a figure, or else the date in the quote."""

    field: Named = described("列的编号，见栏目的 fields", "The column, from fields of the section", example="recipient")
    words: BilingualText | None = described(
        "名称或文字；中文按引文照录", "A name or a text; the Chinese as the quote has it", None
    )
    term: Named | None = described("所选词的编号", "The word chosen, by its identifier", None, example="finished")
    figure: FigureId | None = described("本记录的数据编号", "The figure, by its identifier", None, example="amount")
    quote: Text | None = described(
        "依据的原文，与记录本身的引文不同时才写；类型为 figure 的不写",
        "The words it rests on, only where they differ from the record's own quote; none for a figure",
        None,
    )
    source: SourceName = described(
        "引文在几处都有时，写明出自哪份文件", "Only where its quote stands in several places: which document", ""
    )


class DatedValue(FieldValue):
    """A value that is a date, as it is read in its quote."""

    date: str
    """The id of the period that the date is (records/periods.py)."""


class SectionRecord(InWorkArea):
    """A record of a section that a bureau declares."""

    period: Named | None = described(
        "所属时期编号；自带的之外，可在 vocabulary/periods.yml 添加",
        "Period; those of the software, and those added in vocabulary/periods.yml",
        None,
        example="first-half",
    )
    values: list[FieldValue] = described("各列的内容", "What it says in each column", [])
