"""The columns of all datasets: names, types and meanings. A published name never changes (tests/exports/names.txt)."""

from __future__ import annotations

from macros.exports.table import Column, ColumnType
from macros.text.languages import Bilingual


def column(name: str, zh: str, en: str, about: tuple[str, str], kind: ColumnType = "string") -> Column:
    """A column that may be empty where the source states nothing."""
    return Column(name, kind, Bilingual(zh, en), Bilingual(*about))


def needed(name: str, zh: str, en: str, about: tuple[str, str], kind: ColumnType = "string") -> Column:
    """A column that is filled in every row."""
    return Column(name, kind, Bilingual(zh, en), Bilingual(*about), required=True)


ID = needed(
    "id", "编号", "Id", ("本表内不重复，公布后不再改动", "Unique in this table and never changed once published")
)
LABEL_ZH = needed("label_zh", "名称（中文）", "Name (Chinese)", ("中文名称", "Name in Chinese"))
LABEL_EN = needed("label_en", "名称（英文）", "Name (English)", ("英文名称", "Name in English"))
LABELS = (LABEL_ZH, LABEL_EN)
SUMMARIES = (
    needed("summary_zh", "概要（中文）", "Summary (Chinese)", ("中文概要", "Summary in Chinese")),
    needed("summary_en", "概要（英文）", "Summary (English)", ("英文概要", "Summary in English")),
)
NOTE_COLUMNS = (
    column(
        "note_zh", "说明（中文）", "Note (Chinese)", ("读这个数时必须知道的事", "What a reader of the number must know")
    ),
    column("note_en", "说明（英文）", "Note (English)", ("上一列的译文", "The same in English")),
)
WORK_AREA = needed("work_area", "工作领域", "Work area", ("所属工作领域的编号", "Id of the work area it belongs to"))
RECORD = needed("record", "所在记录", "Record", ("所在记录的编号", "Id of the record it stands in"))
PERIOD = needed("period", "时期", "Period", ("时期编号，见词汇表", "Id of the period; see the vocabulary"))
FIGURE_PERIOD = needed(
    "period",
    "时期",
    "Period",
    (
        "时期编号，见词汇表；原文没有写明的为 not-stated- 加文件的时期",
        "Id of the period; see the vocabulary. Where the source states none: not-stated- and the document’s period",
    ),
)
KIND = needed("kind", "种类", "Kind", ("种类编号，见词汇表", "Id of the kind; see the vocabulary"))
STATUS = needed("status", "状态", "Status", ("状态编号，见词汇表", "Id of the status; see the vocabulary"))
URL = needed(
    "url",
    "网址",
    "Address",
    ("网站地址未公布时，为从网站根目录起的路径", "A path from the site’s root while the site’s address is not stated"),
)
SOURCE = needed("source", "来源文件", "Source", ("来源文件的编号", "Id of the source document"))
SENTENCE = needed(
    "sentence", "依据的句子", "Sentence", ("句子编号，见来源文件逐句表", "Id of the sentence; see sources")
)
QUOTE = needed("quote", "引文", "Quote", ("从该句逐字摘录，一字不差", "Words of that sentence, to the letter"))
PROOF_COLUMNS = (SOURCE, SENTENCE, QUOTE, URL)
"""What each row that rests on a sentence ends with."""

