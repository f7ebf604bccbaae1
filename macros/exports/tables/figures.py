"""The tables ``figures`` and ``evaluations``: columns and rows."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from macros.exports.table import Dataset, Link, Row, Rows
from macros.exports.tables import columns as c
from macros.exports.tables.columns import column, needed
from macros.exports.tables.shared import IN_AREA, label_cells, note_cells, proof_cells
from macros.quantities.expression import Sense
from macros.records.figure import Figure
from macros.records.shared_parts import full_id
from macros.register.published import PublishedFigure
from macros.register.register import Register
from macros.register.series import in_time
from macros.text.languages import Bilingual


def single_value(figure: Figure) -> Decimal | None:
    """The one number that a figure says; none where it says two: a range, a ratio, a third."""
    return figure.values[0] if len(figure.values) == 1 else None


def figure_row(one: PublishedFigure, link: Link) -> Row:
    """One figure."""
    figure = one.figure
    return {
        "id": one.id,
        "kind": str(figure.kind),
        "value": single_value(figure),
        "low": figure.values[0] if figure.kind is Sense.RANGE else None,
        "high": figure.values[1] if figure.kind is Sense.RANGE else None,
        "ratio": figure.amount if figure.kind in (Sense.RATIO, Sense.FRACTION) else None,
        "qualifier": figure.qualifier,
        "unit": figure.unit,
        "per": figure.per or None,
        "written": figure.written,
        "period": figure.period,
        "hedge": figure.hedge or None,
        "series": figure.series,
        "relation": figure.relation,
        "of": figure.of and full_id(one.record, figure.of),
        "against": figure.against or None,
        "work_area": one.work_area,
        "record": one.record,
        **label_cells(figure.label),
        **note_cells(figure.note),
        **proof_cells(figure.source, figure.quote),
        "url": link(one.address),
    }


def figure_rows(register: Register, link: Link) -> Iterator[Row]:
    """Every figure, in the order of the site."""
    return (figure_row(figure, link) for figure in register.figures.values())


def series_rows(ident: str) -> Rows:
    """The figures of one series, from the earliest period to the latest."""

    def rows(register: Register, link: Link) -> Iterator[Row]:
        return (figure_row(one, link) for one in in_time(register, register.series.get(ident, ())))

    return rows


def evaluation_rows(register: Register, link: Link) -> Iterator[Row]:
    """Every result of every round of evaluation, with the question it answers."""
    for ident, one in register.evaluations.items():
        for result, shown in zip(one.results, register.figures_by_record.get(ident, ()), strict=True):
            yield dict(figure_row(shown, link)) | {
                "round_zh": one.title.zh,
                "round_en": one.title.en,
                "question": f"{one.work_area}.{one.questions}.{result.question}" if result.question else None,
            }


OF_OTHERS = {**IN_AREA, "of": "figures"}
FIGURES_TABLE = Dataset(
    "figures",
    Bilingual("数据", "Figures"),
    Bilingual(
        "来源文件中的每一个数，一行一个，附引文和出处；限定词与原文一致，不同时期、不同口径的数不能相加。",
        "Every number in the source documents, one a row, with its quote and source; qualifiers are as strong as in "
        "the source, and numbers of different periods or definitions must not be added up.",
    ),
    c.FIGURE_COLUMNS,
    figure_rows,
    OF_OTHERS,
)
EVALUATIONS_TABLE = Dataset(
    "evaluations",
    Bilingual("评议结果", "Evaluation results"),
    Bilingual(
        "企业和群众评议的各轮结果，一行一项；尚无公布的结果时本表为空。",
        "Results of the rounds in which those it serves have judged the bureau, one a row; empty until published.",
    ),
    (
        c.ID,
        needed("round_zh", "评议轮次（中文）", "Round (Chinese)", ("评议轮次的名称", "Name of the round")),
        needed("round_en", "评议轮次（英文）", "Round (English)", ("上一列的译文", "The same in English")),
        column("question", "所答问题", "Question", ("名单表中问题的编号", "Id of the question, in lists")),
        *c.FIGURE_COLUMNS[1:],
    ),
    evaluation_rows,
    {**OF_OTHERS, "question": "lists"},
)
