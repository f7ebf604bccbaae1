"""Tables in documents: heads, merged cells, units, sums the source says hold, figures that name a cell."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from macros.exports.in_languages import datasets_of
from macros.records.collecting import collect
from macros.records.document import Edition
from macros.records.figure import Figure
from macros.records.kinds import DOCUMENTS
from macros.records.table_parts import TablePart
from macros.records.table_sums import sums_that_differ
from macros.records.tables import Cell, Table, tables_of
from macros.register.document_parts import document_parts, part_of, printed_pieces
from macros.register.load import load
from macros.register.published import NumbersCovered
from tests.rules.bureau import DOCUMENT, bureau, figure, figures, said

FEES = (
    "甲类\t<<\t<<",
    "事项\t收件数\t办结件数",
    "许可\t0\t12",
    "乙类\t<<\t<<",
    "事项\t收费金额（单位：万元）\t<<",
    "收费\t0.00\t<<",
)
REQUESTS = (
    "（勾稽关系：一项加二项之和等于三项）\t<<\t自然人\t企业\t总计",
    "一、新收\t<<\t3\t1\t4",
    "二、结转\t<<\t0\t1\t1",
    "三、办理\t公开\t2\t1\t3",
    "^^\t不公开\t1\t1\t2",
    "^^\t（七）总计\t3\t2\t5",
)
TASKS = ("序号\t任务\t年度目标\t完成情况\t完成率", "1\t办班\t10—12期\t11期\t—", "2\t推广\t不低于2.5万亩\t2.6万亩\t104%")
GROUPS = ("项目\t金额（万元）", "教育\t<<", "小学\t12", "文化\t<<", "书屋\t—", "剧院\t3")


def table_of(lines: tuple[str, ...]) -> Table:
    (table,) = tables_of(list(enumerate(lines, 2)))
    return table


def cell_at(table: Table, ident: str) -> Cell:
    return next(one for one in table.cells if table.cell_id(one) == ident)


HEADS: dict[str, tuple[tuple[str, ...], str, tuple[bool, bool, tuple[str, ...], tuple[str, ...]]]] = {
    # rows, a cell; whether it is a head, names its row; the heads above it, those before it
    "a head below a group": (FEES, "t1-r2c2", (True, False, ("甲类",), ())),
    "a group above": (FEES, "t1-r3c3", (False, False, ("甲类", "办结件数"), ("许可",))),
    "head rows in the middle": (FEES, "t1-r6c2", (False, False, ("乙类", "收费金额（单位：万元）"), ("收费",))),
    "a row's head": (FEES, "t1-r3c1", (False, True, ("甲类", "事项"), ())),
    "two heads of a row": (REQUESTS, "t1-r5c3", (False, False, ("自然人",), ("三、办理", "不公开"))),
    "the second of these": (REQUESTS, "t1-r5c2", (False, True, (REQUESTS[0].partition("\t")[0],), ("三、办理",))),
    "behind numbers of rows": (TASKS, "t1-r2c4", (False, False, ("完成情况",), ("办班",))),
    "the number of a row": (TASKS, "t1-r2c1", (False, False, ("序号",), ())),
    "a group of rows keeps the heads of columns": (
        GROUPS,
        "t1-r3c2",
        (False, False, ("金额（万元）", "教育"), ("小学",)),
    ),
    "a later group, not the one before": (GROUPS, "t1-r6c2", (False, False, ("金额（万元）", "文化"), ("剧院",))),
    "a row with a dash below a group": (GROUPS, "t1-r5c1", (False, True, ("项目", "文化"), ())),
    "a divided head": (
        ("单位\t经费\t<<", "^^\t收入\t支出", "甲\t1\t2"),
        "t1-r3c3",
        (False, False, ("经费", "支出"), ("甲",)),
    ),
    "years below a merged head": (
        ("单位\t产量\t<<", "\t2030年\t2031年", "甲\t1\t2"),
        "t1-r2c2",
        (True, False, ("产量",), ()),
    ),
    "numbers beside a head that reaches down": (
        ("单位\t产量\t<<", "^^\t2030\t2031", "甲\t1\t2"),
        "t1-r3c2",
        (False, False, ("产量", "2030"), ("甲",)),
    ),
    "words alone": (("事项\t依据", "许可\t条例"), "t1-r2c2", (False, False, ("依据",), ("许可",))),
}


@pytest.mark.parametrize("case", HEADS)
def test_heads(case: str) -> None:
    rows, ident, expected = HEADS[case]
    table = table_of(rows)
    one = cell_at(table, ident)
    assert (one.head, table.names_row(one), table.column_heads(one), table.row_heads(one)) == expected


def test_merged_cells_reach_over_their_places() -> None:
    table = table_of(REQUESTS)
    assert [(table.cell_id(one), one.columns, one.rows) for one in table.cells if one.columns + one.rows > 2] == [
        ("t1-r1c1", 2, 1),
        ("t1-r2c1", 2, 1),
        ("t1-r3c1", 2, 1),
        ("t1-r4c1", 1, 3),
    ]
    assert table.places[6, 1].text == "三、办理"


LINES: dict[str, tuple[list[str], list[tuple[int, int, str]]]] = {
    # lines; of each table its first and last line and the unit of all of it
    "a table": (["题", "甲\t乙", "1\t2"], [(2, 3, "")]),
    "indents are none": (["题", "\t甲。", "\t乙。"], []),
    "one line is none": (["题", "甲\t乙", "丙。"], []),
    "an empty line parts two": (["题", "甲\t乙", "1\t2", "", "丙\t丁", "3\t4"], [(2, 3, ""), (5, 6, "")]),
    "a line of units above": (["题", "单位：万元", "甲\t乙", "1\t2"], [(3, 4, "万元")]),
    "one in brackets, a blank line between": (["题", "（计量单位：亩）", "", "甲\t乙", "1\t2"], [(4, 5, "亩")]),
    "of the table before it only": (
        ["单位：万元", "甲\t乙", "1\t2", "又表", "丙\t丁", "3\t4"],
        [(2, 3, "万元"), (5, 6, "")],
    ),
}


@pytest.mark.parametrize("case", LINES)
def test_lines_that_are_tables(case: str) -> None:
    lines, expected = LINES[case]
    found = tables_of([(at, line) for at, line in enumerate(lines, 1) if line])
    assert [(one.first, one.last, one.unit) for one in found] == expected


SUMS: dict[str, tuple[tuple[str, ...], list[str]]] = {
    # rows, and of each sum that does not hold its place, what is stated, and what was added up
    "all hold": (REQUESTS, []),
    "a wrong balance": ((*REQUESTS[:2], "二、结转\t<<\t1\t1\t2", *REQUESTS[3:]), ["6,3: 3, 4", "6,5: 5, 6"]),
    "a wrong total of an item of several rows": (
        (*REQUESTS[:3], "三、办理\t公开\t1\t1\t2", *REQUESTS[4:]),
        ["6,3: 3, 2", "6,5: 5, 4"],
    ),
    "a wrong total of a row": (("事项\t甲\t乙\t合计", "收件\t1\t2\t4"), ["2,4: 4, 3"]),
    "a wrong total of a column": (("镇\t亩", "甲\t1,000", "乙\t2", "合 计\t1,003"), ["4,2: 1003, 1002"]),
    "decimals are exact": (("事项\t甲\t乙\t合计", "收费\t0.10\t0.20\t0.30"), []),
    "what is not known is not added": (("事项\t甲\t乙\t丙\t合计", "收件\t1\t—\t2\t4"), []),
    "a share is no summand": (("事项\t甲\t乙\t占比\t合计", "收件\t1\t2\t50\t3"), []),
    "rates have no total": (("镇\t增长率", "甲\t1", "乙\t2", "合计\t2"), []),
    "其中 is no summand": (("事项\t数量", "甲\t1", "其中：乙\t1", "丙\t2", "合计\t3"), []),
    "no plain numbers": (("事项\t甲\t乙\t合计", "收件\t1件\t2件\t4件"), []),
}
TOLD = re.compile(r"Row (\d+), column (\d+): the source states (\S+); what it lists adds up to (\S+)\.")


@pytest.mark.parametrize("case", SUMS)
def test_sums_that_the_table_says_hold(case: str) -> None:
    rows, expected = SUMS[case]
    assert [TOLD.sub(r"\1,\2: \3, \4", one.en) for one in sums_that_differ(table_of(rows))] == expected


def with_figure(folder: Path, table: tuple[str, ...], more: str, *before: str) -> Path:
    record = f"quote: 办班\nfigures:\n  - id: first\n    label:\n      zh: 数\n      en: Number\n{more}"
    return bureau(folder, ["办班。", *before, *table], record, {"s0-1": "Held."})


STATED: dict[str, tuple[tuple[str, ...], str, str]] = {
    # rows (behind a line above them, where one begins with 单位), a cell, and what is read in it
    "zero, a unit counted in the head": (FEES, "t1-r3c2", "0 件"),
    "the same": (FEES, "t1-r3c3", "12 件"),
    "zero with decimals, unit in the head": (FEES, "t1-r6c2", "0 元"),
    "a scale in the head": (("事项\t投资（亿元）", "道路\t3.5"), "t1-r2c2", "350000000 元"),
    "a unit in the head of the row": (("指标\t本年", "面积（亩）\t1,250"), "t1-r2c2", "1250 亩"),
    "a unit in the line above": (("单位：万元", "项目\t金额", "道路\t35"), "t1-r2c2", "350000 元"),
    "its own unit and scale before that of the head": (("任务\t金额（元）", "推广\t2.6万亩"), "t1-r2c2", "26000 亩"),
    "the heads kept below a group": (GROUPS, "t1-r3c2", "120000 元"),
    "a negative number": (("项目\t差额（元）", "甲\t-3"), "t1-r2c2", "-3 元"),
    "a range": (TASKS, "t1-r2c3", "10..12 期 hedged"),
    "an aim": (TASKS, "t1-r3c3", "25000 亩 at-least hedged"),
    "a result is no aim": (TASKS, "t1-r3c4", "26000 亩"),
    "a percentage": (TASKS, "t1-r3c5", "104 百分数"),
    "a result under a head that only begins with 目标": (("任务\t目标完成情况", "办班\t3期"), "t1-r2c2", "3 期"),
    "a number planned": (("任务\t计划数（期）", "办班\t3"), "t1-r2c2", "3 期 hedged"),
}  # fmt: skip


@pytest.mark.parametrize("case", STATED)
def test_what_a_cell_states(tmp_path: Path, case: str) -> None:
    rows, ident, expected = STATED[case]
    collection, _ = collect(with_figure(tmp_path, rows, f"    cell: {ident}\n"))
    one = collection.figures_by_id["area.first"]
    assert isinstance(one, Figure)
    unit = "百分数" if one.kind == "percentage" else collection.units.by_id[one.unit].zh
    qualified = [] if one.kind == "range" or one.qualifier == "exact" else [one.qualifier]
    words = [one.amount, unit, *qualified, *(["hedged"] if one.hedge else [])]
    assert (" ".join(words), one.source) == (expected, f"report#{ident}")


TABLE = ("事项\t收件数\t说明", "许可\t12\t3件、5件", "收费\t—\t暂无")
NUMBERED = ("序号\t任务\t数量（期）", "1\t育苗\t12")
REFUSED: dict[str, tuple[str, list[tuple[str, str]]]] = {
    # what a figure says besides its label, and the problems told of its record
    "a cell": ("    cell: t1-r2c2\n", []),
    "a cell of a document": ("    cell: t1-r2c2\n    source: report\n", []),
    "one of several numbers": ("    cell: t1-r2c3\n    numeral: 5件\n", []),
    "no such cell": ("    cell: t1-r9c9\n", [("figures[0].cell", "There is no cell t1-r9c9")]),
    "no such table": ("    cell: t2-r1c1\n", [("figures[0].cell", "There is no cell t2-r1c1")]),
    "not in the document named": ("    cell: t1-r2c2\n    source: other\n", [("figures[0].cell", "There is no cell")]),
    "no address of a cell": ("    cell: r2c2\n", [("figures[0].cell", "")]),
    "a dash": ("    cell: t1-r3c2\n", [("figures[0].cell", 'The cell "—" states no number')]),
    "words": ("    cell: t1-r3c3\n", [("figures[0].cell", 'The cell "暂无" states no number')]),
    "several numbers": ("    cell: t1-r2c3\n", [("figures[0].quote", "There are several numbers: 3件, 5件")]),
    "a numeral that is not there": (
        "    cell: t1-r2c3\n    numeral: 7件\n",
        [("figures[0].numeral", 'The quote does not contain "7件"')],
    ),
    "both": ("    cell: t1-r2c2\n    quote: 办班\n", [("figures[0].quote", "With a cell there is no quote")]),
    "both, of which the quote holds no number": (
        "    cell: t1-r2c2\n    quote: 事项\n",
        [("figures[0].quote", "With a cell there is no quote")],
    ),
    "neither": ("    period: this-year\n", [("figures[0].quote", "No words of a source are named")]),
}


@pytest.mark.parametrize("case", REFUSED)
def test_figures_by_cell(tmp_path: Path, case: str) -> None:
    more, expected = REFUSED[case]
    found = said(with_figure(tmp_path, TABLE, more))
    assert [field for field, _ in found] == [field for field, _ in expected], found
    assert all(begins in words for (_, words), (_, begins) in zip(found, expected, strict=True)), found


def test_the_number_of_a_row_is_no_figure(tmp_path: Path) -> None:
    assert [
        (field, words.partition(".")[0])
        for field, words in said(with_figure(tmp_path, NUMBERED, "    cell: t1-r2c1\n"))
    ] == [("figures[0].cell", 'The cell "1" states no number')]


def test_a_cell_of_several_documents_needs_its_document(tmp_path: Path) -> None:
    data = with_figure(tmp_path, TABLE, "    cell: t1-r2c2\n")
    (data / "documents/later.txt").write_text("\n".join(["通报", "开会。", *TABLE]), "utf-8")
    (data / "documents/later.yml").write_text(
        (data / "documents/report.yml").read_text("utf-8").replace("report.txt", "later.txt"), "utf-8"
    )
    assert said(data) == []  # the quote of the record is from the one
    record = data / "work-areas/area.yml"
    record.write_text(record.read_text("utf-8").replace("quote: 办班", "quote: 开会"), "utf-8")
    collection, _ = collect(data)
    assert collection.figures_by_id["area.first"].source == "later#t1-r2c2"
    record.write_text(record.read_text("utf-8").replace("quote: 开会", "quote: 事项"), "utf-8")
    assert [words for field, words in said(data) if field == "figures[0].cell"] == [
        "It is in later#t1-r2c2, report#t1-r2c2. Say which document is meant: source: later"
    ]


def test_a_page_begins_with_the_heads_that_stand_over_it(tmp_path: Path) -> None:
    """A long table goes over several pages; no row that a cell is merged into is parted from it."""
    rows = [f"第{at}类\t{at}" for at in range(1, 4)] + ["大类\t<<", "乙\t4", "丙\t^^", "丁\t5"]
    collection, _ = collect(with_figure(tmp_path, ("项目\t金额", *rows), "    cell: t1-r2c2\n"))
    edition = collection.of(DOCUMENTS)["report"].record
    assert isinstance(edition, Edition)
    pieces = [one for one in printed_pieces(edition) if isinstance(one.shown, TablePart)]
    assert [(one.shown.start, one.shown.end) for one in pieces if isinstance(one.shown, TablePart)] == [
        *((at, at) for at in range(1, 6)),
        (6, 7),
        (8, 8),
    ]
    for first, heads in ((0, []), (2, ["项目", "金额"]), (5, ["项目", "金额", "大类"])):
        part = part_of(pieces[first:])
        ((shown,),) = part.sections.values()
        assert isinstance(shown, TablePart)
        assert (shown.start, shown.is_last) == (first + 1, True)
        assert [cell.text for row in shown.heads for cell in row] == heads


def test_a_long_table_takes_several_pages(tmp_path: Path) -> None:
    rows = [f"第{at}类\t{at}" for at in range(1, 1001)]
    collection, _ = collect(with_figure(tmp_path, ("项目\t金额", *rows), "    cell: t1-r2c2\n"))
    edition = collection.of(DOCUMENTS)["report"].record
    assert isinstance(edition, Edition)
    parts, places = document_parts(edition, ())
    assert len(parts) > 1
    shown = [one for part in parts for many in part.sections.values() for one in many if isinstance(one, TablePart)]
    assert [one.start for one in shown[1:]] == [one.end + 1 for one in shown[:-1]]
    assert all(places[f"t1-r{one.start}c1"] == at for at, one in enumerate(shown, 1))
    assert [bool(one.heads) for one in shown] == [False, *[True] * (len(shown) - 1)]


def test_coverage_tells_sentences_numbers_and_cells_apart(tmp_path: Path) -> None:
    """Two figures of one cell record one cell; a blank cell is none."""
    more = (
        "    cell: t1-r2c3\n    numeral: 3件\n  - id: second\n    label: {zh: 又, en: More}\n    cell: t1-r2c3\n"
        "    numeral: 5件\n  - id: third\n    label: {zh: 期, en: Courses}\n    quote: 办班2期\n"
    )
    data = with_figure(tmp_path, (*TABLE, "\t0\t0"), more)
    received = data / "documents/report.txt"
    received.write_text(received.read_text("utf-8").replace("办班。", "办班2期，开会。"), "utf-8")
    record = data / "work-areas/area.yml"
    record.write_text(record.read_text("utf-8").replace("quote: 办班\n", "quote: 开会\n"), "utf-8")
    document = data / "documents/report.yml"
    words = {"r1c1": "Item", "r1c2": "Received", "r1c3": "Note", "r2c1": "Permits", "r2c3": "3 and 5", "r3c1": "Fees"}
    lines = "".join(f"    t1-{ident}: {text}\n" for ident, text in {**words, "r3c3": "None yet"}.items())
    document.write_text(document.read_text("utf-8").replace("s0-1: Held.\n", "s0-1: 2 were held.\n") + lines, "utf-8")
    register, problems = load(data)
    assert register is not None, [one.wrong.en for one in problems]
    assert register.document_coverage("report") == (2, 2)
    assert register.numbers_covered("report") == NumbersCovered(numbers=1, tables=1, cells=11, cells_recorded=1)


def test_the_cells_of_tables_are_open_data(tmp_path: Path) -> None:
    """One row a cell that is not blank, with what one quantity of it says."""
    rows = ("序号\t任务\t目标\t面积（亩）\t说明", "1\t推广\t10—12期\t1,250\t3件、5件", "2\t育苗\t不低于2.5万元\t\t—")
    data = with_figure(tmp_path, rows, "    cell: t1-r2c4\n")
    bureau_file = data / "bureau.yml"
    bureau_file.write_text(bureau_file.read_text("utf-8") + "languages: [zh]\n", "utf-8")
    register, problems = load(data)
    assert register is not None, [one.wrong.en for one in problems]
    (dataset,) = (one for one in datasets_of(register) if one.name == "table-cells")
    held = {str(row["id"]): row for row in dataset.rows(register, str)}
    assert [ident for ident in held if "-r3" in ident] == [f"report#t1-r3c{at}" for at in (1, 2, 3, 5)]
    names = ("head", "row_head", "column_head", "kind", "value", "low", "high", "qualifier", "unit")
    assert {ident.partition("-")[2]: tuple(row[name] for name in names) for ident, row in held.items()} == {
        **{f"r1c{at}": (True, None, None, *[None] * 6) for at in range(1, 6)},
        "r2c1": (False, None, "序号", *[None] * 6),
        "r2c2": (True, None, "任务", *[None] * 6),
        "r2c3": (False, "推广", "目标", "range", None, 10, 12, "exact", "issue"),
        "r2c4": (False, "推广", "面积（亩）", "count", 1250, None, None, "exact", "mu"),
        "r2c5": (False, "推广", "说明", *[None] * 6),
        "r3c1": (False, None, "序号", *[None] * 6),
        "r3c2": (True, None, "任务", *[None] * 6),
        "r3c3": (False, "育苗", "目标", "count", 25000, None, None, "at-least", "cny"),
        "r3c5": (False, "育苗", "说明", *[None] * 6),
    }


def test_without_a_table_there_is_no_such_dataset(tmp_path: Path) -> None:
    register, problems = load(
        bureau(tmp_path, ["办班2期。"], figures(figure("办班2期。"), quote="办班2期。"), {"s0-1": "2 were held."})
    )
    assert register is not None, [one.wrong.en for one in problems]
    assert "table-cells" not in {one.name for one in datasets_of(register)}


def test_equal_cells_are_translated_once_and_numbers_never(tmp_path: Path) -> None:
    """A cell with a translation of its own keeps that."""
    english = {"s0-1": "Held.", "t1-r2c1": "Permits", "t1-r4c1": "Licences"}
    data = bureau(tmp_path, ["办班。", "事项\t件数", "许可\t3", "许可\t3", "许可\t—"], "quote: 办班\n", english)
    edition = collect(data)[0].of(DOCUMENTS)["report"].record
    assert isinstance(edition, Edition)
    said_in_english = {one.id: one.en for one in edition.sentences()}
    assert [said_in_english[f"t1-r{row}c1"] for row in (1, 2, 3, 4)] == ["", "Permits", "Permits", "Licences"]
    assert [said_in_english[f"t1-r{row}c2"] for row in (3, 4)] == ["3", "—"]


TORN = {
    "a rectangle": (("甲\t<<\t乙", "^^\t<<\t丙", "丁\t戊\t己"), ""),
    "no rectangle": (("甲\t<<\t乙", "^^\t丁\t丙"), "cell 2 is merged into no rectangle"),
    "only the corner": (("甲\t乙", "丙\t<<", "^^\t丁"), "cell 2 is merged into no rectangle"),
    "nothing to the left": (("<<\t甲", "乙\t丙"), "In the table on line 3 of the verbatim text, cell 1"),
    "nothing above": (("甲\t^^", "乙\t丙"), "In the table on line 3 of the verbatim text, cell 2"),
}


@pytest.mark.parametrize("case", TORN)
def test_what_is_merged_is_a_rectangle(tmp_path: Path, case: str) -> None:
    rows, expected = TORN[case]
    found = [
        words
        for field, words in said(bureau(tmp_path, ["办班。", *rows], "quote: 办班\n"), DOCUMENT)
        if field == "verbatim"
    ]
    assert [expected in words for words in found] == ([True] if expected else [])