VALUE = column(
    "value",
    "数值",
    "Value",
    (
        "化为基本单位的数：230万元写作2300000；区间、比例、分数不在此列",
        "In base units: CNY 2.3 million is 2300000; empty for ranges, ratios and fractions",
    ),
    "number",
)
LOW = column("low", "下限", "Low", ("区间的下限，化为基本单位", "Lower end of a range, in base units"), "number")
HIGH = column("high", "上限", "High", ("区间的上限，化为基本单位", "Upper end of a range, in base units"), "number")
RATIO = column(
    "ratio", "比例", "Ratio", ("比例或分数各项，如 3:1、1/3", "The parts of a ratio or a fraction, such as 3:1 or 1/3")
)
QUANTITY = needed(
    "kind",
    "数的种类",
    "Kind of quantity",
    (
        "count 数量、percent 百分数、permille 千分数、points 百分点、fraction 分数、range 区间、ratio 比例、"
        "rank 名次、multiple 倍数",
        "count, percent, permille, points (percentage points), fraction, range, ratio, rank or multiple",
    ),
)
QUALIFIER = needed(
    "qualifier",
    "限定词",
    "Qualifier",
    (
        "exact 原文未加限定词、nearly 近、over 多、about 约、at-least 以上、at-most 以内、under 不足",
        "How the source qualifies it: exact (not at all), nearly, over, about, at-least, at-most or under",
    ),
)
UNIT = needed("unit", "计量单位", "Unit", ("计量单位编号，见词汇表", "Id of the unit; see the vocabulary"))
WRITTEN = needed("written", "原文写法", "As written", ("原文中的写法", "As the source writes it"))
HEDGE_COLUMN = column(
    "hedge",
    "是否已实现",
    "Hedge",
    (
        "expected 预期、planned 计划、aimed 力争、not 原文为否定说法、undone 原文说尚未做到或已落空；空为原文直接陈述",
        "What its clause says: expected, planned, aimed at, not so, or undone; empty where it is stated plainly",
    ),
)
SERIES = column(
    "series",
    "系列",
    "Series",
    ("同一项数据在不同时期的共同编号", "Shared by the same quantity in several periods"),
)
PER = column(
    "per",
    "每多少",
    "Per",
    (
        "比率按什么计，照录原文，如每万人；空为不是比率",
        "What a rate is counted by, as the source has it; empty for others",
    ),
)
RELATION = column(
    "relation",
    "与所指数据的关系",
    "Relation",
    (
        "increase 增加、decrease 减少、change 变化（正负见数值）、times 倍数、part 其中一部分、share 份额、"
        "rate 完成比例、result 完成数；空为原文未说或未标注",
        "increase, decrease, change (its sign tells the way), times, part, share, rate (of a target) or result; empty "
        "where none is recorded",
    ),
)
OF = column("of", "所指数据", "Of", ("所指数据的编号", "Id of the figure that the relation is to"))
AGAINST = column(
    "against",
    "比较对象",
    "Against",
    (
        "year-earlier 上年同期、last-year 上年、last-year-end 上年末、year-start 年初、period-before 上期（环比）、"
        "last-quarter 上季度、last-month 上月、target 目标，或时期编号；空为原文未说",
        "What a change is against: year-earlier (the same period of the year before), last-year, last-year-end, "
        "year-start, period-before, last-quarter, last-month, target, or the id of a period; empty where not stated",
    ),
)
FIGURE_COLUMNS = (
    ID,
    VALUE,
    LOW,
    HIGH,
    RATIO,
    QUANTITY,
    QUALIFIER,
    UNIT,
    PER,
    WRITTEN,
    FIGURE_PERIOD,
    HEDGE_COLUMN,
    SERIES,
    RELATION,
    OF,
    AGAINST,
    WORK_AREA,
    RECORD,
    *LABELS,
    *NOTE_COLUMNS,
    *PROOF_COLUMNS,
)

LIST = needed("list", "名单", "List", ("所在名单的编号", "Id of the list it stands in"))
TOTAL = column("total", "总数", "Total", ("总数所在的数据编号", "Id of the figure that gives the total, if stated"))
OPEN_ENDED = needed(
    "open_ended",
    "未列全",
    "Open-ended",
    ("原文在列举之后写有“等”时为 true", "true where the source ends the list with “and others”"),
    "boolean",
)
NAMED_COLUMNS = (ID, *LABELS, WORK_AREA, RECORD, LIST, TOTAL, OPEN_ENDED, *PROOF_COLUMNS)
DATE = column("date", "日期", "Date", ("成文日期；原文未载则为空", "Date of the document; empty if not stated"), "date")
