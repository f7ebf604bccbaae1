"""A figure: one quantity of the source. Files hold where it stands; what it says is read there."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from macros.quantities.expression import Qualifier, Sense
from macros.quantities.hedges import DENIALS, HEDGE_OF_WORD, Hedge
from macros.records.base import BilingualText, Id, Named, Number, Sourced, Strict, Text, described

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
        "同一项数据在不同时期的共同编号；只有一个时期时不写",
        "Shared by the same quantity in several periods; leave out when there is only one",
        None,
        example="water-quality",
    )
    label: BilingualText = described("这个数说的是什么", "What the number counts")
    numeral: Text | None = described(
        "引文里有几个数时，写明是哪一个，照抄（例如 15名）；只有一个数时不写",
        "Which of the numbers of the quote is meant, as it stands there; leave out where there is only one",
        None,
        example="15名",
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
