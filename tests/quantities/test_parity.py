"""Whether an English text says the quantities of its Chinese one: a table of pairs, and what a person is told."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from macros.quantities.chinese import read_chinese
from macros.quantities.counted_nouns import CHINESE_NOUNS
from macros.quantities.parity import Disagreement, text_disagreements
from macros.quantities.parity_units import BY_WRITTEN
from tests.quantities.test_english import rows


@dataclass(frozen=True)
class UnitOfABureau:
    """A unit that only a bureau's own vocabulary has."""

    written: tuple[str, ...]
    en: str
    one: str | None = None


OWN_UNITS = (UnitOfABureau(("担",), "kilograms", "kilogram"),)
COUNTED = ("个", "项", "家", "件", "种", "篇", "所", "处", "批", "条", "倍", "镇", "岁", "周岁", "年", "期", "起", "亩")
WORDS = frozenset({*BY_WRITTEN, *CHINESE_NOUNS, *COUNTED, "担"} - {"企业", "项目", "技术", "基地"})


def found_in(zh: str, en: str) -> tuple[Disagreement, ...]:
    return text_disagreements(zh, read_chinese(zh, WORDS), en, OWN_UNITS)


@pytest.mark.parametrize(("zh", "en", "expected"), rows("parity.tsv", 3), ids=lambda text: text)
def test_pairs(zh: str, en: str, expected: str) -> None:
    found = found_in(zh, en)
    assert ("refuse" if found else "ok") == expected, found
