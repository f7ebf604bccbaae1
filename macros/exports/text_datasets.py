"""The datasets of source documents and corrections, of the vocabulary, and of the catalogue."""

from __future__ import annotations

from macros.exports import columns as c
from macros.exports import document_rows, rows
from macros.exports.columns import column, needed
from macros.exports.table import Dataset
from macros.problems import Said

WHY = (
    needed("why_zh", "理由（中文）", "Reason (Chinese)", ("为什么改动", "Why it was changed")),
    needed("why_en", "理由（英文）", "Reason (English)", ("上一列的译文", "The same in English")),
)
SOURCES = Dataset(
    "sources",
    Said("来源文件逐句", "Source sentences"),
    Said(
        "来源文件刊印文本的每一句和译文，按原文顺序，一行一句；其他各表的 sentence 列指向这里。",
        "Every sentence of the source documents as printed, with its translation, in order; the column sentence of "
        "other tables leads here.",
    ),
    (
        c.ID,
        c.SOURCE,
        needed("text_zh", "原文", "Text", ("刊印的简体文本", "As printed, in Simplified Chinese")),
        needed("text_en", "译文", "Translation", ("英文译文；以中文为准", "In English; the Chinese is authoritative")),
        needed("heading", "是否标题", "Heading", ("标题为 true", "true for a heading"), "boolean"),
        needed("uses", "引用次数", "Uses", ("用到这一句的记录数", "How many records use the sentence"), "integer"),
        c.URL,
    ),
    document_rows.sources,
    {},
)
EMENDATIONS = Dataset(
    "emendations",
    Said("校改", "Emendations"),
    Said(
        "刊印文本与原始文本的每一种不同，连同理由和位置；略去的行也在内，种类为 omitted。",
        "Every difference between the text as printed and as received, with the reason and the places; lines left out "
        "are of the kind omitted.",
    ),
    (
        c.ID,
        c.SOURCE,
        c.KIND,
        needed("stood", "原有文字", "Before", ("繁简转换之后的原有文字", "What stood, after conversion of the script")),
        column("printed", "刊印文字", "Printed", ("略去的行为空", "Empty for a line left out")),
        needed("places", "处数", "Places", ("改动了几处", "In how many places"), "integer"),
        column(
            "sentences", "所在各句", "Sentences", ("所在句子在文件内的编号，空格隔开", "Where, separated by spaces")
        ),
        column("line", "原始文本行号", "Line", ("略去的行在原始文本中的行号", "Line of the verbatim text"), "integer"),
        *WHY,
        c.URL,
    ),
    document_rows.emendations,
    {},
)
EDITORS_NOTES = Dataset(
    "editors-notes",
    Said("编者注", "Editor’s notes"),
    Said(
        "对原文中看似有误、仍照录之处的编者注，一行一条。",
        "Editor’s notes on what looks wrong in the source and is printed as it stands, one a row.",
    ),
    (
        c.ID,
        c.SOURCE,
        c.SENTENCE,
        needed("about", "所说文字", "About", ("所说的原文文字", "The words concerned, as printed")),
        needed("note_zh", "编者注（中文）", "Note (Chinese)", ("编者注", "The note")),
        needed("note_en", "编者注（英文）", "Note (English)", ("上一列的译文", "The same in English")),
        c.URL,
    ),
    document_rows.editors_notes,
    {"sentence": "sources"},
)
ERRATA = Dataset(
    "errata",
    Said("更正", "Corrections"),
    Said(
        "对已公布数据的全部更正，由新到旧；尚无更正时本表为空。",
        "All corrections of published figures, newest first; empty until there is one.",
    ),
    (
        c.ID,
        needed(
            "figure", "更正的数据", "Figure", ("数据编号；已撤下的不在数据表中", "Its id; not in figures if withdrawn")
        ),
        needed("date", "更正日期", "Date", ("更正的日期", "Date of the correction"), "date"),
        needed("withdrawn", "是否撤下", "Withdrawn", ("数据已撤下为 true", "true where the figure is gone"), "boolean"),
        needed("stood_zh", "原来的内容（中文）", "Before (Chinese)", ("更正前的内容", "What stood")),
        needed("stood_en", "原来的内容（英文）", "Before (English)", ("上一列的译文", "The same in English")),
        needed("stands_zh", "现在的内容（中文）", "Now (Chinese)", ("更正后的内容", "What stands")),
        needed("stands_en", "现在的内容（英文）", "Now (English)", ("上一列的译文", "The same in English")),
        *WHY,
        c.URL,
    ),
    document_rows.errata,
    {},
)
VOCABULARY = Dataset(
    "vocabulary",
    Said("词汇表", "Vocabulary"),
    Said(
        "其他各表用编号表示的单位、限定词、时期、种类、阶段和状态，一行一个。",
        "Units, qualifiers, periods, kinds, stages and statuses that other tables name by their ids, one a row.",
    ),
    (
        c.ID,
        needed(
            "vocabulary", "所属词汇", "Vocabulary", ("单位、限定词、时期等", "Units, qualifiers, periods and so on")
        ),
        needed("term", "词条编号", "Term", ("其他各表所用的编号", "The id that other tables use")),
        *c.LABELS,
        column("note_zh", "解释（中文）", "Explained (Chinese)", ("词条的含义", "What the term means")),
        column("note_en", "解释（英文）", "Explained (English)", ("上一列的译文", "The same in English")),
        column(
            "start",
            "起始日期",
            "First day",
            ("时期的第一天；原文未载则为空", "Of a period; empty if not stated"),
            "date",
        ),
        column(
            "end",
            "截止日期",
            "Last day",
            ("时期的最后一天；原文未载则为空", "Of a period; empty if not stated"),
            "date",
        ),
    ),
    rows.vocabulary,
    {},
)
CATALOGUE = Dataset(
    "catalogue",
    Said("公开目录", "Catalogue"),
    Said(
        "已公开的全部文件和记录，一行一条，附文件所属机构、日期、出处和状态；原文未载的为空。",
        "Every document and record published, one a row, with issuer, dates, source, status; empty where not stated.",
    ),
    (
        c.ID,
        needed("kind", "种类", "Kind", ("文件、工作领域、联盟、活动、评议或更正", "Kind of item")),
        *c.LABELS,
        needed("issuer_zh", "文件所属机构", "Document of (Chinese)", ("来源文件是谁的", "Whose document it rests on")),
        needed("issuer_en", "文件所属机构（英文）", "Document of (English)", ("译文", "The same in English")),
        c.DATE,
        column("published", "发布时间", "Published", ("年-月-日 时:分；原文未载则为空", "Empty if not stated")),
        column("index_number", "索引号", "Index number", ("没有则为空", "Empty if there is none")),
        column("document_number", "文号", "Document number", ("没有则为空", "Empty if there is none")),
        column("work_area", "主题（工作领域）", "Subject", ("所属工作领域的编号", "Id of its work area")),
        column("sources", "来源文件", "Sources", ("来源文件的编号，空格隔开", "Ids of its source documents")),
        needed("languages", "语言", "Languages", ("页面的语言，空格隔开", "Languages of its page")),
        needed("status", "有效性", "Status", ("in-force、corrected、superseded", "in-force, corrected, superseded")),
        c.URL,
    ),
    document_rows.catalogue_rows,
    {},
)
