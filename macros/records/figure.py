"""A figure: one quantity of the source, with its unit, qualifier, period and quote."""

from __future__ import annotations

from macros.records.base import BilingualText, Id, Named, Number, Sourced, Text, described

EXACT = "exact"
"""Qualifier of a figure that names none."""


class Figure(Sourced):
    """One quantity, exactly as strong as the source states it."""

    id: Id = described("数据编号，本文件内不重复", "Identifier, unique in this file", example="materials")
    series: Id | None = described(
        "同一项数据在不同时期的共同编号；只有一个时期时不写",
        "Shared by the same quantity in several periods; leave out when there is only one",
        None,
        example="commissioners",
    )
    label: BilingualText = described("这个数说的是什么", "What the number counts")
    value: Number = described(
        "数值，化为基本单位的阿拉伯数字（230万元写2300000）",
        "The value in base units, in digits (230万元 is 2300000)",
        example="15000",
        ge=0,
    )
    qualifier: Named = described(
        "限定词：exact 原文未加限定词、nearly 近、over 多、about 约",
        "How the source qualifies it: exact (not at all), nearly, over or about",
        EXACT,
    )
    unit: Named = described("计量单位编号，见 vocabulary/units.yml", "Unit, from vocabulary/units.yml", example="copy")
    period: Named = described(
        "所属时期编号，见 vocabulary/periods.yml", "Period, from vocabulary/periods.yml", example="first-half"
    )
    written: Text = described(
        "原文中的写法，连同限定词和单位",
        "As the source writes it, with qualifier and unit",
        example="15000份",
    )
    note: BilingualText | None = described("读这个数时必须知道的事", "What a reader of this number must know", None)
