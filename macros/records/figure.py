"""A figure: one quantity of the source. Files hold where it stands; what it says is read there."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Literal

from pydantic import StringConstraints

from macros.quantities.chinese.relations import RelationKind
from macros.quantities.expression import Qualifier, Sense
from macros.quantities.hedges import DENIALS, HEDGE_OF_WORD, Hedge
from macros.records.base import BilingualText, FigureId, Id, Named, Number, Sourced, Strict, Text, described

CELL_PATTERN = r"^t[0-9]{1,3}-r[0-9]{1,4}c[0-9]{1,3}$"
Quote = Annotated[str, StringConstraints(max_length=4000)]
"""Words of a source; empty where a cell is named instead."""
CellId = Annotated[str, StringConstraints(pattern=CELL_PATTERN)]
"""A cell of a table: table, row and column, from 1."""
NO_PERIOD = "not-stated"
"""Begins the period of a figure whose paragraph states none: not-stated-first-half, of a document of the first half."""


class StatedReading(Strict):
    """How a person reads a quantity that the program cannot read; the page says that it is a reading."""

    value: Number = described("数值，化为基本单位的阿拉伯数字", "The value in base units, in digits", example="15000")
    unit: Named = described(
        "计量单位编号；自带的之外，可在 vocabulary/units.yml 添加",
        "Unit; those of the software, and those added in vocabulary/units.yml",
        example="copy",
    )
    qualifier: Literal["exact", "nearly", "over", "about", "at-least", "at-most", "under"] = described(
        "限定词：原文未加限定词为 exact", "How the source qualifies it; exact where it does not", "exact"
    )
    why: BilingualText = described("为什么这样读", "Why it is to be read so")


class FigureEntry(Sourced):
    """A figure as a data file holds it: its name, and the words it stands in. Value and unit are never typed."""

    id: Id = described("数据编号，本文件内不重复", "Identifier, unique in this file", example="materials")
    series: Id | None = described(
        "各期同一指标共用的编号；只有一个时期时不写",
        "Shared by the same quantity in several periods; leave out when there is only one",
        None,
        example="water-quality",
    )
    label: BilingualText = described("这个数说的是什么", "What the number counts")
    quote: Quote = described(
        "依据的原文，逐字摘录完整的分句（从一个标点到下一个标点），一字不差；数在表格里的，不写引文，写 cell",
        "The words of the source it rests on: whole clauses, from one punctuation mark to the next, to the letter; for "
        "a number in a table write cell instead",
        "",
        example="发放科技资料15000份",
    )
    cell: CellId | None = described(
        "数在表格里时，写单元格的编号：t1-r4c2 是第1个表第4行第2列",
        "For a number in a table, its cell: t1-r4c2 is row 4, column 2 of the first table",
        None,
        example="t1-r4c2",
    )
    numeral: Text | None = described(
        "引文里有几个数时，写明是哪一个，照抄（例如 15名）；只有一个数时不写",
        "Which of the numbers of the quote is meant, as it stands there; leave out where there is only one",
        None,
        example="15名",
    )
    of: FigureId | None = described(
        "原文说这个数是另一个数的变化、其中一部分、所占份额或完成情况时，写那个数的数据编号；是哪一种由程序从原文读出",
        "Where the source states it as a change, a part, a share or the result of another figure: the id of that one; "
        "which of these it is, the program reads in the source",
        None,
        example="grain-output",
    )
    period: Named | None = described(
        "时期编号；该句或本段前文写明的时期由程序找出，只有找错时才写",
        "Period; the program finds it in the sentence or before it in the paragraph, so write it only where it finds "
        "the wrong one",
        None,
        example="last-year",
    )
    reading: StatedReading | None = described(
        "程序读不出这个数时，写明怎样读", "How it is to be read, where the program cannot read it", None
    )
    note: BilingualText | None = described("读这个数时必须知道的事", "What a reader of this number must know", None)


class Figure(FigureEntry):
    """A figure as it is read in its source: everything that follows from the words it names."""

    kind: Sense
    values: tuple[Decimal, ...]
    """In base units: one, or low and high of a range, or the parts of a ratio or a fraction."""
    unit: str
    """The id of its unit."""
    qualifier: str
    written: str
    """As the source writes it, with qualifier and unit."""
    start: int
    """Where it stands in its sentence."""
    period: str
    hedged: str = ""
    """The word of its clause that says that it is not so, or not yet: 未, 将, 力争; empty where none does."""
    per: str = ""
    """What it is counted by, in the words of its clause (每10万人 of 每10万人156.3例); empty for what is no rate."""
    shared: str = ""
    """What it shares with the last number of its list, as written there: 万元 of the 3 in 3、5、8万元."""
    relation: RelationKind | None = None
    """What it is of the figure that ``of`` names; None where its sentence does not say."""
    against: str = ""
    """What a change is measured against: one of ``Against``, or the id of a period; empty where nothing is said."""
    related: str = ""
    """The words that say so, with the quantity: 比去年同期提高3.5公斤."""

    @property
    def in_full(self) -> str:
        """As the source writes it, with what it shares with the last number of its list: 3万元 of 3、5、8万元."""
        return self.written + self.shared

    @property
    def leaves_unit_open(self) -> bool:
        """Whether its source leaves open which of two units it means: 人（次）."""
        return self.in_full.endswith((")", "）"))

    @property
    def value(self) -> Decimal:
        """The value, to sort and to draw by: of a range its upper end."""
        if self.kind is Sense.FRACTION and len(self.values) == 2:
            return self.values[0] / self.values[1]
        return self.values[-1] if self.kind is Sense.RANGE else self.values[0]

    @property
    def amount(self) -> str:
        """The values as one word: 15000, 15..20, 3:1, 3/10000."""
        sign = {Sense.RANGE: "..", Sense.RATIO: ":", Sense.FRACTION: "/"}.get(self.kind, "")
        return sign.join(format(value.normalize(), "f") for value in self.values)

    @property
    def hedge(self) -> Hedge | None:
        """What its clause says of it, or None where it states it plainly."""
        return HEDGE_OF_WORD[self.hedged] if self.hedged else None

    @property
    def is_denied(self) -> bool:
        """Whether its clause says that nothing of it is there."""
        return self.hedge in DENIALS

    @property
    def is_exact(self) -> bool:
        """Whether the source qualifies it in no way."""
        return self.qualifier == Qualifier.EXACT and self.kind is not Sense.RANGE
